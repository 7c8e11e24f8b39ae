#include "merge/align_sequences.h"

#include <string.h>

#include "merge/cost_table.h"
#include "merge/myers.h"

enum {
  SMALL_TABLE = 256,    /* cells: cheaper than looking for anchors */
  MAX_OCCURRENCES = 32, /* of an element that a common run begins with */
  WORK_FACTOR = 64      /* elements looked at, per element */
};

/* Where an id stands in the stretch under way. */
typedef struct {
  guint old_count, new_count;
  guint old_at, new_at; /* the last place */
} Place;

typedef struct {
  guint old_start, old_end, new_start, new_end;
} Region;

typedef struct {
  guint old_at, new_at;
} Anchor;

struct AdrefAligner {
  GArray *places;  /* of Place, by id */
  GArray *regions; /* of Region: a stack */
  GArray *anchors; /* of Anchor */
  GArray *mates;   /* of guint: of the anchors */
  GArray *next;    /* of guint: the place before with the same id */
  AdrefTable *table;
};

typedef struct {
  AdrefAligner *aligner;
  const AdrefElement *old, *new;
  guint *mates;
  gint64 work; /* what may still be spent */
} Job;

AdrefAligner *adref_aligner_new(void)
{
  AdrefAligner *aligner = g_new0(AdrefAligner, 1);
  aligner->places = g_array_new(FALSE, TRUE, sizeof(Place));
  aligner->regions = g_array_new(FALSE, FALSE, sizeof(Region));
  aligner->anchors = g_array_new(FALSE, FALSE, sizeof(Anchor));
  aligner->mates = g_array_new(FALSE, FALSE, sizeof(guint));
  aligner->next = g_array_new(FALSE, FALSE, sizeof(guint));
  aligner->table = adref_table_new();
  return aligner;
}

void adref_aligner_free(AdrefAligner *aligner)
{
  if (!aligner)
    return;
  g_array_unref(aligner->places);
  g_array_unref(aligner->regions);
  g_array_unref(aligner->anchors);
  g_array_unref(aligner->mates);
  g_array_unref(aligner->next);
  adref_table_free(aligner->table);
  g_free(aligner);
}

/* --- order --- */

/* A Fenwick tree of the best weight that ends at or before a place. */
typedef struct {
  guint64 *best;
  guint *last; /* which pair it ends with */
  guint size;
} Tree;

static guint tree_find(const Tree *tree, guint place, guint64 *weight)
{
  guint last = ADREF_NO_MATE;
  *weight = 0;
  for (guint i = place; i > 0; i &= i - 1)
    if (tree->best[i] > *weight) {
      *weight = tree->best[i];
      last = tree->last[i];
    }
  return last;
}

static void tree_put(Tree *tree, guint place, guint64 weight, guint pair)
{
  for (guint i = place; i <= tree->size; i += i & (~i + 1))
    if (weight > tree->best[i]) {
      tree->best[i] = weight;
      tree->last[i] = pair;
    }
}

static gboolean is_in_order(const guint *mates, guint length, guint *largest)
{
  gboolean ordered = TRUE;
  guint last = 0;
  *largest = 0;
  for (guint i = 0; i < length; i++) {
    if (mates[i] == ADREF_NO_MATE)
      continue;
    ordered = ordered && mates[i] >= last;
    last = mates[i];
    *largest = MAX(*largest, last);
  }
  return ordered;
}

void adref_keep_order(guint *mates, guint length, const guint *weights)
{
  guint largest;
  if (is_in_order(mates, length, &largest))
    return;
  Tree tree = {g_new0(guint64, largest + 2), g_new(guint, largest + 2), largest + 1};
  g_autofree guint *before = g_new(guint, length);
  guint64 weight;
  for (guint i = 0; i < length; i++) {
    if (mates[i] == ADREF_NO_MATE)
      continue;
    before[i] = tree_find(&tree, mates[i], &weight);
    tree_put(&tree, mates[i] + 1, weight + (weights ? weights[i] : 1), i);
  }
  guint keep = tree_find(&tree, largest + 1, &weight);
  for (guint i = length; i-- > 0;) {
    if (i == keep)
      keep = before[i];
    else
      mates[i] = ADREF_NO_MATE;
  }
  g_free(tree.best);
  g_free(tree.last);
}

/* --- regions --- */

