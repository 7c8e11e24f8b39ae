/* The files of a statement as they were before a command, so that one that fails puts them back. */
#ifndef ADREF_WORK_KEPT_FILES_H
#define ADREF_WORK_KEPT_FILES_H

#include "work/session.h"

typedef struct AdrefKeptFiles AdrefKeptFiles;

/* Reads the files. `session` and `statement` must outlive it. */
AdrefKeptFiles *adref_kept_files_new(AdrefSession *session, const AdrefStatement *statement,
                                     GError **error);
void adref_kept_files_free(AdrefKeptFiles *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefKeptFiles, adref_kept_files_free)

/* Notes that the command has written its files: what somebody else writes from now on stays. */
void adref_kept_files_written(AdrefKeptFiles *kept);

/* The command has failed: its files get their old content, new ones are removed, and that is said.
 * Does nothing when a version was made meanwhile, and when no file is different. */
void adref_kept_files_put_back(const AdrefKeptFiles *kept);

#endif
