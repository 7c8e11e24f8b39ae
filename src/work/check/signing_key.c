#include "work/check/signing_key.h"

#include <string.h>

#include "base/file.h"
#include "sign/signing_program.h"

/* The choice of a key. */
typedef struct {
  const AdrefSession *session;
  const char *party;
  const char *given;
  AdrefSigningKey *key;
} KeyChoice;

/* The party's key in signers that is this public key, written in `public`; NULL when it is none. */
static const AdrefSigner *signer_of_key(const KeyChoice *self, const char *text, const char *public,
                                        GError **error)
{
  g_autoptr(AdrefSigner) key = adref_signer_new(text, self->party, NULL, public, error);
  if (!key)
    return NULL;
  const AdrefSigner *found =
      adref_signers_find(self->session->signers, self->party, key->fingerprint);
  g_autofree char *file = adref_path_quoted(public);
  if (!found)
    adref_error(error, ADREF_ERROR_REFUSED,
                "the key %s does not sign for %s yet; adref signers add %s --as %s lets it",
                key->fingerprint, self->party, file, self->party);
  return found;
}

/* The same of the public half of a key in a file. */
static const AdrefSigner *signer_of_file(const KeyChoice *self, const char *path, GError **error)
{
  g_autofree char *public =
      g_str_has_suffix(path, ".pub") ? g_strdup(path) : g_strconcat(path, ".pub", NULL);
  g_autoptr(GBytes) bytes = adref_file_read_text(public, public, ADREF_SIGNERS_LIMIT, error);
  if (!bytes)
    return NULL;
  g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  return signer_of_key(self, text, public, error);
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
  g_autofree char *found =
      adref_signing_program_gpg_find_key(self->key->user.gpg_program, name, error);
  g_autofree char *fingerprint = found ? g_strconcat("gpg:", found, NULL) : NULL;
  if (!fingerprint)
    return FALSE;
  self->key->signer = adref_signers_find(self->session->signers, self->party, fingerprint);
  if (!self->key->signer)
    adref_error(error, ADREF_ERROR_REFUSED,
                "the key %s does not sign for %s yet; adref signers add gpg:%s --as %s lets it",
                fingerprint, self->party, name, self->party);
  self->key->is_gpg = self->key->signer != NULL;
  return self->key->is_gpg;
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
  const AdrefUserKey *user = &self->key->user;
  if (given && g_str_has_prefix(given, "gpg:"))
    return use_gpg(self, given + strlen("gpg:"), error);
  if (given) {
    g_autofree char *path = g_canonicalize_filename(given, self->session->folder);
    return use_file(self, path, error);
  }
  if (user->public) {
    self->key->signer = signer_of_key(self, user->public, "KEY.pub", error);
    return self->key->signer != NULL;
  }
  if (user->file)
    return use_file(self, user->file, error);
  return user->name ? use_gpg(self, user->name, error) : use_usual(self, error);
}

gboolean adref_signing_key_choose(AdrefSession *session, const char *party, const char *given,
                                  AdrefSigningKey *key, GError **error)
{
  AdrefSigningKey chosen = {0};
  KeyChoice choice = {session, party, given, &chosen};
  if (!adref_user_key_read(session, &chosen.user, error) ||
      !adref_session_signers(session, error) || !choose(&choice, error)) {
    adref_signing_key_clear(&chosen);
    return FALSE;
  }
  *key = chosen;
  return TRUE;
}

char *adref_signing_key_sign(const AdrefSigningKey *key, const GString *payload, GError **error)
{
  const AdrefUserKey *user = &key->user;
  AdrefSshKey ssh = {user->ssh_program, key->file, key->file ? NULL : user->public};
  return ssh.file || (ssh.public && !key->is_gpg)
             ? adref_signing_program_ssh_sign(&ssh, payload, error)
             : adref_signing_program_gpg_sign(user->gpg_program, payload, key->signer->key, error);
}

void adref_signing_key_clear(AdrefSigningKey *key)
{
  adref_user_key_clear(&key->user);
  g_clear_pointer(&key->file, g_free);
}
