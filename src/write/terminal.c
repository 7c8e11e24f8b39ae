#include "write/terminal.h"

#include <string.h>

#include "write/cells.h"
#include "write/driver.h"
#include "write/fill.h"
#include "write/ink.h"
#include "write/layout.h"
#include "write/redline.h"
#include "write/ruby.h"
#include "write/tally.h"

enum {
  MIN_WIDTH = 20,
  RED = 1,
  GREEN = 2,
  YELLOW = 3,
};

/* Colours of parties, by order of appearance. Red is for brackets. */
static const guint8 colors[] = {6, 5, 3, 2, 12, 14, 13, 11, 10, 4};

typedef struct AdrefTerminal {
  AdrefLayout layout;
  AdrefFill *fill;
  AdrefInk ink;
  const AdrefNode *root;
  AdrefTally *tally; /* NULL until a party is met */
  AdrefDriver driver;
  gboolean color;
  gboolean has_ruby; /* the language has it */
  guint bold, italic;
  GPtrArray *notes;          /* NOTE nodes of the paragraph, to come below it */
  const char *url;           /* of the link or image that is open, or NULL */
  char *notice;              /* of the clause that begins, or NULL */
  gboolean is_bare;          /* labels and notices are left out */
  AdrefFootnotes *footnotes; /* of a whole text; or NULL */
} Terminal;

static guint look(const Terminal *out)
{
  return (out->bold ? ADREF_LOOK_BOLD : 0) | (out->italic ? ADREF_LOOK_ITALIC : 0);
}

static guint party_look(Terminal *out, const char *code)
{
  if (!out->tally)
    out->tally = adref_tally_new(out->root);
  return colors[adref_tally_place(out->tally, code) % G_N_ELEMENTS(colors)] * ADREF_LOOK_COLOR;
}

/* Ends the paragraph under way and the mark that is open in it. */
static guint end_paragraph(Terminal *out)
{
  adref_ink_close(&out->ink);
  return adref_fill_end(out->fill);
}

static void put_label(Terminal *out, const char *number, const char *id)
{
  adref_layout_gap(&out->layout);
  adref_fill_begin(out->fill, 0, 0, NULL);
  adref_fill_string(out->fill, number, 0);
  adref_fill_string(out->fill, number && id ? " #" : (id ? "#" : NULL), ADREF_LOOK_DIM);
  adref_fill_string(out->fill, id, ADREF_LOOK_DIM);
  if (out->notice) {
    adref_fill_string(out->fill, number || id ? "  -- " : "-- ", YELLOW * ADREF_LOOK_COLOR);
    adref_fill_string(out->fill, out->notice, YELLOW * ADREF_LOOK_COLOR | ADREF_LOOK_BOLD);
  }
  adref_fill_end(out->fill);
  g_clear_pointer(&out->notice, g_free);
  out->layout.is_tied = TRUE;
}

static void notice(gpointer data, const AdrefNode *clause, const char *words)
{
  (void)clause;
  Terminal *out = data;
  g_free(out->notice);
  out->notice = g_strdup(words && *words && !out->is_bare ? words : NULL);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  Terminal *out = data;
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

static void begin_stretch(gpointer data, AdrefMark mark)
{
  ((Terminal *)data)->ink.mark = mark;
}

static void end_stretch(gpointer data, AdrefMark mark)
{
  (void)mark;
  ((Terminal *)data)->ink.mark = ADREF_KEPT;
}

static void put_sign(gpointer data, const char *text)
{
  adref_ink_string(&((Terminal *)data)->ink, text, ADREF_LOOK_DIM);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  (void)node;
  Terminal *out = data;
  adref_layout_mark(&out->layout, NULL, 0);
  out->layout.is_tied = FALSE;
  out->layout.indent = 0;
}

/* Text in which lines may end is a paragraph of several lines among blocks, else one run. */
static void put_lines(Terminal *out, const char *text, gboolean is_block)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (gsize i = 0; lines[i]; i++) {
    if (i > 0 && is_block)
      adref_fill_break(out->fill);
    else if (i > 0)
      adref_ink_text(&out->ink, " ", 1, 0);
    adref_ink_string(&out->ink, lines[i], look(out));
  }
}

