#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/byte_scan.h"
#include "base/foreign_file.h"

static GBytes *fail_errno(const char *name, int number, GError **error)
{
  AdrefErrorCode code =
      number == ENOENT || number == ENOTDIR ? ADREF_ERROR_NOT_FOUND : ADREF_ERROR_SYSTEM;
  adref_error(error, code, "%s: cannot be read: %s", name, g_strerror(number));
  return NULL;
}

/* Enlarges a full buffer: the file may have grown since fstat, and files in /proc report the size
 * 0.
 */
static void make_room(GByteArray *bytes, gsize length)
{
  enum {
    MORE = 64 * 1024
  };
  if (length == bytes->len)
    g_byte_array_set_size(bytes, (guint)length + MORE);
}

static GBytes *read_all(int fd, const char *name, gsize size, gsize limit, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  gsize length = 0;
  g_byte_array_set_size(bytes, (guint)MIN(size, limit) + 1);
  for (;;) {
    make_room(bytes, length);
    gssize got = read(fd, bytes->data + length, bytes->len - length);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return fail_errno(name, errno, error);
    if (got == 0)
      break;
    length += (gsize)got;
    if (length > limit) {
      adref_error(error, ADREF_ERROR_INPUT, "%s: larger than %" G_GSIZE_FORMAT " bytes", name,
                  limit);
      return NULL;
    }
  }
  bytes->data[length] = '\0';
  g_autoptr(GBytes) whole = g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
  return g_bytes_new_from_bytes(whole, 0, length);
}

GBytes *adref_file_read(const char *path, const char *name, gsize limit, GError **error)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return fail_errno(name, errno, error);
  struct stat status;
  GBytes *bytes = NULL;
  if (fstat(fd, &status) != 0)
    fail_errno(name, errno, error);
  else if (!S_ISREG(status.st_mode))
    adref_error(error, ADREF_ERROR_INPUT, "%s: not a file; a regular file is needed", name);
  else
    bytes = read_all(fd, name, (gsize)status.st_size, limit, error);
  close(fd);
  return bytes;
}

void adref_text_cursor_advance(AdrefTextCursor *cursor, const char *to)
{
  for (; cursor->at < to; cursor->at++)
    if (*cursor->at == '\n') {
      cursor->line++;
      cursor->column = 1;
    } else if (((guchar)*cursor->at & 0xC0) != 0x80) {
      cursor->column++;
    }
}

void adref_utf8_locate(const char *text, gsize offset, guint *line, guint *column)
{
  AdrefTextCursor cursor = {text, 1, 1};
  adref_text_cursor_advance(&cursor, text + offset);
  *line = cursor.line;
  *column = cursor.column;
}

/* The first byte that is not UTF-8, or NUL; NULL: there is none. Most of a text is ASCII, which is
 * passed quickly; a run of other bytes is checked by itself, since it ends no character. */
static const char *find_invalid(const char *text, gsize length)
{
  const char *end = NULL;
  if (length > 0 && memchr(text, '\0', length))
    return g_utf8_validate_len(text, length, &end) ? NULL : end;
  for (gsize at = 0, start; at < length;) {
    at += adref_byte_scan_ascii(text + at, length - at);
    for (start = at; at < length && (guchar)text[at] >= 0x80;)
      at++;
    if (!g_utf8_validate_len(text + start, at - start, &end))
      return end;
    if (at < length) /* ASCII */
      at++;
  }
  return NULL;
}

const char *adref_bytes_start(GBytes *bytes, gsize *length)
{
  *length = 0;
  const char *start = bytes ? g_bytes_get_data(bytes, length) : NULL;
  return start ? start : "";
}

gboolean adref_utf8_is_valid(const char *text, gsize length)
{
  return find_invalid(text, length) == NULL;
}

gboolean adref_utf8_check(const char *text, gsize length, const char *name, GError **error)
{
  const char *end = find_invalid(text, length);
  if (!end)
    return TRUE;
  const char *foreign = adref_foreign_file_binary(text, length);
  if (foreign) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: this is %s", name, foreign);
    return FALSE;
  }
  AdrefLocation place = {.file = name};
  gsize offset = (gsize)(end - text);
  adref_utf8_locate(text, offset, &place.line, &place.column);
  if (*end == '\0')
    adref_error_at(error, ADREF_ERROR_INPUT, place, "a NUL byte; a text holds UTF-8 characters");
  else
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "the byte 0x%02X is not UTF-8; save the file as UTF-8, or convert it: "
                   "iconv -f %s -t UTF-8 FILE >NEW",
                   (guchar)*end, adref_foreign_file_encoding(text, length));
  return FALSE;
}

GBytes *adref_file_read_text(const char *path, const char *name, gsize limit, GError **error)
{
  g_autoptr(GBytes) bytes = adref_file_read(path, name, limit, error);
  if (!bytes)
    return NULL;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  if (!adref_utf8_check(text, length, name, error))
    return NULL;
  gsize mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  return g_bytes_new_from_bytes(bytes, mark, length - mark);
}

