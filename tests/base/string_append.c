#include "base/string_append.h"

#include "base/cases.h"

/* All lengths of the string and of the appended bytes, so that the allocated size is met exactly.
 */
START_TEST(appends_at_every_border)
{
  enum {
    LONGEST = 150
  };
  g_autofree char *piece = g_strnfill(LONGEST, 'x');
  for (gsize first = 0; first <= LONGEST; first++)
    for (gsize second = 0; second <= LONGEST; second++) {
      g_autoptr(GString) out = g_string_new_len(piece, (gssize)first);
      adref_string_append(out, piece, second);
      ck_assert_uint_eq(out->len, first + second);
      ck_assert_uint_lt(out->len, out->allocated_len);
      ck_assert_uint_eq(strlen(out->str), out->len);
    }
}
END_TEST

START_TEST(appends_any_bytes)
{
  g_autoptr(GString) out = g_string_sized_new(100);
  adref_string_append(out, "a\0b", 3);
  adref_string_append(out, "cd", 1);
  ck_assert_uint_eq(out->len, 4);
  ck_assert_mem_eq(out->str, "a\0bc", 5);
}
END_TEST

TCase *tcase_string_append(void)
{
  TCase *tcase = tcase_create("string_append");
  tcase_add_test(tcase, appends_at_every_border);
  tcase_add_test(tcase, appends_any_bytes);
  return tcase;
}
