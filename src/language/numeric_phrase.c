#include "language/numeric_phrase.h"

#include "language/date_phrase.h"
#include "language/quantity.h"

static guint append_meaning(const AdrefTokenReader *self, guint at, AdrefPhraseRole role,
                            GString *key)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, role, &meaning), longest = 0;
  gboolean letters = n && adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_LETTER);
  if (letters) /* เท่า is no unit in เท่านั้น */
    adref_phrase_trie_find_longest(self->phrases, self->tokens, at, &longest);
  if (longest > n)
    return 0;
  if (n) {
    g_string_append_c(key, ' ');
    g_string_append(key, meaning->key);
  }
  return n;
}

/* Whether a unit of time is a part of a name: "1880 Century Park". */
static gboolean is_in_name(const AdrefTokenReader *self, guint at)
{
  for (guint i = at; i < at + 2; i++) {
    const AdrefTextToken *token = adref_token_reader_token(self, i);
    if (!token || !g_unichar_isupper(g_utf8_get_char(self->text + token->start)))
      return FALSE;
  }
  return TRUE;
}

/* A unit of time after a value: "30 days", "30-day". */
static guint read_time_unit(const AdrefTokenReader *self, guint at, GString *key)
{
  guint hyphen =
      adref_token_reader_is_adjacent(self, at) ? adref_token_reader_optional(self, at, "-") : 0;
  if (is_in_name(self, at + hyphen))
    return 0;
  guint n = append_meaning(self, at + hyphen, ADREF_PHRASE_ROLE_UNIT, key);
  return n ? n + hyphen : 0;
}

/* Whether a token is a sign or point with white space or an opening bracket before it, and none
 * behind it. */
static gboolean opens_number(const AdrefTokenReader *self, guint at)
{
  return (!adref_token_reader_is_adjacent(self, at) || at == 0 ||
          adref_token_reader_is_word(self, at - 1, "(") ||
          adref_token_reader_is_word(self, at - 1, "[")) &&
         adref_token_reader_is_adjacent(self, at + 1);
}

static gboolean is_minus(const AdrefTokenReader *self, guint at)
{
  return adref_token_reader_is_word(self, at, "-") || adref_token_reader_is_word(self, at, "−");
}

/* The tokens before the digits: "-", "+", ".", "-."; a plus sign changes no value. */
static guint read_sign(const AdrefTokenReader *self, guint at, GString *key)
{
  guint n = 0;
  if (!opens_number(self, at))
    return 0;
  if (is_minus(self, at) || adref_token_reader_is_word(self, at, "+")) {
    g_string_append(key, is_minus(self, at) ? "-" : "");
    n = 1;
  }
  if (adref_token_reader_is_word(self, at + n, ".") &&
      adref_token_reader_is_adjacent(self, at + n + 1)) {
    g_string_append(key, "0.");
    n++;
  }
  return n > 0 && adref_token_reader_has_type(self, at + n, ADREF_TEXT_TOKEN_NUMBER) ? n : 0;
}

gboolean adref_numeric_phrase_has_sign(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  gboolean sign =
      token &&
      (token->type == ADREF_TEXT_TOKEN_PUNCTUATION || token->type == ADREF_TEXT_TOKEN_SYMBOL) &&
      (is_minus(self, at) || adref_token_reader_is_word(self, at, "+") ||
       adref_token_reader_is_word(self, at, "."));
  if (!sign)
    return FALSE;
  g_autoptr(GString) ignored = g_string_new(NULL);
  return read_sign(self, at, ignored) > 0;
}

/* A unit behind a value: "km", "MW". Signs count as written: 10 mW is not 10 MW. */
static guint read_measure(const AdrefTokenReader *self, guint at, GString *key)
{
  enum {
    SIGN = 4 /* bytes; longer ones are words */
  };
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_MEASURE, &meaning);
  if (!n)
    return 0;
  const AdrefTextToken *first = adref_token_reader_token(self, at),
                       *last = adref_token_reader_token(self, at + n - 1);
  gboolean is_sign = last->end - first->start <= SIGN;
  g_string_append_c(key, ' ');
  g_string_append_len(key, is_sign ? self->text + first->start : meaning->key,
                      is_sign ? (gssize)(last->end - first->start) : -1);
  return n;
}

/* A per cent sign or a currency, before or after a value. */
static guint read_amount(const AdrefTokenReader *self, guint at, GString *key)
{
  guint n = append_meaning(self, at, ADREF_PHRASE_ROLE_PERCENT, key);
  if (!n)
    n = append_meaning(self, at, ADREF_PHRASE_ROLE_CURRENCY, key);
  return n;
}

/* 日元 is a currency, although it begins with a unit of time. */
static gboolean is_amount(const AdrefTokenReader *self, guint at)
{
  return adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_CURRENCY, NULL) >
         adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_UNIT, NULL);
}

