/* Inlines in one shape, whichever way they were written: the part of reading that needs no cmark.
 */
#ifndef ADREF_CLAUSE_INLINE_NORMALIZE_H
#define ADREF_CLAUSE_INLINE_NORMALIZE_H

#include <glib.h>

#include "clause/node.h"

/* The words of a link hold whole brackets only: an EDGE that has no match inside its link was a
 * character reference. It becomes a letter and leaves `edges`, which are those of the block in
 * their order. */
void adref_inline_normalize_links(AdrefNode *block, GPtrArray *edges);

/* Makes one space of each run of white space, in place; gives the text. */
char *adref_inline_normalize_spaces(char *text);

/* A paragraph or heading: one emphasis for emphasis in its like or beside it, one TEXT for
 * neighbours, no white space at the ends. `untidy`: there may be emphasis, breaks or split words.
 */
void adref_inline_normalize(AdrefNode *block, gboolean needs_normalizing);

#endif
