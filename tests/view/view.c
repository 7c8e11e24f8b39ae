#include "view/view.h"

#include "cases.h"
#include "view/akn/akn.h"
#include "view/html/html.h"
#include "view/json/json.h"
#include "view/language_role.h"
#include "view/open_counts.h"
#include "view/terminal/terminal.h"

START_TEST(links)
{
  static const char *const safe[] = {"https://asean.org", "HTTP://example.org/x", "#connectivity",
                                     "mailto:desk@example.org"};
  static const char *const unsafe[] = {"javascript:alert(1)",
                                       "JavaScript:x",
                                       "data:text/html,x",
                                       "file:///etc/passwd",
                                       "//example.org",
                                       "/absolute",
                                       "relative.html",
                                       "https://",
                                       "#",
                                       "",
                                       " https://x.org",
                                       "https://x.org/\nx",
                                       "java\tscript:x",
                                       "vbscript:x",
                                       "mailto:",
                                       "http:/x"};
  for (gsize i = 0; i < G_N_ELEMENTS(safe); i++)
    ck_assert_msg(adref_view_link_is_safe(safe[i]), "%s", safe[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(unsafe); i++)
    ck_assert_msg(!adref_view_link_is_safe(unsafe[i]), "%s", unsafe[i]);
  ck_assert(!adref_view_link_is_safe(NULL));
}
END_TEST

START_TEST(numbers)
{
  static const struct {
    AdrefClauseKind kind;
    const char *number, *negotiating, *clean;
  } rows[] = {
      {ADREF_OP, "12", "12.", "12."},  {ADREF_OP, "12 bis", "12 bis.", "12 bis."},
      {ADREF_PP, "PP3", "PP3", NULL},  {ADREF_PLAN_ITEM, "1.1", "1.1", "1.1"},
      {ADREF_PLAIN, NULL, NULL, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AdrefNode) clause = adref_node_new_clause(rows[i].kind, NULL);
    clause->as.clause->number = g_strdup(rows[i].number);
    g_autofree char *negotiating = adref_view_number(clause, ADREF_VIEW_NEGOTIATING);
    g_autofree char *clean = adref_view_number(clause, ADREF_VIEW_CLEAN);
    ck_assert_pstr_eq(negotiating, rows[i].negotiating);
    ck_assert_pstr_eq(clean, rows[i].clean);
  }
}
END_TEST

START_TEST(parties_in_order_of_appearance)
{
  g_autoptr(AdrefNode) tree = read_tree(
      "<!-- note LAO: x -->\n\n[a - THA, JPN / b - JPN; THA delete] x [c - LAO] y [d - THA]\n");
  static const char *const codes[] = {"LAO", "THA", "JPN"};
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(tree);
  ck_assert_uint_eq(counts->parties->len, G_N_ELEMENTS(codes));
  for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
    ck_assert_str_eq(adref_open_counts_party(counts, i)->code, codes[i]);
  ck_assert_uint_eq(adref_open_counts_party(counts, 1)->brackets, 2);
  ck_assert_uint_eq(adref_open_counts_party(counts, 0)->notes, 1);
  g_autofree char *words = adref_open_counts_words(counts, NULL);
  ck_assert_str_eq(words, "3 brackets open");
}
END_TEST

START_TEST(counts_of_a_text_without_brackets)
{
  g_autoptr(AdrefNode) tree = read_tree("Words.\n");
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(tree);
  g_autofree char *words = adref_open_counts_words(counts, NULL);
  ck_assert_str_eq(words, "no open bracket");
}
END_TEST

/* A clause counts as often as in the text that has most of it; so do all headings together. */
START_TEST(brackets_of_other_languages_count)
{
  g_autoptr(AdrefNode) en =
      read_tree("# T [x]\n\n<!-- op a -->\n[x - JPN] w\n\n<!-- op b -->\nw\n");
  g_autoptr(AdrefNode) fr =
      read_tree("# T\n\n<!-- op a -->\n[x - THA] w [y]\n\n<!-- op b -->\n[z - VNM]\n");
  g_autoptr(AdrefNode) ja =
      read_tree("# T [x] w [y]\n\n<!-- op a -->\n[x] w [...]\n\n<!-- op c -->\n[...]\n");
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(en);
  ck_assert_uint_eq(counts->brackets, 2);
  g_ptr_array_add(others, fr);
  g_ptr_array_add(others, ja);
  adref_open_counts_add_languages(counts, en, others);
  ck_assert_uint_eq(counts->brackets, 5);
  ck_assert_uint_eq(counts->placeholders, 2);
  ck_assert_uint_eq(counts->parties->len, 2);
  ck_assert_str_eq(adref_open_counts_party(counts, 1)->code, "VNM");
}
END_TEST

static GString *terminal(const AdrefNode *document, const AdrefViewOptions *options)
{
  return adref_terminal_write(document, options, 80, FALSE);
}

static GString *colored(const AdrefNode *document, const AdrefViewOptions *options)
{
  return adref_terminal_write(document, options, 0, TRUE);
}

static GString *akn(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(AdrefAknWork) work = adref_akn_work_new();
  work->statement = g_strdup("demo");
  work->day = g_strdup("2023-12-17");
  work->version_day = g_strdup("2023-12-17");
  return adref_akn_write(document, options, work);
}

typedef GString *(*Write)(const AdrefNode *document, const AdrefViewOptions *options);
static const Write outputs[] = {adref_html_write, terminal, colored, adref_json_write, akn};

START_TEST(nothing_leaks)
{
  g_autoptr(AdrefNode) tree = read_tree(EVERYTHING);
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(names, (gpointer)(guintptr) "SECRETA", (gpointer)(guintptr) "Secretland");
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    AdrefViewOptions options = {.view = view, .names = names};
    g_autoptr(GString) text = outputs[_i](tree, &options);
    g_autofree char *small = g_ascii_strdown(text->str, -1);
    ck_assert_int_eq(strstr(small, "secret") != NULL, view == ADREF_VIEW_NEGOTIATING);
    ck_assert_ptr_null(strstr(small, "secret comment"));
    ck_assert_int_eq(strstr(small, "agreed ad ref") || strstr(small, "\"type\": \"agreed\""),
                     view != ADREF_VIEW_CLEAN);
  }
}
END_TEST

