#include "merge/moved_blocks.h"

#include <string.h>

#include "clause/change.h"
#include "clause/node_copy.h"
#include "merge/block_diff.h"
#include "merge/content_key.h"
#include "merge/interleave.h"

enum {
  MIN_WORDS = 5,       /* words that a block needs to be shown as moved */
  MIN_BYTES = 24,      /* or bytes, in scripts without spaces */
  MIN_SHARE = 3,       /* at least one word in so many has to be the same */
  MIN_PART_BYTES = 12, /* marked bytes that a kept block needs to hold a part of another one */
  MAX_DEPTH = 64       /* nodes around a block that is matched */
};

/* A block with inlines, in the old or the new text or in both. */
typedef struct {
  AdrefNode *block; /* in the redline */
  AdrefNode *text;  /* the same in one text, whose words are compared; NULL: they are not */
  guint gap;        /* how many blocks of both texts are before it */
  guint twin;       /* the place among the blocks of the other text; or ADREF_NO_MATCH */
  gboolean deep;    /* too deep to be matched */
} Leaf;

typedef struct {
  AdrefDiffWorker worker;
  GArray *leaves[2]; /* of Leaf: those of the old text, those of the new one */
  AdrefMatchUnits units[2];
  guint *matches;      /* by old leaf: the new one */
  guint *parts[2];     /* by leaf: the leaf of the other text that it is a later part of */
  guint alone[2];      /* leaves that only one text has */
  GPtrArray *copies;   /* of AdrefNode: blocks of one text that were made here */
  GPtrArray *retired;  /* of AdrefNode: nodes that were taken out of the redline */
  GHashTable *matched; /* block of the redline -> the one that it was matched with */
  GHashTable *covered; /* DELETED container -> INSERTED one with the same blocks, or NULL */
  GPtrArray *clauses;  /* of AdrefNode: those that were changed here */
  GHashTable *noted;   /* the same as a set */
  GPtrArray *left;     /* of AdrefNode: old places */
} MovedBlocks;

static Leaf *leaf_at(const MovedBlocks *self, guint side, guint i)
{
  return &g_array_index(self->leaves[side], Leaf, i);
}

static guint count_leaves(const MovedBlocks *self, guint side)
{
  return self->leaves[side]->len;
}

static gboolean is_alone(const Leaf *leaf)
{
  return leaf->twin == ADREF_NO_MATCH;
}

/* --- the blocks --- */

static void add_leaf(MovedBlocks *self, guint side, AdrefNode *block, guint gap, guint depth)
{
  gboolean alone = block->mark == ADREF_DELETED || block->mark == ADREF_INSERTED;
  guint twin = alone ? ADREF_NO_MATCH : count_leaves(self, 1 - side) - side;
  Leaf leaf = {block, alone ? block : NULL, gap, twin, depth > MAX_DEPTH};
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

static void collect(MovedBlocks *self, const AdrefNode *redline)
{
  guint gap = 0, depth = 0;
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    depth = walk.entering ? depth + 1 : depth - 1;
    if (!walk.entering ||
        (!is_moved(node) && !is_unchanged(node) && !adref_node_holds_inlines(node)))
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

/* Clauses of one kind were compared before. */
static gboolean were_compared(const AdrefNode *old, const AdrefNode *new)
{
  return old->type == new->type &&is_whole_clause(old) && is_whole_clause(new);
}

/* A paragraph that both texts have may hold, in one of them, the words of a block beside it that
 * the other text has. */
static void open_kept(MovedBlocks *self, guint side, guint i)
{
  Leaf *leaf = leaf_at(self, side, i);
  AdrefChangeMark other = side == 0 ? ADREF_INSERTED : ADREF_DELETED;
  if (leaf->text || leaf->block->mark != ADREF_KEPT || leaf->block->type == ADREF_TABLE_CELL ||
      marked_bytes(leaf->block, other) < MIN_PART_BYTES)
    return;
  leaf_at(self, side, i)->text =
      side == 0 ? adref_reject_block(leaf->block) : adref_accept_block(leaf->block);
  Leaf *twin = leaf_at(self, 1 - side, leaf->twin);
  twin->text = side == 0 ? adref_accept_block(leaf->block) : adref_reject_block(leaf->block);
  g_ptr_array_add(self->copies, leaf->text);
  g_ptr_array_add(self->copies, twin->text);
}

static void open_neighbours(MovedBlocks *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < count_leaves(self, side); i++) {
      const AdrefNode *block = leaf_at(self, side, i)->block;
      if (!is_alone(leaf_at(self, side, i)))
        continue;
      if (i > 0 && !were_compared(block, leaf_at(self, side, i - 1)->block))
        open_kept(self, side, i - 1);
      if (i + 1 < count_leaves(self, side) &&
          !were_compared(block, leaf_at(self, side, i + 1)->block))
        open_kept(self, side, i + 1);
    }
}

/* Whether a block of one text could match one of the other that was not compared with it. */
static gboolean has_new_pairs(const MovedBlocks *self)
{
  const AdrefNode *first = NULL;
  if (self->alone[0] == 0 || self->alone[1] == 0)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < count_leaves(self, side); i++) {
      const AdrefNode *block = leaf_at(self, side, i)->block;
      if (!is_alone(leaf_at(self, side, i)))
        continue;
      first = first ? first : block;
      if (!were_compared(first, block))
        return TRUE;
    }
  return FALSE;
}

