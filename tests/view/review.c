#include "view/review.h"

#include <gio/gio.h>
#include <jansson.h>

#include "merge/compare/diff.h"
#include "view/marked.h"
#include "view/pairs.h"
#include "view/three_way.h"

static AdrefNode *redline_of(const char *old, const char *new)
{
  g_autoptr(AdrefNode) before = read_tree(old), after = read_tree(new);
  return adref_diff(before, after, "en");
}

static void add_finding(AdrefNode *clause, AdrefChangeClass class, AdrefShift shift,
                        const char *old, const char *new)
{
  AdrefChange *change = clause->as.clause->change;
  if (change->findings)
    g_ptr_array_set_size(change->findings, 0);
  else
    change->findings = g_ptr_array_new_with_free_func((GDestroyNotify)adref_finding_free);
  AdrefFinding *finding = g_new0(AdrefFinding, 1);
  *finding = (AdrefFinding){class, shift, g_strdup(old), g_strdup(new)};
  g_ptr_array_add(change->findings, finding);
}

/* A text whose second clause was weakened, whose third was deleted, and that has a fourth. */
static AdrefNode *new_redline(void)
{
  AdrefNode *redline =
      redline_of("# Talks\n\n<!-- op a -->\nWe meet.\n\n<!-- op b -->\nWe shall act.\n\n"
                 "<!-- op c -->\nGone [now].\n",
                 "# Talks\n\n<!-- op a -->\nWe meet.\n\n<!-- op b -->\nWe may act.\n\n"
                 "<!-- op d -->\nSomething else came in its place.\n");
  AdrefNode *b = redline->first->next->next;
  add_finding(b, ADREF_CHANGE_CLASS_STRENGTH, ADREF_SHIFT_WEAKER, "shall", "may");
  return redline;
}

static AdrefReviewOptions new_review(const AdrefViewOptions *options)
{
  return (AdrefReviewOptions){.options = options, .old = "rev1", .new = "work"};
}

static const AdrefViewOptions negotiating = {.view = ADREF_VIEW_NEGOTIATING};

static void shows(const AdrefReviewOptions *review, guint width, const char *expected)
{
  g_autoptr(AdrefNode) redline = new_redline();
  g_autoptr(GString) text = adref_terminal_review_write(redline, review, width, FALSE);
  ck_assert_str_eq(text->str, expected);
}

START_TEST(the_terminal_begins_with_the_summary)
{
  AdrefReviewOptions review = new_review(&negotiating);
  shows(&review, 80,
        "Redline: rev1 \342\206\222 work\n\n"
        "Strength of commitment\n"
        "  2 #b                    shall \342\206\222 may, weakened\n"
        "Added\n"
        "  3 #d                    \"Something else came in its place.\"\n"
        "Deleted\n"
        "  3 #c                    \"Gone [now].\"\n\n"
        "Paragraphs: 1 added, 1 deleted, 1 modified, 1 unchanged. Words: 3 deleted, 7\n"
        "inserted. Open brackets: 1 before, 0 now.\n\n"
        "... 1 paragraph unchanged\n\n"
        "Talks\n=====\n\n"
        "2. #b -- modified: 1 word deleted, 1 inserted\n    We {-shall-}{+may+} act.\n\n"
        "3. #c -- deleted\n    {-Gone [now].-}\n\n"
        "3. #d -- added\n    {+Something else came in its place.+}\n");
}
END_TEST

/* A clause of which only the number stays was deleted; then it is added again. */
START_TEST(a_number_left_behind)
{
  static const char whole[] = "<!-- op a no=1 -->\nWe meet.\n\n<!-- op b no=2 -->\nWe shall act.\n";
  static const char gone[] = "<!-- op a no=1 -->\nWe meet.\n\n<!-- op b no=2 -->\n\\[deleted\\]\n";
  AdrefReviewOptions review = new_review(&negotiating);
  g_autoptr(AdrefNode) deleted = redline_of(whole, gone), added = redline_of(gone, whole);
  g_autoptr(GString) one = adref_terminal_review_write(deleted, &review, 80, FALSE);
  g_autoptr(GString) other = adref_terminal_review_write(added, &review, 80, FALSE);
  ck_assert_str_eq(one->str, "Redline: rev1 \u2192 work\n\n"
                             "Deleted\n"
                             "  2 #b                    \"We shall act.\"\n\n"
                             "Paragraphs: 1 deleted, 1 unchanged. Words: 3 deleted, 1 inserted.\n\n"
                             "... 1 paragraph unchanged\n\n"
                             "2. #b -- deleted, its number stays\n"
                             "    {-We shall act.-}{+[deleted]+}\n");
  ck_assert_str_eq(other->str, "Redline: rev1 \u2192 work\n\n"
                               "Added\n"
                               "  2 #b                    \"We shall act.\"\n\n"
                               "Paragraphs: 1 added, 1 unchanged. Words: 1 deleted, 3 inserted.\n\n"
                               "... 1 paragraph unchanged\n\n"
                               "2. #b -- added again under its number\n"
                               "    {-[deleted]-}{+We shall act.+}\n");
}
END_TEST

