/* A text that all have signed, or that was adopted, is published as one package. */
#ifndef ADREF_WORK_PUBLISH_FINALIZE_H
#define ADREF_WORK_PUBLISH_FINALIZE_H

#include "work/session.h"

typedef struct {
  char *name; /* "tokyo-rev1": of the folder, and of the archive with ".tar" behind it */
  char *hash; /* SHA-256 of the archive */
} AdrefFinalPackage;

typedef struct {
  const char *draft;  /* its label; NULL: the last that was circulated */
  const char *folder; /* into which the package is written */
  const char *party; /* issues the pages: signs the list of them (sign/page_list.h); NULL: nobody */
  const char *key;   /* of the party (work/check/signing_key.h); NULL: none is given */
  gboolean adopted;  /* all have agreed on record, or silence held, and `party` records that */
} AdrefFinalizeOptions;

/* Writes the package of a draft, and the tag final/STATEMENT/LABEL. Repository and signers of the
 * session are open (work/needs.h). Caller frees. */
AdrefFinalPackage *adref_finalize(AdrefSession *session, const char *statement,
                                  const AdrefFinalizeOptions *options, GError **error);
void adref_final_package_free(AdrefFinalPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFinalPackage, adref_final_package_free)

#endif
