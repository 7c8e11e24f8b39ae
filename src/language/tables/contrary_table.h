/* The words of contrary_words.h, by language. A speaker of the language can read and correct them.
 */
#ifndef ADREF_LANGUAGE_TABLES_CONTRARY_TABLE_H
#define ADREF_LANGUAGE_TABLES_CONTRARY_TABLE_H

#include <glib.h>

typedef enum {
  ADREF_CONTRARY_BOUND,     /* at least, at most */
  ADREF_CONTRARY_TIME,      /* before, after */
  ADREF_CONTRARY_QUANTITY,  /* all, some */
  ADREF_CONTRARY_SIDES,     /* both, one of them */
  ADREF_CONTRARY_DIRECTION, /* raise, lower */
  ADREF_CONTRARY_SCOPE,     /* except, including */
  ADREF_CONTRARY_TRADE,     /* import, export */
  ADREF_CONTRARY_FREQUENCY, /* daily, weekly, ... every three years */
  ADREF_CONTRARY_HALF,      /* the first, the second half of a year */
  ADREF_CONTRARY_CHANGE,    /* by, to a number of per cent; "#" are the figures */
  ADREF_CONTRARY_NEGATION,  /* not; it has no other pole */
  ADREF_CONTRARY_SUBJECTS
} AdrefContrarySubject;

enum {
  ADREF_CONTRARY_POLES = 8 /* of a subject, at most */
};

/* Words are divided by "|" and in small letters; "reduc*" is the beginning of a word; "~more than"
 * says its pole only where the text denies nothing ("not spend more than", "not begin before"), and
 * "~without" only where another word denies; "=twice a year" may as well mean the pole that stands
 * before its own. Words of a script without spaces are found anywhere. */
typedef struct {
  const char *language;
  AdrefContrarySubject subject;
  guint pole;
  const char *words;  /* that say the pole */
  const char *may;    /* that may say it: an excuse, no evidence; may be NULL */
  const char *others; /* in which words of the pole stand, and which say nothing of it, "as
                         follows" of "following"; of a negation they may say it; or NULL */
} AdrefContraryRow;

const AdrefContraryRow *adref_contrary_table(gsize *count);

#endif
