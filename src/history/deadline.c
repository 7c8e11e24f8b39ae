#include "history/deadline.h"

#include <string.h>

#include "history/date_scan.h"

enum {
  DAY = 24 * 60 * 60 /* seconds */
};

/* The fields of the text. Whether such an hour exists is not checked yet. */
typedef struct {
  int year, month, day, hour, minute;
  gboolean has_offset;
  int offset;
  char *zone;
} DeadlineParts;

static void clear(DeadlineParts *parts)
{
  g_free(parts->zone);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DeadlineParts, clear)

void adref_deadline_free(AdrefDeadline *deadline)
{
  if (!deadline)
    return;
  g_free(deadline->text);
  g_free(deadline->zone);
  g_free(deadline);
}

static gboolean read_offset(const char **text, DeadlineParts *parts)
{
  int sign = **text == '-' ? -1 : 1, hours, minutes;
  parts->has_offset = **text == '+' || **text == '-';
  if (!parts->has_offset)
    return TRUE;
  (*text)++;
  if (!adref_date_scan_digits(text, 2, &hours) || !adref_date_scan_character(text, ':') ||
      !adref_date_scan_digits(text, 2, &minutes) || hours > 18 || minutes > 59)
    return FALSE;
  parts->offset = sign * (hours * 60 + minutes);
  return TRUE;
}

/* A name such as America/Port-au-Prince or Etc/GMT+3. Paths and POSIX rules are not accepted. */
static gboolean is_zone(const char *name)
{
  if (!g_ascii_isalpha(*name))
    return FALSE;
  for (const char *at = name; *at; at++)
    if (!g_ascii_isalnum(*at) && !strchr("_+-", *at) && (*at != '/' || !g_ascii_isalpha(at[1])))
      return FALSE;
  return TRUE;
}

static gboolean read_parts(const char *text, DeadlineParts *parts)
{
  const char *at = text;
  if (strlen(text) > ADREF_DEADLINE_MAX_TEXT || !adref_date_scan_digits(&at, 4, &parts->year) ||
      !adref_date_scan_character(&at, '-') || !adref_date_scan_digits(&at, 2, &parts->month) ||
      !adref_date_scan_character(&at, '-') || !adref_date_scan_digits(&at, 2, &parts->day) ||
      !adref_date_scan_character(&at, 'T') || !adref_date_scan_digits(&at, 2, &parts->hour) ||
      !adref_date_scan_character(&at, ':') || !adref_date_scan_digits(&at, 2, &parts->minute) ||
      !read_offset(&at, parts) || !adref_date_scan_character(&at, '['))
    return FALSE;
  const char *end = strchr(at, ']');
  if (!end || end[1])
    return FALSE;
  parts->zone = g_strndup(at, (gsize)(end - at));
  return TRUE;
}

static gboolean check_day(const DeadlineParts *parts, GError **error)
{
  if (parts->year < 1970 ||
      !g_date_valid_dmy((GDateDay)parts->day, (GDateMonth)parts->month, (GDateYear)parts->year))
    adref_error(error, ADREF_ERROR_USAGE, "there is no day %04d-%02d-%02d", parts->year,
                parts->month, parts->day);
  else if (parts->hour > 23 || parts->minute > 59)
    adref_error(error, ADREF_ERROR_USAGE,
                "there is no hour %02d:%02d; a day goes from 00:00 to "
                "23:59",
                parts->hour, parts->minute);
  else
    return TRUE;
  return FALSE;
}

static GTimeZone *find_zone(const char *name, GError **error)
{
  GTimeZone *zone = is_zone(name) ? g_time_zone_new_identifier(name) : NULL;
  if (!zone)
    adref_error(error, ADREF_ERROR_USAGE,
                "unknown time zone \"%s\"; allowed are names such as Asia/Tokyo, Europe/Brussels "
                "and UTC",
                name);
  return zone;
}

static int offset_at(GTimeZone *zone, gint64 time)
{
  int interval = g_time_zone_find_interval(zone, G_TIME_TYPE_UNIVERSAL, time);
  return interval < 0 ? 0 : g_time_zone_get_offset(zone, interval) / 60;
}

static gint64 fields_of(const DeadlineParts *parts)
{
  g_autoptr(GDateTime) utc =
      g_date_time_new_utc(parts->year, parts->month, parts->day, parts->hour, parts->minute, 0);
  return utc ? g_date_time_to_unix(utc) : 0;
}

/* The moments at which the clocks of the zone show that hour: none when the clocks skip it (they
 * are put forward), two when they show it twice (they are put back). */
static guint find_moments(const DeadlineParts *parts, GTimeZone *zone, gint64 found[2])
{
  gint64 fields = fields_of(parts);
  int offsets[] = {offset_at(zone, fields - DAY), offset_at(zone, fields + DAY)};
  guint count = 0;
  for (gsize i = 0; i < (offsets[0] == offsets[1] ? 1 : 2); i++) {
    gint64 time = fields - offsets[i] * 60;
    if (offset_at(zone, time) == offsets[i])
      found[count++] = time;
  }
  return count;
}

