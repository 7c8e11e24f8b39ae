#include "clause/text/missing_items.h"

#include <string.h>

#include "clause/node_copy.h"

AdrefItemLabel adref_block_label(const AdrefNode *block)
{
  const AdrefNode *text = block->type == ADREF_PARAGRAPH ? block->first : block;
  gboolean has_text = text && (text->type == ADREF_TEXT || text->type == ADREF_ITEM) && text->text;
  return has_text ? adref_item_label_read(text->text, text->length) : (AdrefItemLabel){0};
}

gboolean adref_block_label_is_same(const AdrefItemLabel *a, const AdrefItemLabel *b)
{
  return a->length > 0 && a->length == b->length && a->kind == b->kind &&
         memcmp(a->numbers, b->numbers, sizeof a->numbers) == 0 && a->suffix == b->suffix;
}

/* The child of a node with a label, or NULL. */
static AdrefNode *find_label(const AdrefNode *parent, const AdrefItemLabel *label)
{
  for (AdrefNode *child = parent->first; child; child = child->next) {
    AdrefItemLabel own = adref_block_label(child);
    if (adref_block_label_is_same(&own, label))
      return child;
  }
  return NULL;
}

/* Whether a label is missing in `part`, and one behind it is there. */
static gboolean has_gap(const AdrefNode *part, const AdrefNode *whole)
{
  gboolean missing = FALSE;
  for (const AdrefNode *child = whole->first; child; child = child->next) {
    AdrefItemLabel label = adref_block_label(child);
    gboolean found = label.length > 0 && find_label(part, &label);
    if (found && missing)
      return TRUE;
    missing = missing || (label.length > 0 && !found);
  }
  return FALSE;
}

/* From the last one on, so that each stands before the one that follows it. */
static guint keep_children(AdrefNode *part, const AdrefNode *whole)
{
  guint count = 0;
  AdrefNode *next = NULL; /* the item of `part` behind the place */
  if (!has_gap(part, whole))
    return 0;
  for (const AdrefNode *child = whole->last; child; child = child->prev) {
    AdrefItemLabel label = adref_block_label(child);
    AdrefNode *found = label.length > 0 ? find_label(part, &label) : NULL;
    if (label.length > 0 && !found) {
      found = adref_node_copy_tree(child, ADREF_KEPT);
      next ? adref_node_insert_before(next, found) : adref_node_append(part, found);
      count++;
    }
    next = found ? found : next;
  }
  return count;
}

static AdrefNode *first_list(const AdrefNode *clause)
{
  AdrefNode *block = clause->first;
  while (block && block->type != ADREF_LIST)
    block = block->next;
  return block;
}

guint adref_missing_items_keep(AdrefNode *part, const AdrefNode *whole)
{
  AdrefNode *list = first_list(part);
  const AdrefNode *of_whole = first_list(whole);
  guint count = keep_children(part, whole);
  return count + (list && of_whole ? keep_children(list, of_whole) : 0);
}

static AdrefNode *block_at(const AdrefNode *clause, guint place)
{
  AdrefNode *block = clause->first;
  for (; block && place > 0; place--)
    block = block->next;
  return block;
}

guint adref_missing_tables_keep(AdrefNode *part, const AdrefNode *whole)
{
  guint count = 0, place = 0;
  for (const AdrefNode *block = part->first; block; block = block->next)
    if (block->type == ADREF_TABLE)
      return 0;
  for (const AdrefNode *block = whole->first; block; block = block->next, place++) {
    if (block->type != ADREF_TABLE)
      continue;
    AdrefNode *table = adref_node_copy_tree(block, ADREF_KEPT), *next = block_at(part, place);
    next ? adref_node_insert_before(next, table) : adref_node_append(part, table);
    count++;
  }
  return count;
}
