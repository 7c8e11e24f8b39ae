#include "work/check/version_snapshot.h"

#include "history/version_source.h"

AdrefStatementSnapshot *adref_version_snapshot(AdrefSession *session, const char *statement,
                                               const AdrefVersion *version, GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  AdrefFileSource *source = repo ? adref_version_source_new(repo, version, error) : NULL;
  AdrefStatementSnapshot *snapshot =
      source
          ? adref_statement_snapshot_share(source, statement, session->readings, session->library)
          : NULL;
  if (!snapshot || !snapshot->problem)
    return snapshot;
  adref_error(error, ADREF_ERROR_REFUSED, "%s", snapshot->problem);
  adref_statement_snapshot_free(snapshot);
  return NULL;
}
