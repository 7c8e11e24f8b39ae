#include "view/terminal/terminal.h"

#include "cases.h"
#include "clause/labels/numbering.h"
#include "merge/compare/diff.h"
#include "view/terminal_cells.h"

static char *text_of(const char *markdown, AdrefView view, guint width, gboolean color)
{
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {.view = view};
  return g_string_free(adref_terminal_write(tree, &options, width, color), FALSE);
}

static void check(const char *markdown, AdrefView view, guint width, const char *expected)
{
  g_autofree char *text = text_of(markdown, view, width, FALSE);
  ck_assert_str_eq(text, expected);
}

/* In a style that gives operative paragraphs no number. */
static void check_unnumbered(const char *markdown, const char *expected)
{
  static const AdrefNumbering none = {FALSE, FALSE, FALSE, FALSE};
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {.view = ADREF_VIEW_PUBLIC};
  adref_numbering_apply(tree, &none, NULL);
  g_autofree char *text = g_string_free(adref_terminal_write(tree, &options, 40, FALSE), FALSE);
  ck_assert_str_eq(text, expected);
}

START_TEST(numbers_hang)
{
  check("# Title\n\n<!-- op a -->\nOne two three four five six.\n\n<!-- op b -->\nSeven.\n",
        ADREF_VIEW_CLEAN, 20,
        "Title\n=====\n\n1.  One two three\n    four five six.\n\n2.  Seven.\n");
}
END_TEST

START_TEST(the_number_of_a_list_stands_apart)
{
  check("<!-- op a -->\nOne.\n\n<!-- op b -->\n1. two;\n2. three.\n\n<!-- op c -->\n- four;\n- "
        "five.\n"
        "\n<!-- op d -->\nSix.\n",
        ADREF_VIEW_CLEAN, 0,
        "1.  One.\n\n2.\n    (a) two;\n    (b) three.\n\n3.\n    • four;\n    • five.\n\n"
        "4.  Six.\n");
}
END_TEST

START_TEST(negotiators_see_ids_and_positions)
{
  check("<!-- op a -->\nWe [shall - JPN / should - THA delete]. <!-- note LAO: why -->\n\n"
        "<!-- op b -->\nB.\n",
        ADREF_VIEW_NEGOTIATING, 0,
        "1. #a\n    We [shall - JPN / should - THA delete].\n        Note (LAO): why\n\n"
        "2. #b\n    B.\n");
}
END_TEST

START_TEST(the_public_sees_brackets_only)
{
  check("We [shall - JPN / should - THA delete]. <!-- note LAO: why -->\n", ADREF_VIEW_PUBLIC, 0,
        "We [shall / should].\n");
}
END_TEST

START_TEST(lists)
{
  check("<!-- op a -->\nWe:\n\n1. one\n   1. nested\n   2. again\n2. two\n\nand\n\n* x\n\n* y\n",
        ADREF_VIEW_PUBLIC, 40,
        "    We:\n\n    (a) one\n        (i) nested\n        (ii) again\n    (b) two\n\n    and\n\n"
        "    • x\n\n    • y\n");
}
END_TEST

START_TEST(typed_numbers_stay)
{
  check("0. nought\n1. one\n1. one again\n2. two\n", ADREF_VIEW_PUBLIC, 40,
        "0.  nought\n1.  one\n1.  one again\n2.  two\n");
  check("<!-- op a -->\nWe:\n\n0. nought\n3. three\n", ADREF_VIEW_PUBLIC, 40,
        "    We:\n\n    (0) nought\n    (c) three\n");
  check("<!-- op a -->\nWe:\n\n0) nought\n3) three\n   1. in\n", ADREF_VIEW_PUBLIC, 40,
        "    We:\n\n    0)  nought\n    3)  three\n        (i) in\n");
}
END_TEST

START_TEST(lists_in_a_style_without_numbers_begin_with_numbers)
{
  check("<!-- op a no=1 -->\nWe:\n\n1. one\n\n<!-- op b -->\nGo.\n", ADREF_VIEW_PUBLIC, 40,
        "1.  We:\n\n    (a) one\n\n1 bis. Go.\n");
  check_unnumbered("<!-- op a -->\n3. three\n4. four\n   1. one\n\n<!-- op b -->\nGo.\n",
                   "    3.  three\n    4.  four\n        (a) one\n\n    Go.\n");
  check_unnumbered("<!-- op a -->\nWe:\n\n1. one\n\n<!-- annex x -->\n# A\n\n<!-- op b -->\nGo.\n",
                   "    We:\n\n    (a) one\n\nA\n=\n\n    Go.\n");
}
END_TEST

START_TEST(blocks)
{
  check("> quoted\n\n```\ncode  x\n y\n```\n\n***\n\na  \nb\n", ADREF_VIEW_PUBLIC, 40,
        "    quoted\n\n    code  x\n     y\n\n* * *\n\na\nb\n");
}
END_TEST

