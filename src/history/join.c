#include "history/join.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "history/commit_writer.h"
#include "history/git_index.h"
#include "history/join_note.h"
#include "history/log.h"
#include "history/work_file.h"
#include "history/work_lock.h"

/* --- files of the work folder --- */

static gboolean is_regular(const AdrefTreeFile *file)
{
  return !*file->id || file->mode == GIT_FILEMODE_BLOB ||
         file->mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

static gboolean has_id(const git_oid *id, const AdrefTreeFile *file)
{
  char text[GIT_OID_HEXSZ + 1];
  if (!id)
    return !*file->id;
  git_oid_tostr(text, sizeof text, id);
  return strcmp(text, file->id) == 0;
}

static gboolean is_at(const AdrefWorkFile *file, const AdrefTreeFile *wanted)
{
  return has_id(file->bytes ? &file->id : NULL, wanted);
}

/* Whether the file is the wanted one but for line ends of Windows, as git writes with
 * core.autocrlf. */
static gboolean is_at_but_line_ends(const AdrefWorkFile *file, const AdrefTreeFile *wanted)
{
  git_oid id;
  gsize length;
  const char *text = file->bytes ? g_bytes_get_data(file->bytes, &length) : NULL;
  if (!text || !memchr(text, '\r', length))
    return FALSE;
  g_autoptr(GString) plain = g_string_sized_new(length);
  for (gsize i = 0; i < length; i++)
    if (text[i] != '\r' || i + 1 == length || text[i + 1] != '\n')
      g_string_append_c(plain, text[i]);
  return git_odb_hash(&id, plain->str, plain->len, GIT_OBJECT_BLOB) == 0 && has_id(&id, wanted);
}

static gboolean check_file(AdrefRepo *repo, const char *path, const AdrefTreeFile *old,
                           const AdrefTreeFile *new, GError **error)
{
  if (!adref_git_check_path(path, error))
    return FALSE;
  if (!is_regular(old) || !is_regular(new)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: a symbolic link, or a repository of its own, which adref does not write; join "
                "these versions with `git merge`",
                path);
    return FALSE;
  }
  g_autoptr(AdrefWorkFile) file = adref_work_file_read(repo, path, error);
  if (!file)
    return FALSE;
  if (is_at(file, old) || is_at(file, new) || is_at_but_line_ends(file, old))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              *old->id
                  ? "%s: the file holds changes that are not saved, and would be written; save "
                    "them with `adref save`, or take them back with `git restore %s`"
                  : "%s: the file is in no version, and would be written; move it away, or save "
                    "it with `git add %s` and `git commit`",
              path, path);
  return FALSE;
}

static gboolean check_index(const AdrefGitIndex *index, const char *path, const AdrefTreeFile *old,
                            const AdrefTreeFile *new, GError **error)
{
  const git_oid *id = adref_git_index_get(index, path);
  if (has_id(id, old) || has_id(id, new))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: a change of the file is staged; commit it, or unstage it with `git restore "
              "--staged %s`",
              path, path);
  return FALSE;
}

gboolean adref_join_check(AdrefRepo *repo, const AdrefJoinOptions *options, GError **error)
{
  if (!adref_repo_check_state(repo, error))
    return FALSE;
  for (guint i = 0; i < options->file_count; i++)
    if (!check_file(repo, options->paths[i], &options->old[i], &options->new[i], error))
      return FALSE;
  return TRUE;
}

/* Removes the folders above a file that was removed, as long as they are empty. */
static void remove_empty_folders(const AdrefRepo *repo, const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path);
  while (strcmp(folder, ".") != 0) {
    g_autofree char *full = g_build_filename(repo->top, folder, NULL);
    if (g_rmdir(full) != 0)
      return;
    char *above = g_path_get_dirname(folder);
    g_free(folder);
    folder = above;
  }
}

static gboolean write_file(AdrefRepo *repo, const char *path, const AdrefTreeFile *wanted,
                           GError **error)
{
  g_autofree char *full = g_build_filename(repo->top, path, NULL);
  if (!*wanted->id) {
    if (g_unlink(full) == 0)
      remove_empty_folders(repo, path);
    return TRUE;
  }
  g_autofree char *folder = g_path_get_dirname(full);
  g_autoptr(GBytes) bytes = adref_repo_read_blob(repo, wanted->id, error);
  gsize length = 0;
  const char *text = adref_bytes_start(bytes, &length);
  if (!bytes || !adref_folder_make(folder, error) || !adref_file_write(full, text, length, error))
    return FALSE;
  struct stat status;
  if (wanted->mode == GIT_FILEMODE_BLOB_EXECUTABLE && g_stat(full, &status) == 0)
    g_chmod(full, (status.st_mode & 0777) | 0111);
  return TRUE;
}

