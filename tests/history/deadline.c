#include <string.h>

#include "cases.h"
#include "history/deadline.h"

static void is_kept(const char *text, const char *kept, gint64 time, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefDeadline) deadline = adref_deadline_read(text, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(deadline->text, kept);
  ck_assert_int_eq(deadline->time, time);
  g_autofree char *said = adref_deadline_words(deadline);
  ck_assert_str_eq(said, words);
  g_autoptr(AdrefDeadline) again = adref_deadline_parse(kept);
  ck_assert(again && again->time == time && again->offset == deadline->offset);
  ck_assert_str_eq(again->text, kept);
}

static void is_refused(const char *text, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_deadline_read(text, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_USAGE));
  ck_assert_str_eq(error->message, message);
}

START_TEST(keeps_the_zone_and_the_moment)
{
  is_kept("2023-12-01T18:00[Asia/Tokyo]", "2023-12-01T18:00+09:00[Asia/Tokyo]", 1701421200,
          "2023-12-01 18:00 Asia/Tokyo (09:00 UTC)");
  is_kept("2023-12-01T18:00+09:00[Asia/Tokyo]", "2023-12-01T18:00+09:00[Asia/Tokyo]", 1701421200,
          "2023-12-01 18:00 Asia/Tokyo (09:00 UTC)");
  is_kept("2024-07-01T18:00[America/New_York]", "2024-07-01T18:00-04:00[America/New_York]",
          1719871200, "2024-07-01 18:00 America/New_York (22:00 UTC)");
  is_kept("2023-12-01T08:30[Asia/Kathmandu]", "2023-12-01T08:30+05:45[Asia/Kathmandu]", 1701398700,
          "2023-12-01 08:30 Asia/Kathmandu (02:45 UTC)");
  is_kept("2023-12-01T05:00[Asia/Tokyo]", "2023-12-01T05:00+09:00[Asia/Tokyo]", 1701374400,
          "2023-12-01 05:00 Asia/Tokyo (2023-11-30 20:00 UTC)");
  is_kept("2024-02-29T00:00[UTC]", "2024-02-29T00:00+00:00[UTC]", 1709164800,
          "2024-02-29 00:00 UTC");
}
END_TEST

START_TEST(hours_that_come_twice_want_their_offset)
{
  is_refused("2023-10-29T02:30[Europe/Brussels]",
             "02:30 occurs twice on 2023-10-29 in Europe/Brussels, where the clocks are put back; "
             "allowed are +02:00[Europe/Brussels] and +01:00[Europe/Brussels] after it");
  is_kept("2023-10-29T02:30+02:00[Europe/Brussels]", "2023-10-29T02:30+02:00[Europe/Brussels]",
          1698539400, "2023-10-29 02:30 Europe/Brussels (00:30 UTC)");
  is_kept("2023-10-29T02:30+01:00[Europe/Brussels]", "2023-10-29T02:30+01:00[Europe/Brussels]",
          1698543000, "2023-10-29 02:30 Europe/Brussels (01:30 UTC)");
  is_kept("2023-10-29T03:00[Europe/Brussels]", "2023-10-29T03:00+01:00[Europe/Brussels]",
          1698544800, "2023-10-29 03:00 Europe/Brussels (02:00 UTC)");
}
END_TEST

START_TEST(says_what_there_is_not)
{
  is_refused("2023-03-26T02:30[Europe/Brussels]",
             "there is no 02:30 on 2023-03-26 in Europe/Brussels: the clocks skip it");
  is_refused("2011-12-30T12:00[Pacific/Apia]",
             "there is no 12:00 on 2011-12-30 in Pacific/Apia: the clocks skip it");
  is_refused("2023-02-29T18:00[Asia/Tokyo]", "there is no day 2023-02-29");
  is_refused("2023-13-01T18:00[Asia/Tokyo]", "there is no day 2023-13-01");
  is_refused("2023-12-01T24:00[Asia/Tokyo]",
             "there is no hour 24:00; a day goes from 00:00 to 23:59");
  is_refused("2023-12-01T18:00+08:00[Asia/Tokyo]",
             "the offset of Asia/Tokyo is +09:00 at that time; the text has another one");
  is_refused("2023-12-01T18:00[Asia/Tokio]",
             "unknown time zone \"Asia/Tokio\"; allowed are names such as Asia/Tokyo, "
             "Europe/Brussels and UTC");
}
END_TEST

