/* What two languages say against each other, in sentences and headings. */
#include "review/languages/language_differences.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/meaning_pairs.h"

static GHashTable *parties_new(void)
{
  static const char *const names[][2] = {
      {"JPN", "Japan|日本|Japon|Jepang|ญี่ปุ่น|Nhật Bản|اليابان|일본|Japón"},
      {"MYS", "Malaysia|マレーシア|มาเลเซีย"},
      {"FRA", "France"},
      {"IDN", "Indonesia|インドネシア|Indonésie|อินโดนีเซีย|印尼"},
      {"AUS", "Australia"},
      {"THA", "Thailand|タイ|Thaïlande|ไทย|Thái Lan"},
      {"KHM", "Cambodia|กัมพูชา"},
      {"CHN", "China|中国"},
      {"SGP", "Singapore|シンガポール|新加坡"},
      {"VNM", "Viet Nam|ベトナム|Việt Nam"},
      {"KOR", "Korea|Republic of Korea|한국"},
      {"EGY", "Egypt|مصر"},
      {"ASEAN", "ASEAN"}};
  GHashTable *parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_auto(GStrv) all = g_strsplit(names[i][1], "|", -1);
    for (char **name = all; *name; name++)
      g_hash_table_insert(parties, g_strdup(*name), g_strdup(names[i][0]));
  }
  return parties;
}

static AdrefNode *read_words(const char *words, GHashTable *parties)
{
  gboolean is_heading = g_str_has_prefix(words, "## ");
  g_autofree char *marked =
      g_strdup_printf("<!-- %s a -->\n%s", is_heading ? "heading" : "op", words);
  AdrefMarkdownReadOptions options = {.parties = parties};
  GError *error = NULL;
  AdrefNode *tree = adref_markdown_read(marked, strlen(marked), &options, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

/* Whether a difference is told and proves nothing: "or" for "and". */
static gboolean is_hint(const AdrefLanguageDifference *difference)
{
  return g_strcmp0(difference->first, "\"or\"") == 0 ||
         g_strcmp0(difference->first, "\"and\"") == 0;
}

/* What is said of a translation from English, a line each: of sentences what is proven, and hints.
 * Of headings nothing is proven, since they are compared by topics. Caller frees. */
static char *lines_of(const char *language, const char *english, const char *words)
{
  g_autoptr(GHashTable) parties = parties_new();
  g_autoptr(AdrefNode) one = read_words(english, parties);
  g_autoptr(AdrefNode) two = read_words(words, parties);
  AdrefLanguageText first = {"en", one}, second = {language, two};
  g_autoptr(GPtrArray) differences = adref_language_differences_new(&first, &second, parties);
  gboolean is_heading = g_str_has_prefix(words, "## ");
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < differences->len; i++) {
    const AdrefLanguageDifference *difference = differences->pdata[i];
    gboolean is_proven = adref_language_difference_is_proven(difference);
    ck_assert(!(is_heading || is_hint(difference)) || !is_proven);
    if (is_heading || is_proven || is_hint(difference))
      g_string_append_printf(out, "%s%s / %s", out->len > 0 ? "; " : "",
                             difference->first ? difference->first : "",
                             difference->second ? difference->second : "");
  }
  return g_string_free(out, FALSE);
}

START_TEST(faithful_sentences)
{
  g_autofree char *lines =
      lines_of(faithful[_i].language, faithful[_i].english, faithful[_i].words);
  ck_assert_msg(*lines == '\0', "%s / %s: %s", faithful[_i].english, faithful[_i].words, lines);
}
END_TEST

START_TEST(headings_in_step)
{
  g_autofree char *english = g_strconcat("## ", faithful_headings[_i].english, NULL);
  g_autofree char *words = g_strconcat("## ", faithful_headings[_i].words, NULL);
  g_autofree char *lines = lines_of(faithful_headings[_i].language, english, words);
  ck_assert_msg(*lines == '\0', "%s / %s: %s", english, words, lines);
}
END_TEST

START_TEST(contrary_sentences)
{
  g_autofree char *right =
      lines_of(contrary[_i].language, contrary[_i].english, contrary[_i].right);
  g_autofree char *wrong =
      lines_of(contrary[_i].language, contrary[_i].english, contrary[_i].wrong);
  ck_assert_msg(*right == '\0', "%s / %s: %s", contrary[_i].english, contrary[_i].right, right);
  ck_assert_msg(strcmp(wrong, contrary[_i].found) == 0, "%s / %s: %s, not %s", contrary[_i].english,
                contrary[_i].wrong, wrong, contrary[_i].found);
}
END_TEST

TCase *tcase_meaning_pairs(void)
{
  TCase *tcase = tcase_create("meaning_pairs");
  tcase_add_loop_test(tcase, faithful_sentences, 0, G_N_ELEMENTS(faithful));
  tcase_add_loop_test(tcase, headings_in_step, 0, G_N_ELEMENTS(faithful_headings));
  tcase_add_loop_test(tcase, contrary_sentences, 0, G_N_ELEMENTS(contrary));
  return tcase;
}
