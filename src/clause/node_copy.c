#include "clause/node_copy.h"

static void copy_clause(AdrefClause *copy, const AdrefClause *clause)
{
  copy->kind = clause->kind;
  copy->id = g_strdup(clause->id);
  copy->frozen = g_strdup(clause->frozen);
  copy->is_one_of_several = clause->is_one_of_several;
  copy->from = g_strdup(clause->from);
  copy->alt = g_strdup(clause->alt);
  copy->number = g_strdup(clause->number);
}

static void copy_attributes(AdrefNode *copy, const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_CLAUSE: copy_clause(copy->as.clause, node->as.clause); return;
  case ADREF_CODE_BLOCK: copy->as.info = g_strdup(node->as.info); return;
  case ADREF_TABLE: copy->as.table.alignments = g_strdup(node->as.table.alignments); return;
  case ADREF_NOTE: copy->as.party = g_strdup(node->as.party); return;
  case ADREF_LINK:
  case ADREF_IMAGE:
    copy->as.link.url = g_strdup(node->as.link.url);
    copy->as.link.title = g_strdup(node->as.link.title);
    return;
  case ADREF_ALTERNATIVE:
    copy->as.positions = node->as.positions;
    if (copy->as.positions.groups)
      g_ptr_array_ref(copy->as.positions.groups);
    return;
  case ADREF_BRACKET_EDGE:
    copy->as.edge = node->as.edge;
    copy->as.edge.partner = NULL;
    if (copy->as.edge.groups)
      g_ptr_array_ref(copy->as.edge.groups);
    return;
  case ADREF_TEXT: copy->as.literal = node->as.literal; return;
  case ADREF_FORMAT: copy->as.format = node->as.format; return;
  case ADREF_HEADING: copy->as.level = node->as.level; return;
  case ADREF_FOOTNOTE: copy->as.footnote = node->as.footnote; return;
  case ADREF_LIST: copy->as.list = node->as.list; return;
  case ADREF_ITEM: copy->as.item = node->as.item; return;
  case ADREF_BRACKET:
    copy->as.placeholder = node->as.placeholder;
    copy->as.settled = node->as.settled;
    return;
  case ADREF_DOCUMENT: copy->as.outside_statement = node->as.outside_statement; return;
  case ADREF_PARAGRAPH:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_RULE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_LINE_BREAK:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_PASSAGE:
  case ADREF_AD_REF: return;
  }
}

AdrefNode *adref_node_copy(const AdrefNode *node)
{
  AdrefNode *copy = node->text ? adref_node_new_text(node->type, node->text, (gssize)node->length)
                               : adref_node_new(node->type);
  copy->line = node->line;
  copy->column = node->column;
  copy_attributes(copy, node);
  return copy;
}

AdrefNode *adref_node_copy_tree(const AdrefNode *node, AdrefChangeMark mark)
{
  AdrefNode *at = NULL;
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    if (!walk.entering) {
      if (walk.node != node)
        at = at->parent;
      continue;
    }
    AdrefNode *copy = adref_node_copy(walk.node);
    copy->mark = mark;
    if (at)
      adref_node_append(at, copy);
    at = copy;
  }
  return at;
}

/* An edge in a cell has no partner, since a bracket does not leave its cell. */
static void pair_edge(GPtrArray *open, AdrefNode *edge, gboolean in_cell)
{
  edge->as.edge.partner = NULL;
  if (in_cell)
    return;
  if (edge->as.edge.opens) {
    g_ptr_array_add(open, edge);
  } else if (open->len > 0) {
    AdrefNode *partner = g_ptr_array_steal_index(open, open->len - 1);
    partner->as.edge.partner = edge;
    edge->as.edge.partner = partner;
  }
}

void adref_node_pair_bracket_edges(AdrefNode *document)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new(), deleted = g_ptr_array_new();
  gboolean in_cell = FALSE;
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    if (walk.node->type == ADREF_TABLE_CELL)
      in_cell = walk.entering;
    if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
      pair_edge(walk.node->mark == ADREF_DELETED ? deleted : open, walk.node, in_cell);
  }
}
