#include "review/languages/language_numbers_private.h"

#include <string.h>

#include "language/common_key.h"
#include "language/quantity.h"
#include "language/token_reader.h"
#include "review/languages/number_figure.h"

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

/* A sign of a measure with which a cell or a paragraph begins, and behind which a number stands:
 * "km 450", "t: 5". Caller frees; NULL: none. */
static char *unit_before(const AdrefTokenReader *reader, guint at)
{
  const AdrefPhraseMeaning *meaning;
  if (at > 0 && adref_token_reader_is_word(reader, at - 1, ":"))
    at--;
  const AdrefTextToken *token = at > 0 ? adref_token_reader_token(reader, at - 1) : NULL;
  gboolean is_first = token && (token->start == 0 || reader->text[token->start - 1] == '\n');
  return is_first && adref_token_reader_match_role(reader, at - 1, ADREF_PHRASE_ROLE_MEASURE,
                                                   &meaning) == 1
             ? g_strdup(adref_common_key(meaning->key))
             : NULL;
}

char *adref_number_reading_unit(const AdrefTokenReader *reader, const AdrefPhraseMatch *match)
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
  return unit ? unit : unit_before(reader, match->first);
}

void adref_number_reading_mark(AdrefLanguageNumbers *out, guint from, gboolean is_ordinal,
                               const char *bound)
{
  for (guint i = from; i < out->numbers->len; i++) {
    AdrefLanguageNumber *number = &g_array_index(out->numbers, AdrefLanguageNumber, i);
    number->is_ordinal = is_ordinal;
    number->bound = bound;
  }
}

/* Japanese: what stands behind a number */

static gboolean is_before(const AdrefNumberReading *self, const char *sign)
{
  return g_str_has_prefix(self->text + self->match->end, sign);
}

static gboolean ends_with(const AdrefNumberReading *self, const char *sign)
{
  gsize length = strlen(sign), found = self->match->end - self->match->start;
  return found > length && strncmp(self->text + self->match->end - length, sign, length) == 0;
}

gboolean adref_number_reading_is_behind(const AdrefNumberReading *self, const char *sign)
{
  gsize length = strlen(sign), start = self->match->start;
  return start >= length && strncmp(self->text + start - length, sign, length) == 0;
}

gboolean adref_number_reading_is_ordinal(const AdrefNumberReading *self)
{
  return adref_number_reading_is_behind(self, "第") || adref_number_reading_is_behind(self, "ទី");
}

static gboolean has_sign(const AdrefNumberReading *self, const char *sign)
{
  return g_strstr_len(self->text + self->match->start,
                      (gssize)(self->match->end - self->match->start), sign) != NULL;
}

/* Whether a number is a part of a Japanese or Chinese fraction, 3分の2; other languages say it in
 * ordinals, or as "a quarter". */
static gboolean is_in_fraction(const AdrefNumberReading *self)
{
  static const char behind[] = "分の";
  if (has_sign(self, "分の") || has_sign(self, "分之"))
    return TRUE;
  gboolean is_denominator =
      is_before(self, "分") || (ends_with(self, "分") && is_before(self, "の"));
  return is_denominator || adref_number_reading_is_behind(self, behind);
}

/* Whether a number counts the copies that are signed, "각 2부씩", which is "in duplicate". */
static gboolean is_of_copies(const AdrefNumberReading *self, const char *value)
{
  static const char *const copies[] = {"부",         "通",      "份",  "originals", "exemplaires",
                                       "ejemplares", "bản gốc", "ฉบับ", "نسخ"};
  if (strlen(value) != 1 || *value < '2')
    return FALSE;
  const char *behind = self->text + self->match->end;
  behind += *behind == ' ' ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS(copies); i++)
    if (g_str_has_prefix(behind, copies[i]) || ends_with(self, copies[i]))
      return TRUE;
  return FALSE;
}

/* 二国間 is "bilateral", 3倍 "threefold", 数十万 "hundreds of thousands", 한중일 3국 names the
 * three: the other text needs no number. */
static gboolean is_count_in_word(const AdrefNumberReading *self, const char *value)
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
static char *in_per_cent(const AdrefNumberReading *self, char *value)
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
static gboolean is_hundredth(const AdrefNumberReading *self)
{
  static const char sign[] = "割";
  gsize length = strlen(sign), start = self->match->start;
  return is_before(self, "分") && start >= length &&
         strncmp(self->text + start - length, sign, length) == 0;
}

/* Matches */

static gboolean has_digits(const AdrefNumberReading *self)
{
  for (const char *p = self->text + self->match->start; p < self->text + self->match->end;
       p = g_utf8_next_char(p))
    if (g_unichar_isdigit(g_utf8_get_char(p)))
      return TRUE;
  return FALSE;
}

/* Whether a number is "a dozen" or "dozens", which other languages say as "some ten" or "many". */
static gboolean is_dozen(const AdrefNumberReading *self, const AdrefLanguageNumber *number)
{
  return strcmp(number->value, "12") == 0 && !has_digits(self) && has_sign(self, "dozen");
}

/* Whether a number in words has a capital within a sentence, as in "ASEAN Plus Three": other
 * languages have other names. */
static gboolean is_of_name(const AdrefNumberReading *self)
{
  const char *text = self->text, *start = text + self->match->start;
  if (start < text + 2 || !g_unichar_isupper(g_utf8_get_char(start)) || has_digits(self))
    return FALSE;
  return start[-1] == ' ' && g_ascii_isalpha(start[-2]);
}

/* Whether a number is an Arabic dual, دولتان: it says two as surely as a figure. */
static gboolean is_dual(const AdrefNumberReading *self)
{
  return adref_token_reader_is_language(self->reader, "ar") &&
         (ends_with(self, "ان") || ends_with(self, "ين"));
}

/* One thing may be said as "a", "a single" or "one", two as "both": the other text need not have
 * these numbers, but may. */
static gboolean is_slight(const AdrefNumberReading *self, const AdrefLanguageNumber *number)
{
  gboolean is_two = strcmp(number->value, "2") == 0 && !has_digits(self) && !is_dual(self);
  return is_two || is_dozen(self, number) || is_of_name(self) || strcmp(number->value, "1") == 0 ||
         strcmp(number->value, "0") == 0 || is_in_fraction(self) ||
         is_count_in_word(self, number->value) || is_of_copies(self, number->value);
}

/* Whether a number is that of a disease, COVID-19, or says again the one before it, "24 heures sur
 * 24": the other text may say it otherwise. */
static gboolean is_said_otherwise(const AdrefNumberReading *self, const AdrefLanguageNumber *number)
{
  const GArray *numbers = self->out->numbers;
  const AdrefLanguageNumber *before =
      numbers->len > 0 ? &g_array_index(numbers, AdrefLanguageNumber, numbers->len - 1) : NULL;
  gboolean is_again = before && strcmp(before->value, number->value) == 0 &&
                      adref_number_reading_is_behind(self, " sur ") && before->timed;
  return is_again || adref_number_reading_is_behind(self, "COVID-") ||
         adref_number_reading_is_behind(self, "Covid-");
}

/* 2569 may be a year; 2,569 and 2569 baht are none. */
static void read_year(const AdrefNumberReading *self, const char *language, gboolean is_date,
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

void adref_number_reading_add(const AdrefNumberReading *self, char *value, const char *unit,
                              gboolean is_date)
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
