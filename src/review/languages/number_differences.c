#include "review/languages/number_differences.h"

#include <string.h>

#include "language/word_order.h"
#include "review/languages/meaning_differences.h"
#include "review/languages/number_pool.h"
#include "review/languages/word_differences.h"

enum {
  MAX_DATES = 64 /* of a clause; more are compared by their numbers only */
};

void adref_number_difference_free(AdrefNumberDifference *difference)
{
  g_free(difference->first);
  g_free(difference->second);
  g_free(difference);
}

/* Two texts of a clause, or of a part of it, while they are compared. */
typedef struct {
  const AdrefNumberSide *first, *second;
  gboolean is_heading;
  GPtrArray *out;
} NumberComparison;

void adref_number_difference_add(GPtrArray *differences, AdrefNumberDifferenceType type,
                                 const char *first, const char *second)
{
  AdrefNumberDifference *difference = g_new0(AdrefNumberDifference, 1);
  *difference = (AdrefNumberDifference){type, g_strdup(first), g_strdup(second)};
  g_ptr_array_add(differences, difference);
}

static void add(const NumberComparison *self, AdrefNumberDifferenceType type, const char *first,
                const char *second)
{
  adref_number_difference_add(self->out, type, first, second);
}

static gboolean is_without_number(const AdrefLanguageNumbers *numbers, gsize start, gsize end)
{
  return adref_number_pool_first(numbers->numbers, start) ==
         adref_number_pool_first(numbers->numbers, end);
}

/* Whether both texts have the same numbers in the same order, each with one reading: each finds its
 * partner. */
static gboolean has_same_numbers(const AdrefLanguageNumbers *a, const AdrefLanguageNumbers *b)
{
  if (a->numbers->len != b->numbers->len)
    return FALSE;
  for (guint i = 0; i < a->numbers->len; i++) {
    const AdrefLanguageNumber *one = &g_array_index(a->numbers, AdrefLanguageNumber, i);
    const AdrefLanguageNumber *other = &g_array_index(b->numbers, AdrefLanguageNumber, i);
    if (one->other || other->other || !one->weak != !other->weak ||
        strcmp(one->value, other->value) != 0 || g_strcmp0(one->unit, other->unit) != 0)
      return FALSE;
  }
  return TRUE;
}

static char *with_place(const char *numbers, const char *place)
{
  return numbers && *place ? g_strdup_printf("%s in %s", numbers, place) : g_strdup(numbers);
}

/* A part of both texts, said as `place`. */
typedef struct {
  gsize start, end, other_start, other_end;
  const char *place;
} NumberRange;

/* Whether two numbers are those that each text has left, one of them in words that it need not
 * have: "16 members" and "diecisiete miembros". */
static gboolean are_left_of_each_other(const AdrefLanguageNumber *one,
                                       const AdrefLanguageNumber *other)
{
  if (!one || !other || (one->dated && !one->timed) || (other->dated && !other->timed))
    return FALSE;
  return !one->unit || !other->unit || strcmp(one->unit, other->unit) == 0;
}

/* Puts the one number that is left of each text in place of nothing. */
static gboolean join_left(const AdrefNumberPool *a, const AdrefNumberPool *b, char **ours,
                          char **theirs)
{
  if (!*ours == !*theirs)
    return FALSE;
  const AdrefLanguageNumber *one = adref_number_pool_only_rest(a);
  const AdrefLanguageNumber *other = one ? adref_number_pool_only_rest(b) : NULL;
  if (!are_left_of_each_other(one, other))
    return FALSE;
  if (!*ours)
    *ours = g_strdup(one->value);
  if (!*theirs)
    *theirs = g_strdup(other->value);
  return TRUE;
}

/* Whether what is left of the texts proves a difference: of a heading, where both have something
 * left. */
