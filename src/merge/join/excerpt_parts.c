#include "merge/join/excerpt_parts.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/labels/item_label.h"
#include "clause/markdown/front_matter.h"

const AdrefExcerptPart *adref_excerpt_part(const AdrefExcerptText *text, guint i)
{
  return &g_array_index(text->parts, AdrefExcerptPart, i);
}

/* --- what makes clauses depend on others --- */

static gboolean begins_with(const char *at, const char *end, const char *word)
{
  gsize length = strlen(word);
  return (gsize)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* Whether a byte stands before one of two others. */
static gboolean has_before(const AdrefExcerptText *text, char byte, const char *others)
{
  const char *end = text->bytes + text->length, *at = text->bytes;
  for (; at < end && (at = memchr(at, byte, (gsize)(end - at))); at++)
    if (at + 1 < end && strchr(others, at[1]))
      return TRUE;
  return FALSE;
}

/* Whether something in a text may change what other clauses are: definitions, references, blocks of
 * code. Angle brackets are looked at one by one (read_parts()). */
static gboolean has_ties(const AdrefExcerptText *text)
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

/* --- parts --- */

/* Whether an angle bracket that is no comment may begin a block. */
static gboolean is_at_line(const AdrefExcerptText *text, gsize at)
{
  while (at > 0 &&
         (text->bytes[at - 1] == ' ' || text->bytes[at - 1] == '\t' || text->bytes[at - 1] == '>'))
    at--;
  return at == 0 || text->bytes[at - 1] == '\n';
}

static void add_part(AdrefExcerptText *text, AdrefExcerptPart part)
{
  if (text->parts->len > 0)
    g_array_index(text->parts, AdrefExcerptPart, text->parts->len - 1).end = part.start;
  part.end = text->length;
  g_array_append_val(text->parts, part);
}

/* FALSE: a block of HTML may begin somewhere, a comment does not end in its line, or a paragraph
 * replaces another one. */
static gboolean read_markers(AdrefExcerptText *text, AdrefInterner *ids)
{
  const char *end = text->bytes + text->length;
  const char *at = text->bytes + adref_front_matter_length(text->bytes, text->length);
  add_part(text, (AdrefExcerptPart){.id = ADREF_EXCERPT_NONE});
  while (at < end && (at = memchr(at, '<', (gsize)(end - at)))) {
    AdrefExcerptPart part = {.start = (gsize)(at - text->bytes)};
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

gboolean adref_excerpt_parts_read(AdrefExcerptText *text, AdrefInterner *ids)
{
  return text->length > 0 && !has_ties(text) && read_markers(text, ids);
}

/* --- paragraphs --- */

/* Whether a line is a paragraph of words, or a heading, wherever it stands. */
static gboolean is_paragraph(const char *line, gsize length)
{
  const char *words = line + strspn(line, "#");
  gboolean is_heading = words > line && *words == ' ';
  gboolean has_words = g_unichar_isalpha(g_utf8_get_char(line)) || strchr("(\"", *line) ||
                       (strchr("[*_", *line) && g_unichar_isalpha(g_utf8_get_char(line + 1)));
  return length > 1 && (is_heading || has_words) && adref_item_label_read(line, length).length == 0;
}

gboolean adref_excerpt_paragraphs_read(AdrefExcerptText *text, gboolean is_merged)
{
  const char *end = text->bytes + text->length;
  const char *at = text->bytes + adref_front_matter_length(text->bytes, text->length);
  if (text->length == 0 || (!is_merged && has_ties(text)))
    return FALSE;
  add_part(text, (AdrefExcerptPart){.id = ADREF_EXCERPT_NONE});
  while (at < end) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    const char *empty = is_merged ? memmem(at, (gsize)(end - at), "\n\n", 2) : newline;
    if (!is_merged && (!newline || !is_paragraph(at, (gsize)(newline - at)) ||
                       (newline + 1 < end && newline[1] != '\n')))
      return FALSE;
    gsize start = (gsize)(at - text->bytes);
    add_part(text, (AdrefExcerptPart){
                       .start = start, .words = start, .id = ADREF_EXCERPT_NONE, .simple = TRUE});
    at = empty ? MIN(empty + 2, end) : end;
  }
  return text->parts->len > 1;
}

static gsize trimmed_length(const AdrefExcerptText *text, const AdrefExcerptPart *part)
{
  gsize end = part->end;
  while (end > part->start && text->bytes[end - 1] == '\n')
    end--;
  return end - part->start;
}

gboolean adref_excerpt_parts_are_same(const AdrefExcerptText *a, const AdrefExcerptPart *x,
                                      const AdrefExcerptText *b, const AdrefExcerptPart *y)
{
  gsize length = trimmed_length(a, x);
  return length == trimmed_length(b, y) &&
         memcmp(a->bytes + x->start, b->bytes + y->start, length) == 0;
}

/* --- which paragraph is which --- */

enum {
  MOST_BETWEEN = 16 /* paragraphs of both texts between two that they have */
};

typedef struct {
  const AdrefExcerptText *base;
  AdrefExcerptText *side;
  guint i, j; /* those before are matched */
  gboolean has_gaps;
} Matching;

static gboolean are_same(const Matching *self, guint i, guint j)
{
  gboolean base_ends = i >= self->base->parts->len, side_ends = j >= self->side->parts->len;
  if (base_ends || side_ends)
    return base_ends && side_ends;
  return adref_excerpt_parts_are_same(self->base, adref_excerpt_part(self->base, i), self->side,
                                      adref_excerpt_part(self->side, j));
}

/* Whether the bytes that two paragraphs have in common at both ends are most of each. */
static gboolean are_alike(const Matching *self)
{
  const AdrefExcerptPart *x = adref_excerpt_part(self->base, self->i),
                         *y = adref_excerpt_part(self->side, self->j);
  const char *a = self->base->bytes + x->start, *b = self->side->bytes + y->start;
  gsize first = trimmed_length(self->base, x), second = trimmed_length(self->side, y);
  gsize shorter = MIN(first, second), before = 0, behind = 0;
  while (before < shorter && a[before] == b[before])
    before++;
  while (behind < shorter - before && a[first - behind - 1] == b[second - behind - 1])
    behind++;
  return 2 * (before + behind) > MAX(first, second);
}

static void match(Matching *self)
{
  g_array_index(self->side->parts, AdrefExcerptPart, self->j++).id = self->i++ - 1;
}

/* Finds the next paragraph that both have; those before it came or went, but for one that took the
 * place of another one. */
static gboolean pass_gap(Matching *self)
{
  for (guint both = 1; both <= MOST_BETWEEN; both++)
    for (guint olds = 0; olds <= both; olds++) {
      guint news = both - olds;
      if (self->i + olds > self->base->parts->len || self->j + news > self->side->parts->len ||
          !are_same(self, self->i + olds, self->j + news))
        continue;
      if (olds == 1 && news == 1 && are_alike(self)) {
        match(self);
        return TRUE;
      }
      self->i += olds;
      self->j += news;
      return self->has_gaps = TRUE;
    }
  return FALSE;
}

static GBytes *bytes_of(const AdrefExcerptText *text, guint i)
{
  const AdrefExcerptPart *part = adref_excerpt_part(text, i);
  return g_bytes_new_static(text->bytes + part->start, trimmed_length(text, part));
}

static void bytes_free(gpointer bytes)
{
  g_bytes_unref(bytes);
}

/* How often each paragraph of a text stands in it. */
static GHashTable *counts_of(const AdrefExcerptText *text)
{
  GHashTable *counts = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, bytes_free, NULL);
  for (guint i = 1; i < text->parts->len; i++) {
    GBytes *bytes = bytes_of(text, i);
    guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, bytes));
    g_hash_table_replace(counts, bytes, GUINT_TO_POINTER(before + 1));
  }
  return counts;
}

