#include "history/version_files.h"

#include <string.h>

#include "base/string_order.h"
#include "history/git.h"
#include "history/log_entry.h"
#include "history/tag.h"

enum {
  PROGRESS_STEP = 256 /* versions between two calls */
};

typedef struct {
  git_oid id, tree;
  gint64 time;
} Version;

struct AdrefVersionFiles {
  AdrefRepo *repo;
  const AdrefVersionFilesOptions *options; /* while files are collected */
  GArray *versions;                        /* of Version */
  GHashTable *paths;                       /* path -> GArray of AdrefVersionFile */
  GPtrArray *sorted;                       /* of char *, owned by `paths` */
  GHashTable *read; /* "id path" of the trees and files that were read; NULL at the end */
  gboolean shallow;
};

/* --- versions, each after its parents --- */

/* A version whose parents are being visited. */
typedef struct {
  Version version;
  git_oid *parents;
  guint count, next;
} Visit;

static void visit_clear(gpointer visit)
{
  g_free(((Visit *)visit)->parents);
}

static gboolean fail_unreadable(AdrefVersionFiles *self, int status, GError **error)
{
  return adref_git_fail_object(self->repo->git, error, status, "the history cannot be read");
}

/* The parents that this clone has: a shallow one ends at some version. */
static void read_parents(AdrefVersionFiles *self, const git_commit *commit, Visit *visit)
{
  guint count = git_commit_parentcount(commit);
  if (count > 0 && adref_git_is_shallow(self->repo) &&
      g_hash_table_contains(self->repo->shallow_roots, git_commit_id(commit))) {
    self->shallow = TRUE;
    return;
  }
  visit->parents = g_new(git_oid, MAX(count, 1));
  for (; visit->count < count; visit->count++)
    visit->parents[visit->count] = *git_commit_parent_id(commit, visit->count);
}

static gboolean push(AdrefVersionFiles *self, GArray *stack, GHashTable *seen, const git_oid *id,
                     GError **error)
{
  g_autoptr(git_commit) commit = NULL;
  if (!g_hash_table_add(seen, g_memdup2(id, sizeof *id)))
    return TRUE;
  if (g_hash_table_size(seen) > ADREF_VERSION_FILES_MAX_VERSIONS) {
    adref_error(error, ADREF_ERROR_INPUT, "the repository has more than %d versions",
                ADREF_VERSION_FILES_MAX_VERSIONS);
    return FALSE;
  }
  int status = git_commit_lookup(&commit, self->repo->git, id);
  if (status != 0)
    return fail_unreadable(self, status, error);
  Visit visit = {.version = {*id, *git_commit_tree_id(commit), git_commit_time(commit)}};
  read_parents(self, commit, &visit);
  g_array_append_val(stack, visit);
  return TRUE;
}

/* A walk in depth, the first parent first; a version is added when its parents were. */
static gboolean add_versions(AdrefVersionFiles *self, const git_oid *tip, GHashTable *seen,
                             GError **error)
{
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Visit));
  g_array_set_clear_func(stack, visit_clear);
  gboolean done = push(self, stack, seen, tip, error);
  while (done && stack->len > 0) {
    Visit *last = &g_array_index(stack, Visit, stack->len - 1);
    if (last->next < last->count) {
      git_oid parent = last->parents[last->next++];
      done = push(self, stack, seen, &parent, error);
    } else {
      g_array_append_val(self->versions, last->version);
      g_array_set_size(stack, stack->len - 1);
    }
  }
  return done;
}

/* HEAD first, then branches and tags. A tag of something else leads to no version. */
static GArray *find_tips(AdrefVersionFiles *self, GError **error)
{
  static const char *const patterns[] = {"refs/heads/*", "refs/remotes/*", "refs/tags/*"};
  g_autoptr(GArray) tips = g_array_new(FALSE, FALSE, sizeof(git_oid));
  g_autoptr(git_commit) head = NULL;
  if (!adref_git_head(self->repo, &head, error))
    return NULL;
  if (head)
    g_array_append_vals(tips, git_commit_id(head), 1);
  for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
    g_autoptr(git_reference_iterator) refs = NULL;
    int status = git_reference_iterator_glob_new(&refs, self->repo->git, patterns[i]);
    if (status != 0) {
      fail_unreadable(self, status, error);
      return NULL;
    }
    for (guint count = 0; count < ADREF_TAG_MAX_COUNT; count++) {
      g_autoptr(git_reference) ref = NULL;
      g_autoptr(git_object) commit = NULL;
      if (git_reference_next(&ref, refs) != 0)
        break;
      if (git_reference_peel(&commit, ref, GIT_OBJECT_COMMIT) == 0)
        g_array_append_vals(tips, git_object_id(commit), 1);
    }
  }
  return g_steal_pointer(&tips);
}

static gboolean collect_versions(AdrefVersionFiles *self, GError **error)
{
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(adref_git_id_hash, adref_git_id_equal, g_free, NULL);
  g_autoptr(GArray) tips = find_tips(self, error);
  for (guint i = 0; tips && i < tips->len; i++)
    if (!add_versions(self, &g_array_index(tips, git_oid, i), seen, error))
      return FALSE;
  return tips != NULL;
}

