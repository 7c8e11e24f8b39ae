#include "language/quantity.h"

#include <string.h>

#include "language/language_tag.h"

enum {
  MAX_FIGURE = 40, /* characters of a number; a longer one is compared as written */
  LONGEST = 48,    /* the most tokens of a value */
};

static const guint64 MAX_VALUE = G_GUINT64_CONSTANT(1000000000000000);

/* Numbers in digits */

/* The sign between digits, or the digit, in ASCII; 0: it is left out. */
static char plain_character(gunichar c)
{
  gint digit = g_unichar_digit_value(c);
  switch (c) {
  case 0x066B: /* the Arabic decimal sign */
  case 0xFF0E: return '.';
  case 0x066C: /* the Arabic sign of thousands */
  case 0xFF0C: return ',';
  case '\'': return 0;
  default: return digit >= 0 ? (char)('0' + digit) : c < 0x80 ? (char)c : 0;
  }
}

/* The digits of a number in ASCII, with its points and commas; FALSE when it is too long, or has
 * other signs for numbers, as ½ and the power in 10². */
static gboolean plain_digits(const AdrefTokenReader *self, const AdrefTextToken *token,
                             char out[MAX_FIGURE + 1])
{
  gsize length = 0;
  const char *end = self->text + token->end;
  for (const char *p = self->text + token->start; p < end; p = g_utf8_next_char(p)) {
    if (g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_OTHER_NUMBER)
      return FALSE;
    char c = plain_character(g_utf8_get_char(p));
    if (!c)
      continue;
    if (length == MAX_FIGURE)
      return FALSE;
    out[length++] = c;
  }
  out[length] = '\0';
  return TRUE;
}

/* How numbers are written in a language. */
typedef struct {
  const char *language;
  gboolean has_spaces; /* groups of three digits stand between plain spaces: "12 500" */
} CommaLanguage;

/* Languages with a decimal comma. The others have a decimal point. */
static const CommaLanguage comma_languages[] = {
    {"fr", TRUE},  {"de", TRUE},  {"id", FALSE}, {"vi", FALSE}, {"nl", FALSE}, {"it", FALSE},
    {"es", TRUE},  {"pt", FALSE}, {"tr", FALSE}, {"el", FALSE}, {"da", FALSE}, {"ru", TRUE},
    {"uk", TRUE},  {"pl", TRUE},  {"cs", TRUE},  {"sk", TRUE},  {"sv", TRUE},  {"nb", TRUE},
    {"nn", TRUE},  {"no", TRUE},  {"fi", TRUE},  {"hu", TRUE},  {"bg", TRUE},  {"kk", TRUE},
    {"ro", FALSE}, {"hr", FALSE}, {"sr", FALSE}, {"sl", FALSE},
};

static const CommaLanguage *find_comma_language(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(comma_languages); i++)
    if (adref_language_tag_matches(language, comma_languages[i].language))
      return &comma_languages[i];
  return NULL;
}

gboolean adref_quantity_has_decimal_comma(const char *language)
{
  return find_comma_language(language) != NULL;
}

static const CommaLanguage *comma_language_of(const AdrefTokenReader *self)
{
  return find_comma_language(adref_phrase_trie_language(self->phrases));
}

static guint count_of(const char *digits, char separator)
{
  guint count = 0;
  for (; *digits; digits++)
    count += *digits == separator;
  return count;
}

/* Whether a separator stands between groups: of three digits, "5,000", or of two and three at last,
 * "1,50,000". `end` is where the whole part ends. */
static gboolean has_groups(const char *digits, const char *end, char separator)
{
  gsize first = strspn(digits, "0123456789");
  guint groups = 0, pairs = 0;
  const char *p = digits + first;
  while (p < end && *p == separator) {
    gsize length = strspn(p + 1, "0123456789");
    groups++;
    pairs += length == 2 && p + 3 < end;
    if (length != 3 && !(length == 2 && p + 3 < end))
      return FALSE;
    p += length + 1;
  }
  return p == end && groups > 0 && first > 0 && first <= 3 && (pairs == 0 || pairs + 1 == groups) &&
         (pairs == 0 || first <= 2);
}

static void remove_character(char *digits, const char *end, char separator)
{
  char *to = digits;
  for (const char *p = digits; *p; p++)
    if (*p != separator || p >= end)
      *to++ = *p;
  *to = '\0';
}

