/* The letters of a tree: what is left of its words when white space is.
 *
 * Two texts of which one is the other re-wrapped, or read in pieces, have the same letters. A
 * letter is a byte of TEXT, CODE, CODE_BLOCK or HTML that is no space. The number that adref writes
 * into a cross reference is one letter, whatever it is. */
#ifndef ADREF_MERGE_NONSPACE_H
#define ADREF_MERGE_NONSPACE_H

#include <glib.h>

#include "clause/node.h"

/* A node that has letters. */
typedef struct {
  const AdrefNode *node;
  gsize start, end; /* the number in it, as byte offsets; both 0: none */
} AdrefNonspaceNode;

/* A walk over the nodes of a subtree that may have letters, in their order. */
typedef struct {
  AdrefWalk walk;
  gboolean expects_number; /* in a reference whose number is still to come */
} AdrefNonspaceWalk;

AdrefNonspaceWalk adref_nonspace_walk(const AdrefNode *root);
gboolean adref_nonspace_next(AdrefNonspaceWalk *walk, AdrefNonspaceNode *nonspace);

/* How many letters a stretch of the node has; one that holds the number holds all of it. */
guint adref_nonspace_count(const AdrefNonspaceNode *nonspace, gsize start, gsize length);

/* The letters of a subtree; a number is "0". Caller frees. */
GString *adref_nonspace_text(const AdrefNode *root);

/* Writes "0" for the number of every cross reference, so that it is the same in all texts. */
void adref_nonspace_mask_numbers(AdrefNode *root);

#endif