static gboolean proves(const NumberComparison *self, const char *ours, const char *theirs)
{
  if (self->is_heading)
    return ours && theirs;
  return (ours && adref_language_numbers_reads_words(self->second->language)) ||
         (theirs && adref_language_numbers_reads_words(self->first->language));
}

/* A value that one text has and the other may have in words that cannot be read proves nothing; one
 * that only the readable text lacks is a difference. FALSE: there is neither. */
static gboolean compare_range(const NumberComparison *self, const NumberRange *range)
{
  AdrefNumberPool a, b;
  if (is_without_number(self->first->numbers, range->start, range->end) &&
      is_without_number(self->second->numbers, range->other_start, range->other_end))
    return FALSE;
  a.knows_times = b.knows_times =
      self->first->numbers->knows_times && self->second->numbers->knows_times;
  adref_number_pool_init(&a, self->first->numbers, range->start, range->end);
  adref_number_pool_init(&b, self->second->numbers, range->other_start, range->other_end);
  adref_number_pool_pair(&a, &b);
  g_autofree char *ours = adref_number_pool_rest(&a, &b), *theirs = adref_number_pool_rest(&b, &a);
  gboolean is_proven = proves(self, ours, theirs);
  if (!is_proven && !self->is_heading)
    is_proven = join_left(&a, &b, &ours, &theirs);
  adref_number_pool_clear(&a);
  adref_number_pool_clear(&b);
  if (!ours && !theirs)
    return FALSE;
  g_autofree char *here = with_place(ours, range->place);
  g_autofree char *there = with_place(theirs, range->place);
  add(self, is_proven ? ADREF_NUMBER_DIFFERENCE_VALUE : ADREF_NUMBER_DIFFERENCE_UNREAD, here,
      there);
  return TRUE;
}

/* Dates */

static gboolean is_compatible(gint a, gint b)
{
  return a < 0 || b < 0 || a == b;
}

/* Removes from both lists the dates that may be the same. */
static void remove_same_dates(GArray *a, GArray *b)
{
  for (guint i = a->len; i-- > 0;) {
    const AdrefLanguageDate *date = &g_array_index(a, AdrefLanguageDate, i);
    for (guint j = b->len; j-- > 0;) {
      const AdrefLanguageDate *other = &g_array_index(b, AdrefLanguageDate, j);
      if (!is_compatible(date->year, other->year) || !is_compatible(date->month, other->month) ||
          !is_compatible(date->day, other->day))
        continue;
      g_array_remove_index(a, i);
      g_array_remove_index(b, j);
      break;
    }
  }
}

static gint compare_ints(gconstpointer a, gconstpointer b)
{
  return *(const gint *)a - *(const gint *)b;
}

/* The years, months and days of dates, sorted. Caller unrefs. */
static GArray *parts_of(const GArray *dates)
{
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(gint));
  for (guint i = 0; i < dates->len; i++) {
    const AdrefLanguageDate *date = &g_array_index(dates, AdrefLanguageDate, i);
    g_array_append_val(parts, date->year);
    g_array_append_val(parts, date->month);
    g_array_append_val(parts, date->day);
  }
  g_array_sort(parts, compare_ints);
  return parts;
}

static char *join_dates(const GArray *dates)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < dates->len; i++) {
    const AdrefLanguageDate *date = &g_array_index(dates, AdrefLanguageDate, i);
    g_string_append(out, i > 0 ? ", " : "");
    if (date->year >= 0)
      g_string_append_printf(out, "%04d-", date->year);
    g_string_append_printf(out, "%02d", date->month);
    if (date->day >= 0)
      g_string_append_printf(out, "-%02d", date->day);
  }
  return g_string_free(out, FALSE);
}

static GArray *copy_dates(const GArray *dates)
{
  GArray *copy = g_array_new(FALSE, FALSE, sizeof(AdrefLanguageDate));
  g_array_append_vals(copy, dates->data, dates->len);
  return copy;
}

