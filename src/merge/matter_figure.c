#include "merge/matter_figure.h"

#include <string.h>

enum {
  MAX_FIGURE = 40, /* longer ones are compared as they are written */
};

static const guint64 MAX_VALUE = G_GUINT64_CONSTANT(1000000000000000);

/* A number while it is read. */
typedef struct {
  guint64 value, pending; /* pending: what a word such as "million" would multiply */
  char *written;          /* a figure that is no whole number: digits, as the key has them */
  gboolean counted, weak; /* flags of its words */
  gboolean any, figure, overflow;
} Number;

static const AdrefMatterToken *token_at(const AdrefScanner *self, guint at)
{
  return adref_scanner_token(self, at);
}

static gboolean is_type(const AdrefScanner *self, guint at, AdrefPieceType type)
{
  const AdrefMatterToken *token = token_at(self, at);
  return token && token->type == type;
}

static gboolean is_close(const AdrefScanner *self, guint at)
{
  const AdrefMatterToken *token = token_at(self, at);
  return token && !token->spaced;
}

/* Figures */

/* The digits of a figure in ASCII, with its points and commas; FALSE when it is too long. */
static gboolean plain_digits(const AdrefScanner *self, const AdrefMatterToken *token,
                             char out[MAX_FIGURE + 1])
{
  gsize length = 0;
  const char *end = self->text + token->end;
  for (const char *p = self->text + token->start; p < end; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gint digit = g_unichar_digit_value(c);
    if (digit < 0 && c >= 0x80)
      continue;
    if (length == MAX_FIGURE)
      return FALSE;
    out[length++] = digit >= 0 ? (char)('0' + digit) : (char)c;
  }
  out[length] = '\0';
  return TRUE;
}

/* Takes away a separator that groups digits by three throughout: "5,000". */
static void ungroup(char *digits, char separator)
{
  gsize first = strspn(digits, "0123456789");
  if (first == 0 || first > 3 || digits[first] != separator)
    return;
  for (const char *p = digits + first; *p; p += 4)
    if (*p != separator || strspn(p + 1, "0123456789") < 3 ||
        (p[4] && p[4] != separator && g_ascii_isdigit(p[4])))
      return;
    else if (p[4] && p[4] != separator)
      break;
  char *to = digits;
  for (const char *p = digits; *p; p++)
    if (*p != separator)
      *to++ = *p;
  *to = '\0';
}

static gboolean read_digits(const AdrefScanner *self, guint at, char digits[MAX_FIGURE + 1])
{
  if (!is_type(self, at, ADREF_PIECE_FIGURE) || !plain_digits(self, token_at(self, at), digits))
    return FALSE;
  ungroup(digits, self->points_group ? '.' : ',');
  return TRUE;
}

/* A whole number of at most `places` digits; -1 for another token. */
static gint small_figure(const AdrefScanner *self, guint at, gsize places)
{
  char digits[MAX_FIGURE + 1];
  if (!is_type(self, at, ADREF_PIECE_FIGURE) || !plain_digits(self, token_at(self, at), digits))
    return -1;
  gsize length = strlen(digits);
  if (length > places || strspn(digits, "0123456789") != length)
    return -1;
  return (gint)g_ascii_strtoull(digits, NULL, 10);
}

/* Groups of three digits with spaces between them: "12 500". */
static guint read_spaced_groups(const AdrefScanner *self, guint at, Number *number)
{
  guint n = 1;
  if (small_figure(self, at, 3) <= 0)
    return n;
  while (is_type(self, at + n, ADREF_PIECE_FIGURE)) {
    const AdrefMatterToken *before = token_at(self, at + n - 1), *token = token_at(self, at + n);
    gint group = small_figure(self, at + n, 3);
    if (group < 0 || token->end - token->start != 3 || token->start - before->end > 3 ||
        self->text[before->end] == ' ' || number->value > MAX_VALUE / 1000)
      break;
    number->pending = number->pending * 1000 + (guint64)group;
    n++;
  }
  return n;
}

