/* Lists, which a page of plain text shows by signs alone: "(a)" may be counted or typed, and stands
 * below a bullet or behind it. */
#ifndef ADREF_WORK_IMPORT_PLAIN_LISTS_H
#define ADREF_WORK_IMPORT_PLAIN_LISTS_H

#include "clause/node.h"

/* Makes lists of the paragraphs of a clause that was read from plain text which begin with "(a)",
 * "(b)" ..., or "(i)", "(ii)" ...: such as the same clause with its marks has, counted or with
 * typed labels, and in an item where they stand in one there. */
void adref_plain_lists_restore(AdrefNode *plain, const AdrefNode *marked);

#endif
