/* The tokens of the paragraphs of two documents: each is cut once, however often it is looked at.
 *
 * One thread asks for the words of all paragraphs that changed; from then on several threads may
 * ask for words and take tokens, each those of other paragraphs. */
#ifndef ADREF_MERGE_STORE_H
#define ADREF_MERGE_STORE_H

#include "merge/tokens.h"

typedef struct AdrefStore AdrefStore;

AdrefStore *adref_store_new(const char *language);
void adref_store_free(AdrefStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStore, adref_store_free)

/* Appends the ids of the words of a PARAGRAPH or HEADING. */
void adref_store_add_words(AdrefStore *store, const AdrefNode *block, AdrefReferences *references,
                           GArray *ids);

/* Appends the tokens of a block whose words were asked for. They are forgotten here. */
void adref_store_take(AdrefStore *store, const AdrefNode *block, GArray *tokens);

#endif
