#include "merge/compare/chunks.h"

#include <string.h>

#include "clause/markdown/front_matter.h"
#include "merge/compare/align_sequences.h"

/* Whether the comment at `at` ("<!--") is the marker of a clause, not a note or another comment. */
static gboolean is_marker(const char *at, const char *end)
{
  static const char *const kinds[] = {"op", "pp", "item", "chapeau", "closing", "annex"};
  at += strlen("<!--");
  while (at < end && *at == ' ')
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    gsize length = strlen(kinds[i]);
    if ((gsize)(end - at) > length && memcmp(at, kinds[i], length) == 0)
      return at[length] == ' ' || at[length] == '-';
  }
  return FALSE;
}

static const char *next_marker(const char *text, const char *from, const char *end)
{
  for (const char *at = from; (at = memchr(at, '<', (gsize)(end - at))); at++) {
    gboolean at_line = at == text || at[-1] == '\n';
    if (at_line && end - at > 4 && memcmp(at, "<!--", 4) == 0 && is_marker(at, end))
      return at;
  }
  return NULL;
}

static gboolean is_blank(const char *line, const char *end)
{
  while (line < end && (*line == ' ' || *line == '\t' || *line == '\r'))
    line++;
  return line == end;
}

/* The next line that follows a blank line and is not indented. `from` may be inside of a line. */
static const char *next_block(const char *text, const char *from, const char *end)
{
  gboolean blank = FALSE;
  for (const char *line = from; line < end;) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    gboolean whole = line == text || line[-1] == '\n';
    gboolean empty = whole && is_blank(line, newline ? newline : end);
    if (blank && !empty && *line != ' ' && *line != '\t')
      return line;
    blank = empty;
    line = newline ? newline + 1 : end;
  }
  return NULL;
}

GArray *adref_chunks_split(const char *text, gsize length)
{
  GArray *chunks = g_array_new(FALSE, FALSE, sizeof(AdrefChunk));
  if (length == 0)
    return chunks;
  const char *end = text + length, *start = text + adref_front_matter_length(text, length);
  const char *(*next)(const char *, const char *, const char *) =
      next_marker(text, start, end) ? next_marker : next_block;
  while (start < end) {
    const char *stop = next(text, start + 1, end);
    AdrefChunk chunk = {(gsize)(start - text), (gsize)((stop ? stop : end) - start)};
    g_array_append_val(chunks, chunk);
    start = stop ? stop : end;
  }
  return chunks;
}

/* --- matching --- */

typedef struct {
  const char *text;
  const AdrefChunk *chunks;
  guint from, to; /* chunks that have no match yet */
} MatchSide;

static gboolean is_same(const MatchSide *old, guint i, const MatchSide *new, guint j)
{
  const AdrefChunk *a = &old->chunks[i], *b = &new->chunks[j];
  return a->length == b->length &&
         memcmp(old->text + a->start, new->text + b->start, a->length) == 0;
}

static void match_ends(MatchSide *old, MatchSide *new, guint *matches)
{
  while (old->from < old->to && new->from < new->to && is_same(old, old->from, new, new->from))
    matches[old->from++] = new->from++;
  while (old->from < old->to && new->from < new->to && is_same(old, old->to - 1, new, new->to - 1))
    matches[--old->to] = --new->to;
}

static GBytes *key_of(const MatchSide *side, guint i)
{
  return g_bytes_new_static(side->text + side->chunks[i].start, side->chunks[i].length);
}

static gpointer place(guint i)
{
  return GUINT_TO_POINTER(i + 1);
}

/* Chunks of the same bytes are a list: the table has the first one, `next` the others. */
static void match_elsewhere(const MatchSide *old, const MatchSide *new, guint *matches)
{
  g_autoptr(GHashTable) firsts =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  g_autofree guint *next = g_new0(guint, new->to - new->from + 1);
  for (guint j = new->to; j-- > new->from;) {
    GBytes *key = key_of(new, j);
    next[j - new->from] = GPOINTER_TO_UINT(g_hash_table_lookup(firsts, key));
    g_hash_table_replace(firsts, key, place(j));
  }
  for (guint i = old->from; i < old->to; i++) {
    g_autoptr(GBytes) key = key_of(old, i);
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(firsts, key));
    if (found == 0)
      continue;
    matches[i] = found - 1;
    guint after = next[matches[i] - new->from];
    if (after)
      g_hash_table_replace(firsts, key_of(new, matches[i]), place(after - 1));
    else
      g_hash_table_remove(firsts, key);
  }
}

void adref_chunks_match(const char *old_text, const GArray *old, const char *new_text,
                        const GArray *new, guint *matches)
{
  MatchSide before = {old_text, (const AdrefChunk *)(gconstpointer)old->data, 0, old->len};
  MatchSide after = {new_text, (const AdrefChunk *)(gconstpointer) new->data, 0, new->len};
  for (guint i = 0; i < old->len; i++)
    matches[i] = ADREF_NO_MATCH;
  match_ends(&before, &after, matches);
  match_elsewhere(&before, &after, matches);
}
