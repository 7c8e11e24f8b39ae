#include "review/languages/word_differences.h"

#include <string.h>

#include "base/string_list.h"
#include "base/string_order.h"
#include "language/dollar_kind.h"
#include "language/party_mention.h"
#include "language/tables/bound_words.h"
#include "language/tables/contrary_words.h"
#include "language/tables/place_names.h"
#include "language/word_order.h"
#include "review/languages/lost_names.h"
#include "review/languages/meaning_differences.h"
#include "review/languages/number_differences.h"
#include "review/languages/other_abbreviations.h"

enum {
  MAX_PLACES = 64 /* of a clause, where other names stand: enough to see that they do */
};

static void add(GPtrArray *out, const char *first, const char *second)
{
  adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_VALUE, first, second);
}

/* "JPN, VNM": the parties that `one` names and `other` does not even in an adjective; NULL: there
 * is none. Caller frees. */
static char *names_without(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) rest = g_ptr_array_new();
  for (guint i = 0; i < other->names->len; i++)
    g_hash_table_add(seen,
                     (char *)(guintptr)g_array_index(other->names, AdrefLanguageName, i).party);
  for (guint i = 0; i < one->names->len; i++) {
    char *party = (char *)(guintptr)g_array_index(one->names, AdrefLanguageName, i).party;
    if (g_hash_table_add(seen, party) &&
        !adref_party_mention_is_possible(other->text, other->parties, party))
      g_ptr_array_add(rest, party);
  }
  if (rest->len == 0)
    return NULL;
  g_ptr_array_sort(rest, adref_string_order);
  g_ptr_array_add(rest, NULL);
  return g_strjoinv(", ", (char **)rest->pdata);
}

/* The party that a place names, if it is one alone; NULL: none, or several. `*next` is the first
 * name that may stand in it, and becomes the first one behind it. */
static const char *only_name(const AdrefLanguageNumbers *numbers, const AdrefLanguagePlace *place,
                             guint *next)
{
  const char *only = NULL;
  gboolean several = FALSE;
  for (; *next < numbers->names->len; ++*next) {
    const AdrefLanguageName *name = &g_array_index(numbers->names, AdrefLanguageName, *next);
    if (name->start >= place->end)
      break;
    if (name->start < place->start)
      continue;
    several |= only && strcmp(only, name->party) != 0;
    only = name->party;
  }
  return several ? NULL : only;
}

static gboolean is_possible_in(const AdrefLanguageNumbers *numbers, const AdrefLanguagePlace *place,
                               const char *party)
{
  g_autofree char *words = g_strndup(numbers->text + place->start, place->end - place->start);
  return adref_party_mention_is_possible(words, numbers->parties, party);
}

/* Whether an item is the name alone: such a list has the order of its language. */
static gboolean is_entry(const AdrefLanguageNumbers *numbers, const AdrefLanguagePlace *place,
                         const char *party)
{
  g_autofree char *words = g_strndup(numbers->text + place->start, place->end - place->start);
  return place->type == ADREF_LANGUAGE_PLACE_BLOCK &&
         adref_party_mention_is_all(words, numbers->parties, party);
}

/* Cells or items that name one party each, and not the same one: names that changed their places.
 */
static void compare_names_of(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                             AdrefLanguagePlaceType type, GPtrArray *out)
{
  g_autoptr(GPtrArray) places = adref_language_numbers_places(first, type),
                       others = adref_language_numbers_places(second, type);
  guint next = 0, other_next = 0, left = MAX_PLACES;
  for (guint i = 0; places->len == others->len && i < places->len && left > 0; i++) {
    const AdrefLanguagePlace *place = places->pdata[i], *other = others->pdata[i];
    const char *ours = only_name(first, place, &next);
    const char *theirs = only_name(second, other, &other_next);
    if (!ours || !theirs || strcmp(ours, theirs) == 0)
      continue;
    left--;
    if (is_possible_in(first, place, theirs) || is_possible_in(second, other, ours) ||
        (is_entry(first, place, ours) && is_entry(second, other, theirs)))
      continue;
    g_autofree char *here = g_strdup_printf("%s in %s", ours, place->label);
    g_autofree char *there = g_strdup_printf("%s in %s", theirs, other->label);
    add(out, here, there);
  }
}

