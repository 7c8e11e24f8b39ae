#include "print/pdf_number.h"

#include <math.h>
#include <string.h>

enum {
  HALF_BITS = 28, /* twice as many hold all bits behind the point of a number above 1/16 */
  DIGITS = 6,
  SHORT_DIGITS = 3,
  MOST_DIGITS = 18,
  ROOM = 64
};

static const double exact_from = 0.1, exact_to = 1e9;

/* The fraction (0 <= fraction < 1) times `scale`, rounded to the nearest, a half to the even one:
 * as the C library rounds. No bit is lost on the way. */
static guint64 scale_fraction(double fraction, guint64 scale)
{
  const guint64 one = G_GUINT64_CONSTANT(1) << HALF_BITS;
  double high = floor(fraction * (double)one);
  guint64 low = (guint64)((fraction * (double)one - high) * (double)one);
  guint64 product = (guint64)high * scale;
  guint64 result = product >> HALF_BITS, rest = ((product & (one - 1)) << HALF_BITS) + low * scale;
  result += rest >> 2 * HALF_BITS;
  rest &= (one << HALF_BITS) - 1;
  guint64 half = one << (HALF_BITS - 1);
  return result + (rest > half || (rest == half && (result & 1)) ? 1 : 0);
}

static void append_integer(GString *out, guint64 number)
{
  char digits[ROOM];
  gsize at = sizeof digits;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

static void append_exactly(GString *out, double number, guint digits)
{
  guint64 scale = digits == DIGITS ? 1000000 : 1000;
  double size = fabs(number), whole = floor(size);
  guint64 fraction = scale_fraction(size - whole, scale), integer = (guint64)whole;
  if (fraction == scale) {
    fraction = 0;
    integer++;
  }
  if (number < 0)
    g_string_append_c(out, '-');
  append_integer(out, integer);
  if (fraction == 0)
    return;
  char behind[DIGITS + 1] = ".";
  for (guint i = digits; i > 0; i--, fraction /= 10)
    behind[i] = (char)('0' + fraction % 10);
  gsize length = digits + 1;
  while (behind[length - 1] == '0')
    length--;
  g_string_append_len(out, behind, (gssize)length);
}

static void append_formatted(GString *out, double number, guint digits)
{
  char format[8], words[512];
  g_snprintf(format, sizeof format, "%%.%uf", digits);
  g_ascii_formatd(words, sizeof words, format, number);
  gsize length = strlen(words);
  if (strchr(words, '.')) {
    while (words[length - 1] == '0')
      length--;
    length -= words[length - 1] == '.';
  }
  g_string_append_len(out, words, (gssize)length);
}

/* Zeros behind the point, of a number below 0.1. */
static guint leading_zeros(double number)
{
  char words[ROOM];
  g_ascii_formatd(words, sizeof words, "%.18f", number);
  const char *point = strchr(words, '.');
  return point ? (guint)strspn(point + 1, "0") : 0;
}

void adref_pdf_number_append(GString *out, double number)
{
  double size = fabs(number);
  if (size == 0)
    g_string_append_c(out, '0');
  else if (size >= exact_from && size < exact_to)
    append_exactly(out, number, DIGITS);
  else
    append_formatted(out, number,
                     size >= exact_from ? DIGITS
                                        : MIN(leading_zeros(number) + DIGITS, (guint)MOST_DIGITS));
}

void adref_pdf_number_append_short(GString *out, double number)
{
  if (fabs(number) < exact_to && number * 256 == floor(number * 256))
    append_exactly(out, number, SHORT_DIGITS);
  else
    append_formatted(out, number, SHORT_DIGITS);
}
