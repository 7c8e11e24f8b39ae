#include "cmd/clause_history.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "clause/canonical.h"
#include "clause/marker.h"
#include "cmd/select_clause.h"
#include "merge/clause_matching.h"

struct AdrefFollow {
  const AdrefText *text;
  AdrefRepo *repo;
  char *id;           /* NULL: it has none */
  GBytes *now;        /* the clause as it stands in the text, with its marker; NULL: gone */
  GHashTable *slices; /* git's id of a text -> the clause in it (GBytes), NULL: not in it */
  gboolean met;
};

/* A part of a text that belongs to somebody else. */
typedef struct {
  const char *start;
  gsize length;
} Slice;

static Slice slice_of(GBytes *bytes)
{
  gsize length = 0;
  const char *start = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  return (Slice){start, length};
}

static const char *find(Slice in, const char *words, gsize length)
{
  return length > 0 ? memmem(in.start, in.length, words, length) : NULL;
}

/* The marker that begins at or behind `from`; *clause is what it says (a CLAUSE node). */
static const char *find_marker(Slice in, const char *from, AdrefNode **clause)
{
  static const char open[] = "<!--", shut[] = "-->";
  const char *end = in.start + in.length;
  while ((from = find((Slice){from, (gsize)(end - from)}, open, strlen(open)))) {
    const char *words = from + strlen(open);
    const char *close = find((Slice){words, (gsize)(end - words)}, shut, strlen(shut));
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

/* The comment around `at`, or NULL; one with a marker is short. */
static const char *comment_around(Slice in, const char *at)
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
static Slice find_id(Slice in, const char *id)
{
  const char *end = in.start + in.length, *at = in.start;
  for (; (at = find((Slice){at, (gsize)(end - at)}, id, strlen(id))); at++) {
    g_autoptr(AdrefNode) clause = NULL, next = NULL;
    const char *start = comment_around(in, at);
    if (!start || find_marker(in, start, &clause) != start ||
        g_strcmp0(clause->as.clause->id, id) != 0)
      continue;
    const char *stop = find_marker(in, start + 1, &next);
    return (Slice){start, (gsize)((stop ? stop : end) - start)};
  }
  return (Slice){NULL, 0};
}

/* The same bytes elsewhere, as lines of their own. */
static Slice find_same(Slice in, Slice known)
{
  while (known.length > 0 && known.start[known.length - 1] == '\n')
    known.length--;
  const char *at = in.start, *end = in.start + in.length;
  for (; (at = find((Slice){at, (gsize)(end - at)}, known.start, known.length)); at++) {
    gboolean begins = at == in.start || at[-1] == '\n';
    const char *stop = at + known.length;
    if (begins && (stop == end || *stop == '\n'))
      return (Slice){at, known.length};
  }
  return (Slice){NULL, 0};
}

static const char *line_start(Slice in, guint line)
{
  const char *at = in.start, *end = in.start + in.length;
  for (; line > 1 && at < end; line--) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    at = newline ? newline + 1 : end;
  }
  return at;
}

/* The lines of a clause. */
static Slice lines_of(Slice in, const AdrefNode *clause)
{
  const char *start = line_start(in, clause->line);
  const char *end = clause->next ? line_start(in, clause->next->line) : in.start + in.length;
  return (Slice){start, (gsize)(end - start)};
}

static AdrefNode *read_slice(const AdrefFollow *self, Slice slice)
{
  return adref_text_reread(self->text, slice.start, slice.length, NULL, NULL);
}

static const AdrefNode *at_place(const AdrefNode *document, guint place)
{
  const AdrefNode *clause = document->first;
  for (; clause && place > 0; place--)
    clause = clause->next;
  return clause;
}

/* The clause of `old` that became the one which stands in `new` at the slice `known`. */
static Slice find_alike(const AdrefFollow *self, Slice old, Slice new, Slice known)
{
  g_autoptr(AdrefNode) before = read_slice(self, old), after = read_slice(self, new);
  Slice found = {NULL, 0};
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

/* The clause in the text `old`, once it stood as `child` in the text with git's id `after`. */
static gboolean identify(AdrefFollow *self, Slice old, GBytes *child, const char *after,
                         Slice *found, GError **error)
{
  *found = self->id ? find_id(old, self->id) : (Slice){NULL, 0};
  if (found->start || !child)
    return TRUE;
  *found = find_same(old, slice_of(child));
  if (found->start || !*after)
    return TRUE;
  g_autoptr(GBytes) new = adref_repo_read_blob(self->repo, after, error);
  if (!new)
    return FALSE;
  Slice known = find_same(slice_of(new), slice_of(child));
  if (known.start)
    *found = find_alike(self, old, slice_of(new), known);
  return TRUE;
}

/* Slices that are the same share their bytes: a long history has few. */
static GBytes *share(GBytes *known, Slice slice)
{
  Slice old = slice_of(known);
  if (!slice.start)
    return NULL;
  if (known && old.length == slice.length && memcmp(old.start, slice.start, slice.length) == 0)
    return g_bytes_ref(known);
  return g_bytes_new(slice.start, slice.length);
}

/* The clause in a text; `child` is how it stood later, in the text `after`. */
static gboolean look_up(AdrefFollow *self, const char *object, GBytes *child, const char *after,
                        GBytes **found, GError **error)
{
  gpointer known = NULL;
  *found = NULL;
  if (!*object)
    return TRUE;
  if (!g_hash_table_lookup_extended(self->slices, object, NULL, &known)) {
    Slice slice;
    g_autoptr(GBytes) text = adref_repo_read_blob(self->repo, object, error);
    if (!text || !identify(self, slice_of(text), child, after, &slice, error))
      return FALSE;
    known = share(child, slice);
    g_hash_table_insert(self->slices, g_strdup(object), known);
  }
  *found = known;
  self->met |= known != NULL;
  return TRUE;
}

static char *hash_of(const AdrefFollow *self, GBytes *bytes)
{
  g_autoptr(AdrefNode) document = bytes ? read_slice(self, slice_of(bytes)) : NULL;
  return document && document->first ? adref_clause_hash(document->first) : NULL;
}

static gboolean is_same(const AdrefFollow *self, GBytes *a, GBytes *b)
{
  if (a == b || (a && b && g_bytes_equal(a, b)))
    return TRUE;
  g_autofree char *first = hash_of(self, a), *second = hash_of(self, b);
  return g_strcmp0(first, second) == 0;
}

gboolean adref_follow_changed(AdrefFollow *self, AdrefLog *log, gboolean *changed, GError **error)
{
  g_autofree char *object = g_strdup(adref_log_object_id(log));
  GBytes *now, *before;
  if (!look_up(self, object, self->now, "", &now, error))
    return FALSE;
  guint count = adref_log_parent_count(log);
  gboolean other = count > 0 || now;
  for (guint i = 0; i < count; i++) {
    if (!look_up(self, adref_log_parent_object_id(log, i), now, object, &before, error))
      return FALSE;
    other = other && !is_same(self, now, before);
  }
  *changed = other;
  return TRUE;
}

gboolean adref_follow_met(const AdrefFollow *self)
{
  return self->met;
}

static void bytes_free(gpointer bytes)
{
  if (bytes)
    g_bytes_unref(bytes);
}

AdrefFollow *adref_follow_new(const AdrefText *text, AdrefRepo *repo, const char *name,
                              GError **error)
{
  const AdrefNode *clause = adref_pick_find(text->document, name);
  if (!clause && !adref_name_is(ADREF_NAME_CLAUSE, name)) {
    adref_pick_clause(text, name, error);
    return NULL;
  }
  AdrefFollow *self = g_new0(AdrefFollow, 1);
  self->text = text;
  self->repo = repo;
  self->id = g_strdup(clause ? clause->as.clause->id : name);
  if (clause)
    self->now = share(NULL, lines_of(slice_of(text->source), clause));
  self->slices = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, bytes_free);
  return self;
}

void adref_follow_free(AdrefFollow *self)
{
  if (!self)
    return;
  g_free(self->id);
  bytes_free(self->now);
  g_hash_table_unref(self->slices);
  g_free(self);
}
