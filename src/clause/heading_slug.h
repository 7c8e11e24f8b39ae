/* The name of a heading in links, as GitHub makes it: "#data-flow" for "Data Flow!". */
#ifndef ADREF_CLAUSE_HEADING_SLUG_H
#define ADREF_CLAUSE_HEADING_SLUG_H

#include <glib.h>

#include "clause/node.h"

/* The slugs of all headings of a document: slug (char *) -> the TITLE or other CLAUSE that begins
 * with the heading. Where two headings have the same words, the second has "-1" behind its slug.
 * The caller frees the table. */
GHashTable *adref_heading_slugs(const AdrefNode *document);

/* The slug of words: letters, figures, "-" and "_" in small letters, a "-" for each space. The
 * caller frees it. */
char *adref_heading_slug(const char *words);

#endif
