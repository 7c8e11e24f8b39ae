#include "merge/join/merge_clauses.h"

#include "clause/markdown/footnote_check.h"
#include "merge/content_key.h"
#include "merge/join/merge_events.h"
#include "merge/join/shared_words.h"

enum {
  MAX_COMPARED = 32 /* new clauses at one place that a new one is compared with */
};

static guint count_of(const AdrefMergeClauses *self)
{
  return self->context->count;
}

static void clause_free(gpointer data)
{
  AdrefMergeClause *clause = data;
  g_free(clause->forms);
  g_free(clause->numbers);
  g_free(clause->kept);
  g_free(clause->same_words);
  g_free(clause->gaps);
  g_free(clause);
}

static AdrefMergeClause *add_clause(AdrefMergeClauses *self, const AdrefNode *base)
{
  guint count = count_of(self);
  AdrefMergeClause *clause = g_new0(AdrefMergeClause, 1);
  clause->place = self->clauses->len;
  clause->base = base;
  clause->forms = g_new0(const AdrefNode *, count + 1);
  clause->kept = g_new0(guint8, count + 1);
  clause->same_words = g_new0(guint8, count + 1);
  clause->gaps = g_new(guint, count + 1);
  for (guint s = 0; s < count; s++)
    clause->gaps[s] = ADREF_NO_MATCH;
  g_ptr_array_add(self->clauses, clause);
  return clause;
}

static AdrefMergeClause *clause_at(const AdrefMergeClauses *self, guint i)
{
  return self->clauses->pdata[i];
}

/* --- content --- */

static GBytes *content_of(const AdrefMergeClauses *self, const AdrefNode *clause, guint side)
{
  return adref_content_key_new(clause, &self->context->references[side]);
}

/* Whether a marker says the same. */
static gboolean has_same_marker(const AdrefNode *a, const AdrefNode *b)
{
  const AdrefClause *x = a->as.clause, *y = b->as.clause;
  return x->kind == y->kind && g_strcmp0(x->id, y->id) == 0 &&
         g_strcmp0(x->frozen, y->frozen) == 0 && g_strcmp0(x->from, y->from) == 0 &&
         g_strcmp0(x->alt, y->alt) == 0;
}

/* --- clauses of the base --- */

static gboolean is_unmatched(const AdrefClauseMatching *matching, guint place)
{
  for (guint i = 0; i < matching->olds.length; i++)
    if (matching->matches[i] == place)
      return FALSE;
  return TRUE;
}

/* A clause without id that stands alone between two others, in the base and in a side, is the same
 * one, however much it changed; a footnote with another label is not. */
static void match_alone(const AdrefClauseMatching *matching)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= matching->olds.length; i++) {
    guint match = i == matching->olds.length ? matching->news.length : matching->in_order[i];
    if (match == ADREF_NO_MATCH)
      continue;
    if (i == old_at + 1 && match == new_at + 1 && matching->matches[old_at] == ADREF_NO_MATCH &&
        matching->olds.units[old_at].kind == matching->news.units[new_at].kind &&
        matching->old[old_at]->as.clause->kind == ADREF_PLAIN &&
        matching->new[new_at]->as.clause->kind ==
            ADREF_PLAIN &&g_strcmp0(adref_footnote_label(matching->old[old_at]->first),
                                    adref_footnote_label(matching->new[new_at]->first)) == 0 &&
        matching->joined_into[old_at] == ADREF_NO_MATCH &&
        matching->split_from[new_at] == ADREF_NO_MATCH &&is_unmatched(matching, new_at))
      matching->matches[old_at] = matching->in_order[old_at] = new_at;
    old_at = i + 1;
    new_at = match + 1;
  }
}

/* A paragraph of few words that moved and was changed. */
static void match_short(AdrefMergeClauses *self, guint side)
{
  const AdrefClauseMatching *matching = &self->matchings[side];
  g_autofree guint8 *doubtful = g_new0(guint8, self->base_count + 1);
  adref_match_units_short(self->workers[side].matcher, matching->olds, matching->news,
                          matching->matches, doubtful);
  for (guint i = 0; i < self->base_count; i++)
    clause_at(self, i)->doubtful = clause_at(self, i)->doubtful || doubtful[i];
}

