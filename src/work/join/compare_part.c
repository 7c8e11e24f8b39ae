#include "work/join/compare_part.h"

#include "clause/change.h"
#include "clause/text/address.h"
#include "merge/compare/diff.h"
#include "merge/compare/part_matching.h"
#include "work/select_clause.h"

enum {
  OLD,
  NEW
};

/* Whether a clause of a redline stands at its place in one of the texts. */
static gboolean is_in(const AdrefNode *clause, guint side)
{
  const AdrefChange *change = clause->as.clause->change;
  if (side == NEW)
    return adref_change_in_new(clause);
  return adref_change_in_old(clause) && !(change && change->type == ADREF_CHANGE_MOVED);
}

static AdrefNode *nth(const AdrefNode *document, guint n)
{
  AdrefNode *clause = document->first;
  for (; clause && n > 0; n--)
    clause = clause->next;
  return clause;
}

static guint place_of(const AdrefNode *clause)
{
  guint place = 0;
  for (; clause->prev; clause = clause->prev)
    place++;
  return place;
}

/* The clause of the other text that is the same one in the redline as the clause at `place` in the
 * text `side`; NULL: the other text does not have it. */
static AdrefNode *counterpart(const AdrefNode *redline, guint side, guint place,
                              const AdrefNode *other)
{
  const AdrefNode *here = redline->first;
  for (guint n = 0; here; here = here->next)
    if (is_in(here, side) && n++ == place)
      break;
  const AdrefChange *change = here ? here->as.clause->change : NULL;
  if (change && change->other)
    here = change->other;
  if (!here || !is_in(here, 1 - side))
    return NULL;
  guint n = 0;
  for (const AdrefNode *clause = redline->first; clause != here; clause = clause->next)
    n += is_in(clause, 1 - side) ? 1 : 0;
  return nth(other, n);
}

static AdrefNode *part_of(const AdrefNode *old, const AdrefNode *new, guint side, AdrefNode *part,
                          const char *language)
{
  g_autoptr(GHashTable) matches = adref_part_matching_new(old, new, part->type, language);
  GHashTableIter iter;
  gpointer before, after;
  g_hash_table_iter_init(&iter, matches);
  while (g_hash_table_iter_next(&iter, &before, &after))
    if ((side == OLD ? before : after) == part)
      return side == OLD ? after : before;
  return NULL;
}

/* Leaves of the text that does not have the part the first words of its clause. */
static void keep_opening(AdrefNode *document, AdrefNode *clause)
{
  AdrefAddress opening = {clause, clause};
  if (clause->first && clause->first->type == ADREF_PARAGRAPH)
    opening.part = clause->first;
  adref_select_only(document, &opening);
  while (opening.part == clause && clause->first)
    adref_node_free(clause->first);
}

static AdrefNode *compare(const AdrefNode *redline, AdrefNode *documents[2], guint side,
                          const AdrefAddress *found, const char *language)
{
  AdrefNode *other = counterpart(redline, side, place_of(found->clause), documents[1 - side]);
  AdrefNode *part = NULL;
  if (other)
    part = part_of(side == OLD ? found->clause : other, side == OLD ? other : found->clause, side,
                   found->part, language);
  AdrefAddress there = {other, part};
  adref_select_only(documents[side], found);
  if (part)
    adref_select_only(documents[1 - side], &there);
  else if (other)
    keep_opening(documents[1 - side], other);
  else
    while (documents[1 - side]->first)
      adref_node_free(documents[1 - side]->first);
  return adref_diff(documents[OLD], documents[NEW], language);
}

AdrefNode *adref_compare_part(const AdrefNode *redline, const char *address, const char *language)
{
  g_autoptr(AdrefNode) old = adref_reject_changes(redline), new = adref_accept_changes(redline);
  AdrefNode *documents[] = {old, new};
  for (guint side = NEW + 1; side-- > OLD;) {
    AdrefAddress found;
    if (adref_address_find(documents[side], "", address, &found, NULL))
      return found.part == found.clause ? NULL
                                        : compare(redline, documents, side, &found, language);
  }
  return NULL;
}