START_TEST(only_some_classes)
{
  AdrefReviewOptions review = new_review(&negotiating);
  ck_assert(adref_summary_filter_add(&review.only, "strength"));
  ck_assert(!adref_summary_filter_add(&review.only, "nothing"));
  g_autoptr(AdrefNode) redline = new_redline();
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 0, FALSE);
  ck_assert_ptr_nonnull(strstr(text->str, "shall \342\206\222 may, weakened"));
  ck_assert_ptr_nonnull(strstr(text->str, "\n... 2 changed in other ways\n"));
  ck_assert_ptr_null(strstr(text->str, "Something"));
}
END_TEST

/* A new class is a choice of --only, too. */
START_TEST(a_filter_knows_each_class)
{
  AdrefSummaryFilter all = {0};
  g_auto(GStrv) words = g_strsplit(adref_summary_filter_words, "|", -1);
  for (guint i = 0; words[i]; i++)
    ck_assert_msg(adref_summary_filter_add(&all, words[i]), "%s", words[i]);
  ck_assert_uint_eq(all.findings, (1U << ADREF_CHANGE_CLASSES) - 1);
  ck_assert(all.facts);
  const guint shown[] = {ADREF_CHANGE_ADDED,    ADREF_CHANGE_DELETED, ADREF_CHANGE_MODIFIED,
                         ADREF_CHANGE_MOVED,    ADREF_CHANGE_SPLIT,   ADREF_CHANGE_JOINED,
                         ADREF_CHANGE_EDITORIAL};
  for (gsize i = 0; i < G_N_ELEMENTS(shown); i++)
    ck_assert_uint_eq(all.types >> shown[i] & 1, 1);
  AdrefSummaryFilter none = {0};
  ck_assert(!adref_summary_filter_add(&none, "left"));
  ck_assert(adref_summary_filter_is_everything(&none));
}
END_TEST

START_TEST(colours_are_struck_and_underlined_too)
{
  AdrefReviewOptions review = new_review(&negotiating);
  g_autoptr(AdrefNode) redline = new_redline();
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 80, TRUE);
  ck_assert_ptr_nonnull(strstr(text->str, "\033[0;31m{-\033[0;9;31mshall\033[0;31m-}"
                                          "\033[0;32m{+\033[0;4;32mmay\033[0;32m+} \033[0mact."));
}
END_TEST

START_TEST(side_by_side_keeps_its_columns)
{
  g_autoptr(AdrefNode) redline = redline_of("日本国は協力する。\n\nWe shall act.\n",
                                            "日本国は大いに協力する。\n\nWe may act.\n");
  AdrefReviewOptions review = new_review(&negotiating);
  review.side_by_side = TRUE;
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 43, FALSE);
  ck_assert_ptr_nonnull(strstr(text->str,
                               "\n日本国は協力する。   \342\224\202 日本国は{+大いに+}協\n"
                               "                     \342\224\202 力する。\n"));
  ck_assert_ptr_nonnull(strstr(text->str, "\nWe {-shall-} act.    \342\224\202 We {+may+} act.\n"));
}
END_TEST

