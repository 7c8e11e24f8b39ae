#include "work/edit/give_heading_ids.h"

#include <string.h>

#include "base/file.h"
#include "clause/marker.h"
#include "clause/text/heading_ids.h"
#include "work/rewrite.h"
#include "work/text.h"

/* Copies *at up to the beginning of a line (from 1 on), of which *line is the number at *at. */
static void copy_lines(GString *out, const char **at, const char *end, guint *line, guint until)
{
  while (*line < until && *at < end) {
    const char *newline = memchr(*at, '\n', (gsize)(end - *at));
    const char *next = newline ? newline + 1 : end;
    g_string_append_len(out, *at, next - *at);
    *at = next;
    (*line)++;
  }
}

/* The bytes of the text with a marker above each heading that has an id now. `before` are the
 * headings that had one. */
static GString *add_markers(const AdrefText *text, GHashTable *before)
{
  gsize length;
  const char *at = g_bytes_get_data(text->source, &length), *end = at + length;
  guint line = 1;
  GString *out = g_string_new(NULL);
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    if (facts->kind != ADREF_TITLE || !facts->id || g_hash_table_contains(before, clause))
      continue;
    g_autofree char *marker = adref_marker_write(facts);
    copy_lines(out, &at, end, &line, clause->line);
    g_string_append_printf(out, "%s\n", marker);
  }
  copy_lines(out, &at, end, &line, G_MAXUINT);
  return out;
}

static GHashTable *headings_with_ids(const AdrefNode *document)
{
  GHashTable *all = g_hash_table_new(NULL, NULL);
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_add(all, clause);
  return all;
}

/* *count: the headings that got an id, in the language in which they are most. */
static gboolean give(AdrefText *text, const AdrefNode *rolling, guint *count, GError **error)
{
  g_autoptr(GHashTable) before = headings_with_ids(text->document);
  guint given = adref_heading_ids_give(text->document, rolling);
  *count = MAX(*count, given);
  if (given == 0)
    return TRUE;
  g_autoptr(GString) bytes = add_markers(text, before);
  return adref_rewrite_check_unchanged(text, error) &&
         adref_file_write(text->file, bytes->str, bytes->len, error);
}

static gboolean has_unnamed_heading(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind == ADREF_TITLE && !clause->as.clause->id)
      return TRUE;
  return FALSE;
}

/* The text, shared where nothing is to be given. */
static AdrefText *open_text(AdrefSession *session, const AdrefStatement *statement,
                            const char *language, GError **error)
{
  g_autoptr(AdrefText) text = adref_text_share_statement(session, statement, language, error);
  if (!text || !has_unnamed_heading(text->document))
    return g_steal_pointer(&text);
  return adref_text_open_statement(session, statement, language, error);
}

gboolean adref_give_heading_ids(AdrefSession *session, const AdrefStatement *statement,
                                guint *given, GError **error)
{
  g_autoptr(AdrefText) rolling = NULL;
  guint count = 0;
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    g_autofree char *file = adref_session_path(session, name);
    if (!g_file_test(file, G_FILE_TEST_EXISTS))
      continue;
    g_autoptr(AdrefText) text = open_text(session, statement, *language, error);
    if (!text || (!text->reading && !give(text, rolling ? rolling->document : NULL, &count, error)))
      return FALSE;
    if (!rolling)
      rolling = g_steal_pointer(&text);
  }
  if (count > 0)
    adref_session_say(session, "%s: %u heading%s got an id, by which parties can agree to %s",
                      statement->id, count, count == 1 ? "" : "s", count == 1 ? "it" : "them");
  *given = count;
  return TRUE;
}
