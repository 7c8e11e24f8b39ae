/* Writes words and inlines as canonical Markdown, which is read as the same inlines. */
#ifndef ADREF_CLAUSE_MARKDOWN_MARKDOWN_INLINE_H
#define ADREF_CLAUSE_MARKDOWN_MARKDOWN_INLINE_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  gboolean without_unprinted; /* hashes leave out notes, comments, agreement marks */
  gboolean without_numbers;   /* numbers in cross references are written as # */
  gboolean outside_statement; /* of the document: clause/brackets/word_bracket.h */
} AdrefMarkdownInlineOptions;

/* Appends the inlines of a paragraph, heading or table cell. A newline is written only for
 * LINE_BREAK, which is "<br>" in a cell. In a cell each "|" has a backslash before it. */
void adref_markdown_inline_write(GString *out, const AdrefNode *block,
                                 const AdrefMarkdownInlineOptions *options);

/* Appends the info string of a code block. */
void adref_markdown_inline_write_info(GString *out, const char *info);

/* The length of the longest run of `c` in code, whose fence must be longer; and writing a fence. */
gsize adref_markdown_inline_longest_run(const char *text, char c);
void adref_markdown_inline_write_run(GString *out, char c, gsize length);

#endif
