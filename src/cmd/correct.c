#include "work/publish/correct.h"
#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "sign/correction.h"
#include "sign/signed_field.h"
#include "view/json/json_draft.h"

static void say(AdrefRun *run, const AdrefCorrectionDraft *made)
{
  g_autofree char *path = adref_correction_path(run->session->statement->folder, made->label);
  adref_say("circulated %s/%s, version %.8s: corrections of %s", run->session->statement_id,
            made->label, made->version.id, made->former);
  AdrefJsonCorrection json = {.statement = run->session->statement_id,
                              .label = made->label,
                              .version = made->version.id,
                              .corrects = made->former,
                              .reason = adref_run_value(run, "reason"),
                              .file = path};
  if (run->json)
    adref_put(run, adref_json_correction_write(&json));
  else
    g_string_append_len(run->out, made->document->str, (gssize)made->document->len);
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
  AdrefCorrectOptions correct_options = {.draft = run->label,
                                         .label = adref_run_value(run, "label"),
                                         .party = adref_run_value(run, "as"),
                                         .reason = adref_run_value(run, "reason")};
  g_autoptr(AdrefCorrectionDraft) made =
      adref_correct(run->session, run->session->statement, &correct_options, error);
  if (!made)
    return ADREF_FAILURE;
  say(run, made);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"reason", 0, "TEXT", NULL, FALSE, "why; it is part of what all sign"},
    {"label", 0, "LABEL", NULL, FALSE, "the name of the draft (corr1, corr2 ...)"},
    {"as", 0, "PARTY", NULL, FALSE, "who proposes the correction"},
    ADREF_OPTION_END,
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
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT |
             ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_PARTY | ADREF_NEEDS_IDENTITY |
             ADREF_NEEDS_NO_MERGE | ADREF_NEEDS_CLEAN,
    .check = check,
    .usual_party = TRUE,
    .run = run,
};