/* Writes a number with a decimal point and without groups: 5,000.5 and 5.000,5 become 5000.5. What
 * is no such number stays, "1.2.3". `decimal` is the decimal sign of the language. */
static void normalize_figure(char *digits, char decimal)
{
  char group = decimal == ',' ? '.' : ',';
  const char *last_decimal = strrchr(digits, decimal), *last_group = strrchr(digits, group);
  guint decimals = count_of(digits, decimal), groups = count_of(digits, group);
  gboolean exchanged = decimals > 0 && groups <= 1 && (!last_group || last_decimal < last_group) &&
                       (decimals > 1 || groups == 1);
  if (exchanged) {
    char other = decimal;
    decimal = group;
    group = other;
    last_decimal = last_group;
    decimals = groups;
  }
  if (decimals > 1)
    return;
  const char *end = decimals == 1 ? last_decimal : digits + strlen(digits);
  gsize whole = (gsize)(end - digits);
  if (strspn(digits, "0123456789") != whole && !has_groups(digits, end, group))
    return;
  if (decimals == 1)
    digits[whole] = '.';
  remove_character(digits, digits + whole, group);
}

static gboolean read_digits(const AdrefTokenReader *self, guint at, char digits[MAX_FIGURE + 1])
{
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER) ||
      !plain_digits(self, adref_token_reader_token(self, at), digits))
    return FALSE;
  normalize_figure(digits, comma_language_of(self) ? ',' : '.');
  return TRUE;
}

/* A whole number of at most `places` digits; -1 for another token. */
gint adref_quantity_integer(const AdrefTokenReader *self, guint at, gsize places)
{
  char digits[MAX_FIGURE + 1];
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER) ||
      !plain_digits(self, adref_token_reader_token(self, at), digits))
    return -1;
  gsize length = strlen(digits);
  if (length > places || strspn(digits, "0123456789") != length)
    return -1;
  return (gint)g_ascii_strtoull(digits, NULL, 10);
}

/* Whether a token is the next group of three digits behind a space: "500" of "12 500", or "500,50"
 * with the decimals, which are put into `decimals`. */
static gboolean read_group(const AdrefTokenReader *self, guint at, guint64 *group,
                           const char **decimals, char digits[MAX_FIGURE + 1])
{
  const AdrefTextToken *before = adref_token_reader_token(self, at - 1),
                       *token = adref_token_reader_token(self, at);
  const CommaLanguage *language = comma_language_of(self);
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER) ||
      token->start - before->end > 3 || token->start == before->end ||
      (self->text[before->end] == ' ' && language && !language->has_spaces) ||
      !plain_digits(self, token, digits) || strspn(digits, "0123456789") != 3)
    return FALSE;
  gsize rest = strlen(digits + 3);
  if (rest > 0 && (digits[3] != (language ? ',' : '.') || rest == 1 ||
                   strspn(digits + 4, "0123456789") != rest - 1))
    return FALSE;
  *decimals = rest > 0 ? digits + 4 : NULL;
  digits[3] = '\0';
  *group = g_ascii_strtoull(digits, NULL, 10);
  return TRUE;
}

/* Groups of three digits with no-break spaces between them: "12 500", "12 500,50". */
static guint read_spaced_groups(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  char digits[MAX_FIGURE + 1];
  const char *decimals = NULL;
  guint64 group;
  guint n = 1;
  if (adref_quantity_integer(self, at, 3) <= 0)
    return n;
  while (!decimals && number->pending <= MAX_VALUE / 1000 &&
         read_group(self, at + n, &group, &decimals, digits)) {
    number->pending = number->pending * 1000 + group;
    n++;
  }
  if (decimals) {
    number->written = g_strdup_printf("%" G_GUINT64_FORMAT ".%s", number->pending, decimals);
    number->pending = 0;
  }
  return n;
}

static guint add_figure(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  char digits[MAX_FIGURE + 1];
  if (number->pending > 0 || number->written ||
      !adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER))
    return 0;
  number->any = number->figure = TRUE;
  gsize length = 0;
  if (read_digits(self, at, digits))
    length = strlen(digits);
  if (length > 0 && length <= 15 && strspn(digits, "0123456789") == length) {
    number->pending = g_ascii_strtoull(digits, NULL, 10);
    return read_spaced_groups(self, at, number);
  }
  const AdrefTextToken *token = adref_token_reader_token(self, at);
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

