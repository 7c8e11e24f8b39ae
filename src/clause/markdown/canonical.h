/* The canonical form: the one byte sequence of a tree, which adref writes, hashes and signs.
 * read(canonical(t)) = t. Texts that differ only in line wrapping or in equivalent Markdown have
 * the same canonical form; texts with different words have different ones. */
#ifndef ADREF_CLAUSE_MARKDOWN_CANONICAL_H
#define ADREF_CLAUSE_MARKDOWN_CANONICAL_H

#include <glib.h>

#include "clause/node.h"

/* Canonical Markdown of a document, below its front matter. It ends with one newline; for an empty
 * document it is "". */
GString *adref_canonical(const AdrefNode *document);

/* The same without the front matter. For each clause the offset at which it begins, with the blank
 * line before it, is appended to `starts` (of gsize). */
GString *adref_canonical_with_offsets(const AdrefNode *document, GArray *starts);

/* Canonical Markdown of one clause without its marker. */
GString *adref_canonical_clause(const AdrefNode *clause);

/* SHA-256 in hexadecimal of the clause's kind, its alt= and its canonical words. The clause's
 * number, place, template, notes, comments and agreement mark, and the numbers in its cross
 * references, are left out. The caller frees it. */
char *adref_clause_hash(const AdrefNode *clause);

/* Whether two clauses have the same hash: the same kind, alt= and words. */
gboolean adref_clause_is_same(const AdrefNode *a, const AdrefNode *b);

/* SHA-256 in hexadecimal of all that a reader of the final text sees: title, order, numbers, words.
 * Notes, comments and agreement marks are left out. The caller frees it. */
char *adref_text_hash(const AdrefNode *document);

#endif
