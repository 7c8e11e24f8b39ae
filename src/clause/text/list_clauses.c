#include "clause/text/list_clauses.h"

#include <stdlib.h>
#include <string.h>

#include "clause/labels/label_lists.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/bracket_list.h"
#include "clause/proposals/clause_proposals.h"

static AdrefNode *numbered_list(const AdrefNode *clause)
{
  AdrefNode *list = clause->first;
  gboolean is_split = clause->as.clause->kind == ADREF_PLAIN && list && list->type == ADREF_LIST &&
                      adref_list_is_counted(list) && list->first != list->last;
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
    return list->as.list.labelled && other->as.list.labelled && adref_list_is_counted(list) &&
           adref_list_is_counted(other);
  return list->as.list.ordered && other->as.list.ordered &&
         list->as.list.parenthesis == other->as.list.parenthesis &&
         (other->first->as.item.typed || other->as.list.start == number);
}

/* The number behind that of the last item. */
static guint next_number(const AdrefNode *list)
{
  guint number = list->as.list.start;
  for (const AdrefNode *item = list->first; item; item = item->next)
    number = adref_item_number(item, number) + 1;
  return number;
}

/* The number behind that of the last item of the list that ends a clause; 0: it ends otherwise. */
static guint end_number(const AdrefNode *clause)
{
  const AdrefNode *list = clause->last;
  if (!list || list->type != ADREF_LIST)
    return 0;
  return next_number(list);
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
      clause->last->as.list.tight = clause->last->as.list.tight && list->as.list.tight;
      adref_node_move_children(list, clause->last);
      adref_node_free(list);
      adref_node_move_children(next, clause);
      adref_node_free(next);
    } else
      clause = next;
    number = end;
  }
}

/* --- numbers that are not compared --- */

/* What stands behind a number that is kept. */
static const char apart[] = " apart", /* another numbered list ends before its own */
    single[] = " single",             /* it is the only item of its list */
    tight[] = " tight";               /* its list has no empty lines */

/* The numbered list that begins a clause without a marker, or NULL. */
static AdrefNode *ordered_list(const AdrefNode *clause)
{
  AdrefNode *list = clause->as.clause->kind == ADREF_PLAIN ? clause->first : NULL;
  return list && list->type == ADREF_LIST && list->as.list.ordered ? list : NULL;
}

gboolean adref_list_clauses_exist(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (numbered_list(clause) || ordered_list(clause))
      return TRUE;
  return FALSE;
}

static gboolean follows_list(const AdrefNode *clause)
{
  return clause->prev && clause->prev->as.clause->kind == ADREF_PLAIN && clause->prev->last &&
         clause->prev->last->type == ADREF_LIST && clause->prev->last->as.list.ordered;
}

static gboolean is_single(const AdrefNode *clause)
{
  return !follows_list(clause) && !(clause->next && ordered_list(clause->next));
}

/* "+0": it follows the number of the item before, which `next` does; "+2": two are left out; "=1":
 * the numbers begin again; "~1": they do behind other blocks, such as a heading. */
static char *running_number(const AdrefNode *clause, const AdrefNode *list, guint next)
{
  guint number = adref_item_number(list->first, list->as.list.start);
  char relation = number >= next ? '+' : follows_list(clause) ? '=' : '~';
  gboolean is_apart = !list->first->as.item.typed && number != next && follows_list(clause);
  return g_strdup_printf("%c%u%s%s%s", relation, relation == '+' ? number - next : number,
                         is_apart ? apart : "", is_single(clause) ? single : "",
                         list->as.list.tight ? tight : "");
}

static char *written_number(const AdrefNode *list)
{
  return g_strdup_printf("%u%s", adref_item_number(list->first, list->as.list.start),
                         list->as.list.tight ? tight : "");
}

void adref_list_clauses_take_numbers(AdrefNode *document, AdrefListNumbers keep)
{
  guint next = 1;
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefNode *list = ordered_list(clause);
    if (!list)
      continue;
    if (keep == ADREF_LIST_NUMBERS_WRITTEN)
      clause->as.clause->number = written_number(list);
    else if (keep == ADREF_LIST_NUMBERS_RUNNING)
      clause->as.clause->number = running_number(clause, list, next);
    next = next_number(list);
    list->as.list.start = 1;
    list->as.list.tight = FALSE;
    list->first->as.item.typed = FALSE;
    list->first->as.item.number = 0;
  }
}

/* Whether the whole clause is what a party proposes. */
static gboolean is_proposal(const AdrefNode *clause)
{
  g_autoptr(GArray) open = adref_open_brackets_list(clause);
  for (guint i = 0; i < open->len; i++) {
    const AdrefNode *bracket = g_array_index(open, AdrefOpenBracket, i).bracket;
    if (adref_open_bracket_is_whole_clause(clause, bracket))
      return !adref_alternative_is_base(adref_open_bracket_alternative(bracket, 1));
  }
  return FALSE;
}

/* The blocks of the items stand in the place of the list. */
static void remove_list(AdrefNode *list)
{
  for (AdrefNode *item = list->first; item; item = item->next)
    while (item->first) {
      AdrefNode *block = item->first;
      adref_node_unlink(block);
      adref_node_insert_before(list, block);
    }
  adref_node_free(list);
}

static gboolean is_running(const char *kept)
{
  return *kept == '+' || *kept == '=' || *kept == '~';
}

/* `next`: the number behind that of the item before. */
static guint number_of(const AdrefNode *clause, guint next)
{
  const char *kept = clause->as.clause->number;
  guint number = (guint)strtoul(kept + (is_running(kept) ? 1 : 0), NULL, 10);
  if (*kept == '~' && follows_list(clause)) /* what stood between is gone */
    return next;
  return *kept == '+' ? next + number : number;
}

static gboolean is_in_tight_list(const AdrefNode *clause)
{
  const char *kept = clause ? clause->as.clause->number : NULL;
  return kept && g_str_has_suffix(kept, tight) && !strstr(kept, single);
}

/* An item that was alone is like those that it stands with now. */
static gboolean is_tight(const AdrefNode *clause)
{
  const char *kept = clause->as.clause->number;
  if (strstr(kept, single) && !is_single(clause))
    return is_in_tight_list(clause->prev) || is_in_tight_list(clause->next);
  return g_str_has_suffix(kept, tight);
}

static void put_number(AdrefNode *clause, AdrefNode *list, guint next)
{
  const char *kept = clause->as.clause->number;
  guint number = number_of(clause, next);
  list->as.list.start = number;
  list->as.list.tight = is_tight(clause);
  list->first->as.item.typed =
      clause->prev && end_number(clause->prev) != number && !strstr(kept, apart);
  list->first->as.item.number = list->first->as.item.typed ? number : 0;
}

void adref_list_clauses_put_numbers(AdrefNode *document)
{
  guint next = 1;
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefNode *list = ordered_list(clause);
    const char *kept = clause->as.clause->number;
    if (list && kept && (is_running(kept) || !is_proposal(clause))) {
      put_number(clause, list, next);
      next = next_number(list);
    } else if (list) {
      remove_list(list);
    }
  }
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    g_clear_pointer(&clause->as.clause->number, g_free);
  adref_list_clauses_join(document);
}
