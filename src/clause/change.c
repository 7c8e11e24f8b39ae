#include "clause/change.h"

#include <string.h>

enum {
  MAX_LEVEL = 100 /* lists around an item that are counted */
};

static const char *const change_words[] = {
    [ADREF_CHANGE_NONE] = "none",           [ADREF_CHANGE_ADDED] = "added",
    [ADREF_CHANGE_DELETED] = "deleted",     [ADREF_CHANGE_MODIFIED] = "modified",
    [ADREF_CHANGE_EDITORIAL] = "editorial", [ADREF_CHANGE_MOVED] = "moved",
    [ADREF_CHANGE_MOVED_FROM] = "left",     [ADREF_CHANGE_SPLIT] = "split",
    [ADREF_CHANGE_JOINED] = "joined",
};

static const char *const class_words[] = {
    [ADREF_CHANGE_CLASS_HIDDEN] = "hidden",
    [ADREF_CHANGE_CLASS_AGREED] = "agreed",
    [ADREF_CHANGE_CLASS_STRENGTH] = "strength",
    [ADREF_CHANGE_CLASS_NEGATION] = "negation",
    [ADREF_CHANGE_CLASS_QUALIFIER] = "qualifier",
    [ADREF_CHANGE_CLASS_NUMBER] = "number",
    [ADREF_CHANGE_CLASS_DATE] = "date",
    [ADREF_CHANGE_CLASS_NAME] = "name",
    [ADREF_CHANGE_CLASS_CONJUNCTION] = "conjunction",
    [ADREF_CHANGE_CLASS_BRACKET] = "bracket",
    [ADREF_CHANGE_CLASS_REFERENCE] = "reference",
    [ADREF_CHANGE_CLASS_SUBSTANCE] = "substance",
    [ADREF_CHANGE_CLASS_LINK] = "link",
    [ADREF_CHANGE_CLASS_MOVED] = "moved",
    [ADREF_CHANGE_CLASS_EDITORIAL] = "editorial",
};

AdrefChange *adref_change_new(AdrefChangeType type)
{
  AdrefChange *change = g_new0(AdrefChange, 1);
  change->type = type;
  return change;
}

void adref_change_free(AdrefChange *change)
{
  if (!change)
    return;
  if (change->other)
    change->other->as.clause->change->other = NULL;
  g_free(change->number);
  g_free(change->id);
  adref_node_free(change->marker);
  g_clear_pointer(&change->findings, g_ptr_array_unref);
  g_free(change);
}

void adref_finding_free(AdrefFinding *finding)
{
  if (!finding)
    return;
  g_free(finding->old);
  g_free(finding->new);
  g_free(finding);
}

const char *adref_change_word(AdrefChangeType type)
{
  return change_words[type];
}

const char *adref_change_class_word(AdrefChangeClass class)
{
  return class_words[class];
}

const char *adref_shift_word(AdrefShift shift)
{
  switch (shift) {
  case ADREF_SHIFT_WEAKER: return "weakened";
  case ADREF_SHIFT_STRONGER: return "strengthened";
  case ADREF_SHIFT_OPENED: return "opened";
  case ADREF_SHIFT_RESOLVED: return "resolved";
  case ADREF_SHIFT_ALTERNATIVE_ADDED: return "alternative added";
  case ADREF_SHIFT_ALTERNATIVE_DROPPED: return "alternative dropped";
  case ADREF_SHIFT_POSITION_ADDED: return "position added";
  case ADREF_SHIFT_POSITION_DROPPED: return "position dropped";
  case ADREF_SHIFT_POSITION_CHANGED: return "position changed";
  case ADREF_SHIFT_POSITION_MOVED: return "position moved";
  case ADREF_SHIFT_ALTERNATIVE_SPLIT: return "alternative split";
  case ADREF_SHIFT_ALTERNATIVES_JOINED: return "alternatives joined";
  case ADREF_SHIFT_ALTERNATIVES_REORDERED: return "alternatives reordered";
  case ADREF_SHIFT_SPLIT: return "split";
  case ADREF_SHIFT_JOINED: return "joined";
  case ADREF_SHIFT_EXTENT_CHANGED: return "extent changed";
  case ADREF_SHIFT_NESTED: return "nested";
  case ADREF_SHIFT_UNNESTED: return "no longer nested";
  case ADREF_SHIFT_NONE: break;
  }
  return NULL;
}

guint adref_change_count_items(const AdrefNode *list, AdrefChangeMark other)
{
  guint count = 0;
  for (const AdrefNode *item = list->first; item; item = item->next)
    count += item->mark != other ? 1 : 0;
  return count;
}

gboolean adref_change_in_old(const AdrefNode *node)
{
  return node->mark != ADREF_INSERTED && node->mark != ADREF_WRAPPED;
}

