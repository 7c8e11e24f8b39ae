/* Saving files of the workspace as a version. */
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

/* What saving needs to say. Paths are relative to the workspace's root; a listed path that is gone
 * is removed from the version, one that .gitignore names is saved all the same. Files are saved
 * without an executable bit. */
typedef struct {
  const char *subject;         /* first line of the message */
  const char *body;            /* NULL: none */
  const char *const *trailers; /* "Statement: x", NULL-terminated; order kept; NULL: none */
  const AdrefPerson *author;   /* NULL: git's (history/person.h) */
  const char *const *paths;    /* files to save, NULL-terminated */
} AdrefRepoSaveOptions;

/* Saves the listed files as they are in the work folder, on top of HEAD, as one commit. What else
 * is staged or changed stays exactly as it is, and the index afterwards holds the saved state of
 * the listed paths. *version gets the new commit; *saved is FALSE when the paths hold nothing new,
 * then nothing is written and *version is HEAD ("" before the first commit).
 *
 * Two who save at once wait for each other. After an error the branch and the index are as they
 * were; after a kill at any moment the listed files are either saved or at most staged.
 *
 * Errors: no identity in git config (the message gives the two commands), HEAD not usable or
 * detached, a merge or rebase under way, an index that is locked or has conflicts, somebody else
 * changed a listed file on the branch meanwhile. */
gboolean adref_repo_save(AdrefRepo *repo, const AdrefRepoSaveOptions *options,
                         AdrefVersion *version, gboolean *saved, GError **error);

/* Whether the listed paths differ from HEAD in the work folder (also untracked ones). */
gboolean adref_repo_changed(AdrefRepo *repo, const char *const *paths, gboolean *changed,
                            GError **error);

#endif
