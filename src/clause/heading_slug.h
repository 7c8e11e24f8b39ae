/* The name of a heading in links, as GitHub makes it: "#data-flow" for "Data Flow!". */
#ifndef ADREF_CLAUSE_HEADING_SLUG_H
#define ADREF_CLAUSE_HEADING_SLUG_H

#include <glib.h>

#include "clause/node.h"

/* The slugs of all headings of a document: slug (char *) -> the TITLE or other CLAUSE that holds
 * the heading. Where two headings have the same words, the second has "-1" behind its slug. Of a
 * redline the headings of the new text without ADREF_DELETED, of the old one without
 * ADREF_INSERTED. The caller frees the table. */
GHashTable *adref_heading_slugs(const AdrefNode *document, AdrefChangeMark without);

/* The clause of a slug, which may be written with %E6%97%A5 for letters, as in an address of the
 * Web; NULL: no heading has it. */
const AdrefNode *adref_heading_slugs_find(GHashTable *slugs, const char *name);

/* The slug of words: letters, figures, "-" and "_" in small letters, a "-" for each space. The
 * caller frees it. */
char *adref_heading_slug(const char *words);

#endif
