#include "work/check/adoption_list.h"

#include <string.h>

#include "base/file.h"
#include "base/string_order.h"
#include "clause/text/unprinted.h"
#include "history/log.h"
#include "history/tag.h"
#include "history/version_source.h"
#include "sign/bytes.h"
#include "sign/correction.h"
#include "sign/language_states.h"
#include "sign/stated_position.h"
#include "sign/suspected_places.h"
#include "work/changes/lost_acts.h"
#include "work/changes/stale_translations.h"
#include "work/check/hidden_check.h"
#include "work/check/publication_check.h"
#include "work/check/silence_status.h"
#include "work/check/whole_text.h"
#include "work/needs.h"

enum {
  MAX_REASONS = 12 /* that a refusal names; the others are counted */
};

/* The list while it is made. */
typedef struct {
  AdrefSession *session;
  const AdrefStatementSnapshot *snapshot;
  const AdrefLabel *label;
  AdrefVersion head;
  AdrefFileSource *source; /* of HEAD */
  GHashTable *records;
  AdrefProgress *progress;
  AdrefSilence *silence; /* NULL: the draft has no deadline */
  gboolean holds;        /* silence held */
  GPtrArray *reasons;    /* of char *: what stands against the adoption */
} ListRequest;

static void clear(ListRequest *self)
{
  adref_progress_free(self->progress);
  adref_silence_free(self->silence);
  g_clear_pointer(&self->records, g_hash_table_unref);
  adref_file_source_free(self->source);
  g_clear_pointer(&self->reasons, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ListRequest, clear)

static void add(ListRequest *self, char *reason)
{
  if (reason)
    g_ptr_array_add(self->reasons, reason);
}

static gboolean read_all(ListRequest *self, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  const AdrefParties *parties = adref_library_parties(snapshot->library);
  if (!adref_session_check_clean(self->session, snapshot->statement, error) ||
      !adref_repo_resolve(self->session->repo, NULL, "HEAD", &self->head, error))
    return FALSE;
  self->source = adref_version_source_new(self->session->repo, &self->head, error);
  if (self->source)
    self->records = adref_party_records_read(self->source, snapshot->statement->folder, error);
  if (!self->records ||
      !adref_silence_status_read(self->session, snapshot->statement, parties, self->label->name,
                                 &self->label->version, &self->silence, error))
    return FALSE;
  self->holds = self->silence && (self->silence->state == ADREF_SILENCE_STATE_ADOPTED ||
                                  self->silence->state == ADREF_SILENCE_STATE_PARTLY);
  self->progress =
      adref_progress_new(snapshot->language_versions, snapshot->statement, parties, self->records);
  return TRUE;
}

/* An objection to some clauses, which stands until its party has agreed to each. */
static void check_clauses(ListRequest *self, const AdrefObjectionResult *objection)
{
  for (char **id = objection->clauses; *id; id++)
    if (!adref_adoption_is_answered(self->records, objection->party, objection->time, *id))
      add(self,
          g_strdup_printf("%s: %s has broken the silence on it, and has not agreed to it since: %s",
                          *id, objection->party, objection->objection->reason));
}

/* An objection stands until its party has agreed on record; a silence that runs may be broken. */
static void check_silence(ListRequest *self)
{
  const AdrefSilence *silence = self->silence;
  if (silence && silence->state == ADREF_SILENCE_STATE_RUNNING)
    add(self, g_strdup_printf("the silence until %s still runs", silence->deadline_text));
  for (guint i = 0; silence && i < silence->objections->len; i++) {
    const AdrefObjectionResult *objection = silence->objections->pdata[i];
    if (objection->type != ADREF_OBJECTION_VERDICT_VALID)
      continue;
    if (objection->clauses)
      check_clauses(self, objection);
    else if (!adref_adoption_is_answered(self->records, objection->party, objection->time, NULL))
      add(self, g_strdup_printf("%s has broken the silence, and has not agreed since: %s",
                                objection->party, objection->objection->reason));
  }
}

/* What looks like a position is open until its party says otherwise. */
static void check_suspected(ListRequest *self)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(GPtrArray) places =
      adref_suspected_places_new(snapshot->language_versions, snapshot->statement,
                                 adref_library_parties(snapshot->library), self->records, FALSE);
  add(self, adref_suspected_places_refusal(places));
}

static void check_texts(ListRequest *self)
{
  const GPtrArray *versions = self->snapshot->language_versions->items;
  for (guint i = 0; i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    guint notes = adref_unprinted_count(version->document);
    if (notes > 0)
      add(self, g_strdup_printf("%s has notes or comments: %u; adref circulate --clean makes a "
                                "draft without them",
                                version->path, notes));
    if (version->document->text)
      add(self, g_strdup_printf("%s begins with front matter", version->path));
  }
  if (self->snapshot->not_canonical)
    add(self, g_strdup_printf("%s is not in its canonical form", self->snapshot->not_canonical));
  g_autoptr(GPtrArray) hidden = adref_hidden_check_snapshot(self->snapshot);
  for (guint i = 0; i < hidden->len; i++)
    add(self, g_strdup(hidden->pdata[i]));
  add(self, adref_publication_check(self->snapshot));
  check_suspected(self);
}

