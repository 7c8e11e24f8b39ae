/* Footnotes that sides add: two of them may have one label, and then the calls of one would lead to
 * the words of the other. Private to the files of the merge. */
#ifndef ADREF_MERGE_JOIN_SIDE_NOTES_H
#define ADREF_MERGE_JOIN_SIDE_NOTES_H

#include "merge/join/merge.h"

/* The sides, each new footnote with a label that no other one has. */
typedef struct {
  AdrefMergeSide *sides;
  GPtrArray *copies; /* of AdrefNode: the documents with other labels */
} AdrefSideNotes;

/* A footnote is new where the base has none with its label. New ones of several sides keep one
 * label where they have the same words, and stand in no different clauses; of the others the first
 * one by its words keeps it, so that the order of the sides decides nothing. The next free number
 * is given to "1", "1-2" to "a". `base` and `sides` stay as they are. */
void adref_side_notes_init(AdrefSideNotes *notes, const AdrefNode *base,
                           const AdrefMergeSide *sides, guint count);
void adref_side_notes_clear(AdrefSideNotes *notes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefSideNotes, adref_side_notes_clear)

#endif
