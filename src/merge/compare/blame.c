#include "merge/compare/blame.h"

#include <string.h>

#include "clause/change.h"
#include "clause/words.h"
#include "merge/compare/align_sequences.h"
#include "merge/compare/blame_trace.h"
#include "merge/compare/chunk_diff.h"
#include "merge/compare/diff.h"
#include "merge/nonspace.h"

struct AdrefBlame {
  GBytes *text;
  const AdrefNode *document;
  const AdrefMarkdownReadOptions *options;
  char *language;
  gboolean whole; /* the chunks of the text have another meaning by themselves than in the text */
  guint first, last; /* the characters of the document that are traced: from `first` to the one
                        before `last` */
  guint *versions;   /* by character, from `first` on */
  guint unassigned;  /* characters without a version */
};

/* --- reading --- */

static AdrefNode *read_chunks(const AdrefBlame *self, const AdrefBlameTrace *trace,
                              const GArray *which, guint *counts)
{
  return adref_chunk_diff_read(trace->text, trace->chunks, which, self->options, counts);
}

/* --- the text that is traced --- */

static guint count_nonspace(const AdrefNode *root)
{
  guint count = 0;
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(root);
  while (adref_nonspace_next(&walk, &nonspace))
    count += adref_nonspace_count(&nonspace, 0, nonspace.node->length);
  return count;
}

static void find_range(AdrefBlame *self, const AdrefNode *only)
{
  guint at = 0;
  for (const AdrefNode *clause = self->document->first; clause; clause = clause->next) {
    if (clause == only)
      self->first = at;
    at += count_nonspace(clause);
    if (clause == only)
      self->last = at;
  }
  if (!only)
    self->last = at;
  self->unassigned = self->last - self->first;
  self->versions = g_new0(guint, self->unassigned + 1);
}

AdrefBlame *adref_blame_new(GBytes *text, const AdrefNode *document, const AdrefNode *clause,
                            const AdrefMarkdownReadOptions *options, const char *language)
{
  AdrefBlame *self = g_new0(AdrefBlame, 1);
  self->text = g_bytes_ref(text);
  self->document = document;
  self->options = options;
  self->language = g_strdup(language);
  find_range(self, clause);
  return self;
}

void adref_blame_free(AdrefBlame *self)
{
  if (!self)
    return;
  g_bytes_unref(self->text);
  g_free(self->language);
  g_free(self->versions);
  g_free(self);
}

/* Traces the characters from `at` on, which are all characters of a chunk. */
static void trace_chunk(const AdrefBlame *self, AdrefTracedChunk *traced_chunk, guint at,
                        guint length)
{
  if (at >= self->last || at + length <= self->first)
    return;
  traced_chunk->targets = g_new(guint, length + 1);
  traced_chunk->length = length;
  for (guint i = 0; i < length; i++) {
    gboolean asked = at + i >= self->first && at + i < self->last;
    traced_chunk->targets[i] = asked ? at + i - self->first : ADREF_BLAME_NO_TARGET;
  }
}

static GArray *all_chunks(const AdrefBlameTrace *trace)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < trace->chunks->len; i++)
    g_array_append_val(all, i);
  return all;
}

/* FALSE: the chunks, read by themselves, are not what the text is. */
static gboolean trace_all(const AdrefBlame *self, AdrefBlameTrace *trace)
{
  g_autoptr(GArray) all = all_chunks(trace);
  g_autofree guint *counts = g_new0(guint, all->len + 1);
  g_autoptr(AdrefNode) parts = read_chunks(self, trace, all, counts);
  if (!parts)
    return FALSE;
  g_autoptr(GString) chunk_words = adref_nonspace_text(parts),
                     document_words = adref_nonspace_text(self->document);
  if (!g_string_equal(chunk_words, document_words))
    return FALSE;
  const AdrefNode *clause = parts->first;
  guint at = 0;
  for (guint k = 0; k < all->len; k++) {
    guint length = 0;
    for (guint i = 0; i < counts[k]; i++, clause = clause->next)
      length += count_nonspace(clause);
    trace_chunk(self, &trace->traced_chunks[k], at, length);
    at += length;
  }
  return TRUE;
}

