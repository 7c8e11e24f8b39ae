/* A text, or one clause, is restored from a version. */
#ifndef ADREF_WORK_EDIT_RESTORE_H
#define ADREF_WORK_EDIT_RESTORE_H

#include "work/session.h"

typedef struct {
  const char *from;     /* name of the version (history/version.h), but not ADREF_VERSION_WORK */
  const char *clause;   /* its id or number then; NULL: the whole text */
  const char *language; /* only the text in this language; NULL: all */
  const char *party;    /* whose change it is, or NULL */
  const char *message;  /* of the new version, or NULL */
} AdrefRestoreOptions;

/* Saves a new version. Refused while files of the statement hold changes that are not saved. */
gboolean adref_restore(AdrefSession *session, const AdrefStatement *statement,
                       const AdrefRestoreOptions *options, GError **error);

#endif
