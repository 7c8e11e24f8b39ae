#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/join/assemble_text.h"

static int run(AdrefRun *run, GError **error)
{
  AdrefSession *session = run->session;
  AdrefMergeAssemblyOptions options = {.take_template = adref_run_values(run, "take-template"),
                                       .keep_text = adref_run_values(run, "keep-text"),
                                       .dry_run = adref_run_flag(run, "dry-run")};
  g_autoptr(AdrefAssembledTexts) texts =
      adref_assemble_text(session, session->statement, &options, error);
  if (!texts)
    return ADREF_FAILURE;
  g_string_append_len(run->out, texts->redlines->str, (gssize)texts->redlines->len);
  if (adref_run_flag(run, "dry-run")) {
    adref_say("%s: nothing was written (--dry-run)", session->statement->id);
    return ADREF_YES;
  }
  gboolean done = adref_run_finish(run, error) && /* the redline first */
                  adref_assembled_texts_save(session, session->statement, texts, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"take-template", 0, "CLAUSE", NULL, TRUE, "this clause becomes as it is assembled now"},
    {"keep-text", 0, "CLAUSE", NULL, TRUE, "this clause stays as it was negotiated"},
    {"dry-run", 'n', NULL, NULL, FALSE, "only show the redline"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_draft = {
    .name = "draft",
    .arguments = "[STATEMENT]",
    .summary = "Assemble the text of a statement from its clause templates",
    .details =
        "Assembles every language of the statement from its outline, the clause templates "
        "and the values in statement.yaml, writes the texts and assembly.lock, and saves "
        "them as a version. The same inputs give the same bytes.\n\n"
        "Answers that are defaults of the library are listed. A text that was edited since it "
        "was assembled is never overwritten: what changed since in templates, values, facts and "
        "outline is joined with it, and the redline is shown first. The base is the text of the "
        "version that wrote assembly.lock, or what its templates give again. Words that were "
        "negotiated and that changed in a template too stand in a bracket; --take-template "
        "CLAUSE takes those of the template, --keep-text CLAUSE leaves the clause as it is, in "
        "every language. Frozen numbers stay. `adref undo` takes it back.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT,
    .run = run,
};
