#include "merge/join/merge_excerpt.h"

#include <string.h>

#include "merge/join/excerpt_parts.h"
#include "merge/join/merge_events.h"

enum {
  NEIGHBOURS = 2, /* clauses that are read beside one that came or went */
  MOST_READ = 75, /* clauses of a hundred of the base that are read; else it is read whole */
};

/* The form that takes the place of a part that is not read. */
typedef struct {
  guint text, part; /* of the first side that has it; text 0: it is unchanged */
  GArray *sides;    /* of guint: all that have it; NULL: it is unchanged */
} Change;

struct AdrefMergeExcerpt {
  AdrefExcerptText *texts; /* the first one is the base */
  GString **excerpts;      /* of each */
  guint count;
  gboolean has_markers;
  AdrefInterner *ids; /* those of the base have the numbers of their parts, less one */
  guint8 stops[256];  /* bytes that are no plain words */
  guint8 *is_read;    /* by part of the base */
  guint8 *is_anchor;  /* by part of a base without markers: nobody changed it, and it is plain */
  Change *changes;    /* by part of the base */
  GHashTable
      *places; /* name of a clause in events -> the part of the base before which it stands */
};

/* --- which parts are read --- */

static void read_around(AdrefMergeExcerpt *self, guint place)
{
  guint count = self->texts[0].parts->len;
  for (guint i = place - MIN(place, NEIGHBOURS); i < count && i <= place + NEIGHBOURS; i++)
    self->is_read[i] = TRUE;
}

static gboolean has_same_marker(const AdrefExcerptText *a, const AdrefExcerptPart *x,
                                const AdrefExcerptText *b, const AdrefExcerptPart *y)
{
  return x->words - x->start == y->words - y->start &&
         memcmp(a->bytes + x->start, b->bytes + y->start, x->words - x->start) == 0;
}

/* A part that side `s` has with other bytes. It need not be read when no other side has it with
 * others again. */
static void add_change(AdrefMergeExcerpt *self, guint place, guint s, guint j)
{
  const AdrefExcerptText *base = &self->texts[0], *side = &self->texts[s];
  const AdrefExcerptPart *own = adref_excerpt_part(base, place),
                         *part = adref_excerpt_part(side, j);
  Change *change = &self->changes[place];
  self->is_anchor[place] = FALSE;
  if (!adref_excerpt_part_is_plain(self->stops, base, own) ||
      !adref_excerpt_part_is_plain(self->stops, side, part) ||
      !has_same_marker(base, own, side, part)) {
    read_around(self, place);
    return;
  }
  if (change->text == 0)
    *change = (Change){s, j, g_array_new(FALSE, FALSE, sizeof(guint))};
  const AdrefExcerptText *other = &self->texts[change->text];
  if (!adref_excerpt_parts_are_same(other, adref_excerpt_part(other, change->part), side, part)) {
    self->is_read[place] = TRUE;
    return;
  }
  guint number = s - 1;
  g_array_append_val(change->sides, number);
}

/* A part that a side does not have. */
static void pass_over(AdrefMergeExcerpt *self, guint place)
{
  self->is_anchor[place] = FALSE;
  read_around(self, place);
}

/* Marks what a side changed. FALSE: clauses of the base stand in another order there, or some came
 * and others went, which may be the same under new ids. */
static gboolean compare_side(AdrefMergeExcerpt *self, guint s)
{
  const AdrefExcerptText *base = &self->texts[0], *side = &self->texts[s];
  guint next = 1, came = 0, went = 0;
  for (guint j = 1; j < side->parts->len; j++) {
    const AdrefExcerptPart *part = adref_excerpt_part(side, j);
    if (part->id >= base->parts->len - 1) {
      came++;
      read_around(self, next - 1);
      if (next < base->parts->len)
        read_around(self, next);
      continue;
    }
    guint place = part->id + 1;
    if (place < next)
      return FALSE;
    for (; next < place; next++, went++)
      pass_over(self, next);
    next = place + 1;
    if (!adref_excerpt_parts_are_same(base, adref_excerpt_part(base, place), side, part))
      add_change(self, place, s, j);
  }
  for (; next < base->parts->len; next++, went++)
    pass_over(self, next);
  return !self->has_markers || came == 0 || went == 0;
}

