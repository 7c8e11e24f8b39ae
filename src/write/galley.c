#include "write/galley.h"

#include <string.h>

#include "clause/number.h"
#include "write/contents.h"
#include "write/driver.h"
#include "write/grid.h"
#include "write/preface.h"
#include "write/redline.h"
#include "write/signatures.h"
#include "write/table.h"

enum {
  INK = 0x111111,
  SOFT = 0x4A4A4A,
  BRACKET = 0x9B1C1C,
  PARTY = 0x1F3A6E,
  AGREED = 0x1E6B3A,
  ADDRESS = 0x1F3A6E,
  WENT = 0x9B1C1C,
  CAME = 0x0B4F8A,
  TINT = 0xF4F4F2,
  MAX_COLUMNS = 16, /* a wider table is written as it stands, with its bars */
  MAX_INDENT = 6,   /* lists that are indented further; deeper ones stand where the last does */
};

typedef struct {
  gboolean ordered;
  guint depth, next;
  guint label; /* element of the label of the item */
} List;

typedef struct {
  AdrefFlow *flow;
  const AdrefWriting *how;
  const AdrefSheet *sheet;
  AdrefContents *contents;
  GHashTable *places;    /* CLAUSE -> its place among the clauses */
  AdrefPassage *passage; /* what is collected */
  AdrefPassage *cell;    /* of the table that is open, or NULL */
  AdrefGrid *grid;
  const AdrefNode *table;
  gboolean is_table_rule;
  AdrefPassage *label; /* waits for the next paragraph when it is not empty */
  const AdrefNode *clause;
  GArray *parents;  /* of guint: elements that are open */
  GArray *lists;    /* of List */
  GPtrArray *notes; /* of AdrefPassage: they wait for the end of their paragraph */
  guint bold, italic, mono, quotes, indents, heading;
  guint link;
  const AdrefNode *linked;
  AdrefMark mark;
  gboolean has_number; /* the clause's words hang beside one */
  gboolean is_close;   /* the next paragraph stands close to what is above it */
} Galley;

/* Looks */

static AdrefLook text_look(const Galley *galley)
{
  const AdrefMeasures *measures = &galley->flow->measures;
  AdrefLook look = {.face = {galley->mono ? ADREF_MONO : ADREF_SERIF, galley->bold > 0,
                             galley->italic % 2 > 0, measures->size * (galley->mono ? 0.88F : 1)},
                    .color = INK,
                    .link = galley->link};
  if (galley->link && g_array_index(galley->flow->links, AdrefFlowLink, galley->link - 1).url)
    look.color = ADDRESS;
  if (galley->mark == ADREF_DELETED) {
    look.color = WENT;
    look.lines = ADREF_DRAWN_STRUCK;
  } else if (galley->mark == ADREF_INSERTED) {
    look.color = CAME;
    look.lines = ADREF_DRAWN_TWICE;
  }
  return look;
}

static AdrefLook small_look(const Galley *galley, guint color, gboolean is_bold)
{
  AdrefLook look = text_look(galley);
  look.face = (AdrefFace){ADREF_SANS, is_bold, FALSE, galley->flow->measures.size * 0.76F};
  if (galley->mark == ADREF_KEPT)
    look.color = color;
  look.link = 0;
  return look;
}

static AdrefPassage *passage_of(Galley *galley)
{
  return galley->table ? galley->cell : galley->passage;
}

static void add_in(Galley *galley, const AdrefLook *look, const AdrefNode *node, const char *text,
                   gsize length)
{
  AdrefPassage *passage = passage_of(galley);
  if (passage)
    adref_passage_add(passage, adref_setter_look(galley->flow->setter, look), node, text, length);
}

static void add(Galley *galley, const AdrefLook *look, const char *text)
{
  add_in(galley, look, NULL, text, strlen(text));
}

/* Text with its own line ends; other control characters show themselves. */
static void add_text(Galley *galley, const AdrefLook *look, const AdrefNode *node, const char *text,
                     gsize length)
{
  gsize from = 0;
  for (gsize at = 0; at < length; at++) {
    guchar c = (guchar)text[at];
    if (c >= 0x20 && c != 0x7F)
      continue;
    add_in(galley, look, node, text + from, at - from);
    add(galley, look, c == '\n' ? "\342\200\250" : c == '\t' ? "    " : "\357\277\275");
    from = at + 1;
  }
  add_in(galley, look, node, text + from, length - from);
}

/* Blocks */

