#include "review/change/clause_text.h"

#include <string.h>

#include "base/string_append.h"
#include "clause/labels/enumerator.h"
#include "review/change/clause_text_private.h"
#include "review/change/layout_words.h"
#include "review/change/moved_columns.h"
#include "review/change/moved_items.h"
#include "review/change/moved_rows.h"
#include "review/quote.h"

enum {
  MAX_NUMBER = 12, /* bytes of a typed number with its spaces */
  MAX_DEPTH = 64   /* blocks around the end of a block that are searched for the next one */
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
  text->moved_items = g_hash_table_new_full(NULL, NULL, NULL, g_free);
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
  g_hash_table_unref(text->moved_items);
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

void adref_clause_text_add_words(AdrefClauseText *self, const char *words, gsize length,
                                 AdrefChangeMark mark)
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

AdrefStructuralChange *adref_clause_text_add_change(AdrefClauseText *self, AdrefChangeClass class,
                                                    char *old, char *new)
{
  AdrefStructuralChange structural = {class, self->runs->len, old, new, ADREF_SHIFT_NONE};
  g_array_append_val(self->structural_changes, structural);
  return &g_array_index(self->structural_changes, AdrefStructuralChange,
                        self->structural_changes->len - 1);
}

/* Something was inserted in the place of the last structural change, which was a deletion. */
AdrefStructuralChange *adref_clause_text_replace_new(AdrefClauseText *self, const char *words)
{
  AdrefStructuralChange *last = &g_array_index(self->structural_changes, AdrefStructuralChange,
                                               self->structural_changes->len - 1);
  g_free(last->new);
  last->new = g_strdup(words);
  return last;
}

gboolean adref_clause_text_is_whole(const AdrefNode *node)
{
  return node->mark == ADREF_DELETED || node->mark == ADREF_INSERTED;
}

/* Whether a node is only the old state of the node above it, of which an attribute changed. */
gboolean adref_clause_text_is_former_state(const AdrefNode *node)
{
  return node->mark == ADREF_UNWRAPPED && node->parent && node->parent->mark == ADREF_WRAPPED &&
         node->parent->type == node->type && node->parent->first == node && !node->next;
}

gboolean adref_clause_text_has_former_state(const AdrefNode *node)
{
  return node->mark == ADREF_WRAPPED && node->first &&
         adref_clause_text_is_former_state(node->first);
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
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_LINK, from, to);
  } else {
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_REFERENCE,
                                 link_words(former, ADREF_TEXT_SIDE_OLD),
                                 link_words(link, ADREF_TEXT_SIDE_NEW));
  }
}

static void enter_link(AdrefClauseText *self, const AdrefNode *link)
{
  AdrefChangeClass class =
      is_address(link) ? ADREF_CHANGE_CLASS_LINK : ADREF_CHANGE_CLASS_REFERENCE;
  if (adref_clause_text_has_former_state(link) &&
      strcmp(link->as.link.url, link->first->as.link.url) != 0)
    add_readdressed(self, link);
  else if (link->mark == ADREF_WRAPPED && !adref_clause_text_has_former_state(link))
    adref_clause_text_add_change(self, class, g_strdup(""), link_words(link, ADREF_TEXT_SIDE_NEW));
  else if (link->mark == ADREF_UNWRAPPED && !adref_clause_text_is_former_state(link))
    adref_clause_text_add_change(self, class, link_words(link, ADREF_TEXT_SIDE_OLD), g_strdup(""));
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
  if (node->mark == ADREF_KEPT || adref_clause_text_is_former_state(node) ||
      adref_change_is_renumbering(node))
    return;
  gboolean leaf = node->type == ADREF_RULE || node->type == ADREF_LINE_BREAK;
  if (adref_clause_text_is_whole(node) &&
      (!leaf || (node->parent && adref_clause_text_is_whole(node->parent))))
    return;
  const char *words = adref_layout_words(node);
  if (adref_clause_text_has_former_state(node)) {
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                                 adref_layout_words_of_state(node->first),
                                 adref_layout_words_of_state(node));
  } else {
    gboolean of_old = node->mark == ADREF_DELETED || node->mark == ADREF_UNWRAPPED;
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL, g_strdup(of_old ? words : ""),
                                 g_strdup(of_old ? "" : words));
  }
}