/* A year of the common calendar from 1900 to 2199; in Thai also of the Buddhist calendar. */
static gboolean is_year(const AdrefTokenReader *self, guint at)
{
  gint year = adref_date_phrase_year(self, at);
  if (adref_token_reader_is_language(self, "th") && year >= 2443)
    year -= 543;
  return year >= 1900 && year <= 2199;
}

/* Whether a number without "in" or "by" before it is a year: no word follows that it could count.
 */
static gboolean is_year_alone(const AdrefTokenReader *self, guint at, guint n)
{
  if (n == 3 && is_year(self, at)) /* "2025-2027" */
    return is_year_alone(self, at + 2, 1);
  if (n != 1 || !is_year(self, at))
    return FALSE;
  gboolean word = adref_token_reader_has_type(self, at + 1, ADREF_TEXT_TOKEN_WORD) &&
                  adref_token_reader_is_adjacent(self, at + 1);
  return !word &&
         (!adref_token_reader_has_type(self, at + 1, ADREF_TEXT_TOKEN_WORD) ||
          adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_SMALL, NULL) ||
          adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_CONJUNCTION, NULL) ||
          adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_STRENGTH, NULL));
}

/* The end of an ordinal number: "st" of "21st", "-first" of "fifty-first". */
static guint read_ordinal_end(const AdrefTokenReader *self, guint at, const AdrefQuantity *number,
                              GString *key)
{
  const AdrefPhraseMeaning *meaning;
  guint64 value = number->value + number->pending;
  guint n = adref_quantity_ordinal_suffix(self, at);
  if (n) {
    g_string_append(key, "th");
    return n;
  }
  if (number->figure || value < 20 || value % 10 != 0 || !adref_token_reader_is_word(self, at, "-"))
    return 0;
  n = adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_ORDINAL, &meaning);
  if (!n || meaning->rank >= 10)
    return 0;
  while (key->len > 0 && g_ascii_isdigit(key->str[key->len - 1]))
    g_string_truncate(key, key->len - 1);
  g_string_append_printf(key, "%" G_GUINT64_FORMAT "th", value + meaning->rank);
  return n + 1;
}

/* "a.m.", "pm" */
static guint read_half_of_day(const AdrefTokenReader *self, guint at, GString *key)
{
  static const char *const halves[][2] = {{"am", "a"}, {"pm", "p"}};
  for (gsize i = 0; i < G_N_ELEMENTS(halves); i++) {
    guint n = adref_token_reader_optional(self, at, halves[i][0]);
    if (!n && adref_token_reader_is_word(self, at, halves[i][1]) &&
        adref_token_reader_is_word(self, at + 1, ".") &&
        adref_token_reader_is_word(self, at + 2, "m") &&
        adref_token_reader_is_adjacent(self, at + 1) &&
        adref_token_reader_is_adjacent(self, at + 2))
      n = 3 + adref_token_reader_optional(self, at + 3, ".");
    if (n) {
      g_string_append(key, halves[i][0]);
      return n;
    }
  }
  return 0;
}

/* A number with its unit; *is_time when it is a date or deadline. */
static guint read_number(const AdrefTokenReader *self, guint at, GString *key, gboolean *is_time,
                         gboolean *weak)
{
  AdrefQuantity number = {0};
  guint before = read_amount(self, at, key);
  g_string_append_c(key, ' ');
  before += read_sign(self, at + before, key);
  gsize figures = key->len;
  guint n = adref_quantity_range(self, at + before, &number, key);
  if (n && figures > 0 && key->str[figures - 1] == '.') { /* .05: its zeros count */
    const AdrefTextToken *token = adref_token_reader_token(self, at + before);
    g_string_truncate(key, figures);
    g_string_append_len(key, self->text + token->start, (gssize)(token->end - token->start));
    n = 1;
  }
  g_free(number.written);
  if (!n)
    return 0;
  gsize length = key->len;
  guint more = is_amount(self, at + before + n) ? 0 : read_time_unit(self, at + before + n, key);
  *is_time = more > 0 || (!before && is_year_alone(self, at, n));
  if (!more)
    more = read_amount(self, at + before + n, key);
  if (!more && adref_token_reader_is_adjacent(self, at + before + n) &&
      adref_token_reader_is_word(self, at + before + n, "-") &&
      (more = read_amount(self, at + before + n + 1, key)))
    more++; /* "two-million-dollar" */
  if (!more)
    more = read_measure(self, at + before + n, key);
  if (!more)
    more = append_meaning(self, at + before + n, ADREF_PHRASE_ROLE_COUNTER, key);
  if (!more && (more = read_half_of_day(self, at + before + n, key)))
    *is_time = TRUE;
  if (number.counted && !more && !before)
    return 0;
  if (!more)
    more = read_ordinal_end(self, at + before + n, &number, key);
  *weak = number.weak && key->len == length && !more;
  return before + n + more;
}

