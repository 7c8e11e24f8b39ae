/* Saves files of the workspace as a version. */
#ifndef ADREF_HISTORY_SAVE_H
#define ADREF_HISTORY_SAVE_H

#include "history/person.h"
#include "history/repo.h"
#include "history/version.h"

enum {
  ADREF_SAVE_ATTEMPTS = 8,     /* to move the branch */
  ADREF_SAVE_PAUSE = 40000,    /* microseconds before the second attempt; then doubled */
  ADREF_SAVE_MAX_REFLOG = 200, /* bytes of the subject in the reflog */
};

/* Signs a version: the signature over the bytes of the commit, as text. NULL is an error, and then
 * nothing is saved. Asked again when the branch moved meanwhile. */
typedef struct {
  char *(*sign)(gpointer data, const GString *payload, GError **error); /* NULL: unsigned */
  gpointer data;
} AdrefVersionSigner;

/* The message, the author and the files. Paths are relative to the workspace's root. A listed file
 * that does not exist is removed from the version; one that .gitignore excludes is saved too. Files
 * are saved without an executable bit. */
typedef struct {
  const char *subject;         /* first line of the message */
  const char *body;            /* NULL: none */
  const char *const *trailers; /* "Statement: x", NULL-terminated; order kept; NULL: none.
                                  They join trailers at the end of `body`, unless one of these has
                                  a key of adref: then they are a paragraph of their own */
  const AdrefPerson *author;   /* NULL: git's (history/person.h) */
  const char *const *paths;    /* files to save, NULL-terminated */
  AdrefVersionSigner signer;
} AdrefRepoSaveOptions;

/* Saves the listed files as they are in the work folder, on top of HEAD, as one commit. Other
 * files, staged or changed, stay exactly as they are; the index gets the saved state of the listed
 * files. *version is the new commit. When the listed files do not differ from HEAD, nothing is
 * written, *saved is FALSE, and *version is HEAD ("" before the first commit).
 *
 * Two processes that save at the same time wait for each other (history/index_lock.h). The branch
 * is moved only from the commit that was read; when another program moved it, the save is repeated
 * on the new commit, ADREF_SAVE_ATTEMPTS times in all. After an error the branch and the index are
 * as before; after a kill at any moment the listed files are either saved, or staged, or as before.
 *
 * Errors: no identity in git config (the message gives the two commands); HEAD cannot be read or is
 * detached; a merge or rebase has not ended; the index is locked or has conflicts; another program
 * changed a listed file on the branch during the save. */
gboolean adref_repo_save(AdrefRepo *repo, const AdrefRepoSaveOptions *options,
                         AdrefVersion *version, gboolean *saved, GError **error);

/* Whether the listed files differ from HEAD in the work folder; an untracked file differs. */
gboolean adref_repo_changed(AdrefRepo *repo, const char *const *paths, gboolean *changed,
                            GError **error);

/* The id that git has for some bytes, which are mostly those of the file at `path` (relative to the
 * workspace's root; NULL: of none): what is known of that file need not be hashed. Caller frees. */
char *adref_repo_content_id(AdrefRepo *repo, const char *path, GBytes *bytes);

/* Whether a version (NULL: the last one) has these bytes in the file at `path`, by git's ids alone.
 * FALSE also when nobody can tell. */
gboolean adref_repo_is_saved(AdrefRepo *repo, const AdrefVersion *version, const char *path,
                             GBytes *bytes);

/* Those of the listed files that differ from HEAD, NULL-terminated. Caller frees. */
char **adref_repo_changed_files(AdrefRepo *repo, const char *const *paths, GError **error);

#endif
