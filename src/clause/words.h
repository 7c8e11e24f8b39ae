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

/* How many words a subtree holds (see adref_node_words). */
guint adref_count_words(const AdrefNode *node, const char *language);

#endif
