#include "merge/join/merge_excerpt.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/interner.h"
#include "clause/labels/item_label.h"
#include "clause/markdown/front_matter.h"
#include "merge/join/merge_events.h"

enum {
  NEIGHBOURS = 2, /* clauses that are read beside one that came or went */
  MOST_READ = 75, /* clauses of a hundred of the base that are read; else it is read whole */
};

/* A marker and all up to the next one; of a text, the first one has what stands above, too. */
typedef struct {
  gsize start, words, end; /* words: behind the line of the marker */
  gsize id_start, id_length;
  guint id;        /* the number of its id; NONE: it has none */
  gboolean simple; /* its marker is in canonical form, and has no more than a template */
} Part;

enum {
  NONE = G_MAXUINT
};

typedef struct {
  const char *bytes;
  gsize length;
  GArray *parts; /* of Part */
  GString *excerpt;
} Text;

/* The form that takes the place of a part that is not read. */
typedef struct {
  guint text, part; /* of the first side that has it; text 0: it is unchanged */
  GArray *sides;    /* of guint: all that have it; NULL: it is unchanged */
} Change;

struct AdrefMergeExcerpt {
  Text *texts; /* the first one is the base */
  guint count;
  AdrefInterner *ids; /* those of the base have the numbers of their parts, less one */
  guint8 stops[256];  /* bytes that are no plain words */
  guint8 *is_read;    /* by part of the base */
  Change *changes;    /* by part of the base */
  GHashTable *places; /* number of a new id -> the part of the base before which it stands */
};

static const Part *part_at(const Text *text, guint i)
{
  return &g_array_index(text->parts, Part, i);
}

/* --- what makes clauses depend on others --- */

