#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "history/deadline.h"
#include "history/label.h"
#include "history/tag.h"
#include "history/version_source.h"
#include "sign/language_versions.h"
#include "sign/signoff.h"
#include "view/json_draft.h"
#include "work/frozen_numbers.h"
#include "work/save_statement.h"
#include "work/signing_key.h"

/* One draft on its way out. */
typedef struct {
  AdrefRun *run;
  AdrefSession *session;
  const AdrefStatement *statement;
  AdrefRepo *repo;
  char *label;
  const AdrefLabel *last; /* the draft before it, or NULL */
  gboolean renumber;
  AdrefDeadline *silence; /* NULL: no silence procedure */
  AdrefSigningKey key;    /* with --key */
  AdrefVersion version;
} CirculateRequest;

static void clear(CirculateRequest *self)
{
  adref_signing_key_clear(&self->key);
  adref_deadline_free(self->silence);
  g_free(self->label);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CirculateRequest, clear)

/* The deadline must be to come by the clock that the draft will bear. */
static gboolean read_silence(CirculateRequest *self, GError **error)
{
  const char *wanted = adref_run_value(self->run, "silence");
  if (!wanted)
    return TRUE;
  const AdrefPerson *person =
      adref_session_person(self->session, ADREF_PERSON_ROLE_COMMITTER, error);
  self->silence = person ? adref_deadline_read(wanted, error) : NULL;
  if (!self->silence)
    return FALSE;
  if (self->silence->time > person->time)
    return TRUE;
  g_autofree char *ago = adref_deadline_duration(person->time - self->silence->time);
  g_autofree char *words = adref_deadline_words(self->silence);
  adref_error(error, ADREF_ERROR_USAGE, "--silence: %s is past, by %s; a deadline is to come",
              words, ago);
  return FALSE;
}

/* With --key the draft's tag is signed, so that nobody else can say another deadline. */
static gboolean choose_key(CirculateRequest *self, GError **error)
{
  const char *party = adref_run_value(self->run, "as"), *key = adref_run_value(self->run, "key");
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
  const char *wanted = adref_run_value(self->run, "label");
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
  self->label = wanted ? g_strdup(wanted) : adref_label_next(labels);
  return TRUE;
}

/* What goes out is what was saved, under the name of who saved it; so nothing is swept in. */
static gboolean check(const CirculateRequest *self, GError **error)
{
  AdrefVersion version;
  if (!adref_session_require(self->session,
                             ADREF_NEEDS_PARTY | ADREF_NEEDS_IDENTITY | ADREF_NEEDS_NO_MERGE |
                                 ADREF_NEEDS_CLEAN,
                             NULL, adref_run_value(self->run, "as"), error) ||
      !adref_repo_last_change(self->repo, self->statement->folder, &version, error))
    return FALSE;
  if (!self->last || self->renumber || adref_run_value(self->run, "label") ||
      strcmp(version.id, self->last->version.id) != 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s has not changed since %s was circulated; --label NAME marks it once more",
              self->statement->id, self->last->name);
  return FALSE;
}

static gboolean save(const CirculateRequest *self, const AdrefFrozenNumbers *frozen, GError **error)
{
  g_autoptr(GString) table = self->renumber ? adref_frozen_numbers_table(frozen) : NULL;
  g_autofree char *subject =
      g_strdup_printf("%s: %s, %s%s%s", self->statement->id, self->label,
                      self->renumber ? "numbers counted anew" : "numbers frozen",
                      table ? "\n\n" : "", table ? table->str : "");
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = adref_run_value(self->run, "as"), .action = "circulate"};
  return adref_frozen_numbers_write(frozen, error) &&
         adref_save_statement(self->session, self->statement, &save_options, error);
}

/* Another process may have saved after this one: its version must not get the label unseen. */
static gboolean check_is_ours(const CirculateRequest *self, const AdrefFrozenNumbers *frozen,
                              GError **error)
{
  g_autoptr(AdrefFileSource) version = adref_version_source_new(self->repo, &self->version, error);
  return version && adref_frozen_numbers_match(frozen, version, error);
}

/* What is adopted by silence is a text that could be signed. */
static gboolean check_clean(const CirculateRequest *self, const AdrefFrozenNumbers *frozen,
                            GError **error)
{
  for (guint i = 0; self->silence && i < frozen->documents->len; i++) {
    guint brackets, placeholders;
    adref_language_versions_count_open(frozen->documents->pdata[i], &brackets, &placeholders);
    if (brackets + placeholders == 0)
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %u bracket%s open and %u text%s to come; what is adopted by silence has none",
                ((const AdrefText *)frozen->texts->pdata[i])->name, brackets,
                brackets == 1 ? "" : "s", placeholders, placeholders == 1 ? "" : "s");
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
  g_autofree char *name = g_strdup_printf("%s/%s", self->statement->id, self->label);
  g_autofree char *who = g_strdup_printf("%s <%s>", person->name, person->email);
  g_autoptr(GString) bytes =
      adref_signoff_payload(name, self->version.id, who, person->time, person->offset, message);
  g_autofree char *signature = adref_signing_key_sign(&self->key, bytes, error);
  if (!signature)
    return FALSE;
  g_string_append(bytes, signature);
  return adref_repo_tag_write(self->repo, bytes->str, FALSE, error);
}

static gboolean label(const CirculateRequest *self, GError **error)
{
  const char *note = adref_run_value(self->run, "message");
  const char *party = adref_run_value(self->run, "as");
  g_autoptr(GString) message = g_string_new(note);
  if (!note)
    g_string_printf(message, "%s: draft %s", self->statement->id, self->label);
  g_string_append_printf(message, "\n\nStatement: %s\n", self->statement->id);
  if (party)
    g_string_append_printf(message, "Party: %s\n", party);
  if (self->silence)
    g_string_append_printf(message, "Silence: %s\n", self->silence->text);
  if (self->key.signer)
    return write_signed(self, message, error);
  return adref_repo_label(self->repo, self->statement->id, self->label, &self->version,
                          message->str, error);
}

