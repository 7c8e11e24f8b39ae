/* The signatures and keys of a package are checked. */
#include <string.h>

#include "sign/bytes.h"
#include "sign/package_metadata.h"
#include "sign/package_private.h"
#include "sign/seen_signatures.h"

static AdrefSigners *read_keys(AdrefPackage *package, const GPtrArray *members)
{
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  g_autoptr(GError) error = NULL;
  GBytes *bytes = adref_archive_members_get(members, "keys/signers");
  g_autofree char *text = bytes ? adref_bytes_text(bytes) : g_strdup("");
  if (!adref_signers_add_lines(signers, text, "keys/signers", FALSE, &error))
    adref_package_add_problem(package, "%s", error->message);
  return g_steal_pointer(&signers);
}

/* The party of "signatures/JPN.txt", or NULL. Caller frees. */
static char *party_of(const char *path)
{
  if (!g_str_has_prefix(path, "signatures/") || !g_str_has_suffix(path, ".txt"))
    return NULL;
  const char *name = path + strlen("signatures/");
  return g_strndup(name, strlen(name) - strlen(".txt"));
}

/* All parties must have signed the same content. The first message of the latest form becomes that
 * of the package, which then owns it. */
static void compare_message(AdrefPackage *package, AdrefSignoffMessage **message)
{
  if (package->message && (*message)->form > package->message->form) {
    AdrefSignoffMessage *older = package->message;
    package->message = *message;
    *message = older;
  }
  const AdrefSignoffMessage *all = package->message, *check = *message;
  if (!all) {
    package->message = g_steal_pointer(message);
    if (package->message->corrects)
      package->former_label =
          g_strndup(package->message->corrects, strcspn(package->message->corrects, " "));
    return;
  }
  g_autofree char *difference =
      adref_signed_texts_difference(all->texts, check->texts, all->form > 1 && check->form > 1);
  if (difference)
    adref_package_add_problem(package, "%s has signed other texts: %s", check->party, difference);
  if (strcmp(all->statement, check->statement) != 0 || strcmp(all->label, check->label) != 0)
    adref_package_add_problem(package, "%s has signed %s/%s", check->party, check->statement,
                              check->label);
  if (all->facts && check->facts && strcmp(all->facts, check->facts) != 0)
    adref_package_add_problem(package, "%s has signed other facts", check->party);
  if (strcmp(all->rule, check->rule) != 0)
    adref_package_add_problem(package, "%s has signed for another rule: %s", check->party,
                              check->rule);
  if (g_strcmp0(all->corrects, check->corrects) != 0)
    adref_package_add_problem(package, "%s has signed another correction", check->party);
}

/* The verdict of a check that failed. A package knows KEY CHANGED, "revoked" and "invalid". */
static AdrefSignatureVerdict verdict_of(const AdrefSignatureCheckStep *failed)
{
  AdrefSignatureVerdict verdict = failed ? failed->verdict : ADREF_SIGNATURE_VERDICT_INVALID;
  return verdict == ADREF_SIGNATURE_VERDICT_KEY_CHANGED ||
                 verdict == ADREF_SIGNATURE_VERDICT_REVOKED
             ? verdict
             : ADREF_SIGNATURE_VERDICT_INVALID;
}

/* The keys of a package do not say which gpg key signs for a party; those of `trust` do. */
static void check_signature(AdrefPackage *package, const char *party, GBytes *bytes,
                            const AdrefSigners *own_keys, const AdrefPackageTrust *trust)
{
  const AdrefSigners *named = trust ? trust->signers : NULL;
  AdrefSignatureCheck *check = g_new0(AdrefSignatureCheck, 1);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(data, length);
  gboolean has_name = signoff->tag && g_str_has_prefix(signoff->tag, "signoff/");
  g_autoptr(GString) why = g_string_new(NULL);
  check->name = has_name ? signoff->tag + strlen("signoff/") : "";
  check->bytes = bytes;
  check->signers = named ? named : own_keys;
  adref_signature_check_parse(check);
  g_autofree char *pins =
      trust && trust->repo && check->party ? adref_key_pins_get(trust->repo, check->party) : NULL;
  check->pins = pins;
  check->revoked = trust ? trust->revoked : NULL;
  check->clock = trust ? trust->clock : 0;
  check->commit = check->message ? check->message->commit : "";
  gboolean gpg = check->signoff->signed_by == ADREF_SIGNATURE_FORMAT_PGP;
  g_autoptr(GArray) checks = adref_signature_check_steps_for(
      gpg && !named ? ADREF_SIGNATURE_CHECK_PACKAGE_GPG : ADREF_SIGNATURE_CHECK_PACKAGE_SSH);
  const AdrefSignatureCheckStep *failed = adref_signature_check_run(
      check, (const AdrefSignatureCheckStep *)(const void *)checks->data, checks->len, why);
  gboolean own = g_strcmp0(check->party, party) == 0;
  if (!failed && !own)
    g_string_append_printf(why, "it is the signature of %s", check->party);
  AdrefSignatureResult *result = adref_signature_result_new(
      check, party, failed || !own ? verdict_of(failed) : ADREF_SIGNATURE_VERDICT_VALID);
  result->is_new = !failed && own && !pins && !named;
  g_ptr_array_add(package->signatures, result);
  if (!failed && own)
    compare_message(package, &check->message);
  else
    adref_package_add_problem(package, "signatures/%s: %s", party, why->str);
  adref_signature_check_free(check);
}

