#include "view/terminal_private.h"

#include <string.h>

#include "view/terminal_cells.h"

/* Ends the paragraph under way and the mark that is open in it. */
static guint end_paragraph(AdrefTerminal *out)
{
  adref_ink_close(&out->ink);
  return adref_fill_end(out->fill);
}

static void put_label(AdrefTerminal *out, const char *number, const char *id)
{
  adref_layout_gap(&out->layout);
  adref_fill_begin(out->fill, 0, 0, NULL);
  adref_fill_string(out->fill, number, 0);
  adref_fill_string(out->fill, number && id ? " #" : (id ? "#" : NULL), ADREF_LOOK_DIM);
  adref_fill_string(out->fill, id, ADREF_LOOK_DIM);
  if (out->notice) {
    adref_fill_string(out->fill, number || id ? "  -- " : "-- ",
                      ADREF_TERMINAL_YELLOW * ADREF_LOOK_COLOR);
    adref_fill_string(out->fill, out->notice,
                      ADREF_TERMINAL_YELLOW * ADREF_LOOK_COLOR | ADREF_LOOK_BOLD);
  }
  adref_fill_end(out->fill);
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
  AdrefLayout *layout = &out->layout;
  AdrefKind kind = clause->as.clause->kind;
  const char *id = facts && kind != ADREF_TITLE ? facts->id : NULL;
  guint cells = number ? adref_cells_of(number, strlen(number)) + 1 : 0;
  layout->depth = adref_write_is_in_series(kind) ? 1 : 0;
  if (out->is_bare)
    return;
  layout->indent = number || layout->depth ? MAX(ADREF_LAYOUT_STEP, cells) : 0;
  if (id || out->notice)
    put_label(out, number, id);
  else
    adref_layout_mark(layout, g_strdup(number), layout->indent);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_layout_mark(&out->layout, NULL, 0);
  out->layout.is_tied = FALSE;
  out->layout.indent = 0;
}

/* Text in which lines may end is a paragraph of several lines among blocks, else one run. */
static void put_lines(AdrefTerminal *out, const char *text, gboolean is_block)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (gsize i = 0; lines[i]; i++) {
    if (i > 0 && is_block)
      adref_fill_break(out->fill);
    else if (i > 0)
      adref_ink_text(&out->ink, " ", 1, 0);
    adref_ink_string(&out->ink, lines[i], adref_terminal_look(out));
  }
}

static void put_note(AdrefTerminal *out, const AdrefNode *note)
{
  AdrefMark mark = out->ink.mark;
  out->ink.mark = note->mark;
  adref_layout_mark(&out->layout, NULL, 0);
  out->layout.indent += ADREF_LAYOUT_STEP;
  adref_layout_begin(&out->layout, FALSE);
  adref_ink_string(&out->ink, "Note (", ADREF_LOOK_DIM);
  if (note->as.party)
    adref_ink_string(&out->ink, note->as.party,
                     adref_terminal_party(out, note->as.party) | ADREF_LOOK_BOLD);
  adref_ink_string(&out->ink, "): ", ADREF_LOOK_DIM);
  out->italic++;
  put_lines(out, note->text, FALSE);
  out->italic--;
  end_paragraph(out);
  out->ink.mark = mark;
  out->layout.indent -= ADREF_LAYOUT_STEP;
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
  adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
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
  adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
  out->bold++;
}

/* Where there is no bold, a line below tells the two highest headings. */
static void leave_heading(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  out->bold--;
  guint longest = end_paragraph(out);
  if (!out->color && node->as.level <= 2 && longest > 0) {
    g_autofree char *line = g_strnfill(longest, node->as.level == 1 ? '=' : '-');
    g_string_append_printf(out->layout.text, "%*s%s\n", (int)adref_layout_column(&out->layout), "",
                           line);
  }
  put_notes(out);
}

static void enter_list(gpointer data, const AdrefNode *node)
{
  adref_layout_enter_list(&((AdrefTerminal *)data)->layout, node);
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_layout_leave_list(&((AdrefTerminal *)data)->layout);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  adref_layout_enter_item(&((AdrefTerminal *)data)->layout, node);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_layout_leave_item(&((AdrefTerminal *)data)->layout);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefTerminal *)data)->layout.indent += ADREF_LAYOUT_STEP;
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefTerminal *)data)->layout.indent -= ADREF_LAYOUT_STEP;
}

/* The layout of code is its meaning: each line has marks of its own. */
static void put_code_line(AdrefTerminal *out, const char *line)
{
  AdrefMark mark = out->ink.mark;
  adref_fill_begin(out->fill, adref_layout_column(&out->layout) + ADREF_LAYOUT_STEP, 0, NULL);
  adref_fill_sign(out->fill, adref_ink_sign(mark, TRUE), adref_ink_look(mark, 0));
  adref_fill_sign(out->fill, line, adref_ink_look(mark, 0));
  adref_fill_sign(out->fill, adref_ink_sign(mark, FALSE), adref_ink_look(mark, 0));
  adref_fill_end(out->fill);
}

static void enter_code_block(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  adref_layout_mark(&out->layout, NULL, 0);
  adref_layout_gap(&out->layout);
  g_autofree char *visible = adref_visible(node->text, (gssize)node->length, TRUE);
  g_auto(GStrv) lines = g_strsplit(visible, "\n", -1);
  for (gsize i = 0; lines[i] && (lines[i + 1] || lines[i][0]); i++)
    put_code_line(out, lines[i]);
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_layout_begin(&out->layout, TRUE);
  adref_ink_string(&out->ink, "* * *", ADREF_LOOK_DIM);
  end_paragraph(out);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
  put_lines(out, node->text, is_block);
  if (is_block)
    end_paragraph(out);
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
  adref_ink_string(&out->ink, "<!-- ", ADREF_LOOK_DIM);
  put_lines(out, node->text, is_block);
  adref_ink_string(&out->ink, " -->", ADREF_LOOK_DIM);
  if (is_block)
    end_paragraph(out);
}

void adref_terminal_blocks(AdrefWriteTable *table)
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
