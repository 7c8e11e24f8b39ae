#include "exchange/pasted/plain_text.h"

#include "exchange/cases.h"
#include "exchange/pasted/plain_tabs.h"

static void becomes(const char *text, const char *expected)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) markdown =
      adref_plain_text_to_markdown(text, strlen(text), NULL, lines, NULL, NULL);
  ck_assert_str_eq(markdown->str, expected);
}

START_TEST(paragraphs)
{
  becomes("One\ntwo.\n\nThree.", "One\n  two.\n\nThree.\n");
  becomes("  First line\ngoes on\n  Second line", "First line\n  goes on\n\nSecond line\n");
  becomes("1. One,\n   goes on\n2. Two", "1\\. One,\n  goes on\n\n2\\. Two\n");
  becomes("(a) One\n(b) Two", "(a) One\n\n(b) Two\n");
  becomes("- one\n- two\nend", "- one\n- two\n  end\n");
  becomes("\342\200\242 one\n\342\200\242 two", "- one\n- two\n");
}
END_TEST

START_TEST(items_of_japanese_texts)
{
  becomes("次の分野\n・資源\n・安全", "次の分野\n\n- 資源\n- 安全\n");
  becomes("次のとおり。\n①研修\n②派遣し、\nまた、行う",
          "次のとおり。\n\n①研修\n\n②派遣し、また、行う\n");
  becomes("ア　研修\nイ　派遣", "ア　研修\n\nイ　派遣\n");
  becomes("（1）研修\n(2)派遣", "（1）研修\n\n(2)派遣\n");
  becomes("1　研修\n２　派遣", "1　研修\n\n２　派遣\n");
  becomes("日本\n・ケニア及び\n（2）の措置と\n②の措置", "日本・ケニア及び（2）の措置と②の措置\n");
  becomes("of paragraph\n(1)applies", "of paragraph\n  (1)applies\n");
}
END_TEST

START_TEST(headings_have_a_line_below)
{
  becomes("Title\n=====\nWords", "# Title\n\nWords\n");
  becomes("Part\n----\n\nWords", "## Part\n\n\nWords\n");
}
END_TEST

START_TEST(nothing_is_markdown)
{
  becomes("*a* `b` <c> & #d_e ~f~ |", "\\*a\\* \\`b\\` \\<c\\> \\& \\#d\\_e \\~f\\~ \\|\n");
  becomes("[may] [shall] ![x](y)", "[may] [shall] \\![x]\\(y)\n");
}
END_TEST

START_TEST(notes_are_numbered_and_called)
{
  becomes("We met.[1]\n\n[1] In 2029.", "We met.[^1]\n\n[^1]: In 2029.\n");
  becomes("We met.[1]", "We met.[1]\n");
  becomes("We met.\n\n[1] In 2029.", "We met.\n\n[1] In 2029.\n");
  becomes("We met [2].\n\n[2] In 2029.", "We met [2].\n\n[2] In 2029.\n");
  becomes("In [30] [60] days.\n\n[1] words [1000]", "In [30] [60] days.\n\n[1] words [1000]\n");
}
END_TEST

START_TEST(columns_stand_below_each_other)
{
  becomes("Aa   B\ncc   d\nee   f", "| Aa | B |\n|---|---|\n| cc | d |\n| ee | f |\n\n");
  becomes("Aa\tB\ncc\td\nee\tf\nWords", "| Aa | B |\n|---|---|\n| cc | d |\n| ee | f |\n\nWords\n");
  becomes("国名   B\n日本   d\n韓国   f",
          "| 国名 | B |\n|---|---|\n| 日本 | d |\n| 韓国 | f |\n\n");
  becomes("Aa   B\n---  -----\ncc", "| Aa | B |\n|---|---|\n| cc |  |\n\n");
  becomes("  Aa    B\n  ----- ---\n  cc    d", "| Aa | B |\n|---|---|\n| cc | d |\n\n");
  becomes("For Japan   For ASEAN\n(name)      (name)",
          "For Japan   For ASEAN\n  (name)      (name)\n");
  becomes("so  it is\nthat   a\nline  is", "so  it is\n  that   a\n  line  is\n");
}
END_TEST

START_TEST(rows_of_several_lines)
{
  becomes("  ------------------\n  Port   Duty of\n         each\n  ------ -----------\n"
          "  Suva   keeps the\n         reef | 国\n\n  Apia   pays\n  ------------------\n\nEnd",
          "| Port | Duty of each |\n|---|---|\n| Suva | keeps the reef \\| 国 |\n"
          "| Apia | pays |\n\n\nEnd\n");
  becomes("----------\nTwo words\n\nEnd", "\\----------\n  Two words\n\nEnd\n");
}
END_TEST

/* The first 100 lines tell whether lines with tabs are a table; `item` (from 0) begins with "(a)".
 */
static gboolean is_table(guint item)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  for (guint i = 0; i < 150; i++)
    g_strv_builder_add(builder, i == item ? "(a)\tports" : "Japan\tports");
  g_auto(GStrv) lines = g_strv_builder_end(builder);
  return adref_plain_tabs_read(lines, rows) == 150;
}