static gboolean begins_with(const char *at, const char *end, const char *word)
{
  gsize length = strlen(word);
  return (gsize)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* Whether a byte stands before one of two others. */
static gboolean has_before(const Text *text, char byte, const char *others)
{
  const char *end = text->bytes + text->length, *at = text->bytes;
  for (; at < end && (at = memchr(at, byte, (gsize)(end - at))); at++)
    if (at + 1 < end && strchr(others, at[1]))
      return TRUE;
  return FALSE;
}

/* Whether something in a text may change what other clauses are: definitions, references, blocks of
 * code. Angle brackets are looked at one by one (read_parts()). */
static gboolean has_ties(const Text *text)
{
  return memchr(text->bytes, '\0', text->length) || has_before(text, '\r', "\n") ||
         has_before(text, ']', ":") || has_before(text, '(', "#") || has_before(text, '`', "`") ||
         has_before(text, '~', "~");
}

/* --- markers --- */

static const char *kind_end(const char *at, const char *end)
{
  static const char *const kinds[] = {"op ", "pp ", "item ", "chapeau ", "closing ", "annex "};
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (begins_with(at, end, kinds[i]))
      return at + strlen(kinds[i]);
  return NULL;
}

static gboolean is_id_byte(char byte)
{
  return g_ascii_islower(byte) || g_ascii_isdigit(byte) || byte == '-';
}

/* The end of a name that may have slashes. */
static const char *name_end(const char *at, const char *end)
{
  while (at < end && (is_id_byte(*at) || *at == '/'))
    at++;
  return at;
}

/* The comment between `at` ("<!--") and the end of its line. FALSE: it is no marker with an id. */
static gboolean read_marker(const char *at, const char *end, const char **id, gsize *length,
                            gboolean *simple)
{
  const char *name = begins_with(at, end, "<!-- ") ? kind_end(at + strlen("<!-- "), end) : NULL;
  if (!name)
    return FALSE;
  const char *after = name;
  while (after < end && is_id_byte(*after))
    after++;
  if (after == name || after == end || *after != ' ')
    return FALSE;
  *id = name;
  *length = (gsize)(after - name);
  if (begins_with(after, end, " from="))
    after = name_end(after + strlen(" from="), end);
  *simple = end - after == 4 && memcmp(after, " -->", 4) == 0;
  return TRUE;
}

/* --- plain lines --- */

static void init_stops(guint8 stops[256])
{
  static const char markup[] = "\\`*_<>&|~[]{}#\x7F";
  for (guint byte = 0; byte < 256; byte++)
    stops[byte] = byte < ' ' || byte >= 0x80;
  for (const char *at = markup; *at; at++)
    stops[(guchar)*at] = TRUE;
}

/* Whether the words of a part are one plain line of ASCII, and an empty line unless it is the last
 * one. */
static gboolean is_plain(const AdrefMergeExcerpt *self, const Text *text, const Part *part)
{
  if (!part->simple || part->words >= part->end)
    return FALSE;
  const char *line = text->bytes + part->words;
  gsize room = part->end - part->words, length = adref_byte_scan_until(self->stops, line, room);
  gsize behind = room - length, wanted = part->end == text->length ? 1 : 2;
  return length > 0 && g_ascii_isalpha(*line) && line[length - 1] != ' ' && behind == wanted &&
         line[length] == '\n' && line[length + behind - 1] == '\n' &&
         !adref_byte_scan_has_double(line, length, ' ') &&
         adref_item_label_read(line, length).length == 0;
}

/* --- parts --- */

/* Whether an angle bracket that is no comment may begin a block. */
static gboolean is_at_line(const Text *text, gsize at)
{
  while (at > 0 &&
         (text->bytes[at - 1] == ' ' || text->bytes[at - 1] == '\t' || text->bytes[at - 1] == '>'))
    at--;
  return at == 0 || text->bytes[at - 1] == '\n';
}

static void add_part(Text *text, Part part)
{
  if (text->parts->len > 0)
    g_array_index(text->parts, Part, text->parts->len - 1).end = part.start;
  part.end = text->length;
  g_array_append_val(text->parts, part);
}

/* FALSE: a block of HTML may begin somewhere, a comment does not end in its line, or a paragraph
 * replaces another one. */
static gboolean read_parts(Text *text, AdrefInterner *ids)
{
  const char *end = text->bytes + text->length;
  const char *at = text->bytes + adref_front_matter_length(text->bytes, text->length);
  add_part(text, (Part){.id = NONE});
  while (at < end && (at = memchr(at, '<', (gsize)(end - at)))) {
    Part part = {.start = (gsize)(at - text->bytes)};
    if (!is_at_line(text, part.start)) {
      at++;
      continue;
    }
    const char *newline = memchr(at, '\n', (gsize)(end - at)), *stop = newline ? newline : end, *id;
    if (!begins_with(at, stop, "<!--") || stop - at < 7 || memcmp(stop - 3, "-->", 3) != 0 ||
        memmem(at, (gsize)(stop - at), " alt=", 5))
      return FALSE;
    part.words = MIN((gsize)(stop - text->bytes) + 1, text->length);
    if ((at == text->bytes || at[-1] == '\n') &&
        read_marker(at, stop, &id, &part.id_length, &part.simple)) {
      part.id_start = (gsize)(id - text->bytes);
      part.id = adref_interner_intern(ids, 0, id, part.id_length);
      add_part(text, part);
    }
    at = stop;
  }
  return TRUE;
}

static gboolean add_text(AdrefMergeExcerpt *self, Text *text, GBytes *bytes)
{
  text->bytes = g_bytes_get_data(bytes, &text->length);
  text->parts = g_array_new(FALSE, FALSE, sizeof(Part));
  text->excerpt = g_string_new(NULL);
  return text->length > 0 && !has_ties(text) && read_parts(text, self->ids);
}

/* --- which parts are read --- */

static void read_around(AdrefMergeExcerpt *self, guint place)
{
  guint count = self->texts[0].parts->len;
  for (guint i = place - MIN(place, NEIGHBOURS); i < count && i <= place + NEIGHBOURS; i++)
    self->is_read[i] = TRUE;
}

static gboolean has_same_bytes(const Text *a, const Part *x, const Text *b, const Part *y)
{
  return x->end - x->start == y->end - y->start &&
         memcmp(a->bytes + x->start, b->bytes + y->start, x->end - x->start) == 0;
}

static gboolean has_same_marker(const Text *a, const Part *x, const Text *b, const Part *y)
{
  return x->words - x->start == y->words - y->start &&
         memcmp(a->bytes + x->start, b->bytes + y->start, x->words - x->start) == 0;
}

/* A part that side `s` has with other bytes. It need not be read when no other side has it with
 * others again. */
static void add_change(AdrefMergeExcerpt *self, guint place, guint s, guint j)
{
  const Text *base = &self->texts[0], *side = &self->texts[s];
  const Part *own = part_at(base, place), *part = part_at(side, j);
  Change *change = &self->changes[place];
  if (!is_plain(self, base, own) || !is_plain(self, side, part) ||
      !has_same_marker(base, own, side, part)) {
    read_around(self, place);
    return;
  }
  if (change->text == 0)
    *change = (Change){s, j, g_array_new(FALSE, FALSE, sizeof(guint))};
  const Text *other = &self->texts[change->text];
  if (!has_same_bytes(other, part_at(other, change->part), side, part)) {
    self->is_read[place] = TRUE;
    return;
  }
  guint number = s - 1;
  g_array_append_val(change->sides, number);
}

/* Marks what a side changed. FALSE: clauses of the base stand in another order there, or some came
 * and others went, which may be the same under new ids. */
static gboolean compare_side(AdrefMergeExcerpt *self, guint s)
{
  const Text *base = &self->texts[0], *side = &self->texts[s];
  guint next = 1, came = 0, went = 0;
  for (guint j = 1; j < side->parts->len; j++) {
    const Part *part = part_at(side, j);
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
      read_around(self, next);
    next = place + 1;
    if (!has_same_bytes(base, part_at(base, place), side, part))
      add_change(self, place, s, j);
  }
  for (; next < base->parts->len; next++, went++)
    read_around(self, next);
  return came == 0 || went == 0;
}

/* The base must have each id once. */
static gboolean has_own_ids(const Text *base)
{
  for (guint i = 1; i < base->parts->len; i++)
    if (part_at(base, i)->id != i - 1)
      return FALSE;
  return base->parts->len > 1;
}

static gboolean find_changes(AdrefMergeExcerpt *self)
{
  guint count = self->texts[0].parts->len, read = 0;
  self->is_read = g_new0(guint8, count);
  self->changes = g_new0(Change, count);
  self->is_read[0] = TRUE;
  for (guint s = 1; s < self->count; s++)
    if (!compare_side(self, s))
      return FALSE;
  for (guint i = 0; i < count; i++) {
    self->is_read[i] =
        self->is_read[i] || !is_plain(self, &self->texts[0], part_at(&self->texts[0], i));
    read += self->is_read[i];
  }
  return read * 100 / count <= MOST_READ;
}

/* --- excerpts --- */

static gboolean is_left_out(const AdrefMergeExcerpt *self, guint id)
{
  return id < self->texts[0].parts->len - 1 && !self->is_read[id + 1];
}

static void write_excerpt(const AdrefMergeExcerpt *self, const Text *text)
{
  for (guint i = 0; i < text->parts->len; i++) {
    const Part *part = part_at(text, i);
    if (i == 0 || !is_left_out(self, part->id))
      g_string_append_len(text->excerpt, text->bytes + part->start,
                          (gssize)(part->end - part->start));
  }
}

AdrefMergeExcerpt *adref_merge_excerpt_new(GBytes *const *texts, guint count)
{
  g_autoptr(AdrefMergeExcerpt) self = g_new0(AdrefMergeExcerpt, 1);
  init_stops(self->stops);
  self->count = count;
  self->texts = g_new0(Text, count);
  self->ids = adref_interner_new();
  self->places = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < count; i++)
    if (!add_text(self, &self->texts[i], texts[i]) || (i == 0 && !has_own_ids(&self->texts[0])))
      return NULL;
  if (!find_changes(self))
    return NULL;
  for (guint i = 0; i < count; i++)
    write_excerpt(self, &self->texts[i]);
  return g_steal_pointer(&self);
}

