#include "work/check/language_check.h"

#include <string.h>

#include "sign/language_states.h"
#include "sign/printed_facts.h"

enum {
  MAX_LISTED = 20 /* differences of a package that are named */
};

/* Whether nothing was found of which a party could have recorded that it accepts it. */
static gboolean are_in_step(const GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    if (((const AdrefLanguageState *)states->pdata[i])->differences->len > 0)
      return FALSE;
  return TRUE;
}

char *adref_language_check_snapshot(const AdrefStatementSnapshot *snapshot, AdrefFileSource *now)
{
  if (!snapshot || snapshot->problem)
    return NULL;
  g_autoptr(GPtrArray) states =
      adref_language_states_of_versions(snapshot->language_versions, snapshot->statement,
                                        snapshot->rule, adref_library_parties(snapshot->library));
  if (are_in_step(states))
    return NULL;
  g_autoptr(GHashTable) records = adref_party_records_read(now, snapshot->statement->folder, NULL);
  if (!records)
    return NULL;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(snapshot->language_versions);
  return adref_language_states_refusal(states, snapshot->rule, records, hashes);
}

/* The names that the signed facts give the parties in two languages: name or code -> code. NULL:
 * the package has no such facts. Caller unrefs. */
static GHashTable *names_of(const char *facts, const char *first, const char *other)
{
  g_auto(GStrv) codes = facts ? adref_printed_facts_parties(facts) : NULL;
  if (!codes)
    return NULL;
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (char **code = codes; *code; code++) {
    if (!**code)
      continue;
    g_hash_table_insert(names, g_strdup(*code), g_strdup(*code));
    g_hash_table_insert(names, adref_printed_facts_party(facts, *code, first), g_strdup(*code));
    g_hash_table_insert(names, adref_printed_facts_party(facts, *code, other), g_strdup(*code));
  }
  return names;
}

static void compare(GPtrArray *lines, const AdrefLanguageVersion *first,
                    const AdrefLanguageVersion *other, const char *facts)
{
  g_autoptr(GHashTable) names = names_of(facts, first->language, other->language);
  const AdrefLanguageText one = {first->language, first->document},
                          two = {other->language, other->document};
  g_autoptr(GPtrArray) differences = adref_language_differences_new(&one, &two, names);
  for (guint i = 0; i < differences->len; i++) {
    const AdrefLanguageDifference *difference = differences->pdata[i];
    if (adref_language_difference_is_proven(difference) && lines->len < MAX_LISTED)
      g_ptr_array_add(lines, adref_language_difference_line(difference, first->language,
                                                            other->language, NULL));
  }
}

/* The text of the package in the language that was signed as number `at`; NULL: there is none that
 * reads, or its role does not bind. */
static const AdrefLanguageVersion *text_at(const AdrefPackage *package, guint at)
{
  const AdrefSignedText *text = package->message->texts->pdata[at];
  for (guint i = 0; i < package->language_versions->len; i++) {
    const AdrefLanguageVersion *version = package->language_versions->pdata[i];
    if (strcmp(version->language, text->language) == 0 && version->document &&
        (at == 0 || adref_language_role_binds(text->role)))
      return version;
  }
  return NULL;
}

GPtrArray *adref_language_check_package(const AdrefPackage *package)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
  guint count = package->message ? package->message->texts->len : 0;
  const AdrefLanguageVersion *first = count > 1 ? text_at(package, 0) : NULL;
  for (guint i = 1; first && i < count; i++) {
    const AdrefLanguageVersion *other = text_at(package, i);
    if (other)
      compare(lines, first, other, package->facts);
  }
  return lines;
}
