#include "clause/text/unprinted.h"

static gboolean is_unprinted(const AdrefNode *node)
{
  return node->type == ADREF_NOTE || node->type == ADREF_COMMENT;
}

static GPtrArray *find_all(const AdrefNode *node)
{
  GPtrArray *found = g_ptr_array_new();
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.entering && is_unprinted(walk.node))
      g_ptr_array_add(found, walk.node);
  return found;
}

guint adref_unprinted_count(const AdrefNode *node)
{
  g_autoptr(GPtrArray) found = find_all(node);
  return found->len;
}

guint adref_unprinted_remove(AdrefNode *document)
{
  g_autoptr(GPtrArray) found = find_all(document);
  for (guint i = 0; i < found->len; i++)
    adref_node_free(found->pdata[i]);
  return found->len;
}
