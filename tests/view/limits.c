#include "merge/compare/diff.h"
#include "view/cases.h"
#include "view/html/html.h"
#include "view/json/json.h"
#include "view/redline.h"
#include "view/reports/status_table.h"
#include "view/ruby.h"
#include "view/terminal/terminal.h"
#include "view/terminal/terminal_columns.h"
#include "view/three_way.h"

static AdrefNode *redline_of(const char *old, const char *new)
{
  g_autoptr(AdrefNode) before = read_tree(old), after = read_tree(new);
  return adref_diff(before, after, "en");
}

static char *repeat(const char *word, guint times)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < times; i++)
    g_string_append(text, word);
  return g_string_free(text, FALSE);
}

static guint count(const char *text, const char *word)
{
  guint found = 0;
  for (const char *p = text; (p = strstr(p, word)); p++)
    found++;
  return found;
}

/* A message shows 60 characters of an address that is dropped. */
START_TEST(a_long_address_is_cut_in_its_message)
{
  for (guint length = 60; length <= 61; length++) {
    g_autofree char *letters = g_strnfill(length - strlen("ftp:"), 'x');
    g_autofree char *markdown = g_strdup_printf("[x](ftp:%s)\n", letters);
    g_autofree char *shown = g_strdup_printf("\"ftp:%.56s%s\"", letters, length > 60 ? "..." : "");
    g_autoptr(AdrefNode) tree = read_tree(markdown);
    g_autoptr(GPtrArray) problems = adref_problems_new();
    AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .problems = problems};
    g_autoptr(GString) text = adref_terminal_write(tree, &options, 0, FALSE);
    ck_assert_uint_eq(problems->len, 1);
    ck_assert_ptr_nonnull(strstr(((const AdrefProblem *)problems->pdata[0])->message, shown));
  }
}
END_TEST

static AdrefNode *new_findings(guint findings)
{
  AdrefNode *redline = redline_of("<!-- op a -->\nWe act.\n", "<!-- op a -->\nWe shall act.\n");
  AdrefChange *change = redline->first->as.clause->change;
  change->findings = g_ptr_array_new_with_free_func((GDestroyNotify)adref_finding_free);
  for (guint i = 0; i < findings; i++) {
    AdrefFinding *finding = g_new0(AdrefFinding, 1);
    *finding =
        (AdrefFinding){ADREF_CHANGE_CLASS_NUMBER, ADREF_SHIFT_NONE, g_strdup("1"), g_strdup("2")};
    g_ptr_array_add(change->findings, finding);
  }
  return redline;
}

START_TEST(a_summary_entry_shows_four_findings)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  AdrefReviewOptions review = {.options = &options, .old = "rev1", .new = "work"};
  for (guint findings = 4; findings <= 5; findings++) {
    g_autoptr(AdrefNode) redline = new_findings(findings);
    g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 0, FALSE);
    g_autoptr(GString) page = adref_html_review_write(redline, &review);
    ck_assert_int_eq(strstr(text->str, "; and 1 more") != NULL, findings == 5);
    ck_assert_int_eq(strstr(page->str, "; and 1 more") != NULL, findings == 5);
  }
}
END_TEST

static gboolean has_ruby(guint base, guint reading)
{
  g_autofree char *word = repeat("字", base), *letters = repeat("じ", reading);
  g_autofree char *text = g_strconcat("｜", word, "《", letters, "》", NULL);
  AdrefRuby ruby;
  return adref_ruby_find(text, strlen(text), 0, &ruby);
}

START_TEST(ruby_is_short)
{
  ck_assert(has_ruby(20, 60));
  ck_assert(!has_ruby(21, 60));
  ck_assert(!has_ruby(20, 61));
}
END_TEST

/* Clause and paragraph included; the words of all deeper levels stand in one text node. */
START_TEST(json_has_a_hundred_levels)
{
  AdrefNode *at = new_paragraph();
  g_autoptr(AdrefNode) tree = document_of(at);
  for (guint i = 0; i < 150; i++) {
    AdrefNode *child = adref_node_new(ADREF_EMPH);
    adref_node_append(at, child);
    at = child;
  }
  add_text(at, "deep");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  g_autoptr(GString) text = adref_json_write(tree, &options);
  ck_assert_ptr_nonnull(strstr(text->str, "deep"));
  ck_assert_uint_eq(count(text->str, "\"emph\""), 98);
}
END_TEST

START_TEST(a_name_has_forty_characters)
{
  for (guint length = 40; length <= 41; length++) {
    g_autofree char *word = g_strnfill(length, 'x');
    g_autofree char *markdown = g_strconcat(word, "\n", NULL);
    g_autoptr(AdrefNode) tree = read_tree(markdown);
    g_autofree char *words = adref_redline_first_words(tree->first, NULL);
    g_autofree char *expected = g_strdup_printf("\"%.40s%s\"", word, length > 40 ? " ..." : "");
    ck_assert_str_eq(words, expected);
  }
}
END_TEST

