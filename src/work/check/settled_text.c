#include "work/check/settled_text.h"

#include "clause/brackets/word_bracket.h"
#include "sign/settled_words.h"
#include "work/records.h"

static gboolean may_have_any(const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_BRACKET &&
        adref_word_bracket_may_be_words(walk.node))
      return TRUE;
  return FALSE;
}

GHashTable *adref_settled_text_records(const AdrefText *text, AdrefLanguageVersions **versions,
                                       GError **error)
{
  const AdrefStatement *statement = text->statement;
  const AdrefParties *parties = adref_text_parties(text);
  AdrefFileSource *source = text->files->source;
  g_autoptr(AdrefLanguageVersions) read = adref_language_versions_share_begun(
      source, text->files->library, statement, text->session->readings, error);
  GHashTable *records = read ? adref_records_read(text->session, source, statement, read,
                                                  *text->version.id ? &text->version : NULL, error)
                             : NULL;
  if (!records)
    return NULL;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(read);
  const AdrefSettledWords settled = {statement, parties, records, hashes};
  adref_settled_words_apply_text(&settled, text->language, text->document);
  *versions = g_steal_pointer(&read);
  return records;
}

void adref_settled_text_apply(const AdrefText *text)
{
  if (!text->statement || !adref_text_parties(text) || !may_have_any(text->document))
    return;
  g_autoptr(AdrefLanguageVersions) versions = NULL;
  g_autoptr(GHashTable) records = adref_settled_text_records(text, &versions, NULL);
}
