#include "review/language_numbers.h"

#include <string.h>

#include "clause/numbering.h"
#include "language/clock_time.h"
#include "language/common_key.h"
#include "language/date_phrase.h"
#include "language/dollar_kind.h"
#include "language/language_tag.h"
#include "language/quantity.h"
#include "language/token_reader.h"
#include "review/number_bound.h"
#include "review/number_figure.h"

static void number_clear(gpointer data)
{
  AdrefLanguageNumber *number = data;
  g_free(number->value);
  g_free(number->other);
  g_free(number->hour);
  g_free(number->unit);
}

static void place_clear(gpointer data)
{
  g_free(((AdrefLanguagePlace *)data)->label);
}

AdrefLanguageNumbers *adref_language_numbers_new(void)
{
  AdrefLanguageNumbers *self = g_new0(AdrefLanguageNumbers, 1);
  self->numbers = g_array_new(FALSE, TRUE, sizeof(AdrefLanguageNumber));
  self->dates = g_array_new(FALSE, TRUE, sizeof(AdrefLanguageDate));
  self->names = g_array_new(FALSE, TRUE, sizeof(AdrefLanguageName));
  self->places = g_array_new(FALSE, TRUE, sizeof(AdrefLanguagePlace));
  self->weekdays = g_ptr_array_new();
  self->fractions = g_ptr_array_new_with_free_func(g_free);
  self->scales = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_set_clear_func(self->numbers, number_clear);
  g_array_set_clear_func(self->places, place_clear);
  return self;
}

void adref_language_numbers_free(AdrefLanguageNumbers *self)
{
  if (!self)
    return;
  g_array_unref(self->numbers);
  g_array_unref(self->dates);
  g_array_unref(self->names);
  g_array_unref(self->places);
  g_ptr_array_unref(self->weekdays);
  g_ptr_array_unref(self->fractions);
  g_array_unref(self->scales);
  g_free(self->text);
  g_free(self);
}

gboolean adref_language_numbers_reads_words(const char *language)
{
  return adref_language_tag_matches(language, "en") || adref_language_tag_matches(language, "ja") ||
         adref_language_tag_matches(language, "zh") || adref_language_tag_matches(language, "fr");
}

/* A clause while it is read. */
typedef struct {
  AdrefLanguageNumbers *out;
  const AdrefTokenReader *reader;
  const AdrefPhraseMatch *match;
  const char *text;
} NumberReading;

/* Units */