void adref_merge_excerpt_free(AdrefMergeExcerpt *self)
{
  if (!self)
    return;
  for (guint i = 0; self->changes && i < self->texts[0].parts->len; i++)
    g_clear_pointer(&self->changes[i].sides, g_array_unref);
  for (guint i = 0; i < self->count; i++) {
    if (self->texts[i].parts)
      g_array_unref(self->texts[i].parts);
    if (self->texts[i].excerpt)
      g_string_free(self->texts[i].excerpt, TRUE);
  }
  g_free(self->texts);
  g_free(self->changes);
  g_free(self->is_read);
  g_hash_table_unref(self->places);
  adref_interner_free(self->ids);
  g_free(self);
}

const GString *adref_merge_excerpt_text(const AdrefMergeExcerpt *self, guint i)
{
  return self->texts[i].excerpt;
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
    const Text *text = &self->texts[self->changes[i].text];
    const Part *part = part_at(text, text == self->texts ? i : self->changes[i].part);
    if (out->len > 0 && !ends_with_empty_line(out))
      g_string_append_c(out, '\n');
    g_string_append_len(out, text->bytes + part->start, (gssize)(part->end - part->start));
  }
}

/* Appends the parts of a merge; before each clause of the base that was read, those that were left
 * out and stand before it. FALSE: a place is not known. */