/* "fiftieth", "half", "double": they count where they replace another number. */
static guint read_number_word(const AdrefTokenReader *self, guint at, AdrefPhraseMatch *found)
{
  static const AdrefPhraseRole roles[] = {ADREF_PHRASE_ROLE_ORDINAL, ADREF_PHRASE_ROLE_MULTIPLE,
                                          ADREF_PHRASE_ROLE_FRACTION};
  const AdrefPhraseMeaning *meaning;
  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
    guint n = adref_token_reader_match_role(self, at, roles[i], &meaning);
    if (!n)
      continue;
    found->class = ADREF_CHANGE_CLASS_NUMBER;
    found->weak = TRUE;
    found->key = meaning->key;
    return n;
  }
  return 0;
}

/* Whether a number, amount or date may begin with a token. */
static gboolean may_begin(const AdrefTextToken *token)
{
  static const guint32 roles = 1U << ADREF_PHRASE_ROLE_NUMERAL | 1U << ADREF_PHRASE_ROLE_ORDINAL |
                               1U << ADREF_PHRASE_ROLE_SCALE | 1U << ADREF_PHRASE_ROLE_CURRENCY |
                               1U << ADREF_PHRASE_ROLE_MONTH | 1U << ADREF_PHRASE_ROLE_WEEKDAY |
                               1U << ADREF_PHRASE_ROLE_UNIT | 1U << ADREF_PHRASE_ROLE_LIMIT |
                               1U << ADREF_PHRASE_ROLE_BOUND | 1U << ADREF_PHRASE_ROLE_ERA |
                               1U << ADREF_PHRASE_ROLE_PERCENT | 1U << ADREF_PHRASE_ROLE_MULTIPLE |
                               1U << ADREF_PHRASE_ROLE_FRACTION;
  return token->type == ADREF_TEXT_TOKEN_NUMBER || (token->begins & roles);
}

/* Whether a limit may stand behind its number, as 以内; in Thai, Lao and Khmer it stands before. */
static gboolean puts_limits_behind(const AdrefTokenReader *self, guint at)
{
  return adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_LETTER) &&
         !adref_token_reader_is_language(self, "th") &&
         !adref_token_reader_is_language(self, "lo") && !adref_token_reader_is_language(self, "km");
}

guint adref_numeric_phrase_read(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                                AdrefPhraseMatch *found)
{
  if (!may_begin(adref_token_reader_token(self, at)) && !adref_numeric_phrase_has_sign(self, at))
    return 0;
  guint limit = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_LIMIT, NULL);
  guint bound = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_BOUND, NULL);
  guint before = MAX(limit, bound);
  limit = limit < bound ? 0 : limit; /* "bis", "bis zu" */
  if (before && (!adref_token_reader_token(self, at + before) ||
                 !may_begin(adref_token_reader_token(self, at + before))))
    return 0;
  g_autoptr(GString) key = g_string_sized_new(64);
  append_meaning(self, at, limit ? ADREF_PHRASE_ROLE_LIMIT : ADREF_PHRASE_ROLE_BOUND, key);
  gsize length = key->len;
  gboolean is_time = TRUE, weak = FALSE;
  guint n = adref_date_phrase_read(self, at + before, key);
  if (!n) {
    g_string_truncate(key, length);
    n = read_number(self, at + before, key, &is_time, &weak);
  }
  gboolean years =
      (n == 1 || n == 3) && is_year(self, at + before) && is_year(self, at + before + n - 1);
  is_time = is_time || (limit && years);
  if (n && limit && !is_time && !bound) /* "hasta 2030", "hasta 50 millones" */
    return 0;
  const AdrefPhraseMeaning *month;
  if (!n && limit && adref_date_phrase_month(self, at + before, &month)) {
    n = append_meaning(self, at + before, ADREF_PHRASE_ROLE_MONTH, key);
    is_time = TRUE;
  }
  if (!n && (!before || limit)) {
    n = append_meaning(self, at + before, ADREF_PHRASE_ROLE_WEEKDAY, key);
    is_time = TRUE;
  }
  if (!n)
    return before ? 0 : read_number_word(self, at, found);
  guint behind = puts_limits_behind(self, at + before + n)
                     ? append_meaning(self, at + before + n, ADREF_PHRASE_ROLE_LIMIT, key)
                     : 0;
  found->class = is_time ? ADREF_CHANGE_CLASS_DATE : ADREF_CHANGE_CLASS_NUMBER;
  found->weak = weak;
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  return before + n + behind;
}
