/* Rows of tables among the blocks that moved: their cells are too short to be matched one by one.
 */
#include "merge/compare/column_matching.h"
#include "merge/compare/moved_blocks_private.h"

/* The leaf of the other text that a cell is matched with or a later part of. */
static guint whole_of_cell(const AdrefMovedBlocks *self, const guint *matches, guint side, guint i)
{
  return matches[i] != ADREF_NO_MATCH ? matches[i] : self->parts[side][i];
}

/* Whether all cells from `first` to `end` - 1 that have a whole have the same one, which is set. */
static gboolean have_one_whole(const AdrefMovedBlocks *self, const guint *matches, guint side,
                               guint first, guint end, guint *whole)
{
  *whole = ADREF_NO_MATCH;
  for (guint i = first; i < end; i++) {
    guint here = whole_of_cell(self, matches, side, i);
    if (here == ADREF_NO_MATCH)
      continue;
    if (*whole != ADREF_NO_MATCH && *whole != here)
      return FALSE;
    *whole = here;
  }
  return *whole != ADREF_NO_MATCH;
}

/* The end of the cells of one row, of one text, that begin at a leaf; or the leaf itself. */
static guint end_of_row(const AdrefMovedBlocks *self, guint side, guint first)
{
  guint end = first, count = adref_moved_leaf_count(self, side);
  const AdrefNode *row = adref_moved_leaf_at(self, side, first)->block->parent;
  while (end < count && adref_moved_leaf_at(self, side, end)->block->type == ADREF_TABLE_CELL &&
         adref_moved_leaf_at(self, side, end)->block->parent == row &&
         adref_moved_leaf_is_alone(adref_moved_leaf_at(self, side, end)))
    end++;
  return end;
}

void adref_moved_block_rows_complete(AdrefMovedBlocks *self, guint *matches, guint side)
{
  guint whole;
  for (guint i = 0, end; i < adref_moved_leaf_count(self, side); i = MAX(end, i + 1)) {
    end = end_of_row(self, side, i);
    if (end < i + 2 || !have_one_whole(self, matches, side, i, end, &whole) ||
        adref_moved_leaf_at(self, 1 - side, whole)->block->type == ADREF_TABLE_CELL)
      continue;
    gboolean later = i > 0 && whole_of_cell(self, matches, side, i - 1) == whole;
    for (guint k = i; k < end; k++) {
      gboolean is_first = k == i && !later;
      matches[k] = is_first ? whole : ADREF_NO_MATCH;
      self->parts[side][k] = is_first ? ADREF_NO_MATCH : whole;
    }
  }
}

/* --- rows that moved --- */

/* The cells of a row that only one text has. */
typedef struct {
  guint first, end; /* leaves */
} CellRow;

static const CellRow *row_at(const GArray *rows, guint i)
{
  return &g_array_index(rows, CellRow, i);
}

static GArray *find_rows(const AdrefMovedBlocks *self, guint side)
{
  AdrefChangeMark mark = side == 0 ? ADREF_DELETED : ADREF_INSERTED;
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(CellRow));
  for (guint i = 0, end; i < adref_moved_leaf_count(self, side); i = MAX(end, i + 1)) {
    end = end_of_row(self, side, i);
    CellRow row = {i, end};
    if (end > i + 1 && adref_moved_leaf_at(self, side, i)->block->parent->mark == mark)
      g_array_append_val(rows, row);
  }
  return rows;
}

/* Only rows with the same first cell, which says what a row is about, can match. One more unit is a
 * border, so that no two rows are between the same neighbours. */
static AdrefMatchUnits row_units(AdrefMovedBlocks *self, const GArray *rows, guint side)
{
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, rows->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    const AdrefNode *cell = adref_moved_leaf_at(self, side, row_at(rows, i)->first)->block;
    AdrefMatchUnit *unit = units + i + side;
    *unit = adref_diff_worker_unit(&self->worker, cell->parent, side);
    unit->kind = adref_diff_worker_unit(&self->worker, cell, side).content;
    adref_diff_worker_set_bag(&self->worker, cell->parent, side, unit);
  }
  units[side == 0 ? rows->len : 0] = (AdrefMatchUnit){.content = G_MAXUINT / 2,
                                                      .exact = G_MAXUINT / 2,
                                                      .weight = G_MAXUINT / 4,
                                                      .bag = adref_word_bag_new(NULL, 0)};
  return (AdrefMatchUnits){units, rows->len + 1};
}

/* Matches the cells of two rows by their columns. inverse[j]: the old leaf that a new one is the
 * match of. */
static void match_cells(AdrefMovedBlocks *self, const CellRow *old, const CellRow *new,
                        guint *inverse)
{
  guint news;
  const AdrefNode *row = adref_moved_leaf_at(self, 0, old->first)->block->parent,
                  *now = adref_moved_leaf_at(self, 1, new->first)->block->parent;
  g_autoptr(GArray) columns = adref_column_matches_of_rows(row, now, &news);
  for (guint i = 0; columns && old->first + i < old->end; i++) {
    guint place = adref_column_match(columns, news, i), before = old->first + i,
          j = new->first + place;
    if (place == ADREF_NO_MATCH || j >= new->end)
      continue;
    if (self->matches[before] != ADREF_NO_MATCH)
      inverse[self->matches[before]] = ADREF_NO_MATCH;
    if (inverse[j] != ADREF_NO_MATCH)
      self->matches[inverse[j]] = ADREF_NO_MATCH;
    self->matches[before] = j;
    inverse[j] = before;
  }
}

void adref_moved_block_rows_match(AdrefMovedBlocks *self)
{
  g_autoptr(GArray) olds = find_rows(self, 0), news = find_rows(self, 1);
  if (olds->len == 0 || news->len == 0)
    return;
  AdrefMatchUnits old = row_units(self, olds, 0), new = row_units(self, news, 1);
  g_autofree guint *matches = g_new(guint, old.length);
  for (guint i = 0; i < olds->len; i++)
    matches[i] = ADREF_NO_MATCH;
  matches[olds->len] = 0;
  adref_match_units_similar(self->worker.matcher, old, new, TRUE, matches);
  guint leaves = adref_moved_leaf_count(self, 1);
  g_autofree guint *inverse = g_new(guint, leaves + 1);
  adref_matches_invert(self->matches, adref_moved_leaf_count(self, 0), inverse, leaves);
  for (guint i = 0; i < olds->len; i++)
    if (matches[i] != ADREF_NO_MATCH)
      match_cells(self, row_at(olds, i), row_at(news, matches[i] - 1), inverse);
  adref_match_units_clear(old);
  adref_match_units_clear(new);
}
