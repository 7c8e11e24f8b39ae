#include "history/version_source.h"

#include <string.h>

#include "base/string_order.h"
#include "history/former_name.h"
#include "history/git.h"

enum {
  SHORT_ID = 10 /* digits of an id in a message */
};

typedef struct {
  AdrefFileSource source;
  AdrefRepo *repo;
  git_tree *tree;
  AdrefVersion version;
} VersionSource;

static gboolean fail_missing(VersionSource *self, const char *path, GError **error)
{
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no such file in version %.*s", path, SHORT_ID,
              self->version.id);
  return FALSE;
}

static gboolean is_file(const git_tree_entry *entry)
{
  git_filemode_t mode = git_tree_entry_filemode(entry);
  return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

static gboolean find_file(VersionSource *self, const char *path, git_oid *id, GError **error)
{
  g_autofree char *full = adref_git_path_in(self->repo, self->tree, path, error);
  g_autoptr(git_tree_entry) entry = NULL;
  if (!full || !adref_git_tree_entry(self->tree, full, &entry, error))
    return FALSE;
  if (!entry)
    return fail_missing(self, path, error);
  git_oid_cpy(id, git_tree_entry_id(entry));
  if (is_file(entry))
    return TRUE;
  gboolean link = git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK;
  adref_error(error, link ? ADREF_ERROR_REFUSED : ADREF_ERROR_INPUT,
              "%s: %s; a regular file is needed", path, link ? "a symbolic link" : "not a file");
  return FALSE;
}

/* Reads the size from the header of the object, before the content is unpacked. */
static gboolean check_size(VersionSource *self, const char *path, const git_oid *id, gsize limit,
                           GError **error)
{
  g_autoptr(git_odb) objects = NULL;
  size_t size;
  git_object_t type;
  int status = git_repository_odb(&objects, self->repo->git);
  if (status == 0)
    status = git_odb_read_header(&size, &type, objects, id);
  if (status != 0)
    return adref_git_fail_object(self->repo->git, error, status,
                                 "%s: cannot be read from the version", path);
  if (size <= limit)
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT, "%s: larger than %" G_GSIZE_FORMAT " bytes", path, limit);
  return FALSE;
}

static GBytes *read_file(AdrefFileSource *source, const char *path, gsize limit, GError **error)
{
  VersionSource *self = (VersionSource *)source;
  git_oid id;
  if (!find_file(self, path, &id, error))
    return NULL;
  GBytes *kept = self->repo->read_blobs ? g_hash_table_lookup(self->repo->read_blobs, &id) : NULL;
  if (kept && g_bytes_get_size(kept) <= limit)
    return g_bytes_ref(kept);
  if (!check_size(self, path, &id, limit, error))
    return NULL;
  g_autoptr(git_blob) blob = NULL;
  int status = git_blob_lookup(&blob, self->repo->git, &id);
  if (status != 0) {
    adref_git_fail_object(self->repo->git, error, status, "%s: cannot be read from the version",
                          path);
    return NULL;
  }
  gsize length = (gsize)git_blob_rawsize(blob);
  char *copy = g_malloc(length + 1);
  memcpy(copy, git_blob_rawcontent(blob), length);
  copy[length] = '\0';
  g_autoptr(GBytes) whole = g_bytes_new_take(copy, length + 1);
  GBytes *bytes = g_bytes_new_from_bytes(whole, 0, length);
  adref_git_keep_blob(self->repo, &id, bytes);
  return bytes;
}

typedef struct {
  char *path;
  git_oid id;
} TreeFolder;

static void folder_free(gpointer data)
{
  TreeFolder *folder = data;
  g_free(folder->path);
  g_free(folder);
}

static void push(GPtrArray *folders, const char *path, const git_oid *id)
{
  TreeFolder *folder = g_new0(TreeFolder, 1);
  folder->path = g_strdup(path);
  folder->id = *id;
  g_ptr_array_add(folders, folder);
}

