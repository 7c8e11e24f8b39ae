#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "cmd/commands.h"
#include "history/label.h"
#include "history/version_source.h"
#include "sign/correction_check.h"
#include "sign/signed_field.h"
#include "sign/verify.h"
#include "view/json_draft.h"
#include "work/frozen_numbers.h"
#include "work/save_statement.h"

/* One correction on its way. */
typedef struct {
  AdrefRun *run;
  const char *reason;
  AdrefSession *session;
  AdrefRepo *repo;
  const AdrefStatement *statement;
  const GPtrArray *labels;
  char *label;                  /* of the correction */
  char *former;                 /* of what is corrected */
  AdrefVersion version;         /* of that */
  AdrefStatementSnapshot *then; /* what was signed */
  AdrefStatementSnapshot *now;  /* what it is to be */
  GString *document;            /* the procès-verbal */
} CorrectionRequest;

static void clear(CorrectionRequest *self)
{
  if (self->document)
    g_string_free(self->document, TRUE);
  adref_statement_snapshot_free(self->now);
  adref_statement_snapshot_free(self->then);
  g_free(self->former);
  g_free(self->label);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CorrectionRequest, clear)

static const AdrefLabel *find_label(const CorrectionRequest *self, const char *name)
{
  for (guint i = 0; i < self->labels->len; i++) {
    const AdrefLabel *label = self->labels->pdata[i];
    if (strcmp(label->name, name) == 0)
      return label;
  }
  return NULL;
}

/* corr1, corr2 ... */
static gboolean choose_label(CorrectionRequest *self, GError **error)
{
  const char *wanted = adref_run_value(self->run, "label");
  if (wanted && (find_label(self, wanted) || strcmp(wanted, ADREF_VERSION_WORK) == 0)) {
    adref_error(error, ADREF_ERROR_REFUSED, "--label %s: it is taken already", wanted);
    return FALSE;
  }
  self->label = g_strdup(wanted ? wanted : "corr1");
  for (guint i = 2; !wanted && find_label(self, self->label); i++) {
    g_free(self->label);
    self->label = g_strdup_printf("corr%u", i);
  }
  return TRUE;
}

/* What is corrected is a text that all have signed: the one that is named, or the last such. */
static gboolean choose_former(CorrectionRequest *self, const char *name, GError **error)
{
  const AdrefSigners *signers = adref_session_signers(self->session, error);
  AdrefVerifyOptions save_options = {.repo = self->repo,
                                     .statement = self->statement->id,
                                     .label = name,
                                     .signers = signers,
                                     .checks = adref_signature_check_steps,
                                     .count = adref_signature_check_step_count};
  g_autoptr(AdrefVerification) made = signers ? adref_verify(&save_options, error) : NULL;
  if (!made)
    return FALSE;
  for (guint i = made->drafts->len; i > 0 && !self->former; i--) {
    const AdrefDraftResult *draft = made->drafts->pdata[i - 1];
    if (!adref_draft_result_is_complete(draft))
      continue;
    self->former = g_strdup(draft->label);
    g_strlcpy(self->version.id, draft->commit, sizeof self->version.id);
  }
  if (!self->former)
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: %s%s signed by all who must sign, and only such a text is corrected; any other "
        "is changed, and circulated again",
        self->statement->id, name ? name : "no draft is", name ? " is not" : "");
  return self->former != NULL;
}

static AdrefStatementSnapshot *read_version(const CorrectionRequest *self,
                                            const AdrefVersion *version, GError **error)
{
  AdrefFileSource *source = adref_version_source_new(self->repo, version, error);
  AdrefStatementSnapshot *snapshot =
      source ? adref_statement_snapshot_new(source, self->statement->id) : NULL;
  if (!snapshot || !snapshot->problem)
    return snapshot;
  adref_error(error, ADREF_ERROR_REFUSED, "%s", snapshot->problem);
  adref_statement_snapshot_free(snapshot);
  return NULL;
}

