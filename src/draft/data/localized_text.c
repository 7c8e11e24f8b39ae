#include "draft/data/localized_text.h"

#include "base/name.h"

static gboolean read_one(GHashTable *localized, const AdrefYaml *node, const char *what,
                         GError **error)
{
  const char *language = node->key ? node->key : "";
  if (*language && !adref_name_is(ADREF_NAME_LANGUAGE, language)) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->key_place,
                   "\"%s\" is not a language; allowed is %s", language,
                   adref_name_rule(ADREF_NAME_LANGUAGE));
    return FALSE;
  }
  if (node->type != ADREF_YAML_SCALAR || !*node->text) {
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "%s needs words, or words by language: {en: ..., ja: ...}", what);
    return FALSE;
  }
  g_hash_table_insert(localized, g_strdup(language), g_strdup(node->text));
  return TRUE;
}

GHashTable *adref_localized_text_read(const AdrefYaml *node, const char *what, GError **error)
{
  g_autoptr(GHashTable) localized = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  gboolean by_language = node->type == ADREF_YAML_MAP && node->items->len > 0;
  for (guint i = 0; by_language && i < node->items->len; i++)
    if (!read_one(localized, node->items->pdata[i], what, error))
      return NULL;
  if (by_language)
    return g_steal_pointer(&localized);
  if (node->type == ADREF_YAML_SCALAR && *node->text) {
    g_hash_table_insert(localized, g_strdup(""), g_strdup(node->text));
    return g_steal_pointer(&localized);
  }
  adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                 "%s needs words, or words by language: {en: ..., ja: ...}", what);
  return NULL;
}

const char *adref_localized_text_get(GHashTable *localized, const char *language)
{
  const char *words = g_hash_table_lookup(localized, language);
  return words ? words : g_hash_table_lookup(localized, "");
}
