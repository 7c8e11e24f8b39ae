#include <string.h>

#include "clause/change.h"
#include "clause/labels/numbering.h"
#include "view/pdf/pdf_composer.h"
#include "view/redline.h"
#include "view/sign_words.h"

/* Paragraphs and tables */

/* In a tight list the gap between items is smaller than between paragraphs. */
static float gap_of(const AdrefPdfComposer *composer, const AdrefNode *block)
{
  const AdrefNode *item = adref_change_outer_node(block->parent);
  gboolean is_tight = item && item->type == ADREF_ITEM && item->parent->type == ADREF_LIST &&
                      item->parent->as.list.tight;
  float gap = adref_pdf_composer_geometry(composer)->gap;
  if (composer->has_small_gap)
    return gap * 0.2F;
  return gap * (!is_tight ? 1 : item->prev || block->prev ? 0.3F : 0.6F);
}

static gboolean is_unit(const AdrefNode *node)
{
  return node && (node->type == ADREF_ITEM ||
                  (node->type == ADREF_CLAUSE && node->as.clause->kind == ADREF_PLAN_ITEM));
}

/* No page has the first or the last item of a list or of a plan alone: the end of the first one
 * stays with the second, that of the last but one with the last. */
static gboolean keeps_next_item(const AdrefNode *paragraph)
{
  const AdrefNode *unit = paragraph->parent;
  if (!is_unit(unit) || paragraph->next || !is_unit(unit->next))
    return FALSE;
  return !is_unit(unit->prev) || !is_unit(unit->next->next);
}

static gboolean begins_page(const AdrefNode *clause)
{
  return !clause || adref_view_begins_annex(clause);
}

static gboolean is_heading(const AdrefNode *clause)
{
  return clause && clause->first && clause->first->type == ADREF_HEADING;
}

/* Nor the last paragraph of a text or of an annex, such as where it was signed, with the headings
 * above it: the end of the clause before, be it of a list or a table, stays with it. Not in
 * columns, whose rows stay whole. */
static gboolean keeps_last(const AdrefPdfComposer *composer, const AdrefNode *block)
{
  const AdrefNode *clause = block;
  while (clause && clause->type != ADREF_CLAUSE && !clause->next)
    clause = clause->parent;
  if (!clause || clause->type != ADREF_CLAUSE || adref_page_flow_is_in_column(composer->flow))
    return FALSE;
  const AdrefNode *last = clause->next;
  while (is_heading(last) && !begins_page(last))
    last = last->next;
  return !begins_page(last) && begins_page(last->next);
}

static void set_paragraph(AdrefPdfComposer *composer, const AdrefNode *node)
{
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  adref_pdf_composer_hang_label(composer, &block);
  block.gap = gap_of(composer, node);
  block.keeps_next = keeps_next_item(node) || keeps_last(composer, node);
  if (composer->is_footnote_text)
    block.leading *= ADREF_PDF_FOOTNOTE_SCALE;
  composer->is_footnote_text = FALSE;
  adref_pdf_composer_end_block(composer, &block);
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  composer->is_footnote_text = adref_footnote_is_words(node);
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  set_paragraph(data, node);
}

static guint count_columns(const AdrefNode *table)
{
  guint columns = 0;
  for (const AdrefNode *row = table->first; row; row = row->next) {
    guint cells = 0;
    for (const AdrefNode *cell = row->first; cell; cell = cell->next)
      cells++;
    columns = MAX(columns, cells);
  }
  return columns;
}

/* Left and right are those of the paper, also where lines begin at the right. */
static AdrefTextAlign align_of(const AdrefPdfComposer *composer, char alignment)
{
  char end = adref_page_flow_line_breaker(composer->flow)->is_rtl ? 'l' : 'r';
  if (alignment == 'c')
    return ADREF_TEXT_ALIGN_CENTER;
  return alignment == end ? ADREF_TEXT_ALIGN_END : ADREF_TEXT_ALIGN_START;
}

static void flush_label(AdrefPdfComposer *composer);

static void enter_table(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  flush_label(composer);
  composer->table = node;
  composer->table_layout = adref_table_layout_new(MAX(count_columns(node), 1));
}

static void enter_row(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  composer->columns = adref_table_columns(composer->table, node, composer->options->side);
  adref_table_layout_add_row(composer->table_layout, adref_table_row_is_head(node));
  composer->bold += adref_table_row_is_head(node) ? 1 : 0;
}

static void leave_row(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  composer->bold -= adref_table_row_is_head(node) ? 1 : 0;
}

static void enter_cell(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  char alignment;
  guint empty = adref_table_columns_next(&composer->columns, node, &alignment);
  for (; empty > 0; empty--)
    adref_table_layout_add_cell(composer->table_layout, ADREF_TEXT_ALIGN_START);
  composer->cell =
      adref_table_layout_add_cell(composer->table_layout, align_of(composer, alignment));
}

