#include "exchange/paragraphs/place_line.h"

#include "exchange/cases.h"

START_TEST(towns_of_countries)
{
  static const char *const places[] = {"Northport, Japan", "Old Northport, the Philippines",
                                       "Northport, Kingdom of Norway", "Saint-Port, FRANCE"};
  static const char *const others[] = {
      "Peace, Prosperity",     "Northport", "Northport, Japan, Asia",
      "northport, Japan",      "Japan",     "Northport,",
      "Northport, Japan 2030", ", Japan"};
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
    ck_assert_msg(adref_place_line_is(places[i], "en"), "%s", places[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    ck_assert_msg(!adref_place_line_is(others[i], "en"), "%s", others[i]);
  ck_assert(adref_place_line_is("Nordhafen, Österreich", "de"));
  ck_assert(!adref_place_line_is("Nordhafen, Österreich", "fr"));
  ck_assert(adref_place_line_is("Nordhafen, Austria", "de"));
  g_autofree char *limit = g_strnfill(80, 'A');
  g_autofree char *longer = g_strconcat(limit, ", Japan", NULL);
  ck_assert(!adref_place_line_is(longer, "en"));
}
END_TEST

TCase *tcase_place_line(void)
{
  TCase *tcase = tcase_create("place_line");
  tcase_add_test(tcase, towns_of_countries);
  return tcase;
}
