#include "clause/labels/label_series.h"

enum {
  NONE = G_MAXUINT,
  MAX_ROUNDS = 100 /* rounds of leaving out labels that are alone; after them no line is an item */
};

/* A series of labels. */
typedef struct {
  AdrefItemLabelKind kind;
  AdrefItemLabel last;
  guint count;
  guint outer;            /* the series that it is in, or NONE */
  guint at;               /* the index of its last label */
  gboolean is_vietnamese; /* "đ" followed "d" */
} Series;

typedef struct {
  GArray *labels; /* of AdrefSeriesLabel */
  GArray *series; /* of Series */
  GArray *open;   /* of guint: the open series, innermost last */
  guint romans;   /* behind all labels that may follow "(i)" */
} LabelSeries;

static AdrefSeriesLabel *label_at(const LabelSeries *self, guint i)
{
  return &g_array_index(self->labels, AdrefSeriesLabel, i);
}

static Series *series_at(const LabelSeries *self, guint i)
{
  return &g_array_index(self->series, Series, i);
}

static guint open_at(const LabelSeries *self, guint level)
{
  return g_array_index(self->open, guint, level);
}

static gboolean is_counted_by_words(AdrefItemLabelKind kind)
{
  return kind == ADREF_ITEM_LABEL_WORD || kind == ADREF_ITEM_LABEL_DECIMAL;
}

