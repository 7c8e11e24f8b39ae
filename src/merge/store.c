#include "merge/store.h"

#include <string.h>

enum {
  SIDES = 2
};

/* A row takes no more room than its tokens: there are as many of them as words that changed. */
typedef struct {
  guint length;
  AdrefToken tokens[];
} Row;

typedef struct {
  AdrefTokens tokens;
  GArray *scratch;    /* of AdrefToken */
  GHashTable *places; /* block -> place among the rows, from 1 */
  GPtrArray *rows;    /* of Row; NULL: taken */
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
    side->rows = g_ptr_array_new_with_free_func(g_free);
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
    g_ptr_array_unref(side->rows);
  }
  g_free(store);
}

static Row *new_row(const GArray *tokens)
{
  gsize size = tokens->len * sizeof(AdrefToken);
  Row *row = g_malloc(sizeof *row + size);
  row->length = tokens->len;
  if (size > 0)
    memcpy(row->tokens, tokens->data, size);
  return row;
}

void adref_store_cut(AdrefStore *store, guint side, const AdrefNode *block,
                     AdrefReferences *references)
{
  Side *self = &store->sides[side];
  g_array_set_size(self->scratch, 0);
  adref_tokens_add_block(&self->tokens, block, references, self->scratch);
  g_ptr_array_add(self->rows, new_row(self->scratch));
  g_hash_table_insert(self->places, (gpointer)(guintptr)block, GUINT_TO_POINTER(self->rows->len));
}

void adref_store_unite(AdrefStore *store)
{
  Side *old = &store->sides[0], *new = &store->sides[1];
  g_autofree guint *ids = adref_lexicon_unite(old->tokens.lexicon, new->tokens.lexicon);
  for (guint i = 0; i < new->rows->len; i++) {
    Row *row = new->rows->pdata[i];
    for (guint j = 0; j < row->length; j++)
      row->tokens[j].id = ids[row->tokens[j].id];
  }
}

static Row **row_of(const AdrefStore *store, guint side, const AdrefNode *block)
{
  const Side *self = &store->sides[side];
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(self->places, block));
  g_assert(place > 0 && self->rows->pdata[place - 1]);
  return (Row **)&self->rows->pdata[place - 1];
}

void adref_store_add_words(const AdrefStore *self, guint side, const AdrefNode *block, GArray *ids)
{
  const Row *row = *row_of(self, side, block);
  guint length = ids->len;
  g_array_set_size(ids, length + row->length);
  guint *id = (guint *)(gpointer)ids->data;
  for (guint i = 0; i < row->length; i++)
    if (row->tokens[i].type == ADREF_TOKEN_WORD || row->tokens[i].type == ADREF_TOKEN_FIGURE)
      id[length++] = row->tokens[i].id;
  g_array_set_size(ids, length);
}

void adref_store_take(AdrefStore *self, guint side, const AdrefNode *block, GArray *tokens)
{
  g_autofree Row *row = g_steal_pointer(row_of(self, side, block));
  adref_tokens_append(tokens, row->tokens, row->length);
}