/* The only two parties of a text, each named once and not in one list: "JPN, IDN". NULL: they are
 * others. Caller frees. */
static char *two_names(const AdrefLanguageNumbers *numbers)
{
  if (numbers->names->len != 2 || !adref_language_has_english_order(numbers->language))
    return NULL;
  const AdrefLanguageName *one = &g_array_index(numbers->names, AdrefLanguageName, 0),
                          *two = &g_array_index(numbers->names, AdrefLanguageName, 1);
  return strcmp(one->party, two->party) != 0 &&
                 !adref_party_mention_is_joint(numbers->text, one->end, two->start)
             ? g_strdup_printf("%s, %s", one->party, two->party)
             : NULL;
}

/* "Japan gives ships to Indonesia", where the other text has them the other way round. */
static void compare_order_of_names(const AdrefLanguageNumbers *first,
                                   const AdrefLanguageNumbers *second, GPtrArray *out)
{
  g_autofree char *ours = two_names(first), *theirs = ours ? two_names(second) : NULL;
  if (theirs && strcmp(ours, theirs) != 0)
    adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_SEQUENCE, ours, theirs);
}

static void compare_names(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                          GPtrArray *out)
{
  if (first->names->len == 0 || second->names->len == 0) {
    adref_lost_names_add(first, second, out);
    return;
  }
  g_autofree char *ours = names_without(first, second);
  g_autofree char *theirs = ours ? names_without(second, first) : NULL;
  if (ours && theirs) {
    add(out, ours, theirs);
    return;
  }
  guint before = out->len;
  compare_names_of(first, second, ADREF_LANGUAGE_PLACE_CELL, out);
  if (out->len == before)
    compare_names_of(first, second, ADREF_LANGUAGE_PLACE_BLOCK, out);
  if (out->len == before)
    adref_lost_names_add(first, second, out);
  if (out->len == before)
    compare_order_of_names(first, second, out);
}

/* Whether one text names two cities side by side, of which the other has one, and no word that may
 * mean both. */
static gboolean has_lost_city(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other)
{
  return adref_place_names_are_known(other->language) &&
         adref_place_names_shorten_list(one->text, other->text) &&
         !adref_contrary_words_may_mean_both(other->language, other->folded);
}

/* Cities: one that only the first text names, and one that only the second does. A lost one proves
 * something only of two that stand side by side. */
static void compare_places(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                           GPtrArray *out)
{
  g_autofree char *ours = NULL, *theirs = NULL;
  if (!first->text || !second->text)
    return;
  adref_place_names_compare(first->text, second->text, &ours, &theirs);
  gboolean is_lost = (ours && adref_place_names_are_known(second->language)) ||
                     (theirs && adref_place_names_are_known(first->language));
  if (ours && theirs)
    add(out, ours, theirs);
  else if ((ours && has_lost_city(first, second)) || (theirs && has_lost_city(second, first)))
    add(out, ours, theirs);
  else if (is_lost)
    adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_UNREAD, ours, theirs);
}

/* "Monday, Friday": the weekdays that `one` names and `other` does not; NULL: there is none. Caller
 * frees. */
static char *weekdays_without(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other)
{
  g_autoptr(GString) rest = g_string_new(NULL);
  for (guint i = 0; i < one->weekdays->len; i++)
    if (!g_ptr_array_find(other->weekdays, one->weekdays->pdata[i], NULL))
      g_string_append_printf(rest, "%s%s", rest->len > 0 ? ", " : "",
                             (const char *)one->weekdays->pdata[i]);
  return rest->len > 0 ? g_string_free(g_steal_pointer(&rest), FALSE) : NULL;
}

static void compare_weekdays(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                             GPtrArray *out)
{
  if (first->weekdays->len == 0 || second->weekdays->len == 0)
    return;
  g_autofree char *ours = weekdays_without(first, second);
  g_autofree char *theirs = weekdays_without(second, first);
  if (ours && theirs)
    add(out, ours, theirs);
}

