#include "sign/package.h"

#include <string.h>

#include "sign/package_metadata.h"
#include "sign/page_list.h"

static GBytes *take_text(GString *text)
{
  return g_string_free_to_bytes(text);
}

gint64 adref_package_last_signed(const GPtrArray *signatures)
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
    g_autofree char *key = adref_signing_program_gpg_export(signer->key, error);
    if (key)
      adref_archive_members_add_text(members, path, key);
    return key != NULL;
  }
  g_autofree char *key = g_strdup_printf("%s %s %s\n", signer->type, signer->key, signer->party);
  g_autofree char *line = adref_signer_line(signer);
  adref_archive_members_add_text(members, path, key);
  g_string_append(signers, line);
  return TRUE;
}

static gboolean add_signature(GPtrArray *members, const AdrefPackageSignature *signature,
                              GPtrArray *entries, GString *signers, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(signature->bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  g_autofree char *payload = g_strdup_printf("signatures/%s.txt", signature->party);
  g_autofree char *sshsig = g_strdup_printf("signatures/%s.sig", signature->party);
  adref_archive_members_add(members, payload,
                            g_bytes_new(signoff->payload->str, signoff->payload->len));
  adref_archive_members_add_text(members, sshsig, signoff->signature);
  adref_verify_txt_entries_add(entries, signature->party, signature->bytes);
  return add_key(members, signature->signer, signers, error);
}

static void add_texts(GPtrArray *members, const char *folder, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++) {
    const AdrefLanguageVersion *language_version = texts->pdata[i];
    g_autofree char *path = g_strdup_printf("%s/%s.md", folder, language_version->language);
    adref_archive_members_add(members, path, g_bytes_ref(language_version->bytes));
  }
}

static void add_words(GPtrArray *members, const GPtrArray *texts, const GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++) {
    const AdrefLanguageVersion *text = texts->pdata[i];
    g_autofree char *path = g_strdup_printf("languages/%s.yaml", text->language);
    if (words->pdata[i])
      adref_archive_members_add(members, path,
                                g_bytes_ref(adref_page_words_bytes(words->pdata[i])));
  }
}

static void add_correction(GPtrArray *members, const AdrefPackageCorrection *correction)
{
  adref_archive_members_add(members, "correction.md", g_bytes_ref(correction->document));
  adref_archive_members_add_text(members, "former/FACTS", correction->facts);
  add_texts(members, "former", correction->texts);
}

char *const *adref_package_alternats(const AdrefStatementSnapshot *snapshot)
{
  static char *const none[] = {NULL};
  return snapshot->rule->alternats ? snapshot->statement->parties : none;
}

static AdrefSignoffMessage *message_of(GBytes *tag, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(tag, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, length);
  return adref_signoff_message_read(signoff->message->str, signoff->message->len, error);
}

/* The first message of the latest form. */
static AdrefSignoffMessage *latest_message(const GPtrArray *signatures, GError **error)
{
  AdrefSignoffMessage *latest = NULL;
  for (guint i = 0; i < signatures->len; i++) {
    const AdrefPackageSignature *signature = signatures->pdata[i];
    g_autoptr(AdrefSignoffMessage) message = message_of(signature->bytes, error);
    if (!message) {
      adref_signoff_message_free(latest);
      return NULL;
    }
    if (latest && latest->form >= message->form)
      continue;
    adref_signoff_message_free(latest);
    latest = g_steal_pointer(&message);
  }
  return latest;
}

static char *verify_txt(const AdrefSignoffMessage *message, const GPtrArray *entries,
                        const AdrefPackagePageList *list)
{
  g_autofree char *tag = list ? g_strconcat(list->payload, list->signature, NULL) : NULL;
  g_autoptr(GBytes) bytes = tag ? g_bytes_new(tag, strlen(tag)) : NULL;
  g_autoptr(GPtrArray) issuer = adref_verify_txt_entries_new();
  if (list)
    adref_verify_txt_entries_add(issuer, list->signer->party, bytes);
  if (list && list->adoption)
    return adref_package_metadata_verify_adopted(message, issuer->pdata[0],
                                                 list->adoption->silence != NULL);
  return adref_package_metadata_verify_txt(message, entries, list ? issuer->pdata[0] : NULL,
                                           list ? ADREF_VERIFY_TXT_LIST_FORM
                                                : ADREF_VERIFY_TXT_FORM);
}

GPtrArray *adref_package_make(const AdrefStatementSnapshot *snapshot, const GPtrArray *signatures,
                              const GPtrArray *pages, const AdrefPackageCorrection *correction,
                              GBytes *style, const GPtrArray *words,
                              const AdrefPackagePageList *list, const char *version, GError **error)
{
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  g_autoptr(GPtrArray) entries = adref_verify_txt_entries_new();
  g_autoptr(GString) signers = g_string_new(NULL);
  add_texts(members, "texts", snapshot->language_versions->items);
  if (correction)
    add_correction(members, correction);
  if (style)
    adref_archive_members_add(members, "style.yaml", g_bytes_ref(style));
  add_words(members, snapshot->language_versions->items, words);
  for (guint i = 0; i < signatures->len; i++)
    if (!add_signature(members, signatures->pdata[i], entries, signers, error))
      return NULL;
  for (guint i = 0; i < pages->len; i++) {
    const AdrefPackagePage *page = pages->pdata[i];
    adref_archive_members_add(members, page->path, g_bytes_ref(page->bytes));
  }
  const AdrefAdoption *adoption = list ? list->adoption : NULL;
  g_autoptr(AdrefSignoffMessage) latest = adoption ? NULL : latest_message(signatures, error);
  const AdrefSignoffMessage *message = adoption ? adoption->message : latest;
  for (guint i = 0; adoption && i < list->files->len; i++) {
    const AdrefArchiveMember *file = list->files->pdata[i];
    adref_archive_members_add(members, file->path, g_bytes_ref(file->bytes));
  }
  if (!message || (list && !adref_page_list_add(members, list, error)))
    return NULL;
  g_autofree char *older = adref_package_metadata_facts(&snapshot->language_versions->numbering,
                                                        version, adref_package_alternats(snapshot));
  g_autofree char *head = adref_package_metadata_head(version);
  g_autofree char *verify = verify_txt(message, entries, list);
  if (!adoption)
    adref_archive_members_add(members, "keys/signers", take_text(g_steal_pointer(&signers)));
  adref_archive_members_add_text(members, "PACKAGE", head);
  adref_archive_members_add_text(members, "FACTS", message->form > 1 ? snapshot->facts : older);
  adref_archive_members_add_text(members, "VERIFY.txt", verify);
  adref_archive_members_sort(members);
  g_autofree char *manifest = adref_package_metadata_manifest(members);
  adref_archive_members_add_text(members, "MANIFEST", manifest);
  adref_archive_members_sort(members);
  return g_steal_pointer(&members);
}
