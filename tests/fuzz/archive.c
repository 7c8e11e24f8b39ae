/* An archive of a stranger, and the package in it. */
#include <stdlib.h>
#include <string.h>

#include "sign/archive.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

static void set_octal(char *field, gsize size, gsize number)
{
  g_autofree char *digits = g_strdup_printf("%0*zo", (int)size, number);
  memcpy(field, digits, size);
}

/* Mends sum and size of each head, so that what stands behind them is tried as well. */
static void mend(char *bytes, gsize size)
{
  for (gsize at = 0; at + 512 <= size; at += 512) {
    if (memcmp(bytes + at + 257, "ustar", 5) != 0)
      continue;
    guint sum = 8 * ' ';
    for (gsize i = 0; i < 512; i++)
      sum += i >= 148 && i < 156 ? 0 : (guint8)bytes[at + i];
    set_octal(bytes + at + 148, 6, sum);
    bytes[at + 154] = '\0';
    bytes[at + 155] = ' ';
  }
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  g_autofree char *copy = g_memdup2(size > 0 ? data : (const guint8 *)"", MAX(size, 1));
  char *folder = NULL;
  mend(copy, size);
  g_autoptr(GBytes) archive = g_bytes_new(copy, size);
  g_autoptr(GPtrArray) members = adref_archive_read(archive, "a", &folder, NULL);
  for (guint i = 0; members && i < members->len; i++)
    if (!adref_archive_allows_path(((AdrefArchiveMember *)members->pdata[i])->path))
      abort();
  g_free(folder);
  return 0;
}