static void enter_list(AdrefClauseText *self, const AdrefNode *list)
{
  adref_moved_items_add(self->moved_items, list);
  add_layout(self, list);
}

/* The order of items tells what matters most. */
static void enter_item(AdrefClauseText *self, const AdrefNode *item)
{
  const AdrefMovedItem *moved = g_hash_table_lookup(self->moved_items, item);
  if (moved) {
    g_autofree char *quoted = adref_quote_node(item, ADREF_TEXT_SIDE_NEW);
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_MOVED,
                                 g_strdup_printf("(item %u) %s", moved->old, quoted),
                                 g_strdup_printf("(item %u)", moved->new));
  }
  add_layout(self, item);
}

/* Columns that came or went are reported by the cells of the head. */
static void enter_table(AdrefClauseText *self, const AdrefNode *table)
{
  adref_moved_rows_add(self->moved_rows, table);
  adref_moved_columns_add(self->moved_cells, table);
  if (!adref_clause_text_has_former_state(table) ||
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
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_MOVED,
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
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_MOVED,
                                 g_strdup_printf("(column %u) %s", moved->old, old),
                                 g_strdup_printf("(column %u)", moved->new));
  if (moved->same)
    return;
  adref_clause_text_add_words(self, old, strlen(old), ADREF_DELETED);
  adref_clause_text_add_words(self, new, strlen(new), ADREF_INSERTED);
  adref_clause_text_add_words(self, "\n", 1, ADREF_KEPT);
}

/* FALSE: the cell is of a column that moved. */
static gboolean enter_cell(AdrefClauseText *self, const AdrefNode *cell)
{
  const AdrefMovedCell *moved = g_hash_table_lookup(self->moved_cells, cell);
  if (moved) {
    add_moved_cell(self, cell, moved);
    return FALSE;
  }
  if (!adref_clause_text_is_whole(cell) || adref_clause_text_is_whole(cell->parent) ||
      !adref_table_row_is_head(cell->parent)) {
    add_layout(self, cell);
    return TRUE;
  }
  gboolean gone = cell->mark == ADREF_DELETED;
  g_autofree char *words = adref_node_words(cell);
  g_autofree char *column = g_strdup_printf("(column%s%s)", *words ? " " : "", words);
  adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL, g_strdup(gone ? column : ""),
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
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                                 adref_quote_formatted(node, ADREF_TEXT_SIDE_OLD),
                                 adref_quote_formatted(node, ADREF_TEXT_SIDE_NEW));
}

static void add_words_of(AdrefClauseText *self, const AdrefNode *node)
{
  adref_clause_text_add_words(self, node->text, node->length, node->mark);
}

/* The node of the other text right beside a node of one text: what it was, or became. NULL: none.
 */
static const AdrefNode *counterpart_of(const AdrefNode *node)
{
  const AdrefNode *other = node->mark == ADREF_DELETED    ? node->next
                           : node->mark == ADREF_INSERTED ? node->prev
                                                          : NULL;
  AdrefChangeMark wanted = node->mark == ADREF_DELETED ? ADREF_INSERTED : ADREF_DELETED;
  return other && other->mark == wanted ? other : NULL;
}

/* Words that became code, or were code, and are the same. */
static void add_code(AdrefClauseText *self, const AdrefNode *node)
{
  const AdrefNode *other = counterpart_of(node);
  add_words_of(self, node);
  if (!other || other->type != ADREF_TEXT)
    return;
  g_autofree char *words = g_strstrip(g_strndup(other->text, other->length));
  if (strcmp(words, node->text) != 0)
    return;
  char *code = g_strdup_printf("%s (code)", words);
  gboolean gone = node->mark == ADREF_DELETED;
  adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL, gone ? code : g_strdup(words),
                               gone ? g_strdup(words) : code);
}

