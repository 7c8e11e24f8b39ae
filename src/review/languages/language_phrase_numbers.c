#include "review/languages/language_numbers_private.h"

#include <string.h>

#include "language/date_phrase.h"
#include "language/quantity.h"
#include "language/token_reader.h"
#include "review/languages/number_bound.h"
#include "review/languages/number_figure.h"

char *adref_number_reading_next(const char **p)
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
  const char *last = key + strlen(key), *p;
  while (last > key && !g_ascii_isdigit(last[-1]))
    last--; /* 5月後に: its limit stands behind */
  for (p = last; p > key && (g_ascii_isdigit(p[-1]) || p[-1] == '-');)
    p--;
  for (guint i = 0; i < 3; i++) {
    char *end;
    parts[i] = (gint)g_ascii_strtoll(p, &end, 10);
    if (end == p || (i < 2 ? *end != '-' : end != last))
      return FALSE;
    p = end + 1;
  }
  return TRUE;
}

static gboolean is_date_key(const char *key)
{
  gint parts[3];
  return read_date_key(key, parts);
}

/* In "3 March to 5 March 2027" a month or year may be left out where it stands again. */
static gboolean add_date(const AdrefNumberReading *self)
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
    adref_number_reading_add(self, g_strdup_printf("%d", parts[i]), NULL, TRUE);
    gboolean is_again = (i == 0 && parts[0] == before.year) || (i == 1 && parts[1] == before.month);
    g_array_index(numbers, AdrefLanguageNumber, numbers->len - 1).weak |= is_again;
  }
  return TRUE;
}

static void add_ordinal(const AdrefNumberReading *self, guint rank)
{
  GArray *numbers = self->out->numbers;
  const AdrefPhraseMatch *match = self->match;
  AdrefLanguageNumber *before =
      numbers->len > 0 ? &g_array_index(numbers, AdrefLanguageNumber, numbers->len - 1) : NULL;
  guint64 tens = before ? g_ascii_strtoull(before->value, NULL, 10) : 0;
  gboolean is_joined = match->start > 0 && self->text[match->start - 1] == '-';
  if (!is_joined || tens < 20 || tens > 90 || tens % 10 != 0 || rank > 9) {
    adref_number_reading_add(self, g_strdup_printf("%u", rank), NULL, FALSE);
    return;
  }
  g_free(before->value); /* "twenty-first" */
  before->value = g_strdup_printf("%" G_GUINT64_FORMAT, tens + rank);
  before->weak = TRUE;
}

/* Whether the words before the number make it negative: "minus 5", マイナス5, but not "au moins 5".
 */
static gboolean is_minus_before(const AdrefNumberReading *self)
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
static char *next_signed_number(const AdrefNumberReading *self, const char **p)
{
  const char *key = self->match->key, *start = *p;
  g_autofree char *value = adref_number_reading_next(p);
  gboolean is_first = strcspn(key, "0123456789") == (gsize)(start - key);
  gboolean signs = start > key && start[-1] == '-' && (start - 1 == key || start[-2] == ' ');
  gboolean is_negative =
      value && strcmp(value, "0") != 0 && (signs || (is_first && is_minus_before(self)));
  return is_negative ? g_strconcat("-", value, NULL) : g_steal_pointer(&value);
}

