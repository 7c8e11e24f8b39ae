/* The canonical form: the one byte sequence of a tree. It is what adref writes, hashes and signs.
 * read(canonical(t)) = t; a text that is re-wrapped, or spelt in another of Markdown's ways, has
 * the same canonical form; a changed word gives another one. */
#ifndef ADREF_CLAUSE_CANONICAL_H
#define ADREF_CLAUSE_CANONICAL_H

#include <glib.h>

#include "clause/node.h"

/* Canonical Markdown of a document, ended by one newline (an empty document gives ""). */
GString *adref_canonical(const AdrefNode *document);

/* The same; `starts` (of gsize) gets for each clause where it begins, the blank line above it
 * included. */
GString *adref_canonical_with_offsets(const AdrefNode *document, GArray *starts);

/* Canonical Markdown of one clause without its marker. */
GString *adref_canonical_clause(const AdrefNode *clause);

/* SHA-256 in hexadecimal over the clause's kind and its canonical words; not over its number,
 * place, template, notes, comments, agreement mark, nor the numbers in its cross references. Caller
 * frees. */
char *adref_clause_hash(const AdrefNode *clause);

/* SHA-256 in hexadecimal over what a reader of the final text sees: title, order, numbers, words;
 * not over notes, comments and agreement marks. Caller frees. */
char *adref_text_hash(const AdrefNode *document);

#endif
