#include "work/join/number_forms.h"

#include "clause/node_copy.h"
#include "merge/compare/clause_matching.h"

/* The list of a numbered paragraph, or NULL. */
static AdrefNode *numbered_list(const AdrefNode *clause)
{
  AdrefNode *list = clause->as.clause->kind == ADREF_PLAIN ? clause->first : NULL;
  gboolean numbered = list && list->type == ADREF_LIST && list->as.list.ordered &&
                      !list->as.list.labelled && list->first == list->last;
  return numbered ? list : NULL;
}

static guint count_numbers(const AdrefNode *document)
{
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    count += numbered_list(clause) ? 1 : 0;
  return count;
}

/* Those without a number. */
static guint count_paragraphs(const AdrefNode *document)
{
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    count += clause->as.clause->kind == ADREF_PLAIN && clause->first &&
             clause->first->type == ADREF_PARAGRAPH;
  return count;
}

static gboolean is_aside(const AdrefNode *block)
{
  return block->type == ADREF_NOTE || block->type == ADREF_COMMENT;
}

/* Moves the blocks behind the end of `to`: each becomes a clause there. */
static void add_each(AdrefNode *to, AdrefNode *from)
{
  while (from->first) {
    AdrefNode *block = from->first;
    adref_node_unlink(block);
    if (!is_aside(block) || !to->last || to->last->as.clause->kind != ADREF_PLAIN) {
      AdrefNode *clause = adref_node_new_clause(ADREF_PLAIN, NULL);
      clause->line = block->line;
      clause->column = block->column;
      adref_node_append(to, clause);
    }
    adref_node_append(to->last, block);
  }
}

/* The document with a clause for each block, as a text without numbers has them. Consumes it. */
static AdrefNode *flatten(AdrefNode *document)
{
  AdrefNode *flat = adref_node_copy(document);
  while (document->first) {
    AdrefNode *clause = document->first, *list = numbered_list(clause);
    adref_node_unlink(clause);
    if (clause->as.clause->kind != ADREF_PLAIN) {
      adref_node_append(flat, clause);
      continue;
    }
    if (list)
      add_each(flat, list->first);
    adref_node_free(list);
    add_each(flat, clause);
    adref_node_free(clause);
  }
  adref_node_free(document);
  return flat;
}

/* The list of the numbered paragraph of the base to which each block of it belongs, in their order
 * (of const AdrefNode, NULL: none). */
static GPtrArray *lists_of_blocks(const AdrefNode *base)
{
  GPtrArray *lists = g_ptr_array_new();
  for (const AdrefNode *clause = base->first; clause; clause = clause->next) {
    const AdrefNode *list = numbered_list(clause);
    if (clause->as.clause->kind != ADREF_PLAIN) {
      g_ptr_array_add(lists, NULL);
      continue;
    }
    for (const AdrefNode *block = list ? list->first->first : NULL; block; block = block->next)
      if (!is_aside(block) || block == list->first->first)
        g_ptr_array_add(lists, (gpointer)(guintptr)list);
    for (const AdrefNode *block = list ? list->next : clause->first; block; block = block->next)
      if (!is_aside(block) || (!list && block == clause->first))
        g_ptr_array_add(lists, NULL);
  }
  return lists;
}

/* An empty numbered paragraph like that of the base, at the end of the text; returns its item. */
static AdrefNode *add_item(AdrefNode *text, const AdrefNode *like)
{
  AdrefNode *clause = adref_node_new_clause(ADREF_PLAIN, NULL);
  adref_node_append(text, clause);
  adref_node_append(clause, adref_node_copy(like));
  adref_node_append(clause->first, adref_node_copy(like->first));
  return clause->first->first;
}

/* Puts the blocks of a text without numbers into the numbered paragraphs of the base that they are
 * in; `homes` has the list of each. A new list or table stays in the paragraph before it. Returns
 * how many such paragraphs there are. */
