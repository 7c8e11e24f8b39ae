#include "work/changes/clause_history.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "clause/markdown/canonical.h"
#include "clause/marker.h"
#include "merge/compare/clause_matching.h"
#include "merge/compare/part_matching.h"
#include "work/select_clause.h"

struct AdrefClauseHistory {
  const AdrefText *text;
  AdrefRepo *repo;
  char *id;    /* NULL: it has none */
  GBytes *now; /* the clause as it stands in the text, with its marker; NULL: gone */
  GHashTable
      *clauses_by_blob; /* git's id of a text -> the clause in it (GBytes), NULL: not in it */
  gboolean found_any;
  gboolean is_part; /* the history is that of a part of the clause, */
  AdrefNodeType part_type;
  GHashTable
      *parts; /* clause (GBytes) -> its place among the parts of this type, from 1; 0: none */
};

/* A part of a text; it owns no bytes. */
typedef struct {
  const char *start;
  gsize length;
} ByteRange;

static ByteRange range_of(GBytes *bytes)
{
  gsize length = 0;
  const char *start = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  return (ByteRange){start, length};
}

static const char *find(ByteRange in, const char *words, gsize length)
{
  return length > 0 ? memmem(in.start, in.length, words, length) : NULL;
}

/* The marker that begins at or behind `from`; *clause becomes its CLAUSE node. */
static const char *find_marker(ByteRange in, const char *from, AdrefNode **clause)
{
  static const char open[] = "<!--", shut[] = "-->";
  const char *end = in.start + in.length;
  while ((from = find((ByteRange){from, (gsize)(end - from)}, open, strlen(open)))) {
    const char *words = from + strlen(open);
    const char *close = find((ByteRange){words, (gsize)(end - words)}, shut, strlen(shut));
    if (!close)
      return NULL;
    g_autofree char *comment = g_strstrip(g_strndup(words, (gsize)(close - words)));
    g_autofree char *wrong = NULL;
    gboolean at_line = from == in.start || from[-1] == '\n';
    *clause = at_line ? adref_marker_read(comment, &wrong) : NULL;
    if (*clause)
      return from;
    from = words;
  }
  return NULL;
}

/* The start of the comment around `at`, or NULL. Looks back NEAR bytes: markers are short. */
static const char *comment_around(ByteRange in, const char *at)
{
  enum {
    NEAR = 200
  };
  for (gsize back = 4; back <= NEAR && at - in.start >= (gssize)back; back++)
    if (memcmp(at - back, "<!--", 4) == 0)
      return at - back;
  return NULL;
}

/* From the marker with the id to the next marker. */
static ByteRange find_id(ByteRange in, const char *id)
{
  const char *end = in.start + in.length, *at = in.start;
  for (; (at = find((ByteRange){at, (gsize)(end - at)}, id, strlen(id))); at++) {
    g_autoptr(AdrefNode) clause = NULL, next = NULL;
    const char *start = comment_around(in, at);
    if (!start || find_marker(in, start, &clause) != start ||
        g_strcmp0(clause->as.clause->id, id) != 0)
      continue;
    const char *stop = find_marker(in, start + 1, &next);
    return (ByteRange){start, (gsize)((stop ? stop : end) - start)};
  }
  return (ByteRange){NULL, 0};
}

/* The bytes `known` in another text, where they are whole lines. */
static ByteRange find_same(ByteRange in, ByteRange known)
{
  while (known.length > 0 && known.start[known.length - 1] == '\n')
    known.length--;
  const char *at = in.start, *end = in.start + in.length;
  for (; (at = find((ByteRange){at, (gsize)(end - at)}, known.start, known.length)); at++) {
    gboolean begins = at == in.start || at[-1] == '\n';
    const char *stop = at + known.length;
    if (begins && (stop == end || *stop == '\n'))
      return (ByteRange){at, known.length};
  }
  return (ByteRange){NULL, 0};
}

static const char *line_start(ByteRange in, guint line)
{
  const char *at = in.start, *end = in.start + in.length;
  for (; line > 1 && at < end; line--) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    at = newline ? newline + 1 : end;
  }
  return at;
}

/* The lines of a clause. */
static ByteRange lines_of(ByteRange in, const AdrefNode *clause)
{
  const char *start = line_start(in, clause->line);
  const char *end = clause->next ? line_start(in, clause->next->line) : in.start + in.length;
  return (ByteRange){start, (gsize)(end - start)};
}

static AdrefNode *read_range(const AdrefClauseHistory *self, ByteRange range)
{
  return adref_text_parse(self->text, range.start, range.length, NULL, NULL);
}

static const AdrefNode *at_place(const AdrefNode *document, guint place)
{
  const AdrefNode *clause = document->first;
  for (; clause && place > 0; place--)
    clause = clause->next;
  return clause;
}

