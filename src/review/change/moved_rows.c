#include "review/change/moved_rows.h"

#include "merge/content_key.h"

/* Rows of the old text: content -> GArray of numbers, the last one first. */
static GHashTable *deleted_rows(const AdrefNode *table, GPtrArray *rows)
{
  GHashTable *places = g_hash_table_new_full(
      g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, (GDestroyNotify)g_queue_free);
  for (const AdrefNode *row = table->first; row; row = row->next) {
    if (row->mark == ADREF_INSERTED)
      continue;
    g_ptr_array_add(rows, (gpointer)(guintptr)row);
    if (row->mark != ADREF_DELETED)
      continue;
    GBytes *content = adref_content_key_new(row, NULL);
    GQueue *numbers = g_hash_table_lookup(places, content);
    if (!numbers)
      g_hash_table_insert(places, g_bytes_ref(content), numbers = g_queue_new());
    g_queue_push_tail(numbers, GUINT_TO_POINTER(rows->len - 1));
    g_bytes_unref(content);
  }
  return places;
}

static void add(GHashTable *moved, const AdrefNode *row, guint old, guint new)
{
  AdrefMovedRow *both = g_new(AdrefMovedRow, 1);
  *both = (AdrefMovedRow){old, new};
  g_hash_table_insert(moved, (gpointer)(guintptr)row, both);
}

void adref_moved_rows_add(GHashTable *moved, const AdrefNode *table)
{
  g_autoptr(GPtrArray) olds = g_ptr_array_new();
  g_autoptr(GHashTable) places = deleted_rows(table, olds);
  guint number = 0;
  for (const AdrefNode *row = table->first; row && g_hash_table_size(places) > 0; row = row->next) {
    if (row->mark == ADREF_DELETED)
      continue;
    guint at = number++;
    g_autoptr(GBytes) content =
        row->mark == ADREF_INSERTED ? adref_content_key_new(row, NULL) : NULL;
    GQueue *numbers = content ? g_hash_table_lookup(places, content) : NULL;
    if (!numbers || g_queue_is_empty(numbers))
      continue;
    guint old = GPOINTER_TO_UINT(g_queue_pop_head(numbers));
    add(moved, row, old, at);
    add(moved, olds->pdata[old], old, at);
  }
}