static guint parent(const Galley *galley)
{
  return galley->parents->len > 0 ? g_array_index(galley->parents, guint, galley->parents->len - 1)
                                  : 0;
}

static void open_element(Galley *galley, const char *tag)
{
  guint element = adref_flow_element(galley->flow, tag, parent(galley));
  g_array_append_val(galley->parents, element);
}

static void close_element(Galley *galley)
{
  g_array_set_size(galley->parents, galley->parents->len - 1);
}

static List *innermost(const Galley *galley)
{
  guint lists = galley->lists->len;
  return lists > 0 ? &g_array_index(galley->lists, List, lists - 1) : NULL;
}

static float start_of(const Galley *galley)
{
  const AdrefMeasures *measures = &galley->flow->measures;
  guint steps = MIN(galley->indents, MAX_INDENT);
  return (galley->has_number ? measures->indent : 0) + (float)steps * measures->indent * 0.9F;
}

static AdrefBlock new_block(const Galley *galley, const char *tag)
{
  const AdrefMeasures *measures = &galley->flow->measures;
  AdrefBlock block = {.x = start_of(galley), .gap = measures->gap, .leading = measures->leading};
  block.width = measures->measure - block.x - (galley->quotes > 0 ? measures->indent * 0.6F : 0);
  block.element = tag ? adref_flow_element(galley->flow, tag, parent(galley)) : 0;
  if (galley->clause && adref_redline_is_changed(galley->clause)) {
    block.bar = INK;
    block.bar_x = -14;
  }
  return block;
}

/* A number or bullet that waits hangs before the block. The number of a clause is a part of its
 * paragraph, that of an item has an element of its own. */
static void hang_label(Galley *galley, AdrefBlock *block)
{
  if (galley->label->text->len == 0)
    return;
  const List *list = innermost(galley);
  float step = galley->flow->measures.indent * (!list ? 1 : list->ordered ? 0.9F : 0.5F);
  block->label = galley->label;
  block->label_x = MAX(block->x - step, 0);
  block->label_width = block->x - block->label_x - 3;
  block->label_element = list ? list->label : block->element;
}

/* A note stands in the margin, beside the paragraph before; below it where the margin has no room.
 */
static void set_note(Galley *galley, const AdrefPassage *note)
{
  AdrefFlow *flow = galley->flow;
  AdrefBlock block = new_block(galley, NULL);
  block.element = adref_flow_element(flow, "Note", 0);
  block.leading *= 0.76F;
  block.tint = TINT;
  if (!(flow->measures.notes > 0) || !adref_flow_aside(flow, note, block.element, block.leading))
    adref_flow_block(flow, note, &block);
}

static void set_notes(Galley *galley)
{
  for (guint i = 0; i < galley->notes->len; i++)
    set_note(galley, galley->notes->pdata[i]);
  g_ptr_array_set_size(galley->notes, 0);
}

static void end_block(Galley *galley, const AdrefBlock *block)
{
  adref_flow_block(galley->flow, galley->passage, block);
  adref_passage_clear(galley->passage);
  adref_passage_clear(galley->label);
  galley->is_close = FALSE;
  set_notes(galley);
}

/* In a tight list items stand closer than paragraphs. */
static float gap_of(const Galley *galley, const AdrefNode *block)
{
  const AdrefNode *item = block->parent;
  gboolean is_tight = item && item->type == ADREF_ITEM && item->parent->type == ADREF_LIST &&
                      item->parent->as.list.tight;
  if (galley->is_close)
    return galley->flow->measures.gap * 0.2F;
  return galley->flow->measures.gap * (!is_tight ? 1 : item->prev || block->prev ? 0.3F : 0.6F);
}

static void set_paragraph(Galley *galley, const AdrefNode *node)
{
  AdrefBlock block = new_block(galley, "P");
  hang_label(galley, &block);
  block.gap = gap_of(galley, node);
  end_block(galley, &block);
}

/* Clauses */

static void set_label(Galley *galley, const AdrefLook *look, const AdrefNode *node,
                      const char *words)
{
  g_autofree char *apart = g_strconcat(words, " ", NULL);
  adref_passage_clear(galley->label);
  adref_passage_add(galley->label, adref_setter_look(galley->flow->setter, look), node, apart,
                    strlen(apart));
}

