#include "base/program_run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  FIRST_FREE = 5, /* 0 to 4 are the program's */
  CHUNK = 4096,
  FOLLOW_PAUSE = 100, /* milliseconds */
};

AdrefProgramRun adref_program_run_new(const GString *input)
{
  return (AdrefProgramRun){.input = input, .files = {-1, -1}};
}

void adref_program_run_clear(AdrefProgramRun *run)
{
  for (gsize i = 0; i < G_N_ELEMENTS(run->files); i++)
    if (run->files[i] >= 0)
      close(run->files[i]);
  g_free(run->output);
  g_free(run->errors);
}

int adref_memory_file_new(const char *text, gsize length)
{
  int low = memfd_create("adref", MFD_CLOEXEC);
  int file = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, FIRST_FREE);
  if (low >= 0)
    close(low);
  for (gsize done = 0; file >= 0 && done < length;) {
    ssize_t written = pwrite(file, text + done, length - done, (off_t)done);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      close(file);
      return -1;
    }
    done += (gsize)written;
  }
  return file;
}

/* The content of such a file as text; "" when there is no file. */
static char *read_memory_file(int file)
{
  g_autoptr(GString) text = g_string_new(NULL);
  char part[CHUNK];
  ssize_t got;
  while (file >= 0 && (got = pread(file, part, sizeof part, (off_t)text->len)) > 0)
    g_string_append_len(text, part, got);
  return g_utf8_make_valid(text->str, (gssize)text->len);
}

/* Hands over what stands in the file behind *done. */
static void follow_file(const AdrefProgramRun *run, int file, off_t *done)
{
  char part[CHUNK];
  ssize_t got;
  while ((got = pread(file, part, sizeof part, *done)) > 0) {
    *done += got;
    run->follow(run->data, part, (gsize)got);
  }
}

/* Follows the file until the process ends. */
static void follow_process(const AdrefProgramRun *run, GPid child, int file)
{
  struct pollfd process = {.fd = pidfd_open(child, 0), .events = POLLIN};
  off_t done = 0;
  if (process.fd < 0)
    waitid(P_PID, (id_t)child, &(siginfo_t){0}, WEXITED | WNOWAIT);
  while (process.fd >= 0 && poll(&process, 1, FOLLOW_PAUSE) <= 0)
    follow_file(run, file, &done);
  follow_file(run, file, &done);
  if (process.fd >= 0)
    close(process.fd);
}

static char **make_environment(const AdrefProgramRun *run)
{
  char **environment = g_environ_setenv(g_get_environ(), "LC_ALL", "C", TRUE);
  for (const char *const *name = run->unset; name && *name; name++)
    environment = g_environ_unsetenv(environment, *name);
  return environment;
}

/* Starts the program and waits for its end. */
static gboolean spawn_and_wait(AdrefProgramRun *run, const char *const *arguments,
                               const int files[3], GError **error)
{
  static const int targets[] = {3, 4};
  g_auto(GStrv) environment = make_environment(run);
  gsize count = run->files[0] < 0 ? 0 : run->files[1] < 0 ? 1 : 2;
  GPid child;
  if (!g_spawn_async_with_pipes_and_fds(NULL, arguments, (const char *const *)environment,
                                        G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                        files[0], files[1], files[2], run->files, targets, count,
                                        &child, NULL, NULL, NULL, error))
    return FALSE;
  if (run->follow && files[2] >= 0)
    follow_process(run, child, files[2]);
  int status = 0;
  pid_t ended;
  while ((ended = waitpid(child, &status, 0)) < 0 && errno == EINTR)
    continue;
  run->status = ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return TRUE;
}

gboolean adref_program_run(AdrefProgramRun *run, const char *const *arguments, GError **error)
{
  g_autoptr(GError) cause = NULL;
  const char *input = run->input ? run->input->str : "";
  int files[3] = {adref_memory_file_new(input, run->input ? run->input->len : 0),
                  adref_memory_file_new("", 0),
                  run->uses_terminal ? -1 : adref_memory_file_new("", 0)};
  gboolean done = FALSE;
  if (files[0] < 0 || files[1] < 0 || (files[2] < 0 && !run->uses_terminal))
    adref_error(error, ADREF_ERROR_SYSTEM, "no memory for the files of %s", arguments[0]);
  else if (!spawn_and_wait(run, arguments, files, &cause))
    adref_error(error, ADREF_ERROR_SYSTEM, "%s cannot be run: %s", arguments[0], cause->message);
  else
    done = TRUE;
  run->output = read_memory_file(files[1]);
  run->errors = read_memory_file(files[2]);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    if (files[i] >= 0)
      close(files[i]);
  return done;
}