static gboolean append_parts(AdrefMergeExcerpt *self, const Text *merged, GString *out)
{
  const Text *base = &self->texts[0];
  guint next = 0; /* of the base */
  for (guint i = 0; i < merged->parts->len; i++) {
    const Part *part = part_at(merged, i);
    guint place = i == 0 ? 0 : part->id < base->parts->len - 1 ? part->id + 1 : NONE;
    if (place != NONE && (place < next || !self->is_read[place]))
      return FALSE;
    if (place != NONE) {
      append_left_out(self, next, place, out);
      next = place + 1;
    } else if (part->id != NONE) {
      g_hash_table_insert(self->places, GUINT_TO_POINTER(part->id), GUINT_TO_POINTER(next));
    }
    g_string_append_len(out, merged->bytes + part->start, (gssize)(part->end - part->start));
  }
  append_left_out(self, next, base->parts->len, out);
  return TRUE;
}

GString *adref_merge_excerpt_complete(AdrefMergeExcerpt *self, const GString *merged)
{
  Text text = {.bytes = merged->str,
               .length = merged->len,
               .parts = g_array_new(FALSE, FALSE, sizeof(Part))};
  g_autoptr(GString) out = g_string_sized_new(self->texts[0].length + merged->len);
  gboolean possible = read_parts(&text, self->ids) && append_parts(self, &text, out);
  if (ends_with_empty_line(out))
    g_string_truncate(out, out->len - 1);
  g_array_unref(text.parts);
  return possible ? g_steal_pointer(&out) : NULL;
}

/* --- the report --- */

static void report_change(const AdrefMergeExcerpt *self, guint place, const AdrefMergeSide *sides,
                          AdrefMergeReport *report)
{
  const Text *base = &self->texts[0];
  const Part *part = part_at(base, place);
  const char *id = base->bytes + part->id_start;
  AdrefMergeEvent *event = adref_merge_event_new(ADREF_MERGE_TAKEN, g_strndup(id, part->id_length));
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

void adref_merge_excerpt_report(const AdrefMergeExcerpt *self, const AdrefMergeSide *sides,
                                AdrefMergeReport *report)
{
  gsize count;
  g_autofree gpointer *events = g_ptr_array_steal(report->events, &count);
  guint place = 1, parts = self->texts[0].parts->len;
  for (gsize i = 0; i < count; i++) {
    const AdrefMergeEvent *event = events[i];
    guint id = adref_interner_find(self->ids, 0, event->clause, strlen(event->clause));
    guint before = id < parts - 1
                       ? id + 1
                       : GPOINTER_TO_UINT(g_hash_table_lookup(self->places, GUINT_TO_POINTER(id)));
    report_up_to(self, &place, before, sides, report);
    g_ptr_array_add(report->events, events[i]);
  }
  report_up_to(self, &place, parts, sides, report);
}
