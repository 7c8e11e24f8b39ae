/* The width of text in a terminal, and where its lines may be broken. It does not depend on the
 * language: the line breaking classes of Unicode decide. */
#ifndef ADREF_VIEW_TERMINAL_CELLS_H
#define ADREF_VIEW_TERMINAL_CELLS_H

#include <glib.h>

/* Columns of a character: 0 (combining, format), 1 or 2 (East Asian wide). */
guint adref_terminal_cells(gunichar c);

/* Columns of valid UTF-8 text. */
guint adref_terminal_cells_of(const char *text, gsize length);

/* Whether a line may be broken between two characters, neither of which is a space: next to a wide
 * character, but not before closing punctuation or small kana and not after opening punctuation;
 * and at U+200B. */
gboolean adref_terminal_cells_may_break(gunichar before, gunichar after);

/* Whether both belong to one syllable, which is never divided. */
gboolean adref_terminal_cells_is_joined(gunichar before, gunichar after);

/* Whether the script writes words without spaces: Thai, Lao, Khmer, Burmese. */
gboolean adref_terminal_cells_needs_words(gunichar c);

#endif
