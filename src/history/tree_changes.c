#include "history/tree_changes.h"

#include <string.h>

#include "base/file.h"
#include "history/git.h"

/* One folder that is compared: its tree in the base and in each side, zero where there is none. */
typedef struct {
  char *path; /* "" or "a/b/" */
  guint depth;
  git_oid *trees;
} Folder;

typedef struct {
  AdrefRepo *repo;
  guint count;        /* of the sides; index 0 is the base, so there is one more */
  GPtrArray *folders; /* of Folder, to be compared */
  GPtrArray *changes;
  gsize entries;
} TreeComparison;

static void folder_free(gpointer data)
{
  Folder *folder = data;
  g_free(folder->path);
  g_free(folder->trees);
  g_free(folder);
}

void adref_tree_change_free(AdrefTreeChange *change)
{
  if (!change)
    return;
  g_free(change->path);
  g_free(change->sides);
  g_free(change);
}

static void change_free(gpointer change)
{
  adref_tree_change_free(change);
}

static void comparison_clear(TreeComparison *self)
{
  g_clear_pointer(&self->folders, g_ptr_array_unref);
  g_clear_pointer(&self->changes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TreeComparison, comparison_clear)

gboolean adref_tree_file_equal(const AdrefTreeFile *a, const AdrefTreeFile *b)
{
  return strcmp(a->id, b->id) == 0 && a->mode == b->mode;
}

/* The id of the tree; zero for "". */
static gboolean find_tree(AdrefRepo *repo, const AdrefVersion *version, git_oid *id, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  memset(id, 0, sizeof *id);
  if (!*version->id)
    return TRUE;
  if (!adref_git_find_tree(repo, version->id, &tree, error))
    return FALSE;
  git_oid_cpy(id, git_tree_id(tree));
  return TRUE;
}

static gboolean are_equal(const git_oid *ids, guint count)
{
  for (guint i = 1; i <= count; i++)
    if (!git_oid_equal(&ids[0], &ids[i]))
      return FALSE;
  return TRUE;
}

static void push(TreeComparison *self, char *path, guint depth, git_oid *trees)
{
  Folder *folder = g_new0(Folder, 1);
  folder->path = path;
  folder->depth = depth;
  folder->trees = trees;
  g_ptr_array_add(self->folders, folder);
}

/* What is called `name` in each of the trees. */
typedef struct {
  git_oid *trees; /* folders of that name */
  AdrefTreeChange *change;
  gboolean has_file;
} NamedEntry;

static void note_entry(TreeComparison *self, GHashTable *names, const git_tree_entry *entry,
                       guint index)
{
  const char *name = git_tree_entry_name(entry);
  NamedEntry *named = g_hash_table_lookup(names, name);
  if (!named) {
    named = g_new0(NamedEntry, 1);
    named->trees = g_new0(git_oid, self->count + 1);
    named->change = g_new0(AdrefTreeChange, 1);
    named->change->sides = g_new0(AdrefTreeFile, self->count);
    g_hash_table_insert(names, g_strdup(name), named);
  }
  if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
    named->trees[index] = *git_tree_entry_id(entry);
    return;
  }
  AdrefTreeFile *file = index == 0 ? &named->change->base : &named->change->sides[index - 1];
  git_oid_tostr(file->id, sizeof file->id, git_tree_entry_id(entry));
  file->mode = (guint)git_tree_entry_filemode(entry);
  named->has_file = TRUE;
}

static void named_entry_free(gpointer data)
{
  NamedEntry *named = data;
  g_free(named->trees);
  adref_tree_change_free(named->change);
  g_free(named);
}

static gboolean read_tree(TreeComparison *self, const Folder *folder, guint index,
                          GHashTable *names, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  if (git_oid_is_zero(&folder->trees[index]))
    return TRUE;
  int status = git_tree_lookup(&tree, self->repo->git, &folder->trees[index]);
  if (status != 0)
    return adref_git_fail_object(self->repo->git, error, status, "%s: cannot be read",
                                 *folder->path ? folder->path : "the version");
  self->entries += git_tree_entrycount(tree);
  if (self->entries > ADREF_TREE_CHANGES_MAX_ENTRIES ||
      folder->depth > ADREF_TREE_CHANGES_MAX_DEPTH) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: the versions differ in more than %d files, or %d "
                "folders in each other",
                folder->path, ADREF_TREE_CHANGES_MAX_ENTRIES, ADREF_TREE_CHANGES_MAX_DEPTH);
    return FALSE;
  }
  for (gsize i = 0; i < git_tree_entrycount(tree); i++)
    note_entry(self, names, git_tree_entry_byindex(tree, i), index);
  return TRUE;
}