START_TEST(lines_that_tell_a_table)
{
  ck_assert(!is_table(0));
  ck_assert(!is_table(99));
  ck_assert(is_table(100));
  ck_assert(is_table(150));
}
END_TEST

START_TEST(lines_of_the_file)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) markdown =
      adref_plain_text_to_markdown("(a) x\n(b) y\n", 12, NULL, lines, NULL, NULL);
  ck_assert_uint_eq(lines->len, 4);
  ck_assert_uint_eq(g_array_index(lines, guint, 2), 2);
}
END_TEST

START_TEST(tables_that_are_drawn)
{
  becomes("+------+-----+\n| Land | Fee |\n+======+=====+\n| Viet |  10 |\n| Nam  |     "
          "|\n+------+-----+"
          "\nEnd",
          "| Land | Fee |\n|---|---:|\n| Viet Nam | 10 |\n\nEnd\n");
  becomes("  +---+---+\n  | a | b \\| c |\n  +---+---+\n  | *d* |  |\n  +---+---+",
          "| a | b \\| c |\n|---|---|\n| \\*d\\* |  |\n\n");
  becomes("+---+\n| a |\n+---+\n| b |\n+---+\n| c |", "| a |\n|---|\n| b |\n\n\\| c \\|\n");
  becomes("+---+\n| a |\n+---+", "\\+---+\n  \\| a \\|\n  \\+---+\n");
  becomes("+---+\n| a |\n| b |", "\\+---+\n  \\| a \\|\n  \\| b \\|\n");
}
END_TEST

START_TEST(lines_that_go_on)
{
  becomes("We [will\n- JPN / should - ASEAN] act", "We [will - JPN / should - ASEAN] act\n");
  becomes("We will:\n- JPN", "We will:\n\n- JPN\n");
  becomes("\346\227\245\346\234\254\n\343\201\256ASEAN\n\343\201\253",
          "\346\227\245\346\234\254"
          "\343\201\256ASEAN\343\201\253\n");
  becomes("\355\225\234\352\265\255\n\354\235\200", "\355\225\234\352\265\255\n  \354\235\200\n");
}
END_TEST

/* A mail program breaks lines before figures, and behind hyphens. */
START_TEST(figures_and_hyphens_at_a_break)
{
  becomes("We will send experts to all of the towns by\n30 June 2028.",
          "We will send experts to all of the towns by\n  30 June 2028.\n");
  becomes("We will send to each of the harbour towns up to\n45 experts.",
          "We will send to each of the harbour towns up to\n  45 experts.\n");
  becomes("The share of the fund that goes to towns will be\n2.5 per cent.",
          "The share of the fund that goes to towns will be\n  2\\.5 per cent.\n");
  becomes("For all ports of the towns apply paragraphs 1,\n2 and 4 of the plan.",
          "For all ports of the towns apply paragraphs 1,\n  2 and 4 of the plan.\n");
  becomes("We stand for all of the towns that lie on the sea\n- and on the rivers.",
          "We stand for all of the towns that lie on the sea\n  \\- and on the rivers.\n");
  becomes("We will send experts to all of the harbour towns\n2. Report",
          "We will send experts to all of the harbour towns\n\n2\\. Report\n");
  becomes("We will send experts to all of the harbour towns\n2 Reports",
          "We will send experts to all of the harbour towns\n\n2 Reports\n");
  becomes("We train [30 /\n40 - JPN /\n50 - ASEAN] days.",
          "We train [30 /\n  40 - JPN /\n  50 - ASEAN] days.\n");
  becomes("We train [30 - JPN\n2. Report]", "We train [30 - JPN\n\n2\\. Report]\n");
  becomes("We adopt a plan of action,\n「川の計画」, next year in all of the towns and ports of "
          "the whole region.",
          "We adopt a plan of action,\n  「川の計画」, next year in all of the towns and ports of "
          "the whole region.\n");
  becomes("We plan the follow-\nup.", "We plan the follow-up.\n");
  becomes("We plan pre-\nand post-conflict work.", "We plan pre-\n  and post-conflict work.\n");
  becomes("We work with ASEAN-\nJapan.", "We work with ASEAN-\n  Japan.\n");
}
END_TEST

START_TEST(letters_of_other_alphabets)
{
  becomes("ภาคีจะส่งเสริมความร่วมมือด้านท่าเรือและการขนส่งทางทะเลด้วยกัน\n(ก) แลกเปลี่ยน\n(ข) ฝึกอบรม",
          "ภาคีจะส่งเสริมความร่วมมือด้านท่าเรือและการขนส่งทางทะเลด้วยกัน\n\n(ก) แลกเปลี่ยน\n\n(ข) ฝึกอบรม\n");
  becomes("Стороны:\n(а) строят порты;\n(б) платят.",
          "Стороны:\n\n(а) строят порты;\n\n(б) платят.\n");
}
END_TEST

START_TEST(raised_numbers_are_notes)
{
  becomes("We met^1 here^2.\n\n^1  In 2029.\n^2  In Hue.",
          "We met[^1] here[^2].\n\n[^1]:  In 2029.\n\n[^2]:  In Hue.\n");
  becomes("2^10 is big.", "2^10 is big.\n");
}
END_TEST

