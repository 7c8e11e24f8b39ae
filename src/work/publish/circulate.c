#include "work/publish/circulate.h"

#include <string.h>

#include "base/name.h"
#include "clause/text/unprinted.h"
#include "history/label.h"
#include "history/tag.h"
#include "history/version_source.h"
#include "sign/language_versions.h"
#include "sign/signoff.h"
#include "sign/suspected_places.h"
#include "work/changes/kept_languages.h"
#include "work/changes/stale_facts.h"
#include "work/changes/stale_translations.h"
#include "work/changes/stray_texts.h"
#include "work/check/hidden_check.h"
#include "work/check/language_warnings.h"
#include "work/check/publication_check.h"
#include "work/check/signing_key.h"
#include "work/check/version_check.h"
#include "work/edit/save_statement.h"
#include "work/kept_files.h"
#include "work/library_files.h"
#include "work/needs.h"
#include "work/records.h"

/* The draft while it is circulated. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefCirculateOptions *options;
  AdrefRepo *repo;
  const AdrefLabel *last;          /* the draft before it, or NULL */
  AdrefSigningKey key;             /* that the options name */
  char **reading;                  /* adref_session_reading_paths() */
  char **library;                  /* adref_session_library_unsaved() */
  AdrefLanguageVersions *versions; /* the texts as they are now */
  GHashTable *records;
  AdrefStaleTranslations *stale; /* what is behind in them; NULL: not searched yet */
  AdrefCirculation *made;
} CirculateRequest;

void adref_circulation_free(AdrefCirculation *circulation)
{
  if (!circulation)
    return;
  adref_frozen_numbers_free(circulation->frozen);
  adref_deadline_free(circulation->silence);
  g_free(circulation->label);
  g_free(circulation);
}

/* The deadline must be later than the time that the label will have. */
static gboolean read_silence(CirculateRequest *self, GError **error)
{
  const char *wanted = self->options->silence;
  if (!wanted)
    return TRUE;
  const AdrefPerson *person =
      adref_session_person(self->session, ADREF_PERSON_ROLE_COMMITTER, error);
  self->made->silence = person ? adref_deadline_read(wanted, error) : NULL;
  if (!self->made->silence)
    return FALSE;
  if (self->made->silence->time > person->time)
    return TRUE;
  g_autofree char *ago = adref_deadline_duration(person->time - self->made->silence->time);
  g_autofree char *words = adref_deadline_words(self->made->silence);
  adref_error(error, ADREF_ERROR_USAGE, "--silence: %s is past, by %s; a deadline is to come",
              words, ago);
  return FALSE;
}

/* A label that is signed proves its deadline: nobody else can circulate another one. */
static gboolean choose_key(CirculateRequest *self, GError **error)
{
  const char *party = self->options->party, *key = self->options->key;
  if (!key)
    return TRUE;
  if (!party) {
    adref_error(error, ADREF_ERROR_USAGE, "circulate: whose key is it? --key goes with --as PARTY");
    return FALSE;
  }
  return adref_signing_key_choose(self->session, party, key, &self->key, error);
}

static gboolean check_label(CirculateRequest *self, const GPtrArray *labels, GError **error)
{
  const char *wanted = self->options->label;
  if (wanted && !adref_name_check(ADREF_NAME_LABEL, wanted, error))
    return FALSE;
  if (g_strcmp0(wanted, ADREF_VERSION_WORK) == 0) {
    adref_error(error, ADREF_ERROR_USAGE, "--label work: work is the files as they are");
    return FALSE;
  }
  for (guint i = 0; wanted && i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    if (strcmp(label->name, wanted) != 0)
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the draft %s was circulated already, it is version %.8s; choose another label",
                self->statement->id, wanted, label->version.id);
    return FALSE;
  }
  self->made->label = wanted ? g_strdup(wanted) : adref_label_next(labels);
  return TRUE;
}

static gboolean check_changed(const CirculateRequest *self, const AdrefVersion *version,
                              GError **error)
{
  if (!self->last || *self->library || self->options->renumber || self->options->label ||
      strcmp(version->id, self->last->version.id) != 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s has not changed since %s was circulated; --label NAME marks it once more",
              self->statement->id, self->last->name);
  return FALSE;
}

/* Only what was saved is circulated; changes that are not saved are refused. */
static gboolean check(const CirculateRequest *self, GError **error)
{
  AdrefVersion version;
  AdrefSession *session = self->session;
  const char *const *paths = (const char *const *)self->reading;
  if (!adref_session_check_party(session, self->statement, self->options->party, error) ||
      !adref_session_check_identity(session, error) || !adref_repo_check_state(self->repo, error) ||
      !adref_session_check_clean(session, self->statement, error) ||
      !adref_repo_last_change(self->repo, paths, &version, error))
    return FALSE;
  return self->options->clean || check_changed(self, &version, error);
}

