#include "view/terminal/terminal_layout.h"

#include <string.h>

#include "clause/change.h"
#include "clause/labels/numbering.h"
#include "view/terminal_cells.h"

enum {
  MAX_INDENT = 40,
  BULLET_HANG = 2,
};

typedef struct {
  gboolean ordered;
  guint depth; /* of ordered lists */
  guint next;  /* number of the next item */
  guint hang;  /* columns of the current item */
} OpenList;

AdrefTerminalLayout adref_terminal_layout(GString *text, AdrefTerminalWrap *wrap, guint width)
{
  return (AdrefTerminalLayout){.text = text,
                               .wrap = wrap,
                               .width = width,
                               .lists = g_array_new(FALSE, FALSE, sizeof(OpenList))};
}

void adref_terminal_layout_clear(AdrefTerminalLayout *layout)
{
  g_clear_pointer(&layout->lists, g_array_unref);
  g_clear_pointer(&layout->mark, g_free);
}

guint adref_terminal_layout_column(const AdrefTerminalLayout *layout)
{
  guint most = layout->width > 0 ? MIN(layout->width / 2, MAX_INDENT) : MAX_INDENT;
  return MIN(layout->indent, most);
}

void adref_terminal_layout_gap(AdrefTerminalLayout *layout)
{
  if (layout->text->len > 0 && !layout->is_tied)
    g_string_append_c(layout->text, '\n');
  layout->is_tied = FALSE;
}

void adref_terminal_layout_begin(AdrefTerminalLayout *layout, gboolean gap)
{
  if (gap)
    adref_terminal_layout_gap(layout);
  adref_terminal_wrap_begin(layout->wrap, adref_terminal_layout_column(layout), layout->hang,
                            layout->mark);
  g_clear_pointer(&layout->mark, g_free);
  layout->is_tied = FALSE;
}

static gboolean is_tight(const AdrefNode *item)
{
  return item && item->type == ADREF_ITEM && item->parent && item->parent->type == ADREF_LIST &&
         item->parent->as.list.tight;
}

/* In a tight list only the first item has a blank line above it. */
gboolean adref_terminal_layout_needs_gap(const AdrefNode *block)
{
  const AdrefNode *item = adref_change_outer_node(block->parent);
  if (!is_tight(item))
    return TRUE;
  return !block->prev && !item->prev && !is_tight(item->parent->parent);
}

/* The number of a clause that begins with a list or table, in a line of its own. */
static void put_number(AdrefTerminalLayout *layout)
{
  guint column = adref_terminal_layout_column(layout);
  adref_terminal_layout_gap(layout);
  adref_terminal_wrap_begin(layout->wrap, column - MIN(layout->hang, column), 0, NULL);
  adref_terminal_wrap_string(layout->wrap, layout->mark, 0);
  adref_terminal_wrap_end(layout->wrap);
  layout->is_tied = TRUE;
  g_clear_pointer(&layout->mark, g_free);
}

void adref_terminal_layout_mark(AdrefTerminalLayout *layout, char *mark, guint hang)
{
  if (layout->mark && layout->is_clause) {
    put_number(layout);
  } else if (layout->mark) {
    adref_terminal_layout_begin(layout, FALSE);
    adref_terminal_wrap_end(layout->wrap);
  }
  layout->is_clause = FALSE;
  layout->mark = mark;
  layout->hang = hang;
}

static OpenList *innermost(const AdrefTerminalLayout *layout)
{
  return &g_array_index(layout->lists, OpenList, layout->lists->len - 1);
}

void adref_terminal_layout_enter_list(AdrefTerminalLayout *layout, const AdrefNode *list)
{
  guint depth = layout->depth;
  if (layout->lists->len > 0)
    depth = innermost(layout)->depth + (innermost(layout)->ordered ? 1 : 0);
  OpenList new = {list->as.list.ordered, depth, list->as.list.start, 0};
  g_array_append_val(layout->lists, new);
}

void adref_terminal_layout_leave_list(AdrefTerminalLayout *layout)
{
  g_array_set_size(layout->lists, layout->lists->len - 1);
}

/* A deleted item has no number in the new text. */
static char *item_mark(OpenList *list, const AdrefNode *item)
{
  if (item->text)
    return g_strdup(item->text);
  if (list->ordered && item->mark == ADREF_DELETED)
    return g_strdup("\342\200\223");
  if (!list->ordered)
    return g_strdup("\342\200\242");
  guint number = adref_item_number(item, list->next);
  list->next = number + 1;
  return adref_numbering_list_item(adref_change_outer_node(item->parent), list->depth, number);
}

void adref_terminal_layout_enter_item(AdrefTerminalLayout *layout, const AdrefNode *item)
{
  OpenList *list = innermost(layout);
  char *mark = item_mark(list, item);
  list->hang = list->ordered || item->text ? MAX(ADREF_TERMINAL_LAYOUT_INDENT,
                                                 adref_terminal_cells_of(mark, strlen(mark)) + 1)
                                           : BULLET_HANG;
  adref_terminal_layout_mark(layout, mark, list->hang);
  layout->indent += list->hang;
}

void adref_terminal_layout_leave_item(AdrefTerminalLayout *layout)
{
  adref_terminal_layout_mark(layout, NULL, 0);
  layout->indent -= innermost(layout)->hang;
}