static void push(Job *job, Region region)
{
  if (region.old_start < region.old_end && region.new_start < region.new_end)
    g_array_append_val(job->aligner->regions, region);
}

/* Mates what a region begins and ends with. */
static void trim(Job *job, Region *region)
{
  const AdrefElement *old = job->old, *new = job->new;
  while (region->old_start < region->old_end && region->new_start < region->new_end &&
         old[region->old_start].id == new[region->new_start].id)
    job->mates[region->old_start++] = region->new_start++;
  while (region->old_start < region->old_end && region->new_start < region->new_end &&
         old[region->old_end - 1].id == new[region->new_end - 1].id)
    job->mates[--region->old_end] = --region->new_end;
}

static Place *place_of(Job *job, guint id)
{
  return &g_array_index(job->aligner->places, Place, id);
}

static void count_places(Job *job, const Region *region)
{
  for (guint i = region->old_start; i < region->old_end; i++) {
    Place *place = place_of(job, job->old[i].id);
    place->old_count++;
    place->old_at = i;
  }
  for (guint i = region->new_start; i < region->new_end; i++) {
    Place *place = place_of(job, job->new[i].id);
    place->new_count++;
    place->new_at = i;
  }
}

static void clear_places(Job *job, const Region *region)
{
  for (guint i = region->old_start; i < region->old_end; i++)
    *place_of(job, job->old[i].id) = (Place){0};
  for (guint i = region->new_start; i < region->new_end; i++)
    *place_of(job, job->new[i].id) = (Place){0};
}

/* Finds what stands once on each side, in the longest common order. */
static void find_anchors(Job *job, const Region *region)
{
  GArray *anchors = job->aligner->anchors, *mates = job->aligner->mates;
  g_array_set_size(anchors, 0);
  g_array_set_size(mates, 0);
  for (guint i = region->old_start; i < region->old_end; i++) {
    const Place *place = place_of(job, job->old[i].id);
    if (place->old_count != 1 || place->new_count != 1 || job->old[i].type == ADREF_ELEMENT_SIGN)
      continue;
    Anchor anchor = {i, place->new_at};
    guint mate = place->new_at - region->new_start;
    g_array_append_val(anchors, anchor);
    g_array_append_val(mates, mate);
  }
  adref_keep_order((guint *)(gpointer)mates->data, mates->len, NULL);
  guint kept = 0;
  for (guint i = 0; i < anchors->len; i++)
    if (g_array_index(mates, guint, i) != ADREF_NO_MATE)
      g_array_index(anchors, Anchor, kept++) = g_array_index(anchors, Anchor, i);
  g_array_set_size(anchors, kept);
}

/* Divides a region at the anchors found. */
static gboolean divide(Job *job, const Region *region)
{
  const GArray *anchors = job->aligner->anchors;
  Region rest = *region;
  if (anchors->len == 0)
    return FALSE;
  for (guint i = 0; i < anchors->len; i++) {
    const Anchor *anchor = &g_array_index(anchors, Anchor, i);
    Region before = {rest.old_start, anchor->old_at, rest.new_start, anchor->new_at};
    push(job, before);
    job->mates[anchor->old_at] = anchor->new_at;
    rest.old_start = anchor->old_at + 1;
    rest.new_start = anchor->new_at + 1;
  }
  push(job, rest);
  return TRUE;
}

/* --- the longest common run --- */

typedef struct {
  guint old_at, new_at, length;
} Run;

static Run run_at(Job *job, const Region *region, guint i, guint j)
{
  guint length = 0, before = 0;
  while (i + length < region->old_end && j + length < region->new_end &&
         job->old[i + length].id == job->new[j + length].id)
    length++;
  while (i - before > region->old_start && j - before > region->new_start &&
         job->old[i - before - 1].id == job->new[j - before - 1].id)
    before++;
  job->work -= length + before;
  return (Run){i - before, j - before, length + before};
}

/* Links each place of an id with the one before. */
static void chain_places(Job *job, const Region *region)
{
  g_array_set_size(job->aligner->next, region->old_end - region->old_start);
  guint *next = (guint *)(gpointer)job->aligner->next->data;
  for (guint i = region->old_start; i < region->old_end; i++)
    place_of(job, job->old[i].id)->old_at = G_MAXUINT;
  for (guint i = region->old_start; i < region->old_end; i++) {
    Place *place = place_of(job, job->old[i].id);
    next[i - region->old_start] = place->old_at;
    place->old_at = i;
  }
}

