#include "language/tables/place_names.h"

#include "language/cases.h"

static const struct {
  const char *first, *second, *first_only, *second_only;
} pairs[] = {
    {"We met in Bangkok.", "我々はバンコクにおいて会合した。", NULL, NULL},
    {"We met in BANGKOK.", "เราประชุมกันที่กรุงเทพมหานคร", NULL, NULL},
    {"We met in Bangkok and Hanoi.", "نجتمع في بانكوك وهانوي.", NULL, NULL},
    {"We met in Ha Noi.", "Chúng tôi họp tại Hà Nội.", NULL, NULL},
    {"The Tokyo Declaration of Phnom Penh.", "《东京宣言》（金边）", NULL, NULL},
    {"We met in Bangkok.", "我々は東京において会合した。", "Bangkok", "Tokyo"},
    {"We met in Bangkok, Hanoi and Bonn.", "Nous nous sommes réunis à Bonn et Genève.",
     "Bangkok, Hanoi", "Geneva"},
    {"We met in Bangkok.", "我々は会合した。", "Bangkok", NULL},
    /* the longest name counts */
    {"Dublin", "都柏林", NULL, NULL},
    {"Yogyakarta", "ジョグジャカルタ", NULL, NULL},
    {"Lisbon", "リスボン", NULL, NULL},
    /* letters of two scripts are of two words */
    {"We met in Washington, D.C.", "我々はワシントンD.C.において会合した。", NULL, NULL},
    {"We met in Rome.", "ローマンに会った。", "Rome", NULL},
    /* a name within a word is none */
    {"Parisian carbon", "الكربون", NULL, NULL},
    {"300 hectares", "300 เฮกตาร์", NULL, NULL},
    {"solar power", "พลังงานโซลาร์เซลล์", NULL, NULL},
    {"Bo", "lima", NULL, NULL},
    {"", "", NULL, NULL},
};

START_TEST(cities)
{
  g_autofree char *first = NULL, *second = NULL;
  adref_place_names_compare(pairs[_i].first, pairs[_i].second, &first, &second);
  ck_assert_pstr_eq(first, pairs[_i].first_only);
  ck_assert_pstr_eq(second, pairs[_i].second_only);
}
END_TEST

START_TEST(languages)
{
  ck_assert(adref_place_names_are_known("ja"));
  ck_assert(adref_place_names_are_known("zh-Hans"));
  ck_assert(!adref_place_names_are_known("sw"));
}
END_TEST

TCase *tcase_place_names(void)
{
  TCase *tcase = tcase_create("place_names");
  tcase_add_loop_test(tcase, cities, 0, G_N_ELEMENTS(pairs));
  tcase_add_test(tcase, languages);
  return tcase;
}
