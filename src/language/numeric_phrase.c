#include "language/numeric_phrase.h"

#include "language/date_phrase.h"
#include "language/quantity.h"

static guint append_meaning(const AdrefTokenReader *self, guint at, AdrefPhraseRole role,
                            GString *key)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, role, &meaning);
  if (n) {
    g_string_append_c(key, ' ');
    g_string_append(key, meaning->key);
  }
  return n;
}

/* A unit of time after a value: "30 days", "30-day". */
static guint read_time_unit(const AdrefTokenReader *self, guint at, GString *key)
{
  guint hyphen =
      adref_token_reader_is_adjacent(self, at) ? adref_token_reader_optional(self, at, "-") : 0;
  guint n = append_meaning(self, at + hyphen, ADREF_PHRASE_ROLE_UNIT, key);
  return n ? n + hyphen : 0;
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

/* A number with its unit; *is_time when it is a date or deadline. */
static guint read_number(const AdrefTokenReader *self, guint at, GString *key, gboolean *is_time,
                         gboolean *weak)
{
  AdrefQuantity number = {0};
  guint before = read_amount(self, at, key);
  g_string_append_c(key, ' ');
  guint n = adref_quantity_range(self, at + before, &number, key);
  g_free(number.written);
  if (!n)
    return 0;
  gsize length = key->len;
  guint more = is_amount(self, at + before + n) ? 0 : read_time_unit(self, at + before + n, key);
  *is_time = more > 0 || (!before && is_year_alone(self, at, n));
  if (!more)
    more = read_amount(self, at + before + n, key);
  if (!more)
    more = append_meaning(self, at + before + n, ADREF_PHRASE_ROLE_COUNTER, key);
  if (number.counted && !more && !before)
    return 0;
  if (!more)
    more = adref_quantity_ordinal_suffix(self, at + before + n);
  *weak = number.weak && key->len == length && !more;
  return before + n + more;
}

static guint read_ordinal(const AdrefTokenReader *self, guint at, AdrefPhraseMatch *found)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_ORDINAL, &meaning);
  if (!n)
    return 0;
  found->class = ADREF_CHANGE_CLASS_NUMBER;
  found->weak = TRUE;
  found->key = meaning->key;
  return n;
}

/* Whether a number, amount or date may begin with a token. */
static gboolean may_begin(const AdrefTextToken *token)
{
  static const guint32 roles = 1U << ADREF_PHRASE_ROLE_NUMERAL | 1U << ADREF_PHRASE_ROLE_ORDINAL |
                               1U << ADREF_PHRASE_ROLE_SCALE | 1U << ADREF_PHRASE_ROLE_CURRENCY |
                               1U << ADREF_PHRASE_ROLE_MONTH | 1U << ADREF_PHRASE_ROLE_WEEKDAY |
                               1U << ADREF_PHRASE_ROLE_UNIT | 1U << ADREF_PHRASE_ROLE_LIMIT |
                               1U << ADREF_PHRASE_ROLE_BOUND | 1U << ADREF_PHRASE_ROLE_ERA |
                               1U << ADREF_PHRASE_ROLE_PERCENT;
  return token->type == ADREF_TEXT_TOKEN_NUMBER || (token->begins & roles);
}

guint adref_numeric_phrase_read(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                                AdrefPhraseMatch *found)
{
  if (!may_begin(adref_token_reader_token(self, at)))
    return 0;
  guint limit = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_LIMIT, NULL);
  guint before =
      limit ? limit : adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_BOUND, NULL);
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
  is_time = is_time || (n == 1 && limit && is_year(self, at + before));
  if (n && limit && !is_time)
    return 0;
  const AdrefPhraseMeaning *month;
  if (!n && limit && adref_date_phrase_month(self, at + before, &month)) {
    n = append_meaning(self, at + before, ADREF_PHRASE_ROLE_MONTH, key);
    is_time = TRUE;
  }
  if (!n)
    return before ? 0 : read_ordinal(self, at, found);
  guint behind = adref_token_reader_has_type(self, at + before + n, ADREF_TEXT_TOKEN_LETTER)
                     ? append_meaning(self, at + before + n, ADREF_PHRASE_ROLE_LIMIT, key)
                     : 0;
  found->class = is_time ? ADREF_CHANGE_CLASS_DATE : ADREF_CHANGE_CLASS_NUMBER;
  found->weak = weak;
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  return before + n + behind;
}
