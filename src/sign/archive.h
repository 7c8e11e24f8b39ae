/* A folder of files as bytes, and as one archive of which the same files always give the same
 * bytes: a tar file in the ustar form of POSIX, with nothing but regular files, owner 0, mode 0644
 * and one given time. */
#ifndef ADREF_SIGN_ARCHIVE_H
#define ADREF_SIGN_ARCHIVE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_ARCHIVE_LIMIT = 512 * 1024 * 1024, /* bytes of an archive */
  ADREF_ARCHIVE_MAX_FILES = 10000,
};

typedef struct {
  char *path; /* below the archive's folder: "texts/en.md" */
  GBytes *bytes;
} AdrefArchiveMember;

/* A new array that frees its AdrefArchiveMember entries. */
GPtrArray *adref_archive_members_new(void);
/* Takes over `bytes`. */
void adref_archive_members_add(GPtrArray *members, const char *path, GBytes *bytes);
void adref_archive_members_add_text(GPtrArray *members, const char *path, const char *text);
/* The content of a file, or NULL. */
GBytes *adref_archive_members_get(const GPtrArray *members, const char *path);
void adref_archive_members_sort(GPtrArray *members);

/* The archive of sorted members in one folder. `time` is in seconds since 1970. */
GBytes *adref_archive_write(const GPtrArray *members, const char *folder, gint64 time);

/* Reads such an archive, and refuses any other: links, folders, devices, absolute paths and "..",
 * files twice or out of order, more than one folder, wrong sums, bytes that are not zero where they
 * must be, anything behind the end. *folder gets its name. `name` is for messages. */
GPtrArray *adref_archive_read(GBytes *archive, const char *name, char **folder, GError **error);

/* Whether a path may be that of a member: names of letters, digits, ".", "_" and "-" that do not
 * begin with ".", joined by "/". */
gboolean adref_archive_allows_path(const char *path);

#endif
