#include "merge/block_diff.h"

#include "clause/enumerator.h"
#include "clause/node_copy.h"
#include "merge/content_key.h"
#include "merge/interleave.h"

enum {
  MAX_WORDS = 10000 /* of a unit that its likeness is judged by */
};

static void init_tools(AdrefBench *bench)
{
  bench->aligner = adref_aligner_new();
  bench->pairer = adref_pairer_new();
  bench->contents = adref_lexicon_new();
  bench->key = g_string_new(NULL);
  bench->ids = g_array_new(FALSE, FALSE, sizeof(guint));
  bench->tokens[0] = adref_tokens_new();
  bench->tokens[1] = adref_tokens_new();
}

void adref_bench_init(AdrefBench *bench, const AdrefNode *old, const AdrefNode *new,
                      const char *language)
{
  *bench = (AdrefBench){.store = adref_store_new(language), .cutter = adref_cutter_new(language)};
  init_tools(bench);
  adref_references_init(&bench->references[0], old, new);
  adref_references_init(&bench->references[1], new, old);
}

void adref_bench_init_beside(AdrefBench *bench, const AdrefBench *other)
{
  const AdrefNode *const *documents = other->references[0].documents;
  *bench = (AdrefBench){
      .store = other->store, .beside = TRUE, .cutter = adref_cutter_new_like(other->cutter)};
  init_tools(bench);
  adref_references_init(&bench->references[0], documents[0], documents[1]);
  adref_references_init(&bench->references[1], documents[1], documents[0]);
}

void adref_bench_clear(AdrefBench *bench)
{
  if (!bench->beside)
    adref_store_free(bench->store);
  adref_cutter_free(bench->cutter);
  adref_aligner_free(bench->aligner);
  adref_pairer_free(bench->pairer);
  adref_lexicon_free(bench->contents);
  g_string_free(bench->key, TRUE);
  g_array_unref(bench->ids);
  g_array_unref(bench->tokens[0]);
  g_array_unref(bench->tokens[1]);
  adref_references_clear(&bench->references[0]);
  adref_references_clear(&bench->references[1]);
}

AdrefUnit adref_bench_unit(AdrefBench *bench, const AdrefNode *node, guint side)
{
  enum {
    WITHOUT_NUMBERS,
    WITH_NUMBERS
  };
  AdrefReferences *references = &bench->references[side];
  GString *key = bench->key;
  g_string_truncate(key, 0);
  gboolean numbered = adref_key_append_words(key, node, references);
  guint content = adref_lexicon_number(bench->contents, WITHOUT_NUMBERS, key->str, key->len);
  AdrefUnit unit = {
      .content = content, .exact = content, .kind = node->type, .weight = (guint)key->len};
  if (!numbered)
    return unit;
  g_string_truncate(key, 0);
  adref_key_append(key, node, references);
  unit.exact = adref_lexicon_number(bench->contents, WITH_NUMBERS, key->str, key->len);
  return unit;
}

void adref_bench_forget(AdrefBench *bench)
{
  adref_lexicon_free(bench->contents);
  bench->contents = adref_lexicon_new();
}

static gboolean holds_blocks(const AdrefNode *node)
{
  return node->type == ADREF_LIST || node->type == ADREF_ITEM || node->type == ADREF_QUOTE;
}

static gboolean holds_words(const AdrefNode *node)
{
  return node->type == ADREF_PARAGRAPH || node->type == ADREF_HEADING;
}

void adref_bench_cut(AdrefBench *bench, const AdrefNode *node, guint side)
{
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !holds_words(walk.node))
      continue;
    adref_store_cut(bench->store, side, walk.node, &bench->references[side]);
    adref_walk_skip(&walk);
  }
}

