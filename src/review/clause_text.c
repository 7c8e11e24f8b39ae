#include "review/clause_text.h"

#include <string.h>

#include "base/string_append.h"
#include "clause/enumerator.h"
#include "review/bracket_event.h"
#include "review/layout_words.h"
#include "review/moved_columns.h"
#include "review/moved_rows.h"
#include "review/quote.h"

enum {
  MAX_INSTEAD = 4,        /* words that a bracket is resolved with */
  MAX_INSTEAD_BYTES = 60, /* the same in bytes */
  MAX_NUMBER = 12,        /* bytes of a typed number with its spaces */
  MAX_DEPTH = 64          /* blocks around the end of a block that are searched for the next one */
};

static void structural_change_clear(gpointer data)
{
  AdrefStructuralChange *structural = data;
  g_free(structural->old);
  g_free(structural->new);
}

AdrefClauseText *adref_clause_text_new(void)
{
  AdrefClauseText *text = g_new0(AdrefClauseText, 1);
  for (guint side = 0; side < 2; side++) {
    text->words[side] = g_string_new(NULL);
    text->links[side] = g_array_new(FALSE, FALSE, sizeof(AdrefWordRange));
    text->headings[side] = g_array_new(FALSE, FALSE, sizeof(AdrefWordRange));
    text->brackets[side] = g_array_new(FALSE, FALSE, sizeof(AdrefWordRange));
  }
  text->moved_rows = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  text->moved_cells = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  text->runs = g_array_new(FALSE, FALSE, sizeof(AdrefChangeRun));
  text->structural_changes = g_array_new(FALSE, FALSE, sizeof(AdrefStructuralChange));
  g_array_set_clear_func(text->structural_changes, structural_change_clear);
  return text;
}

void adref_clause_text_free(AdrefClauseText *text)
{
  if (!text)
    return;
  for (guint side = 0; side < 2; side++) {
    g_string_free(text->words[side], TRUE);
    g_array_unref(text->links[side]);
    g_array_unref(text->headings[side]);
    g_array_unref(text->brackets[side]);
  }
  g_array_unref(text->runs);
  g_array_unref(text->structural_changes);
  g_hash_table_unref(text->moved_rows);
  g_hash_table_unref(text->moved_cells);
  g_free(text);
}

static AdrefChangeRun *open_run(AdrefClauseText *self)
{
  guint old = (guint)self->words[0]->len, new = (guint)self->words[1]->len;
  if (self->runs->len > 0) {
    AdrefChangeRun *last = &g_array_index(self->runs, AdrefChangeRun, self->runs->len - 1);
    if (last->end[0] == old && last->end[1] == new)
      return last;
  }
  AdrefChangeRun run = {.start = {old, new}, .end = {old, new}};
  g_array_append_val(self->runs, run);
  return &g_array_index(self->runs, AdrefChangeRun, self->runs->len - 1);
}

static void add_words(AdrefClauseText *self, const char *words, gsize length, AdrefChangeMark mark)
{
  gboolean of_old = mark == ADREF_DELETED || mark == ADREF_UNWRAPPED;
  gboolean of_new = mark == ADREF_INSERTED || mark == ADREF_WRAPPED;
  AdrefChangeRun *run = of_old || of_new ? open_run(self) : NULL;
  if (!of_new)
    adref_string_append(self->words[ADREF_TEXT_SIDE_OLD], words, length);
  if (!of_old)
    adref_string_append(self->words[ADREF_TEXT_SIDE_NEW], words, length);
  if (run) {
    run->end[0] = (guint)self->words[0]->len;
    run->end[1] = (guint)self->words[1]->len;
  }
}

static AdrefStructuralChange *add_structural_change(AdrefClauseText *self, AdrefChangeClass class,
                                                    char *old, char *new)
{
  AdrefStructuralChange structural = {class, self->runs->len, old, new, ADREF_SHIFT_NONE};
  g_array_append_val(self->structural_changes, structural);
  return &g_array_index(self->structural_changes, AdrefStructuralChange,
                        self->structural_changes->len - 1);
}

