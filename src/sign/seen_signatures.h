/* What this repository remembers of signatures: the keys that are pinned for a party, and the valid
 * sign-offs that were seen. Both are local, and no push changes them. */
#ifndef ADREF_SIGN_SEEN_SIGNATURES_H
#define ADREF_SIGN_SEEN_SIGNATURES_H

#include "sign/verify.h"

/* The refs below which valid sign-offs are kept. */
#define ADREF_SEEN_FOLDER "refs/adref/seen/"

/* The keys, "A and B", where valid sign-offs of a party for which nothing is pinned have more than
 * one; NULL otherwise. At such a first contact neither is pinned. Caller frees. */
char *adref_verification_rival_keys(const AdrefVerification *verification, const char *party);

/* Pins new keys, and writes a ref below refs/adref/seen/ for each valid sign-off, so that a later
 * deletion is noticed. A repository that cannot be written stays as it is. */
void adref_verification_save_seen(const AdrefVerification *verification, AdrefRepo *repo);

/* The pinned fingerprints of a party, separated by spaces, or NULL; caller frees. And sets them. */
char *adref_key_pins_get(AdrefRepo *repo, const char *party);
gboolean adref_key_pins_set(AdrefRepo *repo, const char *party, const char *pins, GError **error);

#endif
