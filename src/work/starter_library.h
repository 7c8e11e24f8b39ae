/* The starter library, of which "adref init" makes workspaces. */
#ifndef ADREF_WORK_STARTER_LIBRARY_H
#define ADREF_WORK_STARTER_LIBRARY_H

#include <glib.h>

/* Its folder: ADREF_LIBRARY in the environment, where make install puts it, or beside the program
 * that was built in its own source folder. Caller frees. */
char *adref_starter_library_find(GError **error);

#endif