/* Something was inserted in the place of the last structural change, which was a deletion. */
static AdrefStructuralChange *replace_new(AdrefClauseText *self, const char *words)
{
  AdrefStructuralChange *last = &g_array_index(self->structural_changes, AdrefStructuralChange,
                                               self->structural_changes->len - 1);
  g_free(last->new);
  last->new = g_strdup(words);
  return last;
}

static gboolean is_whole(const AdrefNode *node)
{
  return node->mark == ADREF_DELETED || node->mark == ADREF_INSERTED;
}

static AdrefTextSide side_of_whole(const AdrefNode *node)
{
  return node->mark == ADREF_INSERTED ? ADREF_TEXT_SIDE_NEW : ADREF_TEXT_SIDE_OLD;
}

static gboolean has_changed_alternative(const AdrefNode *bracket)
{
  for (const AdrefNode *child = bracket->first; child; child = child->next)
    if (child->mark != ADREF_KEPT)
      return TRUE;
  return FALSE;
}

/* Whether a node is only the old state of the node above it, of which an attribute changed. */
static gboolean is_former_state(const AdrefNode *node)
{
  return node->mark == ADREF_UNWRAPPED && node->parent && node->parent->mark == ADREF_WRAPPED &&
         node->parent->type == node->type && node->parent->first == node && !node->next;
}

static gboolean has_former_state(const AdrefNode *node)
{
  return node->mark == ADREF_WRAPPED && node->first && is_former_state(node->first);
}

static guint count_words(const char *words)
{
  g_auto(GStrv) parts = g_strsplit(words, " ", MAX_INSTEAD + 2);
  return g_strv_length(parts);
}

/* A few words that stand in the place of a deleted bracket: the bracket was resolved with them. */
static gboolean is_instead_of_bracket(const AdrefNode *text)
{
  const AdrefNode *before = text->prev;
  return text->type == ADREF_TEXT && text->mark == ADREF_INSERTED && before &&
         before->type == ADREF_BRACKET && before->mark == ADREF_DELETED &&
         text->length <= MAX_INSTEAD_BYTES && count_words(text->text) <= MAX_INSTEAD;
}

static char *words_instead(const AdrefNode *bracket)
{
  const AdrefNode *text = bracket->next;
  return text && is_instead_of_bracket(text) ? adref_quote(text->text, text->length) : g_strdup("");
}

/* A deleted bracket and an inserted one next to it are one change. Returns what happened. */
static AdrefShift add_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  const AdrefNode *quoted = adref_bracket_event_quoted(bracket);
  char *old = bracket->mark == ADREF_INSERTED ? g_strdup("") : adref_quote_node(quoted, 0);
  char *new = bracket->mark == ADREF_DELETED ? words_instead(bracket) : adref_quote_node(quoted, 1);
  const AdrefNode *before = bracket->prev;
  if (bracket->mark == ADREF_INSERTED && before && before->type == ADREF_BRACKET &&
      before->mark == ADREF_DELETED && self->structural_changes->len > 0) {
    replace_new(self, new)->shift = ADREF_SHIFT_NONE;
    g_free(new);
    g_free(old);
    return ADREF_SHIFT_NONE;
  }
  AdrefShift shift = adref_bracket_event(bracket);
  add_structural_change(self, ADREF_CHANGE_CLASS_BRACKET, old, new)->shift = shift;
  return shift;
}

/* Whether the entry of a bracket that came or went says what its words mean: of several
 * alternatives none was taken, but a few other words. */
static gboolean says_all(const AdrefNode *bracket)
{
  const AdrefNode *behind = bracket->next;
  return bracket->first && bracket->first->next && behind && is_instead_of_bracket(behind);
}

static void add_bracket_range(AdrefClauseText *self, AdrefTextSide side, guint start,
                              const AdrefNode *node)
{
  AdrefWordRange range = {.start = start, .end = (guint)self->words[side]->len, .node = node};
  g_array_append_val(self->brackets[side], range);
}

