/* Plain text beside Markdown without markers: there typed numbers are those of a list. */
#ifndef ADREF_WORK_IMPORT_PLAIN_PARAGRAPHS_H
#define ADREF_WORK_IMPORT_PLAIN_PARAGRAPHS_H

#include <glib.h>

/* Takes Markdown that was made of plain text (exchange/pasted/plain_text.h), in which "1." and
 * "(a)" are words, and gives it the lists and headings that `known` has, Markdown without markers
 * from which it came: numbered paragraphs, and labelled items, indented where they are indented
 * there. The caller frees the result. */
GString *adref_plain_paragraphs_number(const GString *markdown, GBytes *known);

#endif
