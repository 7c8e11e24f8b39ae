#include "merge/blame.h"

#include <string.h>

#include "clause/words.h"
#include "merge/align_sequences.h"
#include "merge/blame_trace.h"
#include "merge/chunk_diff.h"
#include "merge/diff.h"
#include "merge/nonspace.h"

struct AdrefBlame {
  GBytes *text;
  const AdrefNode *document;
  const AdrefReading *how;
  char *language;
  gboolean whole;    /* slices of the text do not say by themselves what they say in it */
  guint first, last; /* letters of the document that are traced: from first to before last */
  guint *versions;   /* by letter from `first` on */
  guint left;        /* letters without a version */
};

/* --- reading --- */

static AdrefNode *read_slices(const AdrefBlame *self, const AdrefTrace *trace, const GArray *which,
                              guint *counts)
{
  return adref_excerpt_read(trace->text, trace->slices, which, self->how, counts);
}

/* --- the text asked about --- */

static guint count_letters(const AdrefNode *root)
{
  guint count = 0;
  AdrefLetters letters;
  AdrefLettersWalk walk = adref_letters_walk(root);
  while (adref_letters_next(&walk, &letters))
    count += adref_letters_count(&letters, 0, letters.node->length);
  return count;
}

static void find_range(AdrefBlame *self, const AdrefNode *only)
{
  guint at = 0;
  for (const AdrefNode *clause = self->document->first; clause; clause = clause->next) {
    if (clause == only)
      self->first = at;
    at += count_letters(clause);
    if (clause == only)
      self->last = at;
  }
  if (!only)
    self->last = at;
  self->left = self->last - self->first;
  self->versions = g_new0(guint, self->left + 1);
}

AdrefBlame *adref_blame_new(GBytes *text, const AdrefNode *document, const AdrefNode *clause,
                            const AdrefReading *how, const char *language)
{
  AdrefBlame *self = g_new0(AdrefBlame, 1);
  self->text = g_bytes_ref(text);
  self->document = document;
  self->how = how;
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

/* Traces the letters from `at` on, which are all those of a slice. */
static void trace_slice(const AdrefBlame *self, AdrefStrand *strand, guint at, guint length)
{
  if (at >= self->last || at + length <= self->first)
    return;
  strand->targets = g_new(guint, length + 1);
  strand->length = length;
  for (guint i = 0; i < length; i++) {
    gboolean asked = at + i >= self->first && at + i < self->last;
    strand->targets[i] = asked ? at + i - self->first : ADREF_NO_TARGET;
  }
}

static GArray *all_slices(const AdrefTrace *trace)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < trace->slices->len; i++)
    g_array_append_val(all, i);
  return all;
}

/* FALSE: the slices do not say what the text says. */
static gboolean trace_all(const AdrefBlame *self, AdrefTrace *trace)
{
  g_autoptr(GArray) all = all_slices(trace);
  g_autofree guint *counts = g_new0(guint, all->len + 1);
  g_autoptr(AdrefNode) parts = read_slices(self, trace, all, counts);
  if (!parts)
    return FALSE;
  g_autoptr(GString) said = adref_letters_of(parts), meant = adref_letters_of(self->document);
  if (!g_string_equal(said, meant))
    return FALSE;
  const AdrefNode *clause = parts->first;
  guint at = 0;
  for (guint k = 0; k < all->len; k++) {
    guint length = 0;
    for (guint i = 0; i < counts[k]; i++, clause = clause->next)
      length += count_letters(clause);
    trace_slice(self, &trace->strands[k], at, length);
    at += length;
  }
  return TRUE;
}

AdrefTrace *adref_blame_start(AdrefBlame *self)
{
  AdrefTrace *trace = adref_trace_new(self->text, FALSE);
  if (trace_all(self, trace))
    return trace;
  adref_trace_free(trace);
  self->whole = TRUE;
  trace = adref_trace_new(self->text, TRUE);
  if (trace->slices->len > 0)
    trace_slice(self, trace->strands, 0, count_letters(self->document));
  return trace;
}

/* --- from a text to an older one --- */

/* A stretch of letters of the redline. */
typedef struct {
  AdrefMark mark;  /* KEPT, DELETED or INSERTED */
  guint length;    /* letters */
  guint slice, at; /* where it stands in the newer text: which of its slices, and letter of it */
} Piece;

/* One step: slices that differ in two texts. */
typedef struct {
  AdrefTrace *new, *old;
  GArray *news, *olds;            /* of guint: which slices of each */
  guint *new_counts, *old_counts; /* clauses in each of them */
  GArray *pieces;                 /* of Piece, in the order of the redline */
  GHashTable *starts;             /* CLAUSE -> its first piece */
} Step;

static gboolean stands_in_new(const AdrefNode *clause)
{
  return clause->mark != ADREF_DELETED && clause->mark != ADREF_UNWRAPPED;
}