gboolean adref_change_in_new(const AdrefNode *node)
{
  return node->mark != ADREF_DELETED && node->mark != ADREF_UNWRAPPED;
}

const AdrefNode *adref_change_old_node(const AdrefNode *node)
{
  const AdrefNode *child = node->mark == ADREF_WRAPPED ? node->first : NULL;
  return child && child->mark == ADREF_UNWRAPPED && child->type == node->type && !child->next
             ? child
             : NULL;
}

const AdrefNode *adref_change_outer_node(const AdrefNode *node)
{
  const AdrefNode *outer = node ? node->parent : NULL;
  return outer && adref_change_old_node(outer) == node ? outer : node;
}

gboolean adref_change_is_renumbering(const AdrefNode *node)
{
  if (node->type != ADREF_LIST && node->type != ADREF_ITEM && node->type != ADREF_FOOTNOTE)
    return FALSE;
  const AdrefNode *now = node->mark == ADREF_UNWRAPPED ? node->parent : node;
  const AdrefNode *was = now ? adref_change_old_node(now) : NULL;
  if (!was || (was != node && now != node))
    return FALSE;
  return node->type != ADREF_LIST || (was->as.list.ordered == now->as.list.ordered &&
                                      was->as.list.parenthesis == now->as.list.parenthesis &&
                                      was->as.list.labelled == now->as.list.labelled &&
                                      (was->as.list.tight == now->as.list.tight ||
                                       adref_change_count_items(was, ADREF_INSERTED) < 2 ||
                                       adref_change_count_items(was, ADREF_DELETED) < 2));
}

void adref_change_set_move(AdrefNode *from, AdrefNode *const *to, guint count, gboolean far)
{
  AdrefBlockMove *move = g_new(AdrefBlockMove, 1);
  *move = (AdrefBlockMove){from, g_ptr_array_sized_new(count), far};
  from->as.block.move = move;
  for (guint i = 0; i < count; i++) {
    to[i]->as.block.move = move;
    g_ptr_array_add(move->to, to[i]);
  }
}

void adref_change_clear_move(AdrefNode *from)
{
  gboolean can_move = from->type <= ADREF_TABLE_CELL || from->type == ADREF_PASSAGE;
  AdrefBlockMove *move = can_move ? from->as.block.move : NULL;
  if (!move)
    return;
  g_ptr_array_unref(move->to);
  g_free(move);
  from->as.block.move = NULL;
}

/* The block that says what a paragraph is: the item or the quotation that it is in. */
static const AdrefNode *kind_node(const AdrefNode *block)
{
  const AdrefNode *outer = block->parent;
  gboolean inner = block->type == ADREF_PARAGRAPH && outer &&
                   (outer->type == ADREF_ITEM || outer->type == ADREF_QUOTE ||
                    outer->type == ADREF_FOOTNOTE_TEXT);
  return inner ? outer : block;
}

static const char *kind_word(AdrefNodeType type)
{
  switch (type) {
  case ADREF_HEADING: return "a heading";
  case ADREF_LIST: return "a list";
  case ADREF_ITEM: return "a list item";
  case ADREF_QUOTE: return "a quotation";
  case ADREF_FOOTNOTE_TEXT: return "a footnote";
  case ADREF_CODE_BLOCK: return "a block of code";
  case ADREF_TABLE: return "a table";
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL: return "a table row";
  default: return "a paragraph";
  }
}

static guint list_level(const AdrefNode *block)
{
  guint level = 0;
  for (; block && level < MAX_LEVEL; block = block->parent)
    level += block->type == ADREF_ITEM ? 1 : 0;
  return level;
}

static gboolean is_of_kind(const AdrefNode *block, const char *word)
{
  return strcmp(kind_word(kind_node(block)->type), word) == 0;
}

/* Of the blocks that one block became, the first that is of another kind says so. */
static gboolean says_kind(const AdrefBlockMove *move, const AdrefNode *block)
{
  const char *was = kind_word(kind_node(move->from)->type);
  guint i = 0;
  while (i + 1 < move->to->len && move->to->pdata[i] != block &&
         is_of_kind(move->to->pdata[i], was))
    i++;
  return move->to->pdata[i] == block;
}

char *adref_change_former_kind(const AdrefNode *block)
{
  const AdrefBlockMove *move = adref_change_move_of(block);
  if (!move || block->type == ADREF_PASSAGE || move->from == block || move->to->len == 0 ||
      !says_kind(move, block) || (move->from->type == ADREF_TABLE_CELL && move->from->prev))
    return NULL;
  const AdrefNode *was = kind_node(move->from), *is = kind_node(block);
  if (strcmp(kind_word(was->type), kind_word(is->type)) != 0)
    return g_strconcat("was ", kind_word(was->type), NULL);
  guint before = list_level(was), now = list_level(is);
  return before != now && before > 0 ? g_strdup_printf("was at level %u", before) : NULL;
}
