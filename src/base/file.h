/* Reading files with a bound, and replacing them whole. */
#ifndef ADREF_BASE_FILE_H
#define ADREF_BASE_FILE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_TEXT_LIMIT = 64 * 1024 * 1024, /* bytes of a text that is read */
  ADREF_YAML_LIMIT = 1024 * 1024,      /* bytes of a YAML file or of a template */
};

/* Reads a regular file of at most `limit` bytes, with a NUL byte behind them that is not counted.
 * A folder, a device, a pipe, a missing, unreadable or larger file is an error that begins with
 * `name`, the path as the person knows it. */
GBytes *adref_file_read(const char *path, const char *name, gsize limit, GError **error);

/* The same, for text: bytes that are not UTF-8 and NUL bytes are errors with line and column. A
 * byte order mark at the start is dropped. */
GBytes *adref_file_read_text(const char *path, const char *name, gsize limit, GError **error);

/* Checks text that came from elsewhere (a pipe, a git object): UTF-8 without NUL bytes. */
gboolean adref_utf8_check(const char *text, gsize length, const char *name, GError **error);

/* Replaces a file atomically, or makes it: after success it holds exactly `text`, after an error
 * what it held before; its permissions stay. The folder must exist. Does nothing when the file
 * already holds `text`. A symbolic link, a folder, a device and a pipe are refused. A program that
 * is killed meanwhile leaves nothing behind; on a file system that knows no files without a name
 * (O_TMPFILE), or between two system calls, it can leave a file ".adref-...", which nothing reads.
 */
gboolean adref_file_write(const char *path, const char *text, gsize length, GError **error);

/* Makes a file that was not there. It may be half written after an error or a power cut: for files
 * that are moved to their place when all are made. An error begins with `name`, that place. */
gboolean adref_file_make(const char *path, const char *name, const char *text, gsize length,
                         GError **error);

/* Makes a folder and those on the way to it; one that is there already is fine. */
gboolean adref_folder_make(const char *path, GError **error);

/* Line and column (from 1, in characters) of a byte offset in a text. */
void adref_utf8_locate(const char *text, gsize offset, guint *line, guint *column);

/* A place that goes on through a text, so that all its places together cost one pass. */
typedef struct {
  const char *at;
  guint line, column; /* of `at` */
} AdrefTextCursor;

/* Goes on to `to`, at or behind the place. */
void adref_text_cursor_advance(AdrefTextCursor *spot, const char *to);

#endif
