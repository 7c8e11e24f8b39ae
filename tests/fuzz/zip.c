/* A zip archive of a stranger: its members are read or refused, and no name leads out of it. */
#include <string.h>

#include "exchange/archive/zip_reader.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) archive = g_bytes_new(data, size);
  g_autoptr(AdrefZipReader) reader = adref_zip_reader_new(archive, "a", &error);
  if (!reader) {
    g_assert_nonnull(error);
    return 0;
  }
  const GPtrArray *names = adref_zip_reader_names(reader);
  g_assert_cmpuint(names->len, <=, ADREF_ZIP_MAX_MEMBERS);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_assert_true(*name != '/' && !g_str_has_prefix(name, "../") && !strstr(name, "/../"));
    g_autoptr(GBytes) content = adref_zip_reader_get(reader, name, NULL);
  }
  return 0;
}
