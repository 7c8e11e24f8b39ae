/* A text cut into slices without being read: where clauses begin, by their bytes alone.
 *
 * In a text with markers a slice begins at the line of a marker; in one without, behind a blank
 * line at a line that is not indented. Together the slices are the text. What a slice says by
 * itself is nearly always what it says in its place; whoever needs to know compares. */
#ifndef ADREF_MERGE_CHUNKS_H
#define ADREF_MERGE_CHUNKS_H

#include <glib.h>

typedef struct {
  gsize start, length; /* bytes */
} AdrefChunk;

/* The slices of a text (GArray of AdrefChunk); a text without bytes has none. */
GArray *adref_chunks_split(const char *text, gsize length);

/* Sets mates[i], for each slice of `old`, to the place in `new` of a slice with the same bytes, or
 * to ADREF_NO_MATCH; each is taken once. What begins and ends alike is mated in its order, then
 * what stands elsewhere. Cost in proportion to the texts. */
void adref_chunks_match(const char *old_text, const GArray *old, const char *new_text,
                        const GArray *new, guint *matches);

#endif
