#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/edit/save_statement.h"

static int run(AdrefRun *run, GError **error)
{
  const char *message = adref_run_value(run, "message");
  if (message && !*message) {
    adref_error(error, ADREF_ERROR_USAGE, "save: the message is empty; say what changed");
    return ADREF_USAGE;
  }
  AdrefSaveStatementOptions save_options = {.subject = message,
                                            .party = adref_run_value(run, "as"),
                                            .action = "save",
                                            .author = adref_run_value(run, "author"),
                                            .follow_items = TRUE,
                                            .follow_renames = TRUE,
                                            .name_records = TRUE,
                                            .refuse_slips = !adref_run_flag(run, "meant"),
                                            .heading_ids = TRUE,
                                            .compare_clauses = TRUE};
  return adref_save_statement(run->session, run->session->statement, &save_options, error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_MESSAGE,
    ADREF_OPTION_AS,
    {"author", 0, "NAME", NULL, FALSE, "who wrote it: \"Name <email>\""},
    {"meant", 0, NULL, NULL, FALSE, "what looks like a slip in a marker is meant"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_save = {
    .name = "save",
    .arguments = "[STATEMENT]",
    .summary = "Save the files of a statement as a version",
    .details =
        "Saves the statement's files as they are: statement.yaml, its texts, "
        "assembly.lock and its records; and, of the library, what it is read with and is not "
        "saved: parties.yaml, its outline, its style, the templates that it was assembled "
        "from. What else is changed or staged in the repository stays untouched. Without a "
        "message the version is described by the clauses that "
        "changed.\n\n"
        "A version is a git commit; its trailers name the statement, the party and the "
        "clauses. A language that has no text yet, or not all clauses of the rolling text, "
        "is named. What looks like a slip is refused: a marker that vanished or is misspelt, a "
        "number or a kind that changed, a bracket without its end; --meant says that it is "
        "none. Your name comes from git config; with --author the words are those of "
        "somebody else, and you are who saved them.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY |
             ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_NO_MERGE,
    .usual_party = TRUE,
    .run = run,
};
