/* References to sections, parts, chapters and annexes of the very text. */
#ifndef ADREF_REVIEW_CHECK_CHECK_SECTIONS_H
#define ADREF_REVIEW_CHECK_CHECK_SECTIONS_H

#include "review/check/check_text.h"

/* "Section 9 above", "part IV of this statement", "annex C", where no heading and no paragraph has
 * the number (integrity/dead-reference). Those of other instruments do not say that they are here.
 */
void adref_check_sections(AdrefCheckText *text);

#endif
