/* A folder in which something is made before it is renamed to its place.
 *
 * It stands in the folder `root`, with a name that begins with `prefix`, and is locked until its
 * process ends. What a process that was killed has left there is removed by the next one. */
#ifndef ADREF_BASE_STAGE_FOLDER_H
#define ADREF_BASE_STAGE_FOLDER_H

#include <glib.h>

typedef struct {
  char *path;
  int lock; /* -1: it is not locked */
} AdrefStageFolder;

/* FALSE: it cannot be made, and errno says why. */
gboolean adref_stage_folder_make(const char *root, const char *prefix, AdrefStageFolder *stage);

/* Removes it with all that is in it. Nothing is done for one of zeroed memory. */
void adref_stage_folder_clear(AdrefStageFolder *stage);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefStageFolder, adref_stage_folder_clear)

/* Removes those whose process has ended; whether there was one. */
gboolean adref_stage_folders_remove(const char *root, const char *prefix);

/* Removes a folder and all that is in it; a link is not followed. */
void adref_folder_remove(const char *path);

#endif