AdrefBlameTrace *adref_blame_start(AdrefBlame *self)
{
  AdrefBlameTrace *trace = adref_blame_trace_new(self->text, FALSE);
  if (trace_all(self, trace))
    return trace;
  adref_blame_trace_free(trace);
  self->whole = TRUE;
  trace = adref_blame_trace_new(self->text, TRUE);
  if (trace->chunks->len > 0)
    trace_chunk(self, trace->traced_chunks, 0, count_nonspace(self->document));
  return trace;
}

/* --- from a text to an older one --- */

/* A run of characters of the redline. */
typedef struct {
  AdrefChangeMark mark; /* KEPT, DELETED or INSERTED */
  guint length;         /* characters */
  guint chunk, at;      /* its place in the newer text: the chunk, and the character in it */
} RedlineSpan;

/* One step: the chunks that differ between two texts. */
typedef struct {
  AdrefBlameTrace *new, *old;
  GArray *news, *olds;            /* of guint: the numbers of these chunks in each text */
  guint *new_counts, *old_counts; /* clauses in each of them */
  GArray *spans;                  /* of runs, in the order of the redline */
  GHashTable *starts;             /* CLAUSE -> its first run */
} BlameStep;

/* A walk over the chunks of one side, clause by clause. */
typedef struct {
  const guint *counts;
  guint chunk, clause; /* clauses of the chunk that were read */
} ChunkCursor;

/* The next clause; TRUE when a chunk begins with it. */
static void next_clause(ChunkCursor *place)
{
  place->clause++;
  while (place->clause > place->counts[place->chunk]) {
    place->chunk++;
    place->clause = 1;
  }
}

static void add_spans(BlameStep *step, const AdrefNode *clause, guint chunk, guint *at)
{
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(clause);
  while (adref_nonspace_next(&walk, &nonspace)) {
    nonspace.start = nonspace.end = 0;
    RedlineSpan span = {nonspace.node->mark,
                        adref_nonspace_count(&nonspace, 0, nonspace.node->length), chunk, *at};
    if (span.mark != ADREF_DELETED)
      *at += span.length;
    g_array_append_val(step->spans, span);
  }
}

static void find_spans(BlameStep *step, const AdrefNode *redline)
{
  ChunkCursor place = {step->new_counts, 0, 0};
  guint at = 0;
  for (AdrefNode *clause = redline->first; clause; clause = clause->next) {
    guint before = place.chunk;
    if (adref_change_in_new(clause))
      next_clause(&place);
    if (place.chunk != before)
      at = 0;
    g_hash_table_insert(step->starts, clause, GUINT_TO_POINTER(step->spans->len));
    add_spans(step, clause, place.chunk, &at);
  }
}

/* Moves the traced characters of a run from the newer text to the end of those of the older text.
 */
static void take_span(BlameStep *step, const RedlineSpan *span, GArray *targets)
{
  guint none = ADREF_BLAME_NO_TARGET;
  AdrefTracedChunk *traced_chunk =
      &step->new->traced_chunks[g_array_index(step->news, guint, span->chunk)];
  for (guint i = 0; i < span->length; i++) {
    guint place = span->at + i;
    gboolean kept = span->mark == ADREF_KEPT && place < traced_chunk->length;
    guint *target = kept ? &traced_chunk->targets[place] : &none;
    g_array_append_val(targets, *target);
    *target = ADREF_BLAME_NO_TARGET;
  }
}

static void take_clause(BlameStep *step, const AdrefNode *clause, GArray *targets)
{
  guint first = GPOINTER_TO_UINT(g_hash_table_lookup(step->starts, clause));
  gpointer after = clause->next ? g_hash_table_lookup(step->starts, clause->next) : NULL;
  guint end = clause->next ? GPOINTER_TO_UINT(after) : step->spans->len;
  for (guint i = first; i < end; i++) {
    const RedlineSpan *span = &g_array_index(step->spans, RedlineSpan, i);
    if (span->mark != ADREF_INSERTED)
      take_span(step, span, targets);
  }
}