static void tokenize(MovedBlocks *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < count_leaves(self, side); i++)
      if (leaf_at(self, side, i)->text)
        adref_diff_worker_tokenize(&self->worker, leaf_at(self, side, i)->text, side);
  adref_token_cache_unify_ids(self->worker.cache);
}

/* --- matching --- */

/* The content of the inlines of a block, whatever the block is. */
static guint content_of(MovedBlocks *self, const AdrefNode *block, guint side, guint *weight)
{
  GString *key = self->worker.key;
  g_string_truncate(key, 0);
  for (const AdrefNode *child = block->first; child; child = child->next)
    adref_content_key_append(key, child, &self->worker.references[side]);
  *weight = (guint)key->len;
  return adref_interner_intern(self->worker.contents, 0, key->str, key->len);
}

/* Blocks of both texts are matched from the start; each has a content that no other has, and so
 * have deep ones. */
static void make_units(MovedBlocks *self, guint side)
{
  guint count = count_leaves(self, side);
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, count + 1);
  for (guint i = 0; i < count; i++) {
    const Leaf *leaf = leaf_at(self, side, i);
    AdrefMatchUnit *unit = units + i;
    if (leaf->text && !leaf->deep)
      adref_diff_worker_set_bag(&self->worker, leaf->text, side, unit);
    else if (leaf->deep)
      unit->bag = adref_word_bag_new(NULL, 0);
    if (leaf->deep)
      unit->content = adref_interner_intern(self->worker.contents, (guint8)(1 + side),
                                            (const char *)&i, sizeof i);
    else if (is_alone(leaf))
      unit->content = content_of(self, leaf->text, side, &unit->weight);
    else
      unit->content = G_MAXUINT / 4 * 3 + (side == 0 ? i : leaf->twin);
    unit->exact = unit->content;
  }
  self->units[side] = (AdrefMatchUnits){units, count};
}

static void match(MovedBlocks *self)
{
  AdrefDiffWorker *worker = &self->worker;
  guint olds = count_leaves(self, 0), news = count_leaves(self, 1);
  self->matches = g_new(guint, olds + 1);
  self->parts[0] = g_new(guint, olds + 1);
  self->parts[1] = g_new(guint, news + 1);
  for (guint i = 0; i < olds; i++)
    self->matches[i] = leaf_at(self, 0, i)->twin;
  adref_match_units_identical(worker->aligner, self->units[0], self->units[1], TRUE, self->matches);
  adref_match_units_similar(worker->matcher, self->units[0], self->units[1], TRUE, self->matches);
}

static guint *inverse_of(const guint *matches, guint length, guint with_length)
{
  guint *inverse = g_new(guint, with_length + 1);
  for (guint j = 0; j < with_length; j++)
    inverse[j] = ADREF_NO_MATCH;
  for (guint i = 0; i < length; i++)
    if (matches[i] != ADREF_NO_MATCH)
      inverse[matches[i]] = i;
  return inverse;
}

static void match_parts(MovedBlocks *self)
{
  AdrefUnitMatcher *matcher = self->worker.matcher;
  guint olds = count_leaves(self, 0), news = count_leaves(self, 1);
  adref_match_units_split(matcher, self->units[0], self->units[1], self->matches, self->matches,
                          self->parts[1]);
  g_autofree guint *inverse = inverse_of(self->matches, olds, news);
  adref_match_units_split(matcher, self->units[1], self->units[0], inverse, inverse,
                          self->parts[0]);
  g_free(self->matches);
  self->matches = inverse_of(inverse, news, olds);
}

