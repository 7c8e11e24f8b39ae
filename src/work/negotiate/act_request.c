#include "work/negotiate/act_request.h"

#include "sign/language_states.h"
#include "sign/suspected_places.h"
#include "work/needs.h"
#include "work/records.h"

gboolean adref_act_agrees(AdrefPartyActType type)
{
  return type == ADREF_PARTY_ACT_AGREE || type == ADREF_PARTY_ACT_WORKING_GROUP;
}

void adref_act_request_clear(AdrefActRequest *self)
{
  g_clear_pointer(&self->states, g_ptr_array_unref);
  g_clear_pointer(&self->suspected, g_ptr_array_unref);
  adref_clause_hashes_free(self->hashes);
  g_clear_pointer(&self->open_options, g_hash_table_unref);
  g_clear_pointer(&self->records, g_hash_table_unref);
  adref_language_versions_free(self->language_versions);
  adref_signing_rule_free(self->rule);
  adref_text_free(self->text);
  g_clear_pointer(&self->clauses, g_ptr_array_unref);
  g_clear_pointer(&self->ids, g_ptr_array_unref);
  g_clear_pointer(&self->idle, g_ptr_array_unref);
  adref_silence_free(self->silence);
}

gboolean adref_act_request_read(AdrefActRequest *self, const AdrefStatement *statement,
                                GError **error)
{
  AdrefSession *session = self->session;
  AdrefFileSource *source = session->files->source;
  const AdrefParties *parties = adref_library_parties(session->library);
  self->text = adref_text_share_statement(session, statement, NULL, error);
  if (!self->text || !adref_session_check_party(session, statement, self->party, error) ||
      !adref_session_check_identity(session, error) ||
      !adref_session_check_clean(session, statement, error))
    return FALSE;
  self->rule = adref_signing_rule_read(statement, parties, error);
  if (self->rule)
    self->language_versions = adref_language_versions_share(source, session->library, statement,
                                                            self->rule, session->readings, error);
  if (self->language_versions)
    self->records =
        adref_records_read(session, source, statement, self->language_versions, NULL, error);
  if (!self->records)
    return FALSE;
  self->hashes = adref_clause_hashes_new(self->language_versions);
  self->open_options = adref_language_versions_options(self->language_versions);
  self->suspected =
      adref_suspected_places_new(self->language_versions, statement, parties, self->records, FALSE);
  AdrefPartyActType type = self->options->type;
  if (type == ADREF_PARTY_ACT_DIFFERENCE)
    self->states =
        adref_language_states_of_versions(self->language_versions, statement, self->rule, parties);
  return TRUE;
}
