/* Markdown as other programs write it, made into what CommonMark reads as it was meant: front
 * matter, lines of no-break spaces between paragraphs, "** bold **" with spaces inside, "##Heading"
 * without a space, tables whose delimiters are "|" alone. Words and line numbers stay. */
#ifndef ADREF_EXCHANGE_MARKDOWN_TIDY_H
#define ADREF_EXCHANGE_MARKDOWN_TIDY_H

#include "exchange/incoming_text.h"

/* The text; front matter becomes empty lines and goes to `incoming`. Caller frees. */
GString *adref_markdown_tidy(const char *text, gsize length, AdrefIncomingText *incoming);

#endif
