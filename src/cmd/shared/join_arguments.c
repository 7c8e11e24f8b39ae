#include "cmd/shared/join_arguments.h"

#include <string.h>

#include "cmd/shared/pick_walk.h"
#include "cmd/shared/redline_arguments.h"
#include "history/config.h"
#include "view/json/json_merge.h"
#include "work/changes/stale_translations.h"
#include "work/git_drivers.h"
#include "work/join/merge_preview.h"
#include "work/join/merge_reopened.h"
#include "work/join/pick_merge.h"

typedef struct {
  GArray *versions;   /* of AdrefVersion */
  GPtrArray *names;   /* of const char * */
  GPtrArray *parties; /* of char *: own first; NULL: unknown */
  char *usual;        /* git config adref.party */
} JoinArguments;

static void clear(JoinArguments *self)
{
  g_clear_pointer(&self->versions, g_array_unref);
  g_clear_pointer(&self->names, g_ptr_array_unref);
  g_clear_pointer(&self->parties, g_ptr_array_unref);
  g_free(self->usual);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(JoinArguments, clear)

/* A label needs no "STATEMENT/" where there is one statement. */
static gboolean add_versions(const AdrefRun *run, JoinArguments *self, GError **error)
{
  g_autofree char *statement = adref_session_choose(run->session, NULL, NULL);
  self->versions = g_array_new(FALSE, TRUE, sizeof(AdrefVersion));
  self->names = g_ptr_array_new();
  for (guint i = 0; i < run->arguments->len; i++) {
    AdrefVersion version;
    const char *name = adref_run_argument(run, i);
    if (!adref_repo_resolve(run->session->repo, statement, name, &version, error))
      return FALSE;
    g_array_append_val(self->versions, version);
    g_ptr_array_add(self->names, (gpointer)(guintptr)name);
  }
  return TRUE;
}

static gboolean add_party(const AdrefRun *run, JoinArguments *self, const char *typed,
                          GError **error)
{
  const AdrefParties *parties = adref_library_parties(run->session->library);
  g_autofree char *code = g_ascii_strup(typed, -1);
  if (*code && !adref_parties_get(parties, code)) {
    const char *near = adref_parties_closest(parties, typed);
    adref_error(error, ADREF_ERROR_USAGE, "--as %s: no party of templates/parties.yaml%s%s%s",
                typed, near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
    return FALSE;
  }
  g_ptr_array_add(self->parties, *code ? g_steal_pointer(&code) : NULL);
  return TRUE;
}

/* "JPN,ASEAN": of the versions; with one more, one's own first. */
static gboolean add_parties(const AdrefRun *run, JoinArguments *self, GError **error)
{
  const char *as = adref_run_value(run, "as");
  g_auto(GStrv) codes = g_strsplit(as ? as : "", ",", -1);
  guint said = g_strv_length(codes), count = run->arguments->len;
  self->parties = g_ptr_array_new_with_free_func(g_free);
  if (as && said != count && said != count + 1) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--as has %u parties for %u version%s; give one for each, separated by commas, and "
                "your own before them where it is not known",
                said, count, count == 1 ? "" : "s");
    return FALSE;
  }
  if (!as || said == count)
    g_ptr_array_add(self->parties, NULL);
  for (char **code = codes; as && *code; code++)
    if (!add_party(run, self, g_strstrip(*code), error))
      return FALSE;
  while (self->parties->len <= count)
    g_ptr_array_add(self->parties, NULL);
  return TRUE;
}

/* --- as JSON --- */

static GArray *files_of(const AdrefRun *run, const AdrefVersionsMerge *merge)
{
  GArray *files = g_array_new(FALSE, TRUE, sizeof(AdrefJsonMergeFile));
  for (guint i = 0; merge->merged && i < merge->merged->files->len; i++) {
    const AdrefMergedTreeFile *file = merge->merged->files->pdata[i];
    const char *path = adref_repo_workspace_path(run->session->repo, file->path);
    AdrefJsonMergeFile json = {path ? path : file->path,
                               file->is_joined,
                               !adref_tree_file_equal(&file->ours, &file->merged),
                               file->by,
                               file->notes,
                               file->report};
    g_array_append_val(files, json);
  }
  return files;
}

