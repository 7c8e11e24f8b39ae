#include "merge/compare/block_diff.h"

#include <string.h>

#include "clause/node_copy.h"
#include "merge/compare/column_matching.h"
#include "merge/compare/interleave.h"
#include "merge/content_key.h"

/* A block whose words become inlines with marks. */
static gboolean has_words(const AdrefNode *block)
{
  return adref_node_holds_inlines(block) || block->type == ADREF_CODE_BLOCK;
}

/* --- tasks --- */

/* A block of one side, and the number of the node of its group that it is in. */
typedef struct {
  const AdrefNode *node;
  guint part;
} Block;

/* Blocks that are still to be merged. */
typedef struct {
  GArray *old, *new;      /* of Block */
  GPtrArray *out;         /* of AdrefNode, by part */
  gboolean old_is_longer; /* the old side has more nodes */
  GArray *columns; /* of the table around them (merge/compare/column_matching.h); NULL: no table */
  guint new_columns;
} BlockTask;

typedef struct {
  AdrefDiffWorker *worker;
  GArray *tasks; /* of BlockTask: a stack */
  const BlockTask *task;
  AdrefMatchUnits old, new;
  guint *matches;     /* by old block */
  guint *split_from;  /* by new block: the old one that it is a later part of */
  guint *joined_into; /* by old block: the new one that it is now a later part of */
  guint part;         /* the number of the node that blocks are appended to */
} BlockMerger;

static GArray *blocks_of(const AdrefNode *const *nodes, guint count)
{
  GArray *blocks = g_array_new(FALSE, FALSE, sizeof(Block));
  for (guint i = 0; i < count; i++)
    for (const AdrefNode *node = nodes[i]->first; node; node = node->next) {
      Block block = {node, i};
      g_array_append_val(blocks, block);
    }
  return blocks;
}

/* The columns of a table, which its rows keep. */
static void set_columns(BlockMerger *self, BlockTask *task, const AdrefBlockGroup *group)
{
  const AdrefNode *old = group->old[0], *new = group->new[0];
  if (old->type == ADREF_TABLE) {
    task->columns = adref_column_matches(self->worker, old, new);
    task->new_columns = adref_node_count_children(new->first);
  } else if (old->type == ADREF_TABLE_ROW && !self->task) {
    task->columns = adref_column_matches_of_rows(old, new, &task->new_columns);
  } else if (old->type == ADREF_TABLE_ROW) {
    task->columns = g_array_ref(self->task->columns);
    task->new_columns = self->task->new_columns;
  }
}

static void add_task(BlockMerger *self, const AdrefBlockGroup *group)
{
  BlockTask task = {.old = blocks_of(group->old, group->old_count),
                    .new = blocks_of(group->new, group->new_count),
                    .out = g_ptr_array_new(),
                    .old_is_longer = group->old_count > group->new_count};
  set_columns(self, &task, group);
  for (guint i = 0; i < MAX(group->old_count, group->new_count); i++)
    g_ptr_array_add(task.out, group->out[i]);
  g_array_append_val(self->tasks, task);
}

static void task_clear(BlockTask *task)
{
  g_array_unref(task->old);
  g_array_unref(task->new);
  g_ptr_array_unref(task->out);
  g_clear_pointer(&task->columns, g_array_unref);
}

static const Block *old_block(const BlockMerger *self, guint i)
{
  return &g_array_index(self->task->old, Block, i);
}

static const Block *new_block(const BlockMerger *self, guint j)
{
  return &g_array_index(self->task->new, Block, j);
}

/* --- matching --- */

static AdrefMatchUnits units_of(AdrefDiffWorker *worker, const GArray *blocks, guint side)
{
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    units[i] = adref_diff_worker_unit(worker, g_array_index(blocks, Block, i).node, side);
  return (AdrefMatchUnits){units, blocks->len};
}

