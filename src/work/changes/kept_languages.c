#include "work/changes/kept_languages.h"

#include <string.h>

#include "base/digest.h"
#include "draft/data/localized_text.h"
#include "history/result_cache.h"
#include "history/save.h"

static const char kept_type[] = "aa(umsmsms)";

/* The key */

static void add_words(AdrefDigest *digest, const char *words)
{
  adref_digest_add(digest, words, strlen(words) + 1);
}

/* Adds names and what they stand for, in the order of the names. */
static void add_names(AdrefDigest *digest, GHashTable *names)
{
  g_autoptr(GList) sorted = g_list_sort(g_hash_table_get_keys(names), (GCompareFunc)g_strcmp0);
  for (const GList *name = sorted; name; name = name->next) {
    add_words(digest, name->data);
    add_words(digest, g_hash_table_lookup(names, name->data));
  }
  add_words(digest, "");
}

/* By what a text is known: its language, git's id of it, its title in the facts, and the names of
 * the parties in its language. */
static void add_text(AdrefSession *session, const AdrefKeptLanguages *self, guint i,
                     AdrefDigest *digest)
{
  const char *language = self->texts[i].language;
  GHashTable *titles = self->statement->title;
  const char *title = titles ? adref_localized_text_get(titles, language) : NULL;
  g_autofree char *path = adref_statement_text_path(self->statement, language);
  g_autofree char *id = adref_repo_content_id(session->repo, path, self->bytes[i]);
  g_autoptr(GHashTable) names = adref_parties_names_in(self->parties, language);
  add_words(digest, language);
  add_words(digest, id);
  add_words(digest, title ? title : "");
  add_names(digest, names);
}

/* Caller frees. */
static char *key_of(AdrefSession *session, const AdrefKeptLanguages *self)
{
  AdrefDigest *digest = adref_digest_new();
  const AdrefNumbering *numbering = self->numbering;
  g_autofree char *numbers =
      g_strdup_printf("%d %d %d %d", (int)numbering->operative, (int)numbering->single_operative,
                      (int)numbering->preambular, (int)numbering->sections);
  add_words(digest, numbers);
  add_names(digest, adref_parties_names(self->parties));
  for (guint i = 0; i < self->count; i++)
    add_text(session, self, i, digest);
  return adref_digest_end_hex(digest);
}

/* Values */

static GVariant *pack(const GPtrArray *differences)
{
  GVariantBuilder builder;
  g_variant_builder_init(&builder, G_VARIANT_TYPE(kept_type));
  for (guint i = 0; i < differences->len; i++) {
    const GPtrArray *of_text = differences->pdata[i];
    g_variant_builder_open(&builder, G_VARIANT_TYPE("a(umsmsms)"));
    for (guint j = 0; j < of_text->len; j++) {
      const AdrefLanguageDifference *difference = of_text->pdata[j];
      g_variant_builder_add(&builder, "(umsmsms)", (guint)difference->type, difference->clause,
                            difference->first, difference->second);
    }
    g_variant_builder_close(&builder);
  }
  return g_variant_builder_end(&builder);
}

static void free_difference(gpointer difference)
{
  adref_language_difference_free(difference);
}

static void unref_array(gpointer array)
{
  g_ptr_array_unref(array);
}

/* The differences of one text; NULL: they are none that this program could have kept. */
static GPtrArray *unpack_text(GVariant *list)
{
  g_autoptr(GPtrArray) of_text = g_ptr_array_new_with_free_func(free_difference);
  GVariantIter iter;
  guint type;
  g_variant_iter_init(&iter, list);
  for (gsize n = g_variant_n_children(list); n > 0; n--) {
    AdrefLanguageDifference *difference = g_new0(AdrefLanguageDifference, 1);
    g_ptr_array_add(of_text, difference);
    if (!g_variant_iter_next(&iter, "(umsmsms)", &type, &difference->clause, &difference->first,
                             &difference->second) ||
        type > ADREF_LANGUAGE_DIFFERENCE_SEQUENCE)
      return NULL;
    difference->type = (AdrefLanguageDifferenceType)type;
  }
  return g_steal_pointer(&of_text);
}