static gboolean set_entry(AdrefRepo *repo, AdrefGitIndex *index, const char *path,
                          const AdrefTreeFile *wanted, GError **error)
{
  git_oid id = {{0}};
  struct stat status;
  g_autofree char *full = g_build_filename(repo->top, path, NULL);
  if (!*wanted->id)
    return adref_git_index_set(index, path, &id, 0, NULL, error);
  if (git_oid_fromstr(&id, wanted->id) != 0 || g_stat(full, &status) != 0) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be read: %s", path, g_strerror(errno));
    return FALSE;
  }
  return adref_git_index_set(index, path, &id, wanted->mode, &status, error);
}

/* --- after a kill --- */

/* Brings each file and each entry that the note names to one of its two states, where it is at the
 * other. */
static gboolean bring_to(AdrefRepo *repo, const AdrefJoinNote *note, gboolean forward)
{
  const AdrefTreeFile *wanted = forward ? note->new : note->old,
                      *other = forward ? note->old : note->new;
  g_autoptr(AdrefGitIndex) index = adref_git_index_lock(repo, NULL);
  for (guint i = 0; index && note->paths[i]; i++) {
    const char *path = note->paths[i];
    g_autoptr(AdrefWorkFile) file =
        adref_git_check_path(path, NULL) ? adref_work_file_read(repo, path, NULL) : NULL;
    if (!file)
      continue;
    if (is_at(file, &other[i]) && !write_file(repo, path, &wanted[i], NULL))
      return FALSE;
    if (has_id(adref_git_index_get(index, path), &other[i]) &&
        (is_at(file, &other[i]) || is_at(file, &wanted[i])))
      set_entry(repo, index, path, &wanted[i], NULL);
  }
  return index && adref_git_index_commit(index, NULL);
}

static gboolean read_head_id(AdrefRepo *repo, AdrefVersion *head)
{
  g_autoptr(git_commit) commit = NULL;
  if (!adref_git_head(repo, &commit, NULL) || !commit)
    return FALSE;
  git_oid_tostr(head->id, sizeof head->id, git_commit_id(commit));
  return TRUE;
}

/* Where the branch is at neither of the two versions, somebody went on with git: nothing is done.
 */
static gboolean recover(AdrefRepo *repo)
{
  AdrefVersion head;
  g_auto(AdrefJoinNote) note = {0};
  if (!adref_join_note_read(repo, &note) || !read_head_id(repo, &head))
    return TRUE;
  gboolean forward = strcmp(head.id, note.to.id) == 0;
  return (!forward && strcmp(head.id, note.from.id) != 0) || bring_to(repo, &note, forward);
}

void adref_join_recover(AdrefRepo *repo)
{
  AdrefWorkLock *lock = adref_join_note_exists(repo) ? adref_work_lock_try(repo) : NULL;
  if (lock && adref_join_note_exists(repo) && recover(repo))
    adref_join_note_remove(repo);
  adref_work_lock_free(lock);
}

/* --- joining --- */

typedef struct {
  AdrefRepo *repo;
  const AdrefJoinOptions *options;
  AdrefCommitWriter writer;
  char *branch;
  GPtrArray *parents; /* of git_commit */
  git_oid id;         /* of the new version */
} JoinOperation;

static void commit_free(gpointer commit)
{
  git_commit_free(commit);
}

