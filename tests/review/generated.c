/* What is reported of generated pairs. pairs.txt holds pairs that a search chose because each runs
 * code of clause/, language/, merge/ or review/ that no other does, or runs it another number of
 * times. Whatever changes a redline or a finding changes one of them: ADREF_UPDATE=1 writes the
 * file anew; read the difference before it is committed. */
#include <string.h>

#include "review/cases.h"
#include "review/pair.h"

#define PAIRS "tests/review/pairs.txt"

/* The file is a list of "== N" and the result of pair N. */
static guint number_of(const char *pair)
{
  return (guint)g_ascii_strtoull(pair, NULL, 10);
}

static void append_pair(GString *out, guint n, const char *result)
{
  g_string_append_printf(out, "== %u\n%s", n, result);
}

START_TEST(pairs_are_reported_as_before)
{
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents(PAIRS, &text, NULL, NULL));
  g_auto(GStrv) pairs = g_strsplit(text + strlen("== "), "\n== ", -1);
  g_autoptr(GString) all = g_string_new(NULL);
  guint other = 0;
  for (guint i = 0; pairs[i]; i++) {
    gboolean last = !pairs[i + 1];
    const char *expected = strchr(pairs[i], '\n') + 1;
    g_autofree char *result = pair_result(number_of(pairs[i]));
    append_pair(all, number_of(pairs[i]), result);
    if (!last)
      result[strlen(result) - 1] = '\0';
    if (strcmp(result, expected) == 0)
      continue;
    other++;
    g_print("--- pair %u was\n%s\n--- and is\n%s\n", number_of(pairs[i]), expected, result);
  }
  if (other > 0 && g_getenv("ADREF_UPDATE"))
    g_file_set_contents(PAIRS, all->str, (gssize)all->len, NULL);
  ck_assert_msg(other == 0, "%u pairs have another result", other);
}
END_TEST

TCase *tcase_generated(void)
{
  TCase *tcase = tcase_create("generated");
  tcase_add_test(tcase, pairs_are_reported_as_before);
  return tcase;
}
