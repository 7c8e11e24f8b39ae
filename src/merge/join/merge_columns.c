#include "merge/join/merge_columns.h"

#include <string.h>

#include "clause/node_copy.h"
#include "clause/words.h"
#include "merge/compare/column_matching.h"
#include "merge/join/merge_events.h"
#include "merge/join/merge_wrap.h"

enum {
  MAX_SAME = 16 /* new columns with one head at one place that a new one is compared with */
};

/* A column of the tables that are made. */
typedef struct {
  guint base;   /* column of the base, or ADREF_NO_MATCH */
  guint *sides; /* by side: its own column, or ADREF_NO_MATCH */
} Column;

static void column_clear(gpointer column)
{
  g_free(((Column *)column)->sides);
}

typedef struct {
  const AdrefMergeContext *context;
  const AdrefNode *base;
  const AdrefNode *const *sides;
  AdrefBlockMatches *rows; /* as in AdrefMergeColumns */
  GArray **matches;        /* by side: by column of the base; NULL: unchanged */
  GPtrArray **grids;       /* by side, and that of the base behind them; NULL: unchanged */
  GArray *columns;         /* of Column */
} Unifier;

static void row_free(gpointer row)
{
  g_ptr_array_unref(row);
}

/* The cells of a table, by row and column. */
static GPtrArray *grid_of(const AdrefNode *table)
{
  GPtrArray *grid = g_ptr_array_new_with_free_func(row_free);
  for (const AdrefNode *row = table->first; row; row = row->next)
    g_ptr_array_add(grid, adref_merge_child_list(row));
  return grid;
}

static AdrefNode *cell_at(const GPtrArray *grid, guint row, guint column)
{
  return g_ptr_array_index((const GPtrArray *)grid->pdata[row], column);
}

static guint width_of(const AdrefNode *table)
{
  return adref_node_count_children(table->first);
}

/* --- which columns there are --- */

static gboolean is_even(const AdrefNode *table)
{
  guint width = width_of(table);
  gboolean even = strlen(table->as.table.alignments) == width;
  for (const AdrefNode *row = table->first; row && even; row = row->next)
    even = adref_node_count_children(row) == width;
  return even;
}

gboolean adref_merge_columns_differ(const AdrefMergeContext *context, const AdrefNode *base,
                                    const AdrefNode *const *sides)
{
  gboolean differ = FALSE, even = is_even(base);
  for (guint s = 0; s < context->count && even; s++) {
    if (!sides[s])
      continue;
    even = is_even(sides[s]);
    differ = differ || width_of(sides[s]) != width_of(base);
  }
  return differ && even;
}

static guint match_at(const GArray *matches, guint column)
{
  return g_array_index(matches, guint, column);
}

/* Whether a column of the base stands at another place in a side: both have a column with the same
 * head that is none of the other's. */
static gboolean has_moved(const Unifier *self, guint side)
{
  const GArray *matches = self->matches[side];
  g_autoptr(GHashTable) heads = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) matched = g_hash_table_new(NULL, NULL);
  guint i = 0, j = 0;
  for (const AdrefNode *cell = self->base->first->first; cell; cell = cell->next, i++)
    if (match_at(matches, i) == ADREF_NO_MATCH)
      g_hash_table_add(heads, adref_node_words(cell));
    else
      g_hash_table_add(matched, GUINT_TO_POINTER(match_at(matches, i) + 1));
  gboolean moved = FALSE;
  for (const AdrefNode *cell = self->sides[side]->first->first; cell && !moved;
       cell = cell->next, j++) {
    if (g_hash_table_contains(matched, GUINT_TO_POINTER(j + 1)))
      continue;
    g_autofree char *head = adref_node_words(cell);
    moved = g_hash_table_contains(heads, head);
  }
  return moved;
}

static gboolean match_columns(Unifier *self)
{
  for (guint s = 0; s < self->context->count; s++) {
    if (!self->sides[s])
      continue;
    AdrefDiffWorker worker;
    adref_diff_worker_init(&worker, self->base, self->sides[s], self->context->options->language);
    self->matches[s] = adref_column_matches(&worker, self->base, self->sides[s]);
    adref_diff_worker_clear(&worker);
    if (has_moved(self, s))
      return FALSE;
  }
  return TRUE;
}

/* New columns of a side before a column of the base. */
typedef struct {
  char *heads; /* first, for compare_runs */
  guint side, from, to;
} Run;

static void run_clear(gpointer run)
{
  g_free(((Run *)run)->heads);
}

