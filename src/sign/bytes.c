#include "sign/bytes.h"

#include "base/digest.h"

char *adref_bytes_text(GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  return g_strndup(data ? data : "", length);
}

char *adref_bytes_sha256(GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  return adref_digest_of(data ? data : "", length);
}
