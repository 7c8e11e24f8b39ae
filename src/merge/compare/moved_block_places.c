#include <string.h>

#include "clause/change.h"
#include "clause/node_copy.h"
#include "merge/compare/block_diff.h"
#include "merge/compare/column_matching.h"
#include "merge/compare/interleave.h"
#include "merge/compare/moved_blocks_private.h"

enum {
  MIN_WORDS = 5,  /* words that a block needs to be shown as moved */
  MIN_BYTES = 24, /* or bytes, in scripts without spaces */
  MIN_SHARE = 3   /* at least one word in so many has to be the same */
};

/* Whether a block still stands in the redline with its words. */
static gboolean is_open(const AdrefMovedLeaf *leaf)
{
  const AdrefNode *outer = leaf->block;
  gboolean has_words = outer->first || (outer->type == ADREF_CODE_BLOCK && outer->text);
  if (!leaf->text || !has_words || adref_change_move_of(outer))
    return FALSE;
  while (outer && outer->type != ADREF_CLAUSE)
    outer = outer->parent;
  return outer != NULL;
}

static void retire_children(AdrefMovedBlocks *self, AdrefNode *node)
{
  while (node->first) {
    g_ptr_array_add(self->retired, node->first);
    adref_node_unlink(node->first);
  }
}

/* Puts a node into the place of another one. */
static void replace(AdrefMovedBlocks *self, AdrefNode *node, AdrefNode *with)
{
  adref_node_insert_before(node, with);
  adref_node_unlink(node);
  g_ptr_array_add(self->retired, node);
}

static void note_clause(AdrefMovedBlocks *self, AdrefNode *node)
{
  while (node->type != ADREF_CLAUSE)
    node = node->parent;
  if (g_hash_table_add(self->noted, node))
    g_ptr_array_add(self->clauses, node);
}

/* What only the new text has around words of both. */
static void wrap_around(AdrefNode *node)
{
  for (AdrefNode *outer = node->parent; outer && outer->mark == ADREF_INSERTED;
       outer = outer->parent)
    outer->mark = ADREF_WRAPPED;
}

/* An old place that is a container gets an empty block, so that outputs have one to write in. */
static void put_empty(AdrefNode *from)
{
  static const AdrefNodeType inner[] = {[ADREF_LIST] = ADREF_ITEM,
                                        [ADREF_ITEM] = ADREF_PARAGRAPH,
                                        [ADREF_QUOTE] = ADREF_PARAGRAPH,
                                        [ADREF_TABLE] = ADREF_TABLE_ROW,
                                        [ADREF_TABLE_ROW] = ADREF_TABLE_CELL};
  while (!adref_node_holds_inlines(from)) {
    AdrefNode *empty = adref_node_new(inner[from->type]);
    empty->mark = ADREF_DELETED;
    adref_node_append(from, empty);
    from = empty;
  }
}

static void set_move(AdrefMovedBlocks *self, AdrefNode *from, AdrefNode *const *to, guint count,
                     gboolean far)
{
  retire_children(self, from);
  if (from->type == ADREF_CODE_BLOCK)
    adref_node_take_text(from, NULL, 0);
  put_empty(from);
  adref_change_set_move(from, to, count, far);
  g_ptr_array_add(self->left, from);
  note_clause(self, from);
  for (guint i = 0; i < count; i++) {
    wrap_around(to[i]);
    note_clause(self, to[i]);
  }
}

/* The words of a redline by their mark, in bytes. */
static void count_bytes(const AdrefNode *root, gsize *kept, gsize *marked)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->text)
      *(walk.node->mark == ADREF_KEPT ? kept : marked) += walk.node->length;
}

/* A copy without words. */
static AdrefNode *copy_kept(const AdrefNode *node)
{
  AdrefNode *copy = adref_node_copy(node);
  if (copy->type == ADREF_CODE_BLOCK)
    adref_node_take_text(copy, NULL, 0);
  copy->mark = ADREF_KEPT;
  return copy;
}

/* Puts a pair of blocks of one kind, or of two blocks with inlines, at the new place. */
static void put_pair(AdrefMovedBlocks *self, AdrefNode *old, AdrefNode *new, gboolean far)
{
  AdrefNode *both = copy_kept(new);
  const AdrefNode *olds[] = {old}, *news[] = {new};
  AdrefBlockGroup group = {olds, news, 1, 1, &both};
  if (adref_node_holds_inlines(new) || new->type == ADREF_CODE_BLOCK)
    adref_interleave(self->worker.aligner, adref_diff_worker_tokens(&self->worker, olds, 1, 0),
                     adref_diff_worker_tokens(&self->worker, news, 1, 1), &both);
  else
    adref_block_diff(&self->worker, &group);
  gsize kept = 0, marked = 0;
  count_bytes(both, &kept, &marked);
  if (kept * 2 * (MIN_SHARE - 1) < marked) {
    adref_node_free(both);
    return;
  }
  replace(self, new, both);
  set_move(self, old, &both, 1, far);
}

