#include "base/name.h"

#include <string.h>

#include "base/cases.h"
#include "base/error.h"
#include "suite.h"

static const struct {
  AdrefNameKind kind;
  const char *good[8];
  const char *bad[16];
} cases[] = {
    {ADREF_NAME_STATEMENT,
     {"a", "7", "asean-50", "a-", "2023-tokyo"},
     {"", "-a", "A", "a_b", "a.b", "a/b", "..", "a b", "é", "a\n", "a\x1b"}},
    {ADREF_NAME_CLAUSE, {"private-sector", "1"}, {"", "-", "Private", "a/b", "a="}},
    {ADREF_NAME_LABEL, {"zero", "rev1"}, {"", "HEAD", "-zero", "rev.1", "a~1", "a^", "@{1}"}},
    {ADREF_NAME_PARTY,
     {"JPN", "G77", "A", "EU-27"},
     {"", "jpn", "77G", "-EU", "J PN", "JPN,EU", "日本", "Jpn", "E/U"}},
    {ADREF_NAME_PARAM, {"days", "end_date", "a1"}, {"", "1a", "_a", "Days", "a-b", "a.b"}},
    {ADREF_NAME_LANGUAGE,
     {"en", "ja", "fil", "zh-Hans", "pt-BR", "en-x-un", "en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaa"},
     {"", "e", "EN", "engl", "en-", "en_GB", "en--GB", "-en", "en/x", "en.md",
      "en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaa"}},
    {ADREF_NAME_TEMPLATE,
     {"a", "cyber/private-sector", "a/b/c/d/e/f/g/h"},
     {"", "/a", "a/", "a//b", "../a", "a/../b", "a/.", "a/b/c/d/e/f/g/h/i", "a\\b", "A/b"}},
};

START_TEST(knows_names)
{
  for (const char *const *name = cases[_i].good; *name; name++)
    ck_assert_msg(adref_name_is(cases[_i].kind, *name), "\"%s\" is a name", *name);
  for (const char *const *name = cases[_i].bad; *name; name++)
    ck_assert_msg(!adref_name_is(cases[_i].kind, *name), "\"%s\" is no name", *name);
}
END_TEST

START_TEST(bounds_names)
{
  g_autofree char *longest = g_strnfill(100, 'a'), *longer = g_strnfill(101, 'a');
  ck_assert(adref_name_is(ADREF_NAME_CLAUSE, longest));
  ck_assert(!adref_name_is(ADREF_NAME_CLAUSE, longer));
  ck_assert(adref_name_is(ADREF_NAME_TEMPLATE, longest));
  ck_assert(!adref_name_is(ADREF_NAME_TEMPLATE, longer));
}
END_TEST

START_TEST(says_what_is_allowed)
{
  GError *error = NULL;
  ck_assert(adref_name_check(ADREF_NAME_PARTY, "JPN", &error));
  ck_assert_no_error(error);
  ck_assert(!adref_name_check(ADREF_NAME_PARTY, "jpn", &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_USAGE));
  ck_assert_error(error, "\"jpn\" cannot be the code of a party; allowed are capital letters, "
                         "digits and -, beginning with a letter, up to 100 in all");
  ck_assert(!adref_name_check(ADREF_NAME_LABEL, "a\x1b[1m", &error));
  ck_assert_error(error, "\"a<U+001B>[1m\" cannot be the name of a label; allowed are small "
                         "letters, digits and -, beginning with a letter or digit, up to 100 in "
                         "all");
}
END_TEST

START_TEST(shows_no_endless_name)
{
  g_autofree char *name = g_strnfill(100000, 'x');
  GError *error = NULL;
  ck_assert(!adref_name_check(ADREF_NAME_CLAUSE, name, &error));
  ck_assert_uint_lt(strlen(error->message), 400);
  g_clear_error(&error);
}
END_TEST

START_TEST(has_a_rule_for_each_kind)
{
  for (guint kind = ADREF_NAME_STATEMENT; kind <= ADREF_NAME_TEMPLATE; kind++)
    ck_assert_uint_gt(strlen(adref_name_rule(kind)), 10);
}
END_TEST

