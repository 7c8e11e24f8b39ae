#include "review/check/check_dates.h"

#include <stdio.h>
#include <string.h>

#include "base/pattern.h"
#include "clause/icu.h"
#include "language/language_tag.h"
#include "language/phrase_scanner.h"
#include "language/token_reader.h"

enum {
  BEFORE = 64,      /* bytes before a date in which its weekday is looked for */
  GAP = 24,         /* bytes between a weekday and its date */
  WEEKDAYS = 7,     /* of a week */
  NAME_KINDS = 4,   /* of a weekday: long and short, in a date and alone */
  NAME_LENGTH = 64, /* UTF-16 units of the name of a weekday */
  LATEST_HOUR = 29  /* "60:40" is no time of day but a ratio */
};

typedef struct {
  char *name; /* in small letters */
  guint day;  /* as GDateWeekday */
  gboolean is_short;
} Weekday;

typedef struct {
  AdrefCheckText *text;
  AdrefPhraseScanner scanner;
  GArray *tokens, *matches;
  GPtrArray *weekdays; /* of Weekday; NULL until they are needed */
  AdrefPattern *numeric, *clock, *eastern_clock;
} DateCheck;

/* --- days --- */

typedef struct {
  gint year, month, day; /* -1: not given */
} Day;

static gboolean exists(gint year, gint month, gint day)
{
  if (month > 12 || month == 0 || day == 0)
    return FALSE;
  if (month < 0 || day < 0)
    return TRUE;
  guint8 days = g_date_get_days_in_month((GDateMonth)month, year > 0 ? (GDateYear)year : 2000);
  return day <= days;
}

/* The day of a match; FALSE: it is another phrase of time, or written in figures alone. */
static gboolean read_day(const AdrefPhraseMatch *match, const char *words, Day *day)
{
  int length = 0;
  const char *key = match->class == ADREF_CHANGE_CLASS_DATE && match->key
                        ? match->key + strcspn(match->key, "-0123456789") /* " on2023-12-17" */
                        : NULL;
  gboolean whole = key &&
                   sscanf(key, "%d-%d-%d%n", &day->year, &day->month, &day->day, &length) == 3 &&
                   strchr(" ", key[length]);
  gsize figures = match->start;
  while (figures < match->end && strchr("0123456789-/", words[figures]))
    figures++;
  return whole && figures < match->end && day->year < 9999;
}

/* The match without the "by" and the weekday before the day. */
static AdrefPhraseMatch without_words(const DateCheck *self, const AdrefPhraseMatch *match,
                                      const char *words)
{
  AdrefTokenReader reader = {self->scanner.phrases, words, self->tokens};
  AdrefPhraseMatch day = *match;
  guint at = match->first;
  at += adref_token_reader_match_role(&reader, at, ADREF_PHRASE_ROLE_LIMIT, NULL);
  at += adref_token_reader_match_role(&reader, at, ADREF_PHRASE_ROLE_WEEKDAY, NULL);
  at += at > match->first ? adref_token_reader_optional(&reader, at, ",") : 0;
  const AdrefTextToken *token = at < match->after ? adref_token_reader_token(&reader, at) : NULL;
  day.start = token ? token->start : match->start;
  return day;
}

static void report_day(DateCheck *self, const AdrefCheckBlock *block, gsize start, gsize end)
{
  adref_check_add(self->text, "integrity/impossible-date", block, start, "there is no day \"%.*s\"",
                  (int)(end - start), block->words->str + start);
}

/* The digits that end before `at`, with a space between: the start of "32 June". */
static gsize number_before(const char *words, gsize at)
{
  gsize end = at, start;
  if (end > 0 && words[end - 1] == ' ')
    end--;
  for (start = end; start > 0 && g_ascii_isdigit(words[start - 1]);)
    start--;
  gboolean alone = start == 0 || strchr(" (\x1D", words[start - 1]);
  return alone && end - start == 2 && at > end ? start : at;
}

