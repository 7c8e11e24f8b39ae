/* A version: a commit, found by its name. */
#ifndef ADREF_HISTORY_VERSION_H
#define ADREF_HISTORY_VERSION_H

#include "history/repo.h"

enum {
  ADREF_VERSION_MAX_NAME = 250,    /* bytes of a name */
  ADREF_VERSION_MAX_NAMES = 10000, /* names among which a similar one is looked for */
  ADREF_VERSION_MAX_LISTED = 20,   /* labels in a message */
};

/* The hexadecimal id of a commit. */
typedef struct {
  char id[65];
} AdrefVersion;

/* The name of no version but of the files as they are. It is taken before anything else: a branch
 * of that name is "heads/work". */
#define ADREF_VERSION_WORK "work"

/* Resolves a version name: a label of `statement` (tag STATEMENT/LABEL), "HEAD", a branch, a remote
 * branch JPN/main, a tag, an (abbreviated) id, HEAD~2; or "@" and a date (history/time_range.h),
 * which is the newest version on HEAD's line of first parents that was saved by then, the day
 * included, by the clock of who committed it. `statement` may be NULL.
 *
 * An unknown name is ADREF_ERROR_NOT_FOUND, with the nearest label or branch or with the labels
 * there are. Names come from strangers: what git would read as an option, a search or a path, and
 * ADREF_VERSION_WORK, is ADREF_ERROR_USAGE. */
gboolean adref_repo_resolve(AdrefRepo *repo, const char *statement, const char *name,
                            AdrefVersion *version, GError **error);

#endif
