#include "view/json/json_writer.h"

#include <stdlib.h>
#include <string.h>

#include "base/string_append.h"

void adref_json_writer_init(AdrefJsonWriter *self)
{
  *self = (AdrefJsonWriter){.text = g_string_new(NULL), .open = g_string_new(NULL)};
}

GString *adref_json_writer_finish(AdrefJsonWriter *self)
{
  g_string_free(self->open, TRUE);
  g_string_append_c(self->text, '\n');
  return self->text;
}

static void begin_line(AdrefJsonWriter *self)
{
  static const char spaces[] = "                                ";
  gsize width = 2 * self->open->len;
  g_string_append_c(self->text, '\n');
  for (gsize n; width > 0; width -= n) {
    n = MIN(width, sizeof spaces - 1);
    adref_string_append(self->text, spaces, n);
  }
}

/* Before a value or the name of one. */
static void begin_value(AdrefJsonWriter *self)
{
  if (self->named) {
    self->named = FALSE;
    return;
  }
  if (self->any)
    g_string_append_c(self->text, ',');
  if (self->open->len > 0)
    begin_line(self);
  self->any = TRUE;
}

static void begin(AdrefJsonWriter *self, char start, char end)
{
  begin_value(self);
  g_string_append_c(self->text, start);
  g_string_append_c(self->open, end);
  self->any = FALSE;
}

void adref_json_writer_begin_object(AdrefJsonWriter *self)
{
  begin(self, '{', '}');
}

void adref_json_writer_begin_list(AdrefJsonWriter *self)
{
  begin(self, '[', ']');
}

void adref_json_writer_end(AdrefJsonWriter *self)
{
  char end = self->open->str[self->open->len - 1];
  g_string_truncate(self->open, self->open->len - 1);
  if (self->any)
    begin_line(self);
  g_string_append_c(self->text, end);
  self->any = TRUE;
}

void adref_json_writer_name(AdrefJsonWriter *self, const char *name)
{
  begin_value(self);
  g_string_append_printf(self->text, "\"%s\": ", name);
  self->named = TRUE;
}

/* Characters that a terminal may interpret and that JSON does not escape. */
static gboolean is_dangerous(gunichar c)
{
  return (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void adref_json_writer_append_safe(GString *out, const char *json, gsize length)
{
  const char *from = json, *end = json + length;
  for (const char *at = json; at < end; at = g_utf8_next_char(at)) {
    if (G_LIKELY((guchar)*at < 0x7F) || !is_dangerous(g_utf8_get_char(at)))
      continue;
    adref_string_append(out, from, (gsize)(at - from));
    g_string_append_printf(out, "\\u%04X", g_utf8_get_char(at));
    from = g_utf8_next_char(at);
  }
  adref_string_append(out, from, (gsize)(end - from));
}

static void append_escape(GString *out, char c)
{
  static const char *const names[] = {
      ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
      ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
  const char *name = names[(guchar)c];
  if (name)
    g_string_append(out, name);
  else
    g_string_append_printf(out, "\\u%04X", (guint)(guchar)c);
}

void adref_json_writer_string(AdrefJsonWriter *self, const char *string, gsize length)
{
  const char *from = string, *end = string + length;
  begin_value(self);
  g_string_append_c(self->text, '"');
  for (const char *at = string; at < end; at++) {
    if (G_LIKELY((guchar)*at >= 0x20 && *at != '"' && *at != '\\'))
      continue;
    adref_json_writer_append_safe(self->text, from, (gsize)(at - from));
    append_escape(self->text, *at);
    from = at + 1;
  }
  adref_json_writer_append_safe(self->text, from, (gsize)(end - from));
  g_string_append_c(self->text, '"');
}

void adref_json_writer_count(AdrefJsonWriter *self, guint count)
{
  begin_value(self);
  g_string_append_printf(self->text, "%u", count);
}

void adref_json_writer_flag(AdrefJsonWriter *self, gboolean flag)
{
  begin_value(self);
  g_string_append(self->text, flag ? "true" : "false");
}

void adref_json_writer_null(AdrefJsonWriter *self)
{
  begin_value(self);
  g_string_append(self->text, "null");
}

void adref_json_writer_value(AdrefJsonWriter *self, json_t *value)
{
  char *text = json_dumps(value, JSON_INDENT(2) | JSON_ENCODE_ANY);
  begin_value(self);
  for (const char *line = text; line;) {
    const char *end = strchr(line, '\n');
    adref_json_writer_append_safe(self->text, line, end ? (gsize)(end - line) : strlen(line));
    if (end)
      begin_line(self);
    line = end ? end + 1 : NULL;
  }
  free(text);
  json_decref(value);
}

void adref_json_writer_member(AdrefJsonWriter *self, const char *name, const char *string)
{
  if (!string)
    return;
  adref_json_writer_name(self, name);
  adref_json_writer_string(self, string, strlen(string));
}