/* The words of a bracket that came or went are read for what they mean; the bracket is what says
 * that they came or went. */
static void begin_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  self->bracket = bracket;
  self->bracket_start = (guint)self->words[side_of_whole(bracket)]->len;
}

static void end_bracket(AdrefClauseText *self)
{
  add_bracket_range(self, side_of_whole(self->bracket), self->bracket_start, self->bracket);
  self->bracket = NULL;
}

/* A bracket that is settled is words. */
static gboolean add_settled(AdrefClauseText *self, const AdrefNode *bracket, const char *edge)
{
  static const AdrefChangeMark marks[] = {[ADREF_KEPT] = ADREF_KEPT,
                                          [ADREF_DELETED] = ADREF_DELETED,
                                          [ADREF_INSERTED] = ADREF_INSERTED,
                                          [ADREF_UNWRAPPED] = ADREF_DELETED,
                                          [ADREF_WRAPPED] = ADREF_INSERTED};
  if (bracket->as.settled)
    add_words(self, edge, 1, marks[bracket->mark]);
  return bracket->as.settled;
}

/* FALSE: its words are not read, since the bracket is what changed. */
static gboolean enter_bracket(AdrefClauseText *self, const AdrefNode *bracket)
{
  if (add_settled(self, bracket, "["))
    return TRUE;
  if (self->bracket || is_former_state(bracket) || adref_bracket_event_is_part(bracket))
    return TRUE;
  AdrefShift shift = ADREF_SHIFT_NONE;
  if (bracket->mark != ADREF_KEPT || has_changed_alternative(bracket))
    shift = add_bracket(self, bracket);
  if (!is_whole(bracket))
    return shift != ADREF_SHIFT_ALTERNATIVES_REORDERED;
  if (!says_all(bracket))
    begin_bracket(self, bracket);
  return self->bracket != NULL;
}

static char *edge_words(const AdrefNode *edge)
{
  if (edge->as.edge.opens)
    return g_strdup("[");
  if (!edge->as.edge.groups)
    return g_strdup("]");
  g_autofree char *positions = adref_positions_text(edge->as.edge.groups);
  g_autofree char *words = g_strdup_printf("- %s]", positions);
  return adref_quote(words, strlen(words));
}

/* Of a bracket that was inserted or deleted, only one end is reported. */
static void add_edge(AdrefClauseText *self, const AdrefNode *edge)
{
  const AdrefNode *partner = edge->as.edge.partner;
  gboolean reported = !edge->as.edge.opens && partner && partner->mark == edge->mark;
  if (edge->mark == ADREF_KEPT || is_former_state(edge) || (reported && !edge->as.edge.groups))
    return;
  gboolean of_old = edge->mark == ADREF_DELETED || edge->mark == ADREF_UNWRAPPED;
  char *words = edge_words(edge);
  char *other = has_former_state(edge) ? edge_words(edge->first) : g_strdup("");
  add_structural_change(self, ADREF_CHANGE_CLASS_BRACKET, of_old ? words : other,
                        of_old ? other : words);
}

static gboolean is_address(const AdrefNode *link)
{
  return link->as.link.url[0] != '#';
}

/* "words (#id)" of a link, or its address when its target is outside of the text. */
static char *link_words(const AdrefNode *link, AdrefTextSide side)
{
  if (is_address(link))
    return adref_quote(link->as.link.url, strlen(link->as.link.url));
  g_autofree char *words = adref_quote_node(link, side);
  g_autofree char *whole = g_strdup_printf("%s (%s)", words, link->as.link.url);
  return adref_quote(whole, strlen(whole));
}

static void begin_ranges(AdrefClauseText *self, GArray *const ranges[2], const AdrefNode *node)
{
  AdrefWordRange range = {.node = node};
  for (guint side = 0; side < 2; side++) {
    range.start = range.end = (guint)self->words[side]->len;
    if (adref_text_side_has_content(side, node))
      g_array_append_val(ranges[side], range);
  }
}

