#include "view/terminal/terminal_private.h"

#include <string.h>

#include "clause/labels/numbering.h"
#include "view/terminal_cells.h"

/* Ends the open paragraph and its open mark. */
static guint end_paragraph(AdrefTerminal *out)
{
  adref_terminal_marks_close(&out->marks);
  return adref_terminal_wrap_end(out->wrap);
}

static void put_label(AdrefTerminal *out, const char *number, const char *id)
{
  adref_terminal_layout_gap(&out->layout);
  adref_terminal_wrap_begin(out->wrap, 0, 0, NULL);
  adref_terminal_wrap_string(out->wrap, number, 0);
  adref_terminal_wrap_string(out->wrap, number && id ? " #" : (id ? "#" : NULL),
                             ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_string(out->wrap, id, ADREF_TERMINAL_STYLE_DIM);
  if (out->notice) {
    adref_terminal_wrap_string(out->wrap, number || id ? "  -- " : "-- ",
                               ADREF_TERMINAL_YELLOW * ADREF_TERMINAL_STYLE_COLOR);
    adref_terminal_wrap_string(out->wrap, out->notice,
                               ADREF_TERMINAL_YELLOW * ADREF_TERMINAL_STYLE_COLOR |
                                   ADREF_TERMINAL_STYLE_BOLD);
  }
  adref_terminal_wrap_end(out->wrap);
  g_clear_pointer(&out->notice, g_free);
  out->layout.is_tied = TRUE;
}

static void notice(gpointer data, const AdrefNode *clause, const char *words)
{
  (void)clause;
  AdrefTerminal *out = data;
  g_free(out->notice);
  out->notice = g_strdup(words && *words && !out->is_bare ? words : NULL);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  AdrefTerminal *out = data;
  AdrefTerminalLayout *layout = &out->layout;
  AdrefClauseKind kind = clause->as.clause->kind;
  const char *id = facts && kind != ADREF_TITLE ? facts->id : NULL;
  guint cells = number ? adref_terminal_cells_of(number, strlen(number)) + 1 : 0;
  layout->depth = adref_numbering_list_depth(clause);
  if (out->is_bare)
    return;
  layout->indent =
      number || adref_view_is_in_series(kind) ? MAX(ADREF_TERMINAL_LAYOUT_INDENT, cells) : 0;
  if (id || out->notice) {
    put_label(out, number, id);
    return;
  }
  adref_terminal_layout_mark(layout, g_strdup(number), layout->indent);
  layout->is_clause = TRUE;
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_terminal_layout_mark(&out->layout, NULL, 0);
  out->layout.is_tied = FALSE;
  out->layout.indent = 0;
}

/* A text that may contain line ends: as a block it is a paragraph of several lines, as an inline
 * one run. */
static void put_lines(AdrefTerminal *out, const char *text, gboolean is_block)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (gsize i = 0; lines[i]; i++) {
    if (i > 0 && is_block)
      adref_terminal_wrap_break(out->wrap);
    else if (i > 0)
      adref_terminal_marks_text(&out->marks, " ", 1, 0);
    adref_terminal_marks_string(&out->marks, lines[i], adref_terminal_style(out));
  }
}

static void put_note(AdrefTerminal *out, const AdrefNode *note)
{
  AdrefChangeMark mark = out->marks.mark;
  out->marks.mark = note->mark;
  adref_terminal_layout_mark(&out->layout, NULL, 0);
  out->layout.indent += ADREF_TERMINAL_LAYOUT_INDENT;
  adref_terminal_layout_begin(&out->layout, FALSE);
  adref_terminal_marks_string(&out->marks, "Note (", ADREF_TERMINAL_STYLE_DIM);
  if (note->as.party)
    adref_terminal_marks_string(&out->marks, note->as.party,
                                adref_terminal_party_style(out, note->as.party) |
                                    ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_marks_string(&out->marks, "): ", ADREF_TERMINAL_STYLE_DIM);
  out->italic++;
  put_lines(out, note->text, FALSE);
  out->italic--;
  end_paragraph(out);
  out->marks.mark = mark;
  out->layout.indent -= ADREF_TERMINAL_LAYOUT_INDENT;
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  if (adref_node_is_block(node))
    put_note(out, node);
  else
    g_ptr_array_add(out->notes, (gpointer)(guintptr)node);
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  adref_terminal_layout_begin(&out->layout, adref_terminal_layout_needs_gap(node));
}

static void put_notes(AdrefTerminal *out)
{
  for (guint i = 0; i < out->notes->len; i++)
    put_note(out, out->notes->pdata[i]);
  g_ptr_array_set_size(out->notes, 0);
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  end_paragraph(out);
  put_notes(out);
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  adref_terminal_layout_begin(&out->layout, adref_terminal_layout_needs_gap(node));
  out->bold++;
}

/* Without bold, a line below shows the two highest levels of headings. */
static void leave_heading(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  out->bold--;
  guint longest = end_paragraph(out);
  if (!out->color && node->as.level <= 2 && longest > 0) {
    g_autofree char *line = g_strnfill(longest, node->as.level == 1 ? '=' : '-');
    g_string_append_printf(out->layout.text, "%*s%s\n",
                           (int)adref_terminal_layout_column(&out->layout), "", line);
  }
  put_notes(out);
}

static void enter_list(gpointer data, const AdrefNode *node)
{
  adref_terminal_layout_enter_list(&((AdrefTerminal *)data)->layout, node);
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_terminal_layout_leave_list(&((AdrefTerminal *)data)->layout);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  adref_terminal_layout_enter_item(&((AdrefTerminal *)data)->layout, node);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_terminal_layout_leave_item(&((AdrefTerminal *)data)->layout);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefTerminal *)data)->layout.indent += ADREF_TERMINAL_LAYOUT_INDENT;
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefTerminal *)data)->layout.indent -= ADREF_TERMINAL_LAYOUT_INDENT;
}

