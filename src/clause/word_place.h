/* Places of words in a clause, as a person types them: without regard to case, spaces, width, the
 * shape of quotation marks and dashes, and, where nothing else fits, to accents and vowel marks.
 *
 * A place lies in one block. It does not cross from one alternative of a bracket to another, and it
 * begins and ends at words where a script has spaces between them. */
#ifndef ADREF_CLAUSE_WORD_PLACE_H
#define ADREF_CLAUSE_WORD_PLACE_H

#include <glib.h>

#include "clause/node.h"

enum {
  ADREF_WORD_PLACE_LIMIT = 10000 /* bytes of words that are looked for */
};

typedef struct {
  AdrefNode *block;
  gsize start, end; /* bytes of the words of the block, as this module counts them */
} AdrefWordPlace;

/* All places (of AdrefWordPlace) of words below a node, in the order of the text; they do not
 * overlap. Cost: in proportion to the text. */
GArray *adref_word_places_find(const AdrefNode *part, const char *words);

/* Whether words that have no place go over the border of an alternative. */
gboolean adref_word_places_cross(const AdrefNode *part, const char *words);

/* The words of the text that are most like these, for a message; NULL: none are like them. Caller
 * frees. */
char *adref_word_places_nearest(const AdrefNode *part, const char *words);

/* The words of a place as they stand in the text; and with the words around them, of which at most
 * `width` characters are taken on each side. Caller frees. */
char *adref_word_place_words(const AdrefWordPlace *place);
char *adref_word_place_context(const AdrefWordPlace *place, guint width);

/* Divides TEXT at the ends of a place. *first and *last are the siblings that hold exactly its
 * words; formatting, links and brackets that it cuts through belong to it as a whole. Other places
 * of the block are wrong then. */
void adref_word_place_isolate(const AdrefWordPlace *place, AdrefNode **first, AdrefNode **last);

#endif
