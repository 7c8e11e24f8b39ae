#include "cmd/commands.h"
#include "work/assemble_text.h"

static int run(AdrefRun *run, GError **error)
{
  gboolean done = adref_assemble_text(run->session, run->session->statement, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

const AdrefCommand adref_command_draft = {
    .name = "draft",
    .arguments = "[STATEMENT]",
    .summary = "Assemble the text of a statement from its clause templates",
    .details =
        "Assembles every language of the statement from its outline, the clause templates "
        "and the values in statement.yaml, writes the texts and assembly.lock, and saves "
        "them as a version. The same inputs give the same bytes.\n\n"
        "Answers that are defaults of the library are listed. A text that was edited since it "
        "was assembled is never overwritten: draft refuses. Frozen numbers are no edit; they "
        "stay.",
    .most = 1,
    .needs = ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT,
    .run = run,
};
