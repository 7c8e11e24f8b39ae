/* Runs ssh-keygen and gpg as git does. adref gives them public data only: payloads, signatures,
 * public keys. They read private keys, and ask for passphrases on the terminal, by themselves. */
#ifndef ADREF_SIGN_SIGNING_PROGRAM_H
#define ADREF_SIGN_SIGNING_PROGRAM_H

#include <glib.h>

#include "base/error.h"
#include "sign/signers.h"

/* Verifies the signature of a key over the payload at a time (in seconds since 1970), by one run of
 * ssh-keygen -Y verify. On failure *why gets the message of ssh-keygen; caller frees. */
gboolean adref_signing_program_ssh_verify(const GString *payload, const char *signature,
                                          const AdrefSigner *signer, gint64 time, char **why);

/* The verdict of gpg on a signature. */
typedef enum {
  ADREF_GPG_GOOD,
  ADREF_GPG_BAD,
  ADREF_GPG_NO_KEY,  /* the public key is not in the keyring */
  ADREF_GPG_EXPIRED, /* the key has expired */
  ADREF_GPG_REVOKED, /* the key was revoked */
} AdrefGpgVerdict;

/* *fingerprint gets "gpg:..." of the primary key when gpg names it, else NULL; caller frees. */
AdrefGpgVerdict adref_signing_program_gpg_verify(const GString *payload, const char *signature,
                                                 char **fingerprint);

/* Why the gpg key of a fingerprint ("gpg:..."), or a subkey of it that signs, is too weak: "a DSA
 * key", "an RSA key of 1024 bits"; NULL when none is. Caller frees. */
char *adref_signing_program_gpg_weakness(const char *fingerprint);

/* An ssh key to sign with, and the program that does. */
typedef struct {
  const char *program; /* NULL: ssh-keygen */
  const char *file;    /* of a private key, or of a public key whose private key is in the agent or
                          in hardware; or NULL */
  const char *public;  /* a public key, of which the agent has the private one; or NULL */
} AdrefSshKey;

/* The signature as armoured text; caller frees. */
char *adref_signing_program_ssh_sign(const AdrefSshKey *key, const GString *payload,
                                     GError **error);

/* Signs with a gpg key, named by its fingerprint or its user. `program` NULL: gpg. */
char *adref_signing_program_gpg_sign(const char *program, const GString *payload, const char *name,
                                     GError **error);

/* The fingerprint "0123..." of the only secret gpg key with that name; caller frees. */
char *adref_signing_program_gpg_find_key(const char *program, const char *name, GError **error);

/* "gpg:0123..." of the only public key in an armoured file; NULL when there is not exactly one. The
 * keyring is not changed. Caller frees. */
char *adref_signing_program_gpg_read_key(const GString *key);

/* The public key of a fingerprint as armoured text; caller frees. */
char *adref_signing_program_gpg_export(const char *fingerprint, GError **error);

#endif
