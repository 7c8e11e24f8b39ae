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

static void add(GHashTable *slugs, GHashTable *counts, const AdrefNode *heading,
                const AdrefNode *clause)
{
  g_autofree char *words = adref_node_words(heading);
  char *slug = adref_heading_slug(words);
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

GHashTable *adref_heading_slugs(const AdrefNode *document)
{
  GHashTable *slugs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (const AdrefNode *block = clause->first; block; block = block->next)
      if (block->type == ADREF_HEADING)
        add(slugs, counts, block, clause);
  return slugs;
}
