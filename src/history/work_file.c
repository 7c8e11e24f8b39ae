#include "history/work_file.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "history/git.h"
#include "history/index_stamp.h"
#include "history/save.h"

void adref_work_file_free(AdrefWorkFile *file)
{
  if (!file)
    return;
  g_free(file->path);
  g_clear_pointer(&file->bytes, g_bytes_unref);
  g_free(file);
}

/* Checks every name in the path; *missing is TRUE when one does not exist. */
static gboolean check_path(AdrefRepo *repo, const char *path, struct stat *status,
                           gboolean *missing, GError **error)
{
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  g_autoptr(GString) full = g_string_new(repo->top);
  *missing = FALSE;
  for (char **name = names; *name && !*missing; name++) {
    g_string_append_printf(full, "/%s", *name);
    *missing = lstat(full->str, status) != 0;
    if (*missing && errno != ENOENT && errno != ENOTDIR) {
      adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be read: %s", path, g_strerror(errno));
      return FALSE;
    }
    if (!*missing && S_ISLNK(status->st_mode)) {
      adref_error(error, ADREF_ERROR_REFUSED, "%s: a symbolic link; only regular files are saved",
                  path);
      return FALSE;
    }
    *missing = *missing || (name[1] && !S_ISDIR(status->st_mode));
  }
  return TRUE;
}

/* What was hashed last at a path: an action looks at the same file several times. */
typedef struct {
  GBytes *bytes;
  git_oid id;
} HashedFile;

static void hashed_file_free(gpointer data)
{
  HashedFile *hashed = data;
  g_bytes_unref(hashed->bytes);
  g_free(hashed);
}

/* Whether git's index tells the id of a file, which did not change while it was read. */
static gboolean find_stamp(AdrefRepo *repo, AdrefWorkFile *file, const char *full)
{
  struct stat behind;
  const struct stat *before = &file->status;
  return lstat(full, &behind) == 0 && behind.st_ino == before->st_ino &&
         behind.st_size == before->st_size &&
         memcmp(&behind.st_mtim, &before->st_mtim, sizeof behind.st_mtim) == 0 &&
         memcmp(&behind.st_ctim, &before->st_ctim, sizeof behind.st_ctim) == 0 &&
         adref_index_stamp_find(repo, file->path, before, &file->id);
}

/* Finds the id of the file's bytes: they are those of the last time, or those of the index, or are
 * hashed. */
static void hash_file(AdrefRepo *repo, AdrefWorkFile *file, const char *full)
{
  gsize length;
  const char *text = adref_bytes_start(file->bytes, &length);
  if (!repo->hashed_files)
    repo->hashed_files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, hashed_file_free);
  HashedFile *hashed = g_hash_table_lookup(repo->hashed_files, file->path);
  if (hashed && g_bytes_equal(hashed->bytes, file->bytes)) {
    file->id = hashed->id;
    return;
  }
  gboolean is_stamped = find_stamp(repo, file, full);
  if (!is_stamped)
    git_odb_hash(&file->id, text, length, GIT_OBJECT_BLOB);
  hashed = g_new0(HashedFile, 1);
  hashed->bytes = g_bytes_ref(file->bytes);
  hashed->id = file->id;
  g_hash_table_replace(repo->hashed_files, g_strdup(file->path), hashed);
  if (!is_stamped) /* what is read of a version was hashed */
    adref_git_keep_blob(repo, &file->id, file->bytes);
}

static void file_free(gpointer file)
{
  adref_work_file_free(file);
}

/* `path` is its name in messages. */
static AdrefWorkFile *read_inside(AdrefRepo *repo, const char *inside, const char *path,
                                  GError **error)
{
  struct stat status = {0};
  gboolean missing;
  if (!check_path(repo, inside, &status, &missing, error))
    return NULL;
  g_autofree char *full = g_build_filename(repo->top, inside, NULL);
  g_autoptr(GBytes) bytes = missing ? NULL : adref_file_read(full, path, ADREF_TEXT_LIMIT, error);
  if (!missing && !bytes)
    return NULL;
  AdrefWorkFile *file = g_new0(AdrefWorkFile, 1);
  file->path = g_strdup(inside);
  file->bytes = g_steal_pointer(&bytes);
  file->status = status;
  if (file->bytes)
    hash_file(repo, file, full);
  return file;
}

AdrefWorkFile *adref_work_file_read(AdrefRepo *repo, const char *inside, GError **error)
{
  return read_inside(repo, inside, inside, error);
}

static AdrefWorkFile *read_file(AdrefRepo *repo, const char *path, GError **error)
{
  g_autofree char *inside = adref_git_path(repo, path, error);
  return inside ? read_inside(repo, inside, path, error) : NULL;
}

GPtrArray *adref_work_file_read_all(AdrefRepo *repo, const char *const *paths, GError **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(file_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (; *paths; paths++) {
    if (!g_hash_table_add(seen, g_strdup(*paths)))
      continue;
    AdrefWorkFile *file = read_file(repo, *paths, error);
    if (!file)
      return NULL;
    g_ptr_array_add(files, file);
  }
  return g_steal_pointer(&files);
}

char *adref_repo_content_id(AdrefRepo *repo, const char *path, GBytes *bytes)
{
  char id[GIT_OID_HEXSZ + 1];
  gsize length;
  const char *text = adref_bytes_start(bytes, &length);
  g_autoptr(AdrefWorkFile) file = path ? read_file(repo, path, NULL) : NULL;
  git_oid hashed;
  gboolean is_file = file && file->bytes && g_bytes_equal(file->bytes, bytes);
  if (!is_file)
    git_odb_hash(&hashed, text, length, GIT_OBJECT_BLOB);
  return g_strdup(git_oid_tostr(id, sizeof id, is_file ? &file->id : &hashed));
}

gboolean adref_work_file_is_in_tree(const AdrefWorkFile *file, const git_tree *tree, gboolean *same,
                                    GError **error)
{
  g_autoptr(git_tree_entry) entry = NULL;
  if (!adref_git_tree_entry(tree, file->path, &entry, error))
    return FALSE;
  if (!entry || !file->bytes)
    *same = !entry && !file->bytes;
  else
    *same = git_oid_equal(&file->id, git_tree_entry_id(entry)) &&
            git_tree_entry_filemode(entry) == GIT_FILEMODE_BLOB;
  return TRUE;
}