static gboolean read_now(CorrectionRequest *self, GError **error)
{
  AdrefVersion version;
  g_clear_pointer(&self->now, adref_statement_snapshot_free);
  if (adref_repo_last_change(self->repo, self->statement->folder, &version, error))
    self->now = read_version(self, &version, error);
  return self->now != NULL;
}

static gboolean check_closed(const CorrectionRequest *self, GError **error)
{
  for (guint i = 0; i < self->now->language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = self->now->language_versions->items->pdata[i];
    guint brackets, placeholders;
    adref_language_versions_count_open(language_version->document, &brackets, &placeholders);
    if (brackets + placeholders == 0)
      continue;
    adref_error(error, ADREF_ERROR_REFUSED, "%s: a bracket is open; a correction has none",
                language_version->path);
    return FALSE;
  }
  return TRUE;
}

/* The same parties sign for the same languages; only words are corrected. */
static gboolean check_same(const CorrectionRequest *self, GError **error)
{
  g_autofree char *changed = adref_signed_texts_changed(self->then->texts, self->now->texts);
  gboolean same = self->then->texts->len == self->now->texts->len;
  for (guint i = 0; same && i < self->now->texts->len; i++) {
    const AdrefSignedText *was = self->then->texts->pdata[i], *is = self->now->texts->pdata[i];
    same = strcmp(was->language, is->language) == 0 && was->role == is->role;
  }
  if (!*changed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the text is that of %s; put right what is wrong, save it, then correct",
                self->statement->id, self->former);
  else if (!same)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the languages or their roles are not those of %s; a correction is of words",
                self->statement->id, self->former);
  else if (strcmp(self->then->rule_text, self->now->rule_text) != 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: who must sign is \"%s\", and was \"%s\" in %s; a correction is signed by the "
                "same",
                self->statement->id, self->now->rule_text, self->then->rule_text, self->former);
  else
    return check_closed(self, error);
  return FALSE;
}

/* Numbers stay, as in any draft. */
static gboolean freeze(const CorrectionRequest *self, GError **error)
{
  g_autoptr(AdrefFrozenNumbers) frozen =
      adref_frozen_numbers_new(self->session, self->statement, &self->version, FALSE, error);
  if (!frozen || !frozen->changed)
    return frozen != NULL;
  g_autofree char *subject =
      g_strdup_printf("%s: %s, numbers frozen", self->statement->id, self->label);
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = adref_run_value(self->run, "as"), .action = "correct"};
  return adref_frozen_numbers_write(frozen, error) &&
         adref_save_statement(self->session, self->statement, &save_options, error);
}

static void compose(CorrectionRequest *self)
{
  g_autoptr(AdrefCorrection) correction = adref_correction_new(
      self->statement->id, self->label, self->former, self->version.id, self->reason);
  self->document = adref_correction_write(correction, self->then->language_versions->items,
                                          self->now->language_versions->items);
}

static gboolean save(CorrectionRequest *self, GError **error)
{
  g_autofree char *path = adref_correction_path(self->statement->folder, self->label);
  g_autofree char *file = adref_session_path(self->session, path);
  g_autofree char *folder = g_path_get_dirname(file);
  g_autofree char *subject = g_strdup_printf("%s: %s, corrections of %s\n\n%s", self->statement->id,
                                             self->label, self->former, self->reason);
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = adref_run_value(self->run, "as"), .action = "correct"};
  return adref_folder_make(folder, error) &&
         adref_file_write(file, self->document->str, self->document->len, error) &&
         adref_save_statement(self->session, self->statement, &save_options, error);
}

/* Another process may have saved meanwhile: what gets the label is what was written. */
static gboolean check_saved(CorrectionRequest *self, GError **error)
{
  AdrefVersion version;
  if (!adref_repo_last_change(self->repo, self->statement->folder, &version, error) ||
      !read_now(self, error))
    return FALSE;
  g_autoptr(AdrefCorrectionCheck) corrected =
      adref_correction_check(self->repo, self->labels, self->now, self->label);
  if (corrected->former && !corrected->problem) {
    self->version = version;
    return TRUE;
  }
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: somebody else changed it meanwhile; nothing was circulated, try again",
              self->statement->id);
  return FALSE;
}

