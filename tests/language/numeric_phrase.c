#include "language/cases.h"

START_TEST(numbers)
{
  phrases_are("en", "for 5,000 people", "number: 5,000 < 5000>\n");
  phrases_are("en", "of five thousand people", "number: five thousand < 5000>\n");
  phrases_are("en", "of one hundred people", "number: one hundred < 100>\n");
  phrases_are("en", "one of it", "weak number: one < 1>\n");
  phrases_are("en", "at least 12 people", "number: at least 12 < at least 12>\n");
  phrases_are("en", "up to 5 people", "number: up to 5 < at most 5>\n");
  phrases_are("en", "the 17th session", "number: 17th < 17th>\n");
  phrases_are("en", "the first meeting", "weak number: first <first>\n");
  phrases_are("en", "in 17 ways", "number: 17 < 17>\n");
  phrases_are("en", "in its ways", "");
  phrases_are("en", "the 17 th", "number: 17 < 17>\n");
  phrases_are("en", "at least the", "");
  phrases_are("en", "at least first", "weak number: first <first>\n");
  phrases_are("en", "by first", "weak number: first <first>\n");
  phrases_are("en", "of two", "number: two < 2>\n");
  phrases_are("en", "one hundred", "number: one hundred < 100>\n");
  phrases_are("en", "of 11,111,111,111,111,111,111,111,111,111.55 people",
              "number: 11,111,111,111,111,111,111,111,111,111.55"
              " < 11,111,111,111,111,111,111,111,111,111.55>\n");
}
END_TEST

START_TEST(amounts)
{
  phrases_are("en", "of 30%", "number: 30% < 30 %>\n");
  phrases_are("en", "at least 30 per cent", "number: at least 30 per cent < at least 30 %>\n");
  phrases_are("en", "5 to 10 per cent", "number: 5 to 10 per cent < 5..10 %>\n");
  phrases_are("en", "US$ 5 million", "number: US$ 5 million < USD 5000000>\n");
  phrases_are("en", "5 million yen", "number: 5 million yen < 5000000 JPY>\n");
  phrases_are("en", "30 %, at most", "number: 30 % < 30 %>\n");
  phrases_are("en", "5 yen per day", "number: 5 yen < 5 JPY>\n");
  phrases_are("en", "per cent", "");
  phrases_are("zh", "500日元", "number: 500日元 < 500 JPY>\n");
  phrases_are("zh", "500日", "date: 500日 < 500 day>\n");
  phrases_are("en", "one dollar", "number: one dollar < 1 USD>\n");
}
END_TEST

START_TEST(times)
{
  phrases_are("en", "within 30 days", "date: within 30 days < within 30 day>\n");
  phrases_are("en", "a 30-day period", "date: 30-day < 30 day>\n");
  phrases_are("en", "thirty (30) days", "date: thirty (30) days < 30 day>\n");
  phrases_are("en", "every two years", "date: every two years < every 2 year>\n");
  phrases_are("en", "one day", "date: one day < 1 day>\n");
  phrases_are("en", "by March", "date: by March < by  March>\n");
  phrases_are("en", "no later than 31 March 2025",
              "date: no later than 31 March 2025 < no later than2025-3-31>\n");
  phrases_are("en", "30 -day", "number: 30 < 30>\n");
  phrases_are("en", "30-fold", "number: 30 < 30>\n");
  phrases_are("en", "by may", "doubtful strength: may <may>\n");
  phrases_are("en", "within 30 people", "number: 30 < 30>\n");
  phrases_are("en", "over 30 days", "date: over 30 days < over 30 day>\n");
  phrases_are("ja", "3月1日まで", "date: 3月1日まで <-1-3-1 まで>\n");
  phrases_are("en", "on 3 May by 4 May",
              "date: on 3 May < on-1-5-3>\ndate: by 4 May < by-1-5-4>\n");
  phrases_are("en", "since May 2019", "date: since May 2019 < since2019-5--1>\n");
}
END_TEST

/* A figure is a year from 1900 to 2199, when a limit stands before it or when it counts nothing. */
START_TEST(years)
{
  phrases_are("en", "in 1899", "number: 1899 < 1899>\n");
  phrases_are("en", "in 1900", "date: in 1900 < in 1900>\n");
  phrases_are("en", "in 2199", "date: in 2199 < in 2199>\n");
  phrases_are("en", "in 2200", "number: 2200 < 2200>\n");
  phrases_are("en", "2023 shall", "date: 2023 < 2023>\nstrength: shall <shall>\n");
  phrases_are("en", "2023 people", "number: 2023 < 2023>\n");
  phrases_are("en", "2023 of", "date: 2023 < 2023>\n");
  phrases_are("en", "2023 and", "date: 2023 < 2023>\nweak conjunction: and <and>\n");
  phrases_are("en", "of -5 km", "number: -5 km < -5 km>\n");
  phrases_are("en", "of .05", "number: .05 < 0.05>\n");
  phrases_are("en", "two-thirds", "number: two-thirds < 2/3>\n");
  phrases_are("en", "four quarters", "date: four quarters < 4 quarter>\n");
  phrases_are("en", "fifty-first", "number: fifty-first < 51th>\n");
  phrases_are("en", "10 mW", "number: 10 mW < 10 mW>\n");
  phrases_are("en", "three dozen", "number: three dozen < 36>\n");
  phrases_are("en", "1880 Century Park", "number: 1880 < 1880>\nname: Park <park>\n");
  phrases_are("en", "2023km", "number: 2023km < 2023 km>\n");
  phrases_are("en", "2023 to 2025", "date: 2023 to 2025 < 2023..2025>\n");
  phrases_are("en", "in 2023 to 2025", "date: in 2023 to 2025 < in 2023..2025>\n");
  phrases_are("en", "2023-2025 tonnes", "number: 2023-2025 tonnes < 2023..2025 tonne>\n");
  phrases_are("fr", "de 2025 à 2027", "date: de 2025 à 2027 < de 2025..2027>\n");
  phrases_are("en", "up to 2023 people", "number: up to 2023 < at most 2023>\n");
  phrases_are("en", "in 2023 people", "date: in 2023 < in 2023>\n");
  phrases_are("th", "2699", "date: 2699 < 2699>\n");
  phrases_are("en", "2023-related", "date: 2023 < 2023>\n");
  phrases_are("en", "$ 2023", "number: $ 2023 < USD 2023>\n");
  phrases_are("th", "2443", "date: 2443 < 2443>\n");
  phrases_are("th", "2442", "number: 2442 < 2442>\n");
  phrases_are("en", "2443", "number: 2443 < 2443>\n");
}
END_TEST

TCase *tcase_numeric_phrase(void)
{
  TCase *tcase = tcase_create("numeric_phrase");
  tcase_add_test(tcase, numbers);
  tcase_add_test(tcase, amounts);
  tcase_add_test(tcase, times);
  tcase_add_test(tcase, years);
  return tcase;
}
