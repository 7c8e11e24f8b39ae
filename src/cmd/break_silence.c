#include <string.h>

#include "cmd/commands.h"
#include "history/label.h"
#include "history/tag.h"
#include "sign/signed_field.h"
#include "work/signing_key.h"
#include "work/silence_status.h"

/* One break on its way. */
typedef struct {
  AdrefRun *run;
  const char *party, *reason;
  AdrefSession *session;
  AdrefRepo *repo;
  const AdrefStatement *statement;
  const AdrefLabel *label; /* the draft that is under silence */
  AdrefDeadline *deadline;
  const AdrefPerson *person;
  AdrefSigningKey key;
  GString *bytes; /* of the tag */
} ObjectionRequest;

static void clear(ObjectionRequest *self)
{
  if (self->bytes)
    g_string_free(self->bytes, TRUE);
  adref_signing_key_clear(&self->key);
  adref_deadline_free(self->deadline);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ObjectionRequest, clear)

/* The draft that is named, or the last one with a deadline. */
static gboolean choose_draft(ObjectionRequest *self, const char *name, GError **error)
{
  const GPtrArray *labels = adref_session_labels(self->session, self->statement->id, error);
  if (!labels)
    return FALSE;
  for (guint i = labels->len; i > 0 && !self->label; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    if (name ? strcmp(label->name, name) == 0 : label->silence != NULL)
      self->label = label;
  }
  if (self->label && self->label->silence)
    self->deadline = adref_deadline_parse(self->label->silence);
  if (self->deadline)
    return TRUE;
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s: no draft%s%s is under silence (adref circulate --silence)", self->statement->id,
              name ? " called " : "", name ? name : "");
  return FALSE;
}

static gboolean check_free(const ObjectionRequest *self, GError **error)
{
  g_autofree char *name =
      adref_objection_tag_name(self->statement->id, self->label->name, self->party);
  g_autofree char *ref = g_strconcat("refs/tags/", name, NULL);
  AdrefTag *there = adref_repo_tag(self->repo, ref);
  gboolean free = there == NULL;
  adref_tag_free(there);
  if (!free)
    adref_error(error, ADREF_ERROR_REFUSED, "%s has broken the silence on %s before (git show %s)",
                self->party, self->label->name, name);
  return free;
}

static void compose(ObjectionRequest *self)
{
  g_autoptr(AdrefObjection) objection = adref_objection_new();
  const AdrefPerson *person = self->person;
  objection->statement = g_strdup(self->statement->id);
  objection->label = g_strdup(self->label->name);
  objection->commit = g_strdup(self->label->version.id);
  objection->deadline = g_strdup(self->deadline->text);
  objection->party = g_strdup(self->party);
  objection->name = g_strdup(person->name);
  objection->reason = g_strdup(self->reason);
  objection->time = adref_signoff_message_format_time(person->time, person->offset);
  g_autoptr(GString) message = adref_objection_write(objection);
  g_autofree char *name =
      adref_objection_tag_name(self->statement->id, self->label->name, self->party);
  g_autofree char *who = g_strdup_printf("%s <%s>", person->name, person->email);
  self->bytes = adref_signoff_payload(name, self->label->version.id, who, person->time,
                                      person->offset, message);
}

/* What adref status would not take is not written. */
static gboolean sign(ObjectionRequest *self, GError **error)
{
  g_autofree char *signature = NULL, *fingerprint = NULL, *why = NULL;
  if (!adref_signing_key_choose(self->session, self->party, adref_run_value(self->run, "key"),
                                &self->key, error) ||
      !(signature = adref_signing_key_sign(&self->key, self->bytes, error)))
    return FALSE;
  g_autofree char *all = g_strconcat(self->bytes->str, signature, NULL);
  g_autoptr(GBytes) tag = g_bytes_new(all, strlen(all));
  adref_silence_check_key(self->repo, self->session->signers, tag, self->party, &fingerprint, &why);
  if (why) {
    adref_error(error, ADREF_ERROR_REFUSED, "the signature would not hold: %s", why);
    return FALSE;
  }
  g_string_append(self->bytes, signature);
  return TRUE;
}