/* The end of ", 2023" behind "June 32"; else `at`. */
static gsize number_behind(const char *words, gsize at)
{
  gsize day = at + (words[at] == ' ');
  gsize size = strspn(words + day, "0123456789");
  gsize year = day + size + strspn(words + day + size, ", ");
  return size == 2 && day > at && year > day + size && strspn(words + year, "0123456789") == 4
             ? year + 4
             : at;
}

/* A month whose day is no day: "32 June 2023", "June 32, 2023". */
static void check_month(DateCheck *self, const AdrefCheckBlock *block,
                        const AdrefPhraseMatch *match, const Day *day)
{
  const char *words = block->own->str;
  gsize start = match->start, end = match->end;
  if (day->month < 1 || day->day > 0)
    return;
  if (day->year > 0)
    start = number_before(words, start);
  else
    end = number_behind(words, end);
  gsize at = start < match->start ? start : match->end + 1;
  if ((start < match->start || end > match->end) && g_ascii_strtoull(words + at, NULL, 10) > 31)
    report_day(self, block, start, end);
}

/* --- weekdays --- */

static void weekday_free(gpointer data)
{
  Weekday *weekday = data;
  g_free(weekday->name);
  g_free(weekday);
}

static void add_weekday(GPtrArray *list, UDateFormat *format, UDateFormatSymbolType kind, guint day)
{
  UChar name[NAME_LENGTH];
  char bytes[NAME_LENGTH * 3 + 1];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length =
      udat_getSymbols(format, kind, (int32_t)day % WEEKDAYS + 1, name, NAME_LENGTH, &status);
  u_strToUTF8(bytes, sizeof(bytes), NULL, name, length, &status);
  if (U_FAILURE(status) || length == 0)
    return;
  Weekday *weekday = g_new0(Weekday, 1);
  weekday->name = g_utf8_strdown(bytes, -1);
  weekday->day = day;
  weekday->is_short = kind == UDAT_SHORT_WEEKDAYS || kind == UDAT_STANDALONE_SHORT_WEEKDAYS;
  g_ptr_array_add(list, weekday);
}

/* The names of the weekdays in the language of the text: the long ones first, each kind from Monday
 * on. */
static const GPtrArray *weekdays_of(DateCheck *self)
{
  static const UDateFormatSymbolType kinds[NAME_KINDS] = {
      UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS};
  if (self->weekdays)
    return self->weekdays;
  char locale[64] = "";
  int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  self->weekdays = g_ptr_array_new_with_free_func(weekday_free);
  uloc_forLanguageTag(self->text->source.language, locale, sizeof(locale), &parsed, &status);
  UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, locale, u"UTC", -1, NULL, 0, &status);
  for (guint kind = 0; kind < NAME_KINDS && U_SUCCESS(status); kind++)
    for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
      add_weekday(self->weekdays, format, kinds[kind], day);
  udat_close(format);
  return self->weekdays;
}

/* Whether the words at `at` are that name, as a word of its own where the script has spaces. */
static gboolean is_named(const char *words, gsize at, const Weekday *weekday, gsize *end)
{
  const char *name = weekday->name, *here = words + at;
  const char *before = at > 0 ? g_utf8_prev_char(here) : NULL;
  for (; *name; name = g_utf8_next_char(name), here = g_utf8_next_char(here))
    if (!*here || g_unichar_tolower(g_utf8_get_char(here)) != g_utf8_get_char(name))
      return FALSE;
  gunichar first = g_utf8_get_char(words + at), last = g_utf8_get_char(here);
  gboolean has_case = g_unichar_isupper(first) || g_unichar_islower(first);
  gboolean inside = has_case && ((before && g_unichar_isalpha(g_utf8_get_char(before))) ||
                                 g_unichar_isalpha(last));
  *end = (gsize)(here - words);
  return !inside && !(weekday->is_short && g_unichar_islower(first));
}

