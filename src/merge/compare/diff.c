#include "merge/compare/diff.h"

#include <string.h>

#include "base/parallel_for.h"
#include "clause/labels/freeze.h"
#include "clause/node_copy.h"
#include "merge/compare/block_diff.h"
#include "merge/compare/change_extent.h"
#include "merge/compare/clause_matching.h"
#include "merge/compare/moved_blocks.h"
#include "merge/compare/moved_sentences.h"
#include "merge/compare/note_labels.h"

/* First the clauses are put in their order; then each is filled, independently of the others. */

enum {
  FILLED_AT_ONCE = 16 /* clauses that a thread fills at a time */
};

/* A clause to fill, in both texts or in one of them. */
typedef struct {
  AdrefNode *clause;  /* its later parts are the next siblings */
  guint old, old_end; /* of the old clauses, `old` to `old_end` - 1 */
  guint new, new_end; /* the same of the new clauses */
  gboolean moved;
} ClauseTask;

typedef struct {
  AdrefDiffWorker workers[ADREF_PARALLEL_WORKERS];
  gboolean ready[ADREF_PARALLEL_WORKERS], edges[ADREF_PARALLEL_WORKERS];
  gboolean consumes; /* clauses that did not change are moved out of the new document */
  AdrefClauseMatching matching;
  guint *inverse;          /* by new clause: its match among the old ones */
  GHashTable *note_labels; /* see note_labels.h */
  AdrefNode **moved_from;  /* by old clause that moved: the empty clause at its old place */
  GArray *tasks;           /* of Job */
  AdrefNode *redline;
} Diff;

/* --- attributes of clauses --- */

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

/* A change with the attributes of the old clause. */
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

static AdrefChangeExtent measure_change(AdrefDiffWorker *worker, const AdrefNode *clause)
{
  AdrefChange *change = clause->as.clause->change;
  return adref_change_extent(worker->segmenter, clause, &change->deleted, &change->inserted);
}

/* --- filling a clause --- */

static gboolean has_edge(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.node->type == ADREF_BRACKET_EDGE)
      return TRUE;
  return FALSE;
}

static void fill_same(AdrefNode *clause, const AdrefNode *from, AdrefChangeMark mark)
{
  for (const AdrefNode *block = from->first; block; block = block->next)
    adref_node_append(clause, adref_node_copy_tree(block, mark));
}

/* Moves the blocks out of a clause that is freed afterwards. */
static void take_blocks(AdrefNode *clause, const AdrefNode *from)
{
  for (AdrefNode *block = from->first, *next; block; block = next) {
    next = block->next;
    adref_node_unlink(block);
    adref_node_append(clause, block);
  }
}

static void fill_alone(AdrefDiffWorker *worker, const AdrefNode *from, AdrefNode *clause)
{
  fill_same(clause, from, clause->mark);
  gboolean gone = clause->mark == ADREF_DELETED;
  set_change(clause, gone ? ADREF_CHANGE_DELETED : ADREF_CHANGE_ADDED);
  measure_change(worker, clause);
}

static void fill_parts(const Diff *self, AdrefDiffWorker *worker, const ClauseTask *task)
{
  const AdrefClauseMatching *matching = &self->matching;
  AdrefBlockGroup group = {.old = matching->old + task->old,
                           .new = matching->new + task->new,
                           .old_count = task->old_end - task->old,
                           .new_count = task->new_end - task->new};
  guint count = MAX(group.old_count, group.new_count);
  g_autofree AdrefNode **out = g_new(AdrefNode *, count);
  out[0] = task->clause;
  for (guint i = 1; i < count; i++)
    out[i] = out[i - 1]->next;
  group.out = out;
  adref_block_diff(worker, &group);
  for (guint i = 0; i < count; i++)
    adref_note_labels_join(self->note_labels, out[i]);
  for (guint i = 1; i < count; i++)
    measure_change(worker, out[i]);
}

/* A clause of which only the number is left ("[deleted]") counts as deleted, whatever its words
 * are. */
