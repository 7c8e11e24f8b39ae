#include "sign/language_versions.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown/markdown_read.h"
#include "draft/statement/house_style.h"

void adref_language_version_free(gpointer data)
{
  AdrefLanguageVersion *language_version = data;
  g_free(language_version->language);
  g_free(language_version->path);
  g_clear_pointer(&language_version->bytes, g_bytes_unref);
  if (language_version->reading)
    adref_reading_unref(language_version->reading);
  else
    adref_node_free(language_version->document);
  g_clear_pointer(&language_version->clauses, g_hash_table_unref);
  g_free(language_version);
}

void adref_language_version_index(AdrefLanguageVersion *language_version)
{
  g_clear_pointer(&language_version->clauses, g_hash_table_unref);
  language_version->clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = language_version->document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_insert(language_version->clauses, clause->as.clause->id, clause);
}

void adref_language_versions_free(AdrefLanguageVersions *language_versions)
{
  if (!language_versions)
    return;
  g_ptr_array_unref(language_versions->items);
  g_free(language_versions);
}

/* Takes over the reading. */
static void take_reading(AdrefLanguageVersion *language_version, AdrefReading *reading)
{
  language_version->reading = reading;
  language_version->document = reading->document;
  adref_language_version_index(language_version);
}

static gboolean read_documents(const AdrefLanguageVersions *language_versions,
                               const AdrefLibrary *library, AdrefReadings *readings, GError **error)
{
  guint count = language_versions->items->len;
  g_autofree AdrefReadingRequest *requests = g_new0(AdrefReadingRequest, count);
  GError *first = NULL;
  for (guint i = 0; i < count; i++) {
    const AdrefLanguageVersion *version = language_versions->items->pdata[i];
    requests[i].bytes = version->bytes;
    requests[i].options =
        (AdrefMarkdownReadOptions){.name = version->path,
                                   .parties = adref_parties_names(adref_library_parties(library)),
                                   .numbers = &language_versions->numbering};
  }
  adref_readings_read_all(readings, requests, count);
  for (guint i = 0; i < count; i++) {
    if (requests[i].reading)
      take_reading(language_versions->items->pdata[i], requests[i].reading);
    if (requests[i].error && !first)
      first = requests[i].error;
    else
      g_clear_error(&requests[i].error);
  }
  if (first)
    g_propagate_error(error, first);
  return !first;
}

/* *exists is FALSE when the language has no text yet. */
static gboolean read_language_version(AdrefLanguageVersion *language_version,
                                      AdrefFileSource *source, gboolean *exists, GError **error)
{
  g_autoptr(GError) cause = NULL;
  language_version->bytes = source->read(source, language_version->path, ADREF_TEXT_LIMIT, &cause);
  *exists = language_version->bytes != NULL;
  if (*exists || g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

static gboolean add_language(AdrefLanguageVersions *language_versions, AdrefFileSource *source,
                             const AdrefStatement *statement, const char *language, GError **error)
{
  AdrefLanguageVersion *language_version = g_new0(AdrefLanguageVersion, 1);
  gboolean exists;
  language_version->language = g_strdup(language);
  language_version->path = adref_statement_text_path(statement, language);
  if (!read_language_version(language_version, source, &exists, error)) {
    adref_language_version_free(language_version);
    return FALSE;
  }
  if (exists)
    g_ptr_array_add(language_versions->items, language_version);
  else
    adref_language_version_free(language_version);
  return TRUE;
}

AdrefLanguageVersions *adref_language_versions_share(AdrefFileSource *source, AdrefLibrary *library,
                                                     const AdrefStatement *statement,
                                                     const AdrefSigningRule *rule,
                                                     AdrefReadings *readings, GError **error)
{
  g_autoptr(AdrefLanguageVersions) language_versions = g_new0(AdrefLanguageVersions, 1);
  language_versions->items = g_ptr_array_new_with_free_func(adref_language_version_free);
  g_autoptr(AdrefHouseStyle) house =
      adref_house_style_of_statement(statement, source, library, error);
  if (!house)
    return NULL;
  language_versions->numbering = house->numbering;
  for (char **language = statement->languages; *language; language++) {
    if (!add_language(language_versions, source, statement, *language, error))
      return NULL;
    if (language_versions->items->len == 0) {
      g_autofree char *advice = adref_statement_text_advice(statement, TRUE);
      adref_error(error, ADREF_ERROR_NOT_FOUND, "%s/%s.md: there is no text yet; %s",
                  statement->folder, *language, advice);
      return NULL;
    }
  }
  if (!read_documents(language_versions, library, readings, error))
    return NULL;
  for (guint i = 0; i < language_versions->items->len; i++) {
    AdrefLanguageVersion *language_version = language_versions->items->pdata[i];
    language_version->role = adref_signing_rule_language_role(rule, language_version->language);
  }
  return g_steal_pointer(&language_versions);
}

AdrefLanguageVersions *adref_language_versions_share_begun(AdrefFileSource *source,
                                                           AdrefLibrary *library,
                                                           const AdrefStatement *statement,
                                                           AdrefReadings *readings, GError **error)
{
  g_autoptr(AdrefSigningRule) rule =
      adref_signing_rule_read_begun(statement, adref_library_parties(library), error);
  return rule ? adref_language_versions_share(source, library, statement, rule, readings, error)
              : NULL;
}

AdrefLanguageVersions *adref_language_versions_read(AdrefFileSource *source, AdrefLibrary *library,
                                                    const AdrefStatement *statement,
                                                    const AdrefSigningRule *rule, GError **error)
{
  return adref_language_versions_share(source, library, statement, rule, NULL, error);
}

const AdrefNode *adref_language_versions_rolling(const AdrefLanguageVersions *language_versions)
{
  return ((const AdrefLanguageVersion *)language_versions->items->pdata[0])->document;
}

const AdrefLanguageVersion *adref_language_versions_find(
    const AdrefLanguageVersions *language_versions, const char *language)
{
  for (guint i = 0; i < language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = language_versions->items->pdata[i];
    if (strcmp(language_version->language, language) == 0)
      return language_version;
  }
  return NULL;
}

void adref_language_versions_count_open(const AdrefNode *node, guint *brackets, guint *placeholders)
{
  *brackets = *placeholders = 0;
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    const AdrefNode *at = walk.node;
    if (!walk.entering)
      continue;
    if (at->type == ADREF_BRACKET && at->as.placeholder)
      (*placeholders)++;
    else if (at->type == ADREF_BRACKET)
      *brackets += at->as.settled ? 0 : 1;
    else if (at->type == ADREF_BRACKET_EDGE)
      *brackets += at->as.edge.opens || !at->as.edge.partner;
  }
}

const AdrefNode *adref_language_versions_first_option(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->alt)
      return clause;
  return NULL;
}

GHashTable *adref_language_versions_options(const AdrefLanguageVersions *language_versions)
{
  GHashTable *options = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < language_versions->items->len; i++) {
    const AdrefLanguageVersion *version = language_versions->items->pdata[i];
    for (AdrefNode *clause = version->document->first; clause; clause = clause->next) {
      AdrefClause *facts = clause->as.clause;
      if (facts->alt && facts->id)
        g_hash_table_insert(options, facts->id, clause);
      if (facts->alt && !g_hash_table_contains(options, facts->alt))
        g_hash_table_insert(options, facts->alt, clause);
    }
  }
  return options;
}

char *adref_language_versions_option_words(const AdrefNode *option)
{
  const AdrefClause *facts = option->as.clause;
  return g_strdup_printf("%s is an option for %s", facts->id ? facts->id : "a clause without an id",
                         facts->alt);
}
