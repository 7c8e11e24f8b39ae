/* The texts of all versions: every distinct file that any of them has.
 *
 * Versions are those that HEAD, a branch, a branch of another clone or a tag leads to. Each comes
 * after its parents, and of a file that several versions have the first one is noted. Trees are
 * read, files are not. */
#ifndef ADREF_HISTORY_VERSION_FILES_H
#define ADREF_HISTORY_VERSION_FILES_H

#include "history/log.h"

enum {
  ADREF_VERSION_FILES_MAX_VERSIONS = 1000000,
  ADREF_VERSION_FILES_MAX_DEPTH = 16, /* nested folders below the workspace; deeper ones are left
                                         out */
};

typedef struct {
  char id[41];   /* git's id of the file */
  guint version; /* the number of the first version that has it at this path */
} AdrefVersionFile;

typedef struct AdrefVersionFiles AdrefVersionFiles;

/* `wants` says whether a file (or, with `folder`, any file below a folder) is asked for, by its
 * path relative to the workspace's root; below statements/ID by today's name of the statement
 * (history/former_name.h). `progress` may be NULL; it is called with the number of versions that
 * were read. */
typedef struct {
  gboolean (*wants)(gpointer data, const char *path, gboolean folder);
  void (*progress)(gpointer data, guint done);
  gpointer data;
} AdrefVersionFilesOptions;

AdrefVersionFiles *adref_version_files_new(AdrefRepo *repo, const AdrefVersionFilesOptions *options,
                                           GError **error);
void adref_version_files_free(AdrefVersionFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefVersionFiles, adref_version_files_free)

/* The paths, sorted (of char *). */
const GPtrArray *adref_version_files_paths(const AdrefVersionFiles *files);

/* The distinct files at a path (of AdrefVersionFile), in the order of their versions; NULL: no
 * version has the path. */
const GArray *adref_version_files_at(const AdrefVersionFiles *files, const char *path);

/* The time of a version by its committer, in seconds since 1970; the whole of it, or NULL where it
 * cannot be read. */
gint64 adref_version_files_time(const AdrefVersionFiles *files, guint version);
AdrefLogEntry *adref_version_files_entry(const AdrefVersionFiles *files, guint version);

/* Whether older versions exist, but not in this (shallow) clone. */
gboolean adref_version_files_is_shallow(const AdrefVersionFiles *files);

/* git's id of the file at a path of a version; "" when there is no such file. Caller frees. */
char *adref_version_file_id(AdrefRepo *repo, const AdrefVersion *version, const char *path);

/* The bytes of the file with that id, at most `limit`; like git, without verifying their hash. A
 * NUL byte that is not counted follows them. An error begins with `name`. */
GBytes *adref_version_file_read(AdrefRepo *repo, const char *id, const char *name, gsize limit,
                                GError **error);

#endif
