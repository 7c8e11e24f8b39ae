#include "view/contents.h"

enum {
  MAX_LEVEL = 6
};

static const AdrefNode *title_heading(const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next)
    if (block->type == ADREF_HEADING)
      return block;
  return NULL;
}

static const AdrefNode *find_title(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefClauseKind kind = clause->as.clause->kind;
    const AdrefNode *heading = title_heading(clause);
    if (kind == ADREF_TITLE && heading)
      return heading->as.level == 1 ? clause : NULL;
    if (heading || (kind != ADREF_PLAIN && kind != ADREF_CHAPEAU && kind != ADREF_TITLE))
      return NULL;
  }
  return NULL;
}

static void add_anchor(AdrefContents *contents, GHashTable *used, const AdrefNode *clause, guint n,
                       gboolean ids)
{
  char *anchor = ids ? g_strdup(clause->as.clause->id) : NULL;
  if (!anchor || g_hash_table_contains(used, anchor)) {
    g_free(anchor);
    anchor = g_strdup_printf("c%u", n);
  }
  while (g_hash_table_contains(used, anchor)) {
    char *longer = g_strconcat(anchor, "_", NULL);
    g_free(anchor);
    anchor = longer;
  }
  g_hash_table_add(used, anchor);
  g_hash_table_insert(contents->anchors, (gpointer)(guintptr)clause, anchor);
}

static void add_anchors(AdrefContents *contents, const AdrefNode *document, gboolean ids)
{
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  guint n = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    add_anchor(contents, used, clause, ++n, ids);
}

/* The levels of a text may begin anywhere and have gaps: a heading is one level below the nearest
 * higher heading before it. */
static guint push_level(GArray *above, guint level)
{
  while (above->len > 0 && g_array_index(above, guint, above->len - 1) >= level)
    g_array_set_size(above, above->len - 1);
  g_array_append_val(above, level);
  return MIN(above->len + 1, MAX_LEVEL);
}

static void add_headings(AdrefContents *contents, const AdrefNode *clause, GArray *above)
{
  const AdrefNode *title = clause == contents->title ? title_heading(clause) : NULL;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      continue;
    if (walk.node->type == ADREF_HEADING) {
      guint level = walk.node == title ? 1 : push_level(above, walk.node->as.level);
      AdrefContentsEntry entry = {walk.node, clause, level};
      g_array_append_val(contents->entries, entry);
    }
    if (walk.node->type == ADREF_HEADING || walk.node->type == ADREF_PARAGRAPH)
      adref_walk_skip(&walk);
  }
}

AdrefContents *adref_contents_new(const AdrefNode *document, gboolean ids)
{
  AdrefContents *contents = g_new0(AdrefContents, 1);
  contents->entries = g_array_new(FALSE, FALSE, sizeof(AdrefContentsEntry));
  contents->anchors = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  contents->title = find_title(document);
  add_anchors(contents, document, ids);
  g_autoptr(GArray) above = g_array_new(FALSE, FALSE, sizeof(guint));
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    add_headings(contents, clause, above);
  return contents;
}

void adref_contents_free(AdrefContents *contents)
{
  if (!contents)
    return;
  g_array_unref(contents->entries);
  g_hash_table_unref(contents->anchors);
  g_free(contents);
}

const char *adref_contents_anchor(const AdrefContents *contents, const AdrefNode *clause)
{
  return g_hash_table_lookup(contents->anchors, clause);
}

void adref_contents_rename(AdrefContents *contents, const AdrefNode *clause, char *anchor)
{
  g_hash_table_replace(contents->anchors, (gpointer)(guintptr)clause, anchor);
}
