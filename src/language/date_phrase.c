#include "language/date_phrase.h"

#include <string.h>

#include "language/quantity.h"

typedef struct {
  gint year, month, day; /* -1: not given */
  gint last;             /* the second day of a range; 0: none */
  const char *era;       /* in which the year is counted; NULL: the common one */
} Date;

gint adref_date_phrase_year(const AdrefTokenReader *self, guint at)
{
  gint year = adref_quantity_integer(self, at, 4);
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  return year >= 1000 && year < 2700 && token->end - token->start >= 4 ? year : -1;
}

static gboolean is_day(gint day)
{
  return day >= 1 && day <= 31;
}

/* Whether the language writes months with a small letter; in English "may" and "march" are verbs.
 */
static gboolean has_small_months(const AdrefTokenReader *self)
{
  static const char *const languages[] = {"fr", "es", "pt", "ru", "nl"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_token_reader_is_language(self, languages[i]))
      return TRUE;
  return FALSE;
}

guint adref_date_phrase_month(const AdrefTokenReader *self, guint at,
                              const AdrefPhraseMeaning **meaning)
{
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_MONTH, meaning);
  gunichar first = n ? g_utf8_get_char(self->text + adref_token_reader_token(self, at)->start) : 0;
  return g_unichar_islower(first) && !has_small_months(self) ? 0 : n;
}

static guint read_month(const AdrefTokenReader *self, guint at, Date *date)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_date_phrase_month(self, at, &meaning);
  if (n) {
    const AdrefPhraseMeaning *again; /* أيلول/سبتمبر, the month by both its names */
    date->month = (gint)meaning->rank;
    guint more = adref_token_reader_is_word(self, at + n, "/")
                     ? adref_date_phrase_month(self, at + n + 1, &again)
                     : 0;
    n += more && again->rank == meaning->rank ? more + 1 : 0;
    n += adref_token_reader_is_adjacent(self, at + n) &&
                 adref_token_reader_has_type(self, at + n + 1, ADREF_TEXT_TOKEN_NUMBER)
             ? adref_token_reader_optional(self, at + n, ".")
             : 0;
  }
  return n;
}

/* How many tokens are "de" or "del", as in "17 de mayo del 2023". */
static guint read_de(const AdrefTokenReader *self, guint at)
{
  if (!adref_token_reader_is_language(self, "es") && !adref_token_reader_is_language(self, "pt"))
    return 0;
  guint n = adref_token_reader_optional(self, at, "de");
  return n > 0 ? n : adref_token_reader_optional(self, at, "del");
}

static guint read_unit(const AdrefTokenReader *self, guint at, const char *unit)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_UNIT, &meaning);
  return n && strcmp(meaning->key, unit) == 0 ? n : 0;
}

/* Thai writes the era before its year: "พ.ศ. 2566". */
static guint read_thai_era(const AdrefTokenReader *self, guint at)
{
  const AdrefPhraseMeaning *meaning = NULL;
  guint n = adref_token_reader_is_language(self, "th")
                ? adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_LIMIT, &meaning)
                : 0;
  return n > 0 && g_str_has_suffix(meaning->key, "พ.ศ.") ? n : 0;
}

/* The letters of an era behind its year, "B.E.", "AH"; 0: none. */
static guint read_era_letters(const AdrefTokenReader *self, guint at, const char *letters)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  if (!token || !g_ascii_isupper(self->text[token->end - 1]))
    return 0;
  if (adref_token_reader_is_word(self, at, letters))
    return 1;
  guint n = 0;
  for (const char *letter = letters; *letter; letter++, n += 2) {
    const char word[2] = {*letter, '\0'};
    if (!adref_token_reader_is_word(self, at + n, word) ||
        !adref_token_reader_is_word(self, at + n + 1, ".") ||
        (n > 0 && !adref_token_reader_is_adjacent(self, at + n)) ||
        !adref_token_reader_is_adjacent(self, at + n + 1))
      return 0;
  }
  return n;
}

/* A year with the letters of its era behind it, "2567 B.E."; a year of the Buddhist era is counted
 * from the common one, the others keep their letters. */
static guint read_year_of_era(const AdrefTokenReader *self, guint at, Date *date)
{
  static const char *const eras[] = {"be", "ah", "ad", "ce", "bc", "bce"};
  gint year = adref_quantity_integer(self, at, 4);
  for (gsize i = 0; year >= 100 && i < G_N_ELEMENTS(eras); i++) {
    guint n = read_era_letters(self, at + 1, eras[i]);
    if (!n)
      continue;
    gboolean buddhist = i == 0, common = eras[i][0] == 'a' ? eras[i][1] == 'd' : i == 3;
    date->year = buddhist ? year - 543 : year;
    date->era = buddhist || common ? NULL : eras[i][0] == 'b' ? "bc" : eras[i];
    return 1 + n;
  }
  return 0;
}