static void add_number(AdrefMergeClauses *self, AdrefMergeClause *clause, const AdrefNode *form,
                       guint side)
{
  const char *number = form->as.clause->number;
  if (form->as.clause->kind != ADREF_PLAIN || !number ||
      (clause->base && g_strcmp0(clause->base->as.clause->number, number) == 0))
    return;
  if (!clause->numbers)
    clause->numbers = g_new0(const char *, count_of(self));
  clause->numbers[side] = number;
}

/* Whether a file that a party sent has so few paragraphs of the base that it does not take out the
 * others: somebody sent those that are to be changed. Reports it. */
static gboolean find_part(const AdrefMergeClauses *self, guint side)
{
  enum {
    FEWEST = 6, /* paragraphs of a text of which a part can be told */
    PART = 3    /* it holds at most one of so many */
  };
  const AdrefClauseMatching *matching = &self->matchings[side];
  guint total = 0, found = 0, all = 0;
  for (guint i = 0; i < self->base_count; i++) {
    if (clause_at(self, i)->base->as.clause->kind == ADREF_TITLE)
      continue;
    total++;
    found += matching->matches[i] == ADREF_NO_MATCH ? 0 : 1;
  }
  for (guint i = 0; i < matching->news.length; i++)
    all += matching->new[i]->as.clause->kind == ADREF_TITLE ? 0 : 1;
  const AdrefMergeSide *text = &self->context->sides[side];
  gboolean is_small = text->is_sent && total >= FEWEST && (found > 0 ? found : all) * PART <= total;
  if (!self->context->options->compile || all == 0 || !(text->is_part || is_small))
    return FALSE;
  g_autofree char *detail = g_strdup_printf(
      "it has %u of %u paragraphs; the others stay as they are, and are not deleted", found, total);
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_PART, detail);
  adref_merge_event_add_side(self->context, event, side);
  return TRUE;
}

static gboolean is_title(const AdrefNode *clause)
{
  return clause && clause->as.clause->kind == ADREF_TITLE && clause->first &&
         clause->first->type == ADREF_HEADING && clause->first->as.level == 1;
}

/* A mail has the paragraphs, and no title: nobody means by that to take the title out. Reports it.
 */
static gboolean lacks_title(const AdrefMergeClauses *self, guint side)
{
  const AdrefMergeSide *text = &self->context->sides[side];
  const AdrefClauseMatching *matching = &self->matchings[side];
  if (!self->context->options->compile || !text->is_sent || self->base_count < 2 ||
      matching->matches[0] != ADREF_NO_MATCH || !is_title(clause_at(self, 0)->base))
    return FALSE;
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next)
    if (is_title(clause))
      return FALSE;
  AdrefMergeEvent *event = adref_merge_event_add(
      self->context, ADREF_MERGE_PART, "it has no title; the title stays, and is not deleted");
  adref_merge_event_add_side(self->context, event, side);
  return TRUE;
}

static void add_forms(AdrefMergeClauses *self, guint i, guint side, gboolean stays)
{
  const AdrefClauseMatching *matching = &self->matchings[side];
  AdrefMergeClause *clause = clause_at(self, i);
  guint match = matching->matches[i];
  if (match == ADREF_NO_MATCH) {
    clause->kept[side] = stays ? 1 : 0;
    return;
  }
  const AdrefNode *form = matching->new[match];
  self->places[side][match] = i;
  clause->same_words[side] =
      matching->olds.units[i].exact == matching->news.units[match].exact ? 1 : 0;
  gboolean same = clause->same_words[side] && has_same_marker(clause->base, form);
  add_number(self, clause, form, side);
  clause->kept[side] = same ? 1 : 0;
  if (!same)
    clause->forms[side] = form;
}

/* --- new clauses --- */

gboolean adref_merge_are_alike(const AdrefNode *a, const AdrefNode *b)
{
  return a->type == b->type && adref_shared_words_of_nodes(a, b) >= ADREF_MERGE_ALIKE_PERCENT;
}

static gboolean is_like(const AdrefMergeClause *clause, const AdrefNode *form)
{
  const AdrefNode *other = clause->first;
  gboolean same_block = other->first && form->first && other->first->type == form->first->type;
  return other->as.clause->kind == form->as.clause->kind && same_block &&
         adref_merge_are_alike(other, form);
}

/* What new clauses are found by. */
typedef struct {
  GHashTable *ids, *contents; /* id or GBytes -> AdrefMergeClause */
  GHashTable *gaps;           /* gap -> GPtrArray of AdrefMergeClause */
} NewClauses;

