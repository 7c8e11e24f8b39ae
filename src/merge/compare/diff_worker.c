#include "merge/compare/diff_worker.h"

#include "clause/labels/enumerator.h"
#include "clause/proposals/translation_to_come.h"
#include "merge/content_key.h"

enum {
  MAX_WORDS = 10000 /* the first words of a clause or block, by which similarity is measured */
};

static void init_tools(AdrefDiffWorker *worker)
{
  worker->aligner = adref_aligner_new();
  worker->matcher = adref_unit_matcher_new();
  worker->contents = adref_interner_new();
  worker->key = g_string_new(NULL);
  worker->ids = g_array_new(FALSE, FALSE, sizeof(guint));
  worker->tokens[0] = adref_token_array_new();
  worker->tokens[1] = adref_token_array_new();
}

void adref_diff_worker_init(AdrefDiffWorker *worker, const AdrefNode *old, const AdrefNode *new,
                            const char *language)
{
  *worker = (AdrefDiffWorker){.cache = adref_token_cache_new(language),
                              .segmenter = adref_word_segmenter_new(language)};
  init_tools(worker);
  adref_reference_numbers_init(&worker->references[0], old, new);
  adref_reference_numbers_init(&worker->references[1], new, old);
}

void adref_diff_worker_init_shared(AdrefDiffWorker *worker, const AdrefDiffWorker *other)
{
  const AdrefNode *const *documents = other->references[0].documents;
  *worker = (AdrefDiffWorker){.cache = other->cache,
                              .shares_cache = TRUE,
                              .segmenter = adref_word_segmenter_new_like(other->segmenter)};
  init_tools(worker);
  adref_reference_numbers_init(&worker->references[0], documents[0], documents[1]);
  adref_reference_numbers_init(&worker->references[1], documents[1], documents[0]);
}

void adref_diff_worker_clear(AdrefDiffWorker *worker)
{
  if (!worker->shares_cache)
    adref_token_cache_free(worker->cache);
  adref_word_segmenter_free(worker->segmenter);
  adref_aligner_free(worker->aligner);
  adref_unit_matcher_free(worker->matcher);
  adref_interner_free(worker->contents);
  g_string_free(worker->key, TRUE);
  g_array_unref(worker->ids);
  g_array_unref(worker->tokens[0]);
  g_array_unref(worker->tokens[1]);
  adref_reference_numbers_clear(&worker->references[0]);
  adref_reference_numbers_clear(&worker->references[1]);
}

AdrefMatchUnit adref_diff_worker_unit(AdrefDiffWorker *worker, const AdrefNode *node, guint side)
{
  enum {
    WITHOUT_NUMBERS,
    WITH_NUMBERS
  };
  AdrefReferenceNumbers *references = &worker->references[side];
  GString *key = worker->key;
  g_string_truncate(key, 0);
  gboolean numbered = adref_content_key_append_unnumbered(key, node, references);
  guint content = adref_interner_intern(worker->contents, WITHOUT_NUMBERS, key->str, key->len);
  AdrefMatchUnit unit = {
      .content = content, .exact = content, .kind = node->type, .weight = (guint)key->len};
  if (!numbered)
    return unit;
  g_string_truncate(key, 0);
  adref_content_key_append(key, node, references);
  unit.exact = adref_interner_intern(worker->contents, WITH_NUMBERS, key->str, key->len);
  return unit;
}

void adref_diff_worker_clear_contents(AdrefDiffWorker *worker)
{
  adref_interner_free(worker->contents);
  worker->contents = adref_interner_new();
}

/* Whether the words of a node are compared: those of code too, by which it finds its match. */
static gboolean has_words(const AdrefNode *node)
{
  return adref_node_holds_inlines(node) || node->type == ADREF_CODE_BLOCK;
}

void adref_diff_worker_tokenize(AdrefDiffWorker *worker, const AdrefNode *node, guint side)
{
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !has_words(walk.node))
      continue;
    adref_token_cache_add(worker->cache, side, walk.node, &worker->references[side]);
    adref_walk_skip(&walk);
  }
}

void adref_diff_worker_set_bag(AdrefDiffWorker *worker, const AdrefNode *node, guint side,
                               AdrefMatchUnit *unit)
{
  GArray *ids = worker->ids;
  g_array_set_size(ids, 0);
  AdrefWalk walk = adref_walk(node);
  gboolean is_to_come = node->type == ADREF_CLAUSE && adref_translation_to_come_is_all(node);
  while (!is_to_come && ids->len < MAX_WORDS && adref_walk_next(&walk)) {
    if (!walk.entering || !has_words(walk.node))
      continue;
    guint before = ids->len;
    adref_token_cache_append_word_ids(worker->cache, side, walk.node, ids);
    if (ids->len > before && adref_enumerator_of(walk.node) > 0)
      g_array_remove_index(ids, before);
    adref_walk_skip(&walk);
  }
  guint length = MIN(ids->len, MAX_WORDS);
  unit->bag = adref_word_bag_new((const guint *)(gconstpointer)ids->data, length);
}

AdrefTokenSlice adref_diff_worker_tokens(AdrefDiffWorker *worker, const AdrefNode *const *blocks,
                                         guint count, guint side)
{
  if (count == 1)
    return adref_token_cache_get(worker->cache, side, blocks[0]);
  GArray *tokens = worker->tokens[side];
  g_array_set_size(tokens, 0);
  for (guint i = 0; i < count; i++) {
    if (i > 0)
      adref_token_array_add_break(blocks[i], tokens);
    adref_token_array_append(tokens, adref_token_cache_get(worker->cache, side, blocks[i]));
  }
  return adref_token_array_slice(tokens);
}
