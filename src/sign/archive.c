#include "sign/archive.h"

#include <string.h>

enum {
  BLOCK = 512,
  NAME_SIZE = 100,
  MAX_SIZE_DIGITS = 11
};

/* The header of a file in the archive: POSIX.1-1988, "ustar". */
typedef struct {
  char name[NAME_SIZE], mode[8], uid[8], gid[8], size[12], mtime[12], checksum[8], type,
      link[NAME_SIZE], magic[6], version[2], uname[32], gname[32], major[8], minor[8], prefix[155],
      rest[12];
} TarHeader;

G_STATIC_ASSERT(sizeof(TarHeader) == BLOCK);

static void member_free(gpointer data)
{
  AdrefArchiveMember *member = data;
  g_free(member->path);
  g_bytes_unref(member->bytes);
  g_free(member);
}

GPtrArray *adref_archive_members_new(void)
{
  return g_ptr_array_new_with_free_func(member_free);
}

void adref_archive_members_add(GPtrArray *members, const char *path, GBytes *bytes)
{
  AdrefArchiveMember *member = g_new0(AdrefArchiveMember, 1);
  member->path = g_strdup(path);
  member->bytes = bytes;
  g_ptr_array_add(members, member);
}

void adref_archive_members_add_text(GPtrArray *members, const char *path, const char *text)
{
  adref_archive_members_add(members, path, g_bytes_new(text, strlen(text)));
}

GBytes *adref_archive_members_get(const GPtrArray *members, const char *path)
{
  for (guint i = 0; i < members->len; i++) {
    const AdrefArchiveMember *member = members->pdata[i];
    if (strcmp(member->path, path) == 0)
      return member->bytes;
  }
  return NULL;
}

static int compare(gconstpointer a, gconstpointer b)
{
  const AdrefArchiveMember *const *first = a, *const *second = b;
  return strcmp((*first)->path, (*second)->path);
}

void adref_archive_members_sort(GPtrArray *members)
{
  g_ptr_array_sort(members, compare);
}

gboolean adref_archive_allows_path(const char *path)
{
  g_auto(GStrv) names = g_strsplit(path, "/", 5);
  for (char **name = names; *name; name++)
    if (!**name || **name == '.' ||
        strspn(*name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") !=
            strlen(*name))
      return FALSE;
  return names[0] != NULL && strlen(path) < NAME_SIZE;
}

static void put_number(char *field, gsize size, guint64 number)
{
  g_autofree char *digits = g_strdup_printf("%0*" G_GINT64_MODIFIER "o", (int)size - 1, number);
  memcpy(field, digits, size);
}

static guint checksum_of(const TarHeader *head)
{
  const guint8 *bytes = (const guint8 *)head;
  guint sum = 0;
  for (gsize i = 0; i < BLOCK; i++) {
    gboolean own =
        i >= G_STRUCT_OFFSET(TarHeader, checksum) && i < G_STRUCT_OFFSET(TarHeader, type);
    sum += own ? ' ' : bytes[i];
  }
  return sum;
}

static void make_head(TarHeader *head, const char *path, gsize size, gint64 time)
{
  memset(head, 0, sizeof *head);
  memcpy(head->name, path, MIN(strlen(path), NAME_SIZE - 1));
  put_number(head->mode, sizeof head->mode, 0644);
  put_number(head->uid, sizeof head->uid, 0);
  put_number(head->gid, sizeof head->gid, 0);
  put_number(head->size, sizeof head->size, size);
  put_number(head->mtime, sizeof head->mtime, (guint64)MAX(time, 0));
  head->type = '0';
  memcpy(head->magic, "ustar", 6);
  memcpy(head->version, "00", 2);
  put_number(head->checksum, 7, checksum_of(head));
  head->checksum[7] = ' ';
}

static void pad(GByteArray *out)
{
  static const guint8 zeros[BLOCK];
  if (out->len % BLOCK != 0)
    g_byte_array_append(out, zeros, BLOCK - out->len % BLOCK);
}

GBytes *adref_archive_write(const GPtrArray *members, const char *folder, gint64 time)
{
  static const guint8 end[2 * BLOCK];
  GByteArray *out = g_byte_array_new();
  for (guint i = 0; i < members->len; i++) {
    const AdrefArchiveMember *member = members->pdata[i];
    g_autofree char *path = g_strconcat(folder, "/", member->path, NULL);
    gsize length;
    const guint8 *bytes = g_bytes_get_data(member->bytes, &length);
    TarHeader head;
    make_head(&head, path, length, time);
    g_byte_array_append(out, (const guint8 *)&head, BLOCK);
    if (length > 0)
      g_byte_array_append(out, bytes, (guint)length);
    pad(out);
  }
  g_byte_array_append(out, end, sizeof end);
  return g_byte_array_free_to_bytes(out);
}

typedef struct {
  const char *name;
  const guint8 *bytes;
  gsize length, at;
  char *folder;
  GPtrArray *members;
} ArchiveReader;

static gboolean refuse(const ArchiveReader *self, const char *what, GError **error)
{
  adref_error(error, ADREF_ERROR_INPUT, "%s: at byte %" G_GSIZE_FORMAT ": %s", self->name, self->at,
              what);
  return FALSE;
}

static gboolean is_zero(const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] != 0)
      return FALSE;
  return TRUE;
}

