#include "clause/word_place.h"

#include "clause/cases.h"
#include "clause/markdown/canonical.h"
#include "clause/proposals/bracket_build.h"
#include "parties.h"

static AdrefNode *parse(const char *text)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  return adref_markdown_read(text, strlen(text), &options, NULL, NULL);
}

static const struct {
  const char *text, *words;
  const char *found; /* the text with brackets around each place; "": none */
} searches[] = {
    {"We shall act.\n", "shall", "We [shall] act.\n"},
    {"We shall act.\n", "SHALL  Act", "We [shall act].\n"},
    {"We shall act.\n", "all", ""},
    {"all in all\n", "all", "[all] in [all]\n"},
    {"the \u201cright\u201d of the child\u2019s\n", "\"right\" of the child's",
     "the [\u201cright\u201d of the child\u2019s]\n"},
    {"la coop\u00e9ration\n", "cooperation", "la [coop\u00e9ration]\n"},
    {"cooperation, coop\u00e9ration\n", "coop\u00e9ration", "cooperation, [coop\u00e9ration]\n"},
    {"\u63d0\u4f9b\u3059\u308b\u3002\n", "\u4f9b\u3059", "\u63d0[\u4f9b\u3059]\u308b\u3002\n"},
    {"\u304c\u304b\n", "\u304b", "\u304c[\u304b]\n"},
    {"\uff35\uff33\uff24 5\n", "USD5", "[\uff35\uff33\uff24 5]\n"},
    {"\u0e2d\u0e32\u0e40\u0e0b\u0e35\u0e22\u0e19\n", "\u0e40\u0e0b\u0e35\u0e22\u0e19",
     "\u0e2d\u0e32[\u0e40\u0e0b\u0e35\u0e22\u0e19]\n"},
    {"\u0e01\u0e34\n", "\u0e01", ""},
    {"\u0627\u0644\u062a\u064e\u0651\u0639\u0627\u0648\u0646\n",
     "\u0627\u0644\u062a\u0639\u0627\u0648\u0646",
     "[\u0627\u0644\u062a\u064e\u0651\u0639\u0627\u0648\u0646]\n"},
    {"We **shall** act.\n", "shall", "We [**shall**] act.\n"},
    {"We *shall act* now.\n", "act now", "We [*shall act* now].\n"},
    {"a [b - JPN / c] d\n", "c", "a [b - JPN / [c]] d\n"},
    {"a [b - JPN / c] d\n", "a b", ""},
    {"a [b - JPN] d\n", "a b", "[a [b - JPN]] d\n"},
    {"| a | b |\n|---|---|\n| c | d |\n", "D", "| a | b |\n|---|---|\n| c | [d] |\n"},
    {"one\\\ntwo\n", "one two", "[one\\\ntwo]\n"},
    {"aabaab\n\naab aab\n", "aab", "aabaab\n\n[aab] [aab]\n"},
    {"a\n", "", ""},
    {"a\n", " ", ""},
};

START_TEST(finds_words)
{
  g_autoptr(AdrefNode) document = parse(searches[_i].text);
  g_autoptr(GArray) places = adref_word_places_find(document, searches[_i].words);
  ck_assert_int_eq(places->len > 0, *searches[_i].found != '\0');
  for (guint i = places->len; i-- > 0;) {
    AdrefNode *first, *last;
    adref_word_place_isolate(&g_array_index(places, AdrefWordPlace, i), &first, &last);
    adref_bracket_wrap(first, last);
  }
  g_autoptr(GString) written = adref_canonical(document);
  if (places->len > 0)
    ck_assert_str_eq(written->str, searches[_i].found);
}
END_TEST

static const struct {
  const char *words, *nearest;
} near_words[] = {
    {"should provide technical help", "shall provide technical assistance"},
    {"technical asistance", "technical assistance"},
    {"nothing of the kind", NULL},
    {"", NULL},
};

START_TEST(finds_the_nearest)
{
  g_autoptr(AdrefNode) document = parse("Japan shall provide technical assistance to all.\n");
  g_autofree char *nearest = adref_word_places_nearest(document, near_words[_i].words);
  ck_assert_pstr_eq(nearest, near_words[_i].nearest);
}
END_TEST

START_TEST(knows_borders)
{
  g_autoptr(AdrefNode) document = parse("a [b / c - JPN] d\n");
  ck_assert(adref_word_places_cross(document, "c d"));
  ck_assert(adref_word_places_cross(document, "a b"));
  ck_assert(!adref_word_places_cross(document, "a c"));
}
END_TEST

START_TEST(shows_a_place)
{
  g_autoptr(AdrefNode) document = parse("Japan [shall / may] provide technical assistance.\n");
  g_autoptr(GArray) places = adref_word_places_find(document, "PROVIDE");
  const AdrefWordPlace *place = &g_array_index(places, AdrefWordPlace, 0);
  g_autofree char *words = adref_word_place_words(place);
  g_autofree char *context = adref_word_place_context(place, 10);
  ck_assert_str_eq(words, "provide");
  ck_assert_str_eq(context, "...all may provide technical...");
}
END_TEST

START_TEST(bounds_what_is_looked_for)
{
  g_autofree char *longest = g_strnfill(ADREF_WORD_PLACE_LIMIT, 'a');
  g_autofree char *text = g_strconcat(longest, "\n", NULL);
  g_autofree char *longer = g_strnfill(ADREF_WORD_PLACE_LIMIT + 1, 'a');
  g_autofree char *text_longer = g_strconcat(longer, "\n", NULL);
  g_autoptr(AdrefNode) document = parse(text);
  g_autoptr(AdrefNode) other = parse(text_longer);
  g_autoptr(GArray) found = adref_word_places_find(document, longest);
  g_autoptr(GArray) none = adref_word_places_find(other, longer);
  ck_assert_uint_eq(found->len, 1);
  ck_assert_uint_eq(none->len, 0);
}
END_TEST

TCase *tcase_word_place(void)
{
  TCase *tcase = tcase_create("word_place");
  tcase_add_loop_test(tcase, finds_words, 0, G_N_ELEMENTS(searches));
  tcase_add_loop_test(tcase, finds_the_nearest, 0, G_N_ELEMENTS(near_words));
  tcase_add_test(tcase, knows_borders);
  tcase_add_test(tcase, shows_a_place);
  tcase_add_test(tcase, bounds_what_is_looked_for);
  return tcase;
}
