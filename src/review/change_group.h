/* Which phrases of two texts changed, and which belong together. */
#ifndef ADREF_REVIEW_CHANGE_GROUP_H
#define ADREF_REVIEW_CHANGE_GROUP_H

#include "language/phrase_scanner.h"
#include "review/clause_text.h"

/* Reads what stands in and around the stretches of one side. */
void adref_change_group_scan(AdrefPhraseScanner *scanner, const AdrefClauseText *text,
                             AdrefTextSide side, GArray *found);

/* Sets the group of every stretch and of every phrase that changed. A phrase changed when a
 * stretch has a part of it (words put into it do not change it), and when it is what a changed
 * phrase of the other side was. Stretches are one group when a phrase spans them, or nothing but a
 * space stands between them. */
void adref_change_group_find(const AdrefClauseText *text, GArray *found[2]);

#endif
