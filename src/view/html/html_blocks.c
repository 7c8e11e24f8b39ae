#include "view/html/html_private.h"

#include "base/markup.h"
#include "clause/labels/numbering.h"
#include "view/redline.h"

void adref_html_put_chip(AdrefHtml *out, const char *code)
{
  adref_html_add(out, out->page.chips->pdata[adref_open_counts_place(out->page.counts, code)]);
}

/* A tag without its end, and the language of notices. */
static void put_notice_tag(AdrefHtml *out, const char *tag)
{
  adref_html_add(out, tag);
  adref_html_add(out, adref_html_page_word_language(&out->page, ADREF_PAGE_WORD_WHAT_MODIFIED));
  adref_html_add(out, ">");
}

void adref_html_put_label(AdrefHtml *out, AdrefPageWord word)
{
  adref_html_add(out, " aria-label=\"");
  adref_html_page_word(out->html, &out->page, word);
  adref_html_add(out, "\"");
  adref_html_add(out, adref_html_page_word_language(&out->page, word));
}

static void put_change_link(AdrefHtml *out, const AdrefNode *clause, const char *sign,
                            AdrefPageWord word)
{
  if (!clause)
    return;
  adref_html_add(out, " <a class=\"way\" href=\"#");
  adref_markup_escape_string(out->html, adref_contents_anchor(out->page.contents, clause));
  adref_html_add(out, "\" title=\"");
  adref_html_page_word(out->html, &out->page, word);
  adref_html_add(out, "\" aria-label=\"");
  adref_html_page_word(out->html, &out->page, word);
  g_string_append_printf(out->html, "\">%s</a>", sign);
}

/* The notice of a clause, with links to the other end of a move and to the next changes. */
void adref_html_notice(gpointer data, const AdrefNode *clause, const char *words)
{
  AdrefHtml *out = data;
  if (!words || !*words || out->is_bare)
    return;
  const AdrefNode *other = clause->as.clause->change->other;
  if (!adref_redline_is_changed(clause)) {
    put_notice_tag(out, "<p class=\"was ui\"");
    adref_markup_escape_string(out->html, words);
    adref_html_add(out, "</p>");
    return;
  }
  put_notice_tag(out, "<p class=\"what ui\" tabindex=\"-1\"");
  adref_markup_escape_string(out->html, words);
  put_change_link(out, other, clause->mark == ADREF_DELETED ? "\342\206\223" : "\342\206\221",
                  clause->mark == ADREF_DELETED ? ADREF_PAGE_WORD_STANDS : ADREF_PAGE_WORD_STOOD);
  put_change_link(out, out->before, "\342\200\271", ADREF_PAGE_WORD_PREVIOUS_CHANGE);
  put_change_link(out, out->after, "\342\200\272", ADREF_PAGE_WORD_NEXT_CHANGE);
  adref_html_add(out, "</p>");
}

/* Whether a number of the new or of the old text is printed: the words stand to the right of it. */
static gboolean is_numbered(const AdrefHtml *out, const AdrefNode *clause)
{
  g_autofree char *number = adref_view_number(clause, out->options.view);
  g_autofree char *old = number ? NULL : adref_view_old_number(clause, out->options.view);
  return number || old;
}

static void enter_clause(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  out->ordered = adref_numbering_list_depth(node);
  if (node == out->page.contents->title)
    return;
  adref_html_add(out, "<div class=\"");
  adref_html_add(out, adref_clause_kind_word(node->as.clause->kind));
  if (adref_view_is_in_series(node->as.clause->kind) && !is_numbered(out, node))
    adref_html_add(out, " un");
  if (out->is_bare) {
    adref_html_add(out, "\">");
    return;
  }
  adref_html_add(out, "\" id=\"");
  adref_markup_escape_string(out->html, adref_contents_anchor(out->page.contents, node));
  adref_html_add(out, "\">");
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  if (node != out->page.contents->title)
    adref_html_add(out, "</div>\n");
}

/* The number in the old text, when it differs: for the columns of a page that is switched to side
 * by side. */