static void enter_clause(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  galley->clause = node;
  galley->has_number = FALSE;
  galley->indents = 0;
  adref_flow_target(galley->flow, GPOINTER_TO_UINT(g_hash_table_lookup(galley->places, node)));
  if (node->as.clause->kind == ADREF_ANNEX && node->prev && node->mark != ADREF_DELETED)
    adref_flow_new_page(galley->flow);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  (void)node;
  Galley *galley = data;
  galley->clause = NULL;
  galley->has_number = FALSE;
  adref_passage_clear(galley->label);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  (void)facts;
  Galley *galley = data;
  if (!number || clause == galley->contents->title)
    return;
  AdrefLook look = text_look(galley);
  look.lines = 0;
  look.color = INK;
  if (clause->as.clause->kind == ADREF_PP)
    look = small_look(galley, SOFT, FALSE);
  galley->has_number = TRUE;
  set_label(galley, &look, clause, number);
}

static void notice(gpointer data, const AdrefNode *clause, const char *words)
{
  Galley *galley = data;
  if (!words || !*words || clause == galley->contents->title)
    return;
  AdrefLook look = small_look(galley, SOFT, FALSE);
  add(galley, &look, words);
  AdrefBlock block = new_block(galley, "P");
  block.leading *= 0.8F;
  block.align = ADREF_ALIGN_START;
  block.keeps_next = TRUE;
  block.is_uncounted = TRUE;
  adref_flow_block(galley->flow, galley->passage, &block);
  adref_passage_clear(galley->passage);
  galley->is_close = TRUE;
}

/* Headings */

static const AdrefContentsEntry *entry_of(Galley *galley, const AdrefNode *node)
{
  const GArray *entries = galley->contents->entries;
  for (; galley->heading < entries->len; galley->heading++) {
    const AdrefContentsEntry *entry = &g_array_index(entries, AdrefContentsEntry, galley->heading);
    if (entry->heading == node)
      return entry;
  }
  return NULL;
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Galley *)data)->bold++;
}

typedef struct {
  float scale, above; /* in sizes of the text */
  gboolean is_centered;
} Heading;

static Heading heading_of(const Galley *galley, guint level)
{
  gboolean in_annex = galley->clause && galley->clause->as.clause->kind == ADREF_ANNEX;
  if (level == 1)
    return (Heading){1.5F, 0, TRUE};
  if (level == 2)
    return (Heading){in_annex ? 1.3F : 1.16F, in_annex ? 0 : 1.9F, in_annex};
  return (Heading){1, 1.4F, FALSE};
}

static void scale_passage(Galley *galley, float scale)
{
  for (guint i = 0; i < galley->passage->spans->len; i++) {
    AdrefSpan *span = &g_array_index(galley->passage->spans, AdrefSpan, i);
    AdrefLook look = g_array_index(galley->flow->setter->looks, AdrefLook, span->look);
    look.face.size *= scale;
    span->look = adref_setter_look(galley->flow->setter, &look);
  }
}

static void leave_heading(gpointer data, const AdrefNode *node)
{
  static const char *const tags[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
  Galley *galley = data;
  const AdrefContentsEntry *entry = entry_of(galley, node);
  guint level = entry ? CLAMP(entry->level, 1, G_N_ELEMENTS(tags)) : 2;
  Heading heading = heading_of(galley, level);
  galley->heading += entry != NULL;
  galley->bold--;
  scale_passage(galley, heading.scale);
  char *words = adref_node_words(node);
  if (*words)
    adref_flow_bookmark(galley->flow, level, words);
  else
    g_free(words);
  AdrefBlock block = new_block(galley, tags[level - 1]);
  hang_label(galley, &block);
  block.gap = MAX(heading.above * galley->flow->measures.size, galley->flow->measures.gap);
  block.leading *= heading.scale * 0.94F;
  block.align = heading.is_centered ? ADREF_ALIGN_CENTER : ADREF_ALIGN_START;
  block.keeps_next = TRUE;
  end_block(galley, &block);
}

/* Paragraphs and tables */

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  guint columns = adref_table_columns(node);
  if (columns == 0 || columns > MAX_COLUMNS)
    return;
  galley->table = node;
  galley->grid = adref_grid_new(columns);
  galley->is_table_rule = FALSE;
  adref_grid_row(galley->grid);
  galley->bold++;
}

static void leave_table(Galley *galley)
{
  AdrefFlow *flow = galley->flow;
  float x = start_of(galley);
  guint element = adref_flow_element(flow, "Table", parent(galley));
  adref_grid_set(galley->grid, flow, element, x, flow->measures.measure - x, flow->measures.gap,
                 flow->measures.leading * 0.94F);
  g_clear_pointer(&galley->grid, adref_grid_free);
  galley->table = NULL;
  galley->cell = NULL;
  set_notes(galley);
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  if (galley->table == node)
    leave_table(galley);
  else
    set_paragraph(galley, node);
}

