#include "merge/compare/column_matching.h"

#include <string.h>

enum {
  MAX_PAIRS = 400, /* pairs of columns whose cells are compared */
  MAX_ROWS = 100   /* the first rows, by which columns are compared */
};

static AdrefElement *head_elements(AdrefDiffWorker *worker, const AdrefNode *table, guint side,
                                   guint count)
{
  AdrefElement *elements = g_new(AdrefElement, count + 1);
  guint at = 0;
  for (const AdrefNode *cell = table->first->first; cell; cell = cell->next)
    elements[at++] =
        (AdrefElement){adref_diff_worker_unit(worker, cell, side).content, ADREF_ELEMENT_WORD};
  return elements;
}

/* The contents of the cells of some columns below the head. */
typedef struct {
  guint from, count;  /* columns */
  GHashTable **cells; /* by column: content + 1 -> how often */
} Columns;

static void add_cell(GHashTable *cells, guint content)
{
  gpointer key = GUINT_TO_POINTER(content + 1);
  guint times = GPOINTER_TO_UINT(g_hash_table_lookup(cells, key));
  g_hash_table_insert(cells, key, GUINT_TO_POINTER(times + 1));
}

static Columns read_columns(AdrefDiffWorker *worker, const AdrefNode *table, guint side, guint from,
                            guint to)
{
  Columns columns = {from, to - from, g_new(GHashTable *, to - from)};
  for (guint i = 0; i < columns.count; i++)
    columns.cells[i] = g_hash_table_new(g_direct_hash, g_direct_equal);
  guint rows = 0;
  for (const AdrefNode *row = table->first->next; row && rows < MAX_ROWS; row = row->next, rows++) {
    guint at = 0;
    for (const AdrefNode *cell = row->first; cell && at < to; cell = cell->next, at++)
      if (at >= from && cell->first)
        add_cell(columns.cells[at - from], adref_diff_worker_unit(worker, cell, side).content);
  }
  return columns;
}

static void columns_clear(Columns *columns)
{
  for (guint i = 0; i < columns->count; i++)
    g_hash_table_unref(columns->cells[i]);
  g_free(columns->cells);
}

static guint count_shared(GHashTable *first, GHashTable *second)
{
  guint shared = 0;
  GHashTableIter iter;
  gpointer key, times;
  g_hash_table_iter_init(&iter, first);
  while (g_hash_table_iter_next(&iter, &key, &times))
    shared += MIN(GPOINTER_TO_UINT(times), GPOINTER_TO_UINT(g_hash_table_lookup(second, key)));
  return shared;
}

/* Sets the matches in order that share the most cells. scores[i][j] is what the columns from i and
 * j on can share at most. FALSE: they share none. */
static gboolean match_by_cells(const Columns *old, const Columns *new, guint *matches)
{
  guint width = new->count + 1;
  g_autofree guint *shared = g_new0(guint, (old->count + 1) * width);
  g_autofree guint *scores = g_new0(guint, (old->count + 1) * width);
  for (guint i = old->count; i-- > 0;)
    for (guint j = new->count; j-- > 0;) {
      guint at = i * width + j;
      shared[at] = count_shared(old->cells[i], new->cells[j]);
      scores[at] =
          MAX(MAX(scores[at + width], scores[at + 1]), shared[at] + scores[at + width + 1]);
    }
  for (guint i = 0, j = 0; i < old->count && j < new->count;) {
    guint at = i * width + j;
    if (shared[at] > 0 && scores[at] == shared[at] + scores[at + width + 1])
      matches[old->from + i++] = new->from + j++;
    else if (scores[at] == scores[at + width])
      i++;
    else
      j++;
  }
  return scores[0] > 0;
}

/* Columns between two matches. As many on both sides are the same ones with other heads. */
static void match_gap(AdrefDiffWorker *worker, const AdrefNode *const *tables, const guint *from,
                      const guint *to, guint *matches)
{
  guint olds = to[0] - from[0], news = to[1] - from[1];
  if (olds == 0 || news == 0)
    return;
  if (olds == news) {
    for (guint i = 0; i < olds; i++)
      matches[from[0] + i] = from[1] + i;
  } else if ((guint64)olds * news <= MAX_PAIRS) {
    Columns old = read_columns(worker, tables[0], 0, from[0], to[0]);
    Columns new = read_columns(worker, tables[1], 1, from[1], to[1]);
    if (!match_by_cells(&old, &new, matches))
      matches[from[0]] = from[1];
    columns_clear(&old);
    columns_clear(&new);
  }
}

