#include "clause/node.h"

#include <string.h>

#include "base/name.h"
#include "clause/change.h"

static const char *const kind_words[] = {
    [ADREF_PLAIN] = "plain",     [ADREF_TITLE] = "heading", [ADREF_CHAPEAU] = "chapeau",
    [ADREF_PP] = "pp",           [ADREF_OP] = "op",         [ADREF_PLAN_ITEM] = "item",
    [ADREF_CLOSING] = "closing", [ADREF_ANNEX] = "annex",
};

static const char *const verb_words[] = {
    [ADREF_POSITION_SUPPORT] = "",      [ADREF_POSITION_RETAIN] = "retain",
    [ADREF_POSITION_DELETE] = "delete", [ADREF_POSITION_RESERVE] = "reserve",
    [ADREF_POSITION_OPPOSE] = "oppose",
};

/* Allocates a node and `room` bytes behind it for its clause or its text. One allocation instead of
 * two matters, since a text has thousands of nodes. */
static AdrefNode *new_with_room(AdrefNodeType type, gsize room)
{
  AdrefNode *node = g_malloc(sizeof *node + room);
  memset(node, 0, sizeof *node);
  node->type = type;
  return node;
}

AdrefNode *adref_node_new(AdrefNodeType type)
{
  if (type != ADREF_CLAUSE)
    return new_with_room(type, 0);
  AdrefNode *node = new_with_room(type, sizeof(AdrefClause));
  node->as.clause = (AdrefClause *)(node + 1);
  memset(node->as.clause, 0, sizeof(AdrefClause));
  return node;
}

AdrefNode *adref_node_new_text(AdrefNodeType type, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen(text) : (gsize)length;
  AdrefNode *node = new_with_room(type, size + 1);
  node->text = (char *)(node + 1);
  node->length = size;
  memcpy(node->text, text, size);
  node->text[size] = '\0';
  return node;
}

AdrefNode *adref_node_new_clause(AdrefClauseKind kind, const char *id)
{
  AdrefNode *node = adref_node_new(ADREF_CLAUSE);
  node->as.clause->kind = kind;
  node->as.clause->id = g_strdup(id);
  return node;
}

static void free_text(AdrefNode *node)
{
  if (node->text != (char *)(node + 1))
    g_free(node->text);
}

void adref_node_unwrap(AdrefNode *node)
{
  while (node->first) {
    AdrefNode *child = node->first;
    adref_node_unlink(child);
    adref_node_insert_before(node, child);
  }
  adref_node_free(node);
}

static gsize depth_of(const AdrefNode *node)
{
  gsize depth = 0;
  for (; node->parent; node = node->parent)
    depth++;
  return depth;
}

void adref_node_meet(AdrefNode **first, AdrefNode **last)
{
  gsize a = depth_of(*first), b = depth_of(*last);
  while ((*first)->parent != (*last)->parent) {
    if (a >= b) {
      *first = (*first)->parent;
      a--;
    }
    if (b > a) {
      *last = (*last)->parent;
      b--;
    }
  }
}

void adref_node_take_text(AdrefNode *node, char *text, gsize length)
{
  free_text(node);
  node->text = text;
  node->length = length;
}

void adref_node_edge_to_text(AdrefNode *edge)
{
  const char *letter = edge->as.edge.opens ? "[" : "]";
  edge->type = ADREF_TEXT;
  edge->as.literal = FALSE;
  adref_node_take_text(edge, g_strdup(letter), 1);
}

static void clause_clear(AdrefClause *clause)
{
  g_free(clause->id);
  g_free(clause->frozen);
  g_free(clause->from);
  g_free(clause->alt);
  g_free(clause->number);
  adref_change_free(clause->change);
}