void adref_bench_fill(AdrefBench *bench, const AdrefNode *node, guint side, AdrefUnit *unit)
{
  GArray *ids = bench->ids;
  g_array_set_size(ids, 0);
  AdrefWalk walk = adref_walk(node);
  while (ids->len < MAX_WORDS && adref_walk_next(&walk)) {
    if (!walk.entering || !holds_words(walk.node))
      continue;
    guint before = ids->len;
    adref_store_add_words(bench->store, side, walk.node, ids);
    if (ids->len > before && adref_enumerator_of(walk.node) > 0)
      g_array_remove_index(ids, before);
    adref_walk_skip(&walk);
  }
  guint length = MIN(ids->len, MAX_WORDS);
  unit->bag = adref_bag_new((const guint *)(gconstpointer)ids->data, length);
}

/* --- tasks --- */

/* A block of one side, and which node of its group it is in. */
typedef struct {
  const AdrefNode *node;
  guint part;
} Block;

/* Blocks still to be merged. */
typedef struct {
  GArray *old, *new;   /* of Block */
  GPtrArray *out;      /* of AdrefNode, by part */
  gboolean parted_old; /* the old side is the more numerous one */
} Task;

typedef struct {
  AdrefBench *bench;
  GArray *tasks; /* of Task: a stack */
  const Task *task;
  AdrefUnits old, new;
  guint *mates;     /* by old block */
  guint *new_whole; /* by new block: the old one that it is a later part of */
  guint *old_whole; /* by old block: the new one likewise */
  guint part;       /* where blocks are put */
} Merger;

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

static void add_task(Merger *self, const AdrefGroup *group)
{
  Task task = {blocks_of(group->old, group->old_count), blocks_of(group->new, group->new_count),
               g_ptr_array_new(), group->old_count > group->new_count};
  for (guint i = 0; i < MAX(group->old_count, group->new_count); i++)
    g_ptr_array_add(task.out, group->out[i]);
  g_array_append_val(self->tasks, task);
}

static void task_clear(Task *task)
{
  g_array_unref(task->old);
  g_array_unref(task->new);
  g_ptr_array_unref(task->out);
}

static const Block *old_block(const Merger *self, guint i)
{
  return &g_array_index(self->task->old, Block, i);
}

static const Block *new_block(const Merger *self, guint j)
{
  return &g_array_index(self->task->new, Block, j);
}

/* --- pairing --- */

