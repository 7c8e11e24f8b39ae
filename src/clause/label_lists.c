#include "clause/label_lists.h"

#include <string.h>

void adref_label_lists_init(AdrefLabelLists *self)
{
  *self = (AdrefLabelLists){.open = g_ptr_array_new()};
  self->margins = g_array_new(FALSE, FALSE, sizeof(gsize));
  self->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  self->ends = g_array_new(FALSE, FALSE, sizeof(gsize));
}

void adref_label_lists_clear(AdrefLabelLists *self)
{
  g_clear_pointer(&self->items, g_array_unref);
  g_ptr_array_unref(self->open);
  g_array_unref(self->margins);
  g_array_unref(self->starts);
  g_array_unref(self->ends);
}

/* Marks the lines of a paragraph as outside where a break of the paragraph itself precedes words.
 */
static void mark_outside(guint8 *inside, guint count, AdrefSourceLocator *locator,
                         cmark_node *paragraph)
{
  guint first = (guint)cmark_node_get_start_line(paragraph), line = first, uncounted = 0;
  cmark_iter *iter = cmark_iter_new(paragraph);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(iter), *words = cmark_node_next(node);
    cmark_node_type type = cmark_node_get_type(node);
    gboolean breaks = type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_SOFTBREAK;
    if (breaks)
      adref_source_locator_pass_break(locator, node, &line, &uncounted);
    else if (node != paragraph && cmark_node_get_start_line(node) > 0)
      line = (guint)cmark_node_get_start_line(node) + uncounted;
    if (!breaks || cmark_node_parent(node) != paragraph || !words ||
        cmark_node_get_type(words) != CMARK_NODE_TEXT)
      continue;
    guint next = (guint)cmark_node_get_start_line(words) + uncounted - first;
    if (next < count)
      inside[next] = FALSE;
  }
  cmark_iter_free(iter);
}

static GArray *find_items(const AdrefLabelLists *self, const AdrefSourceLocator *locator,
                          const guint8 *inside)
{
  return adref_label_lines_find(
      locator->source->text, (const gsize *)(gconstpointer)self->margins->data,
      (const gsize *)(gconstpointer)self->starts->data,
      (const gsize *)(gconstpointer)self->ends->data, inside, self->starts->len);
}

void adref_label_lists_begin(AdrefLabelLists *self, AdrefNode *container,
                             AdrefSourceLocator *locator, const AdrefSourceLine *first,
                             cmark_node *from)
{
  GArray *const lines[] = {self->margins, self->starts, self->ends};
  guint last = (guint)cmark_node_get_end_line(from);
  if (last <= first->line)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    g_array_set_size(lines[i], 0);
  adref_source_locator_lines(locator, first, last, self->margins, self->starts, self->ends);
  self->container = container;
  self->line = first->line;
  self->next = 0;
  self->items = find_items(self, locator, NULL);
  if (!self->items)
    return;
  g_array_unref(self->items);
  guint count = self->starts->len;
  g_autofree guint8 *inside = g_malloc(count);
  memset(inside, TRUE, count);
  inside[0] = cmark_node_get_type(cmark_node_first_child(from)) != CMARK_NODE_TEXT;
  mark_outside(inside, count, locator, from);
  self->items = find_items(self, locator, inside);
}

void adref_label_lists_end(AdrefLabelLists *self)
{
  g_clear_pointer(&self->items, g_array_unref);
  g_ptr_array_set_size(self->open, 0);
}

static AdrefNode *append(AdrefNode *parent, AdrefNodeType type, guint line)
{
  AdrefNode *node = adref_node_new(type);
  node->line = line;
  node->column = 1;
  adref_node_append(parent, node);
  return node;
}

/* The list that an item belongs to: an open one, or a new one in the item that is open. */
static AdrefNode *list_for(AdrefLabelLists *self, const AdrefLabelLine *item, guint line)
{
  guint level = MIN(item->level, self->open->len);
  AdrefNode *before = level < self->open->len ? self->open->pdata[level] : NULL;
  g_ptr_array_set_size(self->open, (int)level);
  if (before && !item->begins)
    return before->parent;
  AdrefNode *parent = level > 0 ? self->open->pdata[level - 1] : self->container;
  AdrefNode *list = append(parent, ADREF_LIST, line);
  list->as.list.labelled = list->as.list.tight = TRUE;
  return list;
}

AdrefNode *adref_label_lists_take(AdrefLabelLists *self, guint line, gsize *skip)
{
  while (self->items && self->next < self->items->len) {
    const AdrefLabelLine *found = &g_array_index(self->items, AdrefLabelLine, self->next);
    if (self->line + found->line > line)
      return NULL;
    self->next++;
    if (self->line + found->line < line)
      continue;
    AdrefNode *item = append(list_for(self, found, line), ADREF_ITEM, line);
    adref_node_take_text(item, g_strdup(found->label), strlen(found->label));
    g_ptr_array_add(self->open, item);
    *skip = found->length;
    return item;
  }
  return NULL;
}