static void free_one(AdrefNode *node)
{
  free_text(node);
  if (node->mark == ADREF_DELETED)
    adref_change_clear_move(node);
  switch (node->type) {
  case ADREF_CLAUSE: clause_clear(node->as.clause); break;
  case ADREF_CODE_BLOCK: g_free(node->as.info); break;
  case ADREF_TABLE: g_free(node->as.table.alignments); break;
  case ADREF_NOTE: g_free(node->as.party); break;
  case ADREF_LINK:
  case ADREF_IMAGE:
    g_free(node->as.link.url);
    g_free(node->as.link.title);
    break;
  case ADREF_ALTERNATIVE:
    if (node->as.positions.groups)
      g_ptr_array_unref(node->as.positions.groups);
    break;
  case ADREF_BRACKET_EDGE:
    if (node->as.edge.groups)
      g_ptr_array_unref(node->as.edge.groups);
    if (node->as.edge.partner)
      node->as.edge.partner->as.edge.partner = NULL;
    break;
  case ADREF_DOCUMENT:
  case ADREF_HEADING:
  case ADREF_PARAGRAPH:
  case ADREF_LIST:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_RULE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_PASSAGE:
  case ADREF_FOOTNOTE:
  case ADREF_BRACKET:
  case ADREF_AD_REF: break;
  }
  g_free(node);
}

void adref_node_free(AdrefNode *node)
{
  if (!node)
    return;
  adref_node_unlink(node);
  AdrefNode *at = node;
  while (at) {
    while (at->first)
      at = at->first;
    AdrefNode *parent = at->parent, *next = at->next;
    if (parent)
      parent->first = next;
    free_one(at);
    at = next ? next : parent;
  }
}

