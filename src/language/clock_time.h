/* Times of day in a text: "10 a.m.", 午後3時30分, "15 h 30", "pukul 15.30". */
#ifndef ADREF_LANGUAGE_CLOCK_TIME_H
#define ADREF_LANGUAGE_CLOCK_TIME_H

#include <glib.h>

typedef struct {
  gsize start, end; /* bytes: the hour, and the end of the whole */
  gint hour;        /* of 24 */
  gint minute;
  gint written;     /* the hour as it is written, 3 of "3 p.m." */
  gboolean is_pm;   /* said in so many words */
  gboolean perhaps; /* may be a number of hours as well: "10 heures" */
} AdrefClockTime;

/* Appends the times in digits in text[start..end) to `times` (of AdrefClockTime), in order. Hours
 * in words are not read. */
void adref_clock_time_find(const char *language, const char *text, gsize start, gsize end,
                           GArray *times);

/* Whether the times of day of a language are read, with its words for morning and evening. In
 * others only "15:30" is. */
gboolean adref_clock_time_knows(const char *language);

#endif
