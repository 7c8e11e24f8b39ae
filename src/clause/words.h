/* Words, by ICU: Japanese, Thai, Lao, Khmer and Burmese have no spaces between words. */
#ifndef ADREF_CLAUSE_WORDS_H
#define ADREF_CLAUSE_WORDS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  gsize start, length; /* bytes */
} AdrefWord;

/* The words of a text in order (GArray of AdrefWord): runs of letters and digits as the language
 * counts them; white space and punctuation are between words. `language` NULL: "en". */
GArray *adref_words(const char *text, gsize length, const char *language);

/* A stretch of a text: a word, or what stands between words, a character or a run of one kind. */
typedef struct {
  guint start, length; /* bytes */
  gboolean word;
} AdrefWordSegment;

/* Cuts many texts, with what is costly to begin done once. */
typedef struct AdrefWordSegmenter AdrefWordSegmenter;

/* `language` NULL: "en". */
AdrefWordSegmenter *adref_word_segmenter_new(const char *language);
AdrefWordSegmenter *adref_word_segmenter_new_like(const AdrefWordSegmenter *other);
void adref_word_segmenter_free(AdrefWordSegmenter *segmenter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWordSegmenter, adref_word_segmenter_free)

/* Appends the pieces of a text (GArray of AdrefWordSegment), which together are the text; its words
 * are those of adref_words. */
void adref_word_segmenter_split(AdrefWordSegmenter *segmenter, const char *text, gsize length,
                                GArray *segments);

/* How many words a subtree holds (see adref_node_words). */
guint adref_count_words(const AdrefNode *node, const char *language);

#endif
