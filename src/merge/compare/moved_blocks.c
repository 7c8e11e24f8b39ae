#include "merge/compare/moved_blocks.h"

#include <string.h>

#include "clause/change.h"
#include "merge/compare/moved_blocks_private.h"
#include "merge/content_key.h"

enum {
  MIN_PART_BYTES = 2, /* marked bytes that a kept block needs to hold a part of another one */
  MAX_DEPTH = 64      /* nodes around a block that is matched */
};

/* --- the blocks --- */

static void add_leaf(AdrefMovedBlocks *self, guint side, AdrefNode *block, guint gap, guint depth)
{
  gboolean alone = block->mark == ADREF_DELETED || block->mark == ADREF_INSERTED;
  guint twin = alone ? ADREF_NO_MATCH : adref_moved_leaf_count(self, 1 - side) - side;
  AdrefMovedLeaf leaf = {block, alone ? block : NULL, gap, twin, depth > MAX_DEPTH};
  g_array_append_val(self->leaves[side], leaf);
  self->alone[side] += alone ? 1 : 0;
}

/* Clauses that moved as a whole have no place among the others. */
static gboolean is_moved(const AdrefNode *node)
{
  return node->type == ADREF_CLAUSE && node->as.clause->change &&
         node->as.clause->change->type == ADREF_CHANGE_MOVED;
}

/* A clause that did not change keeps its place as one block. */
static gboolean is_unchanged(const AdrefNode *node)
{
  return node->type == ADREF_CLAUSE && node->mark == ADREF_KEPT && !node->as.clause->change;
}

static gboolean has_words(const AdrefNode *node)
{
  return adref_node_holds_inlines(node) || node->type == ADREF_CODE_BLOCK;
}

static void collect(AdrefMovedBlocks *self, const AdrefNode *redline)
{
  guint gap = 0, depth = 0;
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    depth = walk.entering ? depth + 1 : depth - 1;
    if (!walk.entering || (!is_moved(node) && !is_unchanged(node) && !has_words(node)))
      continue;
    adref_walk_skip(&walk);
    if (is_moved(node))
      continue;
    gboolean both = node->mark != ADREF_DELETED && node->mark != ADREF_INSERTED;
    gap += both ? 1 : 0;
    if (both || node->mark == ADREF_DELETED)
      add_leaf(self, 0, node, gap, depth);
    if (both || node->mark == ADREF_INSERTED)
      add_leaf(self, 1, node, gap, depth);
  }
}

static gsize marked_bytes(const AdrefNode *block, AdrefChangeMark mark)
{
  gsize bytes = 0;
  for (const AdrefNode *child = block->first; child; child = child->next)
    if (child->mark == mark)
      bytes += child->type == ADREF_TEXT ? child->length : MIN_PART_BYTES;
  return bytes;
}

static gboolean is_whole_clause(const AdrefNode *block)
{
  return block->parent->type == ADREF_CLAUSE && !block->prev && !block->next;
}

gboolean adref_moved_leaf_were_compared(const AdrefNode *old, const AdrefNode *new)
{
  return old->type == new->type &&is_whole_clause(old) && is_whole_clause(new);
}

/* A paragraph that both texts have may hold, in one of them, the words of a block beside it that
 * the other text has. */
static void open_kept(AdrefMovedBlocks *self, guint side, guint i)
{
  AdrefMovedLeaf *leaf = adref_moved_leaf_at(self, side, i);
  AdrefChangeMark other = side == 0 ? ADREF_INSERTED : ADREF_DELETED;
  if (leaf->text || leaf->block->mark != ADREF_KEPT || leaf->block->type == ADREF_TABLE_CELL ||
      marked_bytes(leaf->block, other) < MIN_PART_BYTES)
    return;
  adref_moved_leaf_at(self, side, i)->text =
      side == 0 ? adref_reject_block(leaf->block) : adref_accept_block(leaf->block);
  AdrefMovedLeaf *twin = adref_moved_leaf_at(self, 1 - side, leaf->twin);
  twin->text = side == 0 ? adref_accept_block(leaf->block) : adref_reject_block(leaf->block);
  g_ptr_array_add(self->copies, leaf->text);
  g_ptr_array_add(self->copies, twin->text);
}