START_TEST(no_depth_is_too_deep)
{
  enum {
    DEPTH = 20000
  };
  AdrefNode *at = new_paragraph();
  g_autoptr(AdrefNode) tree = document_of(at);
  for (int i = 0; i < DEPTH; i++) {
    static const AdrefNodeType types[] = {ADREF_EMPH, ADREF_BRACKET, ADREF_ALTERNATIVE};
    AdrefNode *child = adref_node_new(types[i % 3]);
    adref_node_append(at, child);
    at = child;
  }
  add_text(at, "deep");
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  g_autoptr(GString) text = outputs[_i](tree, &options);
  ck_assert_ptr_nonnull(strstr(text->str, "deep"));
}
END_TEST

START_TEST(deep_blocks)
{
  enum {
    DEPTH = 5000
  };
  g_autoptr(AdrefNode) tree = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *at = adref_node_new_clause(ADREF_PLAIN, NULL);
  adref_node_append(tree, at);
  for (int i = 0; i < DEPTH; i++) {
    static const AdrefNodeType types[] = {ADREF_LIST, ADREF_ITEM, ADREF_QUOTE};
    AdrefNode *child = adref_node_new(types[i % 3]);
    adref_node_append(at, child);
    at = child;
  }
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(at, paragraph);
  add_text(paragraph, "deep");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  g_autoptr(GString) text = outputs[_i](tree, &options);
  ck_assert_ptr_nonnull(strstr(text->str, "deep"));
  ck_assert_uint_lt(text->len, 1000 * 1000);
}
END_TEST

START_TEST(an_empty_document_is_written)
{
  g_autoptr(AdrefNode) tree = adref_node_new(ADREF_DOCUMENT);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  g_autoptr(GString) text = outputs[_i](tree, &options);
  ck_assert_ptr_nonnull(text);
}
END_TEST

