/* What is one word for a redline although a word breaker divides it: a number with its unit where
 * no space is between them ("500円", "令和五年十二月十七日", "第十条第一項"), and a run of
 * Katakana. */
#ifndef ADREF_MERGE_NUMBER_UNITS_H
#define ADREF_MERGE_NUMBER_UNITS_H

#include <glib.h>

/* Joins such segments (of AdrefWordSegment) of a text. */
void adref_number_units_join(const char *text, GArray *segments);

#endif
