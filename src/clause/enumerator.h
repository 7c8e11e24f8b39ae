/* Numbers that an author typed before the words of a paragraph: "(a)", "(iv)", "1.2", "12)". They
 * are numbers of paragraphs, not words: one item more renumbers all that follow.
 *
 * Only what can hardly be anything else counts: "12 countries", "5.5 million" and "J. Smith" are
 * words. */
#ifndef ADREF_CLAUSE_ENUMERATOR_H
#define ADREF_CLAUSE_ENUMERATOR_H

#include <glib.h>

#include "clause/node.h"

/* How many bytes at the start of a paragraph's words are its number; 0: none. */
gsize adref_enumerator_length(const char *words, gsize length);

/* The same for a PARAGRAPH or HEADING that begins with a TEXT; 0 for other nodes. */
gsize adref_enumerator_of(const AdrefNode *block);

/* The number with which a PARAGRAPH or HEADING of a redline begins in one of the texts, or NULL.
 * Caller frees. */
char *adref_enumerator_in(const AdrefNode *block, gboolean old);

/* Whether a TEXT of a redline is DELETED or INSERTED as part of such a number, and nothing but the
 * number changed there. */
gboolean adref_enumerator_is_marked(const AdrefNode *text);

#endif
