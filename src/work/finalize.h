/* A text that all have signed is published, as one package. */
#ifndef ADREF_WORK_FINALIZE_H
#define ADREF_WORK_FINALIZE_H

#include "work/session.h"

typedef struct {
  char *name; /* "tokyo-rev1": of the folder, and of the archive with ".tar" behind it */
  char *hash; /* SHA-256 of the archive */
} AdrefFinalPackage;

/* Writes the package of a draft (its label; NULL: the last that was circulated) into `folder`, and
 * the tag final/STATEMENT/LABEL. Repository and signers of the session are open (work/needs.h).
 * Caller frees. */
AdrefFinalPackage *adref_finalize(AdrefSession *session, const char *statement, const char *draft,
                                  const char *folder, GError **error);
void adref_final_package_free(AdrefFinalPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFinalPackage, adref_final_package_free)

#endif