static void add_numeral(const AdrefTokenReader *self, guint at, const AdrefPhraseMeaning *meaning,
                        AdrefQuantity *number)
{
  gboolean letter = adref_token_reader_token(self, at)->type == ADREF_TEXT_TOKEN_LETTER;
  if (meaning->flags & ADREF_PHRASE_FLAG_TIMES) {
    number->pending = MAX(number->pending, 1) * meaning->rank;
  } else if (letter && meaning->rank == 10) {
    number->value += MAX(number->pending, 1) * 10;
    number->pending = 0;
  } else if (letter && number->pending > 0) {
    number->pending = number->pending * 10 + meaning->rank;
  } else {
    number->pending += meaning->rank;
  }
  number->overflow |= number->pending > MAX_VALUE || number->value > MAX_VALUE;
  number->counted |= (meaning->flags & ADREF_PHRASE_FLAG_COUNTED) != 0;
  /* "one" may be "a", but not the one of "twenty-one" */
  gboolean is_part = number->value + number->pending > meaning->rank;
  number->weak |= (meaning->flags & ADREF_PHRASE_FLAG_WEAK) != 0 &&
                  !(is_part && adref_token_reader_is_language(self, "en"));
  number->any = TRUE;
}

static void add_scale(AdrefQuantity *number, guint exponent)
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

/* "vingt et un", "soixante et onze"; "treinta y cinco", "vinte e cinco" */
static gboolean is_romance_and(const AdrefTokenReader *self, guint at, const AdrefQuantity *number)
{
  const AdrefPhraseMeaning *meaning;
  gboolean is_tens = number->pending >= 20 && number->pending % 10 == 0;
  gboolean is_hundreds = number->value + number->pending > 0 && number->value % 100 == 0 &&
                         number->pending % 100 == 0; /* "cento e", "duzentos e" */
  if (is_hundreds && adref_token_reader_is_word(self, at, "e"))
    return adref_token_reader_is_language(self, "pt") &&
           adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_NUMERAL, NULL);
  if (!is_tens || !adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_NUMERAL, &meaning))
    return FALSE;
  if (adref_token_reader_is_word(self, at, "et"))
    return adref_token_reader_is_language(self, "fr") && meaning->rank % 10 == 1;
  return meaning->rank < 10 && ((adref_token_reader_is_word(self, at, "y") &&
                                 adref_token_reader_is_language(self, "es")) ||
                                (adref_token_reader_is_word(self, at, "e") &&
                                 adref_token_reader_is_language(self, "pt")));
}

/* 1 when "-" or "and" joins two parts of a number in words: "twenty-five", "two-million", "one
 * hundred and fifty". */
static guint skip_joint(const AdrefTokenReader *self, guint at, gboolean after_scale,
                        const AdrefQuantity *number)
{
  gboolean hyphen =
      adref_token_reader_is_word(self, at, "-") && adref_token_reader_is_adjacent(self, at);
  if (hyphen && number->any && adref_token_reader_is_adjacent(self, at + 1) &&
      adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_SCALE, NULL))
    return 1;
  gboolean joint = hyphen || (after_scale && adref_token_reader_is_word(self, at, "and")) ||
                   is_romance_and(self, at, number);
  return joint && adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_NUMERAL, NULL) ? 1
                                                                                               : 0;
}

/* Whether a word such as 百, "mille" or the "hundred" of "a hundred" is a number without another
 * one before it. */
static gboolean is_number_alone(const AdrefTokenReader *self, guint at,
                                const AdrefPhraseMeaning *scale)
{
  if (at > 0 && adref_token_reader_is_language(self, "en"))
    return (adref_token_reader_is_word(self, at - 1, "a") &&
            !(at > 1 && adref_token_reader_is_word(self, at - 2, "half"))) ||
           (scale->rank == 2 && adref_token_reader_is_word(self, at - 1, "some"));
  static const char *const languages[] = {"ja", "zh", "fr", "es", "pt"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages) && (scale->rank == 2 || scale->rank == 3); i++)
    if (adref_token_reader_is_language(self, languages[i]))
      return TRUE;
  if (adref_token_reader_is_language(self, "ar")) /* مائة وخمسون */
    return scale->rank <= 3 &&
           adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_NUMERAL, NULL);
  return adref_token_reader_is_language(self, "ko") && scale->rank == 3 &&
         adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_SCALE, NULL);
}

