#include "clause/markdown/markdown_emphasis.h"

/* The * or _ characters that begin or end an EMPH or STRONG. */
typedef struct {
  gsize at, length;
  gboolean opens;
} Delimiter;

typedef enum {
  CHAR_SPACE,
  CHAR_PUNCTUATION,
  CHAR_WORD,
  CHAR_UNKNOWN,
} CharClass;

static CharClass class_of(gunichar c)
{
  if (c == 0 || c == '\n')
    return CHAR_SPACE;
  if (c < 0x80 && g_ascii_ispunct((char)c))
    return CHAR_PUNCTUATION;
  if (g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR || c == '\t')
    return CHAR_SPACE;
  return g_unichar_isalnum(c) ? CHAR_WORD : CHAR_UNKNOWN;
}

/* Emphasis inside or right behind emphasis is written with the other character, so that a run of
 * delimiters can be read in one way only. */
static gboolean is_underscored(const AdrefMarkdownEmphasis *self, const AdrefNode *node)
{
  if (self->open->len > 0)
    return !g_hash_table_contains(self->underscored, self->open->pdata[self->open->len - 1]);
  return adref_node_is_emphasis(node->prev) &&
         !g_hash_table_contains(self->underscored, node->prev);
}

void adref_markdown_emphasis_init(AdrefMarkdownEmphasis *self, GString *out)
{
  *self = (AdrefMarkdownEmphasis){.out = out, .start = out->len};
}

void adref_markdown_emphasis_add(AdrefMarkdownEmphasis *self, const AdrefNode *node, gboolean opens)
{
  if (!self->array) {
    self->array = g_array_new(FALSE, FALSE, sizeof(Delimiter));
    self->open = g_ptr_array_new();
    self->underscored = g_hash_table_new(g_direct_hash, g_direct_equal);
  }
  if (opens && is_underscored(self, node))
    g_hash_table_add(self->underscored, (gpointer)(guintptr)node);
  if (opens)
    g_ptr_array_add(self->open, (gpointer)(guintptr)node);
  else
    g_ptr_array_set_size(self->open, (int)self->open->len - 1);
  gboolean underscored = g_hash_table_contains(self->underscored, node);
  const char *run = underscored ? "__" : "**";
  Delimiter delimiter = {self->out->len, node->type == ADREF_STRONG ? 2 : 1, opens};
  g_string_append_len(self->out, run, (gssize)delimiter.length);
  g_array_append_val(self->array, delimiter);
}

/* Whether the character at `at` was the last one added to `references`. */
static gboolean is_reference(const AdrefMarkdownEmphasis *self, gsize at)
{
  const GArray *characters = self->references;
  return characters->len > 0 && g_array_index(characters, gsize, characters->len - 1) == at;
}

/* The start and end of the run of equal characters around a delimiter, which cmark examines. */
static void run_around(const AdrefMarkdownEmphasis *self, const Delimiter *delimiter, gsize *start,
                       gsize *end)
{
  const GString *out = self->out;
  char c = out->str[delimiter->at];
  *start = delimiter->at;
  *end = delimiter->at + delimiter->length;
  while (*start > self->start && out->str[*start - 1] == c &&
         !(*start >= self->start + 2 && out->str[*start - 2] == '\\'))
    (*start)--;
  while (*end < out->len && out->str[*end] == c)
    (*end)++;
}

static gsize char_before(const AdrefMarkdownEmphasis *self, gsize at)
{
  return (gsize)(g_utf8_find_prev_char(self->out->str + self->start, self->out->str + at) -
                 self->out->str);
}

/* The class of the character before or at `at`. */
static CharClass class_before(const AdrefMarkdownEmphasis *self, gsize at)
{
  if (at <= self->start)
    return CHAR_SPACE;
  return class_of(g_utf8_get_char(self->out->str + char_before(self, at)));
}

static CharClass class_after(const AdrefMarkdownEmphasis *self, gsize at)
{
  if (is_reference(self, at))
    return CHAR_PUNCTUATION;
  return at < self->out->len ? class_of(g_utf8_get_char(self->out->str + at)) : CHAR_SPACE;
}

/* Whether the character inside a delimiter stands between two delimiters. The other delimiter may
 * require a reference for it, which counts as punctuation. */
static gboolean is_between_delimiters(const AdrefMarkdownEmphasis *self, gsize at, gboolean opens)
{
  const char *str = self->out->str;
  gsize beyond = opens ? (gsize)(g_utf8_next_char(str + at) - str) : at - 1;
  return (opens || at > self->start) && (str[beyond] == '*' || str[beyond] == '_');
}

/* Finds the characters beside a run that must be written as character references: otherwise, by
 * CommonMark's flanking rules (section 6.2), the run could not open or close emphasis. */
static void check_run(AdrefMarkdownEmphasis *self, const Delimiter *delimiter, gsize start,
                      gsize end)
{
  const GString *out = self->out;
  gboolean underscore = out->str[delimiter->at] == '_';
  CharClass before = class_before(self, start), after = class_after(self, end);
  CharClass inner = delimiter->opens ? after : before, outer = delimiter->opens ? before : after;
  gboolean escape_inner = inner == CHAR_SPACE;
  gsize inside = delimiter->opens ? end : char_before(self, start);
  gboolean tight =
      inner != CHAR_WORD || underscore || is_between_delimiters(self, inside, delimiter->opens);
  gboolean escape_outer = tight && (outer == CHAR_WORD || outer == CHAR_UNKNOWN);
  gboolean escape_after = delimiter->opens ? escape_inner : escape_outer;
  gboolean escape_before = delimiter->opens ? escape_outer : escape_inner;
  if (escape_after && end < out->len)
    g_array_append_val(self->references, end);
  gsize character = start > self->start ? char_before(self, start) : 0;
  if (escape_before && start > self->start)
    g_array_append_val(self->references, character);
}

/* From the last run to the first. */
static void check_runs(AdrefMarkdownEmphasis *self)
{
  for (guint i = self->array->len; i-- > 0;) {
    const Delimiter *delimiter = &g_array_index(self->array, Delimiter, i);
    gsize start, end;
    run_around(self, delimiter, &start, &end);
    check_run(self, delimiter, start, end);
    while (i > 0 && delimiter[-1].at >= start) {
      delimiter--;
      i--;
    }
  }
}

static void write_references(AdrefMarkdownEmphasis *self)
{
  GString *out = self->out;
  const GArray *characters = self->references;
  if (characters->len == 0)
    return;
  gsize from = g_array_index(characters, gsize, characters->len - 1), kept = from;
  g_autofree char *rest = g_strndup(out->str + from, out->len - from);
  g_string_truncate(out, from);
  for (guint i = characters->len; i-- > 0;) {
    gsize at = g_array_index(characters, gsize, i);
    const char *character = rest + (at - from);
    g_string_append_len(out, rest + (kept - from), (gssize)(at - kept));
    g_string_append_printf(out, "&#%u;", g_utf8_get_char(character));
    kept = at + (gsize)(g_utf8_next_char(character) - character);
  }
  g_string_append(out, rest + (kept - from));
}

void adref_markdown_emphasis_end(AdrefMarkdownEmphasis *self)
{
  if (!self->array)
    return;
  self->references = g_array_new(FALSE, FALSE, sizeof(gsize));
  check_runs(self);
  write_references(self);
  g_array_unref(self->references);
  g_array_unref(self->array);
  g_ptr_array_unref(self->open);
  g_hash_table_unref(self->underscored);
}
