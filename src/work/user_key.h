/* The key and the programs with which a person signs, as git's configuration of that person says:
 * gpg.format, user.signingKey, gpg.ssh.defaultKeyCommand, gpg.program, gpg.ssh.program. The
 * configuration of the repository is never asked: it may come from somebody else. */
#ifndef ADREF_WORK_USER_KEY_H
#define ADREF_WORK_USER_KEY_H

#include "history/save.h"
#include "work/session.h"

typedef struct {
  gboolean is_ssh, is_gpg; /* by gpg.format; neither: a format that adref does not know */
  char *format;
  char *ssh_program; /* gpg.ssh.program, else "ssh-keygen" */
  char *gpg_program; /* gpg.openpgp.program, gpg.program, else "gpg" */
  char *file;        /* of an ssh key; or NULL */
  char *public;      /* an ssh public key, of which the agent has the private one; or NULL */
  char *name;        /* of a gpg key; or NULL */
} AdrefUserKey;

/* Reads the configuration. The command of gpg.ssh.defaultKeyCommand is run where the format is ssh
 * and no key is set. */
gboolean adref_user_key_read(AdrefSession *session, AdrefUserKey *key, GError **error);
void adref_user_key_clear(AdrefUserKey *key);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefUserKey, adref_user_key_clear)

/* Sets the signer of a version where commit.gpgsign is set, as git would. *key keeps what the
 * signer needs until the version is saved. A format that adref does not know is an error. */
gboolean adref_user_key_sign_version(AdrefSession *session, AdrefUserKey *key,
                                     AdrefVersionSigner *signer, GError **error);

#endif
