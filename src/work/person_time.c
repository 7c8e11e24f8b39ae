#include "work/person_time.h"

char *adref_person_time(const AdrefPerson *person, const char *format, const char *unknown)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset(person->offset * 60);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(person->time);
  g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, zone) : NULL;
  return local ? g_date_time_format(local, format) : g_strdup(unknown);
}
