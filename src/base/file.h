/* Reading files up to a limit, and replacing files atomically. */
#ifndef ADREF_BASE_FILE_H
#define ADREF_BASE_FILE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_TEXT_LIMIT = 64 * 1024 * 1024, /* bytes of a text */
  ADREF_YAML_LIMIT = 1024 * 1024,      /* bytes of a YAML file or of a template */
};

/* Reads a regular file of at most `limit` bytes. A NUL byte that is not counted follows them. A
 * folder, a device, a pipe, a missing, unreadable or larger file is an error. Its message begins
 * with `name`, the path as the user knows it. */
GBytes *adref_file_read(const char *path, const char *name, gsize limit, GError **error);

/* The same for a text: bytes that are not UTF-8 and NUL bytes are errors with line and column. A
 * byte order mark at the start is removed. */
GBytes *adref_file_read_text(const char *path, const char *name, gsize limit, GError **error);

/* The text of bytes, which may be NULL, and its length. Never NULL: g_bytes_get_data() is NULL for
 * an empty text, and memchr(NULL) or NULL + 0 is no valid C. Valid as long as `bytes`. */
const char *adref_bytes_start(GBytes *bytes, gsize *length);

/* Whether a text that was not read from a file (a pipe, a git object) is UTF-8 without NUL bytes.
 */
gboolean adref_utf8_check(const char *text, gsize length, const char *name, GError **error);

/* The same without a message; of ASCII much faster than g_utf8_validate(). */
gboolean adref_utf8_is_valid(const char *text, gsize length);

/* Replaces or makes a file atomically: after success it contains exactly `text`, after an error
 * what it contained before. Its permissions stay. The folder must exist. If the file already
 * contains `text`, nothing is written. A symbolic link, a folder, a device and a pipe are errors. A
 * program that is killed leaves no other file behind, except on a file system without O_TMPFILE or
 * between two system calls: then a file ".adref-..." may stay, which nothing reads. */
gboolean adref_file_write(const char *path, const char *text, gsize length, GError **error);

/* Makes a file that must not exist yet. After an error or a power failure it may be incomplete, so
 * this is only for files that are moved to their final place when all of them are made. An error
 * begins with `name`, the final path. */
gboolean adref_file_make(const char *path, const char *name, const char *text, gsize length,
                         GError **error);

/* Makes a folder and its missing parents. A folder that exists already is no error. */
gboolean adref_folder_make(const char *path, GError **error);

/* A path as a person types it in a shell: in quotes where it has a space or another sign that a
 * shell reads. Caller frees. */
char *adref_path_quoted(const char *path);

/* Line and column (from 1, in characters) of a byte offset in a text. */
void adref_utf8_locate(const char *text, gsize offset, guint *line, guint *column);

/* A position that moves forward through a text. Finding the lines and columns of many positions
 * costs one pass. */
typedef struct {
  const char *at;
  guint line, column; /* of `at` */
} AdrefTextCursor;

/* Moves the cursor to `to`, which must not be before its position. */
void adref_text_cursor_advance(AdrefTextCursor *cursor, const char *to);

#endif
