/* The numbers of one clause in two languages compared: which of them, of which unit, in which
 * place, and whose; with what review/languages/word_differences.h compares.
 *
 * Within a sentence languages have their own order of words, so an order proves nothing by itself.
 * Two numbers have changed their places where each stands beside the name of a party, or beside a
 * year, in both texts ("Japan pays 4,000 and ASEAN 5,500"), or in a cell, in a paragraph, or in an
 * alternative with positions. Where none of these tells, another order is reported as not compared.
 */
#ifndef ADREF_REVIEW_LANGUAGES_NUMBER_DIFFERENCES_H
#define ADREF_REVIEW_LANGUAGES_NUMBER_DIFFERENCES_H

#include "review/languages/language_numbers.h"

typedef enum {
  ADREF_NUMBER_DIFFERENCE_VALUE,    /* the texts say different things */
  ADREF_NUMBER_DIFFERENCE_STRENGTH, /* one binds more than the other */
  ADREF_NUMBER_DIFFERENCE_UNREAD,   /* a number that may stand in words that are not read */
  ADREF_NUMBER_DIFFERENCE_SEQUENCE, /* the same numbers in another order */
} AdrefNumberDifferenceType;

typedef struct {
  AdrefNumberDifferenceType type;
  char *first, *second; /* NULL: nothing */
} AdrefNumberDifference;

/* Appends a difference to an array of them. */
void adref_number_difference_add(GPtrArray *differences, AdrefNumberDifferenceType type,
                                 const char *first, const char *second);
void adref_number_difference_free(AdrefNumberDifference *difference);

typedef struct {
  const AdrefLanguageNumbers *numbers;
  const char *language;
} AdrefNumberSide;

/* Of AdrefNumberDifference. In headings, which are numbered in many ways ("Part Two", 第二部), only
 * another number is a difference, not one that is missing. Caller unrefs. */
GPtrArray *adref_number_differences_new(const AdrefNumberSide *first, const AdrefNumberSide *second,
                                        gboolean is_heading);

#endif