static void operation_clear(JoinOperation *self)
{
  adref_commit_writer_clear(&self->writer);
  g_free(self->branch);
  g_clear_pointer(&self->parents, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(JoinOperation, operation_clear)

static gboolean add_parent(JoinOperation *self, const AdrefVersion *version, GError **error)
{
  git_oid id;
  git_commit *commit = NULL;
  int status = git_oid_fromstr(&id, version->id);
  if (status == 0)
    status = git_commit_lookup(&commit, self->repo->git, &id);
  if (status != 0)
    return adref_git_fail_object(self->repo->git, error, status, "version %.10s cannot be read",
                                 version->id);
  g_ptr_array_add(self->parents, commit);
  return TRUE;
}

static gboolean check_branch(JoinOperation *self, GError **error)
{
  AdrefVersion head;
  self->branch = adref_commit_writer_branch(self->repo, error);
  if (!self->branch)
    return FALSE;
  if (read_head_id(self->repo, &head) && strcmp(head.id, self->options->ours.id) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "the branch moved meanwhile, so nothing was changed; try again");
  return FALSE;
}

static gboolean write_version(JoinOperation *self, GError **error)
{
  const AdrefJoinOptions *options = self->options;
  AdrefVersion tree_id;
  git_oid id;
  g_autoptr(git_tree) tree = NULL;
  if (!adref_repo_write_tree(self->repo, &options->ours, options->paths, options->new,
                             options->file_count, &tree_id, error))
    return FALSE;
  int status = git_oid_fromstr(&id, tree_id.id);
  if (status == 0)
    status = git_tree_lookup(&tree, self->repo->git, &id);
  if (status != 0)
    return adref_git_fail(error, status, "the version's tree cannot be read");
  return adref_commit_writer_find_people(&self->writer, options->message->author, error) &&
         adref_commit_writer_write(&self->writer, tree, (const git_commit **)self->parents->pdata,
                                   self->parents->len, &self->id, error);
}

/* The commit that the branch will have, and what the log of refs says of it. */
static gboolean find_target(JoinOperation *self, GError **error)
{
  static const AdrefRepoSaveOptions forward = {.subject = "fast-forward"};
  const AdrefJoinOptions *options = self->options;
  self->parents = g_ptr_array_new_with_free_func(commit_free);
  if (!adref_commit_writer_init(&self->writer, self->repo,
                                options->message ? options->message : &forward, error) ||
      !add_parent(self, &options->ours, error))
    return FALSE;
  for (guint i = 0; i < options->count; i++)
    if (!add_parent(self, &options->others[i], error))
      return FALSE;
  if (options->message)
    return write_version(self, error);
  self->id = *git_commit_id(self->parents->pdata[1]);
  return adref_commit_writer_find_people(&self->writer, NULL, error);
}

static gboolean write_work_folder(JoinOperation *self, AdrefGitIndex *index, GError **error)
{
  const AdrefJoinOptions *options = self->options;
  for (guint i = 0; i < options->file_count; i++)
    if (!check_file(self->repo, options->paths[i], &options->old[i], &options->new[i], error) ||
        !check_index(index, options->paths[i], &options->old[i], &options->new[i], error))
      return FALSE;
  for (guint i = 0; i < options->file_count; i++)
    if (!write_file(self->repo, options->paths[i], &options->new[i], error) ||
        !set_entry(self->repo, index, options->paths[i], &options->new[i], error))
      return FALSE;
  return adref_git_index_commit(index, error);
}

static gboolean move_branch(JoinOperation *self, GError **error)
{
  int status = adref_commit_writer_move(&self->writer, self->branch,
                                        git_commit_id(self->parents->pdata[0]), &self->id);
  return status == 0 ||
         adref_git_fail(error, status, "%s: the branch cannot be moved; nothing was changed",
                        self->branch);
}

/* While the index is locked. */
static gboolean apply(JoinOperation *self, GError **error)
{
  g_autoptr(AdrefGitIndex) index = adref_git_index_lock(self->repo, error);
  return index && adref_repo_check_state(self->repo, error) && check_branch(self, error) &&
         write_work_folder(self, index, error) && move_branch(self, error);
}

gboolean adref_join(AdrefRepo *repo, const AdrefJoinOptions *options, AdrefVersion *version,
                    GError **error)
{
  g_auto(JoinOperation) self = {.repo = repo, .options = options};
  AdrefVersion to;
  if (!adref_join_check(repo, options, error) || !find_target(&self, error))
    return FALSE;
  git_oid_tostr(to.id, sizeof to.id, &self.id);
  if (!adref_join_note_write(repo, options, &to, error))
    return FALSE;
  gboolean joined = apply(&self, error);
  if (!joined && !recover(repo))
    return FALSE;
  adref_join_note_remove(repo);
  if (joined)
    *version = to;
  return joined;
}
