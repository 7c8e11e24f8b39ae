#include <string.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "work/merge_texts.h"

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
  if (status == ADREF_YES && report->brackets > 0)
    adref_say("%s: %u place%s in brackets, where both sides changed the same words", path,
              report->brackets, report->brackets == 1 ? "" : "s");
  return status;
}

static int run(AdrefRun *run, GError **error)
{
  g_autoptr(AdrefText) base = load(run, BASE_FILE, error);
  g_autoptr(AdrefText) ours = base ? load(run, OUR_FILE, error) : NULL;
  g_autoptr(AdrefText) theirs = ours ? load(run, THEIR_FILE, error) : NULL;
  if (!theirs)
    return ADREF_FAILURE;
  const AdrefMergeText sides[] = {{ours, NULL, "ours"}, {theirs, NULL, "theirs"}};
  g_autoptr(AdrefMergedText) merged =
      adref_merge_texts(base, sides, G_N_ELEMENTS(sides), FALSE, error);
  if (!merged || !adref_file_write(adref_run_argument(run, OUR_FILE), merged->text->str,
                                   merged->text->len, error))
    return ADREF_FAILURE;
  return say_open(merged->report, adref_run_argument(run, PATH));
}

const AdrefCommand adref_command_merge_driver = {
    .name = "merge-driver",
    .arguments = "BASE-FILE OUR-FILE THEIR-FILE PATH",
    .summary = "Let git itself merge texts as adref merge does",
    .details =
        "Makes \"git merge\", \"git rebase\", \"git cherry-pick\" and \"git pull\" join the texts "
        "of "
        "statements word by word: what both sides changed differently becomes a bracket, never a "
        "conflict marker. Once in each clone:\n\n"
        "git config merge.adref.driver \"adref merge-driver %O %A %B %P\"\n\n"
        "and in the file .gitattributes the line \"statements/**/*.md merge=adref\". git then "
        "calls "
        "this command with its arguments; nobody needs to call it by hand. It fails, and git says "
        "that there is a conflict, where a text does not read, was cut off or has conflict "
        "markers, "
        "and where both sides changed what no bracket can hold. git knows no parties, so the "
        "alternatives have no names.",
    .fewest = MOST,
    .most = MOST,
    .run = run,
};