static gboolean is_time_unit(const char *unit)
{
  static const char *const units[] = {"second", "minute", "hour", "day",    "working day",
                                      "week",   "month",  "year", "decade", "century"};
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
    if (strcmp(unit, units[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A name of the unit that all languages share; NULL: the unit is not compared. Caller frees. */
static char *shared_unit(const char *key)
{
  g_autofree char *unit = g_ascii_strdown(key, -1);
  if (g_str_has_prefix(unit, "calendar "))
    memmove(unit, unit + strlen("calendar "), strlen(unit) - strlen("calendar ") + 1);
  if (strcmp(unit, "business day") == 0)
    return g_strdup("working day");
  return is_time_unit(unit) ? g_steal_pointer(&unit) : NULL;
}

/* A currency; all dollars are one, since a text may leave out whose they are. Caller frees. */
static char *shared_currency(const char *key)
{
  char *code = g_ascii_strup(key, -1);
  if (strcmp(code, "USD") != 0 && strcmp(code, "SGD") != 0 && strcmp(code, "AUD") != 0)
    return code;
  g_free(code);
  return g_strdup("dollars");
}

/* "%", or the name of percentage points or of thousandths, which are other amounts. Caller frees.
 */
static char *shared_part(const char *key)
{
  const char *part = adref_common_key(key);
  return g_strdup(part ? part : "%");
}

/* Whether a word for a year stands before the figure it names, "tahun 2025". */
static gboolean names_year(const AdrefTokenReader *reader, guint at, guint after,
                           const AdrefPhraseMeaning *unit)
{
  return strcmp(unit->key, "year") == 0 && at + 1 < after &&
         adref_quantity_integer(reader, at + 1, 4) >= 1000;
}

/* "%", "points", a currency, a unit of time or of measure that stands with a number. Caller frees;
 * NULL: none. */
static char *unit_of(const AdrefTokenReader *reader, const AdrefPhraseMatch *match)
{
  const AdrefPhraseMeaning *meaning;
  char *unit = NULL;
  for (guint at = match->first; at < match->after && !unit; at++) {
    if (adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_PERCENT, &meaning))
      unit = shared_part(meaning->key);
    else if (adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_CURRENCY, &meaning))
      unit = shared_currency(meaning->key);
    else if (adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_UNIT, &meaning))
      unit = names_year(reader, at, match->after, meaning) ? NULL : shared_unit(meaning->key);
    else if (adref_token_reader_match_role(reader, at, ADREF_PHRASE_ROLE_MEASURE, &meaning))
      unit = g_strdup(adref_common_key(meaning->key));
  }
  return unit;
}

/* Marks the numbers that were read from `from` on. */
static void mark(AdrefLanguageNumbers *out, guint from, gboolean is_ordinal, const char *bound)
{
  for (guint i = from; i < out->numbers->len; i++) {
    AdrefLanguageNumber *number = &g_array_index(out->numbers, AdrefLanguageNumber, i);
    number->is_ordinal = is_ordinal;
    number->bound = bound;
  }
}

/* Japanese: what stands behind a number */

static gboolean is_before(const NumberReading *self, const char *sign)
{
  return g_str_has_prefix(self->text + self->match->end, sign);
}

static gboolean ends_with(const NumberReading *self, const char *sign)
{
  gsize length = strlen(sign), found = self->match->end - self->match->start;
  return found > length && strncmp(self->text + self->match->end - length, sign, length) == 0;
}

static gboolean is_behind(const NumberReading *self, const char *sign)
{
  gsize length = strlen(sign), start = self->match->start;
  return start >= length && strncmp(self->text + start - length, sign, length) == 0;
}

/* Whether a number is a part of a Japanese or Chinese fraction, 3分の2; other languages say it in
 * ordinals. */
static gboolean is_in_fraction(const NumberReading *self)
{
  static const char behind[] = "分の";
  gboolean is_denominator =
      is_before(self, "分") || (ends_with(self, "分") && is_before(self, "の"));
  return is_denominator || is_behind(self, behind);
}

/* 二国間 is "bilateral", 3倍 "threefold", 数十万 "hundreds of thousands", 한중일 3국 names the
 * three: the other text needs no number. */
static gboolean is_count_in_word(const NumberReading *self, const char *value)
{
  gboolean is_small = strlen(value) == 1 && *value <= '4';
  gboolean is_some = self->match->start >= strlen("数") &&
                     g_str_has_prefix(self->text + self->match->start - strlen("数"), "数");
  is_small = is_small && *value > '0';
  return is_some || (is_small && (is_before(self, "국") || ends_with(self, "국"))) ||
         is_before(self, "国間") || is_before(self, "者間") || is_before(self, "倍") ||
         ends_with(self, "倍") || (is_small && (ends_with(self, "国") || is_before(self, "国")));
}

/* The digit with which a text begins, 5, ５ or 五; -1: none. */
static gint digit_of(const char *text)
{
  static const char *const letters[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (gint i = 0; i < (gint)G_N_ELEMENTS(letters); i++)
    if (g_str_has_prefix(text, letters[i]))
      return i;
  return g_unichar_digit_value(g_utf8_get_char(text));
}

/* Tenths, 3割 or 3割5分, in per cent. Takes over `value`. */
static char *in_per_cent(const NumberReading *self, char *value)
{
  const char *behind = self->text + self->match->end;
  gint digit = *behind ? digit_of(behind) : -1;
  gboolean has_hundredths = digit >= 0 && g_str_has_prefix(g_utf8_next_char(behind), "分");
  char *shifted = adref_number_figure_shift(value, 1);
  if (has_hundredths && strlen(shifted) < 4) {
    guint64 per_cent = g_ascii_strtoull(shifted, NULL, 10) + (guint64)digit;
    g_free(shifted);
    shifted = g_strdup_printf("%" G_GUINT64_FORMAT, per_cent);
  }
  return shifted;
}

/* Whether a number is the 5 of 3割5分, which is counted there. */
static gboolean is_hundredth(const NumberReading *self)
{
  static const char sign[] = "割";
  gsize length = strlen(sign), start = self->match->start;
  return is_before(self, "分") && start >= length &&
         strncmp(self->text + start - length, sign, length) == 0;
}

/* Matches */

static gboolean has_digits(const NumberReading *self)
{
  for (const char *p = self->text + self->match->start; p < self->text + self->match->end;
       p = g_utf8_next_char(p))
    if (g_unichar_isdigit(g_utf8_get_char(p)))
      return TRUE;
  return FALSE;
}

static gboolean has_sign(const NumberReading *self, const char *sign)
{
  return g_strstr_len(self->text + self->match->start,
                      (gssize)(self->match->end - self->match->start), sign) != NULL;
}

/* Whether a number is "a dozen" or "dozens", which other languages say as "some ten" or "many". */
static gboolean is_dozen(const NumberReading *self, const AdrefLanguageNumber *number)
{
  return strcmp(number->value, "12") == 0 && !has_digits(self) && has_sign(self, "dozen");
}

/* Whether a number in words has a capital within a sentence, as in "ASEAN Plus Three": other
 * languages have other names. */
static gboolean is_of_name(const NumberReading *self)
{
  const char *text = self->text, *start = text + self->match->start;
  if (start < text + 2 || !g_unichar_isupper(g_utf8_get_char(start)) || has_digits(self))
    return FALSE;
  return start[-1] == ' ' && g_ascii_isalpha(start[-2]);
}

/* Whether a number is an Arabic dual, دولتان: it says two as surely as a figure. */
static gboolean is_dual(const NumberReading *self)
{
  return adref_token_reader_is_language(self->reader, "ar") &&
         (ends_with(self, "ان") || ends_with(self, "ين"));
}

/* One thing may be said as "a", "a single" or "one", two as "both": the other text need not have
 * these numbers, but may. */
static gboolean is_slight(const NumberReading *self, const AdrefLanguageNumber *number)
{
  gboolean is_two = strcmp(number->value, "2") == 0 && !has_digits(self) && !is_dual(self);
  return is_two || is_dozen(self, number) || is_of_name(self) || strcmp(number->value, "1") == 0 ||
         strcmp(number->value, "0") == 0 || is_in_fraction(self) ||
         is_count_in_word(self, number->value);
}

/* Whether a number is that of a disease, COVID-19, or says again the one before it, "24 heures sur
 * 24": the other text may say it otherwise. */
static gboolean is_said_otherwise(const NumberReading *self, const AdrefLanguageNumber *number)
{
  const GArray *numbers = self->out->numbers;
  const AdrefLanguageNumber *before =
      numbers->len > 0 ? &g_array_index(numbers, AdrefLanguageNumber, numbers->len - 1) : NULL;
  gboolean is_again = before && strcmp(before->value, number->value) == 0 &&
                      is_behind(self, " sur ") && before->timed;
  return is_again || is_behind(self, "COVID-") || is_behind(self, "Covid-");
}

/* 2569 may be a year; 2,569 and 2569 baht are none. */
static void read_year(const NumberReading *self, const char *language, gboolean is_date,
                      AdrefLanguageNumber *number)
{
  gsize length = self->match->end - self->match->start;
  gboolean is_amount = !is_date && ((number->unit && !is_time_unit(number->unit)) ||
                                    memchr(self->text + self->match->start, ',', length));
  char *year = is_amount ? NULL : adref_number_figure_common_year(language, number->value);
  if (!year)
    return;
  g_free(number->other);
  number->other = is_date ? NULL : g_strdup(number->value);
  g_free(number->value);
  number->value = year;
}

/* Adds a number that was read; takes over `value`. */
static void add_number(const NumberReading *self, char *value, const char *unit, gboolean is_date)
{
  const char *language = adref_phrase_trie_language(self->reader->phrases);
  AdrefLanguageNumber number = {.start = self->match->start, .unit = g_strdup(unit)};
  if (ends_with(self, "割") || is_before(self, "割")) {
    value = in_per_cent(self, value);
    number.unit = g_strdup("%");
  }
  if (number.unit && strcmp(number.unit, "decade") == 0) {
    value = adref_number_figure_shift(value, 1); /* 20 years */
    g_free(number.unit);
    number.unit = g_strdup("year");
  }
  if (!has_sign(self, "٫")) /* which divides decimals alone: ٥٫٠٠٠ is five */
    number.other = adref_number_figure_other(language, value);
  if (!number.other && !number.unit)
    number.other = adref_number_figure_time(value);
  number.value = adref_number_figure_trim(value);
  read_year(self, language, is_date, &number);
  number.weak = self->match->weak || self->match->doubtful || is_slight(self, &number) ||
                is_hundredth(self) || is_said_otherwise(self, &number);
  number.timed = number.unit && is_time_unit(number.unit);
  number.dated = is_date || number.timed || adref_number_figure_is_year(number.value);
  g_array_append_val(self->out->numbers, number);
}

/* The number at *p, "1500.5", "1.5e6" or "1,2,3", which is moved behind it; NULL: none. Caller
 * frees. */
static char *next_number(const char **p)
{
  gsize length = strspn(*p, "0123456789");
  if (length == 0)
    return NULL;
  while (((*p)[length] == '.' || (*p)[length] == ',') && g_ascii_isdigit((*p)[length + 1]))
    length += 1 + strspn(*p + length + 1, "0123456789");
  char *value = g_strdelimit(g_strndup(*p, length), ",", '.');
  *p += length;
  while (**p == 'e' && g_ascii_isdigit((*p)[1])) { /* 240.5e3e6, พันล้าน */
    char *end;
    value = adref_number_figure_shift(value, g_ascii_strtoull(*p + 1, &end, 10));
    *p = end;
  }
  return value;
}

/* A key such as "within2023-12-17"; a part of the date that is not said is -1 there. */
static gboolean read_date_key(const char *key, gint parts[3])
{
  const char *p = key + strlen(key);
  while (p > key && (g_ascii_isdigit(p[-1]) || p[-1] == '-'))
    p--;
  for (guint i = 0; i < 3; i++) {
    char *end;
    parts[i] = (gint)g_ascii_strtoll(p, &end, 10);
    if (end == p || (i < 2 ? *end != '-' : *end != '\0'))
      return FALSE;
    p = end + 1;
  }
  return TRUE;
}

/* In "3 March to 5 March 2027" a month or year may be left out where it stands again. */
static gboolean add_date(const NumberReading *self)
{
  gint parts[3];
  if (!read_date_key(self->match->key, parts))
    return FALSE;
  AdrefLanguageDate date = {parts[0], parts[1], parts[2], self->match->start},
                    before = {-1, -1, -1, 0};
  GArray *dates = self->out->dates, *numbers = self->out->numbers;
  if (dates->len > 0)
    before = g_array_index(dates, AdrefLanguageDate, dates->len - 1);
  g_array_append_val(dates, date);
  if (parts[0] < 0 && parts[1] > 0 && parts[1] <= 12 && parts[2] < 0)
    self->out->months |= 1U << (guint)parts[1];
  for (guint i = 0; i < 3; i++) {
    if (parts[i] < 0)
      continue;
    add_number(self, g_strdup_printf("%d", parts[i]), NULL, TRUE);
    gboolean is_again = (i == 0 && parts[0] == before.year) || (i == 1 && parts[1] == before.month);
    g_array_index(numbers, AdrefLanguageNumber, numbers->len - 1).weak |= is_again;
  }
  return TRUE;
}

static void add_ordinal(const NumberReading *self, guint rank)
{
  GArray *numbers = self->out->numbers;
  const AdrefPhraseMatch *match = self->match;
  AdrefLanguageNumber *before =
      numbers->len > 0 ? &g_array_index(numbers, AdrefLanguageNumber, numbers->len - 1) : NULL;
  guint64 tens = before ? g_ascii_strtoull(before->value, NULL, 10) : 0;
  gboolean is_joined = match->start > 0 && self->text[match->start - 1] == '-';
  if (!is_joined || tens < 20 || tens > 90 || tens % 10 != 0 || rank > 9) {
    add_number(self, g_strdup_printf("%u", rank), NULL, FALSE);
    return;
  }
  g_free(before->value); /* "twenty-first" */
  before->value = g_strdup_printf("%" G_GUINT64_FORMAT, tens + rank);
  before->weak = TRUE;
}

/* Whether the words before the number make it negative: "minus 5", マイナス5, but not "au moins 5".
 */
static gboolean is_minus_before(const NumberReading *self)
{
  static const char *const words[] = {" minus", " moins", " menos", "マイナス", "마이너스",
                                      " минус", "负",     "負",     "ติดลบ"};
  static const char *const no_words[] = {" au moins", " du moins", " al menos", " lo menos",
                                         " ao menos"};
  enum {
    BEFORE = 32 /* bytes, longer than each of the words */
  };
  gsize length = MIN(self->match->start, (gsize)BEFORE);
  g_autofree char *own = g_ascii_strdown(self->text + self->match->start - length, (gssize)length);
  g_autofree char *before = g_strconcat(length < BEFORE ? " " : "", own, NULL);
  g_strchomp(g_strdelimit(before, "\n", ' '));
  for (gsize i = 0; i < G_N_ELEMENTS(no_words); i++)
    if (g_str_has_suffix(before, no_words[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (g_str_has_suffix(before, words[i]))
      return TRUE;
  return FALSE;
}

/* The number at *p of a key with its sign; NULL: none. Caller frees. */
static char *next_signed_number(const NumberReading *self, const char **p)
{
  const char *key = self->match->key, *start = *p;
  g_autofree char *value = next_number(p);
  gboolean is_first = strcspn(key, "0123456789") == (gsize)(start - key);
  gboolean signs = start > key && start[-1] == '-' && (start - 1 == key || start[-2] == ' ');
  gboolean is_negative =
      value && strcmp(value, "0") != 0 && (signs || (is_first && is_minus_before(self)));
  return is_negative ? g_strconcat("-", value, NULL) : g_steal_pointer(&value);
}

/* Whether a key is that of "29th". */
static gboolean is_written_ordinal(const char *key)
{
  gsize length = strlen(key);
  return length > 2 && g_str_has_suffix(key, "th") && g_ascii_isdigit(key[length - 3]);
}

/* Heads of tables */

/* Whether an opening bracket or a colon stands before a token, with at most two words between. */
static gboolean is_in_head(const AdrefTokenReader *reader, guint at)
{
  static const char *const signs[] = {"(", "（", ":", "："};
  for (guint back = 1; back <= 3 && back <= at; back++) {
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
      if (adref_token_reader_is_word(reader, at - back, signs[i]))
        return TRUE;
    if (!adref_token_reader_has_type(reader, at - back, ADREF_TEXT_TOKEN_WORD))
      return FALSE;
  }
  return FALSE;
}

/* The tokens of a scale in a head, "(million yen)", （百万円）, which counts the figures below it;
 * 0: there is none. */
static guint read_scale(const NumberReading *self, guint at)
{
  const AdrefPhraseMeaning *meaning;
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  AdrefQuantity number = {0};
  guint power = 0,
        n = adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_SCALE, NULL);
  gboolean is_ten = adref_token_reader_is_word(self->reader, at, "十");
  if ((!n && !is_ten) || !is_in_head(self->reader, at))
    return 0;
  if (token->type == ADREF_TEXT_TOKEN_LETTER) { /* 百万 is one scale of two */
    n = adref_quantity_read(self->reader, at, &number);
    guint64 value = number.written || number.overflow ? 0 : number.value + number.pending;
    for (; value >= 10 && value % 10 == 0; value /= 10)
      power++;
    g_free(number.written);
    if (value == 1) {
      g_array_append_val(self->out->scales, power);
      return n;
    }
    n = is_ten ? 0 : adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_SCALE, NULL);
    if (value != 0)
      return 0;
  }
  if (n && adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_SCALE, &meaning))
    g_array_append_val(self->out->scales, meaning->rank);
  return n;
}

/* Months */

/* A month without a day and a year, "in March". */
static guint read_lone_month(const NumberReading *self, guint at)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_date_phrase_month(self->reader, at, &meaning);
  if (!n)
    return 0;
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  AdrefPhraseMatch match = {
      .start = token->start, .end = token->end, .first = at, .after = at + n, .weak = TRUE};
  const NumberReading month = {self->out, self->reader, &match, self->text};
  self->out->months |= 1U << meaning->rank;
  add_number(&month, g_strdup_printf("%u", meaning->rank), NULL, TRUE);
  return n;
}

/* "2/3" of the key of "two thirds": its parts are numbers, and the whole is a fraction. */
static void add_fraction(const NumberReading *self)
{
  const char *key = self->match->key, *line = strchr(key, '/');
  if (!line || line == key || !g_ascii_isdigit(line[-1]) || !g_ascii_isdigit(line[1]))
    return;
  const char *start = line;
  while (start > key && g_ascii_isdigit(start[-1]))
    start--;
  gsize length = (gsize)(line - start) + 1 + strspn(line + 1, "0123456789");
  g_ptr_array_add(self->out->fractions, g_strndup(start, length));
}

static void add_match(const NumberReading *self)
{
  guint from = self->out->numbers->len;
  const AdrefPhraseMeaning *meaning;
  if (adref_token_reader_match_role(self->reader, self->match->first, ADREF_PHRASE_ROLE_ORDINAL,
                                    &meaning)) {
    add_ordinal(self, meaning->rank);
    mark(self->out, from, TRUE, NULL);
    return;
  }
  const char *bound = adref_number_bound_of(self->reader, self->match);
  gboolean is_of_date = bound && g_str_has_prefix(bound, "not "); /* "not after" */
  if (add_date(self)) {
    mark(self->out, from, FALSE, is_of_date ? bound : NULL);
    return;
  }
  if (read_scale(self, self->match->first) > 0)
    return;
  add_fraction(self);
  g_autofree char *unit = unit_of(self->reader, self->match);
  for (const char *p = self->match->key; *p;) {
    char *value = next_signed_number(self, &p);
    if (value)
      add_number(self, value, unit, FALSE);
    else
      p++;
  }
  for (guint at = self->match->first; from == self->out->numbers->len && at < self->match->after;)
    at += MAX(read_lone_month(self, at), 1); /* "in March" */
  mark(self->out, from, is_written_ordinal(self->match->key), is_of_date ? NULL : bound);
}

/* A number in words that no phrase has, 二隻 or สามสิบห้า: it may be one, or a part of a word. */
static guint add_uncounted(NumberReading *self, guint at)
{
  AdrefQuantity number = {0};
  guint n = adref_quantity_read(self->reader, at, &number);
  if (n > 0 && !number.written && !number.overflow) {
    const AdrefTextToken *first = adref_token_reader_token(self->reader, at),
                         *last = adref_token_reader_token(self->reader, at + n - 1);
    AdrefPhraseMatch match = {
        .start = first->start, .end = last->end, .first = at, .after = at + n, .weak = TRUE};
    self->match = &match;
    guint from = self->out->numbers->len;
    add_number(self, g_strdup_printf("%" G_GUINT64_FORMAT, number.value + number.pending), NULL,
               FALSE);
    mark(self->out, from, is_behind(self, "第"), NULL);
  }
  g_free(number.written);
  return n;
}

/* The value of a Roman number of two letters or more, "II", "XIV", "XXIe"; 0: it is none. */
static guint roman_value(const char *word, gsize length)
{
  if (length > 2 && word[length - 1] == 'e')
    length--;
  gboolean letters = length > 1 && length <= 6 && strspn(word, "IVX") >= length;
  return letters ? adref_numbering_roman_value(word, length) : 0;
}

/* The number in a word, 28 in "COP28", II in "Phase II", ten in "a decade": other languages may say
 * it by itself. */
static void add_hidden(NumberReading *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  const char *word = self->text + token->start;
  gsize length = token->end - token->start, letters = 0, digits = 0;
  while (letters < length && !g_ascii_isdigit(word[letters]))
    letters++;
  while (letters + digits < length && g_ascii_isdigit(word[letters + digits]))
    digits++;
  if (digits == 0 && !strchr("IVXDd", *word)) /* as most */
    return;
  guint roman = roman_value(word, length);
  gboolean is_decade = adref_token_reader_is_word(self->reader, at, "decade");
  AdrefPhraseMatch match = {
      .start = token->start, .end = token->end, .first = at, .after = at + 1, .weak = TRUE};
  self->match = &match;
  guint from = self->out->numbers->len;
  if (digits > 0 && digits < 6)
    add_number(self, g_strndup(word + letters, digits), NULL, FALSE);
  else if (roman > 0 || is_decade)
    add_number(self, g_strdup_printf("%u", is_decade ? 10 : roman), NULL, FALSE);
  gboolean is_korean_ordinal = letters == strlen("제") && g_str_has_prefix(word, "제");
  mark(self->out, from, digits > 0 && is_korean_ordinal, NULL);
}

static void read_uncounted(NumberReading *self, guint from, guint to)
{
  static const guint32 roles = 1U << ADREF_PHRASE_ROLE_NUMERAL | 1U << ADREF_PHRASE_ROLE_SCALE;
  while (from < to) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, from);
    guint n = token->begins & roles ? read_scale(self, from) : 0;
    if (n == 0 && token->begins & roles)
      n = add_uncounted(self, from);
    if (n == 0 && token->begins & 1U << ADREF_PHRASE_ROLE_MONTH)
      n = read_lone_month(self, from);
    if (n == 0 && token->type == ADREF_TEXT_TOKEN_WORD)
      add_hidden(self, from);
    from += MAX(n, 1);
  }
}