/* An address that became another one: only the part that differs is quoted. */
static void add_readdressed(AdrefClauseText *self, const AdrefNode *link)
{
  const AdrefNode *former = link->first;
  const char *old = former->as.link.url, *new = link->as.link.url;
  if (is_address(former) && is_address(link)) {
    char *from = NULL, *to = NULL;
    adref_quote_addresses(old, new, &from, &to);
    add_structural_change(self, ADREF_CHANGE_CLASS_LINK, from, to);
  } else {
    add_structural_change(self, ADREF_CHANGE_CLASS_REFERENCE,
                          link_words(former, ADREF_TEXT_SIDE_OLD),
                          link_words(link, ADREF_TEXT_SIDE_NEW));
  }
}

static void enter_link(AdrefClauseText *self, const AdrefNode *link)
{
  AdrefChangeClass class =
      is_address(link) ? ADREF_CHANGE_CLASS_LINK : ADREF_CHANGE_CLASS_REFERENCE;
  if (has_former_state(link) && strcmp(link->as.link.url, link->first->as.link.url) != 0)
    add_readdressed(self, link);
  else if (link->mark == ADREF_WRAPPED && !has_former_state(link))
    add_structural_change(self, class, g_strdup(""), link_words(link, ADREF_TEXT_SIDE_NEW));
  else if (link->mark == ADREF_UNWRAPPED && !is_former_state(link))
    add_structural_change(self, class, link_words(link, ADREF_TEXT_SIDE_OLD), g_strdup(""));
  if (adref_node_is_cross_reference(link))
    begin_ranges(self, self->links, link);
}

/* Ends the ranges of a node. */
static void end_ranges(AdrefClauseText *self, GArray *const ranges[2], const AdrefNode *node)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = ranges[side]->len; i > 0; i--) {
      AdrefWordRange *range = &g_array_index(ranges[side], AdrefWordRange, i - 1);
      if (range->end != range->start)
        break;
      if (range->node == node)
        range->end = (guint)self->words[side]->len;
    }
}

/* Reports layout that changed around or between words that stayed; not the layout of inserted or
 * deleted words. */
static void add_layout(AdrefClauseText *self, const AdrefNode *node)
{
  if (node->mark == ADREF_KEPT || is_former_state(node) || adref_change_is_renumbering(node))
    return;
  gboolean leaf = node->type == ADREF_RULE || node->type == ADREF_LINE_BREAK;
  if (is_whole(node) && (!leaf || (node->parent && is_whole(node->parent))))
    return;
  const char *words = adref_layout_words(node);
  if (has_former_state(node)) {
    add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                          adref_layout_words_of_state(node->first),
                          adref_layout_words_of_state(node));
  } else {
    gboolean of_old = node->mark == ADREF_DELETED || node->mark == ADREF_UNWRAPPED;
    add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL, g_strdup(of_old ? words : ""),
                          g_strdup(of_old ? "" : words));
  }
}

/* Columns that came or went are reported by the cells of the head. */
static void enter_table(AdrefClauseText *self, const AdrefNode *table)
{
  adref_moved_rows_add(self->moved_rows, table);
  adref_moved_columns_add(self->moved_cells, table);
  if (!has_former_state(table) ||
      strlen(table->as.table.alignments) == strlen(table->first->as.table.alignments))
    add_layout(self, table);
}

/* FALSE: the row moved, so that its words did not change. */
static gboolean enter_row(AdrefClauseText *self, const AdrefNode *row)
{
  const AdrefMovedRow *moved = g_hash_table_lookup(self->moved_rows, row);
  if (!moved) {
    add_layout(self, row);
    return TRUE;
  }
  if (row->mark == ADREF_INSERTED) {
    g_autofree char *words = adref_node_words(row), *quoted = adref_quote(words, strlen(words));
    add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                          g_strdup_printf("(row %u) %s", moved->old, quoted),
                          g_strdup_printf("(row %u)", moved->new));
  }
  return FALSE;
}