static void put_json(AdrefRun *run, const AdrefVersionsMerge *merge)
{
  static const char *const outcomes[] = {[ADREF_MERGE_UP_TO_DATE] = "up-to-date",
                                         [ADREF_MERGE_FAST_FORWARD] = "fast-forward",
                                         [ADREF_MERGE_JOINED] = "joined",
                                         [ADREF_MERGE_PICKED] = "picked"};
  g_autoptr(GArray) files = files_of(run, merge);
  g_autoptr(GArray) reopened = g_array_new(FALSE, TRUE, sizeof(AdrefJsonReopened));
  g_autoptr(GPtrArray) found =
      merge->merged ? adref_merge_reopened_find(run->session, merge) : g_ptr_array_new();
  for (guint i = 0; i < found->len; i++) {
    const AdrefReopenedClause *clause = found->pdata[i];
    AdrefJsonReopened json = {clause->statement, clause->clause, clause->parties};
    g_array_append_val(reopened, json);
  }
  AdrefJsonMerge json = {outcomes[merge->outcome],
                         merge->before.id,
                         merge->version.id,
                         merge->names,
                         merge->parties,
                         files,
                         reopened};
  adref_put(run, adref_json_merge_write(&json));
}

/* --- as lines --- */

static void say_lines(const GString *lines)
{
  g_auto(GStrv) each = g_strsplit(lines->str, "\n", -1);
  for (char **line = each; *line; line++)
    if (**line)
      adref_say("%s", *line);
}

static void say_outcome(const AdrefRun *run, const AdrefVersionsMerge *merge)
{
  g_autofree char *names = g_strjoinv(", ", merge->names + 1);
  gboolean dry = adref_run_flag(run, "dry-run");
  switch (merge->outcome) {
  case ADREF_MERGE_UP_TO_DATE:
    adref_say("nothing to merge: version %.8s has all of it already", merge->before.id);
    return;
  case ADREF_MERGE_FAST_FORWARD:
    adref_say(dry ? "%s: nothing of your own is to be joined; the branch would go on from there"
                  : "%s: nothing of your own was to be joined; the branch goes on from there",
              names);
    if (!dry)
      adref_say("`adref restore --from %.8s` brings back the text as it was before",
                merge->before.id);
    return;
  case ADREF_MERGE_JOINED:
    if (dry)
      adref_say("%s: nothing was merged yet (--dry-run)", names);
    else
      adref_say("saved version %.8s: merged %s", merge->version.id, names);
    return;
  case ADREF_MERGE_PICKED:
    adref_say("saved version %.8s: some changes of %s", merge->version.id, names);
    adref_say("they are merged when all changes are decided; --pick asks for the others");
    return;
  }
}

/* Languages that were not touched since the first one changed, as after saving. */
static void say_stale(AdrefRun *run, const AdrefVersionsMerge *merge)
{
  for (char **id = merge->statements; id && *id && !adref_run_flag(run, "dry-run"); id++) {
    const AdrefStatement *statement = adref_session_facts(run->session->files, *id, NULL);
    if (statement)
      adref_stale_translations_say(run->session, statement, NULL);
  }
}

static void configure_git(AdrefRun *run)
{
  if (!adref_run_flag(run, "dry-run"))
    adref_git_drivers_complete(run->session);
}

