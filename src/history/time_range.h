/* Days and moments as a person writes them. */
#ifndef ADREF_HISTORY_TIME_RANGE_H
#define ADREF_HISTORY_TIME_RANGE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_TIME_RANGE_MAX_TEXT = 100,     /* bytes */
  ADREF_TIME_RANGE_MAX_COUNT = 100000, /* N of "N days ago" */
};

/* Seconds since 1970. Of a day, its first and its last second; of a moment, twice the same. */
typedef struct {
  gint64 first, last;
} AdrefTimeRange;

/* Reads, in the time zone one is in and without regard to case,
 *
 *     when   := day [time [zone]] | moment
 *     day    := 2023-12-01 | today | yesterday | [last] weekday
 *     time   := 18:00 | 18:00:30      behind a date also with T: 2023-12-01T18:00+09:00
 *     zone   := Z | +09:00 | +0900
 *     moment := now | N unit ago | last unit
 *     unit   := minute | hour | day | week | month | year, with or without s
 *
 * N is a whole number, "a" or "an"; a dot counts as a space, as in git's "2.days.ago". A weekday
 * (three letters are enough) is the one that has begun last, "last" before it one that has ended.
 * `now` is in seconds since 1970. Anything else is ADREF_ERROR_USAGE with what is allowed. */
gboolean adref_time_range_read(const char *text, gint64 now, AdrefTimeRange *range, GError **error);

#endif
