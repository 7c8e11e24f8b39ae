#include "draft/statement/house_style.h"

#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

#define STYLE "templates/styles/x.yaml"

static AdrefHouseStyle *read_house(const char *page, GError **error)
{
  g_autoptr(Room) room = room_new();
  g_autofree char *style = g_strconcat("page:\n  ", page, "\n", NULL);
  room_put(room, STYLE, style);
  return adref_house_style_read(room->source, "x", error);
}

START_TEST(reads_a_page)
{
  g_autoptr(AdrefHouseStyle) house = read_house(
      "{paper: letter, margins: [10, 20.5, 60, 25.4], letters: sans, font: {en: Noto Sans, ja: "
      "Noto Sans CJK JP}, size: 7, leading: 2.5, gap: 0, lines: ragged, numbers: run-in, headings: "
      "centred, footer: none}",
      NULL);
  ck_assert_ptr_nonnull(house);
  ck_assert(house->is_letter && house->is_sans && house->is_ragged && house->is_run_in &&
            house->has_centered && house->footer == ADREF_FOOTER_NONE);
  ck_assert_float_eq_tol(house->margins[1], 58.11F, 0.01F);
  ck_assert_float_eq_tol(house->margins[3], 72, 0.01F);
  ck_assert_float_eq(house->size, 7);
  ck_assert_float_eq(house->leading, 2.5F);
  ck_assert_float_eq(house->gap, 0);
  ck_assert_str_eq(adref_house_style_font(house, "ja"), "Noto Sans CJK JP");
  ck_assert_ptr_null(adref_house_style_font(house, "th"));
  ck_assert_ptr_null(adref_house_style_font(NULL, "en"));
}
END_TEST

START_TEST(says_for_whom_it_is)
{
  g_autoptr(Room) room = room_new();
  room_put(room, STYLE, "parties: [ASEAN, JPN]\n");
  g_autoptr(AdrefHouseStyle) house = adref_house_style_read(room->source, "x", NULL);
  ck_assert_ptr_nonnull(house);
  ck_assert_str_eq(house->parties[0], "ASEAN");
  ck_assert_str_eq(house->parties[1], "JPN");
  ck_assert_ptr_null(house->parties[2]);
  room_put(room, STYLE, "parties: asean\n");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_house_style_read(room->source, "x", &error));
  ck_assert_str_eq(error->message,
                   STYLE ":1:10: parties needs a list of codes, such as [JPN, ASEAN]");
}
END_TEST

START_TEST(says_nothing)
{
  g_autoptr(AdrefHouseStyle) house = read_house("{paper: a4}", NULL),
                             other = adref_house_style_new();
  ck_assert(!house->is_letter && !house->is_sans && !house->is_ragged && !house->is_run_in);
  ck_assert_float_eq(house->size, other->size);
  ck_assert_float_eq(house->margins[0], other->margins[0]);
  ck_assert(house->numbering.operative);
}
END_TEST

START_TEST(has_defaults)
{
  static const float margins[] = {84, 82, 80, 82};
  g_autoptr(AdrefHouseStyle) style = adref_house_style_new();
  for (gsize i = 0; i < G_N_ELEMENTS(margins); i++)
    ck_assert_float_eq(style->margins[i], margins[i]);
  ck_assert_float_eq(style->size, 10.5F);
  ck_assert_float_eq(style->leading, 1.38F);
  ck_assert_float_eq(style->gap, 0.72F);
}
END_TEST

START_TEST(accepts_the_bounds)
{
  g_autofree char *family = g_strnfill(60, 'F');
  g_autofree char *page = g_strdup_printf(
      "{size: 20, leading: 1, gap: 3, margins: [60, 10, 60, 10], font: %s}", family);
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefHouseStyle) style = read_house(page, &error);
  ck_assert_no_error(error);
  ck_assert_float_eq(style->size, 20);
  ck_assert_str_eq(adref_house_style_font(style, NULL), family);
  g_autofree char *longer = g_strdup_printf("{font: %sF}", family);
  ck_assert_ptr_null(read_house(longer, &error));
}
END_TEST

