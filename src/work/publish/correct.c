#include "work/publish/correct.h"

#include <string.h>

#include "base/file.h"
#include "history/label.h"
#include "sign/correction_check.h"
#include "sign/verify.h"
#include "work/check/publication_check.h"
#include "work/check/version_snapshot.h"
#include "work/edit/save_statement.h"
#include "work/kept_files.h"
#include "work/library_files.h"
#include "work/publish/frozen_numbers.h"
#include "work/records.h"
#include "work/select_draft.h"

/* The correction while it is made. */
typedef struct {
  AdrefSession *session;
  AdrefRepo *repo;
  const AdrefStatement *statement;
  const AdrefCorrectOptions *options;
  const GPtrArray *labels;
  AdrefStatementSnapshot *then; /* what was signed */
  AdrefStatementSnapshot *now;  /* what it is to be */
  AdrefCorrectionDraft *made;   /* its `version`: of what is corrected, until that is saved */
} CorrectionRequest;

static void clear(CorrectionRequest *self)
{
  adref_statement_snapshot_free(self->now);
  adref_statement_snapshot_free(self->then);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CorrectionRequest, clear)

void adref_correction_draft_free(AdrefCorrectionDraft *draft)
{
  if (!draft)
    return;
  if (draft->document)
    g_string_free(draft->document, TRUE);
  g_free(draft->former);
  g_free(draft->label);
  g_free(draft);
}

/* corr1, corr2 ... */
static gboolean choose_label(CorrectionRequest *self, GError **error)
{
  const char *wanted = self->options->label;
  if (wanted &&
      (adref_select_draft(self->labels, wanted) || strcmp(wanted, ADREF_VERSION_WORK) == 0)) {
    adref_error(error, ADREF_ERROR_REFUSED, "--label %s: it is taken already", wanted);
    return FALSE;
  }
  self->made->label = g_strdup(wanted ? wanted : "corr1");
  for (guint i = 2; !wanted && adref_select_draft(self->labels, self->made->label); i++) {
    g_free(self->made->label);
    self->made->label = g_strdup_printf("corr%u", i);
  }
  return TRUE;
}

/* Only a text that all have signed is corrected: the one that is named, or the last of them. */
static gboolean choose_former(CorrectionRequest *self, const char *name, GError **error)
{
  const AdrefSigners *signers = adref_session_signers(self->session, error);
  AdrefVerifyOptions verify_options = {.repo = self->repo,
                                       .statement = self->statement->id,
                                       .label = name,
                                       .signers = signers,
                                       .readings = self->session->readings,
                                       .library = self->session->library,
                                       .checks = adref_signature_check_steps,
                                       .count = adref_signature_check_step_count};
  g_autoptr(AdrefVerification) made = signers ? adref_verify(&verify_options, error) : NULL;
  if (!made)
    return FALSE;
  for (guint i = made->drafts->len; i > 0 && !self->made->former; i--) {
    const AdrefDraftResult *draft = made->drafts->pdata[i - 1];
    if (!adref_draft_result_is_complete(draft))
      continue;
    self->made->former = g_strdup(draft->label);
    g_strlcpy(self->made->version.id, draft->commit, sizeof self->made->version.id);
  }
  if (!self->made->former)
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: %s%s signed by all who must sign, and only such a text is corrected; any other "
        "is changed, and circulated again",
        self->statement->id, name ? name : "no draft is", name ? " is not" : "");
  return self->made->former != NULL;
}

static gboolean read_now(CorrectionRequest *self, GError **error)
{
  AdrefVersion version;
  g_auto(GStrv) reading = adref_session_reading_paths(self->session, self->statement);
  const char *const *paths = (const char *const *)reading;
  g_clear_pointer(&self->now, adref_statement_snapshot_free);
  if (adref_repo_last_change(self->repo, paths, &version, error))
    self->now = adref_version_snapshot(self->session, self->statement->id, &version, error);
  return self->now != NULL;
}

/* The records of now say which brackets are words. */
static gboolean check_closed(const CorrectionRequest *self, GError **error)
{
  g_autoptr(GHashTable) records =
      adref_records_read(self->session, self->session->files->source, self->now->statement,
                         self->now->language_versions, NULL, error);
  return records && adref_publication_check_closed(self->now, "", "a correction", error);
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
                self->statement->id, self->made->former);
  else if (!same)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the languages or their roles are not those of %s; a correction is of words",
                self->statement->id, self->made->former);
  else if (strcmp(self->then->rule_text, self->now->rule_text) != 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: who must sign is \"%s\", and was \"%s\" in %s; a correction is signed by the "
                "same",
                self->statement->id, self->now->rule_text, self->then->rule_text,
                self->made->former);
  else
    return check_closed(self, error);
  return FALSE;
}

