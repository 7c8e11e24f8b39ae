/* The files of the library (templates/) that a statement needs: they are saved with it, so that a
 * version can be read without the work folder that it was made in. */
#ifndef ADREF_WORK_LIBRARY_FILES_H
#define ADREF_WORK_LIBRARY_FILES_H

#include "work/session.h"

/* What the statement is read with: the registry of parties, its outline, its
 * style and adref's own words in its languages. Its folder
 * is the first. NULL-terminated. The files need not exist. */
char **adref_session_reading_paths(AdrefSession *session, const AdrefStatement *statement);

/* The files of the library that the statement needs and that the last version does not have as the
 * work folder does: what it is read with, the rules and the glossary of "adref check", and the
 * templates that its text was assembled from, when assembly.lock is not saved either. Left out:
 * files that do not exist, templates that changed since the assembly, and what lies behind a
 * symbolic link or in a repository of its own. NULL-terminated, sorted. */
char **adref_session_library_unsaved(AdrefSession *session, const AdrefStatement *statement,
                                     GError **error);

/* "templates/parties.yaml, templates/styles/own.yaml and 3 more". Caller frees. */
char *adref_library_files_words(char *const *files);

#endif
