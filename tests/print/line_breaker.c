#include "print/line_breaker.h"

#include <string.h>

#include "print/break_item.h"
#include "print/cases.h"

enum {
  SIZE = 10
};

/* A line breaker with one style, a text, and the lines of its last break. */
typedef struct {
  AdrefShaper *shaper;
  AdrefLineBreaker *breaker;
  AdrefStyledText *text;
  GArray *lines;
} Broken;

static Broken broken_new(const char *language, const char *words)
{
  GError *error = NULL;
  Broken broken = {.shaper = adref_shaper_new(language, &error)};
  ck_assert_no_error(error);
  broken.breaker = adref_line_breaker_new(broken.shaper, language, &error);
  ck_assert_no_error(error);
  broken.text = adref_styled_text_new();
  broken.lines = g_array_new(FALSE, FALSE, sizeof(AdrefTextLine));
  AdrefTextStyle style = {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, FALSE, SIZE}};
  adref_styled_text_add(broken.text, adref_line_breaker_style(broken.breaker, &style), NULL, words,
                        strlen(words));
  return broken;
}

static void broken_clear(Broken *broken)
{
  g_array_unref(broken->lines);
  adref_styled_text_free(broken->text);
  adref_line_breaker_free(broken->breaker);
  adref_shaper_free(broken->shaper);
}

static void break_with(Broken *broken, const AdrefLineMeasure *measure)
{
  gunichar missing = 0;
  gsize byte = 0;
  g_array_set_size(broken->lines, 0);
  adref_line_breaker_break(broken->breaker, broken->text, measure, broken->lines, &missing, &byte);
  ck_assert_uint_eq(missing, 0);
}

/* Breaks the text at a width; returns the first line. */
static const AdrefTextLine *first_line(Broken *broken, float width, AdrefTextAlign align)
{
  break_with(broken, &(AdrefLineMeasure){width, SIZE * 1.4F, align});
  return &g_array_index(broken->lines, AdrefTextLine, 0);
}

static float natural_width(const char *language, const char *words)
{
  Broken broken = broken_new(language, words);
  float whole, least;
  adref_line_breaker_widths(broken.breaker, broken.text, &whole, &least);
  broken_clear(&broken);
  return whole;
}

/* A space stretches by 0.17 of the font size, up to eight times; then the line is left ragged. */
START_TEST(a_line_that_needs_too_much_stretch_is_left_ragged)
{
  float words = natural_width("en", "ab cd"), stretch = 0.17F * SIZE;
  Broken broken = broken_new("en", "ab cd efgh");
  float width = words + stretch * 7.9F;
  const AdrefTextLine *line = first_line(&broken, width, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 2);
  ck_assert_float_eq_tol(line->width, width, 0.01F);
  line = first_line(&broken, words + stretch * 8.1F, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 2);
  ck_assert_float_eq_tol(line->width, words, 0.01F);
  broken_clear(&broken);
}
END_TEST

/* A space shrinks by 0.07 of the font size at most. */
START_TEST(spaces_shrink_a_little)
{
  float words = natural_width("en", "ab cd"), shrink = 0.07F * SIZE;
  Broken broken = broken_new("en", "ab cd efgh");
  float width = words - shrink * 0.95F;
  const AdrefTextLine *line = first_line(&broken, width, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 2);
  ck_assert_float_eq_tol(line->width, width, 0.01F);
  line = first_line(&broken, words - shrink * 1.05F, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 1);
  broken_clear(&broken);
}
END_TEST

/* Letters of Japanese stretch by 0.05 of the font size each, up to eight times. */
START_TEST(letters_stretch_in_japanese)
{
  float words = natural_width("ja", "合意内容支"), stretch = 4 * 0.05F * SIZE;
  Broken broken = broken_new("ja", "合意内容支mmmmm");
  float width = words + stretch * 7.9F;
  const AdrefTextLine *line = first_line(&broken, width, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 5);
  ck_assert_float_eq_tol(line->width, width, 0.01F);
  line = first_line(&broken, words + stretch * 8.1F, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 5);
  ck_assert_float_eq_tol(line->width, words, 0.01F);
  broken_clear(&broken);
}
END_TEST