static AdrefMergeClause *find_new(const AdrefMergeClauses *self, const NewClauses *found,
                                  const AdrefNode *form, guint side, guint gap)
{
  const char *id = form->as.clause->id;
  AdrefMergeClause *clause = id ? g_hash_table_lookup(found->ids, id) : NULL;
  g_autoptr(GBytes) content = content_of(self, form, side);
  if (!clause)
    clause = g_hash_table_lookup(found->contents, content);
  const GPtrArray *near = g_hash_table_lookup(found->gaps, GUINT_TO_POINTER(gap + 1));
  for (guint i = 0; !clause && near && i < MIN(near->len, MAX_COMPARED); i++) {
    AdrefMergeClause *other = near->pdata[i];
    if (!other->forms[side] && is_like(other, form))
      clause = other;
  }
  return clause && !clause->forms[side] ? clause : NULL;
}

static void record_new(const AdrefMergeClauses *self, const NewClauses *found,
                       AdrefMergeClause *clause, const AdrefNode *form, guint side, guint gap)
{
  char *id = form->as.clause->id;
  if (id)
    g_hash_table_insert(found->ids, id, clause);
  g_hash_table_insert(found->contents, content_of(self, form, side), clause);
  GPtrArray *near = g_hash_table_lookup(found->gaps, GUINT_TO_POINTER(gap + 1));
  if (!near) {
    near = g_ptr_array_new();
    g_hash_table_insert(found->gaps, GUINT_TO_POINTER(gap + 1), near);
  }
  g_ptr_array_add(near, clause);
}

/* --- places --- */

/* A clause that a side put into a gap, in the order of the side. */
typedef struct {
  AdrefMergeClause *clause;
  guint side, gap, place;
} Placed;

static void place_side(AdrefMergeClauses *self, const NewClauses *found, guint side, GArray *placed)
{
  const AdrefClauseMatching *matching = &self->matchings[side];
  guint news = matching->news.length, gap = 0;
  g_autofree guint *olds = g_new(guint, news + 1), *ordered = g_new(guint, news + 1);
  adref_matches_invert(matching->matches, matching->olds.length, olds, news);
  adref_matches_invert(matching->in_order, matching->olds.length, ordered, news);
  for (guint j = 0; j < news; j++) {
    if (ordered[j] != ADREF_NO_MATCH) {
      gap = ordered[j] + 1;
      continue;
    }
    AdrefMergeClause *clause;
    if (olds[j] != ADREF_NO_MATCH && self->parts[side]) { /* a part may be in any order */
      gap = olds[j] + 1;
      continue;
    }
    if (olds[j] != ADREF_NO_MATCH) {
      clause = clause_at(self, olds[j]);
    } else {
      const AdrefNode *form = matching->new[j];
      clause = find_new(self, found, form, side, gap);
      clause = clause ? clause : add_clause(self, NULL);
      clause->first = clause->first ? clause->first : form;
      clause->forms[side] = form;
      self->places[side][j] = clause->place;
      add_number(self, clause, form, side);
      record_new(self, found, clause, form, side, gap);
    }
    clause->gaps[side] = gap;
    Placed entry = {clause, side, gap, j};
    g_array_append_val(placed, entry);
  }
}

guint adref_merge_clause_moved_to(const AdrefMergeClauses *self, const AdrefMergeClause *clause)
{
  guint gap = ADREF_NO_MATCH;
  for (guint s = 0; s < count_of(self); s++)
    gap = MIN(gap, clause->gaps[s]);
  return gap;
}

/* Clauses that a side put into one gap, one behind the other. */
typedef struct {
  GBytes *key;
  guint gap, from, to; /* entries */
} Run;

static void run_clear(gpointer run)
{
  g_bytes_unref(((Run *)run)->key);
}

static gint compare_runs(gconstpointer a, gconstpointer b)
{
  const Run *x = a, *y = b;
  if (x->gap != y->gap)
    return x->gap < y->gap ? -1 : 1;
  return g_bytes_compare(x->key, y->key);
}

static GBytes *key_of(const AdrefMergeClauses *self, const Placed *entry)
{
  const AdrefMergeClause *clause = entry->clause;
  guint side = clause->base ? count_of(self) : entry->side;
  return content_of(self, clause->base ? clause->base : clause->forms[entry->side], side);
}

