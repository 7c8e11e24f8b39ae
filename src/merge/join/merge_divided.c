#include "merge/join/merge_divided.h"

#include <string.h>

#include "clause/node_copy.h"
#include "merge/compare/align_sequences.h"
#include "merge/content_key.h"
#include "merge/join/merge_breaks.h"
#include "merge/join/merge_events.h"

/* Parts of the base that are merged as one. */
typedef struct {
  guint from, to; /* the last one too */
  GArray *base;   /* of AdrefMergePart */
  GArray **sides; /* by side; NULL: unchanged */
  gboolean done;
  GArray *result; /* of AdrefMergePart; NULL: they are merged one by one */
} Run;

struct AdrefMergeDivided {
  AdrefMergeContext *context;
  guint length;        /* of the base */
  GPtrArray *runs;     /* of Run */
  GHashTable *by_part; /* part + 1 -> Run */
};

/* While they are looked for. */
typedef struct {
  const AdrefMergeDividedTexts *texts;
  guint *counts; /* by part: how many sides have it */
} Search;

static guint count_of(const Search *self)
{
  return self->texts->context->count;
}

static const AdrefMergePart *part_at(const GArray *parts, guint i)
{
  return &g_array_index(parts, AdrefMergePart, i);
}

static void run_free(Run *run, guint count)
{
  for (guint s = 0; s < count; s++)
    g_clear_pointer(&run->sides[s], g_array_unref);
  g_free(run->sides);
  g_array_unref(run->base);
  for (guint i = 0; run->result && i < run->result->len; i++)
    adref_node_free((AdrefNode *)(guintptr)part_at(run->result, i)->paragraph);
  g_clear_pointer(&run->result, g_array_unref);
  g_free(run);
}

/* The paragraph that is all that a node holds, perhaps in a list; NULL: it holds other things. */
static const AdrefNode *only_paragraph(const AdrefNode *node)
{
  while (node && node->first == node->last &&
         (node->type == ADREF_CLAUSE || node->type == ADREF_LIST || node->type == ADREF_ITEM))
    node = node->first;
  return node && node->type == ADREF_PARAGRAPH ? node : NULL;
}

AdrefNode *adref_merge_divided_form(const AdrefNode *node, const AdrefNode *top,
                                    AdrefNode *paragraph)
{
  if (node->type == ADREF_PARAGRAPH)
    return paragraph;
  AdrefNode *form = adref_node_copy(top), *at = form;
  for (node = node->first; node->type != ADREF_PARAGRAPH; node = node->first) {
    AdrefNode *copy = adref_node_copy(node);
    adref_node_append(at, copy);
    at = copy;
  }
  adref_node_append(at, paragraph);
  return form;
}

/* --- words at the border of two paragraphs --- */

enum {
  BORDER = 20, /* characters at the border of two paragraphs */
  FIRST = 40   /* characters by which new parts are known */
};

/* The words with which a paragraph begins. Caller frees. */
static char *first_words(const AdrefNode *paragraph, glong most)
{
  g_autofree char *words = adref_node_words(paragraph);
  return g_utf8_substring(words, 0, MIN(most, g_utf8_strlen(words, -1)));
}

/* Whether words are now in another text, and were only in the first one. */
static gboolean have_passed(const char *words, const char *from_now, const char *to_was,
                            const char *to_now)
{
  return g_utf8_strlen(words, -1) == BORDER && strstr(to_now, words) && !strstr(to_was, words) &&
         !strstr(from_now, words);
}

/* Whether a side moved words over the border of two nodes of the base, which it both changed. */
static gboolean has_passed_border(const AdrefMergeDividedTexts *texts, guint s, guint i)
{
  const AdrefMergeDividedSide *side = &texts->sides[s];
  const AdrefNode *was[2] = {only_paragraph(texts->nodes[i - 1]), only_paragraph(texts->nodes[i])};
  if (side->matches[i - 1] == ADREF_NO_MATCH || side->matches[i] == ADREF_NO_MATCH ||
      side->same[i - 1] || side->same[i])
    return FALSE;
  const AdrefNode *now[2] = {only_paragraph(side->nodes[side->matches[i - 1]]),
                             only_paragraph(side->nodes[side->matches[i]])};
  if (!was[0] || !was[1] || !now[0] || !now[1])
    return FALSE;
  g_autofree char *above = adref_node_words(was[0]), *below = adref_node_words(was[1]),
                  *above_now = adref_node_words(now[0]), *below_now = adref_node_words(now[1]);
  g_autofree char *first = first_words(was[1], BORDER);
  glong length = g_utf8_strlen(above, -1);
  const char *last = g_utf8_offset_to_pointer(above, MAX(0, length - BORDER));
  return have_passed(first, below_now, above, above_now) ||
         have_passed(last, above_now, below, below_now);
}

/* --- the parts of one side --- */

