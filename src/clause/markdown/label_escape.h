/* Escapes lines that a reader would take for items with labels (clause/labels/label_lines.h), but
 * that are words: "\(3)", "&#65;rticle 5". */
#ifndef ADREF_CLAUSE_MARKDOWN_LABEL_ESCAPE_H
#define ADREF_CLAUSE_MARKDOWN_LABEL_ESCAPE_H

#include <glib.h>

/* Escapes the lines of one paragraph in `text`, without those that are items. `starts` (of gsize)
 * has the offset of the words of each line, behind the spaces and quote marks before them; the
 * offsets follow the escapes. `items`, by line: TRUE, it is an item; NULL: none is. */
void adref_label_escape(GString *text, GArray *starts, const guint8 *items);

#endif
