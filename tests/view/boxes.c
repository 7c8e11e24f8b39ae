#include "boxes.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "suite.h"

char *witness(const GString *input, const char *const *command)
{
  GError *error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv(
      command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  ck_assert_no_error(error);
  g_autoptr(GBytes) bytes = g_bytes_new(input->str, input->len), out = NULL;
  ck_assert(g_subprocess_communicate(process, bytes, NULL, &out, NULL, &error));
  ck_assert(g_subprocess_get_successful(process));
  gsize length;
  const char *text = g_bytes_get_data(out, &length);
  return g_strndup(text, length);
}

char *letters_of(const char *text)
{
  g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
  GString *letters = g_string_new(NULL);
  for (const char *p = normal; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isgraph(c) && g_unichar_type(c) != G_UNICODE_FORMAT)
      g_string_append_unichar(letters, c);
  }
  return g_string_free(letters, FALSE);
}

void box_line_free(gpointer data)
{
  BoxLine *line = data;
  g_free(line->words);
  g_free(line);
}

/* The value of an attribute of an XHTML tag. */
static double value_of(const char **names, const char **values, const char *name)
{
  for (gsize i = 0; names[i]; i++)
    if (strcmp(names[i], name) == 0)
      return g_ascii_strtod(values[i], NULL);
  return 0;
}

typedef struct {
  GPtrArray *lines;
  GString *words;
  guint page;
  gboolean is_word;
} Reading;

static void start(GMarkupParseContext *context, const char *tag, const char **names,
                  const char **values, gpointer data, GError **error)
{
  (void)context;
  (void)error;
  Reading *reading = data;
  reading->page += strcmp(tag, "page") == 0;
  reading->is_word = strcmp(tag, "word") == 0;
  if (strcmp(tag, "line") != 0)
    return;
  BoxLine *line = g_new0(BoxLine, 1);
  double x = value_of(names, values, "xMin");
  line->page = reading->page;
  line->x = (int)lround(x);
  line->y = (int)lround(value_of(names, values, "yMin"));
  line->width = (int)lround(value_of(names, values, "xMax") - x);
  g_ptr_array_add(reading->lines, line);
  g_string_truncate(reading->words, 0);
}

static void end(GMarkupParseContext *context, const char *tag, gpointer data, GError **error)
{
  (void)context;
  (void)error;
  Reading *reading = data;
  reading->is_word = FALSE;
  if (strcmp(tag, "line") == 0)
    ((BoxLine *)reading->lines->pdata[reading->lines->len - 1])->words =
        g_strdup(reading->words->str);
}

static void text(GMarkupParseContext *context, const char *words, gsize length, gpointer data,
                 GError **error)
{
  (void)context;
  (void)error;
  Reading *reading = data;
  if (!reading->is_word)
    return;
  if (reading->words->len > 0)
    g_string_append_c(reading->words, ' ');
  g_string_append_len(reading->words, words, (gssize)length);
}

GPtrArray *boxes_of_pdf(const GString *pdf)
{
  static const char *const command[] = {"pdftotext", "-bbox-layout", "-", "-", NULL};
  static const GMarkupParser parser = {.start_element = start, .end_element = end, .text = text};
  g_autofree char *page = witness(pdf, command);
  const char *body = strstr(page, "<doc>"), *rest = strstr(page, "</doc>");
  ck_assert(body && rest);
  Reading reading = {.lines = g_ptr_array_new_with_free_func(box_line_free),
                     .words = g_string_new(NULL)};
  GError *error = NULL;
  GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &reading, NULL);
  g_markup_parse_context_parse(context, body, rest + strlen("</doc>") - body, &error);
  ck_assert_no_error(error);
  g_markup_parse_context_free(context);
  g_string_free(reading.words, TRUE);
  return reading.lines;
}

GString *boxes_text(const GPtrArray *lines)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < lines->len; i++) {
    const BoxLine *line = lines->pdata[i];
    g_string_append_printf(out, "%u %d %d %d %s\n", line->page, line->x, line->y, line->width,
                           line->words);
  }
  return out;
}

GPtrArray *boxes_read(const char *words)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func(box_line_free);
  g_auto(GStrv) rows = g_strsplit(words, "\n", -1);
  for (char **row = rows; *row && **row; row++) {
    g_auto(GStrv) parts = g_strsplit(*row, " ", 5);
    ck_assert_uint_eq(g_strv_length(parts), 5);
    BoxLine *line = g_new0(BoxLine, 1);
    line->page = (guint)g_ascii_strtoull(parts[0], NULL, 10);
    line->x = (int)g_ascii_strtoll(parts[1], NULL, 10);
    line->y = (int)g_ascii_strtoll(parts[2], NULL, 10);
    line->width = (int)g_ascii_strtoll(parts[3], NULL, 10);
    line->words = g_strdup(parts[4]);
    g_ptr_array_add(lines, line);
  }
  return lines;
}