static void leave_cell(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  (void)node;
  composer->cell = NULL;
}

static void leave_table(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefPageFlow *flow = composer->flow;
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(flow);
  float x = adref_pdf_composer_indent(composer);
  guint element = adref_page_flow_add_element(flow, "Table", adref_pdf_composer_parent(composer));
  adref_pdf_composer_add_footnotes(composer);
  if (!adref_table_layout_set(composer->table_layout, flow, element, x, geometry->measure - x,
                              geometry->gap, geometry->leading * 0.94F))
    adref_problem(composer->options->problems, node->line, node->column,
                  "a table is too wide for the page: also in letters of %g points, the smallest "
                  "allowed, words of it are divided; give it fewer columns",
                  (double)ADREF_TABLE_LAYOUT_SMALLEST);
  if (keeps_last(composer, node))
    adref_page_flow_keep_next(flow);
  g_clear_pointer(&composer->table_layout, adref_table_layout_free);
  composer->table = NULL;
  composer->cell = NULL;
  adref_pdf_composer_add_notes(composer);
}

/* The words of "[JPN reserve]" with a no-break space; NULL: they are others. Caller frees. */
static char *bound_words(const AdrefNode *text)
{
  const AdrefNode *bracket = text->parent->type == ADREF_ALTERNATIVE ? text->parent->parent : NULL;
  if (!bracket || bracket->type != ADREF_BRACKET || !adref_view_is_short_bracket(bracket))
    return NULL;
  g_autoptr(GString) words = g_string_new_len(text->text, (gssize)text->length);
  g_string_replace(words, " ", "\302\240", 1);
  return g_string_free(g_steal_pointer(&words), FALSE);
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  g_autofree char *visible = adref_redline_visible(node, composer->options->language);
  if (!visible)
    visible = adref_sign_words_of_deleted(node, composer->options);
  if (!visible)
    visible = bound_words(node);
  gsize colon = composer->is_footnote_text && !visible ? adref_footnote_colon(node) : 0;
  if (colon > 0)
    adref_pdf_composer_add(composer, &style, "\302\240");
  gboolean is_code = node->parent->type == ADREF_CODE_BLOCK && !visible;
  gsize spaces = is_code ? strspn(node->text, " ") : 0;
  for (; is_code && colon < spaces; colon++)
    adref_pdf_composer_add(composer, &style, "\302\240");
  if (visible)
    adref_pdf_composer_add_lines(composer, &style, node, visible, strlen(visible));
  else
    adref_pdf_composer_add_node(composer, &style, node, colon);
}

/* Lists, quotes, code */

static void enter_list(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  guint depth = composer->clause ? adref_numbering_list_depth(composer->clause) : 0;
  const AdrefPdfList *outer = adref_pdf_composer_list(composer);
  if (outer)
    depth = outer->depth + (outer->ordered ? 1 : 0);
  AdrefPdfList list = {node->as.list.ordered || node->as.list.labelled, depth, node->as.list.start,
                       0};
  g_array_append_val(composer->lists, list);
  composer->indents++;
  adref_pdf_composer_open_element(composer, "L");
  adref_page_flow_set_numbered(composer->flow, adref_pdf_composer_parent(composer),
                               node->as.list.ordered || node->as.list.labelled);
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefPdfComposer *composer = data;
  g_array_set_size(composer->lists, composer->lists->len - 1);
  composer->indents--;
  adref_pdf_composer_close_element(composer);
}

/* A label without a paragraph, above a nested list, becomes a block of its own. */
static void flush_label(AdrefPdfComposer *composer)
{
  if (composer->label->text->len == 0)
    return;
  AdrefBlockFormat block = adref_pdf_composer_block(composer, NULL);
  adref_pdf_composer_hang_label(composer, &block);
  block.element = block.label_element;
  block.keeps_next = TRUE;
  adref_pdf_composer_end_block(composer, &block);
}

static char *item_mark(AdrefPdfList *list, const AdrefNode *item)
{
  if (item->text)
    return g_strdup(item->text);
  if (!list->ordered || item->mark == ADREF_DELETED)
    return g_strdup(list->ordered ? "\342\200\223" : "\342\200\242");
  guint number = adref_item_number(item, list->next);
  list->next = number + 1;
  return adref_numbering_list_item(adref_change_outer_node(item->parent), list->depth, number);
}

