#include "language/date_phrase.h"

#include <string.h>

#include "language/cases.h"

/* The first tokens of a text are a date with this key, year-month-day; "" for no date. */
static void is_date(const char *language, const char *text, const char *key, guint tokens)
{
  ReadText read = read_tokens(language, text);
  g_autoptr(GString) actual = g_string_new(NULL);
  guint n = adref_date_phrase_read(&read.reader, 0, actual);
  read_text_clear(&read);
  ck_assert_msg(strcmp(n ? actual->str : "", key) == 0 && n == tokens, "%s: %s of %u tokens", text,
                actual->str, n);
}

START_TEST(day_first)
{
  is_date("en", "17 December 2023", "2023-12-17", 3);
  is_date("en", "17th of December, 2023", "2023-12-17", 6);
  is_date("en", "Sunday, 17 Dec. 2023", "2023-12-17", 6);
  is_date("en", "17 December", "-1-12-17", 2);
  is_date("en", "17 Dec.2023", "2023-12-17", 4);
  is_date("en", "17 Dec. We", "-1-12-17", 2);
  is_date("en", "17 Dec .2023", "-1-12-17", 2);
  is_date("en", "Sunday 17 December", "-1-12-17", 3);
  is_date("en", "17 December, we", "-1-12-17", 2);
  is_date("en", "Sunday", "", 0);
  is_date("en", "Ninth day of October in the Year Two Thousand and Twenty-Four", "2024-10-9", 13);
  is_date("en", "fifteenth of May two thousand and thirty", "2030-5-15", 7);
  is_date("en", "9 October in the year 2024", "2024-10-9", 6);
  is_date("en", "9 October in the room", "-1-10-9", 2);
  is_date("en", "9 October two thousand and thirty people", "-1-10-9", 2);
  is_date("en", "first of May two thousand people", "-1-5-1", 3);
  is_date("fr", "17 mai 2023", "2023-5-17", 3);
  is_date("en", "1 May 2023", "2023-5-1", 3);
  is_date("en", "1 may 2023", "", 0);
  is_date("en", "0 May 2023", "", 0);
  is_date("en", "31 May 2023", "2023-5-31", 3);
  is_date("en", "32 May 2023", "", 0);
}
END_TEST

START_TEST(month_first)
{
  is_date("en", "December 17, 2023", "2023-12-17", 4);
  is_date("en", "December 17th, 2023", "2023-12-17", 5);
  is_date("en", "December 2023", "2023-12--1", 2);
  is_date("en", "December 17", "-1-12-17", 2);
  is_date("en", "December 32", "-1-12--1", 1);
  is_date("en", "December, 2023", "2023-12--1", 3);
  is_date("en", "December", "", 0);
  is_date("en", "may 2023", "", 0);
}
END_TEST

START_TEST(digits_only)
{
  is_date("en", "2023-12-17", "2023-12-17", 5);
  is_date("en", "17/12/2023", "2023-12-17", 5);
  is_date("en", "31/12/23", "23-12-31", 5);
  is_date("en", "32/12/23", "32-12-23", 5);
  is_date("en", "2023-12/17", "", 0);
  is_date("en", "2023/12-17", "", 0);
  is_date("en", "2023-12-x", "", 0);
  is_date("en", "2023-123-17", "", 0);
  is_date("en", "x-12-17", "", 0);
  is_date("en", "2023 -12-17", "", 0);
  is_date("en", "2023- 12-17", "", 0);
  is_date("en", "2023-12- 17", "", 0);
}
END_TEST

START_TEST(east_asian)
{
  is_date("ja", "2023年12月17日", "2023-12-17", 6);
  is_date("ja", "12月17日", "-1-12-17", 4);
  is_date("ja", "令和5年12月", "2023-12--1", 6);
  is_date("ja", "平成1年", "1989--1--1", 4);
  is_date("ja", "1000年", "1000--1--1", 2);
  is_date("ja", "999年", "", 0);
  is_date("ja", "5年", "", 0);
  is_date("ja", "令和", "", 0);
  is_date("ja", "令和12月", "", 0);
  is_date("ja", "17日", "", 0);
  is_date("ja", "2023年17日", "2023--1--1", 2);
  is_date("ja", "二千二十三年十二月", "2023-12--1", 9);
  is_date("ja", "5.5月", "", 0);
  is_date("ja", "99999年", "9999--1--1", 2);
}
END_TEST

START_TEST(vietnamese)
{
  is_date("vi", "ngày 17 tháng 12 năm 2023", "2023-12-17", 6);
  is_date("vi", "tháng 12 năm 2023", "2023-12--1", 4);
  is_date("vi", "tháng 0 năm 2023", "2023-0--1", 4);
  is_date("vi", "tháng 12", "-1-12--1", 2);
  is_date("vi", "ngày 17/12/2023", "2023-12-17", 6);
  is_date("vi", "ngày năm 2023", "", 0);
  is_date("vi", "năm 20230", "", 0);
  is_date("en", "ngày 17", "", 0);
}
END_TEST

/* Years of the Buddhist calendar are those of the common one plus 543. */
START_TEST(thai_years)
{
  is_date("th", "17/12/2566", "2023-12-17", 5);
  is_date("th", "17/12/2401", "1858-12-17", 5);
  is_date("th", "17/12/2400", "2400-12-17", 5);
  is_date("en", "17/12/2566", "2566-12-17", 5);
}
END_TEST

START_TEST(years_have_four_digits)
{
  ReadText read = read_tokens("en", "1000 999 2699 2700 0999 20230");
  static const gint years[] = {1000, -1, 2699, -1, -1, -1, -1};
  for (guint i = 0; i < G_N_ELEMENTS(years); i++)
    ck_assert_int_eq(adref_date_phrase_year(&read.reader, i), years[i]);
  read_text_clear(&read);
}
END_TEST

TCase *tcase_date_phrase(void)
{
  TCase *tcase = tcase_create("date_phrase");
  tcase_add_test(tcase, day_first);
  tcase_add_test(tcase, month_first);
  tcase_add_test(tcase, digits_only);
  tcase_add_test(tcase, east_asian);
  tcase_add_test(tcase, vietnamese);
  tcase_add_test(tcase, thai_years);
  tcase_add_test(tcase, years_have_four_digits);
  return tcase;
}