/* Whether a number is an ordinal: "29th", 第二回, ទីពីរ. */
static gboolean is_written_ordinal(const AdrefNumberReading *self)
{
  const char *key = self->match->key;
  gsize length = strlen(key);
  gboolean is_english =
      length > 2 && g_str_has_suffix(key, "th") && g_ascii_isdigit(key[length - 3]);
  return is_english || adref_number_reading_is_ordinal(self);
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

/* Whether the line is a scale with its unit and no figure, as a head is without brackets: "USD
 * million", 百万米ドル. */
static gboolean is_unit_alone(const AdrefNumberReading *self, guint at)
{
  enum {
    LONGEST = 30 /* bytes */
  };
  gsize start = adref_token_reader_token(self->reader, at)->start, length;
  while (start > 0 && self->text[start - 1] != '\n')
    start--;
  length = strcspn(self->text + start, "\n");
  g_autofree char *line = g_strndup(self->text + start, length);
  return !g_str_has_suffix(line, ".") && !g_str_has_suffix(line, "。") && length <= LONGEST &&
         strcspn(self->text + start, "0123456789\n") == length;
}

guint adref_number_reading_scale(const AdrefNumberReading *self, guint at)
{
  const AdrefPhraseMeaning *meaning;
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  AdrefQuantity number = {0};
  guint power = 0,
        n = adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_SCALE, NULL);
  gboolean is_ten = adref_token_reader_is_word(self->reader, at, "十");
  if ((!n && !is_ten) || (!is_in_head(self->reader, at) && !is_unit_alone(self, at)))
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

guint adref_number_reading_month(const AdrefNumberReading *self, guint at)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_date_phrase_month(self->reader, at, &meaning);
  if (!n)
    return 0;
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  AdrefPhraseMatch match = {
      .start = token->start, .end = token->end, .first = at, .after = at + n, .weak = TRUE};
  const AdrefNumberReading month = {self->out, self->reader, &match, self->text};
  self->out->months |= 1U << meaning->rank;
  adref_number_reading_add(&month, g_strdup_printf("%u", meaning->rank), NULL, TRUE);
  return n;
}

/* Whether a "half" is a fraction, "by half", and not the second half of a year, or of "two and a
 * half". */
static gboolean is_half(const AdrefNumberReading *self)
{
  static const char *const others[] = {"first", "second", "latter", "other", "a", "and"};
  guint at = self->match->first;
  if (strcmp(self->match->key, "half") != 0 || at == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (adref_token_reader_is_word(self->reader, at - 1, others[i]))
      return FALSE;
  return adref_token_reader_is_language(self->reader, "en");
}

/* "2/3" of the key of "two thirds": its parts are numbers, and the whole is a fraction. */
static void add_fraction(const AdrefNumberReading *self)
{
  if (is_half(self))
    g_ptr_array_add(self->out->fractions, g_strdup("1/2"));
  const char *key = self->match->key, *line = strchr(key, '/');
  if (!line || line == key || !g_ascii_isdigit(line[-1]) || !g_ascii_isdigit(line[1]))
    return;
  const char *start = line;
  while (start > key && g_ascii_isdigit(start[-1]))
    start--;
  gsize length = (gsize)(line - start) + 1 + strspn(line + 1, "0123456789");
  g_ptr_array_add(self->out->fractions, g_strndup(start, length));
}

void adref_number_reading_add_match(const AdrefNumberReading *self)
{
  guint from = self->out->numbers->len;
  const AdrefPhraseMeaning *meaning;
  if (adref_token_reader_match_role(self->reader, self->match->first, ADREF_PHRASE_ROLE_ORDINAL,
                                    &meaning) &&
      !is_date_key(self->match->key)) {
    add_ordinal(self, meaning->rank);
    adref_number_reading_mark(self->out, from, TRUE, NULL);
    return;
  }
  const char *bound = adref_number_bound_of(self->reader, self->match);
  gboolean is_of_date = bound && g_str_has_prefix(bound, "not "); /* "not after" */
  if (add_date(self)) {
    adref_number_reading_mark(self->out, from, FALSE, is_of_date ? bound : NULL);
    return;
  }
  gboolean is_scale = adref_number_reading_scale(self, self->match->first) > 0;
  if (is_scale && !is_unit_alone(self, self->match->first))
    return;
  add_fraction(self);
  g_autofree char *unit = adref_number_reading_unit(self->reader, self->match);
  for (const char *p = self->match->key; *p;) {
    char *value = next_signed_number(self, &p);
    if (value)
      adref_number_reading_add(self, value, unit, FALSE);
    else
      p++;
  }
  for (guint at = self->match->first; from == self->out->numbers->len && at < self->match->after;)
    at += MAX(adref_number_reading_month(self, at), 1); /* "in March" */
  for (guint i = from; is_scale && i < self->out->numbers->len; i++)
    g_array_index(self->out->numbers, AdrefLanguageNumber, i).weak = TRUE; /* 百万円, the value */
  adref_number_reading_mark(self->out, from, is_written_ordinal(self), is_of_date ? NULL : bound);
}