/* "scale 1000000, scale 1000": of the powers of ten in the heads of a text. Caller frees. */
static char *join_scales(const GArray *scales)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < scales->len; i++) {
    g_string_append(out, i > 0 ? ", scale 1" : "scale 1");
    for (guint zeros = g_array_index(scales, guint, i); zeros > 0; zeros--)
      g_string_append_c(out, '0');
  }
  return g_string_free(out, FALSE);
}

/* "(million yen)" above a column of figures. */
static void compare_scales(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                           GPtrArray *out)
{
  if (first->scales->len == 0 || first->scales->len != second->scales->len)
    return;
  g_autofree char *ours = join_scales(first->scales), *theirs = join_scales(second->scales);
  if (strcmp(ours, theirs) != 0)
    add(out, ours, theirs);
}

/* "(tonnes)" above a column of figures. */
static void compare_units(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                          GPtrArray *out)
{
  if (first->units->len == 0 || first->units->len != second->units->len)
    return;
  g_autofree char *ours = adref_string_list_join(first->units, 0);
  g_autofree char *theirs = adref_string_list_join(second->units, 0);
  if (strcmp(ours, theirs) != 0)
    add(out, ours, theirs);
}

static char *join_fractions(const GPtrArray *fractions)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new();
  for (guint i = 0; i < fractions->len; i++)
    g_ptr_array_add(sorted, fractions->pdata[i]);
  g_ptr_array_sort(sorted, adref_string_order);
  g_ptr_array_add(sorted, NULL);
  return g_strjoinv(", ", (char **)sorted->pdata);
}

/* Fractions, where both texts have as many that are read; where a number was found to differ, that
 * is enough. */
static void compare_fractions(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                              GPtrArray *out)
{
  if (out->len > 0 || first->fractions->len == 0 || first->fractions->len != second->fractions->len)
    return;
  g_autofree char *ours = join_fractions(first->fractions);
  g_autofree char *theirs = join_fractions(second->fractions);
  if (strcmp(ours, theirs) != 0)
    add(out, ours, theirs);
}

/* "month 3": the months of one text that are not of the other. Caller frees. */
static char *join_months(guint32 months)
{
  GString *out = g_string_new(NULL);
  for (guint month = 1; month <= 12; month++)
    if (months & 1U << month)
      g_string_append_printf(out, "%smonth %u", out->len > 0 ? ", " : "", month);
  return g_string_free(out, FALSE);
}

/* Months that stand by themselves, "in March"; where a number was found to differ, that is enough.
 */
static void compare_months(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                           GPtrArray *out)
{
  guint32 ours = first->months & ~second->months, theirs = second->months & ~first->months;
  if (out->len > 0 || !ours || !theirs)
    return;
  g_autofree char *here = join_months(ours), *there = join_months(theirs);
  add(out, here, there);
}

/* Whose dollars are paid, where each text says it otherwise. */
static void compare_dollars(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                            GPtrArray *out)
{
  if (first->numbers->len == 0 || second->numbers->len == 0)
    return;
  guint32 one = adref_dollar_kinds(first->text), other = one ? adref_dollar_kinds(second->text) : 0;
  guint32 ours = one & ~other, theirs = other & ~one;
  if (!ours || !theirs)
    return;
  g_autofree char *here = adref_dollar_kinds_words(ours), *there = adref_dollar_kinds_words(theirs);
  add(out, here, there);
}

static guint count_ordinals(const AdrefLanguageNumbers *numbers)
{
  guint count = 0;
  for (guint i = 0; i < numbers->numbers->len; i++)
    count += g_array_index(numbers->numbers, AdrefLanguageNumber, i).is_ordinal ? 1 : 0;
  return count;
}

/* How often each value stands in a text. Caller unrefs. */
static GHashTable *count_values(const AdrefLanguageNumbers *numbers)
{
  GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < numbers->numbers->len; i++) {
    char *value = g_array_index(numbers->numbers, AdrefLanguageNumber, i).value;
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, value));
    g_hash_table_insert(counts, value, GUINT_TO_POINTER(count + 1));
  }
  return counts;
}