/* What an office program writes: each paragraph is a line, and no line is empty. */
START_TEST(lines_without_empty_ones)
{
  becomes("Plan\nWe met.\nAims\nWe pay\nthe fee\nin May\nA\nB",
          "Plan\n\nWe met.\n\nAims\n\nWe pay\n\nthe fee\n\nin May\n\nA\n\nB\n");
  becomes("Plan\nWe met.\nAims\nWe pay\nthe fee\nin May\nA",
          "Plan\n  We met.\n  Aims\n  We pay\n  the fee\n  in May\n  A\n");
}
END_TEST

START_TEST(quoted_lines_among_others)
{
  becomes("> We\n> met.\n>\n>> Where?\nIn Apia\n\nEnd\nof\nit",
          "> We\n> met.\n> \n> Where?\n\nIn Apia\n\nEnd\n  of\n  it\n");
}
END_TEST

START_TEST(days_are_no_numbers)
{
  becomes("Title\n\nAgreed in Apia\n5 May 2030", "Title\n\nAgreed in Apia\n  5 May 2030\n");
  becomes("Title\nApia\n5 May 2030", "Title\n  Apia\n\n5 May 2030\n");
  becomes("Plan:\n1 On 5 May 2030 we met\n2 We left",
          "Plan:\n\n1 On 5 May 2030 we met\n\n2 We left\n");
}
END_TEST

START_TEST(pages_that_end_with_a_sentence)
{
  becomes("We met.\n\fPage 2\n\nEnd", "We met.\n\nPage 2\n\nEnd\n");
  becomes("We met\n\fin Apia.", "We met\n  in Apia.\n");
}
END_TEST

/* Words of both columns go on in the next line; those of a table, or of a few lines, do not. */
START_TEST(columns_of_prose)
{
  becomes("The Parties shall meet once     両国は、毎年一回会合し、こ\n"
          "a year in order to review       の協定の実施状況を検討し、\n"
          "how the plan of action is       その結果を首脳に報告し、ま\n"
          "carried out.                    た公表する。\n\nDone at Suva.",
          "The Parties shall meet once\n  a year in order to review\n  how the plan of action is\n"
          "  carried out.\n\n両国は、毎年一回会合し、この協定の実施状況を検討し、その結果を首脳に"
          "報告し、また公表する。\n\nDone at Suva.\n");
  becomes("Ports of the north and east     will be open to all ships\n"
          "Ports of the south and west     will be open to some ships\n"
          "Ports of the inland rivers      will be open to no ships\n"
          "Ports of the great lakes        will be open in summer",
          "| Ports of the north and east | will be open to all ships |\n|---|---|\n"
          "| Ports of the south and west | will be open to some ships |\n"
          "| Ports of the inland rivers | will be open to no ships |\n"
          "| Ports of the great lakes | will be open in summer |\n\n");
  becomes("Activity                             Means\n"
          "workshops on incident response       support by the secretariat\n"
          "exchange of logs among teams         access to the platform\n"
          "training of trainers in Bangkok      lecturers of all parties",
          "| Activity | Means |\n|---|---|\n"
          "| workshops on incident response | support by the secretariat |\n"
          "| exchange of logs among teams | access to the platform |\n"
          "| training of trainers in Bangkok | lecturers of all parties |\n\n");
}
END_TEST

/* Lines that may stand in columns are looked at once. */
START_TEST(many_lines_in_columns)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append(text, i % 3 == 2 ? "\n" : "Ports      of the north\n");
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) markdown =
      adref_plain_text_to_markdown(text->str, text->len, NULL, lines, NULL, NULL);
  ck_assert_uint_gt(markdown->len, text->len);
}
END_TEST

TCase *tcase_plain_text(void)
{
  TCase *tcase = tcase_create("plain_text");
  tcase_add_test(tcase, tables_that_are_drawn);
  tcase_add_test(tcase, lines_that_go_on);
  tcase_add_test(tcase, figures_and_hyphens_at_a_break);
  tcase_add_test(tcase, letters_of_other_alphabets);
  tcase_add_test(tcase, raised_numbers_are_notes);
  tcase_add_test(tcase, paragraphs);
  tcase_add_test(tcase, items_of_japanese_texts);
  tcase_add_test(tcase, headings_have_a_line_below);
  tcase_add_test(tcase, nothing_is_markdown);
  tcase_add_test(tcase, notes_are_numbered_and_called);
  tcase_add_test(tcase, columns_stand_below_each_other);
  tcase_add_test(tcase, lines_that_tell_a_table);
  tcase_add_test(tcase, rows_of_several_lines);
  tcase_add_test(tcase, lines_of_the_file);
  tcase_add_test(tcase, lines_without_empty_ones);
  tcase_add_test(tcase, quoted_lines_among_others);
  tcase_add_test(tcase, days_are_no_numbers);
  tcase_add_test(tcase, pages_that_end_with_a_sentence);
  tcase_add_test(tcase, columns_of_prose);
  tcase_add_test(tcase, many_lines_in_columns);
  return tcase;
}
