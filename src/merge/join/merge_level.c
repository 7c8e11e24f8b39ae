#include "merge/join/merge_level.h"

#include "merge/content_key.h"
#include "merge/join/merge_clauses.h"
#include "merge/join/shared_words.h"

enum {
  MAX_COMPARED = 64, /* new blocks at one place with which a new block is compared */
  MAX_SEEN = 1000    /* of one side at one place among which these are looked for */
};

gboolean adref_merge_has_words(const AdrefNode *block)
{
  return block->type != ADREF_NOTE && block->type != ADREF_COMMENT && block->type != ADREF_RULE;
}

static guint count_of(const AdrefMergeLevel *self)
{
  return self->context->count;
}

static const AdrefNode *own_child(const AdrefMergeLevel *self, guint side, guint own)
{
  return self->news[side]->pdata[own];
}

/* The content of a child of a side, or of the base where `side` is the number of sides; that of an
 * item without its label, which follows from what stands before it. */
static GBytes *content_of(const AdrefMergeLevel *self, guint side, const AdrefNode *child)
{
  AdrefReferenceNumbers *references = &self->context->references[side];
  GString *key = g_string_new(NULL);
  if (child->type == ADREF_ITEM)
    adref_content_key_append_unnumbered(key, child, references);
  else
    adref_content_key_append(key, child, references);
  return g_string_free_to_bytes(key);
}

/* --- blocks that are new in another side --- */

static guint match_of(const AdrefMergeLevel *self, guint side, guint i)
{
  guint match = self->matches[side].in_order[i];
  return match != ADREF_NO_MATCH ? match : self->matches[side].moved[i];
}

/* The contents of the blocks that no child of the base is -> the side + 1 that has them, or
 * G_MAXUINT. Caller unrefs. */
static GHashTable *new_contents(const AdrefMergeLevel *self)
{
  GHashTable *contents =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  for (guint s = 0; s < count_of(self); s++) {
    guint news = self->news[s] ? self->news[s]->len : 0;
    g_autofree guint8 *known = g_new0(guint8, news + 1);
    for (guint i = 0; i < self->olds->len && news > 0; i++)
      if (match_of(self, s, i) != ADREF_NO_MATCH)
        known[match_of(self, s, i)] = 1;
    for (guint j = 0; j < news; j++) {
      if (known[j])
        continue;
      GBytes *content = content_of(self, s, own_child(self, s, j));
      guint before = GPOINTER_TO_UINT(g_hash_table_lookup(contents, content));
      g_hash_table_replace(contents, content,
                           GUINT_TO_POINTER(before == 0 || before == s + 1 ? s + 1 : G_MAXUINT));
    }
  }
  return contents;
}

/* What a side made of a child of the base may be a new block of another one, word by word: one of
 * both is not to stand twice. It is new there, too, and the child of the base deleted. */
static void part_from_base(AdrefMergeLevel *self)
{
  g_autoptr(GHashTable) contents = new_contents(self);
  for (guint s = 0; s < count_of(self) && g_hash_table_size(contents) > 0; s++)
    for (guint i = 0; self->news[s] && i < self->olds->len; i++) {
      guint match = match_of(self, s, i);
      if (match == ADREF_NO_MATCH)
        continue;
      g_autoptr(GBytes) content = content_of(self, s, own_child(self, s, match));
      guint of = GPOINTER_TO_UINT(g_hash_table_lookup(contents, content));
      if (of == 0 || of == s + 1)
        continue;
      g_autoptr(GBytes) base = content_of(self, count_of(self), self->olds->pdata[i]);
      if (!g_bytes_equal(base, content))
        self->matches[s].in_order[i] = self->matches[s].moved[i] = ADREF_NO_MATCH;
    }
}

/* --- blocks that moved --- */

/* By child of a side: how many blocks of the base are before it, in their order. Caller frees. */
static guint *gaps_of(const AdrefMergeLevel *self, guint side)
{
  guint news = self->news[side]->len, own = 0;
  guint *gaps = g_new(guint, news + 1);
  for (guint i = 0; i <= self->olds->len; i++) {
    guint end = i == self->olds->len ? news : self->matches[side].in_order[i];
    for (; end != ADREF_NO_MATCH && own < end; own++)
      gaps[own] = i;
    if (end != ADREF_NO_MATCH && own < news)
      gaps[own++] = i;
  }
  return gaps;
}