static gboolean has_lead(const AdrefNode *node)
{
  return node->type == ADREF_ITEM && node->first && node->first->next &&
         adref_node_holds_inlines(node->first);
}

/* Copies of the units, in which the content of an item with blocks below its first paragraph is
 * that of the paragraph; NULL: there is no such item. */
static AdrefMatchUnit *leads_of(BlockMerger *self, const GArray *blocks, guint side)
{
  AdrefMatchUnits units = side == 0 ? self->old : self->new;
  AdrefMatchUnit *leads = NULL;
  for (guint i = 0; i < blocks->len; i++) {
    const AdrefNode *node = g_array_index(blocks, Block, i).node;
    if (!has_lead(node))
      continue;
    leads = leads ? leads : g_memdup2(units.units, units.length * sizeof *leads);
    leads[i].content = adref_diff_worker_unit(self->worker, node->first, side).content;
  }
  return leads;
}

/* Removes the matches that `before` does not have and that cross one of it. */
static void drop_crossing(const BlockMerger *self, const guint *before)
{
  guint length = self->old.length, highest = 0, lowest = G_MAXUINT;
  for (guint i = 0; i < length; i++) {
    if (before[i] != ADREF_NO_MATCH)
      highest = before[i] + 1;
    else if (self->matches[i] < highest)
      self->matches[i] = ADREF_NO_MATCH;
  }
  for (guint i = length; i > 0; i--) {
    if (before[i - 1] != ADREF_NO_MATCH)
      lowest = before[i - 1];
    else if (self->matches[i - 1] != ADREF_NO_MATCH && self->matches[i - 1] > lowest)
      self->matches[i - 1] = ADREF_NO_MATCH;
  }
}

/* Items with the same lead-in are the same, whatever stands below it: what moved from one to the
 * other may be most of their words. */
static void match_leads(BlockMerger *self)
{
  if (self->old.length < 2 && self->new.length < 2)
    return;
  g_autofree AdrefMatchUnit *old = leads_of(self, self->task->old, 0),
                            *new = old ? leads_of(self, self->task->new, 1) : NULL;
  if (!new)
    return;
  g_autofree guint *before = g_memdup2(self->matches, self->old.length * sizeof *before);
  adref_match_units_identical(self->worker->aligner, (AdrefMatchUnits){old, self->old.length},
                              (AdrefMatchUnits){new, self->new.length}, FALSE, self->matches);
  drop_crossing(self, before);
}

/* Fills the bags of blocks that changed. Notes are matched by their content alone, so that their
 * bags stay empty. */
static void fill_bags(AdrefDiffWorker *worker, const GArray *blocks, guint side,
                      AdrefMatchUnits units, const guint8 *same)
{
  for (guint i = 0; i < units.length; i++) {
    const AdrefNode *node = g_array_index(blocks, Block, i).node;
    AdrefMatchUnit *unit = (AdrefMatchUnit *)(guintptr)units.units + i;
    if (same[i])
      continue;
    if (adref_node_holds_blocks(node) || has_words(node))
      adref_diff_worker_set_bag(worker, node, side, unit);
    else
      unit->bag = adref_word_bag_new(NULL, 0);
  }
}

static void match_similar(BlockMerger *self)
{
  AdrefDiffWorker *worker = self->worker;
  g_autofree guint8 *old_same = g_new0(guint8, self->old.length + 1);
  g_autofree guint8 *new_same = g_new0(guint8, self->new.length + 1);
  g_autofree guint *weights = g_new(guint, self->old.length + 1);
  for (guint i = 0; i < self->old.length; i++) {
    weights[i] = self->old.units[i].weight;
    if (self->matches[i] != ADREF_NO_MATCH)
      old_same[i] = new_same[self->matches[i]] = TRUE;
  }
  fill_bags(worker, self->task->old, 0, self->old, old_same);
  fill_bags(worker, self->task->new, 1, self->new, new_same);
  adref_match_units_similar(worker->matcher, self->old, self->new, FALSE, self->matches);
  adref_keep_increasing_matches(self->matches, self->old.length, weights);
}

