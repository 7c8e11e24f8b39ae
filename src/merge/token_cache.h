/* The tokens of the paragraphs of two documents, the old and the new one (sides 0 and 1): each is
 * cut once, however often it is looked at.
 *
 * First all paragraphs that changed are cut, by one thread for each side; then the sides are
 * united, so that equal words have equal ids; from then on several threads may ask. */
#ifndef ADREF_MERGE_TOKEN_CACHE_H
#define ADREF_MERGE_TOKEN_CACHE_H

#include "merge/tokenizer.h"

typedef struct AdrefTokenCache AdrefTokenCache;

AdrefTokenCache *adref_token_cache_new(const char *language);
void adref_token_cache_free(AdrefTokenCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTokenCache, adref_token_cache_free)

/* Cuts a PARAGRAPH or HEADING of one side. */
void adref_token_cache_add(AdrefTokenCache *cache, guint side, const AdrefNode *block,
                           AdrefReferenceNumbers *references);
void adref_token_cache_unify_ids(AdrefTokenCache *cache);

/* Appends the ids of the words of a block that was cut. */
void adref_token_cache_append_word_ids(const AdrefTokenCache *cache, guint side,
                                       const AdrefNode *block, GArray *ids);

/* The tokens of a block that was cut; they stay here. */
AdrefTokenSlice adref_token_cache_get(const AdrefTokenCache *cache, guint side,
                                      const AdrefNode *block);

#endif