/* The weekday that begins at `at`, the longest of them; NULL: none does. */
static const Weekday *weekday_at(DateCheck *self, const char *words, gsize at, gboolean short_too,
                                 gsize *end)
{
  const GPtrArray *all = weekdays_of(self);
  const Weekday *found = NULL;
  *end = at;
  for (guint i = 0; i < all->len; i++) {
    const Weekday *weekday = all->pdata[i];
    gsize here;
    if ((short_too || !weekday->is_short) && is_named(words, at, weekday, &here) && here > *end) {
      found = weekday;
      *end = here;
    }
  }
  return found;
}

/* Whether a weekday that ends at `from` belongs to the date at `to`: between them stand signs only,
 * or the word with which a language begins a date. */
static gboolean is_gap(const DateCheck *self, const char *words, gsize from, gsize to)
{
  static const char *const starts[] = {"the", "den", "le", "el", "o", "dia", "ngày", "tanggal"};
  if (to > from + GAP || strcspn(words + from, ".;:)(0123456789\x1D\x1A") < to - from)
    return FALSE;
  g_autofree char *gap = g_strndup(words + from, to - from);
  g_strstrip(gap);
  const char *word = gap + strspn(gap, ", ");
  if (!adref_check_is_latin(self->text->source.language))
    return !strstr(gap, "）");
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++)
    if (strcmp(starts[i], word) == 0)
      return TRUE;
  return *word == '\0';
}

/* A weekday that stands at a date. */
typedef struct {
  const Weekday *weekday; /* NULL: none does */
  gsize at, end;
} SaidWeekday;

/* The weekday before a date: "Sunday, 17 December". `after` is the end of the date before. */
static SaidWeekday weekday_before(DateCheck *self, const char *words, gsize after,
                                  const AdrefPhraseMatch *match)
{
  gsize from = MAX(after, match->start > BEFORE ? match->start - BEFORE : 0);
  gboolean latin = adref_check_is_latin(self->text->source.language);
  SaidWeekday said = {NULL, from, from};
  while ((words[from] & 0xC0) == 0x80)
    from++;
  for (gsize at = from, end; at < match->start;) {
    const Weekday *weekday = weekday_at(self, words, at, latin, &end);
    if (weekday && is_gap(self, words, end, match->start))
      said = (SaidWeekday){weekday, at, end};
    at = weekday ? end : (gsize)(g_utf8_next_char(words + at) - words);
  }
  return said;
}

static gboolean is_eastern(const DateCheck *self)
{
  const char *language = self->text->source.language;
  return adref_language_tag_matches(language, "ja") || adref_language_tag_matches(language, "zh") ||
         adref_language_tag_matches(language, "ko");
}

/* The weekday behind a date: "17 December 2023 (Sunday)", 12月17日（日）. */
static SaidWeekday weekday_behind(DateCheck *self, const char *words, const AdrefPhraseMatch *match)
{
  gsize at = match->end, end;
  gboolean bracket = FALSE, comma = words[at] == ',';
  at += comma ? 1 : 0;
  at += words[at] == ' ' ? 1 : 0;
  if (words[at] == '(' || g_str_has_prefix(words + at, "（")) {
    bracket = TRUE;
    at = (gsize)(g_utf8_next_char(words + at) - words);
  }
  const Weekday *weekday = weekday_at(self, words, at, bracket, &end);
  gboolean ends = words[end] == '\0' || strchr(",.;)", words[end]);
  gboolean belongs = bracket || is_eastern(self) || (comma && ends);
  return (SaidWeekday){belongs ? weekday : NULL, at, end};
}

