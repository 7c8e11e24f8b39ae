/* A text cut into chunks without being parsed: where clauses begin, by the bytes of the text.
 *
 * In a text with markers a chunk begins at the line of a marker; in a text without markers, at a
 * line that is not indented and follows a blank line. Together the chunks are the text below its
 * front matter. A chunk read by itself nearly always gives the same clauses as in its place; a
 * caller who needs to be sure has to compare. */
#ifndef ADREF_MERGE_COMPARE_CHUNKS_H
#define ADREF_MERGE_COMPARE_CHUNKS_H

#include <glib.h>

typedef struct {
  gsize start, length; /* bytes */
} AdrefChunk;

/* The chunks of a text (GArray of AdrefChunk); an empty text has none. */
GArray *adref_chunks_split(const char *text, gsize length);

/* Sets matches[i], for each chunk of `old`, to the place in `new` of a chunk with the same bytes,
 * or to ADREF_NO_MATCH; each chunk is matched once. Common beginnings and ends are matched in
 * order, then chunks at other places. Cost: in proportion to the texts. */
void adref_chunks_match(const char *old_text, const GArray *old, const char *new_text,
                        const GArray *new, guint *matches);

#endif
