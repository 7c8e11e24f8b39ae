#include "work/changes/statement_log.h"

#include <string.h>

#include "work/changes/fact_comparison.h"
#include "work/library_files.h"

AdrefLog *adref_statement_log_new(AdrefSession *session, const char *statement,
                                  const AdrefVersion *from, GError **error)
{
  g_autofree char *folder = g_strconcat("statements/", statement, NULL);
  const char *const only[] = {folder, NULL};
  const AdrefStatement *facts =
      session->library ? adref_session_facts(session->files, statement, NULL) : NULL;
  g_auto(GStrv) reading = facts ? adref_session_reading_paths(session, facts) : NULL;
  AdrefRepo *repo = adref_session_repo(session, error);
  return repo ? adref_log_new_of_paths(repo, reading ? (const char *const *)reading : only, from,
                                       error)
              : NULL;
}

static gboolean was_saved_for(AdrefLog *log, const char *statement)
{
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  return g_strcmp0(adref_log_entry_trailer(entry, "Statement"), statement) == 0;
}

gboolean adref_statement_log_has(AdrefSession *session, const char *statement, AdrefLog *log)
{
  g_autofree char *now = g_strdup(adref_log_object_id(log));
  const char *before = adref_log_parent_count(log) > 0 ? adref_log_parent_object_id(log, 0) : "";
  if (strcmp(now, before) != 0 || was_saved_for(log, statement))
    return TRUE;
  g_autoptr(GPtrArray) facts = adref_fact_comparison_of_log(session, statement, log, NULL);
  return *now && (!facts || facts->len > 0);
}