/* A cell of a column that moved: words that it has in one text alone are what changed in it. */
static void add_moved_cell(AdrefClauseText *self, const AdrefNode *cell,
                           const AdrefMovedCell *moved)
{
  if (cell->mark != ADREF_DELETED)
    return;
  g_autofree char *old = adref_node_words(cell), *new = adref_node_words(moved->other);
  if (adref_table_row_is_head(cell->parent))
    add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                          g_strdup_printf("(column %u) %s", moved->old, old),
                          g_strdup_printf("(column %u)", moved->new));
  if (moved->same)
    return;
  add_words(self, old, strlen(old), ADREF_DELETED);
  add_words(self, new, strlen(new), ADREF_INSERTED);
  add_words(self, "\n", 1, ADREF_KEPT);
}

/* FALSE: the cell is of a column that moved. */
static gboolean enter_cell(AdrefClauseText *self, const AdrefNode *cell)
{
  const AdrefMovedCell *moved = g_hash_table_lookup(self->moved_cells, cell);
  if (moved) {
    add_moved_cell(self, cell, moved);
    return FALSE;
  }
  if (!is_whole(cell) || is_whole(cell->parent) || !adref_table_row_is_head(cell->parent)) {
    add_layout(self, cell);
    return TRUE;
  }
  gboolean gone = cell->mark == ADREF_DELETED;
  g_autofree char *words = adref_node_words(cell);
  g_autofree char *column = g_strdup_printf("(column%s%s)", *words ? " " : "", words);
  add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL, g_strdup(gone ? column : ""),
                        g_strdup(gone ? "" : column));
  return TRUE;
}

/* Emphasis that became another one, *so* and **so**, is reported once, with the outer node. */
static void add_emphasis(AdrefClauseText *self, const AdrefNode *node)
{
  const AdrefNode *outer = node->parent;
  gboolean reported = outer && adref_node_is_formatting(outer) && outer->mark != ADREF_KEPT &&
                      outer->first == node && !node->next;
  if (!reported && (node->mark == ADREF_WRAPPED || node->mark == ADREF_UNWRAPPED))
    add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                          adref_quote_formatted(node, ADREF_TEXT_SIDE_OLD),
                          adref_quote_formatted(node, ADREF_TEXT_SIDE_NEW));
}

static void add_agreed(AdrefClauseText *self, const AdrefNode *mark)
{
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++)
    self->agreed[side] |= adref_text_side_has_node(side, mark);
}

/* Whether a footnote mark is the label that a note begins with, as its mark in the text says. */
static gboolean is_label_of_note(const AdrefNode *node)
{
  return !node->prev && node->parent->parent && node->parent->parent->type == ADREF_FOOTNOTE_TEXT;
}

/* A footnote mark is one word, not a sign and a number. */
static void add_footnote(AdrefClauseText *self, const AdrefNode *node)
{
  if (is_label_of_note(node) || self->bracket)
    return;
  g_autofree char *words = g_strdup_printf("[^%s]", node->text);
  const AdrefNode *before = node->prev;
  if (node->mark == ADREF_INSERTED && before && before->type == ADREF_FOOTNOTE &&
      before->mark == ADREF_DELETED && self->structural_changes->len > 0)
    replace_new(self, words);
  else if (is_whole(node))
    add_structural_change(self, ADREF_CHANGE_CLASS_SUBSTANCE,
                          g_strdup(node->mark == ADREF_DELETED ? words : ""),
                          g_strdup(node->mark == ADREF_DELETED ? "" : words));
}

/* Whether an alternative of a text begins here, behind words of its bracket that are read. Of
 * alternatives that begin together, one in the other, the outer one answers. */
static gboolean follows_words(const AdrefNode *alternative, AdrefTextSide side)
{
  const AdrefNode *begins = alternative;
  while (begins && begins->type == ADREF_ALTERNATIVE && !adref_text_side_has_node(side, begins))
    begins = begins->first;
  if (!begins || begins->type != ADREF_ALTERNATIVE ||
      (alternative->parent->type == ADREF_ALTERNATIVE && !alternative->prev))
    return FALSE;
  for (const AdrefNode *before = alternative->prev; before; before = before->prev) {
    gboolean skipped = before->type == ADREF_ALTERNATIVE && is_whole(before);
    if (!skipped && adref_text_side_has_content(side, before))
      return TRUE;
  }
  return FALSE;
}

