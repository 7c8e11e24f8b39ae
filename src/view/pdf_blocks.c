#include <string.h>

#include "clause/numbering.h"
#include "view/pdf_composer.h"
#include "view/pipe_table.h"
#include "view/redline.h"

enum {
  MAX_COLUMNS = 16, /* a wider table is written as it stands, with its bars */
};

/* Paragraphs and tables */

/* In a tight list items stand closer than paragraphs. */
static float gap_of(const AdrefComposing *composing, const AdrefNode *block)
{
  const AdrefNode *item = block->parent;
  gboolean is_tight = item && item->type == ADREF_ITEM && item->parent->type == ADREF_LIST &&
                      item->parent->as.list.tight;
  if (composing->is_close)
    return composing->flow->measures.gap * 0.2F;
  return composing->flow->measures.gap * (!is_tight ? 1 : item->prev || block->prev ? 0.3F : 0.6F);
}

static void set_paragraph(AdrefComposing *composing, const AdrefNode *node)
{
  AdrefBlock block = adref_compose_block(composing, "P");
  adref_compose_hang(composing, &block);
  block.gap = gap_of(composing, node);
  if (composing->is_foot)
    block.leading *= ADREF_COMPOSE_FOOT;
  composing->is_foot = FALSE;
  adref_compose_end(composing, &block);
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  guint columns = adref_table_columns(node);
  composing->is_foot = adref_footnote_is_words(node);
  if (columns == 0 || columns > MAX_COLUMNS)
    return;
  composing->table = node;
  composing->grid = adref_grid_new(columns);
  composing->is_table_rule = FALSE;
  adref_grid_row(composing->grid);
  composing->bold++;
}

static void leave_table(AdrefComposing *composing)
{
  AdrefFlow *flow = composing->flow;
  float x = adref_compose_start(composing);
  guint element = adref_flow_element(flow, "Table", adref_compose_parent(composing));
  adref_compose_foots(composing);
  adref_grid_set(composing->grid, flow, element, x, flow->measures.measure - x, flow->measures.gap,
                 flow->measures.leading * 0.94F);
  g_clear_pointer(&composing->grid, adref_grid_free);
  composing->table = NULL;
  composing->cell = NULL;
  adref_compose_notes(composing);
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  if (composing->table == node)
    leave_table(composing);
  else
    set_paragraph(composing, node);
}

static gboolean is_row_end(const AdrefNode *node)
{
  return !node || node->type == ADREF_ROW_BREAK;
}

/* A | of a row begins a cell, but not the last one. */
static void add_cells(AdrefComposing *composing, const AdrefNode *text, const AdrefLook *look)
{
  const char *at = text->text, *end = at + text->length;
  while (at < end) {
    const char *bar = memchr(at, '|', (gsize)(end - at));
    const char *stop = bar ? bar : end;
    const char *start = at;
    while (start < stop && *start == ' ' && composing->cell && composing->cell->text->len == 0)
      start++;
    adref_compose_add_in(composing, look, text, start, (gsize)(stop - start));
    if (!bar)
      return;
    composing->cell = adref_grid_cell(composing->grid);
    at = bar + 1;
  }
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing);
  g_autofree char *visible = adref_redline_visible(node, composing->how->language);
  gsize colon = composing->is_foot && !visible ? adref_footnote_colon(node) : 0;
  if (colon > 0)
    adref_compose_add(composing, &look, "\302\240");
  if (visible)
    adref_compose_text(composing, &look, node, visible, strlen(visible));
  else if (!composing->table || node->parent != composing->table)
    adref_compose_read(composing, &look, node, colon);
  else if (is_row_end(node->prev) && adref_table_is_rule(node))
    composing->is_table_rule = TRUE;
  else
    add_cells(composing, node, &look);
}

static void enter_row_break(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  if (!composing->table || node->parent != composing->table) {
    AdrefLook look = adref_compose_look(composing);
    adref_compose_add(composing, &look, "\342\200\250");
    return;
  }
  if (composing->is_table_rule) {
    composing->is_table_rule = FALSE;
    composing->bold--;
  }
  composing->cell = NULL;
  if (!node->next || !adref_table_is_rule(node->next))
    adref_grid_row(composing->grid);
}

/* Lists, quotes, code */

static void enter_list(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  guint depth =
      composing->clause && adref_write_is_in_series(composing->clause->as.clause->kind) ? 1 : 0;
  const AdrefComposedList *outer = adref_compose_list(composing);
  if (outer)
    depth = outer->depth + (outer->ordered ? 1 : 0);
  AdrefComposedList list = {node->as.list.ordered, depth, node->as.list.start, 0};
  g_array_append_val(composing->lists, list);
  composing->indents++;
  adref_compose_open(composing, "L");
  g_array_index(composing->flow->elements, AdrefElement, adref_compose_parent(composing))
      .is_numbered = node->as.list.ordered;
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefComposing *composing = data;
  g_array_set_size(composing->lists, composing->lists->len - 1);
  composing->indents--;
  adref_compose_close(composing);
}

