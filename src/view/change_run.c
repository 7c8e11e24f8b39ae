#include "view/change_run.h"

#include <string.h>

#include "clause/change.h"
#include "clause/inline_format.h"

/* A block that begins where none began: the sign of a paragraph. */
#define BEGINNING "\302\266 "

enum {
  MAX_INNER = 3 /* empty blocks in one that moved: row, cell; item, paragraph */
};

static gboolean is_inline(const AdrefNode *node)
{
  return !adref_node_is_block(node);
}

/* A block that has neither blocks nor inlines as children. */
static gboolean is_bare_block(const AdrefNode *node)
{
  return (node->type == ADREF_CODE_BLOCK && node->text) || node->type == ADREF_RULE ||
         node->type == ADREF_HTML || node->type == ADREF_COMMENT || node->type == ADREF_NOTE;
}

const AdrefNode *adref_change_run_old_node(const AdrefNode *node)
{
  const AdrefNode *child = node->first;
  if (node->mark != ADREF_WRAPPED || !child || child->next || child->mark != ADREF_UNWRAPPED)
    return NULL;
  gboolean same = child->type == node->type ||
                  (adref_node_holds_inlines(child) && adref_node_holds_inlines(node));
  return same ? child : NULL;
}

gboolean adref_change_run_is_old_node(const AdrefNode *node)
{
  return node->parent && adref_change_run_old_node(node->parent) == node;
}

gboolean adref_change_run_in_old(const AdrefNode *node)
{
  if (node->mark == ADREF_WRAPPED)
    return adref_change_run_old_node(node) != NULL;
  return node->mark != ADREF_INSERTED;
}

static void update(AdrefChangeRunState *run)
{
  run->is_active = run->open != ADREF_KEPT || run->skipped != NULL || run->moved || run->deleted ||
                   run->inserted;
}

static void begin(AdrefChangeRunState *run, AdrefChangeMark mark, const AdrefNode *owner)
{
  const AdrefRenderer *renderer = run->renderer;
  run->open = mark;
  run->owner = owner;
  update(run);
  if (renderer->table->begin)
    renderer->table->begin(renderer->out, mark);
}

static void end(AdrefChangeRunState *run)
{
  const AdrefRenderer *renderer = run->renderer;
  if (run->open == ADREF_KEPT)
    return;
  if (renderer->table->end)
    renderer->table->end(renderer->out, run->open);
  run->open = ADREF_KEPT;
  run->owner = NULL;
  update(run);
}

static void clear_waiting(AdrefChangeRunState *run)
{
  if (run->moved)
    g_string_free(g_steal_pointer(&run->moved), TRUE);
  if (run->deleted)
    g_string_free(g_steal_pointer(&run->deleted), TRUE);
  if (run->inserted)
    g_string_free(g_steal_pointer(&run->inserted), TRUE);
  update(run);
}

void adref_change_run_clear(AdrefChangeRunState *run)
{
  end(run);
  clear_waiting(run);
}

/* The change run of a node by its own mark. */
static AdrefChangeMark mark_of(const AdrefNode *node)
{
  if (node->mark != ADREF_DELETED && node->mark != ADREF_INSERTED)
    return ADREF_KEPT;
  return is_inline(node) || is_bare_block(node) ? node->mark : ADREF_KEPT;
}

static gboolean is_of_side(const AdrefNode *node, AdrefViewSide side)
{
  const AdrefBlockMove *move = adref_change_move_of(node);
  if (move && move->from == node && !move->far)
    return FALSE;
  if (side == ADREF_VIEW_SIDE_OLD)
    return node->mark != ADREF_INSERTED;
  return side == ADREF_VIEW_SIDE_BOTH || node->mark != ADREF_DELETED;
}

gboolean adref_change_run_enter(AdrefChangeRunState *run, const AdrefNode *node)
{
  if (!is_of_side(node, run->renderer->options->side)) {
    run->skipped = node;
    update(run);
    return FALSE;
  }
  if (run->open != ADREF_KEPT && node->parent != run->owner)
    return TRUE;
  AdrefChangeMark mark = mark_of(node);
  if (mark == run->open)
    return TRUE;
  end(run);
  if (mark != ADREF_KEPT)
    begin(run, mark, node->parent);
  return TRUE;
}

gboolean adref_change_run_leave(AdrefChangeRunState *run, const AdrefNode *node)
{
  if (run->skipped == node) {
    run->skipped = NULL;
    update(run);
    return FALSE;
  }
  if (run->open != ADREF_KEPT && run->owner == node)
    end(run);
  return TRUE;
}

