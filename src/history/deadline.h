/* A deadline: an hour on a day in a time zone, which is the same moment everywhere.
 *
 * It is kept as "2023-12-01T18:00+09:00[Asia/Tokyo]", the form of RFC 9557, so that it can be read
 * without a table of time zones. */
#ifndef ADREF_HISTORY_DEADLINE_H
#define ADREF_HISTORY_DEADLINE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_DEADLINE_MAX_TEXT = 100, /* bytes */
};

typedef struct {
  char *text;  /* as it is kept */
  char *zone;  /* "Asia/Tokyo" */
  gint64 time; /* in seconds since 1970 */
  int offset;  /* minutes east of UTC, then and there */
} AdrefDeadline;

void adref_deadline_free(AdrefDeadline *deadline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDeadline, adref_deadline_free)

/* Reads what a person writes: "2023-12-01T18:00[Asia/Tokyo]", with +09:00 in between where an hour
 * comes twice on that day. A day, an hour or a zone that there is not, and an hour that the clocks
 * of that zone leave out on that day, are ADREF_ERROR_USAGE. */
AdrefDeadline *adref_deadline_read(const char *text, GError **error);

/* Reads what is kept, by its offset alone; NULL for anything else. */
AdrefDeadline *adref_deadline_parse(const char *text);

/* "2023-12-01 18:00 Asia/Tokyo (09:00 UTC)"; the day of UTC too where it is another one. Caller
 * frees. */
char *adref_deadline_words(const AdrefDeadline *deadline);

/* "3 days", "5 hours", "20 minutes", "less than a minute": how long that is. Caller frees. */
char *adref_deadline_duration(gint64 seconds);

#endif