/* A number of a paragraph or article: it cannot be said as "a" or "both". Takes over `value`. */
static void add_reference_number(const NumberReading *self, char *value)
{
  add_number(self, value, NULL, FALSE);
  g_array_index(self->out->numbers, AdrefLanguageNumber, self->out->numbers->len - 1).weak = FALSE;
}

/* The numbers of a reference that is typed as words, "Article 5" or "paragraph 12": they stand by
 * themselves, since another language may say the rest otherwise. */
static void read_reference(NumberReading *self)
{
  const AdrefPhraseMatch whole = *self->match;
  const char *code = whole.after - whole.first == 1 ? strpbrk(whole.key, "0123456789") : NULL;
  if (code) { /* "PP3" */
    add_reference_number(self, next_number(&code));
    return;
  }
  for (guint at = whole.first; at < whole.after; at++) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
    if (token->type != ADREF_TEXT_TOKEN_NUMBER) {
      read_uncounted(self, at, at + 1);
      continue;
    }
    gint value = adref_quantity_integer(self->reader, at, 9);
    AdrefPhraseMatch match = {
        .start = token->start, .end = token->end, .first = at, .after = at + 1};
    self->match = &match;
    if (value >= 0)
      add_reference_number(self, g_strdup_printf("%d", value));
  }
}