static void find_moves(AdrefMergeLevel *self, guint side, gboolean at_both_ends)
{
  guint news = self->news[side]->len;
  self->gaps[side] = gaps_of(self, side);
  self->moved_from[side] = g_new(guint, news + 1);
  adref_matches_invert(self->matches[side].moved, self->olds->len, self->moved_from[side], news);
  for (guint i = 0; i < self->olds->len && !at_both_ends; i++)
    if (self->matches[side].moved[i] != ADREF_NO_MATCH)
      self->moves[i] = ADREF_MERGE_MOVES;
}

guint adref_merge_level_moved_to(const AdrefMergeLevel *self, guint side, guint own)
{
  guint old = self->moved_from[side][own];
  return old != ADREF_NO_MATCH && self->moves[old] != ADREF_MERGE_STAYS ? old : ADREF_NO_MATCH;
}

gboolean adref_merge_level_moved_twice(const AdrefMergeLevel *self, guint i, GArray *movers)
{
  guint place = ADREF_NO_MATCH;
  gboolean differ = FALSE;
  for (guint s = 0; s < count_of(self); s++) {
    guint own = self->news[s] ? self->matches[s].moved[i] : ADREF_NO_MATCH;
    if (own == ADREF_NO_MATCH)
      continue;
    differ = differ || (place != ADREF_NO_MATCH && self->gaps[s][own] != place);
    place = self->gaps[s][own];
    g_array_append_val(movers, s);
  }
  return differ;
}

/* --- new blocks --- */

static void new_block_free(gpointer data)
{
  AdrefMergeNewBlock *block = data;
  g_bytes_unref(block->content);
  g_clear_pointer(&block->words, g_array_unref);
  g_clear_pointer(&block->name, g_array_unref);
  g_free(block->forms);
  g_free(block);
}

/* What new blocks are found by. A text that has the same words twice has two blocks: the first one
 * is the first one of another text. */
typedef struct {
  AdrefMergeLevel *level;
  GHashTable *places; /* GBytes -> GPtrArray of AdrefMergeNewBlock: the first, the second ... */
} NewBlocks;

/* The content of a new block; what moved and is shown at both its places is another block at each
 * new place. */
static GBytes *key_of(const AdrefMergeLevel *self, guint side, guint own)
{
  GBytes *content = content_of(self, side, own_child(self, side, own));
  if (self->moved_from[side][own] == ADREF_NO_MATCH)
    return content;
  GByteArray *key = g_bytes_unref_to_array(content);
  guint gap = self->gaps[side][own];
  g_byte_array_append(key, (const guint8 *)&gap, sizeof gap);
  return g_byte_array_free_to_bytes(key);
}

static void add_name(AdrefMergeLevel *self, AdrefMergeNewBlock *block, const AdrefNode *form)
{
  g_autofree char *name = adref_row_name(form);
  if (!name)
    return;
  GPtrArray *same = g_hash_table_lookup(self->named, name);
  if (!same) {
    same = g_ptr_array_new();
    g_hash_table_insert(self->named, g_steal_pointer(&name), same);
  }
  g_ptr_array_add(same, block);
}

static AdrefMergeNewBlock *add_block(const NewBlocks *found, GPtrArray *same, GBytes *content)
{
  AdrefMergeNewBlock *block = g_new0(AdrefMergeNewBlock, 1);
  block->place = found->level->blocks->len;
  block->content = g_bytes_ref(content);
  block->forms = g_new0(const AdrefNode *, count_of(found->level) + 1);
  g_ptr_array_add(found->level->blocks, block);
  g_ptr_array_add(same, block);
  return block;
}

