/* ssh-keygen and gpg, run as git itself runs them. What they are given is public: payloads,
 * signatures, public keys. Keys, passphrases, agents and hardware are their own business; what they
 * ask goes to the terminal. */
#ifndef ADREF_SIGN_SIGNING_PROGRAM_H
#define ADREF_SIGN_SIGNING_PROGRAM_H

#include <glib.h>

#include "base/error.h"
#include "sign/signers.h"

/* Whether the signature is that of the key over the payload at a time (seconds since 1970), by one
 * run of ssh-keygen -Y verify. *why gets what it says when it is not; caller frees. */
gboolean adref_signing_program_ssh_verify(const GString *payload, const char *signature,
                                          const AdrefSigner *signer, gint64 time, char **why);

/* What gpg says of a signature. */
typedef enum {
  ADREF_GPG_GOOD,
  ADREF_GPG_BAD,
  ADREF_GPG_NO_KEY,  /* the public key is not in the keyring */
  ADREF_GPG_EXPIRED, /* the key has expired */
  ADREF_GPG_REVOKED, /* the key was revoked */
} AdrefGpgVerdict;

/* *fingerprint gets "gpg:..." of the primary key where gpg names it, else NULL; caller frees. */
AdrefGpgVerdict adref_signing_program_gpg_verify(const GString *payload, const char *signature,
                                                 char **fingerprint);

/* Signs with an ssh key: a file that holds a private key, or a public one whose private half the
 * agent or the hardware has. The armour; caller frees. */
char *adref_signing_program_ssh_sign(const GString *payload, const char *key_file, GError **error);

/* Signs with a gpg key, named by its fingerprint. */
char *adref_signing_program_gpg_sign(const GString *payload, const char *fingerprint,
                                     GError **error);

/* The fingerprint of the one secret gpg key that a name means, "0123..."; caller frees. */
char *adref_signing_program_gpg_find_key(const char *name, GError **error);

/* "gpg:0123..." of the one public key in an armoured file; NULL when it is not one. The keyring is
 * not touched. Caller frees. */
char *adref_signing_program_gpg_read_key(const GString *key);

/* The public key of a fingerprint as armoured text; caller frees. */
char *adref_signing_program_gpg_export(const char *fingerprint, GError **error);

#endif
