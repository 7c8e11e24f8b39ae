#include "draft/data/file_source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/string_order.h"

typedef struct {
  AdrefFileSource base;
  char *root;
} FolderSource;

static gboolean is_inside(const char *path)
{
  if (path[0] == '\0' || path[0] == '/')
    return FALSE;
  g_auto(GStrv) steps = g_strsplit(path, "/", -1);
  for (char **step = steps; *step; step++)
    if (strcmp(*step, "") == 0 || strcmp(*step, ".") == 0 || strcmp(*step, "..") == 0)
      return FALSE;
  return TRUE;
}

static gboolean is_below(const char *path, const char *root)
{
  gsize length = strlen(root);
  while (length > 0 && root[length - 1] == '/')
    length--;
  return strncmp(path, root, length) == 0 && path[length] == '/';
}

/* The real path of a file of the workspace, or NULL with an error. Caller frees with free(). */
static char *resolve(const FolderSource *self, const char *path, GError **error)
{
  if (!is_inside(path)) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: leads out of the workspace; allowed are paths below its root", path);
    return NULL;
  }
  g_autofree char *full = g_build_filename(self->root, path, NULL);
  char *real = realpath(full, NULL);
  if (!real) {
    int number = errno;
    gboolean missing = number == ENOENT || number == ENOTDIR;
    adref_error(error, missing ? ADREF_ERROR_NOT_FOUND : ADREF_ERROR_SYSTEM,
                "%s: cannot be read: %s", path, g_strerror(number));
    return NULL;
  }
  if (is_below(real, self->root))
    return real;
  adref_error(error, ADREF_ERROR_INPUT, "%s: is a symbolic link that leads out of the workspace",
              path);
  free(real);
  return NULL;
}

static GBytes *folder_read(AdrefFileSource *source, const char *path, gsize limit, GError **error)
{
  char *real = resolve((const FolderSource *)source, path, error);
  if (!real)
    return NULL;
  GBytes *bytes = adref_file_read(real, path, limit, error);
  free(real);
  return bytes;
}

/* The state of a listing: folders still to read, and files found. */
typedef struct {
  const FolderSource *folder;
  GPtrArray *pending;
  GPtrArray *found;
} FolderListing;

static guint depth_of(const char *path)
{
  guint depth = 0;
  for (; *path; path++)
    depth += *path == '/';
  return depth;
}

static gboolean list_entry(FolderListing *listing, const char *folder, const char *name,
                           GError **error)
{
  if (name[0] == '.')
    return TRUE;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *full = g_build_filename(listing->folder->root, path, NULL);
  struct stat status;
  if (lstat(full, &status) != 0)
    return TRUE;
  if (S_ISDIR(status.st_mode)) {
    g_ptr_array_add(listing->pending, g_steal_pointer(&path));
    return TRUE;
  }
  if (S_ISLNK(status.st_mode) && stat(full, &status) != 0)
    return TRUE;
  if (!S_ISREG(status.st_mode))
    return TRUE;
  if (listing->found->len >= ADREF_FILE_SOURCE_MAX_FILES) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: more than %d files", folder,
                ADREF_FILE_SOURCE_MAX_FILES);
    return FALSE;
  }
  g_ptr_array_add(listing->found, g_steal_pointer(&path));
  return TRUE;
}

static gboolean list_folder(FolderListing *listing, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename(listing->folder->root, path, NULL);
  DIR *folder = opendir(full);
  if (!folder) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be read: %s", path, g_strerror(errno));
    return FALSE;
  }
  gboolean ok = TRUE;
  for (struct dirent *entry; ok && (entry = readdir(folder));)
    ok = list_entry(listing, path, entry->d_name, error);
  closedir(folder);
  return ok;
}

static gboolean list_all(FolderListing *listing, GError **error)
{
  guint top = depth_of(listing->pending->pdata[0]);
  while (listing->pending->len > 0) {
    g_autofree char *path =
        g_ptr_array_steal_index_fast(listing->pending, listing->pending->len - 1);
    if (depth_of(path) - top >= ADREF_FILE_SOURCE_MAX_DEPTH) {
      adref_error(error, ADREF_ERROR_INPUT, "%s: more than %d folders deep", path,
                  ADREF_FILE_SOURCE_MAX_DEPTH);
      return FALSE;
    }
    if (!list_folder(listing, path, error))
      return FALSE;
  }
  return TRUE;
}

static char **folder_list(AdrefFileSource *source, const char *path, GError **error)
{
  g_autoptr(GError) cause = NULL;
  const FolderSource *self = (const FolderSource *)source;
  char *real = resolve(self, path, &cause);
  if (!real && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return g_new0(char *, 1);
  if (!real) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return NULL;
  }
  free(real);
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(pending, g_strdup(path));
  FolderListing listing = {.folder = self, .pending = pending, .found = found};
  if (!list_all(&listing, error))
    return NULL;
  g_ptr_array_sort(found, adref_string_order);
  g_ptr_array_add(found, NULL);
  return (char **)g_ptr_array_steal(found, NULL);
}

static void folder_free(AdrefFileSource *source)
{
  FolderSource *self = (FolderSource *)source;
  g_free(self->root);
  g_free(self);
}

AdrefFileSource *adref_file_source_new_folder(const char *root)
{
  FolderSource *self = g_new0(FolderSource, 1);
  self->base = (AdrefFileSource){.read = folder_read, .list = folder_list, .free = folder_free};
  char *real = realpath(root, NULL);
  self->root = g_strdup(real ? real : root);
  free(real);
  return &self->base;
}

void adref_file_source_free(AdrefFileSource *source)
{
  if (source)
    source->free(source);
}

const char *adref_file_source_check_text(GBytes *bytes, const char *path, gsize *length,
                                         GError **error)
{
  const char *text = g_bytes_get_data(bytes, length);
  if (!adref_utf8_check(text, *length, path, error))
    return NULL;
  gsize mark = *length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  *length -= mark;
  return text + mark;
}

GBytes *adref_file_source_read_text(AdrefFileSource *source, const char *path, gsize limit,
                                    GError **error)
{
  g_autoptr(GBytes) bytes = source->read(source, path, limit, error);
  if (!bytes)
    return NULL;
  gsize length;
  const char *text = adref_file_source_check_text(bytes, path, &length, error);
  if (!text)
    return NULL;
  return g_bytes_new_from_bytes(bytes, g_bytes_get_size(bytes) - length, length);
}

char *adref_blob_id(GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data(bytes, &length);
  g_autofree char *header = g_strdup_printf("blob %" G_GSIZE_FORMAT, length);
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA1);
  g_checksum_update(checksum, (const guchar *)header, (gssize)strlen(header) + 1);
  if (length > 0)
    g_checksum_update(checksum, data, (gssize)length);
  return g_strdup(g_checksum_get_string(checksum));
}
