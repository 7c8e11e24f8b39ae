/* Redlines built by hand. */
#ifndef ADREF_TESTS_VIEW_MARKED_H
#define ADREF_TESTS_VIEW_MARKED_H

#include "clause/change.h"
#include "view/cases.h"

/* A marked node as the last child of its parent. */
static inline AdrefNode *add_marked(AdrefNode *parent, AdrefNodeType type, AdrefChangeMark mark)
{
  AdrefNode *node = adref_node_new(type);
  node->mark = mark;
  adref_node_append(parent, node);
  return node;
}

static inline AdrefNode *add_words(AdrefNode *parent, AdrefChangeMark mark, const char *words)
{
  AdrefNode *text = add_text(parent, words);
  text->mark = mark;
  return text;
}

static inline AdrefNode *add_clause(AdrefNode *document, const char *id, const char *number,
                                    AdrefChangeMark mark)
{
  AdrefNode *clause = adref_node_new_clause(number ? ADREF_OP : ADREF_PLAIN, id);
  clause->mark = mark;
  clause->as.clause->number = g_strdup(number);
  adref_node_append(document, clause);
  return clause;
}

/* A clause with one paragraph, which is returned. */
static inline AdrefNode *add_plain(AdrefNode *document, const char *id, const char *number,
                                   AdrefChangeMark mark)
{
  AdrefChangeMark below = mark == ADREF_DELETED || mark == ADREF_INSERTED ? mark : ADREF_KEPT;
  return add_marked(add_clause(document, id, number, mark), ADREF_PARAGRAPH, below);
}

static inline AdrefChange *add_change(AdrefNode *clause, AdrefChangeType type, const char *number)
{
  AdrefChange *change = adref_change_new(type);
  change->number = g_strdup(number);
  change->kind = clause->as.clause->kind;
  return clause->as.clause->change = change;
}

/* Makes the paragraph a redline: "We [shall - JPN / should - LAO] act." becomes "We shall act.". */
static inline void resolve_bracket(AdrefNode *paragraph)
{
  g_autoptr(AdrefNode) read = read_tree("We [shall - JPN / should - LAO] act.\n");
  AdrefNode *from = read->first->first;
  while (from->first) {
    AdrefNode *node = from->first;
    adref_node_unlink(node);
    adref_node_append(paragraph, node);
  }
  AdrefNode *bracket = paragraph->first->next;
  bracket->mark = bracket->first->mark = ADREF_UNWRAPPED;
  bracket->last->mark = bracket->last->first->mark = ADREF_DELETED;
}

#endif
