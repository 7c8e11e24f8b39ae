/* A version: a commit, and how it is found by a name. */
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

/* The name for the files in the work folder, which are not a version. It comes before all other
 * names: a branch called "work" is written "heads/work". */
#define ADREF_VERSION_WORK "work"

/* Resolves a version name: a label of `statement` (tag STATEMENT/LABEL), "HEAD", a branch, a remote
 * branch JPN/main, a tag, an (abbreviated) id, HEAD~2; or "@" and a date (history/time_range.h):
 * the newest version, going back from HEAD along first parents, that was committed by the end of
 * that day or moment. `statement` may be NULL.
 *
 * An unknown name is ADREF_ERROR_NOT_FOUND; the message gives the most similar name, or lists up to
 * ADREF_VERSION_MAX_LISTED labels. Names come from strangers: ADREF_ERROR_USAGE for one that git
 * would read as an option, a search or a path, for one of more than ADREF_VERSION_MAX_NAME bytes,
 * and for ADREF_VERSION_WORK. */
gboolean adref_repo_resolve(AdrefRepo *repo, const char *statement, const char *name,
                            AdrefVersion *version, GError **error);

#endif
