#include "work/publish/withdraw.h"

#include "history/label.h"
#include "history/tag.h"
#include "sign/signed_field.h"
#include "work/needs.h"
#include "work/select_draft.h"
#include "work/shared_tags.h"

/* What was published stays: a final text is corrected, not withdrawn. */
static gboolean check_final(AdrefSession *session, const char *statement, const char *label,
                            GError **error)
{
  g_autofree char *ref = g_strdup_printf("refs/tags/final/%s/%s", statement, label);
  AdrefTag *tag = adref_repo_tag(session->repo, ref);
  if (tag)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s is a final text, which was published; adref correct corrects it", statement,
                label);
  adref_tag_free(tag);
  return !tag;
}

gboolean adref_withdraw(AdrefSession *session, const AdrefStatement *statement,
                        const AdrefWithdrawOptions *options, GError **error)
{
  const char *id = statement->id;
  const GPtrArray *labels = adref_session_labels(session, id, error);
  const AdrefLabel *label = labels ? adref_select_draft(labels, options->label) : NULL;
  if (!labels || !adref_signed_field_check_reason("reason", options->reason, error) ||
      !adref_session_check_party(session, statement, options->party, error) ||
      !adref_session_check_identity(session, error))
    return FALSE;
  if (!label) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no draft is called %s", id, options->label);
    return FALSE;
  }
  if (!check_final(session, label->statement, label->name, error) ||
      !adref_repo_withdraw_label(session->repo, label, options->reason, options->party, error))
    return FALSE;
  adref_session_say(session, "withdrawn %s/%s; it stays in the record.%s", label->statement,
                    label->name, adref_shared_tag_hint(session->repo));
  return TRUE;
}