/* Whether keys/JPN.pub is the ssh key of a line of keys/signers. */
static gboolean is_ssh_key(const char *text, const AdrefSigner *signer)
{
  g_autofree char *key = g_strdup_printf("%s %s %s\n", signer->type, signer->key, signer->party);
  return strcmp(text, key) == 0;
}

static gboolean is_gpg_key(const char *text, const char *fingerprint)
{
  g_autoptr(GString) key = g_string_new(text);
  g_autofree char *found = adref_signing_program_gpg_read_key(key);
  return g_strcmp0(found, fingerprint) == 0;
}

/* The commands of VERIFY.txt print the fingerprint of this file, so it must be the key that signed.
 */
static void check_key(AdrefPackage *package, const GPtrArray *members, const AdrefSigners *signers,
                      const AdrefSignatureResult *signature)
{
  if (!signature->fingerprint)
    return;
  gboolean gpg = g_str_has_prefix(signature->fingerprint, "gpg:");
  const AdrefSigner *signer =
      gpg ? NULL : adref_signers_find(signers, signature->party, signature->fingerprint);
  if (!gpg && !signer)
    return;
  g_autofree char *path = g_strdup_printf("keys/%s.%s", signature->party, gpg ? "asc" : "pub");
  GBytes *bytes = adref_archive_members_get(members, path);
  g_autofree char *text = bytes ? adref_bytes_text(bytes) : g_strdup("");
  if (gpg ? !is_gpg_key(text, signature->fingerprint) : !is_ssh_key(text, signer))
    adref_package_add_problem(package, "%s is not the key that signed", path);
}

/* A reader takes keys/signers for a list of those who signed: it has their lines and no word more.
 */
static void check_key_lines(AdrefPackage *package, const GPtrArray *members,
                            const AdrefSigners *signers)
{
  GBytes *bytes = adref_archive_members_get(members, "keys/signers");
  g_autofree char *text = bytes && signers->all->len > 0 ? adref_bytes_text(bytes) : NULL;
  g_autoptr(GString) lines = g_string_new(NULL);
  for (guint i = 0; i < package->signatures->len; i++) {
    const AdrefSignatureResult *signature = package->signatures->pdata[i];
    const AdrefSigner *signer =
        signature->fingerprint
            ? adref_signers_find(signers, signature->party, signature->fingerprint)
            : NULL;
    g_autofree char *line = signer ? adref_signer_line(signer) : NULL;
    if (line)
      g_string_append(lines, line);
  }
  if (text && strcmp(text, lines->str) != 0)
    adref_package_add_problem(package,
                              "keys/signers has other lines than those of the keys that signed");
}

void adref_package_check_signatures(AdrefPackage *package, const GPtrArray *members,
                                    GPtrArray *entries, const AdrefPackageTrust *trust)
{
  g_autoptr(AdrefSigners) signers = read_keys(package, members);
  for (guint i = 0; i < members->len; i++) {
    const AdrefArchiveMember *member = members->pdata[i];
    g_autofree char *party = party_of(member->path);
    g_autofree char *path = party ? g_strdup_printf("signatures/%s.sig", party) : NULL;
    GBytes *signature = path ? adref_archive_members_get(members, path) : NULL;
    if (!party || !signature) {
      if (party)
        adref_package_add_problem(package, "%s is missing", path);
      continue;
    }
    GBytes *bytes = adref_bytes_join(member->bytes, signature);
    adref_verify_txt_entries_add(entries, party, bytes);
    check_signature(package, party, bytes, signers, trust);
    check_key(package, members, signers, package->signatures->pdata[package->signatures->len - 1]);
  }
  if (package->signatures->len == 0)
    adref_package_add_problem(package, "nobody has signed");
  check_key_lines(package, members, signers);
}