/* --- containers --- */

static gboolean is_container(const AdrefNode *node, AdrefChangeMark mark)
{
  return node && node->mark == mark &&
         (node->type == ADREF_ITEM || node->type == ADREF_QUOTE || node->type == ADREF_LIST ||
          node->type == ADREF_TABLE || node->type == ADREF_TABLE_ROW);
}

static gboolean is_below(const AdrefNode *node, const AdrefNode *root)
{
  while (node && node != root)
    node = node->parent;
  return node != NULL;
}

/* Rows are known by their first cell. */
static gboolean have_one_key(const AdrefMovedBlocks *self, const AdrefNode *old,
                             const AdrefNode *new)
{
  return old->type == ADREF_TABLE_ROW && old->first &&
         new->first &&g_hash_table_lookup(self->matched, old->first) == new->first;
}

/* Whether most words of both containers are in blocks that match, or both are rows with one first
 * cell, and none match elsewhere. */
static gboolean covers(const AdrefMovedBlocks *self, const AdrefNode *old, const AdrefNode *new)
{
  gsize all = 0, shared = 0;
  for (guint side = 0; side < 2; side++) {
    const AdrefNode *here = side == 0 ? old : new, *there = side == 0 ? new : old;
    AdrefWalk walk = adref_walk(here);
    while (adref_walk_next(&walk)) {
      if (walk.entering && adref_change_move_of(walk.node))
        return FALSE;
      if (!walk.entering || !adref_node_holds_inlines(walk.node))
        continue;
      const AdrefNode *other = g_hash_table_lookup(self->matched, walk.node);
      g_autofree char *words = adref_node_words(walk.node);
      gsize length = strlen(words);
      if (other && !is_below(other, there))
        return FALSE;
      all += length;
      shared += other ? length : 0;
    }
  }
  return shared * 2 > all || have_one_key(self, old, new);
}

static gboolean same_columns(const AdrefNode *old, const AdrefNode *new)
{
  guint news;
  g_autoptr(GArray) columns =
      old->type == ADREF_TABLE_ROW ? adref_column_matches_of_rows(old, new, &news) : NULL;
  return old->type != ADREF_TABLE_ROW || columns;
}

/* The INSERTED container that has the blocks of a DELETED one, or NULL. */
static AdrefNode *covered(AdrefMovedBlocks *self, AdrefNode *old, AdrefNode *new)
{
  gpointer found;
  if (g_hash_table_lookup_extended(self->covered, old, NULL, &found))
    return found == new ? new : NULL;
  gboolean same = old->type == new->type &&same_columns(old, new) && covers(self, old, new);
  g_hash_table_insert(self->covered, old, same ? new : NULL);
  return same ? new : NULL;
}

/* Climbs from two blocks to the containers that moved as a whole. */
static void climb(AdrefMovedBlocks *self, AdrefNode **old, AdrefNode **new)
{
  for (;;) {
    AdrefNode *before = (*old)->parent, *now = (*new)->parent;
    if (!is_container(before, ADREF_DELETED) || !is_container(now, ADREF_INSERTED) ||
        !covered(self, before, now))
      return;
    *old = before;
    *new = now;
  }
}

static void remember_matches(AdrefMovedBlocks *self)
{
  for (guint i = 0; i < adref_moved_leaf_count(self, 0); i++) {
    guint j = self->matches[i];
    if (j == ADREF_NO_MATCH || !adref_moved_leaf_is_alone(adref_moved_leaf_at(self, 0, i)))
      continue;
    AdrefNode *old = adref_moved_leaf_at(self, 0, i)->block,
              *new = adref_moved_leaf_at(self, 1, j)->block;
    g_hash_table_insert(self->matched, old, new);
    g_hash_table_insert(self->matched, new, old);
  }
}

/* --- blocks that were divided or joined --- */

typedef struct {
  GPtrArray *blocks, *texts; /* of AdrefNode */
} PartList;

static PartList part_list(void)
{
  return (PartList){g_ptr_array_new(), g_ptr_array_new()};
}

static void part_list_clear(PartList *list)
{
  g_ptr_array_unref(list->blocks);
  g_ptr_array_unref(list->texts);
}

