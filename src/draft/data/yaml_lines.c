#include "draft/data/yaml_lines.h"

#include <string.h>

enum {
  MAX_DEPTH = 16,
  MAX_KEY_BYTES = 128
};

/* A list or a map that is open. */
typedef struct {
  AdrefYaml *node;
  gsize column; /* of its keys, or of its dashes */
} OpenNode;

typedef struct {
  const char *at, *end;
  const char *file;
  guint line;
  OpenNode open[MAX_DEPTH];
  guint depth;
  char *key; /* whose value begins on the next line, or NULL */
  AdrefLocation key_place;
} LineReader;

static gboolean is_key_byte(char c)
{
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == '/' || c == '.';
}

/* How many bytes a character of Latin, kana or an ideograph has that is not ASCII; 0: another. */
static gsize letter_length(const char *at, const char *end)
{
  guchar lead = (guchar)*at;
  gsize length = lead >= 0xC3 && lead <= 0xC9 ? 2 : lead >= 0xE3 && lead <= 0xE9 ? 3 : 0;
  if ((gsize)(end - at) < length)
    return 0;
  for (gsize i = 1; i < length; i++)
    if (((guchar)at[i] & 0xC0) != 0x80)
      return 0;
  return length;
}

static gboolean is_value_byte(const char *at, const char *end)
{
  if (*at == ':')
    return end - at > 1 && at[1] != ' ';
  return g_ascii_isalnum(*at) || (*at != '\0' && strchr(" -_./+@(),;!?'\"=*&%", *at));
}

/* Whether a value means itself: it begins with a letter or digit, and ends with no space. */
static gboolean is_plain(const char *start, const char *end)
{
  if (start == end || end[-1] == ' ' || !(g_ascii_isalnum(*start) || letter_length(start, end)))
    return FALSE;
  for (const char *at = start; at < end;) {
    gsize length = is_value_byte(at, end) ? 1 : letter_length(at, end);
    if (length == 0)
      return FALSE;
    at += length;
  }
  return TRUE;
}

/* Whether a value is a text in single quotes that has no quote in it. */
static gboolean is_in_quotes(const char *start, const char *end)
{
  if (end - start < 3 || *start != '\'' || end[-1] != '\'')
    return FALSE;
  for (const char *at = start + 1; at < end - 1;) {
    gsize length = *at == '\'' ? 0 : is_value_byte(at, end - 1) ? 1 : letter_length(at, end - 1);
    if (length == 0)
      return FALSE;
    at += length;
  }
  return TRUE;
}

static AdrefLocation place_of(const LineReader *self, gsize column)
{
  return (AdrefLocation){self->file, self->line, (guint)column + 1};
}

static OpenNode *innermost(LineReader *self)
{
  return &self->open[self->depth - 1];
}

/* Gives a new node the key that waits, and adds it to what is open. */
static AdrefYaml *add_node(LineReader *self, AdrefYamlType type, gsize column)
{
  AdrefYaml *node = g_new0(AdrefYaml, 1);
  node->type = type;
  node->place = place_of(self, column);
  if (type != ADREF_YAML_SCALAR)
    node->items = g_ptr_array_new();
  if (self->key)
    node->key_place = self->key_place;
  node->key = g_steal_pointer(&self->key);
  adref_yaml_add(innermost(self)->node, node);
  return node;
}

static gboolean open_node(LineReader *self, AdrefYamlType type, gsize column)
{
  if (self->depth == MAX_DEPTH)
    return FALSE;
  AdrefYaml *node = add_node(self, type, column);
  self->open[self->depth++] = (OpenNode){node, column};
  return TRUE;
}

/* Closes what ends before a line whose key or dash stands in `column`. FALSE: nothing that is open
 * begins there. A list may have its dashes in the column of the keys around it. */
