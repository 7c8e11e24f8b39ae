#include "exchange/paragraphs/paragraph_kind.h"

#include "exchange/cases.h"
#include "exchange/text/clause_tree.h"

/* The kinds of all paragraphs, with the level of headings. */
static void kinds(const char *text, const char *expected)
{
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text);
  g_autoptr(GString) actual = g_string_new(NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    g_string_append_printf(actual, "%s%s", i > 0 ? " " : "",
                           adref_incoming_kind_word(paragraph->kind));
    if (paragraph->kind == ADREF_INCOMING_HEADING)
      g_string_append_printf(actual, "%u", paragraph->level);
  }
  ck_assert_msg(strcmp(actual->str, expected) == 0, "%s\nare %s\nnot %s", text, actual->str,
                expected);
}

START_TEST(preambles)
{
  kinds("# T\n\nWE, the Leaders, met;\n\nRECALLING a;\n\nNOTING b.\n\nDECLARE:\n\nWORK together.\n",
        "title chapeau pp pp chapeau op");
  kinds("# T\n\nThe Assembly,\n\n*Recalling* a,\n\n*Convinced* of b,\n\n1. *Decides* c;\n\n2. "
        "*Invites* d.\n",
        "title chapeau pp pp op op");
  kinds("# T\n\nThe Council,\n\nRECALLING a;\n\n1. DECIDES:\n\n(a) to act;\n\n2. Invites d.\n",
        "title chapeau pp op more op");
  kinds(
      "# T\n\nPresident A met President B.\n\nRecognizing the climate, they agreed.\n\nBuilding on "
      "this, they went on.\n",
      "title chapeau op op");
}
END_TEST

/* A sentence that begins with a participle, or a heading that its paragraph goes on from, is no
 * preambular paragraph, and none is looked for behind the first paragraphs. */
START_TEST(participles_without_a_preamble)
{
  kinds("# T\n\nA met B.\n\n**Part**\n\n- **Opening markets:** The ports are free.\n- **Building "
        "roads.** They go far.\n- **Sharing what was learnt about the two rivers** is our aim.\n",
        "title chapeau heading2 op op op");
  kinds("# T\n\nThe Council,\n\n*Recalling* a,\n\n*Deeply concerned* by b.\n\n*Decides* c.\n",
        "title chapeau pp pp op");
  kinds("# T\n\nA met B,\n\nRecalling a; and\n\nNoting b;\n\nThe Parties will act by May:\n\n"
        "1. A acts.\n\n2. B acts.\n",
        "title chapeau pp pp chapeau op op");
  kinds("# T\n\nA met B.\n\nThey spoke.\n\nThey ate.\n\nThey left.\n\nThey rest.\n\n"
        "Recalling all of it,\n\nthey wrote.\n",
        "title chapeau op op op op op more");
  kinds("# T\n\nA met B.\n\nThey set up groups on:\n\n1. AI terms,\n2. roads.\n",
        "title chapeau op more more");
}
END_TEST

/* The number of a title is no mark of a note. */
START_TEST(titles_with_numbers)
{
  kinds("Decision No.5\n\nThe Council met.\n\nAnnex No.1\n\nThe ports are listed here.\n",
        "title chapeau annex op");
  kinds("Document Rev.2\n\nThe Council met.\n", "title chapeau");
}
END_TEST

/* A year of figures in ideographs; marks behind an ideographic space, as Word files have it. */
START_TEST(japanese_lines)
{
  kinds("# 共同声明\n\n二〇三〇年五月三日、東京\n\n両大臣は会談した。\n\n両大臣は再び会談する。\n",
        "title date chapeau op");
  kinds("# 共同声明\n\n両大臣は会談した。\n\n1. "
        "一致した。\n\n&#12288;ア　研修\n\n&#12288;イ　派遣\n\n2. "
        "会う。\n",
        "title chapeau op more more op");
}
END_TEST