static void put_chunk(BlameStep *step, guint k, GArray *targets)
{
  guint length = targets->len;
  AdrefTracedChunk found = {length > 0 ? g_memdup2(targets->data, length * sizeof(guint)) : NULL,
                            length};
  g_array_set_size(targets, 0);
  adref_traced_chunk_clear_if_empty(&found);
  if (found.targets)
    adref_traced_chunk_add(&step->old->traced_chunks[g_array_index(step->olds, guint, k)],
                           found.targets, found.length);
}

/* The clauses of the redline in their old order: a clause that moved is at its old place. */
static void take_all(BlameStep *step, const AdrefNode *redline)
{
  ChunkCursor place = {step->old_counts, 0, 0};
  g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(guint));
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    guint before = place.chunk;
    if (change && change->type == ADREF_CHANGE_MOVED)
      continue;
    if (adref_change_in_old(clause))
      next_clause(&place);
    if (place.chunk != before)
      put_chunk(step, before, targets);
    take_clause(step, change && change->other ? change->other : clause, targets);
  }
  if (step->olds->len > 0)
    put_chunk(step, place.chunk, targets);
}

static void compare_changed(const AdrefBlame *self, BlameStep *step)
{
  g_autofree guint *new_counts = g_new0(guint, step->news->len + 1);
  g_autofree guint *old_counts = g_new0(guint, step->olds->len + 1);
  g_autoptr(AdrefNode) new = read_chunks(self, step->new, step->news, new_counts);
  g_autoptr(AdrefNode) old = read_chunks(self, step->old, step->olds, old_counts);
  if (!new || !old)
    return;
  g_autoptr(AdrefNode) redline = adref_diff(old, new, self->language);
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(RedlineSpan));
  g_autoptr(GHashTable) starts = g_hash_table_new(NULL, NULL);
  new_counts[step->news->len] = old_counts[step->olds->len] = G_MAXUINT;
  step->new_counts = new_counts;
  step->old_counts = old_counts;
  step->spans = spans;
  step->starts = starts;
  find_spans(step, redline);
  take_all(step, redline);
}

/* --- chunks that are the same, and chunks that differ --- */

static void pass_same(AdrefBlameTrace *new, guint j, AdrefBlameTrace *old, guint i)
{
  AdrefTracedChunk *traced_chunk = &new->traced_chunks[j];
  if (!traced_chunk->targets)
    return;
  adref_traced_chunk_add(&old->traced_chunks[i], traced_chunk->targets, traced_chunk->length);
  *traced_chunk = (AdrefTracedChunk){NULL, 0};
}

static void pass_changed(const AdrefBlame *self, AdrefBlameTrace *new, AdrefBlameTrace *old,
                         const guint *matches)
{
  g_autoptr(GArray) news = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) olds = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree guint8 *same = g_new0(guint8, new->chunks->len + 1);
  gboolean traced = FALSE;
  for (guint i = 0; i < old->chunks->len; i++) {
    if (matches[i] != ADREF_NO_MATCH)
      same[matches[i]] = TRUE;
    else
      g_array_append_val(olds, i);
  }
  for (guint j = 0; j < new->chunks->len; j++) {
    if (same[j])
      continue;
    g_array_append_val(news, j);
    traced = traced || new->traced_chunks[j].targets;
  }
  BlameStep step = {.new = new, .old = old, .news = news, .olds = olds};
  if (!traced || olds->len == 0)
    return;
  compare_changed(self, &step);
  for (guint k = 0; k < news->len; k++)
    adref_traced_chunk_clear_if_empty(&new->traced_chunks[g_array_index(news, guint, k)]);
}

void adref_blame_pass(AdrefBlame *self, AdrefBlameTrace *trace, GBytes *bytes,
                      AdrefBlameTrace **older)
{
  AdrefBlameTrace *old = *older ? *older : adref_blame_trace_new(bytes, self->whole);
  g_autofree guint *matches = g_new(guint, old->chunks->len + 1);
  adref_chunks_match(old->text, old->chunks, trace->text, trace->chunks, matches);
  for (guint i = 0; i < old->chunks->len; i++)
    if (matches[i] != ADREF_NO_MATCH)
      pass_same(trace, matches[i], old, i);
  pass_changed(self, trace, old, matches);
  if (*older || !adref_blame_trace_is_empty(old))
    *older = old;
  else
    adref_blame_trace_free(old);
}

