/* A text with the words that are being traced through it; for merge/blame.c alone. */
#ifndef ADREF_MERGE_BLAME_TRACE_H
#define ADREF_MERGE_BLAME_TRACE_H

#include <glib.h>

#include "merge/blame.h"
#include "merge/chunks.h"

#define ADREF_NO_TARGET G_MAXUINT

/* The letters (merge/nonspace.h) of a slice. */
typedef struct {
  guint *targets; /* by letter: which letter of the text asked about it is, or ADREF_NO_TARGET;
                     NULL: none is traced */
  guint length;   /* letters; 0 while targets is NULL */
} AdrefStrand;

struct AdrefTrace {
  GBytes *bytes;
  const char *text;     /* of `bytes` */
  GArray *slices;       /* of AdrefSlice */
  AdrefStrand *strands; /* one for each slice */
};

/* A trace without traced words. `whole`: the text is one slice. */
AdrefTrace *adref_trace_new(GBytes *bytes, gboolean whole);

const AdrefSlice *adref_trace_slice(const AdrefTrace *trace, guint i);

/* Adds to a strand what another one of the same letters traces, and takes over its memory. What is
 * traced in both stays as it is in `strand`. */
void adref_strand_add(AdrefStrand *strand, guint *targets, guint length);

/* Frees what traces nothing any more. */
void adref_strand_settle(AdrefStrand *strand);

#endif
