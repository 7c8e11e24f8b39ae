/* The JSON of a redline holds the words of both texts and nothing else: read with jansson alone,
 * the runs of each side have the letters of the JSON of that text compared with itself. Digits are
 * left out: references have the numbers of the new text. */
#include <jansson.h>
#include <string.h>

#include "merge/compare/diff.h"
#include "view/cases.h"
#include "view/review.h"

enum {
  MIN_PAIRS = 120
};

static void count_letters(const char *text, guint *counts)
{
  for (; *text; text++)
    if (!g_ascii_isspace(*text) && !g_ascii_isdigit(*text))
      counts[(guchar)*text]++;
}

/* Counts the bytes of the runs that do not have this mark. */
static void count_runs(json_t *block, const char *other, guint *counts)
{
  gsize i;
  json_t *run;
  json_array_foreach(json_object_get(block, "runs"), i, run)
  {
    if (strcmp(json_string_value(json_object_get(run, "mark")), other) != 0)
      count_letters(json_string_value(json_object_get(run, "text")), counts);
  }
}

static void count_side(const AdrefNode *old, const AdrefNode *new, const char *other, guint *counts)
{
  g_autoptr(AdrefNode) redline = adref_diff(old, new, "en");
  AdrefViewOptions options = {.language = "en"};
  AdrefReviewOptions review = {.options = &options, .old = "a", .new = "b"};
  g_autoptr(GString) text = adref_json_review_write(redline, &review);
  json_t *root = json_loadb(text->str, text->len, 0, NULL), *clause, *block;
  gsize i, k;
  ck_assert_ptr_nonnull(root);
  json_array_foreach(json_object_get(root, "clauses"), i, clause)
  {
    json_array_foreach(json_object_get(clause, "blocks"), k, block)
        count_runs(block, other, counts);
  }
  json_decref(root);
}

static void has_letters_of(const AdrefNode *old, const AdrefNode *new, gboolean is_new,
                           const char *where)
{
  guint redline[256] = {0}, alone[256] = {0};
  const AdrefNode *side = is_new ? new : old;
  count_side(old, new, is_new ? "deleted" : "inserted", redline);
  count_side(side, side, "none", alone);
  for (guint c = 0; c < 256; c++)
    ck_assert_msg(redline[c] == alone[c], "%s, %s: %u times byte %u, not %u", where,
                  is_new ? "new" : "old", redline[c], c, alone[c]);
}

static AdrefNode *tree_of(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL;
  return g_file_get_contents(path, &text, NULL, NULL) ? read_tree(text) : NULL;
}

START_TEST(runs_are_the_words_of_both_texts)
{
  guint count = 0;
  g_autoptr(GDir) cases = g_dir_open("tests/merge", 0, NULL);
  ck_assert_ptr_nonnull(cases);
  for (const char *name; (name = g_dir_read_name(cases));) {
    g_autofree char *folder = g_build_filename("tests/merge", name, NULL);
    g_autoptr(AdrefNode) old = tree_of(folder, "old.md"), new = tree_of(folder, "new.md");
    if (!old)
      continue;
    has_letters_of(old, new, FALSE, folder);
    has_letters_of(old, new, TRUE, folder);
    count++;
  }
  ck_assert_uint_ge(count, MIN_PAIRS);
}
END_TEST

TCase *tcase_json_sides(void)
{
  TCase *tcase = tcase_create("json_sides");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, runs_are_the_words_of_both_texts);
  return tcase;
}
