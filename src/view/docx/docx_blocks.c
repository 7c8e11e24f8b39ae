#include <string.h>

#include "clause/change.h"
#include "clause/labels/numbering.h"
#include "view/docx/docx_private.h"

/* Clauses */

static void put_bookmark(AdrefDocx *out, const AdrefNode *clause)
{
  g_autofree char *name = adref_docx_own_bookmark(
      out, out->bookmark ? out->bookmark : adref_contents_anchor(out->contents, clause));
  adref_docx_close(out);
  if (out->mark == ADREF_DELETED)
    return;
  g_string_append_printf(out->part->xml, "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/>\n",
                         out->bookmark_count, name);
}

static void enter_clause(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  out->clause = node;
  out->has_number = out->is_indented = FALSE;
  if (adref_view_begins_annex(node) && !out->is_column)
    out->begins_page = TRUE;
  put_bookmark(out, node);
}

/* A bookmark that ends behind the inserted paragraph below an inserted table makes LibreOffice
 * (7.4) fall when the changes are refused: it ends with such a table. */
static gboolean ends_with_table(const AdrefDocx *out, const AdrefNode *clause)
{
  return out->mark == ADREF_INSERTED && clause->last && clause->last->type == ADREF_TABLE;
}

static void end_bookmark(AdrefDocx *out)
{
  if (out->mark != ADREF_DELETED)
    g_string_append_printf(out->part->xml, "<w:bookmarkEnd w:id=\"%u\"/>\n", out->bookmark_count++);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  adref_docx_flush_label(out);
  adref_docx_close(out);
  if (!ends_with_table(out, node))
    end_bookmark(out);
  out->clause = NULL;
  out->has_number = out->is_indented = FALSE;
}

/* A clause of a redline that has another number now. */
static void set_old_label(AdrefDocx *out, const AdrefNode *clause, const char *number)
{
  g_autofree char *old = adref_view_old_number(clause, out->options->view);
  out->is_renumbered = g_strcmp0(old, number) != 0;
  g_string_assign(out->old_label, old ? old : "");
  out->has_number = out->has_number || (old && !out->is_indented);
}

/* Where the house style has numbers that hang, the words of the clause are indented beside them;
 * else the number stands in the indented first line. */
static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  (void)facts;
  AdrefDocx *out = data;
  number = !out->number ? number : *out->number ? out->number : NULL;
  gboolean is_run_in = out->geometry.is_run_in &&
                       adref_view_is_in_series(clause->as.clause->kind) && clause->first &&
                       clause->first->type == ADREF_PARAGRAPH;
  if (clause == out->contents->title)
    return;
  out->has_number = number && !is_run_in;
  out->is_indented = is_run_in;
  g_string_assign(out->label, number ? number : "");
  if (out->authors && out->mark == ADREF_KEPT)
    set_old_label(out, clause, number);
  out->is_small_label = clause->as.clause->kind == ADREF_PP;
}

/* Headings and paragraphs */

/* Begins the paragraph of a block, whose mark in Word says what the block's own mark says. */
static void begin_block(AdrefDocx *out, const AdrefNode *block, const char *style,
                        const char *extra)
{
  AdrefChangeMark outer = out->mark;
  if (block->mark == ADREF_DELETED || block->mark == ADREF_INSERTED)
    out->mark = block->mark;
  adref_docx_choose_author(out, block);
  adref_docx_begin(out, style, extra);
  out->mark = outer;
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  guint level = GPOINTER_TO_UINT(g_hash_table_lookup(out->levels, node));
  g_autofree char *style = g_strdup_printf("Heading%u", MAX(level, 2) - 1);
  begin_block(out, node, level == 1 ? "Title" : style, NULL);
}

/* In a tight list the gap between items is smaller than between paragraphs. */
static gboolean is_tight(const AdrefNode *block)
{
  const AdrefNode *item = block->parent;
  return item && item->type == ADREF_ITEM && item->parent->as.list.tight;
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  const char *style = NULL;
  if (out->is_footnote || adref_footnote_is_words(node))
    style = "FootnoteText";
  else if (out->table)
    style = "AdrefCell";
  else if (is_tight(node))
    style = "ListParagraph";
  else if (out->quotes > 0)
    style = "Quote";
  begin_block(out, node, style, NULL);
}

