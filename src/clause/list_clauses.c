#include "clause/list_clauses.h"

#include "clause/clause_proposals.h"

static AdrefNode *numbered_list(const AdrefNode *clause)
{
  AdrefNode *list = clause->first;
  gboolean is_split = clause->as.clause->kind == ADREF_PLAIN && list && list->type == ADREF_LIST &&
                      (list->as.list.ordered || list->as.list.labelled) &&
                      list->first != list->last;
  return is_split ? list : NULL;
}

/* A clause before another one, with an empty list like that one's. */
static AdrefNode *new_list_before(AdrefNode *clause, const AdrefNode *list, guint number)
{
  AdrefNode *own = adref_node_new_clause(ADREF_PLAIN, NULL), *part = adref_node_new(ADREF_LIST);
  own->line = part->line = list->first->line;
  own->column = part->column = list->first->column;
  part->as.list = list->as.list;
  part->as.list.start = number;
  adref_node_append(own, part);
  adref_node_insert_before(clause, own);
  return part;
}

static void split_list(AdrefNode *clause, AdrefNode *list)
{
  guint number = list->as.list.start;
  while (list->first != list->last) {
    AdrefNode *part = new_list_before(clause, list, number);
    int open = 0;
    do {
      AdrefNode *item = list->first;
      open += adref_clause_proposals_open(item);
      number = adref_item_number(item, number) + 1;
      adref_node_unlink(item);
      adref_node_append(part, item);
    } while (open > 0 && list->first);
    if (!list->first) { /* a bracket holds all that are left */
      adref_node_free(list);
      return;
    }
  }
  list->as.list.start = number;
}

void adref_list_clauses_split(AdrefNode *document)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefNode *list = numbered_list(clause);
    if (list)
      split_list(clause, list);
  }
}

/* Whether the list that begins `next` has the items behind the list that ends `clause`. */
static gboolean goes_on(const AdrefNode *clause, const AdrefNode *next, guint number)
{
  const AdrefNode *list = clause->last, *other = next->first;
  if (clause->as.clause->kind != ADREF_PLAIN || next->as.clause->kind != ADREF_PLAIN || !list ||
      !other || list->type != ADREF_LIST || other->type != ADREF_LIST)
    return FALSE;
  if (list->as.list.labelled || other->as.list.labelled)
    return list->as.list.labelled && other->as.list.labelled;
  return list->as.list.ordered && other->as.list.ordered &&
         adref_item_number(other->first, other->as.list.start) == number;
}

/* The number behind that of the last item of the list that ends a clause; 0: it ends otherwise. */
static guint end_number(const AdrefNode *clause)
{
  const AdrefNode *list = clause->last;
  if (!list || list->type != ADREF_LIST)
    return 0;
  guint number = list->as.list.start;
  for (const AdrefNode *item = list->first; item; item = item->next)
    number = adref_item_number(item, number) + 1;
  return number;
}

void adref_list_clauses_join(AdrefNode *document)
{
  AdrefNode *clause = document->first;
  guint number = clause ? end_number(clause) : 0;
  while (clause && clause->next) {
    AdrefNode *next = clause->next;
    guint end = end_number(next);
    if (goes_on(clause, next, number)) {
      AdrefNode *list = next->first;
      adref_node_move_children(list, clause->last);
      adref_node_free(list);
      adref_node_move_children(next, clause);
      adref_node_free(next);
    } else
      clause = next;
    number = end;
  }
}
