#include <errno.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/command.h"

enum {
  MAX_SAID = 20,
  MIN_WIDTH = 40,
  MAX_WIDTH = 100,
  MAX_WINDOW = 400
};

void adref_say(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  g_autofree char *visible = adref_visible(message, -1, TRUE);
  fprintf(stderr, "%s\n", visible);
}

void adref_say_problems(const char *file, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len && i < MAX_SAID; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    adref_say("%s:%u:%u: %s: %s", file, problem->line, problem->column,
              problem->serious ? "error" : "warning", problem->message);
  }
  if (problems->len > MAX_SAID)
    adref_say("%s: and %u more like these", file, problems->len - MAX_SAID);
}

gboolean adref_on_terminal(void)
{
  return isatty(STDOUT_FILENO);
}

gboolean adref_in_color(const AdrefRun *run)
{
  if (run->color != ADREF_COLOR_AUTO)
    return run->color == ADREF_COLOR_ALWAYS;
  const char *plain = g_getenv("NO_COLOR");
  return adref_on_terminal() && !(plain && *plain) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

static gboolean window(struct winsize *size)
{
  return adref_on_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, size) == 0 && size->ws_col > 0;
}

guint adref_width(void)
{
  struct winsize size;
  return window(&size) ? CLAMP(size.ws_col, MIN_WIDTH, MAX_WIDTH) : 80;
}

guint adref_window_width(void)
{
  struct winsize size;
  if (window(&size))
    return CLAMP(size.ws_col, MIN_WIDTH, MAX_WINDOW);
  const char *columns = g_getenv("COLUMNS");
  guint64 number = columns ? g_ascii_strtoull(columns, NULL, 10) : 0;
  return number > 0 ? (guint)CLAMP(number, MIN_WIDTH, MAX_WINDOW) : 80;
}

gboolean adref_can_ask(void)
{
  return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

char *adref_ask(const char *question)
{
  g_autofree char *visible = adref_visible(question, -1, FALSE);
  fprintf(stderr, "%s ", visible);
  char *line = NULL;
  size_t room = 0;
  ssize_t length = getline(&line, &room, stdin);
  if (length < 0)
    fputc('\n', stderr);
  char *answer = length < 0 ? NULL : g_strstrip(g_strdup(line));
  free(line);
  return answer;
}

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

static gboolean is_longer_than_screen(const GString *text)
{
  struct winsize size;
  if (!window(&size) || size.ws_row == 0)
    return FALSE;
  guint lines = 0;
  for (const char *p = text->str; *p; p++)
    lines += *p == '\n';
  return lines + 1 >= size.ws_row;
}

/* ADREF_PAGER, PAGER, less; as git does, less quits when all fits and keeps colours. */
static gboolean write_to_pager(const GString *text)
{
  const char *pager = g_getenv("ADREF_PAGER");
  if (!pager || !*pager)
    pager = g_getenv("PAGER");
  if (!pager || !*pager)
    pager = "less";
  if (strcmp(pager, "cat") == 0)
    return FALSE;
  g_setenv("LESS", "FRX", FALSE);
  const char *argv[] = {"/bin/sh", "-c", pager, NULL};
  GPid child;
  int to_child;
  if (!g_spawn_async_with_pipes(NULL, (char **)(guintptr)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                                NULL, NULL, &child, &to_child, NULL, NULL, NULL))
    return FALSE;
  signal(SIGINT, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  write_all(to_child, text->str, text->len, NULL);
  close(to_child);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  g_spawn_close_pid(child);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

gboolean adref_run_finish(AdrefRun *run, GError **error)
{
  if (run->page && is_longer_than_screen(run->out) && write_to_pager(run->out))
    return TRUE;
  return write_all(STDOUT_FILENO, run->out->str, run->out->len, error);
}

void adref_put_json(AdrefRun *run, struct json_t *json)
{
  char *text = json_dumps(json, JSON_INDENT(2));
  g_string_append(run->out, text);
  g_string_append_c(run->out, '\n');
  free(text);
  json_decref(json);
}
