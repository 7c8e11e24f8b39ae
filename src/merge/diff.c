#include "merge/diff.h"

#include <string.h>

#include "base/parallel_for.h"
#include "clause/freeze.h"
#include "clause/node_copy.h"
#include "merge/change_extent.h"
#include "merge/clause_matching.h"

/* First the clauses are put in their order, then each is filled, apart from the others. */

enum {
  FILLED_AT_ONCE = 16 /* clauses that one of two threads takes */
};

/* A clause to fill, in both texts or in one of them. */
typedef struct {
  AdrefNode *clause;  /* its later parts follow it */
  guint old, old_end; /* of the old clauses, `old` to `old_end` - 1 */
  guint new, new_end; /* of the new ones likewise */
  gboolean moved;
} Job;

typedef struct {
  AdrefBench benches[ADREF_WORKERS];
  gboolean ready[ADREF_WORKERS], edges[ADREF_WORKERS];
  gboolean takes; /* what did not change is taken out of the new document */
  AdrefCounterparts match;
  guint *with;      /* by new clause: its mate among the old */
  AdrefNode **left; /* by old clause that moved: the empty clause at its old place */
  GArray *jobs;     /* of Job */
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

static AdrefExtent tally(AdrefBench *bench, const AdrefNode *clause)
{
  AdrefChange *change = clause->as.clause->change;
  return adref_extent(bench->cutter, clause, &change->deleted, &change->inserted);
}

/* --- filling a clause --- */

static gboolean has_edge(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.node->type == ADREF_EDGE)
      return TRUE;
  return FALSE;
}

static void fill_same(AdrefNode *clause, const AdrefNode *from, AdrefMark mark)
{
  for (const AdrefNode *block = from->first; block; block = block->next)
    adref_node_append(clause, adref_node_copy_tree(block, mark));
}

/* Takes the blocks out of a clause that is given up. */
static void take_blocks(AdrefNode *clause, const AdrefNode *from)
{
  for (AdrefNode *block = from->first, *next; block; block = next) {
    next = block->next;
    adref_node_unlink(block);
    adref_node_append(clause, block);
  }
}

static void fill_alone(AdrefBench *bench, const AdrefNode *from, AdrefNode *clause)
{
  fill_same(clause, from, clause->mark);
  gboolean gone = clause->mark == ADREF_DELETED;
  set_change(clause, gone ? ADREF_CHANGE_DELETED : ADREF_CHANGE_ADDED);
  tally(bench, clause);
}

static void fill_parts(const Diff *self, AdrefBench *bench, const Job *job)
{
  const AdrefCounterparts *match = &self->match;
  AdrefGroup group = {.old = match->old + job->old,
                      .new = match->new + job->new,
                      .old_count = job->old_end - job->old,
                      .new_count = job->new_end - job->new};
  guint count = MAX(group.old_count, group.new_count);
  g_autofree AdrefNode **out = g_new(AdrefNode *, count);
  out[0] = job->clause;
  for (guint i = 1; i < count; i++)
    out[i] = out[i - 1]->next;
  group.out = out;
  adref_merge_blocks(bench, &group);
  for (guint i = 1; i < count; i++)
    tally(bench, out[i]);
}

/* A clause that left nothing but its number was deleted, whatever stands there now. */
static AdrefChangeType type_by_words(const AdrefNode *old, const AdrefNode *new,
                                     AdrefChangeType type)
{
  gboolean was_gone = adref_freeze_is_deleted(old), is_gone = adref_freeze_is_deleted(new);
  if (type != ADREF_CHANGE_MODIFIED || was_gone == is_gone)
    return type;
  return is_gone ? ADREF_CHANGE_DELETED : ADREF_CHANGE_ADDED;
}

