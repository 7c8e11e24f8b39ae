#include "merge/compare/align_sequences.h"

#include <string.h>

#include "merge/compare/cost_table.h"
#include "merge/compare/myers.h"

enum {
  SMALL_TABLE = 256,    /* cells of a table that costs less than a search for anchors */
  MAX_OCCURRENCES = 32, /* occurrences of the element that a common run begins with */
  WORK_FACTOR = 64      /* elements looked at, for each element of the region */
};

/* Where an id occurs in the region that is aligned now. */
typedef struct {
  guint old_count, new_count;
  guint old_at, new_at; /* the last place */
} Occurrence;

typedef struct {
  guint old_start, old_end, new_start, new_end;
} AlignRegion;

typedef struct {
  guint old_at, new_at;
} Anchor;

struct AdrefAligner {
  GArray *places;  /* of Place, by id */
  GArray *regions; /* of Region: a stack */
  GArray *anchors; /* of Anchor */
  GArray *matches; /* of guint: of the anchors */
  GArray *next;    /* of guint, by place: the previous place with the same id */
  AdrefCostTable *table;
};

typedef struct {
  AdrefAligner *aligner;
  const AdrefElement *old, *new;
  guint *matches;
  gint64 budget; /* steps that are still allowed */
} AlignJob;

AdrefAligner *adref_aligner_new(void)
{
  AdrefAligner *aligner = g_new0(AdrefAligner, 1);
  aligner->places = g_array_new(FALSE, TRUE, sizeof(Occurrence));
  aligner->regions = g_array_new(FALSE, FALSE, sizeof(AlignRegion));
  aligner->anchors = g_array_new(FALSE, FALSE, sizeof(Anchor));
  aligner->matches = g_array_new(FALSE, FALSE, sizeof(guint));
  aligner->next = g_array_new(FALSE, FALSE, sizeof(guint));
  aligner->table = adref_cost_table_new();
  return aligner;
}

void adref_aligner_free(AdrefAligner *aligner)
{
  if (!aligner)
    return;
  g_array_unref(aligner->places);
  g_array_unref(aligner->regions);
  g_array_unref(aligner->anchors);
  g_array_unref(aligner->matches);
  g_array_unref(aligner->next);
  adref_cost_table_free(aligner->table);
  g_free(aligner);
}

/* --- order --- */

/* A Fenwick tree of the best weight that ends at or before a place. */
typedef struct {
  guint64 *best;
  guint *last; /* the pair that this set ends with */
  guint size;
} FenwickTree;

static guint tree_find(const FenwickTree *tree, guint place, guint64 *weight)
{
  guint last = ADREF_NO_MATCH;
  *weight = 0;
  for (guint i = place; i > 0; i &= i - 1)
    if (tree->best[i] > *weight) {
      *weight = tree->best[i];
      last = tree->last[i];
    }
  return last;
}

static void tree_put(FenwickTree *tree, guint place, guint64 weight, guint pair)
{
  for (guint i = place; i <= tree->size; i += i & (~i + 1))
    if (weight > tree->best[i]) {
      tree->best[i] = weight;
      tree->last[i] = pair;
    }
}

static gboolean is_in_order(const guint *matches, guint length, guint *largest)
{
  gboolean ordered = TRUE;
  guint last = 0;
  *largest = 0;
  for (guint i = 0; i < length; i++) {
    if (matches[i] == ADREF_NO_MATCH)
      continue;
    ordered = ordered && matches[i] >= last;
    last = matches[i];
    *largest = MAX(*largest, last);
  }
  return ordered;
}

void adref_keep_increasing_matches(guint *matches, guint length, const guint *weights)
{
  guint largest;
  if (is_in_order(matches, length, &largest))
    return;
  FenwickTree tree = {g_new0(guint64, largest + 2), g_new(guint, largest + 2), largest + 1};
  g_autofree guint *before = g_new(guint, length);
  guint64 weight;
  for (guint i = 0; i < length; i++) {
    if (matches[i] == ADREF_NO_MATCH)
      continue;
    before[i] = tree_find(&tree, matches[i], &weight);
    tree_put(&tree, matches[i] + 1, weight + (weights ? weights[i] : 1), i);
  }
  guint keep = tree_find(&tree, largest + 1, &weight);
  for (guint i = length; i-- > 0;) {
    if (i == keep)
      keep = before[i];
    else
      matches[i] = ADREF_NO_MATCH;
  }
  g_free(tree.best);
  g_free(tree.last);
}

/* --- regions --- */

static void push(AlignJob *job, AlignRegion region)
{
  g_array_append_val(job->aligner->regions, region);
}

