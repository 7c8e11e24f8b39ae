#include <string.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "work/join/git_merge.h"
#include "work/join/merge_file.h"
#include "work/join/merge_texts.h"

/* What git hands over: gitattributes(5), "merge.<driver>.driver", with "%O %A %B %P". */
enum {
  BASE_FILE,
  OUR_FILE, /* the result goes there */
  THEIR_FILE,
  PATH,
  MOST,
};

static AdrefText *load(const AdrefRun *run, guint file, GError **error)
{
  const char *path = adref_run_argument(run, PATH);
  return adref_text_load_file(run->session, path, adref_run_argument(run, file), NULL, error);
}

static void say_brackets(const char *path, const AdrefMergeReport *report)
{
  if (report && report->brackets > 0)
    adref_say("%s: %u place%s in brackets, where both sides changed the same words", path,
              report->brackets, report->brackets == 1 ? "" : "s");
  for (guint i = 0; report && i < report->events->len; i++) {
    const AdrefMergeEvent *event = report->events->pdata[i];
    if (event->type == ADREF_MERGE_SUPERSEDED)
      adref_say("%s: %s: %s (%s)", path, event->clause, adref_merge_event_word(event->type),
                event->detail);
  }
}

/* What nobody can bracket, such as facts that both sides changed, is left to a person. */
static int say_open(const AdrefMergeReport *report, const char *path)
{
  int status = ADREF_YES;
  for (guint i = 0; i < report->events->len; i++) {
    const AdrefMergeEvent *event = report->events->pdata[i];
    if (event->type != ADREF_MERGE_UNPLACED)
      continue;
    adref_say("%s: %s: both sides changed %s; the words of the base stand there", path,
              *event->clause ? event->clause : "the text", event->detail);
    status = ADREF_NO;
  }
  if (status == ADREF_YES)
    say_brackets(path, report);
  return status;
}

/* A text that is in no statement. */
static int join_text(AdrefRun *run, GError **error)
{
  g_autoptr(AdrefText) base = load(run, BASE_FILE, error);
  g_autoptr(AdrefText) ours = base ? load(run, OUR_FILE, error) : NULL;
  g_autoptr(AdrefText) theirs = ours ? load(run, THEIR_FILE, error) : NULL;
  if (!theirs)
    return ADREF_FAILURE;
  const AdrefMergeText sides[] = {{.text = ours, .name = "ours"},
                                  {.text = theirs, .name = "theirs"}};
  g_autoptr(AdrefMergedText) merged =
      adref_merge_texts(base, sides, G_N_ELEMENTS(sides), FALSE, error);
  if (!merged || !adref_file_write(adref_run_argument(run, OUR_FILE), merged->text->str,
                                   merged->text->len, error))
    return ADREF_FAILURE;
  return say_open(merged->report, adref_run_argument(run, PATH));
}

/* The path as the workspace around knows it; NULL: it is not in one. Caller frees. */
static char *path_in_workspace(const AdrefRun *run)
{
  if (!adref_session_find_workspace(run->session, NULL))
    return NULL;
  g_autofree char *file = g_canonicalize_filename(adref_run_argument(run, PATH), run->folder);
  const char *root = run->session->workspace->root;
  gsize length = strlen(root);
  return g_str_has_prefix(file, root) && file[length] == '/' ? g_strdup(file + length + 1) : NULL;
}

static GBytes *read_file(const AdrefRun *run, guint file, GError **error)
{
  g_autofree char *path = g_canonicalize_filename(adref_run_argument(run, file), run->folder);
  return adref_file_read(path, adref_run_argument(run, PATH), ADREF_TEXT_LIMIT, error);
}

/* A file of the workspace, which is joined as `adref merge` joins it. */
static int join_file(AdrefRun *run, const char *path, GError **error)
{
  g_autoptr(GBytes) base = read_file(run, BASE_FILE, error);
  g_autoptr(GBytes) ours = base ? read_file(run, OUR_FILE, error) : NULL;
  g_autoptr(GBytes) theirs = ours ? read_file(run, THEIR_FILE, error) : NULL;
  if (!theirs)
    return ADREF_FAILURE;
  g_auto(AdrefGitMerge) git = {.files = NULL};
  adref_git_merge_find(run->session, path, ours, theirs, &git);
  const AdrefMergeFileSide sides[] = {
      {ours, git.party[0], "our version", "ours", git.parties[0], git.time[0]},
      {theirs, git.party[1], "their version", "theirs", git.parties[1], git.time[1]}};
  gboolean is_none = g_bytes_get_size(base) == 0; /* so git says that both files are new */
  AdrefMergeFileOptions options = {.path = path,
                                   .files = git.files ? git.files : run->session->files,
                                   .base = is_none ? NULL : base,
                                   .sides = sides,
                                   .count = G_N_ELEMENTS(sides)};
  g_autoptr(AdrefMergedFile) merged = adref_merge_file(run->session, &options, error);
  gsize length;
  const char *bytes = merged ? g_bytes_get_data(merged->bytes, &length) : NULL;
  if (!merged ||
      !adref_file_write(adref_run_argument(run, OUR_FILE), bytes ? bytes : "", length, error))
    return ADREF_FAILURE;
  for (guint i = 0; i < merged->notes->len; i++)
    adref_say("%s: %s", path, (const char *)merged->notes->pdata[i]);
  say_brackets(path, merged->report);
  return ADREF_YES;
}

static int run(AdrefRun *run, GError **error)
{
  g_autofree char *path = path_in_workspace(run);
  gboolean is_known = path && adref_merge_file_kind(path) != ADREF_MERGE_FILE_LINES &&
                      adref_session_open_workspace(run->session, NULL);
  return is_known ? join_file(run, path, error) : join_text(run, error);
}

const AdrefCommand adref_command_merge_driver = {
    .name = "merge-driver",
    .arguments = "BASE-FILE OUR-FILE THEIR-FILE PATH",
    .summary = "Let git itself merge texts as adref merge does",
    .details =
        "Makes \"git merge\", \"git rebase\", \"git cherry-pick\", \"git stash pop\" and \"git "
        "pull\" join the files of statements as `adref merge` does: what both sides changed "
        "differently becomes a bracket, never a conflict marker. git calls this command with its "
        "arguments; nobody needs to call it by hand. `adref init` sets it up, in a workspace that "
        "exists and in a clone too (adref help git); by hand it is\n\n"
        "git config merge.adref.driver \"adref merge-driver %O %A %B %P\"\n\n"
        "and in the file .gitattributes the line \"/statements/*/*.md merge=adref\". It fails, and "
        "git says that there is a conflict, where a text does not read, was cut off or has "
        "conflict "
        "markers, and where both sides changed what no bracket can hold. The alternatives have the "
        "names of their parties where git says which versions come together.",
    .fewest = MOST,
    .most = MOST,
    .run = run,
};