/* The base must have each id once. */
static gboolean has_own_ids(const AdrefExcerptText *base)
{
  for (guint i = 1; i < base->parts->len; i++)
    if (adref_excerpt_part(base, i)->id != i - 1)
      return FALSE;
  return base->parts->len > 1;
}

/* Paragraphs have no ids, so where the parts that are read end, one is read that is found again in
 * the merged text. */
static void read_anchors(AdrefMergeExcerpt *self)
{
  guint count = self->texts[0].parts->len;
  self->is_read[1] = TRUE; /* a text of nothing is none */
  for (guint i = 1; i + 1 < count; i++)
    if (self->is_read[i] && !self->is_anchor[i])
      self->is_read[i + 1] = TRUE;
  for (guint i = count - 1; i > 1; i--)
    if (self->is_read[i] && !self->is_anchor[i])
      self->is_read[i - 1] = TRUE;
}

static gboolean find_changes(AdrefMergeExcerpt *self)
{
  const AdrefExcerptText *base = &self->texts[0];
  guint count = base->parts->len, read = 0;
  self->is_read = g_new0(guint8, count);
  self->is_anchor = g_new0(guint8, count);
  self->changes = g_new0(Change, count);
  self->is_read[0] = TRUE;
  for (guint i = 1; i < count; i++) {
    gboolean is_plain = adref_excerpt_part_is_plain(self->stops, base, adref_excerpt_part(base, i));
    self->is_anchor[i] = is_plain ? TRUE : FALSE;
    self->is_read[i] = is_plain ? FALSE : TRUE;
  }
  for (guint s = 1; s < self->count; s++)
    if (!compare_side(self, s))
      return FALSE;
  if (!self->has_markers)
    read_anchors(self);
  for (guint i = 0; i < count; i++)
    read += self->is_read[i];
  return read * 100 / count <= MOST_READ;
}

/* --- excerpts --- */

static gboolean is_left_out(const AdrefMergeExcerpt *self, guint id)
{
  return id < self->texts[0].parts->len - 1 && !self->is_read[id + 1];
}

static GString *write_excerpt(const AdrefMergeExcerpt *self, const AdrefExcerptText *text)
{
  GString *excerpt = g_string_new(NULL);
  for (guint i = 0; i < text->parts->len; i++) {
    const AdrefExcerptPart *part = adref_excerpt_part(text, i);
    if (i == 0 || !is_left_out(self, part->id))
      g_string_append_len(excerpt, text->bytes + part->start, (gssize)(part->end - part->start));
  }
  return excerpt;
}

static AdrefExcerptText text_of(const char *bytes, gsize length)
{
  return (AdrefExcerptText){.bytes = bytes,
                            .length = length,
                            .parts = g_array_new(FALSE, FALSE, sizeof(AdrefExcerptPart))};
}

/* The parts of all texts by their markers; where the base has none, by their paragraphs. */
static gboolean read_texts(AdrefMergeExcerpt *self)
{
  AdrefExcerptText *base = &self->texts[0];
  for (guint i = 0; i < self->count; i++)
    if (!adref_excerpt_parts_read(&self->texts[i], self->ids))
      return FALSE;
  self->has_markers = base->parts->len > 1;
  for (guint i = 0; i < self->count && !self->has_markers; i++) {
    AdrefExcerptText *text = &self->texts[i];
    gboolean has_ids = text->parts->len > 1;
    g_array_set_size(text->parts, 0);
    if (has_ids || !adref_excerpt_paragraphs_read(text, FALSE))
      return FALSE;
  }
  for (guint i = 0; i < self->count && !self->has_markers; i++)
    if (!adref_excerpt_paragraphs_match(base, &self->texts[i]))
      return FALSE;
  return has_own_ids(base);
}

