#include "base/pattern_needs.h"

#include <string.h>

#include "base/cases.h"
#include "base/pattern.h"
#include "generate.h"
#include "suite.h"

static gboolean may_match(const char *pattern, gboolean caseless, const char *text)
{
  g_autoptr(GArray) needs = adref_pattern_needs_new(pattern, caseless);
  AdrefTextGrams grams;
  adref_text_grams_read(&grams, text, strlen(text));
  return adref_pattern_needs_met(needs, &grams);
}

static const struct {
  const char *pattern;
  const char *text;
  gboolean caseless;
  gboolean may_match;
} cases[] = {
    {"shall", "They should.", FALSE, FALSE},
    {"shall", "They shall.", FALSE, TRUE},
    {"shall", "THEY SHALL.", FALSE, TRUE}, /* the grams are those of small letters, too */
    {"sh(?:all|ould)", "They may.", FALSE, FALSE},
    {"sh(?:all|ould)", "They would.", FALSE, TRUE}, /* one of both strings suffices */
    {"Swaziland|Zaire", "in Kenya", FALSE, FALSE},
    {"Swaziland|Zaire", "in Zaire", FALSE, TRUE},
    {"colou?r", "the collar", FALSE, FALSE},
    {"colou?r", "the color", FALSE, TRUE},
    {"x{0}shall", "we may", FALSE, FALSE},
    {"(?:x|shall)?", "we may", FALSE, TRUE},
    {"(?:shall){0,2}", "we may", FALSE, TRUE},
    {"(?:shall)+", "we may", FALSE, FALSE},
    {"[Tt]he Hague", "the hague", FALSE, FALSE},
    {"[0-9]{4}", "no figure", FALSE, FALSE},
    {"[0-9]{4}", "in 2023", FALSE, TRUE},
    {"[^0-9]", "1", FALSE, TRUE}, /* what must not stand there is not looked for */
    {"[€£]5", "at $5", FALSE, FALSE},
    {"[]x]", "]", FALSE, TRUE},
    {"[[:digit:]]+ per cent", "all of it", FALSE, FALSE},
    {"(?<=paragraph )4", "page 4", FALSE, FALSE},
    {"(?=.*annex)the", "the text", FALSE, FALSE},
    {"(?!annex)the", "the text", FALSE, TRUE},
    {"(?<!annex )the", "the text", FALSE, TRUE},
    {"\\bshall\\b", "we may", FALSE, FALSE},
    {"\\$5", "at 6", FALSE, FALSE},
    {"\\p{Lu}\\pL\\x{41}\\x41z", "abcz", FALSE, TRUE},
    {"(a)\\1", "aa", FALSE, TRUE},
    {"\\Qa.b\\E", "", FALSE, TRUE},         /* not read */
    {"(?i)annex", "no", FALSE, TRUE},       /* not read */
    {"(?(?=a)b|c)", "no", FALSE, TRUE},     /* not read */
    {"annex(*ACCEPT)x", "no", FALSE, TRUE}, /* not read */
    {"(?i:annex)", "no", FALSE, FALSE},
    {"(?i:annex)", "an ANNEX", FALSE, TRUE},
    {"ANNEX", "an annex", TRUE, TRUE},
    {"annex", "no", TRUE, FALSE},
    {"ask", "a\u017F\u212A", TRUE, TRUE}, /* forms of s and k that are no ASCII */
    {"été", "L'ÉTÉ", TRUE, TRUE},
    {"日本", "日中", FALSE, FALSE},
    {"日本", "在日本", FALSE, TRUE},
    {"", "", FALSE, TRUE},
    {"^$", "", FALSE, TRUE},
    {"a{,5}b{x}", "b{x}", FALSE, TRUE},
};

START_TEST(what_a_text_lacks)
{
  gboolean found = may_match(cases[_i].pattern, cases[_i].caseless, cases[_i].text);
  ck_assert_msg(found == cases[_i].may_match, "\"%s\" in \"%s\": %d", cases[_i].pattern,
                cases[_i].text, found);
}
END_TEST

/* One that needs any of more strings than are kept. */
START_TEST(too_many_strings)
{
  g_autoptr(GString) pattern = g_string_new("0a");
  for (guint i = 1; i < ADREF_PATTERN_NEEDS_MAX; i++)
    g_string_append_printf(pattern, "|%ua", i);
  ck_assert(!may_match(pattern->str, FALSE, "b"));
  g_string_append(pattern, "|ca");
  ck_assert(may_match(pattern->str, FALSE, "b"));
}
END_TEST

static void append_parts(Generator *generator, GString *pattern, guint depth)
{
  static const char *const atoms[] = {"a",   "b",     "cab", "ab ", "[ab]",   "[^a]", "\\w",  ".",
                                      "\\b", "(?=b)", "é",   "A",   "(?<=a)", "$",    "[a-c]"};
  static const char *const quantities[] = {"", "", "", "", "?", "*", "+", "{2}", "{0,1}", "+?"};
  static const char *const opens[] = {"(", "(?:", "(?=", "(?!", "(?<!a)(?:", "(?i:", "(?>"};
  for (guint n = 1 + generate_number(generator, 3); n > 0; n--) {
    gboolean group = depth < 3 && generate_number(generator, 4) == 0;
    g_string_append(pattern, group ? opens[generate_number(generator, G_N_ELEMENTS(opens))]
                                   : atoms[generate_number(generator, G_N_ELEMENTS(atoms))]);
    if (group)
      append_parts(generator, pattern, depth + 1);
    if (group && generate_number(generator, 2) == 0) {
      g_string_append_c(pattern, '|');
      append_parts(generator, pattern, depth + 1);
    }
    g_string_append(pattern, group ? ")" : "");
    g_string_append(pattern, quantities[generate_number(generator, G_N_ELEMENTS(quantities))]);
  }
}

/* Where a pattern matches, its needs are met. */
START_TEST(no_match_is_missed)
{
  enum {
    CASES = 20000
  };
  static const char *const pieces[] = {"a", "b", "c", "cab", " ", "A", "B", "é", "É", "x"};
  guint matches = 0, told = 0;
  for (guint n = 1; n <= CASES; n++) {
    Generator generator = {n};
    g_autoptr(GString) pattern = g_string_new(NULL), text = g_string_new(NULL);
    append_parts(&generator, pattern, 0);
    for (guint i = generate_number(&generator, 8); i > 0; i--)
      g_string_append(text, pieces[generate_number(&generator, G_N_ELEMENTS(pieces))]);
    gboolean caseless = generate_number(&generator, 3) == 0;
    g_autoptr(AdrefPattern) compiled = adref_pattern_new(pattern->str, caseless, NULL);
    if (!compiled)
      continue;
    AdrefTextGrams grams;
    adref_text_grams_read(&grams, text->str, text->len);
    gboolean may = adref_pattern_may_match(compiled, &grams);
    gboolean match =
        adref_pattern_find(compiled, text->str, text->len, 0, NULL, NULL) != ADREF_PATTERN_MATCH_NO;
    ck_assert_msg(may || !match, "case %u: \"%s\" in \"%s\"", n, pattern->str, text->str);
    matches += match ? 1 : 0;
    told += may ? 0 : 1;
  }
  ck_assert_uint_ge(matches, CASES / 10);
  ck_assert_uint_ge(told, CASES / 10);
}
END_TEST

TCase *tcase_pattern_needs(void)
{
  TCase *tcase = tcase_create("pattern_needs");
  tcase_add_loop_test(tcase, what_a_text_lacks, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, too_many_strings);
  tcase_add_test(tcase, no_match_is_missed);
  return tcase;
}
