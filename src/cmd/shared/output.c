#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/command.h"

enum {
  FLUSH_BYTES = 16 * 1024, /* bytes from which a write is worth its cost */
  MAX_RESEND_BYTES =
      1024 * 1024, /* bytes that are kept to write them again where there is no pager */
  NOT_FOUND = 127  /* the shell's status when there is no such program */
};

struct AdrefPager {
  GPid child;
  int to;        /* -1: the person has left it */
  GString *sent; /* all that was sent; NULL when that is more than MAX_RESEND_BYTES */
};

static gboolean write_all(int fd, const char *text, gsize length, GError **error)
{
  while (length > 0) {
    ssize_t written = write(fd, text, length);
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0) {
      adref_error(error, ADREF_ERROR_SYSTEM, "the result cannot be written: %s", g_strerror(errno));
      return FALSE;
    }
    text += written;
    length -= (gsize)written;
  }
  return TRUE;
}

static gboolean write_out(AdrefRun *run, GError **error)
{
  gboolean done = write_all(STDOUT_FILENO, run->out->str, run->out->len, error);
  g_string_truncate(run->out, 0);
  return done;
}

static gboolean is_longer_than_screen(const GString *text)
{
  struct winsize size;
  if (!adref_on_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0)
    return FALSE;
  guint lines = 0;
  for (const char *p = text->str; *p; p++)
    lines += *p == '\n';
  return lines + 1 >= size.ws_row;
}

/* ADREF_PAGER, PAGER, less; as git does, less quits when all fits and keeps colours. */
static void start_pager(AdrefRun *run)
{
  const char *pager = g_getenv("ADREF_PAGER");
  if (!pager || !*pager)
    pager = g_getenv("PAGER");
  if (!pager || !*pager)
    pager = "less";
  run->use_pager = strcmp(pager, "cat") != 0;
  if (!run->use_pager)
    return;
  g_setenv("LESS", "FRX", FALSE);
  const char *argv[] = {"/bin/sh", "-c", pager, NULL};
  GPid child;
  int to_child;
  run->use_pager =
      g_spawn_async_with_pipes(NULL, (char **)(guintptr)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                               NULL, &child, &to_child, NULL, NULL, NULL);
  if (!run->use_pager)
    return;
  signal(SIGINT, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  run->pager = g_new0(struct AdrefPager, 1);
  run->pager->child = child;
  run->pager->to = to_child;
  run->pager->sent = g_string_new(NULL);
}

static void send_to_pager(AdrefRun *run)
{
  struct AdrefPager *pager = run->pager;
  if (pager->sent && pager->sent->len + run->out->len <= MAX_RESEND_BYTES)
    g_string_append_len(pager->sent, run->out->str, (gssize)run->out->len);
  else if (pager->sent)
    g_string_free(g_steal_pointer(&pager->sent), TRUE);
  if (pager->to >= 0 && !write_all(pager->to, run->out->str, run->out->len, NULL)) {
    close(pager->to);
    pager->to = -1;
  }
  g_string_truncate(run->out, 0);
}

/* Waits until the pager has ended. Where there is no such program, `out` gets back what was sent.
 */
static void end_pager(AdrefRun *run)
{
  struct AdrefPager *pager = g_steal_pointer(&run->pager);
  if (pager->to >= 0)
    close(pager->to);
  int status = 0;
  while (waitpid(pager->child, &status, 0) < 0 && errno == EINTR)
    continue;
  g_spawn_close_pid(pager->child);
  if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND && pager->sent) {
    g_string_prepend_len(run->out, pager->sent->str, (gssize)pager->sent->len);
    run->use_pager = FALSE;
  }
  if (pager->sent)
    g_string_free(pager->sent, TRUE);
  g_free(pager);
}

gboolean adref_run_flush(AdrefRun *run, gboolean *wanted, GError **error)
{
  run->use_pager =
      run->use_pager && (run->pager || adref_on_terminal()); /* asked for each entry of a log */
  gboolean first = run->use_pager && !run->pager && is_longer_than_screen(run->out);
  *wanted = TRUE;
  if (first)
    start_pager(run);
  if (run->pager && (first || run->out->len >= FLUSH_BYTES)) {
    send_to_pager(run);
    if (run->pager->to < 0) {
      end_pager(run);
      *wanted = !run->use_pager;
    }
  }
  gboolean plain = !run->pager && *wanted && !(run->use_pager && adref_on_terminal());
  return !plain || run->out->len < FLUSH_BYTES || write_out(run, error);
}

static void escape_source(AdrefRun *run)
{
  char *visible = adref_escape_controls(run->out->str, (gssize)run->out->len, TRUE);
  g_string_free(run->out, TRUE);
  run->out = g_string_new(visible);
  g_free(visible);
}

gboolean adref_run_finish(AdrefRun *run, GError **error)
{
  if (run->is_source && adref_on_terminal())
    escape_source(run);
  if (run->use_pager && !run->pager && is_longer_than_screen(run->out))
    start_pager(run);
  if (run->pager) {
    send_to_pager(run);
    end_pager(run);
  }
  return write_out(run, error);
}

void adref_run_stop(AdrefRun *run)
{
  if (run->pager)
    end_pager(run);
}

gboolean adref_run_write_result(AdrefRun *run, GString **made, GError **error)
{
  const char *output = adref_run_value(run, "output");
  if (output && strcmp(output, "-") != 0) {
    g_autofree char *path = g_canonicalize_filename(output, run->folder);
    return adref_file_write(path, (*made)->str, (*made)->len, error);
  }
  if (run->out->len > 0) {
    g_string_append_len(run->out, (*made)->str, (gssize)(*made)->len);
    return TRUE;
  }
  GString *empty = run->out;
  run->out = *made;
  *made = empty;
  return TRUE;
}
