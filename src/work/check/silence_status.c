#include "work/check/silence_status.h"

#include <string.h>

static const AdrefLabel *find_label(const GPtrArray *labels, const char *name,
                                    const AdrefVersion *version)
{
  for (guint i = labels->len; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    if (label->silence && !label->withdrawn && (!name || strcmp(name, label->name) == 0) &&
        (!version || strcmp(version->id, label->version.id) == 0))
      return label;
  }
  return NULL;
}

gboolean adref_silence_status_read(AdrefSession *session, const AdrefStatement *statement,
                                   const AdrefParties *parties, const char *name,
                                   const AdrefVersion *version, AdrefSilence **silence,
                                   GError **error)
{
  const GPtrArray *labels = adref_session_labels(session, statement->id, error);
  const AdrefLabel *label = labels ? find_label(labels, name, version) : NULL;
  *silence = NULL;
  if (!label)
    return labels != NULL;
  AdrefSilenceOptions options = {.repo = session->repo,
                                 .statement = label->statement,
                                 .label = label,
                                 .members = statement->parties,
                                 .parties = parties,
                                 .signers = adref_session_signers(session, error),
                                 .now = session->now,
                                 .readings = session->readings,
                                 .library = session->library};
  if (!options.signers || !adref_silence_read(&options, silence, error))
    return FALSE;
  adref_silence_save_seen(*silence, session->repo, label->statement);
  return TRUE;
}
