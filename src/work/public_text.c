#include "work/public_text.h"

#include "sign/settled_words.h"
#include "sign/suspected_places.h"
#include "work/records.h"

/* The places of the text in its statement that are not settled. NULL: an error. */
static GPtrArray *check_statement(const AdrefText *text, GError **error)
{
  const AdrefStatement *statement = text->statement;
  const AdrefParties *parties = adref_text_parties(text);
  AdrefFileSource *source = text->files->source;
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, error);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_share(source, text->files->library, statement, rule,
                                           text->session->readings, error)
           : NULL;
  g_autoptr(GHashTable) records =
      versions ? adref_records_read(text->session, source, statement, versions,
                                    *text->version.id ? &text->version : NULL, error)
               : NULL;
  if (!records)
    return NULL;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  const AdrefSettledWords settled = {statement, parties, records, hashes};
  adref_settled_words_apply_text(&settled, text->language, text->document);
  GPtrArray *places = adref_suspected_places_new(versions, statement, parties, records, FALSE);
  for (guint i = places->len; i-- > 0;)
    if (!adref_suspected_place_is_in(places->pdata[i], text->path))
      g_ptr_array_remove_index(places, i);
  return places;
}

gboolean adref_public_text_prepare(const AdrefText *text, GError **error)
{
  gsize length;
  const char *source = g_bytes_get_data(text->source, &length);
  if (!adref_text_parties(text))
    return TRUE;
  g_autoptr(GPtrArray) places =
      text->statement ? check_statement(text, error)
                      : adref_suspected_places_of_text(text->document, source, length, text->name,
                                                       adref_text_parties(text));
  g_autofree char *why = places ? adref_suspected_places_refusal(places) : NULL;
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: a view without parties would print these\n%s",
                text->name, why);
  return places && !why;
}
