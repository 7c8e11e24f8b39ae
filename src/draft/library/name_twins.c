#include "draft/library/name_twins.h"

#include "base/error.h"

/* The same for all names that such a computer takes for one. Caller frees. */
static char *key_of(const char *path)
{
  g_autofree char *valid = g_utf8_make_valid(path, -1);
  g_autofree char *folded = g_utf8_casefold(valid, -1);
  return g_utf8_normalize(folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

char *adref_name_twins(AdrefFileSource *source, const char *folder)
{
  g_auto(GStrv) paths = source->list(source, folder, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (char **path = paths; path && *path; path++) {
    char *key = key_of(*path);
    const char *other = g_hash_table_lookup(seen, key);
    g_hash_table_insert(seen, key, *path);
    if (!other)
      continue;
    g_autofree char *message = g_strdup_printf(
        "%s and %s are one file on a computer whose file names ignore case; rename one of them",
        other, *path);
    return adref_escape_controls(message, -1, FALSE);
  }
  return NULL;
}

char *adref_name_twins_of_statement(AdrefFileSource *source, const char *id)
{
  g_autofree char *folder = g_strconcat("statements/", id, NULL);
  return adref_name_twins(source, folder);
}
