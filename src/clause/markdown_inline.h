/* How words and inlines are spelt in canonical Markdown, so that reading gives them back. */
#ifndef ADREF_CLAUSE_MARKDOWN_INLINE_H
#define ADREF_CLAUSE_MARKDOWN_INLINE_H

#include <glib.h>

#include "clause/node.h"

/* What is left out, for hashes. */
typedef struct {
  gboolean without_unprinted; /* notes, comments, agreement marks */
  gboolean without_numbers;   /* numbers in cross references, shown as # */
} AdrefMarkdownInlineOptions;

/* Appends the inlines of a paragraph or heading; lines end with "\n" only at LINE_BREAK and
 * ROW_BREAK. */
void adref_markdown_inline_write(GString *out, const AdrefNode *block,
                                 const AdrefMarkdownInlineOptions *options);

/* Appends the info string of a code block. */
void adref_markdown_inline_write_info(GString *out, const char *info);

/* Code stands between runs of one character that are longer than the longest in it. */
gsize adref_markdown_inline_longest_run(const char *text, char c);
void adref_markdown_inline_write_run(GString *out, char c, gsize length);

#endif
