#include "view/change_run.h"

#include <string.h>

#include "clause/change.h"
static gboolean is_leaf_block(const AdrefNode *node)
{
  return node->type == ADREF_PARAGRAPH || node->type == ADREF_HEADING;
}

static gboolean is_inline(const AdrefNode *node)
{
  return !adref_node_is_block(node);
}

/* A block without blocks or inlines below it. */
static gboolean is_bare_block(const AdrefNode *node)
{
  return node->type == ADREF_CODE_BLOCK || node->type == ADREF_RULE || node->type == ADREF_HTML ||
         node->type == ADREF_COMMENT || node->type == ADREF_NOTE;
}

const AdrefNode *adref_stretch_was(const AdrefNode *node)
{
  const AdrefNode *child = node->first;
  if (node->mark != ADREF_WRAPPED || !child || child->next || child->mark != ADREF_UNWRAPPED)
    return NULL;
  gboolean same = child->type == node->type || (is_leaf_block(child) && is_leaf_block(node));
  return same ? child : NULL;
}

gboolean adref_stretch_is_what_was(const AdrefNode *node)
{
  return node->parent && adref_stretch_was(node->parent) == node;
}

gboolean adref_stretch_in_old(const AdrefNode *node)
{
  if (node->mark == ADREF_WRAPPED)
    return adref_stretch_was(node) != NULL;
  return node->mark != ADREF_INSERTED;
}

gboolean adref_stretch_in_new(const AdrefNode *node)
{
  return node->mark != ADREF_DELETED && node->mark != ADREF_UNWRAPPED;
}

static void update(AdrefStretch *marks)
{
  marks->is_busy =
      marks->open != ADREF_KEPT || marks->skipped != NULL || marks->went || marks->came;
}

static void begin(AdrefStretch *marks, AdrefMark mark, const AdrefNode *owner)
{
  const AdrefDriver *driver = marks->driver;
  marks->open = mark;
  marks->owner = owner;
  update(marks);
  if (driver->table->begin)
    driver->table->begin(driver->out, mark);
}

static void end(AdrefStretch *marks)
{
  const AdrefDriver *driver = marks->driver;
  if (marks->open == ADREF_KEPT)
    return;
  if (driver->table->end)
    driver->table->end(driver->out, marks->open);
  marks->open = ADREF_KEPT;
  marks->owner = NULL;
  update(marks);
}

static void clear_waiting(AdrefStretch *marks)
{
  if (marks->went)
    g_string_free(g_steal_pointer(&marks->went), TRUE);
  if (marks->came)
    g_string_free(g_steal_pointer(&marks->came), TRUE);
  update(marks);
}

void adref_stretch_clear(AdrefStretch *marks)
{
  end(marks);
  clear_waiting(marks);
}

/* The stretch a node stands in by its own mark. */
static AdrefMark stretch_of(const AdrefNode *node)
{
  if (node->mark != ADREF_DELETED && node->mark != ADREF_INSERTED)
    return ADREF_KEPT;
  return is_inline(node) || is_bare_block(node) ? node->mark : ADREF_KEPT;
}

static gboolean is_of_side(const AdrefNode *node, AdrefSide side)
{
  if (side == ADREF_SIDE_OLD)
    return node->mark != ADREF_INSERTED;
  return side == ADREF_SIDE_BOTH || node->mark != ADREF_DELETED;
}

gboolean adref_stretch_enter(AdrefStretch *marks, const AdrefNode *node)
{
  if (!is_of_side(node, marks->driver->how->side)) {
    marks->skipped = node;
    update(marks);
    return FALSE;
  }
  if (marks->open != ADREF_KEPT && node->parent != marks->owner)
    return TRUE;
  AdrefMark mark = stretch_of(node);
  if (mark == marks->open)
    return TRUE;
  end(marks);
  if (mark != ADREF_KEPT)
    begin(marks, mark, node->parent);
  return TRUE;
}

gboolean adref_stretch_leave(AdrefStretch *marks, const AdrefNode *node)
{
  if (marks->skipped == node) {
    marks->skipped = NULL;
    update(marks);
    return FALSE;
  }
  if (marks->open != ADREF_KEPT && marks->owner == node)
    end(marks);
  return TRUE;
}

gboolean adref_stretch_is_clear(const AdrefStretch *marks, const AdrefNode *node)
{
  switch (marks->driver->how->side) {
  case ADREF_SIDE_BOTH: return adref_stretch_is_what_was(node);
  case ADREF_SIDE_OLD:
    return node->mark == ADREF_WRAPPED && (is_inline(node) || adref_stretch_was(node));
  case ADREF_SIDE_NEW:
    return node->mark == ADREF_UNWRAPPED && (is_inline(node) || adref_stretch_is_what_was(node));
  }
  return FALSE;
}

gboolean adref_stretch_begin_sign(AdrefStretch *marks, AdrefMark mark)
{
  if (mark == ADREF_KEPT || marks->open == mark)
    return FALSE;
  end(marks);
  begin(marks, mark, NULL);
  return TRUE;
}

void adref_stretch_end_sign(AdrefStretch *marks)
{
  end(marks);
}