static guint number(AdrefNode *text, AdrefNode *flat, const GPtrArray *homes)
{
  guint count = 0;
  const AdrefNode *open = NULL; /* the list of the base to which `item` belongs */
  AdrefNode *item = NULL;
  for (guint i = 0; flat->first; i++) {
    AdrefNode *clause = flat->first, *block = clause->first;
    const AdrefNode *home = homes->pdata[i];
    gboolean goes_on = item && block && (block->type == ADREF_LIST || block->type == ADREF_TABLE);
    adref_node_unlink(clause);
    if (home && home != open) {
      item = add_item(text, home);
      item->line = item->parent->line = item->parent->parent->line = clause->line;
      open = home;
      count++;
    } else if (!home && !goes_on) {
      item = NULL;
      open = NULL;
    }
    if (!item) {
      adref_node_append(text, clause);
      continue;
    }
    adref_node_move_children(clause, item);
    adref_node_free(clause);
  }
  return count;
}

/* The list of the base for each block of the side. */
static GPtrArray *find_homes(const AdrefNode *side, const AdrefNode *base, const char *language)
{
  GPtrArray *homes = g_ptr_array_new();
  AdrefDiffWorker worker;
  AdrefClauseMatching matching;
  g_autoptr(GPtrArray) lists = lists_of_blocks(base);
  g_autoptr(AdrefNode) flat = flatten(adref_node_copy_tree(base, ADREF_KEPT));
  for (const AdrefNode *clause = side->first; clause; clause = clause->next)
    g_ptr_array_add(homes, NULL);
  adref_diff_worker_init(&worker, flat, side, language);
  adref_clause_matching_init(&matching, &worker, flat, side);
  for (guint old = 0; old < lists->len; old++)
    if (matching.matches[old] != ADREF_NO_MATCH)
      homes->pdata[matching.matches[old]] = lists->pdata[old];
  adref_clause_matching_clear(&matching);
  adref_diff_worker_clear(&worker);
  return homes;
}

AdrefNumberForms adref_number_forms_take(AdrefNode *side, const AdrefNode *base,
                                         const char *language)
{
  guint of_side = count_numbers(side), of_base = count_numbers(base);
  gboolean lacks = of_side < of_base && count_paragraphs(side) > count_paragraphs(base);
  if (of_base == 0 ? of_side == 0 : !lacks)
    return (AdrefNumberForms){0};
  AdrefNode *moved = adref_node_copy(side);
  adref_node_move_children(side, moved);
  g_autoptr(AdrefNode) flat = flatten(moved);
  if (of_base == 0) {
    adref_node_move_children(flat, side);
    return (AdrefNumberForms){.left_out = of_side};
  }
  g_autoptr(GPtrArray) homes = find_homes(flat, base, language);
  guint numbered = number(side, flat, homes);
  return (AdrefNumberForms){.kept = numbered > of_side ? numbered - of_side : 0};
}

/* How many numbered paragraphs a text has; *first is the number of the first one. */
static guint read_numbers(const AdrefNode *document, guint *first)
{
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefNode *list = clause->as.clause->kind == ADREF_PLAIN ? clause->first : NULL;
    if (!list || list->type != ADREF_LIST || !list->as.list.ordered || list->as.list.labelled)
      continue;
    *first = count == 0 ? adref_item_number(list->first, list->as.list.start) : *first;
    for (const AdrefNode *item = list->first; item; item = item->next)
      count++;
  }
  return count;
}

gboolean adref_number_forms_is_part(const AdrefNode *side, const AdrefNode *base)
{
  enum {
    PART = 3 /* at most one of so many */
  };
  guint first = 0, first_of_base = 0;
  guint count = read_numbers(side, &first), all = read_numbers(base, &first_of_base);
  g_autofree char *title = adref_document_title(side), *title_of_base = adref_document_title(base);
  gboolean few = count * PART <= all, headless = title_of_base && !title;
  return count > 0 && first > first_of_base && (few || headless);
}