/* Whether an Arabic numeral with "and" before it, وخمسة, is no part of a number: it goes on with
 * hundreds, or begins one before tens, وخمسة وعشرون. */
static gboolean is_arabic_next(const AdrefTokenReader *self, guint at,
                               const AdrefPhraseMeaning *meaning, const AdrefQuantity *number)
{
  const char *word = self->text + adref_token_reader_token(self, at)->start;
  gboolean has_and = adref_token_reader_is_language(self, "ar") && meaning->rank > 1 &&
                     meaning->rank < 20 && g_str_has_prefix(word, "و");
  if (!has_and)
    return FALSE;
  if (!number->any)
    return !adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_NUMERAL, &meaning) ||
           meaning->rank < 20 || meaning->rank > 90;
  return number->value % 100 != 0 || number->pending % 100 != 0;
}

static guint add_word(const AdrefTokenReader *self, guint at, AdrefQuantity *number,
                      gboolean *scale)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_NUMERAL, &meaning);
  if (n) {
    if ((number->figure && number->pending > 0) || is_arabic_next(self, at, meaning, number))
      return 0;
    add_numeral(self, at, meaning, number);
    *scale = FALSE;
    return n;
  }
  n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_SCALE, &meaning);
  if (n && adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_MEASURE, NULL) > n)
    return 0; /* 30兆瓦 are 30 megawatts */
  if (n && !number->any) {
    if (!is_number_alone(self, at, meaning))
      return 0;
    add_scale(number, meaning->rank);
    number->any = *scale = TRUE;
    number->counted = adref_token_reader_token(self, at)->type == ADREF_TEXT_TOKEN_LETTER;
    number->weak = !adref_token_reader_is_language(self, "en");
    return n;
  }
  if (n) {
    add_scale(number, meaning->rank);
    *scale = TRUE;
  }
  return n;
}

/* Whether a numeral belongs to a word behind it and not to the number before it: "twenty
 * five-member teams". */
static gboolean is_of_next_word(const AdrefTokenReader *self, guint at)
{
  static const guint32 numbers = 1U << ADREF_PHRASE_ROLE_NUMERAL | 1U << ADREF_PHRASE_ROLE_SCALE |
                                 1U << ADREF_PHRASE_ROLE_ORDINAL | 1U << ADREF_PHRASE_ROLE_FRACTION;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_NUMERAL, NULL);
  return n > 0 && adref_token_reader_is_word(self, at + n, "-") &&
         adref_token_reader_is_adjacent(self, at + n) &&
         adref_token_reader_is_adjacent(self, at + n + 1) &&
         adref_token_reader_has_type(self, at + n + 1, ADREF_TEXT_TOKEN_WORD) &&
         !(adref_token_reader_token(self, at + n + 1)->begins & numbers);
}

/* A number in digits and words. */
static guint read_whole(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  guint n = 0;
  gboolean scale = FALSE;
  for (guint step = 1; step && n < LONGEST;) {
    step = skip_joint(self, at + n, scale, number);
    if (!number->any)
      step = 0;
    if (n > 0 && !step && is_of_next_word(self, at + n))
      break;
    guint more = add_word(self, at + n + step, number, &scale);
    if (!more && !step)
      more = add_figure(self, at + n, number);
    step = more ? step + more : 0;
    n += step;
  }
  return n;
}

/* 三分の二, 3分の2, 三分之二: the denominator was read. */
static guint read_eastern_fraction(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  AdrefQuantity other = {0};
  gboolean is = adref_token_reader_is_word(self, at, "分") &&
                (adref_token_reader_is_word(self, at + 1, "の") ||
                 adref_token_reader_is_word(self, at + 1, "之"));
  guint n = is ? read_whole(self, at + 2, &other) : 0;
  if (n && !other.written && !number->written) {
    number->written = g_strdup_printf("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
                                      other.value + other.pending, number->value + number->pending);
    number->counted = FALSE;
  }
  g_free(other.written);
  return n ? n + 2 : 0;
}

