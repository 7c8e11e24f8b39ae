/* Reads Markdown into a tree: CommonMark, with cmark, and in addition the markers of clauses and
 * the square brackets of negotiation. tests/spec.md defines the language with examples that run.
 *
 * The reader reports malformed input and continues; only what is no text, too large or nested too
 * deep is an error. No character is lost: what has no meaning is kept as words. */
#ifndef ADREF_CLAUSE_MARKDOWN_MARKDOWN_READ_H
#define ADREF_CLAUSE_MARKDOWN_MARKDOWN_READ_H

#include <glib.h>

#include "base/error.h"
#include "clause/labels/numbering.h"
#include "clause/node.h"

typedef struct {
  const char *name;              /* the name of the text in errors; NULL: "text" */
  GHashTable *parties;           /* name, code or alias (case-folded) -> code; NULL: each word of
                                    two or more capitals, digits and hyphens is a party */
  const AdrefNumbering *numbers; /* NULL: adref_numbering_default */
  gboolean is_part;              /* the text is a part of one: it has no front matter */
  gboolean outside_statement;    /* the text is a file that belongs to no statement: more brackets
                                    are words (clause/brackets/word_bracket.h) */
  GPtrArray *readings; /* NULL, or to this array (of AdrefProblem) is added how each square
                          bracket was read, in the order of the text */
} AdrefMarkdownReadOptions;

/* Reads a UTF-8 text into a document. `options` may be NULL. Front matter
 * (clause/markdown/front_matter.h) becomes the text of the document; in a statement it is a
 * problem, since facts stand elsewhere. Problems of the text are added to `problems` (of
 * AdrefProblem, may be NULL) in the order of the text. Errors: not UTF-8, NUL bytes, larger than
 * ADREF_TEXT_LIMIT, more than 100 nested quotes and items. The caller frees the tree.
 */
AdrefNode *adref_markdown_read(const char *text, gsize length,
                               const AdrefMarkdownReadOptions *options, GPtrArray *problems,
                               GError **error);

#endif