static GPtrArray *unpack(GVariant *value, guint count)
{
  g_autoptr(GPtrArray) differences = g_ptr_array_new_with_free_func(unref_array);
  if (g_variant_n_children(value) + 1 != count)
    return NULL;
  for (gsize i = 0; i + 1 < count; i++) {
    g_autoptr(GVariant) list = g_variant_get_child_value(value, i);
    GPtrArray *of_text = unpack_text(list);
    if (!of_text)
      return NULL;
    g_ptr_array_add(differences, of_text);
  }
  return g_steal_pointer(&differences);
}

/* Whether a party has said that something in the texts is words. */
static gboolean says_words(GHashTable *records)
{
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    if (g_hash_table_size(((const AdrefPartyRecord *)record)->words) > 0)
      return TRUE;
  return FALSE;
}

/* What differs; calls `meanwhile`. Caller unrefs. */
static GPtrArray *compare(const AdrefKeptLanguages *self, AdrefKnownValues *known,
                          AdrefMeanwhile meanwhile, gpointer data)
{
  return adref_language_texts_compare(self->texts, self->count, self->statement, self->parties,
                                      known, meanwhile, data);
}

/* The same, where the texts changed since they were compared last: only the clauses that did are
 * read anew. What is kept are the pairs of the last time (review/languages/known_values.h), so it
 * does not grow. */
static GPtrArray *compare_anew(AdrefRepo *repo, const AdrefKeptLanguages *self,
                               AdrefMeanwhile meanwhile, gpointer data)
{
  const char *parts[] = {"values", self->statement->folder, NULL};
  g_autoptr(GVariant) kept = adref_result_cache_read(repo, parts, "ay");
  g_autoptr(GBytes) pairs = kept ? g_variant_get_data_as_bytes(kept) : NULL;
  g_autoptr(AdrefKnownValues) known = adref_known_values_new(pairs);
  GPtrArray *differences = compare(self, known, meanwhile, data);
  g_autoptr(GBytes) found = adref_known_values_bytes(known);
  if (found)
    adref_result_cache_write(repo, parts,
                             g_variant_new_from_bytes(G_VARIANT_TYPE("ay"), found, TRUE));
  return differences;
}

/* The same, where it may have been kept. */
static GPtrArray *find_differences(AdrefSession *session, const AdrefKeptLanguages *self,
                                   AdrefMeanwhile meanwhile, gpointer data)
{
  AdrefRepo *repo = adref_session_repo(session, NULL);
  if (!repo || self->count < 2 || says_words(self->records))
    return compare(self, NULL, meanwhile, data);
  g_autofree char *key = key_of(session, self);
  const char *parts[] = {"languages", key, NULL};
  g_autoptr(GVariant) kept = adref_result_cache_read(repo, parts, kept_type);
  GPtrArray *differences = kept ? unpack(kept, self->count) : NULL;
  if (!differences) {
    differences = compare_anew(repo, self, meanwhile, data);
    adref_result_cache_write(repo, parts, pack(differences));
  } else if (meanwhile) {
    meanwhile(data);
  }
  return differences;
}

GPtrArray *adref_kept_languages_states(AdrefSession *session, const AdrefKeptLanguages *self,
                                       AdrefMeanwhile meanwhile, gpointer data)
{
  g_autoptr(GPtrArray) differences = find_differences(session, self, meanwhile, data);
  return adref_language_states_from(self->texts, self->count, self->statement, self->rule,
                                    differences);
}

GPtrArray *adref_kept_languages_of_versions(AdrefSession *session,
                                            const AdrefLanguageVersions *versions,
                                            const AdrefStatement *statement,
                                            const AdrefSigningRule *rule,
                                            const AdrefParties *parties, GHashTable *records,
                                            AdrefMeanwhile meanwhile, gpointer data)
{
  guint count = versions->items->len;
  g_autofree AdrefLanguageText *texts = g_new0(AdrefLanguageText, count);
  g_autofree GBytes **bytes = g_new0(GBytes *, count);
  for (guint i = 0; i < count; i++) {
    const AdrefLanguageVersion *version = versions->items->pdata[i];
    texts[i] = (AdrefLanguageText){version->language, version->document};
    bytes[i] = version->bytes;
  }
  const AdrefKeptLanguages languages = {texts,     bytes, count,   &versions->numbering,
                                        statement, rule,  parties, records};
  return adref_kept_languages_states(session, &languages, meanwhile, data);
}
