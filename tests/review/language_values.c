/* Numbers and dates of two languages, as they are written there: a table of pairs that are in step,
 * and one of pairs that are not. */
#include "review/languages/language_differences.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"

/* The words of one clause in each language; a text that begins with
 * "<!--" has its own markers. */
typedef struct {
  const char *first, *first_words, *second, *second_words;
} LanguagePair;

typedef struct {
  const char *first, *first_words, *second, *second_words;
  const char *expected; /* what is said of the pair */
} Contradiction;

static AdrefNode *read_words(const char *words, GHashTable *parties)
{
  g_autofree char *marked = g_str_has_prefix(words, "<!--")
                                ? g_strdup(words)
                                : g_strconcat("<!-- op a -->\n", words, NULL);
  AdrefMarkdownReadOptions options = {.parties = parties};
  GError *error = NULL;
  AdrefNode *tree = adref_markdown_read(marked, strlen(marked), &options, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

static GHashTable *parties_new(void)
{
  static const char *const names[][2] = {
      {"JPN", "JPN"},      {"Japan", "JPN"},   {"日本", "JPN"},      {"Japon", "JPN"},
      {"Jepang", "JPN"},   {"ญี่ปุ่น", "JPN"},     {"ASEAN", "ASEAN"},   {"THA", "THA"},
      {"Thailand", "THA"}, {"タイ", "THA"},    {"Thaïlande", "THA"}, {"Viet Nam", "VNM"},
      {"Palau", "PLW"},    {"Mongolia", "MNG"}};
  GHashTable *parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, g_strdup(names[i][0]), g_strdup(names[i][1]));
  return parties;
}

static char *lines_of(const LanguagePair *pair)
{
  g_autoptr(GHashTable) parties = parties_new();
  g_autoptr(AdrefNode) one = read_words(pair->first_words, parties);
  g_autoptr(AdrefNode) two = read_words(pair->second_words, parties);
  AdrefLanguageText first = {pair->first, one}, second = {pair->second, two};
  g_autoptr(GPtrArray) differences = adref_language_differences_new(&first, &second, parties);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < differences->len; i++) {
    g_autofree char *line =
        adref_language_difference_line(differences->pdata[i], pair->first, pair->second, NULL);
    g_string_append_printf(out, "%s%s", i > 0 ? "\n" : "", line);
  }
  return g_string_free(out, FALSE);
}

#include "review/language_pairs.h"

START_TEST(pairs_in_step)
{
  g_autofree char *lines = lines_of(&in_step[_i]);
  ck_assert_msg(*lines == '\0', "%s / %s: %s", in_step[_i].first_words, in_step[_i].second_words,
                lines);
}
END_TEST

START_TEST(pairs_that_differ)
{
  const Contradiction *pair = &differ[_i];
  g_autofree char *lines =
      lines_of(&(LanguagePair){pair->first, pair->first_words, pair->second, pair->second_words});
  ck_assert_str_eq(lines, pair->expected);
}
END_TEST

/* Takes {{#sections}}, {{^their opposites}} and {{/their ends}} out, which print nothing. */
static char *without_sections(const char *template)
{
  g_autoptr(GRegex) sections = g_regex_new("\\{\\{[#^/][^}]*\\}\\}", 0, 0, NULL);
  return g_regex_replace_literal(sections, template, -1, 0, "", 0, NULL);
}

static char *read_template(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return NULL;
  const char *end = g_str_has_prefix(text, "---\n") ? strstr(text + 4, "\n---\n") : NULL;
  return without_sections(end ? end + strlen("\n---\n") : text);
}

/* The Japanese template of a name and the English one, as they stand, with their {{values}}. */
static guint check_template(const char *folder, const char *japanese)
{
  g_autofree char *stem = g_strndup(japanese, strlen(japanese) - strlen(".ja.md"));
  g_autofree char *english = g_strconcat(stem, ".md", NULL);
  g_autofree char *first = read_template(folder, english),
                  *second = read_template(folder, japanese);
  if (!first || !second)
    return 0;
  g_autofree char *lines = lines_of(&(LanguagePair){"en", first, "ja", second});
  ck_assert_msg(*lines == '\0', "%s: %s", japanese, lines);
  return 1;
}

START_TEST(the_starter_templates_are_in_step)
{
  guint count = 0;
  g_autoptr(GDir) topics = g_dir_open("templates/clauses", 0, NULL);
  for (const char *topic; (topic = g_dir_read_name(topics));) {
    g_autofree char *folder = g_build_filename("templates/clauses", topic, NULL);
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    for (const char *name; files && (name = g_dir_read_name(files));)
      if (g_str_has_suffix(name, ".ja.md"))
        count += check_template(folder, name);
  }
  ck_assert_uint_ge(count, 70);
}
END_TEST

TCase *tcase_language_values(void)
{
  TCase *tcase = tcase_create("language_values");
  tcase_add_loop_test(tcase, pairs_in_step, 0, G_N_ELEMENTS(in_step));
  tcase_add_loop_test(tcase, pairs_that_differ, 0, G_N_ELEMENTS(differ));
  tcase_add_test(tcase, the_starter_templates_are_in_step);
  return tcase;
}
