/* Plain text whose lines an editor has broken: at every width the paragraphs are those that were
 * broken, and items are items. */
#include "exchange/pasted/plain_wrap.h"

#include "exchange/cases.h"
#include "exchange/pasted/plain_text.h"

enum {
  NARROW = 40,
  WIDE = 90
};

static const char *const prose[] = {
    "The ministers met in Suva from 3 to 5 June 2030 and recalled resolution 2250 (2015) of the "
    "Council, which 123 countries had supported, and Article V of the treaty of 1951.",
    "They noted that the fund had paid 2.5 million dollars in 2028 and 40 million dollars in 2029 "
    "to 17 members, while 12 of them - small states and those without a coast - had paid nothing.",
    "Under Article 5 of the same treaty and under section 4 of its annex the board may spend 60 "
    "per cent of what is due for reefs of the first class and 30 per cent for all others.",
    "In ihrer Sitzung vom 24. Mai 2030 beriet die Kommission den Entwurf vom 30. April 2030 und "
    "nahm ihn nach § 3 der Regeln mit 12 gegen 7 Stimmen an."};

/* Adds words with line breaks, as `fmt` does. */
static void add_broken(GString *out, const char *words, gsize width)
{
  g_auto(GStrv) all = g_strsplit(words, " ", -1);
  gsize column = 0;
  for (char **word = all; *word; word++) {
    gsize length = (gsize)g_utf8_strlen(*word, -1);
    gboolean fits = column + 1 + length <= width;
    if (column > 0)
      g_string_append_c(out, fits ? ' ' : '\n');
    g_string_append(out, *word);
    column = column > 0 && fits ? column + 1 + length : length;
  }
}

/* The paragraphs of Markdown as lines, without escapes. */
static char *unbroken(const GString *markdown)
{
  g_auto(GStrv) paragraphs = g_strsplit(markdown->str, "\n\n", -1);
  for (char **paragraph = paragraphs; *paragraph; paragraph++) {
    g_auto(GStrv) lines = g_strsplit(g_strstrip(*paragraph), "\n", -1);
    for (char **line = lines; *line; line++)
      g_strstrip(*line);
    g_free(*paragraph);
    *paragraph = g_strjoinv(" ", lines);
  }
  g_autofree char *all = g_strjoinv("\n", paragraphs);
  g_auto(GStrv) parts = g_strsplit(all, "\\", -1);
  return g_strjoinv("", parts);
}

START_TEST(paragraphs_are_whole_at_every_width)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree char *whole = g_strjoinv(
      "\n", (char **)(guintptr)(const char *[]){prose[0], prose[1], prose[2], prose[3], NULL});
  for (guint i = 0; i < G_N_ELEMENTS(prose); i++) {
    add_broken(text, prose[i], (gsize)_i);
    g_string_append(text, "\n\n");
  }
  g_autoptr(GString) markdown =
      adref_plain_text_to_markdown(text->str, text->len, NULL, lines, NULL, NULL);
  g_autofree char *got = unbroken(markdown);
  ck_assert_str_eq(g_strchomp(got), whole);
}
END_TEST

/* Items of a paragraph that are as long as the lines of the paragraphs around them. */
START_TEST(items_are_items_at_every_width)
{
  static const char *const lists[][3] = {
      {"7 the reef and the birds on it for all of the year and", "8 the archive of the fund", "8"},
      {"7. the reef and the birds on it for all of the year and", "8. the archive", "8\\."},
      {"(b) the reef and the birds on it for all of the year and", "(c) the archive", "(c)"},
      {"Article IV The reef and the birds on it for all of the year", "Article V The archive",
       "Article V"},
      {"- the reef and the birds on it for all of the year and", "- the archive", "-"}};
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
    add_broken(text, prose[0], strlen(lists[i][0]) + 1);
    g_string_append_printf(text, "\n\n%s\n%s\n", lists[i][0], lists[i][1]);
    g_autoptr(GString) markdown =
        adref_plain_text_to_markdown(text->str, text->len, NULL, lines, NULL, NULL);
    g_autofree char *item = g_strdup_printf("\n%s ", lists[i][2]);
    ck_assert_msg(strstr(markdown->str, item) != NULL, "%s: %s", item, markdown->str);
  }
}
END_TEST

static glong width_of(const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  return adref_plain_wrap_width(lines);
}

START_TEST(lines_that_nobody_broke)
{
  ck_assert_int_eq(width_of("We met\nin Suva\ntoday and\nin Apia\nlater"), 0);
  ck_assert_int_eq(width_of("We met in Suva and in the town of Apia to\n"
                            "speak of reefs and of all the birds on\n"
                            "them, and we agreed on the plan for the\n"
                            "next year, which all of us will sign in\nApia."),
                   41);
  ck_assert_int_eq(width_of("We met in Suva and in the town of Apia to\n"
                            "speak of reefs and of all the birds on\n"
                            "them, and we agreed on the plan for the\nyear."),
                   0);
}
END_TEST

/* A figure at the end of a line is none of a sentence, whatever stands in the bytes behind it. */
START_TEST(figure_at_the_end_of_a_line)
{
  ck_assert(adref_plain_wrap_is_bare_figure("40 - JPN]"));
  ck_assert(adref_plain_wrap_is_bare_figure("2,500] days"));
  ck_assert(!adref_plain_wrap_is_bare_figure("40"));
  ck_assert(!adref_plain_wrap_is_bare_figure("40\0"
                                             "5] days"));
  ck_assert(!adref_plain_wrap_is_bare_figure("4. The Parties"));
}
END_TEST

TCase *tcase_plain_wrap(void)
{
  TCase *tcase = tcase_create("plain_wrap");
  tcase_add_loop_test(tcase, paragraphs_are_whole_at_every_width, NARROW, WIDE + 1);
  tcase_add_test(tcase, items_are_items_at_every_width);
  tcase_add_test(tcase, lines_that_nobody_broke);
  tcase_add_test(tcase, figure_at_the_end_of_a_line);
  return tcase;
}
