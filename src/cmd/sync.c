#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/redline_arguments.h"
#include "cmd/shared/shared_options.h"
#include "work/join/sync.h"
#include "work/join/versions_redline.h"

static gboolean is_yes(const char *answer)
{
  return answer && (g_ascii_strcasecmp(answer, "y") == 0 || g_ascii_strcasecmp(answer, "yes") == 0);
}

/* Shows what the trunk would become; --yes is the answer where nobody can be asked. */
static gboolean confirm(gpointer data, const char *name, const AdrefVersion *trunk,
                        const AdrefVersion *new, GError **error)
{
  AdrefRun *run = data;
  gint64 start;
  AdrefComparisonOptions redline =
      adref_redline_arguments_read(run, adref_on_terminal() ? "terminal" : "text", &start);
  GString *shown = adref_versions_redline(run->session, trunk, new, &redline, error);
  if (!shown)
    return FALSE;
  adref_put(run, shown);
  if (!adref_run_finish(run, error))
    return FALSE;
  g_string_truncate(run->out, 0);
  if (adref_run_flag(run, "yes"))
    return TRUE;
  g_autofree char *question = g_strdup_printf("Shall this be %s for everybody? [y/n]", name);
  g_autofree char *answer = adref_can_ask() ? adref_ask(question) : NULL;
  if (is_yes(answer))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "%s stays as it is; nothing was sent%s", name,
              adref_can_ask() ? ""
                              : ". Where nobody can be asked, --yes says that you have seen it");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefSyncOptions sync = {.remote = adref_run_argument(run, 0),
                           .trunk = adref_run_flag(run, "trunk"),
                           .dry_run = adref_run_flag(run, "dry-run"),
                           .party = adref_run_value(run, "as"),
                           .progress = {adref_shows_progress() ? adref_say_progress : NULL, NULL},
                           .confirm = confirm,
                           .data = run};
  gboolean open = FALSE;
  if (!adref_sync(run->session, &sync, &open, error))
    return ADREF_FAILURE;
  return open ? ADREF_NO : ADREF_YES;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  if (!adref_run_flag(run, "yes") || adref_run_flag(run, "trunk"))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "sync: --yes goes with --trunk; without it nothing is asked");
  return FALSE;
}

static const AdrefOption options[] = {
    {"dry-run", 'n', NULL, NULL, FALSE, "only say what would come and go"},
    {"trunk", 0, NULL, NULL, FALSE, "send this branch to the trunk, too, after a redline"},
    {"yes", 'y', NULL, NULL, FALSE, "with --trunk: do not ask"},
    ADREF_OPTION_AS,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_sync = {
    .name = "sync",
    .arguments = "[REMOTE]",
    .summary = "Bring together what others and you have done",
    .details =
        "Fetches what is new at REMOTE (git remote -v lists them; origin is the usual one), joins "
        "it into the current branch as `adref merge` does, and sends the branch. Labels of drafts, "
        "signatures and objections to silence go both ways; records are part of the text's "
        "versions. Nothing is overwritten, here or there: where somebody else sends at the same "
        "time, all is done again.\n\n"
        "Where peers share one branch, that branch is sent. Where a secretariat keeps the trunk "
        "(git config adref.trunk, which adref init --from URL --as PARTY writes), the trunk is "
        "joined into the delegation's own branch, and only that is sent; adref sync --trunk, which "
        "is for the secretariat, shows a redline of the trunk, asks, and sends the branch to it, "
        "too.\n\n"
        "What comes in is checked before it is joined. git itself fetches and sends, with all that "
        "you configured: ssh, known_hosts, credential helpers, proxies. Private comments, words "
        "that were rescued and caches stay in .git/adref/ and are never sent. The status is 1 "
        "where something is left to decide.",
    .options = options,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_REPOSITORY,
    .usual_party = TRUE,
    .check = check,
    .run = run,
};
