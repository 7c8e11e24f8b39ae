/* Footnotes of a text that came back. */
#ifndef ADREF_WORK_IMPORT_RETURNED_NOTES_H
#define ADREF_WORK_IMPORT_RETURNED_NOTES_H

#include "clause/node.h"

/* A Word file and a page have the words of a footnote with its mark, and a text may have them in
 * another clause. In `result`, in which some clauses of `ours` have changed, they stand where they
 * stood, with the words that the file has for them; those of a mark that is still there are never
 * lost. */
void adref_returned_notes_settle(AdrefNode *result, const AdrefNode *ours);

/* Removes from `result` the texts that a mark called in `ours` and none calls any more: in a Word
 * file a footnote is gone with its mark. */
void adref_returned_notes_drop_uncalled(AdrefNode *result, const AdrefNode *ours);

#endif
