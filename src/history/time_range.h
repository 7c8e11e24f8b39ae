/* A day or a moment, as a person writes it. */
#ifndef ADREF_HISTORY_TIME_RANGE_H
#define ADREF_HISTORY_TIME_RANGE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_TIME_RANGE_MAX_TEXT = 100,     /* bytes */
  ADREF_TIME_RANGE_MAX_COUNT = 100000, /* N of "N days ago" */
};

/* In seconds since 1970: the first and the last second of a day; the same second twice for a
 * moment.
 */
typedef struct {
  gint64 first, last;
} AdrefTimeRange;

/* Reads, in the local time zone and in upper or lower case,
 *
 *     when   := day [time [zone]] | moment
 *     day    := 2023-12-01 | today | yesterday | [last] weekday
 *     time   := 18:00 | 18:00:30      after a date also with T: 2023-12-01T18:00+09:00
 *     zone   := Z | +09:00 | +0900
 *     moment := now | N unit ago | last unit
 *     unit   := minute | hour | day | week | month | year, with or without s
 *
 * N is a whole number up to ADREF_TIME_RANGE_MAX_COUNT, "a" or "an"; a dot counts as a space, as in
 * git's "2.days.ago". A weekday (three letters are enough) is the most recent one, which may be
 * today; after "last" it is never today. `now` is in seconds since 1970. Any other text, and one of
 * more than ADREF_TIME_RANGE_MAX_TEXT bytes, is ADREF_ERROR_USAGE with a message that says what is
 * allowed. */
gboolean adref_time_range_read(const char *text, gint64 now, AdrefTimeRange *range, GError **error);

#endif
