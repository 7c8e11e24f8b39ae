/* Divides text into words, with ICU: Japanese, Thai, Lao, Khmer and Burmese have no spaces between
 * words. */
#ifndef ADREF_CLAUSE_WORDS_H
#define ADREF_CLAUSE_WORDS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  gsize start, length; /* bytes */
} AdrefWord;

/* The words of a text in their order (of AdrefWord), by the rules of the language. White space and
 * punctuation are no words. `language` NULL: "en". */
GArray *adref_words(const char *text, gsize length, const char *language);

/* A segment of a text: a word, or one character or a run of spaces between words. */
typedef struct {
  guint start, length; /* bytes */
  gboolean word;
} AdrefWordSegment;

/* Divides many texts into segments; ICU's iterator is opened once. */
typedef struct AdrefWordSegmenter AdrefWordSegmenter;

/* `language` NULL: "en". */
AdrefWordSegmenter *adref_word_segmenter_new(const char *language);
AdrefWordSegmenter *adref_word_segmenter_new_like(const AdrefWordSegmenter *other);
void adref_word_segmenter_free(AdrefWordSegmenter *segmenter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWordSegmenter, adref_word_segmenter_free)

/* Appends the segments of a text (of AdrefWordSegment). Joined, the segments are the text; those
 * with `word` are the words that adref_words finds. */
void adref_word_segmenter_split(AdrefWordSegmenter *segmenter, const char *text, gsize length,
                                GArray *segments);

/* How many words adref_words() finds. What is in ASCII is counted without ICU. */
guint adref_count_words_in(const char *text, gsize length, const char *language);

/* The number of words in adref_node_words of a subtree. */
guint adref_count_words(const AdrefNode *node, const char *language);

#endif