static gint compare_runs(gconstpointer a, gconstpointer b)
{
  const char *const *x = a, *const *y = b;
  return strcmp(*x, *y);
}

static char *heads_of(const GPtrArray *grid, guint from, guint to)
{
  GString *heads = g_string_new(NULL);
  for (guint j = from; j < to; j++) {
    g_autofree char *words = adref_node_words(cell_at(grid, 0, j));
    g_string_append_printf(heads, "%s\n", words);
  }
  return g_string_free(heads, FALSE);
}

/* The runs before column `i` of the base, in an order that does not depend on that of the sides;
 * `next` is the first column of each side that is not yet placed. */
static GArray *runs_before(const Unifier *self, guint i, guint *next)
{
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(Run));
  g_array_set_clear_func(runs, run_clear);
  for (guint s = 0; s < self->context->count; s++) {
    const GArray *matches = self->matches[s];
    if (!matches)
      continue;
    guint end = i == matches->len ? width_of(self->sides[s]) : match_at(matches, i);
    if (end == ADREF_NO_MATCH)
      continue;
    Run run = {NULL, s, next[s], end};
    next[s] = end + 1;
    if (run.from >= run.to)
      continue;
    run.heads = heads_of(self->grids[s], run.from, run.to);
    g_array_append_val(runs, run);
  }
  g_array_sort(runs, compare_runs);
  return runs;
}

static Column *add_column(Unifier *self, guint base)
{
  Column column = {base, g_new(guint, self->context->count + 1)};
  for (guint s = 0; s < self->context->count; s++)
    column.sides[s] = base != ADREF_NO_MATCH && self->matches[s] ? match_at(self->matches[s], base)
                                                                 : ADREF_NO_MATCH;
  g_array_append_val(self->columns, column);
  return &g_array_index(self->columns, Column, self->columns->len - 1);
}

/* A new column of a side: a column with the same head that other sides put at the same place, which
 * has none of the side yet, or one of its own. `heads`: the columns with a head (of guint). */
static void add_new(Unifier *self, GHashTable *heads, guint side, const AdrefNode *cell, guint own)
{
  g_autofree char *head = adref_node_words(cell);
  GArray *same = g_hash_table_lookup(heads, head);
  Column *column = NULL;
  if (!same) {
    same = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(heads, g_steal_pointer(&head), same);
  }
  for (guint i = 0; i < MIN(same->len, MAX_SAME) && !column; i++) {
    Column *other = &g_array_index(self->columns, Column, g_array_index(same, guint, i));
    column = other->sides[side] == ADREF_NO_MATCH ? other : NULL;
  }
  if (!column) {
    g_array_append_val(same, self->columns->len);
    column = add_column(self, ADREF_NO_MATCH);
  }
  column->sides[side] = own;
}

static void add_columns(Unifier *self)
{
  guint width = width_of(self->base);
  g_autofree guint *next = g_new0(guint, self->context->count + 1);
  for (guint i = 0; i <= width; i++) {
    g_autoptr(GArray) runs = runs_before(self, i, next);
    g_autoptr(GHashTable) heads =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    for (guint r = 0; r < runs->len; r++) {
      const Run *run = &g_array_index(runs, Run, r);
      for (guint j = run->from; j < run->to; j++)
        add_new(self, heads, run->side, cell_at(self->grids[run->side], 0, j), j);
    }
    if (i < width)
      add_column(self, i);
  }
}

/* --- columns that one side took out and another one changed --- */

/* Which row of a side a row of the base is. */
static guint row_of(const Unifier *self, guint side, guint i)
{
  guint match = self->rows[side].in_order[i];
  return match != ADREF_NO_MATCH ? match : self->rows[side].moved[i];
}

/* Whether a side has other words in a column of the base than that one, or a row of its own with
 * words there. */
static gboolean changes_column(const Unifier *self, guint side, const Column *column)
{
  const GPtrArray *olds = self->grids[self->context->count], *news = self->grids[side];
  g_autofree guint8 *known = g_new0(guint8, news->len + 1); /* rows that are of the base */
  gboolean changes = FALSE;
  for (guint i = 0; i < olds->len && !changes; i++) {
    guint match = row_of(self, side, i);
    if (match == ADREF_NO_MATCH)
      continue;
    changes = !adref_bracket_same_words(cell_at(olds, i, column->base),
                                        cell_at(news, match, column->sides[side]));
    known[match] = TRUE;
  }
  for (guint i = 0; i < news->len && !changes; i++)
    changes = !known[i] && cell_at(news, i, column->sides[side])->first;
  return changes;
}