/* Whether the two places of a match are between the same blocks, and in order with others there. */
static guint8 *find_near(const MovedBlocks *self)
{
  guint olds = count_leaves(self, 0);
  guint8 *near = g_new0(guint8, olds + 1);
  g_autofree guint *ordered = g_new(guint, olds + 1), *weights = g_new(guint, olds + 1);
  for (guint i = 0; i < olds; i++) {
    guint j = self->matches[i];
    weights[i] = self->units[0].units[i].weight + 1;
    ordered[i] = j != ADREF_NO_MATCH && leaf_at(self, 0, i)->gap == leaf_at(self, 1, j)->gap
                     ? j
                     : ADREF_NO_MATCH;
  }
  adref_keep_increasing_matches(ordered, olds, weights);
  for (guint i = 0; i < olds; i++)
    near[i] = ordered[i] != ADREF_NO_MATCH;
  return near;
}

static gboolean is_long(const AdrefMatchUnit *unit)
{
  return (unit->bag && unit->bag->length >= MIN_WORDS) || unit->weight >= 2 * MIN_BYTES;
}

/* --- building --- */

/* Whether a block still stands in the redline with its words. */
static gboolean is_open(const Leaf *leaf)
{
  const AdrefNode *outer = leaf->block;
  if (!leaf->text || !outer->first || adref_change_move_of(outer))
    return FALSE;
  while (outer && outer->type != ADREF_CLAUSE)
    outer = outer->parent;
  return outer != NULL;
}

static void retire_children(MovedBlocks *self, AdrefNode *node)
{
  while (node->first) {
    g_ptr_array_add(self->retired, node->first);
    adref_node_unlink(node->first);
  }
}

/* Puts a node into the place of another one. */
static void replace(MovedBlocks *self, AdrefNode *node, AdrefNode *with)
{
  adref_node_insert_before(node, with);
  adref_node_unlink(node);
  g_ptr_array_add(self->retired, node);
}

static void note_clause(MovedBlocks *self, AdrefNode *node)
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