/* Whether a work folder can have a file of this name and git accepts it; others are not listed. */
static gboolean is_valid_name(const char *name)
{
  return *name && !strchr(name, '/') && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
         g_ascii_strcasecmp(name, ".git") != 0 && g_utf8_validate(name, -1, NULL);
}

static gboolean list_folder(VersionSource *self, const TreeFolder *folder, GPtrArray *folders,
                            GPtrArray *files, gsize *count, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  int status = git_tree_lookup(&tree, self->repo->git, &folder->id);
  if (status != 0)
    return adref_git_fail_object(self->repo->git, error, status,
                                 "%s: cannot be read from the version", folder->path);
  *count += git_tree_entrycount(tree) + 1;
  if (*count > ADREF_VERSION_SOURCE_MAX_ENTRIES ||
      strlen(folder->path) > ADREF_VERSION_SOURCE_MAX_PATH) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: more than %d files, or too deep", folder->path,
                ADREF_VERSION_SOURCE_MAX_ENTRIES);
    return FALSE;
  }
  gboolean are_statements = strcmp(folder->path, "statements") == 0;
  for (gsize i = 0; i < git_tree_entrycount(tree); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
    const char *name = git_tree_entry_name(entry);
    if (!is_valid_name(name))
      continue;
    if (are_statements)
      name = adref_git_statement_now(self->repo, self->tree, name);
    g_autofree char *path = g_strconcat(folder->path, *folder->path ? "/" : "", name, NULL);
    if (git_tree_entry_type(entry) == GIT_OBJECT_TREE)
      push(folders, path, git_tree_entry_id(entry));
    else if (is_file(entry))
      g_ptr_array_add(files, g_steal_pointer(&path));
  }
  return TRUE;
}

static gboolean push_first(VersionSource *self, const char *path, GPtrArray *folders,
                           GError **error)
{
  g_autofree char *full = adref_git_path_in(self->repo, self->tree, path, error);
  if (!full)
    return FALSE;
  if (*full == '\0') {
    push(folders, path, git_tree_id(self->tree));
    return TRUE;
  }
  g_autoptr(git_tree_entry) entry = NULL;
  if (!adref_git_tree_entry(self->tree, full, &entry, error))
    return FALSE;
  if (entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE)
    push(folders, path, git_tree_entry_id(entry));
  return TRUE;
}

static char **list_files(AdrefFileSource *source, const char *path, GError **error)
{
  VersionSource *self = (VersionSource *)source;
  g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(folder_free);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
  if (!push_first(self, path, folders, error))
    return NULL;
  gsize count = 0;
  while (folders->len > 0) {
    TreeFolder *folder = g_ptr_array_steal_index(folders, folders->len - 1);
    gboolean done = list_folder(self, folder, folders, files, &count, error);
    folder_free(folder);
    if (!done)
      return NULL;
  }
  g_ptr_array_sort(files, adref_string_order);
  g_ptr_array_add(files, NULL);
  return (char **)g_ptr_array_steal(files, NULL);
}

static const char *const *former_names(AdrefFileSource *source, const char *statement)
{
  return adref_repo_former_names(((VersionSource *)source)->repo, statement);
}

static void free_version(AdrefFileSource *source)
{
  VersionSource *self = (VersionSource *)source;
  git_tree_free(self->tree);
  adref_repo_free(self->repo);
  g_free(self);
}

AdrefFileSource *adref_version_source_new(AdrefRepo *repo, const AdrefVersion *version,
                                          GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  if (!adref_git_find_tree(repo, version->id, &tree, error))
    return NULL;
  VersionSource *self = g_new0(VersionSource, 1);
  self->source = (AdrefFileSource){read_file, list_files, free_version, former_names};
  self->repo = g_rc_box_acquire(repo);
  self->tree = g_steal_pointer(&tree);
  self->version = *version;
  return &self->source;
}
