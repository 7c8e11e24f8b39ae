#include "review/change/change_class.h"

#include "generate.h"
#include "review/findings.h"

/* Texts made to cost much time, or to be misread. */
static void survives(const char *language, const char *old, const char *new)
{
  g_autoptr(AdrefNode) redline = redline_with_findings(language, "asean", old, new);
  g_autoptr(GString) list = list_findings(redline);
  ck_assert(g_utf8_validate(list->str, (gssize)list->len, NULL));
}

static char *repeat(const char *words, guint times)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0, count = environment_count(NULL, times); i < count; i++)
    g_string_append(out, words);
  g_string_append(out, ".\n");
  return g_string_free(out, FALSE);
}

START_TEST(hostile_words)
{
  static const char *const units[] = {"shall ",
                                      "not ",
                                      "5,000 ",
                                      "17 December 2023 ",
                                      "Japan ",
                                      "and or ",
                                      "paragraph ",
                                      "1 ",
                                      "十",
                                      "なければ",
                                      "1,",
                                      "of the ",
                                      "million ",
                                      "9999999999999 million ",
                                      "twenty-",
                                      "at least ",
                                      "US$ ",
                                      "年",
                                      "第1項",
                                      "\342\200\213a",
                                      "\320\260a ",
                                      "5 to ",
                                      "[a] ",
                                      "Aa of ",
                                      "no later than ",
                                      "(5) ",
                                      "'t ",
                                      "٣٤ ",
                                      "ﷺ"};
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    g_autofree char *old = repeat(units[i], 4000),
                    *new = repeat(units[(i + 1) % G_N_ELEMENTS(units)], 4000);
    survives(i % 2 ? "en" : "ja", old, new);
  }
}
END_TEST

/* One paragraph in which every word is a phrase of the tables. */
START_TEST(hostile_paragraphs)
{
  static const char *const units[][2] = {
      {"shall ", "should "},
      {"shall not 5,000 and Japan within 30 days ", "shall never 5,000 and Japan within 60 days "},
      {"Party ", "State "},
      {"十", "千"},
      {"shall not 5,000 and Japan within 30 days ", "may or 3,000 in ASEAN by 2030 "},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    g_autofree char *before = repeat(units[i][0], 10000), *after = repeat(units[i][1], 10000);
    g_autofree char *old = g_strconcat("<!-- op a -->\n", before, NULL);
    g_autofree char *new = g_strconcat("<!-- op a -->\n", after, NULL);
    survives("en", old, new);
  }
}
END_TEST

START_TEST(many_references)
{
  GString *old = g_string_new(NULL), *new = g_string_new("<!-- op n -->\nIt is new.\n\n");
  guint count = environment_count(NULL, 2000);
  for (guint i = 0; i < count; i++) {
    g_autofree char *clause = g_strdup_printf(
        "<!-- op c%u -->\nSee paragraphs %u, %u and 99999999999999999999 of c%u.\n\n", i, i + 1,
        count - i, i);
    g_string_append(old, clause);
    g_string_append(new, clause);
  }
  survives("en", old->str, new->str);
  g_string_free(old, TRUE);
  g_string_free(new, TRUE);
}
END_TEST

/* Each of many words loses a parenthesis that has no partner: one is not looked for through the
 * whole text. */
START_TEST(parentheses_without_partners)
{
  GString *old = g_string_new(NULL), *new = g_string_new(NULL);
  for (guint i = 0, count = environment_count(NULL, 120000); i < count; i++) {
    g_string_append_printf(old, "w%ux) v%u ", i, i);
    g_string_append_printf(new, "w%ux v%u ", i, i);
  }
  survives("en", old->str, new->str);
  g_string_free(old, TRUE);
  g_string_free(new, TRUE);
}
END_TEST

/* Two generated texts. */
START_TEST(generated_texts)
{
  Generator generator = {(guint32)_i + 1};
  g_autoptr(GPtrArray) blocks = generate_blocks(&generator);
  g_autoptr(GPtrArray) version = generate_version(&generator, blocks);
  g_autofree char *old = join_blocks(blocks), *new = join_blocks(version);
  survives("en", old, new);
  survives("ja", new, old);
}
END_TEST

TCase *tcase_hostile(void)
{
  TCase *tcase = tcase_create("hostile");
  tcase_add_test(tcase, hostile_words);
  tcase_add_test(tcase, hostile_paragraphs);
  tcase_add_test(tcase, many_references);
  tcase_add_test(tcase, parentheses_without_partners);
  tcase_add_loop_test(tcase, generated_texts, 0, 200);
  tcase_set_timeout(tcase, 60);
  return tcase;
}