gboolean adref_stretch_shows(const AdrefStretch *marks, AdrefMark mark)
{
  AdrefSide side = marks->driver->how->side;
  return !(mark == ADREF_DELETED && side == ADREF_SIDE_NEW) &&
         !(mark == ADREF_INSERTED && side == ADREF_SIDE_OLD);
}

static void put_sign(AdrefStretch *marks, AdrefMark mark, const char *text)
{
  const AdrefDriver *driver = marks->driver;
  if (!text || !*text || !adref_stretch_shows(marks, mark) || !driver->table->sign)
    return;
  gboolean is_sign = adref_stretch_begin_sign(marks, mark);
  driver->table->sign(driver->out, text);
  if (is_sign)
    adref_stretch_end_sign(marks);
}

static char *describe_list(const AdrefNode *list)
{
  const char *spacing = list->as.list.tight ? "" : ", spaced";
  if (list->as.list.ordered)
    return g_strdup_printf("(list from %u%s) ", list->as.list.start, spacing);
  return g_strdup_printf("(list%s) ", spacing);
}

/* Ids are for negotiators. */
static char *describe_link(const AdrefStretch *marks, const AdrefNode *link)
{
  const char *url = link->as.link.url, *title = link->as.link.title;
  gboolean is_secret = url[0] == '#' && marks->driver->how->view != ADREF_VIEW_NEGOTIATING;
  if (title && title[0])
    return g_strdup_printf(" (%s \"%s\")", is_secret ? "#" : url, title);
  return g_strdup_printf(" (%s)", is_secret ? "#" : url);
}

/* What is said about a node that went or came, or whose attributes changed. NULL: what the output
 * draws for it anyway says it. */
static char *describe(const AdrefStretch *marks, const AdrefNode *node, gboolean has_changed)
{
  switch (node->type) {
  case ADREF_HEADING:
    return has_changed ? g_strdup_printf("(heading %u) ", node->as.level) : g_strdup("\302\266 ");
  case ADREF_PARAGRAPH: return g_strdup(has_changed ? "(paragraph) " : "\302\266 ");
  case ADREF_ITEM: return g_strdup("\302\266 ");
  case ADREF_LIST: return describe_list(node);
  case ADREF_QUOTE: return g_strdup("(quote) ");
  case ADREF_EMPH: return g_strdup("*");
  case ADREF_STRONG: return g_strdup("**");
  case ADREF_LINK:
  case ADREF_IMAGE: return describe_link(marks, node);
  case ADREF_BRACKET:
    return has_changed ? g_strdup(node->as.placeholder ? "(placeholder) " : "(text) ") : NULL;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_CODE_BLOCK:
  case ADREF_RULE:
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_NOTE:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_ROW_BREAK:
  case ADREF_CODE:
  case ADREF_FOOTNOTE:
  case ADREF_ALTERNATIVE:
  case ADREF_EDGE:
  case ADREF_AD_REF: return NULL;
  }
  return NULL;
}

/* What went and what came with a node. */
static void describe_both(const AdrefStretch *marks, const AdrefNode *node, char **went,
                          char **came)
{
  const AdrefNode *was = adref_stretch_was(node);
  *went = *came = NULL;
  if (adref_mark_is_renumbering(node))
    return;
  if (was) {
    *went = describe(marks, was, TRUE);
    *came = describe(marks, node, TRUE);
  } else if (node->mark == ADREF_UNWRAPPED) {
    *went = describe(marks, node, adref_stretch_is_what_was(node));
  } else if (node->mark == ADREF_WRAPPED) {
    *came = describe(marks, node, FALSE);
  }
}

static void add_waiting(GString **waiting, const char *text)
{
  if (!text)
    return;
  if (!*waiting)
    *waiting = g_string_new(NULL);
  g_string_append(*waiting, text);
}

static void put_waiting(AdrefStretch *marks)
{
  if (marks->went)
    put_sign(marks, ADREF_DELETED, marks->went->str);
  if (marks->came)
    put_sign(marks, ADREF_INSERTED, marks->came->str);
  clear_waiting(marks);
}

static gboolean is_signed_at_end(const AdrefNode *node)
{
  return node->type == ADREF_LINK || node->type == ADREF_IMAGE;
}

static gboolean is_signed_at_both_ends(const AdrefNode *node)
{
  return node->type == ADREF_EMPH || node->type == ADREF_STRONG;
}

void adref_stretch_entered(AdrefStretch *marks, const AdrefNode *node)
{
  g_autofree char *went = NULL, *came = NULL;
  if (!is_signed_at_end(node))
    describe_both(marks, node, &went, &came);
  if (!is_inline(node)) {
    add_waiting(&marks->went, went);
    add_waiting(&marks->came, came);
    update(marks);
    if (is_leaf_block(node))
      put_waiting(marks);
    return;
  }
  put_sign(marks, ADREF_DELETED, went);
  put_sign(marks, ADREF_INSERTED, came);
}

void adref_stretch_leaving(AdrefStretch *marks, const AdrefNode *node)
{
  g_autofree char *went = NULL, *came = NULL;
  if (is_signed_at_end(node) || is_signed_at_both_ends(node))
    describe_both(marks, node, &went, &came);
  put_sign(marks, ADREF_DELETED, went);
  put_sign(marks, ADREF_INSERTED, came);
}
