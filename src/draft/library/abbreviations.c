#include "draft/library/abbreviations.h"

#include <string.h>

#include "base/file.h"
#include "draft/data/localized_text.h"
#include "draft/data/yaml.h"
#include "draft/library/template.h"

struct AdrefAbbreviations {
  GHashTable *by_key; /* key -> AdrefAbbreviation */
  GPtrArray *keys;
};

static void abbreviation_free(gpointer data)
{
  AdrefAbbreviation *abbreviation = data;
  g_free(abbreviation->key);
  g_clear_pointer(&abbreviation->long_form, g_hash_table_unref);
  g_clear_pointer(&abbreviation->short_form, g_hash_table_unref);
  g_free(abbreviation);
}

static AdrefAbbreviations *abbreviations_new(void)
{
  AdrefAbbreviations *abbreviations = g_new0(AdrefAbbreviations, 1);
  abbreviations->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, abbreviation_free);
  abbreviations->keys = g_ptr_array_new();
  return abbreviations;
}

void adref_abbreviations_free(AdrefAbbreviations *abbreviations)
{
  if (!abbreviations)
    return;
  g_ptr_array_unref(abbreviations->keys);
  g_hash_table_unref(abbreviations->by_key);
  g_free(abbreviations);
}

#define MAX_KEY 100 /* bytes; a macro, so that the message has it */

static gboolean is_key(const char *key)
{
  for (const char *p = key; *p; p++)
    if (!g_ascii_isalnum(*p) && *p != '-')
      return FALSE;
  return g_ascii_isalpha(*key) && strlen(key) <= MAX_KEY;
}

/* *words stays NULL where the map has no such key. */
static gboolean read_words(const AdrefYaml *node, const char *key, GHashTable **words,
                           GError **error)
{
  const AdrefYaml *found = adref_yaml_get(node, key);
  if (found)
    *words = adref_localized_text_read(found, key, error);
  return !found || *words;
}

static gboolean fail(AdrefLocation place, const char *key, const char *why, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\" %s", key, why);
  return FALSE;
}

static gboolean read_one(AdrefAbbreviations *abbreviations, const AdrefYaml *node, GError **error)
{
  static const char *const keys[] = {"long", "short", NULL};
  if (!is_key(node->key))
    return fail(
        node->key_place, node->key,
        "is no key of an abbreviation; allowed are a letter, then letters, digits and -, up "
        "to " G_STRINGIFY(MAX_KEY) " in all",
        error);
  if (!adref_yaml_check_keys(node, "an abbreviation", keys, error))
    return FALSE;
  AdrefAbbreviation *one = g_new0(AdrefAbbreviation, 1);
  one->key = g_strdup(node->key);
  one->place =
      (AdrefLocation){ADREF_ABBREVIATIONS_PATH, node->key_place.line, node->key_place.column};
  g_hash_table_insert(abbreviations->by_key, one->key, one);
  g_ptr_array_add(abbreviations->keys, one->key);
  if (!read_words(node, "long", &one->long_form, error) ||
      !read_words(node, "short", &one->short_form, error))
    return FALSE;
  return one->long_form ||
         fail(node->key_place, node->key, "needs its full name: long: {en: ..., ja: ...}", error);
}

static gboolean read_all(AdrefAbbreviations *abbreviations, const AdrefYaml *root, GError **error)
{
  static const char *const keys[] = {"abbreviations", NULL};
  if (!adref_yaml_check_keys(root, "the table of abbreviations", keys, error))
    return FALSE;
  const AdrefYaml *all = adref_yaml_get(root, "abbreviations");
  if (all && all->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, all->place,
                   "abbreviations needs a map: a key and its names, such as WTO: {long: the World "
                   "Trade Organization}");
    return FALSE;
  }
  for (guint i = 0; all && i < all->items->len; i++)
    if (!read_one(abbreviations, all->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

AdrefAbbreviations *adref_abbreviations_read(AdrefFileSource *source, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefAbbreviations) abbreviations = abbreviations_new();
  g_autoptr(GBytes) bytes =
      adref_file_source_read_text(source, ADREF_ABBREVIATIONS_PATH, ADREF_YAML_LIMIT, &cause);
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return g_steal_pointer(&abbreviations);
  if (!bytes) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return NULL;
  }
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefYaml) root = adref_yaml_read(text, length, ADREF_ABBREVIATIONS_PATH, 1, error);
  return root && read_all(abbreviations, root, error) ? g_steal_pointer(&abbreviations) : NULL;
}

const AdrefAbbreviation *adref_abbreviations_get(const AdrefAbbreviations *abbreviations,
                                                 const char *key)
{
  return g_hash_table_lookup(abbreviations->by_key, key);
}

const GPtrArray *adref_abbreviations_keys(const AdrefAbbreviations *abbreviations)
{
  return abbreviations->keys;
}

/* The first language of the table in alphabetical order. */
static const char *first_language(GHashTable *words)
{
  g_autoptr(GList) languages = g_list_sort(g_hash_table_get_keys(words), (GCompareFunc)strcmp);
  return languages->data;
}

const char *adref_abbreviation_long(const AdrefAbbreviation *abbreviation, const char *language,
                                    const char **taken)
{
  GHashTable *words = abbreviation->long_form;
  const char *own = adref_localized_text_get(words, language);
  const char *other = g_hash_table_contains(words, ADREF_TEMPLATE_LANGUAGE)
                          ? ADREF_TEMPLATE_LANGUAGE
                          : first_language(words);
  if (taken)
    *taken = own ? NULL : other;
  return own ? own : g_hash_table_lookup(words, other);
}

const char *adref_abbreviation_short(const AdrefAbbreviation *abbreviation, const char *language)
{
  const char *own = abbreviation->short_form
                        ? adref_localized_text_get(abbreviation->short_form, language)
                        : NULL;
  return own ? own : abbreviation->key;
}

/* Japanese and Chinese have parentheses as wide as their letters, without a space before them. */
static gboolean has_wide_parentheses(const char *language)
{
  return g_str_has_prefix(language, "ja") || g_str_has_prefix(language, "zh");
}

char *adref_abbreviation_introduce(const AdrefAbbreviation *abbreviation, const char *language)
{
  const char *name = adref_abbreviation_long(abbreviation, language, NULL);
  const char *brief = adref_abbreviation_short(abbreviation, language);
  if (strcmp(name, brief) == 0)
    return g_strdup(name);
  return has_wide_parentheses(language) ? g_strdup_printf("%s（%s）", name, brief)
                                        : g_strdup_printf("%s (%s)", name, brief);
}