/* "(1)" directly above "(2)" is an item; above words it may be a heading. */
START_TEST(figures_in_a_row)
{
  kinds("# T\n\nA met B.\n\n(1) Japan\n\n(2) Kenya\n\nThey act.\n", "title chapeau op op op");
  kinds("T\n\nA met B.\n\n(1) Japan\n\nIt acts.\n\n(2) Kenya\n\nThey act.\n",
        "title chapeau heading2 op heading2 op");
  kinds("T\n\nA met B.\n\nPorts\n\n1. Suva\n\n2. Apia\n\nThey act.\n",
        "title chapeau heading2 op op more");
}
END_TEST

/* Where the front matter has the title, the first heading is another one. */
START_TEST(title_in_the_front_matter)
{
  kinds("---\ntitle: On Rivers\n---\n\n**Preamble**\n\nA met B.\n\n**Fish**\n\nThey eat.\n",
        "heading2 chapeau heading2 op");
  kinds("---\ntitle: On Rivers\n---\n\n**ON RIVERS**\n\nA met B.\n", "title chapeau");
  kinds("---\ntitle: Rivers\n---\n\n# On the Rivers\n\nA met B.\n", "title chapeau");
  kinds("---\ntitle: Rivers\n---\n\n# One\n\nA met B.\n\n# Two\n\nThey eat.\n",
        "heading2 chapeau heading2 op");
  kinds("---\ntitle: [no, words]\n---\n\n**Preamble**\n\nA met B.\n", "title chapeau");
  kinds("---\ntitle: Rivers\n---\n\n*This is the text that was signed by the governments of many "
        "lands and seas of the north*\n\nWe meet.\n",
        "chapeau op");
}
END_TEST

/* A short line with a participle is a heading above a paragraph of sentences; a typed bullet is
 * none. */
START_TEST(participles_and_bullets)
{
  kinds("# T\n\nA met B.\n\nBuilding new bridges\n\nThe two sides will build a bridge over each of "
        "the "
        "rivers that part them.\n",
        "title chapeau heading2 op");
  kinds("# T\n\nA met B,\n\nRecalling the bridges\n\nNoting that each of the rivers that part them "
        "is "
        "now in flood again.\n\nWe act.\n",
        "title chapeau op op op");
  kinds("# T\n\nA met B.\n\nThey will:\n\n\xE2\x80\xA2 Build bridges; and\n\n\xE2\x80\xA2 Go over "
        "them\n\nThey left.\n",
        "title chapeau op more more op");
  kinds("# T\n\nPillar I : Help for all\n\nA met B.\n\nThey agree.\n", "title heading2 chapeau op");
}
END_TEST

/* The only heading of the first level is the title, also below a note of an editor. */
START_TEST(title_below_a_note)
{
  kinds("A draft\n\nSee also the note\n\n---\n\n# T\n\nThe Council,\n\n*Recalling* a,2\n\n*Noting* "
        "b,\n\n1. *Decides*.\n\n2. *Asks*.\n",
        "chapeau chapeau skip title chapeau pp pp op op");
  kinds("A draft\n\nWe met.\n\n# A\n\nThey go.\n\n# B\n\nThey rest.\n",
        "title chapeau heading2 op heading2 op");
}
END_TEST

START_TEST(places_and_dates)
{
  kinds("# T\n\n**Northport, Japan**\n\nA met B.\n\nThey agree.\n", "title date chapeau op");
  kinds("# T\n\nNorthport, Kingdom of Norway\n\nA met B.\n\nThey agree.\n",
        "title date chapeau op");
  kinds("# T\n\n**Peace, Prosperity**\n\nA met B.\n\nThey agree.\n", "title heading2 chapeau op");
  kinds("# T\n\n**Northport, Japan, 15-16 May 2030**\n\nA met B.\n\nThey agree.\n",
        "title date chapeau op");
  kinds("# T\n\n*Report and outlook 2029-2030*\n\nA met B.\n\nThey agree.\n",
        "title heading2 chapeau op");
  kinds("# T\n\nDate : 2030-05-03\n\nSource : Gazette 12: 2030, 44\n\nA met B.\n\nThey agree.\n",
        "title date chapeau chapeau op");
}
END_TEST

