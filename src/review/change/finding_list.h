/* The findings of one clause while they are collected. */
#ifndef ADREF_REVIEW_CHANGE_FINDING_LIST_H
#define ADREF_REVIEW_CHANGE_FINDING_LIST_H

#include "clause/change.h"

/* A finding, and its place in the clause. `run`: the number of the changed run that it belongs to
 * or stands before. `place`, by which findings of one run are sorted: its byte in the new text;
 * where several phrases were deleted at that byte, the bytes between them in the old text are
 * added. `at`: the byte in the new text, with nothing added. */
typedef struct {
  guint run, place, at;
  AdrefFinding *finding;
} AdrefPlacedFinding;

/* Takes over both texts. */
AdrefFinding *adref_finding_new(AdrefChangeClass class, char *old, char *new);

/* Appends a finding to a list (of AdrefPlacedFinding); takes over both texts. The list does not own
 * the finding. */
AdrefFinding *adref_finding_list_add(GArray *list, AdrefChangeClass class, guint run, guint place,
                                     char *old, char *new);

/* The first finding, NULL when there is none; the last one of a list that is not empty. */
const AdrefFinding *adref_finding_list_first(const GArray *list);
AdrefFinding *adref_finding_list_last(const GArray *list);
AdrefPlacedFinding *adref_finding_list_last_placed(const GArray *list);

/* Sorts by the places. */
void adref_finding_list_sort(GArray *list);

/* Moves all findings to the end of `findings` (of AdrefFinding). */
void adref_finding_list_move(GArray *list, GPtrArray *findings);

#endif