static void put_note(Terminal *out, const AdrefNode *note)
{
  AdrefMark mark = out->ink.mark;
  out->ink.mark = note->mark;
  adref_layout_mark(&out->layout, NULL, 0);
  out->layout.indent += ADREF_LAYOUT_STEP;
  adref_layout_begin(&out->layout, FALSE);
  adref_ink_string(&out->ink, "Note (", ADREF_LOOK_DIM);
  if (note->as.party)
    adref_ink_string(&out->ink, note->as.party, party_look(out, note->as.party) | ADREF_LOOK_BOLD);
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
  Terminal *out = data;
  if (adref_node_is_block(node))
    put_note(out, node);
  else
    g_ptr_array_add(out->notes, (gpointer)(guintptr)node);
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
}

static void put_notes(Terminal *out)
{
  for (guint i = 0; i < out->notes->len; i++)
    put_note(out, out->notes->pdata[i]);
  g_ptr_array_set_size(out->notes, 0);
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  (void)node;
  Terminal *out = data;
  end_paragraph(out);
  put_notes(out);
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
  out->bold++;
}

/* Where there is no bold, a line below tells the two highest headings. */
static void leave_heading(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
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
  adref_layout_enter_list(&((Terminal *)data)->layout, node);
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_layout_leave_list(&((Terminal *)data)->layout);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  adref_layout_enter_item(&((Terminal *)data)->layout, node);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_layout_leave_item(&((Terminal *)data)->layout);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Terminal *)data)->layout.indent += ADREF_LAYOUT_STEP;
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Terminal *)data)->layout.indent -= ADREF_LAYOUT_STEP;
}

/* The layout of code is its meaning: each line has marks of its own. */
static void put_code_line(Terminal *out, const char *line)
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
  Terminal *out = data;
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
  Terminal *out = data;
  adref_layout_begin(&out->layout, TRUE);
  adref_ink_string(&out->ink, "* * *", ADREF_LOOK_DIM);
  end_paragraph(out);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
  put_lines(out, node->text, is_block);
  if (is_block)
    end_paragraph(out);
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    adref_layout_begin(&out->layout, adref_layout_needs_gap(node));
  adref_ink_string(&out->ink, "<!-- ", ADREF_LOOK_DIM);
  put_lines(out, node->text, is_block);
  adref_ink_string(&out->ink, " -->", ADREF_LOOK_DIM);
  if (is_block)
    end_paragraph(out);
}

/* Words; the reading of one, its ruby, stands in parentheses behind it. */
static void put_words(Terminal *out, const AdrefNode *node)
{
  gsize from = 0;
  AdrefRuby ruby;
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_ink_text(&out->ink, node->text + from, ruby.start - from, look(out));
    adref_ink_text(&out->ink, node->text + ruby.base, ruby.base_length, look(out));
    adref_ink_text(&out->ink, "\357\274\210", 3, look(out));
    adref_ink_text(&out->ink, node->text + ruby.reading, ruby.reading_length, look(out));
    adref_ink_text(&out->ink, "\357\274\211", 3, look(out));
  }
  adref_ink_text(&out->ink, node->text + from, node->length - from, look(out));
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  g_autofree char *visible = adref_redline_visible(node, out->driver.how->language);
  if (visible)
    adref_ink_text(&out->ink, visible, strlen(visible), look(out));
  else
    put_words(out, node);
}

/* A deleted or inserted line break shows itself. */
static void enter_break(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  if (node->type == ADREF_LINE_BREAK && node->mark != ADREF_KEPT)
    adref_ink_string(&out->ink, "\342\206\265", 0);
  adref_ink_close(&out->ink);
  adref_fill_break(out->fill);
}

static guint *stress(Terminal *out, const AdrefNode *node)
{
  return node->type == ADREF_STRONG ? &out->bold : &out->italic;
}

static void enter_stress(gpointer data, const AdrefNode *node)
{
  ++*stress(data, node);
}

static void leave_stress(gpointer data, const AdrefNode *node)
{
  --*stress(data, node);
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  (void)node;
  (void)clause;
  ((Terminal *)data)->url = url;
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  const char *url = g_steal_pointer(&out->url);
  g_autofree char *words = url ? adref_node_words(node) : NULL;
  if (!url || strcmp(words, url) == 0)
    return;
  adref_ink_string(&out->ink, words[0] ? " <" : "<", ADREF_LOOK_DIM);
  adref_ink_string(&out->ink, url, ADREF_LOOK_DIM);
  adref_ink_string(&out->ink, ">", ADREF_LOOK_DIM);
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  Terminal *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  g_autofree char *digits = number > 0 ? g_strdup_printf("%u", number) : NULL;
  adref_ink_string(&out->ink, "^", ADREF_LOOK_DIM);
  adref_ink_string(&out->ink, digits ? digits : node->text, ADREF_LOOK_DIM);
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  (void)node;
  Terminal *out = data;
  adref_ink_text(&out->ink, " ", 1, 0);
  adref_ink_string(&out->ink, "[Agreed ad ref]", GREEN * ADREF_LOOK_COLOR);
}

