#include <string.h>

#include "clause/labels/label_lists.h"
#include "clause/labels/numbering.h"
#include "view/akn/akn_private.h"

static gboolean is_first_heading(AdrefAkn *out, const AdrefNode *node)
{
  AdrefAknElement element = out->place ? out->place->element : ADREF_AKN_CONTAINER;
  return !out->first_heading && node->parent == (out->place ? out->place->clause : NULL) &&
         (element == ADREF_AKN_TITLE || element == ADREF_AKN_ATTACHMENT ||
          (element == ADREF_AKN_SECTION && !out->has_intro));
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  if (!is_first_heading(out, node)) {
    adref_akn_begin_block(out);
    adref_akn_add(out, "<p class=\"heading\">");
    return;
  }
  out->first_heading = node;
  if (out->place->element == ADREF_AKN_SECTION) {
    g_string_append_printf(out->xml, "<heading eId=\"%s__heading\">", out->place->id);
    return;
  }
  adref_akn_add(out, "<p class=\"title\"><docTitle");
  if (out->place->element == ADREF_AKN_TITLE)
    g_string_append_printf(out->xml, " eId=\"%s\"%s", out->place->id,
                           out->work_id ? out->work_id : "");
  adref_akn_add(out, ">");
}

static void leave_heading(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  if (node != out->first_heading) {
    adref_akn_add(out, "</p>\n");
  } else if (out->place->element == ADREF_AKN_SECTION) {
    adref_akn_add(out, "</heading>\n");
    out->wants_intro = TRUE;
  } else {
    adref_akn_add(out, "</docTitle></p>\n");
  }
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_akn_begin_block(data);
  adref_akn_add(data, "<p>");
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_akn_add(data, "</p>\n");
}

enum {
  MAX_PREFIXES = 8 /* lists in each other from which eIds grow no longer */
};

/* The eIds of what stands in the list, or in its item, begin with its own. Takes ownership. */
static void set_prefix(AdrefAkn *out, char *id)
{
  if (out->lists->len <= MAX_PREFIXES)
    g_string_assign(out->prefix, id);
  g_free(id);
}

static AdrefAknList *innermost(const AdrefAkn *out)
{
  return &g_array_index(out->lists, AdrefAknList, out->lists->len - 1);
}

static void enter_list(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  AdrefAknList list = {.is_ordered = node->as.list.ordered,
                       .next = node->as.list.ordered ? node->as.list.start : 1,
                       .outside = out->prefix->len};
  char *id = adref_akn_plan_count(out->plan, out->prefix->str, "list");
  if (++out->blocks <= ADREF_AKN_MAX_BLOCKS) {
    adref_akn_begin_block(out);
    g_string_append_printf(out->xml, "<blockList eId=\"%s\"%s>\n", id,
                           adref_list_is_counted(node) ? "" : " class=\"bullets\"");
  }
  g_array_append_val(out->lists, list);
  set_prefix(out, id);
  innermost(out)->inside = out->prefix->len;
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  (void)node;
  g_string_truncate(out->prefix, innermost(out)->outside);
  g_array_set_size(out->lists, out->lists->len - 1);
  if (out->blocks-- <= ADREF_AKN_MAX_BLOCKS)
    adref_akn_add(out, "</blockList>\n");
}

/* The number of an item as it is printed, or NULL. Caller frees. */
static char *item_number(AdrefAkn *out, const AdrefNode *item)
{
  AdrefAknList *list = innermost(out);
  if (!list->is_ordered)
    return g_strdup(item->text);
  guint number = adref_item_number(item, list->next);
  list->next = number + 1;
  return adref_numbering_list_item(item->parent, out->ordered, number);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  g_autofree char *number = item_number(out, node);
  char *id = adref_akn_plan_number(out->plan, out->prefix->str, "item", number);
  out->ordered += innermost(out)->is_ordered ? 1 : 0;
  if (out->blocks <= ADREF_AKN_MAX_BLOCKS) {
    adref_akn_add(out, "<item");
    adref_akn_attribute(out->xml, "eId", id);
    adref_akn_add(out, ">");
    if (number) {
      adref_akn_add(out, "<num>");
      adref_akn_put_string(out, number);
      adref_akn_add(out, "</num>");
    }
    adref_akn_begin_filled(out);
  }
  set_prefix(out, id);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  (void)node;
  g_string_truncate(out->prefix, innermost(out)->inside);
  out->ordered -= innermost(out)->is_ordered ? 1 : 0;
  if (out->blocks > ADREF_AKN_MAX_BLOCKS)
    return;
  adref_akn_end_filled(out);
  adref_akn_add(out, "</item>\n");
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  (void)node;
  if (++out->blocks > ADREF_AKN_MAX_BLOCKS)
    return;
  adref_akn_begin_block(out);
  adref_akn_add(out, "<blockContainer class=\"quote\"");
  adref_akn_put_id(out, "blockContainer");
  adref_akn_add(out, ">\n");
  adref_akn_begin_filled(out);
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  (void)node;
  if (out->blocks-- > ADREF_AKN_MAX_BLOCKS)
    return;
  adref_akn_end_filled(out);
  adref_akn_add(out, "</blockContainer>\n");
}

