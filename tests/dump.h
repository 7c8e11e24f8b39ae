/* A tree as text: one node a line, two spaces for each level. tests/spec.md shows it. */
#ifndef ADREF_TESTS_DUMP_H
#define ADREF_TESTS_DUMP_H

#include "base/error.h"
#include "clause/inline_format.h"
#include "clause/node.h"

static inline void dump_string(GString *out, const char *text)
{
  g_string_append(out, " \"");
  for (const char *p = text; *p; p++) {
    if (*p == '\n')
      g_string_append(out, "\\n");
    else if (*p == '"' || *p == '\\')
      g_string_append_printf(out, "\\%c", *p);
    else
      g_string_append_c(out, *p);
  }
  g_string_append_c(out, '"');
}

static inline void dump_attribute(GString *out, const char *name, const char *value)
{
  if (value)
    g_string_append_printf(out, " %s=%s", name, value);
}

static inline void dump_clause(GString *out, const AdrefClause *clause)
{
  g_string_append_printf(out, " %s", adref_clause_kind_word(clause->kind));
  if (clause->id)
    g_string_append_printf(out, " %s", clause->id);
  dump_attribute(out, "no", clause->frozen);
  dump_attribute(out, "from", clause->from);
  dump_attribute(out, "alt", clause->alt);
  dump_attribute(out, "number", clause->number);
}

static inline void dump_positions(GString *out, const GPtrArray *groups, gboolean stop)
{
  if (!groups)
    return;
  g_autofree char *text = adref_positions_text(groups);
  g_string_append_printf(out, " %s%s", text, stop ? "." : "");
}

/* Edges are numbered by pairs, in the order in which the pairs begin. */
static inline void dump_edge(GString *out, const AdrefNode *edge, GHashTable *pairs)
{
  g_string_append(out, edge->as.edge.opens ? " [" : " ]");
  const AdrefNode *partner = edge->as.edge.partner;
  if (!partner) {
    g_string_append(out, " alone");
    return;
  }
  guint pair = GPOINTER_TO_UINT(g_hash_table_lookup(pairs, partner));
  if (pair == 0) {
    pair = g_hash_table_size(pairs) + 1;
    g_hash_table_insert(pairs, (gpointer)(guintptr)edge, GUINT_TO_POINTER(pair));
  }
  g_string_append_printf(out, " pair=%u", pair);
  dump_positions(out, edge->as.edge.groups, edge->as.edge.stop);
}

static inline void dump_list(GString *out, const AdrefNode *list)
{
  if (list->as.list.ordered)
    g_string_append_printf(out, " start=%u%s", list->as.list.start,
                           list->as.list.parenthesis ? " )" : "");
  if (list->as.list.labelled)
    g_string_append(out, " labelled");
  g_string_append(out, list->as.list.tight ? " tight" : " loose");
}

static inline void dump_link(GString *out, const AdrefNode *link)
{
  g_string_append_printf(out, " %s", link->as.link.url);
  if (link->as.link.title[0])
    dump_string(out, link->as.link.title);
}

static inline void dump_node(GString *out, const AdrefNode *node, GHashTable *pairs)
{
  static const char *const words[] = {
      [ADREF_DOCUMENT] = "document",
      [ADREF_CLAUSE] = "clause",
      [ADREF_HEADING] = "heading",
      [ADREF_PARAGRAPH] = "paragraph",
      [ADREF_LIST] = "list",
      [ADREF_ITEM] = "item",
      [ADREF_QUOTE] = "quote",
      [ADREF_FOOTNOTE_TEXT] = "footnote-text",
      [ADREF_CODE_BLOCK] = "code-block",
      [ADREF_RULE] = "rule",
      [ADREF_TABLE] = "table",
      [ADREF_TABLE_ROW] = "row",
      [ADREF_TABLE_CELL] = "cell",
      [ADREF_HTML] = "html",
      [ADREF_COMMENT] = "comment",
      [ADREF_NOTE] = "note",
      [ADREF_TEXT] = "text",
      [ADREF_LINE_BREAK] = "line-break",
      [ADREF_CODE] = "code",
      [ADREF_EMPH] = "emphasis",
      [ADREF_STRONG] = "strong",
      [ADREF_FORMAT] = "format",
      [ADREF_LINK] = "link",
      [ADREF_IMAGE] = "image",
      [ADREF_FOOTNOTE] = "footnote",
      [ADREF_BRACKET] = "bracket",
      [ADREF_ALTERNATIVE] = "alternative",
      [ADREF_BRACKET_EDGE] = "edge",
      [ADREF_AD_REF] = "ad-ref",
  };
  g_string_append(out, words[node->type]);
  if (node->type == ADREF_CLAUSE)
    dump_clause(out, node->as.clause);
  else if (node->type == ADREF_HEADING)
    g_string_append_printf(out, " %u", node->as.level);
  else if (node->type == ADREF_LIST)
    dump_list(out, node);
  else if (node->type == ADREF_ITEM && node->as.item.typed)
    g_string_append_printf(out, " %u", node->as.item.number);
  else if (node->type == ADREF_TABLE)
    g_string_append_printf(out, " %s", node->as.table.alignments);
  else if (node->type == ADREF_NOTE)
    g_string_append_printf(out, " %s", node->as.party);
  else if (node->type == ADREF_CODE_BLOCK && node->as.info[0])
    g_string_append_printf(out, " %s", node->as.info);
  else if (node->type == ADREF_FORMAT)
    g_string_append_printf(out, " %s", adref_inline_format_tag(node->as.format));
  else if (node->type == ADREF_LINK || node->type == ADREF_IMAGE)
    dump_link(out, node);
  else if (node->type == ADREF_BRACKET && node->as.placeholder)
    g_string_append(out, " placeholder");
  else if (node->type == ADREF_ALTERNATIVE)
    dump_positions(out, node->as.positions.groups, node->as.positions.stop);
  else if (node->type == ADREF_BRACKET_EDGE)
    dump_edge(out, node, pairs);
  if (node->text)
    dump_string(out, node->text);
}

/* The clauses of a document; the document itself has no line. */
static inline GString *dump_tree(const AdrefNode *document)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GHashTable) pairs = g_hash_table_new(g_direct_hash, g_direct_equal);
  AdrefWalk walk = adref_walk(document);
  guint depth = 0;
  while (adref_walk_next(&walk)) {
    if (walk.node == document)
      continue;
    if (!walk.entering) {
      depth--;
      continue;
    }
    g_string_append_printf(out, "%*s", (int)(2 * depth++), "");
    dump_node(out, walk.node, pairs);
    g_string_append_c(out, '\n');
  }
  return out;
}

/* One problem a line, "3:7: message"; a serious one with "serious: " before its message. */
static inline GString *dump_problems(const GPtrArray *problems)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_string_append_printf(out, "%u:%u: %s%s\n", problem->line, problem->column,
                           problem->serious ? "serious: " : "", problem->message);
  }
  return out;
}

#endif
