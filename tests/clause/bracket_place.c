#include "clause/proposals/bracket_place.h"

#include "clause/cases.h"
#include "clause/markdown/canonical.h"
#include "clause/proposals/bracket_build.h"
#include "clause/word_place.h"
#include "parties.h"

static AdrefNode *parse(const char *text)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  return adref_markdown_read(text, strlen(text), &options, NULL, NULL);
}

/* "r": replace, "d": delete, "a", "b": insert after, before. */
static const struct {
  const char *text;
  char act;
  const char *place, *words;
  const char *expected;
} cases[] = {
    {"We shall act.\n", 'r', "shall", "should", "We [shall / should - JPN] act.\n"},
    {"We shall act.\n", 'd', "shall", NULL, "We [shall - JPN delete] act.\n"},
    {"We shall act.\n", 'a', "act", ", as appropriate", "We shall act [, as appropriate - JPN].\n"},
    {"We shall act.\n", 'b', "act", "swiftly", "We shall [swiftly - JPN] act.\n"},
    {"We shall act.\n", 'b', "we", "Today", "[Today - JPN] We shall act.\n"},
    {"We shall act.\n", 'a', "act.", "So be it.", "We shall act. [So be it. - JPN]\n"},
    {"日本は支援する。\n", 'a', "日本", "及び", "日本[及び - JPN]は支援する。\n"},
    {"日本は支援する。\n", 'r', "支援", "協力", "日本は[支援 / 協力 - JPN]する。\n"},
    {"[shall / should - EU] act\n", 'r', "shall", "may", "[shall / should - EU / may - JPN] act\n"},
    {"[shall / should - EU] act\n", 'r', "shall", "should", "[shall / should - EU, JPN] act\n"},
    {"[shall / should - EU] act\n", 'd', "should", NULL, "[shall / should - EU; JPN delete] act\n"},
    {"x [, as appropriate - EU].\n", 'd', "as", NULL,
     "x [/ , as appropriate - EU / , appropriate - JPN].\n"},
    {"x [, if needed - EU].\n", 'a', "if needed", ", soon",
     "x [/ , if needed - EU / , if needed, soon - JPN].\n"},
    {"x [, if needed - EU].\n", 'a', "needed", "then",
     "x [/ , if needed - EU / , if needed then - JPN].\n"},
    {"x [, if needed - EU].\n", 'a', "x", ", soon", "x [/ , if needed - EU / , soon - JPN].\n"},
    {"x [, if needed - EU].\n", 'a', "x", ", if needed", "x [, if needed - EU, JPN].\n"},
    {"x [/ , a - EU / , b - USA].\n", 'a', "x", ", c", "x [/ , a - EU / , b - USA / , c - JPN].\n"},
    {"We [may - EU / will - USA] act.\n", 'b', "act", "soon",
     "We [may - EU / will - USA] <!-- and -->[soon - JPN] act.\n"},
    {"x [a / b - EU].\n", 'a', "x", "y", "x [y - JPN]<!-- and --> [a / b - EU].\n"},
    {"a [b - EU] c\n", 'r', "a b", "d", "[a [b - EU] / d - JPN] c\n"},
    {"a [b - EU] c\n", 'd', "a b c", NULL, "[a [b - EU] c - JPN delete]\n"},
    {"We **shall not** act.\n", 'r', "not", "never", "We **shall [not / never - JPN]** act.\n"},
    {"We **shall** act.\n", 'r', "shall", "should", "We [**shall** / should - JPN] act.\n"},
    {"| a | b |\n|---|---|\n| 5 | d |\n", 'r', "5", "6",
     "| a | b |\n|---|---|\n| [5 / 6 - JPN] | d |\n"},
    {"# Head\n", 'a', "head", "of State", "# Head [of State - JPN]\n"},
};

START_TEST(proposes_at_a_place)
{
  g_autoptr(AdrefNode) document = parse(cases[_i].text);
  g_autoptr(GArray) places = adref_word_places_find(document, cases[_i].place);
  ck_assert_uint_eq(places->len, 1);
  AdrefNode *first, *last;
  adref_word_place_isolate(&g_array_index(places, AdrefWordPlace, 0), &first, &last);
  g_autoptr(AdrefNode) words = adref_node_new(ADREF_PARAGRAPH);
  if (cases[_i].words)
    adref_node_append(words, adref_node_new_text(ADREF_TEXT, cases[_i].words, -1));
  AdrefBracketPlace place;
  if (cases[_i].act == 'r')
    place = adref_bracket_replace_at(first, last, words, "JPN");
  else if (cases[_i].act == 'd')
    place = adref_bracket_delete_at(first, last, "JPN");
  else
    place = adref_bracket_insert_at(first, last, cases[_i].act == 'a', words, "JPN");
  ck_assert(adref_alternative_find_party(place.alternative, "JPN", NULL));
  ck_assert_ptr_eq(place.alternative->parent, place.bracket);
  g_autoptr(GString) written = adref_canonical(document);
  g_autoptr(AdrefNode) again = parse(written->str);
  g_autoptr(GString) canonical = adref_canonical(again);
  ck_assert_str_eq(canonical->str, cases[_i].expected);
}
END_TEST

TCase *tcase_bracket_place(void)
{
  TCase *tcase = tcase_create("bracket_place");
  tcase_add_loop_test(tcase, proposes_at_a_place, 0, G_N_ELEMENTS(cases));
  return tcase;
}
