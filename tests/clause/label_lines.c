#include <time.h>

#include "clause/cases.h"
#include "dump.h"
#include "environment.h"

/* Texts and their canonical forms. */
static void becomes(const char *text, const char *canonical)
{
  g_autoptr(AdrefNode) document = read_plain(text);
  g_autoptr(GString) result = adref_canonical(document);
  ck_assert_str_eq(result->str, canonical);
}

START_TEST(prose_is_no_list)
{
  static const char *const cases[][2] = {
      /* lines that were broken where they were full */
      {"As set out in the Agreement, the measures that the Parties take under\n(a) and those that "
       "they take in accordance with the procedures of paragraph\n(b) of that Article are "
       "reviewed.\n",
       "As set out in the Agreement, the measures that the Parties take under (a) and those that "
       "they take in accordance with the procedures of paragraph (b) of that Article are "
       "reviewed.\n"},
      {"The Association of Southeast Asian Nations and the\n(ASEAN) members met.\n",
       "The Association of Southeast Asian Nations and the (ASEAN) members met.\n"},
      /* one label */
      {"We agree:\n(a) to meet.\n", "We agree: (a) to meet.\n"},
      /* no sequence */
      {"We agree:\n(c) to meet;\n(a) to part;\n", "We agree: (c) to meet; (a) to part;\n"},
      {"We agree\n(b) to meet;\n(c) to part;\n", "We agree (b) to meet; (c) to part;\n"},
      {"Article 7: x.\nArticle 6: y.\n", "Article 7: x. Article 6: y.\n"},
      {"It rose by\n1.2 per cent and\n1.3 per cent.\n",
       "It rose by 1.2 per cent and 1.3 per cent.\n"},
      {"See:\nArticle 5 of the Charter,\nArticle 6 of it.\n",
       "See: Article 5 of the Charter, Article 6 of it.\n"},
      /* alternatives stay in one bracket */
      {"We [agree:\n(a) x;\n(b) y / do not].\n", "We [agree: (a) x; (b) y / do not].\n"},
      {"We [agree:\n(a) x;\n(b) y] [refuse].\n", "We [agree: (a) x; (b) y / refuse].\n"},
      {"We [JPN: agree:\n(a) x;\n(b) y].\n", "We [agree: (a) x; (b) y - JPN].\n"},
      {"We [JPN, THA2: agree:\n(a) x;\n(b) y].\n", "We [agree: (a) x; (b) y - JPN, THA2].\n"},
      {"We [Jpn: agree:\n(a) x;\n(b) y].\n", "We [Jpn: agree:\n\n(a) x;\\\n(b) y].\n"},
      {"We [A JPN agree:\n(a) x;\n(b) y].\n", "We [A JPN agree:\n\n(a) x;\\\n(b) y].\n"},
      {"We [agree]\n[refuse:\n(a) x;\n(b) y].\n", "We [agree / refuse: (a) x; (b) y].\n"},
      {"We [agree:\n(a) x;\n(b) y](#a).\n", "We [agree: (a) x; (b) y](#a).\n"},
      {"We [agree:\n(a) x;\n(b) y]: z.\n", "We [agree: (a) x; (b) y]\\: z.\n"},
      {"We [agree:\n(a) x;\n(b) y]\n[refuse].\n", "We [agree: (a) x; (b) y / refuse].\n"},
      {"[JPN: agree:\n(a) x;\n(b) y].\n", "[agree: (a) x; (b) y - JPN].\n"},
      {"[agree:\n(a) x;\n(b) y] (c).\n", "[agree:\n\n(a) x;\\\n(b) y] (c).\n"},
      /* a heading, emphasis, code */
      {"# a\n\n*(a) x;\n(b) y*\n", "# a\n\n*(a) x; (b) y*\n"},
      {"`(a) x;\n(b) y`\n", "`(a) x; (b) y`\n"},
      /* one bullet alone, or dashes of sentences */
      {"• x\ny\n", "• x y\n"},
      {"A • B\n• C\n", "A • B • C\n"},
      {"We go on and on until an editor breaks the line just before a dash\n– and go on\n– and "
       "on.\n",
       "We go on and on until an editor breaks the line just before a dash – and go on – and "
       "on.\n"},
      {"Um acordo sobre\no comércio e\no investimento\n",
       "Um acordo sobre o comércio e o investimento\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    becomes(cases[i][0], cases[i][1]);
}
END_TEST

START_TEST(lists_stay_lists)
{
  static const char *const cases[][2] = {
      {"(a) x and\nmore;\n(b) y\n", "(a) x and more;\\\n(b) y\n"},
      /* a full line that only its conjunction ends */
      {"We do this, and report on it in the course of the year, each for itself:\n(a) to meet each "
       "year at the seat of the Association with the members, and\n(b) to part.\n",
       "We do this, and report on it in the course of the year, each for itself:\n\n(a) to meet "
       "each year at the seat of the Association with the members, and\\\n(b) to part.\n"},
      {"(h) x;\n(i) y;\n(j) z\n", "(h) x;\\\n(i) y;\\\n(j) z\n"},
      {"(z) x;\n(aa) y\n", "(z) x;\\\n(aa) y\n"},
      {"(1) x;\n(1 bis) y;\n(1 ter) y;\n(2) z\n", "(1) x;\\\n(1 bis) y;\\\n(1 ter) y;\\\n(2) z\n"},
      {"ARTICLE 2.1: X\nARTICLE 2.X: Y\nARTICLE 2.2: Z\n",
       "ARTICLE 2.1: X\\\nARTICLE 2.X: Y\\\nARTICLE 2.2: Z\n"},
      {"(a) x; and\n(b) y\n", "(a) x; and\\\n(b) y\n"},
      {"We, ASEAN:\n(a) x;\n(b) y\n(a) again;\n(b) z\n",
       "We, ASEAN:\n\n(a) x;\\\n(b) y\n\n(a) again;\\\n(b) z\n"},
      {"We [agree:\n(a) x;\n(b) y].\n", "We [agree:\n\n(a) x;\\\n(b) y].\n"},
      {"(1) x:\n(a) y;\n(b) z;\n(2) w\n", "(1) x:\\\n(a) y;\\\n(b) z;\\\n(2) w\n"},
      {"\\(a) x;\\\n\\(b) y\n", "\\(a) x;\\\n\\(b) y\n"},
      /* lines that are a break alone */
      {"w\n\n\\\nx\n(a) y\n(b) z\n", "w\n\nx\n\n(a) y\\\n(b) z\n"},
      {"(a) x   \n\\\n(b) y\nz\n", "(a) x\\\n(b) y z\n"},
      {"(a) x\n\\\n(b) y\nz\n", "(a) x\\\n(b) y z\n"},
      /* bullets */
      {"We:\n• x\n•\ty\n   o  z\n   o\tw\n• v\n", "We:\n\n• x\\\n• y\\\no  z\\\no  w\\\n• v\n"},
      {"– the first line is the longest\n– y\n", "– the first line is the longest\\\n– y\n"},
      {"・会議\n・研修\n", "・会議\\\n・研修\n"},
      {"● 会議\n● x\n", "●会議\\\n● x\n"},
      {"•\nx\n•\ny\n", "• x\\\n• y\n"},
      {"• x\n• y\n· z\n", "• x\\\n• y\\\n· z\n"},
      {"(a) x:\n– y\n– z\n(b) w\n", "(a) x:\\\n– y\\\n– z\\\n(b) w\n"},
      {"• x\\\n&#8226; y\n", "&#8226; x\\\n&#8226; y\n"},
      /* words that would hide an item */
      {"a) x;\nb) y<br>\n\\(1) z;\n(1) v<br>a) w\n(2) u\n",
       "a) x;\\\nb) y\\\n\\(1) z;\\\n(1) v\\\n&#97;) w\\\n(2) u\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    becomes(cases[i][0], cases[i][1]);
    becomes(cases[i][1], cases[i][1]);
  }
}
END_TEST

/* Labels of which some are missing. */
START_TEST(gaps_stay_one_a_line)
{
  static const char *const cases[][2] = {
      {"(a) to meet;\n(c) to part.\n", "(a) to meet;\\\n(c) to part.\n"},
      {"We agree:\n(a) to meet;\n(d) to part;\n", "We agree:\n\n(a) to meet;\\\n(d) to part;\n"},
      {"We agree:\n(b) to meet;\n(c) to part;\n", "We agree:\n\n(b) to meet;\\\n(c) to part;\n"},
      {"(i) to meet;\n(iii) to part.\n", "(i) to meet;\\\n(iii) to part.\n"},
      {"(1) to meet;\n(3) to part.\n", "(1) to meet;\\\n(3) to part.\n"},
      {"a) to meet;\nc) to part.\n", "a) to meet;\\\nc) to part.\n"},
      {"(a) to meet\n(c) to part\n", "(a) to meet\\\n(c) to part\n"},
      {"(a) to meet; and\n(c) to part\n", "(a) to meet; and\\\n(c) to part\n"},
      {"(a) to meet\\\n(c) and (d) of it\n", "(a) to meet\\\n(c) and (d) of it\n"},
      {"一、会議\n三、研修\n", "一、会議\\\n三、研修\n"},
      {"（一）会議。\n（三）研修。\n", "（一）会議。\\\n（三）研修。\n"},
      {"(ก) ประชุม;\n(ค) อบรม\n", "(ก) ประชุม;\\\n(ค) อบรม\n"},
      /* a list in an item, a list behind it */
      {"(a) by sea:\n(i) x;\n(iii) y;\n(c) by land.\n",
       "(a) by sea:\\\n(i) x;\\\n(iii) y;\\\n(c) by land.\n"},
      {"(a) x;\n(c) y;\n(a) z;\n(b) w.\n", "(a) x;\\\n(c) y;\n\n(a) z;\\\n(b) w.\n"},
      /* "(i)" is a letter where nothing else is Roman */
      {"(f) x;\n(g) y;\n(i) z.\n", "(f) x;\\\n(g) y;\\\n(i) z.\n"},
      {"(f) w;\n(g) x:\n(i) y;\n(ii) z.\n", "(f) w;\\\n(g) x:\\\n(i) y;\\\n(ii) z.\n"},
      {"(g) x:\n(i) y;\n(ii) z.\n", "(g) x:\n\n(i) y;\\\n(ii) z.\n"},
      /* references inside of items */
      {"(a) the goods of Article 5 (b);\n(c) those of paragraphs (a), (b) and (d).\n",
       "(a) the goods of Article 5 (b);\\\n(c) those of paragraphs (a), (b) and (d).\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    becomes(cases[i][0], cases[i][1]);
    becomes(cases[i][1], cases[i][1]);
  }
}
END_TEST

/* Lines of prose that happen to begin with labels of one kind. */
START_TEST(gaps_are_not_found_in_prose)
{
  static const char *const cases[] = {
      /* lines that were full */
      "The measures that each Party takes in accordance with this Article and paragraph\n"
      "(a) of the Annex, or in accordance with the procedures of this text and paragraph\n"
      "(c) of the Annex, are reviewed.\n",
      "The measures that each Party may take in accordance with this Article and paragraph\n"
      "(i) of the Annex, as well as those which it may have to take under its paragraphs\n"
      "(iii) and (iv), are reviewed.\n",
      "as amended by Resolution 12 (2009) in its second part, and with the words of note\n"
      "(1) in mind; the words that stood in the first edition of this text and in note\n"
      "(3) do not apply.\n",
      /* lines of a sentence each */
      "The Parties keep the measures under paragraph\n(a) of Article 5, and they end those under\n"
      "(c) of that Article.\n",
      "See Article 5 (1),\n(a) and (b), and Article 6,\n(d) and (e).\n",
      "The following do not apply.\n(a) and (b) of Article 5.\n(d) and (e) of Article 6.\n",
      /* a list that runs on */
      "The Parties agree: (a) to meet; (b) to\nreport; (c) to act on what they have been told;\n"
      "(d) to rest; (e) to sleep; and to do so until\nthe end of the year.\n",
      "(a) to meet; (b) to report;\n(c) to act; (d) to rest;\n(e) to sleep.\n",
      "(a) to meet, (b) to report;\n(c) to act.\n",
      "(i) to meet; (ii) to report;\n(iii) to act.\n",
      "(1) to meet, and (2) to report;\n(3) to act.\n",
      /* names, signs of other kinds, other ends */
      "For Japan:\nA. Tanaka\nK. Suzuki\n",
      "K. Suzuki,\nM. Tanaka and\nO. Yamada spoke.\n",
      "(a) to meet;\nc. to part.\n",
      "(a) to meet;\n(C) to part.\n",
      "We agree:\n(a) to meet;\n(z) to part.\n",
      "(c) 2023 ASEAN;\n(a) 2024.\n",
      "It rose by (5) of these.\n(30) of those fell.\n",
      /* one label */
      "We agree.\n(c) to meet.\n",
      "We met in Tokyo.\n(iii) is the number.\n",
      /* words of law that begin a line */
      "Recalling\nArticle 5 of the Charter and\nArticle 7 of it,\n",
      "Article 5 of the Charter says so.\nArticle 7 of it does not.\n",
      "第一条の規定により、\n第三条を改める。\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *joined = g_strdup(cases[i]);
    g_strdelimit(joined, "\n", ' ');
    joined[strlen(joined) - 1] = '\n';
    becomes(cases[i], joined);
  }
}
END_TEST

/* Lines of labels, words and breaks that are drawn by chance: the canonical form reads back to the
 * same tree. */
START_TEST(drawn_lines_are_read_again)
{
  static const char *const labels[] = {
      "(a) ",     "(b) ", "(c) ", "(d) ",  "(g) ",  "(h) ",        "(i) ", "(j) ", "(ii) ",
      "(iii) ",   "(v) ", "(x) ", "(1) ",  "(3) ",  "一、",        "三、", "(z) ", "(aa) ",
      "(i bis) ", "A. ",  "C. ",  "1.1 A", "1.3 A", "Article 2 A", "• ",   ""};
  static const char *const words[] = {
      "x", "x; (b) y", "to agree:", "and (d)", "x and (h) y", "w v"};
  static const char *const ends[] = {";\n",
                                     "\n",
                                     ",\n",
                                     ":\n",
                                     "\\\n",
                                     "; and\n",
                                     ".\n",
                                     " long words "
                                     "that go on until the line is full of them\n"};
  guint state = 1, count = environment_count(NULL, 20000);
  for (guint n = 0; n < count; n++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint line = 0; line < 2 + n % 7; line++) {
      state = state * 1664525 + 1013904223;
      g_string_append_printf(text, "%s%s%s", labels[(state >> 8) % G_N_ELEMENTS(labels)],
                             words[(state >> 16) % G_N_ELEMENTS(words)],
                             ends[(state >> 24) % G_N_ELEMENTS(ends)]);
    }
    g_autoptr(AdrefNode) document = read_plain(text->str);
    g_autoptr(GString) canonical = adref_canonical(document);
    g_autoptr(AdrefNode) again = read_plain(canonical->str);
    g_autoptr(GString) tree = dump_tree(document), tree_again = dump_tree(again);
    g_autoptr(GString) canonical_again = adref_canonical(again);
    ck_assert_str_eq(canonical->str, canonical_again->str);
    ck_assert_msg(g_string_equal(tree, tree_again), "another tree: %s%s", text->str, tree->str);
  }
}
END_TEST

/* Each escaped series lets the one before it begin; after eight rounds all labels are escaped. */
START_TEST(escapes_what_would_become_a_list)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint number = 40; number > 0; number -= 2)
    g_string_append_printf(text, "&#65;rticle %u\\\n&#65;rticle %u%s", number, number + 1,
                           number > 2 ? "\\\n" : "\n");
  becomes(text->str, text->str);
}
END_TEST

static void is_read_soon(const char *text)
{
  clock_t start = clock();
  g_autoptr(AdrefNode) document = read_plain(text);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_uint_gt(canonical->len, 0);
  ck_assert_int_lt(clock() - start, 5 * CLOCKS_PER_SEC);
}

START_TEST(takes_linear_time)
{
  static const char *const lines[] = {"(a) x;\n", "(b) x\n", "[\n(a) y;\n", "(1) x;\n(a) y;\n",
                                      "(a) x<br>\n\\(b) y\\\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 1000000)
      g_string_append(text, lines[i]);
    is_read_soon(text->str);
  }
}
END_TEST

/* Those in the bracket are no items. */
START_TEST(takes_linear_time_behind_a_bracket)
{
  g_autoptr(GString) half = g_string_new(NULL);
  while (half->len < 500000)
    g_string_append(half, "(a) x;\n");
  g_autofree char *text = g_strconcat("[", half->str, "- JPN / b - THA]\n", half->str, NULL);
  is_read_soon(text);
}
END_TEST

TCase *tcase_label_lines(void)
{
  TCase *tcase = tcase_create("label_lines");
  tcase_add_test(tcase, prose_is_no_list);
  tcase_add_test(tcase, lists_stay_lists);
  tcase_add_test(tcase, gaps_stay_one_a_line);
  tcase_add_test(tcase, gaps_are_not_found_in_prose);
  tcase_add_test(tcase, drawn_lines_are_read_again);
  tcase_add_test(tcase, escapes_what_would_become_a_list);
  tcase_add_test(tcase, takes_linear_time);
  tcase_add_test(tcase, takes_linear_time_behind_a_bracket);
  return tcase;
}