static void add_part(const AdrefMovedBlocks *self, PartList *list, guint side, guint i)
{
  g_ptr_array_add(list->blocks, adref_moved_leaf_at(self, side, i)->block);
  g_ptr_array_add(list->texts, adref_moved_leaf_at(self, side, i)->text);
}

/* The old place of a block: the DELETED block, or a new one before the block that both texts have.
 */
static AdrefNode *old_place(AdrefNode *block)
{
  if (block->mark == ADREF_DELETED)
    return block;
  AdrefNode *place = copy_kept(block);
  place->mark = ADREF_DELETED;
  adref_node_insert_before(block, place);
  return place;
}

/* The blocks of the redline that the words of a group are put into, in detached nodes. */
static AdrefNode **new_blocks(const PartList *olds, const PartList *news)
{
  guint count = MAX(olds->blocks->len, news->blocks->len);
  AdrefNode **out = g_new(AdrefNode *, count);
  for (guint i = 0; i < count; i++) {
    gboolean later = i >= news->blocks->len;
    out[i] = later ? adref_node_new(ADREF_PARAGRAPH) : copy_kept(news->blocks->pdata[i]);
    out[i]->mark = later ? ADREF_UNWRAPPED : ADREF_KEPT;
  }
  return out;
}

static void insert_behind(AdrefNode *sibling, AdrefNode *node)
{
  if (sibling->next)
    adref_node_insert_before(sibling->next, node);
  else
    adref_node_append(sibling->parent, node);
}

/* Whether enough words stayed, against those that are marked: parts that changed their order are no
 * parts. */
static gboolean is_worth_reading(AdrefNode *const *blocks, guint count)
{
  gsize kept = 0, marked = 0;
  for (guint i = 0; i < count; i++)
    count_bytes(blocks[i], &kept, &marked);
  return 2 * kept >= marked;
}

/* Puts the redline of blocks that were joined or divided at the new places. FALSE: so much of it
 * would be marked that nothing was put. */
static gboolean put_group(AdrefMovedBlocks *self, const PartList *olds, const PartList *news)
{
  AdrefDiffWorker *worker = &self->worker;
  guint old_count = olds->blocks->len, new_count = news->blocks->len;
  g_autofree AdrefNode **out = new_blocks(olds, news);
  g_autofree AdrefNode **from = g_new(AdrefNode *, old_count);
  adref_interleave(
      worker->aligner,
      adref_diff_worker_tokens(worker, (const AdrefNode *const *)olds->texts->pdata, old_count, 0),
      adref_diff_worker_tokens(worker, (const AdrefNode *const *)news->texts->pdata, new_count, 1),
      out);
  if (!is_worth_reading(out, MAX(old_count, new_count))) {
    for (guint i = 0; i < MAX(old_count, new_count); i++)
      adref_node_free(out[i]);
    return FALSE;
  }
  for (guint i = 0; i < old_count; i++)
    from[i] = old_place(olds->blocks->pdata[i]);
  for (guint i = 0; i < new_count; i++)
    replace(self, news->blocks->pdata[i], out[i]);
  for (guint i = old_count; i-- > new_count;)
    insert_behind(out[0], out[i]);
  if (new_count > 1) {
    set_move(self, from[0], out, new_count, FALSE);
    return TRUE;
  }
  for (guint i = 0; i < old_count; i++)
    set_move(self, from[i], &out[i], 1, FALSE);
  return TRUE;
}

/* Whether the leaves from `first` on that are parts of a leaf are all at its place. */
static gboolean are_near(const AdrefMovedBlocks *self, guint side, guint whole, guint first,
                         guint count)
{
  guint gap = adref_moved_leaf_at(self, side, whole)->gap;
  for (guint i = first; i < first + count; i++) {
    guint other = adref_moved_leaf_at(self, 1 - side, i)->gap;
    if (other + 1 < gap || other > gap + 1)
      return FALSE;
  }
  return TRUE;
}

static guint count_parts(const AdrefMovedBlocks *self, guint side, guint whole, guint first)
{
  guint count = 1;
  while (first + count < adref_moved_leaf_count(self, side) &&
         self->parts[side][first + count] == whole)
    count++;
  return count;
}

