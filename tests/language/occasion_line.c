#include "language/occasion_line.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "language/cases.h"

static void line_is(const char *language, const char *place, const char *day, const char *text,
                    const char *expected)
{
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), NULL, NULL, NULL);
  g_autofree char *line = adref_occasion_line(place, day, language, document);
  ck_assert_msg(g_strcmp0(line, expected) == 0, "%s: %s", text, line ? line : "no line");
}

static void is_left_out(const char *language, const char *place, const char *words)
{
  g_autofree char *text =
      g_strdup_printf("# Joint Statement\n\n%s\n\n<!-- op meet -->\nWe meet in Tokyo.\n", words);
  line_is(language, place, "2023-12-17", text, NULL);
}

static void is_printed(const char *words)
{
  g_autofree char *text = g_strdup_printf("# Joint Statement\n\n%s\n", words);
  line_is("en", "Tokyo", "2023-12-17", text, "Tokyo, 17 December 2023");
}

START_TEST(spellings_of_one_line)
{
  static const char *const lines[] = {
      "Tokyo, 17 December 2023",
      "<!-- chapeau x -->\nTokyo, 17 December 2023",
      "<!-- chapeau x -->\n*TOKYO*,  17 **December** 2023",
      "17 December 2023, Tokyo",
      "(Tokyo, December 17, 2023)",
      "Tokyo, Sunday, 17th December 2023",
      "Tokyo<br>17 December 2023",
      "Tokyo\n\n17 December 2023",
      "<!-- chapeau x -->\nTokyo\n\n<!-- chapeau y -->\n17 December 2023",
      "## Tokyo, 17 December 2023",
      "<!-- chapeau x -->\nWe, the Ministers,\n\nTokyo, 17 December 2023",
  };
  for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
    is_left_out("en", "Tokyo", lines[i]);
}
END_TEST

/* Of several days the last one counts, and none of them is part of the place. */
START_TEST(several_days)
{
  static const char *const lines[] = {
      "Tokyo, 16-17 December 2023",
      "Tokyo, 16\xE2\x80\x93"
      "17 December 2023",
      "Tokyo, 16 and 17 December 2023",
      "December 16-17, 2023, Tokyo",
      "Tokyo, 30 November - 17 December 2023",
  };
  for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
    is_left_out("en", "Tokyo", lines[i]);
  is_left_out("fr", "Tokyo", "Tokyo, les 16 et 17 décembre 2023");
  is_left_out("de", "Tokio", "Tokio, 16. bis 17. Dezember 2023");
  is_left_out("nl", "Tokio", "Tokio, 16 en 17 december 2023");
  is_left_out("nl", "Tokio", "Tokio, 17 december 2023");
  is_left_out("en", "Tokyo", "Tokyo, 2023-12-17");
  is_printed("Tokyo, 17-18 December 2023");
}
END_TEST

START_TEST(places)
{
  static const struct {
    const char *words, *place;
  } cases[] = {{"Old Northport, Japan", "Old Northport, Japan"},
               {"Northport, den ", "Northport"},
               {"San One de la Mar, le", "San One de la Mar"},
               {"Northport, ", "Northport"},
               {"Northport, on the", "Northport"},
               {"Northport, not", "Northport, not"},
               {"Enters into force on", NULL},
               {"Draft of", NULL},
               {"As of", NULL},
               {"Issued :", NULL},
               {"Room 12", NULL},
               {"", NULL}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *place = adref_occasion_place(cases[i].words, 0, 0);
    ck_assert_pstr_eq(place, cases[i].place);
  }
}
END_TEST

/* What is longer than 200 bytes is no place; its parts are not looked at. */
START_TEST(long_places)
{
  for (gsize length = 200; length <= 201; length++) {
    g_autofree char *words = g_strnfill(length, 'A');
    g_autofree char *place = adref_occasion_place(words, 0, 0);
    ck_assert_int_eq(place != NULL, length == 200);
  }
}
END_TEST

START_TEST(languages)
{
  is_left_out("ja", "東京", "東京、2023年12月17日");
  is_left_out("ja", "東京", "2023年12月17日、東京");
  is_left_out("ja", "東京", "二〇二三年十二月十七日　東京");
  is_left_out("ja", "東京", "令和5年12月17日、東京");
  is_left_out("ja", "東京", "令和5年12月17日（東京）");
  is_left_out("ar", "طوكيو", "طوكيو، 17 ديسمبر 2023");
  is_left_out("th", "โตเกียว", "โตเกียว 17 ธันวาคม 2566");
  /* nothing says that these are one town, and 大阪 is another */
  line_is("ja", "Tokyo", "2023-12-17", "東京、2023年12月17日", "Tokyo、2023年12月17日");
  line_is("ja", "Tokyo", "2023-12-17", "大阪、2023年12月17日", "Tokyo、2023年12月17日");
  is_left_out("en", NULL, "December 17, 2023");
}
END_TEST