/* The decimals of 三・五 and 三点五: the whole part was read. */
static guint read_eastern_decimals(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  enum {
    MOST_DECIMALS = 6
  };
  guint64 value = number->value + number->pending;
  gboolean is =
      adref_token_reader_is_language(self, "zh")
          ? adref_token_reader_is_word(self, at, "点") || adref_token_reader_is_word(self, at, "點")
          : adref_token_reader_is_word(self, at, "・");
  if (!is || number->written)
    return 0;
  g_autoptr(GString) decimals = g_string_new(NULL);
  const AdrefPhraseMeaning *meaning;
  while (decimals->len < MOST_DECIMALS &&
         adref_token_reader_match_role(self, at + 1 + (guint)decimals->len,
                                       ADREF_PHRASE_ROLE_NUMERAL, &meaning) == 1 &&
         meaning->rank < 10)
    g_string_append_c(decimals, (char)('0' + meaning->rank));
  if (decimals->len == 0)
    return 0;
  number->written = g_strdup_printf("%" G_GUINT64_FORMAT ".%s", value, decimals->str);
  number->counted = FALSE;
  return 1 + (guint)decimals->len;
}

/* "hai phần ba", สองในสาม: the numerator was read. */
static guint read_fraction_of(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  AdrefQuantity other = {0};
  guint word = adref_token_reader_is_language(self, "vi")
                   ? adref_token_reader_optional(self, at, "phần")
                   : 0;
  if (adref_token_reader_is_language(self, "th") && adref_token_reader_is_word(self, at, "ใ"))
    word = adref_token_reader_is_word(self, at + 1, "น") ? 2 : 0;
  guint64 value = number->value + number->pending;
  guint n = word && !number->figure ? read_whole(self, at + word, &other) : 0;
  guint64 parts = other.value + other.pending;
  gboolean is =
      n && !other.written && !other.figure && !number->written && value < parts && parts < 100;
  if (is) {
    number->written = g_strdup_printf("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, value, parts);
    number->counted = number->weak = FALSE;
  }
  g_free(other.written);
  return is ? word + n : 0;
}

/* The denominator behind a numerator: "two thirds", "two-thirds". Four quarters are a year, and
 * "quart de siècle" is a plain word. */
static guint read_fraction(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  const AdrefPhraseMeaning *meaning;
  guint64 value = number->value + number->pending;
  guint hyphen =
      adref_token_reader_is_adjacent(self, at) ? adref_token_reader_optional(self, at, "-") : 0;
  guint n = adref_token_reader_match_role(self, at + hyphen, ADREF_PHRASE_ROLE_FRACTION, &meaning);
  if (!n || number->written || number->overflow || number->figure || value >= meaning->rank ||
      adref_token_reader_match_role(self, at + hyphen, ADREF_PHRASE_ROLE_PLAIN, NULL) > n)
    return 0;
  number->written = g_strdup_printf("%" G_GUINT64_FORMAT "/%u", value, meaning->rank);
  number->weak = FALSE;
  return hyphen + n;
}

/* The million behind a fraction, "of a million", "de million": 0 for none. The whole value is set
 * where it has no decimals. */
static guint read_scale_of_fraction(const AdrefTokenReader *self, guint at, guint64 parts,
                                    guint64 whole, AdrefQuantity *number)
{
  const AdrefPhraseMeaning *scale;
  guint n = adref_token_reader_is_language(self, "fr")
                ? adref_token_reader_optional(self, at, "de")
                : adref_token_reader_optional(self, at, "of");
  if (adref_token_reader_is_language(self, "en"))
    n = adref_token_reader_is_word(self, at + n, "a") ? n + 1 : 0;
  guint more = n ? adref_token_reader_match_role(self, at + n, ADREF_PHRASE_ROLE_SCALE, &scale) : 0;
  guint64 value = more && scale->rank < 13 ? parts * power_of_ten(scale->rank) : 0;
  if (value == 0 || parts >= whole || whole > 100 || value % whole != 0)
    return 0;
  g_clear_pointer(&number->written, g_free);
  number->value = value / whole;
  number->pending = 0;
  number->any = TRUE;
  number->counted = number->weak = FALSE;
  return n + more;
}

/* "quarter of a million", "half a million" */
static guint read_part_of_scale(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_FRACTION, &meaning);
  guint more = n ? read_scale_of_fraction(self, at + n, 1, meaning->rank, number) : 0;
  return more ? n + more : 0;
}

/* "three quarters of a million": the fraction was read. */
static guint read_scale_behind(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  char *end = NULL;
  guint64 parts = number->written ? g_ascii_strtoull(number->written, &end, 10) : 0;
  guint64 whole = parts > 0 && *end == '/' ? g_ascii_strtoull(end + 1, NULL, 10) : 0;
  return whole > 1 && parts < 100 ? read_scale_of_fraction(self, at, parts, whole, number) : 0;
}

