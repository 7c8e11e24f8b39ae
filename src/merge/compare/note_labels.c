#include "merge/compare/note_labels.h"

#include "clause/markdown/footnote_check.h"

GHashTable *adref_note_labels_new(const AdrefClauseMatching *matching)
{
  GHashTable *labels = NULL;
  for (guint i = 0; i < matching->olds.length; i++) {
    guint j = matching->matches[i];
    const char *was = adref_footnote_label(matching->old[i]->first), *is = NULL;
    if (was && j != ADREF_NO_MATCH)
      is = adref_footnote_label(matching->new[j]->first);
    if (!is || g_str_equal(was, is))
      continue;
    labels = labels ? labels : g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(labels, (gpointer)(guintptr)was, (gpointer)(guintptr)is);
  }
  return labels;
}

static gboolean is_one_note(GHashTable *labels, const AdrefNode *deleted, const AdrefNode *inserted)
{
  if (!deleted || !inserted || deleted->type != ADREF_FOOTNOTE || inserted->type != ADREF_FOOTNOTE)
    return FALSE;
  return g_strcmp0(g_hash_table_lookup(labels, deleted->text), inserted->text) == 0;
}

/* The new mark takes the place `before`, or the last one of its parent, with the old one in it. */
static void join(AdrefNode *old, AdrefNode *new, AdrefNode *before)
{
  AdrefNode *parent = new->parent;
  adref_node_unlink(old);
  adref_node_unlink(new);
  old->mark = ADREF_UNWRAPPED;
  new->mark = ADREF_WRAPPED;
  adref_node_append(new, old);
  if (before)
    adref_node_insert_before(before, new);
  else
    adref_node_append(parent, new);
}

static AdrefNode *end_of(AdrefNode *node, AdrefChangeMark mark)
{
  while (node && node->mark == mark)
    node = node->next;
  return node;
}

/* Joins the first marks of the nodes that were deleted in one place and of those that were inserted
 * there, or the last ones. Returns the node behind these. */
static AdrefNode *join_place(GHashTable *labels, AdrefNode *deleted)
{
  AdrefNode *parent = deleted->parent, *inserted = end_of(deleted, ADREF_DELETED);
  AdrefNode *end = end_of(inserted, ADREF_INSERTED);
  if (!inserted || inserted == end)
    return end;
  AdrefNode *last = end ? end->prev : parent->last, *last_deleted = inserted->prev;
  if (is_one_note(labels, deleted, inserted))
    join(deleted, inserted, deleted != last_deleted ? deleted->next : inserted->next);
  else if (is_one_note(labels, last_deleted, last))
    join(last_deleted, last, end);
  return end;
}

void adref_note_labels_join(GHashTable *labels, AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (labels && adref_walk_next(&walk)) {
    AdrefNode *child = walk.entering ? NULL : walk.node->first;
    while (child)
      child = child->mark == ADREF_DELETED ? join_place(labels, child) : child->next;
  }
}
