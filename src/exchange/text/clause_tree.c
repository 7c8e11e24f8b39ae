#include "exchange/text/clause_tree.h"

#include <string.h>

#include "clause/labels/numbering.h"
#include "clause/node_copy.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/paragraphs/paragraph_face.h"

typedef struct {
  AdrefNode *document;
  AdrefNode *last;   /* clause that was opened, for notes below a heading; NULL: none */
  AdrefNode *clause; /* to which paragraphs are added; NULL: none is open */
  guint list_index;  /* of the list at its end; 0: another block is there */
  AdrefNumberUse numbers;
  gboolean has_body; /* an operative paragraph was made */
} TreeMaker;

static void copy_children(AdrefNode *to, const AdrefNode *from)
{
  for (const AdrefNode *child = from->first; child; child = child->next)
    adref_node_append(to, adref_node_copy_tree(child, ADREF_KEPT));
}

static void add_to_list(TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  AdrefNode *list = self->clause->last;
  if (self->list_index != paragraph->list_index || !list || list->type != ADREF_LIST) {
    list = adref_node_copy(paragraph->list);
    adref_node_append(self->clause, list);
  }
  AdrefNode *item = adref_node_copy(paragraph->item);
  copy_children(item, paragraph->content);
  adref_node_append(list, item);
}

static void add_blocks(TreeMaker *self, const AdrefIncomingParagraph *paragraph, gboolean as_item)
{
  if (as_item)
    add_to_list(self, paragraph);
  else
    copy_children(self->clause, paragraph->content);
  self->list_index = as_item ? paragraph->list_index : 0;
}

/* A date below the operative paragraphs belongs to the closing. */
static AdrefClauseKind clause_kind(const TreeMaker *self, AdrefIncomingKind kind)
{
  switch (kind) {
  case ADREF_INCOMING_PP: return ADREF_PP;
  case ADREF_INCOMING_PLAN_ITEM: return ADREF_PLAN_ITEM;
  case ADREF_INCOMING_CLOSING: return ADREF_CLOSING;
  case ADREF_INCOMING_ANNEX: return ADREF_ANNEX;
  case ADREF_INCOMING_CHAPEAU: return ADREF_CHAPEAU;
  case ADREF_INCOMING_DATE: return self->has_body ? ADREF_CLOSING : ADREF_CHAPEAU;
  case ADREF_INCOMING_OP:
  case ADREF_INCOMING_MORE:
  case ADREF_INCOMING_TITLE:
  case ADREF_INCOMING_HEADING:
  case ADREF_INCOMING_SKIP: break;
  }
  return ADREF_OP;
}

static void open_clause(TreeMaker *self, AdrefClauseKind kind,
                        const AdrefIncomingParagraph *paragraph)
{
  const AdrefClause *marked = paragraph->content->as.clause;
  self->clause = self->last = adref_node_new_clause(kind, paragraph->id);
  AdrefClause *clause = self->clause->as.clause;
  if (paragraph->is_marked || paragraph->is_coded)
    clause->frozen = g_strdup(marked->frozen);
  if (paragraph->is_marked) {
    clause->from = g_strdup(marked->from);
    clause->alt = g_strdup(marked->alt);
  }
  adref_node_append(self->document, self->clause);
  self->list_index = 0;
  self->has_body = self->has_body || kind == ADREF_OP || kind == ADREF_PLAN_ITEM;
}

/* Takes emphasis away that all words have. */
static void append_unwrapped(AdrefNode *heading, const AdrefNode *from, const AdrefFace *face)
{
  gboolean whole = face->bold || face->italic || face->underlined;
  for (const AdrefNode *node = from->first; node; node = node->next) {
    gboolean underline = node->type == ADREF_FORMAT && node->as.format == ADREF_FORMAT_UNDERLINE;
    if (whole && (adref_node_is_emphasis(node) || underline))
      append_unwrapped(heading, node, face);
    else if (node->type == ADREF_LINE_BREAK)
      adref_node_append(heading, adref_node_new_text(ADREF_TEXT, " ", 1));
    else
      adref_node_append(heading, adref_node_copy_tree(node, ADREF_KEPT));
  }
}

static AdrefNode *make_heading(const AdrefIncomingParagraph *paragraph)
{
  AdrefFace face = adref_paragraph_face(paragraph->content);
  AdrefNode *heading = adref_node_new(ADREF_HEADING);
  heading->as.level = CLAMP(paragraph->level, 1, 6);
  const AdrefNode *block = paragraph->content->first;
  g_autofree char *number = adref_incoming_item_number(paragraph);
  if (block && block->type == ADREF_HEADING && block->as.level == 0)
    heading->as.level = 2;
  if (number)
    adref_node_append(heading, adref_node_new_text(ADREF_TEXT, number, -1));
  if (block)
    append_unwrapped(heading, block, &face);
  return heading;
}

static void add_heading(TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  AdrefNode *title = adref_node_new_clause(ADREF_TITLE, paragraph->id);
  adref_node_append(title, make_heading(paragraph));
  adref_node_append(self->document, title);
  self->clause = NULL;
}

