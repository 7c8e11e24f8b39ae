#include "merge/token_cache.h"

#include <string.h>

enum {
  SIDES = 2,
  SLAB_TOKENS = 8 * 1024 /* tokens that memory is allocated for at a time */
};

/* The tokens of a side are in large blocks of memory, so that thousands of slices are allocated and
 * freed at once. */
typedef struct {
  AdrefTokenizer tokens;
  GArray *scratch;         /* of AdrefToken */
  GHashTable *places;      /* block -> place in `slices` */
  GArray *slices;          /* of AdrefTokenSlice */
  GPtrArray *slabs;        /* of AdrefToken[] */
  AdrefToken *free_tokens; /* in the last of `slabs` */
  guint free_count;        /* how many tokens are free there */
} CacheSide;

struct AdrefTokenCache {
  CacheSide sides[SIDES];
};

AdrefTokenCache *adref_token_cache_new(const char *language)
{
  AdrefTokenCache *cache = g_new0(AdrefTokenCache, 1);
  for (CacheSide *side = cache->sides; side < cache->sides + SIDES; side++) {
    adref_tokenizer_init(&side->tokens, language);
    side->scratch = adref_token_array_new();
    side->places = g_hash_table_new(g_direct_hash, g_direct_equal);
    side->slices = g_array_new(FALSE, FALSE, sizeof(AdrefTokenSlice));
    side->slabs = g_ptr_array_new_with_free_func(g_free);
  }
  return cache;
}

void adref_token_cache_free(AdrefTokenCache *cache)
{
  if (!cache)
    return;
  for (CacheSide *side = cache->sides; side < cache->sides + SIDES; side++) {
    adref_tokenizer_clear(&side->tokens);
    g_array_unref(side->scratch);
    g_hash_table_unref(side->places);
    g_array_unref(side->slices);
    g_ptr_array_unref(side->slabs);
  }
  g_free(cache);
}

/* Memory for `count` tokens. */
static AdrefToken *allocate_tokens(CacheSide *self, guint count)
{
  if (!self->free_tokens || count > self->free_count) {
    self->free_count = MAX(count, SLAB_TOKENS);
    self->free_tokens = g_new(AdrefToken, self->free_count);
    g_ptr_array_add(self->slabs, self->free_tokens);
  }
  AdrefToken *free_tokens = self->free_tokens;
  self->free_tokens += count;
  self->free_count -= count;
  return free_tokens;
}

void adref_token_cache_add(AdrefTokenCache *cache, guint side, const AdrefNode *block,
                           AdrefReferenceNumbers *references)
{
  CacheSide *self = &cache->sides[side];
  g_array_set_size(self->scratch, 0);
  adref_tokenizer_add_block(&self->tokens, block, references, self->scratch);
  guint length = self->scratch->len;
  AdrefToken *tokens = allocate_tokens(self, length);
  if (length > 0)
    memcpy(tokens, self->scratch->data, length * sizeof *tokens);
  AdrefTokenSlice slice = {tokens, length};
  g_hash_table_insert(self->places, (gpointer)(guintptr)block, GUINT_TO_POINTER(self->slices->len));
  g_array_append_val(self->slices, slice);
}

void adref_token_cache_unify_ids(AdrefTokenCache *cache)
{
  CacheSide *old = &cache->sides[0], *new = &cache->sides[1];
  g_autofree guint *ids = adref_interner_merge(old->tokens.interner, new->tokens.interner);
  for (guint i = 0; i < new->slices->len; i++) {
    const AdrefTokenSlice *slice = &g_array_index(new->slices, AdrefTokenSlice, i);
    AdrefToken *tokens = (AdrefToken *)(guintptr)slice->tokens;
    for (guint j = 0; j < slice->length; j++)
      tokens[j].id = ids[tokens[j].id];
  }
}

AdrefTokenSlice adref_token_cache_get(const AdrefTokenCache *self, guint side,
                                      const AdrefNode *block)
{
  const CacheSide *of = &self->sides[side];
  gpointer place;
  gboolean cut = g_hash_table_lookup_extended(of->places, block, NULL, &place);
  g_assert(cut);
  return g_array_index(of->slices, AdrefTokenSlice, GPOINTER_TO_UINT(place));
}

void adref_token_cache_append_word_ids(const AdrefTokenCache *self, guint side,
                                       const AdrefNode *block, GArray *ids)
{
  AdrefTokenSlice slice = adref_token_cache_get(self, side, block);
  guint length = ids->len;
  g_array_set_size(ids, length + slice.length);
  guint *id = (guint *)(gpointer)ids->data;
  for (guint i = 0; i < slice.length; i++)
    if (slice.tokens[i].type == ADREF_TOKEN_WORD || slice.tokens[i].type == ADREF_TOKEN_NUMBER)
      id[length++] = slice.tokens[i].id;
  g_array_set_size(ids, length);
}
