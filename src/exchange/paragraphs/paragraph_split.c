#include "exchange/paragraphs/paragraph_split.h"

#include <string.h>

#include "clause/labels/label_lists.h"
#include "clause/node_copy.h"

typedef struct {
  AdrefIncomingText *incoming;
  guint lists;
} Splitter;

static AdrefIncomingParagraph *add(Splitter *self, guint line)
{
  AdrefIncomingParagraph *paragraph = adref_incoming_paragraph_new(line);
  g_ptr_array_add(self->incoming->paragraphs, paragraph);
  return paragraph;
}

static gboolean is_blank(const AdrefNode *node)
{
  if (node->type == ADREF_LINE_BREAK)
    return TRUE;
  if (node->type != ADREF_TEXT)
    return FALSE;
  for (const char *at = node->text; *at; at = g_utf8_next_char(at))
    if (!g_unichar_isspace(g_utf8_get_char(at)))
      return FALSE;
  return TRUE;
}

/* Removes breaks and white space at both ends. */
static void drop_blanks(AdrefNode *block)
{
  while (block->first && is_blank(block->first))
    adref_node_free(block->first);
  while (block->last && is_blank(block->last))
    adref_node_free(block->last);
}

/* Whether two line breaks follow each other with nothing but white space between them. */
static gboolean is_double_break(const AdrefNode *node)
{
  if (node->type != ADREF_LINE_BREAK)
    return FALSE;
  const AdrefNode *next = node->next;
  while (next && next->type == ADREF_TEXT && is_blank(next))
    next = next->next;
  return next && next->type == ADREF_LINE_BREAK;
}

static gboolean is_underlined(const AdrefNode *node)
{
  return node->type == ADREF_FORMAT && node->as.format == ADREF_FORMAT_UNDERLINE;
}

/* The first of `node` and those behind it that is neither white space nor HTML; NULL: none. */
static const AdrefNode *first_words(const AdrefNode *node)
{
  while (node && (is_blank(node) || node->type == ADREF_HTML))
    node = node->next;
  return node;
}

/* Whether the lines of `part` are all in bold, italics or underlined, and a line break ends them
 * here, with words in another face below. */
static gboolean ends_heading_line(const AdrefNode *part, const AdrefNode *node)
{
  const AdrefNode *head = first_words(part->first), *below = first_words(node->next);
  if (node->type != ADREF_LINE_BREAK || !head || !below || below->type == head->type)
    return FALSE;
  for (const AdrefNode *before = head; before; before = first_words(before->next))
    if (!adref_node_is_emphasis(before) && !is_underlined(before))
      return FALSE;
  return TRUE;
}

static AdrefNode *new_block_like(const AdrefNode *block, guint line)
{
  AdrefNode *part = adref_node_copy(block);
  part->line = line;
  return part;
}

static void add_part(Splitter *self, AdrefNode *part)
{
  drop_blanks(part);
  if (!part->first) {
    adref_node_free(part);
    return;
  }
  AdrefIncomingParagraph *paragraph = add(self, part->line);
  adref_node_append(paragraph->content, part);
}

/* Divides a paragraph. */
static void add_paragraph(Splitter *self, AdrefNode *block)
{
  AdrefNode *part = new_block_like(block, block->line);
  while (block->first) {
    AdrefNode *node = block->first;
    gboolean ends = part->first && (is_double_break(node) || ends_heading_line(part, node));
    adref_node_unlink(node);
    if (ends) {
      add_part(self, part);
      part = new_block_like(block, node->line > 0 ? node->line + 1 : block->line);
      adref_node_free(node);
    } else {
      adref_node_append(part, node);
    }
  }
  add_part(self, part);
  adref_node_free(block);
}

/* Whether a list with labels stands in an item, which a tight list cannot hold. */
static gboolean holds_labels(const AdrefNode *list)
{
  for (const AdrefNode *item = list->first; item; item = item->next)
    if (item->last && item->last->type == ADREF_LIST && item->last->as.list.labelled &&
        adref_list_is_counted(item->last))
      return TRUE;
  return FALSE;
}

/* Bullets that were pasted become those of Markdown, on every level. */
static void take_bullets(AdrefNode *list)
{
  AdrefWalk walk = adref_walk(list);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node->type != ADREF_LIST || !node->as.list.labelled ||
        adref_list_is_counted(node))
      continue;
    node->as.list.labelled = false;
    node->as.list.tight = !holds_labels(node);
    for (AdrefNode *item = node->first; item; item = item->next)
      adref_node_take_text(item, NULL, 0);
  }
}

static void add_list(Splitter *self, AdrefNode *list)
{
  take_bullets(list);
  guint next = list->as.list.start;
  self->lists++;
  while (list->first) {
    AdrefNode *item = list->first;
    AdrefIncomingParagraph *paragraph =
        add(self, item->first && item->first->line ? item->first->line : item->line);
    paragraph->list = adref_node_copy(list);
    paragraph->list->as.list.start = adref_item_number(item, next);
    next = paragraph->list->as.list.start + 1;
    paragraph->item = adref_node_copy(item);
    paragraph->list_index = self->lists;
    adref_node_move_children(item, paragraph->content);
    adref_node_free(item);
  }
  adref_node_free(list);
}

