#include "review/change/moved_columns.h"

#include <string.h>

#include "merge/content_key.h"

enum {
  MOST = 32 /* columns of each text that may have moved */
};

/* A column of one text that the other one has not at its place. */
typedef struct {
  guint place;  /* among the cells of a row of the redline */
  guint number; /* in its text, from 1 */
  GBytes *content;
} Column;

static void column_clear(gpointer data)
{
  g_bytes_unref(((Column *)data)->content);
}

/* The columns of which the head has a mark. */
static GArray *columns_of(const AdrefNode *head, AdrefChangeMark mark)
{
  GArray *columns = g_array_new(FALSE, FALSE, sizeof(Column));
  g_array_set_clear_func(columns, column_clear);
  AdrefChangeMark other = mark == ADREF_DELETED ? ADREF_INSERTED : ADREF_DELETED;
  guint place = 0, number = 0;
  for (const AdrefNode *cell = head->first; cell && columns->len < MOST;
       cell = cell->next, place++) {
    number += cell->mark == other ? 0 : 1;
    if (cell->mark != mark || !cell->first)
      continue;
    Column column = {place, number, adref_content_key_new(cell, NULL)};
    g_array_append_val(columns, column);
  }
  return columns;
}

/* Whether a row has the cells of the head, with the same marks. */
static gboolean is_like_head(const AdrefNode *row, const AdrefNode *head)
{
  const AdrefNode *cell = row->first, *above = head->first;
  while (cell && above && cell->mark == above->mark) {
    cell = cell->next;
    above = above->next;
  }
  return !cell && !above;
}

static const AdrefNode *cell_at(const AdrefNode *row, guint place)
{
  const AdrefNode *cell = row->first;
  while (place-- > 0)
    cell = cell->next;
  return cell;
}

static void add(GHashTable *moved, const AdrefNode *cell, const AdrefMovedCell *values)
{
  g_hash_table_insert(moved, (gpointer)(guintptr)cell, g_memdup2(values, sizeof *values));
}

static void add_pair(GHashTable *moved, const AdrefNode *row, const Column *old, const Column *new)
{
  const AdrefNode *from = cell_at(row, old->place), *to = cell_at(row, new->place);
  g_autoptr(GBytes) before = adref_content_key_new(from, NULL),
                    after = adref_content_key_new(to, NULL);
  gboolean same = g_bytes_equal(before, after);
  g_autofree char *was = adref_node_words(from), *is = adref_node_words(to);
  if (!same && strcmp(was, is) == 0) /* formatting or a link changed */
    return;
  add(moved, from, &(AdrefMovedCell){to, old->number, new->number, same});
  add(moved, to, &(AdrefMovedCell){from, old->number, new->number, same});
}

void adref_moved_columns_add(GHashTable *moved, const AdrefNode *table)
{
  const AdrefNode *head = table->first;
  if (!head || head->mark != ADREF_KEPT)
    return;
  g_autoptr(GArray) olds = columns_of(head, ADREF_DELETED), news = columns_of(head, ADREF_INSERTED);
  for (guint i = 0; i < olds->len; i++)
    for (guint j = 0; j < news->len; j++) {
      const Column *old = &g_array_index(olds, Column, i), *new = &g_array_index(news, Column, j);
      if (!g_bytes_equal(old->content, new->content))
        continue;
      for (const AdrefNode *row = head; row; row = row->next)
        if (row->mark == ADREF_KEPT && is_like_head(row, head))
          add_pair(moved, row, old, new);
      break;
    }
}