START_TEST(notes_below_a_line)
{
  kinds("# T\n\nA met B.\n\nThey agree.\n\n---\n\n<sup>\\[1\\]</sup> Recalling that they may.\n",
        "title chapeau op skip more");
  kinds("# T\n\nA met B.\n\nThey agree.\n\n---\n\nThey part as friends.\n",
        "title chapeau op skip op");
  kinds("# T\n\n1. A met B.\n\n2. They agree.\n\n---\n\nThey part as friends.\n",
        "title op op skip closing");
}
END_TEST

/* A line in a face of its own, ended by a line break, is a heading above its paragraph. */
START_TEST(heading_lines)
{
  kinds(
      "# T\n\nA met B.\n\n**Closing the Gap**  \nThey build a bridge.\n\n**<u>Roads</u>**  \n*They "
      "are long.*\n\n<span style=\"text-decoration: underline\">Rails and\nTrains  \n</span>  \n"
      "They run.\n",
      "title chapeau heading2 op heading2 op heading2 op");
  kinds("# T\n\nA met B.\n\nPlain  \nlines\nstay one.\n", "title chapeau op");
}
END_TEST

START_TEST(headings)
{
  kinds("# T\n\n**I. Part**\n\n**A. Chapter**\n\nWords are here.\n\n**B. Chapter**\n\nWords "
        "again.\n\n**II. Part**\n\nThe end.\n",
        "title heading2 heading3 chapeau heading3 op heading2 op");
  kinds("# T\n\nOne sentence.\n\nTrade and Investment\n\nTwo sentences.\n\nTrade and Investment\n",
        "title chapeau heading2 op op");
  kinds("# T\n\nOne.\n\n## Part\n\nTwo.\n\n### Chapter\n\nThree.\n",
        "title chapeau heading2 op heading3 op");
}
END_TEST

START_TEST(lists)
{
  kinds("# T\n\nA met B.\n\nThey will:\n\n- work;\n- rest.\n\nThey left.\n",
        "title chapeau op more more op");
  kinds("# T\n\nA met B.\n\n## Work\n\n- They will work.\n- They will rest.\n",
        "title chapeau heading2 op op");
  kinds("# T\n\nA met B.\n\n1. They work.\n\n2. They rest.\n\nThey rest long.\n\n3. They leave.\n",
        "title chapeau op op more op");
  kinds("# T\n\nWe met to agree on:\n\n- **Fish** for all;\n- Rivers.\n\nWe go on.\n\n1. They "
        "work.\n\n"
        "2. They rest.\n",
        "title chapeau more more chapeau op op");
  kinds("# T\n\n## A\n\n(1) They shall have\n\n1. boats;\n\n2. nets.\n\n## B\n\nThe nets are\n\n1. "
        "new;"
        "\n\n2. long.\n",
        "title heading2 chapeau more more heading2 op more more");
  kinds("# T\n\n1. They work.\n\n2. They rest.\n\n## Annex\n\nA plan.\n\nMore of it.\n",
        "title op op annex more more");
}
END_TEST

START_TEST(introductions)
{
  kinds("# T\n\n## A\n\nWe meet.\n\n## B\n\nThe fee is\n\n1. small;\n\n2. fair.\n\n## C\n\nIt is "
        "paid.\n\n1. At once.\n\n2. In full.\n",
        "title heading2 chapeau heading2 op more more heading2 op op op");
  kinds("# T\n\nWe meet.\n\n## A\n\nWe speak.\n\n1. They go.\n\n2. They come.\n",
        "title chapeau heading2 chapeau op op");
}
END_TEST