static void enter_table(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  adref_akn_begin_block(out);
  adref_akn_add(out, "<table");
  adref_akn_put_id(out, "table");
  adref_akn_add(out, ">\n");
  out->table = node;
}

static void leave_table(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  (void)node;
  adref_akn_add(out, "</table>\n");
  out->table = NULL;
}

static void enter_row(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  out->columns = adref_table_columns(out->table, node, ADREF_VIEW_SIDE_BOTH);
  out->is_head = adref_table_row_is_head(node);
  adref_akn_add(out, "<tr>");
}

static void put_empty_columns(AdrefAkn *out, guint count)
{
  for (; count > 0; count--)
    adref_akn_add(out, "<td/>");
}

static void leave_row(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  put_empty_columns(out, adref_table_columns_next(&out->columns, NULL, NULL));
  adref_akn_add(out, node->first ? "</tr>\n" : "<td/></tr>\n");
  out->is_head = FALSE;
}

static void enter_cell(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  char alignment;
  put_empty_columns(out, adref_table_columns_next(&out->columns, node, &alignment));
  adref_akn_add(out, out->is_head ? "<th" : "<td");
  if (alignment == 'l' || alignment == 'c' || alignment == 'r')
    adref_akn_attribute(out->xml, "style",
                        alignment == 'c'   ? "text-align: center"
                        : alignment == 'r' ? "text-align: right"
                                           : "text-align: left");
  adref_akn_add(out, "><p>");
}

static void leave_cell(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  (void)node;
  adref_akn_add(out, out->is_head ? "</p></th>" : "</p></td>");
}

/* The lines of a block of code. */
static void enter_code_block(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  gsize length = node->length;
  if (length > 0 && node->text[length - 1] == '\n')
    length--;
  adref_akn_begin_block(out);
  adref_akn_add(out, "<block name=\"code\" xml:space=\"preserve\">");
  for (gsize at = 0; at <= length;) {
    const char *line = node->text + at, *end = memchr(line, '\n', length - at);
    gsize taken = end ? (gsize)(end - line) : length - at;
    adref_akn_put(out, line, taken);
    adref_akn_add(out, end ? "<br/>" : "");
    at += taken + 1;
  }
  adref_akn_add(out, "</block>\n");
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_akn_begin_block(data);
  adref_akn_add(data, "<p class=\"rule\"/>\n");
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block) {
    adref_akn_begin_block(out);
    adref_akn_add(out, "<p class=\"raw\">");
  }
  adref_akn_put(out, node->text, node->length);
  adref_akn_add(out, is_block ? "</p>\n" : "");
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block) {
    adref_akn_begin_block(out);
    adref_akn_add(out, "<p class=\"note\">");
  }
  adref_akn_put_note(out, node);
  adref_akn_add(out, is_block ? "</p>\n" : "");
}

void adref_akn_blocks(AdrefRendererTable *table)
{
  const AdrefRendererRow rows[] = {
      {ADREF_HEADING, enter_heading, leave_heading},
      {ADREF_PARAGRAPH, enter_paragraph, leave_paragraph},
      {ADREF_LIST, enter_list, leave_list},
      {ADREF_ITEM, enter_item, leave_item},
      {ADREF_QUOTE, enter_quote, leave_quote},
      {ADREF_TABLE, enter_table, leave_table},
      {ADREF_TABLE_ROW, enter_row, leave_row},
      {ADREF_TABLE_CELL, enter_cell, leave_cell},
      {ADREF_CODE_BLOCK, enter_code_block, NULL},
      {ADREF_RULE, enter_rule, NULL},
      {ADREF_HTML, enter_raw, NULL},
      {ADREF_NOTE, enter_note, NULL},
  };
  adref_renderer_table_set(table, rows, G_N_ELEMENTS(rows));
}
