/* The source text: the file from which pages are made, for messages that name a place in it. */
#ifndef ADREF_PRINT_SOURCE_TEXT_H
#define ADREF_PRINT_SOURCE_TEXT_H

#include <glib.h>

typedef struct {
  const char *name;  /* of the file, as the user knows it */
  const char *bytes; /* content of the file; NULL: not available */
  gsize length;
} AdrefSourceText;

/* Finds the first such character at or after *line and *column (0: unknown; then the whole file is
 * searched, and also when the rest of the file does not have it). Both count from 1, in characters.
 * FALSE, and nothing is changed, when the file does not have it: in Markdown a character can be
 * written as "&#x2603;". */
gboolean adref_source_text_find(const AdrefSourceText *source_text, gunichar character, guint *line,
                                guint *column);

#endif