/* Only paragraphs and items are split; of a list, its items are. */
static void keep_divisible(const GArray *blocks, guint *wholes)
{
  for (guint i = 0; i < blocks->len; i++) {
    AdrefNodeType type = g_array_index(blocks, Block, i).node->type;
    if (type != ADREF_PARAGRAPH && type != ADREF_ITEM)
      wholes[i] = ADREF_NO_MATCH;
  }
}

static void match_split(BlockMerger *self)
{
  g_autofree guint *inverse = g_new(guint, self->new.length + 1);
  adref_match_units_split(self->worker->matcher, self->old, self->new, NULL, self->matches,
                          self->matches, self->split_from);
  adref_matches_invert(self->matches, self->old.length, inverse, self->new.length);
  adref_match_units_split(self->worker->matcher, self->new, self->old, self->split_from, inverse,
                          inverse, self->joined_into);
  adref_matches_invert(inverse, self->new.length, self->matches, self->old.length);
  keep_divisible(self->task->new, self->split_from);
  keep_divisible(self->task->old, self->joined_into);
}

static gboolean are_of_type(const GArray *blocks, AdrefNodeType type)
{
  return blocks->len > 0 && g_array_index(blocks, Block, 0).node->type == type;
}

static void match_cells(BlockMerger *self)
{
  for (guint i = 0; i < self->old.length; i++) {
    guint j = adref_column_match(self->task->columns, self->task->new_columns, i);
    self->matches[i] = j < self->new.length ? j : ADREF_NO_MATCH;
  }
}

/* The head of a table is its head, however much it changed. */
static void match_heads(BlockMerger *self)
{
  gboolean taken = FALSE;
  for (guint i = 0; i < self->old.length; i++)
    taken = taken || self->matches[i] == 0;
  if (!taken && self->old.length > 0 && self->matches[0] == ADREF_NO_MATCH)
    self->matches[0] = 0;
}

static guint count_matches(const BlockMerger *self, const guint *matches, guint64 *weight)
{
  guint count = 0;
  for (guint i = 0; i < self->old.length; i++) {
    count += matches[i] != ADREF_NO_MATCH ? 1 : 0;
    *weight += matches[i] != ADREF_NO_MATCH ? self->old.units[i].weight + 1 : 0;
  }
  return count;
}

/* The weight of a block among those that changed their places. Of two of the same size the words
 * decide, so that the same one moves whichever text is the old one. */
static guint weight_in_order(const BlockMerger *self, guint i)
{
  enum {
    TIES = 1024
  };
  g_autofree char *words = adref_node_words(g_array_index(self->task->old, Block, i).node);
  return MIN(self->old.units[i].weight + 1, G_MAXUINT / TIES - 1) * TIES + g_str_hash(words) % TIES;
}

/* Of as many blocks that changed their places the heaviest stay: where a long item and a short one
 * were exchanged, the short one moved, in both directions. */
static void keep_heaviest(BlockMerger *self)
{
  guint length = self->old.length;
  guint64 weight = 0, other = 0;
  guint count = count_matches(self, self->matches, &weight);
  if (count == length || count == self->new.length)
    return;
  g_autofree guint *all = g_memdup2(self->matches, (length + 1) * sizeof *all);
  adref_match_units_identical(self->worker->aligner, self->old, self->new, TRUE, all);
  if (count_matches(self, all, &other) == count)
    return;
  g_autofree guint *weights = g_new0(guint, length + 1);
  for (guint i = 0; i < length; i++)
    if (all[i] != ADREF_NO_MATCH)
      weights[i] = weight_in_order(self, i);
  adref_keep_increasing_matches(all, length, weights);
  other = 0;
  if (count_matches(self, all, &other) >= count && other >= weight)
    memcpy(self->matches, all, length * sizeof *all);
}

