#include "view/fact_list.h"

#include <jansson.h>

#include "boxes.h"
#include "cases.h"
#include "merge/compare/diff.h"
#include "view/criticmarkup/criticmarkup.h"
#include "view/pdf/pdf.h"
#include "view/review.h"
#include "view/three_way.h"

static const AdrefViewOptions negotiating = {.view = ADREF_VIEW_NEGOTIATING};

static void add_fact(GPtrArray *facts, const char *key, const char *words, const char *old,
                     const char *new)
{
  AdrefFactChange *change = g_new0(AdrefFactChange, 1);
  *change = (AdrefFactChange){g_strdup(key), g_strdup(words), g_strdup(old), g_strdup(new)};
  g_ptr_array_add(facts, change);
}

static GPtrArray *new_facts(void)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func((GDestroyNotify)adref_fact_change_free);
  add_fact(facts, "signing.who", "who must sign", "all", "JPN");
  add_fact(facts, "place", "place", "Tokyo", NULL);
  add_fact(facts, "style", "style", NULL, "");
  return facts;
}

/* What a stranger may write as a fact. */
static GPtrArray *new_hostile_facts(void)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func((GDestroyNotify)adref_fact_change_free);
  add_fact(facts, "values.\033a", "value \033[2Ja", "\033]0;x\007<b>{--a--}",
           "\342\200\256</ins><<}{>>\n{++c++}--}");
  return facts;
}

/* A text in which one word changed. */
static AdrefNode *new_redline(void)
{
  g_autoptr(AdrefNode) old = read_tree("<!-- op a -->\nWe shall act.\n");
  g_autoptr(AdrefNode) new = read_tree("<!-- op a -->\nWe may act.\n");
  return adref_diff(old, new, "en");
}

static AdrefReviewOptions review_of(const GPtrArray *facts, const char *problem)
{
  return (AdrefReviewOptions){.options = &negotiating,
                              .old = "rev1",
                              .new = "work",
                              .facts = facts,
                              .facts_problem = problem};
}

START_TEST(the_terminal_shows_facts_first)
{
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(AdrefNode) redline = new_redline();
  AdrefReviewOptions review = review_of(facts, NULL);
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 80, FALSE);
  ck_assert_msg(g_str_has_prefix(text->str,
                                 "Redline: rev1 \342\206\222 work\n\n"
                                 "Facts\n"
                                 "  who must sign           all \342\206\222 JPN\n"
                                 "  place                   Tokyo \342\206\222 not stated\n"
                                 "  style                   not stated \342\206\222 \"\"\n"
                                 "Modified\n"),
                "%s", text->str);
  review.side_by_side = TRUE;
  g_autoptr(GString) columns = adref_terminal_review_write(redline, &review, 120, FALSE);
  ck_assert_ptr_nonnull(strstr(columns->str, "\nFacts\n  who must sign           all "));
  g_autoptr(GString) stat = adref_terminal_review_stat(redline, &review, 80, FALSE);
  ck_assert_msg(g_str_has_prefix(stat->str, "who must sign             all \342\206\222 JPN\n"),
                "%s", stat->str);
}
END_TEST

START_TEST(the_terminal_says_why_facts_are_not_compared)
{
  g_autoptr(AdrefNode) redline = new_redline();
  AdrefReviewOptions review = review_of(NULL, "rev1: x\033y");
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 80, FALSE);
  ck_assert_ptr_nonnull(
      strstr(text->str, "\n\nFacts\n  not compared; rev1: x<U+001B>y\nModified\n"));
  g_autoptr(GString) stat = adref_terminal_review_stat(redline, &review, 80, FALSE);
  ck_assert_ptr_nonnull(strstr(stat->str, "facts not compared; rev1: x<U+001B>y\n"));
}
END_TEST

START_TEST(a_page_shows_facts_first)
{
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(AdrefNode) redline = new_redline();
  AdrefReviewOptions review = review_of(facts, "rev1: <x>");
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  ck_assert_ptr_nonnull(
      strstr(page->str, "<h2 id=\"_sum\">What changed</h2>\n<h3>Facts</h3>\n<ul>\n"
                        "<li><b>who must sign</b> <del>all</del> \342\206\222 <ins>JPN</ins></li>\n"
                        "<li><b>place</b> <del>Tokyo</del> \342\206\222 not stated</li>\n"
                        "<li><b>style</b> not stated \342\206\222 <ins>&quot;&quot;</ins></li>\n"
                        "<li>not compared; rev1: &lt;x&gt;</li>\n</ul>\n<h3>Modified</h3>"));
}
END_TEST

