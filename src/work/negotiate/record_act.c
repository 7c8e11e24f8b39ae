#include "work/negotiate/record_act.h"

#include "base/file.h"
#include "sign/progress.h"
#include "sign/progress_words.h"
#include "sign/settled_words.h"
#include "work/changes/kept_languages.h"
#include "work/changes/stale_translations.h"
#include "work/check/language_warnings.h"
#include "work/edit/save_statement.h"
#include "work/kept_files.h"
#include "work/negotiate/act_clauses.h"
#include "work/person_time.h"

static const char *const verbs[] = {[ADREF_PARTY_ACT_AGREE] = "agrees",
                                    [ADREF_PARTY_ACT_RESERVE] = "reserves",
                                    [ADREF_PARTY_ACT_REOPEN] = "reopens",
                                    [ADREF_PARTY_ACT_DIFFERENCE] =
                                        "accepts the difference of languages in",
                                    [ADREF_PARTY_ACT_DISASSOCIATE] = "disassociates itself from",
                                    [ADREF_PARTY_ACT_WORDS] = "reads as words what is in",
                                    [ADREF_PARTY_ACT_TRANSLATION] = "confirms the translation of",
                                    [ADREF_PARTY_ACT_WORKING_GROUP] = "agrees in the working group",
                                    [ADREF_PARTY_ACT_CONFIRM] = "confirms"};

/* The hashes of a clause that an act names: of a translation those of two languages. Caller frees.
 */
static char *hashes_of(const AdrefActRequest *self, const char *id)
{
  char *all = adref_clause_hashes_text(self->hashes, id);
  if (self->options->type != ADREF_PARTY_ACT_TRANSLATION)
    return all;
  char *two = adref_stale_translations_hashes(self->language_versions, self->hashes, id,
                                              self->options->language);
  g_free(all);
  return two;
}

static void add_act(AdrefActRequest *self, AdrefPartyRecord *record, const AdrefPerson *person)
{
  g_autofree char *time = adref_person_time(person, "%Y-%m-%dT%H:%M:%S%:z", "?");
  AdrefPartyAct *act = adref_party_record_add_act(record, self->options->type,
                                                  self->options->reason, time, person->name);
  act->explanation = g_strdup(self->options->explanation);
  for (guint i = 0; i < self->ids->len; i++)
    adref_party_act_add_item(record, act, self->ids->pdata[i],
                             hashes_of(self, self->ids->pdata[i]));
}

static gboolean write_record(AdrefActRequest *self, GError **error)
{
  const AdrefPerson *person = adref_session_person(self->session, ADREF_PERSON_ROLE_AUTHOR, error);
  if (!person)
    return FALSE;
  AdrefPartyRecord *record = g_hash_table_lookup(self->records, self->party);
  if (!record) {
    record = adref_party_record_new(self->party);
    g_hash_table_insert(self->records, record->party, record);
  }
  if (record->foreign)
    adref_session_say(self->session, "%s: the record of %s was that of %s; it begins anew",
                      self->text->statement->id, self->party, record->foreign);
  adref_party_record_set_statement(record, self->text->statement->id);
  add_act(self, record, person);
  g_autofree char *path = adref_party_record_path(self->text->statement->folder, self->party);
  g_autofree char *file = adref_session_path(self->session, path);
  g_autoptr(GString) text = adref_party_record_write(record);
  if (text->len > ADREF_YAML_LIMIT) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s: the record would be larger than %d bytes", path,
                ADREF_YAML_LIMIT);
    return FALSE;
  }
  g_autofree char *folder = g_path_get_dirname(file);
  return adref_folder_make(folder, error) && adref_file_write(file, text->str, text->len, error);
}

static char *make_subject(const AdrefActRequest *self)
{
  GString *subject = g_string_new(NULL);
  g_string_printf(subject, "%s: %s %s", self->text->statement->id, self->party,
                  verbs[self->options->type]);
  if (self->clauses->len > 3) {
    g_string_append_printf(subject, " %u clauses", self->clauses->len);
  } else {
    for (guint i = 0; i < self->clauses->len; i++) {
      const AdrefNode *clause = self->clauses->pdata[i];
      g_string_append_printf(subject, "%s %s %s", i > 0 ? "," : "",
                             adref_clause_kind_word(clause->as.clause->kind),
                             clause->as.clause->id);
    }
  }
  if (self->options->reason)
    g_string_append_printf(subject, "\n\n%s", self->options->reason);
  if (self->options->explanation)
    g_string_append_printf(subject, "\n\nExplanation of position: %s", self->options->explanation);
  return g_string_free(subject, FALSE);
}

static void say_total(const AdrefActRequest *self)
{
  const AdrefStatement *statement = self->text->statement;
  const AdrefSettledWords settled = {statement, adref_library_parties(self->session->library),
                                     self->records, self->hashes};
  adref_settled_words_apply(&settled, self->language_versions);
  g_autoptr(AdrefProgress) progress =
      adref_progress_new(self->language_versions, statement,
                         adref_library_parties(self->session->library), self->records);
  g_autofree char *total = adref_progress_total(progress, NULL);
  adref_session_say(self->session, "%s: %s", statement->id, total);
}

static gboolean save(AdrefActRequest *self, GError **error)
{
  AdrefSession *session = self->session;
  const AdrefStatement *statement = self->text->statement;
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(session, statement, error);
  g_autofree char *subject = make_subject(self);
  AdrefSaveStatementOptions save_options = {.subject = subject,
                                            .party = self->party,
                                            .action = adref_party_act_word(self->options->type),
                                            .clauses = self->ids};
  if (!kept || !write_record(self, error))
    return FALSE;
  adref_kept_files_written(kept);
  if (adref_save_statement(session, statement, &save_options, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

/* How the languages differ, which does not stand against an agreement, and what is behind. */
static void say_languages(const AdrefActRequest *self, const AdrefStatement *statement)
{
  AdrefSession *session = self->session;
  g_autoptr(AdrefStaleTranslations) stale = adref_stale_translations_begin(
      session, statement, NULL, self->language_versions, self->rule, FALSE, NULL);
  g_autoptr(GPtrArray) states =
      adref_kept_languages_of_versions(session, self->language_versions, statement, self->rule,
                                       adref_library_parties(session->library), self->records,
                                       stale ? adref_stale_translations_run : NULL, stale);
  adref_language_warnings_say(session, statement->id, states, 0);
  if (stale)
    adref_stale_translations_say_found(stale, NULL);
}

gboolean adref_record_act(AdrefSession *session, const AdrefStatement *statement,
                          const AdrefRecordActOptions *options, GError **error)
{
  g_auto(AdrefActRequest) self = {.session = session, .options = options, .party = options->party};
  if (!adref_act_request_read(&self, statement, error) || !adref_act_clauses_choose(&self, error) ||
      !save(&self, error))
    return FALSE;
  if (options->type != ADREF_PARTY_ACT_TRANSLATION)
    say_total(&self);
  if (self.states)
    adref_language_warnings_say(session, statement->id, self.states, 0);
  if (adref_act_agrees(options->type))
    say_languages(&self, statement);
  else if (options->type == ADREF_PARTY_ACT_CONFIRM)
    adref_stale_translations_say(session, statement, NULL);
  return TRUE;
}