/* FALSE: the node holds more than one paragraph. */
static gboolean add_part(GArray *parts, guint number, const AdrefNode *node)
{
  AdrefMergePart part = {only_paragraph(node), number};
  g_array_append_val(parts, part);
  return part.paragraph != NULL;
}

/* Whether a node of a side is new, and was a part of one of the run. */
static gboolean is_new_part(const Search *self, const Run *run, const AdrefMergeDividedSide *side,
                            guint own)
{
  guint whole = side->split_from[own];
  return side->parts[own] >= self->texts->length && whole != ADREF_NO_MATCH && whole >= run->from &&
         whole <= run->to;
}

/* The parts in the order of the base, wherever the side moved them. FALSE: it has none of them, or
 * other things in them. */
static gboolean find_side(const Search *self, Run *run, guint s)
{
  const AdrefMergeDividedSide *side = &self->texts->sides[s];
  GArray *parts = run->sides[s] = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  for (guint i = run->from; i <= run->to; i++) {
    guint own = side->matches[i];
    if (own == ADREF_NO_MATCH)
      continue;
    if (!add_part(parts, i, side->nodes[own]))
      return FALSE;
    for (own++; own < side->length && is_new_part(self, run, side, own); own++)
      if (!add_part(parts, side->parts[own], side->nodes[own]))
        return FALSE;
  }
  return parts->len > 0;
}

/* --- what is to be merged --- */

/* New parts of several texts that begin with the same words are one part: the first of them. */
static void unite_parts(const Search *self, Run *run)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint s = 0; s < count_of(self); s++)
    for (guint i = 0; run->sides[s] && i < run->sides[s]->len; i++) {
      AdrefMergePart *part = &g_array_index(run->sides[s], AdrefMergePart, i);
      if (part->part < self->texts->length)
        continue;
      char *words = first_words(part->paragraph, FIRST);
      gpointer first = g_hash_table_lookup(known, words);
      if (!first)
        g_hash_table_insert(known, words, GUINT_TO_POINTER(part->part + 1));
      else
        g_free(words);
      part->part = first ? GPOINTER_TO_UINT(first) - 1 : part->part;
    }
}

/* Whether each new part stands in the run in all texts that have it. */
static gboolean are_complete(const Search *self, const Run *run)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
  for (guint s = 0; s < count_of(self); s++)
    for (guint i = 0; run->sides[s] && i < run->sides[s]->len; i++) {
      gpointer part = GUINT_TO_POINTER(part_at(run->sides[s], i)->part + 1);
      guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, part));
      g_hash_table_insert(counts, part, GUINT_TO_POINTER(before + 1));
    }
  GHashTableIter iter;
  gpointer part, count;
  g_hash_table_iter_init(&iter, counts);
  while (g_hash_table_iter_next(&iter, &part, &count)) {
    guint number = GPOINTER_TO_UINT(part) - 1;
    if (number >= self->texts->length && self->counts[number] != GPOINTER_TO_UINT(count))
      return FALSE;
  }
  return TRUE;
}

static GBytes *content_of(const Search *self, const GArray *parts, guint side)
{
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < parts->len; i++) {
    g_string_append_printf(key, "%u\n", part_at(parts, i)->part);
    adref_content_key_append(key, part_at(parts, i)->paragraph,
                             &self->texts->context->references[side]);
  }
  return g_string_free_to_bytes(key);
}

/* Whether a side moved a part. */
static gboolean is_moved(const Search *self, const Run *run)
{
  for (guint s = 0; s < count_of(self); s++) {
    const AdrefMergeDividedSide *side = &self->texts->sides[s];
    for (guint i = run->from; side->nodes && i <= run->to; i++)
      if (side->matches[i] != side->in_order[i])
        return TRUE;
  }
  return FALSE;
}

/* Leaves the sides that changed something. Whether these want different things, or parts moved. */
static gboolean differ(const Search *self, Run *run)
{
  g_autoptr(GBytes) base = content_of(self, run->base, count_of(self));
  g_autoptr(GHashTable) contents =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  for (guint s = 0; s < count_of(self); s++) {
    if (!run->sides[s])
      continue;
    GBytes *own = content_of(self, run->sides[s], s);
    if (g_bytes_equal(own, base)) {
      g_clear_pointer(&run->sides[s], g_array_unref);
      g_bytes_unref(own);
    } else {
      g_hash_table_add(contents, own);
    }
  }
  return g_hash_table_size(contents) > (is_moved(self, run) ? 0 : 1);
}

/* NULL: the parts are merged one by one. */
static Run *run_new(const Search *self, guint from, guint to)
{
  Run *run = g_new0(Run, 1);
  run->from = from;
  run->to = to;
  run->base = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  run->sides = g_new0(GArray *, count_of(self) + 1);
  gboolean possible = TRUE;
  for (guint i = from; i <= to && possible; i++)
    possible = add_part(run->base, i, self->texts->nodes[i]);
  for (guint s = 0; s < count_of(self) && possible; s++)
    possible = !self->texts->sides[s].nodes || find_side(self, run, s);
  if (possible && are_complete(self, run) && differ(self, run))
    return run;
  run_free(run, count_of(self));
  return NULL;
}