START_TEST(ends)
{
  kinds(
      "# T\n\nA met B.\n\nThey agree.\n\nThey part.\n\nDone at Ford on 5 May 2030.\n\nFor A:\n\n## "
      "Annex\n\nA plan.\n",
      "title chapeau op op closing closing annex op");
  kinds("# T\n\nFord, 5 May 2030\n\nA met B.\n\nThey agree.\n\n\\#\\#\\#\n",
        "title date chapeau op skip");
  kinds("# T\n\nThey met in 2030.\n\nThe 17 goals of 2030 stay.\n", "title chapeau op");
  kinds(
      "# T\n\nA met B.\n\nThey agree.\n\nThey part.\n\nAda One, Jr.\n\n**Bo Two**\n\nMay 3, 2030\n",
      "title chapeau op op closing closing date");
  kinds("# T\n\nA met B.\n\nThey agree.\n\nThey part.\n\nAda One  \nBo Two  \nMay 3, 2030\n",
        "title chapeau op op closing");
  kinds("# T\n\nA met B.\n\nThey agree.\n\nSigned at Ford on 5 May 2030.\n\nAda One\n\nPrime "
        "Minister "
        "of Alba\n\nBo Two\n\nPrime Minister of Borea\n",
        "title chapeau op closing closing closing closing closing");
  kinds(
      "# T\n\nA met B.\n\nThey agree.\n\nSigned at Ford on 5 May 2030.\n\n**Plan of Work**\n\nThe "
      "work begins in May, and it ends in June of that year.\n",
      "title chapeau op closing heading2 op");
}
END_TEST

/* An item with a date in it, before the end of a Korean text, is no line of place and date. */
START_TEST(korean_ends)
{
  kinds("# 양해각서\n\n양측은,\n\n1. 참여자는 다음을 통하여 협력할 수 있다.\n\n(a) 공동 실험실\n\n"
        "(b) 2028년 12월 31일까지 기술자 300명의 훈련\n\n"
        "2026년 12월 12일 서울에서 한국어와 영어로 각 2부씩 서명되었다.\n",
        "title chapeau op more more closing");
}
END_TEST

START_TEST(names_at_the_end)
{
  kinds("# T\n\nA met B.\n\nThey agree on all that was said.\n\n*King of Alba Ada One*\n\n*King of "
        "Borea Bo Two*\n",
        "title chapeau op closing closing");
  kinds(
      "# T\n\nA met B.\n\nThey agree on all that was said.\n\nNorthport  \n5 May 2030\n\nAda One\n",
      "title chapeau op closing closing");
  kinds("# T\n\nA met B.\n\nThey agree on all that was said.\n\nDone at Ford on 5 May 2030.\n\nFor "
        "A:\n\n"
        "**Ada One**\n\nof Alba\n",
        "title chapeau op closing closing closing closing");
  kinds("# T\n\nA met B.\n\nThey agree on it.\n\n**Part Two**\n\nWe end.\n",
        "title chapeau op heading2 op");
  kinds("# T\n\nA met B.\n\nThey agree.\n\n- They go.\n\n**Annex:**\n\n- A plan.\n",
        "title chapeau op more annex op");
  kinds("# T\n\nA met B.\n\nThey agree.\n\nEnters into force on 5 May 2030\n",
        "title chapeau op op");
}
END_TEST

START_TEST(markers_decide)
{
  kinds("# T\n\n<!-- closing end -->\nRECALLING that.\n\n<!-- pp first -->\nWords.\n",
        "title closing pp");
}
END_TEST

START_TEST(typed_numbers)
{
  static const struct {
    const char *text;
    AdrefTypedNumbers numbers;
  } cases[] = {
      {"# T\n\nA.\n\nB.\n", ADREF_TYPED_NUMBERS_NONE},
      {"# T\n\n1. They go.\n\n2. They come.\n", ADREF_TYPED_NUMBERS_COUNTED},
      {"# T\n\n1\\. They go.\n\n3\\. They come.\n\n7\\. They stay.\n",
       ADREF_TYPED_NUMBERS_ASCENDING},
      {"# T\n\n## A\n\n1. They go.\n\n2. They come.\n\n## B\n\n1. They stay.\n",
       ADREF_TYPED_NUMBERS_OTHER},
      {"# T\n\n## A\n\n1. They go.\n\n2. They come.\n\n## Annex\n\n1. They stay.\n",
       ADREF_TYPED_NUMBERS_COUNTED},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(AdrefIncomingText) incoming = read_incoming(cases[i].text);
    ck_assert_msg(adref_typed_numbers(incoming) == cases[i].numbers, "%s", cases[i].text);
  }
}
END_TEST

