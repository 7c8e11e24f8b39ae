#include "view/parallel_texts.h"

#include "cases.h"
#include "pdf_standard.h"
#include "view/html/html.h"
#include "view/pdf/pdf.h"

/* "a=a #=# -=new": the ids of pairs, # for clauses without one, - for none. */
static char *pairs_of(const char *left, const char *right)
{
  g_autoptr(AdrefNode) first = read_tree(left);
  g_autoptr(AdrefNode) second = read_tree(right);
  const AdrefNode *documents[] = {first, second}, *titles[] = {NULL, NULL};
  g_autoptr(GArray) pairs = adref_clause_pairs_new(documents, titles);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < pairs->len; i++)
    for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++) {
      const AdrefNode *clause = g_array_index(pairs, AdrefClausePair, i).clauses[side];
      const char *id = clause ? clause->as.clause->id : "-";
      g_string_append_printf(text, "%s%s", side > 0 ? "=" : i > 0 ? " " : "", id ? id : "#");
    }
  return g_string_free(text, FALSE);
}

START_TEST(clauses_are_paired)
{
  static const struct {
    const char *left, *right, *pairs;
  } rows[] = {
      {"<!-- op a -->\nA\n\n<!-- op b -->\nB\n", "<!-- op a -->\nA\n\n<!-- op b -->\nB\n",
       "a=a b=b"},
      {"<!-- op a -->\nA\n\n<!-- op b -->\nB\n", "<!-- op b -->\nB\n\n<!-- op a -->\nA\n",
       "a=a b=b"},
      {"<!-- op a -->\nA\n\n<!-- op b -->\nB\n",
       "<!-- op x -->\nX\n\n<!-- op a -->\nA\n\n<!-- op y -->\nY\n\n<!-- op z -->\nZ\n",
       "-=x a=a -=y -=z b=-"},
      {"## One\n\n<!-- op a -->\nA\n\n## Two\n\n<!-- op b -->\nB\n",
       "## Eins\n\n<!-- op a -->\nA\n\n<!-- op new -->\nN\n\n## Zwei\n\n<!-- op b -->\nB\n",
       "#=# a=a -=new #=# b=b"},
      {"<!-- op a -->\nA\n\n## One\n\n### Two\n", "<!-- op a -->\nA\n\n### Zwei\n", "a=a #=- #=#"},
      {"one\n\ntwo\n\nthree\n", "eins\n\nzwei\n", "#=# #=# #=-"},
      {"", "eins\n", "-=#"},
  };
  g_autofree char *pairs = pairs_of(rows[_i].left, rows[_i].right);
  ck_assert_str_eq(pairs, rows[_i].pairs);
}
END_TEST

#define LEFT                                                                                       \
  "# Title\n\n<!-- op a -->\nSee [paragraph 2](#b).\n\n<!-- op b -->\nB.\n\n<!-- op only -->\n"    \
  "Only here.\n"
#define RIGHT                                                                                      \
  "# \350\241\250\351\241\214\n\n<!-- op a -->\n\347\254\254[2](#b)\351\240\205\343\200\202\n\n"   \
  "<!-- op new -->\n\346\226\260\n\n<!-- op b -->\nB\n"

static AdrefParallelTexts two_texts(AdrefNode *const *documents, const AdrefViewOptions *options)
{
  AdrefParallelTexts parallel = {.review = NULL};
  parallel.texts[0] = (AdrefParallelText){documents[0], &options[0], {.name = "en.md"}, "English"};
  parallel.texts[1] = (AdrefParallelText){documents[1], &options[1], {.name = "ja.md"}, "Japanese"};
  return parallel;
}

static guint count(const char *text, const char *word)
{
  guint found = 0;
  for (const char *p = text; (p = strstr(p, word)); p++)
    found++;
  return found;
}