/* The layout of code matters: each line has its own marks. */
static void put_code_line(AdrefTerminal *out, const char *line)
{
  AdrefChangeMark mark = out->marks.mark;
  adref_terminal_wrap_begin(
      out->wrap, adref_terminal_layout_column(&out->layout) + ADREF_TERMINAL_LAYOUT_INDENT, 0,
      NULL);
  adref_terminal_wrap_symbol(out->wrap, adref_terminal_marks_symbol(mark, TRUE),
                             adref_terminal_marks_style(mark, 0));
  adref_terminal_wrap_symbol(out->wrap, line, adref_terminal_marks_style(mark, 0));
  adref_terminal_wrap_symbol(out->wrap, adref_terminal_marks_symbol(mark, FALSE),
                             adref_terminal_marks_style(mark, 0));
  adref_terminal_wrap_end(out->wrap);
}

static void enter_code_block(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  adref_terminal_layout_mark(&out->layout, NULL, 0);
  adref_terminal_layout_gap(&out->layout);
  g_autofree char *visible = adref_escape_controls(node->text, (gssize)node->length, TRUE);
  g_auto(GStrv) lines = g_strsplit(visible, "\n", -1);
  for (gsize i = 0; lines[i] && (lines[i + 1] || lines[i][0]); i++)
    put_code_line(out, lines[i]);
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_terminal_layout_begin(&out->layout, TRUE);
  adref_terminal_marks_string(&out->marks, "* * *", ADREF_TERMINAL_STYLE_DIM);
  end_paragraph(out);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    adref_terminal_layout_begin(&out->layout, adref_terminal_layout_needs_gap(node));
  put_lines(out, node->text, is_block);
  if (is_block)
    end_paragraph(out);
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    adref_terminal_layout_begin(&out->layout, adref_terminal_layout_needs_gap(node));
  adref_terminal_marks_string(&out->marks, "<!-- ", ADREF_TERMINAL_STYLE_DIM);
  put_lines(out, node->text, is_block);
  adref_terminal_marks_string(&out->marks, " -->", ADREF_TERMINAL_STYLE_DIM);
  if (is_block)
    end_paragraph(out);
}

void adref_terminal_blocks(AdrefRendererTable *table)
{
  table->nodes[ADREF_CLAUSE].leave = leave_clause;
  table->nodes[ADREF_HEADING].enter = enter_heading;
  table->nodes[ADREF_HEADING].leave = leave_heading;
  table->nodes[ADREF_PARAGRAPH].enter = enter_paragraph;
  table->nodes[ADREF_PARAGRAPH].leave = leave_paragraph;
  table->nodes[ADREF_LIST].enter = enter_list;
  table->nodes[ADREF_LIST].leave = leave_list;
  table->nodes[ADREF_ITEM].enter = enter_item;
  table->nodes[ADREF_ITEM].leave = leave_item;
  table->nodes[ADREF_QUOTE].enter = enter_quote;
  table->nodes[ADREF_QUOTE].leave = leave_quote;
  table->nodes[ADREF_CODE_BLOCK].enter = enter_code_block;
  table->nodes[ADREF_RULE].enter = enter_rule;
  table->nodes[ADREF_HTML].enter = enter_raw;
  table->nodes[ADREF_COMMENT].enter = enter_comment;
  table->nodes[ADREF_NOTE].enter = enter_note;
  table->label = label;
  table->notice = notice;
}