static void open_neighbours(AdrefMovedBlocks *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < adref_moved_leaf_count(self, side); i++) {
      const AdrefNode *block = adref_moved_leaf_at(self, side, i)->block;
      if (!adref_moved_leaf_is_alone(adref_moved_leaf_at(self, side, i)))
        continue;
      if (i > 0 &&
          !adref_moved_leaf_were_compared(block, adref_moved_leaf_at(self, side, i - 1)->block))
        open_kept(self, side, i - 1);
      if (i + 1 < adref_moved_leaf_count(self, side) &&
          !adref_moved_leaf_were_compared(block, adref_moved_leaf_at(self, side, i + 1)->block))
        open_kept(self, side, i + 1);
    }
}

/* Whether a block of one text could match one of the other that was not compared with it. */
static gboolean has_new_pairs(const AdrefMovedBlocks *self)
{
  const AdrefNode *first = NULL;
  if (self->alone[0] == 0 || self->alone[1] == 0)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < adref_moved_leaf_count(self, side); i++) {
      const AdrefNode *block = adref_moved_leaf_at(self, side, i)->block;
      if (!adref_moved_leaf_is_alone(adref_moved_leaf_at(self, side, i)))
        continue;
      first = first ? first : block;
      if (!adref_moved_leaf_were_compared(first, block))
        return TRUE;
    }
  return FALSE;
}

static void tokenize(AdrefMovedBlocks *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < adref_moved_leaf_count(self, side); i++)
      if (adref_moved_leaf_at(self, side, i)->text)
        adref_diff_worker_tokenize(&self->worker, adref_moved_leaf_at(self, side, i)->text, side);
  adref_token_cache_unify_ids(self->worker.cache);
}

/* --- matching --- */

/* The content of the inlines of a block, whatever the block is. */
static guint content_of(AdrefMovedBlocks *self, const AdrefNode *block, guint side, guint *weight)
{
  GString *key = self->worker.key;
  g_string_truncate(key, 0);
  if (block->type == ADREF_CODE_BLOCK)
    g_string_append_len(key, block->text, (gssize)block->length);
  for (const AdrefNode *child = block->first; child; child = child->next)
    adref_content_key_append(key, child, &self->worker.references[side]);
  *weight = (guint)key->len;
  return adref_interner_intern(self->worker.contents, 0, key->str, key->len);
}

/* Blocks of both texts are matched from the start; each has a content that no other has, and so
 * have deep ones. */
static void make_units(AdrefMovedBlocks *self, guint side)
{
  guint count = adref_moved_leaf_count(self, side);
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, count + 1);
  for (guint i = 0; i < count; i++) {
    const AdrefMovedLeaf *leaf = adref_moved_leaf_at(self, side, i);
    AdrefMatchUnit *unit = units + i;
    if (leaf->text && !leaf->deep)
      adref_diff_worker_set_bag(&self->worker, leaf->text, side, unit);
    else if (leaf->deep)
      unit->bag = adref_word_bag_new(NULL, 0);
    if (leaf->deep)
      unit->content = adref_interner_intern(self->worker.contents, (guint8)(1 + side),
                                            (const char *)&i, sizeof i);
    else if (adref_moved_leaf_is_alone(leaf))
      unit->content = content_of(self, leaf->text, side, &unit->weight);
    else
      unit->content = G_MAXUINT / 4 * 3 + (side == 0 ? i : leaf->twin);
    unit->exact = unit->content;
  }
  self->units[side] = (AdrefMatchUnits){units, count};
}

static void match(AdrefMovedBlocks *self)
{
  AdrefDiffWorker *worker = &self->worker;
  guint olds = adref_moved_leaf_count(self, 0), news = adref_moved_leaf_count(self, 1);
  self->matches = g_new(guint, olds + 1);
  self->parts[0] = g_new(guint, olds + 1);
  self->parts[1] = g_new(guint, news + 1);
  for (guint i = 0; i < olds; i++)
    self->matches[i] = adref_moved_leaf_at(self, 0, i)->twin;
  adref_match_units_identical(worker->aligner, self->units[0], self->units[1], TRUE, self->matches);
  adref_match_units_similar(worker->matcher, self->units[0], self->units[1], TRUE, self->matches);
}

