#include "history/work_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"

enum {
  MIN_PAUSE = 1000, /* microseconds between two attempts; by chance, so that nobody always loses */
  MAX_PAUSE = 10000
};

struct AdrefWorkLock {
  int fd;
};

void adref_work_lock_free(AdrefWorkLock *lock)
{
  if (!lock)
    return;
  close(lock->fd);
  g_free(lock);
}

static gboolean fail(const char *path, GError **error)
{
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be locked: %s", path, g_strerror(errno));
  return FALSE;
}

/* Makes and opens the file of the lock; its folder must exist. */
static int open_lock(const char *path)
{
  return open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
}

AdrefWorkLock *adref_work_lock_try(AdrefRepo *repo)
{
  g_autofree char *folder = adref_repo_private_folder(repo);
  g_autofree char *path = g_build_filename(folder, "writer", NULL);
  int fd = open_lock(path);
  if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (fd >= 0)
      close(fd);
    return NULL;
  }
  AdrefWorkLock *lock = g_new(AdrefWorkLock, 1);
  lock->fd = fd;
  return lock;
}

/* Tries to get the lock for some microseconds. Refused, with a message, when another process still
 * has it then. */
static gboolean wait_for(int fd, const char *path, gint64 time, const char *message, GError **error)
{
  gint64 end = g_get_monotonic_time() + time;
  while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      return fail(path, error);
    if (g_get_monotonic_time() >= end) {
      adref_error(error, ADREF_ERROR_REFUSED, "%s", message);
      return FALSE;
    }
    g_usleep((gulong)g_random_int_range(MIN_PAUSE, MAX_PAUSE));
  }
  return TRUE;
}

static AdrefWorkLock *lock_file(AdrefRepo *repo, const char *name, gint64 time, const char *message,
                                GError **error)
{
  g_autofree char *folder = adref_repo_private_folder(repo);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  if (!adref_folder_make(folder, error))
    return NULL;
  int fd = open_lock(path);
  if (fd < 0) {
    fail(path, error);
    return NULL;
  }
  if (!wait_for(fd, path, time, message, error)) {
    close(fd);
    return NULL;
  }
  AdrefWorkLock *lock = g_new(AdrefWorkLock, 1);
  lock->fd = fd;
  return lock;
}

AdrefWorkLock *adref_work_lock_new(AdrefRepo *repo, GError **error)
{
  return lock_file(repo, "writer", ADREF_WORK_LOCK_WAIT,
                   "another adref is writing into this workspace; try again when it has ended",
                   error);
}

AdrefWorkLock *adref_work_lock_new_for_sync(AdrefRepo *repo, GError **error)
{
  return lock_file(repo, "sync", 0,
                   "another adref sync is running in this workspace; wait until it has ended",
                   error);
}
