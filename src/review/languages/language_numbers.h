/* The numbers and dates of one clause, by value: what another language must have too.
 *
 * 1,500.50 and 1.500,50, ๓๕ and thirty-five, 五千万 and 50 million are read as each language writes
 * them. Whose number it is, is not read; but the numbers stand in places (cells, items,
 * alternatives) and among the names of parties, which can be compared. */
#ifndef ADREF_REVIEW_LANGUAGES_LANGUAGE_NUMBERS_H
#define ADREF_REVIEW_LANGUAGES_LANGUAGE_NUMBERS_H

#include <glib.h>

#include "language/phrase_scanner.h"
#include "review/languages/clause_bonds.h"

typedef struct {
  char *value;         /* "1500.5": a decimal point, no zeros at the end */
  char *other;         /* another reading, "1500" of a Khmer "1.500"; NULL: none */
  char *hour;          /* of a time of day, "15:00": its hour as written; NULL: it is none */
  char *unit;          /* "%", "usd", "day"; NULL: none is known */
  gboolean weak;       /* may be left out or said otherwise: "first", "one", "both" */
  gboolean dated;      /* of a date, or a year, or a number of days, months ... */
  gboolean timed;      /* its unit is one of time */
  gboolean is_ordinal; /* "third" */
  const char *suffix;  /* "bis" of "12 bis", whose value is 2; NULL: it is none */
  const char *bound;   /* "at least" or "at most" (language/common_key.h); NULL: none */
  gsize start;         /* bytes */
} AdrefLanguageNumber;

typedef struct {
  gint year, month, day; /* -1: not said */
  gsize start;
} AdrefLanguageDate;

typedef enum {
  ADREF_LANGUAGE_PLACE_CELL,        /* of a table */
  ADREF_LANGUAGE_PLACE_BLOCK,       /* a paragraph or an item */
  ADREF_LANGUAGE_PLACE_ALTERNATIVE, /* of a bracket, with positions */
} AdrefLanguagePlaceType;

/* A part of the clause. */
typedef struct {
  AdrefLanguagePlaceType type;
  char *label;      /* "table 1, row 2, column 2"; of an alternative its positions, "JPN" */
  gsize start, end; /* bytes */
} AdrefLanguagePlace;

typedef struct {
  const char *party; /* its code */
  gsize start, end;
} AdrefLanguageName;

typedef struct {
  GArray *numbers;      /* of AdrefLanguageNumber, in order */
  GArray *dates;        /* of AdrefLanguageDate, in order */
  GArray *names;        /* of AdrefLanguageName, in order */
  GArray *places;       /* of AdrefLanguagePlace, in order; filled in by the caller */
  GPtrArray *weekdays;  /* "Monday", each once; in no order */
  GPtrArray *units;     /* of char *: units by themselves in parentheses, "Length (km)"; in order */
  GArray *scales;       /* of guint, the powers of ten of a head: 6 for "(million yen)" */
  GPtrArray *fractions; /* "2/3", as they are said in words or 3分の2; in order */
  guint32 months;       /* a bit for each month that stands without a day and a year */
  AdrefClauseBonds bonds;
  GHashTable *parties;  /* name -> code; NULL: no names were read */
  gboolean reads_words; /* adref_language_numbers_reads_words() of its language */
  gboolean knows_times; /* adref_clock_time_knows() its language */
  const char *language;
  char *text;   /* the words; NULL: there are none */
  char *folded; /* adref_contrary_words_fold() of them */
} AdrefLanguageNumbers;

AdrefLanguageNumbers *adref_language_numbers_new(void);
void adref_language_numbers_free(AdrefLanguageNumbers *numbers);

/* Reads the words of a clause. `parties` (code or name -> code) may be NULL, and must outlive
 * `numbers`; `tokens` is scratch. */
void adref_language_numbers_read(AdrefLanguageNumbers *numbers, AdrefPhraseScanner *scanner,
                                 GHashTable *parties, GArray *tokens, const GString *text);

/* Whether all numbers in words of a language are read. In others a number may stand in words that
 * nobody here can read. */
gboolean adref_language_numbers_reads_words(const char *language);

/* The places of a type (AdrefLanguagePlace, owned by `numbers`), in their order. Caller unrefs. */
GPtrArray *adref_language_numbers_places(const AdrefLanguageNumbers *numbers,
                                         AdrefLanguagePlaceType type);

#endif