static gboolean save(const CirculateRequest *self, const AdrefFrozenNumbers *frozen, GError **error)
{
  g_autoptr(GString) table = self->options->renumber ? adref_frozen_numbers_table(frozen) : NULL;
  const char *what = self->options->renumber ? "numbers counted anew"
                     : frozen->changed       ? "numbers frozen"
                                             : "library files";
  g_autofree char *subject =
      g_strdup_printf("%s: %s, %s%s%s", self->statement->id, self->made->label, what,
                      table ? "\n\n" : "", table ? table->str : "");
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = self->options->party, .action = "circulate"};
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(self->session, self->statement, error);
  if (!kept)
    return FALSE;
  gboolean written = !frozen->changed || adref_frozen_numbers_write(frozen, error);
  adref_kept_files_written(kept);
  if (written && adref_save_statement(self->session, self->statement, &save_options, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

/* Another process may have saved after this one. Its version must not get the label. */
static gboolean check_is_ours(const CirculateRequest *self, const AdrefFrozenNumbers *frozen,
                              GError **error)
{
  g_autoptr(AdrefFileSource) version =
      adref_version_source_new(self->repo, &self->made->version, error);
  return version && adref_frozen_numbers_match(frozen, version, error);
}

/* What is adopted by silence must be what its pages print; of another draft it is said, for what is
 * signed or adopted must be so too. */
static gboolean check_publication(const CirculateRequest *self, const AdrefFrozenNumbers *frozen,
                                  GError **error)
{
  g_autofree char *why = adref_publication_check_facts(self->statement);
  for (guint i = 0; !why && i < frozen->documents->len; i++)
    why = adref_publication_check_links(frozen->documents->pdata[i],
                                        ((const AdrefText *)frozen->texts->pdata[i])->name,
                                        adref_library_parties(self->session->library));
  if (why && self->made->silence)
    adref_error(error, ADREF_ERROR_REFUSED, "%s; such a text is not adopted by silence", why);
  else if (why)
    adref_session_say(self->session, "%s: with this place a text is neither signed nor adopted\n%s",
                      self->statement->id, why);
  return !why || !self->made->silence;
}

/* Reads the texts as they are now with the records: what parties called words is not open. A rule
 * that does not read is refused later, with all that is wrong with the version. */
static gboolean read_talks(CirculateRequest *self, GError **error)
{
  AdrefFileSource *source = self->session->files->source;
  const AdrefParties *parties = adref_library_parties(self->session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(self->statement, parties, NULL);
  if (!rule)
    return TRUE;
  self->versions = adref_language_versions_share(source, self->session->library, self->statement,
                                                 rule, self->session->readings, error);
  self->records = self->versions ? adref_records_read(self->session, source, self->statement,
                                                      self->versions, NULL, error)
                                 : NULL;
  return self->records != NULL;
}

/* What looks like a position is not circulated: its reader would not know whether it is one. */
static gboolean check_suspected(const CirculateRequest *self, GError **error)
{
  if (!self->versions)
    return TRUE;
  const AdrefParties *parties = adref_library_parties(self->session->library);
  g_autoptr(GPtrArray) places = adref_suspected_places_new(self->versions, self->statement, parties,
                                                           self->records, !self->options->clean);
  g_autofree char *why = adref_suspected_places_refusal(places);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: what looks like a position is not circulated\n%s",
                self->statement->id, why);
  g_auto(GStrv) strangers =
      adref_suspected_places_strangers(self->versions, self->statement, parties);
  for (char **line = strangers; !why && *line; line++)
    adref_session_say(self->session, "%s: %s", self->statement->id, *line);
  return !why;
}

/* A draft that no page can show is not circulated. */
static gboolean check_characters(const CirculateRequest *self, GError **error)
{
  if (!self->versions)
    return TRUE;
  g_autofree char *why = adref_publication_check_characters(
      self->versions, self->statement, adref_library_parties(self->session->library));
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED, "%s", why);
  return !why;
}

/* Counts what is open in a text of the draft. */
static void count_open(const CirculateRequest *self, const char *language, guint *brackets,
                       guint *placeholders)
{
  const AdrefLanguageVersion *version =
      self->versions ? adref_language_versions_find(self->versions, language) : NULL;
  *brackets = *placeholders = 0;
  if (version)
    adref_language_versions_count_open(version->document, brackets, placeholders);
}

/* A text that is to be adopted by silence has no open bracket and no note, as one that is signed.
 */
static gboolean check_clean(const CirculateRequest *self, const AdrefFrozenNumbers *frozen,
                            GError **error)
{
  if (!check_publication(self, frozen, error))
    return FALSE;
  for (guint i = 0; self->made->silence && i < frozen->documents->len; i++) {
    guint brackets, placeholders;
    const AdrefNode *option = adref_language_versions_first_option(frozen->documents->pdata[i]);
    if (option) {
      g_autofree char *what = adref_language_versions_option_words(option);
      adref_error(error, ADREF_ERROR_REFUSED, "%s: %s; what is adopted by silence has no options",
                  ((const AdrefText *)frozen->texts->pdata[i])->name, what);
      return FALSE;
    }
    count_open(self, ((const AdrefText *)frozen->texts->pdata[i])->language, &brackets,
               &placeholders);
    guint unprinted = adref_unprinted_count(frozen->documents->pdata[i]);
    const char *name = ((const AdrefText *)frozen->texts->pdata[i])->name;
    if (brackets + placeholders + unprinted == 0)
      continue;
    if (brackets + placeholders > 0)
      adref_error(
          error, ADREF_ERROR_REFUSED,
          "%s: %u bracket%s open and %u text%s to come; what is adopted by silence has none", name,
          brackets, brackets == 1 ? "" : "s", placeholders, placeholders == 1 ? "" : "s");
    else
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s: %u note%s or comment%s; what is adopted by silence has none; --clean leaves "
                  "them out",
                  name, unprinted, unprinted == 1 ? "" : "s", unprinted == 1 ? "" : "s");
    return FALSE;
  }
  return TRUE;
}