/* The clause of `old` that matches the clause of `new` at the range `known`. */
static ByteRange find_similar(const AdrefClauseHistory *self, ByteRange old, ByteRange new,
                              ByteRange known)
{
  g_autoptr(AdrefNode) before = read_range(self, old), after = read_range(self, new);
  ByteRange found = {NULL, 0};
  guint place = 0;
  if (!before || !after)
    return found;
  const AdrefNode *clause = after->first;
  while (clause && lines_of(new, clause).start != known.start) {
    clause = clause->next;
    place++;
  }
  AdrefDiffWorker bench;
  AdrefClauseMatching match;
  adref_diff_worker_init(&bench, before, after, self->text->language);
  adref_clause_matching_init(&match, &bench, before, after);
  for (guint i = 0; clause && i < match.olds.length && !found.start; i++)
    if (match.matches[i] == place)
      found = lines_of(old, at_place(before, i));
  adref_clause_matching_clear(&match);
  adref_diff_worker_clear(&bench);
  return found;
}

/* Finds in the text `old` the clause that is `child` in the later text with git's id `after`. */
static gboolean identify(AdrefClauseHistory *self, ByteRange old, GBytes *child, const char *after,
                         ByteRange *found, GError **error)
{
  *found = self->id ? find_id(old, self->id) : (ByteRange){NULL, 0};
  if (found->start || !child)
    return TRUE;
  *found = find_same(old, range_of(child));
  if (found->start || !*after)
    return TRUE;
  g_autoptr(GBytes) new = adref_repo_read_blob(self->repo, after, error);
  if (!new)
    return FALSE;
  ByteRange known = find_same(range_of(new), range_of(child));
  if (known.start)
    *found = find_similar(self, old, range_of(new), known);
  return TRUE;
}

/* Equal ranges share their bytes: a long history has few different ones. */
static GBytes *share_bytes(GBytes *known, ByteRange range)
{
  ByteRange old = range_of(known);
  if (!range.start)
    return NULL;
  if (known && old.length == range.length && memcmp(old.start, range.start, range.length) == 0)
    return g_bytes_ref(known);
  return g_bytes_new(range.start, range.length);
}

/* Finds the clause in the text with git's id `object`; `child` is the clause in the later text
 * `after`. */
static gboolean look_up(AdrefClauseHistory *self, const char *object, GBytes *child,
                        const char *after, GBytes **found, GError **error)
{
  gpointer known = NULL;
  *found = NULL;
  if (!*object)
    return TRUE;
  if (!g_hash_table_lookup_extended(self->clauses_by_blob, object, NULL, &known)) {
    ByteRange range;
    g_autoptr(GBytes) text = adref_repo_read_blob(self->repo, object, error);
    if (!text || !identify(self, range_of(text), child, after, &range, error))
      return FALSE;
    known = share_bytes(child, range);
    g_hash_table_insert(self->clauses_by_blob, g_strdup(object), known);
  }
  *found = known;
  self->found_any |= known != NULL;
  return TRUE;
}

static char *hash_of(const AdrefClauseHistory *self, GBytes *bytes)
{
  g_autoptr(AdrefNode) document = bytes ? read_range(self, range_of(bytes)) : NULL;
  return document && document->first ? adref_clause_hash(document->first) : NULL;
}

/* --- a part of the clause --- */

/* The n-th node of the type of the part (from 1), or the number of a node; NULL and 0: none. */
static AdrefNode *part_at(const AdrefClauseHistory *self, const AdrefNode *clause, guint n)
{
  AdrefWalk walk = adref_walk(clause);
  while (n > 0 && adref_walk_next(&walk))
    if (walk.entering && walk.node->type == self->part_type && --n == 0)
      return walk.node;
  return NULL;
}

static guint place_of(const AdrefClauseHistory *self, const AdrefNode *clause,
                      const AdrefNode *part)
{
  guint place = 0;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    place += walk.entering && walk.node->type == self->part_type ? 1 : 0;
    if (walk.node == part)
      return place;
  }
  return 0;
}

/* Where the part of a later form of the clause stood in an older one. */
static guint find_place(const AdrefClauseHistory *self, GBytes *older, GBytes *later, guint place)
{
  g_autoptr(AdrefNode) was = read_range(self, range_of(older)),
                       is = read_range(self, range_of(later));
  if (!was || !was->first || !is || !is->first)
    return 0;
  const AdrefNode *part = part_at(self, is->first, place);
  g_autoptr(GHashTable) matches =
      adref_part_matching_new(was->first, is->first, self->part_type, self->text->language);
  GHashTableIter iter;
  gpointer before, after;
  g_hash_table_iter_init(&iter, matches);
  while (g_hash_table_iter_next(&iter, &before, &after))
    if (after == part)
      return place_of(self, was->first, before);
  return 0;
}