/* "number 3, number 5": the ordinals of `one` whose value `other` has in no number, or in too few
 * where both have as many ordinals; NULL: there is none. Caller frees. */
static char *ordinals_without(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other)
{
  gboolean uses_up = count_ordinals(one) == count_ordinals(other);
  g_autoptr(GHashTable) counts = count_values(other);
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GString) rest = g_string_new(NULL);
  for (guint i = 0; i < one->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(one->numbers, AdrefLanguageNumber, i);
    guint left =
        number->is_ordinal ? GPOINTER_TO_UINT(g_hash_table_lookup(counts, number->value)) : 1;
    if (left > 0 && uses_up && number->is_ordinal)
      g_hash_table_insert(counts, number->value, GUINT_TO_POINTER(left - 1));
    if (left == 0 && g_hash_table_add(said, number->value))
      g_string_append_printf(rest, "%snumber %s", rest->len > 0 ? ", " : "", number->value);
  }
  return rest->len > 0 ? g_string_free(g_steal_pointer(&rest), FALSE) : NULL;
}

static guint64 largest_ordinal(const AdrefLanguageNumbers *numbers)
{
  guint64 largest = 0;
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers->numbers, AdrefLanguageNumber, i);
    guint64 value = number->is_ordinal ? g_ascii_strtoull(number->value, NULL, 10) : 0;
    largest = MAX(largest, value);
  }
  return largest;
}

/* Whether the ordinals of `one` may be parts of those of `other`: of "28th" الثامن والعشرين has the
 * 8, and "kedua puluh delapan" the 2. */
static gboolean may_be_parts(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other)
{
  return !one->reads_words && largest_ordinal(one) <= 10 && largest_ordinal(other) > 10;
}

static void compare_ordinals(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                             GPtrArray *out)
{
  if (count_ordinals(first) == 0 || count_ordinals(second) == 0)
    return;
  g_autofree char *ours = ordinals_without(first, second);
  g_autofree char *theirs = ours ? ordinals_without(second, first) : NULL;
  if (theirs && !may_be_parts(first, second) && !may_be_parts(second, first))
    add(out, ours, theirs);
}

/* The bound of the only number with each value that has one: value -> bound, or "" where several
 * have one. Caller unrefs. */
static GHashTable *bounds_of(const AdrefLanguageNumbers *numbers)
{
  GHashTable *bounds = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers->numbers, AdrefLanguageNumber, i);
    const char *bound = g_hash_table_contains(bounds, number->value) ? "" : number->bound;
    if (number->bound)
      g_hash_table_insert(bounds, number->value, (char *)(guintptr)bound);
  }
  return bounds;
}

static gboolean has_bound(const AdrefLanguageNumbers *numbers)
{
  for (guint i = 0; i < numbers->numbers->len; i++)
    if (g_array_index(numbers->numbers, AdrefLanguageNumber, i).bound)
      return TRUE;
  return FALSE;
}

static void compare_bounds(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                           GPtrArray *out)
{
  if (!has_bound(first) || !has_bound(second))
    return;
  g_autoptr(GHashTable) own = bounds_of(first), other = bounds_of(second);
  for (guint i = 0; i < first->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(first->numbers, AdrefLanguageNumber, i);
    const char *ours = number->bound ? g_hash_table_lookup(own, number->value) : NULL;
    const char *theirs = ours && *ours ? g_hash_table_lookup(other, number->value) : NULL;
    if (!theirs || !*theirs || strcmp(ours, theirs) == 0)
      continue;
    g_autofree char *here = g_strconcat(ours, " ", number->value, NULL);
    g_autofree char *there = g_strconcat(theirs, " ", number->value, NULL);
    add(out, here, there);
    return; /* "two thirds" has two numbers and one bound */
  }
}

/* The only number of a text with a value, none of whose words may be a part of another; NULL: there
 * is none, or several. */
