#include "clause/markdown_emphasis.h"

/* A run of * or _ that must be read as the start or the end of emphasis. */
typedef struct {
  gsize at, length;
  gboolean opens;
} Delimiter;

typedef enum {
  SIDE_SPACE,
  SIDE_PUNCTUATION,
  SIDE_WORD,
  SIDE_UNSURE,
} Side;

static Side side_of(gunichar c)
{
  if (c == 0 || c == '\n')
    return SIDE_SPACE;
  if (c < 0x80 && g_ascii_ispunct((char)c))
    return SIDE_PUNCTUATION;
  if (g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR || c == '\t')
    return SIDE_SPACE;
  return g_unichar_isalnum(c) ? SIDE_WORD : SIDE_UNSURE;
}

/* Emphasis in emphasis, or right behind another one, is spelt with the other character, so that no
 * run of delimiters has two meanings. */
static gboolean is_underscored(const AdrefDelimiters *self, const AdrefNode *node)
{
  if (self->open->len > 0)
    return !g_hash_table_contains(self->underscored, self->open->pdata[self->open->len - 1]);
  return adref_node_is_emphasis(node->prev) &&
         !g_hash_table_contains(self->underscored, node->prev);
}

void adref_delimiters_init(AdrefDelimiters *self, GString *out)
{
  *self = (AdrefDelimiters){.out = out, .start = out->len};
}

void adref_delimiters_add(AdrefDelimiters *self, const AdrefNode *node, gboolean opens)
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

/* Whether the letter is the one that was found last to need a reference. */
static gboolean is_reference(const AdrefDelimiters *self, gsize at)
{
  const GArray *letters = self->references;
  return letters->len > 0 && g_array_index(letters, gsize, letters->len - 1) == at;
}

/* The extent of the run of one character around a delimiter: that is what cmark looks at. */
static void run_around(const AdrefDelimiters *self, const Delimiter *delimiter, gsize *start,
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

static gsize char_before(const AdrefDelimiters *self, gsize at)
{
  return (gsize)(g_utf8_find_prev_char(self->out->str + self->start, self->out->str + at) -
                 self->out->str);
}

/* What stands beside a run, in front of `at` or from there on. */
static Side side_before(const AdrefDelimiters *self, gsize at)
{
  if (at <= self->start)
    return SIDE_SPACE;
  return side_of(g_utf8_get_char(self->out->str + char_before(self, at)));
}

static Side side_after(const AdrefDelimiters *self, gsize at)
{
  if (is_reference(self, at))
    return SIDE_PUNCTUATION;
  return at < self->out->len ? side_of(g_utf8_get_char(self->out->str + at)) : SIDE_SPACE;
}

/* Whether a letter inside of a delimiter stands between two delimiters: the other one may have it
 * written as a reference, and then it counts as punctuation. */
static gboolean is_alone(const AdrefDelimiters *self, gsize at, gboolean opens)
{
  const char *str = self->out->str;
  gsize beyond = opens ? (gsize)(g_utf8_next_char(str + at) - str) : at - 1;
  return (opens || at > self->start) && (str[beyond] == '*' || str[beyond] == '_');
}

/* Finds the letters beside a delimiter that must be written as character references, because
 * CommonMark's flanking rules (section 6.2) would not let it open or close. */
static void check_run(AdrefDelimiters *self, const Delimiter *delimiter, gsize start, gsize end)
{
  const GString *out = self->out;
  gboolean underscore = out->str[delimiter->at] == '_';
  Side before = side_before(self, start), after = side_after(self, end);
  Side inner = delimiter->opens ? after : before, outer = delimiter->opens ? before : after;
  gboolean mend_inner = inner == SIDE_SPACE;
  gsize inside = delimiter->opens ? end : char_before(self, start);
  gboolean tight = inner != SIDE_WORD || underscore || is_alone(self, inside, delimiter->opens);
  gboolean mend_outer = tight && (outer == SIDE_WORD || outer == SIDE_UNSURE);
  gboolean mend_after = delimiter->opens ? mend_inner : mend_outer;
  gboolean mend_before = delimiter->opens ? mend_outer : mend_inner;
  if (mend_after && end < out->len)
    g_array_append_val(self->references, end);
  gsize letter = start > self->start ? char_before(self, start) : 0;
  if (mend_before && start > self->start)
    g_array_append_val(self->references, letter);
}

/* From the last run to the first. */
static void check_runs(AdrefDelimiters *self)
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

static void write_references(AdrefDelimiters *self)
{
  GString *out = self->out;
  const GArray *letters = self->references;
  if (letters->len == 0)
    return;
  gsize from = g_array_index(letters, gsize, letters->len - 1), kept = from;
  g_autofree char *rest = g_strndup(out->str + from, out->len - from);
  g_string_truncate(out, from);
  for (guint i = letters->len; i-- > 0;) {
    gsize at = g_array_index(letters, gsize, i);
    const char *letter = rest + (at - from);
    g_string_append_len(out, rest + (kept - from), (gssize)(at - kept));
    g_string_append_printf(out, "&#%u;", g_utf8_get_char(letter));
    kept = at + (gsize)(g_utf8_next_char(letter) - letter);
  }
  g_string_append(out, rest + (kept - from));
}

void adref_delimiters_end(AdrefDelimiters *self)
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
