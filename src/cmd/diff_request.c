#include "cmd/diff_request.h"

#include <string.h>

#include "history/log.h"
#include "work/import/given_file.h"
#include "work/select_clause.h"

void adref_diff_request_clear(AdrefDiffRequest *request)
{
  g_free(request->statement);
  g_clear_pointer(&request->names, g_ptr_array_unref);
}

/* The label that was given to the statement last, else HEAD. */
static char *last_label(AdrefSession *session, const char *statement, GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  g_autofree char *folder = g_strconcat("statements/", statement, NULL);
  g_autofree char *prefix = g_strconcat(statement, "/", NULL);
  g_autoptr(GPtrArray) log = repo ? adref_repo_log(repo, folder, 0, error) : NULL;
  if (!log)
    return NULL;
  for (guint i = 0; i < log->len; i++) {
    const AdrefLogEntry *entry = log->pdata[i];
    for (guint j = 0; j < entry->labels->len; j++)
      if (g_str_has_prefix(entry->labels->pdata[j], prefix))
        return g_strdup((const char *)entry->labels->pdata[j] + strlen(prefix));
  }
  return g_strdup("HEAD");
}

/* The first argument is a statement when there is one of that name. */
static char *choose_statement(AdrefSession *session, const char *first, gboolean *is_first,
                              GError **error)
{
  g_autoptr(GError) unknown = NULL;
  char *chosen = first ? adref_workspace_choose(session->workspace, first, &unknown) : NULL;
  *is_first = chosen != NULL;
  if (chosen)
    return chosen;
  chosen = adref_workspace_choose(session->workspace, NULL, first ? NULL : error);
  if (!chosen && first)
    g_propagate_error(error, g_steal_pointer(&unknown));
  return chosen;
}

static gboolean read_versions(const AdrefRun *run, AdrefDiffRequest *request, GError **error)
{
  AdrefSession *session = run->session;
  if (!adref_session_open_workspace(session, error))
    return FALSE;
  gboolean is_first;
  request->statement = choose_statement(session, adref_run_argument(run, 0), &is_first, error);
  if (!request->statement)
    return FALSE;
  for (guint i = is_first ? 1 : 0; i < run->arguments->len; i++)
    g_ptr_array_add(request->names, g_strdup(run->arguments->pdata[i]));
  if (request->names->len == 0) {
    char *label = last_label(session, request->statement, error);
    if (!label)
      return FALSE;
    g_ptr_array_add(request->names, label);
  }
  if (request->names->len == 1)
    g_ptr_array_add(request->names, g_strdup(ADREF_VERSION_WORK));
  return TRUE;
}

static gboolean read_files(const AdrefRun *run, AdrefDiffRequest *request, GError **error)
{
  guint inputs = 0;
  for (guint i = 0; i < run->arguments->len; i++) {
    const char *path = run->arguments->pdata[i];
    inputs += strcmp(path, "-") == 0;
    g_ptr_array_add(request->names, g_strdup(path));
  }
  if (run->arguments->len >= 2 && inputs <= (run->arguments->len == 2 ? 1 : 0))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "diff: %s",
              run->arguments->len < 2 ? "--files needs two files: adref diff --files OLD NEW"
                                      : "standard input can be one of two texts");
  return FALSE;
}

gboolean adref_diff_request_read(const AdrefRun *run, AdrefDiffRequest *request, GError **error)
{
  enum {
    MOST = 3
  };
  request->names = g_ptr_array_new_with_free_func(g_free);
  gboolean done = adref_run_flag(run, "files") ? read_files(run, request, error)
                                               : read_versions(run, request, error);
  if (!done || request->names->len <= MOST)
    return done;
  adref_error(error, ADREF_ERROR_USAGE,
              "diff: no statement \"%s\"; after the statement come at "
              "most three versions",
              adref_run_argument(run, 0));
  return FALSE;
}

/* Whether what is no version is another statement. */
static gboolean is_other_statement(const AdrefRun *run, const char *name, const GError *cause)
{
  gboolean is_statement = FALSE;
  return g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND) &&
         adref_select_clause_is_statement(run->session, name, &is_statement, NULL) && is_statement;
}

static AdrefText *load_version(const AdrefRun *run, const char *statement, const char *name,
                               const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefText *text = adref_text_load_version(run->session, statement, name, language, &cause);
  if (cause && is_other_statement(run, name, cause))
    adref_error(error, ADREF_ERROR_USAGE,
                "%s is another statement; two statements are compared as files: adref diff --files "
                "statements/%s/%s.md statements/%s/%s.md",
                name, statement, language ? language : "en", name, language ? language : "en");
  else if (cause)
    g_propagate_error(error, g_steal_pointer(&cause));
  return text;
}

AdrefText *adref_diff_request_text(const AdrefRun *run, const AdrefDiffRequest *request, guint i,
                                   GError **error)
{
  const char *name = request->names->pdata[i], *language = adref_run_value(run, "lang");
  AdrefGivenFileOptions options = {.language = language, .output = adref_run_value(run, "output")};
  for (guint j = 0; j < request->names->len; j++)
    options.keeps_references |= !adref_given_file_is_word(request->names->pdata[j]);
  if (!request->statement)
    return adref_given_file_load(run->session, name, &options, error);
  return load_version(run, request->statement, name, language, error);
}
