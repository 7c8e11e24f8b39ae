#include "work/check/hidden_check.h"

#include <string.h>

#include "cases.h"
#include "draft/data/file_source.h"
#include "workplace.h"

static void put(const Workplace *workplace, guint count)
{
  g_autoptr(GString) text = g_string_new("# Demo\n\n<!-- op training -->\n");
  for (guint i = 0; i < count; i++)
    g_string_append(text, "We co\u00ADoperate.\n\n");
  workplace_put(workplace, "statements/demo/en.md", text->str);
}

static guint say(Workplace *workplace, guint count)
{
  GError *error = NULL;
  put(workplace, count);
  workplace_reopen(workplace, ".");
  g_autoptr(AdrefText) text = adref_text_open(workplace->session, "demo", NULL, &error);
  ck_assert_no_error(error);
  g_string_truncate(workplace->said, 0);
  adref_hidden_check_say_text(text, text->document);
  guint lines = 0;
  for (const char *p = workplace->said->str; (p = strchr(p, '\n')); p++)
    lines++;
  return lines;
}

/* 20 places are named; of 20 the column is exact. */
START_TEST(says_twenty_places)
{
  g_autoptr(Workplace) workplace = workplace_new();
  ck_assert_uint_eq(say(workplace, 0), 0);
  ck_assert_uint_eq(say(workplace, 1), 1);
  ck_assert_str_eq(workplace->said->str, "statements/demo/en.md:4:6: op training: soft hyphen in "
                                         "\"co<U+00AD>operate\"; a reader cannot see it\n");
  ck_assert_uint_eq(say(workplace, 20), 20);
  ck_assert_ptr_nonnull(strstr(workplace->said->str, "en.md:42:6: "));
  ck_assert_ptr_null(strstr(workplace->said->str, "more"));
  ck_assert_uint_eq(say(workplace, 21), 21);
  ck_assert(g_str_has_suffix(workplace->said->str, "\nand 1 more such places\n"));
  ck_assert_uint_eq(say(workplace, 25), 21);
  ck_assert(g_str_has_suffix(workplace->said->str, "\nand 5 more such places\n"));
}
END_TEST

static void lines_are(const Workplace *workplace, const char *const *expected)
{
  g_autoptr(AdrefStatementSnapshot) snapshot =
      adref_statement_snapshot_new(adref_file_source_new_folder(workplace->root), "demo");
  g_autoptr(GPtrArray) lines = adref_hidden_check_snapshot(snapshot);
  for (guint i = 0; i < lines->len; i++)
    ck_assert_pstr_eq(lines->pdata[i], expected[i]);
  ck_assert_uint_eq(lines->len, g_strv_length((char **)(guintptr)expected));
}

START_TEST(names_places_of_texts_and_facts)
{
  g_autoptr(Workplace) workplace = workplace_new();
  static const char *const expected[] = {
      "statements/demo/statement.yaml: the title in en: soft hyphen in \"De<U+00AD>mo\"",
      "statements/demo/statement.yaml: the name of THA in en: soft hyphen in \"Thai<U+00AD>land\"",
      "statements/demo/statement.yaml: the name of THA in en: soft hyphen in "
      "\"King<U+00AD>dom\"",
      "statements/demo/statement.yaml: the name of VNM in en: soft hyphen in \"Na<U+00AD>m\"",
      "statements/demo/statement.yaml: the place in en: soft hyphen in \"To<U+00AD>kyo\"",
      "statements/demo/en.md:4:6: op training: soft hyphen in \"co<U+00AD>operate\"",
      NULL};
  put(workplace, 1);
  workplace_put(workplace, "templates/parties.yaml",
                "parties:\n"
                "  JPN: {short: {en: Japan}, long: {en: Japan}}\n"
                "  THA: {short: {en: Thai\u00ADland}, long: {en: the King\u00ADdom}}\n"
                "  VNM: {short: {en: Viet Na\u00ADm}}\n");
  workplace_put(workplace, "statements/demo/statement.yaml",
                "title: De\u00ADmo\nplace: To\u00ADkyo\noutline: plain\n"
                "parties: [JPN, THA, VNM]\nlanguages: [en]\n");
  lines_are(workplace, expected);
}
END_TEST

/* Exact columns are searched for 20 places; the others have the column of their words. */
START_TEST(finds_twenty_exact_columns)
{
  g_autoptr(Workplace) workplace = workplace_new();
  put(workplace, 22);
  g_autoptr(AdrefStatementSnapshot) snapshot =
      adref_statement_snapshot_new(adref_file_source_new_folder(workplace->root), "demo");
  g_autoptr(GPtrArray) lines = adref_hidden_check_snapshot(snapshot);
  ck_assert_uint_eq(lines->len, 22);
  for (guint i = 0; i < 22; i++)
    ck_assert_msg((strstr(lines->pdata[i], ":6: op") != NULL) == (i < 20), "%s",
                  (char *)lines->pdata[i]);
}
END_TEST

TCase *tcase_hidden_check(void)
{
  TCase *tcase = tcase_create("hidden_check");
  tcase_add_test(tcase, says_twenty_places);
  tcase_add_test(tcase, names_places_of_texts_and_facts);
  tcase_add_test(tcase, finds_twenty_exact_columns);
  return tcase;
}