static AdrefUnits units_of(AdrefBench *bench, const GArray *blocks, guint side)
{
  AdrefUnit *units = g_new0(AdrefUnit, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    units[i] = adref_bench_unit(bench, g_array_index(blocks, Block, i).node, side);
  return (AdrefUnits){units, blocks->len};
}

static void units_clear(AdrefUnits units)
{
  for (guint i = 0; i < units.length; i++)
    adref_bag_free(units.units[i].bag);
  g_free((gpointer)(guintptr)units.units);
}

/* Fills the bags of blocks that did not stay the same. A block of code or a note is known by its
 * content alone. */
static void fill_bags(AdrefBench *bench, const GArray *blocks, guint side, AdrefUnits units,
                      const guint8 *same)
{
  for (guint i = 0; i < units.length; i++) {
    const AdrefNode *node = g_array_index(blocks, Block, i).node;
    AdrefUnit *unit = (AdrefUnit *)(guintptr)units.units + i;
    if (same[i])
      continue;
    if (holds_blocks(node) || holds_words(node))
      adref_bench_fill(bench, node, side, unit);
    else
      unit->bag = adref_bag_new(NULL, 0);
  }
}

static void pair_similar(Merger *self)
{
  AdrefBench *bench = self->bench;
  g_autofree guint8 *old_same = g_new0(guint8, self->old.length + 1);
  g_autofree guint8 *new_same = g_new0(guint8, self->new.length + 1);
  g_autofree guint *weights = g_new(guint, self->old.length + 1);
  for (guint i = 0; i < self->old.length; i++) {
    weights[i] = self->old.units[i].weight;
    if (self->mates[i] != ADREF_NO_MATE)
      old_same[i] = new_same[self->mates[i]] = TRUE;
  }
  fill_bags(bench, self->task->old, 0, self->old, old_same);
  fill_bags(bench, self->task->new, 1, self->new, new_same);
  adref_pair_similar(bench->pairer, self->old, self->new, FALSE, self->mates);
  adref_keep_order(self->mates, self->old.length, weights);
}

static void invert(const guint *mates, guint length, guint *with, guint with_length)
{
  for (guint j = 0; j < with_length; j++)
    with[j] = ADREF_NO_MATE;
  for (guint i = 0; i < length; i++)
    if (mates[i] != ADREF_NO_MATE)
      with[mates[i]] = i;
}

/* Lists are not divided: their items are. */
static void keep_divisible(const GArray *blocks, guint *wholes)
{
  for (guint i = 0; i < blocks->len; i++) {
    AdrefNodeType type = g_array_index(blocks, Block, i).node->type;
    if (type != ADREF_PARAGRAPH && type != ADREF_ITEM)
      wholes[i] = ADREF_NO_MATE;
  }
}

static void pair_parts(Merger *self)
{
  g_autofree guint *with = g_new(guint, self->new.length + 1);
  adref_pair_parts(self->bench->pairer, self->old, self->new, self->mates, self->mates,
                   self->new_whole);
  invert(self->mates, self->old.length, with, self->new.length);
  adref_pair_parts(self->bench->pairer, self->new, self->old, with, with, self->old_whole);
  invert(with, self->new.length, self->mates, self->old.length);
  keep_divisible(self->task->new, self->new_whole);
  keep_divisible(self->task->old, self->old_whole);
}

static void pair(Merger *self)
{
  for (guint i = 0; i < self->old.length; i++)
    self->mates[i] = self->old_whole[i] = ADREF_NO_MATE;
  for (guint j = 0; j < self->new.length; j++)
    self->new_whole[j] = ADREF_NO_MATE;
  adref_pair_same(self->bench->aligner, self->old, self->new, FALSE, self->mates);
  pair_similar(self);
  pair_parts(self);
}

/* --- putting blocks --- */

static AdrefNode *out(const Merger *self)
{
  return self->task->out->pdata[self->part];
}

static void put_one(Merger *self, const Block *block, AdrefMark mark)
{
  if (self->task->parted_old == (mark == ADREF_DELETED))
    self->part = MAX(self->part, block->part);
  adref_node_append(out(self), adref_node_copy_tree(block->node, mark));
}

static AdrefNode *put_copy(Merger *self, const AdrefNode *node, AdrefMark mark)
{
  AdrefNode *copy = adref_node_copy(node);
  copy->mark = mark;
  adref_node_append(out(self), copy);
  return copy;
}

/* A node in both texts, around its former self where its attributes changed; gives the inner one.
 */
static AdrefNode *put_both(Merger *self, const AdrefNode *old, const AdrefNode *new)
{
  if (adref_key_equal(old, new))
    return put_copy(self, new, ADREF_KEPT);
  AdrefNode *now = put_copy(self, new, ADREF_WRAPPED), *before = adref_node_copy(old);
  before->mark = ADREF_UNWRAPPED;
  adref_node_append(now, before);
  return before;
}

/* The tokens of blocks that are one redline, with breaks between. */
static AdrefTokenRow join_tokens(AdrefBench *bench, const AdrefNode *const *blocks, guint count,
                                 guint side)
{
  if (count == 1)
    return adref_store_row(bench->store, side, blocks[0]);
  GArray *tokens = bench->tokens[side];
  g_array_set_size(tokens, 0);
  for (guint i = 0; i < count; i++) {
    if (i > 0)
      adref_tokens_add_break(blocks[i], tokens);
    adref_tokens_append(tokens, adref_store_row(bench->store, side, blocks[i]));
  }
  return adref_tokens_row(tokens);
}

static void put_group(Merger *self, const AdrefGroup *group)
{
  AdrefBench *bench = self->bench;
  if (!holds_words(group->new[0])) {
    add_task(self, group);
    return;
  }
  AdrefTokenRow old = join_tokens(bench, group->old, group->old_count, 0);
  AdrefTokenRow new = join_tokens(bench, group->new, group->new_count, 1);
  adref_weave(bench->aligner, old, new, group->out);
}

/* Puts a pair with the later parts that one side may have. */
static void put_pair(Merger *self, guint i, guint j, guint old_end, guint new_end)
{
  const Block *old = old_block(self, i), *new = new_block(self, j);
  gboolean parted_old = old_end - i > 1;
  g_autoptr(GPtrArray) olds = g_ptr_array_new(), news = g_ptr_array_new();
  g_autoptr(GPtrArray) outs = g_ptr_array_new();
  self->part = MAX(self->part, self->task->parted_old ? old->part : new->part);
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
    const Block *later = parted_old ? old_block(self, i + k) : new_block(self, j + k);
    if (parted_old == self->task->parted_old)
      self->part = MAX(self->part, later->part);
    g_ptr_array_add(outs,
                    put_copy(self, later->node, parted_old ? ADREF_UNWRAPPED : ADREF_WRAPPED));
  }
  AdrefGroup group = {(const AdrefNode *const *)olds->pdata, (const AdrefNode *const *)news->pdata,
                      olds->len, news->len, (AdrefNode *const *)outs->pdata};
  put_group(self, &group);
}

