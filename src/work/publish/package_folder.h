/* The files of a package that was unpacked into a folder. */
#ifndef ADREF_WORK_PUBLISH_PACKAGE_FOLDER_H
#define ADREF_WORK_PUBLISH_PACKAGE_FOLDER_H

#include <glib.h>

enum {
  ADREF_PACKAGE_FOLDER_DEPTH = 4, /* names in a path; those of a package have two */
};

/* All regular files below `path` (of AdrefArchiveMember, sorted). A package has nothing else: a
 * link, a pipe, a device, an empty folder and a name that no archive has are not read, and each is
 * named in `problems` (of char *). A file or a folder that cannot be read is an error, as is one
 * file more than ADREF_ARCHIVE_MAX_FILES. */
GPtrArray *adref_package_folder_read(const char *path, GPtrArray *problems, GError **error);

#endif