static gboolean stands_in_old(const AdrefNode *clause)
{
  return clause->mark != ADREF_INSERTED && clause->mark != ADREF_WRAPPED;
}

/* Goes through the slices of one side, clause by clause. */
typedef struct {
  const guint *counts;
  guint slice, clause; /* clauses of the slice that were met */
} Place;

/* The next clause; TRUE when it begins a slice. */
static void next_clause(Place *place)
{
  place->clause++;
  while (place->clause > place->counts[place->slice]) {
    place->slice++;
    place->clause = 1;
  }
}

static void add_pieces(Step *step, const AdrefNode *clause, guint slice, guint *at)
{
  AdrefLetters letters;
  AdrefLettersWalk walk = adref_letters_walk(clause);
  while (adref_letters_next(&walk, &letters)) {
    letters.start = letters.end = 0;
    Piece piece = {letters.node->mark, adref_letters_count(&letters, 0, letters.node->length),
                   slice, *at};
    if (piece.mark != ADREF_DELETED)
      *at += piece.length;
    g_array_append_val(step->pieces, piece);
  }
}

static void find_pieces(Step *step, const AdrefNode *redline)
{
  Place place = {step->new_counts, 0, 0};
  guint at = 0;
  for (AdrefNode *clause = redline->first; clause; clause = clause->next) {
    guint before = place.slice;
    if (stands_in_new(clause))
      next_clause(&place);
    if (place.slice != before)
      at = 0;
    g_hash_table_insert(step->starts, clause, GUINT_TO_POINTER(step->pieces->len));
    add_pieces(step, clause, place.slice, &at);
  }
}

/* Takes a stretch from the newer text and appends it to what is traced in the older one. */
static void take(Step *step, const Piece *piece, GArray *targets)
{
  guint none = ADREF_NO_TARGET;
  AdrefStrand *strand = &step->new->strands[g_array_index(step->news, guint, piece->slice)];
  for (guint i = 0; i < piece->length; i++) {
    guint place = piece->at + i;
    gboolean kept = piece->mark == ADREF_KEPT && place < strand->length;
    guint *target = kept ? &strand->targets[place] : &none;
    g_array_append_val(targets, *target);
    *target = ADREF_NO_TARGET;
  }
}

static void take_clause(Step *step, const AdrefNode *clause, GArray *targets)
{
  guint first = GPOINTER_TO_UINT(g_hash_table_lookup(step->starts, clause));
  gpointer after = clause->next ? g_hash_table_lookup(step->starts, clause->next) : NULL;
  guint end = clause->next ? GPOINTER_TO_UINT(after) : step->pieces->len;
  for (guint i = first; i < end; i++) {
    const Piece *piece = &g_array_index(step->pieces, Piece, i);
    if (piece->mark != ADREF_INSERTED)
      take(step, piece, targets);
  }
}

static void put_slice(Step *step, guint k, GArray *targets)
{
  guint length = targets->len;
  AdrefStrand found = {length > 0 ? g_memdup2(targets->data, length * sizeof(guint)) : NULL,
                       length};
  g_array_set_size(targets, 0);
  adref_strand_settle(&found);
  if (found.targets)
    adref_strand_add(&step->old->strands[g_array_index(step->olds, guint, k)], found.targets,
                     found.length);
}

/* The clauses of the redline in their old order: one that moved stands where it left. */
static void take_all(Step *step, const AdrefNode *redline)
{
  Place place = {step->old_counts, 0, 0};
  g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(guint));
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    guint before = place.slice;
    if (change && change->type == ADREF_CHANGE_MOVED)
      continue;
    if (stands_in_old(clause))
      next_clause(&place);
    if (place.slice != before)
      put_slice(step, before, targets);
    take_clause(step, change && change->type == ADREF_CHANGE_LEFT ? change->other : clause,
                targets);
  }
  if (step->olds->len > 0)
    put_slice(step, place.slice, targets);
}

static void step_over(const AdrefBlame *self, Step *step)
{
  g_autofree guint *new_counts = g_new0(guint, step->news->len + 1);
  g_autofree guint *old_counts = g_new0(guint, step->olds->len + 1);
  g_autoptr(AdrefNode) new = read_slices(self, step->new, step->news, new_counts);
  g_autoptr(AdrefNode) old = read_slices(self, step->old, step->olds, old_counts);
  if (!new || !old)
    return;
  g_autoptr(AdrefNode) redline = adref_diff(old, new, self->language);
  g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  g_autoptr(GHashTable) starts = g_hash_table_new(NULL, NULL);
  new_counts[step->news->len] = old_counts[step->olds->len] = G_MAXUINT;
  step->new_counts = new_counts;
  step->old_counts = old_counts;
  step->pieces = pieces;
  step->starts = starts;
  find_pieces(step, redline);
  take_all(step, redline);
}

/* --- what is the same, and what is not --- */

