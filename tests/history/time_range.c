#include <time.h>

#include "cases.h"
#include "history/time_range.h"

/* Friday, 1 December 2023, 12:00 in Tokyo. */
enum {
  NOW = 1701399600
};

static char *written(gint64 time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local(time);
  return g_date_time_format(moment, "%Y-%m-%dT%H:%M:%S");
}

static void in_tokyo(void)
{
  g_setenv("TZ", "Asia/Tokyo", TRUE);
  tzset();
}

static void is_moment(const char *text, const char *expected)
{
  AdrefTimeRange when;
  g_autoptr(GError) error = NULL;
  adref_time_range_read(text, NOW, &when, &error);
  ck_assert_no_error(error);
  g_autofree char *found = written(when.last);
  ck_assert_msg(g_str_equal(found, expected), "%s: %s, not %s", text, found, expected);
  ck_assert_int_eq(when.first, when.last);
}

static void is_day(const char *text, const char *expected)
{
  AdrefTimeRange when;
  g_autoptr(GError) error = NULL;
  adref_time_range_read(text, NOW, &when, &error);
  ck_assert_no_error(error);
  g_autofree char *first = written(when.first), *last = written(when.last);
  g_autofree char *begin = g_strconcat(expected, "T00:00:00", NULL);
  g_autofree char *end = g_strconcat(expected, "T23:59:59", NULL);
  ck_assert_msg(g_str_equal(first, begin) && g_str_equal(last, end), "%s: %s to %s", text, first,
                last);
}

START_TEST(reads_days)
{
  in_tokyo();
  is_day("2023-11-30", "2023-11-30");
  is_day("2024-02-29", "2024-02-29");
  is_day("today", "2023-12-01");
  is_day("Yesterday", "2023-11-30");
  is_day("friday", "2023-12-01");
  is_day("last friday", "2023-11-24");
  is_day("last Tuesday", "2023-11-28");
  is_day("tue", "2023-11-28");
  is_day("last.sat", "2023-11-25");
}
END_TEST

START_TEST(reads_moments)
{
  in_tokyo();
  is_moment("2023-12-01T18:00", "2023-12-01T18:00:00");
  is_moment("2023-12-01 18:00:30", "2023-12-01T18:00:30");
  is_moment("2023-12-01T18:00Z", "2023-12-02T03:00:00");
  is_moment("2023-12-01T18:00+07:00", "2023-12-01T20:00:00");
  is_moment("2023-12-01 18:00 -0500", "2023-12-02T08:00:00");
  is_moment("yesterday 18:00", "2023-11-30T18:00:00");
  is_moment("last tuesday 09:30", "2023-11-28T09:30:00");
  is_moment("now", "2023-12-01T12:00:00");
  is_moment("30 minutes ago", "2023-12-01T11:30:00");
  is_moment("an hour ago", "2023-12-01T11:00:00");
  is_moment("2.days.ago", "2023-11-29T12:00:00");
  is_moment("1 week ago", "2023-11-24T12:00:00");
  is_moment("last week", "2023-11-24T12:00:00");
  is_moment("3 months ago", "2023-09-01T12:00:00");
  is_moment("10 years ago", "2013-12-01T12:00:00");
}
END_TEST

START_TEST(has_limits)
{
  AdrefTimeRange range;
  g_autofree char *most = g_strdup_printf("%100s", "today"), *longer = g_strconcat(" ", most, NULL);
  in_tokyo();
  ck_assert(adref_time_range_read(most, NOW, &range, NULL));
  ck_assert(!adref_time_range_read(longer, NOW, &range, NULL));
  ck_assert(adref_time_range_read("100000 minutes ago", NOW, &range, NULL));
  ck_assert_int_eq(range.first, NOW - 100000 * 60);
  ck_assert(!adref_time_range_read("100001 minutes ago", NOW, &range, NULL));
  ck_assert(adref_time_range_read("2023-12-01 18:00 +14:59", NOW, &range, NULL));
  ck_assert(!adref_time_range_read("2023-12-01 18:00 +15:00", NOW, &range, NULL));
}
END_TEST

START_TEST(refuses_what_is_no_date)
{
  static const char *const texts[] = {"",
                                      " ",
                                      "x",
                                      "last",
                                      "ago",
                                      "2 ago",
                                      "days ago",
                                      "two days ago",
                                      "-1 days ago",
                                      "2 days",
                                      "100001 days ago",
                                      "99999 years ago",
                                      "2 dayz ago",
                                      "2023-13-01",
                                      "2023-02-30",
                                      "2023-12-1",
                                      "2023-12-01T",
                                      "2023-12-01x",
                                      "2023-12-01T25:00",
                                      "2023-12-01T18",
                                      "2023-12-01T18:00+25:00",
                                      "2023-12-01 18:00 x",
                                      "2023-12-01 18:00 Z Z",
                                      "tu",
                                      "last today",
                                      "today yesterday",
                                      "a b c d e f g h i j k",
                                      NULL};
  in_tokyo();
  for (gsize i = 0; texts[i]; i++) {
    AdrefTimeRange when = {1, 2};
    g_autoptr(GError) error = NULL;
    ck_assert_msg(!adref_time_range_read(texts[i], NOW, &when, &error), "%s", texts[i]);
    ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_USAGE));
    ck_assert(when.first == 1 && when.last == 2);
  }
  GError *error = NULL;
  ck_assert(!adref_time_range_read("nowish", NOW, &(AdrefTimeRange){0, 0}, &error));
  ck_assert_error(error, "\"nowish\" is not a date; allowed are 2023-12-01, today, yesterday, "
                         "tuesday, last tuesday, each perhaps with a time (2023-12-01T18:00, "
                         "yesterday 18:00), and 2 days ago (minutes, hours, days, weeks, months, "
                         "years)");
}
END_TEST

TCase *tcase_time_range(void)
{
  TCase *tcase = tcase_create("time_range");
  tcase_add_test(tcase, reads_days);
  tcase_add_test(tcase, reads_moments);
  tcase_add_test(tcase, has_limits);
  tcase_add_test(tcase, refuses_what_is_no_date);
  return tcase;
}