static void put_mark(Terminal *out, const char *mark)
{
  adref_ink_string(&out->ink, mark, RED * ADREF_LOOK_COLOR | ADREF_LOOK_BOLD);
}

static void enter_bracket(gpointer data, const AdrefNode *node)
{
  ((Terminal *)data)->italic += node->as.placeholder ? 1 : 0;
}

static void leave_bracket(gpointer data, const AdrefNode *node)
{
  ((Terminal *)data)->italic -= node->as.placeholder ? 1 : 0;
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_mark(data, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_mark(data, " / ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_mark(data, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  Terminal *out = data;
  adref_ink_string(&out->ink, " -", 0);
  adref_fill_glue(out->fill);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    adref_ink_string(&out->ink, i > 0 ? "; " : NULL, 0);
    for (char **code = position->parties; *code; code++) {
      adref_ink_string(&out->ink, code > position->parties ? ", " : NULL, 0);
      adref_ink_string(&out->ink, *code, party_look(out, *code) | ADREF_LOOK_BOLD);
    }
    adref_ink_string(&out->ink, position->verb == ADREF_SUPPORT ? NULL : " ", 0);
    adref_ink_string(&out->ink, adref_verb_word(position->verb), 0);
  }
}

static const AdrefWriteTable table = {
    .nodes =
        {
            [ADREF_CLAUSE] = {NULL, leave_clause},
            [ADREF_HEADING] = {enter_heading, leave_heading},
            [ADREF_PARAGRAPH] = {enter_paragraph, leave_paragraph},
            [ADREF_LIST] = {enter_list, leave_list},
            [ADREF_ITEM] = {enter_item, leave_item},
            [ADREF_QUOTE] = {enter_quote, leave_quote},
            [ADREF_CODE_BLOCK] = {enter_code_block, NULL},
            [ADREF_RULE] = {enter_rule, NULL},
            [ADREF_HTML] = {enter_raw, NULL},
            [ADREF_COMMENT] = {enter_comment, NULL},
            [ADREF_NOTE] = {enter_note, NULL},
            [ADREF_TEXT] = {enter_text, NULL},
            [ADREF_LINE_BREAK] = {enter_break, NULL},
            [ADREF_ROW_BREAK] = {enter_break, NULL},
            [ADREF_CODE] = {enter_text, NULL},
            [ADREF_EMPH] = {enter_stress, leave_stress},
            [ADREF_STRONG] = {enter_stress, leave_stress},
            [ADREF_LINK] = {NULL, leave_link},
            [ADREF_IMAGE] = {NULL, leave_link},
            [ADREF_FOOTNOTE] = {enter_footnote, NULL},
            [ADREF_BRACKET] = {enter_bracket, leave_bracket},
            [ADREF_AD_REF] = {enter_ad_ref, NULL},
        },
    .label = label,
    .link = link_target,
    .open = open_bracket,
    .slash = slash,
    .close = close_bracket,
    .positions = positions,
    .begin = begin_stretch,
    .end = end_stretch,
    .sign = put_sign,
    .notice = notice,
};

static void put_title(Terminal *out, const AdrefNode *document, const char *title)
{
  g_autofree char *own = adref_document_title(document);
  if (own || !title)
    return;
  adref_fill_begin(out->fill, 0, 0, NULL);
  adref_fill_string(out->fill, title, ADREF_LOOK_BOLD);
  adref_fill_end(out->fill);
}

static void put_fact(Terminal *out, gboolean *is_first, const char *name, const char *fact)
{
  if (!fact)
    return;
  adref_fill_string(out->fill, *is_first ? NULL : " \302\267 ", ADREF_LOOK_DIM);
  adref_fill_string(out->fill, name, ADREF_LOOK_DIM);
  adref_fill_string(out->fill, fact, ADREF_LOOK_DIM);
  *is_first = FALSE;
}

static void put_signatures(Terminal *out, const char *const *names)
{
  for (; names && *names; names++) {
    adref_layout_begin(&out->layout, TRUE);
    adref_fill_string(out->fill, "____________________", 0);
    adref_fill_break(out->fill);
    adref_fill_string(out->fill, *names, 0);
    adref_fill_end(out->fill);
  }
}

/* The text, with the signatures before its annexes. */
static void put_signed(Terminal *out, const AdrefNode *document, const char *const *names)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (names && clause->as.clause->kind == ADREF_ANNEX)
      put_signatures(out, g_steal_pointer(&names));
    adref_terminal_put(out, clause);
  }
  put_signatures(out, names);
}

