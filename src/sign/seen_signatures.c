#include "sign/seen_signatures.h"

#include <string.h>

char *adref_key_pins_get(AdrefRepo *repo, const char *party)
{
  g_autofree char *key = g_strdup_printf("adref.%s.pin", party);
  return adref_repo_local_config(repo, key);
}

gboolean adref_key_pins_set(AdrefRepo *repo, const char *party, const char *pins, GError **error)
{
  g_autofree char *key = g_strdup_printf("adref.%s.pin", party);
  return adref_repo_set_local_config(repo, key, pins, error);
}

char *adref_verification_rival_keys(const AdrefVerification *verification, const char *party)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new();
  for (guint i = 0; i < verification->drafts->len; i++) {
    const AdrefDraftResult *draft = verification->drafts->pdata[i];
    for (guint j = 0; j < draft->signatures->len; j++) {
      const AdrefSignatureResult *signature = draft->signatures->pdata[j];
      if (signature->is_new && strcmp(signature->party, party) == 0 &&
          !g_ptr_array_find_with_equal_func(keys, signature->fingerprint, g_str_equal, NULL))
        g_ptr_array_add(keys, signature->fingerprint);
    }
  }
  if (keys->len < 2)
    return NULL;
  g_ptr_array_add(keys, NULL);
  return g_strjoinv(" and ", (char **)keys->pdata);
}

static void keep_signature(AdrefRepo *repo, const AdrefDraftResult *draft,
                           const AdrefSignatureResult *signature, gboolean pins_key)
{
  g_autofree char *seen = g_strdup_printf("%s%s/%s/%s", ADREF_SEEN_FOLDER, signature->statement,
                                          draft->label, signature->party);
  AdrefTag *kept = adref_repo_tag(repo, seen);
  if (!kept || strcmp(kept->object.id, signature->object.id) != 0)
    adref_repo_write_ref(repo, seen, &signature->object, NULL);
  adref_tag_free(kept);
  if (signature->is_new && pins_key)
    adref_key_pins_set(repo, signature->party, signature->fingerprint, NULL);
}

void adref_verification_save_seen(const AdrefVerification *verification, AdrefRepo *repo)
{
  for (guint i = 0; i < verification->drafts->len; i++) {
    const AdrefDraftResult *draft = verification->drafts->pdata[i];
    for (guint j = 0; j < draft->signatures->len; j++) {
      const AdrefSignatureResult *signature = draft->signatures->pdata[j];
      g_autofree char *rivals =
          signature->is_new ? adref_verification_rival_keys(verification, signature->party) : NULL;
      if (adref_signature_result_is_valid(signature))
        keep_signature(repo, draft, signature, !rivals);
    }
  }
}
