/* The tokens of the paragraphs of two documents, the old and the new one (sides 0 and 1): each is
 * cut once, however often it is looked at.
 *
 * First all paragraphs that changed are cut, by one thread for each side; then the sides are
 * united, so that equal words have equal ids; from then on several threads may ask. */
#ifndef ADREF_MERGE_TOKEN_CACHE_H
#define ADREF_MERGE_TOKEN_CACHE_H

#include "merge/tokenizer.h"

typedef struct AdrefStore AdrefStore;

AdrefStore *adref_store_new(const char *language);
void adref_store_free(AdrefStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStore, adref_store_free)

/* Cuts a PARAGRAPH or HEADING of one side. */
void adref_store_cut(AdrefStore *store, guint side, const AdrefNode *block,
                     AdrefReferences *references);
void adref_store_unite(AdrefStore *store);

/* Appends the ids of the words of a block that was cut. */
void adref_store_add_words(const AdrefStore *store, guint side, const AdrefNode *block,
                           GArray *ids);

/* The tokens of a block that was cut; they stay here. */
AdrefTokenRow adref_store_row(const AdrefStore *store, guint side, const AdrefNode *block);

#endif
