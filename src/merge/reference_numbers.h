/* Numbers in cross references, which adref writes and which therefore are not words of the text.
 *
 * adref writes a number only where the clause is in the text and has a number. Of two texts that
 * are compared, both must have the clause: the digits of a reference to a clause that one of them
 * lacks are compared as words, on both sides. */
#ifndef ADREF_MERGE_REFERENCE_NUMBERS_H
#define ADREF_MERGE_REFERENCE_NUMBERS_H

#include <glib.h>

#include "clause/node.h"

/* The targets of the cross references of one document, and the place in a walk over it. */
typedef struct {
  const AdrefNode *documents[2]; /* this document, and the one that it is compared with or NULL */
  GHashTable *clauses[2];        /* id -> CLAUSE; NULL until it is needed */
  gboolean expects_number;       /* inside of a reference, before its number */
} AdrefReferenceNumbers;

void adref_reference_numbers_init(AdrefReferenceNumbers *references, const AdrefNode *document,
                                  const AdrefNode *other);
void adref_reference_numbers_clear(AdrefReferenceNumbers *references);

/* Must be called for each node that a walk enters or leaves. */
void adref_reference_numbers_visit(AdrefReferenceNumbers *references, const AdrefNode *node,
                                   gboolean entering);

/* Whether the TEXT that the walk is at has such a number; sets its byte offsets. */
gboolean adref_reference_numbers_find(AdrefReferenceNumbers *references, const AdrefNode *text,
                                      gsize *start, gsize *end);

#endif