static void read_names(const NumberReading *self, GHashTable *parties, guint first)
{
  const AdrefPhraseMeaning *meaning;
  for (guint at = first; at < self->reader->tokens->len;) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
    guint n =
        token->begins & 1U << ADREF_PHRASE_ROLE_NAME
            ? adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_NAME, &meaning)
            : 0;
    const char *party = n ? g_hash_table_lookup(parties, meaning->key) : NULL;
    AdrefLanguageName name = {party, token->start};
    if (party)
      g_array_append_val(self->out->names, name);
    at += MAX(n, 1);
  }
}

static void read_weekdays(const NumberReading *self, guint first)
{
  const AdrefPhraseMeaning *meaning;
  GPtrArray *days = self->out->weekdays;
  for (guint at = first; at < self->reader->tokens->len; at++) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
    gpointer day = NULL;
    if (token->begins & 1U << ADREF_PHRASE_ROLE_WEEKDAY &&
        adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_WEEKDAY, &meaning))
      day = (char *)(guintptr)adref_common_key(meaning->key);
    if (day && !g_ptr_array_find(days, day, NULL))
      g_ptr_array_add(days, day);
  }
}

/* Times of day */

static void add_time(AdrefLanguageNumbers *out, const AdrefClockTime *time)
{
  AdrefLanguageNumber number = {.start = time->start, .dated = TRUE};
  number.value = g_strdup_printf("%02d:%02d", time->hour, time->minute);
  number.hour = g_strdup_printf("%d", time->written);
  g_array_append_val(out->numbers, number);
}