/* --- their files --- */

typedef struct {
  char *path;
  git_oid id;
  guint depth;
} Folder;

static void folder_clear(gpointer folder)
{
  g_free(((Folder *)folder)->path);
}

static gboolean is_new(AdrefVersionFiles *self, const git_oid *id, const char *path)
{
  gsize length = strlen(path);
  char *key = g_malloc(GIT_OID_RAWSZ + length + 1);
  memcpy(key, id->id, GIT_OID_RAWSZ);
  memcpy(key + GIT_OID_RAWSZ, path, length + 1);
  g_autoptr(GBytes) bytes = g_bytes_new_take(key, GIT_OID_RAWSZ + length + 1);
  return g_hash_table_add(self->read, g_bytes_ref(bytes));
}

static void add_file(AdrefVersionFiles *self, const char *path, const git_oid *id, guint version)
{
  AdrefVersionFile file = {.version = version};
  GArray *files = g_hash_table_lookup(self->paths, path);
  if (!files) {
    files = g_array_new(FALSE, FALSE, sizeof file);
    g_hash_table_insert(self->paths, g_strdup(path), files);
  }
  git_oid_tostr(file.id, sizeof file.id, id);
  g_array_append_val(files, file);
}

static const char *name_of(AdrefVersionFiles *self, const git_tree *root, const Folder *folder,
                           const git_tree_entry *entry)
{
  const char *name = git_tree_entry_name(entry);
  if (strcmp(folder->path, "statements") == 0)
    name = adref_git_statement_now(self->repo, root, name);
  return g_utf8_validate(name, -1, NULL) ? name : NULL;
}

static void take_entry(AdrefVersionFiles *self, const char *path, const git_tree_entry *entry,
                       guint depth, GArray *folders, guint version)
{
  gboolean is_folder = git_tree_entry_type(entry) == GIT_OBJECT_TREE;
  git_filemode_t mode = git_tree_entry_filemode(entry);
  if (!is_folder && mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE)
    return;
  if (!self->options->wants(self->options->data, path, is_folder) ||
      !is_new(self, git_tree_entry_id(entry), path))
    return;
  Folder inside = {.id = *git_tree_entry_id(entry), .depth = depth + 1};
  if (!is_folder)
    add_file(self, path, git_tree_entry_id(entry), version);
  else if (inside.depth <= ADREF_VERSION_FILES_MAX_DEPTH) {
    inside.path = g_strdup(path);
    g_array_append_val(folders, inside);
  }
}

static gboolean read_folder(AdrefVersionFiles *self, const git_tree *root, const Folder *folder,
                            GArray *folders, guint version, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  int status = git_tree_lookup(&tree, self->repo->git, &folder->id);
  if (status != 0)
    return fail_unreadable(self, status, error);
  for (gsize i = 0; i < git_tree_entrycount(tree); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
    const char *name = name_of(self, root, folder, entry);
    g_autofree char *path =
        name ? g_strconcat(folder->path, *folder->path ? "/" : "", name, NULL) : NULL;
    if (path)
      take_entry(self, path, entry, folder->depth, folders, version);
  }
  return TRUE;
}

/* The folder of the workspace in a version, when it was not read before; FALSE: there is none. */
static gboolean find_workspace(AdrefVersionFiles *self, const git_tree *root, Folder *folder)
{
  folder->id = *git_tree_id(root);
  if (!*self->repo->prefix)
    return TRUE;
  g_autofree char *path = g_strndup(self->repo->prefix, strlen(self->repo->prefix) - 1);
  g_autoptr(git_tree_entry) entry = NULL;
  if (!adref_git_tree_entry(root, path, &entry, NULL) || !entry ||
      git_tree_entry_type(entry) != GIT_OBJECT_TREE)
    return FALSE;
  folder->id = *git_tree_entry_id(entry);
  return TRUE;
}

static gboolean read_version(AdrefVersionFiles *self, guint version, GError **error)
{
  const Version *at = &g_array_index(self->versions, Version, version);
  g_autoptr(git_tree) root = NULL;
  int status = git_tree_lookup(&root, self->repo->git, &at->tree);
  if (status != 0)
    return fail_unreadable(self, status, error);
  Folder first = {.path = g_strdup("")};
  g_autoptr(GArray) folders = g_array_new(FALSE, FALSE, sizeof(Folder));
  if (find_workspace(self, root, &first) && is_new(self, &first.id, ""))
    g_array_append_val(folders, first);
  else
    g_free(first.path);
  gboolean done = TRUE;
  while (folders->len > 0) {
    Folder folder = g_array_index(folders, Folder, folders->len - 1);
    g_array_set_size(folders, folders->len - 1);
    done = done && read_folder(self, root, &folder, folders, version, error);
    folder_clear(&folder);
  }
  return done;
}