static void check_languages(ListRequest *self)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(snapshot->language_versions);
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefStaleTranslations) stale =
      adref_stale_translations_begin(self->session, snapshot->statement, &self->label->version,
                                     snapshot->language_versions, snapshot->rule, TRUE, &cause);
  g_autoptr(GPtrArray) states = adref_language_states_meanwhile(
      snapshot->language_versions, snapshot->statement, snapshot->rule,
      adref_library_parties(snapshot->library), stale ? adref_stale_translations_run : NULL, stale);
  if (!stale || !adref_stale_translations_end(stale, self->records, states, &cause))
    add(self,
        g_strdup_printf("the history of the translations cannot be read: %s", cause->message));
  add(self, adref_language_states_refusal(states, snapshot->rule, self->records, hashes));
}

static void check_positions(ListRequest *self)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(GPtrArray) now =
      adref_stated_positions_new(snapshot->language_versions, snapshot->statement,
                                 adref_library_parties(snapshot->library), self->records);
  g_autofree char *why = adref_stated_positions_difference(snapshot->positions, now);
  if (why)
    add(self, g_strdup_printf("%s; adref circulate makes a draft that has it", why));
}

static void check_records(ListRequest *self)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, self->records);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const AdrefPartyRecord *record = value;
    if (record->foreign)
      add(self, g_strdup_printf("the record of %s is that of the statement %s", record->party,
                                record->foreign));
  }
}

/* What is agreed on record, at the level that the facts of the draft ask for; and the command,
 * where only the word of capitals is missing. */
static void check_agreement(ListRequest *self)
{
  const AdrefStatement *statement = self->snapshot->statement;
  GHashTable *broken = self->holds ? self->silence->broken : NULL;
  adref_adoption_add_reasons(self->reasons, self->progress, statement->adoption, self->holds,
                             broken);
  if (adref_adoption_lacks_confirmation(self->progress, statement->adoption, self->holds, broken))
    add(self, g_strdup_printf("%s says \"adoption: confirmed\": each party confirms with adref "
                              "confirm --all-agreed --as PARTY; a draft with \"adoption: plenary\" "
                              "does not ask for it",
                              statement->path));
}

/* What no hash of a clause has, and what somebody took out of the records. Silence that held is
 * agreement to the whole draft. */
static gboolean check_whole(ListRequest *self, GError **error)
{
  adref_lost_acts_add_reasons(self->reasons, self->session->repo, self->source,
                              self->snapshot->statement, self->records);
  return self->holds || adref_whole_text_add_reasons(self->reasons, self->session, self->snapshot,
                                                     &self->head, self->records, error);
}

static gboolean check(ListRequest *self, GError **error)
{
  g_autoptr(GBytes) corrects = adref_correction_find(self->snapshot, self->label->name);
  if (corrects)
    add(self, g_strdup("it is a correction, which those who signed sign again"));
  check_silence(self);
  check_agreement(self);
  check_records(self);
  check_texts(self);
  check_languages(self);
  check_positions(self);
  if (!check_whole(self, error))
    return FALSE;
  if (self->reasons->len == 0)
    return TRUE;
  guint more = self->reasons->len > MAX_REASONS ? self->reasons->len - MAX_REASONS : 0;
  if (more > 0) {
    g_ptr_array_set_size(self->reasons, MAX_REASONS);
    add(self, g_strdup_printf("and %u more; adref status %s --each lists the clauses", more,
                              self->snapshot->statement->id));
  }
  g_ptr_array_add(self->reasons, NULL);
  g_autofree char *all = g_strjoinv("\n  ", (char **)self->reasons->pdata);
  adref_error(error, ADREF_ERROR_REFUSED, "%s/%s is not adopted:\n  %s",
              self->snapshot->statement->id, self->label->name, all);
  return FALSE;
}

