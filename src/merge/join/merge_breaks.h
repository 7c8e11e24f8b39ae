/* Paragraphs that one side divided or joined, merged as one block: where a part begins stands a
 * break among the words, which sides keep, take out or put in like a word.
 *
 * So each word stands once, whoever edited it, and stands where the sides want it. */
#ifndef ADREF_MERGE_JOIN_MERGE_BREAKS_H
#define ADREF_MERGE_JOIN_MERGE_BREAKS_H

#include "merge/join/merge_context.h"

/* A paragraph of one text, with the part that it is: the forms of one part have one number. */
typedef struct {
  const AdrefNode *paragraph;
  guint part;
} AdrefMergePart;

/* The merged parts (of AdrefMergePart) in their order, with paragraphs that the caller frees.
 * `sides`, by side, has the parts of each text; NULL: unchanged. NULL: no paragraph can be divided
 * where the sides want it, and nothing was done. */
GArray *adref_merge_parts(AdrefMergeContext *context, const GArray *base, GArray *const *sides);

#endif