/* Dates that exchanged their parts: "5 June" and "6 May". */
static gboolean compare_dates(const NumberComparison *self)
{
  const GArray *a = self->first->numbers->dates, *b = self->second->numbers->dates;
  if (a->len == 0 || a->len != b->len || a->len > MAX_DATES)
    return FALSE;
  g_autoptr(GArray) ours = copy_dates(a), theirs = copy_dates(b);
  remove_same_dates(ours, theirs);
  g_autoptr(GArray) parts = parts_of(ours), others = parts_of(theirs);
  gboolean exchanged = parts->len > 0 && parts->len == others->len &&
                       memcmp(parts->data, others->data, parts->len * sizeof(gint)) == 0;
  if (exchanged) {
    g_autofree char *first = join_dates(ours), *second = join_dates(theirs);
    add(self, ADREF_NUMBER_DIFFERENCE_VALUE, first, second);
  }
  return exchanged;
}

/* Places */

static gboolean compare_place(const NumberComparison *self, const AdrefLanguagePlace *a,
                              const AdrefLanguagePlace *b, const char *label)
{
  NumberRange range = {a->start, a->end, b->start, b->end, label};
  return compare_range(self, &range);
}

/* Parts that stand at the same place may have exchanged their numbers. */
static gboolean compare_places(const NumberComparison *self, AdrefLanguagePlaceType type)
{
  g_autoptr(GPtrArray) ours = adref_language_numbers_places(self->first->numbers, type);
  g_autoptr(GPtrArray) theirs = adref_language_numbers_places(self->second->numbers, type);
  gboolean differ = FALSE;
  for (guint i = 0; ours->len == theirs->len && i < ours->len; i++) {
    const AdrefLanguagePlace *place = ours->pdata[i];
    differ = compare_place(self, place, theirs->pdata[i], place->label) || differ;
  }
  return differ;
}

/* The alternatives by their positions; those with the same positions are left out. */
static GHashTable *alternatives_of(const GPtrArray *places)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < places->len; i++) {
    AdrefLanguagePlace *place = places->pdata[i];
    gboolean is_new = !g_hash_table_contains(index, place->label);
    g_hash_table_insert(index, place->label, is_new ? place : NULL);
  }
  return index;
}

/* Whether a number stands in one of some parts of a text. */
static gboolean have_number(const AdrefLanguageNumbers *numbers, const GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++) {
    const AdrefLanguagePlace *place = places->pdata[i];
    if (!is_without_number(numbers, place->start, place->end))
      return TRUE;
  }
  return FALSE;
}

static gboolean compare_alternatives(const NumberComparison *self)
{
  g_autoptr(GPtrArray) ours =
      adref_language_numbers_places(self->first->numbers, ADREF_LANGUAGE_PLACE_ALTERNATIVE);
  g_autoptr(GPtrArray) theirs =
      adref_language_numbers_places(self->second->numbers, ADREF_LANGUAGE_PLACE_ALTERNATIVE);
  if (!have_number(self->first->numbers, ours) && !have_number(self->second->numbers, theirs))
    return FALSE;
  g_autoptr(GHashTable) index = alternatives_of(ours), others = alternatives_of(theirs);
  gboolean differ = FALSE;
  for (guint i = 0; i < ours->len; i++) {
    const AdrefLanguagePlace *place = ours->pdata[i];
    const AdrefLanguagePlace *other = g_hash_table_lookup(others, place->label);
    g_autofree char *label = g_strdup_printf("the alternative of %s", place->label);
    if (other && g_hash_table_lookup(index, place->label))
      differ = compare_place(self, place, other, label) || differ;
  }
  return differ;
}

/* Names and years beside numbers */

typedef enum {
  BESIDE_NAMES,
  BESIDE_YEARS,
} AnchorType;

/* A name or year, or a number. */
typedef struct {
  char *anchor;      /* NULL: it is a number */
  const char *value; /* NULL: it is an anchor */
  gsize start;
} NumberEvent;

