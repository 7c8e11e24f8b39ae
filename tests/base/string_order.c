#include "base/string_order.h"

#include "base/cases.h"

/* By bytes, whatever the locale: capitals first, accents last. */
START_TEST(sorts_by_bytes)
{
  const char *names[] = {"b", "\303\251", "", "ab", "B", "a"};
  qsort(names, G_N_ELEMENTS(names), sizeof *names, adref_string_order);
  g_autoptr(GString) all = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_string_append_printf(all, "%s ", names[i]);
  ck_assert_str_eq(all->str, " B a ab b \303\251 ");
}
END_TEST

TCase *tcase_string_order(void)
{
  TCase *tcase = tcase_create("string_order");
  tcase_add_test(tcase, sorts_by_bytes);
  return tcase;
}