/* Saves what was written; where either fails, the files are put back. */
static gboolean save_written(const CorrectionRequest *self, AdrefKeptFiles *kept, gboolean written,
                             const AdrefSaveStatementOptions *options, GError **error)
{
  adref_kept_files_written(kept);
  if (written && adref_save_statement(self->session, self->statement, options, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

/* Numbers are frozen, as in any draft. */
static gboolean freeze(const CorrectionRequest *self, GError **error)
{
  const AdrefFreezeOptions freezing = {.draft = &self->made->version};
  g_autoptr(AdrefFrozenNumbers) frozen =
      adref_frozen_numbers_new(self->session, self->statement, &freezing, error);
  if (!frozen || !frozen->changed)
    return frozen != NULL;
  g_autofree char *subject =
      g_strdup_printf("%s: %s, numbers frozen", self->statement->id, self->made->label);
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = self->options->party, .action = "correct"};
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(self->session, self->statement, error);
  if (!kept)
    return FALSE;
  gboolean written = adref_frozen_numbers_write(frozen, error);
  return save_written(self, kept, written, &save_options, error);
}

static void compose(CorrectionRequest *self)
{
  g_autoptr(AdrefCorrection) correction =
      adref_correction_new(self->statement->id, self->made->label, self->made->former,
                           self->made->version.id, self->options->reason);
  AdrefCorrectionSide then = {self->then->language_versions->items, self->then->facts};
  AdrefCorrectionSide now = {self->now->language_versions->items, self->now->facts};
  self->made->document = adref_correction_write(correction, &then, &now);
}

static gboolean save(CorrectionRequest *self, GError **error)
{
  g_autofree char *path = adref_correction_path(self->statement->folder, self->made->label);
  g_autofree char *file = adref_session_path(self->session, path);
  g_autofree char *folder = g_path_get_dirname(file);
  g_autofree char *subject =
      g_strdup_printf("%s: %s, corrections of %s\n\n%s", self->statement->id, self->made->label,
                      self->made->former, self->options->reason);
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = self->options->party, .action = "correct"};
  const GString *document = self->made->document;
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(self->session, self->statement, error);
  if (!kept)
    return FALSE;
  gboolean written = adref_folder_make(folder, error) &&
                     adref_file_write(file, document->str, document->len, error);
  return save_written(self, kept, written, &save_options, error);
}

/* Another process may have saved meanwhile. Its version must not get the label. */
static gboolean check_saved(CorrectionRequest *self, GError **error)
{
  AdrefVersion version;
  g_auto(GStrv) reading = adref_session_reading_paths(self->session, self->statement);
  const char *const *paths = (const char *const *)reading;
  if (!adref_repo_last_change(self->repo, paths, &version, error) || !read_now(self, error))
    return FALSE;
  g_autoptr(AdrefCorrectionCheck) corrected =
      adref_correction_check(self->repo, self->labels, self->now, self->made->label);
  if (corrected->former && !corrected->problem) {
    self->made->version = version;
    return TRUE;
  }
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: somebody else changed it meanwhile; nothing was circulated, try again",
              self->statement->id);
  return FALSE;
}

static gboolean label(const CorrectionRequest *self, GError **error)
{
  const char *party = self->options->party;
  g_autoptr(GString) note = g_string_new(NULL);
  g_string_printf(note, "%s: %s, corrections of %s\n\n%s\n\nStatement: %s\nCorrects: %s\n",
                  self->statement->id, self->made->label, self->made->former, self->options->reason,
                  self->statement->id, self->made->former);
  if (party)
    g_string_append_printf(note, "Party: %s\n", party);
  return adref_repo_label(self->repo, self->statement->id, self->made->label, &self->made->version,
                          note->str, error);
}

static gboolean correct(CorrectionRequest *self, GError **error)
{
  const char *id = self->statement->id;
  if (!choose_label(self, error) || !choose_former(self, self->options->draft, error))
    return FALSE;
  self->then = adref_version_snapshot(self->session, id, &self->made->version, error);
  if (!self->then || !read_now(self, error) || !check_same(self, error) || !freeze(self, error) ||
      !read_now(self, error))
    return FALSE;
  compose(self);
  return save(self, error) && check_saved(self, error) && label(self, error);
}

AdrefCorrectionDraft *adref_correct(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefCorrectOptions *options, GError **error)
{
  g_autoptr(AdrefCorrectionDraft) made = g_new0(AdrefCorrectionDraft, 1);
  g_auto(CorrectionRequest) self = {.session = session,
                                    .repo = session->repo,
                                    .statement = statement,
                                    .options = options,
                                    .labels = adref_session_labels(session, statement->id, error),
                                    .made = made};
  return self.labels && correct(&self, error) ? g_steal_pointer(&made) : NULL;
}
