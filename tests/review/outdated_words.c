#include "review/languages/outdated_words.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"

static const char registry[] =
    "parties:\n"
    "  JPN: {short: {en: Japan, ja: 日本}, long: {en: Japan, ja: 日本国, ar: اليابان}}\n"
    "  THA: {short: Thailand, long: {en: the Kingdom of Thailand, fr: le Royaume de Thaïlande},\n"
    "        aliases: [TH, T.H., シャム]}\n"
    "  TUR: {short: Turkey, long: the Republic of Turkey}\n";
static const char new_registry[] = "parties:\n"
                                   "  JPN: {short: {en: Japan, ja: 日本}, long: {en: Japan, ja: "
                                   "日本国, ar: اليابان}}\n"
                                   "  THA: {short: Thailand, long: {en: the Kingdom of Thailand, "
                                   "fr: le Royaume de Thaïlande}, aliases: [TH, T.H., シャム]}\n"
                                   "  TUR: {short: Türkiye, long: the Republic of Türkiye}\n";

static AdrefParties *read_parties(const char *text)
{
  GError *error = NULL;
  AdrefParties *parties = adref_parties_read(text, strlen(text), "parties.yaml", &error);
  ck_assert_no_error(error);
  return parties;
}

static AdrefNode *read_text(const char *markdown)
{
  GError *error = NULL;
  AdrefMarkdownReadOptions options = {.name = "x"};
  AdrefNode *tree = adref_markdown_read(markdown, strlen(markdown), &options, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

/* The lines for a text that was written when the meeting was in Tokyo on 17 December 2023, of Japan
 * and Thailand; now it is in Tokyo Bay on the 18th, of Japan alone. */
static char *lines_of(const char *language, const char *markdown)
{
  char *both[] = {(char[]){"JPN"}, (char[]){"THA"}, NULL}, *one[] = {(char[]){"JPN"}, NULL};
  g_autoptr(AdrefValue) tokyo = adref_value_new_text("Tokyo"),
                        bay = adref_value_new_text("Tokyo Bay"),
                        day = adref_value_new_date(2023, 12, 17),
                        next = adref_value_new_date(2023, 12, 18);
  g_autoptr(AdrefParties) old = read_parties(registry), new = read_parties(new_registry);
  AdrefStatement was = {.parties = both, .place = tokyo, .date = day},
                 is = {.parties = one, .place = bay, .date = next};
  AdrefOutdatedWordsOptions options = {.was = {&was, old}, .is = {&is, new}};
  g_autofree char *source = g_strconcat("<!-- op a -->\n", markdown, "\n", NULL);
  g_autoptr(AdrefNode) document = read_text(source);
  AdrefLanguageText text = {language, document};
  g_autoptr(GPtrArray) found =
      g_ptr_array_new_with_free_func((GDestroyNotify)adref_outdated_words_free);
  adref_outdated_words_find(&options, &text, found);
  g_auto(GStrv) lines = adref_outdated_words_lines(found);
  return g_strjoinv("\n", lines);
}

static const struct {
  const char *language, *markdown, *said;
} dates[] = {
    {"en", "We met on 17 December 2023.", "17 December 2023"},
    {"en", "We met on Sunday, 17th of December 2023.", "Sunday, 17th of December 2023"},
    {"en", "We met on December 17, 2023.", "December 17, 2023"},
    {"en", "We met on 2023-12-17.", "2023-12-17"},
    {"fr", "Réunis le 17 décembre 2023.", "17 décembre 2023"},
    {"es", "Reunidos el 17 de diciembre de 2023.", "17 de diciembre de 2023"},
    {"ja", "我々は、令和5年12月17日に集い、", "令和5年12月17日"},
    {"ja", "我々は、2023年12月17日に集い、", "2023年12月17日"},
    {"th", "เราพบกันเมื่อวันที่ 17 ธันวาคม 2566", "17 ธันวาคม 2566"},
    {"vi", "Chúng tôi họp ngày 17 tháng 12 năm 2023.", "ngày 17 tháng 12 năm 2023"},
    {"id", "Kami bertemu pada 17 Desember 2023.", "17 Desember 2023"},
};

START_TEST(an_old_date_is_found_by_its_value)
{
  g_autofree char *lines = lines_of(dates[_i].language, dates[_i].markdown);
  g_autofree char *expected =
      g_strdup_printf("date: the %s text says %s in a; ", dates[_i].language, dates[_i].said);
  ck_assert_msg(g_str_has_prefix(lines, expected), "%s: \"%s\"", dates[_i].markdown, lines);
  ck_assert_ptr_null(strchr(lines, '\n'));
}
END_TEST

static const struct {
  const char *language, *markdown, *lines;
} cases[] = {
    {"en", "We met in Tokyo.", "place: the en text says Tokyo in a; the facts say Tokyo Bay"},
    {"ja", "我々は、Tokyoにおいて会合した。",
     "place: the ja text says Tokyo in a; the facts say Tokyo Bay"},
    {"en", "We met in Tokyo Bay.", ""},
    {"en", "We met in Tokyoville.", ""},
    {"en", "We met on 18 December 2023, after 7 December 2023, and in December 2023.", ""},
    {"en", "We met.", ""},
    {"en", "<!-- Tokyo --> We met.", ""},
    {"en", "We, [the Kingdom of Thailand](#THA).",
     "parties: the en text says the Kingdom of Thailand in a; it takes part no more"},
    {"fr", "Nous, le Royaume de Thaïlande.",
     "parties: the fr text says le Royaume de Thaïlande in a; it takes part no more"},
    {"en", "The Japan-T.H. Summit.", "parties: the en text says T.H. in a; it takes part no more"},
    {"en", "We pay TH$ 5 million for the THB.", ""},
    {"ja", "シャム湾の安全を確保する。", ""},
    {"en", "With Turkey and Japan.",
     "names: the en text says Turkey in a; the facts say the "
     "Republic of Türkiye"},
    {"en", "With the Republic of Turkey.\n\n<!-- op b -->\nWith the Republic of Turkey.",
     "names: the en text says the Republic of Turkey in a, b; the facts say the Republic of "
     "Türkiye"},
};

START_TEST(old_words_are_found_and_nothing_else)
{
  g_autofree char *lines = lines_of(cases[_i].language, cases[_i].markdown);
  ck_assert_str_eq(lines, cases[_i].lines);
}
END_TEST

/* The lines for a text of Japan and Thailand that was never assembled, in which Turkey takes part
 * since, and whose title changed. */
static char *lines_with_more(const char *markdown)
{
  char *both[] = {(char[]){"JPN"}, (char[]){"THA"}, NULL},
       *three[] = {(char[]){"JPN"}, (char[]){"THA"}, (char[]){"TUR"}, NULL};
  g_autoptr(GHashTable) old = g_hash_table_new(g_str_hash, g_str_equal),
                        new = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(old, (char[]){""}, (char[]){"[Japan](#JPN)-Thailand Statement"});
  g_hash_table_insert(new, (char[]){""}, (char[]){"Statement of Three"});
  g_autoptr(AdrefParties) parties = read_parties(registry);
  AdrefStatement was = {.parties = both, .title = old}, is = {.parties = three, .title = new};
  AdrefOutdatedWordsOptions options = {.was = {&was, parties}, .is = {&is, parties}};
  g_autoptr(AdrefNode) document = read_text(markdown);
  AdrefLanguageText text = {"en", document};
  g_autoptr(GPtrArray) found =
      g_ptr_array_new_with_free_func((GDestroyNotify)adref_outdated_words_free);
  adref_outdated_words_find(&options, &text, found);
  g_auto(GStrv) lines = adref_outdated_words_lines(found);
  return g_strjoinv("\n", lines);
}

START_TEST(a_party_that_was_added_is_missed_where_all_others_are_named)
{
  static const struct {
    const char *markdown, *lines;
  } rows[] = {
      {"<!-- pp a from=x/a -->\nJapan met Thailand.\n",
       "parties: the en text does not name the Republic of Turkey in a"},
      {"<!-- pp a from=x/a -->\nJapan gave money.\n\n<!-- pp b -->\nThey met.\n", ""},
      {"<!-- pp a -->\nJapan met Thailand and Turkey.\n", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *lines = lines_with_more(rows[i].markdown);
    ck_assert_str_eq(lines, rows[i].lines);
  }
}
END_TEST

START_TEST(the_first_heading_keeps_an_old_title)
{
  static const struct {
    const char *markdown, *lines;
  } rows[] = {
      {"<!-- heading t -->\n# [Japan](#JPN)-Thailand Statement\n",
       "title: the en text says Japan-Thailand Statement in t; the facts say Statement of Three"},
      {"# Statement of Three\n\n## Japan-Thailand Statement\n", NULL},
      {"# [Joint] Japan-Thailand Statement\n", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *lines = lines_with_more(rows[i].markdown);
    if (rows[i].lines)
      ck_assert_ptr_nonnull(strstr(lines, rows[i].lines));
    else
      ck_assert_ptr_null(strstr(lines, "title:"));
  }
}
END_TEST

TCase *tcase_outdated_words(void)
{
  TCase *tc = tcase_create("outdated_words");
  tcase_add_loop_test(tc, an_old_date_is_found_by_its_value, 0, G_N_ELEMENTS(dates));
  tcase_add_test(tc, a_party_that_was_added_is_missed_where_all_others_are_named);
  tcase_add_test(tc, the_first_heading_keeps_an_old_title);
  tcase_add_loop_test(tc, old_words_are_found_and_nothing_else, 0, G_N_ELEMENTS(cases));
  return tc;
}
