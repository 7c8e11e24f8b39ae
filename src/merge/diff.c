#include "merge/diff.h"

#include <string.h>

#include "clause/copy.h"
#include "merge/counterpart.h"
#include "merge/extent.h"

typedef struct {
  AdrefBench bench;
  AdrefCounterparts match;
  guint *with;      /* by new clause: its mate among the old */
  AdrefNode **left; /* by old clause that moved: the empty clause at its old place */
  AdrefNode *redline;
} Diff;

/* --- facts of clauses --- */

static gboolean same_marker(const AdrefClause *old, const AdrefClause *new)
{
  return old->kind == new->kind &&g_strcmp0(old->id, new->id) == 0 &&
         g_strcmp0(old->frozen, new->frozen) == 0 && g_strcmp0(old->from, new->from) == 0 &&
         g_strcmp0(old->alt, new->alt) == 0;
}

static AdrefChange *set_change(AdrefNode *clause, AdrefChangeType type)
{
  AdrefChange *change = adref_change_new(type);
  change->kind = clause->as.clause->kind;
  clause->as.clause->change = change;
  return change;
}

/* A change that holds what the old clause was. */
static AdrefChange *set_change_from(AdrefNode *clause, AdrefChangeType type, const AdrefNode *old)
{
  const AdrefClause *before = old->as.clause, *now = clause->as.clause;
  AdrefChange *change = set_change(clause, type);
  change->kind = before->kind;
  change->number = g_strdup(before->number);
  if (g_strcmp0(before->id, now->id) != 0)
    change->id = g_strdup(before->id);
  if (!same_marker(before, now))
    change->marker = adref_node_copy(old);
  return change;
}

static AdrefExtent tally(Diff *self, const AdrefNode *clause, AdrefChange *change)
{
  return adref_extent(self->bench.tokens.cutter, clause, &change->deleted, &change->inserted);
}

/* --- putting clauses --- */

static AdrefNode *put_clause(Diff *self, const AdrefNode *clause, AdrefMark mark)
{
  AdrefNode *copy = adref_node_copy(clause);
  copy->mark = mark;
  adref_node_append(self->redline, copy);
  return copy;
}

static void put_alone(Diff *self, const AdrefNode *clause, AdrefMark mark)
{
  AdrefNode *copy = put_clause(self, clause, mark);
  for (const AdrefNode *block = clause->first; block; block = block->next)
    adref_node_append(copy, adref_node_copy_tree(block, mark));
  gboolean gone = mark == ADREF_DELETED;
  tally(self, copy, set_change(copy, gone ? ADREF_CHANGE_DELETED : ADREF_CHANGE_ADDED));
}

static void put_left(Diff *self, guint i)
{
  AdrefNode *left = put_clause(self, self->match.old[i], ADREF_DELETED);
  AdrefChange *change = set_change(left, ADREF_CHANGE_LEFT);
  change->number = g_strdup(left->as.clause->number);
  self->left[i] = left;
}

/* Fills the clauses of one group: usually one old and one new. */
static void merge_blocks(Diff *self, guint i, guint j, guint old_end, guint new_end,
                         const GPtrArray *out)
{
  const AdrefCounterparts *match = &self->match;
  AdrefGroup group = {match->old + i, match->new + j, old_end - i, new_end - j,
                      (AdrefNode *const *)out->pdata};
  adref_merge_blocks(&self->bench, &group);
}

static gboolean is_same(const Diff *self, guint i, guint j)
{
  return self->match.olds.units[i].content == self->match.news.units[j].content;
}

/* What a pair of clauses says of itself, once its blocks are there. */
static void settle_change(Diff *self, AdrefNode *clause, const AdrefNode *old)
{
  static const AdrefChangeType types[] = {[ADREF_EXTENT_NOTHING] = ADREF_CHANGE_NONE,
                                          [ADREF_EXTENT_EDITORIAL] = ADREF_CHANGE_EDITORIAL,
                                          [ADREF_EXTENT_WORDS] = ADREF_CHANGE_MODIFIED};
  AdrefChange *change = set_change_from(clause, ADREF_CHANGE_NONE, old);
  AdrefExtent found = tally(self, clause, change);
  gboolean other_kind = change->kind != clause->as.clause->kind;
  change->type = other_kind ? ADREF_CHANGE_MODIFIED : types[found];
  gboolean nothing = change->type == ADREF_CHANGE_NONE && !change->marker &&
                     g_strcmp0(change->number, clause->as.clause->number) == 0;
  if (nothing)
    g_clear_pointer(&clause->as.clause->change, adref_change_free);
}

static void put_same(AdrefNode *clause, const AdrefNode *new)
{
  for (const AdrefNode *block = new->first; block; block = block->next)
    adref_node_append(clause, adref_node_copy_tree(block, ADREF_KEPT));
}

