/* A text with the words that are being traced through it; for merge/blame.c alone. */
#ifndef ADREF_MERGE_BLAME_TRACE_H
#define ADREF_MERGE_BLAME_TRACE_H

#include <glib.h>

#include "merge/blame.h"
#include "merge/chunks.h"

#define ADREF_BLAME_NO_TARGET G_MAXUINT

/* The letters (merge/nonspace.h) of a slice. */
typedef struct {
  guint *targets; /* by letter: which letter of the text asked about it is, or
                     ADREF_BLAME_NO_TARGET; NULL: none is traced */
  guint length;   /* letters; 0 while targets is NULL */
} AdrefTracedChunk;

struct AdrefBlameTrace {
  GBytes *bytes;
  const char *text;                /* of `bytes` */
  GArray *chunks;                  /* of AdrefChunk */
  AdrefTracedChunk *traced_chunks; /* one for each slice */
};

/* A trace without traced words. `whole`: the text is one slice. */
AdrefBlameTrace *adref_blame_trace_new(GBytes *bytes, gboolean whole);

/* Adds to a strand what another one of the same letters traces, and takes over its memory. What is
 * traced in both stays as it is in `strand`. */
void adref_traced_chunk_add(AdrefTracedChunk *traced_chunk, guint *targets, guint length);

/* Frees what traces nothing any more. */
void adref_traced_chunk_clear_if_empty(AdrefTracedChunk *traced_chunk);

#endif