/* Whether the new table is read as the old one: of columns that changed their places the same ones
 * moved then, whichever table is the old one. The last heads that differ decide. */
static gboolean is_turned(const AdrefNode *old, const AdrefNode *new, const AdrefElement *before,
                          const AdrefElement *after, const guint *ends)
{
  const AdrefNode *cell = old->first->last, *other = new->first->last;
  for (guint i = ends[0]; ends[0] == ends[1] && i > 0; i--) {
    g_autofree char *words = adref_node_words(cell), *others = adref_node_words(other);
    gsize length = strlen(words), other_length = strlen(others);
    if (before[i - 1].id != after[i - 1].id)
      return length != other_length ? length > other_length : strcmp(words, others) < 0;
    cell = cell->prev;
    other = other->prev;
  }
  return ends[0] > ends[1];
}

/* Matches columns with the same head. */
static void match_heads(AdrefDiffWorker *worker, const AdrefNode *old, const AdrefNode *new,
                        const guint *ends, guint *matches)
{
  g_autofree AdrefElement *before = head_elements(worker, old, 0, ends[0]);
  g_autofree AdrefElement *after = head_elements(worker, new, 1, ends[1]);
  AdrefSequence olds = {before, ends[0]}, news = {after, ends[1]};
  if (!is_turned(old, new, before, after, ends)) {
    adref_align_sequences(worker->aligner, olds, news, matches);
    return;
  }
  g_autofree guint *inverse = g_new(guint, ends[1] + 1);
  adref_align_sequences(worker->aligner, news, olds, inverse);
  adref_matches_invert(inverse, ends[1], matches, ends[0]);
}

GArray *adref_column_matches(AdrefDiffWorker *worker, const AdrefNode *old, const AdrefNode *new)
{
  const AdrefNode *const tables[] = {old, new};
  guint ends[] = {adref_node_count_children(old->first), adref_node_count_children(new->first)},
        from[] = {0, 0};
  GArray *array = g_array_sized_new(FALSE, FALSE, sizeof(guint), ends[0]);
  g_array_set_size(array, ends[0]);
  guint *matches = (guint *)(gpointer)array->data;
  match_heads(worker, old, new, ends, matches);
  for (guint i = 0; i < ends[0]; i++) {
    if (matches[i] == ADREF_NO_MATCH)
      continue;
    guint to[] = {i, matches[i]};
    match_gap(worker, tables, from, to, matches);
    from[0] = i + 1;
    from[1] = matches[i] + 1;
  }
  match_gap(worker, tables, from, ends, matches);
  return array;
}

/* Of a head with marks: which old column is which new one. */
static GArray *columns_of_head(const AdrefNode *head, guint *news)
{
  GArray *columns = g_array_new(FALSE, FALSE, sizeof(guint));
  *news = 0;
  for (const AdrefNode *cell = head->first; cell; cell = cell->next) {
    guint match = cell->mark == ADREF_DELETED ? ADREF_NO_MATCH : *news;
    if (cell->mark != ADREF_INSERTED)
      g_array_append_val(columns, match);
    *news += cell->mark == ADREF_DELETED ? 0 : 1;
  }
  return columns;
}

GArray *adref_column_matches_of_rows(const AdrefNode *old, const AdrefNode *new, guint *news)
{
  guint olds = adref_node_count_children(old), cells = adref_node_count_children(new);
  const AdrefNode *table = old->parent;
  if (table && table == new->parent && table->first->mark == ADREF_KEPT) {
    g_autoptr(GArray) columns = columns_of_head(table->first, news);
    if (columns->len == olds && *news == cells)
      return g_steal_pointer(&columns);
  }
  *news = cells;
  if (olds != cells)
    return NULL;
  GArray *columns = g_array_sized_new(FALSE, FALSE, sizeof(guint), olds);
  for (guint i = 0; i < olds; i++)
    g_array_append_val(columns, i);
  return columns;
}

guint adref_column_match(const GArray *matches, guint news, guint column)
{
  return column < matches->len ? g_array_index(matches, guint, column)
                               : column - matches->len + news;
}