/* `counts`: how many blocks with a content the side had before (GPtrArray -> number). */
static void record(const NewBlocks *found, GHashTable *counts, guint side, guint own)
{
  AdrefMergeLevel *self = found->level;
  g_autoptr(GBytes) content = key_of(self, side, own);
  GPtrArray *same = g_hash_table_lookup(found->places, content);
  if (!same) {
    same = g_ptr_array_new();
    g_hash_table_insert(found->places, g_bytes_ref(content), same);
  }
  guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, same));
  g_hash_table_insert(counts, same, GUINT_TO_POINTER(before + 1));
  gboolean is_known = before < same->len;
  AdrefMergeNewBlock *block = is_known ? same->pdata[before] : add_block(found, same, content);
  if (!is_known)
    add_name(self, block, own_child(self, side, own));
  block->forms[side] = own_child(self, side, own);
  self->created[side][own] = block;
}

/* A name that a text has twice, such as "Total" below each group of rows, is none. */
static void forget_repeated(AdrefMergeLevel *self, guint side)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint j = 0; j < self->news[side]->len; j++) {
    char *name = adref_row_name(own_child(self, side, j));
    if (name && g_hash_table_contains(names, name))
      g_hash_table_remove(self->named, name);
    if (name)
      g_hash_table_add(names, name);
  }
}

static void find_new(AdrefMergeLevel *self)
{
  NewBlocks found = {self, g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                                 (GDestroyNotify)g_bytes_unref,
                                                 (GDestroyNotify)g_ptr_array_unref)};
  for (guint s = 0; s < count_of(self); s++) {
    if (!self->news[s])
      continue;
    guint news = self->news[s]->len;
    g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
    g_autofree guint *olds = g_new(guint, news + 1);
    adref_matches_invert(self->matches[s].in_order, self->olds->len, olds, news);
    self->created[s] = g_new0(AdrefMergeNewBlock *, news + 1);
    for (guint j = 0; j < news; j++)
      if (olds[j] == ADREF_NO_MATCH && adref_merge_level_moved_to(self, s, j) == ADREF_NO_MATCH)
        record(&found, counts, s, j);
  }
  for (guint s = 0; s < count_of(self); s++)
    if (self->news[s])
      forget_repeated(self, s);
  g_hash_table_unref(found.places);
}

const AdrefNode *adref_merge_new_block_form(const AdrefMergeNewBlock *block, guint count)
{
  guint s = 0;
  while (s + 1 < count && !block->forms[s])
    s++;
  return block->forms[s];
}

GArray *adref_merge_new_block_sides(const AdrefMergeNewBlock *block, guint count)
{
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint s = 0; s < count; s++)
    if (block->forms[s])
      g_array_append_val(sides, s);
  return sides;
}

/* --- new blocks that say one thing --- */

static void find_words(AdrefMergeNewBlock *block, const AdrefNode *form)
{
  if (block->words)
    return;
  block->words = adref_shared_words_new(form);
  block->name = form->type == ADREF_TABLE_ROW ? adref_shared_words_new(form->first)
                                              : g_array_new(FALSE, FALSE, sizeof(guint32));
}

static gboolean are_rivals(const AdrefMergeLevel *self, AdrefMergeNewBlock *a,
                           AdrefMergeNewBlock *b)
{
  const AdrefNode *one = adref_merge_new_block_form(a, count_of(self)),
                  *other = adref_merge_new_block_form(b, count_of(self));
  if (one->type != other->type || !adref_merge_has_words(one))
    return FALSE;
  find_words(a, one);
  find_words(b, other);
  return adref_shared_words_percent(a->name, b->name) >= ADREF_MERGE_ALIKE_PERCENT ||
         adref_shared_words_percent(a->words, b->words) >= ADREF_MERGE_ALIKE_PERCENT;
}

static gboolean share_side(const AdrefMergeLevel *self, const AdrefMergeNewBlock *a,
                           const AdrefMergeNewBlock *b)
{
  for (guint s = 0; s < count_of(self); s++)
    if (a->forms[s] && b->forms[s])
      return TRUE;
  return FALSE;
}

/* Whether a new block can join others of which no side has two. */
static gboolean is_of_others(const AdrefMergeLevel *self, const AdrefMergeNewBlock *block,
                             const GPtrArray *others, const AdrefMergeNewBlock *own)
{
  gboolean free = !share_side(self, block, own);
  for (guint i = 0; i < others->len && free; i++)
    free = !share_side(self, block, others->pdata[i]);
  return free;
}