static const AdrefLanguageNumber *only_number(const AdrefLanguageNumbers *numbers,
                                              const char *value)
{
  const AdrefLanguageNumber *only = NULL;
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers->numbers, AdrefLanguageNumber, i);
    if (strcmp(number->value, value) != 0)
      continue;
    if (only || number->weak || number->other)
      return NULL;
    only = number;
  }
  return only;
}

/* Whether the words of a number begin with one that need not be a bound: "over three years", "ein
 * Darlehen über 900 Millionen". */
static gboolean begins_with_place(const char *words)
{
  static const char *const places[] = {"over ",  "Over ", "über ", "Über ", "unter ",
                                       "Unter ", "trên ", "Trên ", "dưới ", "Dưới "};
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
    if (g_str_has_prefix(words, places[i]))
      return TRUE;
  return FALSE;
}

/* Whether a number has a bound that another text has to say; "within 30 days" has many wordings. */
static gboolean has_lasting_bound(const AdrefLanguageNumbers *numbers,
                                  const AdrefLanguageNumber *number)
{
  gboolean is_least = number->bound && strcmp(number->bound, "at least") == 0;
  gboolean is_most = number->bound && strcmp(number->bound, "at most") == 0;
  return !number->weak && (is_least || (is_most && !number->timed)) &&
         !begins_with_place(numbers->text + number->start);
}

/* Whether a text says a range by two bounds, 5人以上7人以下: "between five and seven". */
static gboolean bounds_a_range(const AdrefLanguageNumbers *numbers)
{
  gboolean has_least = FALSE, has_most = FALSE;
  for (guint i = 0; i < numbers->numbers->len; i++) {
    const char *bound = g_array_index(numbers->numbers, AdrefLanguageNumber, i).bound;
    has_least = has_least || g_strcmp0(bound, "at least") == 0;
    has_most = has_most || g_strcmp0(bound, "at most") == 0;
  }
  return has_least && has_most;
}

/* Whether "to" stands before a number: "extends to 12 miles" is "jusqu'à 12 milles". */
static gboolean is_behind_to(const AdrefLanguageNumbers *numbers, const AdrefLanguageNumber *number)
{
  static const char to[] = " to ";
  gsize length = strlen(to);
  return number->start >= length &&
         strncmp(numbers->text + number->start - length, to, length) == 0;
}

/* "at least 500" where the other text says 500, and has no word that may bound it. */
static void compare_lost_bounds(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other,
                                gboolean exchanged, GPtrArray *out)
{
  if (bounds_a_range(one))
    return;
  for (guint i = 0; i < one->numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(one->numbers, AdrefLanguageNumber, i);
    if (!has_lasting_bound(one, number) || !only_number(one, number->value))
      continue;
    const AdrefLanguageNumber *partner = only_number(other, number->value);
    if (!partner || partner->bound || is_behind_to(other, partner) ||
        adref_bound_words_may_stand(other->language, other->text))
      continue;
    g_autofree char *bounded = g_strconcat(number->bound, " ", number->value, NULL);
    add(out, exchanged ? partner->value : bounded, exchanged ? bounded : partner->value);
    return;
  }
}

static void compare_abbreviations(const AdrefLanguageNumbers *first,
                                  const AdrefLanguageNumbers *second, GPtrArray *out)
{
  g_autofree char *ours = NULL, *theirs = NULL;
  if (first->text && second->text &&
      adref_other_abbreviations(first->text, second->text, &ours, &theirs))
    add(out, ours, theirs);
}

void adref_word_differences_add(const AdrefLanguageNumbers *first,
                                const AdrefLanguageNumbers *second, GPtrArray *out)
{
  compare_months(first, second, out);
  compare_fractions(first, second, out);
  compare_scales(first, second, out);
  compare_units(first, second, out);
  compare_dollars(first, second, out);
  compare_names(first, second, out);
  compare_places(first, second, out);
  compare_weekdays(first, second, out);
  compare_ordinals(first, second, out);
  compare_bounds(first, second, out);
  compare_lost_bounds(first, second, FALSE, out);
  compare_lost_bounds(second, first, TRUE, out);
  compare_abbreviations(first, second, out);
  adref_meaning_differences_add(first, second, out);
}
