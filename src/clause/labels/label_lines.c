#include "clause/labels/label_lines.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/labels/item_label.h"
#include "clause/nfc.h"

/* A line that begins with a label. */
typedef struct {
  AdrefItemLabel label;
  AdrefLabelLine found;
  gboolean on_purpose, taken;
  guint series;
} Candidate;

enum {
  NONE = G_MAXUINT,
  NARROW = 40,     /* columns: nobody wraps prose to fewer */
  MAX_ROUNDS = 100 /* rounds of leaving out labels that are alone; after them no line is an item */
};

/* A series of labels. */
typedef struct {
  AdrefItemLabelKind kind;
  AdrefItemLabel last;
  guint count;
  guint outer;            /* the series that it is in, or NONE */
  gboolean is_vietnamese; /* "đ" followed "d" */
} Series;

typedef struct {
  const char *text;
  const gsize *margins, *starts, *ends;
  const guint8 *inside;
  guint count, first;
  GArray *candidates; /* of Candidate */
  GArray *series;     /* of Series */
  GArray *open;       /* of guint: the open series, innermost last */
} LabelLines;

/* --- lines --- */

static gsize trimmed_end(const LabelLines *self, guint line)
{
  gsize end = self->ends[line];
  while (end > self->starts[line] && strchr(" \t\\", self->text[end - 1]))
    end--;
  return end;
}

/* Whether the line ends with a hard break. */
static gboolean breaks_hard(const LabelLines *self, guint line)
{
  gsize start = self->starts[line], end = self->ends[line], slashes = 0;
  if (end >= start + 2 && memcmp(self->text + end - 2, "  ", 2) == 0)
    return TRUE;
  while (end > start + slashes && self->text[end - 1 - slashes] == '\\')
    slashes++;
  return slashes % 2 == 1;
}

static guint width_of(const LabelLines *self, guint line)
{
  gsize start = self->margins[line];
  return (guint)adref_byte_scan_count_characters(self->text + start,
                                                 trimmed_end(self, line) - start);
}

/* The last character before `end`, brackets and quotation marks left out; moves *end before it. */
static gunichar last_sign(const LabelLines *self, guint line, gsize *end)
{
  static const gunichar closing[] = {')',    ']',    '"',  '\'',   '*',    '_',
                                     0x2019, 0x201D, 0xBB, 0xFF09, 0x300D, 0x300F};
  const char *start = self->text + self->starts[line];
  while (self->text + *end > start) {
    const char *p = g_utf8_find_prev_char(start, self->text + *end);
    if (!p)
      return 0;
    gunichar c = g_utf8_get_char(p);
    gboolean closes = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(closing); i++)
      closes |= closing[i] == c;
    *end = (gsize)(p - self->text);
    if (!closes)
      return c;
  }
  return 0;
}

static gboolean is_stop(gunichar c)
{
  static const gunichar stops[] = {':',    ';',    '.',    ',',    '!',    '?',    0x2013, 0x2014,
                                   0x3002, 0x3001, 0xFF1A, 0xFF1B, 0xFF0C, 0x061B, 0x060C, 0x061F,
                                   0x17D4, 0x104B, 0x104A, 0x0E2F, 0x0964, 0x2026};
  for (gsize i = 0; i < G_N_ELEMENTS(stops); i++)
    if (stops[i] == c)
      return TRUE;
  return FALSE;
}

/* Whether the line ends with ", and" or "; or" (in languages that put one word there). */
static gboolean ends_with_conjunction(const LabelLines *self, guint line)
{
  static const char *const words[] = {"and", "or", "and/or", "et",  "ou", "und", "oder",
                                      "y",   "o",  "e",      "en",  "of", "dan", "atau",
                                      "at",  "và", "hoặc",   "hay", "и",  "или"};
  gsize end = trimmed_end(self, line);
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    gsize length = strlen(words[i]);
    if (end < self->starts[line] + length + 2 ||
        memcmp(self->text + end - length, words[i], length) != 0)
      continue;
    gsize before = end - length - 1;
    if (self->text[before] == ' ' && strchr(",;", self->text[before - 1]))
      return TRUE;
  }
  return FALSE;
}

