/* Which part of one form of a clause is which part of the other. */
#ifndef ADREF_MERGE_COMPARE_PART_MATCHING_H
#define ADREF_MERGE_COMPARE_PART_MATCHING_H

#include <glib.h>

#include "clause/node.h"

/* The parts of one type (ITEM, PARAGRAPH ...) of two forms of a clause that are the same one by
 * their redline: old node -> new node. The caller frees the table. */
GHashTable *adref_part_matching_new(const AdrefNode *old, const AdrefNode *new, AdrefNodeType type,
                                    const char *language);

#endif