gboolean adref_change_run_is_not_drawn(const AdrefChangeRunState *run, const AdrefNode *node)
{
  switch (run->renderer->options->side) {
  case ADREF_VIEW_SIDE_BOTH: return adref_change_run_is_old_node(node);
  case ADREF_VIEW_SIDE_OLD:
    return node->mark == ADREF_WRAPPED && (is_inline(node) || adref_change_run_old_node(node));
  case ADREF_VIEW_SIDE_NEW:
    return node->mark == ADREF_UNWRAPPED && (is_inline(node) || adref_change_run_is_old_node(node));
  }
  return FALSE;
}

gboolean adref_change_run_begin_symbol(AdrefChangeRunState *run, AdrefChangeMark mark)
{
  if (mark == ADREF_KEPT || run->open == mark)
    return FALSE;
  end(run);
  begin(run, mark, NULL);
  return TRUE;
}

void adref_change_run_end_symbol(AdrefChangeRunState *run)
{
  end(run);
}

gboolean adref_change_run_shows(const AdrefChangeRunState *run, AdrefChangeMark mark)
{
  AdrefViewSide side = run->renderer->options->side;
  return !(mark == ADREF_DELETED && side == ADREF_VIEW_SIDE_NEW) &&
         !(mark == ADREF_INSERTED && side == ADREF_VIEW_SIDE_OLD);
}

static void put_symbol(AdrefChangeRunState *run, AdrefChangeMark mark, const char *text)
{
  const AdrefRenderer *renderer = run->renderer;
  if (!text || !*text || !adref_change_run_shows(run, mark) || !renderer->table->symbol)
    return;
  gboolean is_symbol = adref_change_run_begin_symbol(run, mark);
  renderer->table->symbol(renderer->out, text);
  if (is_symbol)
    adref_change_run_end_symbol(run);
}

static char *describe_list(const AdrefNode *list)
{
  const char *spacing = list->as.list.tight ? "" : ", spaced";
  if (list->as.list.ordered)
    return g_strdup_printf("(list from %u%s%s) ", list->as.list.start,
                           list->as.list.parenthesis ? ", with \")\"" : "", spacing);
  return g_strdup_printf("(list%s) ", spacing);
}

/* Ids are shown in the negotiating view only. */
static char *describe_link(const AdrefChangeRunState *run, const AdrefNode *link)
{
  const char *url = link->as.link.url, *title = link->as.link.title;
  gboolean is_secret = url[0] == '#' && run->renderer->options->view != ADREF_VIEW_NEGOTIATING;
  if (title && title[0])
    return g_strdup_printf(" (%s \"%s\")", is_secret ? "#" : url, title);
  return g_strdup_printf(" (%s)", is_secret ? "#" : url);
}

/* The words for a node that was wrapped or unwrapped, or whose attributes changed. NULL: what the
 * output draws for the node is enough. */
static char *describe(const AdrefChangeRunState *run, const AdrefNode *node, gboolean has_changed)
{
  switch (node->type) {
  case ADREF_HEADING:
    return has_changed ? g_strdup_printf("(heading %u) ", node->as.level) : g_strdup(BEGINNING);
  case ADREF_PARAGRAPH: return g_strdup(has_changed ? "(paragraph) " : BEGINNING);
  case ADREF_ITEM: return g_strdup(BEGINNING);
  case ADREF_LIST: return describe_list(node);
  case ADREF_QUOTE: return g_strdup("(quote) ");
  case ADREF_FOOTNOTE_TEXT: return g_strdup("(footnote) ");
  case ADREF_EMPH: return g_strdup("*");
  case ADREF_STRONG: return g_strdup("**");
  case ADREF_FORMAT: return g_strdup_printf("<%s>", adref_inline_format_tag(node->as.format));
  case ADREF_LINK:
  case ADREF_IMAGE: return describe_link(run, node);
  case ADREF_BRACKET:
    return has_changed ? g_strdup(node->as.placeholder ? "(placeholder) " : "(text) ") : NULL;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_CODE_BLOCK:
  case ADREF_RULE:
  case ADREF_TABLE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_NOTE:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_CODE:
  case ADREF_PASSAGE:
  case ADREF_FOOTNOTE:
  case ADREF_ALTERNATIVE:
  case ADREF_BRACKET_EDGE:
  case ADREF_AD_REF: return NULL;
  }
  return NULL;
}

/* Whether a block of the new text is only around one that moved, which says what it was. */
static gboolean is_around_moved(const AdrefNode *node)
{
  if (node->mark != ADREF_WRAPPED || adref_change_run_old_node(node))
    return FALSE;
  while (node && !adref_change_move_of(node) && adref_node_is_block(node))
    node = node->first;
  return node && adref_change_move_of(node);
}