static void put_old_number(AdrefHtml *out, const AdrefNode *clause, const char *number)
{
  g_autofree char *old =
      clause->mark == ADREF_INSERTED ? NULL : adref_view_old_number(clause, out->options.view);
  if (g_strcmp0(old, number) == 0)
    return;
  adref_html_add(out, "\" data-old=\"");
  adref_markup_escape_string(out->html, old);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  AdrefHtml *out = data;
  if (clause == out->page.contents->title)
    return;
  gboolean gone = clause->mark == ADREF_DELETED;
  adref_html_add(out, !number ? "<a class=\"n h\" href=\"#"
                      : gone  ? "<a class=\"n g\" href=\"#"
                              : "<a class=\"n\" href=\"#");
  adref_markup_escape_string(out->html, adref_contents_anchor(out->page.contents, clause));
  if (clause->as.clause->change && clause->mark != ADREF_DELETED && !out->is_bare)
    put_old_number(out, clause, number);
  adref_html_add(out, "\"");
  if (!number)
    adref_html_put_label(out, ADREF_PAGE_WORD_PLACE);
  adref_html_add(out, number ? ">" : ">\302\266");
  if (number)
    adref_html_page_number(out->html, number, out->options.language);
  adref_html_add(out, "</a>");
  if (facts && facts->id && facts->kind != ADREF_TITLE) {
    adref_html_add(out, "<span class=\"id\">");
    adref_markup_escape_string(out->html, facts->id);
    adref_html_add(out, "</span>");
  }
}

static guint heading_level(const AdrefHtml *out, guint nth)
{
  const GArray *entries = out->page.contents->entries;
  return nth < entries->len ? g_array_index(entries, AdrefContentsEntry, nth).level : 2;
}

static gboolean is_next_heading(const AdrefHtml *out, const AdrefNode *node)
{
  const GArray *entries = out->page.contents->entries;
  return out->heading < entries->len &&
         g_array_index(entries, AdrefContentsEntry, out->heading).heading == node;
}

/* Headings come in the order of the contents, except in a redline with a moved clause or when only
 * one side is written. */
static void find_heading(AdrefHtml *out, const AdrefNode *node)
{
  guint count = out->page.contents->entries->len;
  for (guint passed = 0; passed < count && !is_next_heading(out, node); passed++)
    out->heading = out->heading < count ? out->heading + 1 : 0;
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  find_heading(out, node);
  g_string_append_printf(out->html, "<h%u>", heading_level(out, out->heading++));
}

static void leave_heading(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefHtml *out = data;
  g_string_append_printf(out->html, "</h%u>\n", heading_level(out, out->heading - 1));
}

static gboolean is_tight(const AdrefNode *paragraph)
{
  const AdrefNode *item = adref_change_outer_node(paragraph->parent);
  return item && item->type == ADREF_ITEM && item->parent && item->parent->type == ADREF_LIST &&
         item->parent->as.list.tight;
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  if (!is_tight(node))
    adref_html_add(out, adref_footnote_is_words(node) ? "<p class=\"foot\">" : "<p>");
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  if (!is_tight(node))
    adref_html_add(out, "</p>\n");
}

static const char *const mark_classes[] = {
    [ADREF_KEPT] = NULL,     [ADREF_DELETED] = "d", [ADREF_INSERTED] = "i",
    [ADREF_UNWRAPPED] = "u", [ADREF_WRAPPED] = "w",
};

/* Writes a tag with its classes; NULL: none. */
static void put_tag(AdrefHtml *out, const char *tag, const char *first, const char *second)
{
  adref_html_add(out, tag);
  if (first || second)
    g_string_append_printf(out->html, " class=\"%s%s%s\"", first ? first : "",
                           first && second ? " " : "", second ? second : "");
  adref_html_add(out, ">");
}

