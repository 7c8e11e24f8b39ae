#include "history/git_index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "history/git.h"

enum {
  INDEX_LIMIT = 512 * 1024 * 1024,
  WAIT_FOR_GIT = 1 * G_USEC_PER_SEC,
  WAIT_FOR_ADREF = 10 * G_USEC_PER_SEC,
};

typedef enum {
  LOCK_ACQUIRED,
  LOCK_HELD_BY_ADREF,
  LOCK_HELD_BY_OTHER,
  LOCK_FAILED,
} LockAttempt;

static const char lock_marker[] = "adref\n";

struct AdrefGitIndex {
  char *path;
  char *lock;
  char *temporary_path; /* where the changed index is written before it replaces the other */
  int fd;               /* of the lock; -1 while not held */
  GBytes *original;
  gint64 written; /* when the index on disk was written, in seconds */
  git_index *git;
};

static AdrefGitIndex *new_index(AdrefRepo *repo)
{
  const char *folder = git_repository_path(repo->git);
  AdrefGitIndex *self = g_new0(AdrefGitIndex, 1);
  self->path = g_build_filename(folder, "index", NULL);
  self->lock = g_build_filename(folder, "index.lock", NULL);
  self->temporary_path = g_build_filename(folder, "index.adref", NULL);
  self->fd = -1;
  return self;
}

/* Also what a kill left of it. */
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
  if (self->fd >= 0) {
    remove_temporary(self);
    unlink(self->lock);
    close(self->fd);
  }
  git_index_free(self->git);
  g_clear_pointer(&self->original, g_bytes_unref);
  g_free(self->path);
  g_free(self->lock);
  g_free(self->temporary_path);
  g_free(self);
}

static gboolean is_same_file(int fd, const char *path)
{
  struct stat held, found;
  return fstat(fd, &held) == 0 && lstat(path, &found) == 0 && held.st_ino == found.st_ino &&
         held.st_dev == found.st_dev;
}

static gboolean has_marker(int fd)
{
  char text[sizeof lock_marker];
  return pread(fd, text, sizeof text, 0) == sizeof lock_marker - 1 &&
         memcmp(text, lock_marker, sizeof lock_marker - 1) == 0;
}

/* flock() ends with its process: a marked file on which it succeeds has lost its owner. */
static LockAttempt take_stale_lock(AdrefGitIndex *self)
{
  int fd = open(self->lock, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return errno == ENOENT ? LOCK_HELD_BY_ADREF : LOCK_HELD_BY_OTHER;
  LockAttempt attempt = has_marker(fd) ? LOCK_HELD_BY_ADREF : LOCK_HELD_BY_OTHER;
  if (attempt == LOCK_HELD_BY_ADREF && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
      is_same_file(fd, self->lock)) {
    self->fd = fd;
    return LOCK_ACQUIRED;
  }
  close(fd);
  return attempt;
}

/* A living git holds the lock of a ref for milliseconds. */
static void remove_stale_lock(const char *path)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return;
  g_usleep(WAIT_FOR_GIT);
  if (is_same_file(fd, path))
    unlink(path);
  close(fd);
}

static void remove_stale_locks_below(const char *folder, guint deeper)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_str_has_suffix(name, ".lock"))
      remove_stale_lock(path);
    else if (deeper > 0 && g_file_test(path, G_FILE_TEST_IS_DIR))
      remove_stale_locks_below(path, deeper - 1);
  }
}

/* Who is killed while moving a branch or setting a tag leaves that locked as well. */
static void remove_stale_ref_locks(AdrefRepo *repo)
{
  const char *branch = adref_repo_branch(repo), *common = git_repository_commondir(repo->git);
  g_autofree char *name = g_strconcat("refs/heads/", branch ? branch : "", ".lock", NULL);
  g_autofree char *path = g_build_filename(common, name, NULL);
  g_autofree char *tags = g_build_filename(common, "refs/tags", NULL);
  if (branch)
    remove_stale_lock(path);
  remove_stale_locks_below(tags, 3); /* signoff/STATEMENT/LABEL/PARTY */
}