static void find_dispute(const Unifier *self, AdrefMergeColumns *made, guint i)
{
  const Column *column = &g_array_index(self->columns, Column, i);
  g_autoptr(GArray) editors = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) deleters = g_array_new(FALSE, FALSE, sizeof(guint));
  if (column->base == ADREF_NO_MATCH || self->context->options->compile)
    return;
  for (guint s = 0; s < made->count; s++) {
    if (!self->sides[s])
      continue;
    if (column->sides[s] == ADREF_NO_MATCH)
      g_array_append_val(deleters, s);
    else if (changes_column(self, s, column))
      g_array_append_val(editors, s);
  }
  if (editors->len == 0 || deleters->len == 0)
    return;
  made->editors[i] = g_steal_pointer(&editors);
  made->deleters[i] = g_steal_pointer(&deleters);
}

/* --- the tables --- */

/* The column of a table: of the base, where `side` is the number of sides. */
static guint own_column(const Unifier *self, guint i, guint side)
{
  const Column *column = &g_array_index(self->columns, Column, i);
  return side == self->context->count ? column->base : column->sides[side];
}

static const AdrefNode *table_of(const Unifier *self, guint side)
{
  return side == self->context->count ? self->base : self->sides[side];
}

/* How a column is aligned: as in the table, else as in the base or the first side that has it. */
static char alignment_of(const Unifier *self, guint i, guint side)
{
  guint own = own_column(self, i, side), count = self->context->count;
  for (guint s = 0; own == ADREF_NO_MATCH && s <= count; s++) {
    side = s == 0 ? count : s - 1; /* the base first */
    own = table_of(self, side) ? own_column(self, i, side) : ADREF_NO_MATCH;
  }
  return table_of(self, side)->as.table.alignments[own];
}

/* By row of a table: the cells of the row of the base that it is; NULL: it is new. */
static GPtrArray *base_rows(const Unifier *self, guint side)
{
  GPtrArray *rows = g_ptr_array_new();
  const GPtrArray *olds = self->grids[self->context->count];
  g_ptr_array_set_size(rows, (gint)adref_node_count_children(table_of(self, side)));
  for (guint i = 0; side < self->context->count && i < olds->len; i++)
    if (row_of(self, side, i) != ADREF_NO_MATCH)
      rows->pdata[row_of(self, side, i)] = olds->pdata[i];
  return rows;
}

/* The cell of column `i` in a table of which a row has the cells `cells`, and is the row with the
 * cells `olds` in the base; NULL: it is new. */
static AdrefNode *make_cell(const Unifier *self, const AdrefMergeColumns *made,
                            const GPtrArray *cells, const GPtrArray *olds, guint i, guint side)
{
  guint own = own_column(self, i, side);
  if (own != ADREF_NO_MATCH)
    return adref_node_copy_tree(cells->pdata[own], ADREF_KEPT);
  guint base = g_array_index(self->columns, Column, i).base;
  return made->editors[i] && olds ? adref_node_copy_tree(olds->pdata[base], ADREF_KEPT)
                                  : adref_node_new(ADREF_TABLE_CELL);
}

static AdrefNode *make_table(const Unifier *self, const AdrefMergeColumns *made, guint side)
{
  const AdrefNode *table = table_of(self, side);
  AdrefNode *copy = adref_node_copy(table);
  g_autoptr(GString) alignments = g_string_new(NULL);
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_c(alignments, alignment_of(self, i, side));
  g_free(copy->as.table.alignments);
  copy->as.table.alignments = g_strdup(alignments->str);
  g_autoptr(GPtrArray) rows = base_rows(self, side);
  guint place = 0;
  for (const AdrefNode *row = table->first; row; row = row->next, place++) {
    AdrefNode *copied = adref_node_copy(row);
    const GPtrArray *cells = self->grids[side]->pdata[place], *olds = rows->pdata[place];
    for (guint i = 0; i < self->columns->len; i++)
      adref_node_append(copied, make_cell(self, made, cells, olds, i, side));
    adref_node_append(copy, copied);
  }
  return copy;
}

/* Whether some side took out a column of the base. */
static gboolean is_taken_out(const Unifier *self, guint i)
{
  gboolean lack = FALSE;
  for (guint s = 0; s < self->context->count; s++)
    lack = lack || (self->sides[s] && own_column(self, i, s) == ADREF_NO_MATCH);
  return lack && own_column(self, i, self->context->count) != ADREF_NO_MATCH;
}

/* --- the whole --- */

