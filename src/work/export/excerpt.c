#include "work/export/excerpt.h"

#include "base/error.h"
#include "clause/labels/numbering.h"
#include "clause/link_target.h"
#include "view/footnote.h"
#include "work/clause_list.h"
#include "work/select_clause.h"

typedef struct {
  AdrefNode *document;
  GHashTable *whole;   /* nodes that stay with all nodes below them */
  GHashTable *holders; /* nodes of which some child stays */
  GHashTable *texts;   /* label -> FOOTNOTE_TEXT */
  GPtrArray *called;   /* FOOTNOTE_TEXTs that are called in what stays, */
  GHashTable *stays;   /* and the set of them */
} Excerpt;

static void excerpt_init(Excerpt *self, AdrefNode *document)
{
  self->document = document;
  self->whole = g_hash_table_new(g_direct_hash, g_direct_equal);
  self->holders = g_hash_table_new(g_direct_hash, g_direct_equal);
  self->texts = g_hash_table_new(g_str_hash, g_str_equal);
  self->called = g_ptr_array_new();
  self->stays = g_hash_table_new(g_direct_hash, g_direct_equal);
}

static void excerpt_clear(Excerpt *self)
{
  g_hash_table_unref(self->whole);
  g_hash_table_unref(self->holders);
  g_hash_table_unref(self->texts);
  g_ptr_array_unref(self->called);
  g_hash_table_unref(self->stays);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Excerpt, excerpt_clear)

static gboolean is_whole(const Excerpt *self, const AdrefNode *node)
{
  return g_hash_table_contains(self->whole, node);
}

static gboolean is_holder(const Excerpt *self, const AdrefNode *node)
{
  return g_hash_table_contains(self->holders, node);
}

static void keep(Excerpt *self, AdrefNode *part)
{
  g_hash_table_add(self->whole, part);
  for (AdrefNode *node = part->parent; node && node != self->document; node = node->parent)
    g_hash_table_add(self->holders, node);
}

/* --- headings --- */

/* The heading of a clause: a heading outside of marked clauses, or the one that an annex begins
 * with. */
static AdrefNode *heading_of(const AdrefNode *clause)
{
  AdrefNode *first = clause->first;
  AdrefClauseKind kind = clause->as.clause->kind;
  return first && first->type == ADREF_HEADING && (kind == ADREF_TITLE || kind == ADREF_ANNEX)
             ? first
             : NULL;
}

/* Keeps the headings above each clause of which something stays: one of each level, the nearest. */
static void keep_headings(Excerpt *self)
{
  AdrefNode *open[7] = {NULL};
  for (AdrefNode *clause = self->document->first; clause; clause = clause->next) {
    AdrefNode *heading = heading_of(clause);
    gboolean is_annex = clause->as.clause->kind == ADREF_ANNEX;
    for (guint level = heading ? heading->as.level : 2; level <= 6 && (heading || is_annex);
         level++)
      open[level] = NULL;
    if (is_whole(self, clause) || is_holder(self, clause))
      for (guint level = 1; level <= 6; level++)
        if (open[level])
          keep(self, open[level]);
    if (heading)
      open[heading->as.level] = heading;
  }
}

/* --- footnotes --- */

/* The label of a FOOTNOTE_TEXT, or NULL. */
static const char *label_of(const AdrefNode *text)
{
  const AdrefNode *mark = text->first ? text->first->first : NULL;
  return text->type == ADREF_FOOTNOTE_TEXT && mark && mark->type == ADREF_FOOTNOTE ? mark->text
                                                                                   : NULL;
}

/* Gives each mark its number in the whole text, and lists the texts. */
static void number_footnotes(Excerpt *self)
{
  g_autoptr(AdrefFootnotes) footnotes = adref_footnotes_new(self->document);
  AdrefWalk walk = adref_walk(self->document);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    const char *label = walk.entering ? label_of(node) : NULL;
    if (label && !g_hash_table_contains(self->texts, label))
      g_hash_table_insert(self->texts, (gpointer)(guintptr)label, node);
    if (walk.entering && node->type == ADREF_FOOTNOTE)
      node->as.footnote = adref_footnotes_number(footnotes, node);
  }
}

static void call_texts(Excerpt *self, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node != root && walk.node->type == ADREF_FOOTNOTE_TEXT)
      adref_walk_skip(&walk);
    if (!walk.entering || walk.node->type != ADREF_FOOTNOTE)
      continue;
    AdrefNode *text = g_hash_table_lookup(self->texts, walk.node->text);
    if (text && g_hash_table_add(self->stays, text))
      g_ptr_array_add(self->called, text);
  }
}

/* Keeps the texts of the footnotes that are called in what stays, in their order, and then those
 * that are called in such a text. */
static void keep_footnotes(Excerpt *self)
{
  AdrefWalk walk = adref_walk(self->document);
  while (adref_walk_next(&walk))
    if (walk.entering && is_whole(self, walk.node)) {
      call_texts(self, walk.node);
      adref_walk_skip(&walk);
    }
  for (guint i = 0; i < self->called->len; i++) {
    g_hash_table_add(self->whole, self->called->pdata[i]);
    call_texts(self, self->called->pdata[i]);
  }
}