/* A page on which only facts changed does not say that nothing did. */
START_TEST(facts_alone_are_a_change)
{
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(AdrefNode) same = read_tree("We act.\n"), again = read_tree("We act.\n");
  g_autoptr(AdrefNode) redline = adref_diff(same, again, "en");
  AdrefReviewOptions review = review_of(facts, NULL);
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  g_autoptr(GString) json = adref_json_review_write(redline, &review);
  ck_assert_ptr_null(strstr(page->str, "<p>Nothing.</p>"));
  ck_assert_ptr_nonnull(strstr(json->str, "\"differs\": true"));
  review.facts = NULL;
  g_autoptr(GString) empty = adref_html_review_write(redline, &review);
  g_autoptr(GString) json_empty = adref_json_review_write(redline, &review);
  ck_assert_ptr_nonnull(strstr(empty->str, "<p>Nothing.</p>"));
  ck_assert_ptr_nonnull(strstr(json_empty->str, "\"differs\": false"));
  ck_assert_ptr_null(strstr(json_empty->str, "\"facts"));
}
END_TEST

START_TEST(json_lists_facts)
{
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(AdrefNode) redline = new_redline();
  AdrefReviewOptions review = review_of(facts, "why");
  g_autoptr(GString) text = adref_json_review_write(redline, &review);
  json_t *root = json_loads(text->str, 0, NULL), *list = json_object_get(root, "facts");
  g_autofree char *found = json_dumps(list, JSON_COMPACT);
  ck_assert_str_eq(
      found,
      "[{\"key\":\"signing.who\",\"words\":\"who must sign\",\"old\":\"all\",\"new\":\"JPN\"},"
      "{\"key\":\"place\",\"words\":\"place\",\"old\":\"Tokyo\"},"
      "{\"key\":\"style\",\"words\":\"style\",\"new\":\"\"}]");
  ck_assert_str_eq(json_string_value(json_object_get(root, "facts_problem")), "why");
  json_decref(root);
}
END_TEST

START_TEST(a_comment_of_criticmarkup_lists_facts)
{
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(GString) comment = g_string_new(NULL);
  adref_fact_list_put_critic(comment, NULL, NULL);
  ck_assert_str_eq(comment->str, "");
  adref_fact_list_put_critic(comment, facts, "rev1: x");
  ck_assert_str_eq(comment->str, "{>>Facts:\n"
                                 "who must sign: all \342\206\222 JPN\n"
                                 "place: Tokyo \342\206\222 not stated\n"
                                 "style: not stated \342\206\222 \"\"\n"
                                 "not compared; rev1: x\n"
                                 "<<}\n");
}
END_TEST

START_TEST(a_pdf_shows_facts_first)
{
  static const char *const command[] = {"pdftotext", "-layout", "-", "-", NULL};
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(AdrefNode) redline = new_redline();
  AdrefReviewOptions review = review_of(facts, "rev1: x");
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  AdrefSourceText texts[] = {{"o.md", NULL, 0}, {"t.md", NULL, 0}};
  for (guint i = 0; i < 2; i++) {
    GError *error = NULL;
    review.side_by_side = i > 0;
    g_autoptr(GString) pdf =
        adref_pdf_review_write(redline, &review, &page_options, texts, NULL, NULL, &error);
    ck_assert_no_error(error);
    g_autofree char *text = witness(pdf, command);
    const char *facts_at = strstr(text, "Facts"), *summary = strstr(text, "Modified");
    ck_assert_msg(facts_at && summary && facts_at < summary, "%s", text);
    ck_assert(g_regex_match_simple("who must sign +all \342\206\222 JPN\n", text, 0, 0));
    ck_assert(g_regex_match_simple("place +Tokyo \342\206\222 not stated\n", text, 0, 0));
    ck_assert(g_regex_match_simple("style +not stated \342\206\222 \"\"\n", text, 0, 0));
    ck_assert_ptr_nonnull(strstr(text, "not compared; rev1: x\n"));
  }
}
END_TEST

