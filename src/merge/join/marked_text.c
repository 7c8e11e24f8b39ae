#include "merge/join/marked_text.h"

#include <string.h>

#include "base/digest.h"
#include "clause/marker.h"

typedef struct {
  const char *start, *words, *end; /* the line of the marker, the line below it */
  gsize marker;                    /* the length of the marker's line, without its end */
  char *id;
} Clause;

typedef struct {
  guint8 bytes[ADREF_MARKED_TEXT_DIGEST];
} Digest;

/* The words that an older version had in the place of a clause: most often the next older one has
 * them, too. */
struct Recent {
  char *words; /* NULL: none yet */
  gsize length;
  Digest digest;
};

struct AdrefMarkedText {
  GBytes *bytes;
  GArray *clauses;       /* of Clause */
  GHashTable *places;    /* id -> place of its last clause, plus 1 */
  Digest *digests;       /* by place; NULL until they are needed */
  GHashTable *digested;  /* a digest of the last clause of an id -> its place, plus 1 */
  struct Recent *recent; /* by place, with `digests` */
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
  g_clear_pointer(&self->digested, g_hash_table_unref);
  for (guint i = 0; self->recent && i < self->clauses->len; i++)
    g_free(self->recent[i].words);
  g_free(self->recent);
  g_free(self->digests);
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

/* Digests */

static guint hash_digest(gconstpointer digest)
{
  guint hash;
  memcpy(&hash, digest, sizeof hash);
  return hash;
}

static gboolean is_same_digest(gconstpointer a, gconstpointer b)
{
  return memcmp(a, b, ADREF_MARKED_TEXT_DIGEST) == 0;
}

/* Of the id and the words, one space between two. `buffer` is for all digests of a text. */
static Digest digest_of(const char *id, const char *words, const char *end, GString *buffer)
{
  guint8 whole[ADREF_DIGEST_SIZE];
  Digest digest;
  g_string_assign(buffer, id);
  gsize length = buffer->len;
  g_string_set_size(buffer, length + (gsize)(end - words) + 1);
  for (const char *word = skip_spaces(words, end); word < end; word = skip_spaces(word, end)) {
    buffer->str[length++] = ' ';
    while (!is_stop(word, end))
      buffer->str[length++] = *word++;
  }
  g_string_truncate(buffer, length);
  AdrefDigest *made = adref_digest_new();
  adref_digest_add(made, buffer->str, buffer->len);
  adref_digest_end(made, whole);
  memcpy(digest.bytes, whole, ADREF_MARKED_TEXT_DIGEST);
  return digest;
}

/* What is computed once does not change what the text says. */
static const AdrefMarkedText *digest_all(const AdrefMarkedText *text)
{
  AdrefMarkedText *self = (AdrefMarkedText *)(guintptr)text;
  if (self->digests)
    return self;
  g_autoptr(GString) buffer = g_string_new(NULL);
  self->digests = g_new(Digest, self->clauses->len + 1);
  self->digested = g_hash_table_new(hash_digest, is_same_digest);
  self->recent = g_new0(struct Recent, self->clauses->len + 1);
  for (guint i = 0; i < self->clauses->len; i++) {
    const Clause *clause = clause_at(self, i);
    guint last = i;
    self->digests[i] = digest_of(clause->id, clause->words, clause->end, buffer);
    if (adref_marked_text_find(self, clause->id, &last) && last == i)
      g_hash_table_insert(self->digested, &self->digests[i], GUINT_TO_POINTER(i + 1));
  }
  return self;
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
  GHashTable *added; /* id -> Span of its last clause, of ids that the text does not have; NULL:
                        nobody asks */
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

static void add_span(Comparison *self, const char *id, const char *words)
{
  Span span = {words, self->at};
  if (self->added)
    g_hash_table_replace(self->added, g_strdup(id), g_memdup2(&span, sizeof span));
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
  if (!found) {
    add_span(self, id, words);
    return;
  }
  self->same[place] = FALSE;
  self->others[place] = (Span){words, self->at};
}

/* The clauses with the same bytes are known to be the same, and have no other span. */
static gboolean *compare_bytes(Comparison *self, GBytes *other)
{
  gsize size = 0;
  guint count = self->text->clauses->len;
  const char *text = other ? g_bytes_get_data(other, &size) : NULL;
  self->same = g_new0(gboolean, count + 1);
  self->others = g_new0(Span, count + 1);
  if (!text)
    return self->same;
  self->end = text + size;
  self->at = find_marker(text, self->end, NULL);
  while (self->at < self->end)
    if (!take_expected(self))
      take_other(self);
  for (guint i = 0; i < count; i++) {
    const Clause *clause = clause_at(self->text, i);
    const Span *span = &self->others[i];
    if (span->words)
      self->same[i] = has_same_words(span->words, span->end, clause->words, clause->end);
  }
  return self->same;
}

gboolean *adref_marked_text_compare(const AdrefMarkedText *self, GBytes *other)
{
  Comparison comparison = {.text = self};
  gboolean *same = compare_bytes(&comparison, other);
  g_free(comparison.others);
  return same;
}

/* Of the words that the other version has in the place of a clause. */
static Digest digest_at(const AdrefMarkedText *text, guint place, const Span *span, GString *buffer)
{
  struct Recent *recent = &text->recent[place];
  gsize length = (gsize)(span->end - span->words);
  if (recent->words && recent->length == length && memcmp(recent->words, span->words, length) == 0)
    return recent->digest;
  g_free(recent->words);
  recent->words = g_memdup2(span->words, length);
  recent->length = length;
  recent->digest = digest_of(clause_at(text, place)->id, span->words, span->end, buffer);
  return recent->digest;
}

/* Of the clauses of the other version: those of the text, and those that it does not have. */
static GBytes *collect_digests(const Comparison *self)
{
  const AdrefMarkedText *text = digest_all(self->text);
  g_autoptr(GString) buffer = g_string_new(NULL);
  GArray *digests = g_array_new(FALSE, FALSE, sizeof(Digest));
  for (guint i = 0; i < text->clauses->len; i++) {
    const Span *span = &self->others[i];
    if (self->same[i])
      g_array_append_val(digests, text->digests[i]);
    if (self->same[i] || !span->words)
      continue;
    Digest digest = digest_at(text, i, span, buffer);
    g_array_append_val(digests, digest);
  }
  GHashTableIter iter;
  gpointer id, value;
  g_hash_table_iter_init(&iter, self->added);
  while (g_hash_table_iter_next(&iter, &id, &value)) {
    const Span *span = value;
    Digest digest = digest_of(id, span->words, span->end, buffer);
    g_array_append_val(digests, digest);
  }
  gsize size = digests->len * sizeof(Digest);
  return g_bytes_new_take(g_array_free(digests, FALSE), size);
}

gboolean *adref_marked_text_digest(const AdrefMarkedText *self, GBytes *other, GBytes **digests)
{
  g_autoptr(GHashTable) added = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  Comparison comparison = {.text = self, .added = added};
  gboolean *same = compare_bytes(&comparison, other);
  *digests = collect_digests(&comparison);
  g_free(comparison.others);
  return same;
}

gboolean *adref_marked_text_compare_digests(const AdrefMarkedText *self, GBytes *digests)
{
  const AdrefMarkedText *text = digest_all(self);
  gboolean *same = g_new0(gboolean, text->clauses->len + 1);
  gsize size;
  const guint8 *bytes = g_bytes_get_data(digests, &size);
  for (gsize at = 0; size - at >= ADREF_MARKED_TEXT_DIGEST; at += ADREF_MARKED_TEXT_DIGEST) {
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(text->digested, bytes + at));
    if (place > 0)
      same[place - 1] = TRUE;
  }
  return same;
}