/* The words of lines of code, or of a paragraph of words alone, without the line end. FALSE: it is
 * no such block. */
static gboolean take_line(const AdrefNode *block, const char **words, gsize *length)
{
  const AdrefNode *text = block->type == ADREF_CODE_BLOCK ? block : block->first;
  if (adref_node_holds_inlines(block) && block->type == ADREF_CODE_BLOCK)
    return FALSE;
  if ((block->type != ADREF_CODE_BLOCK && block->type != ADREF_PARAGRAPH) || !text ||
      (text != block && (text->type != ADREF_TEXT || text->next)))
    return FALSE;
  *words = text->text;
  *length = text->length;
  while (*length > 0 && g_ascii_isspace((*words)[*length - 1]))
    --*length;
  return TRUE;
}

/* Whether a block is code in one text, and other code or words in the other one. */
static gboolean is_code_of_both(const AdrefNode *node)
{
  const AdrefNode *other = counterpart_of(node);
  const char *words;
  gsize length;
  return other && (node->type == ADREF_CODE_BLOCK || other->type == ADREF_CODE_BLOCK) &&
         take_line(node, &words, &length) && take_line(other, &words, &length);
}

static gboolean ends_word(const char *words, gsize length, gsize at)
{
  return at == length || g_ascii_isspace(words[at]);
}

/* Such blocks are replaced as a whole; their words at the start and the end that stayed are no
 * change. */
static void add_code_of_both(AdrefClauseText *self, const AdrefNode *node)
{
  const AdrefNode *other = counterpart_of(node);
  const char *old, *new;
  gsize length, new_length, before = 0, behind = 0;
  take_line(node, &old, &length);
  take_line(other, &new, &new_length);
  gsize most = MIN(length, new_length);
  for (gsize i = 0; i <= most; i++) {
    before = ends_word(old, length, i) && ends_word(new, new_length, i) ? i : before;
    if (i == most || old[i] != new[i])
      break;
  }
  for (gsize i = 1; i <= most - before && old[length - i] == new[new_length - i]; i++)
    behind = g_ascii_isspace(old[length - i]) ? i : behind;
  adref_clause_text_add_words(self, old, before, ADREF_KEPT);
  adref_clause_text_add_words(self, old + before, length - before - behind, ADREF_DELETED);
  adref_clause_text_add_words(self, new + before, new_length - before - behind, ADREF_INSERTED);
  adref_clause_text_add_words(self, old + length - behind, behind, ADREF_KEPT);
  adref_clause_text_add_words(self, "\n", 1, ADREF_KEPT);
  if (node->type != other->type)
    adref_clause_text_add_change(
        self, ADREF_CHANGE_CLASS_EDITORIAL,
        g_strdup(node->type == ADREF_CODE_BLOCK ? "(code)" : "(paragraph)"),
        g_strdup(other->type == ADREF_CODE_BLOCK ? "(code)" : "(paragraph)"));
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
    adref_clause_text_replace_new(self, words);
  else if (adref_clause_text_is_whole(node))
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_SUBSTANCE,
                                 g_strdup(node->mark == ADREF_DELETED ? words : ""),
                                 g_strdup(node->mark == ADREF_DELETED ? "" : words));
}

/* Whether a block is a later part of the one before it in the other text: there is no newline
 * between the two in that text. */
static gboolean is_later_part(const AdrefNode *block)
{
  return block->type == ADREF_PARAGRAPH && !adref_clause_text_is_former_state(block) &&
         !adref_clause_text_has_former_state(block) &&
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
      text->next || text->length > MAX_NUMBER || !adref_clause_text_is_whole(text)
          ? NULL
          : block_behind(text);
  if (!behind || !is_later_part(behind) ||
      (behind->mark == ADREF_WRAPPED) != (text->mark == ADREF_DELETED))
    return FALSE;
  g_autofree char *number = g_strstrip(g_strndup(text->text, text->length));
  g_autofree char *words = g_strconcat(number, " x", NULL);
  return *number && adref_enumerator_length(words, strlen(words)) == strlen(number);
}

