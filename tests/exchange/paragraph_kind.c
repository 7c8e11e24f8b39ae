#include "exchange/paragraph_kind.h"

#include "exchange/cases.h"
#include "exchange/clause_tree.h"

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
  kinds(
      "# T\n\nPresident A met President B.\n\nRecognizing the climate, they agreed.\n\nBuilding on "
      "this, they went on.\n",
      "title chapeau op op");
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
  kinds("# T\n\n1. They work.\n\n2. They rest.\n\n## Annex\n\nA plan.\n\nMore of it.\n",
        "title op op annex more more");
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

/* Nothing is quadratic, and nothing recurses. */
START_TEST(large_and_hostile)
{
  static const char *const parts[] = {"- x\n", "**A**\n\n", "1. x\n\n",         "(a) x\n\n",
                                      "> ",    "a  \n",     "RECALLING x;\n\n", "2030 1\n\n"};
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
  tcase_add_test(tcase, headings);
  tcase_add_test(tcase, lists);
  tcase_add_test(tcase, ends);
  tcase_add_test(tcase, markers_decide);
  tcase_add_test(tcase, typed_numbers);
  tcase_add_test(tcase, large_and_hostile);
  return tcase;
}