/* Matches the common beginning and the common end of a region. */
static void trim(AlignJob *job, AlignRegion *region)
{
  const AdrefElement *old = job->old, *new = job->new;
  while (region->old_start < region->old_end && region->new_start < region->new_end &&
         old[region->old_start].id == new[region->new_start].id)
    job->matches[region->old_start++] = region->new_start++;
  while (region->old_start < region->old_end && region->new_start < region->new_end &&
         old[region->old_end - 1].id == new[region->new_end - 1].id)
    job->matches[--region->old_end] = --region->new_end;
}

static Occurrence *place_of(AlignJob *job, guint id)
{
  return &g_array_index(job->aligner->places, Occurrence, id);
}

static void count_places(AlignJob *job, const AlignRegion *region)
{
  for (guint i = region->old_start; i < region->old_end; i++) {
    Occurrence *place = place_of(job, job->old[i].id);
    place->old_count++;
    place->old_at = i;
  }
  for (guint i = region->new_start; i < region->new_end; i++) {
    Occurrence *place = place_of(job, job->new[i].id);
    place->new_count++;
    place->new_at = i;
  }
}

static void clear_places(AlignJob *job, const AlignRegion *region)
{
  for (guint i = region->old_start; i < region->old_end; i++)
    *place_of(job, job->old[i].id) = (Occurrence){0};
  for (guint i = region->new_start; i < region->new_end; i++)
    *place_of(job, job->new[i].id) = (Occurrence){0};
}

/* Finds the elements that occur once on each side, in their longest common order. */
static void find_anchors(AlignJob *job, const AlignRegion *region)
{
  GArray *anchors = job->aligner->anchors, *matches = job->aligner->matches;
  g_array_set_size(anchors, 0);
  g_array_set_size(matches, 0);
  for (guint i = region->old_start; i < region->old_end; i++) {
    const Occurrence *place = place_of(job, job->old[i].id);
    if (place->old_count != 1 || place->new_count != 1 ||
        job->old[i].type == ADREF_ELEMENT_PUNCTUATION)
      continue;
    Anchor anchor = {i, place->new_at};
    guint match = place->new_at - region->new_start;
    g_array_append_val(anchors, anchor);
    g_array_append_val(matches, match);
  }
  adref_keep_increasing_matches((guint *)(gpointer)matches->data, matches->len, NULL);
  guint kept = 0;
  for (guint i = 0; i < anchors->len; i++)
    if (g_array_index(matches, guint, i) != ADREF_NO_MATCH)
      g_array_index(anchors, Anchor, kept++) = g_array_index(anchors, Anchor, i);
  g_array_set_size(anchors, kept);
}

/* Divides a region at its anchors. */
static gboolean divide(AlignJob *job, const AlignRegion *region)
{
  const GArray *anchors = job->aligner->anchors;
  AlignRegion rest = *region;
  if (anchors->len == 0)
    return FALSE;
  for (guint i = 0; i < anchors->len; i++) {
    const Anchor *anchor = &g_array_index(anchors, Anchor, i);
    AlignRegion before = {rest.old_start, anchor->old_at, rest.new_start, anchor->new_at};
    push(job, before);
    job->matches[anchor->old_at] = anchor->new_at;
    rest.old_start = anchor->old_at + 1;
    rest.new_start = anchor->new_at + 1;
  }
  push(job, rest);
  return TRUE;
}

/* --- the longest common run --- */

typedef struct {
  guint old_at, new_at, length;
} CommonRun;

static CommonRun run_at(AlignJob *job, const AlignRegion *region, guint i, guint j)
{
  guint length = 0, before = 0;
  while (i + length < region->old_end && j + length < region->new_end &&
         job->old[i + length].id == job->new[j + length].id)
    length++;
  while (i - before > region->old_start && j - before > region->new_start &&
         job->old[i - before - 1].id == job->new[j - before - 1].id)
    before++;
  job->budget -= length + before;
  return (CommonRun){i - before, j - before, length + before};
}

/* Links each place of an id with the previous place of the same id. */
static void chain_places(AlignJob *job, const AlignRegion *region)
{
  g_array_set_size(job->aligner->next, region->old_end - region->old_start);
  guint *next = (guint *)(gpointer)job->aligner->next->data;
  for (guint i = region->old_start; i < region->old_end; i++)
    place_of(job, job->old[i].id)->old_at = G_MAXUINT;
  for (guint i = region->old_start; i < region->old_end; i++) {
    Occurrence *place = place_of(job, job->old[i].id);
    next[i - region->old_start] = place->old_at;
    place->old_at = i;
  }
}