/* Puts a leaf of one side that was divided on the other. FALSE: it was not. */
static gboolean put_parts(AdrefMovedBlocks *self, guint side, guint whole, guint first)
{
  guint count = count_parts(self, 1 - side, whole, first);
  if (count < 2 || !is_open(adref_moved_leaf_at(self, side, whole)) ||
      !are_near(self, side, whole, first, count))
    return FALSE;
  guint twin = adref_moved_leaf_at(self, side, whole)->twin;
  if (twin != ADREF_NO_MATCH && (twin < first || twin >= first + count))
    return FALSE;
  for (guint i = first; i < first + count; i++) {
    const AdrefMovedLeaf *part = adref_moved_leaf_at(self, 1 - side, i);
    if (!is_open(part) || (part->twin != ADREF_NO_MATCH && part->twin != whole))
      return FALSE;
  }
  AdrefNodeType type = adref_moved_leaf_at(self, side, whole)->block->type;
  if (side == 1 && type != ADREF_PARAGRAPH && type != ADREF_CODE_BLOCK)
    return FALSE;
  PartList wholes = part_list(), parts = part_list();
  add_part(self, &wholes, side, whole);
  for (guint i = first; i < first + count; i++)
    add_part(self, &parts, 1 - side, i);
  gboolean put = side == 0 ? put_group(self, &wholes, &parts) : put_group(self, &parts, &wholes);
  part_list_clear(&wholes);
  part_list_clear(&parts);
  return put;
}

/* --- what is left at old places --- */

/* Counts the children of a container, once. */
static guint count_children(GHashTable *counts, const AdrefNode *parent)
{
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, parent));
  for (const AdrefNode *child = count > 0 ? NULL : parent->first; child; child = child->next)
    count++;
  g_hash_table_insert(counts, (gpointer)(guintptr)parent, GUINT_TO_POINTER(count));
  return count;
}

/* A container in which only old places are left is one too. */
static void leave_containers(AdrefMovedBlocks *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL), left = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) far = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < self->left->len; i++) {
    AdrefNode *place = self->left->pdata[i], *parent = place->parent;
    if (parent->mark != ADREF_DELETED)
      continue;
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(left, parent)) + 1;
    g_hash_table_insert(left, parent, GUINT_TO_POINTER(count));
    if (place->as.block.move->far)
      g_hash_table_add(far, parent);
    if (count != count_children(counts, parent))
      continue;
    gboolean away = g_hash_table_contains(far, parent);
    if (parent->type == ADREF_CLAUSE)
      parent->as.clause->change->near = !away;
    else {
      adref_change_set_move(parent, NULL, 0, away);
      g_ptr_array_add(self->left, parent);
    }
  }
}

static gboolean is_long(const AdrefMatchUnit *unit)
{
  return (unit->bag && unit->bag->length >= MIN_WORDS) || unit->weight >= 2 * MIN_BYTES;
}

/* The same for a container of short blocks. */
static gboolean has_many_words(const AdrefNode *container)
{
  guint spaces = 0;
  g_autofree char *words = adref_node_words(container);
  for (const char *at = words; *at; at++)
    spaces += *at == ' ' || *at == '\n' ? 1 : 0;
  return spaces + 1 >= MIN_WORDS || strlen(words) >= 2 * MIN_BYTES;
}

/* Whether so few words moved that deleting and inserting them is less to read. */
static gboolean is_short_move(const AdrefMovedBlocks *self, guint i, guint j, const AdrefNode *old,
                              const AdrefNode *new)
{
  gboolean is_row =
      old->type == ADREF_TABLE_ROW &&
      new->type == ADREF_TABLE_ROW &&g_hash_table_lookup(self->matched, old->first) == new->first;
  if (is_row)
    return !has_many_words(old) || !has_many_words(new);
  return !is_long(self->units[0].units + i) || !is_long(self->units[1].units + j);
}

static void put_match(AdrefMovedBlocks *self, guint i, guint j, gboolean near)
{
  AdrefNode *old = adref_moved_leaf_at(self, 0, i)->block,
            *new = adref_moved_leaf_at(self, 1, j)->block;
  if (!is_open(adref_moved_leaf_at(self, 0, i)) || !is_open(adref_moved_leaf_at(self, 1, j)) ||
      adref_moved_leaf_were_compared(old, new))
    return;
  climb(self, &old, &new);
  if (!near && is_short_move(self, i, j, old, new))
    return;
  put_pair(self, old, new, !near);
}

void adref_moved_blocks_put(AdrefMovedBlocks *self, const guint8 *near)
{
  remember_matches(self);
  for (guint i = 0; i < adref_moved_leaf_count(self, 0); i++) {
    guint j = self->matches[i];
    if (j == ADREF_NO_MATCH || put_parts(self, 0, i, j) || put_parts(self, 1, j, i))
      continue;
    if (adref_moved_leaf_is_alone(adref_moved_leaf_at(self, 0, i)) &&
        adref_moved_leaf_is_alone(adref_moved_leaf_at(self, 1, j)))
      put_match(self, i, j, near[i]);
  }
  leave_containers(self);
}
