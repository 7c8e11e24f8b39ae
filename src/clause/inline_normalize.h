/* Normalizes inlines: equivalent Markdown becomes the same tree. */
#ifndef ADREF_CLAUSE_INLINE_NORMALIZE_H
#define ADREF_CLAUSE_INLINE_NORMALIZE_H

#include <glib.h>

#include "clause/node.h"

/* An EDGE inside a link without a match inside this link was written as a character reference,
 * since CommonMark allows only pairs of brackets there. Makes it a TEXT and removes it from
 * `edges`, the EDGEs of the block in the order of the text. */
void adref_inline_normalize_links(AdrefNode *block, GPtrArray *edges);

/* Replaces each run of white space by one space, in place; returns `text`. */
char *adref_inline_normalize_spaces(char *text);

/* Joins adjacent TEXT nodes, and adjacent CODE nodes: the backticks between two of those would be
 * read as one run. */
void adref_inline_normalize_join(AdrefNode *block);

/* Normalizes a paragraph or heading: no emphasis inside or beside emphasis of the same type (but
 * raised or lowered words may stand side by side), no adjacent TEXT nodes, no white space at the
 * ends. `needs_normalizing`: the block may have emphasis, breaks or split words. */
void adref_inline_normalize(AdrefNode *block, gboolean needs_normalizing);

#endif