static gboolean is_operative(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_OP || paragraph->kind == ADREF_INCOMING_PLAN_ITEM;
}

/* Whether the number stays where it is typed. */
static gboolean keeps_number(const TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  if (paragraph->is_coded)
    return FALSE;
  if (!paragraph->number || paragraph->is_marked || paragraph->is_counted)
    return !paragraph->is_counted;
  return !is_operative(paragraph) ||
         (self->numbers == ADREF_NUMBERS_STAY && paragraph->kind == ADREF_INCOMING_OP);
}

/* Puts words before those of the first block, which may be a list that an item holds alone. */
static void put_words_before(AdrefNode *blocks, const char *words)
{
  AdrefNode *text = adref_node_new_text(ADREF_TEXT, words, -1), *block = blocks->first;
  if (!block || (block->type != ADREF_PARAGRAPH && block->type != ADREF_HEADING)) {
    AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
    adref_node_append(paragraph, text);
    block ? adref_node_insert_before(block, paragraph) : adref_node_append(blocks, paragraph);
  } else if (block->first) {
    adref_node_insert_before(block->first, text);
  } else {
    adref_node_append(block, text);
  }
}

/* In a preambular paragraph the number of an item is words: as an item it would be printed "(b)".
 * So is a label that was typed, for one item alone is no list. */
static void add_blocks_with_number(TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  g_autofree char *number = adref_incoming_item_number(paragraph);
  const AdrefNode *block = paragraph->content->first;
  gboolean words = !paragraph->list->as.list.ordered || (paragraph->kind == ADREF_INCOMING_PP &&
                                                         block && block->type == ADREF_PARAGRAPH);
  add_blocks(self, paragraph, !words);
  if (words && number)
    put_words_before(self->clause, number);
}

static void add_clause(TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  gboolean keeps = keeps_number(self, paragraph);
  gboolean ordered = paragraph->list && paragraph->list->as.list.ordered;
  open_clause(self, clause_kind(self, paragraph->kind), paragraph);
  if (paragraph->kind == ADREF_INCOMING_ANNEX && adref_paragraph_is_words(paragraph->content) &&
      !paragraph->is_marked && paragraph->level > 0)
    adref_node_append(self->clause, make_heading(paragraph));
  else if (paragraph->list && (keeps || !ordered))
    add_blocks_with_number(self, paragraph);
  else
    add_blocks(self, paragraph, FALSE);
  if (keeps)
    return;
  gsize length;
  g_autofree char *typed =
      ordered || paragraph->is_coded ? NULL : adref_opening_number(paragraph->words, &length);
  if (typed && self->clause->first)
    adref_incoming_cut_words(self->clause->first, length);
  if (paragraph->is_counted)
    return;
  gboolean is_code = paragraph->is_coded && self->numbers == ADREF_NUMBERS_STAY;
  if (paragraph->number && (is_code || self->numbers == ADREF_NUMBERS_FROZEN ||
                            paragraph->kind == ADREF_INCOMING_PLAN_ITEM))
    self->clause->as.clause->frozen = adref_numbering_frozen_form(paragraph->number);
}

/* The item in which a paragraph "(a) ..." stands: that of the number which stays typed above it;
 * NULL: it is none, or the clause has no such item. */
static AdrefNode *numbered_item(const TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  const AdrefNode *list = self->clause->last;
  gboolean is_numbered = list && list->type == ADREF_LIST && list->as.list.ordered;
  return is_numbered && !paragraph->list && !paragraph->is_marked &&
                 adref_opening_is_sub_number(paragraph->words)
             ? list->last
             : NULL;
}

static void add_more(TreeMaker *self, const AdrefIncomingParagraph *paragraph)
{
  if (!self->clause && self->last && adref_paragraph_is_note(paragraph->content)) {
    copy_children(self->last, paragraph->content);
    return;
  }
  if (!self->clause)
    open_clause(self, ADREF_OP, paragraph);
  AdrefNode *item = numbered_item(self, paragraph);
  if (item) {
    item->parent->as.list.tight = false;
    copy_children(item, paragraph->content);
  } else {
    add_blocks(self, paragraph, paragraph->list != NULL);
  }
}

AdrefNode *adref_clause_tree_make(const AdrefIncomingText *incoming, AdrefNumberUse numbers)
{
  TreeMaker maker = {.document = adref_node_new(ADREF_DOCUMENT), .numbers = numbers};
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind == ADREF_INCOMING_TITLE || paragraph->kind == ADREF_INCOMING_HEADING)
      add_heading(&maker, paragraph);
    else if (paragraph->kind == ADREF_INCOMING_MORE)
      add_more(&maker, paragraph);
    else if (paragraph->kind != ADREF_INCOMING_SKIP)
      add_clause(&maker, paragraph);
  }
  adref_node_pair_bracket_edges(maker.document);
  return maker.document;
}
