#include "base/digest.h"

#include <nettle/sha2.h>

struct AdrefDigest {
  struct sha256_ctx context;
};

AdrefDigest *adref_digest_new(void)
{
  AdrefDigest *digest = g_new(AdrefDigest, 1);
  sha256_init(&digest->context);
  return digest;
}

void adref_digest_add(AdrefDigest *digest, const void *data, gsize length)
{
  sha256_update(&digest->context, length, data);
}

void adref_digest_end(AdrefDigest *digest, guint8 bytes[ADREF_DIGEST_SIZE])
{
  sha256_digest(&digest->context, ADREF_DIGEST_SIZE, bytes);
  g_free(digest);
}

char *adref_digest_end_hex(AdrefDigest *digest)
{
  static const char digits[] = "0123456789abcdef";
  guint8 bytes[ADREF_DIGEST_SIZE];
  adref_digest_end(digest, bytes);
  char *hex = g_malloc(2 * ADREF_DIGEST_SIZE + 1);
  for (guint i = 0; i < ADREF_DIGEST_SIZE; i++) {
    hex[2 * i] = digits[bytes[i] >> 4];
    hex[2 * i + 1] = digits[bytes[i] & 15];
  }
  hex[2 * ADREF_DIGEST_SIZE] = '\0';
  return hex;
}

char *adref_digest_of(const void *data, gsize length)
{
  AdrefDigest *digest = adref_digest_new();
  adref_digest_add(digest, data, length);
  return adref_digest_end_hex(digest);
}
