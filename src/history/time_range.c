#include "history/time_range.h"

#include <stdlib.h>
#include <string.h>

#include "history/date_scan.h"

enum {
  MAX_WORDS = 8 /* of a text; no form has more than five */
};

/* The words of the text; `at` is the next word to read. */
typedef struct {
  char **at;
  GDateTime *now;
} TimeRangeReader;

static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};

static gboolean accept_word(TimeRangeReader *self, const char *word)
{
  if (!*self->at || strcmp(*self->at, word) != 0)
    return FALSE;
  self->at++;
  return TRUE;
}

static GTimeZone *read_zone(const char *text)
{
  const char *at = text;
  int hours, minutes;
  if (strcmp(text, "z") == 0)
    return g_time_zone_new_utc();
  if (*at != '+' && *at != '-')
    return NULL;
  at++;
  if (!adref_date_scan_digits(&at, 2, &hours))
    return NULL;
  adref_date_scan_character(&at, ':');
  if (!adref_date_scan_digits(&at, 2, &minutes) || *at || hours > 14 || minutes > 59)
    return NULL;
  return g_time_zone_new_offset((hours * 60 + minutes) * (*text == '-' ? -60 : 60));
}

/* Reads a time after a day, with or without a zone; *moment is `day` at that time. */
static gboolean read_time(TimeRangeReader *self, const char *text, GDateTime *day,
                          GDateTime **moment)
{
  int hour, minute, second = 0;
  if (!adref_date_scan_digits(&text, 2, &hour) || !adref_date_scan_character(&text, ':') ||
      !adref_date_scan_digits(&text, 2, &minute) ||
      (adref_date_scan_character(&text, ':') && !adref_date_scan_digits(&text, 2, &second)))
    return FALSE;
  if (*text == '\0' && *self->at)
    text = *self->at++;
  g_autoptr(GTimeZone) zone = *text ? read_zone(text) : g_time_zone_new_local();
  if (!zone)
    return FALSE;
  *moment = g_date_time_new(zone, g_date_time_get_year(day), g_date_time_get_month(day),
                            g_date_time_get_day_of_month(day), hour, minute, second);
  return *moment != NULL;
}

static GDateTime *midnight(GDateTime *moment)
{
  return g_date_time_new_local(g_date_time_get_year(moment), g_date_time_get_month(moment),
                               g_date_time_get_day_of_month(moment), 0, 0, 0);
}

static GDateTime *days_back(const TimeRangeReader *self, int days)
{
  g_autoptr(GDateTime) today = midnight(self->now);
  return g_date_time_add_days(today, -days);
}

static GDateTime *read_weekday(TimeRangeReader *self, const char *word, gboolean ended)
{
  for (int i = 0; i < (int)G_N_ELEMENTS(weekdays); i++)
    if (strlen(word) >= 3 && g_str_has_prefix(weekdays[i], word)) {
      int back = (g_date_time_get_day_of_week(self->now) + 6 - i) % 7;
      return days_back(self, ended && back == 0 ? 7 : back);
    }
  return NULL;
}

/* Reads 2023-12-01; *rest is the rest of the word. */
static GDateTime *read_date(const char *word, const char **rest)
{
  int year, month, day;
  if (!adref_date_scan_digits(&word, 4, &year) || !adref_date_scan_character(&word, '-') ||
      !adref_date_scan_digits(&word, 2, &month) || !adref_date_scan_character(&word, '-') ||
      !adref_date_scan_digits(&word, 2, &day))
    return NULL;
  *rest = word;
  return g_date_time_new_local(year, month, day, 0, 0, 0);
}

/* Reads the word or words of a day; *rest is the time in the same word, or "". */
static GDateTime *read_day(TimeRangeReader *self, const char **rest)
{
  *rest = "";
  if (accept_word(self, "today"))
    return days_back(self, 0);
  if (accept_word(self, "yesterday"))
    return days_back(self, 1);
  gboolean ended = accept_word(self, "last");
  if (!*self->at)
    return NULL;
  const char *word = *self->at++;
  GDateTime *day = read_weekday(self, word, ended);
  if (day || ended)
    return day;
  day = read_date(word, rest);
  if (day && **rest == 't' && (*rest)[1])
    (*rest)++;
  else if (**rest)
    g_clear_pointer(&day, g_date_time_unref);
  return day;
}

