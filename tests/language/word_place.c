#include "language/word_place.h"

#include "language/cases.h"

/* A word stands by itself in scripts that have spaces between words; in Arabic particles may stand
 * before it. */
START_TEST(words_stand_by_themselves)
{
  static const struct {
    const char *text, *words;
    gboolean stands;
  } cases[] = {{"the sea", "sea", TRUE},        {"research", "sea", FALSE},
               {"seas", "sea", FALSE},          {"seas", "sea*", TRUE},
               {"производство", "вод", FALSE},  {"сотрудничество", "труд*", FALSE},
               {"охрана труда", "труд*", TRUE}, {"θάλασσα", "άλα", FALSE},
               {"والبحر", "بحر", TRUE},         {"البحرين", "بحر", FALSE},
               {"食料安全保障", "安全", TRUE},  {"\u1E00sea", "sea", FALSE},
               {"\u1F00sea", "sea", FALSE},     {"\u0620بحر", "بحر", FALSE},
               {"\u066Fبحر", "بحر", FALSE},     {"\u0670بحر", "بحر", TRUE},
               {"وبالبحر", "بحر", FALSE},       {"بالبحر", "بحر", TRUE}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    ck_assert_msg(adref_word_place_has(cases[i].text, cases[i].words) == cases[i].stands, "%s, %s",
                  cases[i].text, cases[i].words);
}
END_TEST

TCase *tcase_word_place(void)
{
  TCase *tcase = tcase_create("word_place");
  tcase_add_test(tcase, words_stand_by_themselves);
  return tcase;
}
