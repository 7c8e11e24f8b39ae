#include "cli/transcript.h"

#include <stdlib.h>
#include <string.h>

static void step_free(gpointer data)
{
  Step *step = data;
  g_free(step->command);
  g_strfreev(step->expected);
  g_free(step);
}

void transcript_free(Transcript *transcript)
{
  if (!transcript)
    return;
  g_free(transcript->path);
  g_strfreev(transcript->lines);
  g_ptr_array_unref(transcript->steps);
  g_free(transcript);
}

/* The lines from `start` to `end`, without empty ones at the end. */
static char **copy_lines(char *const *lines, guint start, guint end)
{
  while (end > start && *lines[end - 1] == '\0')
    end--;
  GPtrArray *copy = g_ptr_array_new();
  for (guint i = start; i < end; i++)
    g_ptr_array_add(copy, g_strdup(lines[i]));
  g_ptr_array_add(copy, NULL);
  return (char **)g_ptr_array_free(copy, FALSE);
}

static guint read_step(Transcript *transcript, guint at, const char *fence)
{
  char *const *lines = transcript->lines;
  Step *step = g_new0(Step, 1);
  GString *command = g_string_new(lines[at] + 2);
  step->start = at++;
  for (; lines[at] && (g_str_has_prefix(lines[at], "> ") || strcmp(lines[at], ">") == 0); at++)
    g_string_append_printf(command, "\n%s", lines[at] + (lines[at][1] ? 2 : 1));
  step->command = g_string_free(command, FALSE);
  step->output = at;
  guint end = 0;
  for (; lines[at] && !g_str_has_prefix(lines[at], "$ ") && strcmp(lines[at], fence) != 0; at++) {
    if (!g_str_has_prefix(lines[at], "? "))
      continue;
    step->status = atoi(lines[at] + 2);
    end = at;
  }
  step->end = at;
  step->expected = copy_lines(lines, step->output, end ? end : at);
  g_ptr_array_add(transcript->steps, step);
  return at;
}

static guint read_block(Transcript *transcript, guint at)
{
  g_autofree char *fence = g_strdup(transcript->lines[at++]);
  fence[strspn(fence, "`")] = '\0';
  while (transcript->lines[at] && strcmp(transcript->lines[at], fence) != 0)
    at = g_str_has_prefix(transcript->lines[at], "$ ") ? read_step(transcript, at, fence) : at + 1;
  return at;
}

static gboolean is_block(const char *line)
{
  gsize ticks = strspn(line, "`");
  return ticks >= 3 && strcmp(line + ticks, "console") == 0;
}

Transcript *transcript_read(const char *path)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return NULL;
  Transcript *transcript = g_new0(Transcript, 1);
  transcript->path = g_strdup(path);
  transcript->lines = g_strsplit(text, "\n", -1);
  transcript->steps = g_ptr_array_new_with_free_func(step_free);
  for (guint i = 0; transcript->lines[i]; i++) {
    if (is_block(transcript->lines[i]))
      i = read_block(transcript, i);
    if (!transcript->lines[i])
      break;
  }
  return transcript;
}

Result *result_new(const char *printed, int status)
{
  g_auto(GStrv) lines = g_strsplit(printed, "\n", -1);
  Result *result = g_new0(Result, 1);
  result->printed = copy_lines(lines, 0, g_strv_length(lines));
  result->status = status;
  return result;
}

void result_free(Result *result)
{
  g_strfreev(result->printed);
  g_free(result);
}

static gboolean line_matches(const char *expected, const char *line)
{
  if (strcmp(expected, line) == 0)
    return TRUE;
  if (!strchr(expected, '<'))
    return FALSE;
  g_autofree char *quoted = g_regex_escape_string(expected, -1);
  g_autoptr(GString) pattern = g_string_new(quoted);
  g_string_replace(pattern, "<id>", "(?:[0-9a-f]{40}|[0-9a-f]{7,8})", 0);
  g_string_replace(pattern, "<any>", ".+", 0);
  g_string_prepend(pattern, "\\A");
  g_string_append(pattern, "\\z");
  return g_regex_match_simple(pattern->str, line, G_REGEX_RAW, 0);
}

static gboolean lines_match(char *const *expected, char *const *lines)
{
  char *const *retry_expected = NULL, *const *retry_lines = NULL;
  while (*lines) {
    if (*expected && strcmp(*expected, "...") == 0) {
      retry_expected = ++expected;
      retry_lines = lines;
    } else if (*expected && line_matches(*expected, *lines)) {
      expected++;
      lines++;
    } else if (retry_expected) {
      expected = retry_expected;
      lines = ++retry_lines;
    } else {
      return FALSE;
    }
  }
  while (*expected && strcmp(*expected, "...") == 0)
    expected++;
  return !*expected;
}

gboolean step_matches(const Step *step, const Result *result)
{
  return step->status == result->status && lines_match(step->expected, result->printed);
}

static void append_lines(GString *out, const char *mark, char *const *lines, int status)
{
  for (; *lines; lines++)
    g_string_append_printf(out, "%s%s\n", mark, *lines);
  if (status != 0)
    g_string_append_printf(out, "%s? %d\n", mark, status);
}

void step_report(const Transcript *transcript, const Step *step, const Result *result, GString *out)
{
  g_string_append_printf(out, "%s:%u: $ %s\n", transcript->path, step->start + 1, step->command);
  append_lines(out, "-", step->expected, step->status);
  append_lines(out, "+", result->printed, result->status);
}

static void append_result(GString *out, const Result *result)
{
  g_autoptr(GRegex) id = g_regex_new(
      "\\b(?:[0-9a-f]{40}|(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8})\\b", G_REGEX_RAW, 0, NULL);
  g_autoptr(GString) text = g_string_new(NULL);
  append_lines(text, "", result->printed, result->status);
  g_autofree char *named =
      g_regex_replace_literal(id, text->str, (gssize)text->len, 0, "<id>", 0, NULL);
  g_string_append(out, named);
}

void transcript_update(const Transcript *transcript, const GPtrArray *results)
{
  g_autoptr(GString) out = g_string_new(NULL);
  guint at = 0;
  for (guint i = 0; i < results->len; i++) {
    const Step *step = transcript->steps->pdata[i];
    if (step_matches(step, results->pdata[i]))
      continue;
    for (; at < step->output; at++)
      g_string_append_printf(out, "%s\n", transcript->lines[at]);
    append_result(out, results->pdata[i]);
    for (at = step->end; at > step->output && *transcript->lines[at - 1] == '\0'; at--)
      continue;
  }
  for (; transcript->lines[at]; at++)
    g_string_append_printf(out, "%s%s", transcript->lines[at],
                           transcript->lines[at + 1] ? "\n" : "");
  g_file_set_contents(transcript->path, out->str, (gssize)out->len, NULL);
}