START_TEST(links_of_both_texts_lead_to_the_row)
{
  AdrefNode *documents[] = {read_tree(LEFT), read_tree(RIGHT)};
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    AdrefViewOptions options[] = {{.view = view, .language = "en"},
                                  {.view = view, .language = "ja"}};
    AdrefParallelTexts parallel = two_texts(documents, options);
    g_autoptr(GString) page = adref_html_parallel_write(&parallel);
    const char *row = view == ADREF_VIEW_NEGOTIATING ? "\"pair\" id=\"b\"" : "\"pair\" id=\"c3\"";
    const char *link = view == ADREF_VIEW_NEGOTIATING ? "<a href=\"#b\"" : "<a href=\"#c3\"";
    ck_assert_uint_eq(count(page->str, row), 1);
    ck_assert_uint_eq(count(page->str, link), 2);
    ck_assert_uint_eq(count(page->str, "<div lang=\"ja\">"), 6);
    ck_assert_uint_eq(count(page->str, ">not in the Japanese text<"), 1);
    ck_assert_uint_eq(count(page->str, ">not in the English text<"), 1);
    ck_assert_uint_eq(count(page->str, "<h1>"), 2);
  }
  adref_node_free(documents[0]);
  adref_node_free(documents[1]);
}
END_TEST

START_TEST(the_same_texts_give_the_same_bytes_and_say_their_language)
{
  GError *error = NULL;
  AdrefNode *documents[] = {read_tree(LEFT), read_tree(RIGHT)};
  AdrefViewOptions options[] = {{.language = "en"}, {.language = "ja"}};
  AdrefParallelTexts parallel = two_texts(documents, options);
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(GString) one = adref_pdf_parallel_write(&parallel, &page_options, NULL, NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GString) two = adref_pdf_parallel_write(&parallel, &page_options, NULL, NULL, &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(one->len, two->len);
  ck_assert_mem_eq(one->str, two->str, one->len);
  g_autofree char *languages = languages_of(one);
  ck_assert_str_eq(languages, "TH ja, TD ja, P en, TD ja, TD ja, TD ja, TD ja, P en");
  adref_node_free(documents[0]);
  adref_node_free(documents[1]);
}
END_TEST

START_TEST(a_missing_character_is_that_of_its_file)
{
  GError *error = NULL;
  AdrefNode *documents[] = {read_tree(LEFT), read_tree("A.\n\n\356\200\200\n")};
  AdrefViewOptions options[] = {{.language = "en"}, {.language = "ja"}};
  AdrefParallelTexts parallel = two_texts(documents, options);
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  ck_assert_ptr_null(adref_pdf_parallel_write(&parallel, &page_options, NULL, NULL, &error));
  ck_assert_error(error, "ja.md:3: no installed font has the character U+E000, which cannot be "
                         "printed");
  adref_node_free(documents[0]);
  adref_node_free(documents[1]);
}
END_TEST

START_TEST(languages_have_names)
{
  g_autofree char *english = adref_parallel_texts_language("en"),
                  *arabic = adref_parallel_texts_language("ar");
  g_autofree char *unknown = adref_parallel_texts_language("qqq");
  ck_assert_str_eq(english, "English");
  ck_assert_str_eq(arabic, "\330\247\331\204\330\271\330\261\330\250\331\212\330\251");
  ck_assert_str_eq(unknown, "qqq");
}
END_TEST

/* As on the page of one text, whatever their labels are. */
START_TEST(footnotes_have_numbers)
{
  static const char text[] = "# T\n\n<!-- op a -->\nA[^n11] and B[^x].\n\n[^n11]: One.\n\n"
                             "[^x]: Two.\n";
  g_autoptr(AdrefNode) first = read_tree(text);
  g_autoptr(AdrefNode) second = read_tree(text);
  AdrefNode *documents[] = {first, second};
  AdrefViewOptions options[] = {{.view = ADREF_VIEW_CLEAN, .language = "en"},
                                {.view = ADREF_VIEW_CLEAN, .language = "ja"}};
  AdrefParallelTexts parallel = two_texts(documents, options);
  g_autoptr(GString) html = adref_html_parallel_write(&parallel);
  ck_assert_ptr_nonnull(strstr(html->str, "A<sup>1</sup> and B<sup>2</sup>."));
  ck_assert_ptr_null(strstr(html->str, "n11"));
}
END_TEST

TCase *tcase_parallel_texts(void)
{
  TCase *tcase = tcase_create("parallel_texts");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, footnotes_have_numbers);
  tcase_add_loop_test(tcase, clauses_are_paired, 0, 7);
  tcase_add_test(tcase, links_of_both_texts_lead_to_the_row);
  tcase_add_test(tcase, the_same_texts_give_the_same_bytes_and_say_their_language);
  tcase_add_test(tcase, a_missing_character_is_that_of_its_file);
  tcase_add_test(tcase, languages_have_names);
  return tcase;
}