START_TEST(the_page_is_valid_and_leads_from_change_to_change)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .version = "rev1 to work"};
  AdrefReviewOptions review = new_review(&options);
  for (guint sides = 0; sides < 2; sides++) {
    review.side_by_side = sides == 1;
    g_autoptr(AdrefNode) redline = new_redline();
    g_autoptr(GString) page = adref_html_review_write(redline, &review);
    ck_assert_ptr_nonnull(strstr(page->str, "<li><a href=\"#b\">2 #b</a> <del>shall</del> "
                                            "\342\206\222 <ins>may</ins>, <b>weakened</b></li>"));
    ck_assert_ptr_nonnull(strstr(page->str, "title=\"Next change\" aria-label=\"Next change\">"));
    ck_assert_ptr_nonnull(strstr(page->str, "<summary><bdi>1 paragraph unchanged</bdi></summary>"));
    ck_assert_int_eq(strstr(page->str, "<kbd>s</kbd> side by side</button>") != NULL, sides == 0);
    g_autoptr(GSubprocess) tidy =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                             G_SUBPROCESS_FLAGS_STDERR_MERGE,
                         NULL, "tidy", "-qe", NULL);
    g_autofree char *said = NULL;
    ck_assert(g_subprocess_communicate_utf8(tidy, page->str, NULL, &said, NULL, NULL));
    ck_assert_str_eq(said, "");
  }
}
END_TEST

/* Each closing tag matches the last open tag; tags without an end are left out. */
/* In the side-by-side view the old column has the old numbers, and none where a clause was
 * added. */
START_TEST(the_page_knows_old_numbers)
{
  AdrefReviewOptions review = new_review(&negotiating);
  g_autoptr(AdrefNode) redline =
      redline_of("<!-- op a -->\nWe meet.\n\n<!-- op b -->\nWe shall act.\n",
                 "<!-- op new -->\nSomething else came before.\n\n<!-- op a -->\nWe meet.\n\n"
                 "<!-- op b -->\nWe may act.\n");
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  ck_assert_ptr_nonnull(strstr(page->str, "href=\"#new\" data-old=\"\">1.</a>"));
  ck_assert_ptr_nonnull(strstr(page->str, "href=\"#b\" data-old=\"2.\">3.</a>"));
}
END_TEST

/* Inserted words have the class i, as lists with roman numerals once had: the old column hid such
 * lists, and an inserted item got a roman numeral. */
START_TEST(lists_do_not_look_like_changes)
{
  g_autoptr(AdrefNode) redline = redline_of(
      "<!-- op a -->\nWe:\n\n1. one\n   1. two\n      1. three\n",
      "<!-- op a -->\nWe:\n\n1. one\n   1. two\n      1. three\n      2. four came in\n");
  AdrefReviewOptions review = new_review(&negotiating);
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  ck_assert_ptr_nonnull(strstr(page->str, "<li class=\"i\"><ins>four"));
  for (const char *at = page->str; (at = strstr(at, "<ol")); at++)
    ck_assert(!g_str_has_prefix(at, "<ol class=\"i\"") && !g_str_has_prefix(at, "<ol class=\"d\""));
  ck_assert_ptr_null(strstr(page->str, ".i{list-style"));
}
END_TEST

/* The summary is English: mirrored, old and new words would exchange their places around the
 * arrow. */
START_TEST(the_summary_is_read_from_left_to_right)
{
  AdrefViewOptions arabic = negotiating;
  arabic.language = "ar";
  AdrefReviewOptions review = new_review(&arabic);
  g_autoptr(AdrefNode) redline = new_redline();
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  ck_assert_ptr_nonnull(strstr(page->str, "aria-labelledby=\"_sum\" lang=\"en\" dir=\"ltr\">"));
  ck_assert_ptr_nonnull(strstr(page->str, ".sum ins,.sum q{unicode-bidi:isolate}"));
}
END_TEST

static void is_balanced(const char *page)
{
  static const char *const alone[] = {"br", "hr", "meta", "!DOCTYPE", NULL};
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
  const char *end = strstr(page, "<script");
  for (const char *at = page; (at = strchr(at, '<')) && at < end; at++) {
    gboolean closes = at[1] == '/';
    const char *start = at + (closes ? 2 : 1);
    g_autofree char *name = g_strndup(start, strcspn(start, " >\n"));
    if (!closes && !g_strv_contains(alone, name))
      g_ptr_array_add(open, g_steal_pointer(&name));
    if (!closes)
      continue;
    const char *last = open->len > 0 ? open->pdata[open->len - 1] : "nothing";
    ck_assert_msg(strcmp(last, name) == 0, "</%s> closes %s at %.60s in %s", name, last, at, page);
    g_ptr_array_set_size(open, (gint)open->len - 1);
  }
}

