#include "work/edit/dated_words.h"

#include <string.h>

#include "cases.h"
#include "clause/markdown/markdown_read.h"

static void finds(const char *language, const char *text, const char *place, const char *expected)
{
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), NULL, NULL, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(adref_dated_words_free);
  g_autoptr(GString) actual = g_string_new(NULL);
  adref_dated_words_find(document, language, place, found);
  for (guint i = 0; i < found->len; i++) {
    const AdrefDatedWords *words = found->pdata[i];
    g_string_append_printf(actual, "%s%s %s", i > 0 ? "; " : "", words->kind, words->words);
  }
  ck_assert_str_eq(actual->str, expected);
}

START_TEST(dates_years_and_ordinals)
{
  finds("en", "At the 26th Summit in Tokyo on 17 December 2023 we met.", "Tokyo",
        "ordinal 26th; place Tokyo; date on 17 December 2023");
  finds("en", "The fiftieth anniversary of the 1982 Convention; the second meeting.", NULL,
        "ordinal fiftieth; year 1982; ordinal second");
  finds("en", "A second thought, 5,000 people, 2.500 and 12 projects, on the first day.", NULL, "");
  finds("en", "Adopted on the Twelfth day of November in the Year Two Thousand and Twenty-Two.",
        NULL, "date Twelfth day of November in the Year Two Thousand and Twenty-Two");
  finds("fr", "La 3e réunion, à Tokyo.", "Tokyo", "ordinal 3e; place Tokyo");
  finds("ja", "第26回会議を東京で開いた。", "東京", "ordinal 第26回; place 東京");
  finds("th", "การประชุมครั้งที่ 26", NULL, "ordinal ครั้งที่ 26");
}
END_TEST

TCase *tcase_dated_words(void)
{
  TCase *tcase = tcase_create("dated_words");
  tcase_add_test(tcase, dates_years_and_ordinals);
  return tcase;
}