/* The length of the number that was typed before the words of a block which came or went as a
 * whole: it counts paragraphs, and is no amount. */
static gsize number_of_block(const AdrefNode *text)
{
  const AdrefNode *block = text->parent;
  gboolean whole = text->mark != ADREF_KEPT && block->mark == text->mark && block->first == text;
  return whole ? adref_enumerator_of(block) : 0;
}

/* A number that was typed before the words of a block, or was taken away, is layout: "(a)" before
 * what is an item of a list now. */
static void add_text(AdrefClauseText *self, const AdrefNode *text)
{
  if (adref_enumerator_is_alone(text) || is_number_of_next_part(text)) {
    char *number = g_strstrip(g_strndup(text->text, text->length));
    gboolean gone = text->mark == ADREF_DELETED;
    adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL, gone ? number : g_strdup(""),
                                 gone ? g_strdup("") : number);
  } else if (adref_clause_text_is_instead_of_bracket(text)) {
    adref_clause_text_add_words_instead(self, text);
  } else if (!adref_enumerator_is_marked(text)) {
    gsize number = number_of_block(text);
    adref_clause_text_add_words(self, text->text + number, text->length - number, text->mark);
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
  adref_clause_text_add_words(self, "\n", 1, is_part ? block->mark : self->end);
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

/* Says that words became code, or were code, and may have changed. */
static void add_code_kind(AdrefClauseText *self, const AdrefNode *block)
{
  const AdrefBlockMove *move = adref_change_move_of(block);
  if (!move || move->from == block || move->to->len == 0 || move->to->pdata[0] != block ||
      (move->from->type == ADREF_CODE_BLOCK) == (block->type == ADREF_CODE_BLOCK))
    return;
  adref_clause_text_add_change(self, ADREF_CHANGE_CLASS_EDITORIAL,
                               g_strdup(adref_layout_words(move->from)),
                               g_strdup(adref_layout_words(block)));
}

/* FALSE: the nodes below are not read. */
static gboolean enter(AdrefClauseText *self, const AdrefNode *node)
{
  if (begins_line(node))
    begin_line(self, node);
  if (is_code_of_both(node)) {
    if (node->mark == ADREF_DELETED)
      add_code_of_both(self, node);
    return FALSE;
  }
  switch (node->type) {
  case ADREF_TEXT: add_text(self, node); break;
  case ADREF_CODE: add_code(self, node); break;
  case ADREF_HTML: add_words_of(self, node); break;
  case ADREF_CODE_BLOCK:
    if (node->text)
      add_words_of(self, node);
    else
      add_layout(self, node);
    break;
  case ADREF_FOOTNOTE: add_footnote(self, node); break;
  case ADREF_BRACKET: return adref_clause_text_enter_bracket(self, node);
  case ADREF_ALTERNATIVE: return adref_clause_text_enter_alternative(self, node);
  case ADREF_BRACKET_EDGE:
    if (!self->bracket)
      adref_clause_text_add_edge(self, node);
    break;
  case ADREF_AD_REF: add_agreed(self, node); break;
  case ADREF_LINK:
  case ADREF_IMAGE: enter_link(self, node); break;
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT: add_emphasis(self, node); break;
  case ADREF_LINE_BREAK:
    adref_clause_text_add_words(self, " ", 1, node->mark);
    if (node->parent->type != ADREF_CODE_BLOCK)
      add_layout(self, node);
    break;
  case ADREF_RULE:
  case ADREF_PARAGRAPH:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT: add_layout(self, node); break;
  case ADREF_HEADING:
    begin_ranges(self, self->headings, node);
    add_layout(self, node);
    break;
  case ADREF_LIST: enter_list(self, node); break;
  case ADREF_ITEM: enter_item(self, node); break;
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
  else if (node->type == ADREF_BRACKET)
    adref_clause_text_leave_bracket(self, node);
  if (node->type != ADREF_LINK && adref_node_holds_inlines(node) && !is_code_of_both(node)) {
    add_code_kind(self, node);
    end_line(self, node);
  }
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
  g_hash_table_remove_all(self->moved_items);
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