static void match_parts(AdrefMovedBlocks *self)
{
  AdrefUnitMatcher *matcher = self->worker.matcher;
  guint olds = adref_moved_leaf_count(self, 0), news = adref_moved_leaf_count(self, 1);
  adref_match_units_split(matcher, self->units[0], self->units[1], NULL, self->matches,
                          self->matches, self->parts[1]);
  g_autofree guint *inverse = g_new(guint, news + 1);
  adref_matches_invert(self->matches, olds, inverse, news);
  adref_match_units_split(matcher, self->units[1], self->units[0], self->parts[1], inverse, inverse,
                          self->parts[0]);
  adref_moved_block_rows_complete(self, inverse, 1);
  adref_matches_invert(inverse, news, self->matches, olds);
  adref_moved_block_rows_complete(self, self->matches, 0);
}

/* Whether the two places of a match are between the same blocks, and in order with others there. */
static guint8 *find_near(const AdrefMovedBlocks *self)
{
  guint olds = adref_moved_leaf_count(self, 0);
  guint8 *near = g_new0(guint8, olds + 1);
  g_autofree guint *ordered = g_new(guint, olds + 1), *weights = g_new(guint, olds + 1);
  for (guint i = 0; i < olds; i++) {
    guint j = self->matches[i];
    weights[i] = self->units[0].units[i].weight + 1;
    ordered[i] = j != ADREF_NO_MATCH && adref_moved_leaf_at(self, 0, i)->gap ==
                                            adref_moved_leaf_at(self, 1, j)->gap
                     ? j
                     : ADREF_NO_MATCH;
  }
  adref_keep_increasing_matches(ordered, olds, weights);
  for (guint i = 0; i < olds; i++)
    near[i] = ordered[i] != ADREF_NO_MATCH;
  return near;
}

static void moved_blocks_clear(AdrefMovedBlocks *self)
{
  for (guint side = 0; side < 2; side++) {
    for (guint i = 0; self->units[side].units && i < self->units[side].length; i++)
      adref_word_bag_free(self->units[side].units[i].bag);
    g_free((gpointer)(guintptr)self->units[side].units);
    g_array_unref(self->leaves[side]);
    g_free(self->parts[side]);
  }
  g_free(self->matches);
  g_ptr_array_unref(self->copies);
  g_ptr_array_unref(self->retired);
  g_hash_table_unref(self->matched);
  g_hash_table_unref(self->covered);
  g_hash_table_unref(self->noted);
  g_ptr_array_unref(self->left);
}

static void find(AdrefMovedBlocks *self, const AdrefNode *old, const AdrefNode *new,
                 const char *language)
{
  open_neighbours(self);
  if (!has_new_pairs(self) && self->copies->len == 0)
    return;
  adref_diff_worker_init(&self->worker, old, new, language);
  tokenize(self);
  make_units(self, 0);
  make_units(self, 1);
  match(self);
  adref_moved_block_rows_match(self);
  match_parts(self);
  g_autofree guint8 *near = find_near(self);
  adref_moved_blocks_put(self, near);
  adref_diff_worker_clear(&self->worker);
}

GPtrArray *adref_moved_blocks_find(AdrefNode *redline, const AdrefNode *old, const AdrefNode *new,
                                   const char *language)
{
  AdrefMovedBlocks self = {
      .copies = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free),
      .retired = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free),
      .matched = g_hash_table_new(NULL, NULL),
      .covered = g_hash_table_new(NULL, NULL),
      .clauses = g_ptr_array_new(),
      .noted = g_hash_table_new(NULL, NULL),
      .left = g_ptr_array_new()};
  for (guint side = 0; side < 2; side++)
    self.leaves[side] = g_array_new(FALSE, FALSE, sizeof(AdrefMovedLeaf));
  collect(&self, redline);
  if (self.alone[0] + self.alone[1] > 0)
    find(&self, old, new, language);
  moved_blocks_clear(&self);
  return self.clauses;
}
