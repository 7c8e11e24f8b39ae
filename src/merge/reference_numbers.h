/* Numbers in cross references, which adref writes and which therefore are no words of the text.
 *
 * adref writes a number only where the clause is there and has one. Of two texts that are compared
 * both must have it: a reference to a clause that one of them lacks keeps its digits as words, so
 * that they are the same words on both sides. */
#ifndef ADREF_MERGE_REFERENCE_NUMBERS_H
#define ADREF_MERGE_REFERENCE_NUMBERS_H

#include <glib.h>

#include "clause/node.h"

/* What the cross references of one document point to, and the place in a walk over it. */
typedef struct {
  const AdrefNode *documents[2]; /* this one, and the one that it is compared with or NULL */
  GHashTable *clauses[2];        /* id -> CLAUSE; NULL until a reference asks */
  gboolean expects_number;       /* in a reference whose number is still to come */
} AdrefReferenceNumbers;

void adref_reference_numbers_init(AdrefReferenceNumbers *references, const AdrefNode *document,
                                  const AdrefNode *other);
void adref_reference_numbers_clear(AdrefReferenceNumbers *references);

/* Tells of a node that a walk enters or leaves. */
void adref_reference_numbers_visit(AdrefReferenceNumbers *references, const AdrefNode *node,
                                   gboolean entering);

/* Whether a TEXT just met holds such a number, as byte offsets. */
gboolean adref_reference_numbers_find(AdrefReferenceNumbers *references, const AdrefNode *text,
                                      gsize *start, gsize *end);

#endif
