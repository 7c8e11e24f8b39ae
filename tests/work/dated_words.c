#include "work/edit/dated_words.h"

#include <string.h>

#include "cases.h"
#include "clause/markdown/markdown_read.h"

static void finds_with_title(const char *title, const char *language, const char *text,
                             const char *place, const char *expected)
{
  const AdrefDatedWordsOptions options = {language, place, title};
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), NULL, NULL, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(adref_dated_words_free);
  g_autoptr(GString) actual = g_string_new(NULL);
  adref_dated_words_find(document, &options, found);
  for (guint i = 0; i < found->len; i++) {
    const AdrefDatedWords *words = found->pdata[i];
    g_string_append_printf(actual, "%s%s %s", i > 0 ? "; " : "", words->kind, words->words);
  }
  ck_assert_str_eq(actual->str, expected);
}

static void finds(const char *language, const char *text, const char *place, const char *expected)
{
  finds_with_title(NULL, language, text, place, expected);
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

START_TEST(ordinals_in_words)
{
  finds("en", "The fifty-first session and the fourth and the fifth round.", NULL,
        "ordinal fifty-first; ordinal fourth; ordinal fifth");
  finds("en", "In the third place, the second half of our work.", NULL, "");
  finds("en", "The chairmanship in 2025/26 and the centenary.", NULL,
        "date in 2025; ordinal centenary");
  finds("fr", "Le cinquantième anniversaire, la XXVIe session.", NULL,
        "ordinal cinquantième; ordinal XXVIe");
  finds("fr", "Le Vietnam, en premier lieu.", NULL, "");
  finds("es", "La quinta cumbre y el 26.º período.", NULL, "ordinal quinta; ordinal 26.º");
  finds("id", "Pertemuan kelima dan ke-50.", NULL, "ordinal kelima; ordinal ke-50");
  finds("ja", "友好協力50周年に際し、第五回会議は", NULL, "ordinal 50周年; ordinal 第五回");
  finds("ko", "제26차 정상회의와 50주년", NULL, "ordinal 제26차; ordinal 50주년");
  finds("zh", "第八届会议", NULL, "ordinal 第八届");
}
END_TEST

START_TEST(times_as_seen_from_the_day_of_the_meeting)
{
  finds("en", "Last year we met; we will meet again next year, as we said two years ago.", NULL,
        "time Last year; time next year; time two years ago");
  finds("en", "At last, years later, we use the last yearbook.", NULL, "");
  finds("fr", "L’année dernière et cette année.", NULL, "time L’année dernière; time cette année");
  finds("ja", "昨年の会合を想起し、来年に", NULL, "time 昨年; time 来年");
  finds("th", "เมื่อปีที่แล้ว", NULL, "time ปีที่แล้ว");
  finds("vi", "Năm ngoái và năm nay", NULL, "time Năm ngoái; time năm nay");
  finds("id", "Pada tahun lalu", NULL, "time tahun lalu");
  finds("ko", "작년에", NULL, "time 작년");
  finds("ar", "في العام الماضي", NULL, "time العام الماضي");
  finds("xx", "last year", NULL, "");
}
END_TEST

START_TEST(places_that_the_text_alone_says)
{
  finds("en", "# Title\n\nManila, 4 July 2025\n\nWe thank Manila.\n", NULL,
        "place Manila; date 4 July 2025; place Manila");
  finds("en", "We met in Hanoi, and Hanoi was kind. We trade in Rice.", NULL,
        "place Hanoi; place Hanoi");
  finds("ja", "我々は、京都において会合し、京都の", NULL, "place 京都; place 京都");
}
END_TEST

START_TEST(the_title_of_the_text_before)
{
  finds_with_title("Statement of 2025", "en",
                   "# Statement of 2025\n\nWe made the Statement of 2025.", NULL,
                   "title Statement of 2025; title Statement of 2025");
}
END_TEST

START_TEST(a_long_paragraph_takes_linear_time)
{
  g_autoptr(GString) text = g_string_new("Of");
  while (text->len < 1000000)
    g_string_append(text, " 2025");
  g_autoptr(AdrefNode) document = adref_markdown_read(text->str, text->len, NULL, NULL, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(adref_dated_words_free);
  const AdrefDatedWordsOptions options = {.language = "en"};
  adref_dated_words_find(document, &options, found);
  ck_assert_uint_eq(found->len, text->len / strlen(" 2025"));
}
END_TEST

TCase *tcase_dated_words(void)
{
  TCase *tcase = tcase_create("dated_words");
  tcase_add_test(tcase, dates_years_and_ordinals);
  tcase_add_test(tcase, ordinals_in_words);
  tcase_add_test(tcase, times_as_seen_from_the_day_of_the_meeting);
  tcase_add_test(tcase, places_that_the_text_alone_says);
  tcase_add_test(tcase, the_title_of_the_text_before);
  tcase_add_test(tcase, a_long_paragraph_takes_linear_time);
  return tcase;
}