static void put_json(const CirculateRequest *self, const AdrefFrozenNumbers *frozen)
{
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(AdrefJsonNumber));
  for (guint i = 0; i < frozen->numbers->len; i++) {
    const AdrefNumberChange *number = frozen->numbers->pdata[i];
    AdrefJsonNumber member = {number->name, number->old, number->now};
    g_array_append_val(numbers, member);
  }
  AdrefJsonDraft draft = {.statement = self->statement->id,
                          .label = self->label,
                          .version = self->version.id,
                          .silence = self->silence ? self->silence->text : NULL,
                          .frozen = frozen->frozen,
                          .deleted = frozen->deleted,
                          .numbers = numbers};
  adref_put(self->run, adref_json_draft_write(&draft));
}

static void say(const CirculateRequest *self, const AdrefFrozenNumbers *frozen)
{
  g_autoptr(GString) what = g_string_new(NULL);
  g_string_printf(what, "circulated %s/%s, version %.8s", self->statement->id, self->label,
                  self->version.id);
  if (self->renumber)
    g_string_append(what, ": numbers counted anew");
  else if (frozen->frozen > 0)
    g_string_append_printf(what, ": %u number%s frozen", frozen->frozen,
                           frozen->frozen == 1 ? "" : "s");
  if (frozen->deleted > 0)
    g_string_append_printf(what, "%s %u clause%s deleted",
                           self->renumber || frozen->frozen > 0 ? "," : ":", frozen->deleted,
                           frozen->deleted == 1 ? "" : "s");
  g_autofree char *until = self->silence ? adref_deadline_words(self->silence) : NULL;
  if (until)
    g_string_append_printf(what, "; under silence until %s", until);
  adref_say("%s", what->str);
  g_autoptr(GString) table = adref_frozen_numbers_table(frozen);
  if (self->run->json)
    put_json(self, frozen);
  else if (self->renumber)
    g_string_append(self->run->out, table->str);
}

static gboolean circulate(CirculateRequest *self, GError **error)
{
  g_autoptr(AdrefFrozenNumbers) frozen =
      adref_frozen_numbers_new(self->session, self->statement,
                               self->last ? &self->last->version : NULL, self->renumber, error);
  if (!frozen || !check_clean(self, frozen, error) ||
      (frozen->changed && !save(self, frozen, error)) ||
      !adref_repo_last_change(self->repo, self->statement->folder, &self->version, error) ||
      !check_is_ours(self, frozen, error) || !label(self, error))
    return FALSE;
  say(self, frozen);
  return TRUE;
}

static gboolean check_message(const AdrefRun *run, GError **error)
{
  const char *message = adref_run_value(run, "message");
  if (!message || *message)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "circulate: the message is empty");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefSession *session = run->session;
  const GPtrArray *labels = adref_session_labels(session, session->statement_id, error);
  if (!labels)
    return ADREF_FAILURE;
  AdrefRepo *repo = session->repo;
  g_auto(CirculateRequest)
      self = {.run = run, .session = session, .statement = session->statement, .repo = repo};
  self.last = adref_repo_last_label(repo, labels);
  self.renumber = adref_run_flag(run, "renumber");
  if (!read_silence(&self, error) || !choose_key(&self, error))
    return ADREF_FAILURE;
  gboolean done =
      check_label(&self, labels, error) && check(&self, error) && circulate(&self, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"label", 0, "LABEL", NULL, FALSE, "the draft's name instead of the next in order"},
    {"renumber", 0, NULL, NULL, FALSE, "count all numbers anew, for adoption"},
    {"silence", 0, "DEADLINE", NULL, FALSE,
     "adopted unless somebody breaks the silence: 2023-12-01T18:00[Asia/Tokyo]"},
    {"as", 0, "PARTY", NULL, FALSE, "who circulates it"},
    {"key", 0, "KEY", NULL, FALSE, "sign the draft's tag: file of an ssh key, or gpg:NAME"},
    {"message", 'm', "TEXT", NULL, FALSE, "what is said with the draft"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_circulate = {
    .name = "circulate",
    .arguments = "[STATEMENT]",
    .summary = "Mark the text as a draft, and freeze its numbers",
    .details =
        "Puts a label on the statement as it was saved: zero, then rev1, rev2 and so on, or the "
        "one you name. The label is an annotated git tag, STATEMENT/LABEL; `git push --tags` "
        "sends it. A text with changes that are not saved, or one that does not read cleanly, is "
        "refused.\n\n"
        "From the first draft on the numbers of paragraphs stay: what is inserted behind 12 "
        "becomes 12 bis, 12 ter; what is moved keeps its number; what is deleted leaves its "
        "number behind, with the words [deleted]. That is done when the next draft is circulated, "
        "in a version of its own.\n\n"
        "With --renumber, for adoption, all numbers are counted anew, deleted ones go, and the "
        "table of old and new numbers is printed and kept in the version's message. References to "
        "paragraphs follow; one to a deleted paragraph must be put right before.\n\n"
        "With --silence the draft is adopted unless a party breaks the silence by the deadline "
        "(adref break-silence), which is an hour in a time zone and stands in the tag's message; "
        "adref status says how it stands. A text with open brackets is refused. With --as PARTY "
        "--key KEY the tag is signed, so that nobody else can say another deadline.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY,
    .check = check_message,
    .run = run,
};
