/* The package of a final text: what was signed, to the byte, with all that is needed to check it
 * without adref and without the repository.
 *
 *     MANIFEST              SHA-256 of every other file, as sha256sum -c reads it
 *     VERIFY.txt            how to check it with stock programs
 *     FACTS                 by which rules the pages were made of the texts
 *     style.yaml            the house style of the pages, where the statement has one
 *     texts/en.md           the signed bytes, by language
 *     pages/en.html         for readers; also .pdf
 *     pages/en-JPN.html     the alternat of a party, where the statement asks for alternats
 *     pages/en-redline.html what a correction changes
 *     correction.md         the procès-verbal, of a text that corrects another one
 *     former/en.md          the texts that it corrects
 *     signatures/JPN.txt    what a party signed
 *     signatures/JPN.sig    its signature
 *     keys/JPN.pub          its key; .asc for gpg
 *     keys/signers          the ssh keys for ssh-keygen -Y verify
 */
#ifndef ADREF_SIGN_PACKAGE_H
#define ADREF_SIGN_PACKAGE_H

#include <glib.h>

#include "clause/numbering.h"
#include "draft/house_style.h"
#include "sign/archive.h"
#include "sign/verify.h"

/* A page for readers, made elsewhere. */
typedef struct {
  char *path; /* "pages/en.html" */
  GBytes *bytes;
} AdrefPackagePage;

/* What a final text corrects. */
typedef struct {
  GBytes *document;       /* the procès-verbal */
  const GPtrArray *texts; /* of AdrefLanguageVersion: the former ones */
} AdrefPackageCorrection;

/* One sign-off for a package. */
typedef struct {
  const char *party;
  GBytes *bytes; /* of the tag object */
  const AdrefSigner *signer;
} AdrefPackageSignature;

/* All files of the package, sorted. `correction` may be NULL, and `style`, the bytes of the house
 * style; `version` is that of the program that made the pages. */
GPtrArray *adref_package_make(const AdrefStatementSnapshot *snapshot, const GPtrArray *signatures,
                              const GPtrArray *pages, const AdrefPackageCorrection *correction,
                              GBytes *style, const char *version, GError **error);

/* The parties of which a final text has alternats, in the order of the statement; empty for none.
 * NULL-terminated; belongs to the evidence. */
char *const *adref_package_alternats(const AdrefStatementSnapshot *snapshot);

/* What a package says, checked. */
typedef struct {
  AdrefSignoffMessage
      *message;          /* what all have signed, by the first that is good; NULL: nobody has */
  GPtrArray *signatures; /* of AdrefSignatureResult */
  GPtrArray *problems;   /* of char *: what is wrong; none: all is well */
  GPtrArray *language_versions; /* of AdrefLanguageVersion: the texts, read */
  GPtrArray *former;            /* likewise: the texts that they correct */
  char *former_label;           /* NULL: they correct nothing */
  char **alternats;             /* codes of parties, NULL-terminated */
  AdrefNumbering numbering;
  AdrefHouseStyle *house; /* the style of the pages; NULL: none */
  char *version;          /* of the program that made it */
  guint met, needed;
} AdrefPackage;

AdrefPackage *adref_package_check(const GPtrArray *members);
void adref_package_free(AdrefPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPackage, adref_package_free)

/* The last time at which somebody signed, for the archive. */
gint64 adref_package_last_signed(const GPtrArray *signatures);

#endif