static void put_offset(GString *text, int offset)
{
  g_string_append_printf(text, "%c%02d:%02d", offset < 0 ? '-' : '+', ABS(offset) / 60,
                         ABS(offset) % 60);
}

static char *offset_text(int offset)
{
  GString *text = g_string_new(NULL);
  put_offset(text, offset);
  return g_string_free(text, FALSE);
}

/* Chooses the moment: by the offset when the text has one, else the only one. */
static gboolean choose_moment(const DeadlineParts *parts, GTimeZone *zone, const gint64 *found,
                              guint count, gint64 *time, GError **error)
{
  for (guint i = 0; i < count; i++)
    if (parts->has_offset ? offset_at(zone, found[i]) == parts->offset : count == 1) {
      *time = found[i];
      return TRUE;
    }
  g_autofree char *first = offset_text(count > 0 ? offset_at(zone, found[0]) : 0);
  g_autofree char *second = offset_text(count > 1 ? offset_at(zone, found[1]) : 0);
  if (count == 0)
    adref_error(error, ADREF_ERROR_USAGE,
                "there is no %02d:%02d on %04d-%02d-%02d in %s: the clocks skip it", parts->hour,
                parts->minute, parts->year, parts->month, parts->day, parts->zone);
  else if (count == 2)
    adref_error(error, ADREF_ERROR_USAGE,
                "%02d:%02d occurs twice on %04d-%02d-%02d in %s, where the clocks are put back; "
                "allowed are %s[%s] and %s[%s] after it",
                parts->hour, parts->minute, parts->year, parts->month, parts->day, parts->zone,
                first, parts->zone, second, parts->zone);
  else
    adref_error(error, ADREF_ERROR_USAGE,
                "the offset of %s is %s at that time; the text has another one", parts->zone,
                first);
  return FALSE;
}

static AdrefDeadline *deadline_new(const DeadlineParts *parts, gint64 time, int offset)
{
  AdrefDeadline *deadline = g_new0(AdrefDeadline, 1);
  GString *text = g_string_new(NULL);
  g_string_printf(text, "%04d-%02d-%02dT%02d:%02d", parts->year, parts->month, parts->day,
                  parts->hour, parts->minute);
  put_offset(text, offset);
  g_string_append_printf(text, "[%s]", parts->zone);
  deadline->text = g_string_free(text, FALSE);
  deadline->zone = g_strdup(parts->zone);
  deadline->time = time;
  deadline->offset = offset;
  return deadline;
}

AdrefDeadline *adref_deadline_read(const char *text, GError **error)
{
  g_auto(DeadlineParts) parts = {0};
  if (!read_parts(text, &parts)) {
    adref_error(error, ADREF_ERROR_USAGE,
                "\"%.*s\" is not a deadline; it needs its day, hour and time zone, such as "
                "2023-12-01T18:00[Asia/Tokyo]",
                ADREF_DEADLINE_MAX_TEXT, text);
    return NULL;
  }
  g_autoptr(GTimeZone) zone = check_day(&parts, error) ? find_zone(parts.zone, error) : NULL;
  gint64 found[2], time;
  if (!zone || !choose_moment(&parts, zone, found, find_moments(&parts, zone, found), &time, error))
    return NULL;
  return deadline_new(&parts, time, offset_at(zone, time));
}

AdrefDeadline *adref_deadline_parse(const char *text)
{
  g_auto(DeadlineParts) parts = {0};
  if (!read_parts(text, &parts) || !parts.has_offset || !is_zone(parts.zone) ||
      !check_day(&parts, NULL))
    return NULL;
  return deadline_new(&parts, fields_of(&parts) - parts.offset * 60, parts.offset);
}

char *adref_deadline_words(const AdrefDeadline *deadline)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(deadline->time);
  g_autofree char *day = g_date_time_format(utc, "%Y-%m-%d"),
                  *hour = g_date_time_format(utc, "%H:%M");
  gboolean same = g_str_has_prefix(deadline->text, day);
  if (strcmp(deadline->zone, "UTC") == 0)
    return g_strdup_printf("%s %s UTC", day, hour);
  return g_strdup_printf("%.10s %.5s %s (%s%s%s UTC)", deadline->text,
                         deadline->text + strlen("2023-12-01T"), deadline->zone, same ? "" : day,
                         same ? "" : " ", hour);
}

char *adref_deadline_duration(gint64 seconds)
{
  static const struct {
    gint64 length;
    const char *name;
  } units[] = {{DAY, "day"}, {3600, "hour"}, {60, "minute"}};
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    gint64 count = seconds / units[i].length;
    if (count >= (i == 2 ? 1 : 2))
      return g_strdup_printf("%" G_GINT64_FORMAT " %s%s", count, units[i].name,
                             count == 1 ? "" : "s");
  }
  return g_strdup("less than a minute");
}
