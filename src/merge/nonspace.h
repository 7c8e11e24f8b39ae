/* The characters of a tree: its words without white space.
 *
 * Two texts that differ only in white space, or of which one was read in chunks, have the same
 * characters. A character is here a byte of TEXT, CODE, CODE_BLOCK or HTML that is no space. The
 * number that adref writes into a cross reference is one character, whatever it is. */
#ifndef ADREF_MERGE_NONSPACE_H
#define ADREF_MERGE_NONSPACE_H

#include <glib.h>

#include "clause/node.h"

/* A node that has characters. */
typedef struct {
  const AdrefNode *node;
  gsize start, end; /* the number in it, as byte offsets; both 0: it has none */
} AdrefNonspaceNode;

/* A walk over the nodes of a subtree that may have characters, in their order. */
typedef struct {
  AdrefWalk walk;
  gboolean expects_number; /* inside of a reference, before its number */
} AdrefNonspaceWalk;

AdrefNonspaceWalk adref_nonspace_walk(const AdrefNode *root);
gboolean adref_nonspace_next(AdrefNonspaceWalk *walk, AdrefNonspaceNode *nonspace);

/* How many characters a range of bytes of the node has; a range that has a part of the number has
 * all of it. */
guint adref_nonspace_count(const AdrefNonspaceNode *nonspace, gsize start, gsize length);

/* The characters of a subtree; a number is "0". Caller frees. */
GString *adref_nonspace_text(const AdrefNode *root);

/* Writes "0" for the number of every cross reference, so that it is the same in all texts. */
void adref_nonspace_mask_numbers(AdrefNode *root);

#endif
