/* Loaded before the C library (LD_PRELOAD): the call numbered FAULT_AT among those that change the
 * disk fails with the error number FAULT_ERRNO, or with "kill" ends the process, and the file
 * FAULT_MARK is made to say so. Calls on standard output and standard error do not count. With
 * FAULT_UNDER the calls are instead those that open a file below this folder, or one with a
 * relative path, for reading; but not git's refs, since libgit2 takes one that cannot be read for
 * none. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int is_counted(void)
{
  static long calls;
  const char *at = getenv("FAULT_AT"), *number = getenv("FAULT_ERRNO"),
             *mark = getenv("FAULT_MARK");
  if (!at || !number || !mark || __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) != atol(at))
    return 0;
  syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT, 0600));
  if (strcmp(number, "kill") == 0)
    raise(SIGKILL);
  errno = atoi(number);
  return 1;
}

static int is_now(void)
{
  return !getenv("FAULT_UNDER") && is_counted();
}

static int is_now_for_reading(const char *path)
{
  const char *under = getenv("FAULT_UNDER");
  return under && (*path != '/' || strncmp(path, under, strlen(under)) == 0) &&
         !strstr(path, "/refs/") && is_counted();
}

ssize_t write(int fd, const void *bytes, size_t length)
{
  return fd > STDERR_FILENO && is_now() ? -1 : syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
  return is_now() ? -1 : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
  return is_now() ? -1 : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

static int open_at(int folder, const char *path, int flags, mode_t mode)
{
  int writes = flags & (O_WRONLY | O_RDWR | O_CREAT);
  if (writes ? is_now() : is_now_for_reading(path))
    return -1;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

static mode_t mode_of(int flags, va_list args)
{
  return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(args, mode_t) : 0;
}

#define OPEN(name)                                                                                 \
  int name(const char *path, int flags, ...)                                                       \
  {                                                                                                \
    va_list args;                                                                                  \
    va_start(args, flags);                                                                         \
    mode_t mode = mode_of(flags, args);                                                            \
    va_end(args);                                                                                  \
    return open_at(AT_FDCWD, path, flags, mode);                                                   \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                               \
  int name(int folder, const char *path, int flags, ...)                                           \
  {                                                                                                \
    va_list args;                                                                                  \
    va_start(args, flags);                                                                         \
    mode_t mode = mode_of(flags, args);                                                            \
    va_end(args);                                                                                  \
    return open_at(folder, path, flags, mode);                                                     \
  }
OPENAT(openat)
OPENAT(openat64)

int creat(const char *path, mode_t mode)
{
  return open_at(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int creat64(const char *path, mode_t mode)
{
  return creat(path, mode);
}

int fsync(int fd)
{
  return is_now() ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
  return is_now() ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int ftruncate(int fd, off_t length)
{
  return is_now() ? -1 : (int)syscall(SYS_ftruncate, fd, length);
}

int rename(const char *from, const char *to)
{
  return is_now() ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned int flags)
{
  return is_now() ? -1 : (int)syscall(SYS_renameat2, folder, from, other, to, flags);
}

int link(const char *from, const char *to)
{
  return is_now() ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
  return is_now() ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rmdir(const char *path)
{
  return is_now() ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdir(const char *path, mode_t mode)
{
  return is_now() ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int chmod(const char *path, mode_t mode)
{
  return is_now() ? -1 : (int)syscall(SYS_fchmodat, AT_FDCWD, path, mode);
}

int fchmod(int fd, mode_t mode)
{
  return is_now() ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}