static gboolean label(const CorrectionRequest *self, GError **error)
{
  const char *party = adref_run_value(self->run, "as");
  g_autoptr(GString) note = g_string_new(NULL);
  g_string_printf(note, "%s: %s, corrections of %s\n\n%s\n\nStatement: %s\nCorrects: %s\n",
                  self->statement->id, self->label, self->former, self->reason, self->statement->id,
                  self->former);
  if (party)
    g_string_append_printf(note, "Party: %s\n", party);
  return adref_repo_label(self->repo, self->statement->id, self->label, &self->version, note->str,
                          error);
}

static void say(const CorrectionRequest *self)
{
  g_autofree char *path = adref_correction_path(self->statement->folder, self->label);
  adref_say("circulated %s/%s, version %.8s: corrections of %s", self->statement->id, self->label,
            self->version.id, self->former);
  AdrefJsonCorrection json = {.statement = self->statement->id,
                              .label = self->label,
                              .version = self->version.id,
                              .corrects = self->former,
                              .reason = self->reason,
                              .file = path};
  if (self->run->json)
    adref_put(self->run, adref_json_correction_write(&json));
  else
    g_string_append_len(self->run->out, self->document->str, (gssize)self->document->len);
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const char *label = adref_run_value(run, "label"), *reason = adref_run_value(run, "reason");
  if (!reason) {
    adref_error(error, ADREF_ERROR_USAGE,
                "correct: --reason TEXT is needed; it is part of what all sign");
    return FALSE;
  }
  return adref_signed_field_check_reason("reason", reason, error) &&
         (!label || adref_name_check(ADREF_NAME_LABEL, label, error));
}

static int run(AdrefRun *run, GError **error)
{
  AdrefSession *session = run->session;
  g_auto(CorrectionRequest)
      self = {.run = run,
              .reason = adref_run_value(run, "reason"),
              .session = session,
              .repo = session->repo,
              .statement = session->statement,
              .labels = adref_session_labels(session, session->statement_id, error)};
  if (!self.labels || !choose_label(&self, error) || !choose_former(&self, run->label, error))
    return ADREF_FAILURE;
  self.then = read_version(&self, &self.version, error);
  if (!self.then || !read_now(&self, error) || !check_same(&self, error) || !freeze(&self, error) ||
      !read_now(&self, error))
    return ADREF_FAILURE;
  compose(&self);
  if (!save(&self, error) || !check_saved(&self, error) || !label(&self, error))
    return ADREF_FAILURE;
  say(&self);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"reason", 0, "TEXT", NULL, FALSE, "why; it is part of what all sign"},
    {"label", 0, "LABEL", NULL, FALSE, "the name of the draft (corr1, corr2 ...)"},
    {"as", 0, "PARTY", NULL, FALSE, "who proposes the correction"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_correct = {
    .name = "correct",
    .arguments = "[STATEMENT[@LABEL]]",
    .summary = "Correct a text that all have signed",
    .details =
        "Makes the proc\303\250s-verbal of rectification from the text that was signed by all who "
        "must, the one of that label or the last such, to the text as it was saved: where it "
        "stands, "
        "for which words which are to be read, and why. It is printed, kept as "
        "statements/ID/corrections/LABEL.md, and goes out as a draft of its own, corr1, corr2 and "
        "so on. (`adref restore --from VERSION` brings the text of another version before.)\n\n"
        "That draft is signed by all again (adref sign): each signature names what is corrected "
        "and the SHA-256 of the proc\303\250s-verbal. `adref verify` makes it anew from both texts "
        "and "
        "compares; `adref finalize` publishes the former text, the redline and the text as it "
        "reads now.",
    .options = options,
    .most = 1,
    .first = ADREF_FIRST_STATEMENT_LABEL,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY |
             ADREF_NEEDS_PARTY | ADREF_NEEDS_IDENTITY | ADREF_NEEDS_NO_MERGE | ADREF_NEEDS_CLEAN,
    .check = check,
    .run = run,
};