void adref_blame_assign(AdrefBlame *self, AdrefBlameTrace *trace, guint version)
{
  for (guint i = 0; i < trace->chunks->len; i++) {
    AdrefTracedChunk *traced_chunk = &trace->traced_chunks[i];
    for (guint k = 0; k < traced_chunk->length; k++) {
      if (traced_chunk->targets[k] == ADREF_BLAME_NO_TARGET)
        continue;
      self->versions[traced_chunk->targets[k]] = version;
      self->unassigned--;
    }
    g_clear_pointer(&traced_chunk->targets, g_free);
    traced_chunk->length = 0;
  }
}

gboolean adref_blame_is_complete(const AdrefBlame *self)
{
  return self->unassigned == 0;
}

/* --- results --- */

static void add_run(GArray *runs, guint start, guint end, guint version)
{
  AdrefBlameRun run = {start, end - start, version};
  AdrefBlameRun *last = runs->len > 0 ? &g_array_index(runs, AdrefBlameRun, runs->len - 1) : NULL;
  if (last && last->version == version) {
    last->length = end - last->start;
    return;
  }
  if (last)
    last->length = start - last->start;
  else
    run = (AdrefBlameRun){0, end, version};
  g_array_append_val(runs, run);
}

/* Cuts text into words and the numbers of references. */
static void split_words(AdrefWordSegmenter *segmenter, const AdrefNonspaceNode *nonspace,
                        GArray *spans)
{
  const AdrefNode *node = nonspace->node;
  adref_word_segmenter_split(segmenter, node->text, nonspace->start, spans);
  if (nonspace->end == 0) {
    adref_word_segmenter_split(segmenter, node->text, node->length, spans);
    return;
  }
  AdrefWordSegment number = {(guint)nonspace->start, (guint)(nonspace->end - nonspace->start),
                             TRUE};
  g_array_append_val(spans, number);
  guint from = spans->len;
  adref_word_segmenter_split(segmenter, node->text + nonspace->end, node->length - nonspace->end,
                             spans);
  for (guint i = from; i < spans->len; i++)
    g_array_index(spans, AdrefWordSegment, i).start += (guint)nonspace->end;
}

/* The runs of a node whose characters begin at `at`. */
static GArray *runs_of(const AdrefBlame *self, AdrefWordSegmenter *segmenter,
                       const AdrefNonspaceNode *nonspace, guint at)
{
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(AdrefWordSegment));
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(AdrefBlameRun));
  split_words(segmenter, nonspace, spans);
  for (guint i = 0; i < spans->len; i++) {
    const AdrefWordSegment *span = &g_array_index(spans, AdrefWordSegment, i);
    guint length = adref_nonspace_count(nonspace, span->start, span->length);
    guint version = G_MAXUINT;
    for (guint k = 0; k < length; k++, at++)
      version = MIN(version, self->versions[at - self->first]);
    if (length > 0)
      add_run(runs, span->start, span->start + span->length, version);
  }
  if (runs->len > 0) {
    AdrefBlameRun *last = &g_array_index(runs, AdrefBlameRun, runs->len - 1);
    last->length = (guint)nonspace->node->length - last->start;
  }
  return runs;
}

GHashTable *adref_blame_runs(const AdrefBlame *self)
{
  GHashTable *table = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr(AdrefWordSegmenter) segmenter = adref_word_segmenter_new(self->language);
  guint at = 0;
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(self->document);
  while (adref_nonspace_next(&walk, &nonspace)) {
    guint length = adref_nonspace_count(&nonspace, 0, nonspace.node->length);
    if (length > 0 && at >= self->first && at + length <= self->last)
      g_hash_table_insert(table, (gpointer)(guintptr)nonspace.node,
                          runs_of(self, segmenter, &nonspace, at));
    at += length;
  }
  return table;
}
