/* Footnotes that have another label now: "[^1]" is "[^2]" when a note was put before it. Labels are
 * numbers, not words, so that a redline does not mark them. */
#ifndef ADREF_MERGE_COMPARE_NOTE_LABELS_H
#define ADREF_MERGE_COMPARE_NOTE_LABELS_H

#include <glib.h>

#include "merge/compare/clause_matching.h"

/* Old label -> new label of each footnote whose text was matched with one of another label; NULL:
 * there is none. The strings belong to the documents. The caller unrefs it. */
GHashTable *adref_note_labels_new(const AdrefClauseMatching *matching);

/* Makes one WRAPPED node, which has the new label, of the deleted and the inserted mark of such a
 * footnote, wherever both stand in one place of a clause. `labels` may be NULL. */
void adref_note_labels_join(GHashTable *labels, AdrefNode *clause);

#endif
