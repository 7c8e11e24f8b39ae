/* What an ssh signature says of itself: by which key and for what (OpenSSH, PROTOCOL.sshsig). */
#ifndef ADREF_SIGN_SSHSIG_H
#define ADREF_SIGN_SSHSIG_H

#include <glib.h>

typedef struct {
  char *key_type;    /* "ssh-ed25519" */
  char *key;         /* the public key, base64 as in authorized_keys */
  char *fingerprint; /* "SHA256:..." */
  char *namespace;   /* "git" */
} AdrefSshsig;

/* NULL when it is no such armour. */
AdrefSshsig *adref_sshsig_read(const char *text);
void adref_sshsig_free(AdrefSshsig *sshsig);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSshsig, adref_sshsig_free)

/* What a public key in base64 says that it is, "ssh-ed25519"; NULL when it is none. Caller frees.
 */
char *adref_ssh_key_type(const char *key);

/* "SHA256:..." of a public key in base64; NULL when it is none. Caller frees. */
char *adref_ssh_key_fingerprint(const char *key);

#endif