/* A number names one item in each part of a text. */
START_TEST(plan_numbers_that_stand_twice)
{
  kinds("# T\n\nA met B.\n\nThey adopted this plan of work for the rivers.\n\n1.1 The roads along "
        "the "
        "river are built;\n\n1.2 The ports at its mouth are built;\n\n2.1 The ships of both sail;"
        "\n\n1.2 The ports are built as above;\n\n# Annex\n\n1.2 The rivers are mapped;\n",
        "title chapeau op item item item op annex item");
}
END_TEST

/* Items of 160 characters on average are paragraphs of their own, shorter ones part of one. */
START_TEST(long_items)
{
  for (guint length = 159; length <= 160; length++) {
    g_autofree char *rest = g_strnfill(length - 6, 'x');
    g_autofree char *list = g_strdup_printf(
        "# T\n\nA met B.\n\nThey set up groups on:\n\n- Roads %s\n- Ports %s\n", rest, rest);
    g_autofree char *bullets =
        g_strdup_printf("# T\n\nA met B.\n\nThey set up groups.\n\n\342\200\242 Roads "
                        "%s\n\n\342\200\242 Ports %s\n",
                        rest + 2, rest + 2); /* the sign and its space count */
    const char *expected = length < 160 ? "title chapeau op more more" : "title chapeau op op op";
    kinds(list, expected);
    kinds(bullets, expected);
  }
}
END_TEST

/* Nothing is quadratic, and nothing recurses. */
START_TEST(large_and_hostile)
{
  static const char *const parts[] = {
      "- x\n",    "**A**\n\n",        "1. x\n\n",   "(a) x\n\n", "> ",
      "a  \n",    "RECALLING x;\n\n", "2030 1\n\n", "Ada\n\n",   "Signed at A\n\nAda\n\n",
      "**A**  \n"};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint n = 0; n < (i == 4 ? 90 : 20000); n++)
      g_string_append(text, parts[i]);
    g_autoptr(AdrefIncomingText) incoming = read_incoming(text->str);
    g_autoptr(AdrefNode) document = adref_clause_tree_make(incoming, ADREF_NUMBERS_COUNTED);
    ck_assert_ptr_nonnull(document->first);
  }
}
END_TEST

TCase *tcase_paragraph_kind(void)
{
  TCase *tcase = tcase_create("paragraph_kind");
  tcase_add_test(tcase, preambles);
  tcase_add_test(tcase, titles_with_numbers);
  tcase_add_test(tcase, participles_without_a_preamble);
  tcase_add_test(tcase, title_in_the_front_matter);
  tcase_add_test(tcase, participles_and_bullets);
  tcase_add_test(tcase, title_below_a_note);
  tcase_add_test(tcase, places_and_dates);
  tcase_add_test(tcase, notes_below_a_line);
  tcase_add_test(tcase, heading_lines);
  tcase_add_test(tcase, japanese_lines);
  tcase_add_test(tcase, figures_in_a_row);
  tcase_add_test(tcase, headings);
  tcase_add_test(tcase, lists);
  tcase_add_test(tcase, introductions);
  tcase_add_test(tcase, ends);
  tcase_add_test(tcase, korean_ends);
  tcase_add_test(tcase, names_at_the_end);
  tcase_add_test(tcase, markers_decide);
  tcase_add_test(tcase, typed_numbers);
  tcase_add_test(tcase, plan_numbers_that_stand_twice);
  tcase_add_test(tcase, long_items);
  tcase_add_test(tcase, large_and_hostile);
  return tcase;
}
