/* The alignment of two long sequences that differ in few places: the greedy algorithm of E. Myers,
 * "An O(ND) Difference Algorithm and Its Variations" (1986). */
#ifndef ADREF_MERGE_MYERS_H
#define ADREF_MERGE_MYERS_H

#include "merge/align_sequences.h"

enum {
  ADREF_MYERS_MAX_EDITS = 128 /* elements gone and come together, at most */
};

/* Sets mates[i] to the place in `new` or ADREF_NO_MATCH. FALSE, and mates untouched, when more
 * edits would be needed, or more than *work steps; *work loses the steps taken. */
gboolean adref_myers_align(AdrefSequence old, AdrefSequence new, gint64 *budget, guint *matches);

#endif
