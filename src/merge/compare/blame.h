/* Which version brought in each word of a text: its words, traced back through older texts.
 *
 * A trace is a text with the words that are traced through it. The caller walks from the newest
 * version back. He passes the trace of each version to the texts before it; the words that no older
 * text has were brought in by that version:
 *
 *     trace = adref_blame_start(blame);
 *     for each version, newest first, with the trace of its text:
 *       for each version before it: adref_blame_pass(blame, trace, text before, &its trace);
 *       adref_blame_assign(blame, trace, number of the version);
 *
 * A word is passed to an older text when the redline of the two texts keeps it
 * (merge/compare/diff.h). So the words of a clause that moved, was re-wrapped, split or joined keep
 * their version; a word that was deleted and inserted again belongs to the version that inserted it
 * again; where two versions were merged, a word belongs to the first of them that has it. The
 * numbers which adref writes into cross references are as old as the reference.
 *
 * Texts are compared chunk by chunk (merge/compare/chunks.h). Only chunks that differ, and have
 * words that are traced, are read. */
#ifndef ADREF_MERGE_COMPARE_BLAME_H
#define ADREF_MERGE_COMPARE_BLAME_H

#include <glib.h>

#include "clause/markdown/markdown_read.h"

typedef struct AdrefBlame AdrefBlame;
typedef struct AdrefBlameTrace AdrefBlameTrace;

/* Traces the words of a text: those of one clause of `document`, or all (NULL). `document` is the
 * text as read with `options`; document and options must outlive the blame. `language` NULL: "en".
 */
AdrefBlame *adref_blame_new(GBytes *text, const AdrefNode *document, const AdrefNode *clause,
                            const AdrefMarkdownReadOptions *options, const char *language);
void adref_blame_free(AdrefBlame *blame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefBlame, adref_blame_free)

/* The trace of the text itself; call it once. */
AdrefBlameTrace *adref_blame_start(AdrefBlame *blame);
void adref_blame_trace_free(AdrefBlameTrace *trace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefBlameTrace, adref_blame_trace_free)

/* Moves the words of the trace that are also in the text `bytes` into *older, the trace of that
 * text. *older is made when it is NULL and there are such words. No word is moved into a text that
 * cannot be read. */
void adref_blame_pass(AdrefBlame *blame, AdrefBlameTrace *trace, GBytes *bytes,
                      AdrefBlameTrace **older);

/* Whether a trace has no words any more. */
gboolean adref_blame_trace_is_empty(const AdrefBlameTrace *trace);

/* Assigns the words of a trace to `version`, and empties the trace. The caller numbers the
 * versions; of two versions the newer one has the smaller number. */
void adref_blame_assign(AdrefBlame *blame, AdrefBlameTrace *trace, guint version);

/* Whether every word has its version. */
gboolean adref_blame_is_complete(const AdrefBlame *blame);

/* A part of a node's text that one version brought in. */
typedef struct {
  guint start, length; /* bytes */
  guint version;
} AdrefBlameRun;

/* The results, when every word has its version: for each TEXT, CODE, CODE_BLOCK and HTML node that
 * was traced, its runs (GArray of AdrefBlameRun), which together are its text. A word is never
 * divided: if several versions brought in parts of it, it belongs to the newest. A space belongs to
 * the word before it. Nodes without a word are not in the table. The caller frees the table. */
GHashTable *adref_blame_runs(const AdrefBlame *blame);

#endif