START_TEST(takes_nothing_else)
{
  static const char *const zones[] = {
      "",       "/etc/localtime", "../UTC",      "Asia/../UTC",
      "+09:00", "Asia/",          "Asia//Tokyo", "EST5EDT,M3.2.0,M11.1.0"};
  static const char *const texts[] = {"2023-12-01T18:00",
                                      "2023-12-01T18:00+09:00",
                                      "2023-12-01 18:00[Asia/Tokyo]",
                                      "tomorrow",
                                      "2023-12-01T18:00[Asia/Tokyo] ",
                                      "2023-12-01T18:00[Asia/Tokyo",
                                      "2023-12-01T18:00+0900[Asia/Tokyo]",
                                      ""};
  for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
    g_autofree char *text = g_strdup_printf("2023-12-01T18:00[%s]", zones[i]);
    g_autofree char *kept = g_strdup_printf("2023-12-01T18:00+09:00[%s]", zones[i]);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(adref_deadline_read(text, &error));
    ck_assert(g_str_has_prefix(error->message, "unknown time zone"));
    ck_assert_ptr_null(adref_deadline_parse(kept));
  }
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(adref_deadline_read(texts[i], &error));
    ck_assert(g_str_has_suffix(error->message, "such as 2023-12-01T18:00[Asia/Tokyo]"));
    ck_assert_ptr_null(adref_deadline_parse(texts[i]));
  }
}
END_TEST

static AdrefDeadline *parse_with_zone_of(gsize length)
{
  g_autofree char *zone = g_strnfill(length, 'Z');
  g_autofree char *text = g_strdup_printf("2023-12-01T18:00+09:00[%s]", zone);
  return adref_deadline_parse(text);
}

START_TEST(has_limits)
{
  static const char *const good[] = {"1970-01-01T00:00+00:00[UTC]", "2023-12-01T23:59-18:59[A/B]"};
  static const char *const bad[] = {"1969-12-31T23:59+00:00[UTC]", "2023-12-01T18:00+19:00[A/B]",
                                    "2023-12-01T18:00+09:60[A/B]", "2023-12-01T18:60+09:00[A/B]"};
  for (gsize i = 0; i < G_N_ELEMENTS(good); i++) {
    g_autoptr(AdrefDeadline) deadline = adref_deadline_parse(good[i]);
    ck_assert_msg(deadline != NULL, "%s", good[i]);
    ck_assert_str_eq(deadline->text, good[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    ck_assert_msg(adref_deadline_parse(bad[i]) == NULL, "%s", bad[i]);
  g_autoptr(AdrefDeadline) longest = parse_with_zone_of(100 - strlen("2023-12-01T18:00+09:00[]"));
  ck_assert_ptr_nonnull(longest);
  ck_assert_ptr_null(parse_with_zone_of(101 - strlen("2023-12-01T18:00+09:00[]")));
}
END_TEST

START_TEST(says_how_long_it_is)
{
  static const struct {
    gint64 seconds;
    const char *words;
  } cases[] = {{59, "less than a minute"}, {60, "1 minute"},    {3600, "60 minutes"},
               {7200, "2 hours"},          {86400, "24 hours"}, {172800, "2 days"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = adref_deadline_duration(cases[i].seconds);
    ck_assert_str_eq(words, cases[i].words);
  }
}
END_TEST

TCase *tcase_deadline(void)
{
  TCase *tcase = tcase_create("deadline");
  tcase_add_test(tcase, keeps_the_zone_and_the_moment);
  tcase_add_test(tcase, hours_that_come_twice_want_their_offset);
  tcase_add_test(tcase, says_what_there_is_not);
  tcase_add_test(tcase, takes_nothing_else);
  tcase_add_test(tcase, has_limits);
  tcase_add_test(tcase, says_how_long_it_is);
  return tcase;
}