/* ", 2023" after a day and a month; "ឆ្នាំ 2023", where the word for a year stands before it. */
static guint read_year_behind(const AdrefTokenReader *self, guint at, Date *date)
{
  guint comma = adref_token_reader_optional(self, at, ",");
  if (!comma)
    comma = read_unit(self, at, "year");
  if (!comma)
    comma = read_de(self, at);
  if (!comma)
    comma = read_thai_era(self, at);
  guint era = read_year_of_era(self, at + comma, date);
  if (era)
    return comma + era;
  date->year = adref_date_phrase_year(self, at + comma);
  return date->year >= 0 ? comma + 1 : 0;
}

/* Whether a month may be one of the next tokens. */
static gboolean has_month_near(const AdrefTokenReader *self, guint at)
{
  enum {
    NEAR = 6
  };
  const AdrefTextToken *token;
  for (guint i = at + 1; i <= at + NEAR && (token = adref_token_reader_token(self, i)); i++)
    if (token->begins & 1U << ADREF_PHRASE_ROLE_MONTH)
      return TRUE;
  return FALSE;
}

/* "seventeen", "twenty-first" before a month. */
static guint read_day_words(const AdrefTokenReader *self, guint at, gint *day)
{
  const AdrefPhraseMeaning *meaning;
  if (!has_month_near(self, at))
    return 0;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_ORDINAL, &meaning);
  if (n) {
    *day = (gint)meaning->rank;
    return n;
  }
  AdrefQuantity number = {0};
  n = adref_quantity_read(self, at, &number);
  gboolean words = n && !number.written && !number.figure && number.value + number.pending <= 31;
  g_free(number.written);
  if (!words)
    return 0;
  *day = (gint)(number.value + number.pending);
  guint more =
      *day % 10 == 0 && adref_token_reader_is_word(self, at + n, "-")
          ? adref_token_reader_match_role(self, at + n + 1, ADREF_PHRASE_ROLE_ORDINAL, &meaning)
          : 0;
  if (!more)
    return n;
  *day += (gint)meaning->rank;
  return n + 1 + more;
}

/* The second day of a range, "- 5" of "3 - 5 June". */
static guint read_last_day(const AdrefTokenReader *self, guint at, Date *date)
{
  gint last = adref_quantity_is_range(self, at) ? adref_quantity_integer(self, at + 1, 2) : -1;
  if (!is_day(last) || last <= date->day)
    return 0;
  date->last = last;
  return 2 + adref_quantity_ordinal_suffix(self, at + 2);
}

/* A year in words behind a day and a month: "in the Year Two Thousand and Twenty-Four". Without the
 * word for a year it needs a day in words, and is no round number: "on the first of May two
 * thousand people met". */
static guint read_year_words(const AdrefTokenReader *self, guint at, gboolean has_day_words,
                             Date *date)
{
  AdrefQuantity number = {0};
  guint n = adref_token_reader_optional(self, at, ",");
  guint in = adref_token_reader_optional(self, at + n, "in");
  n += in ? in + adref_token_reader_optional(self, at + n + in, "the") : 0;
  guint unit = read_unit(self, at + n, "year");
  n += unit;
  guint words = unit || (has_day_words && !in) ? adref_quantity_read(self, at + n, &number) : 0;
  guint64 value = number.value + number.pending;
  gboolean is_year = words && !number.written && !number.overflow && value >= 1000 &&
                     value < 2700 && (unit || (!number.figure && value % 100 != 0));
  g_free(number.written);
  if (!is_year)
    return 0;
  date->year = (gint)value;
  return n + words;
}

/* "17 December 2023", "17th of December", "17. Dezember", "the seventeenth day of December" */
static guint read_day_first(const AdrefTokenReader *self, guint at, Date *date)
{
  date->day = adref_quantity_integer(self, at, 2);
  gboolean has_figures = is_day(date->day);
  guint n = has_figures ? 1 + adref_quantity_ordinal_suffix(self, at + 1)
                        : read_day_words(self, at, &date->day);
  if (n == 0 || !is_day(date->day))
    return 0;
  n += read_last_day(self, at + n, date);
  n += read_unit(self, at + n, "day");
  n += adref_token_reader_optional(self, at + n, "of");
  n += read_de(self, at + n);
  n += read_unit(self, at + n, "month");
  if (adref_token_reader_is_language(self, "de"))
    n += adref_token_reader_optional(self, at + n, ".");
  guint month = read_month(self, at + n, date);
  if (!month)
    return 0;
  guint year = read_year_behind(self, at + n + month, date);
  return n + month + (year ? year : read_year_words(self, at + n + month, !has_figures, date));
}

