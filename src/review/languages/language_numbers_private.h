/* How the numbers of a clause are read, for language_numbers.c (the way through the clause),
 * language_phrase_numbers.c (what one phrase says) and language_number.c (one number with its
 * unit). */
#ifndef ADREF_REVIEW_LANGUAGES_LANGUAGE_NUMBERS_PRIVATE_H
#define ADREF_REVIEW_LANGUAGES_LANGUAGE_NUMBERS_PRIVATE_H

#include "language/token_reader.h"
#include "review/languages/language_numbers.h"

/* A clause while it is read. */
typedef struct {
  AdrefLanguageNumbers *out;
  const AdrefTokenReader *reader;
  const AdrefPhraseMatch *match;
  const char *text;
} AdrefNumberReading;

/* --- language_number.c --- */

/* "%", "points", a currency, a unit of time or of measure that stands with a number. Caller frees;
 * NULL: none. */
char *adref_number_reading_unit(const AdrefTokenReader *reader, const AdrefPhraseMatch *match);

/* Marks the numbers that were read from `from` on. */
void adref_number_reading_mark(AdrefLanguageNumbers *out, guint from, gboolean is_ordinal,
                               const char *bound);

/* Whether a sign stands right before the match. */
gboolean adref_number_reading_is_behind(const AdrefNumberReading *self, const char *sign);

/* Whether 第 or Khmer ទី stands right before the match. */
gboolean adref_number_reading_is_ordinal(const AdrefNumberReading *self);

/* Adds a number that was read; takes over `value`. */
void adref_number_reading_add(const AdrefNumberReading *self, char *value, const char *unit,
                              gboolean is_date);

/* --- language_phrase_numbers.c --- */

/* The number at *p, "1500.5", "1.5e6" or "1,2,3", which is moved behind it; NULL: none. Caller
 * frees. */
char *adref_number_reading_next(const char **p);

/* The tokens of a scale in a head, "(million yen)", （百万円）, which counts the figures below it;
 * 0: there is none. */
guint adref_number_reading_scale(const AdrefNumberReading *self, guint at);

/* The tokens of a month without a day and a year, "in March"; 0: there is none. */
guint adref_number_reading_month(const AdrefNumberReading *self, guint at);

/* Adds the numbers, dates, ordinals and fractions of the match. */
void adref_number_reading_add_match(const AdrefNumberReading *self);

#endif