/* A wide table scrolls by itself; a tab stop makes this possible with the keyboard. */
static void enter_table(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  adref_html_add(out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
  adref_html_put_label(out, ADREF_PAGE_WORD_TABLE);
  adref_html_add(out, "><table");
  if (adref_html_page_word_language(&out->page, ADREF_PAGE_WORD_TABLE)[0]) {
    adref_html_add(out, " lang=\"");
    adref_markup_escape_string(out->html, out->options.language ? out->options.language : "en");
    adref_html_add(out, "\"");
  }
  put_tag(out, "", mark_classes[node->mark], NULL);
  adref_html_add(out, "\n");
  out->table = node;
  out->table_part = NULL;
}

static void put_table_part(AdrefHtml *out, const char *part)
{
  if (g_strcmp0(part, out->table_part) == 0)
    return;
  if (out->table_part)
    g_string_append_printf(out->html, "</%s>\n", out->table_part);
  if (part)
    g_string_append_printf(out->html, "<%s>\n", part);
  out->table_part = part;
}

static void leave_table(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  (void)node;
  put_table_part(out, NULL);
  adref_html_add(out, "</table></div>\n");
}

static void enter_row(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  out->is_table_head = adref_table_row_is_head(node);
  if (!out->is_table_head || !out->table_part)
    put_table_part(out, out->is_table_head ? "thead" : "tbody");
  out->columns = adref_table_columns(out->table, node, out->options.side);
  put_tag(out, "<tr", mark_classes[node->mark], NULL);
}

/* The empty columns before a cell, or at the end of the row. */
static void put_empty_columns(AdrefHtml *out, guint count)
{
  for (; count > 0; count--)
    adref_html_add(out, "<td></td>");
}

static void leave_row(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  (void)node;
  put_empty_columns(out, adref_table_columns_next(&out->columns, NULL, NULL));
  adref_html_add(out, "</tr>\n");
}

static const char *alignment_class(char alignment)
{
  return alignment == 'l' ? "al" : alignment == 'c' ? "ac" : alignment == 'r' ? "ar" : NULL;
}

static void enter_cell(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  char alignment;
  put_empty_columns(out, adref_table_columns_next(&out->columns, node, &alignment));
  put_tag(out, out->is_table_head ? "<th scope=\"col\"" : "<td", alignment_class(alignment),
          mark_classes[node->mark]);
}

static void leave_cell(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  (void)node;
  adref_html_add(out, out->is_table_head ? "</th>" : "</td>");
}

/* "1.", "(a)", "(i)", and again: the levels of adref_numbering_list_item(). */
static const char *const list_markers[] = {"", " class=\"letters\" type=\"a\"",
                                           " class=\"romans\" type=\"i\""};

static void enter_list(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  if (!node->as.list.ordered) {
    adref_html_add(out, node->as.list.labelled ? "<ul class=\"labelled\">\n" : "<ul>\n");
    return;
  }
  adref_html_add(out, "<ol");
  adref_html_add(out, node->as.list.parenthesis
                          ? " class=\"paren\""
                          : list_markers[out->ordered % G_N_ELEMENTS(list_markers)]);
  if (node->as.list.start != 1)
    g_string_append_printf(out->html, " start=\"%u\"", node->as.list.start);
  adref_html_add(out, ">\n");
  out->ordered++;
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  adref_html_add(out, node->as.list.ordered ? "</ol>\n" : "</ul>\n");
  out->ordered -= node->as.list.ordered ? 1 : 0;
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  gboolean is_block = adref_node_is_block(node);
  adref_html_add(out, is_block ? "<p class=\"raw\">" : "");
  adref_html_put_text(out, node);
  adref_html_add(out, is_block ? "</p>\n" : "");
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  gboolean is_block = adref_node_is_block(node);
  adref_html_add(out, is_block ? "<p class=\"raw\">&lt;!-- " : "&lt;!-- ");
  adref_html_put_text(out, node);
  adref_html_add(out, is_block ? " --&gt;</p>\n" : " --&gt;");
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  gboolean is_block = adref_node_is_block(node);
  adref_html_add(out, is_block ? "<div class=\"note\" role=\"note\">"
                               : "<span class=\"note\" role=\"note\">");
  if (node->as.party) {
    adref_html_put_chip(out, node->as.party);
    adref_html_add(out, " ");
  }
  adref_html_put_text(out, node);
  adref_html_add(out, is_block ? "</div>\n" : "</span>");
}

void adref_html_blocks(AdrefRendererTable *table)
{
  table->nodes[ADREF_CLAUSE].enter = enter_clause;
  table->nodes[ADREF_CLAUSE].leave = leave_clause;
  table->nodes[ADREF_HEADING].enter = enter_heading;
  table->nodes[ADREF_HEADING].leave = leave_heading;
  table->nodes[ADREF_PARAGRAPH].enter = enter_paragraph;
  table->nodes[ADREF_PARAGRAPH].leave = leave_paragraph;
  table->nodes[ADREF_LIST].enter = enter_list;
  table->nodes[ADREF_LIST].leave = leave_list;
  table->nodes[ADREF_TABLE].enter = enter_table;
  table->nodes[ADREF_TABLE].leave = leave_table;
  table->nodes[ADREF_TABLE_ROW].enter = enter_row;
  table->nodes[ADREF_TABLE_ROW].leave = leave_row;
  table->nodes[ADREF_TABLE_CELL].enter = enter_cell;
  table->nodes[ADREF_TABLE_CELL].leave = leave_cell;
  table->nodes[ADREF_HTML].enter = enter_raw;
  table->nodes[ADREF_COMMENT].enter = enter_comment;
  table->nodes[ADREF_NOTE].enter = enter_note;
  table->label = label;
  table->notice = adref_html_notice;
}