/* Adds the times that begin before `end`; those that may be a number of hours stay what they are.
 */
static void add_times_before(AdrefLanguageNumbers *out, const GArray *times, guint *next, gsize end)
{
  for (; *next < times->len; (*next)++) {
    const AdrefClockTime *time = &g_array_index(times, AdrefClockTime, *next);
    if (time->start >= end)
      return;
    if (!time->perhaps)
      add_time(out, time);
  }
}

/* The time of which a match has a part; NULL: none. */
static const AdrefClockTime *time_in(const GArray *times, const AdrefPhraseMatch *match)
{
  for (guint i = 0; i < times->len; i++) {
    const AdrefClockTime *time = &g_array_index(times, AdrefClockTime, i);
    if (time->start < match->end && match->start < time->end)
      return time;
  }
  return NULL;
}

/* A number of hours that may be a time of day, 10 heures. */
static void add_hours(const NumberReading *self, const AdrefClockTime *time)
{
  guint from = self->out->numbers->len;
  add_match(self);
  g_autofree char *written = g_strdup_printf("%d", time->written);
  for (guint i = from; i < self->out->numbers->len; i++) {
    AdrefLanguageNumber *number = &g_array_index(self->out->numbers, AdrefLanguageNumber, i);
    if (!number->other && strcmp(number->value, written) == 0)
      number->other = g_strdup_printf("%02d:%02d", time->hour, time->minute);
  }
}