static gboolean write_signed(const CirculateRequest *self, const GString *message, GError **error)
{
  const AdrefPerson *person =
      adref_session_person(self->session, ADREF_PERSON_ROLE_COMMITTER, error);
  if (!person)
    return FALSE;
  g_autofree char *name = g_strdup_printf("%s/%s", self->statement->id, self->made->label);
  g_autofree char *who = g_strdup_printf("%s <%s>", person->name, person->email);
  g_autoptr(GString) bytes = adref_signoff_payload(name, self->made->version.id, who, person->time,
                                                   person->offset, message);
  g_autofree char *signature = adref_signing_key_sign(&self->key, bytes, error);
  if (!signature)
    return FALSE;
  g_string_append(bytes, signature);
  return adref_repo_tag_write(self->repo, bytes->str, FALSE, error);
}

static gboolean label(const CirculateRequest *self, GError **error)
{
  const char *note = self->options->message;
  const char *party = self->options->party;
  g_autoptr(GString) message = g_string_new(note);
  if (!note)
    g_string_printf(message, "%s: draft %s", self->statement->id, self->made->label);
  g_string_append_printf(message, "\n\nStatement: %s\n", self->statement->id);
  if (party)
    g_string_append_printf(message, "Party: %s\n", party);
  if (self->made->silence)
    g_string_append_printf(message, "Silence: %s\n", self->made->silence->text);
  if (self->key.signer)
    return write_signed(self, message, error);
  return adref_repo_label(self->repo, self->statement->id, self->made->label, &self->made->version,
                          message->str, error);
}

/* A text that is to be adopted by silence could be signed: texts that bind say the same, and were
 * translated since the rolling text changed, or all who must sign have accepted the difference. */
static gboolean check_languages(const CirculateRequest *self, const AdrefSigningRule *rule,
                                GPtrArray *states, GError **error)
{
  if (!adref_stale_translations_compute(self->session, self->statement, NULL, self->versions, rule,
                                        self->records, states, error))
    return FALSE;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(self->versions);
  g_autofree char *why = adref_language_states_refusal(states, rule, self->records, hashes);
  if (why)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %s; what is adopted by silence says the same in every language that binds; "
                "put the texts in step, or each party that must sign accepts the difference: adref "
                "agree --difference CLAUSE",
                self->statement->id, why);
  return !why;
}

/* The texts of the draft with their frozen numbers. The caller frees the array. */
static AdrefLanguageText *language_texts(const AdrefFrozenNumbers *frozen)
{
  AdrefLanguageText *texts = g_new0(AdrefLanguageText, frozen->texts->len);
  for (guint i = 0; i < frozen->texts->len; i++)
    texts[i] = (AdrefLanguageText){((const AdrefText *)frozen->texts->pdata[i])->language,
                                   frozen->documents->pdata[i]};
  return texts;
}

/* How the languages differ, which is only said; what is behind is found at the same time. Caller
 * unrefs. */
static GPtrArray *kept_states(CirculateRequest *self, const AdrefLanguageText *texts,
                              const AdrefSigningRule *rule, const AdrefParties *parties)
{
  const AdrefFrozenNumbers *frozen = self->made->frozen;
  guint count = frozen->texts->len;
  g_autofree GBytes **bytes = g_new0(GBytes *, count);
  for (guint i = 0; i < count; i++)
    bytes[i] = ((const AdrefReading *)frozen->readings->pdata[i])->bytes;
  const AdrefNumbering *numbering = &((const AdrefText *)frozen->texts->pdata[0])->house->numbering;
  const AdrefKeptLanguages languages = {texts,           bytes, count,   numbering,
                                        self->statement, rule,  parties, self->records};
  self->stale = adref_stale_translations_begin(self->session, self->statement, NULL, self->versions,
                                               rule, FALSE, NULL);
  return adref_kept_languages_states(
      self->session, &languages, self->stale ? adref_stale_translations_run : NULL, self->stale);
}