static AdrefChangeType type_by_words(const AdrefNode *old, const AdrefNode *new,
                                     AdrefChangeType type)
{
  gboolean was_gone = adref_freeze_is_deleted(old), is_gone = adref_freeze_is_deleted(new);
  if (type != ADREF_CHANGE_MODIFIED || was_gone == is_gone)
    return type;
  return is_gone ? ADREF_CHANGE_DELETED : ADREF_CHANGE_ADDED;
}

/* Sets the change of a pair of clauses whose blocks are filled. FALSE: it has no change. */
static gboolean set_pair_change(AdrefDiffWorker *worker, const ClauseTask *task,
                                const AdrefNode *old, const AdrefNode *new)
{
  static const AdrefChangeType types[] = {[ADREF_CHANGE_EXTENT_NONE] = ADREF_CHANGE_NONE,
                                          [ADREF_CHANGE_EXTENT_NUMBERS] = ADREF_CHANGE_NONE,
                                          [ADREF_CHANGE_EXTENT_EDITORIAL] = ADREF_CHANGE_EDITORIAL,
                                          [ADREF_CHANGE_EXTENT_WORDS] = ADREF_CHANGE_MODIFIED};
  AdrefNode *clause = task->clause;
  AdrefChange *change = set_change_from(clause, ADREF_CHANGE_NONE, old);
  AdrefChangeExtent found = measure_change(worker, clause);
  gboolean other_kind = change->kind != clause->as.clause->kind;
  change->type = other_kind ? ADREF_CHANGE_MODIFIED : type_by_words(old, new, types[found]);
  change->modified = task->moved && change->type != ADREF_CHANGE_NONE;
  if (task->moved)
    change->type = ADREF_CHANGE_MOVED;
  return change->type != ADREF_CHANGE_NONE || found == ADREF_CHANGE_EXTENT_NUMBERS ||
         change->marker || g_strcmp0(change->number, clause->as.clause->number) != 0;
}

static gboolean same_facts(const AdrefClause *old, const AdrefClause *new)
{
  return same_marker(old, new) && g_strcmp0(old->number, new->number) == 0;
}

static gboolean is_same(const Diff *self, const ClauseTask *task)
{
  return task->old_end - task->old == 1 && task->new_end - task->new == 1 &&
         self->matching.olds.units[task->old].exact == self->matching.news.units[task->new].exact;
}

static void fill_pair(const Diff *self, AdrefDiffWorker *worker, const ClauseTask *task)
{
  const AdrefNode *old = self->matching.old[task->old], *new = self->matching.new[task->new];
  AdrefClause *clause = task->clause->as.clause;
  gboolean same = is_same(self, task);
  if (same && self->consumes && !has_edge(new))
    take_blocks(task->clause, self->matching.new[task->new]);
  else if (same)
    fill_same(task->clause, new, ADREF_KEPT);
  else
    fill_parts(self, worker, task);
  if (same && !task->moved && same_facts(old->as.clause, new->as.clause))
    return;
  if (!set_pair_change(worker, task, old, new))
    g_clear_pointer(&clause->change, adref_change_free);
}

static void fill(const Diff *self, AdrefDiffWorker *worker, const ClauseTask *task)
{
  if (task->old == task->old_end)
    fill_alone(worker, self->matching.new[task->new], task->clause);
  else if (task->new == task->new_end)
    fill_alone(worker, self->matching.old[task->old], task->clause);
  else
    fill_pair(self, worker, task);
}

/* Whether a clause or one of its later parts has an end of a bracket that spans clauses; found
 * while the clause is in the cache of the processor. */
static gboolean has_edges(const ClauseTask *task)
{
  guint count = MAX(task->old_end - task->old, task->new_end - task->new);
  const AdrefNode *clause = task->clause;
  for (; count > 0 && !has_edge(clause); count--)
    clause = clause->next;
  return count > 0;
}

static void fill_some(gpointer data, guint thread, guint from, guint to)
{
  Diff *self = data;
  AdrefDiffWorker *worker = &self->workers[thread];
  if (!self->ready[thread])
    adref_diff_worker_init_shared(worker, &self->workers[0]);
  self->ready[thread] = TRUE;
  for (guint i = from; i < to; i++) {
    const ClauseTask *task = &g_array_index(self->tasks, ClauseTask, i);
    fill(self, worker, task);
    self->edges[thread] = self->edges[thread] || has_edges(task);
  }
}