/* The words of the notes, behind the text. */
static void put_footnotes(Terminal *out)
{
  guint count = adref_footnotes_count(out->footnotes);
  for (guint i = 1; i <= count; i++) {
    out->layout.indent = ADREF_LAYOUT_STEP;
    adref_layout_mark(&out->layout, g_strdup_printf("^%u", i), ADREF_LAYOUT_STEP);
    adref_terminal_put(out, adref_footnotes_words(out->footnotes, i));
  }
  out->layout.indent = 0;
}

static void put_footer(Terminal *out, const AdrefWriting *how)
{
  if (!how->version && !how->date && !how->hash && !how->role && !how->copy)
    return;
  gboolean is_first = TRUE;
  adref_layout_begin(&out->layout, TRUE);
  put_fact(out, &is_first, "", how->role);
  put_fact(out, &is_first, "Alternat of ", how->copy);
  put_fact(out, &is_first, "Version ", how->version);
  put_fact(out, &is_first, "", how->date);
  put_fact(out, &is_first, "Content ", how->hash);
  adref_fill_end(out->fill);
}

/* The colour of a party is its place in the whole document, also where one clause is shown. */
static const AdrefNode *root_of(const AdrefNode *node)
{
  while (node->parent)
    node = node->parent;
  return node;
}

AdrefTerminal *adref_terminal_new(const AdrefNode *node, const AdrefWriting *how, guint width,
                                  gboolean color)
{
  Terminal *out = g_new0(Terminal, 1);
  GString *text = g_string_new(NULL);
  width = width == 0 ? 0 : MAX(width, MIN_WIDTH);
  out->root = root_of(node);
  out->fill = adref_fill_new(text, width, color, how->language);
  out->ink = (AdrefInk){.fill = out->fill};
  out->layout = adref_layout(text, out->fill, width);
  out->notes = g_ptr_array_new();
  out->color = color;
  out->has_ruby = adref_ruby_is_used(how->language);
  out->driver = adref_driver(node, how, &table, out);
  return out;
}

void adref_terminal_free(AdrefTerminal *out)
{
  if (!out)
    return;
  g_string_free(out->layout.text, TRUE);
  adref_layout_clear(&out->layout);
  adref_driver_clear(&out->driver);
  adref_fill_free(out->fill);
  adref_tally_free(out->tally);
  adref_footnotes_free(out->footnotes);
  g_ptr_array_unref(out->notes);
  g_free(out->notice);
  g_free(out);
}

void adref_terminal_put(AdrefTerminal *out, const AdrefNode *node)
{
  adref_driver_run(&out->driver, node);
}

void adref_terminal_put_words(AdrefTerminal *out, const AdrefNode *clause)
{
  out->is_bare = TRUE;
  adref_terminal_put(out, clause);
  out->is_bare = FALSE;
}

GString *adref_terminal_take(AdrefTerminal *out)
{
  GString *taken = g_string_new_len(out->layout.text->str, (gssize)out->layout.text->len);
  g_string_truncate(out->layout.text, 0);
  return taken;
}

GString *adref_write_terminal(const AdrefNode *document, const AdrefWriting *how, guint width,
                              gboolean color)
{
  g_autoptr(AdrefTerminal) out = adref_terminal_new(document, how, width, color);
  if (document->type != ADREF_DOCUMENT) {
    adref_terminal_put(out, document);
    return adref_terminal_take(out);
  }
  out->driver.footnotes = out->footnotes = adref_footnotes_new(document);
  put_title(out, document, how->title);
  put_signed(out, document, how->signatories);
  put_footnotes(out);
  put_footer(out, how);
  return adref_terminal_take(out);
}

GString *adref_write_terminal_clause(const AdrefNode *clause, const AdrefWriting *how, guint width,
                                     gboolean color)
{
  return adref_write_terminal(clause, how, width, color);
}
