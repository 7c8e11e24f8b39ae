#include "clause/heading_slug.h"

char *adref_heading_slug(const char *words)
{
  GString *slug = g_string_new(NULL);
  g_autofree char *small = g_utf8_strdown(words, -1);
  for (const char *p = small; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == ' ')
      g_string_append_c(slug, '-');
    else if (g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '-' || c == '_')
      g_string_append_unichar(slug, c);
  }
  return g_string_free(slug, FALSE);
}

/* The heading that a block of a redline is in the text without the nodes of a mark, or NULL. */
static const AdrefNode *heading_of(const AdrefNode *block, AdrefChangeMark without)
{
  AdrefChangeMark around = without == ADREF_DELETED ? ADREF_UNWRAPPED : ADREF_WRAPPED;
  const AdrefNode *former = block->first;
  if (block->mark == around)
    block = former && former->mark == ADREF_UNWRAPPED ? former : NULL;
  return block && block->type == ADREF_HEADING && block->mark != without ? block : NULL;
}

static char *words_of(const AdrefNode *heading, AdrefChangeMark without)
{
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(heading);
  while (adref_walk_next(&walk)) {
    AdrefNodeType type = walk.node->type;
    if (!walk.entering)
      continue;
    if (walk.node->mark == without)
      adref_walk_skip(&walk);
    else if (type == ADREF_TEXT || type == ADREF_CODE)
      g_string_append_len(words, walk.node->text, (gssize)walk.node->length);
    else if (type == ADREF_LINE_BREAK || (type == ADREF_ALTERNATIVE && walk.node->prev))
      g_string_append_c(words, ' ');
  }
  g_strstrip(words->str);
  return g_string_free(words, FALSE);
}

static void add(GHashTable *slugs, GHashTable *counts, char *slug, const AdrefNode *clause)
{
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, slug));
  g_hash_table_insert(counts, g_strdup(slug), GUINT_TO_POINTER(count + 1));
  if (count > 0) {
    char *numbered = g_strdup_printf("%s-%u", slug, count);
    g_free(slug);
    slug = numbered;
  }
  if (g_hash_table_contains(slugs, slug))
    g_free(slug);
  else
    g_hash_table_insert(slugs, slug, (gpointer)(guintptr)clause);
}

GHashTable *adref_heading_slugs(const AdrefNode *document, AdrefChangeMark without)
{
  GHashTable *slugs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (const AdrefNode *block = clause->mark == without ? NULL : clause->first; block;
         block = block->next) {
      const AdrefNode *heading = heading_of(block, without);
      g_autofree char *words = heading ? words_of(heading, without) : NULL;
      if (heading)
        add(slugs, counts, adref_heading_slug(words), clause);
    }
  return slugs;
}

const AdrefNode *adref_heading_slugs_find(GHashTable *slugs, const char *name)
{
  const AdrefNode *clause = g_hash_table_lookup(slugs, name);
  g_autofree char *letters = clause ? NULL : g_uri_unescape_string(name, NULL);
  return letters ? g_hash_table_lookup(slugs, letters) : clause;
}