/* A label that still waits, above a list, stands alone. */
static void flush_label(AdrefComposing *composing)
{
  if (composing->label->text->len == 0)
    return;
  AdrefBlock block = adref_compose_block(composing, NULL);
  adref_compose_hang(composing, &block);
  block.element = block.label_element;
  block.keeps_next = TRUE;
  adref_compose_end(composing, &block);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefComposedList own = *adref_compose_list(composing);
  composing->indents--;
  g_array_set_size(composing->lists, composing->lists->len - 1);
  flush_label(composing);
  g_array_append_val(composing->lists, own);
  composing->indents++;
  AdrefComposedList *list = adref_compose_list(composing);
  adref_compose_open(composing, "LI");
  list->label = adref_flow_element(composing->flow, "Lbl", adref_compose_parent(composing));
  adref_compose_open(composing, "LBody");
  g_autofree char *mark = list->ordered && node->mark != ADREF_DELETED
                              ? adref_number_item(list->depth, list->next++)
                              : g_strdup(list->ordered ? "\342\200\223" : "\342\200\242");
  AdrefLook look = adref_compose_look(composing);
  look.lines = 0;
  adref_compose_label(composing, &look, node, mark);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefComposing *composing = data;
  flush_label(composing);
  adref_compose_close(composing);
  adref_compose_close(composing);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefComposing *composing = data;
  flush_label(composing);
  composing->quotes++;
  composing->indents++;
  adref_compose_open(composing, "BlockQuote");
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefComposing *composing = data;
  composing->quotes--;
  composing->indents--;
  adref_compose_close(composing);
}

/* Code keeps its spaces, and its lines where they fit. */
static void enter_code_block(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  composing->mono++;
  AdrefLook look = adref_compose_look(composing);
  g_autofree char *text = g_strndup(node->text, node->length);
  g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
  for (char **line = lines; *line; line++) {
    gsize spaces = strspn(*line, " ");
    for (gsize i = 0; i < spaces; i++)
      adref_compose_add(composing, &look, "\302\240");
    adref_compose_text(composing, &look, node, *line + spaces, strlen(*line + spaces));
    adref_compose_add(composing, &look, line[1] ? "\342\200\250" : "");
  }
  composing->mono--;
  AdrefBlock block = adref_compose_block(composing, "P");
  adref_compose_hang(composing, &block);
  block.align = ADREF_ALIGN_START;
  block.leading = composing->flow->measures.size * 1.3F;
  block.tint = ADREF_INK_TINT;
  adref_compose_end(composing, &block);
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefComposing *composing = data;
  const AdrefMeasures *measures = &composing->flow->measures;
  adref_flow_rule(composing->flow, measures->measure * 0.38F, measures->measure * 0.24F,
                  measures->size * 1.4F, 0.6F);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing);
  adref_compose_text(composing, &look, node, node->text, node->length);
  if (!adref_node_is_block(node))
    return;
  AdrefBlock block = adref_compose_block(composing, "P");
  adref_compose_hang(composing, &block);
  block.align = ADREF_ALIGN_START;
  adref_compose_end(composing, &block);
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing);
  adref_compose_add(composing, &look, "<!-- ");
  adref_compose_text(composing, &look, node, node->text, node->length);
  adref_compose_add(composing, &look, " -->");
  if (!adref_node_is_block(node))
    return;
  AdrefBlock block = adref_compose_block(composing, "P");
  block.align = ADREF_ALIGN_START;
  adref_compose_end(composing, &block);
}

static void collect_note(AdrefComposing *composing, const AdrefNode *node)
{
  AdrefPassage *outer = composing->passage;
  const AdrefNode *in_table = composing->table;
  composing->table = NULL;
  composing->passage = adref_passage_new();
  AdrefLook strong = adref_compose_small(composing, ADREF_INK_PARTY, TRUE),
            soft = adref_compose_small(composing, ADREF_INK_SOFT, FALSE);
  if (node->as.party) {
    adref_compose_add(composing, &strong, node->as.party);
    adref_compose_add(composing, &soft, ": ");
  }
  adref_compose_text(composing, &soft, node, node->text, node->length);
  g_ptr_array_add(composing->notes, composing->passage);
  composing->passage = outer;
  composing->table = in_table;
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  collect_note(data, node);
  if (adref_node_is_block(node))
    adref_compose_notes(data);
}

void adref_compose_blocks(AdrefWriteTable *table)
{
  const struct {
    AdrefNodeType type;
    AdrefWriteNode enter, leave;
  } rows[] = {
      {ADREF_PARAGRAPH, enter_paragraph, leave_paragraph},
      {ADREF_LIST, enter_list, leave_list},
      {ADREF_ITEM, enter_item, leave_item},
      {ADREF_QUOTE, enter_quote, leave_quote},
      {ADREF_CODE_BLOCK, enter_code_block, NULL},
      {ADREF_RULE, enter_rule, NULL},
      {ADREF_HTML, enter_raw, NULL},
      {ADREF_COMMENT, enter_comment, NULL},
      {ADREF_NOTE, enter_note, NULL},
      {ADREF_TEXT, enter_text, NULL},
      {ADREF_ROW_BREAK, enter_row_break, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    table->nodes[rows[i].type].enter = rows[i].enter;
    table->nodes[rows[i].type].leave = rows[i].leave;
  }
}