/* Finds the part in an older form of the clause, once. */
static void follow_part(AdrefClauseHistory *self, GBytes *older, GBytes *later)
{
  if (!self->is_part || !older || !later || g_hash_table_contains(self->parts, older))
    return;
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(self->parts, later));
  g_hash_table_insert(self->parts, older,
                      GUINT_TO_POINTER(place > 0 ? find_place(self, older, later, place) : 0));
}

/* The canonical words of the part, without the label of an item; NULL: it is not there. */
static char *words_of_part(const AdrefClauseHistory *self, GBytes *bytes)
{
  guint place = bytes ? GPOINTER_TO_UINT(g_hash_table_lookup(self->parts, bytes)) : 0;
  g_autoptr(AdrefNode) document = place > 0 ? read_range(self, range_of(bytes)) : NULL;
  AdrefNode *part = document && document->first ? part_at(self, document->first, place) : NULL;
  if (!part)
    return NULL;
  AdrefNode *clause = document->first;
  g_autofree char *label = part->type == ADREF_ITEM ? g_strdup(part->text) : NULL;
  adref_node_unlink(part);
  while (clause->first)
    adref_node_free(clause->first);
  adref_node_append(clause, part);
  if (part->type == ADREF_ITEM)
    adref_node_unwrap(part);
  g_autoptr(GString) words = adref_canonical_clause(clause);
  gsize behind = label && g_str_has_prefix(words->str, label) ? strlen(label) : 0;
  return g_strdup(words->str + behind);
}

static gboolean is_same_part(const AdrefClauseHistory *self, GBytes *a, GBytes *b)
{
  g_autofree char *first = words_of_part(self, a), *second = words_of_part(self, b);
  return g_strcmp0(first, second) == 0;
}

/* --- */

static gboolean is_same(const AdrefClauseHistory *self, GBytes *a, GBytes *b)
{
  if (a == b || (a && b && g_bytes_equal(a, b)))
    return TRUE;
  if (self->is_part)
    return is_same_part(self, a, b);
  g_autofree char *first = hash_of(self, a), *second = hash_of(self, b);
  return g_strcmp0(first, second) == 0;
}

gboolean adref_clause_history_changed(AdrefClauseHistory *self, AdrefLog *log, gboolean *changed,
                                      GError **error)
{
  g_autofree char *object = g_strdup(adref_log_object_id(log));
  GBytes *now, *before;
  if (!look_up(self, object, self->now, "", &now, error))
    return FALSE;
  guint count = adref_log_parent_count(log);
  follow_part(self, now, self->now);
  gboolean other = count > 0 || (now && (!self->is_part || g_hash_table_lookup(self->parts, now)));
  for (guint i = 0; i < count; i++) {
    if (!look_up(self, adref_log_parent_object_id(log, i), now, object, &before, error))
      return FALSE;
    follow_part(self, before, now);
    other = other && !is_same(self, now, before);
  }
  *changed = other;
  return TRUE;
}

gboolean adref_clause_history_found(const AdrefClauseHistory *self)
{
  return self->found_any;
}

static void bytes_free(gpointer bytes)
{
  if (bytes)
    g_bytes_unref(bytes);
}

AdrefClauseHistory *adref_clause_history_new(const AdrefText *text, AdrefRepo *repo,
                                             const char *name, GError **error)
{
  g_autoptr(GError) no_place = NULL;
  AdrefAddress address = {0};
  if (!adref_select_part(text, name, &address, &no_place))
    address.clause = NULL;
  const AdrefNode *clause = address.clause;
  if (!clause && !adref_name_is(ADREF_NAME_CLAUSE, name)) {
    g_propagate_error(error, g_steal_pointer(&no_place));
    return NULL;
  }
  AdrefClauseHistory *self = g_new0(AdrefClauseHistory, 1);
  self->text = text;
  self->repo = repo;
  self->id = g_strdup(clause ? clause->as.clause->id : name);
  if (clause)
    self->now = share_bytes(NULL, lines_of(range_of(text->source), clause));
  self->parts = g_hash_table_new(g_direct_hash, g_direct_equal);
  self->is_part = clause && address.part != clause;
  if (self->is_part) {
    self->part_type = address.part->type;
    g_hash_table_insert(self->parts, self->now,
                        GUINT_TO_POINTER(place_of(self, clause, address.part)));
  }
  self->clauses_by_blob = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, bytes_free);
  return self;
}

void adref_clause_history_free(AdrefClauseHistory *self)
{
  if (!self)
    return;
  g_free(self->id);
  bytes_free(self->now);
  g_hash_table_unref(self->clauses_by_blob);
  g_hash_table_unref(self->parts);
  g_free(self);
}