static void add_number_match(const NumberReading *self, const GArray *times)
{
  const AdrefClockTime *time = time_in(times, self->match);
  if (!time)
    add_match(self);
  else if (time->perhaps)
    add_hours(self, time);
}

/* The matches of a block or cell, whose tokens begin at `first` and are the last ones so far. */
static void read_matches(NumberReading *self, const GArray *found, guint first, const GArray *times)
{
  guint next = first, next_time = 0;
  for (guint i = 0; i < found->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(found, AdrefPhraseMatch, i);
    read_uncounted(self, next, match->first);
    next = match->after;
    self->match = match;
    add_times_before(self->out, times, &next_time, match->end);
    if (match->class == ADREF_CHANGE_CLASS_NUMBER || match->class == ADREF_CHANGE_CLASS_DATE)
      add_number_match(self, times);
    else if (match->class == ADREF_CHANGE_CLASS_REFERENCE)
      read_reference(self);
    else
      read_uncounted(self, match->first,
                     match->class == ADREF_CHANGE_CLASS_NAME ? match->after : match->first);
  }
  read_uncounted(self, next, self->reader->tokens->len);
  add_times_before(self->out, times, &next_time, G_MAXSIZE);
  read_weekdays(self, first);
}

/* Reads line by line: a line is a block or a cell, and no number, unit, range or name goes on
 * behind it. */
