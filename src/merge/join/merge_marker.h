/* The markers of a clause merged: its kind, id, frozen number, and what it comes from. */
#ifndef ADREF_MERGE_JOIN_MERGE_MARKER_H
#define ADREF_MERGE_JOIN_MERGE_MARKER_H

#include "merge/join/merge_clauses.h"

/* A copy of a clause of the base, without its words, with the marker of all sides. What sides
 * changed differently stays as it was, and is reported. */
AdrefNode *adref_merge_marker(AdrefMergeContext *context, const AdrefMergeClause *clause);

/* The id that a clause of the base will have; NULL: none. It belongs to one of the texts. */
char *adref_merge_marker_id(const AdrefMergeContext *context, const AdrefMergeClause *clause);

/* Gives `out` the `number` of a paragraph of a text without markers: that of the base, unless sides
 * have another one. */
void adref_merge_marker_set_number(const AdrefMergeContext *context, const AdrefMergeClause *clause,
                                   AdrefNode *out);

/* Whether a side changed the marker of a clause, but for an id that the base lacks. */
gboolean adref_merge_marker_is_changed(const AdrefMergeContext *context,
                                       const AdrefMergeClause *clause);

#endif