/* Whether the line before this one was ended by its author. */
static gboolean is_broken_on_purpose(const LabelLines *self, guint line, guint width)
{
  if (line == 0 || breaks_hard(self, line - 1))
    return TRUE;
  gsize end = trimmed_end(self, line - 1);
  if (is_stop(last_sign(self, line - 1, &end)) || ends_with_conjunction(self, line - 1))
    return TRUE;
  const char *start = self->text + self->starts[line];
  gsize room = self->ends[line] - self->starts[line], word = 0;
  while (word < room && start[word] != ' ' && start[word] != '\n')
    word++;
  guint letters = (guint)adref_byte_scan_count_characters(start, word);
  return width_of(self, line - 1) + 1 + letters <= width;
}

/* --- labels --- */

/* How many bytes of `line` a label in NFC has there. */
static gsize source_length(const char *line, gsize length, const char *label)
{
  for (gsize n = strlen(label); n <= length; n++) {
    if (n < length && ((guchar)line[n] & 0xC0) == 0x80)
      continue;
    g_autofree char *normal = g_utf8_normalize(line, (gssize)n, G_NORMALIZE_NFC);
    if (normal && strcmp(normal, label) == 0)
      return n;
  }
  return 0;
}

/* Reads the label of a line; FALSE: it has none. */
static gboolean read_label(const LabelLines *self, guint line, Candidate *candidate)
{
  enum {
    LOOK = 2 * ADREF_ITEM_LABEL_LIMIT
  };
  const char *start = self->text + self->starts[line];
  gsize length = self->ends[line] - self->starts[line], look = MIN(length, LOOK);
  while (look < length && ((guchar)start[look] & 0xC0) == 0x80)
    look++;
  g_autofree char *normal = !adref_nfc_may_change(start, look)
                                ? NULL
                                : g_utf8_normalize(start, (gssize)look, G_NORMALIZE_NFC);
  const char *words = normal ? normal : start;
  candidate->label = adref_item_mark_read(words, normal ? strlen(normal) : look);
  if (candidate->label.length == 0)
    return FALSE;
  candidate->found.label = g_strndup(words, candidate->label.length);
  candidate->found.line = line;
  gsize behind =
      normal ? source_length(start, look, candidate->found.label) : candidate->label.length;
  while (behind < length && (start[behind] == ' ' || start[behind] == '\t'))
    behind++;
  candidate->found.length = behind;
  return TRUE;
}

static void label_line_clear(gpointer data)
{
  g_free(((AdrefLabelLine *)data)->label);
}

static void candidate_clear(gpointer data)
{
  g_free(((Candidate *)data)->found.label);
}

/* Whether a line can begin with a label, by its first byte. */
static gboolean may_have_label(char c)
{
  return c == '(' || g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* --- brackets --- */

/* A square bracket: which line it opens in, and whether it must stay in one item. */
typedef struct {
  guint line;
  gboolean whole;
} OpenBracket;

/* Whether a bracket that opens here has a party in front, "[JPN: shall]", or follows another one,
 * which makes it an alternative to it. */
static gboolean opens_whole(const LabelLines *self, gsize at)
{
  const char *p = self->text + at + 1, *end = self->text + self->ends[self->count - 1];
  while (p < end && (g_ascii_isupper(*p) || g_ascii_isdigit(*p) || *p == ',' || *p == ' '))
    p++;
  gsize before = at;
  while (before > self->starts[0] && strchr(" \n", self->text[before - 1]))
    before--;
  return (p < end && *p == ':') || (before > self->starts[0] && self->text[before - 1] == ']');
}

/* Whether a bracket that closes here is a link, or is followed by an alternative. */
static gboolean closes_whole(const LabelLines *self, gsize at)
{
  gsize behind = at + 1, end = self->ends[self->count - 1];
  if (behind < end && strchr("(:", self->text[behind]))
    return TRUE;
  while (behind < end && strchr(" \n", self->text[behind]))
    behind++;
  return behind < end && self->text[behind] == '[';
}

static gboolean is_slash(const LabelLines *self, gsize at)
{
  gboolean last = at + 1 == self->ends[self->count - 1];
  return self->text[at] == '/' && self->text[at - 1] == ' ' &&
         (last || strchr(" \n", self->text[at + 1]));
}

static void read_brackets(const LabelLines *self, guint line, GArray *open, guint *whole)
{
  for (gsize at = self->starts[line]; at < self->ends[line]; at++) {
    OpenBracket *last = open->len > 0 ? &g_array_index(open, OpenBracket, open->len - 1) : NULL;
    if (self->text[at] == '[') {
      OpenBracket bracket = {line, opens_whole(self, at)};
      g_array_append_val(open, bracket);
    } else if (last && self->text[at] == ']') {
      if (last->whole || closes_whole(self, at)) {
        whole[last->line + 1]++;
        whole[line + 1]--;
      }
      g_array_set_size(open, open->len - 1);
    } else if (last && at > self->starts[line] && is_slash(self, at)) {
      last->whole = TRUE;
    }
  }
}

/* By line: how many brackets with alternatives go on from the line before. A bracket of one text
 * may open in one item and close in another, but not one of several. The caller frees the result.
 */
static guint *find_whole_brackets(const LabelLines *self)
{
  guint *whole = g_new0(guint, self->count + 1);
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(OpenBracket));
  for (guint line = 0; line < self->count; line++)
    read_brackets(self, line, open, whole);
  for (guint line = 1; line < self->count; line++)
    whole[line] += whole[line - 1];
  return whole;
}

