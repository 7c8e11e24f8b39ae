/* Files as one archive. The same files always give the same bytes: a tar file in the ustar format
 * of POSIX, which holds regular files only, with owner 0, mode 0644 and one given time. */
#ifndef ADREF_SIGN_ARCHIVE_H
#define ADREF_SIGN_ARCHIVE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_ARCHIVE_LIMIT = 512 * 1024 * 1024, /* bytes of an archive */
  ADREF_ARCHIVE_MAX_FILES = 10000,         /* in an archive that is read */
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

/* Reads an archive that adref_archive_write() made, and refuses every other one: with links,
 * folders, devices, absolute paths or "..", a file twice, files out of order, more than one folder,
 * wrong checksums, non-zero bytes in the padding, or bytes after the end. *folder gets the name of
 * the folder. `name` is the archive's name in messages. */
GPtrArray *adref_archive_read(GBytes *archive, const char *name, char **folder, GError **error);

/* Whether a member may have this path: at most 99 bytes; at most five names, joined by "/", of
 * ASCII letters, digits, ".", "_" and "-" that do not begin with ".". */
gboolean adref_archive_allows_path(const char *path);

#endif
