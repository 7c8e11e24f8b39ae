#include "merge/chunk_diff.h"

#include "merge/align_sequences.h"
#include "merge/chunks.h"
#include "merge/diff.h"
#include "merge/nonspace.h"

AdrefNode *adref_excerpt_read(const char *text, const GArray *slices, const GArray *which,
                              const AdrefReading *how, guint *counts)
{
  g_autoptr(AdrefNode) document = adref_node_new(ADREF_DOCUMENT);
  for (guint k = 0; k < which->len; k++) {
    const AdrefSlice *slice = &g_array_index(slices, AdrefSlice, g_array_index(which, guint, k));
    g_autoptr(AdrefNode) part = adref_read(text + slice->start, slice->length, how, NULL, NULL);
    if (!part)
      return NULL;
    for (counts[k] = 0; part->first; counts[k]++) {
      AdrefNode *clause = part->first;
      g_clear_pointer(&clause->as.clause->number, g_free);
      adref_node_unlink(clause);
      adref_node_append(document, clause);
    }
  }
  adref_letters_level(document);
  return g_steal_pointer(&document);
}

/* One of the two texts. */
typedef struct {
  const char *text;
  GArray *slices;
  GArray *which; /* those that differ */
} Side;

static void side_init(Side *side, GBytes *bytes)
{
  gsize length;
  side->text = g_bytes_get_data(bytes, &length);
  side->slices = adref_slices_cut(side->text, length);
  side->which = g_array_new(FALSE, FALSE, sizeof(guint));
}

static void side_clear(Side *side)
{
  g_array_unref(side->slices);
  g_array_unref(side->which);
}

static AdrefNode *read_side(const Side *side, const AdrefReading *how)
{
  g_autofree guint *counts = g_new(guint, side->which->len + 1);
  return adref_excerpt_read(side->text, side->slices, side->which, how, counts);
}

static void find_differing(Side *old, Side *new)
{
  g_autofree guint *mates = g_new(guint, old->slices->len + 1);
  g_autofree guint8 *same = g_new0(guint8, new->slices->len + 1);
  adref_slices_match(old->text, old->slices, new->text, new->slices, mates);
  for (guint i = 0; i < old->slices->len; i++) {
    if (mates[i] == ADREF_NO_MATE)
      g_array_append_val(old->which, i);
    else
      same[mates[i]] = TRUE;
  }
  for (guint j = 0; j < new->slices->len; j++)
    if (!same[j])
      g_array_append_val(new->which, j);
}

AdrefNode *adref_excerpt_diff(GBytes *old, GBytes *new, const AdrefReading *how,
                              const char *language)
{
  Side before, after;
  side_init(&before, old);
  side_init(&after, new);
  find_differing(&before, &after);
  g_autoptr(AdrefNode) was = read_side(&before, how), is = read_side(&after, how);
  side_clear(&before);
  side_clear(&after);
  return was && is ? adref_diff(was, is, language) : NULL;
}