static gboolean is_row_end(const AdrefNode *node)
{
  return !node || node->type == ADREF_ROW_BREAK;
}

/* A | of a row begins a cell, but not the last one. */
static void add_cells(Galley *galley, const AdrefNode *text, const AdrefLook *look)
{
  const char *at = text->text, *end = at + text->length;
  while (at < end) {
    const char *bar = memchr(at, '|', (gsize)(end - at));
    const char *stop = bar ? bar : end;
    const char *start = at;
    while (start < stop && *start == ' ' && galley->cell && galley->cell->text->len == 0)
      start++;
    add_in(galley, look, text, start, (gsize)(stop - start));
    if (!bar)
      return;
    galley->cell = adref_grid_cell(galley->grid);
    at = bar + 1;
  }
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley);
  if (!galley->table || node->parent != galley->table)
    add_text(galley, &look, node, node->text, node->length);
  else if (is_row_end(node->prev) && adref_table_is_rule(node))
    galley->is_table_rule = TRUE;
  else
    add_cells(galley, node, &look);
}

static void enter_row_break(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  if (!galley->table || node->parent != galley->table) {
    AdrefLook look = text_look(galley);
    add(galley, &look, "\342\200\250");
    return;
  }
  if (galley->is_table_rule) {
    galley->is_table_rule = FALSE;
    galley->bold--;
  }
  galley->cell = NULL;
  if (!node->next || !adref_table_is_rule(node->next))
    adref_grid_row(galley->grid);
}

/* Lists, quotes, code */

static void enter_list(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  guint depth = galley->clause && adref_write_is_in_series(galley->clause->as.clause->kind) ? 1 : 0;
  const List *outer = innermost(galley);
  if (outer)
    depth = outer->depth + (outer->ordered ? 1 : 0);
  List list = {node->as.list.ordered, depth, node->as.list.start, 0};
  g_array_append_val(galley->lists, list);
  galley->indents++;
  open_element(galley, "L");
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  (void)node;
  Galley *galley = data;
  g_array_set_size(galley->lists, galley->lists->len - 1);
  galley->indents--;
  close_element(galley);
}

/* A label that still waits, above a list in a list, stands alone. */
static void flush_label(Galley *galley)
{
  if (galley->label->text->len == 0)
    return;
  AdrefBlock block = new_block(galley, NULL);
  hang_label(galley, &block);
  block.element = block.label_element;
  block.keeps_next = TRUE;
  end_block(galley, &block);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  List *list = innermost(galley);
  galley->indents--;
  flush_label(galley);
  galley->indents++;
  open_element(galley, "LI");
  list->label = adref_flow_element(galley->flow, "Lbl", parent(galley));
  open_element(galley, "LBody");
  g_autofree char *mark = list->ordered && node->mark != ADREF_DELETED
                              ? adref_number_item(list->depth, list->next++)
                              : g_strdup(list->ordered ? "\342\200\223" : "\342\200\242");
  AdrefLook look = text_look(galley);
  look.lines = 0;
  set_label(galley, &look, node, mark);
}

static void leave_item(gpointer data, const AdrefNode *node)
{
  (void)node;
  Galley *galley = data;
  flush_label(galley);
  close_element(galley);
  close_element(galley);
}

static void enter_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  Galley *galley = data;
  flush_label(galley);
  galley->quotes++;
  galley->indents++;
  open_element(galley, "BlockQuote");
}

static void leave_quote(gpointer data, const AdrefNode *node)
{
  (void)node;
  Galley *galley = data;
  galley->quotes--;
  galley->indents--;
  close_element(galley);
}

/* Code keeps its spaces, and its lines where they fit. */
static void enter_code_block(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  galley->mono++;
  AdrefLook look = text_look(galley);
  g_autofree char *text = g_strndup(node->text, node->length);
  g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
  for (char **line = lines; *line; line++) {
    gsize spaces = strspn(*line, " ");
    for (gsize i = 0; i < spaces; i++)
      add(galley, &look, "\302\240");
    add_text(galley, &look, node, *line + spaces, strlen(*line + spaces));
    add(galley, &look, line[1] ? "\342\200\250" : "");
  }
  galley->mono--;
  AdrefBlock block = new_block(galley, "P");
  hang_label(galley, &block);
  block.align = ADREF_ALIGN_START;
  block.leading = galley->flow->measures.size * 1.3F;
  block.tint = TINT;
  end_block(galley, &block);
}

