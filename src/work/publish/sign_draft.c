#include "work/publish/sign_draft.h"

#include <string.h>

#include "clause/text/hidden.h"
#include "clause/text/unprinted.h"
#include "history/label.h"
#include "history/version_source.h"
#include "sign/adoption.h"
#include "sign/correction_check.h"
#include "sign/language_states.h"
#include "sign/progress.h"
#include "sign/progress_words.h"
#include "sign/seen_signatures.h"
#include "sign/signed_field.h"
#include "sign/stated_position.h"
#include "sign/suspected_places.h"
#include "sign/verify.h"
#include "work/changes/stale_facts.h"
#include "work/changes/stale_translations.h"
#include "work/changes/stray_texts.h"
#include "work/check/hidden_check.h"
#include "work/check/language_warnings.h"
#include "work/check/publication_check.h"
#include "work/check/signing_key.h"
#include "work/check/silence_status.h"
#include "work/records.h"
#include "work/select_draft.h"

/* The signature while it is made. */
typedef struct {
  AdrefSession *session;
  const AdrefSignDraftOptions *options;
  const char *party;
  AdrefRepo *repo;
  const char *statement, *label;
  const char *tagged; /* the statement's name in the label's tag: its own or a former one */
  AdrefVersion version;
  AdrefStatementSnapshot *snapshot;
  AdrefCorrectionCheck *corrected; /* what the draft corrects */
  const AdrefSigners *signers;
  AdrefSigningKey key;
  const AdrefPerson *person;
  AdrefSignoffMessage *message;
  GString *payload;
} SignRequest;

static void clear(SignRequest *self)
{
  if (self->payload)
    g_string_free(self->payload, TRUE);
  adref_signoff_message_free(self->message);
  adref_signing_key_clear(&self->key);
  adref_correction_check_free(self->corrected);
  adref_statement_snapshot_free(self->snapshot);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SignRequest, clear)

/* The draft that is asked for, or the last one. */
static gboolean choose_draft(SignRequest *self, const char *name, GError **error)
{
  const GPtrArray *labels = adref_session_labels(self->session, self->statement, error);
  const AdrefLabel *label = labels ? adref_select_draft(labels, name) : NULL;
  if (!labels)
    return FALSE;
  if (label && label->withdrawn) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s was withdrawn: %s", self->statement, label->name,
                label->withdrawn);
    return FALSE;
  }
  if (label) {
    self->label = label->name;
    self->tagged = label->statement;
    self->version = label->version;
    return TRUE;
  }
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s: no draft%s%s; what is signed is a draft that was circulated (adref circulate)",
              self->statement, name ? " is called " : " was circulated yet", name ? name : "");
  return FALSE;
}

static gboolean read_correction(SignRequest *self, GError **error)
{
  const GPtrArray *labels = adref_session_labels(self->session, self->statement, error);
  if (!labels)
    return FALSE;
  self->corrected = adref_correction_check(self->repo, labels, self->snapshot, self->label);
  if (self->corrected->problem)
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s cannot be signed: %s", self->statement,
                self->label, self->corrected->problem);
  return !self->corrected->problem;
}

/* The path of a text with front matter; NULL: none has any. */
static const char *find_front_matter(const AdrefStatementSnapshot *snapshot)
{
  const GPtrArray *all = snapshot->language_versions->items;
  for (guint i = 0; i < all->len; i++) {
    const AdrefLanguageVersion *version = all->pdata[i];
    if (version->document->text)
      return version->path;
  }
  return NULL;
}

static gboolean read_facts(SignRequest *self, GError **error)
{
  AdrefFileSource *source = adref_version_source_new(self->repo, &self->version, error);
  if (!source)
    return FALSE;
  self->snapshot = adref_statement_snapshot_share(source, self->statement, self->session->readings,
                                                  self->session->library);
  if (self->snapshot->problem)
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s cannot be signed: %s", self->statement,
                self->label, self->snapshot->problem);
  else if (self->snapshot->not_canonical)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s cannot be signed: %s is not in its canonical form; adref format --write and "
                "a new draft make it so",
                self->statement, self->label, self->snapshot->not_canonical);
  else if (find_front_matter(self->snapshot))
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s cannot be signed: %s begins with front matter; move its facts to "
                "statement.yaml, take it out of the text and circulate a new draft",
                self->statement, self->label, find_front_matter(self->snapshot));
  else if (!adref_statement_snapshot_may_sign(self->snapshot, self->party))
    adref_error(error, ADREF_ERROR_USAGE, "--as %s: not one of those who sign %s (%s)", self->party,
                self->statement, self->snapshot->rule_text);
  else
    return read_correction(self, error);
  return FALSE;
}

