/* The alignment of two long sequences that differ in few places: the greedy algorithm of E. Myers,
 * "An O(ND) Difference Algorithm and Its Variations" (1986). */
#ifndef ADREF_MERGE_COMPARE_MYERS_H
#define ADREF_MERGE_COMPARE_MYERS_H

#include "merge/compare/align_sequences.h"

enum {
  ADREF_MYERS_MAX_EDITS = 128 /* maximum of insertions plus deletions */
};

/* Sets matches[i] to the place in `new` or to ADREF_NO_MATCH, and subtracts the steps from *budget.
 * FALSE, and `matches` untouched, when more edits or more steps than *budget would be needed. */
gboolean adref_myers_align(AdrefSequence old, AdrefSequence new, gint64 *budget, guint *matches);

#endif
