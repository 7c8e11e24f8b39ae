/* Which key a person signs with: that of --key, else git's own setting, else one of ssh's usual. */
#ifndef ADREF_CMD_SIGNING_KEY_H
#define ADREF_CMD_SIGNING_KEY_H

#include "cmd/command.h"
#include "history/repo.h"
#include "sign/signers.h"

typedef struct {
  const AdrefSigner *signer; /* the key among those of the party */
  char *file;                /* of an ssh key, for ssh-keygen; NULL: gpg */
} AdrefSigningKey;

/* The key must be one of the party's in `signers`, which must outlive it. */
gboolean adref_signing_key_choose(const AdrefRun *run, AdrefRepo *repo, const AdrefSigners *signers,
                                  const char *party, AdrefSigningKey *key, GError **error);
/* The armour of a signature over the payload; the program may ask on the terminal. Caller frees. */
char *adref_signing_key_sign(const AdrefSigningKey *key, const GString *payload, GError **error);
void adref_signing_key_clear(AdrefSigningKey *key);

#endif
