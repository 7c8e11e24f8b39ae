/* What differs in two texts, without reading the rest: slices (merge/chunks.h) with other bytes. */
#ifndef ADREF_MERGE_CHUNK_DIFF_H
#define ADREF_MERGE_CHUNK_DIFF_H

#include <glib.h>

#include "clause/markdown_read.h"

/* Reads some slices of a text (`which`: GArray of guint), each by itself; all their clauses become
 * one document, without numbers, which are those of the slice alone; in cross references "0" stands
 * for them. counts[k] is how many clauses come from the k-th. NULL: they are no text. */
AdrefNode *adref_chunk_diff_read(const char *text, const GArray *chunks, const GArray *which,
                                 const AdrefMarkdownReadOptions *options, guint *counts);

/* The redline (merge/diff.h) of the clauses in slices that differ; NULL when one of the texts
 * cannot be read. What it counts is what the redline of the texts would, but for clauses that did
 * not change and for numbers. `how` may be NULL. The caller frees it. */
AdrefNode *adref_chunk_diff(GBytes *old, GBytes *new, const AdrefMarkdownReadOptions *options,
                            const char *language);

#endif