static gboolean collect_files(AdrefVersionFiles *self, GError **error)
{
  self->read =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  gboolean done = TRUE;
  for (guint i = 0; i < self->versions->len && done; i++) {
    done = read_version(self, i, error);
    if (i % PROGRESS_STEP == 0 && self->options->progress)
      self->options->progress(self->options->data, i);
  }
  g_clear_pointer(&self->read, g_hash_table_unref);
  return done;
}

static void sort_paths(AdrefVersionFiles *self)
{
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init(&iter, self->paths);
  while (g_hash_table_iter_next(&iter, &path, NULL))
    g_ptr_array_add(self->sorted, path);
  g_ptr_array_sort(self->sorted, adref_string_order);
}

AdrefVersionFiles *adref_version_files_new(AdrefRepo *repo, const AdrefVersionFilesOptions *options,
                                           GError **error)
{
  g_autoptr(AdrefVersionFiles) self = g_new0(AdrefVersionFiles, 1);
  self->repo = g_rc_box_acquire(repo);
  self->options = options;
  self->versions = g_array_new(FALSE, FALSE, sizeof(Version));
  self->paths =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self->sorted = g_ptr_array_new();
  adref_git_skip_hash_check(TRUE);
  gboolean done = collect_versions(self, error) && collect_files(self, error);
  adref_git_skip_hash_check(FALSE);
  self->options = NULL;
  if (!done)
    return NULL;
  sort_paths(self);
  return g_steal_pointer(&self);
}

void adref_version_files_free(AdrefVersionFiles *self)
{
  if (!self)
    return;
  adref_repo_free(self->repo);
  g_array_unref(self->versions);
  g_hash_table_unref(self->paths);
  g_ptr_array_unref(self->sorted);
  g_clear_pointer(&self->read, g_hash_table_unref);
  g_free(self);
}

const GPtrArray *adref_version_files_paths(const AdrefVersionFiles *self)
{
  return self->sorted;
}

const GArray *adref_version_files_at(const AdrefVersionFiles *self, const char *path)
{
  return g_hash_table_lookup(self->paths, path);
}

gint64 adref_version_files_time(const AdrefVersionFiles *self, guint version)
{
  return g_array_index(self->versions, Version, version).time;
}

AdrefLogEntry *adref_version_files_entry(const AdrefVersionFiles *self, guint version)
{
  g_autoptr(git_commit) commit = NULL;
  const Version *at = &g_array_index(self->versions, Version, version);
  if (git_commit_lookup(&commit, self->repo->git, &at->id) != 0)
    return NULL;
  return adref_log_entry_read(commit, NULL);
}

gboolean adref_version_files_is_shallow(const AdrefVersionFiles *self)
{
  return self->shallow;
}

char *adref_version_file_id(AdrefRepo *repo, const AdrefVersion *version, const char *path)
{
  git_oid id;
  g_autoptr(git_commit) commit = NULL;
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(git_tree_entry) entry = NULL;
  char name[GIT_OID_HEXSZ + 1] = "";
  if (git_oid_fromstr(&id, version->id) != 0 || git_commit_lookup(&commit, repo->git, &id) != 0 ||
      git_commit_tree(&tree, commit) != 0)
    return g_strdup(name);
  g_autofree char *full = adref_git_path_in(repo, tree, path, NULL);
  if (full && adref_git_tree_entry(tree, full, &entry, NULL) && entry &&
      git_tree_entry_type(entry) == GIT_OBJECT_BLOB)
    git_oid_tostr(name, sizeof name, git_tree_entry_id(entry));
  return g_strdup(name);
}

static void free_object(gpointer object)
{
  git_odb_object_free(object);
}

/* The size is read first: the object of a stranger may be of any size. */
static git_odb_object *read_object(AdrefRepo *repo, const char *id, const char *name, gsize limit,
                                   GError **error)
{
  git_oid oid;
  size_t size = 0;
  git_object_t type;
  g_autoptr(git_odb) objects = NULL;
  git_odb_object *object = NULL;
  int status = git_oid_fromstr(&oid, id);
  if (status == 0)
    status = git_repository_odb(&objects, repo->git);
  if (status == 0)
    status = git_odb_read_header(&size, &type, objects, &oid);
  if (status == 0 && size <= limit)
    status = git_odb_read(&object, objects, &oid);
  if (status != 0)
    adref_git_fail_object(repo->git, error, status, "%s: cannot be read from a version", name);
  else if (!object)
    adref_error(error, ADREF_ERROR_INPUT, "%s: larger than %" G_GSIZE_FORMAT " bytes in a version",
                name, limit);
  return object;
}

GBytes *adref_version_file_read(AdrefRepo *repo, const char *id, const char *name, gsize limit,
                                GError **error)
{
  adref_git_skip_hash_check(TRUE);
  git_odb_object *object = read_object(repo, id, name, limit, error);
  adref_git_skip_hash_check(FALSE);
  return object ? g_bytes_new_with_free_func(git_odb_object_data(object),
                                             git_odb_object_size(object), free_object, object)
                : NULL;
}
