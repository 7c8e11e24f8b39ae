/* Where the files of a workspace are read from: the work folder, or a version in git. draft/ reads
 * through this only, so it knows no history. */
#ifndef ADREF_DRAFT_FILE_SOURCE_H
#define ADREF_DRAFT_FILE_SOURCE_H

#include <glib.h>

enum {
  ADREF_FILE_SOURCE_MAX_FILES = 10000, /* files that one listing may give */
  ADREF_FILE_SOURCE_MAX_DEPTH = 16,    /* folders in folders that a listing looks into */
};

typedef struct AdrefFileSource AdrefFileSource;

struct AdrefFileSource {
  /* The file at a path relative to the workspace's root, with "/" between names. Errors begin with
   * the path; a missing file is ADREF_ERROR_NOT_FOUND. Paths that leave the root, also by a
   * symbolic link, are refused. */
  GBytes *(*read)(AdrefFileSource *self, const char *path, gsize limit, GError **error);
  /* Paths of all regular files below a folder, sorted; empty when there is no such folder. Folders
   * behind symbolic links are not looked into, names that begin with "." are left out. */
  char **(*list)(AdrefFileSource *self, const char *folder, GError **error);
  void (*free)(AdrefFileSource *self);
};

/* The work folder at `root`. */
AdrefFileSource *adref_file_source_new_folder(const char *root);
void adref_file_source_free(AdrefFileSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFileSource, adref_file_source_free)

/* Reads a file as text: bytes that are not UTF-8 and NUL bytes are errors with their place, a byte
 * order mark is dropped. */
GBytes *adref_file_source_read_text(AdrefFileSource *source, const char *path, gsize limit,
                                    GError **error);

/* The text of bytes that were read from `path`, checked as above: a part of `bytes`. */
const char *adref_file_source_check_text(GBytes *bytes, const char *path, gsize *length,
                                         GError **error);

/* git's id of the bytes: SHA-1 of "blob <n>\0" and the bytes, in hexadecimal. Caller frees. */
char *adref_blob_id(GBytes *bytes);

#endif