/* Clusters of Thai stretch by 0.014 of the font size each, and by 0.03 at most. */
START_TEST(clusters_stretch_in_thai)
{
  float natural = natural_width("th", "ผู้นำผู้นำ");
  Broken broken = broken_new("th", "ผู้นำผู้นำผู้นำ");
  const AdrefTextLine *line = first_line(&broken, natural + 0.01F, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 2);
  const AdrefShapedWord *word = g_array_index(broken.breaker->pieces, AdrefLinePiece, 0).shape;
  float stretch = ADREF_BREAK_ITEM_CLUSTER_STRETCH * SIZE * (float)word->parts;
  ck_assert_float_eq_tol(stretch, 0.014F * SIZE * (float)word->parts, 0.0001F);
  ck_assert_uint_gt(word->parts, 0);
  line = first_line(&broken, natural + stretch * 2, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_float_eq_tol(line->letter_spacing, 0.028F, 0.0005F);
  line = first_line(&broken, natural + stretch * 3, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_float_eq_tol(line->letter_spacing, 0.03F, 0.0001F);
  broken_clear(&broken);
}
END_TEST

/* A loose line of Thai opens no room between two words, which would be read as the end of a phrase:
 * its spaces take it up to eight times, and the line stays shorter. */
START_TEST(no_room_between_words_of_thai)
{
  static const char words[] = "ผู้นำผู้นำ ผู้นำ";
  float natural = natural_width("th", words);
  Broken broken = broken_new("th", "ผู้นำผู้นำ ผู้นำผู้นำ");
  const AdrefTextLine *line = first_line(&broken, natural + 0.01F, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 3);
  const AdrefLinePiece *pieces = &g_array_index(broken.breaker->pieces, AdrefLinePiece, 0);
  guint parts = pieces[0].shape->parts;
  float width = pieces[0].shape->width, more = 0.03F * SIZE * (float)parts, space = 0.06F * SIZE;
  line = first_line(&broken, natural + 2 * more + 5 * space, ADREF_TEXT_ALIGN_JUSTIFIED);
  pieces = &g_array_index(broken.breaker->pieces, AdrefLinePiece, line->first);
  ck_assert_uint_eq(line->pieces, 3);
  ck_assert_float_eq_tol(pieces[1].x - pieces[0].x, width + more, 0.01F);
  ck_assert_float_eq_tol(line->width, natural + 2 * more + 5 * space, 0.01F);
  line = first_line(&broken, natural + 2 * more + 9 * space, ADREF_TEXT_ALIGN_JUSTIFIED);
  pieces = &g_array_index(broken.breaker->pieces, AdrefLinePiece, line->first);
  ck_assert_uint_eq(line->pieces, 3);
  ck_assert_float_eq_tol(pieces[1].x - pieces[0].x, width + more, 0.01F);
  ck_assert_float_eq_tol(line->width, natural + 2 * more + 8 * space, 0.01F);
  broken_clear(&broken);
}
END_TEST

/* A full line is not paid for with one that has a single word. */
START_TEST(ragged_lines_are_about_as_long)
{
  Broken broken = broken_new("en", "mmmm mmmm mmmm mmmmmmmm mmmmmmmmmmmmmm");
  float width = natural_width("en", "mmmm mmmm mmmmmmmm") + 0.1F;
  const AdrefTextLine *line = first_line(&broken, width, ADREF_TEXT_ALIGN_JUSTIFIED);
  ck_assert_uint_eq(line->pieces, 2);
  broken_clear(&broken);
}
END_TEST

/* A last line of one or two letters is avoided where the lines before it allow that. */
START_TEST(the_last_line_is_not_one_short_word)
{
  static const char words[] = "We will meet again in the city to say what we all did about it in "
                              "a year of so much hope and so few means as this one a";
  Broken broken = broken_new("en", words);
  guint alone = 0;
  for (float width = 120; width < 300; width += 1) {
    first_line(&broken, width, ADREF_TEXT_ALIGN_JUSTIFIED);
    const AdrefTextLine *last = &g_array_index(broken.lines, AdrefTextLine, broken.lines->len - 1);
    alone += last->pieces == 1;
  }
  ck_assert_uint_le(alone, 8);
  broken_clear(&broken);
}
END_TEST

/* Nor one word, where the others leave room for a choice. */
START_TEST(the_last_line_has_more_than_one_word)
{
  static const char words[] =
      "We reaffirm that the partnership between our governments, their "
      "officials and the private sectors of both will grow in a spirit of "
      "friendship and of mutual understanding for the many years that lie ahead";
  Broken broken = broken_new("en", words);
  guint alone = 0;
  for (float width = 250; width < 430; width += 1) {
    first_line(&broken, width, ADREF_TEXT_ALIGN_JUSTIFIED);
    const AdrefTextLine *last = &g_array_index(broken.lines, AdrefTextLine, broken.lines->len - 1);
    alone += last->pieces == 1;
  }
  ck_assert_uint_le(alone, 4);
  broken_clear(&broken);
}
END_TEST

/* The same between letters: "る。" alone is the end of no Japanese paragraph, where the lines
 * before it are so long that a letter less does not open them. */
START_TEST(the_last_line_is_not_one_letter)
{
  Broken broken =
      broken_new("ja", "我々は、2032年にベトナム社会主義共和国が主催する次回会合の開催を期"
                       "待する。");
  guint alone = 0;
  for (float width = 20 * SIZE; width < 40 * SIZE; width += SIZE / 5) {
    AdrefLineMeasure measure = {width, SIZE * adref_shaper_script(broken.shaper)->leading,
                                ADREF_TEXT_ALIGN_JUSTIFIED};
    break_with(&broken, &measure);
    const AdrefTextLine *last = &g_array_index(broken.lines, AdrefTextLine, broken.lines->len - 1);
    alone += last->width < 2.2F * SIZE;
  }
  ck_assert_uint_eq(alone, 0);
  broken_clear(&broken);
}
END_TEST

static char *words_of_line(const Broken *broken, guint at)
{
  const AdrefTextLine *line = &g_array_index(broken->lines, AdrefTextLine, at);
  GString *words = g_string_new(NULL);
  for (guint i = line->first; i < line->first + line->pieces; i++) {
    const AdrefLinePiece *piece = &g_array_index(broken->breaker->pieces, AdrefLinePiece, i);
    g_string_append(words, piece->shape->text);
    for (guint space = 0; space < piece->spaces; space++)
      g_string_append_c(words, ' ');
  }
  return g_string_free(words, FALSE);
}

/* Breaks the text at every width; no line may match the pattern. */
static void check_no_line(const char *language, const char *words, gboolean is_heading,
                          const char *pattern)
{
  Broken broken = broken_new(language, words);
  float whole = natural_width(language, words);
  broken.text->is_heading = is_heading;
  for (float width = 110; width < whole; width += 1) {
    first_line(&broken, width, ADREF_TEXT_ALIGN_START);
    for (guint i = 0; i + 1 < broken.lines->len; i++) {
      g_autofree char *line = words_of_line(&broken, i);
      ck_assert_msg(!g_regex_match_simple(pattern, line, 0, 0), "%s", line);
    }
  }
  broken_clear(&broken);
}

/* "1973" and "5,000" may end a line. */
START_TEST(a_day_stays_with_its_month)
{
  static const char english[] = "They met on 17 December (21 July) in 1973 and saw 5,000 people in "
                                "3 years and 2 months";
  check_no_line("en", english, FALSE, "(^|[ (])[0-9]{1,2} ?$");
  check_no_line("vi", "Thông qua tại Tokyo, ngày 17 tháng 12 năm 2023 và sau này", FALSE,
                "(^| )(17|12) ?$");
  check_no_line("th", "ระลึกถึงความร่วมมือซึ่งลึกซึ้งยิ่งขึ้นนับแต่วันที่ 17 ธันวาคม พ.ศ. 2516 และวันที่ ๕ มีนาคม", FALSE,
                "(วัน|วันที่ ?|17 ?|๕ ?)$");
}
END_TEST

/* Groups of three digits behind a space, as in French; "1973 600" are two numbers. */
START_TEST(a_number_stays_whole)
{
  check_no_line("fr",
                "La formation de 5 000 personnes (12 000 000 euros) dès le 1er mars de 1973 600 "
                "fois au 112 quinquies",
                FALSE, "(^|[ (])(5|12|12 000|1er|112) ?$");
  /* numbers of a list are no groups: a line ends between them, and in none */
  check_no_line("en",
                "See 100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 "
                "119 120 121 122 end",
                FALSE, "(^|[ (])[0-9]{1,2} ?$");
}
END_TEST

START_TEST(a_typed_reference_keeps_its_number)
{
  check_no_line("en",
                "They act as set out in paragraph 1, in Article 12 and in (Annex 3) before 2030",
                FALSE, "(paragraph|Article|Annex) ?$");
  check_no_line("fr", "Ils agissent comme prévu au paragraphe 1 et à l’annexe 2 de ce texte", FALSE,
                "paragraphe ?$");
  check_no_line("vi", "Các bên hành động theo Điều 5 và khoản 2 của văn kiện này", FALSE,
                "(Điều|khoản) ?$");
}
END_TEST

START_TEST(a_title_ends_its_lines_at_phrases)
{
  check_no_line("th", "แถลงการณ์ร่วมว่าด้วยมิตรภาพและความร่วมมือระหว่างญี่ปุ่นและอาเซียน", TRUE,
                "(ความร่วม|ความ|และ|มิตร)$");
  check_no_line("lo", "ຖະແຫຼງການຮ່ວມວ່າດ້ວຍມິດຕະພາບແລະການຮ່ວມມືລະຫວ່າງຍີ່ປຸ່ນແລະອາຊຽນ", TRUE,
                "(ແລະການຮ່ວມ|ແລະ)$");
  check_no_line("ja", "サイバーセキュリティ分野における協力に関する共同声明", TRUE, "サイ$");
  check_no_line("ja", "友好協力五十周年に際しての三十の締約者の首脳による声明", TRUE,
                "(五十|締約)$");
  check_no_line("th", "ความเชื่อมโยงและการเสริมสร้างขีดความสามารถของภาคี", TRUE, "ขีด$");
  check_no_line("km", "ប្រតិបត្តិការក្នុងតំបន់និងសន្តិភាព", TRUE, "ប្រតិបត្តិ$");
  check_no_line("ko", "대한민국 환경부와 캄보디아왕국 자연자원부 간의 협력에 관한 양해각서", TRUE,
                "[가-힣]$");
}
END_TEST

/* Nor behind a hyphen, where the whole word fits; a dash between spaces ends a line, and so does a
 * hyphen in a word that is wider than the line. */
START_TEST(a_title_is_not_broken_behind_a_hyphen)
{
  check_no_line("en",
                "Joint Statement of Japan-ASEAN on Cyber-Resilience and a Follow\342\200\223up",
                TRUE, "(Japan-|Cyber-|Follow\342\200\223)$");
  check_no_line("fr", "Le mot d'une déclaration commune \342\200\223 le vice-président", TRUE,
                "vice-$");
  Broken broken = broken_new("en", "Confidence-building-and-capacity-building-measures");
  broken.text->is_heading = TRUE;
  first_line(&broken, 110, ADREF_TEXT_ALIGN_START);
  g_autofree char *line = words_of_line(&broken, 0);
  ck_assert_str_eq(line, "Confidence-building-");
  broken_clear(&broken);
}
END_TEST

/* A phrase that is wider than the line is broken at its words, and the others stay whole. */
START_TEST(only_a_wide_phrase_is_broken)
{
  static const char title[] =
      "แถลงการณ์และความร่วมมือและเสริมสร้างศักยภาพอุตสาหกรรมเทคโนโลยีสารสนเทศระดับภูมิภาค";
  ck_assert_float_gt(natural_width("th", "และเสริมสร้างศักยภาพอุตสาหกรรมเทคโนโลยีสารสนเทศระดับภูมิภาค"),
                     110);
  check_no_line("th", title, TRUE, "(ความ|ร่วม)$");
}
END_TEST

/* Of a line's leading, 0.72 stands above the base line. */
START_TEST(the_leading_is_divided_at_the_base_line)
{
  Broken broken = broken_new("en", "ab");
  const AdrefTextLine *line = first_line(&broken, 100, ADREF_TEXT_ALIGN_START);
  ck_assert_float_eq_tol(line->above, SIZE * 1.4F * 0.72F, 0.001F);
  ck_assert_float_eq_tol(line->above + line->below, SIZE * 1.4F, 0.001F);
  broken_clear(&broken);
}
END_TEST

START_TEST(a_text_is_shaped_in_parts_of_limited_length)
{
  ck_assert_uint_eq(ADREF_SHAPER_MAX_BYTES, 4000);
  g_autofree char *word = g_strnfill(ADREF_SHAPER_MAX_BYTES + 1, 'x');
  Broken broken = broken_new("en", word);
  const AdrefTextLine *line = first_line(&broken, 1e6F, ADREF_TEXT_ALIGN_START);
  ck_assert_uint_eq(line->pieces, 2);
  const AdrefLinePiece *pieces = &g_array_index(broken.breaker->pieces, AdrefLinePiece, 0);
  ck_assert_uint_eq(strlen(pieces[0].shape->text), ADREF_SHAPER_MAX_BYTES);
  ck_assert_uint_eq(strlen(pieces[1].shape->text), 1);
  broken_clear(&broken);
}
END_TEST

TCase *tcase_line_breaker(void)
{
  TCase *tcase = tcase_create("line_breaker");
  tcase_add_test(tcase, a_line_that_needs_too_much_stretch_is_left_ragged);
  tcase_add_test(tcase, spaces_shrink_a_little);
  tcase_add_test(tcase, letters_stretch_in_japanese);
  tcase_add_test(tcase, clusters_stretch_in_thai);
  tcase_add_test(tcase, no_room_between_words_of_thai);
  tcase_add_test(tcase, ragged_lines_are_about_as_long);
  tcase_add_test(tcase, the_last_line_is_not_one_short_word);
  tcase_add_test(tcase, the_last_line_has_more_than_one_word);
  tcase_add_test(tcase, the_last_line_is_not_one_letter);
  tcase_add_test(tcase, a_day_stays_with_its_month);
  tcase_add_test(tcase, a_number_stays_whole);
  tcase_add_test(tcase, a_typed_reference_keeps_its_number);
  tcase_add_test(tcase, a_title_ends_its_lines_at_phrases);
  tcase_add_test(tcase, a_title_is_not_broken_behind_a_hyphen);
  tcase_add_test(tcase, only_a_wide_phrase_is_broken);
  tcase_add_test(tcase, the_leading_is_divided_at_the_base_line);
  tcase_add_test(tcase, a_text_is_shaped_in_parts_of_limited_length);
  return tcase;
}
