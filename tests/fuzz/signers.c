/* The files signers, signers.gpg and signers.revoked as anyone may push them. */
#include <stdlib.h>
#include <string.h>

#include "sign/signers.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* What is read and written again means the same. */
static void write_again(const AdrefSigners *signers)
{
  for (guint i = 0; i < signers->all->len; i++) {
    const AdrefSigner *signer = signers->all->pdata[i];
    g_autofree char *line = adref_signer_line(signer);
    g_autoptr(AdrefSigners) again = adref_signers_new();
    gboolean gpg = strcmp(signer->type, "gpg") == 0;
    if (strchr(line, '\n') != line + strlen(line) - 1 ||
        !adref_signers_add_lines(again, line, "again", gpg, NULL) || again->all->len != 1)
      abort();
    const AdrefSigner *twin = again->all->pdata[0];
    if (strcmp(twin->party, signer->party) != 0 ||
        strcmp(twin->fingerprint, signer->fingerprint) != 0 || twin->after != signer->after ||
        twin->before != signer->before)
      abort();
  }
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup((const char *)data, size);
  if (!g_utf8_validate(text, -1, NULL))
    return 0;
  for (gboolean gpg = FALSE; gpg <= TRUE; gpg++) {
    g_autoptr(AdrefSigners) signers = adref_signers_new();
    g_autoptr(GError) error = NULL;
    if (adref_signers_add_lines(signers, text, "signers", gpg, &error))
      write_again(signers);
  }
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  adref_signers_add_revoked(signers, text, "revoked", NULL);
  return 0;
}
