/* A text cut into the parts that a merge can leave unread: clauses below their markers, or the
 * paragraphs of a text without markers. For merge/join/merge_excerpt.h only. */
#ifndef ADREF_MERGE_JOIN_EXCERPT_PARTS_H
#define ADREF_MERGE_JOIN_EXCERPT_PARTS_H

#include "base/interner.h"

enum {
  ADREF_EXCERPT_NONE = G_MAXUINT
};

/* A marker and all up to the next one, or a paragraph and the empty line behind it; of a text, the
 * first one has what stands above them, too. */
typedef struct {
  gsize start, words, end; /* words: behind the line of the marker */
  gsize id_start, id_length;
  guint id; /* the number of its id; of a paragraph, that of the paragraph of the base that it
               is; ADREF_EXCERPT_NONE: it has none */
  gboolean simple; /* its marker is in canonical form, and has no more than a template */
} AdrefExcerptPart;

typedef struct {
  const char *bytes;
  gsize length;
  GArray *parts; /* of AdrefExcerptPart */
} AdrefExcerptText;

/* Reads the parts of a text, whose bytes are set; `parts` is empty, and must be freed in any case.
 * FALSE: something in it may change what other parts are. */
gboolean adref_excerpt_parts_read(AdrefExcerptText *text, AdrefInterner *ids);

/* The same for the paragraphs of a text without markers, each of which is one line of words; none
 * has an id. FALSE, too: it has other blocks, or lines that may be items. `is_merged`: the text was
 * made by a merge of such texts, and is only cut at its empty lines. */
gboolean adref_excerpt_paragraphs_read(AdrefExcerptText *text, gboolean is_merged);

/* Gives the paragraphs of a text the ids of those of the base that they are: unchanged, or alone
 * between two that are, and with most of their bytes. FALSE: it is not known which they are. */
gboolean adref_excerpt_paragraphs_match(const AdrefExcerptText *base, AdrefExcerptText *side);

const AdrefExcerptPart *adref_excerpt_part(const AdrefExcerptText *text, guint i);

/* Whether parts have the same bytes, but for the lines at their ends. */
gboolean adref_excerpt_parts_are_same(const AdrefExcerptText *a, const AdrefExcerptPart *x,
                                      const AdrefExcerptText *b, const AdrefExcerptPart *y);

/* Whether the words of a part are one plain line of ASCII, and an empty line unless it is the last
 * one: then they say the same wherever they stand. `stops` are the bytes that are no plain words.
 */
gboolean adref_excerpt_part_is_plain(const guint8 stops[256], const AdrefExcerptText *text,
                                     const AdrefExcerptPart *part);
void adref_excerpt_stops_init(guint8 stops[256]);

#endif