void adref_node_append(AdrefNode *parent, AdrefNode *child)
{
  child->parent = parent;
  child->prev = parent->last;
  child->next = NULL;
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

guint adref_node_count_children(const AdrefNode *parent)
{
  guint count = 0;
  for (const AdrefNode *child = parent->first; child; child = child->next)
    count++;
  return count;
}

void adref_node_insert_before(AdrefNode *sibling, AdrefNode *node)
{
  node->parent = sibling->parent;
  node->prev = sibling->prev;
  node->next = sibling;
  if (sibling->prev)
    sibling->prev->next = node;
  else if (sibling->parent)
    sibling->parent->first = node;
  sibling->prev = node;
}

void adref_node_unlink(AdrefNode *node)
{
  if (node->prev)
    node->prev->next = node->next;
  else if (node->parent)
    node->parent->first = node->next;
  if (node->next)
    node->next->prev = node->prev;
  else if (node->parent)
    node->parent->last = node->prev;
  node->parent = node->prev = node->next = NULL;
}

void adref_node_move_children(AdrefNode *from, AdrefNode *to)
{
  while (from->first) {
    AdrefNode *child = from->first;
    adref_node_unlink(child);
    adref_node_append(to, child);
  }
}

gboolean adref_node_is_block(const AdrefNode *node)
{
  if (!node->parent)
    return TRUE;
  AdrefNodeType type = node->parent->type;
  return type == ADREF_DOCUMENT || type == ADREF_CLAUSE || type == ADREF_LIST ||
         type == ADREF_ITEM || type == ADREF_QUOTE || type == ADREF_TABLE ||
         type == ADREF_TABLE_ROW || type == ADREF_FOOTNOTE_TEXT;
}

gboolean adref_node_holds_blocks(const AdrefNode *node)
{
  return node->type == ADREF_LIST || node->type == ADREF_ITEM || node->type == ADREF_QUOTE ||
         node->type == ADREF_TABLE || node->type == ADREF_TABLE_ROW ||
         node->type == ADREF_FOOTNOTE_TEXT;
}

gboolean adref_node_holds_inlines(const AdrefNode *node)
{
  return node->type == ADREF_PARAGRAPH || node->type == ADREF_HEADING ||
         node->type == ADREF_TABLE_CELL || (node->type == ADREF_CODE_BLOCK && !node->text);
}

gboolean adref_table_row_is_head(const AdrefNode *row)
{
  AdrefChangeMark other = row->mark == ADREF_DELETED ? ADREF_INSERTED : ADREF_DELETED;
  const AdrefNode *prev = row->prev;
  while (prev && prev->mark == other)
    prev = prev->prev;
  return !prev;
}

/* The cell of a row in a column; NULL: the row is shorter. */
static AdrefNode *cell_at(const AdrefNode *row, guint column)
{
  AdrefNode *cell = row->first;
  while (cell && column-- > 0)
    cell = cell->next;
  return cell;
}

void adref_table_drop_column(AdrefNode *table, guint column)
{
  char *alignment = table->as.table.alignments + column;
  memmove(alignment, alignment + 1, strlen(alignment));
  for (AdrefNode *row = table->first; row; row = row->next)
    adref_node_free(cell_at(row, column));
}

static gboolean is_empty_row(const AdrefNode *row)
{
  for (const AdrefNode *cell = row->first; cell; cell = cell->next)
    if (cell->first)
      return FALSE;
  return !adref_table_row_is_head(row);
}

static gboolean is_empty_column(const AdrefNode *table, guint column)
{
  guint columns = (guint)strlen(table->as.table.alignments);
  for (const AdrefNode *row = table->first; row; row = row->next) {
    const AdrefNode *cell = cell_at(row, column);
    if (!cell || cell->first || adref_node_count_children(row) != columns)
      return FALSE;
  }
  return columns > 1;
}

gboolean adref_table_remove_empty(AdrefNode *cell)
{
  AdrefNode *row = cell->type == ADREF_TABLE_CELL ? cell->parent : NULL;
  if (!row)
    return FALSE;
  AdrefNode *table = row->parent;
  guint column = 0;
  for (const AdrefNode *before = cell->prev; before; before = before->prev)
    column++;
  gboolean is_row = is_empty_row(row);
  if (is_row)
    adref_node_free(row);
  gboolean is_column = is_empty_column(table, column);
  if (is_column)
    adref_table_drop_column(table, column);
  return is_row || is_column;
}

guint adref_item_number(const AdrefNode *item, guint next)
{
  return item->as.item.typed ? item->as.item.number : next;
}

gboolean adref_node_is_party_name(const AdrefNode *node)
{
  return node->type == ADREF_LINK && node->as.link.url[0] == '#' &&
         g_ascii_isupper(node->as.link.url[1]) &&
         adref_name_is(ADREF_NAME_PARTY, node->as.link.url + 1);
}

gboolean adref_node_is_cross_reference(const AdrefNode *node)
{
  return node->type == ADREF_LINK && node->as.link.url[0] == '#' && !adref_node_is_party_name(node);
}

gboolean adref_node_is_emphasis(const AdrefNode *node)
{
  return node && (node->type == ADREF_EMPH || node->type == ADREF_STRONG);
}

gboolean adref_node_is_formatting(const AdrefNode *node)
{
  return adref_node_is_emphasis(node) || (node && node->type == ADREF_FORMAT);
}

AdrefPosition *adref_position_new(void)
{
  return g_new0(AdrefPosition, 1);
}

void adref_position_free(AdrefPosition *position)
{
  if (!position)
    return;
  g_strfreev(position->parties);
  g_free(position);
}

char *adref_positions_text(const GPtrArray *groups)
{
  const AdrefPosition *only = groups && groups->len == 1 ? groups->pdata[0] : NULL;
  if (only && only->verb == ADREF_POSITION_SUPPORT) /* as most */
    return g_strjoinv(", ", only->parties);
  GString *text = g_string_new(NULL);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    if (i > 0)
      g_string_append(text, "; ");
    for (char **party = position->parties; *party; party++) {
      g_string_append(text, party == position->parties ? "" : ", ");
      g_string_append(text, *party);
    }
    if (position->verb != ADREF_POSITION_SUPPORT) {
      g_string_append_c(text, ' ');
      g_string_append(text, adref_position_verb_word(position->verb));
    }
  }
  return g_string_free(text, FALSE);
}

const char *adref_position_verb_word(AdrefPositionVerb verb)
{
  return verb_words[verb];
}

