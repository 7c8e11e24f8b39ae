#include "work/settled_text.h"

#include "clause/word_bracket.h"
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

void adref_settled_text_apply(const AdrefText *text)
{
  const AdrefStatement *statement = text->statement;
  const AdrefParties *parties = adref_text_parties(text);
  if (!statement || !parties || !may_have_any(text->document))
    return;
  AdrefFileSource *source = text->files->source;
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, NULL);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_share(source, text->files->library, statement, rule,
                                           text->session->readings, NULL)
           : NULL;
  g_autoptr(GHashTable) records =
      versions ? adref_records_read(text->session, source, statement, versions,
                                    *text->version.id ? &text->version : NULL, NULL)
               : NULL;
  if (!records)
    return;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  const AdrefSettledWords settled = {statement, parties, records, hashes};
  adref_settled_words_apply_text(&settled, text->language, text->document);
}
