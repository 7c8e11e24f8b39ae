#include "language/quantity.h"

#include <string.h>

enum {
  MAX_FIGURE = 40, /* characters of a number; a longer one is compared as written */
  LONGEST = 48,    /* the most tokens of a value */
};

static const guint64 MAX_VALUE = G_GUINT64_CONSTANT(1000000000000000);

/* Numbers in digits */

/* The digits of a number in ASCII, with its points and commas; FALSE when it is too long. */
static gboolean plain_digits(const AdrefTokenReader *self, const AdrefTextToken *token,
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

/* Removes the separator of a number whose digits are in groups of three: "5,000". */
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

/* Whether 5.000 is five thousand. */
static gboolean groups_with_points(const AdrefTokenReader *self)
{
  return adref_token_reader_is_language(self, "id") || adref_token_reader_is_language(self, "vi") ||
         adref_token_reader_is_language(self, "fr");
}

static gboolean read_digits(const AdrefTokenReader *self, guint at, char digits[MAX_FIGURE + 1])
{
  if (!adref_token_reader_has_type(self, at, ADREF_TEXT_TOKEN_NUMBER) ||
      !plain_digits(self, adref_token_reader_token(self, at), digits))
    return FALSE;
  ungroup(digits, groups_with_points(self) ? '.' : ',');
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

/* Groups of three digits with no-break spaces between them: "12 500". */
static guint read_spaced_groups(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  guint n = 1;
  if (adref_quantity_integer(self, at, 3) <= 0)
    return n;
  while (adref_token_reader_has_type(self, at + n, ADREF_TEXT_TOKEN_NUMBER)) {
    const AdrefTextToken *before = adref_token_reader_token(self, at + n - 1),
                         *token = adref_token_reader_token(self, at + n);
    gint group = adref_quantity_integer(self, at + n, 3);
    if (group < 0 || token->end - token->start != 3 || token->start - before->end > 3 ||
        (self->text[before->end] == ' ' && !adref_token_reader_is_language(self, "fr")) ||
        number->pending > MAX_VALUE / 1000)
      break;
    number->pending = number->pending * 1000 + (guint64)group;
    n++;
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
  if (letter && meaning->rank == 10) {
    number->value += MAX(number->pending, 1) * 10;
    number->pending = 0;
  } else if (letter && number->pending > 0) {
    number->pending = number->pending * 10 + meaning->rank;
  } else {
    number->pending += meaning->rank;
  }
  number->overflow |= number->pending > MAX_VALUE || number->value > MAX_VALUE;
  number->counted |= (meaning->flags & ADREF_PHRASE_FLAG_COUNTED) != 0;
  number->weak |= (meaning->flags & ADREF_PHRASE_FLAG_WEAK) != 0;
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

/* 1 when "-" or "and" joins two parts of a number in words: "twenty-five", "one hundred and fifty".
 */
static guint skip_joint(const AdrefTokenReader *self, guint at, gboolean after_scale)
{
  gboolean joint =
      (adref_token_reader_is_word(self, at, "-") && adref_token_reader_is_adjacent(self, at)) ||
      (after_scale && adref_token_reader_is_word(self, at, "and"));
  return joint && adref_token_reader_match_role(self, at + 1, ADREF_PHRASE_ROLE_NUMERAL, NULL) ? 1
                                                                                               : 0;
}

static guint add_word(const AdrefTokenReader *self, guint at, AdrefQuantity *number,
                      gboolean *scale)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_NUMERAL, &meaning);
  if (n) {
    if (number->figure && number->pending > 0)
      return 0;
    add_numeral(self, at, meaning, number);
    *scale = FALSE;
    return n;
  }
  n = number->any ? adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_SCALE, &meaning) : 0;
  if (n) {
    add_scale(number, meaning->rank);
    *scale = TRUE;
  }
  return n;
}

/* A value without unit and range. */
guint adref_quantity_read(const AdrefTokenReader *self, guint at, AdrefQuantity *number)
{
  guint n = 0;
  gboolean scale = FALSE;
  for (guint step = 1; step && n < LONGEST;) {
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
static guint repeated(const AdrefTokenReader *self, guint at)
{
  gboolean is = adref_token_reader_is_word(self, at, "(") &&
                adref_token_reader_has_type(self, at + 1, ADREF_TEXT_TOKEN_NUMBER) &&
                adref_token_reader_is_word(self, at + 2, ")");
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
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (adref_token_reader_is_adjacent(self, at) &&
        adref_token_reader_is_word(self, at, endings[i]))
      return 1;
  return 0;
}

static gboolean is_range(const AdrefTokenReader *self, guint at)
{
  return adref_token_reader_is_word(self, at, "-") || adref_token_reader_is_word(self, at, "–") ||
         adref_token_reader_is_word(self, at, "~") || adref_token_reader_is_word(self, at, "〜") ||
         adref_token_reader_is_word(self, at, "to");
}

/* One value or a range of two, with its key. */
guint adref_quantity_range(const AdrefTokenReader *self, guint at, AdrefQuantity *number,
                           GString *key)
{
  guint n = adref_quantity_read(self, at, number);
  if (!n)
    return 0;
  append_key(key, self, at, n, number);
  n += repeated(self, at + n);
  if (!is_range(self, at + n))
    return n;
  AdrefQuantity other = {0};
  guint more = adref_quantity_read(self, at + n + 1, &other);
  if (more) {
    g_string_append(key, "..");
    append_key(key, self, at + n + 1, more, &other);
    n += more + 1;
  }
  g_free(other.written);
  return n;
}
