/* Two language versions of a statement compared, as far as no knowledge of their words is needed:
 * clauses, their kinds and order, numbers of paragraphs, brackets and their parties, numbers and
 * dates by value, cross references, links, footnotes, sizes of tables and lists, headings.
 *
 * Numbers are compared by value: 35, ３５, ๓๕, thirty-five and 三十五 are the same, so are 2023,
 * 令和5年 and พ.ศ. 2566. In languages of which not all words for numbers are read
 * (review/languages/language_numbers.h) a number may stand in words: what is then missing is
 * UNREAD, which proves nothing. A number that stands in more than one place of a clause counts as
 * often. Where two numbers have changed their places, review/languages/number_differences.h says
 * what tells it. Headings are compared in their order; of their numbers only those that are others,
 * not those that one text lacks. Names of parties, ordinals, and words that contradict each other,
 * such as "at least" and "at most", are compared as review/languages/word_differences.h says. What
 * else a sentence says is not read. */
#ifndef ADREF_REVIEW_LANGUAGES_LANGUAGE_DIFFERENCES_H
#define ADREF_REVIEW_LANGUAGES_LANGUAGE_DIFFERENCES_H

#include <glib.h>

#include "draft/library/page_words.h"
#include "review/languages/known_values.h"
#include "review/languages/language_structure.h"

typedef enum {
  ADREF_LANGUAGE_DIFFERENCE_CLAUSE,  /* a clause that the other text does not have */
  ADREF_LANGUAGE_DIFFERENCE_ORDER,   /* a clause stands in another order */
  ADREF_LANGUAGE_DIFFERENCE_KIND,    /* pp and op */
  ADREF_LANGUAGE_DIFFERENCE_NUMBER,  /* of the paragraph; not while it is frozen in one text only */
  ADREF_LANGUAGE_DIFFERENCE_BRACKET, /* how many, how many alternatives, whose */
  ADREF_LANGUAGE_DIFFERENCE_VALUE,   /* an amount, a percentage, a date */
  ADREF_LANGUAGE_DIFFERENCE_REFERENCE, /* a cross reference leads to another clause */
  ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE,  /* their number */
  ADREF_LANGUAGE_DIFFERENCE_TABLE,     /* rows and columns, empty cells */
  ADREF_LANGUAGE_DIFFERENCE_LIST,      /* how many items or paragraphs, with numbers or without */
  ADREF_LANGUAGE_DIFFERENCE_LINK,      /* the address of a link or an image */
  ADREF_LANGUAGE_DIFFERENCE_HEADING,   /* headings and their levels */
  ADREF_LANGUAGE_DIFFERENCE_BELOW,     /* a clause stands below another heading */
  ADREF_LANGUAGE_DIFFERENCE_TITLE,     /* a number in the titles of statement.yaml */
  ADREF_LANGUAGE_DIFFERENCE_STRENGTH,  /* words that bind more or less: "will" and "devrait" */
  ADREF_LANGUAGE_DIFFERENCE_UNREAD,    /* a value that may stand in words: not compared */
  ADREF_LANGUAGE_DIFFERENCE_SEQUENCE,  /* the same values in another order: not compared */
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

/* Wants the words of the clauses whose values are not known to be the same; both texts have
 * digests. */
void adref_language_structures_want(AdrefLanguageStructure *first, AdrefLanguageStructure *second,
                                    const AdrefKnownValues *known);

/* The same comparison, titles included (adref_language_structures_add_titles()), of texts of which
 * what was wanted is read. Adds to `found` the pairs that do not differ, the known ones too. */
GPtrArray *adref_language_structures_compare_wanted(const AdrefLanguageStructure *first,
                                                    const AdrefLanguageStructure *second,
                                                    const AdrefKnownValues *known,
                                                    GByteArray *found);

/* Adds how the titles differ that the facts have for the two languages: another number. */
void adref_language_structures_add_titles(GPtrArray *differences,
                                          const AdrefLanguageStructure *first,
                                          const AdrefLanguageStructure *second);

/* What differs between two texts. Caller unrefs. */
GPtrArray *adref_language_differences_new(const AdrefLanguageText *first,
                                          const AdrefLanguageText *second, GHashTable *parties);

/* Whether it is a difference, and not only something that could not be compared. */
gboolean adref_language_difference_is_proven(const AdrefLanguageDifference *difference);

/* How many of them are differences, what could not be compared left out. */
guint adref_language_differences_count(const GPtrArray *differences);

/* "energy: en has 35, fr has 30"; "ice: only in en". Caller frees. */
char *adref_language_difference_line(const AdrefLanguageDifference *difference,
                                     const char *first_language, const char *second_language,
                                     const AdrefPageWords *table);

#endif