static gboolean close_nodes(LineReader *self, AdrefYamlType type, gsize column)
{
  while (self->depth > 0 &&
         (innermost(self)->column > column ||
          (innermost(self)->column == column && innermost(self)->node->type != type)))
    self->depth--;
  return self->depth > 0 && innermost(self)->column == column;
}

/* A dash: an entry of a list that is open, or the first of one. */
static gboolean take_dash(LineReader *self, gsize column)
{
  if (self->key) {
    if (innermost(self)->column > column || !open_node(self, ADREF_YAML_LIST, column))
      return FALSE;
  } else if (!close_nodes(self, ADREF_YAML_LIST, column)) {
    return FALSE;
  }
  return open_node(self, ADREF_YAML_MAP, column + 2);
}

/* Finds the map to which a key in `column` belongs, or opens it. */
static gboolean find_map(LineReader *self, gsize column)
{
  if (!self->key)
    return close_nodes(self, ADREF_YAML_MAP, column);
  return column > innermost(self)->column && open_node(self, ADREF_YAML_MAP, column);
}

/* "key: value" or "key:", from `column` on. */
static gboolean take_entry(LineReader *self, const char *start, gsize column, const char *end)
{
  const char *colon = start;
  while (colon < end && is_key_byte(*colon))
    colon++;
  if (colon == start || colon == end || *colon != ':' || !g_ascii_isalnum(*start) ||
      colon - start > MAX_KEY_BYTES)
    return FALSE;
  self->key = g_strndup(start, (gsize)(colon - start));
  self->key_place = place_of(self, column);
  if (adref_yaml_get(innermost(self)->node, self->key))
    return FALSE;
  if (colon + 1 == end)
    return TRUE;
  const char *value = colon + 2;
  gboolean quoted = colon[1] == ' ' && is_in_quotes(value, end);
  if (colon[1] != ' ' || !(quoted || is_plain(value, end)))
    return FALSE;
  AdrefYaml *node = add_node(self, ADREF_YAML_SCALAR, column + (gsize)(value - start));
  node->text = g_strndup(value + quoted, (gsize)(end - value) - (quoted ? 2 : 0));
  node->quoted = quoted;
  return TRUE;
}

static gboolean take_line(LineReader *self, const char *end)
{
  const char *start = self->at;
  gsize column = 0;
  while (start + column < end && start[column] == ' ')
    column++;
  if (end - start >= (gssize)column + 2 && start[column] == '-' && start[column + 1] == ' ')
    return take_dash(self, column) && take_entry(self, start + column + 2, column + 2, end);
  return find_map(self, column) && take_entry(self, start + column, column, end);
}

static gboolean read_lines(LineReader *self)
{
  while (self->at < self->end) {
    const char *end = memchr(self->at, '\n', (gsize)(self->end - self->at));
    if (!end || !take_line(self, end))
      return FALSE;
    self->at = end + 1;
    self->line++;
  }
  return !self->key;
}

/* Whether a line has only what is on one line for libyaml too, and no control character. */
static gboolean is_one_line(const char *at, const char *end)
{
  while (at < end) {
    gsize length = *at >= ' ' && *at <= '~' ? 1 : letter_length(at, end);
    if (length == 0)
      return FALSE;
    at += length;
  }
  return TRUE;
}

/* Comments above the first key. */
static void pass_comments(LineReader *self)
{
  while (self->at < self->end && *self->at == '#') {
    const char *newline = memchr(self->at, '\n', (gsize)(self->end - self->at));
    if (!newline || !is_one_line(self->at, newline))
      return;
    self->at = newline + 1;
    self->line++;
  }
}

gboolean adref_yaml_lines_read(const char *text, gsize length, guint first_line, AdrefYaml *root)
{
  LineReader self = {
      .at = text, .end = text + length, .file = root->place.file, .line = first_line};
  pass_comments(&self);
  if (self.at == self.end)
    return FALSE;
  self.open[self.depth++] = (OpenNode){root, 0};
  root->place = place_of(&self, 0);
  gboolean read = read_lines(&self);
  g_free(self.key);
  return read;
}