/* --- the order of clauses --- */

static AdrefNode *put_clause(Diff *self, const AdrefNode *clause, AdrefChangeMark mark)
{
  AdrefNode *copy = adref_node_copy(clause);
  copy->mark = mark;
  adref_node_append(self->redline, copy);
  return copy;
}

static void put_moved_from(Diff *self, guint i)
{
  AdrefNode *moved_from = put_clause(self, self->matching.old[i], ADREF_DELETED);
  AdrefChange *change = set_change(moved_from, ADREF_CHANGE_MOVED_FROM);
  change->number = g_strdup(moved_from->as.clause->number);
  self->moved_from[i] = moved_from;
}

static void add_task(Diff *self, ClauseTask task)
{
  g_array_append_val(self->tasks, task);
}

/* Appends a clause that is in both texts, with the later parts that one side may have. */
static void put_pair(Diff *self, guint i, guint j, guint old_end, guint new_end)
{
  const AdrefClauseMatching *matching = &self->matching;
  AdrefNode *clause = put_clause(self, matching->new[j], ADREF_KEPT);
  for (guint k = i + 1; k < old_end; k++)
    set_change(put_clause(self, matching->old[k], ADREF_UNWRAPPED), ADREF_CHANGE_JOINED);
  for (guint k = j + 1; k < new_end; k++)
    set_change(put_clause(self, matching->new[k], ADREF_WRAPPED), ADREF_CHANGE_SPLIT);
  add_task(self, (ClauseTask){clause, i, old_end, j, new_end, FALSE});
}

static void put_old(Diff *self, guint i)
{
  if (self->matching.matches[i] != ADREF_NO_MATCH) {
    put_moved_from(self, i);
    return;
  }
  AdrefNode *clause = put_clause(self, self->matching.old[i], ADREF_DELETED);
  add_task(self, (ClauseTask){clause, i, i + 1, 0, 0, FALSE});
}

static void put_new(Diff *self, guint j)
{
  guint i = self->inverse[j];
  gboolean alone = i == ADREF_NO_MATCH;
  AdrefNode *clause = put_clause(self, self->matching.new[j], alone ? ADREF_INSERTED : ADREF_KEPT);
  add_task(self, alone ? (ClauseTask){clause, 0, 0, j, j + 1, FALSE}
                       : (ClauseTask){clause, i, i + 1, j, j + 1, TRUE});
}

static void put_all(Diff *self)
{
  const AdrefClauseMatching *matching = &self->matching;
  guint new_at = 0, olds = matching->olds.length, news = matching->news.length;
  for (guint i = 0; i <= olds; i++) {
    gboolean last = i == olds;
    if (!last && matching->in_order[i] == ADREF_NO_MATCH) {
      put_old(self, i);
      continue;
    }
    guint j = last ? news : matching->in_order[i];
    while (new_at < j)
      put_new(self, new_at++);
    if (last)
      break;
    guint old_end = adref_match_units_end_of_parts(matching->joined_into, olds, i, j);
    new_at =
        old_end > i + 1 ? j + 1 : adref_match_units_end_of_parts(matching->split_from, news, j, i);
    put_pair(self, i, j, old_end, new_at);
    i = old_end - 1;
  }
}

/* Links the old and the new place of each clause that moved. */
static void link_moves(Diff *self)
{
  guint j = 0;
  g_autofree AdrefNode **moved = g_new0(AdrefNode *, self->matching.news.length + 1);
  for (AdrefNode *clause = self->redline->first; clause; clause = clause->next) {
    if (clause->mark != ADREF_KEPT && clause->mark != ADREF_INSERTED &&
        clause->mark != ADREF_WRAPPED)
      continue;
    moved[j++] = clause;
  }
  for (guint i = 0; i < self->matching.olds.length; i++) {
    if (!self->moved_from[i])
      continue;
    AdrefNode *here = moved[self->matching.matches[i]];
    here->as.clause->change->other = self->moved_from[i];
    self->moved_from[i]->as.clause->change->other = here;
  }
}