/* Whether the line is a link definition, which is no part of the paragraph's words. */
static gboolean is_definition(const LabelLines *self, guint line)
{
  const char *start = self->text + self->starts[line];
  return *start == '[' &&
         g_strstr_len(start, (gssize)(self->ends[line] - self->starts[line]), "]:");
}

static Candidate *candidate_at(const LabelLines *self, guint i)
{
  return &g_array_index(self->candidates, Candidate, i);
}

/* Whether a bullet begins an item wherever the line before it was broken: it is no dash, or the
 * first line of the paragraph begins with the same one. */
static gboolean is_sure_bullet(const LabelLines *self, const Candidate *candidate)
{
  if (candidate->label.kind != ADREF_ITEM_LABEL_BULLET)
    return FALSE;
  const Candidate *first = self->candidates->len > 0 ? candidate_at(self, 0) : NULL;
  return !adref_item_label_may_be_dash(&candidate->label) ||
         (first && first->found.line == self->first && first->label.end == candidate->label.end);
}

static void find_candidates(LabelLines *self)
{
  while (self->first < self->count && is_definition(self, self->first))
    self->first++;
  for (guint line = self->first; line < self->count; line++) {
    Candidate candidate = {0};
    gboolean outside = !(self->inside && self->inside[line]);
    if (outside && self->starts[line] < self->ends[line] &&
        may_have_label(self->text[self->starts[line]]) && read_label(self, line, &candidate))
      g_array_append_val(self->candidates, candidate);
  }
}

static void leave_out_bracketed(LabelLines *self)
{
  g_autofree guint *whole = find_whole_brackets(self);
  for (guint i = self->candidates->len; i-- > 0;)
    if (whole[candidate_at(self, i)->found.line] > 0)
      g_array_remove_index(self->candidates, i);
}

static void find_purposes(LabelLines *self)
{
  guint width = NARROW;
  for (guint line = 0; line < self->count; line++)
    width = MAX(width, width_of(self, line));
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = candidate_at(self, i);
    guint line = candidate->found.line;
    candidate->on_purpose = line == self->first || is_sure_bullet(self, candidate) ||
                            is_broken_on_purpose(self, line, width);
  }
}

/* Three lines or more, of which each has a label, are a list also without signs at their ends. */
static void take_lines_of_labels(LabelLines *self)
{
  enum {
    ENOUGH = 3
  };
  guint count = self->candidates->len;
  if (count < ENOUGH || candidate_at(self, 0)->found.line + count != self->count)
    return;
  for (guint i = 0; i < count; i++)
    candidate_at(self, i)->on_purpose = TRUE;
}

/* --- series --- */

static Series *series_at(const LabelLines *self, guint i)
{
  return &g_array_index(self->series, Series, i);
}

static guint open_at(const LabelLines *self, guint level)
{
  return g_array_index(self->open, guint, level);
}

