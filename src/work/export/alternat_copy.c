#include "work/export/alternat_copy.h"

#include <string.h>

#include "base/error.h"
#include "clause/proposals/alternat.h"

/* "For Japan", or "For the Government of Japan" where the statement says so; in a language without
 * words of its own the name alone. */
static char *signatory(const AdrefStatement *statement, const AdrefParties *parties,
                       const char *code, const char *language, const AdrefPageWords *words)
{
  const AdrefParty *party = adref_parties_get(parties, code);
  GHashTable *own = g_hash_table_lookup(statement->signatories, code);
  const char *given = own ? adref_localized_text_get(own, language) : NULL;
  g_autofree char *name = given   ? g_strdup(given)
                          : party ? adref_party_page_long(party, language)
                                  : g_strdup(code);
  if (!adref_page_words_has(words, ADREF_PAGE_WORD_SIGNATURE) && !g_str_has_prefix(language, "en"))
    return g_steal_pointer(&name);
  return adref_page_words_fill(words, ADREF_PAGE_WORD_SIGNATURE, "party", name, NULL);
}

static gboolean check_party(char **parties, const char *first, GError **error)
{
  if (!parties || !*parties) {
    adref_error(error, ADREF_ERROR_USAGE,
                "a text without parties has no signatures; statement.yaml lists them");
    return FALSE;
  }
  if (!first || g_strv_contains((const char *const *)parties, first))
    return TRUE;
  g_autofree char *known = g_strjoinv(", ", parties);
  adref_error(error, ADREF_ERROR_USAGE, "%s is no party of the statement; its parties are %s",
              first, known);
  return FALSE;
}

static char **sign_in_order(const AdrefStatement *statement, const AdrefParties *parties,
                            char **codes, const char *language, const AdrefPageWords *words)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new();
  for (; *codes; codes++) {
    g_autofree char *name = signatory(statement, parties, *codes, language, words);
    g_strv_builder_add(names, name);
  }
  return g_strv_builder_end(names);
}

gboolean adref_alternat_copy_make(AdrefAlternatCopy *copy, const AdrefNode *document,
                                  const char *name, const AdrefStatement *statement,
                                  const AdrefParties *parties, const char *language,
                                  const AdrefPageWords *words, const char *first, GError **error)
{
  char **codes = statement ? statement->parties : NULL;
  if (!check_party(codes, first, error))
    return FALSE;
  g_auto(GStrv) order = first ? adref_alternat_order((const char *const *)codes, first) : NULL;
  AdrefAlternatCopy made = {0};
  if (order) {
    made.document = adref_alternat(document, (const char *const *)order, name, &made.places, error);
    if (!made.document)
      return FALSE;
    const AdrefParty *party = adref_parties_get(parties, first);
    made.party = party ? adref_party_page_short(party, language) : g_strdup(first);
  }
  made.signatories = sign_in_order(statement, parties, order ? order : codes, language, words);
  *copy = made;
  return TRUE;
}

void adref_alternat_copy_clear(AdrefAlternatCopy *copy)
{
  adref_node_free(copy->document);
  g_free(copy->party);
  g_strfreev(copy->signatories);
}