/* The name of a day, of the kind of `like`, with a capital where the text has one. Caller frees. */
static char *name_like(DateCheck *self, const Weekday *like, guint day, gboolean capital)
{
  const GPtrArray *all = weekdays_of(self);
  const char *name = like->name;
  for (guint i = 0; i < all->len; i++) {
    const Weekday *other = all->pdata[i];
    if (other->day == day && other->is_short == like->is_short) {
      name = other->name;
      break;
    }
  }
  GString *written = g_string_new(NULL);
  gunichar first = g_utf8_get_char(name);
  g_string_append_unichar(written, capital ? g_unichar_totitle(first) : first);
  g_string_append(written, g_utf8_next_char(name));
  return g_string_free(written, FALSE);
}

/* Returns where the date ends, with a weekday behind it. */
static gsize check_weekday(DateCheck *self, const AdrefCheckBlock *block, gsize after,
                           const AdrefPhraseMatch *match, const Day *day)
{
  const char *words = block->own->str;
  if (day->year < 1 || day->month < 1 || day->day < 1)
    return match->end;
  SaidWeekday behind = weekday_behind(self, words, match);
  SaidWeekday said = behind.weekday ? behind : weekday_before(self, words, after, match);
  gsize end = behind.weekday ? behind.end : match->end;
  g_autoptr(GDate) date =
      g_date_new_dmy((GDateDay)day->day, (GDateMonth)day->month, (GDateYear)day->year);
  guint right = (guint)g_date_get_weekday(date);
  if (!said.weekday || said.weekday->day == right)
    return end;
  gboolean capital = g_unichar_isupper(g_utf8_get_char(words + said.at));
  g_autofree char *wrong = name_like(self, said.weekday, said.weekday->day, capital);
  char *name = name_like(self, said.weekday, right, capital);
  adref_check_add(self->text, "integrity/weekday", block, said.at,
                  "%.*s is a \"%s\", and the text says \"%s\"", (int)(match->end - match->start),
                  words + match->start, name, wrong)
      ->suggestion = name;
  return end;
}

/* --- dates in figures, and times --- */

/* Whether some order of the three parts looks like a date, and none is one. */
static gboolean is_no_day(const gint parts[3], char sign)
{
  if (parts[0] > 31)
    return sign == '-' && parts[0] >= 1000 && !exists(parts[0], parts[1], parts[2]);
  gboolean may_be_day = parts[0] <= 31 && parts[1] <= 12, may_be_month = parts[0] <= 12;
  if (parts[2] < 1900 || parts[2] > 2699 || parts[1] > 31 || (!may_be_day && !may_be_month))
    return FALSE;
  return !exists(parts[2], parts[1], parts[0]) &&
         (sign == '.' || !exists(parts[2], parts[0], parts[1]));
}

static void check_numeric(DateCheck *self, const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; adref_check_find(block, self->numeric, from, &start, &end); from = end) {
    gint parts[3] = {0};
    char signs[2];
    if (sscanf(words + start, "%d%c%d%c%d", &parts[0], &signs[0], &parts[1], &signs[1],
               &parts[2]) == 5 &&
        is_no_day(parts, signs[0]))
      report_day(self, block, start, end);
  }
}

/* A number of ASCII or full-width digits at the start of words. */
static gint number_at(const char *words, const char **end)
{
  gint value = 0;
  for (; g_unichar_isdigit(g_utf8_get_char(words)); words = g_utf8_next_char(words))
    value = MIN(value, 999) * 10 + g_unichar_digit_value(g_utf8_get_char(words));
  *end = words;
  return value;
}

static void check_clock(DateCheck *self, const AdrefPattern *pattern, const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
    const char *at;
    gint hour = number_at(words + start, &at);
    gint minute = at < words + end ? number_at(g_utf8_next_char(at), &at) : 0;
    gboolean late = hour > 24 || (hour == 24 && minute > 0);
    if (hour <= LATEST_HOUR && (late || minute > 59))
      adref_check_add(self->text, "integrity/impossible-date", block, start,
                      "there is no time \"%.*s\"", (int)(end - start), words + start);
  }
}

static const char numeric_pattern[] =
    "(?<![\\w./-])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|"
    "[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4})(?![\\w/-])";

