#include "clause/enumerator.h"

#include <string.h>

#include "clause/cases.h"

static const struct {
  const char *words;
  gsize length;
} cases[] = {
    {"(a) report", 3},
    {"(iv) report", 4},
    {"(12) report", 4},
    {"a) report", 2},
    {"12) report", 3},
    {"IV) report", 3},
    {"1.2 We report", 3},
    {"1.2. We report", 4},
    {"1.2.13 We act", 6},
    {"12. We report", 3},
    {"1.2 ASEAN acts", 3},
    {"1.2 協力する", 3},
    {"12 countries", 0},
    {"5.5 million", 0},
    {"1.5 GB of data", 0},
    {"1.5 MWh", 0},
    {"J. Smith", 0},
    {"(2024) text", 0},
    {"(not) binding", 0},
    {"(a)", 0},
    {"(a)text", 0},
    {"", 0},
    {"1.2", 0},
    {"1.2 ", 0},
    {"We act (a) here", 0},
    {"1..2 We act", 0},
    {"1234. We act", 0},
    {"(ab) We act", 0},
    {"2023.12.17 We met", 0},
    {"12.05.24 We met", 0},
};

START_TEST(knows_a_typed_number)
{
  gsize length = adref_enumerator_length(cases[_i].words, strlen(cases[_i].words));
  ck_assert_msg(length == cases[_i].length, "\"%s\": %zu", cases[_i].words, length);
}
END_TEST

TCase *tcase_enumerator(void)
{
  TCase *tcase = tcase_create("enumerator");
  tcase_add_loop_test(tcase, knows_a_typed_number, 0, G_N_ELEMENTS(cases));
  return tcase;
}
