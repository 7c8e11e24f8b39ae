/* The redline of two texts without reading their common parts: only chunks (merge/compare/chunks.h)
 * with different bytes are read. */
#ifndef ADREF_MERGE_COMPARE_CHUNK_DIFF_H
#define ADREF_MERGE_COMPARE_CHUNK_DIFF_H

#include <glib.h>

#include "clause/markdown/markdown_read.h"

/* Reads some chunks of a text (`which`: GArray of guint), each by itself, into one document.
 * counts[k] is the number of clauses of the k-th chunk. Its clauses have no numbers, for those
 * would be numbers within the chunk; cross references have "0" instead of a number. NULL when the
 * chunks cannot be read. */
AdrefNode *adref_chunk_diff_read(const char *text, const GArray *chunks, const GArray *which,
                                 const AdrefMarkdownReadOptions *options, guint *counts);

/* The redline (merge/compare/diff.h) of the clauses in chunks that differ; NULL when one of the
 * texts cannot be read. Its counts are those of the redline of the whole texts, but for clauses
 * that did not change and for numbers. `options` may be NULL. The caller frees it. */
AdrefNode *adref_chunk_diff(GBytes *old, GBytes *new, const AdrefMarkdownReadOptions *options,
                            const char *language);

#endif
