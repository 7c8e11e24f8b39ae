#include "print/pdf_number.h"

#include <math.h>
#include <string.h>

#include "print/cases.h"

/* As Cairo does: print, look how many zeros there are, print again, and drop zeros at the end. */
static char *with_the_library(double number, gboolean is_short)
{
  char words[512];
  if (number == 0)
    number = 0;
  if (is_short || fabs(number) >= 0.1) {
    g_ascii_formatd(words, sizeof words, is_short ? "%.3f" : "%f", number);
  } else {
    g_ascii_formatd(words, sizeof words, "%.18f", number);
    guint digits = (guint)strspn(strchr(words, '.') + 1, "0") + 6;
    g_autofree char *format = g_strdup_printf("%%.%uf", digits);
    if (digits < 18)
      g_ascii_formatd(words, sizeof words, format, number);
  }
  gsize length = strlen(words);
  while (strchr(words, '.') && words[length - 1] == '0')
    words[--length] = '\0';
  if (words[length - 1] == '.')
    words[length - 1] = '\0';
  return g_strdup(words);
}

static void is_as_of_the_library(double number)
{
  g_autoptr(GString) words = g_string_new(NULL);
  adref_pdf_number_append(words, number);
  g_autofree char *expected = with_the_library(number, FALSE);
  ck_assert_str_eq(words->str, expected);
  double fixed = rint(number * 256) / 256;
  if (fixed == 0)
    return;
  g_string_truncate(words, 0);
  adref_pdf_number_append_short(words, fixed);
  g_autofree char *expected_short = with_the_library(fixed, TRUE);
  ck_assert_str_eq(words->str, expected_short);
}

START_TEST(numbers_have_the_digits_of_the_library)
{
  static const double numbers[] = {
      0,          -0.0,         1,          -1,        10.5,   7.979492,
      0.1,        0.0999999999, 17 / 255.0, 1e-7,      1e-13,  1e-30,
      841.890015, 0.5,          0.0000005,  0.1000005, 2.5e-7, 999999.9999995,
      1.9999995,  0.9999999,    1e9,        -1e12,     0.25,   65535.99609375};
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
    is_as_of_the_library(numbers[i]);
  g_autoptr(GRand) rand = g_rand_new_with_seed(1);
  for (guint i = 0; i < 100000; i++) {
    is_as_of_the_library(g_rand_double_range(rand, -1000, 1000));
    is_as_of_the_library(g_rand_double(rand));
    /* Halves of the last digit, which are exact in the program: they go to the even digit. */
    is_as_of_the_library(ldexp((double)g_rand_int_range(rand, 1, 1 << 20), -7));
    is_as_of_the_library((double)(float)g_rand_double_range(rand, 0, 900));
  }
}
END_TEST

TCase *tcase_pdf_number(void)
{
  TCase *tcase = tcase_create("pdf_number");
  tcase_add_test(tcase, numbers_have_the_digits_of_the_library);
  return tcase;
}
