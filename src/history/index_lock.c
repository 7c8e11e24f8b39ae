#include "history/index_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "history/git.h"

/* The result of one attempt to get the lock. */
typedef enum {
  LOCK_ACQUIRED,
  LOCK_HELD_BY_ADREF,
  LOCK_HELD_BY_OTHER,
  LOCK_FAILED,
} LockAttempt;

/* The content of a lock of adref. git writes its new index into the lock; a git that has only begun
 * has an empty one. */
static const char lock_marker[] = "adref\n";

struct AdrefIndexLock {
  char *path; /* of index.lock */
  int fd;     /* of the file at `path`; -1 while the lock is not held */
};

static AdrefIndexLock *new_lock(AdrefRepo *repo)
{
  AdrefIndexLock *self = g_new0(AdrefIndexLock, 1);
  self->path = g_build_filename(git_repository_path(repo->git), "index.lock", NULL);
  self->fd = -1;
  return self;
}

void adref_index_lock_free(AdrefIndexLock *self)
{
  if (!self)
    return;
  if (self->fd >= 0) {
    unlink(self->path);
    close(self->fd);
  }
  g_free(self->path);
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

/* Gets flock() on a lock of adref whose process has ended (step 3 of the protocol). */
static LockAttempt take_stale_lock(AdrefIndexLock *self)
{
  int fd = open(self->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return errno == ENOENT ? LOCK_HELD_BY_ADREF : LOCK_HELD_BY_OTHER;
  LockAttempt attempt = has_marker(fd) ? LOCK_HELD_BY_ADREF : LOCK_HELD_BY_OTHER;
  if (attempt == LOCK_HELD_BY_ADREF && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
      is_same_file(fd, self->path)) {
    self->fd = fd;
    return LOCK_ACQUIRED;
  }
  close(fd);
  return attempt;
}

/* Removes the lock of a ref when it is still the same file after the wait (step 4). */
static void remove_stale_lock(const char *path)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return;
  g_usleep(ADREF_INDEX_LOCK_WAIT_FOR_GIT);
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

/* Those of refs, and that of the configuration. */
static void remove_stale_locks(AdrefRepo *repo)
{
  const char *branch = adref_repo_branch(repo), *common = git_repository_commondir(repo->git);
  g_autofree char *name = g_strconcat("refs/heads/", branch ? branch : "", ".lock", NULL);
  g_autofree char *path = g_build_filename(common, name, NULL);
  g_autofree char *tags = g_build_filename(common, "refs/tags", NULL);
  g_autofree char *config = g_build_filename(common, "config.lock", NULL);
  remove_stale_lock(config);
  if (branch)
    remove_stale_lock(path);
  remove_stale_locks_below(tags, ADREF_INDEX_LOCK_TAG_DEPTH);
}

/* Renames without replacing: where `to` exists, fails with EEXIST in errno. A file system that
 * cannot do so (EINVAL) gets a hard link instead. */
static gboolean rename_new(const char *from, const char *to)
{
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  return errno == EINVAL && link(from, to) == 0 && unlink(from) == 0;
}

/* Creates the lock under another name, then renames it (step 1). */
static LockAttempt make_lock(AdrefIndexLock *self)
{
  g_autofree char *folder = g_path_get_dirname(self->path);
  g_autofree char *name = g_build_filename(folder, "index.adref-XXXXXX", NULL);
  int fd = g_mkstemp_full(name, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return LOCK_FAILED;
  flock(fd, LOCK_EX | LOCK_NB);
  if (write(fd, lock_marker, sizeof lock_marker - 1) == sizeof lock_marker - 1 &&
      rename_new(name, self->path)) {
    self->fd = fd;
    return LOCK_ACQUIRED;
  }
  LockAttempt attempt = errno == EEXIST ? LOCK_HELD_BY_ADREF : LOCK_FAILED;
  unlink(name);
  close(fd);
  return attempt;
}

static LockAttempt take_over(AdrefIndexLock *self, AdrefRepo *repo)
{
  LockAttempt attempt = take_stale_lock(self);
  if (attempt == LOCK_ACQUIRED)
    remove_stale_locks(repo);
  return attempt;
}

static LockAttempt try_lock(AdrefIndexLock *self, AdrefRepo *repo)
{
  return g_file_test(self->path, G_FILE_TEST_EXISTS) ? take_over(self, repo) : make_lock(self);
}

static gboolean wait_for_lock(AdrefIndexLock *self, AdrefRepo *repo, GError **error)
{
  static const gulong timeout[] = {[LOCK_HELD_BY_ADREF] = ADREF_INDEX_LOCK_WAIT_FOR_ADREF,
                                   [LOCK_HELD_BY_OTHER] = ADREF_INDEX_LOCK_WAIT_FOR_GIT,
                                   [LOCK_FAILED] = 0};
  gulong waited[G_N_ELEMENTS(timeout)] = {0};
  LockAttempt attempt;
  while ((attempt = try_lock(self, repo)) != LOCK_ACQUIRED && waited[attempt] < timeout[attempt]) {
    gulong pause = (gulong)g_random_int_range(2000, 20000);
    waited[attempt] += pause;
    g_usleep(pause);
  }
  if (attempt == LOCK_FAILED)
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", self->path,
                g_strerror(errno));
  else if (attempt != LOCK_ACQUIRED)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: another program is changing the repository; nothing was saved. Wait for it "
                "and try again; if none is running, remove this file",
                self->path);
  return attempt == LOCK_ACQUIRED;
}

AdrefIndexLock *adref_index_lock_new(AdrefRepo *repo, GError **error)
{
  g_autoptr(AdrefIndexLock) self = new_lock(repo);
  return wait_for_lock(self, repo, error) ? g_steal_pointer(&self) : NULL;
}

AdrefIndexLock *adref_index_lock_take_over(AdrefRepo *repo)
{
  g_autoptr(AdrefIndexLock) self = new_lock(repo);
  return take_over(self, repo) == LOCK_ACQUIRED ? g_steal_pointer(&self) : NULL;
}