static guint count_like(GHashTable *counts, const AdrefExcerptText *text, guint i)
{
  g_autoptr(GBytes) bytes = bytes_of(text, i);
  return GPOINTER_TO_UINT(g_hash_table_lookup(counts, bytes));
}

/* Whether no paragraph that came is one of the base, and none that went stands there twice: then it
 * is known which came and which went. */
static gboolean are_told_apart(const AdrefExcerptText *base, const AdrefExcerptText *side)
{
  g_autoptr(GHashTable) counts = counts_of(base);
  guint next = 1;
  for (guint j = 1; j <= side->parts->len; j++) {
    guint id = j < side->parts->len ? adref_excerpt_part(side, j)->id : base->parts->len - 1;
    if (id == ADREF_EXCERPT_NONE && count_like(counts, side, j) > 0)
      return FALSE;
    for (; id != ADREF_EXCERPT_NONE && next <= id; next++)
      if (count_like(counts, base, next) > 1)
        return FALSE;
    next = id == ADREF_EXCERPT_NONE ? next : id + 2;
  }
  return TRUE;
}

gboolean adref_excerpt_paragraphs_match(const AdrefExcerptText *base, AdrefExcerptText *side)
{
  Matching self = {base, side, 1, 1, FALSE};
  while (self.i < base->parts->len || self.j < side->parts->len) {
    if (are_same(&self, self.i, self.j))
      match(&self);
    else if (!pass_gap(&self))
      return FALSE;
  }
  return !self.has_gaps || are_told_apart(base, side);
}

/* --- plain lines --- */

void adref_excerpt_stops_init(guint8 stops[256])
{
  static const char markup[] = "\\`*_<>&|~[]{}#\x7F";
  for (guint byte = 0; byte < 256; byte++)
    stops[byte] = byte < ' ' || byte >= 0x80;
  for (const char *at = markup; *at; at++)
    stops[(guchar)*at] = TRUE;
}

gboolean adref_excerpt_part_is_plain(const guint8 stops[256], const AdrefExcerptText *text,
                                     const AdrefExcerptPart *part)
{
  if (!part->simple || part->words >= part->end)
    return FALSE;
  const char *line = text->bytes + part->words;
  gsize room = part->end - part->words, length = adref_byte_scan_until(stops, line, room);
  gsize behind = room - length, wanted = part->end == text->length ? 1 : 2;
  return length > 0 && g_ascii_isalpha(*line) && line[length - 1] != ' ' && behind == wanted &&
         line[length] == '\n' && line[length + behind - 1] == '\n' &&
         !adref_byte_scan_has_double(line, length, ' ') &&
         adref_item_label_read(line, length).length == 0;
}
