#include "work/changes/fact_comparison.h"

#include "base/file.h"
#include "history/version_source.h"
#include "review/fact_changes.h"

static GPtrArray *nothing(void)
{
  return adref_fact_changes_new(&(AdrefFacts){0}, &(AdrefFacts){0});
}

/* The facts of a version; *facts stays empty where it has no such statement. */
static gboolean read_facts(AdrefSessionFiles *files, const char *id, AdrefFacts *facts,
                           GError **error)
{
  g_autoptr(GError) cause = NULL, missing = NULL;
  facts->statement = adref_session_facts(files, id, &cause);
  facts->parties = adref_library_parties(files->library);
  if (facts->statement)
    return TRUE;
  g_autofree char *path = g_strdup_printf("statements/%s/statement.yaml", id);
  g_autoptr(GBytes) bytes = files->source->read(files->source, path, ADREF_TEXT_LIMIT, &missing);
  if (g_error_matches(missing, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

static GPtrArray *compare(AdrefSessionFiles *old, AdrefSessionFiles *new, const char *id,
                          GError **error)
{
  AdrefFacts was = {0}, is = {0};
  if (!old || !new || !read_facts(old, id, &was, error) || !read_facts(new, id, &is, error))
    return NULL;
  return was.statement && is.statement ? adref_fact_changes_new(&was, &is) : nothing();
}

GPtrArray *adref_fact_comparison_since_head(AdrefSession *session, const AdrefStatement *statement,
                                            GError **error)
{
  AdrefVersion head;
  if (!adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL))
    return nothing();
  AdrefSessionFiles *files = adref_session_files_of_version(session, &head, error);
  return compare(files, session->files, statement->id, error);
}

GPtrArray *adref_fact_comparison_of_log(AdrefSession *session, const char *statement, AdrefLog *log,
                                        GError **error)
{
  AdrefVersion parent, version = adref_log_version(log);
  if (!adref_log_first_parent(log, &parent))
    return nothing();
  g_autofree char *path = g_strdup_printf("statements/%s/statement.yaml", statement);
  const char *const paths[] = {path, "templates/parties.yaml", NULL};
  gboolean same;
  if (!adref_log_has_same_files(log, paths, &same, error))
    return NULL;
  if (same)
    return nothing();
  AdrefSessionFiles *old = adref_session_files_of_version(session, &parent, error);
  AdrefSessionFiles *new = old ? adref_session_files_of_version(session, &version, error) : NULL;
  return compare(old, new, statement, error);
}