static Run longest_run(Job *job, const Region *region)
{
  Run best = {0};
  chain_places(job, region);
  const guint *next = (const guint *)(gconstpointer)job->aligner->next->data;
  for (guint j = region->new_start; j < region->new_end && job->work > 0;) {
    const Place *place = place_of(job, job->new[j].id);
    guint behind = j + 1;
    if (place->old_count > 0 && place->old_count <= MAX_OCCURRENCES)
      for (guint i = place->old_at; i != G_MAXUINT; i = next[i - region->old_start]) {
        Run run = run_at(job, region, i, j);
        behind = MAX(behind, run.new_at + run.length);
        if (run.length > best.length)
          best = run;
      }
    j = behind;
  }
  return best;
}

static void split_at_run(Job *job, const Region *region, const Run *run)
{
  for (guint i = 0; i < run->length; i++)
    job->mates[run->old_at + i] = run->new_at + i;
  push(job, (Region){region->old_start, run->old_at, region->new_start, run->new_at});
  push(job, (Region){run->old_at + run->length, region->old_end, run->new_at + run->length,
                     region->new_end});
}

/* --- one region --- */

/* The sequences of a region, and mates that count from its start. */
typedef struct {
  AdrefSequence old, new;
  guint *mates;
} Stretch;

static Stretch stretch_of(const Job *job, const Region *region)
{
  return (Stretch){{job->old + region->old_start, region->old_end - region->old_start},
                   {job->new + region->new_start, region->new_end - region->new_start},
                   job->mates + region->old_start};
}

static void count_from_start(const Stretch *stretch, guint start)
{
  for (guint i = 0; i < stretch->old.length; i++)
    if (stretch->mates[i] != ADREF_NO_MATE)
      stretch->mates[i] += start;
}

static void fill_table(Job *job, const Region *region)
{
  Stretch stretch = stretch_of(job, region);
  adref_table_align(job->aligner->table, stretch.old, stretch.new, stretch.mates);
  count_from_start(&stretch, region->new_start);
}

static gboolean follow_snake(Job *job, const Region *region)
{
  Stretch stretch = stretch_of(job, region);
  if (!adref_snake_align(stretch.old, stretch.new, &job->work, stretch.mates))
    return FALSE;
  count_from_start(&stretch, region->new_start);
  return TRUE;
}

static gboolean divide_at_anchors(Job *job, const Region *region)
{
  count_places(job, region);
  find_anchors(job, region);
  clear_places(job, region);
  return divide(job, region);
}

static void divide_at_run(Job *job, const Region *region)
{
  count_places(job, region);
  Run run = longest_run(job, region);
  clear_places(job, region);
  if (run.length > 0)
    split_at_run(job, region, &run);
}

static void align_region(Job *job, Region region)
{
  trim(job, &region);
  guint64 old_length = region.old_end - region.old_start;
  guint64 new_length = region.new_end - region.new_start;
  guint64 cells = old_length * new_length;
  if (cells == 0)
    return;
  if (cells <= SMALL_TABLE) {
    fill_table(job, &region);
    return;
  }
  job->work -= (gint64)(old_length + new_length);
  if (job->work < 0 || divide_at_anchors(job, &region))
    return;
  if (cells <= ADREF_TABLE_CELLS)
    fill_table(job, &region);
  else if (!follow_snake(job, &region))
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
                           guint *mates)
{
  guint ids = MAX(largest_id(old), largest_id(new)) + 1;
  if (aligner->places->len < ids)
    g_array_set_size(aligner->places, ids);
  for (guint i = 0; i < old.length; i++)
    mates[i] = ADREF_NO_MATE;
  Job job = {aligner, old.elements, new.elements, mates, 0};
  job.work = WORK_FACTOR * ((gint64)old.length + new.length);
  g_array_set_size(aligner->regions, 0);
  push(&job, (Region){0, old.length, 0, new.length});
  while (aligner->regions->len > 0) {
    Region region = g_array_index(aligner->regions, Region, aligner->regions->len - 1);
    g_array_set_size(aligner->regions, aligner->regions->len - 1);
    align_region(&job, region);
  }
}