static AdrefMergeColumns *make_tables(Unifier *self)
{
  guint count = self->context->count;
  for (guint s = 0; s <= count; s++)
    self->grids[s] = table_of(self, s) ? grid_of(table_of(self, s)) : NULL;
  add_columns(self);
  AdrefMergeColumns *made = g_new0(AdrefMergeColumns, 1);
  made->count = count;
  made->rows = self->rows;
  made->taken_out = g_new0(guint8, self->columns->len + 1);
  made->editors = g_new0(GArray *, self->columns->len + 1);
  made->deleters = g_new0(GArray *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++) {
    made->taken_out[i] = is_taken_out(self, i) ? 1 : 0;
    find_dispute(self, made, i);
  }
  made->base = make_table(self, made, count);
  made->sides = g_new0(AdrefNode *, count + 1);
  for (guint s = 0; s < count; s++)
    made->sides[s] = self->sides[s] ? make_table(self, made, s) : NULL;
  return made;
}

static void rows_free(AdrefBlockMatches *rows, guint count)
{
  for (guint s = 0; s < count; s++)
    adref_block_matches_clear(&rows[s]);
  g_free(rows);
}

AdrefMergeColumns *adref_merge_columns_new(const AdrefMergeContext *context, const AdrefNode *base,
                                           const AdrefNode *const *sides, AdrefBlockMatches *rows)
{
  Unifier self = {.context = context, .base = base, .sides = sides, .rows = rows};
  self.matches = g_new0(GArray *, context->count + 1);
  self.grids = g_new0(GPtrArray *, context->count + 1);
  self.columns = g_array_new(FALSE, FALSE, sizeof(Column));
  g_array_set_clear_func(self.columns, column_clear);
  AdrefMergeColumns *made = match_columns(&self) ? make_tables(&self) : NULL;
  if (!made)
    rows_free(rows, context->count);
  for (guint s = 0; s <= context->count; s++) {
    g_clear_pointer(&self.matches[s], g_array_unref);
    g_clear_pointer(&self.grids[s], g_ptr_array_unref);
  }
  g_free(self.matches);
  g_free(self.grids);
  g_array_unref(self.columns);
  return made;
}

void adref_merge_columns_free(AdrefMergeColumns *self)
{
  gsize columns = strlen(self->base->as.table.alignments);
  for (gsize i = 0; i < columns; i++) {
    g_clear_pointer(&self->editors[i], g_array_unref);
    g_clear_pointer(&self->deleters[i], g_array_unref);
  }
  for (guint s = 0; s < self->count; s++)
    adref_node_free(self->sides[s]);
  rows_free(self->rows, self->count);
  adref_node_free(self->base);
  g_free(self->sides);
  g_free(self->taken_out);
  g_free(self->editors);
  g_free(self->deleters);
  g_free(self);
}

static gboolean is_empty(const GPtrArray *grid, guint column)
{
  for (guint i = 0; i < grid->len; i++)
    if (cell_at(grid, i, column)->first)
      return FALSE;
  return TRUE;
}

static void bracket(const AdrefMergeColumns *self, AdrefMergeContext *context,
                    const GPtrArray *grid, guint column)
{
  for (guint i = 0; i < grid->len; i++) {
    AdrefNode *cell = cell_at(grid, i, column);
    if (cell->first)
      adref_merge_wrap(context, cell, self->editors[column], self->deleters[column]);
  }
  context->report->brackets++;
  AdrefMergeEvent *event =
      adref_merge_event_add(context, ADREF_MERGE_BRACKETED, "a column that one side takes out");
  for (guint i = 0; i < self->editors[column]->len; i++)
    adref_merge_event_add_side(context, event, g_array_index(self->editors[column], guint, i));
  for (guint i = 0; i < self->deleters[column]->len; i++)
    adref_merge_event_add_side(context, event, g_array_index(self->deleters[column], guint, i));
}

void adref_merge_columns_finish(const AdrefMergeColumns *self, AdrefMergeContext *context,
                                AdrefNode *table)
{
  g_autoptr(GPtrArray) grid = grid_of(table);
  g_autoptr(GString) alignments = g_string_new(NULL);
  for (guint i = 0; table->as.table.alignments[i]; i++) {
    gboolean drops = !self->editors[i] && self->taken_out[i] && is_empty(grid, i);
    for (guint row = 0; drops && row < grid->len; row++)
      adref_node_free(cell_at(grid, row, i));
    if (!drops)
      g_string_append_c(alignments, table->as.table.alignments[i]);
  }
  for (guint i = (guint)strlen(table->as.table.alignments); i-- > 0;)
    if (self->editors[i])
      bracket(self, context, grid, i);
  strcpy(table->as.table.alignments, alignments->str);
}
