#include "sign/stated_position.h"

#include <string.h>

#include "sign/cases.h"

#define LINES                                                                                      \
  "position JPN title explanation: Words: with a colon.\n"                                         \
  "position THA energy disassociation: Thailand cannot accept the target.\n"

START_TEST(lines_are_read_as_they_are_written)
{
  g_autoptr(GPtrArray) positions =
      adref_stated_positions_read("adref facts 1\nplace: Tokyo\n" LINES "alternats:\n");
  ck_assert_ptr_nonnull(positions);
  ck_assert_uint_eq(positions->len, 2);
  const AdrefStatedPosition *first = positions->pdata[0], *second = positions->pdata[1];
  ck_assert_str_eq(first->text, "Words: with a colon.");
  ck_assert(!first->disassociates && second->disassociates);
  ck_assert_str_eq(second->party, "THA");
  ck_assert_str_eq(second->clause, "energy");
  g_autofree char *again = adref_stated_positions_text(positions);
  ck_assert_str_eq(again, LINES);
}
END_TEST

static const char *const bad[] = {
    "position tha energy disassociation: x\n",
    "position THA Energy disassociation: x\n",
    "position THA energy reservation: x\n",
    "position THA energy disassociation:\n",
    "position THA energy disassociation: \n",
    "position THA energy disassociation:  x\n",
    "position THA energy disassociation: x \n",
    "position THA energy disassociation: \342\200\256x\n",
};

START_TEST(a_malformed_line_is_refused)
{
  ck_assert_ptr_null(adref_stated_positions_read(bad[_i]));
}
END_TEST

static char *difference(const char *then, const char *now)
{
  g_autoptr(GPtrArray) before = adref_stated_positions_read(then);
  g_autoptr(GPtrArray) after = adref_stated_positions_read(now);
  return adref_stated_positions_difference(before, after);
}

START_TEST(a_difference_is_named)
{
  static const char one[] = "position THA energy disassociation: x\n";
  static const struct {
    const char *then, *now, *said;
  } pairs[] = {
      {one, one, NULL},
      {"", one, "THA has stated its position on energy since"},
      {one, "", "THA has withdrawn its position on energy since"},
      {one, "position THA energy disassociation: y\n",
       "THA has stated its position on energy since"},
      {one, "position THA energy explanation: x\n", "THA has stated its position on energy since"},
      {one, "position THA water disassociation: x\n", "THA has stated its position on water since"},
      {one, "position VNM energy disassociation: x\n",
       "VNM has stated its position on energy since"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    g_autofree char *said = difference(pairs[i].then, pairs[i].now);
    ck_assert_pstr_eq(said, pairs[i].said);
  }
}
END_TEST

TCase *tcase_stated_position(void)
{
  TCase *tcase = tcase_create("stated_position");
  tcase_add_test(tcase, lines_are_read_as_they_are_written);
  tcase_add_loop_test(tcase, a_malformed_line_is_refused, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, a_difference_is_named);
  return tcase;
}
