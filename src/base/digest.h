/* SHA-256, by nettle: it uses the processor's own instructions, and so what every page and every
 * agreement needs is never waited for. */
#ifndef ADREF_BASE_DIGEST_H
#define ADREF_BASE_DIGEST_H

#include <glib.h>

/* A digest under way. */
typedef struct AdrefDigest AdrefDigest;

enum {
  ADREF_DIGEST_SIZE = 32 /* bytes */
};

AdrefDigest *adref_digest_new(void);
void adref_digest_add(AdrefDigest *digest, const void *data, gsize length);

/* Ends the digest and frees it: its bytes, or 64 hexadecimal digits that the caller frees. */
void adref_digest_end(AdrefDigest *digest, guint8 bytes[ADREF_DIGEST_SIZE]);
char *adref_digest_end_hex(AdrefDigest *digest);

/* Of bytes at once. Caller frees. */
char *adref_digest_of(const void *data, gsize length);

#endif
