/* Which of many clauses share the most words with a text: an index of hashed n-grams.
 *
 * A clause is known by its words and pairs of words, of scripts without spaces by its pairs and
 * triples of characters (review/search/folded_words.h). Each is weighted by its rarity, so that a
 * string of adjectives in its order tells more than "in accordance with". N-grams are hashed into
 * buckets; two that share one make no clause that has neither look like the text. An index is one
 * run of bytes that is read in place, so a large one need not be read as a whole; bytes that are no
 * index are no danger. */
#ifndef ADREF_REVIEW_SEARCH_PRECEDENT_INDEX_H
#define ADREF_REVIEW_SEARCH_PRECEDENT_INDEX_H

#include <glib.h>

enum {
  ADREF_PRECEDENT_MAX_CLAUSES = 2000000,
  ADREF_PRECEDENT_MAX_BYTES = 1 << 30, /* of all texts */
  ADREF_PRECEDENT_MAX_NGRAMS = 4000,   /* of one clause; what stands behind is not looked at */
  ADREF_PRECEDENT_COMMON = 1000,       /* clauses: an n-gram that more have, and more than a
                                          fiftieth of all, tells nothing */
};

/* The least score of a match that is offered: below, sentences that nobody ever agreed begin to
 * find something. */
#define ADREF_PRECEDENT_MIN_SCORE 0.30

typedef struct AdrefPrecedentBuilder AdrefPrecedentBuilder;

AdrefPrecedentBuilder *adref_precedent_builder_new(void);
void adref_precedent_builder_free(AdrefPrecedentBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPrecedentBuilder, adref_precedent_builder_free)

/* Adds a clause: `source` and `place` say whose it is, `text` is its Markdown. FALSE: a limit. */
gboolean adref_precedent_builder_add(AdrefPrecedentBuilder *builder, const char *source,
                                     const char *place, const char *text);

/* The index of all that was added. */
GBytes *adref_precedent_builder_finish(AdrefPrecedentBuilder *builder);

typedef struct AdrefPrecedentIndex AdrefPrecedentIndex;

/* NULL: these bytes are no index. */
AdrefPrecedentIndex *adref_precedent_index_new(GBytes *bytes);
void adref_precedent_index_free(AdrefPrecedentIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPrecedentIndex, adref_precedent_index_free)

typedef struct {
  guint clause; /* its number, in the order in which it was added */
  double score; /* 0 to 1: how much of the text's rare wording it has */
} AdrefPrecedentMatch;

/* The clauses that are nearest to a text, the best first, at most `most` and none below
 * ADREF_PRECEDENT_MIN_SCORE (of AdrefPrecedentMatch). Caller unrefs. */
GArray *adref_precedent_index_find(const AdrefPrecedentIndex *index, const char *text, guint most);

/* What is known of a clause: the index's own strings; "" where its bytes are damaged. */
const char *adref_precedent_index_source(const AdrefPrecedentIndex *index, guint clause);
const char *adref_precedent_index_place(const AdrefPrecedentIndex *index, guint clause);
const char *adref_precedent_index_text(const AdrefPrecedentIndex *index, guint clause);

#endif
