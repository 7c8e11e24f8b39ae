#include "merge/join/merge_rows.h"

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "merge/join/merge_brackets.h"

static guint count_cells(const AdrefNode *row)
{
  guint count = 0;
  for (const AdrefNode *cell = row->first; cell; cell = cell->next)
    count++;
  return count;
}

static const AdrefNode *cell_at(const AdrefNode *row, guint i)
{
  const AdrefNode *cell = row->first;
  while (i-- > 0)
    cell = cell->next;
  return cell;
}

static const AdrefNode *first_row(const AdrefMergeContext *context, const AdrefNode *const *rows)
{
  for (guint s = 0; s < context->count; s++)
    if (rows[s])
      return rows[s];
  return NULL;
}

static gboolean are_one(const AdrefMergeContext *context, const AdrefNode *const *rows)
{
  const AdrefNode *first = first_row(context, rows);
  guint cells = first ? count_cells(first) : 0;
  gboolean one = cells > 1 && first->first->first;
  for (guint s = 0; s < context->count && one; s++)
    one = !rows[s] || (count_cells(rows[s]) == cells && adref_merge_party(context, s) &&
                       adref_bracket_same_words(rows[s]->first, first->first));
  return one;
}

/* The bracket of a cell, or the only node in it. */
static const AdrefNode *form_of(const AdrefNode *cell)
{
  const AdrefNode *only = cell->first;
  return only && only == cell->last && only->type == ADREF_BRACKET ? only : cell;
}

/* The cell of a side when it has words. A text that left it empty, or has no such column, wants no
 * other words there. */
static const AdrefNode *filled_cell(const AdrefNode *const *rows, guint side, guint i)
{
  const AdrefNode *cell = rows[side] ? cell_at(rows[side], i) : NULL;
  return cell && cell->first ? cell : NULL;
}

static const AdrefNode *first_filled(const AdrefMergeContext *context, const AdrefNode *const *rows,
                                     guint i)
{
  const AdrefNode *cell = NULL;
  for (guint s = 0; s < context->count && !cell; s++)
    cell = filled_cell(rows, s, i);
  return cell;
}

static gboolean is_same(const AdrefMergeContext *context, const AdrefNode *const *rows, guint i)
{
  const AdrefNode *first = first_filled(context, rows, i);
  for (guint s = 0; s < context->count; s++) {
    const AdrefNode *cell = filled_cell(rows, s, i);
    if (cell && !adref_bracket_same_words(cell, first))
      return FALSE;
  }
  return TRUE;
}

/* The bracket of what the sides have in a cell. */
static AdrefNode *join_cells(const AdrefMergeContext *context, const AdrefNode *const *rows,
                             guint i)
{
  g_autofree AdrefMergeBracketSide *sides = g_new0(AdrefMergeBracketSide, context->count + 1);
  g_autoptr(AdrefNode) none = adref_bracket_new();
  for (guint s = 0; s < context->count; s++) {
    const AdrefNode *cell = filled_cell(rows, s, i);
    sides[s] = (AdrefMergeBracketSide){cell ? form_of(cell) : NULL, adref_merge_party(context, s)};
  }
  gboolean reopened;
  return adref_merge_brackets(none, sides, context->count, TRUE, &reopened);
}

static void wrap_cell(const AdrefMergeContext *context, const AdrefNode *const *rows, guint i,
                      AdrefNode *cell)
{
  AdrefNode *alternative = adref_bracket_wrap_cell(cell);
  for (guint s = 0; s < context->count && alternative; s++)
    if (filled_cell(rows, s, i))
      adref_alternative_join(alternative, adref_merge_party(context, s), ADREF_POSITION_SUPPORT);
}

static guint count_different(const AdrefMergeContext *context, const AdrefNode *const *rows)
{
  guint different = 0;
  for (guint i = 0; i < count_cells(first_row(context, rows)); i++)
    different += is_same(context, rows, i) ? 0 : 1;
  return different;
}

static AdrefNode *make_cell(const AdrefMergeContext *context, const AdrefNode *const *rows, guint i,
                            gboolean bracketed)
{
  const AdrefNode *first = first_filled(context, rows, i);
  if (first && !is_same(context, rows, i)) {
    AdrefNode *cell = adref_node_copy(first);
    adref_node_append(cell, join_cells(context, rows, i));
    return cell;
  }
  AdrefNode *cell =
      adref_node_copy_tree(first ? first : cell_at(first_row(context, rows), i), ADREF_KEPT);
  if (bracketed)
    wrap_cell(context, rows, i, cell);
  return cell;
}

AdrefNode *adref_merge_rows(const AdrefMergeContext *context, const AdrefNode *const *rows,
                            gboolean bracketed, gboolean *differ)
{
  guint different = are_one(context, rows) ? count_different(context, rows) : 2;
  if (different > 1)
    return NULL;
  *differ = different == 1;
  const AdrefNode *first = first_row(context, rows);
  AdrefNode *row = adref_node_copy(first);
  for (guint i = 0; i < count_cells(first); i++)
    adref_node_append(row, make_cell(context, rows, i, bracketed));
  return row;
}