static guint add_figure(const AdrefScanner *self, guint at, Number *number)
{
  char digits[MAX_FIGURE + 1];
  if (number->pending > 0 || number->written || !is_type(self, at, ADREF_PIECE_FIGURE))
    return 0;
  number->any = number->figure = TRUE;
  gsize length = 0;
  if (read_digits(self, at, digits))
    length = strlen(digits);
  if (length > 0 && length <= 15 && strspn(digits, "0123456789") == length) {
    number->pending = g_ascii_strtoull(digits, NULL, 10);
    return read_spaced_groups(self, at, number);
  }
  const AdrefMatterToken *token = token_at(self, at);
  number->written = length > 0 ? g_strdup(digits)
                               : g_strndup(self->text + token->start, token->end - token->start);
  return 1;
}

/* Words */

static guint64 power_of_ten(guint exponent)
{
  guint64 power = 1;
  for (guint i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

static void add_numeral(const AdrefScanner *self, guint at, const AdrefMeaning *meaning,
                        Number *number)
{
  gboolean letter = token_at(self, at)->type == ADREF_PIECE_LETTER;
  if (letter && meaning->rank == 10) {
    number->value += MAX(number->pending, 1) * 10;
    number->pending = 0;
  } else if (letter && number->pending > 0) {
    number->pending = number->pending * 10 + meaning->rank;
  } else {
    number->pending += meaning->rank;
  }
  number->overflow |= number->pending > MAX_VALUE || number->value > MAX_VALUE;
  number->counted |= (meaning->flags & ADREF_PHRASE_COUNTED) != 0;
  number->weak |= (meaning->flags & ADREF_PHRASE_WEAK) != 0;
  number->any = TRUE;
}

static void add_scale(Number *number, guint exponent)
{
  if (number->written) {
    char *scaled = g_strdup_printf("%se%u", number->written, exponent);
    g_free(number->written);
    number->written = scaled;
    return;
  }
  guint64 power = power_of_ten(exponent), lower = number->value % power + number->pending;
  if (lower > MAX_VALUE / power || number->value > MAX_VALUE) {
    number->overflow = TRUE;
    return;
  }
  number->value += MAX(lower, 1) * power - number->value % power;
  number->pending = 0;
  number->counted = number->weak = FALSE;
}

/* Tokens of "-" or "and" inside of a number in words: "twenty-five", "one hundred and fifty". */
static guint skip_joint(const AdrefScanner *self, guint at, gboolean after_scale)
{
  gboolean joint = (adref_scanner_is(self, at, "-") && is_close(self, at)) ||
                   (after_scale && adref_scanner_is(self, at, "and"));
  return joint && adref_scanner_role(self, at + 1, ADREF_ROLE_NUMERAL, NULL) ? 1 : 0;
}

static guint add_word(const AdrefScanner *self, guint at, Number *number, gboolean *scale)
{
  const AdrefMeaning *meaning;
  guint n = adref_scanner_role(self, at, ADREF_ROLE_NUMERAL, &meaning);
  if (n) {
    if (number->figure && number->pending > 0)
      return 0;
    add_numeral(self, at, meaning, number);
    *scale = FALSE;
    return n;
  }
  n = number->any ? adref_scanner_role(self, at, ADREF_ROLE_SCALE, &meaning) : 0;
  if (n) {
    add_scale(number, meaning->rank);
    *scale = TRUE;
  }
  return n;
}

/* A value without what stands around it. */
static guint read_value(const AdrefScanner *self, guint at, Number *number)
{
  guint n = 0;
  gboolean scale = FALSE;
  for (guint step = 1; step;) {
    step = skip_joint(self, at + n, scale);
    if (!number->any)
      step = 0;
    guint more = add_word(self, at + n + step, number, &scale);
    if (!more && !step)
      more = add_figure(self, at + n, number);
    step = more ? step + more : 0;
    n += step;
  }
  return n;
}

/* "thirty (30) days" */
static guint repeated(const AdrefScanner *self, guint at)
{
  gboolean is = adref_scanner_is(self, at, "(") && is_type(self, at + 1, ADREF_PIECE_FIGURE) &&
                adref_scanner_is(self, at + 2, ")");
  return is ? 3 : 0;
}

static void append_key(GString *key, const AdrefScanner *self, guint at, guint n,
                       const Number *number)
{
  if (number->overflow)
    g_string_append_len(key, self->text + token_at(self, at)->start,
                        token_at(self, at + n - 1)->end - token_at(self, at)->start);
  else if (number->written)
    g_string_append(key, number->written);
  else
    g_string_append_printf(key, "%" G_GUINT64_FORMAT, number->value + number->pending);
}

static guint ordinal_ending(const AdrefScanner *self, guint at)
{
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (is_close(self, at) && adref_scanner_is(self, at, endings[i]))
      return 1;
  return 0;
}

static gboolean is_range(const AdrefScanner *self, guint at)
{
  return adref_scanner_is(self, at, "-") || adref_scanner_is(self, at, "–") ||
         adref_scanner_is(self, at, "~") || adref_scanner_is(self, at, "〜") ||
         adref_scanner_is(self, at, "to");
}

/* One value or a range of two, with its key. */
static guint read_values(const AdrefScanner *self, guint at, Number *number, GString *key)
{
  guint n = read_value(self, at, number);
  if (!n)
    return 0;
  append_key(key, self, at, n, number);
  n += repeated(self, at + n);
  if (!is_range(self, at + n))
    return n;
  Number other = {0};
  guint more = read_value(self, at + n + 1, &other);
  if (more) {
    g_string_append(key, "..");
    append_key(key, self, at + n + 1, more, &other);
    n += more + 1;
  }
  g_free(other.written);
  return n;
}

/* Dates */

typedef struct {
  gint year, month, day; /* -1: not said */
} Date;

static gint read_year(const AdrefScanner *self, guint at)
{
  gint year = small_figure(self, at, 4);
  const AdrefMatterToken *token = token_at(self, at);
  return year >= 1000 && year < 2700 && token->end - token->start >= 4 ? year : -1;
}

static guint optional(const AdrefScanner *self, guint at, const char *word)
{
  return adref_scanner_is(self, at, word) ? 1 : 0;
}

static gboolean is_day(gint day)
{
  return day >= 1 && day <= 31;
}

/* With a capital where the script has them: "may" is no month. */
static guint read_month_name(const AdrefScanner *self, guint at, const AdrefMeaning **meaning)
{
  guint n = adref_scanner_role(self, at, ADREF_ROLE_MONTH, meaning);
  gunichar first = n ? g_utf8_get_char(self->text + token_at(self, at)->start) : 0;
  return g_unichar_islower(first) ? 0 : n;
}

static guint read_month(const AdrefScanner *self, guint at, Date *date)
{
  const AdrefMeaning *meaning;
  guint n = read_month_name(self, at, &meaning);
  if (n) {
    date->month = (gint)meaning->rank;
    n += is_close(self, at + n) && is_type(self, at + n + 1, ADREF_PIECE_FIGURE)
             ? optional(self, at + n, ".")
             : 0;
  }
  return n;
}

/* ", 2023" behind a day and a month. */
static guint read_year_behind(const AdrefScanner *self, guint at, Date *date)
{
  guint comma = optional(self, at, ",");
  date->year = read_year(self, at + comma);
  return date->year >= 0 ? comma + 1 : 0;
}

/* "17 December 2023", "17th of December" */
static guint read_day_first(const AdrefScanner *self, guint at, Date *date)
{
  date->day = small_figure(self, at, 2);
  if (!is_day(date->day))
    return 0;
  guint n = 1 + ordinal_ending(self, at + 1);
  n += optional(self, at + n, "of");
  guint month = read_month(self, at + n, date);
  if (!month)
    return 0;
  return n + month + read_year_behind(self, at + n + month, date);
}

/* "December 17, 2023", "December 2023" */
static guint read_month_first(const AdrefScanner *self, guint at, Date *date)
{
  guint n = read_month(self, at, date);
  if (!n)
    return 0;
  gint day = small_figure(self, at + n, 2);
  if (is_day(day)) {
    date->day = day;
    n += 1 + ordinal_ending(self, at + n + 1);
  }
  guint year = read_year_behind(self, at + n, date);
  return day < 0 && !year ? 0 : n + year;
}

/* "2023-12-17", "17/12/2023" */
static guint read_numeric(const AdrefScanner *self, guint at, Date *date)
{
  const char *sign = adref_scanner_is(self, at + 1, "-") ? "-" : "/";
  if (!adref_scanner_is(self, at + 1, sign) || !adref_scanner_is(self, at + 3, sign) ||
      !is_close(self, at + 1) || !is_close(self, at + 2) || !is_close(self, at + 4))
    return 0;
  gint first = small_figure(self, at, 4), second = small_figure(self, at + 2, 2),
       third = small_figure(self, at + 4, 4);
  if (first < 0 || second < 0 || third < 0)
    return 0;
  *date = first > 31 ? (Date){first, second, third} : (Date){third, second, first};
  return 5;
}

static guint read_unit(const AdrefScanner *self, guint at, const char *unit)
{
  const AdrefMeaning *meaning;
  guint n = adref_scanner_role(self, at, ADREF_ROLE_UNIT, &meaning);
  return n && strcmp(meaning->key, unit) == 0 ? n : 0;
}

/* A number and its unit, as in 12月; 0 when it is none. */
static guint read_part(const AdrefScanner *self, guint at, const char *unit, gint *value)
{
  Number number = {0};
  guint n = read_value(self, at, &number);
  guint more = n && !number.written ? read_unit(self, at + n, unit) : 0;
  if (more)
    *value = (gint)MIN(number.value + number.pending, 9999);
  g_free(number.written);
  return more ? n + more : 0;
}

/* "2023年12月17日", "令和5年", "12月17日" */
static guint read_eastern(const AdrefScanner *self, guint at, Date *date)
{
  const AdrefMeaning *era;
  if (!is_type(self, at, ADREF_PIECE_LETTER) && !is_type(self, at + 1, ADREF_PIECE_LETTER))
    return 0;
  guint n = adref_scanner_role(self, at, ADREF_ROLE_ERA, &era);
  guint year = read_part(self, at + n, "year", &date->year);
  if (year && n)
    date->year += (gint)era->rank + 1800;
  if ((n && !year) || (year && !n && date->year < 1000))
    return 0;
  n += year;
  guint month = read_part(self, at + n, "monthnumber", &date->month);
  n += month;
  if (month)
    n += read_part(self, at + n, "day", &date->day);
  return n;
}

/* "ngày 17 tháng 12 năm 2023" */
static guint read_vietnamese(const AdrefScanner *self, guint at, Date *date)
{
  static const char *const units[] = {"day", "month", "year"};
  gint *parts[] = {&date->day, &date->month, &date->year};
  guint n = 0;
  if (!g_str_has_prefix(self->language, "vi"))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    guint unit = read_unit(self, at + n, units[i]);
    gint value = unit ? small_figure(self, at + n + unit, 4) : -1;
    if (value < 0)
      continue;
    *parts[i] = value;
    n += unit + 1;
  }
  return n;
}

static guint read_date(const AdrefScanner *self, guint at, GString *key)
{
  static guint (*const readers[])(const AdrefScanner *, guint, Date *) = {
      read_day_first, read_month_first, read_numeric, read_eastern, read_vietnamese};
  guint before = adref_scanner_role(self, at, ADREF_ROLE_WEEKDAY, NULL);
  if (before)
    before += optional(self, at + before, ",");
  for (gsize i = 0; i < G_N_ELEMENTS(readers); i++) {
    Date date = {-1, -1, -1};
    guint n = readers[i](self, at + before, &date);
    if (!n)
      continue;
    if (date.year > 2400 && g_str_has_prefix(self->language, "th"))
      date.year -= 543;
    g_string_append_printf(key, "%d-%d-%d", date.year, date.month, date.day);
    return before + n;
  }
  return 0;
}

/* Times and amounts */

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
  guint hyphen = is_close(self, at) ? optional(self, at, "-") : 0;
  guint n = append_meaning(self, at + hyphen, ADREF_ROLE_UNIT, key);
  return n ? n + hyphen : 0;
}