/* Says how the languages of the draft differ; refuses a draft under silence that contradicts
 * itself. */
static gboolean compare_languages(CirculateRequest *self, GError **error)
{
  const AdrefFrozenNumbers *frozen = self->made->frozen;
  if (!self->statement->languages[1])
    return TRUE;
  const AdrefParties *parties = adref_library_parties(self->session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(self->statement, parties, error);
  if (!rule)
    return FALSE;
  g_autofree AdrefLanguageText *texts = language_texts(frozen);
  g_autoptr(GPtrArray) states =
      self->made->silence /* which may adopt it: nothing that was kept counts */
          ? adref_language_states_new(texts, frozen->texts->len, self->statement, rule, parties)
          : kept_states(self, texts, rule, parties);
  if (self->made->silence && !check_languages(self, rule, states, error))
    return FALSE;
  adref_language_warnings_say(self->session, self->statement->id, states,
                              ADREF_LANGUAGE_WARNINGS_PLACE);
  return TRUE;
}

/* Says what of the draft a reader cannot see. Where numbers changed, saving has said it of the
 * texts. */
static void say_hidden(const CirculateRequest *self)
{
  const AdrefFrozenNumbers *frozen = self->made->frozen;
  adref_hidden_check_say_facts(self->session, self->statement);
  for (guint i = 0; !frozen->changed && i < frozen->texts->len; i++)
    adref_hidden_check_say_text(frozen->texts->pdata[i], frozen->documents->pdata[i]);
}

/* Says which words of the draft still say a fact as it was. */
static gboolean say_stale_facts(const CirculateRequest *self, GError **error)
{
  const AdrefFrozenNumbers *frozen = self->made->frozen;
  g_autofree AdrefLanguageText *texts = language_texts(frozen);
  return adref_stale_facts_say(self->session, self->statement, texts, frozen->texts->len, error);
}

static gboolean circulate(CirculateRequest *self, const GPtrArray *labels, GError **error)
{
  AdrefCirculation *made = self->made;
  self->reading = adref_session_reading_paths(self->session, self->statement);
  self->library = adref_session_library_unsaved(self->session, self->statement, error);
  if (!self->library || !read_silence(self, error) || !choose_key(self, error) ||
      !check_label(self, labels, error) || !check(self, error))
    return FALSE;
  const AdrefFreezeOptions freezing = {.draft = self->last ? &self->last->version : NULL,
                                       .renumber = self->options->renumber,
                                       .clean = self->options->clean};
  AdrefFrozenNumbers *frozen = made->frozen =
      adref_frozen_numbers_new(self->session, self->statement, &freezing, error);
  if (!frozen || !read_talks(self, error) || !check_suspected(self, error) ||
      !check_characters(self, error) || !check_clean(self, frozen, error) ||
      !compare_languages(self, error) || !say_stale_facts(self, error))
    return FALSE;
  adref_stray_texts_say(self->session, self->statement);
  if (self->stale)
    adref_stale_translations_say_found(self->stale, NULL);
  else
    adref_stale_translations_say(self->session, self->statement, NULL);
  say_hidden(self);
  return (!(frozen->changed || *self->library) || save(self, frozen, error)) &&
         adref_repo_last_change(self->repo, (const char *const *)self->reading, &made->version,
                                error) &&
         check_changed(self, &made->version, error) && check_is_ours(self, frozen, error) &&
         adref_version_check(self->session, self->statement->id, &made->version, error) &&
         label(self, error);
}

AdrefCirculation *adref_circulate(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefCirculateOptions *options, GError **error)
{
  const GPtrArray *labels = adref_session_labels(session, statement->id, error);
  if (!labels)
    return NULL;
  g_autoptr(AdrefCirculation) made = g_new0(AdrefCirculation, 1);
  CirculateRequest self = {.session = session,
                           .statement = statement,
                           .options = options,
                           .repo = session->repo,
                           .last = adref_repo_last_label(session->repo, labels),
                           .made = made};
  gboolean done = circulate(&self, labels, error);
  adref_signing_key_clear(&self.key);
  g_strfreev(self.reading);
  g_strfreev(self.library);
  g_clear_pointer(&self.records, g_hash_table_unref);
  adref_stale_translations_free(self.stale);
  adref_language_versions_free(self.versions);
  return done ? g_steal_pointer(&made) : NULL;
}
