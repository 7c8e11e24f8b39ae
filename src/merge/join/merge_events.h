/* What a merge reports (merge/join/merge.h). Private to the files of the merge. */
#ifndef ADREF_MERGE_JOIN_MERGE_EVENTS_H
#define ADREF_MERGE_JOIN_MERGE_EVENTS_H

#include "merge/join/merge_context.h"

/* An event of a clause with that name, which it frees; without sides yet. The caller adds it to a
 * report. */
AdrefMergeEvent *adref_merge_event_new(AdrefMergeEventType type, char *clause);

/* What an event calls a clause without an id: its first words, in quotes. Caller frees. */
char *adref_merge_event_clause_name(const char *words);

/* Names a side, once, by the party whose change it is in the clause of the event. */
void adref_merge_event_name_side(AdrefMergeEvent *event, const AdrefMergeSide *side);

/* Adds an event of the clause that is merged; without sides yet. It belongs to the report. */
AdrefMergeEvent *adref_merge_event_add(AdrefMergeContext *context, AdrefMergeEventType type,
                                       const char *detail);
void adref_merge_event_add_side(AdrefMergeContext *context, AdrefMergeEvent *event, guint side);

#endif
