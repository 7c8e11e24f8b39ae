#include "work/file_markdown.h"

#include <string.h>

#include "base/file.h"
#include "exchange/paragraphs/raised_notes.h"
#include "exchange/pasted/pasted_tables.h"
#include "exchange/pasted/plain_text.h"

gboolean adref_file_is_plain_text(const char *path)
{
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".txt") || g_str_has_suffix(lower, ".text");
}

static GString *make_of_plain_text(const char *bytes, gsize length, GArray *lines,
                                   GPtrArray *problems)
{
  g_autofree char *noted = adref_raised_notes_to_plain(bytes, length);
  return noted ? adref_plain_text_to_markdown(noted, strlen(noted), NULL, lines, NULL, problems)
               : adref_plain_text_to_markdown(bytes, length, NULL, lines, NULL, problems);
}

void adref_file_markdown_make(AdrefText *text)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  if (!adref_utf8_is_valid(bytes, length)) /* a NUL too; the reader says what it is */
    return;
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  GString *markdown = adref_file_is_plain_text(text->name)
                          ? make_of_plain_text(bytes, length, lines, problems)
                          : adref_pasted_tables_write(bytes, length, lines, problems);
  if (!markdown)
    return;
  g_bytes_unref(text->source);
  text->source = g_string_free_to_bytes(markdown);
  text->is_plain = adref_file_is_plain_text(text->name);
  text->lines = g_steal_pointer(&lines);
  text->problems = g_steal_pointer(&problems);
}

gboolean adref_file_markdown_check_writable(const AdrefText *text, const char *what, GError **error)
{
  if (!text->lines)
    return TRUE;
  if (adref_file_is_plain_text(text->name))
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: %s is plain text, and what is written is Markdown; make it first: adref "
                "format FILE.txt >FILE.md",
                what, text->name);
  else
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: %s has tables that Markdown does not know; write them first: adref format "
                "--write FILE.md",
                what, text->name);
  return FALSE;
}
