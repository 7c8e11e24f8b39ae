#include "cmd/silence_status.h"

#include <jansson.h>
#include <string.h>

gint64 adref_silence_status_now(void)
{
  return g_get_real_time() / G_USEC_PER_SEC;
}

static const AdrefLabel *find_label(const GPtrArray *labels, const char *name,
                                    const AdrefVersion *version)
{
  for (guint i = labels->len; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    if (label->silence && (!name || strcmp(name, label->name) == 0) &&
        (!version || strcmp(version->id, label->version.id) == 0))
      return label;
  }
  return NULL;
}

gboolean adref_silence_status_read(const AdrefSession *session, const AdrefStatement *statement,
                                   const char *name, const AdrefVersion *version,
                                   AdrefSilence **silence, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(session->workspace->root, error);
  g_autoptr(GPtrArray) labels = repo ? adref_repo_labels(repo, statement->id, error) : NULL;
  const AdrefLabel *label = labels ? find_label(labels, name, version) : NULL;
  *silence = NULL;
  if (!label)
    return labels != NULL;
  AdrefFileSource *work = adref_file_source_new_folder(session->workspace->root);
  g_autoptr(AdrefSigners) signers = adref_signers_read(work, error);
  adref_file_source_free(work);
  AdrefSilenceOptions options = {.repo = repo,
                                 .statement = statement->id,
                                 .label = label,
                                 .members = statement->parties,
                                 .parties = adref_library_parties(session->library),
                                 .signers = signers,
                                 .now = adref_silence_status_now()};
  if (!signers || !adref_silence_read(&options, silence, error))
    return FALSE;
  adref_silence_save_seen(*silence, repo, statement->id);
  return TRUE;
}

static json_t *objection_json(const AdrefObjectionResult *one)
{
  const AdrefObjection *objection = one->objection;
  return json_pack("{s:s, s:s, s:s?, s:s?, s:s?, s:s?, s:s?}", "party", one->party, "state",
                   adref_objection_verdict_word(one->type), "time",
                   objection ? objection->time : NULL, "name", objection ? objection->name : NULL,
                   "reason", objection ? objection->reason : NULL, "key", one->fingerprint, "why",
                   one->why);
}

void adref_silence_status_json(const AdrefSilence *silence, struct json_t *object)
{
  if (!silence) {
    json_object_set_new(object, "silence", json_null());
    return;
  }
  json_t *objections = json_array();
  for (guint i = 0; i < silence->objections->len; i++)
    json_array_append_new(objections, objection_json(silence->objections->pdata[i]));
  json_object_set_new(object, "silence",
                      json_pack("{s:s, s:s, s:s, s:s?, s:s?, s:o}", "label", silence->label,
                                "deadline", silence->deadline_text, "state",
                                adref_silence_state_word(silence->state), "key",
                                silence->fingerprint, "why", silence->why, "breaks", objections));
}
