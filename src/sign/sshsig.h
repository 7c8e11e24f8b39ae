/* The public key and the namespace of an ssh signature (OpenSSH, PROTOCOL.sshsig). */
#ifndef ADREF_SIGN_SSHSIG_H
#define ADREF_SIGN_SSHSIG_H

#include <glib.h>

typedef struct {
  char *key_type;    /* "ssh-ed25519" */
  char *key;         /* the public key, base64 as in authorized_keys */
  char *fingerprint; /* "SHA256:..." */
  char *namespace;   /* "git" */
} AdrefSshsig;

/* NULL when the text is not an armoured ssh signature. */
AdrefSshsig *adref_sshsig_read(const char *text);
void adref_sshsig_free(AdrefSshsig *sshsig);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSshsig, adref_sshsig_free)

/* The type inside of a public key in base64, "ssh-ed25519"; NULL when it is malformed. Caller
 * frees.
 */
char *adref_ssh_key_type(const char *key);

/* Why a public key in base64 is too weak to sign with, "a DSA key", "an RSA key of 1024 bits"; NULL
 * when it is not. Caller frees. */
char *adref_ssh_key_weakness(const char *key);

/* "SHA256:..." of a public key in base64; NULL when it is malformed. Caller frees. */
char *adref_ssh_key_fingerprint(const char *key);

#endif