static void set_move(MovedBlocks *self, AdrefNode *from, AdrefNode *const *to, guint count,
                     gboolean far)
{
  retire_children(self, from);
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

static AdrefNode *copy_kept(const AdrefNode *node)
{
  AdrefNode *copy = adref_node_copy(node);
  copy->mark = ADREF_KEPT;
  return copy;
}

/* Puts a pair of blocks of one kind, or of two blocks with inlines, at the new place. */
static void put_pair(MovedBlocks *self, AdrefNode *old, AdrefNode *new, gboolean far)
{
  AdrefNode *both = copy_kept(new);
  const AdrefNode *olds[] = {old}, *news[] = {new};
  AdrefBlockGroup group = {olds, news, 1, 1, &both};
  if (adref_node_holds_inlines(new))
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

/* Whether most words of both containers are in blocks that match, and none match elsewhere. */
static gboolean covers(const MovedBlocks *self, const AdrefNode *old, const AdrefNode *new)
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
  return shared * 2 > all;
}

static gboolean same_columns(const AdrefNode *old, const AdrefNode *new)
{
  const AdrefNode *one = old->first, *other = new->first;
  for (; one && other; one = one->next)
    other = other->next;
  return old->type != ADREF_TABLE_ROW || (!one && !other);
}

/* The INSERTED container that has the blocks of a DELETED one, or NULL. */
static AdrefNode *covered(MovedBlocks *self, AdrefNode *old, AdrefNode *new)
{
  gpointer found;
  if (g_hash_table_lookup_extended(self->covered, old, NULL, &found))
    return found == new ? new : NULL;
  gboolean same = old->type == new->type &&same_columns(old, new) && covers(self, old, new);
  g_hash_table_insert(self->covered, old, same ? new : NULL);
  return same ? new : NULL;
}

/* Climbs from two blocks to the containers that moved as a whole. */
static void climb(MovedBlocks *self, AdrefNode **old, AdrefNode **new)
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

static void remember_matches(MovedBlocks *self)
{
  for (guint i = 0; i < count_leaves(self, 0); i++) {
    guint j = self->matches[i];
    if (j == ADREF_NO_MATCH || !is_alone(leaf_at(self, 0, i)))
      continue;
    AdrefNode *old = leaf_at(self, 0, i)->block, *new = leaf_at(self, 1, j)->block;
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

static void add_part(const MovedBlocks *self, PartList *list, guint side, guint i)
{
  g_ptr_array_add(list->blocks, leaf_at(self, side, i)->block);
  g_ptr_array_add(list->texts, leaf_at(self, side, i)->text);
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

static void put_group(MovedBlocks *self, const PartList *olds, const PartList *news)
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
  for (guint i = 0; i < old_count; i++)
    from[i] = old_place(olds->blocks->pdata[i]);
  for (guint i = 0; i < new_count; i++)
    replace(self, news->blocks->pdata[i], out[i]);
  for (guint i = old_count; i-- > new_count;)
    insert_behind(out[0], out[i]);
  if (new_count > 1) {
    set_move(self, from[0], out, new_count, FALSE);
    return;
  }
  for (guint i = 0; i < old_count; i++)
    set_move(self, from[i], &out[i], 1, FALSE);
}

/* Whether the leaves from `first` on that are parts of a leaf are all at its place. */
static gboolean are_near(const MovedBlocks *self, guint side, guint whole, guint first, guint count)
{
  guint gap = leaf_at(self, side, whole)->gap;
  for (guint i = first; i < first + count; i++) {
    guint other = leaf_at(self, 1 - side, i)->gap;
    if (other + 1 < gap || other > gap + 1)
      return FALSE;
  }
  return TRUE;
}

static guint count_parts(const MovedBlocks *self, guint side, guint whole, guint first)
{
  guint count = 1;
  while (first + count < count_leaves(self, side) && self->parts[side][first + count] == whole)
    count++;
  return count;
}

/* Puts a leaf of one side that was divided on the other. FALSE: it was not. */
static gboolean put_parts(MovedBlocks *self, guint side, guint whole, guint first)
{
  guint count = count_parts(self, 1 - side, whole, first);
  if (count < 2 || !is_open(leaf_at(self, side, whole)) ||
      !are_near(self, side, whole, first, count))
    return FALSE;
  guint twin = leaf_at(self, side, whole)->twin;
  if (twin != ADREF_NO_MATCH && (twin < first || twin >= first + count))
    return FALSE;
  for (guint i = first; i < first + count; i++) {
    const Leaf *part = leaf_at(self, 1 - side, i);
    if (!is_open(part) || (part->twin != ADREF_NO_MATCH && part->twin != whole))
      return FALSE;
  }
  if (side == 1 && leaf_at(self, 1, whole)->block->type != ADREF_PARAGRAPH)
    return FALSE;
  PartList wholes = part_list(), parts = part_list();
  add_part(self, &wholes, side, whole);
  for (guint i = first; i < first + count; i++)
    add_part(self, &parts, 1 - side, i);
  if (side == 0)
    put_group(self, &wholes, &parts);
  else
    put_group(self, &parts, &wholes);
  part_list_clear(&wholes);
  part_list_clear(&parts);
  return TRUE;
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
static void leave_containers(MovedBlocks *self)
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

/* --- all of them --- */

static void put_match(MovedBlocks *self, guint i, guint j, gboolean near)
{
  AdrefNode *old = leaf_at(self, 0, i)->block, *new = leaf_at(self, 1, j)->block;
  if (!is_open(leaf_at(self, 0, i)) || !is_open(leaf_at(self, 1, j)) || were_compared(old, new))
    return;
  if (!near && !(is_long(self->units[0].units + i) && is_long(self->units[1].units + j)))
    return;
  climb(self, &old, &new);
  put_pair(self, old, new, !near);
}

static void put_all(MovedBlocks *self)
{
  g_autofree guint8 *near = find_near(self);
  for (guint i = 0; i < count_leaves(self, 0); i++) {
    guint j = self->matches[i];
    if (j == ADREF_NO_MATCH || put_parts(self, 0, i, j) || put_parts(self, 1, j, i))
      continue;
    if (is_alone(leaf_at(self, 0, i)) && is_alone(leaf_at(self, 1, j)))
      put_match(self, i, j, near[i]);
  }
}

static void moved_blocks_clear(MovedBlocks *self)
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

static void find(MovedBlocks *self, const AdrefNode *old, const AdrefNode *new,
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
  match_parts(self);
  remember_matches(self);
  put_all(self);
  leave_containers(self);
  adref_diff_worker_clear(&self->worker);
}

GPtrArray *adref_moved_blocks_find(AdrefNode *redline, const AdrefNode *old, const AdrefNode *new,
                                   const char *language)
{
  MovedBlocks self = {.copies = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free),
                      .retired = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free),
                      .matched = g_hash_table_new(NULL, NULL),
                      .covered = g_hash_table_new(NULL, NULL),
                      .clauses = g_ptr_array_new(),
                      .noted = g_hash_table_new(NULL, NULL),
                      .left = g_ptr_array_new()};
  for (guint side = 0; side < 2; side++)
    self.leaves[side] = g_array_new(FALSE, FALSE, sizeof(Leaf));
  collect(&self, redline);
  if (self.alone[0] + self.alone[1] > 0)
    find(&self, old, new, language);
  moved_blocks_clear(&self);
  return self.clauses;
}