START_TEST(dropped_links_are_reported)
{
  g_autoptr(AdrefNode) tree =
      read_tree("First [x](javascript:alert(1))\nand [y](#nowhere) and [z](https://a.org).\n");
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .problems = problems};
  g_autoptr(GString) text = outputs[_i](tree, &options);
  ck_assert_uint_eq(problems->len, 2);
  const AdrefProblem *first = problems->pdata[0], *second = problems->pdata[1];
  ck_assert_str_eq(first->message, "the link to \"javascript:alert(1)\" is dropped; http, https, "
                                   "mailto and #clause are allowed");
  ck_assert_uint_eq(first->line, 1);
  ck_assert_str_eq(second->message,
                   "the link to \"#nowhere\" is dropped; no clause or heading has that id");
  ck_assert_ptr_null(strstr(text->str, "javascript"));
  ck_assert_ptr_null(strstr(text->str, "nowhere"));
}
END_TEST

/* The English half of a role names a party in English, and so does a page whose words are English.
 */
START_TEST(a_recorder_has_the_name_of_the_language)
{
  g_autoptr(AdrefPageWords) words = adref_page_words_builtin("ja");
  g_autofree char *both = adref_language_role_adopted(NULL, "日本", "Japan", NULL, "ja", words);
  g_autofree char *english = adref_language_role_adopted(NULL, "日本", "Japan", NULL, "ja", NULL);
  ck_assert_str_eq(both, "採択（記録：日本） / Adopted; recorded by Japan");
  ck_assert_str_eq(english, "Adopted; recorded by Japan");
}
END_TEST

START_TEST(an_annex_begins_with_its_headings)
{
  static const struct {
    const char *text, *begins; /* for each clause */
  } rows[] = {
      {"# T\n\n<!-- op a -->\nA\n\n<!-- annex b -->\n## B\n\nB\n\n<!-- annex c -->\nC\n", "..xx"},
      {"# T\n\n<!-- op a -->\nA\n\n## H\n\n### H\n\n<!-- annex b -->\nB\n", "..x.."},
      {"# T\n\n## H\n\n<!-- op a -->\nA\n\n## H\n\n<!-- annex b -->\nB\n\n## H\n", "...x.."},
      {"# T\n\n<!-- annex b -->\nB\n", ".x"},
      {"<!-- annex b -->\nB\n", "."},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AdrefNode) tree = read_tree(rows[i].text);
    g_autoptr(GString) begins = g_string_new(NULL);
    for (const AdrefNode *clause = tree->first; clause; clause = clause->next)
      g_string_append_c(begins, adref_view_begins_annex(clause) ? 'x' : '.');
    ck_assert_msg(strcmp(begins->str, rows[i].begins) == 0, "%s: %s", rows[i].text, begins->str);
  }
}
END_TEST

TCase *tcase_view(void)
{
  TCase *tcase = tcase_create("view");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, links);
  tcase_add_test(tcase, an_annex_begins_with_its_headings);
  tcase_add_test(tcase, a_recorder_has_the_name_of_the_language);
  tcase_add_test(tcase, numbers);
  tcase_add_test(tcase, parties_in_order_of_appearance);
  tcase_add_test(tcase, counts_of_a_text_without_brackets);
  tcase_add_test(tcase, brackets_of_other_languages_count);
  tcase_add_loop_test(tcase, nothing_leaks, 0, G_N_ELEMENTS(outputs));
  tcase_add_loop_test(tcase, no_depth_is_too_deep, 0, G_N_ELEMENTS(outputs));
  tcase_add_loop_test(tcase, deep_blocks, 0, G_N_ELEMENTS(outputs));
  tcase_add_loop_test(tcase, an_empty_document_is_written, 0, G_N_ELEMENTS(outputs));
  tcase_add_loop_test(tcase, dropped_links_are_reported, 0, G_N_ELEMENTS(outputs));
  return tcase;
}