static CommonRun longest_run(AlignJob *job, const AlignRegion *region)
{
  CommonRun best = {0};
  chain_places(job, region);
  const guint *next = (const guint *)(gconstpointer)job->aligner->next->data;
  for (guint j = region->new_start; j < region->new_end && job->budget > 0;) {
    const Occurrence *place = place_of(job, job->new[j].id);
    guint behind = j + 1;
    if (place->old_count > 0 && place->old_count <= MAX_OCCURRENCES)
      for (guint i = place->old_at; i != G_MAXUINT; i = next[i - region->old_start]) {
        CommonRun run = run_at(job, region, i, j);
        behind = MAX(behind, run.new_at + run.length);
        if (run.length > best.length)
          best = run;
      }
    j = behind;
  }
  return best;
}

static void split_at_run(AlignJob *job, const AlignRegion *region, const CommonRun *run)
{
  for (guint i = 0; i < run->length; i++)
    job->matches[run->old_at + i] = run->new_at + i;
  push(job, (AlignRegion){region->old_start, run->old_at, region->new_start, run->new_at});
  push(job, (AlignRegion){run->old_at + run->length, region->old_end, run->new_at + run->length,
                          region->new_end});
}

/* --- one region --- */

/* The sequences of a region; its matches count from the start of the region. */
typedef struct {
  AdrefSequence old, new;
  guint *matches;
} RegionView;

static RegionView view_of(const AlignJob *job, const AlignRegion *region)
{
  return (RegionView){{job->old + region->old_start, region->old_end - region->old_start},
                      {job->new + region->new_start, region->new_end - region->new_start},
                      job->matches + region->old_start};
}

static void count_from_start(const RegionView *view, guint start)
{
  for (guint i = 0; i < view->old.length; i++)
    if (view->matches[i] != ADREF_NO_MATCH)
      view->matches[i] += start;
}

static void align_by_table(AlignJob *job, const AlignRegion *region)
{
  RegionView view = view_of(job, region);
  adref_cost_table_align(job->aligner->table, view.old, view.new, view.matches);
  count_from_start(&view, region->new_start);
}

static gboolean align_by_myers(AlignJob *job, const AlignRegion *region)
{
  RegionView view = view_of(job, region);
  if (!adref_myers_align(view.old, view.new, &job->budget, view.matches))
    return FALSE;
  count_from_start(&view, region->new_start);
  return TRUE;
}

static gboolean divide_at_anchors(AlignJob *job, const AlignRegion *region)
{
  count_places(job, region);
  find_anchors(job, region);
  clear_places(job, region);
  return divide(job, region);
}

static void divide_at_run(AlignJob *job, const AlignRegion *region)
{
  count_places(job, region);
  CommonRun run = longest_run(job, region);
  clear_places(job, region);
  if (run.length > 0)
    split_at_run(job, region, &run);
}

static void align_region(AlignJob *job, AlignRegion region)
{
  trim(job, &region);
  guint64 old_length = region.old_end - region.old_start;
  guint64 new_length = region.new_end - region.new_start;
  guint64 cells = old_length * new_length;
  if (cells == 0)
    return;
  if (cells <= SMALL_TABLE) {
    align_by_table(job, &region);
    return;
  }
  job->budget -= (gint64)(old_length + new_length);
  if (job->budget < 0 || divide_at_anchors(job, &region))
    return;
  if (cells <= ADREF_COST_TABLE_MAX_CELLS)
    align_by_table(job, &region);
  else if (!align_by_myers(job, &region))
    divide_at_run(job, &region);
}

static guint largest_id(AdrefSequence sequence)
{
  guint largest = 0;
  for (guint i = 0; i < sequence.length; i++)
    largest = MAX(largest, sequence.elements[i].id);
  return largest;
}

void adref_align_sequences(AdrefAligner *aligner, AdrefSequence old, AdrefSequence new,
                           guint *matches)
{
  guint ids = MAX(largest_id(old), largest_id(new)) + 1;
  if (aligner->places->len < ids)
    g_array_set_size(aligner->places, ids);
  for (guint i = 0; i < old.length; i++)
    matches[i] = ADREF_NO_MATCH;
  AlignJob job = {aligner, old.elements, new.elements, matches, 0};
  job.budget = WORK_FACTOR * ((gint64)old.length + new.length);
  g_array_set_size(aligner->regions, 0);
  push(&job, (AlignRegion){0, old.length, 0, new.length});
  while (aligner->regions->len > 0) {
    AlignRegion region = g_array_index(aligner->regions, AlignRegion, aligner->regions->len - 1);
    g_array_set_size(aligner->regions, aligner->regions->len - 1);
    align_region(&job, region);
  }
}