/* A clause in both texts, with the later parts that one side may have. */
static void put_pair(Diff *self, guint i, guint j, guint old_end, guint new_end)
{
  const AdrefCounterparts *match = &self->match;
  AdrefNode *clause = put_clause(self, match->new[j], ADREF_KEPT);
  g_autoptr(GPtrArray) out = g_ptr_array_new();
  g_ptr_array_add(out, clause);
  for (guint k = i + 1; k < old_end; k++) {
    g_ptr_array_add(out, put_clause(self, match->old[k], ADREF_UNWRAPPED));
    set_change(self->redline->last, ADREF_CHANGE_JOINED);
  }
  for (guint k = j + 1; k < new_end; k++) {
    g_ptr_array_add(out, put_clause(self, match->new[k], ADREF_WRAPPED));
    set_change(self->redline->last, ADREF_CHANGE_SPLIT);
  }
  if (out->len == 1 && is_same(self, i, j))
    put_same(clause, match->new[j]);
  else
    merge_blocks(self, i, j, old_end, new_end, out);
  settle_change(self, clause, match->old[i]);
  for (guint k = 1; k < out->len; k++) {
    AdrefNode *part = out->pdata[k];
    tally(self, part, part->as.clause->change);
  }
}

static void put_moved(Diff *self, guint i, guint j)
{
  put_pair(self, i, j, i + 1, j + 1);
  AdrefNode *clause = self->redline->last;
  AdrefChange *change = clause->as.clause->change;
  gboolean modified = change && change->type != ADREF_CHANGE_NONE;
  if (!change)
    change = set_change_from(clause, ADREF_CHANGE_MOVED, self->match.old[i]);
  change->type = ADREF_CHANGE_MOVED;
  change->modified = modified;
}

/* --- the order --- */

static void put_old(Diff *self, guint i)
{
  if (self->match.mates[i] == ADREF_NO_MATE)
    put_alone(self, self->match.old[i], ADREF_DELETED);
  else
    put_left(self, i);
}

static void put_new(Diff *self, guint j)
{
  if (self->with[j] == ADREF_NO_MATE)
    put_alone(self, self->match.new[j], ADREF_INSERTED);
  else
    put_moved(self, self->with[j], j);
}

static guint end_of_parts(const guint *wholes, guint length, guint at, guint whole)
{
  guint end = at + 1;
  while (end < length && wholes[end] == whole)
    end++;
  return end;
}

static void put_all(Diff *self)
{
  const AdrefCounterparts *match = &self->match;
  guint new_at = 0, olds = match->olds.length, news = match->news.length;
  for (guint i = 0; i <= olds; i++) {
    gboolean last = i == olds;
    if (!last && match->in_order[i] == ADREF_NO_MATE) {
      put_old(self, i);
      continue;
    }
    guint j = last ? news : match->in_order[i];
    while (new_at < j)
      put_new(self, new_at++);
    if (last)
      break;
    guint old_end = end_of_parts(match->old_whole, olds, i, j);
    new_at = old_end > i + 1 ? j + 1 : end_of_parts(match->new_whole, news, j, i);
    put_pair(self, i, j, old_end, new_at);
    i = old_end - 1;
  }
}

/* Acquaints the two ends of each move. */
static void link_moves(Diff *self)
{
  guint j = 0;
  g_autofree AdrefNode **moved = g_new0(AdrefNode *, self->match.news.length + 1);
  for (AdrefNode *clause = self->redline->first; clause; clause = clause->next) {
    if (clause->mark != ADREF_KEPT && clause->mark != ADREF_INSERTED &&
        clause->mark != ADREF_WRAPPED)
      continue;
    moved[j++] = clause;
  }
  for (guint i = 0; i < self->match.olds.length; i++) {
    if (!self->left[i])
      continue;
    AdrefNode *here = moved[self->match.mates[i]];
    here->as.clause->change->other = self->left[i];
    self->left[i]->as.clause->change->other = here;
  }
}

AdrefNode *adref_diff(const AdrefNode *old, const AdrefNode *new, const char *language)
{
  Diff diff = {.redline = adref_node_new(ADREF_DOCUMENT)};
  adref_bench_init(&diff.bench, old, new, language);
  adref_counterparts_init(&diff.match, &diff.bench, old, new);
  diff.left = g_new0(AdrefNode *, diff.match.olds.length + 1);
  diff.with = g_new(guint, diff.match.news.length + 1);
  for (guint j = 0; j < diff.match.news.length; j++)
    diff.with[j] = ADREF_NO_MATE;
  for (guint i = 0; i < diff.match.olds.length; i++)
    if (diff.match.mates[i] != ADREF_NO_MATE)
      diff.with[diff.match.mates[i]] = i;
  put_all(&diff);
  link_moves(&diff);
  adref_edges_pair(diff.redline);
  adref_counterparts_clear(&diff.match);
  adref_bench_clear(&diff.bench);
  g_free(diff.left);
  g_free(diff.with);
  return diff.redline;
}
