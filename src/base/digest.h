/* SHA-256, computed by nettle, which uses the processor's instructions for it. */
#ifndef ADREF_BASE_DIGEST_H
#define ADREF_BASE_DIGEST_H

#include <glib.h>

/* A digest that is being computed. */
typedef struct AdrefDigest AdrefDigest;

enum {
  ADREF_DIGEST_SIZE = 32 /* bytes */
};

AdrefDigest *adref_digest_new(void);
void adref_digest_add(AdrefDigest *digest, const void *data, gsize length);

/* Each ends the computation and frees `digest`. The result is in `bytes`, or is a string of 64
 * hexadecimal digits that the caller frees. */
void adref_digest_end(AdrefDigest *digest, guint8 bytes[ADREF_DIGEST_SIZE]);
char *adref_digest_end_hex(AdrefDigest *digest);

/* The digest of `data` as 64 hexadecimal digits. The caller frees it. */
char *adref_digest_of(const void *data, gsize length);

#endif