/* "December 17, 2023", "December 2023" */
static guint read_month_first(const AdrefTokenReader *self, guint at, Date *date)
{
  guint n = read_month(self, at, date);
  if (!n)
    return 0;
  if (adref_token_reader_is_language(self, "my"))
    n += adref_token_reader_optional(self, at + n, "လ"); /* month */
  gint day = adref_quantity_integer(self, at + n, 2);
  if (is_day(day)) {
    date->day = day;
    n += 1 + adref_quantity_ordinal_suffix(self, at + n + 1);
    n += read_last_day(self, at + n, date);
  }
  guint year = read_year_behind(self, at + n, date);
  return day < 0 && !year ? 0 : n + year;
}

/* "2023-12-17", "17/12/2023" */
static guint read_numeric(const AdrefTokenReader *self, guint at, Date *date)
{
  const char *sign = adref_token_reader_is_word(self, at + 1, "-") ? "-" : "/";
  if (!adref_token_reader_is_word(self, at + 1, sign) ||
      !adref_token_reader_is_word(self, at + 3, sign) ||
      !adref_token_reader_is_adjacent(self, at + 1) ||
      !adref_token_reader_is_adjacent(self, at + 2) ||
      !adref_token_reader_is_adjacent(self, at + 4))
    return 0;
  gint first = adref_quantity_integer(self, at, 4),
       second = adref_quantity_integer(self, at + 2, 2),
       third = adref_quantity_integer(self, at + 4, 4);
  if (first < 0 || second < 0 || third < 0)
    return 0;
  *date =
      first > 31 ? (Date){first, second, third, 0, NULL} : (Date){third, second, first, 0, NULL};
  return 5;
}

/* A number and its unit, as in 12月; 0 when there is none. */
static guint read_part(const AdrefTokenReader *self, guint at, const char *unit, gint *value)
{
  AdrefQuantity number = {0};
  guint n = adref_quantity_read(self, at, &number);
  guint more = n && !number.written ? read_unit(self, at + n, unit) : 0;
  if (more)
    *value = (gint)MIN(number.value + number.pending, 9999);
  g_free(number.written);
  return more ? n + more : 0;
}

/* The first year of an era, 元年. */
static guint read_first_year(const AdrefTokenReader *self, guint at, gint *year)
{
  guint n = adref_token_reader_optional(self, at, "元");
  guint more = n ? read_unit(self, at + n, "year") : 0;
  if (more)
    *year = 1;
  return more ? n + more : 0;
}

/* "2023年12月17日", "令和5年", "12月17日" */
static guint read_eastern(const AdrefTokenReader *self, guint at, Date *date)
{
  const AdrefPhraseMeaning *era;
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_LETTER) &&
      !adref_token_reader_has_type(self, at + 1, ADREF_TEXT_TOKEN_LETTER) &&
      !adref_token_reader_is_language(self, "ko"))
    return 0;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_ERA, &era);
  guint year = n ? read_first_year(self, at + n, &date->year) : 0;
  if (!year)
    year = read_part(self, at + n, "year", &date->year);
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

/* "ngày 17 tháng 12 năm 2023", "ngày 17/12/2023" */
static guint read_vietnamese(const AdrefTokenReader *self, guint at, Date *date)
{
  static const char *const units[] = {"day", "month", "year"};
  gint *parts[] = {&date->day, &date->month, &date->year};
  guint n = 0;
  if (!adref_token_reader_is_language(self, "vi"))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    guint unit = read_unit(self, at + n, units[i]);
    guint whole = unit && n == 0 ? read_numeric(self, at + unit, date) : 0;
    if (whole)
      return unit + whole;
    gint value = unit ? adref_quantity_integer(self, at + n + unit, 4) : -1;
    if (value < 0)
      continue;
    *parts[i] = value;
    n += unit + 1;
  }
  return n;
}

guint adref_date_phrase_read(const AdrefTokenReader *self, guint at, GString *key)
{
  static guint (*const readers[])(const AdrefTokenReader *, guint,
                                  Date *) = {read_day_first, read_month_first, read_numeric,
                                             read_eastern,   read_vietnamese,  read_year_of_era};
  guint before = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_WEEKDAY, NULL);
  if (before)
    before += adref_token_reader_optional(self, at + before, ",");
  for (gsize i = 0; i < G_N_ELEMENTS(readers); i++) {
    Date date = {-1, -1, -1, 0, NULL};
    guint n = readers[i](self, at + before, &date);
    if (!n)
      continue;
    if (date.year > 2400 && adref_token_reader_is_language(self, "th"))
      date.year -= 543;
    g_string_append_printf(key, "%d-%d-%d", date.year, date.month, date.day);
    if (date.last > 0)
      g_string_append_printf(key, "..%d", date.last);
    if (date.era)
      g_string_append_printf(key, " %s", date.era);
    return before + n;
  }
  return 0;
}