static void enter_rule(gpointer data, const AdrefNode *node)
{
  (void)node;
  Galley *galley = data;
  const AdrefMeasures *measures = &galley->flow->measures;
  adref_flow_rule(galley->flow, measures->measure * 0.38F, measures->measure * 0.24F,
                  measures->size * 1.4F, 0.6F);
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley);
  add_text(galley, &look, node, node->text, node->length);
  if (!adref_node_is_block(node))
    return;
  AdrefBlock block = new_block(galley, "P");
  hang_label(galley, &block);
  block.align = ADREF_ALIGN_START;
  end_block(galley, &block);
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley);
  add(galley, &look, "<!-- ");
  add_text(galley, &look, node, node->text, node->length);
  add(galley, &look, " -->");
  if (!adref_node_is_block(node))
    return;
  AdrefBlock block = new_block(galley, "P");
  block.align = ADREF_ALIGN_START;
  end_block(galley, &block);
}

static void collect_note(Galley *galley, const AdrefNode *node)
{
  AdrefPassage *outer = galley->passage;
  const AdrefNode *in_table = galley->table;
  galley->table = NULL;
  galley->passage = adref_passage_new();
  AdrefLook strong = small_look(galley, PARTY, TRUE), soft = small_look(galley, SOFT, FALSE);
  if (node->as.party) {
    add(galley, &strong, node->as.party);
    add(galley, &soft, ": ");
  }
  add_text(galley, &soft, node, node->text, node->length);
  g_ptr_array_add(galley->notes, galley->passage);
  galley->passage = outer;
  galley->table = in_table;
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  collect_note(data, node);
  if (adref_node_is_block(node))
    set_notes(data);
}

/* Inlines */

static void add_break(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley);
  if (node->mark != ADREF_KEPT)
    add(galley, &look, "\342\206\265");
  add(galley, &look, "\342\200\250");
}

static void enter_code(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  galley->mono++;
  AdrefLook look = text_look(galley);
  add_text(galley, &look, node, node->text, node->length);
  galley->mono--;
}

static void enter_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Galley *)data)->italic++;
}

static void leave_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Galley *)data)->italic--;
}

static void enter_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Galley *)data)->bold++;
}

static void leave_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((Galley *)data)->bold--;
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  Galley *galley = data;
  if (galley->linked || (!url && !clause))
    return;
  guint place = clause ? GPOINTER_TO_UINT(g_hash_table_lookup(galley->places, clause)) : 0;
  galley->linked = node;
  galley->link = adref_flow_link(galley->flow, clause ? NULL : g_strdup(url), place);
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  if (galley->linked != node)
    return;
  galley->linked = NULL;
  galley->link = 0;
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley);
  look.rise = look.face.size * 0.36F;
  look.face.size *= 0.66F;
  add_text(galley, &look, node, node->text, node->length);
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley), small = small_look(galley, AGREED, TRUE);
  add_in(galley, &look, node, " ", 1);
  add_in(galley, &small, node, "[Agreed ad ref]", 15);
}