static gboolean holds(const char *path, const char *text, gsize length)
{
  struct stat status;
  if (stat(path, &status) != 0 || (gsize)status.st_size != length)
    return FALSE;
  g_autofree char *old = NULL;
  gsize old_length;
  return g_file_get_contents(path, &old, &old_length, NULL) && old_length == length &&
         memcmp(old, text, length) == 0;
}

/* Sets *mode to the permissions of the file, -1 if there is no file yet. A path that is no regular
 * file is an error. */
static gboolean check_target(const char *path, int *mode, GError **error)
{
  struct stat status;
  *mode = -1;
  if (lstat(path, &status) != 0)
    return TRUE;
  const char *what = S_ISLNK(status.st_mode)   ? "a symbolic link"
                     : S_ISDIR(status.st_mode) ? "a folder"
                                               : "a device or a pipe";
  *mode = (int)(status.st_mode & 0777);
  if (S_ISREG(status.st_mode))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "%s: is %s; only a regular file is written", path, what);
  return FALSE;
}

/* The functions below return 0 or an error number (errno). */

static int write_all(int fd, const char *text, gsize length)
{
  for (gsize done = 0; done < length;) {
    gssize written = write(fd, text + done, length - done);
    if (written < 0 && errno != EINTR)
      return errno;
    done += written > 0 ? (gsize)written : 0;
  }
  return 0;
}

static int chmod_and_sync(int fd, int mode)
{
  return (mode >= 0 && fchmod(fd, (mode_t)mode) != 0) || fsync(fd) != 0 ? errno : 0;
}

/* Links a file without a name (O_TMPFILE) into its folder: as `path` if it is new and nobody has
 * made that file meanwhile, else under a random name. *name is the name that it got. */
static int link_name(int fd, const char *path, const char *folder, gboolean is_new, char **name)
{
  g_autofree char *file = g_strdup_printf("/proc/self/fd/%d", fd);
  *name = is_new ? g_strdup(path) : NULL;
  do {
    if (!*name)
      *name = g_strdup_printf("%s/.adref-%08x", folder, g_random_int());
    if (linkat(AT_FDCWD, file, AT_FDCWD, *name, AT_SYMLINK_FOLLOW) == 0)
      return 0;
    g_clear_pointer(name, g_free);
  } while (errno == EEXIST);
  return errno;
}

static void sync_folder(const char *folder)
{
  int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  fsync(fd);
  close(fd);
}

/* Writes a new file and renames it over the old one. The new file has no name until it is complete,
 * so a program that is killed leaves nothing behind. `use_named_temporary` is for file systems
 * without O_TMPFILE. */
static int replace(const char *path, const char *folder, GBytes *bytes, int mode,
                   gboolean use_named_temporary)
{
  g_autofree char *name = use_named_temporary ? g_strconcat(folder, "/.adref-XXXXXX", NULL) : NULL;
  int fd = use_named_temporary ? g_mkstemp_full(name, O_WRONLY | O_CLOEXEC, 0666)
                               : open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  int number = write_all(fd, text, length);
  if (number == 0)
    number = chmod_and_sync(fd, mode);
  if (number == 0 && !use_named_temporary)
    number = link_name(fd, path, folder, mode < 0, &name);
  close(fd);
  if (number == 0 && strcmp(name, path) != 0 && rename(name, path) != 0)
    number = errno;
  if (number == 0)
    sync_folder(folder);
  else if (name)
    unlink(name);
  return number;
}

static gboolean lacks_tmpfile(int number)
{
  return number == EOPNOTSUPP || number == EISDIR || number == EINVAL || number == ENOENT;
}

gboolean adref_file_write(const char *path, const char *text, gsize length, GError **error)
{
  int mode;
  if (!check_target(path, &mode, error))
    return FALSE;
  if (holds(path, text, length))
    return TRUE;
  g_autofree char *folder = g_path_get_dirname(path);
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, length);
  int number = replace(path, folder, bytes, mode, FALSE);
  if (lacks_tmpfile(number))
    number = replace(path, folder, bytes, mode, TRUE);
  if (number == 0)
    return TRUE;
  if (number == ENOENT && !g_file_test(folder, G_FILE_TEST_IS_DIR))
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: cannot be written: there is no folder %s", path,
                folder);
  else
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", path, g_strerror(number));
  return FALSE;
}

gboolean adref_file_make(const char *path, const char *name, const char *text, gsize length,
                         GError **error)
{
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int number = fd < 0 ? errno : write_all(fd, text, length);
  if (fd >= 0)
    close(fd);
  if (number == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", name, g_strerror(number));
  return FALSE;
}

gboolean adref_folder_make(const char *path, GError **error)
{
  if (g_mkdir_with_parents(path, 0777) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: the folder cannot be made: %s", path,
              g_strerror(errno));
  return FALSE;
}

char *adref_path_quoted(const char *path)
{
  gboolean is_plain =
      *path != '\0' && *path != '~' && !strpbrk(path, " \t\n'\"\\$`&|;<>()*?[]{}#!");
  return is_plain ? g_strdup(path) : g_shell_quote(path);
}
