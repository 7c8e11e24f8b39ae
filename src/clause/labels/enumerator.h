/* Numbers that an author typed at the start of a paragraph: "(a)", "(iv)", "1.2", "12)". They are
 * numbers, not words, since one more paragraph changes all numbers that follow. In doubt they are
 * words: "12 countries", "5.5 million", "J. Smith". */
#ifndef ADREF_CLAUSE_LABELS_ENUMERATOR_H
#define ADREF_CLAUSE_LABELS_ENUMERATOR_H

#include <glib.h>

#include "clause/node.h"

/* The length in bytes of the number at the start of a paragraph's words; 0: none. */
gsize adref_enumerator_length(const char *words, gsize length);

/* The same for a PARAGRAPH or HEADING that begins with a TEXT; 0 for all other nodes. */
gsize adref_enumerator_of(const AdrefNode *block);

/* The number at the start of a PARAGRAPH or HEADING of a redline, in the old text or in the new
 * one; NULL: none. The caller frees it. */
char *adref_enumerator_in(const AdrefNode *block, gboolean old);

/* Whether a TEXT of a redline is DELETED or INSERTED as a part of such a number, and the block has
 * a number in both texts. */
gboolean adref_enumerator_is_marked(const AdrefNode *text);

/* Whether a TEXT of a redline is DELETED or INSERTED and is the whole number of a block that has
 * none in the other text. */
gboolean adref_enumerator_is_alone(const AdrefNode *text);

#endif