/* A break must get out before the deadline: where no key was asked for, none is needed. */
static gboolean sign_where_possible(ObjectionRequest *self, GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (sign(self, &cause))
    return TRUE;
  if (adref_run_value(self->run, "key")) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  adref_say("not signed: %s", cause->message);
  return TRUE;
}

static void say(const ObjectionRequest *self)
{
  g_autofree char *name =
      adref_objection_tag_name(self->statement->id, self->label->name, self->party);
  g_autofree char *until = adref_deadline_words(self->deadline);
  gint64 late = self->person->time - self->deadline->time;
  g_autofree char *span = adref_deadline_duration(ABS(late));
  g_string_append_printf(self->run->out, "%s breaks the silence on %s/%s, %s %s it ended, %s.\n",
                         self->party, self->statement->id, self->label->name, span,
                         late > 0 ? "AFTER" : "before", until);
  g_string_append_printf(self->run->out, "Nobody knows it yet. Send it with: git push origin %s\n",
                         name);
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const char *reason = adref_run_value(run, "reason");
  if (!adref_run_value(run, "as"))
    adref_error(error, ADREF_ERROR_USAGE, "break-silence: whose word is it? --as PARTY is needed");
  else if (!reason)
    adref_error(error, ADREF_ERROR_USAGE,
                "break-silence: --reason TEXT is needed; all parties will read it");
  else
    return adref_signed_field_check_reason("reason", reason, error);
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefSession *session = run->session;
  g_auto(ObjectionRequest)
      self = {.run = run,
              .party = adref_run_value(run, "as"),
              .reason = adref_run_value(run, "reason"),
              .session = session,
              .repo = session->repo,
              .statement = session->statement,
              .person = adref_session_person(session, ADREF_PERSON_ROLE_COMMITTER, error)};
  if (!self.person || !adref_session_check_party(session, self.statement, self.party, error) ||
      !choose_draft(&self, run->label, error) || !check_free(&self, error))
    return ADREF_FAILURE;
  compose(&self);
  if (!sign_where_possible(&self, error) ||
      !adref_repo_tag_write(self.repo, self.bytes->str, FALSE, error))
    return ADREF_FAILURE;
  g_autoptr(AdrefSilence) kept = NULL;
  adref_silence_status_read(session, self.statement, adref_library_parties(session->library),
                            self.label->name, NULL, &kept, NULL);
  say(&self);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "who breaks the silence"},
    {"reason", 0, "TEXT", NULL, FALSE, "why; all parties read it"},
    {"key", 0, "KEY", NULL, FALSE, "file of an ssh key, or gpg:NAME"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_break_silence = {
    .name = "break-silence",
    .arguments = "[STATEMENT[@LABEL]]",
    .summary = "Object to a draft that is under silence",
    .details =
        "Keeps the tag silence/STATEMENT/LABEL/PARTY on the draft, with the deadline, the reason, "
        "who says it and when; `git push origin TAG` sends it, which must happen before the "
        "deadline. It is signed as a sign-off is, with the key of --key, or of git's "
        "user.signingKey, or the first of ssh's usual keys that signs for the party (adref "
        "signers). Where none of them can sign, it is kept unsigned, which is said.\n\n"
        "`adref status` then says that the silence is broken, by whom, when and why. A break "
        "whose own clock is after the deadline is told as too late. No clock is proof, though: "
        "what reached the secretariat first is what its own repository says, in the file "
        "logs/refs/tags/silence/STATEMENT/LABEL/PARTY (with core.logAllRefUpdates set to "
        "always).",
    .options = options,
    .most = 1,
    .first = ADREF_FIRST_STATEMENT_LABEL,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY |
             ADREF_NEEDS_SIGNERS,
    .check = check,
    .run = run,
};