START_TEST(finds_a_near_name)
{
  static const char *const names[] = {"status", "save", "show", "sign", "sync", "agree", NULL};
  ck_assert_str_eq(adref_name_closest("statsu", names), "status");
  ck_assert_str_eq(adref_name_closest("sing", names), "sign");
  ck_assert_str_eq(adref_name_closest("nwe", (const char *const[]){"newer", "new", NULL}), "new");
  ck_assert_str_eq(adref_name_closest("agre", names), "agree");
  ck_assert_str_eq(adref_name_closest("sync", names), "sync");
  ck_assert_ptr_null(adref_name_closest("publish", names));
  static const char *const codes[] = {"THA", "JPN", NULL};
  ck_assert_str_eq(adref_name_closest("JP", codes), "JPN");
  ck_assert_ptr_null(adref_name_closest("FRA", codes));
  ck_assert_ptr_null(adref_name_closest("", (const char *const[]){"status", NULL}));
  ck_assert_ptr_null(adref_name_closest("save", (const char *const[]){NULL}));
  g_autofree char *longest = g_strnfill(5000, 'a');
  ck_assert_ptr_null(adref_name_closest(longest, names));
}
END_TEST

/* A name is near if at most a third of its letters, rounded up, differ. */
START_TEST(bounds_the_distance)
{
  static const struct {
    const char *name, *other;
    gboolean near;
  } pairs[] = {
      {"abc", "abx", TRUE},
      {"abc", "axx", FALSE},
      {"abcd", "abxx", TRUE},
      {"abcd", "axxx", FALSE},
      {"abcdef", "abcdxx", TRUE},
      {"abcdef", "abcxxx", FALSE},
      {"abcdefg", "abcdxxx", TRUE},
      {"abcdefg", "abcxxxx", FALSE},
      {"abcd", "abcdxx", TRUE},
      {"abcd", "abcdxxx", FALSE},
      {"abcdxx", "abcd", TRUE},
      {"abcdxxx", "abcd", TRUE},
      {"a", "x", TRUE},
      {"a", "xx", FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    const char *const names[] = {pairs[i].other, NULL};
    ck_assert_msg((adref_name_closest(pairs[i].name, names) != NULL) == pairs[i].near, "%s %s",
                  pairs[i].name, pairs[i].other);
  }
}
END_TEST

START_TEST(prefers_the_nearest_name)
{
  static const char *const names[] = {"abxdef", "abcdxf", "abcdef", NULL};
  ck_assert_str_eq(adref_name_closest("abcdef", names), "abcdef");
  ck_assert_str_eq(adref_name_closest("abcdee", names), "abcdef");
  static const char *const equal[] = {"abxdef", "abcdxf", NULL};
  ck_assert_str_eq(adref_name_closest("abcdef", equal), "abxdef");
  g_autofree char *longest = g_strnfill(100, 'a'), *longer = g_strnfill(101, 'a');
  const char *const both[] = {longer, longest, NULL};
  ck_assert_str_eq(adref_name_closest(longest, both), longest);
  ck_assert_ptr_null(adref_name_closest(longer, both));
}
END_TEST

START_TEST(suggests_names)
{
  static const char *const names[] = {"title", "date"};
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  g_autofree char *none = adref_name_suggest("titel", all);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_ptr_array_add(all, (gpointer)(guintptr)names[i]);
  g_autofree char *near = adref_name_suggest("titel", all);
  g_autofree char *far = adref_name_suggest("place", all);
  ck_assert_str_eq(none, "; there is none");
  ck_assert_str_eq(near, "; did you mean \"title\"?");
  ck_assert_str_eq(far, "; allowed are title, date");
}
END_TEST

TCase *tcase_names(void)
{
  TCase *tcase = tcase_create("name");
  tcase_add_loop_test(tcase, knows_names, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, bounds_names);
  tcase_add_test(tcase, says_what_is_allowed);
  tcase_add_test(tcase, shows_no_endless_name);
  tcase_add_test(tcase, has_a_rule_for_each_kind);
  tcase_add_test(tcase, finds_a_near_name);
  tcase_add_test(tcase, bounds_the_distance);
  tcase_add_test(tcase, prefers_the_nearest_name);
  tcase_add_test(tcase, suggests_names);
  return tcase;
}
