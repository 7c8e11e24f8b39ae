#include "work/signing_key.h"

#include <string.h>

#include "base/file.h"
#include "history/tag.h"
#include "sign/signing_program.h"

/* The choice of a key. */
typedef struct {
  const AdrefSession *session;
  const char *party;
  const char *given;
  AdrefSigningKey *key;
} KeyChoice;

/* The party's key in signers whose public half is in this file; NULL when it is none. */
static const AdrefSigner *signer_of_file(const KeyChoice *self, const char *path, GError **error)
{
  g_autofree char *public =
      g_str_has_suffix(path, ".pub") ? g_strdup(path) : g_strconcat(path, ".pub", NULL);
  g_autoptr(GBytes) bytes = adref_file_read_text(public, public, ADREF_SIGNERS_LIMIT, error);
  if (!bytes)
    return NULL;
  g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  g_autoptr(AdrefSigner) key = adref_signer_new(text, self->party, NULL, public, error);
  if (!key)
    return NULL;
  const AdrefSigner *found =
      adref_signers_find(self->session->signers, self->party, key->fingerprint);
  if (!found)
    adref_error(error, ADREF_ERROR_REFUSED,
                "the key %s does not sign for %s yet; adref signers add %s --as %s lets it",
                key->fingerprint, self->party, public, self->party);
  return found;
}

static gboolean use_file(KeyChoice *self, const char *path, GError **error)
{
  self->key->signer = signer_of_file(self, path, error);
  if (!self->key->signer)
    return FALSE;
  g_autofree char *private = g_str_has_suffix(path, ".pub")
                                 ? g_strndup(path, strlen(path) - strlen(".pub"))
                                 : g_strdup(path);
  self->key->file = g_strdup(g_file_test(private, G_FILE_TEST_EXISTS) ? private : path);
  return TRUE;
}

static gboolean use_gpg(KeyChoice *self, const char *name, GError **error)
{
  g_autofree char *found = adref_signing_program_gpg_find_key(name, error);
  g_autofree char *fingerprint = found ? g_strconcat("gpg:", found, NULL) : NULL;
  if (!fingerprint)
    return FALSE;
  self->key->signer = adref_signers_find(self->session->signers, self->party, fingerprint);
  if (!self->key->signer)
    adref_error(error, ADREF_ERROR_REFUSED,
                "the key %s does not sign for %s yet; adref signers add gpg:%s --as %s lets it",
                fingerprint, self->party, name, self->party);
  return self->key->signer != NULL;
}

/* The first of ssh's usual keys that signs for the party. */
static gboolean use_usual(KeyChoice *self, GError **error)
{
  static const char *const names[] = {"id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_ecdsa_sk",
                                      "id_rsa"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(g_get_home_dir(), ".ssh", names[i], NULL);
    g_autofree char *public = g_strconcat(path, ".pub", NULL);
    if (g_file_test(public, G_FILE_TEST_EXISTS) && use_file(self, path, NULL))
      return TRUE;
  }
  adref_error(
      error, ADREF_ERROR_NOT_FOUND,
      "which key signs for %s? --key FILE or --key gpg:NAME says it; a key that may sign is "
      "made known by adref signers add KEY.pub --as %s",
      self->party, self->party);
  return FALSE;
}

static gboolean choose(KeyChoice *self, GError **error)
{
  const char *given = self->given;
  g_autofree char *format = adref_repo_effective_config(self->session->repo, "gpg.format");
  g_autofree char *configured = adref_repo_effective_config(self->session->repo, "user.signingkey");
  if (given && g_str_has_prefix(given, "gpg:"))
    return use_gpg(self, given + strlen("gpg:"), error);
  if (given) {
    g_autofree char *path = g_canonicalize_filename(given, self->session->folder);
    return use_file(self, path, error);
  }
  if (configured && g_strcmp0(format, "ssh") == 0) {
    g_autofree char *path = g_str_has_prefix(configured, "~/")
                                ? g_build_filename(g_get_home_dir(), configured + 2, NULL)
                                : g_strdup(configured);
    return use_file(self, path, error);
  }
  return configured && !format ? use_gpg(self, configured, error) : use_usual(self, error);
}

gboolean adref_signing_key_choose(AdrefSession *session, const char *party, const char *given,
                                  AdrefSigningKey *key, GError **error)
{
  AdrefSigningKey chosen = {0};
  KeyChoice choice = {session, party, given, &chosen};
  if (!adref_session_repo(session, error) || !adref_session_signers(session, error) ||
      !choose(&choice, error)) {
    adref_signing_key_clear(&chosen);
    return FALSE;
  }
  *key = chosen;
  return TRUE;
}

char *adref_signing_key_sign(const AdrefSigningKey *key, const GString *payload, GError **error)
{
  return key->file ? adref_signing_program_ssh_sign(payload, key->file, error)
                   : adref_signing_program_gpg_sign(payload, key->signer->key, error);
}

void adref_signing_key_clear(AdrefSigningKey *key)
{
  g_clear_pointer(&key->file, g_free);
}