AdrefMergeExcerpt *adref_merge_excerpt_new(GBytes *const *texts, guint count)
{
  g_autoptr(AdrefMergeExcerpt) self = g_new0(AdrefMergeExcerpt, 1);
  self->count = count;
  adref_excerpt_stops_init(self->stops);
  self->texts = g_new0(AdrefExcerptText, count);
  self->excerpts = g_new0(GString *, count);
  self->ids = adref_interner_new();
  self->places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < count; i++) {
    gsize length;
    const char *bytes = g_bytes_get_data(texts[i], &length);
    self->texts[i] = text_of(bytes, length);
  }
  if (!read_texts(self) || !find_changes(self))
    return NULL;
  for (guint i = 0; i < count; i++)
    self->excerpts[i] = write_excerpt(self, &self->texts[i]);
  return g_steal_pointer(&self);
}

void adref_merge_excerpt_free(AdrefMergeExcerpt *self)
{
  if (!self)
    return;
  for (guint i = 0; self->changes && i < self->texts[0].parts->len; i++)
    g_clear_pointer(&self->changes[i].sides, g_array_unref);
  for (guint i = 0; i < self->count; i++) {
    g_array_unref(self->texts[i].parts);
    if (self->excerpts[i])
      g_string_free(self->excerpts[i], TRUE);
  }
  g_free(self->texts);
  g_free(self->excerpts);
  g_free(self->changes);
  g_free(self->is_read);
  g_free(self->is_anchor);
  g_hash_table_unref(self->places);
  adref_interner_free(self->ids);
  g_free(self);
}

const GString *adref_merge_excerpt_text(const AdrefMergeExcerpt *self, guint i)
{
  return self->excerpts[i];
}

/* --- the result --- */

static gboolean ends_with_empty_line(const GString *text)
{
  return text->len >= 2 && memcmp(text->str + text->len - 2, "\n\n", 2) == 0;
}

/* Appends those of the base from `first` on, up to `after`, that were left out. */
static void append_left_out(const AdrefMergeExcerpt *self, guint first, guint after, GString *out)
{
  for (guint i = first; i < after; i++) {
    if (self->is_read[i])
      continue;
    const AdrefExcerptText *text = &self->texts[self->changes[i].text];
    const AdrefExcerptPart *part =
        adref_excerpt_part(text, text == self->texts ? i : self->changes[i].part);
    if (out->len > 0 && !ends_with_empty_line(out))
      g_string_append_c(out, '\n');
    g_string_append_len(out, text->bytes + part->start, (gssize)(part->end - part->start));
  }
}

/* What an event calls a clause: its id, or its first words. */
static char *name_of(const AdrefMergeExcerpt *self, const AdrefExcerptText *text,
                     const AdrefExcerptPart *part)
{
  const char *start = text->bytes + (self->has_markers ? part->id_start : part->start);
  gsize length = self->has_markers ? part->id_length : part->end - part->start;
  g_autofree char *name = g_strndup(start, length);
  return self->has_markers ? g_steal_pointer(&name)
                           : adref_merge_event_clause_name(g_strchomp(name));
}

/* Appends the parts of a merge; before each clause of the base that was read, those that were left
 * out and stand before it. FALSE: a place is not known. */
static gboolean append_parts(AdrefMergeExcerpt *self, const AdrefExcerptText *merged, GString *out)
{
  const AdrefExcerptText *base = &self->texts[0];
  guint next = 0; /* of the base */
  for (guint i = 0; i < merged->parts->len; i++) {
    const AdrefExcerptPart *part = adref_excerpt_part(merged, i);
    guint place = i == 0 ? 0 : part->id < base->parts->len - 1 ? part->id + 1 : ADREF_EXCERPT_NONE;
    if (place != ADREF_EXCERPT_NONE && (place < next || !self->is_read[place]))
      return FALSE;
    if (place != ADREF_EXCERPT_NONE) {
      append_left_out(self, next, place, out);
      next = place + 1;
    } else {
      g_hash_table_insert(self->places, name_of(self, merged, part), GUINT_TO_POINTER(next));
    }
    g_string_append_len(out, merged->bytes + part->start, (gssize)(part->end - part->start));
  }
  append_left_out(self, next, base->parts->len, out);
  return TRUE;
}