/* A table has as many columns as its longest row, so that no cell is one too many. */
static void widen_table(AdrefNode *table)
{
  gsize columns = strlen(table->as.table.alignments), widest = columns;
  for (const AdrefNode *row = table->first; row; row = row->next)
    widest = MAX(widest, adref_node_count_children(row));
  if (widest == columns)
    return;
  GString *alignments = g_string_new(table->as.table.alignments);
  while (alignments->len < widest)
    g_string_append_c(alignments, '-');
  g_free(table->as.table.alignments);
  table->as.table.alignments = g_string_free(alignments, FALSE);
  for (AdrefNode *row = table->first; row; row = row->next)
    for (gsize cells = adref_node_count_children(row); cells < widest; cells++)
      adref_node_append(row, adref_node_new(ADREF_TABLE_CELL));
}

static gboolean has_words(const char *html)
{
  gboolean in_tag = FALSE;
  for (const char *at = html; *at; at = g_utf8_next_char(at)) {
    in_tag = *at == '<' || (in_tag && *at != '>');
    if (!in_tag && g_unichar_isalnum(g_utf8_get_char(at)))
      return TRUE;
  }
  return FALSE;
}

static void add_block(Splitter *self, AdrefNode *block)
{
  adref_node_unlink(block);
  if (block->type == ADREF_LIST) {
    add_list(self, block);
  } else if (block->type == ADREF_PARAGRAPH) {
    add_paragraph(self, block);
  } else if (block->type == ADREF_COMMENT && block->length == 0) {
    adref_node_free(block);
  } else {
    AdrefIncomingParagraph *paragraph = add(self, block->line);
    paragraph->is_heading = block->type == ADREF_HEADING;
    paragraph->level = paragraph->is_heading ? block->as.level : 0;
    gboolean left_out =
        block->type == ADREF_RULE || (block->type == ADREF_HTML && !has_words(block->text));
    paragraph->kind = left_out ? ADREF_INCOMING_SKIP : paragraph->kind;
    if (block->type == ADREF_TABLE)
      widen_table(block);
    adref_node_append(paragraph->content, block);
  }
}

static AdrefIncomingKind kind_of(AdrefClauseKind kind)
{
  switch (kind) {
  case ADREF_CHAPEAU: return ADREF_INCOMING_CHAPEAU;
  case ADREF_PP: return ADREF_INCOMING_PP;
  case ADREF_OP: return ADREF_INCOMING_OP;
  case ADREF_PLAN_ITEM: return ADREF_INCOMING_PLAN_ITEM;
  case ADREF_CLOSING: return ADREF_INCOMING_CLOSING;
  case ADREF_ANNEX: return ADREF_INCOMING_ANNEX;
  case ADREF_TITLE: return ADREF_INCOMING_HEADING;
  case ADREF_PLAIN: break;
  }
  return ADREF_INCOMING_OP;
}

/* A clause with a marker stays whole. */
static void add_marked(Splitter *self, AdrefNode *clause)
{
  AdrefIncomingParagraph *paragraph = add(self, clause->line);
  adref_node_free(paragraph->content);
  adref_node_unlink(clause);
  paragraph->content = clause;
  paragraph->kind = kind_of(clause->as.clause->kind);
  paragraph->id = g_strdup(clause->as.clause->id);
  paragraph->is_marked = TRUE;
}

/* Of several clauses with the same id in their markers only the first keeps it. */
static void clear_doubled_ids(const AdrefIncomingText *incoming)
{
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->id && g_hash_table_contains(ids, paragraph->id))
      g_clear_pointer(&paragraph->id, g_free);
    else if (paragraph->id)
      g_hash_table_add(ids, paragraph->id);
  }
}

void adref_paragraph_split(AdrefIncomingText *incoming, AdrefNode *document)
{
  Splitter splitter = {incoming, 0};
  while (document->first) {
    AdrefNode *clause = document->first;
    AdrefClauseKind kind = clause->as.clause->kind;
    if (kind != ADREF_PLAIN && kind != ADREF_TITLE) {
      add_marked(&splitter, clause);
      continue;
    }
    guint first = incoming->paragraphs->len;
    while (clause->first)
      add_block(&splitter, clause->first);
    if (clause->as.clause->id && first < incoming->paragraphs->len) {
      AdrefIncomingParagraph *heading = incoming->paragraphs->pdata[first];
      heading->id = g_strdup(clause->as.clause->id);
    }
    adref_node_free(clause);
  }
  for (guint i = 0; i < incoming->paragraphs->len; i++)
    adref_incoming_paragraph_set_words(incoming->paragraphs->pdata[i]);
  clear_doubled_ids(incoming);
}
