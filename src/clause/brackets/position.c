#include "clause/brackets/position.h"

#include <string.h>

#include "base/name.h"
#include "base/string_order.h"

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

/* A code in small letters has at least three: "us" and "it" are words. */
static gboolean is_small_code_shaped(TextSlice name)
{
  enum {
    MIN_LETTERS = 3
  };
  if (name.length < MIN_LETTERS || !g_ascii_islower(name.start[0]))
    return FALSE;
  for (gsize i = 0; i < name.length; i++)
    if (!g_ascii_isalnum(name.start[i]) && name.start[i] != '-')
      return FALSE;
  return TRUE;
}

/* The code of the registry for a name, or NULL. Most names are short and ASCII: no allocation. */
static const char *look_up(TextSlice name, GHashTable *parties)
{
  enum {
    SHORT = 63
  };
  char folded[SHORT + 1];
  gsize i = 0;
  for (; i < MIN(name.length, SHORT) && (guchar)name.start[i] < 0x80; i++)
    folded[i] = g_ascii_tolower(name.start[i]);
  if (i == name.length) {
    folded[i] = '\0';
    return g_hash_table_lookup(parties, folded);
  }
  g_autofree char *key = g_utf8_casefold(name.start, (gssize)name.length);
  return g_hash_table_lookup(parties, key);
}

/* The code of the registry that is written in small letters, "jpn"; or NULL. */
static char *small_code(TextSlice name, GHashTable *parties)
{
  const char *code = parties ? look_up(name, parties) : NULL;
  return code && strlen(code) == name.length &&
                 g_ascii_strncasecmp(code, name.start, name.length) == 0
             ? g_strdup(code)
             : NULL;
}

/* The code of a party, or NULL. */
static char *party_code(TextSlice name, GHashTable *parties)
{
  if (parties)
    return g_strdup(look_up(name, parties));
  return is_code_shaped(name) ? g_strndup(name.start, name.length) : NULL;
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
  char *codes[MAX_PARTIES + 1]; /* of the groups; those from `first` on of the current one */
  guint first, count;
} PositionReader;

static gboolean read_party(PositionReader *reader, TextSlice name)
{
  char *code = NULL;
  if (reader->count < MAX_PARTIES)
    code = is_name_shaped(name)         ? party_code(name, reader->parties)
           : is_small_code_shaped(name) ? small_code(name, reader->parties)
                                        : NULL;
  if (!code)
    return FALSE;
  reader->codes[reader->count++] = code;
  return TRUE;
}

/* The length of "/", " and " or " & " at p, which join parties; or 0. " / " separates alternatives.
 */
static gsize join_length(const char *p, const char *end)
{
  static const char *const joins[] = {" and ", " & "};
  if (*p == '/')
    return end - p > 1 && p[1] != ' ' ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS(joins); i++) {
    gsize length = strlen(joins[i]);
    if ((gsize)(end - p) > length && memcmp(p, joins[i], length) == 0)
      return length;
  }
  return 0;
}

/* A part without the "and" behind the last comma of a list. */
static TextSlice without_and(TextSlice part)
{
  if (part.length > 4 && memcmp(part.start, "and ", 4) == 0)
    return trimmed(part.start + 4, part.start + part.length);
  return part;
}

/* Reads "JPN", "JPN and THA", "JPN/THA"; a name may have such a word in it, "Trinidad and Tobago".
 */
static gboolean read_joined(TextSlice part, gpointer data)
{
  PositionReader *reader = data;
  part = without_and(part);
  const char *start = part.start, *end = part.start + part.length;
  guint joins = 0;
  for (const char *p = start; p < end && joins <= MAX_WORDS; p++) {
    gsize length = join_length(p, end);
    if (length == 0)
      continue;
    joins++;
    if (!read_party(reader, trimmed(start, p)))
      continue;
    start = p + length;
    joins = 0;
  }
  return read_party(reader, trimmed(start, end));
}

static gboolean read_group(TextSlice group, gpointer data)
{
  PositionReader *reader = data;
  AdrefPositionVerb verb = take_verb(&group);
  reader->first = reader->count;
  gboolean read = split(group, ',', read_joined, reader);
  reader->codes[reader->count] = NULL;
  char **codes = reader->codes + reader->first;
  if (!read) {
    for (char **code = codes; *code; code++)
      g_free(*code);
    return FALSE;
  }
  AdrefPosition *position = adref_position_new();
  position->parties = g_memdup2(codes, (reader->count - reader->first + 1) * sizeof *codes);
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
  PositionReader reader; /* without its codes, which are many */
  reader.parties = parties;
  reader.groups = g_ptr_array_new_with_free_func(free_position);
  reader.count = 0;
  if (!split(span, ';', read_group, &reader)) {
    g_ptr_array_unref(reader.groups);
    return NULL;
  }
  *stop = stopped;
  return reader.groups;
}

