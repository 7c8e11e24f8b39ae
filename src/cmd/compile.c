#include <string.h>

#include "cmd/commands.h"
#include "cmd/merge_arguments.h"
#include "cmd/shared_options.h"

/* "JPN=FILE", "JPN=VERSION". */
static gboolean add_side(const AdrefRun *run, AdrefMergeArguments *arguments, const char *from,
                         GError **error)
{
  const char *equals = strchr(from, '=');
  g_autofree char *party = equals ? g_strndup(from, (gsize)(equals - from)) : NULL;
  if (!adref_merge_arguments_add(arguments, run, equals + 1, error))
    return FALSE;
  return adref_merge_arguments_set_party(arguments, arguments->sides->len - 1, party, error);
}

/* "[STATEMENT] BASE": a version of the statement that the first of two arguments names, else of the
 * only one. */
static gboolean read_base(const AdrefRun *run, AdrefMergeArguments *arguments, GError **error)
{
  const char *first = adref_run_argument(run, 0), *second = adref_run_argument(run, 1);
  if (adref_run_flag(run, "files"))
    return adref_merge_arguments_init(arguments, run, NULL, first, error);
  if (!adref_session_open_workspace(run->session, error))
    return FALSE;
  g_autofree char *statement =
      adref_workspace_choose(run->session->workspace, second ? first : NULL, error);
  return statement &&
         adref_merge_arguments_init(arguments, run, statement, second ? second : first, error);
}

static int run(AdrefRun *run, GError **error)
{
  g_auto(AdrefMergeArguments) arguments = {0};
  const GPtrArray *from = adref_run_values(run, "from");
  if (!read_base(run, &arguments, error))
    return ADREF_FAILURE;
  for (guint i = 0; i < from->len; i++)
    if (!add_side(run, &arguments, from->pdata[i], error))
      return ADREF_FAILURE;
  return adref_merge_arguments_run(&arguments, run, TRUE, error);
}

/* Whether each --from has a party, and no party has two texts. */
static gboolean check_from(const GPtrArray *from, GError **error)
{
  g_autoptr(GHashTable) parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < from->len; i++) {
    const char *value = from->pdata[i], *equals = strchr(value, '=');
    if (!equals || equals == value || !equals[1]) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "--from %s: write PARTY=FILE, such as JPN=jpn.md, or PARTY=VERSION", value);
      return FALSE;
    }
    g_autofree char *given = g_strndup(value, (gsize)(equals - value));
    if (!g_hash_table_add(parties, g_ascii_strup(given, -1))) {
      adref_error(error, ADREF_ERROR_USAGE, "--from %s: %s has two texts; give one for each party",
                  value, given);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const GPtrArray *from = adref_run_values(run, "from");
  if (adref_run_flag(run, "files") && run->arguments->len > 1)
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: --files has one base; name the other texts with --from JPN=FILE");
  else if (!from)
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: name the text of each party: --from JPN=FILE --from ASEAN=FILE ...");
  else
    return check_from(from, error);
  return FALSE;
}

static const AdrefOption options[] = {
    {"files", 0, NULL, NULL, FALSE, "BASE and those of --from are files"},
    {"from", 0, "PARTY=TEXT", NULL, TRUE, "the text of a party: a version, or a file"},
    {"layout", 0, "LAYOUT", "inline|by-paragraph", FALSE, "where the proposals stand (inline)"},
    {"dry-run", 'n', NULL, NULL, FALSE, "only say what would be put together"},
    ADREF_OPTION_LANGUAGE,
    {"output", 'o', "FILE", NULL, FALSE, "write the text to FILE"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_compile = {
    .name = "compile",
    .arguments = "[STATEMENT] BASE --from PARTY=TEXT...",
    .summary = "Put the proposals of all parties into one text",
    .details =
        "Makes a compilation text: nothing is taken, every change of every party stands in "
        "brackets with its name, beside the words of the base. New words are "
        "[, as appropriate - JPN], words that a party would take out [words - EU delete], other "
        "words [30 / 60 - JPN]. Parties that propose the same share one alternative.\n\n"
        "BASE is a version of the statement, such as zero or HEAD~3; the text of a party is a "
        "version too, such as its branch, or a file that it sent. With --files BASE is a file, and "
        "no workspace is needed.\n\n"
        "--layout by-paragraph puts the base text into each paragraph, and below it the whole "
        "paragraph as each party would have it; parties that want the same share one. It is for "
        "reading and for `adref export`: positions are entered into the inline form.\n\n"
        "The compilation text goes to standard output or to FILE; what was put together is said on "
        "standard error. Give what the parties wrote, not what they marked: their texts are "
        "compared with the base word by word. `adref help together` has examples.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .check = check,
    .run = run,
};
