#include "work/publish/package_folder.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/string_order.h"
#include "sign/archive.h"

/* A folder is pending until its entries were looked at; "" is the package's own. */
typedef struct {
  const char *root;
  GPtrArray *pending; /* of char *: paths of folders */
  GPtrArray *members;
  GPtrArray *problems;
} PackageFolder;

static void add_problem(PackageFolder *self, const char *path, const char *what)
{
  g_autofree char *name = g_utf8_make_valid(path, -1);
  g_ptr_array_add(self->problems, g_strdup_printf("%s %s", name, what));
}

static gboolean read_file(PackageFolder *self, const char *full, const char *path, GError **error)
{
  if (self->members->len >= ADREF_ARCHIVE_MAX_FILES) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: a package has at most %d files", path,
                ADREF_ARCHIVE_MAX_FILES);
    return FALSE;
  }
  GBytes *bytes = adref_file_read(full, path, ADREF_TEXT_LIMIT, error);
  if (bytes)
    adref_archive_members_add(self->members, path, bytes);
  return bytes != NULL;
}

static gboolean is_deep(const char *path)
{
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  return g_strv_length(names) >= ADREF_PACKAGE_FOLDER_DEPTH;
}

static gboolean read_entry(PackageFolder *self, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename(self->root, path, NULL);
  struct stat status;
  if (lstat(full, &status) != 0) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be read: %s", path, g_strerror(errno));
    return FALSE;
  }
  if (S_ISLNK(status.st_mode))
    add_problem(self, path, "is a symbolic link; a package has none");
  else if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
    add_problem(self, path, "is a pipe, a socket or a device; a package has none");
  else if (!adref_archive_allows_path(path) || (S_ISDIR(status.st_mode) && is_deep(path)))
    add_problem(self, path, "does not belong to a package");
  else if (S_ISDIR(status.st_mode))
    g_ptr_array_add(self->pending, g_strdup(path));
  else
    return read_file(self, full, path, error);
  return TRUE;
}

/* The names in a folder, sorted; NULL with an error. */
static GPtrArray *names_in(const PackageFolder *self, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename(self->root, path, NULL);
  DIR *folder = opendir(full);
  if (!folder) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be read: %s", *path ? path : self->root,
                g_strerror(errno));
    return NULL;
  }
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (struct dirent *entry; (entry = readdir(folder));)
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      g_ptr_array_add(names, g_strdup(entry->d_name));
  closedir(folder);
  g_ptr_array_sort(names, adref_string_order);
  return names;
}

static gboolean read_folder(PackageFolder *self, const char *path, GError **error)
{
  g_autoptr(GPtrArray) names = names_in(self, path, error);
  if (!names)
    return FALSE;
  if (names->len == 0)
    add_problem(self, *path ? path : ".", "is an empty folder; a package has none");
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *entry =
        *path ? g_strconcat(path, "/", names->pdata[i], NULL) : g_strdup(names->pdata[i]);
    if (!read_entry(self, entry, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *adref_package_folder_read(const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  PackageFolder self = {path, pending, members, problems};
  g_ptr_array_add(pending, g_strdup(""));
  for (guint i = 0; i < pending->len; i++)
    if (!read_folder(&self, pending->pdata[i], error))
      return NULL;
  adref_archive_members_sort(members);
  return g_steal_pointer(&members);
}