/* Whether the record in a version has the act. */
static gboolean has_act(const AdrefPartyRecord *record, const AdrefAdoptionAct *act)
{
  for (guint i = 0; i < record->acts->len; i++) {
    const AdrefPartyAct *one = record->acts->pdata[i];
    g_autofree char *first = adref_adoption_act_first(one);
    if (strcmp(one->time, act->time) == 0 && strcmp(first, act->first) == 0 &&
        strcmp(adref_party_act_word(one->type), act->act) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Gives the acts of a party that a version has this version: versions come the newest first, so
 * that the oldest stays. */
static gboolean take_version(const ListRequest *self, AdrefAdoption *adoption, const char *party,
                             const char *path, const AdrefVersion *version, GError **error)
{
  g_autoptr(AdrefFileSource) source = adref_version_source_new(self->session->repo, version, error);
  g_autoptr(GBytes) bytes = source ? source->read(source, path, ADREF_YAML_LIMIT, NULL) : NULL;
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefPartyRecord) record =
      text ? adref_party_record_read(text, length, party, path, NULL) : NULL;
  for (guint i = 0; record && i < adoption->acts->len; i++) {
    AdrefAdoptionAct *act = adoption->acts->pdata[i];
    if (strcmp(act->party, party) != 0 || !has_act(record, act))
      continue;
    g_free(act->commit);
    act->commit = g_strdup(version->id);
  }
  return source != NULL;
}

static gboolean find_commits(const ListRequest *self, AdrefAdoption *adoption, const char *party,
                             GError **error)
{
  g_autofree char *path = adref_party_record_path(self->snapshot->statement->folder, party);
  g_autoptr(AdrefLog) log = adref_log_new(self->session->repo, path, &self->head, error);
  gboolean found = log != NULL;
  while (found) {
    if (!adref_log_next(log, &found, error))
      return FALSE;
    if (!found)
      break;
    AdrefVersion version = adref_log_version(log);
    if (!take_version(self, adoption, party, path, &version, error))
      return FALSE;
  }
  return log != NULL;
}

static gboolean add_record(const ListRequest *self, AdrefAdoptionList *list, const char *party,
                           GError **error)
{
  g_autofree char *path = adref_party_record_path(self->snapshot->statement->folder, party);
  GBytes *bytes = self->source->read(self->source, path, ADREF_YAML_LIMIT, error);
  if (!bytes)
    return FALSE;
  g_autofree char *hash = adref_bytes_sha256(bytes);
  g_autofree char *name = g_strdup_printf("records/%s.yaml", party);
  adref_archive_members_add(list->files, name, bytes);
  g_ptr_array_add(list->adoption->records, g_strdup_printf("%s %s", party, hash));
  return find_commits(self, list->adoption, party, error);
}

static gboolean add_records(const ListRequest *self, AdrefAdoptionList *list, GError **error)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  GHashTableIter iter;
  gpointer party;
  g_hash_table_iter_init(&iter, self->records);
  while (g_hash_table_iter_next(&iter, &party, NULL))
    g_ptr_array_add(codes, party);
  g_ptr_array_sort(codes, adref_string_order);
  adref_adoption_add_acts(list->adoption, self->progress, self->records);
  for (guint i = 0; i < codes->len; i++)
    if (!add_record(self, list, codes->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean add_parties(const ListRequest *self, AdrefAdoptionList *list, GError **error)
{
  AdrefFileSource *source = self->snapshot->source;
  GBytes *bytes = source->read(source, "templates/parties.yaml", ADREF_YAML_LIMIT, error);
  if (!bytes)
    return FALSE;
  list->adoption->parties = adref_bytes_sha256(bytes);
  adref_archive_members_add(list->files, "parties.yaml", bytes);
  return TRUE;
}

/* The objections to some clauses of a draft over which silence held. */
static void add_breaks(const ListRequest *self, AdrefAdoption *adoption)
{
  for (guint i = 0; self->holds && i < self->silence->objections->len; i++) {
    const AdrefObjectionResult *one = self->silence->objections->pdata[i];
    if (one->clauses)
      adref_adoption_add_break(adoption, one->party, one->objection->time, one->clauses);
  }
}

/* The tag of the draft, which has the deadline. */
static void add_draft(const ListRequest *self, AdrefAdoptionList *list)
{
  g_autofree char *ref =
      g_strdup_printf("refs/tags/%s/%s", self->snapshot->statement->id, self->label->name);
  AdrefTag *tag = self->holds ? adref_repo_tag(self->session->repo, ref) : NULL;
  if (tag && tag->bytes) {
    list->adoption->silence = g_strdup(self->silence->deadline_text);
    list->adoption->draft = adref_bytes_sha256(tag->bytes);
    adref_archive_members_add(list->files, "draft.txt", g_bytes_ref(tag->bytes));
  }
  adref_tag_free(tag);
}

static void fill_message(const ListRequest *self, AdrefSignoffMessage *message)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  message->statement = g_strdup(snapshot->statement->id);
  message->label = g_strdup(self->label->name);
  message->commit = g_strdup(self->label->version.id);
  message->facts = g_strdup(snapshot->facts_hash);
  message->rule = g_strdup(snapshot->rule_text);
  g_ptr_array_unref(message->texts);
  message->texts = g_ptr_array_ref(snapshot->texts);
}

gboolean adref_adoption_list_make(AdrefSession *session, const AdrefStatementSnapshot *snapshot,
                                  const AdrefLabel *label, AdrefAdoptionList *list, GError **error)
{
  g_auto(ListRequest) self = {.session = session,
                              .snapshot = snapshot,
                              .label = label,
                              .reasons = g_ptr_array_new_with_free_func(g_free)};
  if (!read_all(&self, error) || !check(&self, error))
    return FALSE;
  list->adoption = adref_adoption_new();
  list->files = adref_archive_members_new();
  fill_message(&self, list->adoption->message);
  add_draft(&self, list);
  add_breaks(&self, list->adoption);
  list->adoption->level = snapshot->statement->adoption;
  list->adoption->says_level = snapshot->statement->says_adoption;
  return add_parties(&self, list, error) && add_records(&self, list, error);
}

void adref_adoption_list_clear(AdrefAdoptionList *list)
{
  adref_adoption_free(list->adoption);
  g_clear_pointer(&list->files, g_ptr_array_unref);
}