/* Adds the rows of other sides with the same name that stand anywhere. */
static void add_namesakes(const AdrefMergeLevel *self, const AdrefMergeNewBlock *block,
                          GPtrArray *rivals)
{
  g_autofree char *name = adref_row_name(adref_merge_new_block_form(block, count_of(self)));
  const GPtrArray *same = name ? g_hash_table_lookup(self->named, name) : NULL;
  for (guint i = 0; same && i < MIN(same->len, MAX_COMPARED); i++)
    if (is_of_others(self, same->pdata[i], rivals, block))
      g_ptr_array_add(rivals, same->pdata[i]);
}

/* The block of a run that says in another way what `block` says; NULL: none. `compared` counts the
 * comparisons of `block`. */
static AdrefMergeNewBlock *find_rival(const AdrefMergeLevel *self, const AdrefMergeRun *run,
                                      AdrefMergeNewBlock *block, const GPtrArray *rivals,
                                      guint *compared)
{
  guint end = MIN(run->to, run->from + MAX_SEEN);
  for (guint j = run->from; j < end && *compared < MAX_COMPARED; j++) {
    AdrefMergeNewBlock *other = self->created[run->side][j];
    if (!other || !is_of_others(self, other, rivals, block))
      continue;
    ++*compared;
    if (are_rivals(self, block, other))
      return other;
  }
  return NULL;
}

GPtrArray *adref_merge_level_rivals(const AdrefMergeLevel *self, const GArray *runs,
                                    AdrefMergeNewBlock *block)
{
  GPtrArray *rivals = g_ptr_array_new();
  guint compared = 0;
  for (guint r = 0; r < runs->len; r++) {
    const AdrefMergeRun *run = &g_array_index(runs, AdrefMergeRun, r);
    AdrefMergeNewBlock *rival =
        block->forms[run->side] ? NULL : find_rival(self, run, block, rivals, &compared);
    if (rival)
      g_ptr_array_add(rivals, rival);
  }
  add_namesakes(self, block, rivals);
  return rivals;
}

gboolean adref_merge_runs_contest(const GArray *runs, const AdrefMergeNewBlock *block)
{
  guint sides = 0, holders = 0;
  for (guint r = 0; r < runs->len; r++) {
    const AdrefMergeRun *run = &g_array_index(runs, AdrefMergeRun, r);
    sides += run->replaces ? 1 : 0;
    holders += run->replaces && block->forms[run->side] ? 1 : 0;
  }
  return holders > 0 && holders < sides;
}

/* --- runs --- */

static gint compare_runs(gconstpointer a, gconstpointer b)
{
  const AdrefMergeRun *x = a, *y = b;
  return g_bytes_compare(x->key, y->key);
}

static void run_clear(gpointer run)
{
  g_bytes_unref(((AdrefMergeRun *)run)->key);
}

static GBytes *key_of_run(const AdrefMergeLevel *self, const AdrefMergeRun *run)
{
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint j = run->from; j < run->to; j++)
    adref_content_key_append(key, own_child(self, run->side, j),
                             &self->context->references[run->side]);
  return g_bytes_new(key->str, key->len);
}

GArray *adref_merge_level_runs(AdrefMergeLevel *self, guint i)
{
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(AdrefMergeRun));
  g_array_set_clear_func(runs, run_clear);
  for (guint s = 0; s < count_of(self); s++) {
    if (!self->news[s])
      continue;
    guint end = i == self->olds->len ? self->news[s]->len : self->matches[s].in_order[i];
    if (end == ADREF_NO_MATCH)
      continue;
    AdrefMergeRun run = {.side = s, .from = self->next[s], .to = end};
    self->next[s] = i == self->olds->len ? end : end + 1;
    if (run.from >= run.to)
      continue;
    run.key = key_of_run(self, &run);
    run.replaces =
        i > 0 && match_of(self, s, i - 1) == ADREF_NO_MATCH &&
        !(self->matches[s].joined_into && self->matches[s].joined_into[i - 1] != ADREF_NO_MATCH);
    g_array_append_val(runs, run);
  }
  g_array_sort(runs, compare_runs);
  return runs;
}

