#include "view/table_columns.h"

AdrefTableColumns adref_table_columns(const AdrefNode *table, const AdrefNode *row,
                                      AdrefViewSide side)
{
  AdrefTableColumns columns = {.alignments = table->as.table.alignments};
  gboolean is_whole = row->mark == ADREF_DELETED || row->mark == ADREF_INSERTED;
  if (side != ADREF_VIEW_SIDE_BOTH || !is_whole)
    return columns;
  const AdrefNode *head = row->parent->first;
  columns.head = head->mark == ADREF_KEPT ? head->first : NULL;
  columns.absent = row->mark == ADREF_DELETED ? ADREF_INSERTED : ADREF_DELETED;
  return columns;
}

static void pass(AdrefTableColumns *columns, AdrefChangeMark mark)
{
  if (mark != ADREF_DELETED && columns->alignments[0] != '\0')
    columns->alignments++;
}

guint adref_table_columns_next(AdrefTableColumns *columns, const AdrefNode *cell, char *alignment)
{
  guint empty = 0;
  for (; columns->head && columns->head->mark == columns->absent; empty++) {
    pass(columns, columns->head->mark);
    columns->head = columns->head->next;
  }
  if (!cell)
    return empty;
  *alignment = columns->alignments[0] != '\0' ? columns->alignments[0] : '-';
  pass(columns, columns->head ? columns->head->mark : cell->mark);
  if (columns->head)
    columns->head = columns->head->next;
  return empty;
}
