#include "history/save.h"

#include <string.h>

#include "base/file.h"
#include "history/commit_writer.h"
#include "history/git.h"
#include "history/git_index.h"
#include "history/person.h"
#include "history/work_file.h"

/* The state of one call of adref_repo_save(). */
typedef struct {
  AdrefRepo *repo;
  AdrefCommitWriter writer;
  GPtrArray *files;
  char *branch;       /* the ref of the current branch */
  git_commit *parent; /* its commit; NULL before the first commit */
  git_tree *base;     /* the tree of that commit, or NULL */
} SaveOperation;

static void clear_head(SaveOperation *self)
{
  g_clear_pointer(&self->branch, g_free);
  g_clear_pointer(&self->parent, git_commit_free);
  g_clear_pointer(&self->base, git_tree_free);
}

static void clear(SaveOperation *self)
{
  clear_head(self);
  adref_commit_writer_clear(&self->writer);
  g_clear_pointer(&self->files, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SaveOperation, clear)

static gboolean read_head(SaveOperation *self, GError **error)
{
  clear_head(self);
  self->branch = adref_commit_writer_branch(self->repo, error);
  if (!self->branch)
    return FALSE;
  if (!adref_git_head(self->repo, &self->parent, error))
    return FALSE;
  int status = self->parent ? git_commit_tree(&self->base, self->parent) : 0;
  return status == 0 ||
         adref_git_fail_object(self->repo->git, error, status, "HEAD cannot be read");
}

static gboolean prepare(SaveOperation *self, AdrefRepo *repo, const AdrefRepoSaveOptions *options,
                        GError **error)
{
  self->repo = repo;
  return adref_commit_writer_init(&self->writer, repo, options, error) &&
         adref_repo_check_state(repo, error) && read_head(self, error);
}

static gboolean differs(const GPtrArray *files, const git_tree *tree, gboolean *changed,
                        GError **error)
{
  gboolean same = TRUE;
  for (guint i = 0; i < files->len && same; i++)
    if (!adref_work_file_is_in_tree(files->pdata[i], tree, &same, error))
      return FALSE;
  *changed = !same;
  return TRUE;
}

/* *tree is NULL before the first commit. */
static gboolean read_head_tree(AdrefRepo *repo, git_tree **tree, GError **error)
{
  g_autoptr(git_commit) head = NULL;
  if (!adref_git_head(repo, &head, error))
    return FALSE;
  int status = head ? git_commit_tree(tree, head) : 0;
  return status == 0 || adref_git_fail_object(repo->git, error, status, "HEAD cannot be read");
}

gboolean adref_repo_changed(AdrefRepo *repo, const char *const *paths, gboolean *changed,
                            GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(GPtrArray) files = adref_work_file_read_all(repo, paths, error);
  return files && read_head_tree(repo, &tree, error) && differs(files, tree, changed, error);
}

gboolean adref_repo_is_saved(AdrefRepo *repo, const AdrefVersion *version, const char *path,
                             GBytes *bytes)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(git_tree_entry) entry = NULL;
  char saved[GIT_OID_HEXSZ + 1];
  g_autofree char *inside = adref_git_path(repo, path, NULL);
  gboolean found = version ? adref_git_find_tree(repo, version->id, &tree, NULL)
                           : read_head_tree(repo, &tree, NULL);
  if (!inside || !found || !adref_git_tree_entry(tree, inside, &entry, NULL) || !entry)
    return FALSE;
  g_autofree char *id = adref_repo_content_id(repo, path, bytes);
  return strcmp(id, git_oid_tostr(saved, sizeof saved, git_tree_entry_id(entry))) == 0;
}

char **adref_repo_changed_files(AdrefRepo *repo, const char *const *paths, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(GStrvBuilder) changed = g_strv_builder_new();
  g_autoptr(GPtrArray) files = adref_work_file_read_all(repo, paths, error);
  if (!files || !read_head_tree(repo, &tree, error))
    return NULL;
  for (guint i = 0; i < files->len; i++) {
    const AdrefWorkFile *file = files->pdata[i];
    gboolean same;
    if (!adref_work_file_is_in_tree(file, tree, &same, error))
      return NULL;
    if (!same)
      g_strv_builder_add(changed, file->path + strlen(repo->prefix));
  }
  return g_strv_builder_end(changed);
}

static gboolean write_blobs(SaveOperation *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++) {
    AdrefWorkFile *file = self->files->pdata[i];
    gboolean same;
    if (!adref_work_file_is_in_tree(file, self->base, &same, error))
      return FALSE;
    if (same || !file->bytes)
      continue;
    gsize length;
    const char *text = adref_bytes_start(file->bytes, &length);
    int status = git_blob_create_from_buffer(&file->id, self->repo->git, text, length);
    if (status != 0)
      return adref_git_fail(error, status, "%s: cannot be saved", file->path);
  }
  return TRUE;
}