/* Gives the anchors in a merge of paragraphs their ids. FALSE: one is not there. */
static gboolean find_anchors(const AdrefMergeExcerpt *self, AdrefExcerptText *merged)
{
  const AdrefExcerptText *base = &self->texts[0];
  guint i = 1;
  for (guint place = 1; place < base->parts->len; place++) {
    if (!self->is_read[place] || !self->is_anchor[place])
      continue;
    const AdrefExcerptPart *anchor = adref_excerpt_part(base, place);
    while (i < merged->parts->len &&
           !adref_excerpt_parts_are_same(base, anchor, merged, adref_excerpt_part(merged, i)))
      i++;
    if (i == merged->parts->len)
      return FALSE;
    g_array_index(merged->parts, AdrefExcerptPart, i++).id = place - 1;
  }
  return TRUE;
}

static gboolean read_merged(const AdrefMergeExcerpt *self, AdrefExcerptText *merged)
{
  return self->has_markers
             ? adref_excerpt_parts_read(merged, self->ids)
             : adref_excerpt_paragraphs_read(merged, TRUE) && find_anchors(self, merged);
}

GString *adref_merge_excerpt_complete(AdrefMergeExcerpt *self, const GString *merged)
{
  AdrefExcerptText text = text_of(merged->str, merged->len);
  g_autoptr(GString) out = g_string_sized_new(self->texts[0].length + merged->len);
  gboolean possible = read_merged(self, &text) && append_parts(self, &text, out);
  if (ends_with_empty_line(out))
    g_string_truncate(out, out->len - 1);
  g_array_unref(text.parts);
  return possible ? g_steal_pointer(&out) : NULL;
}

/* --- the report --- */

static void report_change(const AdrefMergeExcerpt *self, guint place, const AdrefMergeSide *sides,
                          AdrefMergeReport *report)
{
  const AdrefExcerptText *base = &self->texts[0];
  AdrefMergeEvent *event = adref_merge_event_new(
      ADREF_MERGE_TAKEN, name_of(self, base, adref_excerpt_part(base, place)));
  g_ptr_array_add(report->events, event);
  for (guint i = 0; i < self->changes[place].sides->len; i++)
    adref_merge_event_name_side(event, &sides[g_array_index(self->changes[place].sides, guint, i)]);
}

static void report_up_to(const AdrefMergeExcerpt *self, guint *place, guint after,
                         const AdrefMergeSide *sides, AdrefMergeReport *report)
{
  for (; *place < after; ++*place)
    if (!self->is_read[*place] && self->changes[*place].text > 0)
      report_change(self, *place, sides, report);
}

/* Where a clause of an event stands; 0: it is not known. */
static guint place_of(const AdrefMergeExcerpt *self, const char *clause)
{
  guint id = adref_interner_find(self->ids, 0, clause, strlen(clause));
  return id < self->texts[0].parts->len - 1
             ? id + 1
             : GPOINTER_TO_UINT(g_hash_table_lookup(self->places, clause));
}

void adref_merge_excerpt_report(const AdrefMergeExcerpt *self, const AdrefMergeSide *sides,
                                AdrefMergeReport *report)
{
  gsize count;
  g_autofree gpointer *events = g_ptr_array_steal(report->events, &count);
  guint place = 1, parts = self->texts[0].parts->len;
  for (gsize i = 0; i < count; i++) {
    const AdrefMergeEvent *event = events[i];
    report_up_to(self, &place, place_of(self, event->clause), sides, report);
    g_ptr_array_add(report->events, events[i]);
  }
  report_up_to(self, &place, parts, sides, report);
}