/* Which clauses are open, by the records of now. Where no party has a record, a signature alone
 * agrees to the whole text. */
static gboolean check_paragraphs(const SignRequest *self, const AdrefProgress *progress,
                                 gboolean has_records, const AdrefSilence *silence, GError **error)
{
  guint agreed = 0, reserved = 0;
  gboolean held = silence && silence->state == ADREF_SILENCE_STATE_PARTLY;
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    agreed += clause->state == ADREF_CLAUSE_STATE_AGREED ||
                      (held && adref_adoption_is_covered(clause, silence->broken))
                  ? 1
                  : 0;
    for (guint j = 0; j < clause->reserved->len; j++)
      reserved += strcmp(clause->reserved->pdata[j], self->party) == 0 ? 1 : 0;
  }
  if (self->options->capacity == ADREF_CAPACITY_AD_REFERENDUM) {
    if (reserved > 0)
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s itself reserves %u clause%s; adref status --party %s lists them", self->party,
                  reserved, reserved == 1 ? "" : "s", self->party);
    return reserved == 0;
  }
  if ((!has_records && !held) || agreed == progress->clauses->len)
    return TRUE;
  g_autofree char *total = adref_progress_total(progress, NULL);
  g_autofree char *silent = held ? g_strdup_printf(", silence held on %u of %u paragraphs",
                                                   silence->held, silence->paragraphs)
                                 : g_strdup("");
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s/%s: %s%s; a text is signed when every clause is agreed, or --capacity "
              "ad-referendum",
              self->statement, self->label, total, silent);
  return FALSE;
}

/* Silence that held is agreement: to the whole draft, or to the clauses on which nobody broke it.
 */
static gboolean check_agreed(const SignRequest *self, const AdrefProgress *progress,
                             gboolean has_records, GError **error)
{
  g_autoptr(AdrefSilence) silence = NULL;
  if (!adref_silence_status_read(self->session, self->snapshot->statement,
                                 adref_library_parties(self->session->library), self->label,
                                 &self->version, &silence, error))
    return FALSE;
  return (silence && silence->state == ADREF_SILENCE_STATE_ADOPTED) ||
         check_paragraphs(self, progress, has_records, silence, error);
}

/* A text that binds says the same as the rolling text, and was translated since that changed, or
 * all who must sign have accepted the difference. What could not be compared is said. */
static gboolean check_languages(const SignRequest *self, GHashTable *records, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(snapshot->language_versions);
  g_autoptr(GPtrArray) states = adref_stale_translations_states(
      self->session, snapshot->statement, &self->version, snapshot->language_versions,
      snapshot->rule, adref_library_parties(snapshot->library), records, error);
  if (!states)
    return FALSE;
  adref_stray_texts_say(self->session, snapshot->statement);
  g_autofree char *why = adref_language_states_refusal(states, snapshot->rule, records, hashes);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: %s; put the texts in step and circulate them, or each party that must sign "
                "accepts the difference: adref agree --difference CLAUSE",
                self->statement, self->label, why);
  else
    adref_language_warnings_say(self->session, self->statement, states,
                                ADREF_LANGUAGE_WARNINGS_UNREAD | ADREF_LANGUAGE_WARNINGS_PLACE);
  return !why;
}

static gboolean check_options(const SignRequest *self, GError **error)
{
  const GPtrArray *all = self->snapshot->language_versions->items;
  for (guint i = 0; i < all->len; i++) {
    const AdrefLanguageVersion *version = all->pdata[i];
    const AdrefNode *option = adref_language_versions_first_option(version->document);
    if (!option)
      continue;
    g_autofree char *what = adref_language_versions_option_words(option);
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: %s: %s; a text is signed when one is chosen, or --capacity initialled",
                self->statement, self->label, version->path, what);
    return FALSE;
  }
  return TRUE;
}

/* What is signed must be what its pages print. */
static gboolean check_publication(const SignRequest *self, GError **error)
{
  g_autofree char *why = adref_publication_check(self->snapshot);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: %s; mend and circulate the text, or sign with --capacity initialled",
                self->statement, self->label, why);
  return !why;
}

/* The signature binds the positions that the draft's version states. */
static gboolean check_positions(const SignRequest *self, GHashTable *records, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(GPtrArray) now =
      adref_stated_positions_new(snapshot->language_versions, snapshot->statement,
                                 adref_library_parties(snapshot->library), records);
  g_autofree char *why = adref_stated_positions_difference(snapshot->positions, now);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: %s; pages print positions and a signature binds them, so circulate a new "
                "draft, which has them",
                self->statement, self->label, why);
  return !why;
}