/* What follows a value and stays a number. */
static guint read_amount(const AdrefScanner *self, guint at, GString *key)
{
  guint n = append_meaning(self, at, ADREF_ROLE_PERCENT, key);
  if (!n)
    n = append_meaning(self, at, ADREF_ROLE_CURRENCY, key);
  return n;
}

static gboolean is_year(const AdrefScanner *self, guint at)
{
  gint year = read_year(self, at);
  return year >= 1900 && year <= 2199;
}

/* Whether a figure is a year although nothing before it says so: it counts nothing. */
static gboolean is_year_alone(const AdrefScanner *self, guint at, guint n)
{
  if (n != 1 || !is_year(self, at))
    return FALSE;
  gboolean word = is_type(self, at + 1, ADREF_PIECE_WORD) && is_close(self, at + 1);
  return !word && (!is_type(self, at + 1, ADREF_PIECE_WORD) ||
                   adref_scanner_role(self, at + 1, ADREF_ROLE_SMALL, NULL) ||
                   adref_scanner_role(self, at + 1, ADREF_ROLE_CONJUNCTION, NULL) ||
                   adref_scanner_role(self, at + 1, ADREF_ROLE_STRENGTH, NULL));
}

/* A number with what stands behind it; *is_time when it is a date or deadline. */
static guint read_number(const AdrefScanner *self, guint at, GString *key, gboolean *is_time,
                         gboolean *weak)
{
  Number number = {0};
  guint before = append_meaning(self, at, ADREF_ROLE_CURRENCY, key);
  g_string_append_c(key, ' ');
  guint n = read_values(self, at + before, &number, key);
  g_free(number.written);
  if (!n)
    return 0;
  gsize length = key->len;
  guint more = read_time_unit(self, at + before + n, key);
  *is_time = more > 0 || (!before && is_year_alone(self, at, n));
  if (!more)
    more = read_amount(self, at + before + n, key);
  if (!more)
    more = append_meaning(self, at + before + n, ADREF_ROLE_COUNTER, key);
  if (number.counted && !more)
    return 0;
  if (!more)
    more = ordinal_ending(self, at + before + n);
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
  static const guint32 roles =
      1U << ADREF_ROLE_NUMERAL | 1U << ADREF_ROLE_ORDINAL | 1U << ADREF_ROLE_CURRENCY |
      1U << ADREF_ROLE_MONTH | 1U << ADREF_ROLE_WEEKDAY | 1U << ADREF_ROLE_UNIT |
      1U << ADREF_ROLE_LIMIT | 1U << ADREF_ROLE_BOUND | 1U << ADREF_ROLE_ERA;
  return token->type == ADREF_PIECE_FIGURE || (token->begins & roles);
}

