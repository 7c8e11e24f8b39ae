#include "base/string_list.h"

#include "base/cases.h"

static char *join(guint count, guint most)
{
  static const char *const names[] = {"JPN", "THA", "VNM", "LAO"};
  g_autoptr(GPtrArray) strings = g_ptr_array_new();
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(strings, (gpointer)(guintptr)names[i]);
  return adref_string_list_join(strings, most);
}

START_TEST(names_all_or_the_first_ones)
{
  static const struct {
    guint count, most;
    const char *words;
  } rows[] = {{0, 0, ""},
              {0, 2, ""},
              {1, 0, "JPN"},
              {4, 0, "JPN, THA, VNM, LAO"},
              {2, 2, "JPN, THA"},
              {3, 2, "JPN, THA and 1 more"},
              {4, 1, "JPN and 3 more"}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *words = join(rows[i].count, rows[i].most);
    ck_assert_str_eq(words, rows[i].words);
  }
}
END_TEST

START_TEST(is_put_behind_other_words)
{
  g_autoptr(GString) line = g_string_new("waits for ");
  g_autoptr(GPtrArray) strings = g_ptr_array_new();
  g_ptr_array_add(strings, (gpointer)(guintptr) "JPN");
  adref_string_list_append(line, strings, 0);
  ck_assert_str_eq(line->str, "waits for JPN");
}
END_TEST

TCase *tcase_string_list(void)
{
  TCase *tcase = tcase_create("string_list");
  tcase_add_test(tcase, names_all_or_the_first_ones);
  tcase_add_test(tcase, is_put_behind_other_words);
  return tcase;
}