/* Puts the mark of an item beside its words; one that is too wide stands before the first word. */
static void put_mark(AdrefPdfComposer *composer, const AdrefNode *item, const char *mark)
{
  enum {
    WIDEST = 5 /* characters */
  };
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  style.decoration = 0;
  if (!item->text || !item->first || g_utf8_strlen(mark, -1) <= WIDEST) {
    adref_pdf_composer_set_label(composer, &style, item, mark);
    return;
  }
  adref_pdf_composer_add(composer, &style, mark);
  adref_pdf_composer_add(composer, &style, " ");
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefPdfList own = *adref_pdf_composer_list(composer);
  composer->indents--;
  g_array_set_size(composer->lists, composer->lists->len - 1);
  flush_label(composer);
  g_array_append_val(composer->lists, own);
  composer->indents++;
  AdrefPdfList *list = adref_pdf_composer_list(composer);
  adref_pdf_composer_open_element(composer, "LI");
  list->label =
      adref_page_flow_add_element(composer->flow, "Lbl", adref_pdf_composer_parent(composer));
  adref_pdf_composer_open_element(composer, "LBody");
  g_autofree char *mark = item_mark(list, node);
  put_mark(composer, node, mark);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefPdfComposer *composer = data;
  flush_label(composer);
  adref_pdf_composer_close_element(composer);
  adref_pdf_composer_close_element(composer);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefPdfComposer *composer = data;
  flush_label(composer);
  composer->quotes++;
  composer->indents++;
  adref_pdf_composer_open_element(composer, "BlockQuote");
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefPdfComposer *composer = data;
  composer->quotes--;
  composer->indents--;
  adref_pdf_composer_close_element(composer);
}

/* Code keeps its spaces, and its lines when they fit. */
static void enter_code_block(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  composer->mono++;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  g_autofree char *text = g_strndup(node->text, node->length);
  g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
  for (char **line = lines; *line; line++) {
    gsize spaces = strspn(*line, " ");
    for (gsize i = 0; i < spaces; i++)
      adref_pdf_composer_add(composer, &style, "\302\240");
    adref_pdf_composer_add_lines(composer, &style, node, *line + spaces, strlen(*line + spaces));
    adref_pdf_composer_add(composer, &style, line[1] ? "\342\200\250" : "");
  }
  composer->mono--;
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  adref_pdf_composer_hang_label(composer, &block);
  block.align = ADREF_TEXT_ALIGN_START;
  block.leading = adref_pdf_composer_geometry(composer)->size * 1.3F;
  block.tint = ADREF_PDF_COLOR_TINT;
  adref_pdf_composer_end_block(composer, &block);
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefPdfComposer *composer = data;
  const AdrefPageGeometry *geometry = adref_pdf_composer_geometry(composer);
  adref_page_flow_add_rule(composer->flow, geometry->measure * 0.38F, geometry->measure * 0.24F,
                           geometry->size * 1.4F, 0.6F);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  adref_pdf_composer_add_lines(composer, &style, node, node->text, node->length);
  if (!adref_node_is_block(node))
    return;
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  adref_pdf_composer_hang_label(composer, &block);
  block.align = ADREF_TEXT_ALIGN_START;
  adref_pdf_composer_end_block(composer, &block);
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  adref_pdf_composer_add(composer, &style, "<!-- ");
  adref_pdf_composer_add_lines(composer, &style, node, node->text, node->length);
  adref_pdf_composer_add(composer, &style, " -->");
  if (!adref_node_is_block(node))
    return;
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  block.align = ADREF_TEXT_ALIGN_START;
  adref_pdf_composer_end_block(composer, &block);
}

static void collect_note(AdrefPdfComposer *composer, const AdrefNode *node)
{
  AdrefStyledText *outer = composer->styled_text;
  const AdrefNode *in_table = composer->table;
  composer->table = NULL;
  composer->styled_text = adref_styled_text_new();
  AdrefTextStyle soft = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, FALSE);
  if (node->as.party) {
    AdrefTextStyle strong = adref_pdf_composer_party_style(composer, node->as.party);
    adref_pdf_composer_add(composer, &strong, node->as.party);
    adref_pdf_composer_add(composer, &soft, ": ");
  }
  adref_pdf_composer_add_lines(composer, &soft, node, node->text, node->length);
  g_ptr_array_add(composer->notes, composer->styled_text);
  composer->styled_text = outer;
  composer->table = in_table;
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  collect_note(data, node);
  if (adref_node_is_block(node))
    adref_pdf_composer_add_notes(data);
}

void adref_pdf_blocks(AdrefRendererTable *table)
{
  const AdrefRendererRow rows[] = {
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
      {ADREF_TABLE, enter_table, leave_table},
      {ADREF_TABLE_ROW, enter_row, leave_row},
      {ADREF_TABLE_CELL, enter_cell, leave_cell},
  };
  adref_renderer_table_set(table, rows, G_N_ELEMENTS(rows));
}