/* A ratio, a verse and a decimal are written as a time is; the word before or behind tells. */
static const char clock_pattern[] =
    "(?i)(?<![\\w:.,])(?<![0-9] )(?:(?:(?<=\\bat )|(?<=\\bby )|(?<=\\bfrom )|(?<=\\buntil )|"
    "(?<=\\bbefore )|(?<=\\bafter )|(?<=\\bto )|(?<=\\blúc )|(?<=\\bvào )|(?<=\\bà )|"
    "(?<=\\bàs )|(?<=\\blas )|(?<=الساعة ))[0-9]{1,2}[:h][0-9]{2}(?![\\w:%])|"
    "(?:(?<=\\bpukul )|(?<=\\bjam )|(?<=\\bum )|(?<=เวลา )|(?<=เวลา))[0-9]{1,2}[:.][0-9]{2}(?!\\w)|"
    "[0-9]{1,2}:[0-9]{2}(?= ?(?:hours|hrs|local time|giờ))|"
    "[0-9]{1,2}[:.][0-9]{2}(?= ?(?:GMT|UTC|JST|SGT|ICT|WIB|CET|[ap]\\.?m\\b|Uhr|น\\.)))";

/* 25時00分, 25点半, 25시; not 25時間, 25点意见, "25 hours". */
static const char eastern_pattern[] = "(?<![0-9０-９.])[0-9０-９]{1,2}(?:時(?!間)|时(?!间)|[點点](?"
                                      "=[整半钟鐘]|[0-9]{1,2}分)|시(?!간))"
                                      "(?:[0-9０-９]{1,2}(?=[分분]))?";

/* --- a text --- */

/* Whether words may have a date or a time: digits of any script, or a month in Chinese numerals. */
static gboolean has_digit(const char *words)
{
  if (strpbrk(words, "0123456789") || strstr(words, "月"))
    return TRUE;
  for (const char *at = words; *at; at = g_utf8_next_char(at))
    if (g_unichar_isdigit(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

static void check_block(DateCheck *self, const AdrefCheckBlock *block)
{
  gsize after = 0;
  g_array_set_size(self->tokens, 0);
  g_array_set_size(self->matches, 0);
  adref_phrase_scanner_scan(&self->scanner, block->own->str, 0, block->own->len, self->tokens,
                            self->matches);
  for (guint i = 0; i < self->matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(self->matches, AdrefPhraseMatch, i);
    Day day = {-1, -1, -1};
    AdrefPhraseMatch bare = without_words(self, match, block->own->str);
    if (!read_day(&bare, block->own->str, &day))
      continue;
    check_month(self, block, &bare, &day);
    if (exists(day.year, day.month, day.day))
      after = check_weekday(self, block, after, &bare, &day);
    else
      report_day(self, block, bare.start, bare.end);
  }
  adref_phrase_scanner_clear_keys(&self->scanner);
  check_numeric(self, block);
  check_clock(self, self->clock, block);
  check_clock(self, self->eastern_clock, block);
}

void adref_check_dates(AdrefCheckText *text)
{
  DateCheck self = {.text = text,
                    .tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken)),
                    .matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch)),
                    .numeric = adref_pattern_new(numeric_pattern, FALSE, NULL),
                    .clock = adref_pattern_new(clock_pattern, FALSE, NULL),
                    .eastern_clock = adref_pattern_new(eastern_pattern, FALSE, NULL)};
  adref_phrase_scanner_init(&self.scanner, text->source.language, NULL, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (has_digit(block->own->str))
      check_block(&self, block);
  }
  adref_phrase_scanner_clear(&self.scanner);
  g_array_unref(self.tokens);
  g_array_unref(self.matches);
  g_clear_pointer(&self.weekdays, g_ptr_array_unref);
  adref_pattern_free(self.numeric);
  adref_pattern_free(self.clock);
  adref_pattern_free(self.eastern_clock);
}