START_TEST(three_texts_stand_in_columns_from_100_columns_on)
{
  g_autoptr(AdrefNode) base = read_tree("<!-- op a -->\nWe act.\n");
  g_autoptr(AdrefNode) first =
      redline_of("<!-- op a -->\nWe act.\n", "<!-- op a -->\nWe may act.\n");
  g_autoptr(AdrefNode) second = redline_of("<!-- op a -->\nWe act.\n", "<!-- op a -->\nWe act.\n");
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  AdrefReviewOptions review = {.options = &options, .old = "base"};
  AdrefThreeWay three = {.base = base, .redlines = {first, second}, .names = {"JPN", "LAO"}};
  for (guint width = 99; width <= 100; width++) {
    g_autoptr(GString) text = adref_terminal_three_way_write(&three, &review, width, FALSE);
    ck_assert_int_eq(strstr(text->str, "LAO: unchanged") != NULL, width == 99);
  }
  ck_assert_uint_eq(adref_terminal_columns_width(100, 3), 31);
}
END_TEST

static guint longest_line(const char *text)
{
  guint longest = 0;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    longest = MAX(longest, (guint)strlen(*line));
  return longest;
}

START_TEST(a_terminal_has_twenty_columns)
{
  g_autofree char *words = repeat("123456789 1234567890 ", 5);
  g_autofree char *markdown = g_strconcat(words, "\n", NULL);
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  static const guint widths[] = {1, 20};
  for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
    g_autoptr(GString) text = adref_terminal_write(tree, &options, widths[i], FALSE);
    ck_assert_uint_eq(longest_line(text->str), 20);
  }
}
END_TEST

static AdrefClauseProgress *new_progress(const AdrefNode *clause)
{
  AdrefClauseProgress *progress = g_new0(AdrefClauseProgress, 1);
  *progress = (AdrefClauseProgress){.clause = clause, .state = ADREF_CLAUSE_STATE_OPEN};
  progress->bracketed = g_ptr_array_new();
  progress->agreed = g_ptr_array_new();
  progress->changed = g_ptr_array_new();
  progress->reserved = g_ptr_array_new();
  progress->reopened = g_ptr_array_new();
  progress->disassociated = g_ptr_array_new();
  progress->awaited = g_ptr_array_new();
  return progress;
}

static void free_progress(gpointer data)
{
  AdrefClauseProgress *progress = data;
  GPtrArray *arrays[] = {progress->bracketed, progress->agreed,   progress->changed,
                         progress->reserved,  progress->reopened, progress->disassociated,
                         progress->awaited};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_ptr_array_unref(arrays[i]);
  g_free(progress);
}

/* Fewer are shown one by one. */
START_TEST(three_similar_clauses_share_a_line)
{
  for (guint clauses = 2; clauses <= 3; clauses++) {
    g_autofree char *markdown = repeat("<!-- op -->\nWe act.\n\n", clauses);
    g_autoptr(AdrefNode) tree = read_tree(markdown);
    AdrefProgress progress = {.parties = 2, .removed = g_ptr_array_new()};
    progress.clauses = g_ptr_array_new_with_free_func(free_progress);
    for (const AdrefNode *clause = tree->first; clause; clause = clause->next)
      g_ptr_array_add(progress.clauses, new_progress(clause));
    AdrefStatusTable table = {.progress = &progress};
    g_autoptr(GString) text = adref_status_table_terminal(&table, 80);
    ck_assert_int_eq(strstr(text->str, "3 clauses") != NULL, clauses == 3);
    ck_assert_int_eq(strstr(text->str, " clauses") != NULL, clauses == 3);
    g_ptr_array_unref(progress.clauses);
    g_ptr_array_unref(progress.removed);
  }
}
END_TEST

START_TEST(contents_need_five_headings)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  for (guint headings = 4; headings <= 5; headings++) {
    g_autofree char *below = repeat("## Heading\n\n", headings);
    g_autofree char *markdown = g_strconcat("# Title\n\n", below, NULL);
    g_autoptr(AdrefNode) tree = read_tree(markdown);
    g_autoptr(GString) page = adref_html_write(tree, &options);
    ck_assert_int_eq(strstr(page->str, "<nav") != NULL, headings == 5);
  }
}
END_TEST

TCase *tcase_limits(void)
{
  TCase *tcase = tcase_create("limits");
  tcase_add_test(tcase, a_long_address_is_cut_in_its_message);
  tcase_add_test(tcase, a_summary_entry_shows_four_findings);
  tcase_add_test(tcase, ruby_is_short);
  tcase_add_test(tcase, json_has_a_hundred_levels);
  tcase_add_test(tcase, a_name_has_forty_characters);
  tcase_add_test(tcase, three_texts_stand_in_columns_from_100_columns_on);
  tcase_add_test(tcase, a_terminal_has_twenty_columns);
  tcase_add_test(tcase, three_similar_clauses_share_a_line);
  tcase_add_test(tcase, contents_need_five_headings);
  return tcase;
}
