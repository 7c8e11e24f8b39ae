/* Plain text: paragraphs between empty lines, or one a line where lines are long and are not
 * broken, or where no line is empty; the marks of a mail that quotes all of it, "> ", are left out,
 * and what it quotes in part is a quotation; numbers and bullets at the start of a line begin a
 * paragraph, but where an editor broke the line before them (exchange/pasted/plain_wrap.h); so does
 * a page behind the end of a sentence; a line under a line makes it a heading. Tables have bars,
 * are drawn (exchange/pasted/plain_grid.h), have columns below each other
 * (exchange/pasted/plain_columns.h), or tabs between their cells (exchange/pasted/plain_tabs.h).
 * Page numbers, and what a page divides, are found by exchange/pasted/plain_pages.h. "[1]" or "^1"
 * is the mark of a note where lines "[1] " to
 * "[n] " give the words of all notes, and each has its mark. Text that adref has printed has labels
 * of clauses (exchange/pasted/plain_labels.h). Nothing else is Markdown in it but the square
 * brackets of negotiation. */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_TEXT_H
#define ADREF_EXCHANGE_PASTED_PLAIN_TEXT_H

#include <glib.h>

/* Markdown with the same words. For each of its lines the line of the text from which it is is
 * appended to `lines` (of guint), and to `beside` (of guint; may be NULL) the lines of the text
 * that stand beside it on a page (exchange/pasted/plain_pages.h). Of two columns in two languages
 * that of `language` (may be NULL) is read alone. A hint among `problems` (may be NULL) says where
 * columns were (exchange/pasted/prose_columns.h). Caller frees. */
GString *adref_plain_text_to_markdown(const char *text, gsize length, const char *language,
                                      GArray *lines, GArray *beside, GPtrArray *problems);

#endif
