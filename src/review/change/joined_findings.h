/* Two findings of a clause that are one event for a reader. */
#ifndef ADREF_REVIEW_CHANGE_JOINED_FINDINGS_H
#define ADREF_REVIEW_CHANGE_JOINED_FINDINGS_H

#include <glib.h>

/* Joins neighbours in a sorted list (of AdrefPlacedFinding): in a list of names, "+ Samoa" beside
 * "Samoa -> Tonga" is "+ Tonga", for Samoa stays in the list; in French, "+ ne" before "+ pas" is
 * "+ ne pas". `words` is the new text of the clause. */
void adref_joined_findings_join(GArray *findings, const GString *words, const char *language);

#endif