/* Whether a part is codes that are joined. *data: small letters will do. */
static gboolean codes_are_shaped(TextSlice part, gpointer data)
{
  const gboolean *small = data;
  part = without_and(part);
  const char *start = part.start, *end = part.start + part.length;
  for (const char *p = start; p <= end; p++) {
    gsize length = p < end ? join_length(p, end) : 1;
    if (length == 0)
      continue;
    TextSlice name = trimmed(start, p);
    if (!is_code_shaped(name) && !(*small && is_small_code_shaped(name)))
      return FALSE;
    start = p + length;
  }
  return TRUE;
}

gboolean adref_position_is_codes(const char *text, gsize length, gboolean small)
{
  TextSlice span = trimmed(text, text + length);
  return span.length > 0 && span.length <= MAX_POSITIONS &&
         split(span, ',', codes_are_shaped, &small);
}

/* Whether the last word of a text is in small letters: "will", no name as in "Nations (ASEAN)". */
static gboolean ends_in_small_letters(const char *text, gsize length)
{
  gsize start = length;
  while (start > 0 && text[start - 1] != ' ')
    start--;
  gboolean small = start < length;
  for (gsize i = start; i < length; i++)
    small = small && g_ascii_islower(text[i]);
  return small;
}

/* "will (JPN" before a closing parenthesis: the offset of the opening one. */
static gboolean find_parenthesis(const char *text, gsize length, char open, AdrefPositionEnd *end)
{
  gsize at = length - 1;
  while (at > 0 && text[at - 1] != open && text[at - 1] != '(')
    at--;
  if (at < 3 || text[at - 2] != ' ' || !ends_in_small_letters(text, at - 2) ||
      !adref_position_is_codes(text + at, length - 1 - at, TRUE))
    return FALSE;
  *end = (AdrefPositionEnd){at - 2, at - 1, at, length - 1};
  return TRUE;
}

gboolean adref_position_find_end(const char *text, gsize length, char open, char colon,
                                 AdrefPositionEnd *end)
{
  gboolean stop;
  TextSlice span = without_stop(text, length, &stop);
  length = (gsize)(span.start + span.length - text);
  if (span.length < 2)
    return FALSE;
  if (text[length - 1] == ')')
    return find_parenthesis(text, length, open, end);
  gsize at = length;
  while (at > 0 && text[at - 1] != ':' && text[at - 1] != colon)
    at--;
  if (at < 2 || !ends_in_small_letters(text, at - 1) ||
      !adref_position_is_codes(text + at, length - at, TRUE))
    return FALSE;
  *end = (AdrefPositionEnd){at - 1, at - 1, at, length};
  return TRUE;
}

/* The codes of the registry in the order of the alphabet, NULL-terminated. */
static GPtrArray *all_codes(GHashTable *parties)
{
  g_autoptr(GHashTable) once = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *codes = g_ptr_array_new();
  GHashTableIter iter;
  gpointer code;
  g_hash_table_iter_init(&iter, parties);
  while (g_hash_table_iter_next(&iter, NULL, &code))
    if (g_hash_table_add(once, code))
      g_ptr_array_add(codes, code);
  g_ptr_array_sort(codes, adref_string_order);
  g_ptr_array_add(codes, NULL);
  return codes;
}

typedef struct {
  GHashTable *parties;
  const GPtrArray *codes;
  char *nearest;
} NearestSearch;

static gboolean find_nearest(TextSlice part, gpointer data)
{
  NearestSearch *search = data;
  const char *start = part.start, *end = part.start + part.length;
  for (const char *p = start; p <= end && !search->nearest; p++) {
    gsize length = p < end ? join_length(p, end) : 1;
    if (length == 0)
      continue;
    TextSlice name = trimmed(start, p);
    g_autofree char *known = party_code(name, search->parties);
    g_autofree char *text = known ? NULL : g_strndup(name.start, name.length);
    if (text)
      search->nearest =
          g_strdup(adref_name_closest(text, (char const *const *)search->codes->pdata));
    start = p + length;
  }
  return search->nearest == NULL;
}

char *adref_position_nearest(const char *text, GHashTable *parties)
{
  g_autoptr(GPtrArray) codes = all_codes(parties);
  NearestSearch search = {parties, codes, NULL};
  TextSlice span = {text, strlen(text)};
  split(span, ',', find_nearest, &search);
  return search.nearest;
}