static int show(AdrefRun *run, const AdrefVersionsMerge *merge)
{
  gint64 start;
  AdrefComparisonOptions redline =
      adref_redline_arguments_read(run, adref_on_terminal() ? "terminal" : "text", &start);
  gboolean is_left = merge->merged && merge->outcome == ADREF_MERGE_JOINED &&
                     merge->merged->brackets > 0 && !adref_run_flag(run, "pick");
  int status = is_left || merge->outcome == ADREF_MERGE_PICKED ? ADREF_NO : ADREF_YES;
  if (run->json) {
    put_json(run, merge);
    configure_git(run);
    return status;
  }
  GString *report = merge->outcome == ADREF_MERGE_PICKED
                        ? g_string_new(NULL)
                        : adref_versions_merge_report(run->session, merge);
  if (adref_run_flag(run, "dry-run")) {
    adref_put(run, adref_merge_preview(run->session, merge, &redline));
    adref_put(run, report);
    adref_put(run, adref_merge_preview_behind(run->session, merge));
  } else {
    say_lines(report);
    g_string_free(report, TRUE);
  }
  say_outcome(run, merge);
  say_stale(run, merge);
  configure_git(run);
  return status;
}

/* --- --pick --- */

/* Asks for the changes of each text, until the person quits. */
static void ask(const AdrefRun *run, const AdrefPickMerge *pick)
{
  for (guint i = 0; i < pick->texts->len; i++) {
    const AdrefPickedText *text = pick->texts->pdata[i];
    guint count = adref_picking_count(text->picking);
    adref_say("%s%s: %u change%s; what you take is brought in", i > 0 ? "\n" : "", text->name,
              count, count == 1 ? "" : "s");
    if (adref_pick_walk(run, text->picking))
      return;
  }
}

static int pick(AdrefRun *run, const AdrefMergeVersionsOptions *options, GError **error)
{
  g_autoptr(AdrefVersionsMerge) found = adref_merge_versions(run->session, options, error);
  g_autoptr(AdrefPickMerge) picked =
      found ? adref_pick_merge_new(run->session, found, error) : NULL;
  if (!picked)
    return ADREF_FAILURE;
  if (found->outcome == ADREF_MERGE_UP_TO_DATE)
    return show(run, found);
  adref_session_unlock(run->session);
  ask(run, picked);
  guint open = adref_pick_merge_count(picked, ADREF_PICK_OPEN);
  guint decided = adref_pick_merge_count(picked, ADREF_PICK_TAKEN) +
                  adref_pick_merge_count(picked, ADREF_PICK_REFUSED) +
                  adref_pick_merge_count(picked, ADREF_PICK_WRITTEN);
  if (open > 0 && decided == 0) {
    adref_say("no change was decided; nothing was merged");
    return ADREF_NO;
  }
  g_autoptr(AdrefVersionsMerge) merge = adref_pick_merge_run(run->session, picked, options, error);
  return merge ? show(run, merge) : ADREF_FAILURE;
}

int adref_join_arguments_run(AdrefRun *run, GError **error)
{
  g_auto(JoinArguments) self = {NULL};
  AdrefSession *session = run->session;
  if (!adref_session_lock(session, error) || !adref_session_open_workspace(session, error) ||
      !add_versions(run, &self, error) || !add_parties(run, &self, error))
    return ADREF_FAILURE;
  self.usual = adref_repo_config(session->repo, "adref.party");
  AdrefMergeVersionsOptions options = {
      .versions = (const AdrefVersion *)(gpointer)self.versions->data,
      .names = (const char *const *)self.names->pdata,
      .count = self.names->len,
      .parties = (const char *const *)self.parties->pdata + 1,
      .own_party = self.parties->pdata[0],
      .usual_party = self.usual && *self.usual ? self.usual : NULL,
      .needs_names = !adref_run_flag(run, "unnamed"),
      .dry_run = adref_run_flag(run, "dry-run") || adref_run_flag(run, "pick"),
      .subject = adref_run_value(run, "message"),
  };
  if (adref_run_flag(run, "pick"))
    return pick(run, &options, error);
  g_autoptr(AdrefVersionsMerge) merge = adref_merge_versions(session, &options, error);
  return merge ? show(run, merge) : ADREF_FAILURE;
}