/* Reads path and size from a header; FALSE unless all its bytes are those that adref writes. */
static gboolean read_head(const TarHeader *head, char **path, gsize *size)
{
  guint64 length, time;
  g_autofree char *digits = g_strndup(head->size, MAX_SIZE_DIGITS);
  g_autofree char *clock = g_strndup(head->mtime, MAX_SIZE_DIGITS);
  g_autofree char *name = g_strndup(head->name, NAME_SIZE);
  if (strspn(digits, "01234567") != MAX_SIZE_DIGITS || strspn(clock, "01234567") != MAX_SIZE_DIGITS)
    return FALSE;
  length = g_ascii_strtoull(digits, NULL, 8);
  time = g_ascii_strtoull(clock, NULL, 8);
  TarHeader again;
  make_head(&again, name, (gsize)length, (gint64)time);
  if (strlen(name) >= NAME_SIZE || memcmp(&again, head, sizeof again) != 0)
    return FALSE;
  *path = g_steal_pointer(&name);
  *size = (gsize)length;
  return TRUE;
}

/* Splits "folder/path" and checks both parts. */
static gboolean take_path(ArchiveReader *self, const char *whole, const char **path, GError **error)
{
  const char *slash = strchr(whole, '/');
  g_autofree char *folder = slash ? g_strndup(whole, (gsize)(slash - whole)) : NULL;
  if (!folder || !adref_archive_allows_path(whole))
    return refuse(self, "a path that is not allowed", error);
  if (self->folder && strcmp(folder, self->folder) != 0)
    return refuse(self, "a second folder", error);
  if (!self->folder)
    self->folder = g_steal_pointer(&folder);
  *path = slash + 1;
  const AdrefArchiveMember *last =
      self->members->len > 0 ? self->members->pdata[self->members->len - 1] : NULL;
  return !last || strcmp(last->path, *path) < 0 ||
         refuse(self, "a file that stands twice, or out of order", error);
}

static gboolean read_member(ArchiveReader *self, GError **error)
{
  g_autofree char *whole = NULL;
  const char *path;
  gsize size;
  if (!read_head((const TarHeader *)(const void *)(self->bytes + self->at), &whole, &size))
    return refuse(self, "this is not the header of a file as adref writes it", error);
  if (!take_path(self, whole, &path, error))
    return FALSE;
  gsize start = self->at + BLOCK, padded = (size + BLOCK - 1) / BLOCK * BLOCK;
  if (size > self->length || padded > self->length - start ||
      self->members->len >= ADREF_ARCHIVE_MAX_FILES)
    return refuse(self, "the file is larger than the archive, or there are too many", error);
  if (!is_zero(self->bytes + start + size, padded - size))
    return refuse(self, "there are bytes between two files", error);
  adref_archive_members_add(self->members, path, g_bytes_new(self->bytes + start, size));
  self->at = start + padded;
  return TRUE;
}

static gboolean read_all(ArchiveReader *self, GError **error)
{
  if (self->length % BLOCK != 0 || self->length < 3 * BLOCK || self->length > ADREF_ARCHIVE_LIMIT)
    return refuse(self, "an archive does not have this size", error);
  while (self->at < self->length - 2 * BLOCK)
    if (!read_member(self, error))
      return FALSE;
  return (self->at == self->length - 2 * BLOCK &&
          is_zero(self->bytes + self->at, self->length - self->at)) ||
         refuse(self, "the end of the archive is missing", error);
}

GPtrArray *adref_archive_read(GBytes *archive, const char *name, char **folder, GError **error)
{
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  ArchiveReader self = {.name = name, .members = members};
  self.bytes = g_bytes_get_data(archive, &self.length);
  if (!read_all(&self, error)) {
    g_free(self.folder);
    return NULL;
  }
  *folder = self.folder;
  return g_steal_pointer(&members);
}
