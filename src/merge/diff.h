/* The redline: what changed between two texts. */
#ifndef ADREF_MERGE_DIFF_H
#define ADREF_MERGE_DIFF_H

#include "clause/change.h"

/* Both texts as one marked document (clause/change.h), with the change of each clause; its matters
 * are not set. `language` says how words are told apart; NULL: "en". The caller frees the tree.
 *
 * A clause is known again by its id, then by its content, then by its likeness, also elsewhere; a
 * clause divided, or joined to its neighbour, is known as such. Cost grows in proportion to the
 * texts. */
AdrefNode *adref_diff(const AdrefNode *old, const AdrefNode *new, const char *language);

/* The same, but that clauses which stayed as they were are taken out of `new`: most of a long text
 * need not be copied. The caller still frees what is left of it. */
AdrefNode *adref_diff_consume_new(const AdrefNode *old, AdrefNode *new, const char *language);

#endif
