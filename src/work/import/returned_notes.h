/* Footnotes of a text that came back. */
#ifndef ADREF_WORK_IMPORT_RETURNED_NOTES_H
#define ADREF_WORK_IMPORT_RETURNED_NOTES_H

#include "clause/node.h"

/* What `result` is. */
typedef enum {
  ADREF_NOTES_OF_TEXT, /* it takes the place of `ours` */
  ADREF_NOTES_OF_SENT, /* what a party sent for a compilation, in which all of `ours` stands */
  ADREF_NOTES_OF_PART  /* the same, a part: what it lacks stays */
} AdrefReturnedNotesFrom;

/* A Word file and a page have the words of a footnote with its mark, and a text may have them in
 * another clause. In `result`, in which some clauses of `ours` have changed, they stand where they
 * stood, with the words that the file has for them; those of a mark that is still there are never
 * lost. In a compilation those of a clause that was not sent stand in `ours`, and are not added: a
 * part that has other words for them gets their clause. */
void adref_returned_notes_settle(AdrefNode *result, const AdrefNode *ours,
                                 AdrefReturnedNotesFrom from);

/* Moves the texts of footnotes of a translation into the clauses in which the source has those with
 * the same labels: one file has them behind the paragraph that calls them, another one at the end,
 * and languages are compared clause by clause. */
void adref_returned_notes_place(AdrefNode *translation, const AdrefNode *source);

/* Removes from `result` the texts that a mark called in `ours` and none calls any more: in a Word
 * file a footnote is gone with its mark. */
void adref_returned_notes_drop_uncalled(AdrefNode *result, const AdrefNode *ours);

#endif