/* What a pair of clauses says of itself, once its blocks are there. FALSE: nothing. */
static gboolean settle_change(AdrefBench *bench, const Job *job, const AdrefNode *old,
                              const AdrefNode *new)
{
  static const AdrefChangeType types[] = {[ADREF_EXTENT_NOTHING] = ADREF_CHANGE_NONE,
                                          [ADREF_EXTENT_NUMBERS] = ADREF_CHANGE_NONE,
                                          [ADREF_EXTENT_EDITORIAL] = ADREF_CHANGE_EDITORIAL,
                                          [ADREF_EXTENT_WORDS] = ADREF_CHANGE_MODIFIED};
  AdrefNode *clause = job->clause;
  AdrefChange *change = set_change_from(clause, ADREF_CHANGE_NONE, old);
  AdrefExtent found = tally(bench, clause);
  gboolean other_kind = change->kind != clause->as.clause->kind;
  change->type = other_kind ? ADREF_CHANGE_MODIFIED : type_by_words(old, new, types[found]);
  change->modified = job->moved && change->type != ADREF_CHANGE_NONE;
  if (job->moved)
    change->type = ADREF_CHANGE_MOVED;
  return change->type != ADREF_CHANGE_NONE || found == ADREF_EXTENT_NUMBERS || change->marker ||
         g_strcmp0(change->number, clause->as.clause->number) != 0;
}

static gboolean same_facts(const AdrefClause *old, const AdrefClause *new)
{
  return same_marker(old, new) && g_strcmp0(old->number, new->number) == 0;
}

static gboolean is_same(const Diff *self, const Job *job)
{
  return job->old_end - job->old == 1 && job->new_end - job->new == 1 &&
         self->match.olds.units[job->old].exact == self->match.news.units[job->new].exact;
}

static void fill_pair(const Diff *self, AdrefBench *bench, const Job *job)
{
  const AdrefNode *old = self->match.old[job->old], *new = self->match.new[job->new];
  AdrefClause *clause = job->clause->as.clause;
  gboolean same = is_same(self, job);
  if (same && self->takes && !has_edge(new))
    take_blocks(job->clause, self->match.new[job->new]);
  else if (same)
    fill_same(job->clause, new, ADREF_KEPT);
  else
    fill_parts(self, bench, job);
  if (same && !job->moved && same_facts(old->as.clause, new->as.clause))
    return;
  if (!settle_change(bench, job, old, new))
    g_clear_pointer(&clause->change, adref_change_free);
}

static void fill(const Diff *self, AdrefBench *bench, const Job *job)
{
  if (job->old == job->old_end)
    fill_alone(bench, self->match.new[job->new], job->clause);
  else if (job->new == job->new_end)
    fill_alone(bench, self->match.old[job->old], job->clause);
  else
    fill_pair(self, bench, job);
}

/* Whether a clause, with its later parts, holds an end of a bracket: asked while it is at hand. */
static gboolean has_edges(const Job *job)
{
  guint count = MAX(job->old_end - job->old, job->new_end - job->new);
  const AdrefNode *clause = job->clause;
  for (; count > 0 && !has_edge(clause); count--)
    clause = clause->next;
  return count > 0;
}

static void fill_some(gpointer data, guint worker, guint from, guint to)
{
  Diff *self = data;
  AdrefBench *bench = &self->benches[worker];
  if (!self->ready[worker])
    adref_bench_init_beside(bench, &self->benches[0]);
  self->ready[worker] = TRUE;
  for (guint i = from; i < to; i++) {
    const Job *job = &g_array_index(self->jobs, Job, i);
    fill(self, bench, job);
    self->edges[worker] = self->edges[worker] || has_edges(job);
  }
}

/* --- putting clauses --- */

static AdrefNode *put_clause(Diff *self, const AdrefNode *clause, AdrefMark mark)
{
  AdrefNode *copy = adref_node_copy(clause);
  copy->mark = mark;
  adref_node_append(self->redline, copy);
  return copy;
}

