/* The tokens of the paragraphs of two documents, the old one (side 0) and the new one (side 1).
 * Each paragraph is tokenized once.
 *
 * First all paragraphs that changed are tokenized, each side by one thread at a time; then the ids
 * are unified, so that equal words of both sides have equal ids; from then on several threads may
 * read. */
#ifndef ADREF_MERGE_TOKEN_CACHE_H
#define ADREF_MERGE_TOKEN_CACHE_H

#include "merge/tokenizer.h"

typedef struct AdrefTokenCache AdrefTokenCache;

AdrefTokenCache *adref_token_cache_new(const char *language);
void adref_token_cache_free(AdrefTokenCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTokenCache, adref_token_cache_free)

/* Tokenizes a PARAGRAPH or HEADING of one side; and unifies the ids when all of them are. */
void adref_token_cache_add(AdrefTokenCache *cache, guint side, const AdrefNode *block,
                           AdrefReferenceNumbers *references);
void adref_token_cache_unify_ids(AdrefTokenCache *cache);

/* Appends the ids of the words of a block that was tokenized. */
void adref_token_cache_append_word_ids(const AdrefTokenCache *cache, guint side,
                                       const AdrefNode *block, GArray *ids);

/* The tokens of a block that was tokenized; the cache owns them. */
AdrefTokenSlice adref_token_cache_get(const AdrefTokenCache *cache, guint side,
                                      const AdrefNode *block);

#endif
