#include "merge/compare/chunk_diff.h"

#include "merge/compare/align_sequences.h"
#include "merge/compare/chunks.h"
#include "merge/compare/diff.h"
#include "merge/nonspace.h"

AdrefNode *adref_chunk_diff_read(const char *text, const GArray *chunks, const GArray *which,
                                 const AdrefMarkdownReadOptions *options, guint *counts)
{
  g_autoptr(AdrefNode) document = adref_node_new(ADREF_DOCUMENT);
  for (guint k = 0; k < which->len; k++) {
    const AdrefChunk *chunk = &g_array_index(chunks, AdrefChunk, g_array_index(which, guint, k));
    AdrefMarkdownReadOptions of_part = options ? *options : (AdrefMarkdownReadOptions){0};
    of_part.is_part = chunk->start > 0;
    g_autoptr(AdrefNode) part =
        adref_markdown_read(text + chunk->start, chunk->length, &of_part, NULL, NULL);
    if (!part)
      return NULL;
    for (counts[k] = 0; part->first; counts[k]++) {
      AdrefNode *clause = part->first;
      g_clear_pointer(&clause->as.clause->number, g_free);
      adref_node_unlink(clause);
      adref_node_append(document, clause);
    }
  }
  adref_nonspace_mask_numbers(document);
  return g_steal_pointer(&document);
}

/* One of the two texts. */
typedef struct {
  const char *text;
  GArray *chunks;
  GArray *which; /* the chunks that differ */
} ChunkSide;

static void chunk_side_init(ChunkSide *side, GBytes *bytes)
{
  gsize length;
  side->text = g_bytes_get_data(bytes, &length);
  side->chunks = adref_chunks_split(side->text, length);
  side->which = g_array_new(FALSE, FALSE, sizeof(guint));
}

static void chunk_side_clear(ChunkSide *side)
{
  g_array_unref(side->chunks);
  g_array_unref(side->which);
}

static AdrefNode *read_side(const ChunkSide *side, const AdrefMarkdownReadOptions *options)
{
  g_autofree guint *counts = g_new(guint, side->which->len + 1);
  return adref_chunk_diff_read(side->text, side->chunks, side->which, options, counts);
}

static void find_differing(ChunkSide *old, ChunkSide *new)
{
  g_autofree guint *matches = g_new(guint, old->chunks->len + 1);
  g_autofree guint8 *same = g_new0(guint8, new->chunks->len + 1);
  adref_chunks_match(old->text, old->chunks, new->text, new->chunks, matches);
  for (guint i = 0; i < old->chunks->len; i++) {
    if (matches[i] == ADREF_NO_MATCH)
      g_array_append_val(old->which, i);
    else
      same[matches[i]] = TRUE;
  }
  for (guint j = 0; j < new->chunks->len; j++)
    if (!same[j])
      g_array_append_val(new->which, j);
}

AdrefNode *adref_chunk_diff(GBytes *old, GBytes *new, const AdrefMarkdownReadOptions *options,
                            const char *language)
{
  ChunkSide before, after;
  chunk_side_init(&before, old);
  chunk_side_init(&after, new);
  find_differing(&before, &after);
  g_autoptr(AdrefNode) was = read_side(&before, options), is = read_side(&after, options);
  chunk_side_clear(&before);
  chunk_side_clear(&after);
  return was && is ? adref_diff(was, is, language) : NULL;
}