/* Renames unless there is such a file already; errno is EEXIST then. */
static gboolean rename_new(const char *from, const char *to)
{
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  return errno == EINVAL && link(from, to) == 0 && unlink(from) == 0;
}

/* The lock appears with its mark in it and flock() on it, so that a kill leaves no lock of nobody.
 */
static LockAttempt make_lock(AdrefGitIndex *self)
{
  g_autofree char *name = g_strconcat(self->temporary_path, "-XXXXXX", NULL);
  int fd = g_mkstemp_full(name, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return LOCK_FAILED;
  flock(fd, LOCK_EX | LOCK_NB);
  if (write(fd, lock_marker, sizeof lock_marker - 1) == sizeof lock_marker - 1 &&
      rename_new(name, self->lock)) {
    self->fd = fd;
    return LOCK_ACQUIRED;
  }
  LockAttempt attempt = errno == EEXIST ? LOCK_HELD_BY_ADREF : LOCK_FAILED;
  unlink(name);
  close(fd);
  return attempt;
}

static LockAttempt try_lock(AdrefGitIndex *self, AdrefRepo *repo)
{
  if (!g_file_test(self->lock, G_FILE_TEST_EXISTS))
    return make_lock(self);
  LockAttempt attempt = take_stale_lock(self);
  if (attempt == LOCK_ACQUIRED)
    remove_stale_ref_locks(repo);
  return attempt;
}

static gboolean lock(AdrefGitIndex *self, AdrefRepo *repo, GError **error)
{
  static const gulong timeout[] = {[LOCK_HELD_BY_ADREF] = WAIT_FOR_ADREF,
                                   [LOCK_HELD_BY_OTHER] = WAIT_FOR_GIT,
                                   [LOCK_FAILED] = 0};
  gulong waited[G_N_ELEMENTS(timeout)] = {0};
  LockAttempt attempt;
  while ((attempt = try_lock(self, repo)) != LOCK_ACQUIRED && waited[attempt] < timeout[attempt]) {
    gulong pause = (gulong)g_random_int_range(2000, 20000);
    waited[attempt] += pause;
    g_usleep(pause);
  }
  if (attempt == LOCK_FAILED)
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", self->lock,
                g_strerror(errno));
  else if (attempt != LOCK_ACQUIRED)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: another program is changing the repository; nothing was saved. Wait for it "
                "and try again; if none is running, remove this file",
                self->lock);
  return attempt == LOCK_ACQUIRED;
}

static gboolean write_bytes(const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  return g_file_set_contents(path, text ? text : "", (gssize)length, error);
}

/* libgit2 cannot read a split or a sparse index. */
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

/* Reads the index into a copy of its own: libgit2 locks what it writes, and the index is locked. */
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
              "the index has conflicts; settle them (`git status` lists them), then `git add` the "
              "files");
  return FALSE;
}

AdrefGitIndex *adref_git_index_lock(AdrefRepo *repo, GError **error)
{
  g_autoptr(AdrefGitIndex) self = new_index(repo);
  return lock(self, repo, error) && load(self, error) ? g_steal_pointer(&self) : NULL;
}

void adref_git_index_recover(AdrefRepo *repo)
{
  g_autoptr(AdrefGitIndex) self = new_index(repo);
  if (take_stale_lock(self) == LOCK_ACQUIRED)
    remove_stale_ref_locks(repo);
}

gboolean adref_git_index_set(AdrefGitIndex *self, const char *path, const git_oid *id,
                             const struct stat *status, GError **error)
{
  int result;
  if (status) {
    git_index_entry entry = {
        .ctime = {(gint32)status->st_ctim.tv_sec, (guint32)status->st_ctim.tv_nsec},
        .mtime = {(gint32)status->st_mtim.tv_sec, (guint32)status->st_mtim.tv_nsec},
        .dev = (guint32)status->st_dev,
        .ino = (guint32)status->st_ino,
        .mode = GIT_FILEMODE_BLOB,
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

/* A file that changed in the second in which the index was written may have changed again, unseen:
 * git compares its content as long as the index is not newer, or when its size is set to 0. */
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