START_TEST(tables_fit_the_window)
{
  static const char table[] =
      "Text.\n\n| Party | Amount | c |\n|---|--:|:-:|\n| Japan | 5 | abcd |\n";
  check(table, ADREF_VIEW_CLEAN, 0,
        "Text.\n\n"
        "+-------+--------+------+\n"
        "| Party | Amount |  c   |\n"
        "+=======+========+======+\n"
        "| Japan |      5 | abcd |\n"
        "+-------+--------+------+\n");
  check("| a | words that go on |\n|---|---|\n| 日本 | x |\n", ADREF_VIEW_CLEAN, 20,
        "+------+-----------+\n"
        "| a    | words     |\n"
        "|      | that go   |\n"
        "|      | on        |\n"
        "+======+===========+\n"
        "| 日本 | x         |\n"
        "+------+-----------+\n");
  check("- | a |\n  |---|\n", ADREF_VIEW_CLEAN, 0, "\342\200\242 \n\n  +---+\n  | a |\n  +---+\n");
}
END_TEST

#define MOVED_HEAD "| Port | Fee |\n|---|---|\n"
#define MOVED_ROW  "| Lae | the city pays all fees |\n"
#define OTHER_ROWS "| Apia | the state pays |\n| Suva | nobody pays there |\n"

/* The cells of a table are drawn one by one. */
START_TEST(a_row_that_moved_says_so)
{
  g_autoptr(AdrefNode) old = read_tree(MOVED_HEAD OTHER_ROWS MOVED_ROW);
  g_autoptr(AdrefNode) new = read_tree(MOVED_HEAD MOVED_ROW OTHER_ROWS);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, "en");
  AdrefViewOptions options = {.view = ADREF_VIEW_PUBLIC};
  g_autofree char *text = g_string_free(adref_terminal_write(redline, &options, 0, FALSE), FALSE);
  ck_assert_str_eq(strchr(text, '+'), "+-----------------------+------------------------+\n"
                                      "| Port                  | Fee                    |\n"
                                      "+=======================+========================+\n"
                                      "| (moved) Lae           | the city pays all fees |\n"
                                      "+-----------------------+------------------------+\n"
                                      "| Apia                  | the state pays         |\n"
                                      "+-----------------------+------------------------+\n"
                                      "| Suva                  | nobody pays there      |\n"
                                      "+-----------------------+------------------------+\n"
                                      "| {-(moved from here)-} |                        |\n"
                                      "+-----------------------+------------------------+\n");
}
END_TEST

/* Each cell below the head of its column. */
START_TEST(a_table_with_too_many_columns_is_a_list)
{
  check(
      "| Country | Number of experts | Remarks | Since |\n|---|---|---|---|\n| Japan | 30 | | 1999 "
      "|\n| Thailand | 20 | a [b] | |\n",
      ADREF_VIEW_PUBLIC, 20,
      "  Country: Japan\n  Number of experts:\n  30\n  Since: 1999\n\n"
      "  Country: Thailand\n  Number of experts:\n  20\n  Remarks: a [b]\n");
}
END_TEST

START_TEST(links_show_where_they_lead)
{
  check("See [a page](https://e.org) <https://e.org/x>.\n", ADREF_VIEW_PUBLIC, 0,
        "See a page <https://e.org> https://e.org/x.\n");
}
END_TEST