START_TEST(every_output_accepts_every_redline)
{
  enum {
    PAIRS = 500
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed(12);
  for (guint i = 0; i < PAIRS; i++) {
    g_autoptr(GArray) pieces_of_text = random_text(rand);
    g_autofree char *old = spell(pieces_of_text);
    edit(rand, pieces_of_text);
    g_autofree char *new = alter(rand, spell(pieces_of_text));
    g_autoptr(AdrefNode) redline = redline_of(old, new), base = read_tree(old);
    AdrefReviewOptions review = new_review(&negotiating);
    review.side_by_side = i % 2 == 1;
    AdrefThreeWay three = {.base = base, .redlines = {redline, redline}, .names = {"JPN", "LAO"}};
    g_autoptr(GString) page = adref_html_review_write(redline, &review);
    g_autoptr(GString) pages = adref_html_three_way_write(&three, &review);
    g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 60, TRUE);
    g_autoptr(GString) texts = adref_terminal_three_way_write(&three, &review, 120, TRUE);
    g_autoptr(GString) json = adref_json_review_write(redline, &review);
    is_balanced(page->str);
    is_balanced(pages->str);
    json_t *root = json_loads(json->str, 0, NULL);
    ck_assert_ptr_nonnull(root);
    json_decref(root);
  }
}
END_TEST

/* Invisible characters are spelt out where they were deleted or inserted, not where they were
 * kept. */
START_TEST(invisible_characters_are_spelt_out)
{
  g_autoptr(AdrefNode) redline =
      redline_of("We a\342\200\213ct and meet.\n", "We a\342\200\213ct and me\342\200\213et.\n");
  AdrefReviewOptions review = new_review(&negotiating);
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 80, FALSE);
  ck_assert_ptr_nonnull(strstr(page->str, "<ins>me&lt;U+200B&gt;et</ins>"));
  ck_assert_ptr_nonnull(strstr(text->str, "{-meet-}{+me<U+200B>et+}"));
  ck_assert_ptr_null(strstr(text->str, "a<U+200B>ct"));
}
END_TEST

/* No part of a text may leave its place in the page. */
START_TEST(a_hostile_text_is_escaped)
{
  g_autoptr(AdrefNode) redline =
      redline_of("We act.\n", "We </script><script>alert(1)</script> act.\n");
  AdrefReviewOptions review = new_review(&negotiating);
  review.old = "<b>\033[31m";
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  ck_assert_ptr_null(strstr(page->str, "<script>alert"));
  ck_assert_ptr_null(strstr(page->str, "<b>\033"));
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 80, FALSE);
  ck_assert_ptr_null(strchr(text->str, '\033'));
}
END_TEST

START_TEST(json_has_words_and_facts)
{
  AdrefReviewOptions review = new_review(&negotiating);
  g_autoptr(AdrefNode) redline = new_redline();
  g_autoptr(GString) text = adref_json_review_write(redline, &review);
  json_t *root = json_loads(text->str, 0, NULL);
  const char *old, *change, *class, *shift, *mark, *words;
  int added, deleted;
  ck_assert_int_eq(
      json_unpack(
          root,
          "{s:s, s:{s:i}, s:[{s:s}], s:[{}, {}, {s:s, s:i, s:[{s:s}], s:[{s:[{}, {s:s, s:s}]}]}]}",
          "old", &old, "counts", "added", &added, "summary", "class", &class, "clauses", "change",
          &change, "deleted", &deleted, "matters", "shift", &shift, "blocks", "runs", "mark", &mark,
          "text", &words),
      0);
  ck_assert_str_eq(old, "rev1");
  ck_assert_int_eq(added, 1);
  ck_assert_str_eq(class, "strength");
  ck_assert_str_eq(change, "modified");
  ck_assert_int_eq(deleted, 1);
  ck_assert_str_eq(shift, "weakened");
  ck_assert_str_eq(mark, "deleted");
  ck_assert_str_eq(words, "shall");
  json_decref(root);
}
END_TEST

