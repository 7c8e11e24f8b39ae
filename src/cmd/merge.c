#include <string.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "cmd/shared/join_arguments.h"
#include "cmd/shared/merge_arguments.h"
#include "cmd/shared/pick_walk.h"
#include "cmd/shared/shared_options.h"
#include "work/import/given_file.h"

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
    if (!adref_merge_arguments_add(arguments, run, adref_run_argument(run, i), NULL, error))
      return FALSE;
  return TRUE;
}

static int run_files(AdrefRun *run, GError **error)
{
  g_auto(AdrefMergeArguments) arguments = {0};
  if (!adref_merge_arguments_init(&arguments, run, NULL, adref_run_argument(run, 0), error) ||
      !add_sides(run, &arguments, error))
    return ADREF_FAILURE;
  if (!add_parties(run, &arguments, error))
    return ADREF_USAGE;
  return adref_merge_arguments_run(&arguments, run, FALSE, error);
}

static int run(AdrefRun *run, GError **error)
{
  return adref_run_flag(run, "files") ? run_files(run, error)
                                      : adref_join_arguments_run(run, error);
}

/* The option of the other form of the command, or NULL. */
static const char *find_foreign(const AdrefRun *run)
{
  static const char *const of_files[] = {"output", "lang", NULL}, *const of_versions[] = {
                                                                      "unnamed", "message", NULL};
  const char *const *names = adref_run_flag(run, "files") ? of_versions : of_files;
  for (; *names; names++)
    if (adref_run_value(run, *names))
      return *names;
  return NULL;
}

static gboolean check_pick(const AdrefRun *run, GError **error)
{
  gboolean picks = adref_run_flag(run, "pick");
  if (!picks && adref_run_flag(run, "plain"))
    adref_error(error, ADREF_ERROR_USAGE, "merge: --plain goes with --pick");
  else if (picks && (run->json || adref_run_flag(run, "files") || adref_run_flag(run, "dry-run")))
    adref_error(error, ADREF_ERROR_USAGE,
                "merge: --pick asks for each change that versions bring; it does not go with "
                "--files, --dry-run and --json");
  else
    return !picks || adref_pick_walk_check(run, "merge --pick", error);
  return FALSE;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  if (!check_pick(run, error))
    return FALSE;
  gboolean files = adref_run_flag(run, "files");
  const char *foreign = find_foreign(run), *output = adref_run_value(run, "output");
  if (foreign)
    adref_error(error, ADREF_ERROR_USAGE, "merge: --%s is for merging %s", foreign,
                files ? "versions: adref merge VERSION..."
                      : "files: adref merge --files BASE OURS THEIRS...");
  else if (files && run->arguments->len < 3)
    adref_error(error, ADREF_ERROR_USAGE,
                "merge: --files needs the base and at least two texts made from it: adref merge "
                "--files BASE OURS THEIRS...");
  else if (output && adref_given_file_is_word(output))
    adref_error(error, ADREF_ERROR_USAGE,
                "merge: --output %s: the merged text is Markdown; write FILE.md, of which `adref "
                "export FILE.md` makes a Word file",
                output);
  else
    return TRUE;
  return FALSE;
}

static const AdrefOption options[] = {
    {"files", 0, NULL, NULL, FALSE, "the arguments are files: BASE OURS THEIRS..."},
    {"as", 0, "PARTIES", NULL, FALSE, "whose they are, in their order: JPN,ASEAN"},
    {"unnamed", 0, NULL, NULL, FALSE, "alternatives of unknown parties have no name"},
    {"dry-run", 'n', NULL, NULL, FALSE, "only show what would be merged, and what not"},
    {"pick", 0, NULL, NULL, FALSE, "take, refuse or edit each change that comes"},
    {"plain", 0, NULL, NULL, FALSE, "with --pick: in sentences, an answer a line"},
    ADREF_OPTION_MESSAGE,
    ADREF_OPTION_LANGUAGE,
    {"output", 'o', "FILE", NULL, FALSE, "write the text to FILE"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_merge = {
    .name = "merge",
    .arguments = "VERSION...",
    .summary = "Join the work of others with your own",
    .details =
        "Joins versions (a branch such as JPN/main, a label, an id) with the current branch, and "
        "saves the result as a new version: every text in every language word by word, facts and "
        "the registry of parties key by key, records act by act, signers key by key, other files "
        "line by line. Nothing is written while a file that would change holds changes that are "
        "not saved. Where both sides changed what no bracket can hold, such as one fact, nothing "
        "is merged, and the message says where. --dry-run shows the redline and the report.\n\n"
        "Whose the alternatives in brackets are, the versions say (adref save --as), else the name "
        "of the branch, else --as: the parties of the versions in their order, your own before "
        "them where you give one more.\n\n"
        "--pick walks through what comes into the texts, as `adref diff --pick` does: each change "
        "is "
        "taken, refused or written otherwise. When all are decided the versions are merged, other "
        "files too. When you quit before, what you decided is saved as a version of your branch, "
        "nothing is merged yet, and the next --pick asks for the rest.\n\n"
        "`adref merge --files BASE OURS THEIRS...` joins files, Markdown or Word (.docx), "
        "anywhere. "
        "It takes what the "
        "texts changed at different places, and puts what they changed at one place "
        "differently into a bracket, [30 - JPN / 60 - ASEAN], with the parties of --as. Nobody is "
        "overruled: where one text deletes what another one changed, that is a bracket too. "
        "Amounts, dates, names and modal verbs are never put together from two texts.\n\n"
        "The merged text goes to standard output or to FILE; what was merged, and what is left to "
        "decide, is said on standard error. The status is 1 where something is left to decide, in "
        "both forms. "
        "`adref help together` has examples.",
    .options = options,
    .fewest = 1,
    .most = MAX_SIDES + 1,
    .check = check,
    .run = run,
};
