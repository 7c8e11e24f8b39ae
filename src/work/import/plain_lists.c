#include "work/import/plain_lists.h"

#include <string.h>

#include "clause/labels/item_label.h"

enum {
  MOST_ITEMS = 1000 /* of a list */
};

/* The label at the start of a paragraph, "(a)"; its length is 0 where there is none, or another. */
static AdrefItemLabel label_of(const AdrefNode *block)
{
  const AdrefNode *text = block && block->type == ADREF_PARAGRAPH ? block->first : NULL;
  AdrefItemLabel label = {0};
  if (text && text->type == ADREF_TEXT && *text->text == '(')
    label = adref_item_label_read(text->text, strlen(text->text));
  if (label.kind != ADREF_ITEM_LABEL_LETTER && label.kind != ADREF_ITEM_LABEL_ROMAN)
    label.length = 0;
  return label;
}

/* The place of a label in a series of letters, or of Roman numerals. */
static guint place_of(const AdrefItemLabel *label, gboolean roman)
{
  return roman ? label->roman : label->numbers[0];
}

/* The paragraphs from `first` that begin with (a), (b) ..., or with (i), (ii) ... */
static guint count_items(const AdrefNode *first)
{
  AdrefItemLabel label = label_of(first);
  gboolean roman = label.length > 0 && label.roman == 1;
  guint count = 0;
  for (const AdrefNode *block = first; block && count < MOST_ITEMS; block = block->next) {
    label = label_of(block);
    if (label.length == 0 || place_of(&label, roman) != count + 1)
      break;
    count++;
  }
  return count;
}

static gboolean is_counted(const AdrefNode *node)
{
  return node->type == ADREF_LIST && (node->as.list.ordered || node->as.list.labelled);
}

/* The next list with numbers or labels, or the next paragraph of `clause` itself that begins a
 * series of labels. */
static const AdrefNode *next_series(AdrefWalk *walk, const AdrefNode *clause)
{
  while (adref_walk_next(walk))
    if (walk->entering &&
        (is_counted(walk->node) || (walk->node->parent == clause && count_items(walk->node) > 0)))
      return walk->node;
  return NULL;
}

/* Passes the lists of the clause with its marks that the plain one has as lists, too. */
static void pass_lists(AdrefWalk *walk, const AdrefNode *clause, const AdrefNode *block)
{
  AdrefWalk own = adref_walk(block);
  while (adref_walk_next(&own)) {
    if (!own.entering || !is_counted(own.node))
      continue;
    AdrefWalk before = *walk;
    const AdrefNode *known = next_series(walk, clause);
    if (known && known->type != ADREF_LIST)
      *walk = before;
  }
}

/* The last paragraph of a series that both clauses have as paragraphs. */
static AdrefNode *last_paragraph(AdrefNode *block, guint count, const AdrefNode *known)
{
  for (guint i = MIN(count, count_items(known)); i > 1; i--)
    block = block->next;
  return block;
}

/* A paragraph becomes an item, which keeps its label where the list has labels. */
static void add_item(AdrefNode *list, AdrefNode *paragraph)
{
  AdrefItemLabel label = label_of(paragraph);
  AdrefNode *text = paragraph->first, *item = adref_node_new(ADREF_ITEM);
  if (list->as.list.labelled)
    adref_node_take_text(item, g_strndup(text->text, label.length), label.length);
  const char *words = text->text + label.length;
  char *rest = g_strdup(words + strspn(words, " "));
  adref_node_take_text(text, rest, strlen(rest));
  adref_node_unlink(paragraph);
  adref_node_append(item, paragraph);
  adref_node_append(list, item);
}

static gboolean is_bullets(const AdrefNode *node)
{
  return node && node->type == ADREF_LIST && !node->as.list.ordered && !node->as.list.labelled;
}

/* The list stands in the last item of the bullets before it, which go on behind it. */
static void nest(AdrefNode *list)
{
  AdrefNode *bullets = list->prev, *behind = list->next;
  adref_node_unlink(list);
  adref_node_append(bullets->last, list);
  while (is_bullets(behind) && behind->first) {
    AdrefNode *item = behind->first;
    adref_node_unlink(item);
    adref_node_append(bullets, item);
  }
  if (is_bullets(behind))
    adref_node_free(behind);
}

/* Makes a list of the paragraphs from `first`. */
static AdrefNode *make_list(AdrefNode *first, guint count, const AdrefNode *known)
{
  AdrefNode *list = adref_node_new(ADREF_LIST), *next = first;
  list->as.list = known->as.list;
  adref_node_insert_before(first, list);
  for (guint i = 0; i < count; i++) {
    AdrefNode *paragraph = next;
    next = paragraph->next;
    add_item(list, paragraph);
  }
  if (is_bullets(list->prev) && list->prev->last && known->parent->type == ADREF_ITEM)
    nest(list);
  return list;
}

void adref_plain_lists_restore(AdrefNode *plain, const AdrefNode *marked)
{
  AdrefWalk walk = adref_walk(marked);
  for (AdrefNode *block = plain->first; block; block = block->next) {
    guint count = count_items(block);
    const AdrefNode *known = count > 0 ? next_series(&walk, marked) : NULL;
    if (count == 0)
      pass_lists(&walk, marked, block);
    else if (!known)
      return;
    else if (known->type != ADREF_LIST)
      block = last_paragraph(block, count, known);
    else
      block = make_list(block, count, known);
    while (block->parent != plain)
      block = block->parent;
  }
}
