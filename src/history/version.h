/* A version: a commit, found by its name. */
#ifndef ADREF_HISTORY_VERSION_H
#define ADREF_HISTORY_VERSION_H

#include "history/repo.h"

/* The hexadecimal id of a commit. */
typedef struct {
  char id[65];
} AdrefVersion;

/* Resolves a version name: a label of `statement` (tag STATEMENT/LABEL), "HEAD", a branch, a tag,
 * an (abbreviated) id, HEAD~2. `statement` may be NULL. An unknown name is ADREF_ERROR_NOT_FOUND,
 * with the nearest label or branch. Names come from strangers: what git would read as an option, a
 * search, a date or a path is ADREF_ERROR_USAGE. */
gboolean adref_repo_resolve(AdrefRepo *repo, const char *statement, const char *name,
                            AdrefVersion *version, GError **error);

#endif
