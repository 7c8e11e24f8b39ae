/* References in plain words to paragraphs, annexes and articles that the text does not have; and
 * numbers and labels that are not in succession. */
#ifndef ADREF_REVIEW_CHECK_CHECK_REFERENCES_H
#define ADREF_REVIEW_CHECK_CHECK_REFERENCES_H

#include "review/check/check_text.h"

/* "paragraphs 3 to 5 and 7 (b)", "Annex B", "Article 5". A paragraph is looked for where the text
 * numbers paragraphs, an article where a heading or a paragraph begins with one. "paragraph 2 of
 * resolution 70/1" is no reference into the text. */
void adref_check_references(AdrefCheckText *text);

/* Gaps in the numbers that were typed or frozen, and in the labels of lists. */
void adref_check_numbers(AdrefCheckText *text);

#endif
