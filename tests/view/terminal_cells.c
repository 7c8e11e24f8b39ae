#include "view/terminal_cells.h"

#include "cases.h"

START_TEST(widths)
{
  static const struct {
    const char *text;
    guint cells;
  } rows[] = {
      {"", 0},     {"plain", 5}, {"é", 1},  {"e\xCC\x81", 1},    {"共同声明", 8}, {"ｶﾅ", 2},
      {"한국", 4}, {"ไทย", 3},   {"น้ำ", 2}, {"\xE2\x80\x8B", 0}, {"–", 1},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    ck_assert_msg(adref_terminal_cells_of(rows[i].text, strlen(rows[i].text)) == rows[i].cells,
                  "%s is %u", rows[i].text,
                  adref_terminal_cells_of(rows[i].text, strlen(rows[i].text)));
}
END_TEST

START_TEST(breaks)
{
  static const struct {
    gunichar before, after;
    gboolean may;
  } rows[] = {
      {'a', 'b', FALSE},       {0x5171, 0x540C, TRUE},  {0x5171, 0x3002, FALSE},
      {0x5171, 0x300D, FALSE}, {0x300C, 0x5171, FALSE}, {0x5171, 0xFF09, FALSE},
      {0x3002, 0x5171, TRUE},  {'a', 0x5171, TRUE},     {0x5171, 'a', TRUE},
      {0x5171, ')', FALSE},    {'(', 0x5171, FALSE},    {0x3042, 0x3083, FALSE},
      {0x5171, 0x30FC, FALSE}, {0x200B, 0x0E01, TRUE},  {0x0E01, 0x0E02, FALSE},
      {0x5171, 0x3005, FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    ck_assert_msg(adref_terminal_cells_may_break(rows[i].before, rows[i].after) == rows[i].may,
                  "%04X %04X", rows[i].before, rows[i].after);
}
END_TEST

START_TEST(syllables)
{
  ck_assert(adref_terminal_cells_is_joined(0x0E01, 0x0E34)); /* Thai vowel above */
  ck_assert(
      adref_terminal_cells_is_joined(0x0E40, 0x0E01)); /* vowel written before its consonant */
  ck_assert(adref_terminal_cells_is_joined(0x0E19, 0x0E33)); /* sara am */
  ck_assert(adref_terminal_cells_is_joined(0x1780, 0x17D2)); /* Khmer coeng */
  ck_assert(adref_terminal_cells_is_joined(0x17D2, 0x1780)); /* and the letter below it */
  ck_assert(adref_terminal_cells_is_joined('e', 0x0301));
  ck_assert(!adref_terminal_cells_is_joined(0x0E01, 0x0E02));
  ck_assert(!adref_terminal_cells_is_joined('a', 'b'));
}
END_TEST

TCase *tcase_terminal_cells(void)
{
  TCase *tcase = tcase_create("terminal_cells");
  tcase_add_test(tcase, widths);
  tcase_add_test(tcase, breaks);
  tcase_add_test(tcase, syllables);
  return tcase;
}