START_TEST(wrapping)
{
  static const struct {
    const char *text, *filled;
  } rows[] = {
      {"aaaa bbbb cccc dddd eeee ffff", "aaaa bbbb cccc dddd\neeee ffff\n"},
      {"aaaa bbbb cccc ddddd eeee", "aaaa bbbb cccc ddddd\neeee\n"},
      {"x aaaaaaaaaabbbbbbbbbbccccc y", "x\naaaaaaaaaabbbbbbbbbb\nccccc y\n"},
      {"日本国及び東南アジア諸国連合の首脳は、", "日本国及び東南アジア\n諸国連合の首脳は、\n"},
      {"日本国及び東南アジア、諸国", "日本国及び東南アジ\nア、諸国\n"},
      {"日本国及び東南アジ「諸国」", "日本国及び東南アジ\n「諸国」\n"},
      {"ASEAN共同声明2023年ASEAN", "ASEAN共同声明2023年\nASEAN\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    check(rows[i].text, ADREF_VIEW_PUBLIC, 20, rows[i].filled);
}
END_TEST

START_TEST(no_line_is_too_long)
{
  static const char *const texts[] = {
      "ความตกลงว่าด้วยความร่วมมือระหว่างอาเซียนกับญี่ปุ่นในด้านเศรษฐกิจและการค้า",
      "ກອງປະຊຸມສຸດຍອດອາຊຽນຍີ່ປຸ່ນສະໄໝພິເສດທີ່ກຸງໂຕກຽວ",
      "កិច្ចប្រជុំកំពូលអាស៊ានជប៉ុនដើម្បីរំលឹកខួបលើកទីហាសិប",
      "အာဆီယံဂျပန်ထိပ်သီးအစည်းအဝေးအထိမ်းအမှတ်",
      "日本国とASEANとの間の包括的経済連携に関する協定（2008年）に基づく協力を強化する。",
      "https://example.org/a/very/long/address/that/does/not/end/where/the/line/does",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *text = text_of(texts[i], ADREF_VIEW_PUBLIC, 24, FALSE);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    ck_assert_ptr_nonnull(lines[1]);
    for (gsize k = 0; lines[k]; k++)
      ck_assert_msg(adref_terminal_cells_of(lines[k], strlen(lines[k])) <= 24, "%s", lines[k]);
    g_autofree char *joined = g_strjoinv("", lines);
    ck_assert_str_eq(joined, texts[i]);
  }
}
END_TEST

START_TEST(thai_breaks_between_words)
{
  check("ความร่วมมือระหว่างประเทศไทยและญี่ปุ่น", ADREF_VIEW_PUBLIC, 20,
        "ความร่วมมือระหว่าง\nประเทศไทยและญี่ปุ่น\n");
}
END_TEST

START_TEST(control_characters_are_visible)
{
  AdrefNode *paragraph = new_paragraph();
  g_autoptr(AdrefNode) tree = document_of(paragraph);
  add_text(paragraph, "a\033[31mb \xC2\x9B"
                      "c \xE2\x80\xAE"
                      "d é §");
  paragraph->parent->as.clause->id = (g_free(paragraph->parent->as.clause->id), g_strdup("x\033y"));
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .version = "\033]0;"};
  g_autoptr(GString) text = adref_terminal_write(tree, &options, 0, FALSE);
  ck_assert_str_eq(text->str, "#x<U+001B>y\n    a<U+001B>[31mb <U+009B>c <U+202E>d é §\n\n"
                              "Version <U+001B>]0;\n");
}
END_TEST

START_TEST(without_colour_there_is_no_escape_sequence)
{
  g_autofree char *text = text_of(EVERYTHING, (AdrefView)_i, 30, FALSE);
  ck_assert_ptr_null(strchr(text, '\033'));
}
END_TEST

/* A pager may begin at any line, so each line closes what it opens. */
START_TEST(colours_end_with_the_line)
{
  g_autofree char *text =
      text_of("**one two three four five six [seven - JPN]**\n", ADREF_VIEW_NEGOTIATING, 20, TRUE);
  ck_assert_str_eq(
      text, "\033[0;1mone two three four\033[0m\n\033[0;1mfive six "
            "\033[0;1;31m[\033[0;1mseven\033[0m\n- \033[0;1;38;5;63mJPN\033[0;1;31m]\033[0m\n");
}
END_TEST

START_TEST(one_clause_is_shown_alone)
{
  g_autoptr(AdrefNode) tree =
      read_tree("[a - JPN]\n\n<!-- op one -->\nSee [paragraph 2](#two) [x - THA].\n\n"
                "<!-- op two -->\nTwo.\n");
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .problems = problems};
  g_autoptr(GString) text =
      adref_terminal_write_clause(adref_clause_find(tree, "one"), &options, 80, FALSE);
  ck_assert_str_eq(text->str, "1. #one\n    See paragraph 2 [x - THA].\n");
  ck_assert_uint_eq(problems->len, 0);
}
END_TEST

TCase *tcase_terminal(void)
{
  TCase *tcase = tcase_create("terminal");
  tcase_add_test(tcase, numbers_hang);
  tcase_add_test(tcase, the_number_of_a_list_stands_apart);
  tcase_add_test(tcase, negotiators_see_ids_and_positions);
  tcase_add_test(tcase, the_public_sees_brackets_only);
  tcase_add_test(tcase, lists);
  tcase_add_test(tcase, typed_numbers_stay);
  tcase_add_test(tcase, lists_in_a_style_without_numbers_begin_with_numbers);
  tcase_add_test(tcase, blocks);
  tcase_add_test(tcase, tables_fit_the_window);
  tcase_add_test(tcase, a_row_that_moved_says_so);
  tcase_add_test(tcase, a_table_with_too_many_columns_is_a_list);
  tcase_add_test(tcase, links_show_where_they_lead);
  tcase_add_test(tcase, wrapping);
  tcase_add_test(tcase, no_line_is_too_long);
  tcase_add_test(tcase, thai_breaks_between_words);
  tcase_add_test(tcase, control_characters_are_visible);
  tcase_add_loop_test(tcase, without_colour_there_is_no_escape_sequence, 0, ADREF_VIEW_CLEAN + 1);
  tcase_add_test(tcase, colours_end_with_the_line);
  tcase_add_test(tcase, one_clause_is_shown_alone);
  return tcase;
}
