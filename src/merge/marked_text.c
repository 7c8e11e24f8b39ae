#include "merge/marked_text.h"

#include <string.h>

#include "clause/marker.h"

typedef struct {
  const char *start, *words, *end; /* the line of the marker, the line below it */
  gsize marker;                    /* the length of the marker's line, without its end */
  char *id;
} Clause;

struct AdrefMarkedText {
  GBytes *bytes;
  GArray *clauses;    /* of Clause */
  GHashTable *places; /* id -> place of its last clause, plus 1 */
};

static const Clause *clause_at(const AdrefMarkedText *self, guint place)
{
  return &g_array_index(self->clauses, Clause, place);
}

/* Lines */

static gsize line_length(const char *line, const char *end)
{
  const char *stop = memchr(line, '\n', (gsize)(end - line));
  return (gsize)((stop ? stop : end) - line);
}

static const char *line_below(const char *line, const char *end)
{
  gsize length = line_length(line, end);
  return line + length < end ? line + length + 1 : end;
}

static const char open_mark[] = "<!--", close_mark[] = "-->";

static gboolean is_comment(const char *line, const char *end)
{
  gsize opening = strlen(open_mark);
  return (gsize)(end - line) >= opening && memcmp(line, open_mark, opening) == 0;
}

/* The id of the clause that a line begins, NULL for another line. Caller frees. */
static char *id_of_line(const char *line, const char *end)
{
  gsize length = line_length(line, end), opening = strlen(open_mark);
  if (!is_comment(line, end) || length < opening + strlen(close_mark))
    return NULL;
  g_autofree char *text = g_strndup(line + opening, length - opening);
  char *close = g_strrstr(text, close_mark);
  char *wrong = NULL;
  if (!close)
    return NULL;
  *close = '\0';
  g_autoptr(AdrefNode) clause = adref_marker_read(g_strstrip(text), &wrong);
  g_free(wrong);
  return clause && clause->type == ADREF_CLAUSE ? g_strdup(clause->as.clause->id) : NULL;
}

static gboolean has_marker_of(const char *line, const char *end, const Clause *clause)
{
  return line_length(line, end) == clause->marker &&
         memcmp(line, clause->start, clause->marker) == 0;
}

static gboolean begins_clause(const char *line, const char *end, const Clause *expected)
{
  if (expected && has_marker_of(line, end, expected))
    return TRUE;
  g_autofree char *id = id_of_line(line, end);
  return id != NULL;
}

/* The first line from `line` on that begins a clause; `end` when there is none. The marker of
 * `expected` (may be NULL) is not read. */
static const char *find_marker(const char *line, const char *end, const Clause *expected)
{
  const char *start = line;
  for (const char *at = line; (at = memchr(at, '<', (gsize)(end - at))); at++)
    if ((at == start || at[-1] == '\n') && begins_clause(at, end, expected))
      return at;
  return end;
}

/* One text */

static void clause_clear(gpointer clause)
{
  g_free(((Clause *)clause)->id);
}

static void add_clause(AdrefMarkedText *self, const char *start, const char *next, const char *end)
{
  Clause clause = {.start = start,
                   .words = line_below(start, end),
                   .end = next,
                   .marker = line_length(start, end),
                   .id = id_of_line(start, end)};
  g_array_append_val(self->clauses, clause);
  g_hash_table_insert(self->places, clause.id, GUINT_TO_POINTER(self->clauses->len));
}

AdrefMarkedText *adref_marked_text_new(GBytes *bytes)
{
  AdrefMarkedText *self = g_new0(AdrefMarkedText, 1);
  self->bytes = bytes ? g_bytes_ref(bytes) : g_bytes_new_static("", 0);
  self->clauses = g_array_new(FALSE, FALSE, sizeof(Clause));
  g_array_set_clear_func(self->clauses, clause_clear);
  self->places = g_hash_table_new(g_str_hash, g_str_equal);
  gsize size;
  const char *text = g_bytes_get_data(self->bytes, &size);
  const char *end = text ? text + size : NULL;
  for (const char *at = text ? find_marker(text, end, NULL) : NULL, *next; at < end; at = next) {
    next = find_marker(line_below(at, end), end, NULL);
    add_clause(self, at, next, end);
  }
  return self;
}

void adref_marked_text_free(AdrefMarkedText *self)
{
  if (!self)
    return;
  g_hash_table_unref(self->places);
  g_array_unref(self->clauses);
  g_bytes_unref(self->bytes);
  g_free(self);
}

guint adref_marked_text_count(const AdrefMarkedText *self)
{
  return self->clauses->len;
}

const char *adref_marked_text_id(const AdrefMarkedText *self, guint place)
{
  return clause_at(self, place)->id;
}

