/* Two language versions of a statement compared, as far as no knowledge of their words is needed:
 * clauses, their kinds and order, numbers of paragraphs, brackets and their parties, numbers and
 * dates by value, cross references, footnotes, sizes of tables, headings.
 *
 * Numbers are compared by value: 35, ３５, ๓๕, thirty-five and 三十五 are the same, so are 2023,
 * 令和5年 and พ.ศ. 2566. Where a language has no table of words (language/word_table.h), a number
 * may stand there in words that nobody here can read: what is then missing is UNREAD, which proves
 * nothing. A number that stands in more than one place of a clause counts as often. The cells of a
 * table are compared by their place, so that two parties cannot exchange their amounts; within
 * words numbers have no place. Headings are compared in their order; of their numbers only those
 * that are others, not those that one text lacks. */
#ifndef ADREF_REVIEW_LANGUAGE_DIFFERENCES_H
#define ADREF_REVIEW_LANGUAGE_DIFFERENCES_H

#include <glib.h>

#include "review/language_structure.h"

typedef enum {
  ADREF_LANGUAGE_DIFFERENCE_CLAUSE,  /* a clause that the other text does not have */
  ADREF_LANGUAGE_DIFFERENCE_ORDER,   /* a clause stands in another order */
  ADREF_LANGUAGE_DIFFERENCE_KIND,    /* pp and op */
  ADREF_LANGUAGE_DIFFERENCE_NUMBER,  /* of the paragraph; not while it is frozen in one text only */
  ADREF_LANGUAGE_DIFFERENCE_BRACKET, /* how many, how many alternatives, whose */
  ADREF_LANGUAGE_DIFFERENCE_VALUE,   /* an amount, a percentage, a date */
  ADREF_LANGUAGE_DIFFERENCE_REFERENCE, /* a cross reference leads to another clause */
  ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE,  /* their number */
  ADREF_LANGUAGE_DIFFERENCE_TABLE,     /* rows and columns */
  ADREF_LANGUAGE_DIFFERENCE_HEADING,   /* headings and their levels */
  ADREF_LANGUAGE_DIFFERENCE_UNREAD,    /* a value that may stand in words: not compared */
} AdrefLanguageDifferenceType;

typedef struct {
  AdrefLanguageDifferenceType type;
  char *clause; /* its id, or its number where it has none; NULL: it has neither (such clauses are
                   compared in their order), or a heading */
  char *first;  /* what the first text has: "35", "op", "[JPN / ASEAN]"; NULL: nothing */
  char *second; /* likewise */
} AdrefLanguageDifference;

void adref_language_difference_free(AdrefLanguageDifference *difference);

/* "clause", "order", "kind", ... as in JSON. */
const char *adref_language_difference_word(AdrefLanguageDifferenceType type);

/* What differs (of AdrefLanguageDifference), in the order of the first text; empty: the texts are
 * in step. Caller unrefs. */
GPtrArray *adref_language_structures_compare(const AdrefLanguageStructure *first,
                                             const AdrefLanguageStructure *second);

/* The same for two texts. */
GPtrArray *adref_language_differences_new(const AdrefLanguageText *first,
                                          const AdrefLanguageText *second, GHashTable *parties);

/* How many of them are differences, UNREAD left out. */
guint adref_language_differences_count(const GPtrArray *differences);

/* "energy: en has 35, fr has 30"; "ice: only in en". Caller frees. */
char *adref_language_difference_line(const AdrefLanguageDifference *difference,
                                     const char *first_language, const char *second_language);

#endif
