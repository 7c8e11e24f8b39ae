#include "view/sign_words.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "view/cases.h"

static AdrefPageWords *japanese(void)
{
  return adref_page_words_builtin("ja");
}

START_TEST(signs_in_words_of_the_page)
{
  static const struct {
    const char *sign, *expected;
  } cases[] = {
      {"(moved) ", "(移動) "},
      {"(moved from here)", "(ここから移動)"},
      {"(moved, was a list item) ", "(移動、元は列挙の項目) "},
      {"(was a paragraph) ", "(元は段落) "},
      {"(was at level 2) ", "(元は第2階層) "},
      {"(paragraph) ", "(段落) "},
      {"(heading 3) ", "(第3階層の見出し) "},
      {"(quote) ", "(引用) "},
      {"(list) ", "(箇条書き) "},
      {"(list, spaced) ", "(箇条書き、行間あり) "},
      {"(list from 3, with \")\", spaced) ", "(番号付きの列挙、行間あり、3から \")\") "},
      {"(numbered list with labels from 3, with \")\")",
       "(番号付きの列挙、ラベル付き、3から \")\")"},
      {"(row 3) two words", "(第3行) two words"},
      {"(column 2)", "(第2列)"},
      {"(column Name)", "(列 Name)"},
      {"(columns left, centred, right, as usual)", "(列の揃え \u2190 \u2194 \u2192 \u00B7)"},
      {"(rule)", "(区切り線)"},
      {"(text) ", NULL},
      {"(heading x)", NULL},
      {"(listing)", NULL},
      {"(moved", NULL},
      {"moved", NULL},
      {" (https://example.org)", NULL},
      {"", NULL},
  };
  g_autoptr(AdrefPageWords) words = japanese();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *own = adref_sign_words(cases[i].sign, words);
    ck_assert_msg(g_strcmp0(own, cases[i].expected) == 0, "%s: %s", cases[i].sign,
                  own ? own : "none");
  }
}
END_TEST

/* On an English page, and without a table, they stay as text and Markdown have them. */
START_TEST(english_signs_stay)
{
  g_autoptr(AdrefPageWords) english = adref_page_words_builtin("en");
  ck_assert_ptr_null(adref_sign_words("(was a list item) ", english));
  ck_assert_ptr_null(adref_sign_words("(moved) ", NULL));
}
END_TEST

static void quotes(const char *quote, const char *expected)
{
  g_autoptr(AdrefPageWords) words = japanese();
  g_autofree char *own = adref_sign_words_quote(quote, words);
  ck_assert_str_eq(own, expected);
}

START_TEST(quotes_of_findings)
{
  quotes("[shall - JPN / should - G77, ASEAN; EU delete]",
         "[shall - JPN / should - G77, ASEAN; EU 削除]");
  quotes("[a - JPN retain / b - EU oppose; THA reserve]", "[a - JPN 維持 / b - EU 反対; THA 留保]");
  quotes("[we delete / they EU deleted]", "[we delete / they EU deleted]");
  quotes("EU delete; JPN retain", "EU delete; JPN retain");
  quotes("(paragraph)", "(段落)");
  quotes("deleted", "削除");
  quotes("", "");
  g_autofree char *english = adref_sign_words_quote("[a; EU delete]", NULL);
  ck_assert_str_eq(english, "[a; EU delete]");
}
END_TEST

/* The words of a clause of which only the number was kept; a clean view changes no word. */
START_TEST(words_of_a_deleted_clause)
{
  static const char text[] = "\\[deleted\\]\n\nTwo [deleted] words\n";
  g_autoptr(AdrefPageWords) words = japanese();
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), NULL, NULL, NULL);
  const AdrefNode *first = document->first->first->first;
  AdrefViewOptions options = {.words = words};
  g_autofree char *own = adref_sign_words_of_deleted(first, &options);
  ck_assert_str_eq(own, "[削除]");
  ck_assert_ptr_null(adref_sign_words_of_deleted(document->last->first->first, &options));
  options.view = ADREF_VIEW_CLEAN;
  ck_assert_ptr_null(adref_sign_words_of_deleted(first, &options));
  options = (AdrefViewOptions){.words = NULL};
  ck_assert_ptr_null(adref_sign_words_of_deleted(first, &options));
}
END_TEST

TCase *tcase_sign_words(void)
{
  TCase *tcase = tcase_create("sign_words");
  tcase_add_test(tcase, signs_in_words_of_the_page);
  tcase_add_test(tcase, english_signs_stay);
  tcase_add_test(tcase, quotes_of_findings);
  tcase_add_test(tcase, words_of_a_deleted_clause);
  return tcase;
}