static const struct {
  const char *page, *message;
} wrong[] = {
    {"{size: 20.01}", "2:10: size is \"20.01\"; allowed is a number from 7 to 20 points"},
    {"{leading: 0.99}",
     "2:13: leading is \"0.99\"; allowed is a number from 1 to 2.5 times the size"},
    {"{leading: 2.51}",
     "2:13: leading is \"2.51\"; allowed is a number from 1 to 2.5 times the size"},
    {"{gap: 3.01}", "2:9: gap is \"3.01\"; allowed is a number from 0 to 3 times the size"},
    {"{margins: [9.99, 20, 20, 20]}",
     "2:14: a margin is \"9.99\"; allowed is a number from 10 to 60 millimetres"},
    {"{size: 50}", "2:10: size is \"50\"; allowed is a number from 7 to 20 points"},
    {"{size: 6.99}", "2:10: size is \"6.99\"; allowed is a number from 7 to 20 points"},
    {"{size: 1e1}", "2:10: size is \"1e1\"; allowed is a number from 7 to 20 points"},
    {"{size: 10.555}", "2:10: size is \"10.555\"; allowed is a number from 7 to 20 points"},
    {"{size: '10'}", "2:10: size is the text \"10\"; allowed is a number from 7 to 20 points"},
    {"{size: nan}", "2:10: size is \"nan\"; allowed is a number from 7 to 20 points"},
    {"{size: -8}", "2:10: size is \"-8\"; allowed is a number from 7 to 20 points"},
    {"{size: [9]}", "2:10: size is a list of 1; allowed is a number from 7 to 20 points"},
    {"{leading: 3}", "2:13: leading is \"3\"; allowed is a number from 1 to 2.5 times the size"},
    {"{gap: 3.1}", "2:9: gap is \"3.1\"; allowed is a number from 0 to 3 times the size"},
    {"{paper: a5}", "2:11: paper is \"a5\"; allowed is a4 or letter"},
    {"{footer: pages}", "2:12: footer is \"pages\"; allowed is full, page or none"},
    {"{lines: [ragged]}", "2:11: lines is a list of 1; allowed is justified or ragged"},
    {"{margins: 20}",
     "2:13: margins is \"20\"; allowed is four numbers, [top, right, bottom, left] in millimetres"},
    {"{margins: [20, 20, 20]}", "2:13: margins is a list of 3; allowed is four numbers, [top, "
                                "right, bottom, left] in millimetres"},
    {"{margins: [20, 61, 20, 20]}",
     "2:18: a margin is \"61\"; allowed is a number from 10 to 60 millimetres"},
    {"{font: \"a';b\"}",
     "2:10: \"a';b\" is no name of a font; allowed are at most 60 letters, digits, spaces and -, "
     "such as Noto Serif"},
    {"{font: [x]}", "2:10: a font needs words, or words by language: {en: ..., ja: ...}"},
    {"{sizes: 10}", "2:4: page has no key \"sizes\" (did you mean \"size\"?); allowed are paper, "
                    "margins, letters, font, size, leading, gap, lines, numbers, headings, footer"},
    {"narrow", "2:3: page is a map of \"key: value\" with the keys paper, margins, letters, font, "
               "size, leading, gap, lines, numbers, headings, footer"},
};

START_TEST(refuses)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(read_house(wrong[_i].page, &error));
  g_autofree char *expected = g_strconcat(STYLE ":", wrong[_i].message, NULL);
  ck_assert_str_eq(error->message, expected);
}
END_TEST

TCase *tcase_house_style(void)
{
  TCase *tcase = tcase_create("house_style");
  tcase_add_test(tcase, reads_a_page);
  tcase_add_test(tcase, says_for_whom_it_is);
  tcase_add_test(tcase, says_nothing);
  tcase_add_test(tcase, has_defaults);
  tcase_add_test(tcase, accepts_the_bounds);
  tcase_add_loop_test(tcase, refuses, 0, G_N_ELEMENTS(wrong));
  return tcase;
}
