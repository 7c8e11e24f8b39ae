#include "view/docx/docx_rows.h"

#include "clause/change.h"
#include "clause/node_copy.h"

gboolean adref_docx_rows_is_beside_old_place(const AdrefNode *row)
{
  const AdrefBlockMove *move = adref_change_move_of(row);
  if (row->type != ADREF_TABLE_ROW || !move || move->far || move->to->len != 1)
    return FALSE;
  const AdrefNode *to = move->to->pdata[0];
  return move->from->next == to || to->next == move->from;
}

/* The new place of a row that moved in its table, or of a cell; NULL: there is none such. */
static AdrefNode *new_place(const AdrefNode *from)
{
  const AdrefBlockMove *move = adref_change_move_of(from);
  if (!move || move->from != from || from->mark != ADREF_DELETED || move->to->len != 1)
    return NULL;
  AdrefNode *to = move->to->pdata[0];
  gboolean is_alike = to->type == from->type && to->mark == ADREF_KEPT;
  if (from->type == ADREF_TABLE_CELL)
    return is_alike ? to : NULL;
  return is_alike && to->parent == from->parent && !adref_docx_rows_is_beside_old_place(from)
             ? to
             : NULL;
}

static void replace(AdrefNode *row, AdrefNode *made, AdrefChangeMark mark)
{
  AdrefNode *marked = adref_node_copy_tree(made, mark);
  adref_node_insert_before(row, marked);
  adref_node_unlink(row);
  adref_node_free(row);
  adref_node_free(made);
}

static void divide(AdrefNode *from, AdrefNode *to)
{
  AdrefNode *old = adref_reject_block(to), *new = adref_accept_block(to);
  to->as.block.move = NULL;
  adref_change_clear_move(from);
  replace(to, new, ADREF_INSERTED);
  replace(from, old, ADREF_DELETED);
}

static void divide_all(AdrefNode *redline, AdrefNodeType type)
{
  g_autoptr(GPtrArray) blocks = adref_node_find_all(redline, type), moved = g_ptr_array_new();
  for (guint i = 0; i < blocks->len; i++)
    if (new_place(blocks->pdata[i]))
      g_ptr_array_add(moved, blocks->pdata[i]);
  for (guint i = 0; i < moved->len; i++)
    divide(moved->pdata[i], new_place(moved->pdata[i]));
}

void adref_docx_rows_divide(AdrefNode *redline)
{
  divide_all(redline, ADREF_TABLE_CELL);
  divide_all(redline, ADREF_TABLE_ROW);
}

void adref_docx_tables_join(AdrefNode *redline)
{
  g_autoptr(GPtrArray) tables = adref_node_find_all(redline, ADREF_TABLE);
  for (guint i = 0; i < tables->len; i++) {
    AdrefNode *new = tables->pdata[i], *old = new->first;
    gboolean is_pair = new->mark == ADREF_WRAPPED &&old && !old->next && old->type == ADREF_TABLE &&
                       old->mark == ADREF_UNWRAPPED;
    if (!is_pair)
      continue;
    new->mark = ADREF_KEPT;
    i++; /* the old one is next */
    adref_node_unwrap(old);
  }
}