static void match_blocks(BlockMerger *self)
{
  for (guint i = 0; i < self->old.length; i++)
    self->matches[i] = self->joined_into[i] = ADREF_NO_MATCH;
  for (guint j = 0; j < self->new.length; j++)
    self->split_from[j] = ADREF_NO_MATCH;
  if (are_of_type(self->task->old, ADREF_TABLE_CELL)) {
    match_cells(self);
    return;
  }
  adref_match_units_identical(self->worker->aligner, self->old, self->new, FALSE, self->matches);
  keep_heaviest(self);
  if (are_of_type(self->task->old, ADREF_TABLE_ROW) &&
      are_of_type(self->task->new, ADREF_TABLE_ROW))
    match_heads(self);
  match_leads(self);
  match_similar(self);
  match_split(self);
}

/* --- appending blocks --- */

static AdrefNode *out(const BlockMerger *self)
{
  return self->task->out->pdata[self->part];
}

static void put_one(BlockMerger *self, const Block *block, AdrefChangeMark mark)
{
  if (self->task->old_is_longer == (mark == ADREF_DELETED))
    self->part = MAX(self->part, block->part);
  adref_node_append(out(self), adref_node_copy_tree(block->node, mark));
}

static AdrefNode *copy_empty(const AdrefNode *node, AdrefChangeMark mark)
{
  AdrefNode *copy = adref_node_copy(node);
  if (copy->type == ADREF_CODE_BLOCK)
    adref_node_take_text(copy, NULL, 0);
  copy->mark = mark;
  return copy;
}

static AdrefNode *put_copy(BlockMerger *self, const AdrefNode *node, AdrefChangeMark mark)
{
  AdrefNode *copy = copy_empty(node, mark);
  adref_node_append(out(self), copy);
  return copy;
}

/* Appends a node that is in both texts: where its attributes changed, the new node is around the
 * old one. Returns the inner node. */
static AdrefNode *put_both(BlockMerger *self, const AdrefNode *old, const AdrefNode *new)
{
  gboolean same = old->type == ADREF_CODE_BLOCK ? g_str_equal(old->as.info, new->as.info)
                                                : adref_content_key_equal_nodes(old, new);
  if (same)
    return put_copy(self, new, ADREF_KEPT);
  AdrefNode *now = put_copy(self, new, ADREF_WRAPPED);
  AdrefNode *before = copy_empty(old, ADREF_UNWRAPPED);
  adref_node_append(now, before);
  return before;
}

static void put_group(BlockMerger *self, const AdrefBlockGroup *group)
{
  AdrefDiffWorker *worker = self->worker;
  if (!has_words(group->new[0])) {
    add_task(self, group);
    return;
  }
  AdrefTokenSlice old = adref_diff_worker_tokens(worker, group->old, group->old_count, 0);
  AdrefTokenSlice new = adref_diff_worker_tokens(worker, group->new, group->new_count, 1);
  adref_interleave(worker->aligner, old, new, group->out);
}

/* Appends a pair of blocks, with the later parts that one side may have. */
static void put_pair(BlockMerger *self, guint i, guint j, guint old_end, guint new_end)
{
  const Block *old = old_block(self, i), *new = new_block(self, j);
  gboolean old_is_longer = old_end - i > 1;
  g_autoptr(GPtrArray) olds = g_ptr_array_new(), news = g_ptr_array_new();
  g_autoptr(GPtrArray) outs = g_ptr_array_new();
  self->part = MAX(self->part, self->task->old_is_longer ? old->part : new->part);
  if (old_end == i + 1 && new_end == j + 1 &&
      self->old.units[i].exact == self->new.units[j].exact) {
    adref_node_append(out(self), adref_node_copy_tree(new->node, ADREF_KEPT));
    return;
  }
  g_ptr_array_add(outs, put_both(self, old->node, new->node));
  for (guint k = i; k < old_end; k++)
    g_ptr_array_add(olds, (gpointer)(guintptr)old_block(self, k)->node);
  for (guint k = j; k < new_end; k++)
    g_ptr_array_add(news, (gpointer)(guintptr)new_block(self, k)->node);
  for (guint k = 1; k < MAX(olds->len, news->len); k++) {
    const Block *later = old_is_longer ? old_block(self, i + k) : new_block(self, j + k);
    if (old_is_longer == self->task->old_is_longer)
      self->part = MAX(self->part, later->part);
    g_ptr_array_add(outs,
                    put_copy(self, later->node, old_is_longer ? ADREF_UNWRAPPED : ADREF_WRAPPED));
  }
  AdrefBlockGroup group = {(const AdrefNode *const *)olds->pdata,
                           (const AdrefNode *const *)news->pdata, olds->len, news->len,
                           (AdrefNode *const *)outs->pdata};
  put_group(self, &group);
}

