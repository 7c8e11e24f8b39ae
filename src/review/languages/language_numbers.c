#include "review/languages/language_numbers_private.h"

#include <string.h>

#include "clause/labels/numbering.h"
#include "language/clock_time.h"
#include "language/common_key.h"
#include "language/half_yearly.h"
#include "language/language_tag.h"
#include "language/provision_reference.h"
#include "language/quantity.h"
#include "language/tables/contrary_words.h"
#include "language/token_reader.h"

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
  self->units = g_ptr_array_new_with_free_func(g_free);
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
  g_ptr_array_unref(self->units);
  g_array_unref(self->scales);
  adref_clause_bonds_clear(&self->bonds);
  g_free(self->text);
  g_free(self->folded);
  g_free(self);
}

gboolean adref_language_numbers_reads_words(const char *language)
{
  return adref_language_tag_matches(language, "en") || adref_language_tag_matches(language, "ja") ||
         adref_language_tag_matches(language, "zh") || adref_language_tag_matches(language, "fr");
}
/* Whether a number in words is one wherever it stands: the smaller ones are parts of other words.
 */
static gboolean is_sure_in_words(const AdrefNumberReading *self, guint64 value)
{
  enum {
    SMALLEST = 11
  };
  return value >= SMALLEST && adref_token_reader_is_language(self->reader, "en");
}

/* A number in words that no phrase has, 二隻 or สามสิบห้า: it may be one, or a part of a word. */
static guint add_uncounted(AdrefNumberReading *self, guint at)
{
  AdrefQuantity number = {0};
  guint n = adref_quantity_read(self->reader, at, &number);
  if (n > 0 && !number.written && !number.overflow) {
    const AdrefTextToken *first = adref_token_reader_token(self->reader, at),
                         *last = adref_token_reader_token(self->reader, at + n - 1);
    guint64 value = number.value + number.pending;
    AdrefPhraseMatch match = {.start = first->start,
                              .end = last->end,
                              .first = at,
                              .after = at + n,
                              .weak = !is_sure_in_words(self, value)};
    self->match = &match;
    guint from = self->out->numbers->len;
    adref_number_reading_add(self, g_strdup_printf("%" G_GUINT64_FORMAT, value), NULL, FALSE);
    adref_number_reading_mark(self->out, from, adref_number_reading_is_ordinal(self), NULL);
  }
  g_free(number.written);
  return n;
}

/* The value of a Roman number of two letters or more, "II", "XIV", "XXIe"; of one where the end of
 * an ordinal shows it, "Ve", "Ire"; 0: it is none. */
static guint roman_value(const char *word, gsize length)
{
  static const char *const ends[] = {"e", "er", "re", "ème"};
  gsize letters = MIN(strspn(word, "IVX"), length);
  gboolean is_ordinal = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
    is_ordinal |= length - letters == strlen(ends[i]) &&
                  strncmp(word + letters, ends[i], length - letters) == 0;
  gboolean is_number = is_ordinal ? letters > 0 : letters == length && letters > 1;
  return is_number && letters <= 6 ? adref_numbering_roman_value(word, letters) : 0;
}

static guint roman_at(const AdrefNumberReading *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  return token ? roman_value(self->text + token->start, token->end - token->start) : 0;
}

/* The value of a single Roman letter beside another Roman number: "siglos V y VI", "X a XII". */
static guint lone_roman_value(const AdrefNumberReading *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  const char *letter = self->text + token->start;
  gboolean is_lone = token->end - token->start == 1 && strchr("IVX", *letter);
  gboolean is_beside =
      is_lone && (roman_at(self, at + 2) > 0 || (at >= 2 && roman_at(self, at - 2) > 0));
  return is_beside ? adref_numbering_roman_value(letter, 1) : 0;
}

/* Adds the number of a later insertion; `suffix`: "bis", or NULL where a letter may mean it. */
static void add_insertion(AdrefLanguageNumbers *out, gsize start, guint rank, const char *suffix)
{
  AdrefLanguageNumber number = {.start = start, .suffix = suffix, .weak = suffix == NULL};
  number.value = g_strdup_printf("%u", rank);
  g_array_append_val(out->numbers, number);
}

