#include "clause/proposals/row_brackets.h"

#include "clause/proposals/bracket_build.h"
#include "clause/proposals/bracket_list.h"

/* The bracket that is all that a cell has; NULL: it has other words. */
static AdrefNode *bracket_of(const AdrefNode *cell)
{
  AdrefNode *only = cell->first;
  gboolean found = only && !only->next && only->type == ADREF_BRACKET && !only->as.placeholder;
  return found ? only : NULL;
}

static gboolean has_same_shape(const AdrefNode *a, const AdrefNode *b)
{
  g_autofree char *first = adref_open_bracket_positions(a),
                  *second = adref_open_bracket_positions(b);
  return g_str_equal(first, second);
}

GPtrArray *adref_row_brackets(const AdrefNode *bracket, gboolean *alike)
{
  const AdrefNode *cell = bracket->parent;
  if (!cell || cell->type != ADREF_TABLE_CELL)
    return NULL;
  g_autoptr(GPtrArray) brackets = g_ptr_array_new();
  *alike = TRUE;
  for (const AdrefNode *each = cell->parent->first; each; each = each->next) {
    AdrefNode *own = bracket_of(each);
    if (!own && each->first)
      return NULL;
    if (!own)
      continue;
    *alike = *alike && has_same_shape(bracket, own);
    g_ptr_array_add(brackets, own);
  }
  return brackets->len > 1 ? g_steal_pointer(&brackets) : NULL;
}

gboolean adref_row_brackets_are_new(const GPtrArray *brackets)
{
  for (guint i = 0; i < brackets->len; i++)
    if (!adref_bracket_is_insertion(brackets->pdata[i]))
      return FALSE;
  return TRUE;
}
