#include "clause/change.h"

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
  if (node->type != ADREF_LIST && node->type != ADREF_ITEM)
    return FALSE;
  const AdrefNode *now = node->mark == ADREF_UNWRAPPED ? node->parent : node;
  const AdrefNode *was = now ? adref_change_old_node(now) : NULL;
  if (!was || (was != node && now != node))
    return FALSE;
  return node->type == ADREF_ITEM || (was->as.list.ordered == now->as.list.ordered &&
                                      (was->as.list.tight == now->as.list.tight ||
                                       adref_change_count_items(was, ADREF_INSERTED) < 2 ||
                                       adref_change_count_items(was, ADREF_DELETED) < 2));
}
