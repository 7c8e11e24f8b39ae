#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/redline_arguments.h"

/* What git hands over: gitattributes(5), "diff.<driver>.command". */
enum {
  PATH,
  OLD_FILE,
  OLD_HEX,
  OLD_MODE,
  NEW_FILE,
  NEW_HEX,
  NEW_MODE,
  NEW_PATH, /* of a file that was renamed */
  RENAMING, /* "similarity index 90%..." */
  MOST,
};

/* git sets GIT_PAGER_IN_USE where it sends the output to a pager. */
static AdrefColor color_of(const AdrefRun *run)
{
  const char *pager = g_getenv("GIT_PAGER_IN_USE"), *plain = g_getenv("NO_COLOR");
  gboolean is_dumb = g_strcmp0(g_getenv("TERM"), "dumb") == 0;
  if (run->color == ADREF_COLOR_AUTO && pager && *pager && !(plain && *plain) && !is_dumb)
    return ADREF_COLOR_ALWAYS;
  return run->color;
}

/* "a/PATH"; "nothing" for the other side of a file that is new or deleted. */
static char *name_of(const AdrefRun *run, guint file, const char *prefix, const char *path)
{
  gboolean is_nothing = strcmp(adref_run_argument(run, file), "/dev/null") == 0;
  return is_nothing ? g_strdup("nothing") : g_strconcat(prefix, path, NULL);
}

static AdrefComparison *compare(const AdrefRun *run, GError **error)
{
  const char *path = adref_run_argument(run, PATH), *new_path = adref_run_argument(run, NEW_PATH);
  if (!new_path)
    new_path = path;
  g_autoptr(AdrefText) old =
      adref_text_load_file(run->session, path, adref_run_argument(run, OLD_FILE), NULL, error);
  g_autoptr(AdrefText) new =
      old ? adref_text_load_file(run->session, new_path, adref_run_argument(run, NEW_FILE), NULL,
                                 error)
          : NULL;
  if (!new)
    return NULL;
  g_autofree char *old_name = name_of(run, OLD_FILE, "a/", path);
  g_autofree char *new_name = name_of(run, NEW_FILE, "b/", new_path);
  return adref_comparison_new(g_steal_pointer(&old), g_steal_pointer(&new), old_name, new_name,
                              FALSE, error);
}

/* A file that cannot be compared must not end the whole list of git: a line says so instead. */
static int run(AdrefRun *run, GError **error)
{
  if (run->arguments->len > 1 && run->arguments->len < NEW_MODE + 1) {
    adref_error(error, ADREF_ERROR_USAGE,
                "diff-driver: git gives 7 arguments; see adref help "
                "diff-driver");
    return ADREF_USAGE;
  }
  g_autofree char *path = adref_escape_controls(adref_run_argument(run, PATH), -1, FALSE);
  if (run->arguments->len == 1) {
    g_string_append_printf(run->out, "%s: not merged yet\n", path);
    return ADREF_YES;
  }
  run->color = color_of(run);
  gint64 start;
  AdrefComparisonOptions options = adref_redline_arguments_read(run, "terminal", &start);
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefComparison) comparison = compare(run, &cause);
  if (!comparison) {
    g_string_append_printf(run->out, "%s: no redline: %s\n", path, cause->message);
    return ADREF_YES;
  }
  g_autoptr(GString) made = adref_comparison_write(comparison, &options, NULL);
  g_string_append_len(run->out, made->str, (gssize)made->len);
  g_string_append_c(run->out, '\n'); /* before the next file, or the next commit */
  return ADREF_YES;
}

const AdrefCommand adref_command_diff_driver = {
    .name = "diff-driver",
    .arguments = "PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
    .summary = "Show redlines in git itself",
    .details =
        "Makes \"git diff\" and \"git log -p --ext-diff\" show the texts of statements as "
        "redlines. git calls this command with its arguments; nobody needs to call it by hand. "
        "`adref init` sets it up, in a workspace that exists and in a clone too (adref help git); "
        "by hand it is\n\n"
        "git config diff.adref.command \"adref diff-driver\"\n\n"
        "and in the file .gitattributes the line \"/statements/*/*.md diff=adref\". \"git diff "
        "--no-ext-diff\" shows the lines as before.",
    .fewest = 1,
    .most = MOST,
    .run = run,
};
