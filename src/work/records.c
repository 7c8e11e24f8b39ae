#include "work/records.h"

#include "sign/older_acts.h"

GHashTable *adref_records_read(AdrefSession *session, AdrefFileSource *source,
                               const AdrefStatement *statement,
                               const AdrefLanguageVersions *versions, const AdrefVersion *from,
                               GError **error)
{
  g_autoptr(GHashTable) records = adref_party_records_read(source, statement->folder, error);
  AdrefRepo *repo = records ? adref_session_repo(session, NULL) : NULL;
  AdrefOlderActsOptions options = {repo, from, statement->folder, versions,
                                   adref_library_parties(session->library)};
  if (repo && !adref_older_acts_read(&options, records, error))
    return NULL;
  return g_steal_pointer(&records);
}
