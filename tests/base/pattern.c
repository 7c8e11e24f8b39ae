#include "base/pattern.h"

#include <string.h>

#include "base/cases.h"
#include "base/error.h"
#include "suite.h"

static const struct {
  const char *pattern;
  const char *text;
  gsize from;
  AdrefPatternMatch match;
  gsize start, end;
  gboolean caseless;
} finds[] = {
    {"sh(all|ould)", "They should.", 0, ADREF_PATTERN_MATCH_YES, 5, 11, FALSE},
    {"sh(all|ould)", "They may.", 0, ADREF_PATTERN_MATCH_NO, 0, 0, FALSE},
    {"a", "aba", 1, ADREF_PATTERN_MATCH_YES, 2, 3, FALSE},
    {"^a", "aba", 1, ADREF_PATTERN_MATCH_NO, 0, 0, FALSE},
    {"(?<=a)b", "ab", 1, ADREF_PATTERN_MATCH_YES, 1, 2, FALSE},
    {"shall", "SHALL", 0, ADREF_PATTERN_MATCH_NO, 0, 0, FALSE},
    {"shall", "SHALL", 0, ADREF_PATTERN_MATCH_YES, 0, 5, TRUE},
    {"été", "L'ÉTÉ", 0, ADREF_PATTERN_MATCH_YES, 2, 7, TRUE},
    {"\\w+", "— 日本", 0, ADREF_PATTERN_MATCH_YES, 4, 10, FALSE},
    {".本", "日本", 0, ADREF_PATTERN_MATCH_YES, 0, 6, FALSE},
    {"\\bASEAN\\b", "in ASEAN,", 0, ADREF_PATTERN_MATCH_YES, 3, 8, FALSE},
    {"", "x", 1, ADREF_PATTERN_MATCH_YES, 1, 1, FALSE},
    {"x$", "", 0, ADREF_PATTERN_MATCH_NO, 0, 0, FALSE},
};

START_TEST(searches)
{
  GError *error = NULL;
  g_autoptr(AdrefPattern) pattern =
      adref_pattern_new(finds[_i].pattern, finds[_i].caseless, &error);
  ck_assert_no_error(error);
  gsize start = 0, end = 0;
  AdrefPatternMatch match = adref_pattern_find(pattern, finds[_i].text, strlen(finds[_i].text),
                                               finds[_i].from, &start, &end);
  ck_assert_int_eq(match, finds[_i].match);
  ck_assert_uint_eq(start, finds[_i].start);
  ck_assert_uint_eq(end, finds[_i].end);
  match = adref_pattern_find(pattern, finds[_i].text, strlen(finds[_i].text), finds[_i].from, NULL,
                             NULL);
  ck_assert_int_eq(match, finds[_i].match);
}
END_TEST

static const struct {
  const char *pattern;
  const char *message;
} bad[] = {
    {"(a", "the pattern \"(a\" is wrong at character 3: missing closing parenthesis"},
    {"日本[", "the pattern \"日本[\" is wrong at character 4: missing terminating ] for character "
              "class"},
    {"*",
     "the pattern \"*\" is wrong at character 1: quantifier does not follow a repeatable item"},
    {"\\C",
     "the pattern \"\\C\" is wrong at character 3: using \\C is disabled by the application"},
    {"\\", "the pattern \"\\\" is wrong at character 2: \\ at end of pattern"},
};

START_TEST(refuses)
{
  GError *error = NULL;
  ck_assert_ptr_null(adref_pattern_new(bad[_i].pattern, FALSE, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_USAGE));
  ck_assert_error(error, bad[_i].message);
}
END_TEST

START_TEST(bounds_the_pattern)
{
  g_autofree char *longest = g_strnfill(10000, 'a'), *longer = g_strnfill(10001, 'a');
  GError *error = NULL;
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(longest, FALSE, &error);
  ck_assert_no_error(error);
  ck_assert_ptr_null(adref_pattern_new(longer, FALSE, &error));
  ck_assert_error(error, "the pattern is longer than 10000 bytes");
}
END_TEST

/* Patterns that need exponential time, or much memory. */
static const char *const costly[] = {"(a+)+$", "(a|a)*$", "(?:a?){200}a{200}$", "(a*)*b",
                                     "^(?:(a)|b|c|a)*$"};

