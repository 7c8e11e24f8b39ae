#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/command.h"
#include "view/json/json.h"

enum {
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
  g_autofree char *visible = adref_escape_controls(message, -1, TRUE);
  fprintf(stderr, "%s\n", visible);
}

gboolean adref_shows_progress(void)
{
  return isatty(STDERR_FILENO);
}

/* git speaks ASCII (LC_ALL=C). What is not comes from the server; a piece may end inside of a
 * letter, and U+009B is a control character, too. */
void adref_say_progress(gpointer data, const char *text, gsize length)
{
  (void)data;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_iscntrl(text[i]) || text[i] == '\r' || text[i] == '\n')
      fputc(text[i] & 0x80 ? '?' : text[i], stderr);
  fflush(stderr);
}

gboolean adref_on_terminal(void)
{
  return isatty(STDOUT_FILENO);
}

gboolean adref_in_color(const AdrefRun *run)
{
  if (run->color != ADREF_COLOR_AUTO)
    return run->color == ADREF_COLOR_ALWAYS;
  const char *plain = g_getenv("NO_COLOR"), *output = adref_run_value(run, "output");
  if (output && strcmp(output, "-") != 0)
    return FALSE;
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
  g_autofree char *visible = adref_escape_controls(question, -1, FALSE);
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

GBytes *adref_read_input(gpointer data, gsize limit, GError **error)
{
  (void)data;
  GString *text = g_string_new(NULL);
  char chunk[65536];
  for (size_t got; text->len <= limit && (got = fread(chunk, 1, sizeof chunk, stdin)) > 0;)
    g_string_append_len(text, chunk, (gssize)got);
  if (text->len > limit)
    adref_error(error, ADREF_ERROR_INPUT, "standard input: larger than %" G_GSIZE_FORMAT " bytes",
                limit);
  else if (adref_utf8_check(text->str, text->len, "standard input", error))
    return g_string_free_to_bytes(text);
  g_string_free(text, TRUE);
  return NULL;
}

void adref_put(AdrefRun *run, GString *text)
{
  g_string_append_len(run->out, text->str, (gssize)text->len);
  g_string_free(text, TRUE);
}

void adref_put_json(AdrefRun *run, struct json_t *json)
{
  adref_put(run, adref_json_text(json));
}
