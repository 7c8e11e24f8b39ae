#include "view/criticmarkup/criticmarkup.h"

#include <gio/gio.h>

#include "clause/markdown/canonical.h"
#include "merge/compare/diff.h"
#include "view/marked.h"
#include "view/pairs.h"

/* The same as criticmarkup.pl: one pattern, from left to right, in one pass. */
static char *take(const char *critic, gboolean accept)
{
  GString *text = g_string_new(NULL);
  for (const char *at = critic; *at;) {
    gboolean went = g_str_has_prefix(at, "{--"), came = g_str_has_prefix(at, "{++");
    const char *end = went ? strstr(at + 3, "--}") : came ? strstr(at + 3, "++}") : NULL;
    if (!end) {
      g_string_append_c(text, *at++);
      continue;
    }
    if (came == accept)
      g_string_append_len(text, at + 3, end - at - 3);
    at = end + 3;
  }
  return g_string_free(text, FALSE);
}

static char *critic_of(const char *old, const char *new)
{
  g_autoptr(AdrefNode) before = read_tree(old), after = read_tree(new);
  g_autoptr(AdrefNode) redline = adref_diff(before, after, "en");
  g_autoptr(GString) critic = adref_criticmarkup_write(redline);
  g_autoptr(GString) old_text = adref_canonical(before), new_text = adref_canonical(after);
  g_autofree char *rejected = take(critic->str, FALSE), *accepted = take(critic->str, TRUE);
  ck_assert_msg(strcmp(rejected, old_text->str) == 0, "--- old\n%s--- rejected\n%s--- of\n%s---",
                old_text->str, rejected, critic->str);
  ck_assert_msg(strcmp(accepted, new_text->str) == 0, "--- new\n%s--- accepted\n%s--- of\n%s---",
                new_text->str, accepted, critic->str);
  return g_string_free(g_steal_pointer(&critic), FALSE);
}

/* What both sides of the front matter are is got back, as from the text. */
static void check_front(const char *old, const char *new, const char *expected)
{
  g_autoptr(GString) critic = g_string_new(NULL);
  adref_criticmarkup_put_front_matter(critic, old, new);
  ck_assert_str_eq(critic->str, expected);
  const char *const sides[] = {old, new};
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
    g_autofree char *taken = take(critic->str, i == 1);
    g_autofree char *side = sides[i] ? g_strconcat(sides[i], "\n", NULL) : g_strdup("");
    ck_assert_str_eq(taken, side);
  }
}

START_TEST(front_matter)
{
  check_front(NULL, NULL, "");
  check_front("---\na: 1\n---\n", "---\na: 1\n---\n", "---\na: 1\n---\n\n");
  check_front("---\na: 1\nb: 2\n---\n", "---\na: 1\nb: 3\n---\n",
              "---\na: 1\n{--b: 2\n--}{++b: 3\n++}---\n\n");
  check_front("---\na: 1\n---\n", "---\na: 1\na: 1\n---\n", "---\na: 1\n{++a: 1\n++}---\n\n");
  check_front("---\na: 11\n---\n", "---\na: 1\n---\n", "---\n{--a: 11\n--}{++a: 1\n++}---\n\n");
  check_front("---\na: 1\n---\n", NULL, "{-----\na: 1\n---\n\n--}");
  check_front(NULL, "---\na: {--x--}\n---\n", "{++---\na: {++}{++--x--++}{++}\n---\n\n++}");
}
END_TEST