/* Whether an empty block stands for words that are far away now. */
static gboolean is_left(const AdrefNode *node)
{
  gboolean has_words = adref_node_holds_inlines(node) || node->type == ADREF_PASSAGE;
  if (node->mark != ADREF_DELETED || node->first || !has_words)
    return FALSE;
  const AdrefNode *place = node;
  for (guint i = 0; i < MAX_INNER && place && !adref_change_move_of(place); i++)
    place = place->parent;
  const AdrefBlockMove *move = place ? adref_change_move_of(place) : NULL;
  return move && move->far && move->to->len > 0;
}

/* What was deleted and what was inserted with a node. */
static void describe_old_and_new(const AdrefChangeRunState *run, const AdrefNode *node,
                                 char **deleted, char **inserted)
{
  const AdrefNode *was = adref_change_run_old_node(node);
  *deleted = *inserted = NULL;
  if (is_left(node))
    *deleted = g_strdup("(moved from here)");
  if (adref_change_move_of(node) || is_around_moved(node))
    return;
  if (was && was->type == ADREF_ITEM && was->text)
    *deleted = g_strconcat(was->text, " ", NULL);
  if (adref_change_is_renumbering(node))
    return;
  if (was) {
    *deleted = describe(run, was, TRUE);
    *inserted = describe(run, node, TRUE);
  } else if (node->mark == ADREF_UNWRAPPED) {
    *deleted = describe(run, node, adref_change_run_is_old_node(node));
  } else if (node->mark == ADREF_WRAPPED) {
    *inserted = describe(run, node, FALSE);
  }
}

/* "(moved) " or "(was a list item) " before a block at its new place, or NULL. */
static char *describe_move(const AdrefNode *node)
{
  const AdrefBlockMove *move = adref_change_move_of(node);
  if (!move || move->from == node || move->to->len == 0)
    return NULL;
  g_autofree char *former = adref_change_former_kind(node);
  gboolean far = move->far && move->to->pdata[0] == node;
  if (!far && !former)
    return NULL;
  return g_strdup_printf("(%s%s%s) ", far ? "moved" : "", far && former ? ", " : "",
                         former ? former : "");
}

/* Blocks that begin together begin once: an item with its paragraph. */
static void add_waiting(GString **waiting, const char *text)
{
  if (!text)
    return;
  if (!*waiting)
    *waiting = g_string_new(NULL);
  if (strcmp(text, BEGINNING) != 0 || !g_str_has_suffix((*waiting)->str, BEGINNING))
    g_string_append(*waiting, text);
}

static void put_waiting(AdrefChangeRunState *run)
{
  if (run->moved)
    put_symbol(run, ADREF_KEPT, run->moved->str);
  if (run->deleted)
    put_symbol(run, ADREF_DELETED, run->deleted->str);
  if (run->inserted)
    put_symbol(run, ADREF_INSERTED, run->inserted->str);
  clear_waiting(run);
}

static gboolean has_end_symbol(const AdrefNode *node)
{
  return node->type == ADREF_LINK || node->type == ADREF_IMAGE;
}

static gboolean has_both_symbols(const AdrefNode *node)
{
  return adref_node_is_formatting(node);
}

void adref_change_run_entered(AdrefChangeRunState *run, const AdrefNode *node)
{
  g_autofree char *deleted = NULL, *inserted = NULL;
  if (!has_end_symbol(node))
    describe_old_and_new(run, node, &deleted, &inserted);
  if (!is_inline(node)) {
    g_autofree char *move = describe_move(node);
    add_waiting(&run->moved, move);
    add_waiting(&run->deleted, deleted);
    add_waiting(&run->inserted, inserted);
    update(run);
    if (adref_node_holds_inlines(node))
      put_waiting(run);
    return;
  }
  g_autofree char *moved = node->type == ADREF_PASSAGE ? describe_move(node) : NULL;
  put_symbol(run, ADREF_KEPT, moved);
  put_symbol(run, ADREF_DELETED, deleted);
  put_symbol(run, ADREF_INSERTED, inserted);
}

void adref_change_run_leaving(AdrefChangeRunState *run, const AdrefNode *node)
{
  g_autofree char *deleted = NULL, *inserted = NULL;
  if (has_end_symbol(node) || has_both_symbols(node))
    describe_old_and_new(run, node, &deleted, &inserted);
  put_symbol(run, ADREF_DELETED, deleted);
  put_symbol(run, ADREF_INSERTED, inserted);
}