/* Lists */

static void enter_list(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  const AdrefDocxList *outer =
      out->list_stack->len > 0
          ? &g_array_index(out->list_stack, AdrefDocxList, out->list_stack->len - 1)
          : NULL;
  guint depth = outer         ? outer->depth + (outer->counts ? 1 : 0)
                : out->clause ? adref_numbering_list_depth(out->clause)
                              : 0;
  AdrefDocxList list = {
      .counts = node->as.list.ordered, .depth = depth, .next = node->as.list.start};
  g_array_append_val(out->list_stack, list);
  out->indents++;
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefDocx *out = data;
  g_array_set_size(out->list_stack, out->list_stack->len - 1);
  out->indents--;
}

/* A number that was typed and does not follow the one before it begins a list of Word's. */
static void count_item(AdrefDocx *out, AdrefDocxList *list, const AdrefNode *item)
{
  guint number = adref_item_number(item, list->next);
  if (list->number == 0 || number != list->next)
    list->number =
        adref_docx_new_list(out, adref_change_outer_node(item->parent), list->depth, number);
  list->next = number + 1;
  out->list_item = list->number;
}

/* The label of the outer item is put above this one, at its own indent. */
static void flush_outer(AdrefDocx *out)
{
  AdrefDocxList own = g_array_index(out->list_stack, AdrefDocxList, out->list_stack->len - 1);
  g_array_set_size(out->list_stack, out->list_stack->len - 1);
  out->indents--;
  adref_docx_flush_label(out);
  g_array_append_val(out->list_stack, own);
  out->indents++;
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  enum {
    BULLETS = 1 /* number of the list of bullets */
  };
  AdrefDocx *out = data;
  flush_outer(out);
  AdrefDocxList *list = &g_array_index(out->list_stack, AdrefDocxList, out->list_stack->len - 1);
  if (node->text)
    g_string_append_len(out->label, node->text, (gssize)node->length);
  else if (list->counts)
    count_item(out, list, node);
  else
    out->list_item = BULLETS;
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_docx_flush_label(data);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefDocx *out = data;
  adref_docx_flush_label(out);
  out->quotes++;
  out->indents++;
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefDocx *out = data;
  out->quotes--;
  out->indents--;
}

/* Tables */

enum {
  MOST_COLUMNS = 63 /* Word refuses a file that has a table with more */
};

static guint count_columns(const AdrefNode *table)
{
  guint columns = 1;
  for (const AdrefNode *row = table->first; row; row = row->next) {
    guint cells = 0;
    for (const AdrefNode *cell = row->first; cell; cell = cell->next)
      cells++;
    columns = MAX(columns, cells);
  }
  return columns;
}

static void enter_table(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  GString *xml = out->part->xml;
  adref_docx_flush_label(out);
  adref_docx_close(out);
  out->last.end = 0;
  guint columns = count_columns(node);
  if (columns > MOST_COLUMNS)
    adref_problem(out->options->problems, node->line, node->column,
                  "a table of %u columns; Word opens a file with at most %u", columns,
                  (guint)MOST_COLUMNS);
  float left =
      (out->has_number ? out->number_indent : 0) + (float)out->indents * out->geometry.indent;
  float width = MAX(out->geometry.measure - left, out->geometry.measure / 2);
  g_string_append_printf(xml,
                         "<w:tbl><w:tblPr><w:tblStyle w:val=\"AdrefTable\"/>%s"
                         "<w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
                         "<w:tblInd w:w=\"%d\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>",
                         out->script->is_rtl ? "<w:bidiVisual/>" : "", adref_docx_twips(width),
                         adref_docx_twips(left));
  for (guint i = 0; i < columns; i++)
    g_string_append_printf(xml, "<w:gridCol w:w=\"%d\"/>",
                           adref_docx_twips(width / (float)columns));
  g_string_append(xml, "</w:tblGrid>\n");
  out->table = node;
}

/* Two tables that touch would be one. */
static void leave_table(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  g_string_append(out->part->xml, "</w:tbl>\n");
  out->table = NULL;
  if (out->clause && node == out->clause->last && ends_with_table(out, out->clause))
    end_bookmark(out);
  begin_block(out, node, "AdrefGap", NULL);
}

