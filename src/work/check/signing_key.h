/* Which key a person signs with: the one given, else git's own setting, else one of ssh's usual. */
#ifndef ADREF_WORK_CHECK_SIGNING_KEY_H
#define ADREF_WORK_CHECK_SIGNING_KEY_H

#include "sign/signers.h"
#include "work/user_key.h"

typedef struct {
  const AdrefSigner *signer; /* the key among those of the party */
  char *file;                /* of an ssh key, for ssh-keygen; or NULL */
  gboolean is_gpg;
  AdrefUserKey user; /* the programs; and a key without a file, that the agent has */
} AdrefSigningKey;

/* The key must be one of the party's among the session's signers. `given` is the file of an ssh key
 * or "gpg:NAME"; NULL: none is given. */
gboolean adref_signing_key_choose(AdrefSession *session, const char *party, const char *given,
                                  AdrefSigningKey *key, GError **error);
/* The signature over the payload, as text; the program may ask on the terminal. Caller frees. */
char *adref_signing_key_sign(const AdrefSigningKey *key, const GString *payload, GError **error);
void adref_signing_key_clear(AdrefSigningKey *key);

#endif