/* The "bis" of "12 bis", which is the 2 of 第12項の2 and the letter of "12a". */
static void read_suffix(const AdrefNumberReading *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
  guint rank = adref_provision_reference_rank(self->reader, at);
  if (rank > 0)
    add_insertion(self->out, token->start, rank, adref_numbering_suffix(rank));
  else if (token && token->end - token->start == 1 && !token->spaced &&
           strchr("abcd", self->text[token->start]) &&
           adref_token_reader_has_type(self->reader, at - 1, ADREF_TEXT_TOKEN_NUMBER))
    add_insertion(self->out, token->start, (guint)(self->text[token->start] - 'a') + 2, NULL);
}

/* The number in a word, 28 in "COP28", II in "Phase II", ten in "a decade": other languages may say
 * it by itself. */
static void add_hidden(AdrefNumberReading *self, guint at)
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
  roman = roman > 0 ? roman : lone_roman_value(self, at);
  gboolean is_decade = adref_token_reader_is_word(self->reader, at, "decade");
  AdrefPhraseMatch match = {
      .start = token->start, .end = token->end, .first = at, .after = at + 1, .weak = TRUE};
  self->match = &match;
  guint from = self->out->numbers->len;
  if (digits > 0 && digits < 6)
    adref_number_reading_add(self, g_strndup(word + letters, digits), NULL, FALSE);
  else if (roman > 0 || is_decade)
    adref_number_reading_add(self, g_strdup_printf("%u", is_decade ? 10 : roman), NULL, FALSE);
  gboolean is_korean_ordinal = letters == strlen("제") && g_str_has_prefix(word, "제");
  adref_number_reading_mark(self->out, from, digits > 0 && is_korean_ordinal, NULL);
}

static void read_uncounted(AdrefNumberReading *self, guint from, guint to)
{
  static const guint32 roles = 1U << ADREF_PHRASE_ROLE_NUMERAL | 1U << ADREF_PHRASE_ROLE_SCALE;
  while (from < to) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, from);
    guint n = token->begins & roles ? adref_number_reading_scale(self, from) : 0;
    if (n == 0 && token->begins & roles)
      n = add_uncounted(self, from);
    if (n == 0 && token->begins & 1U << ADREF_PHRASE_ROLE_MONTH)
      n = adref_number_reading_month(self, from);
    if (n == 0 && token->type == ADREF_TEXT_TOKEN_WORD)
      add_hidden(self, from);
    from += MAX(n, 1);
  }
}

/* A number of a paragraph or article: it cannot be said as "a" or "both". Takes over `value`. */
static void add_reference_number(const AdrefNumberReading *self, char *value)
{
  adref_number_reading_add(self, value, NULL, FALSE);
  g_array_index(self->out->numbers, AdrefLanguageNumber, self->out->numbers->len - 1).weak = FALSE;
}

/* The numbers of a reference that is typed as words, "Article 5" or "paragraph 12": they stand by
 * themselves, since another language may say the rest otherwise. */
static void read_reference(AdrefNumberReading *self)
{
  const AdrefPhraseMatch whole = *self->match;
  const char *code = whole.after - whole.first == 1 ? strpbrk(whole.key, "0123456789") : NULL;
  if (code) { /* "PP3", 제5조의2 */
    for (; code; code = strpbrk(code, "0123456789"))
      add_reference_number(self, adref_number_reading_next(&code));
    return;
  }
  for (guint at = whole.first; at < whole.after; at++) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
    if (token->type != ADREF_TEXT_TOKEN_NUMBER) {
      read_uncounted(self, at, at + 1);
      read_suffix(self, at);
      continue;
    }
    gint value = adref_quantity_integer(self->reader, at, 9);
    AdrefPhraseMatch match = {
        .start = token->start, .end = token->end, .first = at, .after = at + 1};
    self->match = &match;
    if (value >= 0)
      add_reference_number(self, g_strdup_printf("%d", value));
  }
  read_suffix(self, whole.after); /* 第12項bis */
}

static void read_names(const AdrefNumberReading *self, GHashTable *parties, guint first)
{
  const AdrefPhraseMeaning *meaning;
  for (guint at = first; at < self->reader->tokens->len;) {
    const AdrefTextToken *token = adref_token_reader_token(self->reader, at);
    guint n =
        token->begins & 1U << ADREF_PHRASE_ROLE_NAME
            ? adref_token_reader_match_role(self->reader, at, ADREF_PHRASE_ROLE_NAME, &meaning)
            : 0;
    const char *party = n ? g_hash_table_lookup(parties, meaning->key) : NULL;
    AdrefLanguageName name = {party, token->start, token->end};
    if (party)
      name.end = adref_token_reader_token(self->reader, at + n - 1)->end;
    if (party)
      g_array_append_val(self->out->names, name);
    at += MAX(n, 1);
  }
}