static gboolean is_roman(AdrefItemLabelKind kind)
{
  return kind == ADREF_ITEM_LABEL_ROMAN || kind == ADREF_ITEM_LABEL_ROMAN_CAPITAL;
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

static void put(LabelSeries *self, guint i, const AdrefItemLabel *label, guint level)
{
  Series *series = series_at(self, open_at(self, level));
  g_array_set_size(self->open, level + 1);
  series->is_vietnamese |= label->kind == ADREF_ITEM_LABEL_LETTER &&
                           label->numbers[0] == 'd' - 'a' + 1 && label->suffix == 2;
  series->last = *label;
  series->at = i;
  series->count++;
  label_at(self, i)->taken = TRUE;
  label_at(self, i)->series = open_at(self, level);
}

/* Appends the label to the innermost series that it follows. */
static gboolean put_next(LabelSeries *self, guint i)
{
  const AdrefItemLabel typed = label_at(self, i)->label, roman = as_roman(typed);
  for (guint level = self->open->len; level-- > 0;) {
    const Series *series = series_at(self, open_at(self, level));
    const AdrefItemLabel *label = follows(series, &typed) ? &typed : NULL;
    if (!label && roman.numbers[0] > 0 && follows(series, &roman))
      label = &roman;
    if (label) {
      put(self, i, label, level);
      return TRUE;
    }
  }
  return FALSE;
}

/* --- gaps --- */

/* How many labels are missing between the last one of a series and this one; 0: none, or it does
 * not go on with the series. */
static guint count_missing(const Series *series, const AdrefItemLabel *label)
{
  guint next = series->last.numbers[0] + 1, number = label->numbers[0];
  gboolean is_behind =
      is_same_kind(series, label) && number > next && label->kind <= ADREF_ITEM_LABEL_ROMAN_CAPITAL;
  return is_behind && number - next <= ADREF_LABEL_SERIES_MISSING ? number - next : 0;
}

/* Whether labels between the last one of the series and this one may be missing. */
static gboolean may_be_missing(const LabelSeries *self, const Series *series, guint i)
{
  const AdrefSeriesLabel *last = label_at(self, series->at), *now = label_at(self, i);
  return now->breaks_hard ||
         (now->may_skip && now->within[series->kind] == last->within[series->kind]);
}

/* Appends the label to the series in which the fewest labels before it are missing, if they may be.
 * FALSE: it is behind a gap in none. */
static gboolean put_behind_gap(LabelSeries *self, guint i)
{
  const AdrefItemLabel typed = label_at(self, i)->label;
  const AdrefItemLabel readings[] = {typed, as_roman(typed)};
  guint least = NONE, found = 0, reading = 0;
  for (guint level = self->open->len; level-- > 0;)
    for (guint r = 0; r < G_N_ELEMENTS(readings); r++) {
      guint missing = count_missing(series_at(self, open_at(self, level)), &readings[r]);
      if (missing == 0 || missing >= least)
        continue;
      least = missing;
      found = level;
      reading = r;
    }
  if (least != NONE && may_be_missing(self, series_at(self, open_at(self, found)), i))
    put(self, i, &readings[reading], found);
  return least != NONE;
}

/* --- first labels --- */

/* Whether a label may follow "(i)" as a Roman numeral: "(ii)", "(v)", "(i bis)". */
static gboolean may_follow_roman(const AdrefItemLabel *label)
{
  gboolean is_small = label->roman > 1 && label->roman <= ADREF_LABEL_SERIES_MISSING + 2;
  return is_roman(label->kind) || is_small || (label->roman == 1 && label->suffix > 0);
}

/* Whether "(i)" may be the letter behind a gap, "(g)", "(i)": no Roman numeral stands behind. */
static gboolean may_be_letter(const LabelSeries *self, guint i)
{
  const AdrefItemLabel *label = &label_at(self, i)->label;
  gboolean is_letter =
      label->kind == ADREF_ITEM_LABEL_LETTER || label->kind == ADREF_ITEM_LABEL_CAPITAL;
  return is_letter && label->roman == 1 && i >= self->romans;
}

/* Whether a series begins with this label. */
static gboolean is_first(const AdrefItemLabel *label)
{
  return is_counted_by_words(label->kind) || label->kind == ADREF_ITEM_LABEL_BULLET ||
         ((label->numbers[0] == 1 || label->roman == 1) && label->suffix == 0) ||
         (label->numbers[0] == 27 && label->kind != ADREF_ITEM_LABEL_FIGURE);
}

/* Closes the series of the same kind, which begins anew. FALSE: it may not begin here. */
static gboolean close_same_kind(LabelSeries *self, const AdrefItemLabel *label, gboolean any)
{
  for (guint level = 0; level < self->open->len; level++) {
    if (!is_same_kind(series_at(self, open_at(self, level)), label))
      continue;
    g_array_set_size(self->open, level);
    return !any && !is_counted_by_words(label->kind);
  }
  return self->open->len < ADREF_LABEL_SERIES_DEPTH;
}

static void put_first(LabelSeries *self, guint i)
{
  AdrefItemLabel label = label_at(self, i)->label;
  gboolean any = !is_first(&label);
  if (any && !label_at(self, i)->is_first)
    return;
  if (label.kind != ADREF_ITEM_LABEL_FIGURE && label.roman == 1)
    label = as_roman(label);
  guint level = self->open->len;
  g_autoptr(GArray) open = g_array_copy(self->open);
  if (!close_same_kind(self, &label, any)) {
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
  put(self, i, &label, self->open->len - 1);
}

/* --- all labels --- */

/* Finds the label behind the last one that may be a Roman numeral. */
static void find_romans(LabelSeries *self)
{
  self->romans = self->labels->len;
  while (self->romans > 0 && !may_follow_roman(&label_at(self, self->romans - 1)->label))
    self->romans--;
}

static void find_series(LabelSeries *self)
{
  g_array_set_size(self->series, 0);
  g_array_set_size(self->open, 0);
  for (guint i = 0; i < self->labels->len; i++) {
    AdrefSeriesLabel *label = label_at(self, i);
    label->taken = FALSE;
    if (!label->on_purpose || put_next(self, i))
      continue;
    gboolean begins = is_first(&label->label) && !may_be_letter(self, i);
    if (begins || !put_behind_gap(self, i))
      put_first(self, i);
  }
}

static guint outermost(const LabelSeries *self, guint series)
{
  while (series_at(self, series)->outer != NONE)
    series = series_at(self, series)->outer;
  return series;
}

/* By outermost series, which is a list of its own: how many bullets it has. The caller frees it. */
static guint *count_bullets(const LabelSeries *self)
{
  guint *bullets = g_new0(guint, self->series->len + 1);
  for (guint i = 0; i < self->labels->len; i++) {
    const AdrefSeriesLabel *label = label_at(self, i);
    if (label->taken && label->label.kind == ADREF_ITEM_LABEL_BULLET)
      bullets[outermost(self, label->series)]++;
  }
  return bullets;
}

/* Leaves out the labels that are alone in their series, but bullets, of which one may be of another
 * form than all others. FALSE: there are none. */
static gboolean leave_out_single(LabelSeries *self)
{
  gboolean any = FALSE;
  g_autofree guint *bullets = count_bullets(self);
  for (guint i = 0; i < self->labels->len; i++) {
    AdrefSeriesLabel *label = label_at(self, i);
    if (!label->taken || series_at(self, label->series)->count > 1 ||
        (label->label.kind == ADREF_ITEM_LABEL_BULLET &&
         bullets[outermost(self, label->series)] > 1))
      continue;
    label->on_purpose = label->taken = FALSE;
    any = TRUE;
  }
  return any;
}

static GArray *outer_series(const LabelSeries *self)
{
  GArray *outer = g_array_sized_new(FALSE, FALSE, sizeof(guint), self->series->len);
  for (guint i = 0; i < self->series->len; i++)
    g_array_append_val(outer, series_at(self, i)->outer);
  return outer;
}

GArray *adref_label_series_find(GArray *labels)
{
  g_autoptr(GArray) series = g_array_new(FALSE, FALSE, sizeof(Series));
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  LabelSeries self = {labels, series, open, 0};
  find_romans(&self);
  for (guint round = 0; round < MAX_ROUNDS; round++) {
    find_series(&self);
    if (!leave_out_single(&self))
      return series->len > 0 ? outer_series(&self) : NULL;
  }
  return NULL;
}
