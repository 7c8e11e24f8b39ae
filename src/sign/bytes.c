#include "sign/bytes.h"

#include "base/digest.h"
#include "base/file.h"

char *adref_bytes_text(GBytes *bytes)
{
  gsize length;
  const char *data = adref_bytes_start(bytes, &length);
  return g_strndup(data, length);
}

char *adref_bytes_sha256(GBytes *bytes)
{
  gsize length;
  const char *data = adref_bytes_start(bytes, &length);
  return adref_digest_of(data, length);
}

GBytes *adref_bytes_join(GBytes *first, GBytes *second)
{
  GByteArray *bytes = g_byte_array_new();
  GBytes *parts[] = {first, second};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    gsize length = 0;
    const guint8 *data = parts[i] ? g_bytes_get_data(parts[i], &length) : NULL;
    if (length > 0)
      g_byte_array_append(bytes, data, (guint)length);
  }
  return g_byte_array_free_to_bytes(bytes);
}
