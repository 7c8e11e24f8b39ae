/* A redline and that of the texts exchanged mark the same words: of equal rows, columns, items and
 * sentences that changed places the same ones moved, whichever text is the old one. */
#include "merge/compare/diff.h"

#include <string.h>

#include "merge/cases.h"

enum {
  PARTS = 3,
  ORDERS = 6
};

typedef struct {
  const char *begin, *between, *parts[PARTS];
} Shape;

static const Shape shapes[] = {
    {"| Port | Body | Fleet |\n|---|---|---|\n",
     "\n",
     {"| Suva | council | 12 boats |", "| Apia | members | 13 ships |",
      "| Nadi | speaker | 14 canoe |"}},
    {"", "\n", {"- We meet in Suva.", "- You pay in Apia.", "- They go to Nadi."}},
    {"", " ", {"We meet in Suva now.", "You pay in Apia now.", "They go to Nadi now."}},
    {"", " ", {"Fiji,", "Peru,", "Togo,"}},
    {"We ", " or ", {"[pay - JPN]", "[act - ASEAN]", "[see - USA]"}}};

static const guint orders[ORDERS][PARTS] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                            {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

static char *text_of(const Shape *shape, const guint *order)
{
  GString *text = g_string_new(shape->begin);
  for (guint i = 0; i < PARTS; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? shape->between : "", shape->parts[order[i]]);
  return g_string_free(text, FALSE);
}

static gint compare_words(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The words of one text alone, in alphabetical order. */
static char *marked(const char *old, const char *new, AdrefChangeMark mark)
{
  g_autoptr(AdrefNode) before = read_text(old, NULL, NULL), after = read_text(new, NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(before, after, "en");
  g_autoptr(GString) all = g_string_new(NULL);
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT && walk.node->mark == mark)
      g_string_append_printf(all, "%s ", walk.node->text);
  g_auto(GStrv) words = g_strsplit_set(all->str, " ,", -1);
  qsort(words, g_strv_length(words), sizeof *words, compare_words);
  g_autofree char *joined = g_strjoinv(" ", words);
  return g_strdup(g_strstrip(joined));
}

static void check_both_ways(const char *one, const char *other)
{
  g_autofree char *gone = marked(one, other, ADREF_DELETED);
  g_autofree char *came = marked(other, one, ADREF_INSERTED);
  ck_assert_msg(strcmp(gone, came) == 0, "%s\n---\n%s\n%s", one, gone, came);
}

START_TEST(parts_that_changed_places)
{
  const Shape *shape = &shapes[_i];
  for (guint a = 0; a < ORDERS; a++)
    for (guint b = a + 1; b < ORDERS; b++) {
      g_autofree char *one = text_of(shape, orders[a]), *other = text_of(shape, orders[b]);
      check_both_ways(one, other);
    }
}
END_TEST

static char *table_of(const guint *order)
{
  static const char *const rows[][PARTS] = {{"Port", "Body", "Year"},
                                            {"---", "---", "---"},
                                            {"Suva", "Crew", "2030"},
                                            {"Apia", "Club", "2031"}};
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    g_string_append_printf(text, "| %s | %s | %s |\n", rows[i][order[0]], rows[i][order[1]],
                           rows[i][order[2]]);
  return g_string_free(text, FALSE);
}

START_TEST(columns_that_changed_places)
{
  for (guint a = 0; a < ORDERS; a++)
    for (guint b = a + 1; b < ORDERS; b++) {
      g_autofree char *one = table_of(orders[a]), *other = table_of(orders[b]);
      check_both_ways(one, other);
    }
}
END_TEST

TCase *tcase_both_ways(void)
{
  TCase *tcase = tcase_create("both_ways");
  tcase_add_loop_test(tcase, parts_that_changed_places, 0, G_N_ELEMENTS(shapes));
  tcase_add_test(tcase, columns_that_changed_places);
  return tcase;
}