static void pass_same(AdrefTrace *new, guint j, AdrefTrace *old, guint i)
{
  AdrefStrand *strand = &new->strands[j];
  if (!strand->targets)
    return;
  adref_strand_add(&old->strands[i], strand->targets, strand->length);
  *strand = (AdrefStrand){NULL, 0};
}

static void pass_changed(const AdrefBlame *self, AdrefTrace *new, AdrefTrace *old,
                         const guint *mates)
{
  g_autoptr(GArray) news = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) olds = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree guint8 *same = g_new0(guint8, new->slices->len + 1);
  gboolean traced = FALSE;
  for (guint i = 0; i < old->slices->len; i++) {
    if (mates[i] != ADREF_NO_MATE)
      same[mates[i]] = TRUE;
    else
      g_array_append_val(olds, i);
  }
  for (guint j = 0; j < new->slices->len; j++) {
    if (same[j])
      continue;
    g_array_append_val(news, j);
    traced = traced || new->strands[j].targets;
  }
  Step step = {.new = new, .old = old, .news = news, .olds = olds};
  if (!traced || olds->len == 0)
    return;
  step_over(self, &step);
  for (guint k = 0; k < news->len; k++)
    adref_strand_settle(&new->strands[g_array_index(news, guint, k)]);
}

void adref_blame_pass(AdrefBlame *self, AdrefTrace *trace, GBytes *bytes, AdrefTrace **older)
{
  AdrefTrace *old = *older ? *older : adref_trace_new(bytes, self->whole);
  g_autofree guint *mates = g_new(guint, old->slices->len + 1);
  adref_slices_match(old->text, old->slices, trace->text, trace->slices, mates);
  for (guint i = 0; i < old->slices->len; i++)
    if (mates[i] != ADREF_NO_MATE)
      pass_same(trace, mates[i], old, i);
  pass_changed(self, trace, old, mates);
  if (*older || !adref_trace_is_empty(old))
    *older = old;
  else
    adref_trace_free(old);
}

void adref_blame_settle(AdrefBlame *self, AdrefTrace *trace, guint version)
{
  for (guint i = 0; i < trace->slices->len; i++) {
    AdrefStrand *strand = &trace->strands[i];
    for (guint k = 0; k < strand->length; k++) {
      if (strand->targets[k] == ADREF_NO_TARGET)
        continue;
      self->versions[strand->targets[k]] = version;
      self->left--;
    }
    g_clear_pointer(&strand->targets, g_free);
    strand->length = 0;
  }
}

gboolean adref_blame_is_settled(const AdrefBlame *self)
{
  return self->left == 0;
}

/* --- what came out --- */

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

/* Cuts text into pieces which are as long as a word, or the number of a reference. */
static void cut(AdrefCutter *cutter, const AdrefLetters *letters, GArray *pieces)
{
  const AdrefNode *node = letters->node;
  adref_cutter_cut(cutter, node->text, letters->start, pieces);
  if (letters->end == 0) {
    adref_cutter_cut(cutter, node->text, node->length, pieces);
    return;
  }
  AdrefPiece number = {(guint)letters->start, (guint)(letters->end - letters->start), TRUE};
  g_array_append_val(pieces, number);
  guint from = pieces->len;
  adref_cutter_cut(cutter, node->text + letters->end, node->length - letters->end, pieces);
  for (guint i = from; i < pieces->len; i++)
    g_array_index(pieces, AdrefPiece, i).start += (guint)letters->end;
}

/* The runs of a node whose letters begin at `at`. */
static GArray *runs_of(const AdrefBlame *self, AdrefCutter *cutter, const AdrefLetters *letters,
                       guint at)
{
  g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(AdrefPiece));
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(AdrefBlameRun));
  cut(cutter, letters, pieces);
  for (guint i = 0; i < pieces->len; i++) {
    const AdrefPiece *piece = &g_array_index(pieces, AdrefPiece, i);
    guint length = adref_letters_count(letters, piece->start, piece->length);
    guint version = G_MAXUINT;
    for (guint k = 0; k < length; k++, at++)
      version = MIN(version, self->versions[at - self->first]);
    if (length > 0)
      add_run(runs, piece->start, piece->start + piece->length, version);
  }
  if (runs->len > 0) {
    AdrefBlameRun *last = &g_array_index(runs, AdrefBlameRun, runs->len - 1);
    last->length = (guint)letters->node->length - last->start;
  }
  return runs;
}

GHashTable *adref_blame_runs(const AdrefBlame *self)
{
  GHashTable *table = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr(AdrefCutter) cutter = adref_cutter_new(self->language);
  guint at = 0;
  AdrefLetters letters;
  AdrefLettersWalk walk = adref_letters_walk(self->document);
  while (adref_letters_next(&walk, &letters)) {
    guint length = adref_letters_count(&letters, 0, letters.node->length);
    if (length > 0 && at >= self->first && at + length <= self->last)
      g_hash_table_insert(table, (gpointer)(guintptr)letters.node,
                          runs_of(self, cutter, &letters, at));
    at += length;
  }
  return table;
}
