#include "cmd/commands.h"

static int run(AdrefRun *run, G_GNUC_UNUSED GError **error)
{
  if (run->json)
    g_string_append(run->out, "{\n  \"version\": \"" ADREF_VERSION "\"\n}\n");
  else
    g_string_append(run->out, "adref " ADREF_VERSION "\n");
  return ADREF_YES;
}

const AdrefCommand adref_command_version = {
    .name = "version",
    .arguments = "",
    .summary = "Print the version of adref",
    .details = "Prints the version of the program.",
    .run = run,
};
