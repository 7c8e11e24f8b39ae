#include "merge/token_cache.h"

#include <string.h>

enum {
  SIDES = 2,
  SHELF = 8 * 1024 /* tokens that room is made for at once */
};

/* The rows of a side stand behind each other on shelves, so that thousands of them are taken and
 * given back at once. */
typedef struct {
  AdrefTokens tokens;
  GArray *scratch;    /* of AdrefToken */
  GHashTable *places; /* block -> place among the rows */
  GArray *rows;       /* of AdrefTokenRow */
  GPtrArray *shelves; /* of AdrefToken[] */
  AdrefToken *room;   /* on the last of them */
  guint left;         /* how many tokens more find room there */
} Side;

struct AdrefStore {
  Side sides[SIDES];
};

AdrefStore *adref_store_new(const char *language)
{
  AdrefStore *store = g_new0(AdrefStore, 1);
  for (Side *side = store->sides; side < store->sides + SIDES; side++) {
    adref_tokens_init(&side->tokens, language);
    side->scratch = adref_tokens_new();
    side->places = g_hash_table_new(g_direct_hash, g_direct_equal);
    side->rows = g_array_new(FALSE, FALSE, sizeof(AdrefTokenRow));
    side->shelves = g_ptr_array_new_with_free_func(g_free);
  }
  return store;
}

void adref_store_free(AdrefStore *store)
{
  if (!store)
    return;
  for (Side *side = store->sides; side < store->sides + SIDES; side++) {
    adref_tokens_clear(&side->tokens);
    g_array_unref(side->scratch);
    g_hash_table_unref(side->places);
    g_array_unref(side->rows);
    g_ptr_array_unref(side->shelves);
  }
  g_free(store);
}

/* Room for so many tokens more. */
static AdrefToken *take_room(Side *self, guint count)
{
  if (!self->room || count > self->left) {
    self->left = MAX(count, SHELF);
    self->room = g_new(AdrefToken, self->left);
    g_ptr_array_add(self->shelves, self->room);
  }
  AdrefToken *room = self->room;
  self->room += count;
  self->left -= count;
  return room;
}

void adref_store_cut(AdrefStore *store, guint side, const AdrefNode *block,
                     AdrefReferences *references)
{
  Side *self = &store->sides[side];
  g_array_set_size(self->scratch, 0);
  adref_tokens_add_block(&self->tokens, block, references, self->scratch);
  guint length = self->scratch->len;
  AdrefToken *tokens = take_room(self, length);
  if (length > 0)
    memcpy(tokens, self->scratch->data, length * sizeof *tokens);
  AdrefTokenRow row = {tokens, length};
  g_hash_table_insert(self->places, (gpointer)(guintptr)block, GUINT_TO_POINTER(self->rows->len));
  g_array_append_val(self->rows, row);
}

void adref_store_unite(AdrefStore *store)
{
  Side *old = &store->sides[0], *new = &store->sides[1];
  g_autofree guint *ids = adref_lexicon_unite(old->tokens.lexicon, new->tokens.lexicon);
  for (guint i = 0; i < new->rows->len; i++) {
    const AdrefTokenRow *row = &g_array_index(new->rows, AdrefTokenRow, i);
    AdrefToken *tokens = (AdrefToken *)(guintptr)row->tokens;
    for (guint j = 0; j < row->length; j++)
      tokens[j].id = ids[tokens[j].id];
  }
}

AdrefTokenRow adref_store_row(const AdrefStore *self, guint side, const AdrefNode *block)
{
  const Side *of = &self->sides[side];
  gpointer place;
  gboolean cut = g_hash_table_lookup_extended(of->places, block, NULL, &place);
  g_assert(cut);
  return g_array_index(of->rows, AdrefTokenRow, GPOINTER_TO_UINT(place));
}

void adref_store_add_words(const AdrefStore *self, guint side, const AdrefNode *block, GArray *ids)
{
  AdrefTokenRow row = adref_store_row(self, side, block);
  guint length = ids->len;
  g_array_set_size(ids, length + row.length);
  guint *id = (guint *)(gpointer)ids->data;
  for (guint i = 0; i < row.length; i++)
    if (row.tokens[i].type == ADREF_TOKEN_WORD || row.tokens[i].type == ADREF_TOKEN_FIGURE)
      id[length++] = row.tokens[i].id;
  g_array_set_size(ids, length);
}
