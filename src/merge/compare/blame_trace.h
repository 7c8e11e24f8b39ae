/* A text with the words that are traced through it; only for merge/compare/blame.c. */
#ifndef ADREF_MERGE_COMPARE_BLAME_TRACE_H
#define ADREF_MERGE_COMPARE_BLAME_TRACE_H

#include <glib.h>

#include "merge/compare/blame.h"
#include "merge/compare/chunks.h"

#define ADREF_BLAME_NO_TARGET G_MAXUINT

/* The characters (merge/nonspace.h) of a chunk. */
typedef struct {
  guint *targets; /* by character: the number of this character in the text that is traced, or
                     ADREF_BLAME_NO_TARGET; NULL: no character is traced */
  guint length;   /* characters; 0 while targets is NULL */
} AdrefTracedChunk;

struct AdrefBlameTrace {
  GBytes *bytes;
  const char *text;                /* of `bytes` */
  GArray *chunks;                  /* of AdrefChunk */
  AdrefTracedChunk *traced_chunks; /* one for each chunk */
};

/* A trace without traced words. `whole`: the text is one chunk. */
AdrefBlameTrace *adref_blame_trace_new(GBytes *bytes, gboolean whole);

/* Adds the targets of the same characters, and takes over their memory. A character that already
 * has a target keeps it. */
void adref_traced_chunk_add(AdrefTracedChunk *traced_chunk, guint *targets, guint length);

/* Frees the targets when no character is traced any more. */
void adref_traced_chunk_clear_if_empty(AdrefTracedChunk *traced_chunk);

#endif
