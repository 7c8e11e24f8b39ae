/* The content of a subtree as bytes: two subtrees have the same key when they have the same
 * content. */
#ifndef ADREF_MERGE_CONTENT_KEY_H
#define ADREF_MERGE_CONTENT_KEY_H

#include <glib.h>

#include "clause/node.h"
#include "merge/reference_numbers.h"

/* Appends the key of a subtree. The marker of a CLAUSE and the numbers that adref wrote are not
 * part of the key. `references` may be NULL. */
void adref_content_key_append(GString *key, const AdrefNode *root,
                              AdrefReferenceNumbers *references);

/* The key of a subtree, for a hash table (g_bytes_hash). Caller unrefs. */
GBytes *adref_content_key_new(const AdrefNode *root, AdrefReferenceNumbers *references);

/* adref_content_key_append() without the numbers that authors typed before words
 * (clause/labels/enumerator.h); TRUE when there were any. */
gboolean adref_content_key_append_unnumbered(GString *key, const AdrefNode *root,
                                             AdrefReferenceNumbers *references);

/* Whether two nodes of one type have the same attributes and the same text. */
gboolean adref_content_key_equal_nodes(const AdrefNode *first, const AdrefNode *second);

#endif
