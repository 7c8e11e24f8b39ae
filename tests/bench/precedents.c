/* The index of precedents for 100,000 clauses, in the library: precedents. Ends with status 1 when
 * a bar is missed. */
#include "review/search/precedent_index.h"

#include <math.h>
#include <string.h>

#include "bench/peers.h"

enum {
  CLAUSES = 100000,
  WORDS = 60,
  VOCABULARY = 20000,
  ASKED = 200
};

/* Few words are common and many are rare, as in a language. */
static char *make_clause(GRand *random)
{
  GString *text = g_string_new("The Leaders");
  for (guint i = 0; i < WORDS; i++)
    g_string_append_printf(text, " word%u",
                           (guint)pow(VOCABULARY, g_rand_double_range(random, 0, 1)));
  return g_string_free(text, FALSE);
}

static double since(gint64 start)
{
  return (double)(g_get_monotonic_time() - start) / 1000;
}

static void bench_find(const AdrefPrecedentIndex *index)
{
  static double times[ASKED];
  for (guint i = 0; i < ASKED; i++) {
    const char *text = adref_precedent_index_text(index, i * (CLAUSES / ASKED));
    gint64 start = g_get_monotonic_time();
    g_autoptr(GArray) found = adref_precedent_index_find(index, text, 5);
    times[i] = since(start);
    if (found->len == 0 ||
        g_array_index(found, AdrefPrecedentMatch, 0).clause != i * (CLAUSES / ASKED))
      die("precedents", "a clause is not found");
  }
  qsort(times, ASKED, sizeof times[0], compare);
  put_value("looking for one, median", times[ASKED / 2], "ms");
  put_barred("looking for one, the slowest", times[ASKED - 1], "ms", 0, 300);
}

int main(void)
{
  GRand *random = g_rand_new_with_seed(1);
  g_autoptr(AdrefPrecedentBuilder) builder = adref_precedent_builder_new();
  double bytes = 0, took = 0;
  for (guint i = 0; i < CLAUSES; i++) {
    g_autofree char *text = make_clause(random);
    bytes += (double)strlen(text);
    gint64 start = g_get_monotonic_time();
    if (!adref_precedent_builder_add(builder, "source", "12", text))
      die("precedents", "the index is full");
    took += since(start);
  }
  gint64 start = g_get_monotonic_time();
  g_autoptr(GBytes) made = adref_precedent_builder_finish(builder);
  took += since(start);
  g_autoptr(AdrefPrecedentIndex) index = adref_precedent_index_new(made);
  put_title("Precedents among 100,000 clauses");
  put_barred("building the index", took, "ms", 0, 30000);
  put_barred("its size, against the text", (double)g_bytes_get_size(made) / 1e6, "MB",
             (double)g_bytes_get_size(made) / bytes, 3);
  bench_find(index);
  g_rand_free(random);
  return missed ? 1 : 0;
}
