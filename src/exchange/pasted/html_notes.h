/* The notes of a page of HTML: a link whose words are a number, "[1]", to an element behind it that
 * is named as notes are: <a name="_ftn1">, <p id="fn1">, <li id="footnote-1">. */
#ifndef ADREF_EXCHANGE_PASTED_HTML_NOTES_H
#define ADREF_EXCHANGE_PASTED_HTML_NOTES_H

#include <glib.h>

/* By the name of its element (char *) the label of each note that is called (char *): its number,
 * with "-2" for the second note of this number. Caller frees. */
GHashTable *adref_html_notes_find(const char *html, gsize length);

/* Whether words are the mark of a note: "1", "[1]", "1)", "(1)". */
gboolean adref_html_note_is_mark(const char *words);

/* The words of a note, as Markdown, behind the mark at their start, which has the number of the
 * label, and without the arrow that leads back. Caller frees. */
char *adref_html_note_words(const char *words, const char *label);

#endif