static void read_weekdays(const AdrefNumberReading *self, guint first)
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

/* Units */

static gboolean is_bracket(const AdrefTokenReader *reader, guint at, const char *plain,
                           const char *wide)
{
  return adref_token_reader_is_word(reader, at, plain) ||
         adref_token_reader_is_word(reader, at, wide);
}

/* The unit that stands in parentheses by itself, as above a column: "(km)", "(million tonnes)". */
static void read_units(const AdrefNumberReading *self, guint first)
{
  enum {
    MOST = 4 /* tokens of a unit */
  };
  const AdrefTokenReader *reader = self->reader;
  for (guint at = first; at < reader->tokens->len; at++) {
    guint close = at + 1;
    if (!is_bracket(reader, at, "(", "（"))
      continue;
    while (close < reader->tokens->len && close <= at + MOST &&
           !is_bracket(reader, close, ")", "）"))
      close++;
    if (close >= reader->tokens->len || !is_bracket(reader, close, ")", "）"))
      continue;
    AdrefPhraseMatch match = {.first = at + 1, .after = close};
    char *unit = adref_number_reading_unit(reader, &match);
    if (unit)
      g_ptr_array_add(self->out->units, unit);
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
static void add_hours(const AdrefNumberReading *self, const AdrefClockTime *time)
{
  guint from = self->out->numbers->len;
  adref_number_reading_add_match(self);
  g_autofree char *written = g_strdup_printf("%d", time->written);
  for (guint i = from; i < self->out->numbers->len; i++) {
    AdrefLanguageNumber *number = &g_array_index(self->out->numbers, AdrefLanguageNumber, i);
    if (!number->other && strcmp(number->value, written) == 0)
      number->other = g_strdup_printf("%02d:%02d", time->hour, time->minute);
  }
}

static void add_number_match(const AdrefNumberReading *self, const GArray *times)
{
  const AdrefClockTime *time = time_in(times, self->match);
  if (!time)
    adref_number_reading_add_match(self);
  else if (time->perhaps)
    add_hours(self, time);
}

/* The matches of a block or cell, whose tokens begin at `first` and are the last ones so far. */
static void read_matches(AdrefNumberReading *self, const GArray *found, guint first,
                         const GArray *times)
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
  read_units(self, first);
}

static gboolean may_be_half_yearly(const AdrefLanguageNumber *number)
{
  return !number->weak && (strcmp(number->value, "6") == 0 || strcmp(number->value, "2") == 0);
}

/* The other text may say "every six months" by "twice a year", or without a number. */
static void excuse_half_years(AdrefLanguageNumbers *self, const GString *text)
{
  gsize start = 0, end = 0;
  guint next = 0;
  while (next < self->numbers->len &&
         !may_be_half_yearly(&g_array_index(self->numbers, AdrefLanguageNumber, next)))
    next++;
  while (next < self->numbers->len &&
         adref_half_yearly_find(text->str, text->len, end, &start, &end))
    for (guint i = next; i < self->numbers->len; i++) {
      AdrefLanguageNumber *number = &g_array_index(self->numbers, AdrefLanguageNumber, i);
      if (may_be_half_yearly(number) && number->start >= start && number->start < end)
        number->weak = TRUE;
    }
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
  AdrefNumberReading reading = {self, &reader, NULL, text->str};
  for (gsize start = 0, end; start < text->len; start = end + 1) {
    const char *line = memchr(text->str + start, '\n', text->len - start);
    guint first = tokens->len;
    end = line ? (gsize)(line - text->str) : text->len;
    g_array_set_size(found, 0);
    g_array_set_size(times, 0);
    adref_clock_time_find(language, text->str, start, end, times);
    adref_phrase_scanner_scan(scanner, text->str, start, end, tokens, found);
    read_matches(&reading, found, first, times);
    adref_clause_bonds_add(&self->bonds, text->str, found);
    if (parties)
      read_names(&reading, parties, first);
  }
  excuse_half_years(self, text);
  self->reads_words = adref_language_numbers_reads_words(language);
  self->knows_times = adref_clock_time_knows(language);
  self->language = language;
  self->parties = parties;
  if (text->len > 0) {
    self->text = g_strndup(text->str, text->len);
    self->folded = adref_contrary_words_fold(self->text);
  }
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
