#include "work/edit_buffer.h"

#include <string.h>

static const char opening[] = "<!-- adref:";
static const char closing[] = "-->";

static const char brackets[] =
    "Words that are not agreed: [shall - JPN / should - ASEAN]. Text that is to come: [...]\n"
    "`adref help notation` says more.\n";

static const char in_clause[] =
    "The first line is the marker: kind, id, number. The words below it belong to it, up to the\n"
    "next marker. A new clause: a marker with a kind (chapeau, pp, op, item, closing, annex) and "
    "an\n"
    "id of its own, then the words. `adref edit` without CLAUSE opens the whole text: there "
    "clauses\n"
    "are moved and deleted.\n";

static const char in_text[] =
    "A clause begins at its marker, a comment with kind, id and number; the words below it belong\n"
    "to it, up to the next marker. A new clause: a marker with a kind (chapeau, pp, op, item,\n"
    "closing, annex) and an id of its own, then the words. To move or delete a clause, move or\n"
    "delete its marker together with its words.\n";

void adref_edit_buffer_add_reminder(GString *words, gboolean is_clause)
{
  g_string_append_printf(words,
                         "\n%s this reminder is taken off when you save; with an empty file "
                         "nothing is changed.\n%s%s%s\n",
                         opening, is_clause ? in_clause : in_text, brackets, closing);
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
  for (char *end = shown; (end = strstr(end, closing)); end++)
    end[2] = ')'; /* a message quotes markers */
  g_autofree char *comment = g_strdup_printf("%s %s %s\n", opening, shown, closing);
  g_string_insert(words, (gssize)offset, comment);
}

/* The end of a comment that begins at `at`: behind its line break, or at the end of the text. */
static const char *comment_end(const char *at, const char *end)
{
  gsize rest = (gsize)(end - at);
  const char *close = g_strstr_len(at, (gssize)rest, closing);
  const char *next = g_strstr_len(at + 1, (gssize)rest - 1, "<!--");
  const char *from = close && (!next || close < next) ? close + strlen(closing) : at;
  const char *line = memchr(from, '\n', (gsize)(end - from));
  return line ? line + 1 : end;
}

GString *adref_edit_buffer_strip(const char *text, gsize length)
{
  GString *words = g_string_sized_new(length);
  const char *end = text + length;
  for (const char *at = text; at < end;) {
    const char *line = memchr(at, '\n', (gsize)(end - at));
    const char *next = line ? line + 1 : end;
    if (g_str_has_prefix(at, opening))
      next = comment_end(at, end);
    else
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