/* Texts of footnotes whose clause goes stand at the end. */
static void move_footnotes(const Excerpt *self)
{
  AdrefNode *end = adref_node_new_clause(ADREF_PLAIN, NULL);
  for (guint i = 0; i < self->called->len; i++) {
    AdrefNode *text = self->called->pdata[i], *clause = text->parent;
    while (clause->type != ADREF_CLAUSE)
      clause = clause->parent;
    if (is_whole(self, clause))
      continue;
    adref_node_unlink(text);
    adref_node_append(end, text);
  }
  adref_node_append(self->document, end);
  g_hash_table_add(self->whole, end);
}

/* --- */

/* Whether a node stays though nothing names it: the words that introduce a list of which some items
 * stay. */
static gboolean introduces(const Excerpt *self, const AdrefNode *node)
{
  const AdrefNode *list = node->next;
  return node->type == ADREF_PARAGRAPH && list && list->type == ADREF_LIST && is_holder(self, list);
}

/* The text of a footnote that only what goes calls. */
static gboolean is_called_elsewhere(const Excerpt *self, const AdrefNode *node)
{
  return label_of(node) && node->first->first->as.footnote > 0 &&
         !g_hash_table_contains(self->stays, node);
}

static gboolean goes(const Excerpt *self, const AdrefNode *node)
{
  if (is_called_elsewhere(self, node) || (node->type == ADREF_CLAUSE && !node->first))
    return TRUE;
  return !is_whole(self, node) && !is_holder(self, node) && !introduces(self, node);
}

static void remove_others(const Excerpt *self)
{
  guint inside = 0; /* the number of open nodes that stay whole */
  AdrefWalk walk = adref_walk(self->document);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    guint whole = is_whole(self, node) ? 1 : 0;
    if (walk.entering && inside + whole == 0 && !is_holder(self, node) && node != self->document)
      adref_walk_skip(&walk);
    if (walk.entering) {
      inside += whole;
      continue;
    }
    inside -= whole;
    if (node != self->document &&
        (inside == 0 ? goes(self, node) : is_called_elsewhere(self, node)))
      adref_node_free(node);
  }
}

/* Links whose target went become words. */
static void unwrap_links(AdrefNode *document)
{
  g_autoptr(AdrefLinkTargets) targets = adref_link_targets_new(document);
  AdrefWalk walk = adref_walk(document);
  g_autoptr(GPtrArray) links = g_ptr_array_new();
  while (adref_walk_next(&walk))
    if (walk.entering && adref_node_is_cross_reference(walk.node) &&
        !adref_link_targets_find(targets, walk.node->as.link.url + 1))
      g_ptr_array_add(links, walk.node);
  for (guint i = 0; i < links->len; i++)
    adref_node_unwrap(links->pdata[i]);
}

static void keep_numbers_of_items(const Excerpt *self)
{
  GHashTableIter iter;
  gpointer node;
  g_hash_table_iter_init(&iter, self->whole);
  while (g_hash_table_iter_next(&iter, &node, NULL))
    adref_select_keep_number(node);
  g_hash_table_iter_init(&iter, self->holders);
  while (g_hash_table_iter_next(&iter, &node, NULL))
    adref_select_keep_number(node);
}

/* Keeps a part, or the section of a heading. */
static void keep_named(Excerpt *self, const AdrefAddress *address)
{
  AdrefNode *end = adref_address_section_end(address->clause);
  gboolean whole = address->part == address->clause || address->part == heading_of(address->clause);
  keep(self, whole ? address->clause : address->part);
  for (AdrefNode *clause = address->clause->next; whole && clause && clause != end;
       clause = clause->next)
    keep(self, clause);
}

static gboolean keep_list(Excerpt *self, const AdrefText *text, const char *list, GError **error)
{
  char *words = (char *)(guintptr)list;
  g_autoptr(GPtrArray) items = adref_clause_list_read(self->document, &words, 1, error);
  for (guint i = 0; items && i < items->len; i++) {
    const AdrefClauseListItem *item = items->pdata[i];
    AdrefAddress address;
    if (item->part)
      keep(self, item->part);
    else if (adref_select_part(text, item->name, &address, error))
      keep_named(self, &address);
    else
      return FALSE;
  }
  if (items && items->len == 0)
    adref_error(error, ADREF_ERROR_USAGE, "--clauses names no clause; it is written as 3-9,12");
  return items && items->len > 0;
}

gboolean adref_excerpt_make(const AdrefText *text, const char *list, gboolean keeps_links,
                            GError **error)
{
  g_auto(Excerpt) excerpt;
  excerpt_init(&excerpt, text->document);
  if (!keep_list(&excerpt, text, list, error))
    return FALSE;
  number_footnotes(&excerpt);
  keep_headings(&excerpt);
  keep_footnotes(&excerpt);
  move_footnotes(&excerpt);
  keep_numbers_of_items(&excerpt);
  adref_numbering_keep_depths(excerpt.document);
  remove_others(&excerpt);
  if (!keeps_links)
    unwrap_links(excerpt.document);
  return TRUE;
}