/* A newline stands between alternatives that are read, so that "[sixty / ninety]" is no number, and
 * "[shall] should" and "[shall / should]" have the same words. */
static gboolean enter_alternative(AdrefClauseText *self, const AdrefNode *node)
{
  if (node->parent->as.settled)
    return TRUE;
  if (self->bracket && node->prev)
    add_words(self, "\n", 1, node->mark);
  if (is_whole(node))
    return self->bracket != NULL;
  gboolean old = follows_words(node, ADREF_TEXT_SIDE_OLD);
  gboolean new = follows_words(node, ADREF_TEXT_SIDE_NEW);
  if (old || new)
    add_words(self, "\n", 1, old && new ? ADREF_KEPT : old ? ADREF_DELETED : ADREF_INSERTED);
  return TRUE;
}

static void add_words_instead(AdrefClauseText *self, const AdrefNode *text)
{
  guint start = (guint)self->words[ADREF_TEXT_SIDE_NEW]->len;
  if (says_all(text->prev))
    return;
  add_words(self, text->text, text->length, text->mark);
  add_bracket_range(self, ADREF_TEXT_SIDE_NEW, start, text);
}

/* Whether a block is a later part of the one before it in the other text: there is no newline
 * between the two in that text. */
static gboolean is_later_part(const AdrefNode *block)
{
  return block->type == ADREF_PARAGRAPH && !is_former_state(block) && !has_former_state(block) &&
         (block->mark == ADREF_WRAPPED || block->mark == ADREF_UNWRAPPED);
}

/* The block behind the one that a node ends, or NULL. */
static const AdrefNode *block_behind(const AdrefNode *node)
{
  for (guint i = 0; node && !node->next && i < MAX_DEPTH; i++)
    node = node->parent;
  const AdrefNode *block = node ? node->next : NULL;
  for (guint i = 0; block && !adref_node_holds_inlines(block) && i < MAX_DEPTH; i++)
    block = block->first;
  return block && adref_node_holds_inlines(block) ? block : NULL;
}

/* Whether words at the end of a block are the number before the words that are its next part in the
 * other text, "; (b) report" of a sentence that became a list. */
static gboolean is_number_of_next_part(const AdrefNode *text)
{
  const AdrefNode *behind =
      text->next || text->length > MAX_NUMBER || !is_whole(text) ? NULL : block_behind(text);
  if (!behind || !is_later_part(behind) ||
      (behind->mark == ADREF_WRAPPED) != (text->mark == ADREF_DELETED))
    return FALSE;
  g_autofree char *number = g_strstrip(g_strndup(text->text, text->length));
  g_autofree char *words = g_strconcat(number, " x", NULL);
  return *number && adref_enumerator_length(words, strlen(words)) == strlen(number);
}

/* A number that was typed before the words of a block, or was taken away, is layout: "(a)" before
 * what is an item of a list now. */
static void add_text(AdrefClauseText *self, const AdrefNode *text)
{
  if (adref_enumerator_is_alone(text) || is_number_of_next_part(text)) {
    char *number = g_strstrip(g_strndup(text->text, text->length));
    gboolean gone = text->mark == ADREF_DELETED;
    add_structural_change(self, ADREF_CHANGE_CLASS_EDITORIAL, gone ? number : g_strdup(""),
                          gone ? g_strdup("") : number);
  } else if (is_instead_of_bracket(text)) {
    add_words_instead(self, text);
  } else if (!adref_enumerator_is_marked(text)) {
    add_words(self, text->text, text->length, text->mark);
  }
}

/* The end of a block is written when the next one begins, which may be a part of it: then the text
 * that has both has a newline between them, and the newline of both texts is behind the last. */
static void begin_line(AdrefClauseText *self, const AdrefNode *block)
{
  if (!self->ends_line)
    return;
  gboolean is_part = block && is_later_part(block);
  self->ends_line = is_part;
  add_words(self, "\n", 1, is_part ? block->mark : self->end);
}