guint adref_figure_read(AdrefScanner *self, guint at, AdrefFound *found)
{
  if (!may_begin(token_at(self, at)))
    return 0;
  guint limit = adref_scanner_role(self, at, ADREF_ROLE_LIMIT, NULL);
  guint before = limit ? limit : adref_scanner_role(self, at, ADREF_ROLE_BOUND, NULL);
  if (before && (!token_at(self, at + before) || !may_begin(token_at(self, at + before))))
    return 0;
  GString *key = self->key;
  g_string_truncate(key, 0);
  append_meaning(self, at, limit ? ADREF_ROLE_LIMIT : ADREF_ROLE_BOUND, key);
  gsize length = key->len;
  gboolean is_time = TRUE, weak = FALSE;
  guint n = read_date(self, at + before, key);
  if (!n) {
    g_string_truncate(key, length);
    n = read_number(self, at + before, key, &is_time, &weak);
  }
  is_time = is_time || (n == 1 && limit && is_year(self, at + before));
  if (n && limit && !is_time)
    return 0;
  const AdrefMeaning *month;
  if (!n && limit && read_month_name(self, at + before, &month)) {
    n = append_meaning(self, at + before, ADREF_ROLE_MONTH, key);
    is_time = TRUE;
  }
  if (!n)
    return before ? 0 : read_ordinal(self, at, found);
  guint behind = is_type(self, at + before + n, ADREF_PIECE_LETTER)
                     ? append_meaning(self, at + before + n, ADREF_ROLE_LIMIT, key)
                     : 0;
  finish(self, found, is_time, weak, key);
  return before + n + behind;
}