/* What looks like a position is one until its party says otherwise. */
static gboolean check_suspected(const SignRequest *self, GHashTable *records, GError **error)
{
  const AdrefStatementSnapshot *snapshot = self->snapshot;
  g_autoptr(GPtrArray) places =
      adref_suspected_places_new(snapshot->language_versions, snapshot->statement,
                                 adref_library_parties(snapshot->library), records, FALSE);
  g_autofree char *why = adref_suspected_places_refusal(places);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: what looks like a position is not signed\n%s; or sign with --capacity "
                "initialled",
                self->statement, self->label, why);
  return !why;
}

static gboolean check_open(SignRequest *self, GError **error)
{
  AdrefFileSource *now = self->session->files->source;
  g_autoptr(GHashTable) records =
      adref_records_read(self->session, now, self->snapshot->statement,
                         self->snapshot->language_versions, NULL, error);
  if (!records)
    return FALSE;
  g_autoptr(AdrefProgress) progress =
      adref_progress_new(self->snapshot->language_versions, self->snapshot->statement,
                         adref_library_parties(self->snapshot->library), records);
  if (self->options->capacity == ADREF_CAPACITY_INITIALLED)
    return TRUE;
  if (progress->brackets + progress->placeholders > 0) {
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s/%s: %u bracket%s open and %u text%s to come: the text is not ready to be signed. "
        "To confirm only that this is the text as it stands, agreed or not, sign with "
        "--capacity initialled",
        self->statement, self->label, progress->brackets, progress->brackets == 1 ? "" : "s",
        progress->placeholders, progress->placeholders == 1 ? "" : "s");
    return FALSE;
  }
  return check_options(self, error) && check_suspected(self, records, error) &&
         check_publication(self, error) && check_positions(self, records, error) &&
         check_languages(self, records, error) &&
         adref_stale_facts_say_snapshot(self->session, self->snapshot, error) &&
         check_agreed(self, progress, g_hash_table_size(records) > 0, error);
}

/* What is signed goes out as it is, and notes are for those who negotiate. */
static gboolean check_unprinted(const SignRequest *self, GError **error)
{
  const GPtrArray *versions = self->snapshot->language_versions->items;
  for (guint i = 0; i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    guint count = adref_unprinted_count(version->document);
    if (count == 0)
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: %s has %u note%s or comment%s, which would go out with the signed text; "
                "adref circulate --clean makes a draft without them",
                self->statement, self->label, version->path, count, count == 1 ? "" : "s",
                count == 1 ? "" : "s");
    return FALSE;
  }
  return TRUE;
}

/* What a reader cannot see is signed only by somebody who was shown each place. */
static gboolean check_hidden(const SignRequest *self, GError **error)
{
  g_autoptr(GPtrArray) lines = adref_hidden_check_snapshot(self->snapshot);
  gboolean confirmed = TRUE;
  for (guint i = 0; i < lines->len; i++)
    confirmed &= self->options->confirm_hidden(self->options->data, lines->len, lines->pdata[i]);
  if (!confirmed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s: %u place%s, named above, where a reader cannot see what stands there; mend "
                "and circulate the text, or sign it as it is with --confirm-hidden %u",
                self->statement, self->label, lines->len, lines->len == 1 ? "" : "s", lines->len);
  return confirmed;
}

/* The words about the signatory are printed below the text. */
static gboolean check_signatory(const SignRequest *self, GError **error)
{
  const char *const lines[] = {self->message->name, self->message->title, self->message->place};
  static const char *const options[] = {"name", "title", "place"};
  gsize start, end;
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    if (!lines[i] || !adref_hidden_find(lines[i], strlen(lines[i]), NULL, &start, &end))
      continue;
    g_autofree char *escaped = adref_hidden_escape(lines[i], strlen(lines[i]), NULL, FALSE);
    adref_error(error, ADREF_ERROR_USAGE,
                "the %s \"%s\" has characters that a reader cannot see or tell apart; --%s gives "
                "another",
                options[i], escaped, options[i]);
    return FALSE;
  }
  return TRUE;
}

