#include "language/numeric_phrase.h"

#include "language/date_phrase.h"
#include "language/quantity.h"
#include "language/word_table.h"

static guint append_meaning(const AdrefScanner *self, guint at, AdrefRole role, GString *key)
{
  const AdrefMeaning *meaning;
  guint n = adref_scanner_role(self, at, role, &meaning);
  if (n) {
    g_string_append_c(key, ' ');
    g_string_append(key, meaning->key);
  }
  return n;
}

/* "30 days", "30-day": what follows a value and makes a time of it. */
static guint read_time_unit(const AdrefScanner *self, guint at, GString *key)
{
  guint hyphen = adref_scanner_close(self, at) ? adref_scanner_optional(self, at, "-") : 0;
  guint n = append_meaning(self, at + hyphen, ADREF_ROLE_UNIT, key);
  return n ? n + hyphen : 0;
}

/* What follows a value or stands before it, and stays a number. */
static guint read_amount(const AdrefScanner *self, guint at, GString *key)
{
  guint n = append_meaning(self, at, ADREF_ROLE_PERCENT, key);
  if (!n)
    n = append_meaning(self, at, ADREF_ROLE_CURRENCY, key);
  return n;
}

/* 日元 is a currency although it begins like a unit of time. */
static gboolean is_amount(const AdrefScanner *self, guint at)
{
  return adref_scanner_role(self, at, ADREF_ROLE_CURRENCY, NULL) >
         adref_scanner_role(self, at, ADREF_ROLE_UNIT, NULL);
}

/* Of the common calendar, in Thai also of the Buddhist one. */
static gboolean is_year(const AdrefScanner *self, guint at)
{
  gint year = adref_date_year(self, at);
  if (adref_language_is(self->language, "th") && year >= 2443)
    year -= 543;
  return year >= 1900 && year <= 2199;
}

/* Whether a figure is a year although nothing before it says so: it counts nothing. */
static gboolean is_year_alone(const AdrefScanner *self, guint at, guint n)
{
  if (n != 1 || !is_year(self, at))
    return FALSE;
  gboolean word =
      adref_scanner_type(self, at + 1, ADREF_PIECE_WORD) && adref_scanner_close(self, at + 1);
  return !word && (!adref_scanner_type(self, at + 1, ADREF_PIECE_WORD) ||
                   adref_scanner_role(self, at + 1, ADREF_ROLE_SMALL, NULL) ||
                   adref_scanner_role(self, at + 1, ADREF_ROLE_CONJUNCTION, NULL) ||
                   adref_scanner_role(self, at + 1, ADREF_ROLE_STRENGTH, NULL));
}

/* A number with what stands behind it; *is_time when it is a date or deadline. */
static guint read_number(const AdrefScanner *self, guint at, GString *key, gboolean *is_time,
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
    more = append_meaning(self, at + before + n, ADREF_ROLE_COUNTER, key);
  if (number.counted && !more && !before)
    return 0;
  if (!more)
    more = adref_quantity_ordinal(self, at + before + n);
  *weak = number.weak && key->len == length && !more;
  return before + n + more;
}

static guint read_ordinal(const AdrefScanner *self, guint at, AdrefFound *found)
{
  const AdrefMeaning *meaning;
  guint n = adref_scanner_role(self, at, ADREF_ROLE_ORDINAL, &meaning);
  if (!n)
    return 0;
  found->class = ADREF_MATTER_NUMBER;
  found->weak = TRUE;
  found->key = meaning->key;
  return n;
}

static void finish(AdrefScanner *self, AdrefFound *found, gboolean is_time, gboolean weak,
                   const GString *key)
{
  found->class = is_time ? ADREF_MATTER_DATE : ADREF_MATTER_NUMBER;
  found->weak = weak;
  found->key = g_string_chunk_insert_len(self->keys, key->str, (gssize)key->len);
}

/* Whether a number, amount or date may begin with a token. */
static gboolean may_begin(const AdrefMatterToken *token)
{
  static const guint32 roles = 1U << ADREF_ROLE_NUMERAL | 1U << ADREF_ROLE_ORDINAL |
                               1U << ADREF_ROLE_CURRENCY | 1U << ADREF_ROLE_MONTH |
                               1U << ADREF_ROLE_WEEKDAY | 1U << ADREF_ROLE_UNIT |
                               1U << ADREF_ROLE_LIMIT | 1U << ADREF_ROLE_BOUND |
                               1U << ADREF_ROLE_ERA | 1U << ADREF_ROLE_PERCENT;
  return token->type == ADREF_PIECE_FIGURE || (token->begins & roles);
}

guint adref_figure_read(AdrefScanner *self, guint at, AdrefFound *found)
{
  if (!may_begin(adref_scanner_token(self, at)))
    return 0;
  guint limit = adref_scanner_role(self, at, ADREF_ROLE_LIMIT, NULL);
  guint before = limit ? limit : adref_scanner_role(self, at, ADREF_ROLE_BOUND, NULL);
  if (before && (!adref_scanner_token(self, at + before) ||
                 !may_begin(adref_scanner_token(self, at + before))))
    return 0;
  GString *key = self->key;
  g_string_truncate(key, 0);
  append_meaning(self, at, limit ? ADREF_ROLE_LIMIT : ADREF_ROLE_BOUND, key);
  gsize length = key->len;
  gboolean is_time = TRUE, weak = FALSE;
  guint n = adref_date_read(self, at + before, key);
  if (!n) {
    g_string_truncate(key, length);
    n = read_number(self, at + before, key, &is_time, &weak);
  }
  is_time = is_time || (n == 1 && limit && is_year(self, at + before));
  if (n && limit && !is_time)
    return 0;
  const AdrefMeaning *month;
  if (!n && limit && adref_date_month(self, at + before, &month)) {
    n = append_meaning(self, at + before, ADREF_ROLE_MONTH, key);
    is_time = TRUE;
  }
  if (!n)
    return before ? 0 : read_ordinal(self, at, found);
  guint behind = adref_scanner_type(self, at + before + n, ADREF_PIECE_LETTER)
                     ? append_meaning(self, at + before + n, ADREF_ROLE_LIMIT, key)
                     : 0;
  finish(self, found, is_time, weak, key);
  return before + n + behind;
}