START_TEST(other_lines)
{
  is_printed("Tokyo, 18 December 2023");
  is_printed("Osaka, 17 December 2023");
  is_printed("17 December 2023");
  is_printed("Tokyo");
  is_printed("[Tokyo], 17 December 2023");
  is_printed("Tokyo, 17 December 2023[^1]\n\n[^1]: Or later.");
  is_printed("Done at Tokyo on 17 December 2023 in two copies.");
  is_printed("> Tokyo, 17 December 2023");
  is_printed("~~Tokyo, 17 December 2023~~");
  is_printed("Tokyo, <s>17 December</s> 2023");
  is_printed("Tokyo, not 17 December 2023");
  is_printed("<!-- op meet -->\nWe meet.\n\n<!-- chapeau x -->\nTokyo, 17 December 2023");
  is_printed("<!-- closing x -->\nTokyo, 17 December 2023");
}
END_TEST

START_TEST(only_the_first_paragraphs)
{
  GString *text = g_string_new("# T\n\n");
  for (guint i = 0; i < 6; i++)
    g_string_append(text, "We met.\n\n");
  g_autofree char *seventh = g_strconcat(text->str, "Tokyo, 17 December 2023\n", NULL);
  g_autofree char *ninth = g_strconcat(text->str, "We met.\n\nTokyo, 17 December 2023\n", NULL);
  line_is("en", "Tokyo", "2023-12-17", seventh, NULL);
  line_is("en", "Tokyo", "2023-12-17", ninth, "Tokyo, 17 December 2023");
  g_string_free(text, TRUE);
}
END_TEST

START_TEST(what_facts_lack)
{
  line_is("en", NULL, NULL, "Tokyo\n", NULL);
  line_is("en", "Tokyo", NULL, "We met.\n", "Tokyo");
  line_is("en", "Tokyo", NULL, "Tokyo\n", NULL);
  line_is("en", NULL, "2023-12-17", "We met.\n", "17 December 2023");
  line_is("ja", "東京", "2023-12-17", "", "東京、2023年12月17日");
  line_is("th", "โตเกียว", "2023-12-17", "", "โตเกียว 17 ธันวาคม 2566");
}
END_TEST

/* ICU writes Arabic and Burmese dates with native digits, and Khmer ones with Latin ones. */
START_TEST(digits_of_the_text)
{
  line_is("ar", "طوكيو", "2023-12-17", "منذ عام 1973\n", "طوكيو، 17 ديسمبر 2023");
  line_is("ar", "طوكيو", "2023-12-17", "منذ عام ١٩٧٣\n", "طوكيو، ١٧ ديسمبر ٢٠٢٣");
  line_is("ar", NULL, "2023-12-17", "منذ عام ١٩٧٣ (1973-2023)\n", "17 ديسمبر 2023");
  line_is("ar", NULL, "2023-12-17", "منذ زمن\n", "17 ديسمبر 2023");
  line_is("km", NULL, "2023-12-17", "ឆ្នាំ១៩៧៣\n", "ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៣");
  line_is("km", NULL, "2023-12-17", "ឆ្នាំ 1973\n", "ថ្ងៃទី17 ខែធ្នូ ឆ្នាំ2023");
  line_is("th", NULL, "2023-12-17", "พ.ศ. ๒๕๑๖\n", "๑๗ ธันวาคม ๒๕๖๖");
  line_is("my", NULL, "2023-12-17", "1973\n", "2023 ခုနှစ်၊ ဒီဇင်ဘာလ 17 ရက်");
  line_is("ja", NULL, "2023-12-17", "５,０００人\n", "2023年12月17日");
}
END_TEST

TCase *tcase_occasion_line(void)
{
  TCase *tcase = tcase_create("occasion_line");
  tcase_add_test(tcase, spellings_of_one_line);
  tcase_add_test(tcase, several_days);
  tcase_add_test(tcase, places);
  tcase_add_test(tcase, long_places);
  tcase_add_test(tcase, languages);
  tcase_add_test(tcase, other_lines);
  tcase_add_test(tcase, only_the_first_paragraphs);
  tcase_add_test(tcase, what_facts_lack);
  tcase_add_test(tcase, digits_of_the_text);
  return tcase;
}