const char *adref_clause_kind_word(AdrefClauseKind kind)
{
  return kind_words[kind];
}

AdrefWalk adref_walk(const AdrefNode *root)
{
  AdrefNode *first = (AdrefNode *)(guintptr)root;
  return (AdrefWalk){.root = root, .upcoming = first, .upcoming_entering = TRUE};
}

/* Sets the step that follows leaving `node`. */
static void set_upcoming(AdrefWalk *walk, const AdrefNode *node)
{
  walk->upcoming_entering = FALSE;
  if (node == walk->root) {
    walk->upcoming = NULL;
  } else if (node->next) {
    walk->upcoming = node->next;
    walk->upcoming_entering = TRUE;
  } else {
    walk->upcoming = node->parent;
  }
}

gboolean adref_walk_next(AdrefWalk *walk)
{
  if (!walk->upcoming)
    return FALSE;
  walk->node = walk->upcoming;
  walk->entering = walk->upcoming_entering;
  if (!walk->entering)
    set_upcoming(walk, walk->node);
  else if (walk->node->first)
    walk->upcoming = walk->node->first;
  else
    walk->upcoming_entering = FALSE;
  return TRUE;
}

void adref_walk_skip(AdrefWalk *walk)
{
  walk->upcoming = walk->node;
  walk->upcoming_entering = FALSE;
}

static void space(GString *words)
{
  if (words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c(words, ' ');
}

static void add_words(GString *words, const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_TEXT:
  case ADREF_CODE:
  case ADREF_CODE_BLOCK:
    g_string_append_len(words, node->text ? node->text : "", (gssize)node->length);
    break;
  case ADREF_ITEM:
    space(words);
    g_string_append(words, node->text ? node->text : "");
    return;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_HEADING:
  case ADREF_PARAGRAPH:
  case ADREF_LIST:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_RULE:
  case ADREF_TABLE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_LINE_BREAK:
  case ADREF_ALTERNATIVE: space(words); break;
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_NOTE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_PASSAGE:
  case ADREF_LINK:
  case ADREF_IMAGE:
  case ADREF_FOOTNOTE:
  case ADREF_BRACKET:
  case ADREF_BRACKET_EDGE:
  case ADREF_AD_REF: break;
  }
}

GPtrArray *adref_node_find_all(const AdrefNode *root, AdrefNodeType type)
{
  GPtrArray *found = g_ptr_array_new();
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == type)
      g_ptr_array_add(found, walk.node);
  return found;
}

char *adref_node_words(const AdrefNode *node)
{
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.entering)
      add_words(words, walk.node);
  g_strstrip(words->str);
  return g_string_free(words, FALSE);
}

char *adref_node_first_words(const AdrefNode *node, gsize enough)
{
  enum {
    MOST_NODES = 1000
  };
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(node);
  for (guint i = 0; i < MOST_NODES && adref_walk_next(&walk); i++) {
    if (walk.entering)
      add_words(words, walk.node);
    if (words->len > enough && words->str[words->len - 1] != ' ')
      break;
  }
  g_strstrip(words->str);
  return g_string_free(words, FALSE);
}

const AdrefNode *adref_node_placed(const AdrefNode *node)
{
  while (node && node->line == 0 && node->parent)
    node = node->parent;
  return node;
}

GHashTable *adref_clause_ids(const AdrefNode *document)
{
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_add(ids, clause->as.clause->id);
  return ids;
}

GHashTable *adref_clause_index(const AdrefNode *document)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id && !g_hash_table_contains(index, clause->as.clause->id))
      g_hash_table_insert(index, clause->as.clause->id, (gpointer)(guintptr)clause);
  return index;
}

const AdrefNode *adref_clause_find(const AdrefNode *document, const char *id)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (g_strcmp0(clause->as.clause->id, id) == 0)
      return clause;
  return NULL;
}

char *adref_document_title(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (const AdrefNode *block = clause->first; block; block = block->next)
      if (block->type == ADREF_HEADING && block->as.level == 1)
        return adref_node_words(block);
  return NULL;
}