static gboolean is_counted_by_words(AdrefItemLabelKind kind)
{
  return kind == ADREF_ITEM_LABEL_WORD || kind == ADREF_ITEM_LABEL_DECIMAL;
}

/* Reads a letter as a Roman numeral, "(i)". */
static AdrefItemLabel as_roman(AdrefItemLabel label)
{
  if (label.kind == ADREF_ITEM_LABEL_LETTER)
    label.kind = ADREF_ITEM_LABEL_ROMAN;
  else if (label.kind == ADREF_ITEM_LABEL_CAPITAL)
    label.kind = ADREF_ITEM_LABEL_ROMAN_CAPITAL;
  label.numbers[0] = label.roman;
  return label;
}

static gboolean is_same_kind(const Series *series, const AdrefItemLabel *label)
{
  return series->kind == label->kind && series->last.end == label->end &&
         series->last.word == label->word;
}

static gboolean is_greater(const AdrefItemLabel *label, const AdrefItemLabel *last)
{
  for (guint i = 0; i < MAX(label->count, last->count); i++) {
    guint now = i < label->count ? label->numbers[i] : 0;
    guint before = i < last->count ? last->numbers[i] : 0;
    gboolean any = i > 0 && i < label->count && i < last->count && (now == 0 || before == 0);
    if (any)
      return TRUE; /* "2.X" stands for any number */
    if (now != before)
      return now > before;
  }
  return label->suffix > last->suffix;
}

/* The letters f, j, w and z are not among those of Vietnamese lists. */
static gboolean follows_in_vietnamese(const Series *series, guint now)
{
  guint last = series->last.numbers[0];
  return series->is_vietnamese && now == last + 2 &&
         (now == 'g' - 'a' + 1 || now == 'k' - 'a' + 1 || now == 'x' - 'a' + 1);
}

static gboolean follows(const Series *series, const AdrefItemLabel *label)
{
  if (!is_same_kind(series, label))
    return FALSE;
  if (label->kind == ADREF_ITEM_LABEL_BULLET)
    return TRUE;
  if (is_counted_by_words(label->kind))
    return is_greater(label, &series->last);
  guint last = series->last.numbers[0], now = label->numbers[0];
  if (now == last)
    return label->suffix == MAX(series->last.suffix, 1) + 1;
  return (now == last + 1 || follows_in_vietnamese(series, now)) && label->suffix == 0;
}

static void put(LabelLines *self, Candidate *candidate, const AdrefItemLabel *label, guint level)
{
  Series *series = series_at(self, open_at(self, level));
  g_array_set_size(self->open, level + 1);
  series->is_vietnamese |= label->kind == ADREF_ITEM_LABEL_LETTER &&
                           label->numbers[0] == 'd' - 'a' + 1 && label->suffix == 2;
  series->last = *label;
  series->count++;
  candidate->taken = TRUE;
  candidate->series = open_at(self, level);
}

/* Appends the label to the innermost series that it follows. */
static gboolean put_next(LabelLines *self, Candidate *candidate)
{
  AdrefItemLabel roman = as_roman(candidate->label);
  for (guint level = self->open->len; level-- > 0;) {
    const Series *series = series_at(self, open_at(self, level));
    const AdrefItemLabel *label = follows(series, &candidate->label) ? &candidate->label : NULL;
    if (!label && roman.numbers[0] > 0 && follows(series, &roman))
      label = &roman;
    if (label) {
      put(self, candidate, label, level);
      return TRUE;
    }
  }
  return FALSE;
}

/* Closes the series of the same kind, which begins anew. FALSE: it may not begin here. */
static gboolean close_same_kind(LabelLines *self, const AdrefItemLabel *label)
{
  for (guint level = 0; level < self->open->len; level++) {
    if (!is_same_kind(series_at(self, open_at(self, level)), label))
      continue;
    g_array_set_size(self->open, level);
    return !is_counted_by_words(label->kind);
  }
  return self->open->len < ADREF_LABEL_LINES_DEPTH;
}