/* Whether old places of blocks are all that is left in a DELETED clause. */
static gboolean is_left(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.node->text && walk.node->type != ADREF_ITEM)
      return FALSE;
  return TRUE;
}

/* Sets the change of a clause in which blocks were found that moved. */
static void set_change_again(AdrefDiffWorker *worker, AdrefNode *clause)
{
  AdrefChange *change = clause->as.clause->change;
  AdrefChangeExtent found = measure_change(worker, clause);
  AdrefChangeType by_extent =
      found == ADREF_CHANGE_EXTENT_WORDS ? ADREF_CHANGE_MODIFIED : ADREF_CHANGE_EDITORIAL;
  if (clause->mark == ADREF_DELETED)
    change->type = is_left(clause) ? ADREF_CHANGE_MOVED_FROM : change->type;
  else if (clause->mark == ADREF_WRAPPED && change->type == ADREF_CHANGE_ADDED)
    change->type = by_extent;
  else if (change->type == ADREF_CHANGE_MODIFIED || change->type == ADREF_CHANGE_EDITORIAL)
    change->type = by_extent;
}

static void set_changes_again(Diff *self, const GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++) {
    adref_note_labels_join(self->note_labels, clauses->pdata[i]);
    set_change_again(&self->workers[0], clauses->pdata[i]);
  }
  self->edges[0] = self->edges[0] || clauses->len > 0;
}

static void find_moves(Diff *self, const AdrefNode *old, const AdrefNode *new, const char *language)
{
  g_autoptr(GPtrArray) of_blocks = adref_moved_blocks_find(self->redline, old, new, language);
  set_changes_again(self, of_blocks);
  g_autoptr(GPtrArray) of_sentences = adref_moved_sentences_find(self->redline, old, new, language);
  set_changes_again(self, of_sentences);
}

static void diff_init(Diff *self, const AdrefNode *old, const AdrefNode *new, const char *language)
{
  AdrefDiffWorker *worker = &self->workers[0];
  self->redline = adref_node_new(ADREF_DOCUMENT);
  self->redline->as.outside_statement = new->as.outside_statement;
  adref_diff_worker_init(worker, old, new, language);
  self->ready[0] = TRUE;
  adref_clause_matching_init(&self->matching, worker, old, new);
  self->note_labels = adref_note_labels_new(&self->matching);
  self->tasks = g_array_new(FALSE, FALSE, sizeof(ClauseTask));
  self->moved_from = g_new0(AdrefNode *, self->matching.olds.length + 1);
  self->inverse = g_new(guint, self->matching.news.length + 1);
  for (guint j = 0; j < self->matching.news.length; j++)
    self->inverse[j] = ADREF_NO_MATCH;
  for (guint i = 0; i < self->matching.olds.length; i++)
    if (self->matching.matches[i] != ADREF_NO_MATCH)
      self->inverse[self->matching.matches[i]] = i;
}

static void diff_clear(Diff *self)
{
  adref_clause_matching_clear(&self->matching);
  for (guint thread = ADREF_PARALLEL_WORKERS; thread-- > 0;)
    if (self->ready[thread])
      adref_diff_worker_clear(&self->workers[thread]);
  g_array_unref(self->tasks);
  g_clear_pointer(&self->note_labels, g_hash_table_unref);
  g_free(self->moved_from);
  g_free(self->inverse);
}

static AdrefNode *compare(const AdrefNode *old, const AdrefNode *new, gboolean consumes,
                          const char *language)
{
  Diff diff = {.consumes = consumes};
  diff_init(&diff, old, new, language);
  put_all(&diff);
  adref_parallel_for(diff.tasks->len, FILLED_AT_ONCE, fill_some, &diff);
  link_moves(&diff);
  find_moves(&diff, old, new, language);
  if (diff.edges[0] || diff.edges[1])
    adref_node_pair_bracket_edges(diff.redline);
  diff_clear(&diff);
  return diff.redline;
}

AdrefNode *adref_diff(const AdrefNode *old, const AdrefNode *new, const char *language)
{
  return compare(old, new, FALSE, language);
}

AdrefNode *adref_diff_consume_new(const AdrefNode *old, AdrefNode *new, const char *language)
{
  return compare(old, new, TRUE, language);
}