static gboolean differs(const TreeComparison *self, const AdrefTreeChange *change)
{
  for (guint i = 0; i < self->count; i++)
    if (!adref_tree_file_equal(&change->base, &change->sides[i]))
      return TRUE;
  return FALSE;
}

static void keep_entry(TreeComparison *self, const Folder *folder, const char *name,
                       NamedEntry *named)
{
  if (named->has_file && differs(self, named->change)) {
    AdrefTreeChange *change = g_steal_pointer(&named->change);
    change->path = g_strconcat(folder->path, name, NULL);
    g_ptr_array_add(self->changes, change);
  }
  if (!are_equal(named->trees, self->count))
    push(self, g_strconcat(folder->path, name, "/", NULL), folder->depth + 1,
         g_steal_pointer(&named->trees));
}

static gboolean compare_folder(TreeComparison *self, const Folder *folder, GError **error)
{
  g_autoptr(GHashTable) names =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, named_entry_free);
  for (guint i = 0; i <= self->count; i++)
    if (!read_tree(self, folder, i, names, error))
      return FALSE;
  GHashTableIter iter;
  gpointer name, named;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, &name, &named))
    keep_entry(self, folder, name, named);
  return TRUE;
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
  const AdrefTreeChange *const *one = a, *const *other = b;
  return strcmp((*one)->path, (*other)->path);
}

GPtrArray *adref_repo_tree_changes(AdrefRepo *repo, const AdrefVersion *base,
                                   const AdrefVersion *sides, guint count, GError **error)
{
  g_auto(TreeComparison) self = {.repo = repo, .count = count};
  self.folders = g_ptr_array_new_with_free_func(folder_free);
  self.changes = g_ptr_array_new_with_free_func(change_free);
  git_oid *trees = g_new0(git_oid, count + 1);
  push(&self, g_strdup(""), 0, trees);
  if (!find_tree(repo, base, &trees[0], error))
    return NULL;
  for (guint i = 0; i < count; i++)
    if (!find_tree(repo, &sides[i], &trees[i + 1], error))
      return NULL;
  while (self.folders->len > 0) {
    Folder *folder = g_ptr_array_steal_index(self.folders, self.folders->len - 1);
    gboolean done = compare_folder(&self, folder, error);
    folder_free(folder);
    if (!done)
      return NULL;
  }
  g_ptr_array_sort(self.changes, compare_paths);
  return g_steal_pointer(&self.changes);
}

const char *adref_repo_workspace_path(const AdrefRepo *repo, const char *path)
{
  return g_str_has_prefix(path, repo->prefix) ? path + strlen(repo->prefix) : NULL;
}

gboolean adref_repo_write_blob(AdrefRepo *repo, GBytes *bytes, char id[65], GError **error)
{
  gsize length;
  const char *text = adref_bytes_start(bytes, &length);
  git_oid oid;
  int status = git_blob_create_from_buffer(&oid, repo->git, text, length);
  if (status != 0)
    return adref_git_fail(error, status, "a text cannot be kept");
  git_oid_tostr(id, 65, &oid);
  return TRUE;
}

gboolean adref_repo_write_tree(AdrefRepo *repo, const AdrefVersion *base, char *const *paths,
                               const AdrefTreeFile *files, guint count, AdrefVersion *tree,
                               GError **error)
{
  git_oid id;
  g_autoptr(git_tree) old = NULL;
  g_autofree git_tree_update *updates = g_new0(git_tree_update, count + 1);
  if (*base->id && !adref_git_find_tree(repo, base->id, &old, error))
    return FALSE;
  int status = 0;
  for (guint i = 0; i < count && status == 0; i++) {
    gboolean removed = !*files[i].id;
    updates[i] = (git_tree_update){
        .action = removed ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
        .filemode = removed ? GIT_FILEMODE_BLOB : (git_filemode_t)files[i].mode,
        .path = paths[i],
    };
    status = removed ? 0 : git_oid_fromstr(&updates[i].id, files[i].id);
  }
  if (status == 0)
    status = git_tree_create_updated(&id, repo->git, old, count, updates);
  if (status != 0)
    return adref_git_fail(error, status, "the version's tree cannot be written");
  git_oid_tostr(tree->id, sizeof tree->id, &id);
  return TRUE;
}
