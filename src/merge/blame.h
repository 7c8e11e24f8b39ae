/* Who brought in a word: the words of a text, traced back through older texts.
 *
 * A trace is a text with the words that are being traced through it. The caller walks from the
 * newest version back; of each version he passes the trace to the texts before it, and what no
 * older text takes is what the version brought in:
 *
 *     trace = adref_blame_start(blame);
 *     for each version, newest first, with the trace of its text:
 *       for each version before it: adref_blame_pass(blame, trace, text before, &its trace);
 *       adref_blame_assign(blame, trace, number of the version);
 *
 * A word goes to an older text where the redline of the two texts keeps it (merge/diff.h). So a
 * clause that moved, was re-wrapped, divided or joined keeps its words; a word that was taken out
 * and put back belongs to the version that put it back; where two versions were merged, a word
 * belongs to the first of them that has it. The numbers which adref writes into cross references
 * are as old as the reference.
 *
 * Texts are compared slice by slice (merge/chunks.h); only slices that differ, and hold words that
 * are being traced, are read. */
#ifndef ADREF_MERGE_BLAME_H
#define ADREF_MERGE_BLAME_H

#include <glib.h>

#include "clause/markdown_read.h"

typedef struct AdrefBlame AdrefBlame;
typedef struct AdrefBlameTrace AdrefBlameTrace;

/* Traces the words of a text: of one clause of `document`, or all (NULL). `document` is the text
 * as `how` reads it, and outlives the blame, as `how` does. `language` NULL: "en". */
AdrefBlame *adref_blame_new(GBytes *text, const AdrefNode *document, const AdrefNode *clause,
                            const AdrefMarkdownReadOptions *options, const char *language);
void adref_blame_free(AdrefBlame *blame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefBlame, adref_blame_free)

/* The trace of the text itself; to be asked once. */
AdrefBlameTrace *adref_blame_start(AdrefBlame *blame);
void adref_blame_trace_free(AdrefBlameTrace *trace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefBlameTrace, adref_blame_trace_free)

/* Hands over to *older, the trace of the text `bytes`, the words of the trace that it has. *older
 * is made when it is NULL and there are any. A text that cannot be read takes nothing. */
void adref_blame_pass(AdrefBlame *blame, AdrefBlameTrace *trace, GBytes *bytes,
                      AdrefBlameTrace **older);

/* Whether words are left in a trace. */
gboolean adref_blame_trace_is_empty(const AdrefBlameTrace *trace);

/* Says of what is left in a trace that `version` brought it in. The numbers of versions are the
 * caller's; of two the smaller is the newer. The trace is empty afterwards. */
void adref_blame_assign(AdrefBlame *blame, AdrefBlameTrace *trace, guint version);

/* Whether every word has its version. */
gboolean adref_blame_is_complete(const AdrefBlame *blame);

/* A stretch of a node's text that one version brought in. */
typedef struct {
  guint start, length; /* bytes */
  guint version;
} AdrefBlameRun;

/* What came out, once all is settled: by TEXT, CODE, CODE_BLOCK and HTML node of what was traced,
 * its runs (GArray of AdrefBlameRun), which together are its text. A word is never divided; one
 * that versions share is of the newest. A space belongs to the word before it. The caller frees
 * the table; nodes without a word are not in it. */
GHashTable *adref_blame_runs(const AdrefBlame *blame);

#endif
