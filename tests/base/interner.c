#include "base/interner.h"

#include <string.h>

#include "base/cases.h"

static guint intern(AdrefInterner *interner, const char *word)
{
  return adref_interner_intern(interner, 0, word, strlen(word));
}

START_TEST(numbers_strings_in_order)
{
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  ck_assert_uint_eq(adref_interner_size(interner), 0);
  ck_assert_uint_eq(intern(interner, "shall"), 0);
  ck_assert_uint_eq(intern(interner, "should"), 1);
  ck_assert_uint_eq(intern(interner, "shall"), 0);
  ck_assert_uint_eq(intern(interner, ""), 2);
  ck_assert_uint_eq(intern(interner, ""), 2);
  ck_assert_uint_eq(adref_interner_size(interner), 3);
}
END_TEST

START_TEST(tells_kinds_apart)
{
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  guint first = adref_interner_intern(interner, 1, "[", 1);
  guint second = adref_interner_intern(interner, 2, "[", 1);
  ck_assert_uint_ne(first, second);
  ck_assert_uint_eq(adref_interner_find(interner, 1, "[", 1), first);
  ck_assert_uint_eq(adref_interner_find(interner, 2, "[", 1), second);
  ck_assert_uint_eq(adref_interner_find(interner, 3, "[", 1), G_MAXUINT);
}
END_TEST

START_TEST(finds_without_adding)
{
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  ck_assert_uint_eq(adref_interner_find(interner, 0, "shall", 5), G_MAXUINT);
  ck_assert_uint_eq(adref_interner_size(interner), 0);
}
END_TEST

/* Each of the strings has its own number, also after others were added. */
static void all_differ(AdrefInterner *interner, const GPtrArray *strings)
{
  for (guint i = 0; i < strings->len; i++)
    ck_assert_uint_eq(intern(interner, strings->pdata[i]), i);
  for (guint i = 0; i < strings->len; i++) {
    const char *string = strings->pdata[i];
    ck_assert_uint_eq(adref_interner_find(interner, 0, string, strlen(string)), i);
  }
  ck_assert_uint_eq(adref_interner_size(interner), strings->len);
}

/* Strings of 0 to 40 bytes that differ in one byte, at each place. */
START_TEST(compares_every_byte)
{
  enum {
    LONGEST = 40
  };
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
  for (gsize length = 0; length <= LONGEST; length++) {
    g_ptr_array_add(strings, g_strnfill(length, 'a'));
    for (gsize at = 0; at < length; at++) {
      char *other = g_strnfill(length, 'a');
      other[at] = 'b';
      g_ptr_array_add(strings, other);
    }
  }
  all_differ(interner, strings);
}
END_TEST

/* Two strings with the same hash on little-endian machines, computed with the inverse of the hash,
 * have different numbers. */
START_TEST(compares_bytes_of_equal_hashes)
{
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  static const char first[] = "promises!", second[] = "\056\336\225\270\370\134\070\075\077";
  ck_assert_uint_eq(adref_interner_intern(interner, 0, first, 9), 0);
  ck_assert_uint_eq(adref_interner_find(interner, 0, second, 9), G_MAXUINT);
  ck_assert_uint_eq(adref_interner_intern(interner, 0, second, 9), 1);
  ck_assert_uint_eq(adref_interner_find(interner, 0, first, 9), 0);
}
END_TEST

START_TEST(numbers_many)
{
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < 20000; i++)
    g_ptr_array_add(strings, g_strdup_printf("word number %u", i * 7));
  all_differ(interner, strings);
}
END_TEST

START_TEST(keeps_a_copy)
{
  g_autoptr(AdrefInterner) interner = adref_interner_new();
  char word[] = "negotiations";
  ck_assert_uint_eq(intern(interner, word), 0);
  memset(word, 'x', sizeof word - 1);
  ck_assert_uint_eq(intern(interner, "negotiations"), 0);
  ck_assert_uint_eq(intern(interner, word), 1);
}
END_TEST

START_TEST(merges)
{
  g_autoptr(AdrefInterner) here = adref_interner_new(), there = adref_interner_new();
  intern(here, "shall");
  intern(here, "promote cooperation");
  intern(there, "may");
  intern(there, "promote cooperation");
  adref_interner_intern(there, 1, "shall", 5);
  intern(there, "shall");
  g_autofree guint *numbers = adref_interner_merge(here, there);
  static const guint expected[] = {2, 1, 3, 0};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    ck_assert_uint_eq(numbers[i], expected[i]);
  ck_assert_uint_eq(adref_interner_size(here), 4);
  ck_assert_uint_eq(adref_interner_find(here, 1, "shall", 5), 3);
}
END_TEST

START_TEST(frees_nothing)
{
  adref_interner_free(NULL);
}
END_TEST

TCase *tcase_interner(void)
{
  TCase *tcase = tcase_create("interner");
  tcase_add_test(tcase, numbers_strings_in_order);
  tcase_add_test(tcase, tells_kinds_apart);
  tcase_add_test(tcase, finds_without_adding);
  tcase_add_test(tcase, compares_every_byte);
  tcase_add_test(tcase, compares_bytes_of_equal_hashes);
  tcase_add_test(tcase, numbers_many);
  tcase_add_test(tcase, keeps_a_copy);
  tcase_add_test(tcase, merges);
  tcase_add_test(tcase, frees_nothing);
  return tcase;
}
