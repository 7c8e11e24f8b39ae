/* Markdown as other programs write it, made into what CommonMark reads as it was meant: front
 * matter, lines of no-break spaces between paragraphs, "** bold **" with spaces inside, "##Heading"
 * without a space, tables whose delimiters are "|" alone, typed numbers at the start of a line that
 * would be joined to the line before, a `<span>` that underlines or strikes out. Words stay. */
#ifndef ADREF_EXCHANGE_TEXT_MARKDOWN_TIDY_H
#define ADREF_EXCHANGE_TEXT_MARKDOWN_TIDY_H

#include "exchange/incoming_text.h"

/* The text; front matter becomes empty lines and goes to `incoming`. Where lines were added, the
 * line of the source of each line is appended to `lines` (of guint). Caller frees. */
GString *adref_markdown_tidy(const char *text, gsize length, AdrefIncomingText *incoming,
                             GArray *lines);

#endif
