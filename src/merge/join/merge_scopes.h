/* Words that stand apart and yet say one thing together. */
#ifndef ADREF_MERGE_JOIN_MERGE_SCOPES_H
#define ADREF_MERGE_JOIN_MERGE_SCOPES_H

#include "merge/join/merge_groups.h"

/* Joins the groups of different sides that make one statement together: those of a sentence in
 * which a side puts in or takes out a negation ("not" of one and "sell" of another one), facts with
 * few words between ("20 per cent by 2040"), and a modal verb with the word beside it. */
void adref_merge_scopes_keep(AdrefMergeGroups *groups);

#endif
