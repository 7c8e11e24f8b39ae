/* Notes whose numbers are raised digits, "our networks¹", with the words below, "¹ See the report":
 * as they are pasted from a page. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_RAISED_NOTES_H
#define ADREF_EXCHANGE_PARAGRAPHS_RAISED_NOTES_H

#include <glib.h>

/* The text with these notes as those of Markdown, "[^1]" and "[^1]: See the report"; it has as many
 * lines. NULL: the lines with the words of notes are not numbered 1, 2, 3, or one is called
 * nowhere, or the text has notes of Markdown. Caller frees. */
char *adref_raised_notes_to_markdown(const char *text, gsize length);

/* The same with "^1" and "^1 See the report", as plain text has them. */
char *adref_raised_notes_to_plain(const char *text, gsize length);

#endif