void adref_language_numbers_read(AdrefLanguageNumbers *self, AdrefPhraseScanner *scanner,
                                 GHashTable *parties, GArray *tokens, const GString *text)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(AdrefClockTime));
  const char *language = adref_phrase_trie_language(scanner->phrases);
  g_array_set_size(tokens, 0);
  const AdrefTokenReader reader = {scanner->phrases, text->str, tokens};
  NumberReading reading = {self, &reader, NULL, text->str};
  for (gsize start = 0, end; start < text->len; start = end + 1) {
    const char *line = memchr(text->str + start, '\n', text->len - start);
    guint first = tokens->len;
    end = line ? (gsize)(line - text->str) : text->len;
    g_array_set_size(found, 0);
    g_array_set_size(times, 0);
    adref_clock_time_find(language, text->str, start, end, times);
    adref_phrase_scanner_scan(scanner, text->str, start, end, tokens, found);
    read_matches(&reading, found, first, times);
    if (parties)
      read_names(&reading, parties, first);
  }
  if (self->numbers->len > 0)
    self->dollars = adref_dollar_kinds(text->str);
  self->reads_words = adref_language_numbers_reads_words(language);
  self->knows_times = adref_clock_time_knows(language);
  self->language = language;
  self->parties = parties;
  if (text->len > 0)
    self->text = g_strndup(text->str, text->len);
  adref_phrase_scanner_clear_keys(scanner);
}

GPtrArray *adref_language_numbers_places(const AdrefLanguageNumbers *numbers,
                                         AdrefLanguagePlaceType type)
{
  GPtrArray *places = g_ptr_array_new();
  for (guint i = 0; i < numbers->places->len; i++) {
    AdrefLanguagePlace *place = &g_array_index(numbers->places, AdrefLanguagePlace, i);
    if (place->type == type)
      g_ptr_array_add(places, place);
  }
  return places;
}
