#include "history/git_index.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "history/git.h"
#include "history/index_lock.h"

enum {
  INDEX_LIMIT = 512 * 1024 * 1024
};

struct AdrefGitIndex {
  AdrefIndexLock *lock; /* NULL: not locked */
  char *path;
  char *temporary_path; /* of the changed index, until it replaces the one at `path` */
  GBytes *original;     /* the index when it was locked; NULL: there was none */
  gint64 written;       /* when the index on disk was written, in seconds */
  git_index *git;
};

static AdrefGitIndex *new_index(AdrefRepo *repo)
{
  const char *folder = git_repository_path(repo->git);
  AdrefGitIndex *self = g_new0(AdrefGitIndex, 1);
  self->path = g_build_filename(folder, "index", NULL);
  self->temporary_path = g_build_filename(folder, "index.adref", NULL);
  return self;
}

/* Removes the temporary index and libgit2's lock on it, also those that a killed adref left. */
static void remove_temporary(const AdrefGitIndex *self)
{
  g_autofree char *lock = g_strconcat(self->temporary_path, ".lock", NULL);
  unlink(lock);
  unlink(self->temporary_path);
}

void adref_git_index_free(AdrefGitIndex *self)
{
  if (!self)
    return;
  if (self->lock)
    remove_temporary(self);
  adref_index_lock_free(self->lock);
  git_index_free(self->git);
  g_clear_pointer(&self->original, g_bytes_unref);
  g_free(self->path);
  g_free(self->temporary_path);
  g_free(self);
}

static gboolean write_bytes(const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = adref_bytes_start(bytes, &length);
  return g_file_set_contents(path, text, (gssize)length, error);
}

/* The message for a split or a sparse index, which libgit2 cannot read, says how to end that. */
static gboolean fail_load(const AdrefGitIndex *self, int status, GError **error)
{
  const git_error *last = git_error_last();
  gboolean known = last && last->message && strstr(last->message, "mandatory extension");
  return adref_git_fail(error, status,
                        known ? "%s: run `git update-index --no-split-index` and `git "
                                "sparse-checkout disable`; the index cannot be read"
                              : "%s: the index cannot be read",
                        self->path);
}

/* Copies the index and opens the copy: libgit2 locks the file that it writes, and index.lock exists
 * already. */
static gboolean load(AdrefGitIndex *self, GError **error)
{
  struct stat status;
  remove_temporary(self);
  if (stat(self->path, &status) == 0) {
    self->written = status.st_mtime;
    self->original = adref_file_read(self->path, self->path, INDEX_LIMIT, error);
    if (!self->original || !write_bytes(self->temporary_path, self->original, error))
      return FALSE;
  }
  int result = git_index_open(&self->git, self->temporary_path);
  if (result == 0)
    result = git_index_read(self->git, TRUE);
  if (result != 0)
    return fail_load(self, result, error);
  if (!git_index_has_conflicts(self->git))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "the index has conflicts; resolve them (`git status` lists them), then `git add` the "
              "files");
  return FALSE;
}

AdrefGitIndex *adref_git_index_lock(AdrefRepo *repo, GError **error)
{
  g_autoptr(AdrefGitIndex) self = new_index(repo);
  self->lock = adref_index_lock_new(repo, error);
  return self->lock && load(self, error) ? g_steal_pointer(&self) : NULL;
}

void adref_git_index_recover(AdrefRepo *repo)
{
  g_autoptr(AdrefGitIndex) self = new_index(repo);
  self->lock = adref_index_lock_take_over(repo);
}

const git_oid *adref_git_index_get(const AdrefGitIndex *self, const char *path)
{
  const git_index_entry *entry = git_index_get_bypath(self->git, path, 0);
  return entry ? &entry->id : NULL;
}

gboolean adref_git_index_set(AdrefGitIndex *self, const char *path, const git_oid *id, guint mode,
                             const struct stat *status, GError **error)
{
  int result;
  if (status) {
    git_index_entry entry = {
        .ctime = {(gint32)status->st_ctim.tv_sec, (guint32)status->st_ctim.tv_nsec},
        .mtime = {(gint32)status->st_mtim.tv_sec, (guint32)status->st_mtim.tv_nsec},
        .dev = (guint32)status->st_dev,
        .ino = (guint32)status->st_ino,
        .mode = mode,
        .uid = status->st_uid,
        .gid = status->st_gid,
        .file_size = (guint32)status->st_size,
        .id = *id,
        .path = path,
    };
    result = git_index_add(self->git, &entry);
  } else {
    result = git_index_remove(self->git, path, 0);
    if (result == GIT_ENOTFOUND)
      result = 0;
  }
  return result == 0 || adref_git_fail(error, result, "%s: cannot be put into the index", path);
}

/* git trusts an entry with the size and time of its file, unless the file changed in the second in
 * which the index was written ("racily clean"): then it compares contents. The new index is written
 * later, so such entries get the size 0, which makes git compare contents too. */
static gboolean mark_racy_entries(AdrefGitIndex *self, GError **error)
{
  for (gsize i = 0; i < git_index_entrycount(self->git); i++) {
    const git_index_entry *entry = git_index_get_byindex(self->git, i);
    if (entry->mtime.seconds < self->written || entry->file_size == 0)
      continue;
    git_index_entry copy = *entry;
    copy.file_size = 0;
    int result = git_index_add(self->git, &copy);
    if (result != 0)
      return adref_git_fail(error, result, "%s: cannot be put into the index", entry->path);
  }
  return TRUE;
}

gboolean adref_git_index_commit(AdrefGitIndex *self, GError **error)
{
  if (!mark_racy_entries(self, error))
    return FALSE;
  int result = git_index_write(self->git);
  if (result != 0)
    return adref_git_fail(error, result, "%s: cannot be written", self->temporary_path);
  if (g_rename(self->temporary_path, self->path) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", self->path,
              g_strerror(errno));
  return FALSE;
}

void adref_git_index_restore(AdrefGitIndex *self)
{
  if (self->original)
    write_bytes(self->path, self->original, NULL);
  else
    unlink(self->path);
}
