#include "print/header_footer.h"

#include <string.h>

#include "print/cases.h"
#include "print/font_face.h"

/* The running header of a page that is 50 ems wide. */
static char *header_of(const char *title, const char *role)
{
  AdrefPageGeometry geometry = {.measure = 400, .small = 8};
  AdrefPdfWriterOptions options = {.title = title, .role = role};
  return adref_header_footer_title(&geometry, &options);
}

START_TEST(title_and_role_have_their_room_in_the_running_header)
{
  static const char title[] =
      "Joint Statement on Fifty Years of Friendship and Cooperation between "
      "all of the Parties",
                    role[] = "仮訳・採択・本国確認済み（記録：日本） / Provisional translation "
                             "and confirmed; recorded by Japan";
  g_autofree char *whole = header_of("Statement", "仮訳 / Provisional translation");
  ck_assert_str_eq(whole, "Statement  ·  仮訳 / Provisional translation");
  g_autofree char *header = header_of(title, role);
  ck_assert(adref_font_face_estimate(header) <= 50);
  ck_assert_ptr_nonnull(strstr(header, "…  ·  仮訳・採択・本国確認済み（記録：日本）"));
  g_autofree char *cut = header_of(title, title);
  ck_assert(adref_font_face_estimate(cut) <= 50);
  ck_assert(g_str_has_suffix(cut, "…"));
}
END_TEST

/* Beside a marking the title has the rest of the line; beside a long one a line of its own. */
START_TEST(title_beside_a_marking)
{
  static const char title[] = "Joint Statement on Fifty Years of Friendship";
  static const char *const headers[][2] = {
      {NULL, "Joint Statement on Fifty Years of Friendship"},
      {"RESTRICTED until adopted", "Joint Statement on Fifty Years of…"},
      {"RESTRICTED until adopted by all the delegations of the meeting in Tokyo",
       "Joint Statement on Fifty Years of Friendship"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(headers); i++) {
    AdrefPageGeometry geometry = {.measure = 300, .small = 8};
    AdrefPdfWriterOptions options = {.title = title, .marking = headers[i][0]};
    g_autofree char *header = adref_header_footer_title(&geometry, &options);
    ck_assert_str_eq(header, headers[i][1]);
  }
}
END_TEST

TCase *tcase_header_footer(void)
{
  TCase *tcase = tcase_create("header_footer");
  tcase_add_test(tcase, title_and_role_have_their_room_in_the_running_header);
  tcase_add_test(tcase, title_beside_a_marking);
  return tcase;
}