/* References */

static gboolean is_number_of_paragraph(const AdrefScanner *self, guint at)
{
  return is_type(self, at, ADREF_PIECE_FIGURE);
}

static guint read_suffix(const AdrefScanner *self, guint at)
{
  static const char *const suffixes[] = {"bis", "ter", "quater", "alt", "quinquies"};
  for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (adref_scanner_is(self, at, suffixes[i]))
      return 1;
  return 0;
}

/* "2", "2 and 3", "2, 3 and 5", "2 to 5" */
static guint read_list(const AdrefScanner *self, guint at)
{
  if (!is_number_of_paragraph(self, at))
    return 0;
  guint n = 1 + read_suffix(self, at + 1);
  for (;;) {
    guint comma = optional(self, at + n, ",");
    guint joint = comma + optional(self, at + n + comma, "and") +
                  optional(self, at + n + comma, "or") + optional(self, at + n + comma, "to") +
                  optional(self, at + n + comma, "-") + optional(self, at + n + comma, "–");
    if (!joint || !is_number_of_paragraph(self, at + n + joint))
      return n;
    n += joint + 1;
    n += read_suffix(self, at + n);
  }
}

/* "of resolution 70/1", but not "of this statement". */
static gboolean is_elsewhere(const AdrefScanner *self, guint at)
{
  static const char *const here[] = {"this", "our", "present"};
  if (adref_scanner_is(self, at, "("))
    return TRUE;
  if (!adref_scanner_is(self, at, "of"))
    return FALSE;
  guint word = at + 1 + optional(self, at + 1, "the");
  for (gsize i = 0; i < G_N_ELEMENTS(here); i++)
    if (adref_scanner_is(self, word, here[i]))
      return FALSE;
  return TRUE;
}

