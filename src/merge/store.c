#include "merge/store.h"

#include <string.h>

/* A row takes no more room than its tokens: there are as many of them as words that changed. */
typedef struct {
  guint length;
  AdrefToken tokens[];
} Row;

struct AdrefStore {
  AdrefTokens tokens;
  GArray *scratch;    /* of AdrefToken */
  GHashTable *places; /* block -> place among the rows, from 1 */
  GPtrArray *rows;    /* of Row; NULL: taken */
};

AdrefStore *adref_store_new(const char *language)
{
  AdrefStore *store = g_new0(AdrefStore, 1);
  adref_tokens_init(&store->tokens, language);
  store->scratch = adref_tokens_new();
  store->places = g_hash_table_new(g_direct_hash, g_direct_equal);
  store->rows = g_ptr_array_new_with_free_func(g_free);
  return store;
}

void adref_store_free(AdrefStore *store)
{
  if (!store)
    return;
  adref_tokens_clear(&store->tokens);
  g_array_unref(store->scratch);
  g_hash_table_unref(store->places);
  g_ptr_array_unref(store->rows);
  g_free(store);
}

static Row *new_row(const GArray *tokens)
{
  gsize size = tokens->len * sizeof(AdrefToken);
  Row *row = g_malloc(sizeof *row + size);
  row->length = tokens->len;
  memcpy(row->tokens, tokens->data, size);
  return row;
}

static const Row *row_of(AdrefStore *self, const AdrefNode *block, AdrefReferences *references)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(self->places, block));
  if (place > 0)
    return self->rows->pdata[place - 1];
  g_array_set_size(self->scratch, 0);
  adref_tokens_add_block(&self->tokens, block, references, self->scratch);
  g_ptr_array_add(self->rows, new_row(self->scratch));
  g_hash_table_insert(self->places, (gpointer)(guintptr)block, GUINT_TO_POINTER(self->rows->len));
  return self->rows->pdata[self->rows->len - 1];
}

void adref_store_add_words(AdrefStore *self, const AdrefNode *block, AdrefReferences *references,
                           GArray *ids)
{
  const Row *row = row_of(self, block, references);
  guint length = ids->len;
  g_array_set_size(ids, length + row->length);
  guint *id = (guint *)(gpointer)ids->data;
  for (guint i = 0; i < row->length; i++)
    if (row->tokens[i].type == ADREF_TOKEN_WORD || row->tokens[i].type == ADREF_TOKEN_FIGURE)
      id[length++] = row->tokens[i].id;
  g_array_set_size(ids, length);
}

void adref_store_take(AdrefStore *self, const AdrefNode *block, GArray *tokens)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(self->places, block));
  g_assert(place > 0);
  g_autofree Row *row = g_steal_pointer(&self->rows->pdata[place - 1]);
  g_assert(row);
  adref_tokens_append(tokens, row->tokens, row->length);
}
