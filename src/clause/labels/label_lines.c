#include "clause/labels/label_lines.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/labels/item_label.h"
#include "clause/labels/label_series.h"
#include "clause/nfc.h"

/* A line that begins with a label. */
typedef struct {
  AdrefItemLabel label;
  AdrefLabelLine found;
} Candidate;

enum {
  NARROW = 40 /* columns: nobody wraps prose to fewer */
};

typedef struct {
  const char *text;
  const gsize *margins, *starts, *ends;
  const guint8 *inside;
  guint count, first;
  GArray *candidates; /* of Candidate */
  GArray *labels;     /* of AdrefSeriesLabel: of the candidates */
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

static guint width_of_paragraph(const LabelLines *self)
{
  guint width = NARROW;
  for (guint line = 0; line < self->count; line++)
    width = MAX(width, width_of(self, line));
  return width;
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

static gboolean is_comma(gunichar c)
{
  return c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C || c == 0x2013 || c == 0x2014;
}

/* Whether the line ends with a sign that is no comma. */
static gboolean ends_sentence(const LabelLines *self, guint line)
{
  gsize end = trimmed_end(self, line);
  gunichar sign = last_sign(self, line, &end);
  return is_stop(sign) && !is_comma(sign);
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

static GArray *candidates_new(void)
{
  GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  g_array_set_clear_func(candidates, candidate_clear);
  return candidates;
}

static void leave_out_bracketed(LabelLines *self)
{
  g_autofree guint *whole = find_whole_brackets(self);
  GArray *kept = candidates_new();
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = candidate_at(self, i);
    if (whole[candidate->found.line] > 0)
      continue;
    g_array_append_val(kept, *candidate);
    candidate->found.label = NULL;
  }
  g_array_unref(self->candidates);
  self->candidates = kept;
}

static AdrefSeriesLabel *label_at(const LabelLines *self, guint i)
{
  return &g_array_index(self->labels, AdrefSeriesLabel, i);
}

static gsize conjunction_length(const char *at, gsize room)
{
  static const char and[] = "and ", or [] = "or ";
  gsize n = *at == 'a' ? strlen(and) : strlen(or);
  return n <= room && memcmp(at, *at == 'a' ? and : or, n) == 0 ? n : 0;
}

/* How many bytes of a line join a label to the words before it, where it may be one of a list that
 * runs on: "(a) to meet; (b) to act", "(a) to meet, and (b) to act". "(a), (b) and (c)" is a
 * reference. */
static gsize joint_length(const char *at, gsize room)
{
  gboolean is_sign = *at == ';' || *at == ':' || *at == ',' || *at == '.';
  if ((!is_sign && *at != ' ') || room < 2 || (is_sign && at[1] != ' ') ||
      (at[-1] == ')' && (*at == ',' || *at == ' ')))
    return 0;
  gsize n = is_sign ? 2 : 1;
  while (n < room && at[n] == ' ')
    n++;
  gsize word = n < room ? conjunction_length(at + n, room - n) : 0;
  return is_sign || word > 0 ? n + word : 0;
}

/* Finds the next such label in a line, from *at on, which goes behind it. */
static gboolean find_within(const LabelLines *self, guint line, gsize *at, AdrefItemLabel *label)
{
  for (gsize end = self->ends[line]; *at < end; (*at)++) {
    gsize length = joint_length(self->text + *at, end - *at), start = *at + length;
    if (length == 0 || !may_have_label(self->text[start]))
      continue;
    *label = adref_item_label_read(self->text + start, MIN(end - start, ADREF_ITEM_LABEL_LIMIT));
    if (label->length == 0 || label->kind > ADREF_ITEM_LABEL_ROMAN_CAPITAL)
      continue;
    *at = start + label->length;
    return TRUE;
  }
  return FALSE;
}

/* Whether it matters to any label what stands within the lines before it. */
static gboolean may_run_on(const LabelLines *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (label_at(self, i)->may_skip && !label_at(self, i)->breaks_hard)
      return TRUE;
  return FALSE;
}

static void count_label(const AdrefItemLabel *label, guint *counts)
{
  if (label->kind > ADREF_ITEM_LABEL_ROMAN_CAPITAL)
    return;
  counts[label->kind]++;
  if (label->roman > 0)
    counts[label->kind == ADREF_ITEM_LABEL_LETTER ? ADREF_ITEM_LABEL_ROMAN
                                                  : ADREF_ITEM_LABEL_ROMAN_CAPITAL]++;
}

/* Counts for each candidate the labels within the lines before it. One at the start of a line that
 * an editor broke is one, too. */
static void count_labels_within(LabelLines *self)
{
  guint counts[ADREF_ITEM_LABEL_ROMAN_CAPITAL + 1] = {0};
  guint i = may_run_on(self) ? 0 : self->labels->len;
  for (guint line = self->first; i < self->labels->len; line++) {
    if (candidate_at(self, i)->found.line == line) {
      AdrefSeriesLabel *own = label_at(self, i++);
      memcpy(own->within, counts, sizeof counts);
      if (!own->on_purpose)
        count_label(&own->label, counts);
    }
    AdrefItemLabel label;
    for (gsize at = self->starts[line] + 1; find_within(self, line, &at, &label);)
      count_label(&label, counts);
  }
}

/* Whether words begin as those of a reference do: "(a) and (b) of this Article". */
static gboolean goes_on_as_reference(const char *words, gsize length)
{
  static const char *const openers[] = {
      "and ", "or ",  "of ",   "to (",  "above ", "below ", "thereof ", "et ",   "ou ", "du ",
      "à (",  "und ", "oder ", "bis (", "y ",     "e ",     "dan ",     "atau ", "và ", "hoặc "};
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++) {
    gsize n = strlen(openers[i]);
    if (length >= n && memcmp(words, openers[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a label is the initial of a name at the start of a line, "K. Suzuki". */
static gboolean is_initial(const AdrefItemLabel *label)
{
  return label->kind == ADREF_ITEM_LABEL_CAPITAL && label->end == '.';
}

/* Whether the line before was surely ended by its author, so that labels before this one may be
 * missing. In lines that all have labels no sign is needed. */
static gboolean may_skip(const LabelLines *self, const Candidate *candidate, gboolean all_labelled)
{
  guint line = candidate->found.line;
  if (line == self->first || is_initial(&candidate->label))
    return FALSE;
  gsize words = self->starts[line] + candidate->found.length;
  if (goes_on_as_reference(self->text + words, self->ends[line] - MIN(words, self->ends[line])))
    return FALSE;
  return ends_sentence(self, line - 1) || all_labelled || ends_with_conjunction(self, line - 1);
}

/* Whether a series may begin with this line whatever it counts: as the first one, or behind a
 * colon. */
static gboolean may_be_first(const LabelLines *self, const Candidate *candidate)
{
  guint line = candidate->found.line;
  if (line == self->first)
    return TRUE;
  gsize end = trimmed_end(self, line - 1);
  gunichar sign = last_sign(self, line - 1, &end);
  return (sign == ':' || sign == 0xFF1A) && !is_initial(&candidate->label);
}

/* The labels of the candidates, and what their lines tell about each. */
static void add_labels(LabelLines *self)
{
  guint width = width_of_paragraph(self), labelled = self->candidates->len;
  gboolean all_labelled = candidate_at(self, 0)->found.line + labelled == self->count;
  for (guint i = 0; i < labelled; i++) {
    const Candidate *candidate = candidate_at(self, i);
    guint line = candidate->found.line;
    AdrefSeriesLabel label = {.label = candidate->label};
    label.is_first = may_be_first(self, candidate);
    label.on_purpose = line == self->first || is_sure_bullet(self, candidate) ||
                       is_broken_on_purpose(self, line, width);
    label.may_skip = may_skip(self, candidate, all_labelled);
    label.breaks_hard =
        line > self->first && breaks_hard(self, line - 1) && !is_initial(&candidate->label);
    g_array_append_val(self->labels, label);
  }
  count_labels_within(self);
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
    label_at(self, i)->on_purpose = TRUE;
}

/* --- items --- */

static guint level_of(const GArray *outer, guint series)
{
  guint level = 0;
  while ((series = g_array_index(outer, guint, series)) != G_MAXUINT)
    level++;
  return level;
}

static GArray *items_of(LabelLines *self, const GArray *outer)
{
  g_autoptr(GHashTable) begun = g_hash_table_new(g_direct_hash, g_direct_equal);
  GArray *items = g_array_new(FALSE, FALSE, sizeof(AdrefLabelLine));
  g_array_set_clear_func(items, label_line_clear);
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = candidate_at(self, i);
    const AdrefSeriesLabel *label = label_at(self, i);
    if (!label->taken)
      continue;
    AdrefLabelLine item = candidate->found;
    item.label = g_steal_pointer(&candidate->found.label);
    item.level = level_of(outer, label->series);
    item.begins = g_hash_table_add(begun, GUINT_TO_POINTER(label->series));
    g_array_append_val(items, item);
  }
  return items;
}

static GArray *find_items(LabelLines *self)
{
  find_candidates(self);
  if (self->candidates->len >= 2) /* unlike in most paragraphs */
    leave_out_bracketed(self);
  if (self->candidates->len < 2)
    return NULL;
  add_labels(self);
  take_lines_of_labels(self);
  g_autoptr(GArray) outer = adref_label_series_find(self->labels);
  return outer ? items_of(self, outer) : NULL;
}

GArray *adref_label_lines_find(const char *text, const gsize *margins, const gsize *starts,
                               const gsize *ends, const guint8 *inside, guint count)
{
  LabelLines lines = {text, margins, starts, ends, inside, count, 0, NULL, NULL};
  lines.candidates = candidates_new();
  lines.labels = g_array_new(FALSE, TRUE, sizeof(AdrefSeriesLabel));
  GArray *items = count > 1 ? find_items(&lines) : NULL;
  g_array_unref(lines.candidates);
  g_array_unref(lines.labels);
  return items;
}

/* --- labels that are read as words --- */

/* The length of "２" in "２　" and "２．", which are no labels; 0: there is none. */
static gsize wide_number(const char *words, gsize length)
{
  enum {
    MOST = 3, /* figures */
    WIDE = 3  /* bytes of each of these letters */
  };
  gsize figures = 0;
  while (figures <= MOST && (figures + 1) * WIDE <= length &&
         memcmp(words + figures * WIDE, "\xEF\xBC", 2) == 0 &&
         (guchar)words[figures * WIDE + 2] - 0x90u <= 9)
    figures++;
  const char *sign = words + figures * WIDE;
  gboolean is_number =
      figures > 0 && figures <= MOST && (figures + 1) * WIDE <= length &&
      (memcmp(sign, "\xE3\x80\x80", WIDE) == 0 || memcmp(sign, "\xEF\xBC\x8E", WIDE) == 0);
  return is_number ? figures * WIDE : 0;
}

/* The length of the label of a part at the start of the line; 0: it has none. */
static gsize part_length(const LabelLines *self, guint line)
{
  const char *words = self->text + self->starts[line];
  gsize length = self->ends[line] - self->starts[line];
  if (length == 0 || !may_have_label(*words))
    return 0;
  AdrefItemLabel label = adref_item_label_read(words, length);
  if (label.length == 0)
    return wide_number(words, length);
  gboolean is_decimal = label.kind == ADREF_ITEM_LABEL_DECIMAL && label.length < length;
  gunichar first = is_decimal ? g_utf8_get_char(words + label.length + 1) : 0;
  gboolean is_part =
      label.kind == ADREF_ITEM_LABEL_WORD || (is_decimal && g_unichar_isalpha(first));
  return is_part ? label.length : 0;
}

static gboolean is_item(const GArray *items, guint *next, guint line)
{
  while (items && *next < items->len && g_array_index(items, AdrefLabelLine, *next).line < line)
    (*next)++;
  return items && *next < items->len && g_array_index(items, AdrefLabelLine, *next).line == line;
}

GArray *adref_label_lines_find_joined(const char *text, const gsize *margins, const gsize *starts,
                                      const gsize *ends, guint count, const GArray *items,
                                      gboolean in_item)
{
  const LabelLines self = {text, margins, starts, ends, NULL, count, 0, NULL, NULL};
  GArray *joined = NULL;
  guint next = 0, width = 0;
  for (guint line = 1; line < count; line++) {
    gsize length = part_length(&self, line);
    if (length == 0 || is_item(items, &next, line) || breaks_hard(&self, line - 1))
      continue;
    width = width > 0 ? width : width_of_paragraph(&self);
    gboolean is_lazy = in_item && margins[line] == starts[line];
    if (!ends_sentence(&self, line - 1) && !(is_lazy && is_broken_on_purpose(&self, line, width)))
      continue;
    if (!joined) {
      joined = g_array_new(FALSE, FALSE, sizeof(AdrefLabelLine));
      g_array_set_clear_func(joined, label_line_clear);
    }
    AdrefLabelLine found = {.line = line, .label = g_strndup(text + starts[line], length)};
    g_array_append_val(joined, found);
  }
  return joined;
}