static void end_line(AdrefClauseText *self, const AdrefNode *block)
{
  gboolean goes_on = self->ends_line && is_later_part(block);
  if (!goes_on)
    begin_line(self, NULL);
  self->end = goes_on ? self->end : block->mark;
  self->ends_line = TRUE;
}

static gboolean begins_line(const AdrefNode *node)
{
  return node->type == ADREF_HTML || node->type == ADREF_CODE_BLOCK ||
         (node->type != ADREF_LINK && adref_node_holds_inlines(node));
}

/* FALSE: the nodes below are not read. */
static gboolean enter(AdrefClauseText *self, const AdrefNode *node)
{
  if (begins_line(node))
    begin_line(self, node);
  switch (node->type) {
  case ADREF_TEXT: add_text(self, node); break;
  case ADREF_CODE:
  case ADREF_HTML:
  case ADREF_CODE_BLOCK: add_words(self, node->text, node->length, node->mark); break;
  case ADREF_FOOTNOTE: add_footnote(self, node); break;
  case ADREF_BRACKET: return enter_bracket(self, node);
  case ADREF_ALTERNATIVE: return enter_alternative(self, node);
  case ADREF_BRACKET_EDGE:
    if (!self->bracket)
      add_edge(self, node);
    break;
  case ADREF_AD_REF: add_agreed(self, node); break;
  case ADREF_LINK:
  case ADREF_IMAGE: enter_link(self, node); break;
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT: add_emphasis(self, node); break;
  case ADREF_LINE_BREAK: add_words(self, " ", 1, node->mark); /* fall through */
  case ADREF_RULE:
  case ADREF_PARAGRAPH:
  case ADREF_LIST:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT: add_layout(self, node); break;
  case ADREF_HEADING:
    begin_ranges(self, self->headings, node);
    add_layout(self, node);
    break;
  case ADREF_TABLE: enter_table(self, node); break;
  case ADREF_TABLE_ROW: return enter_row(self, node);
  case ADREF_TABLE_CELL: return enter_cell(self, node);
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_COMMENT:
  case ADREF_PASSAGE:
  case ADREF_NOTE: break;
  }
  return TRUE;
}

static void leave(AdrefClauseText *self, const AdrefNode *node)
{
  if (node->type == ADREF_LINK)
    end_ranges(self, self->links, node);
  else if (node->type == ADREF_HEADING)
    end_ranges(self, self->headings, node);
  else if (node == self->bracket)
    end_bracket(self);
  else if (node->type == ADREF_BRACKET)
    add_settled(self, node, "]");
  if (node->type != ADREF_LINK && adref_node_holds_inlines(node))
    end_line(self, node);
}

static void clear(AdrefClauseText *self)
{
  for (guint side = 0; side < 2; side++) {
    g_string_truncate(self->words[side], 0);
    g_array_set_size(self->links[side], 0);
    g_array_set_size(self->headings[side], 0);
    g_array_set_size(self->brackets[side], 0);
    self->agreed[side] = FALSE;
  }
  g_array_set_size(self->runs, 0);
  g_array_set_size(self->structural_changes, 0);
  g_hash_table_remove_all(self->moved_rows);
  g_hash_table_remove_all(self->moved_cells);
  self->bracket = NULL;
  self->ends_line = FALSE;
}

gboolean adref_clause_text_is_instead(const AdrefClauseText *self, guint place)
{
  const GArray *brackets = self->brackets[ADREF_TEXT_SIDE_NEW];
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefWordRange *range = &g_array_index(brackets, AdrefWordRange, i);
    if (range->node->type == ADREF_TEXT && range->start <= place && place < range->end)
      return TRUE;
  }
  return FALSE;
}

void adref_clause_text_read(AdrefClauseText *self, const AdrefNode *clause)
{
  clear(self);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      leave(self, walk.node);
    else if (!enter(self, walk.node))
      adref_walk_skip(&walk);
  }
  begin_line(self, NULL);
}