/* --- all of a text --- */

/* Whether a node of the base is a part of the one before it in the text of some side, or words went
 * from one of both to the other. */
static gboolean is_joined(const Search *self, guint i)
{
  for (guint s = 0; s < count_of(self); s++) {
    const AdrefMergeDividedSide *side = &self->texts->sides[s];
    guint whole = side->nodes ? side->joined_into[i] : ADREF_NO_MATCH;
    if (whole != ADREF_NO_MATCH &&
        (whole == side->matches[i - 1] || whole == side->joined_into[i - 1]))
      return TRUE;
    if (side->nodes && has_passed_border(self->texts, s, i))
      return TRUE;
  }
  return FALSE;
}

/* By node of the base: whether some side divided it. Caller frees. */
static guint8 *find_split(const Search *self)
{
  guint8 *split = g_new0(guint8, self->texts->length + 1);
  for (guint s = 0; s < count_of(self); s++) {
    const AdrefMergeDividedSide *side = &self->texts->sides[s];
    for (guint j = 0; side->nodes && j < side->length; j++)
      if (side->split_from[j] != ADREF_NO_MATCH)
        split[side->split_from[j]] = TRUE;
  }
  return split;
}

static guint *count_parts(const AdrefMergeDividedTexts *texts)
{
  guint *counts = g_new0(guint, texts->all + 1);
  for (guint s = 0; s < texts->context->count; s++)
    for (guint j = 0; texts->sides[s].nodes && j < texts->sides[s].length; j++)
      counts[texts->sides[s].parts[j]]++;
  return counts;
}

static void add_run(AdrefMergeDivided *self, const Search *search, Run *run)
{
  g_ptr_array_add(self->runs, run);
  for (guint i = run->from; i <= run->to; i++)
    g_hash_table_insert(self->by_part, GUINT_TO_POINTER(i + 1), run);
  for (guint s = 0; s < self->context->count; s++)
    for (guint i = 0; run->sides[s] && i < run->sides[s]->len; i++)
      g_hash_table_insert(self->by_part, GUINT_TO_POINTER(part_at(run->sides[s], i)->part + 1),
                          run);
  unite_parts(search, run);
}

AdrefMergeDivided *adref_merge_divided_new(const AdrefMergeDividedTexts *texts)
{
  g_autofree guint *counts = count_parts(texts);
  Search search = {texts, counts};
  AdrefMergeDivided *self = g_new0(AdrefMergeDivided, 1);
  *self = (AdrefMergeDivided){texts->context, texts->length, g_ptr_array_new(),
                              g_hash_table_new(NULL, NULL)};
  g_autofree guint8 *split = find_split(&search);
  for (guint from = 0, to; from < texts->length; from = to + 1) {
    gboolean is_divided = split[from] != 0;
    for (to = from; to + 1 < texts->length && is_joined(&search, to + 1); to++)
      is_divided = TRUE;
    Run *run = is_divided ? run_new(&search, from, to) : NULL;
    if (run)
      add_run(self, &search, run);
  }
  return self;
}

void adref_merge_divided_free(AdrefMergeDivided *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->runs->len; i++)
    run_free(self->runs->pdata[i], self->context->count);
  g_ptr_array_unref(self->runs);
  g_hash_table_unref(self->by_part);
  g_free(self);
}

/* --- taking --- */

static void merge_run(AdrefMergeDivided *self, Run *run)
{
  run->done = TRUE;
  run->result = adref_merge_parts(self->context, run->base, run->sides);
  if (!run->result)
    return;
  AdrefMergeEvent *event = adref_merge_event_add(
      self->context, ADREF_MERGE_TAKEN, "divided or joined by one side, changed by another");
  for (guint s = 0; s < self->context->count; s++)
    if (run->sides[s])
      adref_merge_event_add_side(self->context, event, s);
}

gboolean adref_merge_divided_take(AdrefMergeDivided *self, guint part, GArray *parts)
{
  Run *run = g_hash_table_lookup(self->by_part, GUINT_TO_POINTER(part + 1));
  if (run && !run->done)
    merge_run(self, run);
  if (!run || !run->result)
    return FALSE;
  guint place = run->from;
  for (guint i = 0; i < run->result->len; i++) {
    AdrefMergePart *each = &g_array_index(run->result, AdrefMergePart, i);
    place = each->part < self->length ? each->part : place;
    if (place == part && each->paragraph) {
      g_array_append_val(parts, *each);
      each->paragraph = NULL;
    }
  }
  return TRUE;
}