/* The runs in the order of the gaps; those of one gap in an order that does not depend on the order
 * of the sides. */
static GArray *runs_of(const AdrefMergeClauses *self, const GArray *placed)
{
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(Run));
  g_array_set_clear_func(runs, run_clear);
  for (guint i = 0, end; i < placed->len; i = end) {
    const Placed *first = &g_array_index(placed, Placed, i);
    for (end = i + 1; end < placed->len; end++) {
      const Placed *next = &g_array_index(placed, Placed, end);
      if (next->side != first->side || next->gap != first->gap)
        break;
    }
    Run run = {key_of(self, first), first->gap, i, end};
    g_array_append_val(runs, run);
  }
  g_array_sort(runs, compare_runs);
  return runs;
}

static void put_place(AdrefMergeClauses *self, AdrefMergeClause *clause, guint gap)
{
  AdrefMergePlace place = {clause, gap};
  g_array_append_val(self->order, place);
}

/* A clause stands once in a gap: at the first place that a side gave it, or, where a proposed move
 * is shown at both its ends, at each of them. `done`: those put, in this gap or, that stand once.
 */
static void put_run(AdrefMergeClauses *self, const Run *run, const GArray *placed, GHashTable *done)
{
  for (guint i = run->from; i < run->to; i++) {
    AdrefMergeClause *clause = g_array_index(placed, Placed, i).clause;
    gboolean everywhere = clause->base && self->context->options->compile;
    if (!everywhere && adref_merge_clause_moved_to(self, clause) != run->gap)
      continue;
    gpointer last = g_hash_table_lookup(done, clause), here = GUINT_TO_POINTER(run->gap + 1);
    g_hash_table_insert(done, clause, here);
    if (last != here)
      put_place(self, clause, run->gap);
  }
}

/* Whether a side has new clauses in the place of one of the base. */
static gboolean replaces(const AdrefMergeClauses *self, const Run *run, const GArray *placed)
{
  guint side = g_array_index(placed, Placed, run->from).side;
  if (run->gap == self->base_count)
    return FALSE;
  const AdrefMergeClause *old = clause_at(self, run->gap);
  return !old->forms[side] && !old->kept[side] &&
         self->matchings[side].joined_into[run->gap] == ADREF_NO_MATCH;
}

/* Whether all sides that replace a clause have a new one. */
static gboolean is_common(const AdrefMergeClause *clause, const GArray *sides)
{
  for (guint i = 0; i < sides->len; i++)
    if (!clause->forms[g_array_index(sides, guint, i)])
      return FALSE;
  return TRUE;
}

/* Several sides put different things in the place of one clause. */
static void find_contested(const AdrefMergeClauses *self, const GArray *runs, guint from, guint to,
                           const GArray *placed)
{
  g_autoptr(GArray) sides = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint r = from; r < to; r++) {
    const Run *run = &g_array_index(runs, Run, r);
    if (replaces(self, run, placed))
      g_array_append_val(sides, g_array_index(placed, Placed, run->from).side);
  }
  for (guint r = from; r < to && sides->len > 1; r++) {
    const Run *run = &g_array_index(runs, Run, r);
    for (guint i = run->from; i < run->to && replaces(self, run, placed); i++) {
      AdrefMergeClause *clause = g_array_index(placed, Placed, i).clause;
      clause->contested = clause->contested || (!clause->base && !is_common(clause, sides));
    }
  }
}

static void find_order(AdrefMergeClauses *self, const GArray *placed)
{
  g_autoptr(GArray) runs = runs_of(self, placed);
  g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
  guint r = 0;
  for (guint gap = 0; gap <= self->base_count; gap++) {
    guint first = r;
    for (; r < runs->len && g_array_index(runs, Run, r).gap == gap; r++)
      put_run(self, &g_array_index(runs, Run, r), placed, done);
    if (r > first + 1)
      find_contested(self, runs, first, r, placed);
    if (gap < self->base_count)
      put_place(self, clause_at(self, gap), ADREF_NO_MATCH);
  }
}

/* --- the whole --- */

/* A side with all that it has new. */
typedef struct {
  GBytes *key;
  guint side;
} NewSide;

static void new_side_clear(gpointer side)
{
  g_bytes_unref(((NewSide *)side)->key);
}

