#include "work/follow_items.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "merge/join/item_references.h"
#include "work/rewrite.h"

enum {
  MAX_SAID = 20 /* references that are said one by one */
};

/* Says what was written anew. */
static void say(const AdrefText *text, const GPtrArray *changes, const GPtrArray *problems)
{
  for (guint i = 0; i < changes->len && i < MAX_SAID; i++) {
    const AdrefItemReferenceChange *change = changes->pdata[i];
    adref_session_say(text->session, "%s: the reference to %s of %s is %s now", text->name,
                      change->old, change->clause, change->new);
  }
  if (changes->len > MAX_SAID)
    adref_session_say(text->session, "%s: %u references to items follow in all", text->name,
                      changes->len);
  adref_session_say_problems(text->session, text->name, problems);
}

static GPtrArray *follow(const AdrefText *text, const AdrefNode *old, AdrefNode *new)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func(adref_item_reference_change_free);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  adref_item_references_follow(old, new, text->language, changes, problems);
  say(text, changes, problems);
  return changes;
}

void adref_follow_items_in(const AdrefText *text, AdrefNode *document)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  if (!adref_item_references_exist(document))
    return;
  g_autoptr(AdrefNode) old = adref_text_parse(text, bytes, length, NULL, NULL);
  g_autoptr(GPtrArray) changes = old ? follow(text, old, document) : NULL;
  if (!changes || changes->len == 0 || text->reading)
    return;
  g_autoptr(GString) canonical = adref_canonical(document);
  g_ptr_array_set_size(text->problems, 0);
  g_autoptr(AdrefNode) read =
      adref_text_parse(text, canonical->str, canonical->len, text->problems, NULL);
}

/* The place of a line and column in bytes, counted from a place before it. */
static const char *place_of(const char *bytes, const char *end, guint line, guint column)
{
  for (; line > 1 && bytes < end; line--) {
    const char *newline = memchr(bytes, '\n', (gsize)(end - bytes));
    bytes = newline ? newline + 1 : end;
  }
  for (; column > 1 && bytes < end; column--)
    bytes = g_utf8_next_char(bytes);
  return MIN(bytes, end);
}

/* The bytes of the file with the words of the references replaced in their places. */
static GString *replace(const AdrefText *text, const GPtrArray *changes)
{
  gsize length;
  const char *start = g_bytes_get_data(text->source, &length), *end = start + length;
  const char *done = start, *line_at = start;
  guint line = 1;
  GString *written = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++) {
    const AdrefItemReferenceChange *change = changes->pdata[i];
    line_at = place_of(line_at, end, change->line - line + 1, 1);
    line = change->line;
    const char *from = MAX(done, place_of(line_at, end, 1, change->column));
    const char *at = memmem(from, (gsize)(end - from), change->old, strlen(change->old));
    if (!at)
      break;
    g_string_append_len(written, done, at - done);
    g_string_append(written, change->new);
    done = at + strlen(change->old);
  }
  g_string_append_len(written, done, end - done);
  return written;
}

/* The new bytes of the file: in its own form where that reads as the document, else canonical. */
static GString *new_bytes(const AdrefText *text, const AdrefNode *document,
                          const GPtrArray *changes)
{
  g_autoptr(GString) canonical = adref_canonical(document);
  g_autoptr(GString) replaced = replace(text, changes);
  g_autoptr(AdrefNode) read = adref_text_parse(text, replaced->str, replaced->len, NULL, NULL);
  g_autoptr(GString) again = read ? adref_canonical(read) : NULL;
  return again && g_string_equal(again, canonical) ? g_steal_pointer(&replaced)
                                                   : g_steal_pointer(&canonical);
}

/* Makes the text that of its new bytes. */
static gboolean read_anew(AdrefText *text, const GString *bytes, GError **error)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefNode *document = adref_text_parse(text, bytes->str, bytes->len, problems, error);
  if (!document)
    return FALSE;
  if (text->reading)
    adref_reading_unref(g_steal_pointer(&text->reading));
  else
    adref_node_free(text->document);
  g_ptr_array_unref(text->problems);
  g_bytes_unref(text->source);
  text->document = document;
  text->problems = g_steal_pointer(&problems);
  text->source = g_bytes_new(bytes->str, bytes->len);
  return TRUE;
}

gboolean adref_follow_items_save(AdrefText *text, const AdrefNode *old, GHashTable *before,
                                 GError **error)
{
  gsize length;
  const char *source = g_bytes_get_data(text->source, &length);
  if (old == text->document || !adref_item_references_exist(text->document))
    return TRUE;
  g_autoptr(AdrefNode) document = adref_text_parse(text, source, length, NULL, error);
  g_autoptr(GPtrArray) changes = document ? follow(text, old, document) : NULL;
  if (!changes || changes->len == 0)
    return changes != NULL;
  g_autoptr(GString) bytes = new_bytes(text, document, changes);
  if (!adref_rewrite_check_unchanged(text, error) ||
      !adref_file_write(text->file, bytes->str, bytes->len, error))
    return FALSE;
  g_hash_table_insert(before, g_strdup(text->file), g_bytes_ref(text->source));
  return read_anew(text, bytes, error);
}