static void event_clear(gpointer data)
{
  g_free(((NumberEvent *)data)->anchor);
}

static gint compare_events(gconstpointer a, gconstpointer b)
{
  gsize first = ((const NumberEvent *)a)->start, second = ((const NumberEvent *)b)->start;
  return first < second ? -1 : first > second;
}

static void add_anchors(GArray *events, const AdrefLanguageNumbers *numbers, AnchorType type)
{
  if (type == BESIDE_NAMES) {
    for (guint i = 0; i < numbers->names->len; i++) {
      const AdrefLanguageName *name = &g_array_index(numbers->names, AdrefLanguageName, i);
      NumberEvent event = {.anchor = g_strdup(name->party), .start = name->start};
      g_array_append_val(events, event);
    }
    return;
  }
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers->numbers, AdrefLanguageNumber, i);
    gboolean is_year = number->dated && !number->unit && strlen(number->value) == 4;
    NumberEvent event = {.start = number->start};
    if (!is_year)
      continue;
    event.anchor = g_strdup(number->value);
    g_array_append_val(events, event);
  }
}

/* The anchors and the numbers that are of no date, in their order. Caller unrefs. */
static GArray *events_of(const AdrefLanguageNumbers *numbers, AnchorType type)
{
  GArray *events = g_array_new(FALSE, TRUE, sizeof(NumberEvent));
  g_array_set_clear_func(events, event_clear);
  add_anchors(events, numbers, type);
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers->numbers, AdrefLanguageNumber, i);
    NumberEvent event = {.value = number->value, .start = number->start};
    if (!number->weak && !number->dated)
      g_array_append_val(events, event);
  }
  g_array_sort(events, compare_events);
  return events;
}

/* What stands beside each anchor: anchor -> value, where anchors and numbers take turns and each
 * anchor stands once; NULL: it cannot be told. Caller unrefs. */
static GHashTable *values_beside(const GArray *events)
{
  g_autoptr(GHashTable) values = g_hash_table_new(g_str_hash, g_str_equal);
  if (events->len < 4 || events->len % 2 != 0)
    return NULL;
  for (guint i = 0; i < events->len; i += 2) {
    const NumberEvent *one = &g_array_index(events, NumberEvent, i);
    const NumberEvent *two = &g_array_index(events, NumberEvent, i + 1);
    const NumberEvent *before = i > 0 ? one - 2 : one;
    const char *anchor = one->anchor ? one->anchor : two->anchor;
    if (!one->anchor == !two->anchor || !one->anchor != !before->anchor ||
        g_hash_table_contains(values, anchor))
      return NULL;
    g_hash_table_insert(values, (gpointer)(guintptr)anchor,
                        (gpointer)(guintptr)(one->anchor ? two->value : one->value));
  }
  return g_steal_pointer(&values);
}

/* "JPN 4000, ASEAN 5500", in the order of the events. */
static char *join_events(const GArray *events, GHashTable *values)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < events->len; i++) {
    const char *anchor = g_array_index(events, NumberEvent, i).anchor;
    if (anchor)
      g_string_append_printf(out, "%s%s: %s", out->len > 0 ? "; " : "", anchor,
                             (const char *)g_hash_table_lookup(values, anchor));
  }
  return g_string_free(out, FALSE);
}

typedef enum {
  ANCHORS_UNKNOWN,
  ANCHORS_SAME,
  ANCHORS_DIFFER,
} AnchorVerdict;

static AnchorVerdict judge(GHashTable *ours, GHashTable *theirs)
{
  GHashTableIter iter;
  gpointer anchor, value;
  AnchorVerdict verdict = ANCHORS_SAME;
  if (g_hash_table_size(ours) != g_hash_table_size(theirs))
    return ANCHORS_UNKNOWN;
  g_hash_table_iter_init(&iter, ours);
  while (g_hash_table_iter_next(&iter, &anchor, &value)) {
    const char *other = g_hash_table_lookup(theirs, anchor);
    if (!other)
      return ANCHORS_UNKNOWN;
    if (strcmp(value, other) != 0)
      verdict = ANCHORS_DIFFER;
  }
  return verdict;
}

