/* The manuscript: the file from which a page is set, for messages that name a place in it. */
#ifndef ADREF_PRINT_SOURCE_TEXT_H
#define ADREF_PRINT_SOURCE_TEXT_H

#include <glib.h>

typedef struct {
  const char *name;  /* of the file, as a person knows it */
  const char *bytes; /* what it holds; NULL: not at hand */
  gsize length;
} AdrefSourceText;

/* Line and column of the first such character at or behind a place (0: unknown; the whole file is
 * looked through then, and also when the rest has none), both from 1, in characters. FALSE, and
 * nothing is changed, when it stands nowhere: in Markdown a character can be written as "&#x2603;".
 */
gboolean adref_source_text_find(const AdrefSourceText *source_text, gunichar character, guint *line,
                                guint *column);

#endif