static void enter_row(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  out->columns = adref_table_columns(out->table, node, ADREF_VIEW_SIDE_BOTH);
  out->is_head = adref_table_row_is_head(node);
  g_string_append(out->part->xml, out->is_head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>"
                                               : "<w:tr><w:trPr><w:cantSplit/>");
  adref_docx_choose_author(out, node);
  adref_docx_put_mark(out, out->part->xml, out->mark == ADREF_KEPT ? node->mark : out->mark);
  g_string_append(out->part->xml, "</w:trPr>");
}

/* Begins a cell of a column that only one text has. LibreOffice does not know this mark, and keeps
 * an empty cell; so the words of the cell have marks of their own. */
static void begin_cell(AdrefDocx *out, AdrefChangeMark mark)
{
  GString *xml = out->part->xml;
  g_string_append(xml, "<w:tc>");
  if (mark != ADREF_DELETED && mark != ADREF_INSERTED)
    return;
  g_string_append(xml, mark == ADREF_DELETED ? "<w:tcPr><w:cellDel" : "<w:tcPr><w:cellIns");
  adref_docx_put_author(out, xml);
  g_string_append(xml, "/></w:tcPr>");
}

/* The cells of a row of one text in columns that only the other one has. */
static void put_empty_columns(AdrefDocx *out, const AdrefNode *row, guint count)
{
  AdrefChangeMark mark = row->mark == ADREF_DELETED    ? ADREF_INSERTED
                         : row->mark == ADREF_INSERTED ? ADREF_DELETED
                                                       : ADREF_KEPT;
  for (; count > 0; count--) {
    begin_cell(out, mark);
    g_string_append(out->part->xml,
                    "<w:p><w:pPr><w:pStyle w:val=\"AdrefCell\"/></w:pPr></w:p></w:tc>");
  }
}

static void leave_row(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  put_empty_columns(out, node, adref_table_columns_next(&out->columns, NULL, NULL));
  g_string_append(out->part->xml, "</w:tr>\n");
  out->is_head = FALSE;
}

static void enter_cell(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  char alignment;
  put_empty_columns(out, node->parent, adref_table_columns_next(&out->columns, node, &alignment));
  adref_docx_choose_author(out, node);
  begin_cell(out,
             out->mark == ADREF_KEPT && node->parent->mark == ADREF_KEPT ? node->mark : ADREF_KEPT);
  adref_docx_begin(out, "AdrefCell",
                   alignment == 'c'   ? "<w:jc w:val=\"center\"/>"
                   : alignment == 'r' ? "<w:jc w:val=\"right\"/>"
                   : alignment == 'l' ? "<w:jc w:val=\"left\"/>"
                                      : NULL);
  out->bold += out->is_head ? 1 : 0;
}

static void leave_cell(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  (void)node;
  out->bold -= out->is_head ? 1 : 0;
  adref_docx_close(out);
  g_string_append(out->part->xml, "</w:tc>");
}

/* Code, rules, raw HTML, notes */

static void enter_code_block(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  gsize length = node->length;
  if (length > 0 && node->text[length - 1] == '\n')
    length--;
  begin_block(out, node, "AdrefCodeBlock", NULL);
  out->mono++;
  out->words = node;
  adref_docx_put(out, node->text, length);
  out->mono--;
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  begin_block(data, node, "AdrefRule", NULL);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  if (adref_node_is_block(node))
    begin_block(out, node, NULL, NULL);
  adref_docx_put(out, node->text, node->length);
}

/* Word does not track comments: one that went is left out. */
static void enter_note(gpointer data, const AdrefNode *node)
{
  const AdrefDocx *out = data;
  if (out->mark != ADREF_DELETED && node->mark != ADREF_DELETED)
    adref_docx_put_comment(data, node->as.party, node->text, node->length);
}

void adref_docx_blocks(AdrefRendererTable *table)
{
  const AdrefRendererRow rows[] = {
      {ADREF_CLAUSE, enter_clause, leave_clause},
      {ADREF_HEADING, enter_heading, NULL},
      {ADREF_PARAGRAPH, enter_paragraph, NULL},
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
  table->label = label;
}