static void put_left(Diff *self, guint i)
{
  AdrefNode *left = put_clause(self, self->match.old[i], ADREF_DELETED);
  AdrefChange *change = set_change(left, ADREF_CHANGE_LEFT);
  change->number = g_strdup(left->as.clause->number);
  self->left[i] = left;
}

static void add_job(Diff *self, Job job)
{
  g_array_append_val(self->jobs, job);
}

/* A clause in both texts, with the later parts that one side may have. */
static void put_pair(Diff *self, guint i, guint j, guint old_end, guint new_end)
{
  const AdrefCounterparts *match = &self->match;
  AdrefNode *clause = put_clause(self, match->new[j], ADREF_KEPT);
  for (guint k = i + 1; k < old_end; k++)
    set_change(put_clause(self, match->old[k], ADREF_UNWRAPPED), ADREF_CHANGE_JOINED);
  for (guint k = j + 1; k < new_end; k++)
    set_change(put_clause(self, match->new[k], ADREF_WRAPPED), ADREF_CHANGE_SPLIT);
  add_job(self, (Job){clause, i, old_end, j, new_end, FALSE});
}

static void put_old(Diff *self, guint i)
{
  if (self->match.mates[i] != ADREF_NO_MATE) {
    put_left(self, i);
    return;
  }
  AdrefNode *clause = put_clause(self, self->match.old[i], ADREF_DELETED);
  add_job(self, (Job){clause, i, i + 1, 0, 0, FALSE});
}

static void put_new(Diff *self, guint j)
{
  guint i = self->with[j];
  gboolean alone = i == ADREF_NO_MATE;
  AdrefNode *clause = put_clause(self, self->match.new[j], alone ? ADREF_INSERTED : ADREF_KEPT);
  add_job(self,
          alone ? (Job){clause, 0, 0, j, j + 1, FALSE} : (Job){clause, i, i + 1, j, j + 1, TRUE});
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

static void diff_init(Diff *self, const AdrefNode *old, const AdrefNode *new, const char *language)
{
  AdrefBench *bench = &self->benches[0];
  self->redline = adref_node_new(ADREF_DOCUMENT);
  adref_bench_init(bench, old, new, language);
  self->ready[0] = TRUE;
  adref_counterparts_init(&self->match, bench, old, new);
  self->jobs = g_array_new(FALSE, FALSE, sizeof(Job));
  self->left = g_new0(AdrefNode *, self->match.olds.length + 1);
  self->with = g_new(guint, self->match.news.length + 1);
  for (guint j = 0; j < self->match.news.length; j++)
    self->with[j] = ADREF_NO_MATE;
  for (guint i = 0; i < self->match.olds.length; i++)
    if (self->match.mates[i] != ADREF_NO_MATE)
      self->with[self->match.mates[i]] = i;
}

static void diff_clear(Diff *self)
{
  adref_counterparts_clear(&self->match);
  for (guint worker = ADREF_WORKERS; worker-- > 0;)
    if (self->ready[worker])
      adref_bench_clear(&self->benches[worker]);
  g_array_unref(self->jobs);
  g_free(self->left);
  g_free(self->with);
}

static AdrefNode *compare(const AdrefNode *old, const AdrefNode *new, gboolean takes,
                          const char *language)
{
  Diff diff = {.takes = takes};
  diff_init(&diff, old, new, language);
  put_all(&diff);
  adref_share(diff.jobs->len, FILLED_AT_ONCE, fill_some, &diff);
  link_moves(&diff);
  if (diff.edges[0] || diff.edges[1])
    adref_edges_pair(diff.redline);
  diff_clear(&diff);
  return diff.redline;
}

AdrefNode *adref_diff(const AdrefNode *old, const AdrefNode *new, const char *language)
{
  return compare(old, new, FALSE, language);
}

AdrefNode *adref_diff_into(const AdrefNode *old, AdrefNode *new, const char *language)
{
  return compare(old, new, TRUE, language);
}