static gint compare_sides(gconstpointer a, gconstpointer b)
{
  const NewSide *x = a, *y = b;
  return g_bytes_compare(x->key, y->key);
}

/* The new clauses of a side, each with the gap that it is in. */
static GBytes *new_content(const AdrefMergeClauses *self, guint side)
{
  const AdrefClauseMatching *matching = &self->matchings[side];
  guint news = matching->news.length, gap = 0;
  g_autofree guint *olds = g_new(guint, news + 1), *ordered = g_new(guint, news + 1);
  adref_matches_invert(matching->matches, matching->olds.length, olds, news);
  adref_matches_invert(matching->in_order, matching->olds.length, ordered, news);
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint j = 0; j < news; j++) {
    gap = ordered[j] != ADREF_NO_MATCH ? ordered[j] + 1 : gap;
    if (olds[j] != ADREF_NO_MATCH)
      continue;
    const char *id = matching->new[j]->as.clause->id;
    g_string_append_printf(key, "%s\n", id ? id : "");
    adref_content_key_append(key, matching->new[j], &self->context->references[side]);
    g_string_append_printf(key, "%u\n", gap);
  }
  return g_bytes_new(key->str, key->len);
}

/* The sides in an order that does not depend on the order in which they were given: new clauses are
 * compared with those of the sides before. */
static GArray *order_sides(const AdrefMergeClauses *self)
{
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(NewSide));
  g_array_set_clear_func(sides, new_side_clear);
  for (guint s = 0; s < count_of(self); s++) {
    NewSide side = {new_content(self, s), s};
    g_array_append_val(sides, side);
  }
  g_array_sort(sides, compare_sides);
  return sides;
}

static void add_new(AdrefMergeClauses *self)
{
  NewClauses found = {
      g_hash_table_new(g_str_hash, g_str_equal),
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL),
      g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref)};
  g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(Placed));
  g_autoptr(GArray) sides = order_sides(self);
  for (guint i = 0; i < sides->len; i++)
    place_side(self, &found, g_array_index(sides, NewSide, i).side, placed);
  find_order(self, placed);
  g_hash_table_unref(found.ids);
  g_hash_table_unref(found.contents);
  g_hash_table_unref(found.gaps);
}

void adref_merge_clauses_init(AdrefMergeClauses *self, AdrefMergeContext *context,
                              const AdrefNode *base)
{
  guint count = context->count;
  *self = (AdrefMergeClauses){.context = context,
                              .workers = g_new0(AdrefDiffWorker, count + 1),
                              .matchings = g_new0(AdrefClauseMatching, count + 1),
                              .places = g_new0(guint *, count + 1),
                              .parts = g_new0(guint8, count + 1),
                              .clauses = g_ptr_array_new_with_free_func(clause_free),
                              .order = g_array_new(FALSE, FALSE, sizeof(AdrefMergePlace))};
  for (const AdrefNode *clause = base->first; clause; clause = clause->next) {
    add_clause(self, clause);
    self->base_count++;
  }
  for (guint s = 0; s < count; s++) {
    const AdrefNode *document = context->sides[s].document;
    adref_diff_worker_init(&self->workers[s], base, document, context->options->language);
    adref_clause_matching_init(&self->matchings[s], &self->workers[s], base, document);
    if (context->options->compile)
      adref_clause_matching_keep_ids(&self->matchings[s]);
    match_alone(&self->matchings[s]);
    if (!context->options->compile)
      match_short(self, s);
    self->places[s] = g_new0(guint, self->matchings[s].news.length + 1);
    self->parts[s] = find_part(self, s) ? 1 : 0;
    gboolean no_title = !self->parts[s] && lacks_title(self, s);
    for (guint i = 0; i < self->base_count; i++)
      add_forms(self, i, s, self->parts[s] || (no_title && i == 0));
  }
  context->parts = self->parts;
  add_new(self);
}

void adref_merge_clauses_clear(AdrefMergeClauses *self)
{
  for (guint s = 0; s < count_of(self); s++) {
    adref_clause_matching_clear(&self->matchings[s]);
    adref_diff_worker_clear(&self->workers[s]);
    g_free(self->places[s]);
  }
  self->context->parts = NULL;
  g_free(self->workers);
  g_free(self->matchings);
  g_free(self->places);
  g_free(self->parts);
  g_ptr_array_unref(self->clauses);
  g_array_unref(self->order);
}