gboolean adref_marked_text_find(const AdrefMarkedText *self, const char *id, guint *place)
{
  guint found = GPOINTER_TO_UINT(g_hash_table_lookup(self->places, id));
  if (found == 0)
    return FALSE;
  *place = found - 1;
  return TRUE;
}

/* Words */

static gboolean is_stop(const char *at, const char *end)
{
  return at == end || g_ascii_isspace(*at);
}

static const char *skip_spaces(const char *at, const char *end)
{
  while (at < end && g_ascii_isspace(*at))
    at++;
  return at;
}

/* The length of the bytes that two texts have in common at their beginning. */
static gsize common_length(const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize length = MIN(a_length, b_length), at = 0;
  while (at + sizeof(guint64) <= length && memcmp(a + at, b + at, sizeof(guint64)) == 0)
    at += sizeof(guint64);
  while (at < length && a[at] == b[at])
    at++;
  return at;
}

/* Whether two texts have the same words. Where their bytes differ, both must stand between words,
 * and the spaces there are skipped. */
static gboolean has_same_words(const char *a, const char *a_end, const char *b, const char *b_end)
{
  gboolean between = TRUE;
  while (TRUE) {
    gsize common = common_length(a, (gsize)(a_end - a), b, (gsize)(b_end - b));
    if (common > 0)
      between = g_ascii_isspace(a[common - 1]);
    a += common;
    b += common;
    if (!between && !(is_stop(a, a_end) && is_stop(b, b_end)))
      return FALSE;
    const char *a_word = skip_spaces(a, a_end), *b_word = skip_spaces(b, b_end);
    if (a_word == a && b_word == b)
      return a == a_end && b == b_end;
    a = a_word;
    b = b_word;
    between = TRUE;
  }
}

/* Two versions */

/* The words that another version has in the place of a clause; NULL: those of the clause. */
typedef struct {
  const char *words, *end;
} Span;

typedef struct {
  const AdrefMarkedText *text;
  const char *at, *end; /* of the other version; `at` is the line of a marker with an id */
  guint expected;       /* place of the clause that is expected there */
  gboolean *same;
  Span *others;
} Comparison;

static const Clause *clause_from(const AdrefMarkedText *self, guint place)
{
  return place < self->clauses->len ? clause_at(self, place) : NULL;
}

/* Takes the clause that is expected, when it stands here byte for byte. */
static gboolean take_expected(Comparison *self)
{
  const Clause *clause = clause_from(self->text, self->expected);
  gsize length = clause ? (gsize)(clause->end - clause->start) : 0;
  if (!clause || (gsize)(self->end - self->at) < length ||
      memcmp(self->at, clause->start, length) != 0)
    return FALSE;
  const char *next = self->at + length;
  guint here = self->expected, place = here;
  if (next < self->end &&
      (next[-1] != '\n' || !begins_clause(next, self->end, clause_from(self->text, here + 1))))
    return FALSE;
  adref_marked_text_find(self->text, clause->id, &place);
  self->same[place] = place == here;
  self->others[place] = place == here ? (Span){NULL, NULL} : (Span){clause->words, clause->end};
  self->expected = here + 1;
  self->at = next;
  return TRUE;
}

static void take_other(Comparison *self)
{
  const Clause *clause = clause_from(self->text, self->expected);
  gboolean is_expected = clause && has_marker_of(self->at, self->end, clause);
  g_autofree char *id = is_expected ? g_strdup(clause->id) : id_of_line(self->at, self->end);
  const char *words = line_below(self->at, self->end);
  guint place;
  gboolean found = adref_marked_text_find(self->text, id, &place);
  if (found)
    self->expected = is_expected ? self->expected + 1 : place + 1;
  self->at = find_marker(words, self->end, clause_from(self->text, self->expected));
  if (!found)
    return;
  self->same[place] = FALSE;
  self->others[place] = (Span){words, self->at};
}

gboolean *adref_marked_text_compare(const AdrefMarkedText *self, GBytes *other)
{
  guint count = self->clauses->len;
  gboolean *same = g_new0(gboolean, count + 1);
  g_autofree Span *others = g_new0(Span, count + 1);
  gsize size = 0;
  const char *text = other ? g_bytes_get_data(other, &size) : NULL;
  if (!text)
    return same;
  Comparison comparison = {.text = self, .end = text + size, .same = same, .others = others};
  comparison.at = find_marker(text, comparison.end, NULL);
  while (comparison.at < comparison.end)
    if (!take_expected(&comparison))
      take_other(&comparison);
  for (guint i = 0; i < count; i++) {
    const Clause *clause = clause_at(self, i);
    const Span *span = &others[i];
    if (span->words)
      same[i] = has_same_words(span->words, span->end, clause->words, clause->end);
  }
  return same;
}
