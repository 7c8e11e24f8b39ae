#include "work/import/returned_positions.h"

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "work/import/import_text.h"

/* Brackets in the order of the text. */
static GPtrArray *brackets_of(const AdrefNode *clause)
{
  GPtrArray *brackets = g_ptr_array_new();
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_BRACKET)
      g_ptr_array_add(brackets, walk.node);
  return brackets;
}

static gboolean has_positions(const GPtrArray *brackets)
{
  for (guint i = 0; i < brackets->len; i++)
    for (const AdrefNode *each = ((const AdrefNode *)brackets->pdata[i])->first; each;
         each = each->next)
      if (adref_alternative_groups(each))
        return TRUE;
  return FALSE;
}

static void restore_alternative(AdrefNode *alternative, const AdrefNode *known)
{
  for (const AdrefNode *each = known->first; each; each = each->next) {
    if (!adref_alternative_groups(each) || !adref_bracket_same_words(alternative, each))
      continue;
    adref_node_insert_before(alternative, adref_node_copy_tree(each, ADREF_KEPT));
    adref_node_free(alternative);
    return;
  }
}

static void restore(AdrefNode *clause, const AdrefNode *known)
{
  g_autoptr(GPtrArray) own = brackets_of(clause), sent = brackets_of(known);
  if (own->len != sent->len || has_positions(own) || !has_positions(sent))
    return;
  for (guint i = own->len; i > 0; i--) {
    AdrefNode *bracket = own->pdata[i - 1];
    for (AdrefNode *each = bracket->first, *next; each; each = next) {
      next = each->next;
      restore_alternative(each, sent->pdata[i - 1]);
    }
  }
}

void adref_returned_positions_restore(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) index = adref_import_clauses_by_id(base);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *known = id ? g_hash_table_lookup(index, id) : NULL;
    if (known)
      restore(clause, known);
  }
}