/* "条" before 第2項: a paragraph of an article, not of this text. */
static gboolean follows_letter(const AdrefScanner *self, guint at)
{
  static const char *const borders[] = {"び", "は", "、", "の", "又", "記", "が", "を"};
  const AdrefMatterToken *token = at > 0 ? token_at(self, at - 1) : NULL;
  if (!token || token->type != ADREF_PIECE_LETTER || token_at(self, at)->spaced)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(borders); i++)
    if (adref_scanner_is(self, at - 1, borders[i]))
      return FALSE;
  return TRUE;
}

static void finish_reference(AdrefScanner *self, guint at, guint n, const char *kind,
                             AdrefFound *found)
{
  GString *key = g_string_new(kind);
  for (guint i = at; i < at + n; i++) {
    const AdrefMatterToken *token = token_at(self, i);
    gboolean range = adref_scanner_is(self, i, "to") || adref_scanner_is(self, i, "-") ||
                     adref_scanner_is(self, i, "–");
    if (token->type == ADREF_PIECE_FIGURE || read_suffix(self, i))
      g_string_append_printf(key, "%s%.*s", token->type == ADREF_PIECE_FIGURE ? " " : "_",
                             (int)(token->end - token->start), self->text + token->start);
    else if (range)
      g_string_append(key, " -");
  }
  found->class = ADREF_MATTER_REFERENCE;
  found->key = g_string_chunk_insert_len(self->keys, key->str, (gssize)key->len);
  g_string_free(key, TRUE);
}

/* 第2項 */
static guint read_eastern_reference(AdrefScanner *self, guint at, AdrefFound *found)
{
  const AdrefMeaning *meaning;
  if (!adref_scanner_is(self, at, "第") || !is_number_of_paragraph(self, at + 1))
    return 0;
  guint n = adref_scanner_role(self, at + 2, ADREF_ROLE_PARAGRAPH, &meaning);
  if (!n || follows_letter(self, at))
    return 0;
  finish_reference(self, at, 2 + n, meaning->key, found);
  return 2 + n;
}

/* "OP2" */
static guint read_code(AdrefScanner *self, guint at, AdrefFound *found)
{
  const AdrefMatterToken *token = token_at(self, at);
  const char *word = token ? self->text + token->start : "";
  gsize length = token ? token->end - token->start : 0;
  gboolean is = length > 2 && length < 8 && (word[0] == 'O' || word[0] == 'P') && word[1] == 'P';
  for (gsize i = 2; is && i < length; i++)
    is = g_ascii_isdigit(word[i]);
  if (!is)
    return 0;
  g_autofree char *key =
      g_strdup_printf("%s %.*s", word[0] == 'O' ? "op" : "pp", (int)length - 2, word + 2);
  found->class = ADREF_MATTER_REFERENCE;
  found->key = g_string_chunk_insert(self->keys, key);
  return 1;
}

guint adref_figure_reference(AdrefScanner *self, guint at, AdrefFound *found)
{
  if (read_code(self, at, found))
    return 1;
  const AdrefMeaning *meaning;
  guint word = adref_scanner_role(self, at, ADREF_ROLE_PARAGRAPH, &meaning);
  if (!word)
    return read_eastern_reference(self, at, found);
  word += optional(self, at + word, ".");
  guint n = read_list(self, at + word);
  if (!n || is_elsewhere(self, at + word + n))
    return 0;
  finish_reference(self, at, word + n, meaning->key, found);
  return word + n;
}