START_TEST(three_texts_in_rows)
{
  const char *base = "<!-- op a -->\nA.\n\n<!-- op b -->\nB.\n\n<!-- op c -->\nC.\n";
  g_autoptr(AdrefNode) document = read_tree(base);
  g_autoptr(AdrefNode) first =
      redline_of(base, "<!-- op b -->\nB.\n\n<!-- op c -->\nC.\n\n<!-- op a -->\nA.\n");
  g_autoptr(AdrefNode) second =
      redline_of(base, "<!-- op a -->\nA.\n\n<!-- op n -->\nN.\n\n<!-- op c -->\nC.\n");
  AdrefThreeWay three = {.base = document, .redlines = {first, second}, .names = {"JPN", "LAO"}};
  g_autoptr(GPtrArray) rows = adref_three_way_rows(&three);
  ck_assert_uint_eq(rows->len, 4);
  guint of_base = 0;
  for (guint i = 0; i < rows->len; i++) {
    const AdrefThreeWayRow *row = rows->pdata[i];
    of_base += row->base != NULL;
    if (!row->base) {
      ck_assert_uint_eq(row->clauses[0]->len, 0);
      ck_assert_uint_eq(row->clauses[1]->len, 1);
      continue;
    }
    for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
      const AdrefNode *clause = row->clauses[side]->pdata[0];
      ck_assert_str_eq(clause->as.clause->id, row->base->as.clause->id);
    }
  }
  ck_assert_uint_eq(of_base, 3);
}
END_TEST

START_TEST(headings_are_not_counted_as_paragraphs)
{
  const char *base = "# T\n\n## One\n\n<!-- op a -->\nA.\n\n<!-- op b -->\nB.\n";
  g_autoptr(AdrefNode) document = read_tree(base);
  g_autoptr(AdrefNode) first = redline_of(base, base), second = redline_of(base, base);
  AdrefThreeWay three = {.base = document, .redlines = {first, second}, .names = {"JPN", "LAO"}};
  g_autoptr(GPtrArray) rows = adref_three_way_rows(&three);
  ck_assert_uint_eq(rows->len, 4);
  g_autofree char *all = adref_three_way_fold_words(rows, 0, 4, NULL);
  g_autofree char *top = adref_three_way_fold_words(rows, 0, 2, NULL);
  g_autofree char *none = adref_three_way_fold_words(rows, 2, 2, NULL);
  ck_assert_str_eq(all, "2 paragraphs unchanged on both sides");
  ck_assert_str_eq(top, "2 headings unchanged on both sides");
  ck_assert_ptr_null(none);
}
END_TEST

START_TEST(the_title_says_what_is_not_judged)
{
  AdrefViewOptions options = {.language = "sv"};
  AdrefReviewOptions review = {.options = &options, .old = "a1", .new = "a2"};
  g_autofree char *swedish = adref_review_title(&review, NULL);
  ck_assert_str_eq(swedish, "Redline: a1 → a2 (in Swedish, not judged: strength, negation, "
                            "qualifier, date, conjunction)");
  options.language = "ru";
  g_autofree char *russian = adref_review_title(&review, NULL);
  ck_assert_str_eq(russian, "Redline: a1 → a2");
}
END_TEST

TCase *tcase_review(void)
{
  TCase *tcase = tcase_create("review");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, the_terminal_begins_with_the_summary);
  tcase_add_test(tcase, a_number_left_behind);
  tcase_add_test(tcase, only_some_classes);
  tcase_add_test(tcase, a_filter_knows_each_class);
  tcase_add_test(tcase, colours_are_struck_and_underlined_too);
  tcase_add_test(tcase, side_by_side_keeps_its_columns);
  tcase_add_test(tcase, the_page_knows_old_numbers);
  tcase_add_test(tcase, lists_do_not_look_like_changes);
  tcase_add_test(tcase, the_summary_is_read_from_left_to_right);
  tcase_add_test(tcase, the_page_is_valid_and_leads_from_change_to_change);
  tcase_add_test(tcase, every_output_accepts_every_redline);
  tcase_add_test(tcase, invisible_characters_are_spelt_out);
  tcase_add_test(tcase, a_hostile_text_is_escaped);
  tcase_add_test(tcase, json_has_words_and_facts);
  tcase_add_test(tcase, three_texts_in_rows);
  tcase_add_test(tcase, headings_are_not_counted_as_paragraphs);
  tcase_add_test(tcase, the_title_says_what_is_not_judged);
  return tcase;
}