/* --- blocks that were divided or joined --- */

/* By child of a side: its number among the blocks of all texts. Caller frees. */
static guint *numbers_of(const AdrefMergeLevel *self, guint side)
{
  const AdrefBlockMatches *matches = &self->matches[side];
  guint news = self->news[side]->len;
  guint *numbers = g_new(guint, news + 1);
  adref_matches_invert(matches->in_order, self->olds->len, numbers, news);
  for (guint j = 0; j < news; j++) {
    const AdrefMergeNewBlock *block = self->created[side][j];
    if (block)
      numbers[j] = self->olds->len + block->place;
    else if (numbers[j] == ADREF_NO_MATCH)
      numbers[j] = self->moved_from[side][j];
  }
  return numbers;
}

AdrefMergeDivided *adref_merge_level_divided(const AdrefMergeLevel *self)
{
  guint count = count_of(self);
  g_autofree AdrefMergeDividedSide *sides = g_new0(AdrefMergeDividedSide, count + 1);
  g_autoptr(GPtrArray) arrays = g_ptr_array_new_with_free_func(g_free);
  for (guint s = 0; s < count; s++) {
    const AdrefBlockMatches *own = &self->matches[s];
    if (!self->news[s] || !own->joined_into)
      continue;
    guint *numbers = numbers_of(self, s),
          *all = g_memdup2(own->in_order, sizeof(guint) * (self->olds->len + 1));
    for (guint i = 0; i < self->olds->len; i++)
      all[i] = match_of(self, s, i);
    g_ptr_array_add(arrays, numbers);
    g_ptr_array_add(arrays, all);
    sides[s] = (AdrefMergeDividedSide){(const AdrefNode **)self->news[s]->pdata,
                                       self->news[s]->len,
                                       all,
                                       own->in_order,
                                       own->joined_into,
                                       own->split_from,
                                       own->same,
                                       numbers};
  }
  AdrefMergeDividedTexts texts = {self->context, (const AdrefNode **)self->olds->pdata,
                                  self->olds->len, self->olds->len + self->blocks->len, sides};
  return adref_merge_divided_new(&texts);
}

/* --- the whole --- */

void adref_merge_level_init(AdrefMergeLevel *self, AdrefMergeContext *context,
                            const AdrefNode *base, const AdrefNode *const *sides,
                            AdrefBlockMatches *matches, gboolean at_both_ends)
{
  guint count = context->count;
  *self = (AdrefMergeLevel){.context = context,
                            .olds = adref_merge_child_list(base),
                            .news = g_new0(GPtrArray *, count + 1),
                            .matches = matches,
                            .moved_from = g_new0(guint *, count + 1),
                            .gaps = g_new0(guint *, count + 1),
                            .created = g_new0(AdrefMergeNewBlock **, count + 1),
                            .blocks = g_ptr_array_new_with_free_func(new_block_free),
                            .named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                           (GDestroyNotify)g_ptr_array_unref),
                            .next = g_new0(guint, count + 1)};
  self->moves = g_new0(guint8, self->olds->len + 1);
  for (guint s = 0; s < count; s++)
    self->news[s] = sides[s] ? adref_merge_child_list(sides[s]) : NULL;
  if (!at_both_ends)
    part_from_base(self);
  for (guint s = 0; s < count; s++)
    if (self->news[s])
      find_moves(self, s, at_both_ends);
  find_new(self);
}

void adref_merge_level_clear(AdrefMergeLevel *self)
{
  for (guint s = 0; s < count_of(self); s++) {
    g_clear_pointer(&self->news[s], g_ptr_array_unref);
    adref_block_matches_clear(&self->matches[s]);
    g_free(self->moved_from[s]);
    g_free(self->gaps[s]);
    g_free(self->created[s]);
  }
  g_free(self->news);
  g_free(self->matches);
  g_free(self->moved_from);
  g_free(self->gaps);
  g_free(self->moves);
  g_free(self->created);
  g_free(self->next);
  g_hash_table_unref(self->named);
  g_ptr_array_unref(self->blocks);
  g_ptr_array_unref(self->olds);
}
