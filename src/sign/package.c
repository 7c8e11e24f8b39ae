#include "sign/package.h"

#include <string.h>

#include "sign/package_metadata.h"

static GBytes *take_text(GString *text)
{
  return g_string_free_to_bytes(text);
}

gint64 adref_package_time(const GPtrArray *signatures)
{
  gint64 last = 0;
  for (guint i = 0; i < signatures->len; i++) {
    const AdrefPackageSignature *signature = signatures->pdata[i];
    gsize length;
    const char *bytes = g_bytes_get_data(signature->bytes, &length);
    g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
    last = MAX(last, signoff->time);
  }
  return last;
}

static gboolean add_key(GPtrArray *members, const AdrefSigner *signer, GString *signers,
                        GError **error)
{
  gboolean gpg = strcmp(signer->type, "gpg") == 0;
  g_autofree char *path = g_strdup_printf("keys/%s.%s", signer->party, gpg ? "asc" : "pub");
  if (gpg) {
    g_autofree char *key = adref_program_gpg_export(signer->key, error);
    if (key)
      adref_members_add_text(members, path, key);
    return key != NULL;
  }
  g_autofree char *key = g_strdup_printf("%s %s %s\n", signer->type, signer->key, signer->party);
  g_autofree char *line = adref_signer_line(signer);
  adref_members_add_text(members, path, key);
  g_string_append(signers, line);
  return TRUE;
}

static gboolean add_signature(GPtrArray *members, const AdrefPackageSignature *signature,
                              GPtrArray *steps, GString *signers, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(signature->bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  g_autofree char *payload = g_strdup_printf("signatures/%s.txt", signature->party);
  g_autofree char *armour = g_strdup_printf("signatures/%s.sig", signature->party);
  adref_members_add(members, payload, g_bytes_new(signoff->payload->str, signoff->payload->len));
  adref_members_add_text(members, armour, signoff->signature);
  adref_notice_steps_add(steps, signature->party, signature->bytes);
  return add_key(members, signature->signer, signers, error);
}

static void add_texts(GPtrArray *members, const char *folder, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++) {
    const AdrefRendition *rendition = texts->pdata[i];
    g_autofree char *path = g_strdup_printf("%s/%s.md", folder, rendition->language);
    adref_members_add(members, path, g_bytes_ref(rendition->bytes));
  }
}

static void add_correction(GPtrArray *members, const AdrefPackageCorrection *correction)
{
  adref_members_add(members, "correction.md", g_bytes_ref(correction->document));
  add_texts(members, "former", correction->texts);
}

char *const *adref_package_alternats(const AdrefEvidence *evidence)
{
  static char *const none[] = {NULL};
  return evidence->rule->alternats ? evidence->statement->parties : none;
}

static AdrefMessage *message_of(GBytes *tag, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(tag, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  return adref_message_read(signoff->message->str, signoff->message->len, error);
}

GPtrArray *adref_package_make(const AdrefEvidence *evidence, const GPtrArray *signatures,
                              const GPtrArray *pages, const AdrefPackageCorrection *correction,
                              GBytes *style, const char *version, GError **error)
{
  g_autoptr(GPtrArray) members = adref_members_new();
  g_autoptr(GPtrArray) steps = adref_notice_steps_new();
  g_autoptr(GString) signers = g_string_new(NULL);
  add_texts(members, "texts", evidence->instrument->renditions);
  if (correction)
    add_correction(members, correction);
  if (style)
    adref_members_add(members, "style.yaml", g_bytes_ref(style));
  for (guint i = 0; i < signatures->len; i++)
    if (!add_signature(members, signatures->pdata[i], steps, signers, error))
      return NULL;
  for (guint i = 0; i < pages->len; i++) {
    const AdrefPageFile *page = pages->pdata[i];
    adref_members_add(members, page->path, g_bytes_ref(page->bytes));
  }
  const AdrefPackageSignature *first = signatures->pdata[0];
  g_autoptr(AdrefMessage) message = message_of(first->bytes, error);
  if (!message)
    return NULL;
  g_autofree char *facts = adref_notice_facts(&evidence->instrument->numbering, version,
                                              adref_package_alternats(evidence));
  g_autofree char *verify = adref_notice_verify(message, steps);
  adref_members_add(members, "keys/signers", take_text(g_steal_pointer(&signers)));
  adref_members_add_text(members, "FACTS", facts);
  adref_members_add_text(members, "VERIFY.txt", verify);
  adref_members_sort(members);
  g_autofree char *manifest = adref_notice_manifest(members);
  adref_members_add_text(members, "MANIFEST", manifest);
  adref_members_sort(members);
  return g_steal_pointer(&members);
}
