/* A deadline: a day, an hour and a time zone. It is the same moment for every reader.
 *
 * It is stored as "2023-12-01T18:00+09:00[Asia/Tokyo]", the form of RFC 9557, so that it can be
 * read without a table of time zones. A deadline is at most ADREF_DEADLINE_MAX_TEXT bytes long. */
#ifndef ADREF_HISTORY_DEADLINE_H
#define ADREF_HISTORY_DEADLINE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_DEADLINE_MAX_TEXT = 100, /* bytes */
};

typedef struct {
  char *text;  /* as it is stored */
  char *zone;  /* "Asia/Tokyo" */
  gint64 time; /* in seconds since 1970 */
  int offset;  /* of the zone at that moment, in minutes east of UTC */
} AdrefDeadline;

void adref_deadline_free(AdrefDeadline *deadline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDeadline, adref_deadline_free)

/* Reads what a person writes: "2023-12-01T18:00[Asia/Tokyo]"; with the offset +09:00 before the
 * zone when that hour occurs twice on that day. ADREF_ERROR_USAGE for a day before 1970, for a day,
 * an hour or a zone that does not exist, and for an hour that the clocks of the zone skip that day.
 */
AdrefDeadline *adref_deadline_read(const char *text, GError **error);

/* Reads the stored form and uses its offset, not the zone; NULL for any other text. */
AdrefDeadline *adref_deadline_parse(const char *text);

/* "2023-12-01 18:00 Asia/Tokyo (09:00 UTC)"; with the day in UTC when that is another day. Caller
 * frees. */
char *adref_deadline_words(const AdrefDeadline *deadline);

/* "3 days", "5 hours", "20 minutes", "less than a minute": the largest unit of which there are two
 * (or one minute), rounded down. Caller frees. */
char *adref_deadline_duration(gint64 seconds);

#endif