static gboolean write_tree(SaveOperation *self, git_tree **tree, GError **error)
{
  g_autoptr(GArray) updates = g_array_new(FALSE, TRUE, sizeof(git_tree_update));
  for (guint i = 0; i < self->files->len; i++) {
    const AdrefWorkFile *file = self->files->pdata[i];
    gboolean same;
    if (!adref_work_file_is_in_tree(file, self->base, &same, error))
      return FALSE;
    git_tree_update update = {file->bytes ? GIT_TREE_UPDATE_UPSERT : GIT_TREE_UPDATE_REMOVE,
                              file->id, GIT_FILEMODE_BLOB, file->path};
    if (!same)
      g_array_append_val(updates, update);
  }
  git_oid id;
  int status = git_tree_create_updated(&id, self->repo->git, self->base, updates->len,
                                       (git_tree_update *)(void *)updates->data);
  if (status == 0)
    status = git_tree_lookup(tree, self->repo->git, &id);
  return status == 0 || adref_git_fail(error, status, "the version's tree cannot be written");
}

static gboolean write_commit(SaveOperation *self, git_oid *id, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  if (!write_tree(self, &tree, error))
    return FALSE;
  const git_commit *parents[] = {self->parent};
  return adref_commit_writer_write(&self->writer, tree, parents, self->parent ? 1 : 0, id, error);
}

static gboolean same_entry(const git_tree *a, const git_tree *b, const char *path, gboolean *same,
                           GError **error)
{
  g_autoptr(git_tree_entry) first = NULL;
  g_autoptr(git_tree_entry) second = NULL;
  if (!adref_git_tree_entry(a, path, &first, error) ||
      !adref_git_tree_entry(b, path, &second, error))
    return FALSE;
  *same = first && second ? git_oid_equal(git_tree_entry_id(first), git_tree_entry_id(second)) != 0
                          : first == second;
  return TRUE;
}

/* Reads HEAD again. Refused when another program saved one of the listed files since then: its
 * change would be overwritten, and nobody would see it. */
static gboolean reread_head(SaveOperation *self, GError **error)
{
  g_autoptr(git_tree) old = g_steal_pointer(&self->base);
  if (!read_head(self, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++) {
    const AdrefWorkFile *file = self->files->pdata[i];
    gboolean same;
    if (!same_entry(old, self->base, file->path, &same, error))
      return FALSE;
    if (!same) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s: somebody else saved this file meanwhile; nothing was saved. Look at it with "
                  "`git diff HEAD`, then save again",
                  file->path);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean commit(SaveOperation *self, git_oid *id, GError **error)
{
  int status = 0;
  for (guint attempt = 0; attempt < ADREF_SAVE_ATTEMPTS; attempt++) {
    if (attempt > 0)
      g_usleep((gulong)ADREF_SAVE_PAUSE << (attempt - 1));
    if ((attempt > 0 && !reread_head(self, error)) || !write_commit(self, id, error))
      return FALSE;
    status = adref_commit_writer_move(&self->writer, self->branch,
                                      self->parent ? git_commit_id(self->parent) : NULL, id);
    if (status == 0)
      return TRUE;
    if (status != GIT_EMODIFIED && status != GIT_ELOCKED && status != GIT_EEXISTS)
      break;
  }
  return adref_git_fail(error, status, "%s: the branch cannot be moved; nothing was saved",
                        self->branch);
}

static gboolean update_index(SaveOperation *self, AdrefGitIndex *index, GError **error)
{
  for (guint i = 0; i < self->files->len; i++) {
    const AdrefWorkFile *file = self->files->pdata[i];
    if (!adref_git_index_set(index, file->path, &file->id, GIT_FILEMODE_BLOB,
                             file->bytes ? &file->status : NULL, error))
      return FALSE;
  }
  return adref_git_index_commit(index, error);
}

/* The index is written before the branch moves: a kill between the two leaves the files staged. In
 * the other order git would show the saved change as reverted in the index. */
static gboolean write_all(SaveOperation *self, AdrefGitIndex *index, git_oid *id, GError **error)
{
  if (!write_blobs(self, error) || !update_index(self, index, error))
    return FALSE;
  if (commit(self, id, error))
    return TRUE;
  adref_git_index_restore(index);
  return FALSE;
}

static void set_version(const SaveOperation *self, const git_oid *id, AdrefVersion *version)
{
  const git_oid *head = id ? id : self->parent ? git_commit_id(self->parent) : NULL;
  if (head)
    git_oid_tostr(version->id, sizeof version->id, head);
  else
    version->id[0] = '\0';
}

gboolean adref_repo_save(AdrefRepo *repo, const AdrefRepoSaveOptions *options,
                         AdrefVersion *version, gboolean *saved, GError **error)
{
  g_auto(SaveOperation) self = {0};
  gboolean changed;
  if (!prepare(&self, repo, options, error) ||
      !adref_repo_changed(repo, options->paths, &changed, error))
    return FALSE;
  git_oid id;
  if (changed) {
    g_autoptr(AdrefGitIndex) index =
        adref_commit_writer_find_people(&self.writer, options->author, error)
            ? adref_git_index_lock(repo, error)
            : NULL;
    if (!index || !adref_repo_check_state(repo, error) || !read_head(&self, error))
      return FALSE;
    self.files = adref_work_file_read_all(repo, options->paths, error);
    if (!self.files || !differs(self.files, self.base, &changed, error) ||
        (changed && !write_all(&self, index, &id, error)))
      return FALSE;
  }
  set_version(&self, changed ? &id : NULL, version);
  *saved = changed;
  return TRUE;
}