START_TEST(always_ends)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(costly[_i], FALSE, NULL);
  g_autofree char *text = g_strnfill(100000, 'a');
  text[99999] = '!';
  AdrefPatternMatch match = adref_pattern_find(pattern, text, 100000, 0, NULL, NULL);
  ck_assert_int_ne(match, ADREF_PATTERN_MATCH_YES);
}
END_TEST

START_TEST(gives_up)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new("(a+)+$", FALSE, NULL);
  static const char text[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";
  ck_assert_int_eq(adref_pattern_find(pattern, text, strlen(text), 0, NULL, NULL),
                   ADREF_PATTERN_MATCH_LIMIT);
}
END_TEST

/* The limits of steps, depth and memory. JIT obeys only the first, so the others are tested without
 * JIT. Each limit is exceeded between the two lengths of a text of "a", so that half of the limit
 * or double of it makes the test fail. */
static const struct {
  const char *before, *repeated, *after;
  guint times;
  gsize passes, exceeds;
} limits[] = {
    {"^a*a*a*a*[yz]", "", "", 0, 100, 150},
    {"(*NO_JIT)^a*a*a*a*[yz]", "", "", 0, 150, 200},
    {"(*NO_JIT)^(?:a|b)*$", "", "", 0, 4000, 6000},
    {"(*NO_JIT)^(?:a|b", "()", ")*$", 1000, 400, 1000},
};

static AdrefPatternMatch find_in_letters(const AdrefPattern *pattern, gsize length)
{
  g_autofree char *text = g_strnfill(length, 'a');
  return adref_pattern_find(pattern, text, length, 0, NULL, NULL);
}

START_TEST(bounds_the_work)
{
  g_autoptr(GString) source = g_string_new(limits[_i].before);
  for (guint i = 0; i < limits[_i].times; i++)
    g_string_append(source, limits[_i].repeated);
  g_string_append(source, limits[_i].after);
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(source->str, FALSE, NULL);
  ck_assert_int_ne(find_in_letters(pattern, limits[_i].passes), ADREF_PATTERN_MATCH_LIMIT);
  ck_assert_int_eq(find_in_letters(pattern, limits[_i].exceeds), ADREF_PATTERN_MATCH_LIMIT);
}
END_TEST

/* To the pattern a line is a text of its own; a line in which the search gives up is named. */
START_TEST(searches_lines)
{
  static const char text[] = "ab\n\nb a\nabb";
  g_autoptr(AdrefPattern) pattern = adref_pattern_new("(?<!a)^[^x]*b$(?!\\s)", FALSE, NULL);
  AdrefPatternLine at;
  ck_assert_int_eq(adref_pattern_find_line(pattern, text, strlen(text), 0, &at),
                   ADREF_PATTERN_MATCH_YES);
  ck_assert(at.line == 0 && at.line_end == 2 && at.start == 0 && at.end == 2);
  ck_assert_int_eq(adref_pattern_find_line(pattern, text, strlen(text), 3, &at),
                   ADREF_PATTERN_MATCH_YES);
  ck_assert(at.line == 8 && at.line_end == 11 && at.start == 8 && at.end == 11);
  ck_assert_int_eq(adref_pattern_find_line(pattern, text, 8, 3, &at), ADREF_PATTERN_MATCH_NO);
  g_autoptr(AdrefPattern) endless = adref_pattern_new("(a+)+$", FALSE, NULL);
  static const char long_text[] = "b\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\na";
  ck_assert_int_eq(adref_pattern_find_line(endless, long_text, strlen(long_text), 0, &at),
                   ADREF_PATTERN_MATCH_LIMIT);
  ck_assert_uint_eq(at.line, 2);
}
END_TEST

START_TEST(frees_nothing)
{
  adref_pattern_free(NULL);
}
END_TEST

TCase *tcase_pattern(void)
{
  TCase *tcase = tcase_create("pattern");
  tcase_add_loop_test(tcase, searches, 0, G_N_ELEMENTS(finds));
  tcase_add_loop_test(tcase, refuses, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, bounds_the_pattern);
  tcase_add_loop_test(tcase, always_ends, 0, G_N_ELEMENTS(costly));
  tcase_add_test(tcase, gives_up);
  tcase_add_loop_test(tcase, bounds_the_work, 0, G_N_ELEMENTS(limits));
  tcase_add_test(tcase, searches_lines);
  tcase_add_test(tcase, frees_nothing);
  return tcase;
}
