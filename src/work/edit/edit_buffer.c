#include "work/edit/edit_buffer.h"

#include <string.h>

static const char opening[] = ADREF_EDIT_BUFFER_OPENING;

static const char *const in_clause[] = {
    "These lines are taken off when you save. With an empty file nothing is changed.",
    "The first line is the marker: kind, id, number. The words below belong to it, up to the next "
    "one.",
    "A new clause: a marker with a kind (chapeau, pp, op, item, closing, annex) and an id, then "
    "words.",
    "To move or delete a clause open the whole text: adref edit, without CLAUSE.", NULL};

static const char *const in_text[] = {
    "These lines are taken off when you save. With an empty file nothing is changed.",
    "A clause begins at its marker: kind, id, number. The words below belong to it, up to the next "
    "one.",
    "A new clause: a marker with a kind (chapeau, pp, op, item, closing, annex) and an id, then "
    "words.",
    "To move or delete a clause, move or delete its marker together with its words.", NULL};

static const char *const in_both[] = {
    "Words that are not agreed: [shall - JPN / should - ASEAN]. Text that is to come: [...]",
    "`adref help notation` says more.", NULL};

static void add_lines(GString *words, const char *const *lines)
{
  for (; *lines; lines++)
    g_string_append_printf(words, "%s %s -->\n", opening, *lines);
}

void adref_edit_buffer_add_reminder(GString *words, gboolean is_clause)
{
  g_string_append_c(words, '\n');
  add_lines(words, is_clause ? in_clause : in_text);
  add_lines(words, in_both);
}

void adref_edit_buffer_add_message(GString *words, guint line, const char *message)
{
  const char *at = words->str;
  for (guint i = 1; i < line && *at; i++) {
    at += strcspn(at, "\n");
    at += *at == '\n';
  }
  gsize offset = (gsize)(at - words->str);
  g_autofree char *shown = g_strdelimit(g_strdup(message), "\r\n", ' ');
  g_autofree char *comment = g_strdup_printf("%s %s -->\n", opening, shown);
  g_string_insert(words, (gssize)offset, comment);
}

GString *adref_edit_buffer_strip(const char *text, gsize length)
{
  GString *words = g_string_sized_new(length);
  const char *end = text + length;
  for (const char *at = text; at < end;) {
    const char *line = memchr(at, '\n', (gsize)(end - at));
    const char *next = line ? line + 1 : end;
    if (!g_str_has_prefix(at + strspn(at, " \t"), opening))
      g_string_append_len(words, at, next - at);
    at = next;
  }
  while (words->len > 1 && g_str_has_suffix(words->str, "\n\n"))
    g_string_truncate(words, words->len - 1);
  return words;
}

gboolean adref_edit_buffer_is_empty(const GString *words)
{
  for (const char *p = words->str; *p; p = g_utf8_next_char(p))
    if (!g_unichar_isspace(g_utf8_get_char(p)))
      return FALSE;
  return TRUE;
}