static guint end_of_parts(const guint *wholes, guint length, guint at, guint whole)
{
  guint end = at + 1;
  while (end < length && wholes[end] == whole)
    end++;
  return end;
}

static void put_all(Merger *self)
{
  guint new_at = 0;
  for (guint i = 0; i <= self->old.length; i++) {
    gboolean last = i == self->old.length;
    if (!last && self->mates[i] == ADREF_NO_MATE) {
      put_one(self, old_block(self, i), ADREF_DELETED);
      continue;
    }
    guint j = last ? self->new.length : self->mates[i];
    while (new_at < j)
      put_one(self, new_block(self, new_at++), ADREF_INSERTED);
    if (last)
      break;
    guint old_end = end_of_parts(self->old_whole, self->old.length, i, j);
    new_at = old_end > i + 1 ? j + 1 : end_of_parts(self->new_whole, self->new.length, j, i);
    put_pair(self, i, j, old_end, new_at);
    i = old_end - 1;
  }
}

/* One block of a kind on each side is the same block, however much it changed. */
static gboolean is_single_pair(const Task *task)
{
  if (task->old->len != 1 || task->new->len != 1)
    return FALSE;
  const AdrefNode *old = g_array_index(task->old, Block, 0).node;
  const AdrefNode *new = g_array_index(task->new, Block, 0).node;
  return old->type == new->type && (holds_blocks(new) || holds_words(new));
}

static void put_single(Merger *self)
{
  const AdrefNode *old = old_block(self, 0)->node, *new = new_block(self, 0)->node;
  self->part = MAX(old_block(self, 0)->part, new_block(self, 0)->part);
  AdrefNode *both = put_both(self, old, new);
  put_group(self, &(AdrefGroup){&old, &new, 1, 1, &both});
}

static void run(Merger *self, const Task *task)
{
  AdrefBench *bench = self->bench;
  self->task = task;
  self->part = 0;
  if (is_single_pair(task)) {
    put_single(self);
    return;
  }
  self->old = units_of(bench, task->old, 0);
  self->new = units_of(bench, task->new, 1);
  self->mates = g_new(guint, self->old.length + 1);
  self->old_whole = g_new(guint, self->old.length + 1);
  self->new_whole = g_new(guint, self->new.length + 1);
  pair(self);
  put_all(self);
  units_clear(self->old);
  units_clear(self->new);
  g_free(self->mates);
  g_free(self->old_whole);
  g_free(self->new_whole);
}

void adref_merge_blocks(AdrefBench *bench, const AdrefGroup *group)
{
  Merger merger = {.bench = bench, .tasks = g_array_new(FALSE, FALSE, sizeof(Task))};
  add_task(&merger, group);
  while (merger.tasks->len > 0) {
    Task task = g_array_index(merger.tasks, Task, merger.tasks->len - 1);
    g_array_set_size(merger.tasks, merger.tasks->len - 1);
    run(&merger, &task);
    task_clear(&task);
  }
  g_array_unref(merger.tasks);
}