START_TEST(each_of_two_sides_has_its_facts)
{
  g_autoptr(GPtrArray) facts = new_facts();
  g_autoptr(AdrefNode) base = read_tree("<!-- op a -->\nWe shall act.\n");
  g_autoptr(AdrefNode) first = new_redline(), second = new_redline();
  AdrefReviewOptions review = review_of(NULL, NULL);
  AdrefThreeWay three = {.base = base,
                         .redlines = {first, second},
                         .names = {"JPN", "LAO"},
                         .facts = {facts, NULL},
                         .facts_problems = {NULL, "LAO: <x>"}};
  g_autoptr(GString) text = adref_terminal_three_way_write(&three, &review, 80, FALSE);
  ck_assert_ptr_nonnull(
      strstr(text->str, "\n\nFacts, JPN\n  who must sign           all \342\206\222 JPN\n"));
  ck_assert_ptr_nonnull(strstr(text->str, "\n\nFacts, LAO\n  not compared; LAO: <x>\n\n"));
  g_autoptr(GString) page = adref_html_three_way_write(&three, &review);
  ck_assert_ptr_nonnull(strstr(page->str, "<h3>Facts, JPN</h3>\n<ul>\n<li><b>who must sign</b> "));
  ck_assert_ptr_nonnull(
      strstr(page->str, "<h3>Facts, LAO</h3>\n<ul>\n<li>not compared; LAO: &lt;x&gt;</li>"));
}
END_TEST

START_TEST(no_fact_leaves_its_place)
{
  g_autoptr(GPtrArray) facts = new_hostile_facts();
  g_autoptr(AdrefNode) redline = new_redline();
  AdrefReviewOptions review = review_of(facts, NULL);
  g_autoptr(GString) text = adref_terminal_review_write(redline, &review, 80, FALSE);
  g_autoptr(GString) stat = adref_terminal_review_stat(redline, &review, 80, FALSE);
  g_autoptr(GString) page = adref_html_review_write(redline, &review);
  g_autoptr(GString) json = adref_json_review_write(redline, &review);
  g_autoptr(GString) critic = g_string_new(NULL);
  adref_fact_list_put_critic(critic, facts, NULL);
  const GString *outputs[] = {text, stat, page, json, critic};
  for (gsize i = 0; i < G_N_ELEMENTS(outputs); i++) {
    ck_assert_ptr_null(strchr(outputs[i]->str, '\033'));
    ck_assert_ptr_null(strstr(outputs[i]->str, "\342\200\256"));
  }
  ck_assert_ptr_nonnull(strstr(text->str, "value <U+001B>[2Ja"));
  ck_assert_ptr_null(strstr(page->str, "<b>{"));
  ck_assert_ptr_nonnull(strstr(page->str, "&lt;U+202E&gt;&lt;/ins&gt;"));
  ck_assert_str_eq(critic->str, "{>>Facts:\nvalue <U+001B>[2Ja: <U+001B>]0;x<U+0007><b>{ --a-- }"
                                " \342\206\222 <U+202E></ins><< }{ >><U+000A>{ ++c++ }-- }\n<<}\n");
}
END_TEST

START_TEST(only_facts)
{
  AdrefSummaryFilter everything = {0}, facts = {0}, others = {0};
  ck_assert(adref_summary_filter_add(&facts, "facts"));
  ck_assert(adref_summary_filter_add(&others, "number"));
  ck_assert(adref_summary_filter_shows_facts(&everything));
  ck_assert(adref_summary_filter_shows_facts(&facts));
  ck_assert(!adref_summary_filter_shows_facts(&others));
  g_autoptr(AdrefNode) redline = new_redline();
  ck_assert(adref_summary_filter_shows(&everything, redline->first));
  ck_assert(!adref_summary_filter_shows(&facts, redline->first));
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &facts);
  ck_assert_uint_eq(groups->len, 0);
}
END_TEST

TCase *tcase_fact_list(void)
{
  TCase *tcase = tcase_create("fact_list");
  tcase_add_test(tcase, the_terminal_shows_facts_first);
  tcase_add_test(tcase, the_terminal_says_why_facts_are_not_compared);
  tcase_add_test(tcase, a_page_shows_facts_first);
  tcase_add_test(tcase, facts_alone_are_a_change);
  tcase_add_test(tcase, json_lists_facts);
  tcase_add_test(tcase, a_comment_of_criticmarkup_lists_facts);
  tcase_add_test(tcase, a_pdf_shows_facts_first);
  tcase_add_test(tcase, each_of_two_sides_has_its_facts);
  tcase_add_test(tcase, no_fact_leaves_its_place);
  tcase_add_test(tcase, only_facts);
  return tcase;
}
