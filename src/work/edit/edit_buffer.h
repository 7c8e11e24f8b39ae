/* What a person sees in the editor: the words, and lines of adref among them, which are taken off
 * when the person has saved. Such a line begins with "<!-- adref:". Each stands for itself, so that
 * a line that was deleted or damaged leaves no words of adref in the text. */
#ifndef ADREF_WORK_EDIT_EDIT_BUFFER_H
#define ADREF_WORK_EDIT_EDIT_BUFFER_H

#include <glib.h>

#define ADREF_EDIT_BUFFER_OPENING "<!-- adref:"

/* Appends a reminder of markers and brackets: for one clause, or for a whole text. */
void adref_edit_buffer_add_reminder(GString *words, gboolean is_clause);

/* Puts a message on a line of its own above a line (from 1) of the words; behind the last one when
 * there are fewer. */
void adref_edit_buffer_add_message(GString *words, guint line, const char *message);

/* The words without the lines of adref. Caller frees. */
GString *adref_edit_buffer_strip(const char *text, gsize length);

/* Whether nothing but white space is in the words. */
gboolean adref_edit_buffer_is_empty(const GString *words);

#endif