/* A value without unit and range. */
guint adref_quantity_read(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  guint part = read_part_of_scale(self, at, number);
  if (part)
    return part;
  guint n = read_whole(self, at, number), more = n ? read_fraction(self, at + n, number) : 0;
  if (more)
    more += read_scale_behind(self, at + n + more, number);
  if (n && !more)
    more = read_eastern_fraction(self, at + n, number);
  if (n && !more)
    more = read_eastern_decimals(self, at + n, number);
  if (n && !more)
    more = read_fraction_of(self, at + n, number);
  return n + more;
}

/* "thirty (30) days"; another number in brackets is one of its own, "resolution 1718 (2006)". */
static guint repeated(const AdrefTokenReader *self, guint at, const AdrefQuantity *number)
{
  char digits[MAX_FIGURE + 1];
  gboolean is = adref_token_reader_is_word(self, at, "(") &&
                adref_token_reader_is_word(self, at + 2, ")") && !number->written &&
                read_digits(self, at + 1, digits) &&
                strspn(digits, "0123456789") == strlen(digits) &&
                g_ascii_strtoull(digits, NULL, 10) == number->value + number->pending;
  return is ? 3 : 0;
}

static void append_key(GString *key, const AdrefTokenReader *self, guint at, guint n,
                       const AdrefQuantity *number)
{
  if (number->overflow)
    g_string_append_len(key, self->text + adref_token_reader_token(self, at)->start,
                        adref_token_reader_token(self, at + n - 1)->end -
                            adref_token_reader_token(self, at)->start);
  else if (number->written)
    g_string_append(key, number->written);
  else
    g_string_append_printf(key, "%" G_GUINT64_FORMAT, number->value + number->pending);
}

guint adref_quantity_ordinal_suffix(const AdrefTokenReader *self, guint at)
{
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  static const char *const french[] = {"er", "re", "ère", "e", "ème"};
  gboolean is_french = adref_token_reader_is_language(self, "fr");
  const char *const *words = is_french ? french : endings;
  gsize count = is_french ? G_N_ELEMENTS(french) : G_N_ELEMENTS(endings);
  for (gsize i = 0; i < count; i++)
    if (adref_token_reader_is_adjacent(self, at) && adref_token_reader_is_word(self, at, words[i]))
      return 1;
  return 0;
}

gboolean adref_quantity_is_range(const AdrefTokenReader *self, guint at)
{
  static const char *const words[][2] = {{"en", "to"},     {"fr", "à"},      {"es", "a"},
                                         {"pt", "a"},      {"de", "bis"},    {"vi", "đến"},
                                         {"id", "hingga"}, {"id", "sampai"}, {"ms", "hingga"}};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (adref_token_reader_is_word(self, at, words[i][1]) &&
        adref_token_reader_is_language(self, words[i][0]))
      return TRUE;
  return adref_token_reader_is_word(self, at, "-") || adref_token_reader_is_word(self, at, "–") ||
         adref_token_reader_is_word(self, at, "~") || adref_token_reader_is_word(self, at, "〜");
}

/* Whether a value is a year in four digits. */
static gboolean is_year(const AdrefQuantity *number)
{
  guint64 value = number->value + number->pending;
  return number->figure && !number->written && value >= 1900 && value < 2200;
}

/* "30 per cent in 2025 to 12.5 per cent": no range begins with a year and ends with a small value.
 */
static gboolean is_year_before_value(const AdrefTokenReader *self, guint at,
                                     const AdrefQuantity *first, const AdrefQuantity *second)
{
  gboolean is_word = adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_WORD);
  return is_word && is_year(first) && (second->written || second->value + second->pending < 1000);
}

/* One value or a range of two, with its key. */
guint adref_quantity_range(const AdrefTokenReader *self, guint at, AdrefQuantity *number,
                           GString *key)
{
  guint n = adref_quantity_read(self, at, number);
  if (!n)
    return 0;
  append_key(key, self, at, n, number);
  n += repeated(self, at + n, number);
  if (!adref_quantity_is_range(self, at + n))
    return n;
  AdrefQuantity other = {0};
  guint more = adref_quantity_read(self, at + n + 1, &other);
  if (more && !is_year_before_value(self, at + n, number, &other)) {
    g_string_append(key, "..");
    append_key(key, self, at + n + 1, more, &other);
    n += more + 1;
  }
  g_free(other.written);
  return n;
}