static void put_all(BlockMerger *self)
{
  guint new_at = 0;
  for (guint i = 0; i <= self->old.length; i++) {
    gboolean last = i == self->old.length;
    if (!last && self->matches[i] == ADREF_NO_MATCH) {
      put_one(self, old_block(self, i), ADREF_DELETED);
      continue;
    }
    guint j = last ? self->new.length : self->matches[i];
    while (new_at < j)
      put_one(self, new_block(self, new_at++), ADREF_INSERTED);
    if (last)
      break;
    guint old_end = adref_match_units_end_of_parts(self->joined_into, self->old.length, i, j);
    new_at = old_end > i + 1
                 ? j + 1
                 : adref_match_units_end_of_parts(self->split_from, self->new.length, j, i);
    put_pair(self, i, j, old_end, new_at);
    i = old_end - 1;
  }
}

/* When each side has a single block, of the same kind, they are the same block, however much it
 * changed. */
static gboolean is_single_pair(const BlockTask *task)
{
  if (task->old->len != 1 || task->new->len != 1)
    return FALSE;
  const AdrefNode *old = g_array_index(task->old, Block, 0).node;
  const AdrefNode *new = g_array_index(task->new, Block, 0).node;
  return old->type == new->type && (adref_node_holds_blocks(new) || has_words(new));
}

static void put_single(BlockMerger *self)
{
  const AdrefNode *old = old_block(self, 0)->node, *new = new_block(self, 0)->node;
  self->part = MAX(old_block(self, 0)->part, new_block(self, 0)->part);
  AdrefNode *both = put_both(self, old, new);
  put_group(self, &(AdrefBlockGroup){&old, &new, 1, 1, &both});
}

static void run(BlockMerger *self, const BlockTask *task)
{
  AdrefDiffWorker *worker = self->worker;
  self->task = task;
  self->part = 0;
  if (is_single_pair(task)) {
    put_single(self);
    return;
  }
  self->old = units_of(worker, task->old, 0);
  self->new = units_of(worker, task->new, 1);
  self->matches = g_new(guint, self->old.length + 1);
  self->joined_into = g_new(guint, self->old.length + 1);
  self->split_from = g_new(guint, self->new.length + 1);
  match_blocks(self);
  put_all(self);
  adref_match_units_clear(self->old);
  adref_match_units_clear(self->new);
  g_free(self->matches);
  g_free(self->joined_into);
  g_free(self->split_from);
}

void adref_block_diff(AdrefDiffWorker *worker, const AdrefBlockGroup *group)
{
  BlockMerger merger = {.worker = worker, .tasks = g_array_new(FALSE, FALSE, sizeof(BlockTask))};
  add_task(&merger, group);
  while (merger.tasks->len > 0) {
    BlockTask task = g_array_index(merger.tasks, BlockTask, merger.tasks->len - 1);
    g_array_set_size(merger.tasks, merger.tasks->len - 1);
    run(&merger, &task);
    task_clear(&task);
  }
  g_array_unref(merger.tasks);
}
