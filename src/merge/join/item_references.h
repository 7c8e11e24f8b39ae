/* References to items follow when the items get other labels.
 *
 * "[paragraph 1 (b)](#a)" leads to the clause `a`; which item of it is meant only its words say. So
 * the item is found in the version before: there (b) is an item of `a`, and the redline of `a` says
 * which item that is now. When it is (c) now, the words of the reference become "paragraph 1 (c)".
 *
 * A reference stood there before when the clause that holds it had as many references to `a`, and
 * the one at its place had the same words; where their number changed, those at the beginning and
 * at the end that stayed are known. Any other one is new or was changed by the person who edits:
 * what it says is meant so. */
#ifndef ADREF_MERGE_JOIN_ITEM_REFERENCES_H
#define ADREF_MERGE_JOIN_ITEM_REFERENCES_H

#include <glib.h>

#include "clause/node.h"

/* Words of a reference that were replaced. */
typedef struct {
  guint line, column; /* of the link */
  char *old, *new;    /* "(b)", "(c)" */
  char *clause;       /* the id of the clause to which it leads */
} AdrefItemReferenceChange;

/* Whether a text has a reference to an item. */
gboolean adref_item_references_exist(const AdrefNode *document);

/* Writes the references of `new` to items that have other labels than in `old`. What was replaced
 * is appended to `changes` (of AdrefItemReferenceChange, which the array frees; see
 * adref_item_reference_change_free), in the order of the text. A reference whose item is gone, or
 * cannot be found again, is reported in `problems`, with its place. */
void adref_item_references_follow(const AdrefNode *old, AdrefNode *new, const char *language,
                                  GPtrArray *changes, GPtrArray *problems);

void adref_item_reference_change_free(gpointer change);

#endif
