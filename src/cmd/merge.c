#include <string.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "cmd/merge_arguments.h"
#include "cmd/shared_options.h"

enum {
  MAX_SIDES = 500
};

/* "JPN,ASEAN": one party for each side; an empty one is unknown. */
static gboolean add_parties(const AdrefRun *run, AdrefMergeArguments *arguments, GError **error)
{
  const char *as = adref_run_value(run, "as");
  if (!as)
    return TRUE;
  g_auto(GStrv) codes = g_strsplit(as, ",", -1);
  if (g_strv_length(codes) != arguments->sides->len) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--as has %u parties for %u texts; give one for each, separated by commas",
                g_strv_length(codes), arguments->sides->len);
    return FALSE;
  }
  for (guint i = 0; i < arguments->sides->len; i++)
    if (!adref_merge_arguments_set_party(arguments, i, g_strstrip(codes[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean add_sides(const AdrefRun *run, AdrefMergeArguments *arguments, GError **error)
{
  for (guint i = 1; i < run->arguments->len; i++)
    if (!adref_merge_arguments_add(arguments, run, adref_run_argument(run, i), error))
      return FALSE;
  return TRUE;
}

static int run(AdrefRun *run, GError **error)
{
  g_auto(AdrefMergeArguments) arguments = {0};
  if (!adref_merge_arguments_init(&arguments, run, NULL, adref_run_argument(run, 0), error) ||
      !add_sides(run, &arguments, error))
    return ADREF_FAILURE;
  if (!add_parties(run, &arguments, error))
    return ADREF_USAGE;
  return adref_merge_arguments_run(&arguments, run, FALSE, error);
}

static gboolean check(const AdrefRun *run, GError **error)
{
  if (!adref_run_flag(run, "files"))
    adref_error(error, ADREF_ERROR_USAGE,
                "merge: name the texts: adref merge --files BASE OURS THEIRS...");
  else if (run->arguments->len < 3)
    adref_error(error, ADREF_ERROR_USAGE,
                "merge: --files needs the base and at least two texts made from it: adref merge "
                "--files BASE OURS THEIRS...");
  else
    return TRUE;
  return FALSE;
}

static const AdrefOption options[] = {
    {"files", 0, NULL, NULL, FALSE, "the arguments are files: BASE OURS THEIRS..."},
    {"as", 0, "PARTIES", NULL, FALSE, "whose texts they are, in their order: JPN,ASEAN"},
    {"dry-run", 'n', NULL, NULL, FALSE, "only say what would be merged, and what not"},
    ADREF_OPTION_LANGUAGE,
    {"output", 'o', "FILE", NULL, FALSE, "write the text to FILE"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_merge = {
    .name = "merge",
    .arguments = "--files BASE OURS THEIRS...",
    .summary = "Join texts that were made from one base",
    .details =
        "Takes what the texts changed at different places, and puts what they changed at one place "
        "differently into a bracket, [30 - JPN / 60 - ASEAN], with the parties of --as. Nobody is "
        "overruled: where one text deletes what another one changed, that is a bracket too. "
        "Amounts, dates, names and modal verbs are never put together from two texts.\n\n"
        "The merged text goes to standard output or to FILE; what was merged, and what is left to "
        "decide, is said on standard error. The status is 1 where something is left to decide. "
        "`adref help together` has examples.",
    .options = options,
    .fewest = 1,
    .most = MAX_SIDES + 1,
    .check = check,
    .run = run,
};
