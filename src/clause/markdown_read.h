/* Markdown in, tree out. CommonMark by cmark; on top of it the markers of clauses and the square
 * brackets of negotiation. tests/spec.md defines the language with examples that run.
 *
 * Reading recovers and reports; it refuses only what is not text at all. No character is lost:
 * what has no meaning is kept as words. */
#ifndef ADREF_CLAUSE_MARKDOWN_READ_H
#define ADREF_CLAUSE_MARKDOWN_READ_H

#include <glib.h>

#include "base/error.h"
#include "clause/node.h"
#include "clause/numbering.h"

typedef struct {
  const char *name;              /* of the text, for errors */
  GHashTable *parties;           /* name, code or alias (case-folded) -> code; or NULL: then a
                                    word of two or more capitals and digits is a party */
  const AdrefNumbering *numbers; /* NULL: adref_numbering_default */
} AdrefMarkdownReadOptions;

/* Reads UTF-8 text into a document. `how` may be NULL. `problems` (of AdrefProblem, may be NULL)
 * collects what was odd, in the order of the text. Errors: not UTF-8, NUL bytes, larger than
 * ADREF_TEXT_LIMIT, more than 100 quotes and lists in each other. The caller frees the tree. */
AdrefNode *adref_markdown_read(const char *text, gsize length,
                               const AdrefMarkdownReadOptions *options, GPtrArray *problems,
                               GError **error);

#endif
