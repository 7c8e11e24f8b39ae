/* A source of the files of a workspace: the work folder (here), or a version in git
 * (history/version_source.h). draft/ reads files only through this interface, so it does not depend
 * on history/. */
#ifndef ADREF_DRAFT_DATA_FILE_SOURCE_H
#define ADREF_DRAFT_DATA_FILE_SOURCE_H

#include <glib.h>

enum {
  ADREF_FILE_SOURCE_MAX_FILES = 10000, /* files in one listing; more are an error */
  ADREF_FILE_SOURCE_MAX_DEPTH = 16,    /* nested folders in a listing; more are an error */
};

typedef struct AdrefFileSource AdrefFileSource;

struct AdrefFileSource {
  /* Reads the file at a path relative to the workspace's root, with "/" between names; at most
   * `limit` bytes. Errors begin with the path; a missing file is ADREF_ERROR_NOT_FOUND. Paths that
   * lead out of the root, also by a symbolic link, are refused. */
  GBytes *(*read)(AdrefFileSource *self, const char *path, gsize limit, GError **error);
  /* The paths of all regular files below a folder, sorted; empty when the folder does not exist.
   * Symbolic links to folders are not followed; names that begin with "." are left out. */
  char **(*list)(AdrefFileSource *self, const char *folder, GError **error);
  void (*free)(AdrefFileSource *self);
  /* The names that a statement had before (NULL-terminated), when more is known than its facts in
   * these files say; an empty list, or NULL: only they say it (draft/statement/statement.h). */
  const char *const *(*former_names)(AdrefFileSource *self, const char *statement);
};

/* The work folder at `root`. */
AdrefFileSource *adref_file_source_new_folder(const char *root);
void adref_file_source_free(AdrefFileSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFileSource, adref_file_source_free)

/* Reads a file as text. Bytes that are not UTF-8 and NUL bytes are errors with their position; a
 * byte order mark is removed. */
GBytes *adref_file_source_read_text(AdrefFileSource *source, const char *path, gsize limit,
                                    GError **error);

/* Checks bytes read from `path` in the same way. The result points into `bytes`. */
const char *adref_file_source_check_text(GBytes *bytes, const char *path, gsize *length,
                                         GError **error);

/* git's id of the bytes: SHA-1 of "blob <n>\0" and the bytes, in hexadecimal. Caller frees. */
char *adref_blob_id(GBytes *bytes);

#endif