/* Whether the same numbers stand beside the same names or years; `report` adds a difference. */
static AnchorVerdict compare_anchors(const NumberComparison *self, AnchorType type, gboolean report)
{
  g_autoptr(GArray) events = events_of(self->first->numbers, type);
  g_autoptr(GArray) others = events_of(self->second->numbers, type);
  g_autoptr(GHashTable) ours = values_beside(events);
  g_autoptr(GHashTable) theirs = ours ? values_beside(others) : NULL;
  AnchorVerdict verdict = theirs ? judge(ours, theirs) : ANCHORS_UNKNOWN;
  if (report && verdict == ANCHORS_DIFFER) {
    g_autofree char *first = join_events(events, ours), *second = join_events(others, theirs);
    add(self, ADREF_NUMBER_DIFFERENCE_VALUE, first, second);
  }
  return verdict;
}

/* Order */

/* The numbers of no date, with a known unit or without, in their order: "4000, 5500". Caller frees;
 * NULL: there are fewer than two. */
static char *sequence_of(const AdrefLanguageNumbers *numbers, gboolean with_unit)
{
  GString *out = g_string_new(NULL);
  guint count = 0;
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers->numbers, AdrefLanguageNumber, i);
    if (number->weak || number->dated || (number->unit != NULL) != with_unit)
      continue;
    g_string_append_printf(out, "%s%s", count++ > 0 ? ", " : "", number->value);
  }
  return g_string_free(out, count < 2);
}

static void compare_sequence(const NumberComparison *self, gboolean with_unit)
{
  g_autofree char *ours = sequence_of(self->first->numbers, with_unit);
  g_autofree char *theirs = sequence_of(self->second->numbers, with_unit);
  if (ours && theirs && strlen(ours) == strlen(theirs) && strcmp(ours, theirs) != 0)
    add(self, ADREF_NUMBER_DIFFERENCE_SEQUENCE, ours, theirs);
}

/* Where the same numbers stand. */
static void compare_order(const NumberComparison *self)
{
  AnchorVerdict names = compare_anchors(self, BESIDE_NAMES, FALSE);
  if (names == ANCHORS_SAME || compare_dates(self))
    return;
  gboolean differ = compare_places(self, ADREF_LANGUAGE_PLACE_CELL);
  differ = compare_alternatives(self) || differ;
  if (differ || compare_places(self, ADREF_LANGUAGE_PLACE_BLOCK))
    return;
  if (names == ANCHORS_DIFFER) {
    compare_anchors(self, BESIDE_NAMES, TRUE);
    return;
  }
  if (compare_anchors(self, BESIDE_YEARS, TRUE) != ANCHORS_UNKNOWN)
    return;
  compare_sequence(self, TRUE);
  if (adref_language_has_english_order(self->first->language) &&
      adref_language_has_english_order(self->second->language))
    compare_sequence(self, FALSE);
}

GPtrArray *adref_number_differences_new(const AdrefNumberSide *first, const AdrefNumberSide *second,
                                        gboolean is_heading)
{
  const NumberRange all = {0, G_MAXSIZE, 0, G_MAXSIZE, ""};
  NumberComparison self = {
      .first = first,
      .second = second,
      .is_heading = is_heading,
      .out = g_ptr_array_new_with_free_func((GDestroyNotify)adref_number_difference_free)};
  if (first->numbers->numbers->len + second->numbers->numbers->len > 0 &&
      (has_same_numbers(first->numbers, second->numbers) || !compare_range(&self, &all)))
    compare_order(&self);
  if (is_heading)
    adref_meaning_differences_add_topics(first->numbers, second->numbers, self.out);
  else
    adref_word_differences_add(first->numbers, second->numbers, self.out);
  return self.out;
}