static const struct {
  const char *old, *new, *critic;
} pairs[] = {
    {"We act.\n", "We act.\n", "We act.\n"},
    {"", "", ""},
    {"", "New.\n", "{++New.\n++}"},
    {"Old.\n", "", "{--Old.\n--}"},
    {"We shall act at once.\n", "We should act at once.\n",
     "We {--shall--}{++should++} act at once.\n"},
    {"Train 5,000 people.\n", "Train 6,000 people.\n", "Train {--5,000--}{++6,000++} people.\n"},
    {"Rise by 1.5, 20 or 3.\n", "Rise by 1.7, 20 or 4.\n",
     "Rise by {--1.5--}{++1.7++}, 20 or {--3--}{++4++}.\n"},
    {"We act together at once.\n", "We act at once.\n", "We act {--together --}at once.\n"},
    {"協力を強化する。\n", "協力を深化する。\n", "協力を{--強化--}{++深化++}する。\n"},
    {"会費は500円とする。\n", "会費は600円とする。\n", "会費は{--500円--}{++600円++}とする。\n"},
    {"インフラの整備を支援する。\n", "インフレの整備を支援する。\n",
     "{--インフラ--}{++インフレ++}の整備を支援する。\n"},
    {"Các bên bảo vệ biển Đông.\n", "Các bên bảo về biển Đông.\n",
     "Các bên bảo {--vệ--}{++về++} biển Đông.\n"},
    {"정부는 계획을 승인한다.\n", "정부가 계획을 승인한다.\n",
     "{--정부는--}{++정부가++} 계획을 승인한다.\n"},
    {"ประเทศสมาชิกต้องรายงานทุกปี\n", "ประเทศสมาชิกควรรายงานทุกปี\n",
     "ประเทศสมาชิก{--ต้อง--}{++ควร++}รายงานทุกปี\n"},
    {"- one\n- two\n- three\n", "- one\n- three\n", "- one\n{--- two\n--}- three\n"},
    {"<!-- op a -->\nA.\n\n<!-- op b -->\nB.\n", "<!-- op a -->\nA.\n",
     "<!-- op a -->\nA.\n{--\n<!-- op b -->\nB.\n--}"},
    {"<!-- op a -->\nWe all act.\n", "<!-- op a from=x/y -->\nWe all act.\n",
     "<!-- op a {++from=x/y ++}-->\nWe all act.\n"},
    {"We {++ act ++} now.\n", "We {++ act ++} later.\n",
     "We {{++++}++ act ++} {--now--}{++later++}.\n"},
    {"We act {--x--} and {~~y~>z~~} now.\n", "We act {--x--} and {~~y~>z~~}.\n",
     "We act {{----}--x--} and {{----}~~y~>z~~}{-- now--}.\n"},
};

START_TEST(reads_well)
{
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    g_autofree char *critic = critic_of(pairs[i].old, pairs[i].new);
    ck_assert_str_eq(critic, pairs[i].critic);
  }
}
END_TEST

START_TEST(is_exact_for_generated_pairs)
{
  enum {
    PAIRS = 3000
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed(20231217);
  for (guint i = 0; i < PAIRS; i++) {
    g_autoptr(GArray) text = random_text(rand);
    g_autofree char *old = spell(text);
    edit(rand, text);
    g_autofree char *new = alter(rand, spell(text));
    g_autofree char *critic = critic_of(old, new);
  }
}
END_TEST

/* Checks with criticmarkup.pl, which is independent of adref, that CriticMarkup gives back both
 * texts. */
static void check_script(const char *critic, const char *options, const char *expected)
{
  g_autofree char *out = NULL;
  g_autoptr(GSubprocess) perl =
      g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "perl",
                       "tests/view/criticmarkup.pl", options, NULL);
  ck_assert(g_subprocess_communicate_utf8(perl, critic, NULL, &out, NULL, NULL));
  ck_assert_msg(strcmp(out, expected) == 0, "%s\n--- expected\n%s--- taken\n%s--- of\n%s---",
                options, expected, out, critic);
}

static void script_takes_both(const char *old, const char *new)
{
  g_autoptr(AdrefNode) before = read_tree(old), after = read_tree(new);
  g_autoptr(GString) old_text = adref_canonical(before), new_text = adref_canonical(after);
  g_autofree char *critic = critic_of(old, new);
  check_script(critic, "reject", old_text->str);
  check_script(critic, "accept", new_text->str);
}

START_TEST(critic_pl_gives_back_both_texts)
{
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
    script_takes_both(pairs[i].old, pairs[i].new);
}
END_TEST

static char *text_of(const char *folder, const char *name)
{
  char *text = NULL;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

/* All pairs of texts in tests/merge/. */
START_TEST(critic_pl_gives_back_the_texts_of_all_pairs)
{
  guint count = 0;
  g_autoptr(GDir) cases = g_dir_open("tests/merge", 0, NULL);
  ck_assert_ptr_nonnull(cases);
  for (const char *name; (name = g_dir_read_name(cases));) {
    g_autofree char *folder = g_build_filename("tests/merge", name, NULL);
    g_autofree char *old = text_of(folder, "old.md"), *new = text_of(folder, "new.md");
    if (!old)
      continue;
    script_takes_both(old, new);
    count++;
  }
  ck_assert_uint_ge(count, 120);
}
END_TEST

TCase *tcase_criticmarkup(void)
{
  TCase *tcase = tcase_create("criticmarkup");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, reads_well);
  tcase_add_test(tcase, is_exact_for_generated_pairs);
  tcase_add_test(tcase, critic_pl_gives_back_both_texts);
  tcase_add_test(tcase, critic_pl_gives_back_the_texts_of_all_pairs);
  tcase_add_test(tcase, front_matter);
  return tcase;
}