/* Brackets stand out in black and white too: they are bold. */
static void add_sign(Galley *galley, const AdrefNode *node, const char *sign)
{
  AdrefLook look = text_look(galley);
  look.face.is_bold = TRUE;
  look.face.is_italic = FALSE;
  if (galley->mark == ADREF_KEPT)
    look.color = BRACKET;
  look.link = 0;
  add_in(galley, &look, node, sign, strlen(sign));
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  add_sign(data, node, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley);
  add(galley, &look, " ");
  add_sign(galley, node, "/");
  add(galley, &look, " ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  add_sign(data, node, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  Galley *galley = data;
  AdrefLook look = text_look(galley), small = small_look(galley, PARTY, TRUE);
  g_autofree char *words = adref_positions_text(groups);
  add(galley, &look, " ");
  add_in(galley, &small, node, "\342\200\223\302\240", 5);
  add_in(galley, &small, node, words, strlen(words));
}

static void begin(gpointer data, AdrefMark mark)
{
  ((Galley *)data)->mark = mark;
}

static void end(gpointer data, AdrefMark mark)
{
  (void)mark;
  ((Galley *)data)->mark = ADREF_KEPT;
}

static void sign(gpointer data, const char *text)
{
  Galley *galley = data;
  AdrefLook look = small_look(galley, SOFT, FALSE);
  add(galley, &look, text);
}

static const AdrefWriteTable table = {
    .nodes =
        {
            [ADREF_CLAUSE] = {enter_clause, leave_clause},
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
            [ADREF_LINE_BREAK] = {add_break, NULL},
            [ADREF_ROW_BREAK] = {enter_row_break, NULL},
            [ADREF_CODE] = {enter_code, NULL},
            [ADREF_EMPH] = {enter_emph, leave_emph},
            [ADREF_STRONG] = {enter_strong, leave_strong},
            [ADREF_LINK] = {NULL, leave_link},
            [ADREF_IMAGE] = {NULL, leave_link},
            [ADREF_FOOTNOTE] = {enter_footnote, NULL},
            [ADREF_AD_REF] = {enter_ad_ref, NULL},
        },
    .label = label,
    .link = link_target,
    .open = open_bracket,
    .slash = slash,
    .close = close_bracket,
    .positions = positions,
    .begin = begin,
    .end = end,
    .sign = sign,
    .notice = notice,
};

/* The title and what stands below it */

static void set_centered(Galley *galley, const char *words, const AdrefLook *look, const char *tag,
                         float gap)
{
  add(galley, look, words);
  AdrefBlock block = new_block(galley, tag);
  block.gap = gap;
  block.align = ADREF_ALIGN_CENTER;
  block.leading = look->face.size * adref_shaper_script(galley->flow->setter->shaper)->leading;
  block.is_uncounted = TRUE;
  end_block(galley, &block);
}

static void set_head(Galley *galley, const AdrefDriver *driver, const AdrefTally *tally)
{
  const AdrefMeasures *measures = &galley->flow->measures;
  AdrefLook look = text_look(galley);
  g_autofree char *title = galley->how->title ? g_strdup(galley->how->title) : NULL;
  if (galley->contents->title) {
    adref_driver_run(driver, galley->contents->title);
  } else if (title) {
    look.face.size *= 1.5F;
    look.face.is_bold = TRUE;
    adref_flow_bookmark(galley->flow, 1, g_strdup(title));
    set_centered(galley, title, &look, "H1", 0);
  }
  look = text_look(galley);
  look.face.is_italic = TRUE;
  if (galley->sheet->occasion)
    set_centered(galley, galley->sheet->occasion, &look, "P", measures->gap);
  if (galley->how->view == ADREF_VIEW_NEGOTIATING || tally->brackets + tally->placeholders > 0) {
    g_autofree char *words = adref_tally_words(tally);
    AdrefLook small = small_look(galley, SOFT, FALSE);
    set_centered(galley, words, &small, "P", measures->gap);
  }
}

static void free_passage(gpointer passage)
{
  adref_passage_free(passage);
}

static GHashTable *number_clauses(const AdrefNode *document)
{
  GHashTable *places = g_hash_table_new(NULL, NULL);
  guint place = 0;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    g_hash_table_insert(places, clause, GUINT_TO_POINTER(place++));
  return places;
}

void adref_galley_fill(AdrefFlow *flow, const AdrefNode *document, const AdrefWriting *how,
                       const AdrefSheet *sheet, const AdrefTally *tally, const AdrefReview *review)
{
  g_autoptr(AdrefContents) contents = adref_contents_new(document, FALSE);
  g_autoptr(AdrefPassage) passage = adref_passage_new();
  g_autoptr(AdrefPassage) waiting = adref_passage_new();
  g_autoptr(GHashTable) places = number_clauses(document);
  g_autoptr(GArray) parents = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(free_passage);
  g_autoptr(GArray) lists = g_array_new(FALSE, FALSE, sizeof(List));
  Galley galley = {.flow = flow,
                   .how = how,
                   .sheet = sheet,
                   .contents = contents,
                   .places = places,
                   .passage = passage,
                   .label = waiting,
                   .parents = parents,
                   .lists = lists,
                   .notes = notes};
  g_auto(AdrefDriver) driver = adref_driver(document, how, &table, &galley);
  set_head(&galley, &driver, tally);
  if (review)
    adref_preface_set(flow, document, review);
  const char *const *signatories = sheet->signatories;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (signatories && clause->as.clause->kind == ADREF_ANNEX)
      adref_signatures_set(flow, g_steal_pointer(&signatories));
    if (clause != contents->title)
      adref_driver_run(&driver, clause);
  }
  if (signatories)
    adref_signatures_set(flow, signatories);
  adref_flow_end(flow);
}