static void put_first(LabelLines *self, Candidate *candidate, gboolean any)
{
  AdrefItemLabel label = candidate->label;
  if (label.kind != ADREF_ITEM_LABEL_FIGURE && label.roman == 1)
    label = as_roman(label);
  gboolean begins = any || is_counted_by_words(label.kind) ||
                    label.kind == ADREF_ITEM_LABEL_BULLET ||
                    (label.numbers[0] == 1 && label.suffix == 0) ||
                    (label.numbers[0] == 27 && label.kind != ADREF_ITEM_LABEL_FIGURE);
  guint level = self->open->len;
  g_autoptr(GArray) open = g_array_copy(self->open);
  if (!begins)
    return;
  if (!close_same_kind(self, &label)) {
    g_array_set_size(self->open, 0);
    g_array_append_vals(self->open, open->data, level);
    return;
  }
  Series series = {.kind = label.kind, .outer = NONE};
  if (self->open->len > 0)
    series.outer = open_at(self, self->open->len - 1);
  guint at = self->series->len;
  g_array_append_val(self->series, series);
  g_array_append_val(self->open, at);
  put(self, candidate, &label, self->open->len - 1);
}

static void find_series(LabelLines *self)
{
  g_array_set_size(self->series, 0);
  g_array_set_size(self->open, 0);
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = candidate_at(self, i);
    candidate->taken = FALSE;
    if (candidate->on_purpose && !put_next(self, candidate))
      put_first(self, candidate, candidate->found.line == self->first);
  }
}

/* Whether bullets are among the items, one of which may be of another form than all others. */
static gboolean has_bullets(const LabelLines *self)
{
  guint bullets = 0;
  for (guint i = 0; i < self->candidates->len; i++) {
    const Candidate *candidate = candidate_at(self, i);
    bullets += candidate->taken && candidate->label.kind == ADREF_ITEM_LABEL_BULLET ? 1 : 0;
  }
  return bullets > 1;
}

/* Leaves out the labels that are alone in their series; FALSE: there are none. */
static gboolean leave_out_single(LabelLines *self)
{
  gboolean any = FALSE, bullets = has_bullets(self);
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = candidate_at(self, i);
    if (!candidate->taken || series_at(self, candidate->series)->count > 1 ||
        (bullets && candidate->label.kind == ADREF_ITEM_LABEL_BULLET))
      continue;
    candidate->on_purpose = candidate->taken = FALSE;
    any = TRUE;
  }
  return any;
}

/* --- items --- */

static guint level_of(const LabelLines *self, guint series)
{
  guint level = 0;
  for (guint at = series_at(self, series)->outer; at != NONE; at = series_at(self, at)->outer)
    level++;
  return level;
}

static GArray *items_of(LabelLines *self)
{
  g_autoptr(GHashTable) begun = g_hash_table_new(g_direct_hash, g_direct_equal);
  GArray *items = g_array_new(FALSE, FALSE, sizeof(AdrefLabelLine));
  g_array_set_clear_func(items, label_line_clear);
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = candidate_at(self, i);
    if (!candidate->taken)
      continue;
    AdrefLabelLine item = candidate->found;
    item.label = g_steal_pointer(&candidate->found.label);
    item.level = level_of(self, candidate->series);
    item.begins = g_hash_table_add(begun, GUINT_TO_POINTER(candidate->series));
    g_array_append_val(items, item);
  }
  return items;
}

static GArray *find_items(LabelLines *self)
{
  find_candidates(self);
  if (self->candidates->len < 2) /* as in most paragraphs */
    return NULL;
  leave_out_bracketed(self);
  find_purposes(self);
  take_lines_of_labels(self);
  for (guint round = 0; round < MAX_ROUNDS; round++) {
    find_series(self);
    if (!leave_out_single(self))
      return self->series->len > 0 ? items_of(self) : NULL;
  }
  return NULL;
}

GArray *adref_label_lines_find(const char *text, const gsize *margins, const gsize *starts,
                               const gsize *ends, const guint8 *inside, guint count)
{
  LabelLines lines = {text, margins, starts, ends, inside, count, 0, NULL, NULL, NULL};
  lines.candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  lines.series = g_array_new(FALSE, FALSE, sizeof(Series));
  lines.open = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_set_clear_func(lines.candidates, candidate_clear);
  GArray *items = count > 1 ? find_items(&lines) : NULL;
  g_array_unref(lines.candidates);
  g_array_unref(lines.series);
  g_array_unref(lines.open);
  return items;
}