static GDateTime *subtract_units(GDateTime *now, int count, const char *unit)
{
  static const struct {
    const char *name;
    GDateTime *(*add)(GDateTime *, int);
  } units[] = {
      {"minute", g_date_time_add_minutes}, {"hour", g_date_time_add_hours},
      {"day", g_date_time_add_days},       {"week", g_date_time_add_weeks},
      {"month", g_date_time_add_months},   {"year", g_date_time_add_years},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    const char *rest = unit + strlen(units[i].name);
    if (g_str_has_prefix(unit, units[i].name) && (*rest == '\0' || strcmp(rest, "s") == 0))
      return units[i].add(now, -count);
  }
  return NULL;
}

static gboolean read_count(const char *word, int *count)
{
  if (strcmp(word, "a") == 0 || strcmp(word, "an") == 0) {
    *count = 1;
    return TRUE;
  }
  guint64 number;
  if (!g_ascii_string_to_unsigned(word, 10, 0, ADREF_TIME_RANGE_MAX_COUNT, &number, NULL))
    return FALSE;
  *count = (int)number;
  return TRUE;
}

/* Reads "now", "2 days ago", "last week". NULL for any other text; then no word is consumed. */
static GDateTime *read_moment(TimeRangeReader *self)
{
  guint length = g_strv_length(self->at);
  GDateTime *moment = NULL;
  int count;
  if (length == 1 && strcmp(self->at[0], "now") == 0)
    moment = g_date_time_ref(self->now);
  else if (length == 2 && strcmp(self->at[0], "last") == 0)
    moment = subtract_units(self->now, 1, self->at[1]);
  else if (length == 3 && strcmp(self->at[2], "ago") == 0 && read_count(self->at[0], &count))
    moment = subtract_units(self->now, count, self->at[1]);
  if (moment)
    self->at += length;
  return moment;
}

static gboolean read_when(TimeRangeReader *self, AdrefTimeRange *range)
{
  const char *rest;
  g_autoptr(GDateTime) moment = read_moment(self);
  g_autoptr(GDateTime) day = moment ? NULL : read_day(self, &rest);
  if (!moment && !day)
    return FALSE;
  if (day && !*rest && *self->at)
    rest = *self->at++;
  if (day && *rest && !read_time(self, rest, day, &moment))
    return FALSE;
  if (*self->at)
    return FALSE;
  if (moment) {
    range->first = range->last = g_date_time_to_unix(moment);
    return TRUE;
  }
  g_autoptr(GDateTime) next = g_date_time_add_days(day, 1);
  if (!next)
    return FALSE;
  *range = (AdrefTimeRange){g_date_time_to_unix(day), g_date_time_to_unix(next) - 1};
  return TRUE;
}

/* The first MAX_WORDS words, in lower case; NULL when the text is too long. */
static char **words_of(const char *text)
{
  if (strlen(text) > ADREF_TIME_RANGE_MAX_TEXT)
    return NULL;
  g_autofree char *small = g_ascii_strdown(text, -1);
  g_auto(GStrv) parts = g_strsplit_set(small, " .", -1);
  char **words = g_new0(char *, MAX_WORDS + 1);
  guint count = 0;
  for (char **part = parts; *part; part++)
    if (**part && count < MAX_WORDS)
      words[count++] = g_strdup(*part);
  return words;
}

gboolean adref_time_range_read(const char *text, gint64 now, AdrefTimeRange *range, GError **error)
{
  g_auto(GStrv) words = words_of(text);
  g_autoptr(GDateTime) here = g_date_time_new_from_unix_local(now);
  TimeRangeReader self = {words, here};
  AdrefTimeRange read;
  if (words && here && read_when(&self, &read)) {
    *range = read;
    return TRUE;
  }
  adref_error(error, ADREF_ERROR_USAGE,
              "\"%.*s\" is not a date; allowed are 2023-12-01, today, yesterday, tuesday, last "
              "tuesday, each perhaps with a time (2023-12-01T18:00, yesterday 18:00), and 2 days "
              "ago (minutes, hours, days, weeks, months, years)",
              ADREF_TIME_RANGE_MAX_TEXT, text);
  return FALSE;
}
