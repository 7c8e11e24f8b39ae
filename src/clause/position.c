#include "clause/position.h"

#include <string.h>

#include "base/name.h"

enum {
  MAX_POSITIONS = 10000, /* bytes of all positions of an alternative */
  MAX_WORDS = 8,         /* words of a party's name */
  MAX_PARTIES = 500      /* parties of an alternative */
};

/* A part of a text without white space at its ends. */
typedef struct {
  const char *start;
  gsize length;
} TextSlice;

static TextSlice trimmed(const char *start, const char *end)
{
  while (start < end && *start == ' ')
    start++;
  while (end > start && end[-1] == ' ')
    end--;
  return (TextSlice){start, (gsize)(end - start)};
}

static gboolean ends_with(TextSlice span, const char *word)
{
  gsize length = strlen(word);
  return span.length > length && memcmp(span.start + span.length - length, word, length) == 0 &&
         span.start[span.length - length - 1] == ' ';
}

/* Removes the verb from the end of a group and returns it. */
static AdrefPositionVerb take_verb(TextSlice *group)
{
  for (guint verb = ADREF_POSITION_RETAIN; verb <= ADREF_POSITION_OPPOSE; verb++)
    if (ends_with(*group, adref_position_verb_word(verb))) {
      group->length -= strlen(adref_position_verb_word(verb));
      *group = trimmed(group->start, group->start + group->length);
      return verb;
    }
  return ADREF_POSITION_SUPPORT;
}

static gboolean is_name_shaped(TextSlice name)
{
  guint words = 1;
  for (gsize i = 0; i < name.length; i++) {
    if (name.start[i] == ' ')
      words++;
    if (memchr("()[]:/\"", name.start[i], 7))
      return FALSE;
  }
  if (name.length > 4 && strncmp(name.start, "the ", 4) == 0)
    name = (TextSlice){name.start + 4, name.length - 4};
  return name.length > 0 && words <= MAX_WORDS &&
         (g_ascii_isupper(name.start[0]) || (guchar)name.start[0] >= 0x80);
}

static gboolean is_code_shaped(TextSlice name)
{
  if (name.length < 2 || !g_ascii_isupper(name.start[0]))
    return FALSE;
  for (gsize i = 0; i < name.length; i++)
    if (!g_ascii_isupper(name.start[i]) && !g_ascii_isdigit(name.start[i]) && name.start[i] != '-')
      return FALSE;
  return TRUE;
}

/* The code of a party, or NULL. */
static char *party_code(TextSlice name, GHashTable *parties)
{
  g_autofree char *text = g_strndup(name.start, name.length);
  if (!parties)
    return is_code_shaped(name) ? g_steal_pointer(&text) : NULL;
  g_autofree char *folded = g_utf8_casefold(text, -1);
  return g_strdup(g_hash_table_lookup(parties, folded));
}

/* Calls `each` for the parts of a text between separators; stops and returns FALSE if a call
 * returns FALSE. */
static gboolean split(TextSlice text, char separator,
                      gboolean (*each)(TextSlice part, gpointer data), gpointer data)
{
  const char *end = text.start + text.length, *p = text.start;
  for (;;) {
    const char *stop = memchr(p, separator, (gsize)(end - p));
    if (!each(trimmed(p, stop ? stop : end), data))
      return FALSE;
    if (!stop)
      return TRUE;
    p = stop + 1;
  }
}

typedef struct {
  GHashTable *parties;
  GPtrArray *groups;
  GPtrArray *codes; /* of the current group */
  guint count;
} PositionReader;

static gboolean read_party(TextSlice name, gpointer data)
{
  PositionReader *reader = data;
  char *code = ++reader->count <= MAX_PARTIES && is_name_shaped(name)
                   ? party_code(name, reader->parties)
                   : NULL;
  if (!code)
    return FALSE;
  g_ptr_array_add(reader->codes, code);
  return TRUE;
}

static gboolean read_group(TextSlice group, gpointer data)
{
  PositionReader *reader = data;
  AdrefPositionVerb verb = take_verb(&group);
  reader->codes = g_ptr_array_new_with_free_func(g_free);
  if (!split(group, ',', read_party, reader)) {
    g_ptr_array_unref(reader->codes);
    return FALSE;
  }
  g_ptr_array_add(reader->codes, NULL);
  AdrefPosition *position = adref_position_new();
  position->parties = (char **)g_ptr_array_free(reader->codes, FALSE);
  position->verb = verb;
  g_ptr_array_add(reader->groups, position);
  return TRUE;
}

static void free_position(gpointer position)
{
  adref_position_free(position);
}

/* The text without the full stop at its end, if there is one. */
static TextSlice without_stop(const char *text, gsize length, gboolean *stop)
{
  TextSlice span = trimmed(text, text + length);
  *stop = span.length > 0 && span.start[span.length - 1] == '.';
  return *stop ? trimmed(span.start, span.start + span.length - 1) : span;
}

GPtrArray *adref_positions_read(const char *text, gsize length, GHashTable *parties, gboolean *stop)
{
  gboolean stopped;
  TextSlice span = without_stop(text, length, &stopped);
  if (span.length == 0 || span.length > MAX_POSITIONS)
    return NULL;
  PositionReader reader = {parties, g_ptr_array_new_with_free_func(free_position), NULL, 0};
  if (!split(span, ';', read_group, &reader)) {
    g_ptr_array_unref(reader.groups);
    return NULL;
  }
  *stop = stopped;
  return reader.groups;
}

static gboolean code_is_shaped(TextSlice name, G_GNUC_UNUSED gpointer data)
{
  return is_code_shaped(name);
}

gboolean adref_position_is_party_prefix(const char *text, gsize length)
{
  TextSlice span = trimmed(text, text + length);
  return span.length > 0 && span.length <= MAX_POSITIONS && split(span, ',', code_is_shaped, NULL);
}
