/* Inlines made of words (merge/join/merge_words.h): TEXT, formatting around it, and whole nodes. */
#ifndef ADREF_MERGE_JOIN_INLINE_BUILDER_H
#define ADREF_MERGE_JOIN_INLINE_BUILDER_H

#include "merge/join/merge_words.h"

typedef struct {
  AdrefNode *root, *at; /* the node that is filled, and the open one below it */
  GString *text;        /* words that are not yet a TEXT */
  gboolean literal;
} AdrefInlineBuilder;

/* Fills an empty node; adref_inline_builder_end() must follow. */
void adref_inline_builder_init(AdrefInlineBuilder *builder, AdrefNode *root);
void adref_inline_builder_end(AdrefInlineBuilder *builder);

/* Appends a word, with the space before it unless the node is empty. Formatting must end where it
 * began. */
void adref_inline_builder_add(AdrefInlineBuilder *builder, const AdrefMergeWord *word);

/* Appends a node that belongs to nobody. */
void adref_inline_builder_add_node(AdrefInlineBuilder *builder, AdrefNode *node, gboolean spaced);

#endif