static gboolean compose(SignRequest *self, GError **error)
{
  const char *name = self->options->name;
  AdrefSignoffMessage *message = self->message = adref_signoff_message_new();
  self->person = adref_session_person(self->session, ADREF_PERSON_ROLE_COMMITTER, error);
  if (!self->person)
    return FALSE;
  message->statement = g_strdup(self->tagged);
  message->label = g_strdup(self->label);
  message->commit = g_strdup(self->version.id);
  g_ptr_array_unref(message->texts);
  message->texts = g_ptr_array_ref(self->snapshot->texts);
  message->facts = g_strdup(self->snapshot->facts_hash);
  message->corrects = g_strdup(self->corrected->line);
  message->rule = g_strdup(self->snapshot->rule_text);
  message->party = g_strdup(self->party);
  message->capacity = self->options->capacity;
  message->name = g_strdup(name ? name : self->person->name);
  message->title = g_strdup(self->options->title);
  message->place = g_strdup(self->options->place);
  message->time = adref_signoff_message_format_time(self->person->time, self->person->offset);
  g_autofree char *tag = adref_signoff_tag_name(self->tagged, self->label, self->party);
  g_autofree char *person = g_strdup_printf("%s <%s>", self->person->name, self->person->email);
  g_autoptr(GString) text = adref_signoff_message_write(message);
  self->payload = adref_signoff_payload(tag, self->version.id, person, self->person->time,
                                        self->person->offset, text);
  if (adref_signed_field_is_text(message->name))
    return check_signatory(self, error);
  adref_error(error, ADREF_ERROR_USAGE,
              "the name \"%s\" cannot stand in a signature; --name gives "
              "another",
              message->name);
  return FALSE;
}

static gboolean is_wanted(const SignRequest *self, GError **error)
{
  g_autoptr(GString) text = adref_signoff_message_write(self->message);
  if (self->options->confirm(self->options->data, text->str, self->key.signer->fingerprint))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "not signed; nothing was written");
  return FALSE;
}

/* A signature that adref verify would call invalid is not written. */
static gboolean check_bytes(const SignRequest *self, const GString *bytes, GError **error)
{
  AdrefSignatureCheck *one = g_new0(AdrefSignatureCheck, 1);
  g_autofree char *name = g_strdup_printf("%s/%s/%s", self->tagged, self->label, self->party);
  g_autofree char *pins = adref_key_pins_get(self->repo, self->party);
  g_autoptr(GString) why = g_string_new(NULL);
  one->name = name;
  one->bytes = g_bytes_new(bytes->str, bytes->len);
  one->commit = one->label_commit = self->version.id;
  one->snapshot = self->snapshot;
  one->corrects = self->corrected->line;
  one->signers = self->signers;
  one->pins = pins;
  one->clock = self->session->now;
  adref_signature_check_parse(one);
  const AdrefSignatureCheckStep *failed = adref_signature_check_run(
      one, adref_signature_check_steps, adref_signature_check_step_count, why);
  adref_signature_check_free(one);
  if (failed)
    adref_error(error, ADREF_ERROR_REFUSED, "the signature would not hold: %s; nothing was written",
                why->str);
  return failed == NULL;
}

static gboolean check_free(const SignRequest *self, GError **error)
{
  g_autofree char *name = adref_signoff_tag_name(self->tagged, self->label, self->party);
  g_autofree char *ref = g_strconcat("refs/tags/", name, NULL);
  AdrefTag *there = adref_repo_tag(self->repo, ref);
  gboolean good = !there || self->options->replace;
  adref_tag_free(there);
  if (!good)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s has signed %s/%s before; --replace puts a new signature in its place",
                self->party, self->statement, self->label);
  return good;
}

static gboolean sign(SignRequest *self, GError **error)
{
  g_autofree char *signature = adref_signing_key_sign(&self->key, self->payload, error);
  if (!signature)
    return FALSE;
  g_autoptr(GString) bytes = g_string_new(self->payload->str);
  g_string_append(bytes, signature);
  return check_bytes(self, bytes, error) &&
         adref_repo_tag_write(self->repo, bytes->str, self->options->replace, error);
}

char *adref_sign_draft(AdrefSession *session, const char *statement,
                       const AdrefSignDraftOptions *options, GError **error)
{
  g_auto(SignRequest) self = {.session = session,
                              .options = options,
                              .party = options->party,
                              .repo = session->repo,
                              .signers = session->signers,
                              .statement = statement};
  if (!choose_draft(&self, options->draft, error) || !read_facts(&self, error) ||
      !check_free(&self, error) || !check_open(&self, error) || !check_unprinted(&self, error) ||
      !check_hidden(&self, error) ||
      !adref_signing_key_choose(session, self.party, options->key, &self.key, error) ||
      !compose(&self, error) || !is_wanted(&self, error) || !sign(&self, error))
    return NULL;
  return adref_signoff_tag_name(self.tagged, self.label, self.party);
}
