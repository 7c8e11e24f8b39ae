#include "draft/library/page_words.h"

#include <string.h>

#include "draft/cases.h"
#include "draft/library/builtin_words.h"
#include "draft/room.h"
#include "suite.h"

#define PATH "templates/languages/ja.yaml"

static AdrefPageWords *parse_file(const char *path, const char *text, GPtrArray *findings,
                                  GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  return adref_page_words_parse(bytes, path, findings, error);
}

static AdrefPageWords *parse(const char *text, GPtrArray *findings, GError **error)
{
  return parse_file(PATH, text, findings, error);
}

/* The message of a table that does not read. Caller frees. */
static char *refusal(const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefPageWords) words = parse(text, NULL, &error);
  ck_assert_ptr_null(words);
  return g_strdup(error->message);
}

START_TEST(english_has_all)
{
  g_autoptr(AdrefPageWords) words = adref_page_words_builtin("en-GB");
  gsize length;
  const char *text = g_bytes_get_data(adref_page_words_bytes(words), &length);
  g_autofree char *table = g_strndup(text, length);
  g_autoptr(AdrefPageWords) read = parse_file("en.yaml", table, NULL, NULL);
  for (guint i = 0; i < ADREF_PAGE_WORDS; i++) {
    AdrefPageWord word = (AdrefPageWord)i;
    ck_assert(adref_page_words_has(words, word) && !adref_page_words_has(NULL, word));
    ck_assert_str_eq(adref_page_words_get(words, word), adref_page_words_get(NULL, word));
    ck_assert(adref_page_words_has(read, word));
    ck_assert_str_eq(adref_page_words_get(read, word), adref_page_words_get(words, word));
  }
}
END_TEST

/* Each table of the program has each word, and keeps what stands in {}. */
START_TEST(tables_are_whole)
{
  guint count = 0;
  for (const AdrefBuiltinWords *table = adref_builtin_words; table->language; table++, count++) {
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = adref_page_words_path(table->language);
    g_autoptr(AdrefPageWords) words = parse_file(path, table->text, findings, NULL);
    ck_assert_ptr_nonnull(words);
    if (findings->len > 0)
      ck_abort_msg("%s", (char *)findings->pdata[0]);
  }
  ck_assert_uint_eq(count, 18);
}
END_TEST

START_TEST(fills)
{
  g_autoptr(AdrefPageWords) words =
      parse("page: '{pages} / {page}'\nbrackets: '{n} {n} {x}'\npart: '{clauses}'\n", NULL, NULL);
  g_autofree char *page =
      adref_page_words_fill(words, ADREF_PAGE_WORD_PAGE, "page", "{pages}", "pages", "12", NULL);
  ck_assert_str_eq(page, "12 / {pages}");
  g_autofree char *brackets = adref_page_words_count(words, ADREF_PAGE_WORD_BRACKETS, 3);
  ck_assert_str_eq(brackets, "3 brackets open");
  ck_assert_str_eq(adref_page_words_get(words, ADREF_PAGE_WORD_PART), "{clauses}");
}
END_TEST

START_TEST(finds)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefPageWords) words =
      parse("speaker: nobody\npage: Seite\ncontent: ''\nfooter: Fuß\n", findings, NULL);
  ck_assert_uint_eq(findings->len, 4);
  ck_assert_str_eq(findings->pdata[0],
                   PATH ":4:1: the key \"footer\" is no word of a page; en.yaml has all");
  ck_assert(g_str_has_prefix(
      findings->pdata[1],
      PATH ": words are missing, which pages have in English: draft, negotiating, no-bracket, "));
  ck_assert_str_eq(findings->pdata[2],
                   PATH ":2:7: the word \"page\" has not the same words in {} as the English one, "
                        "so pages have it in English");
  ck_assert(g_str_has_prefix(findings->pdata[3], PATH ":3:10: the word \"content\" has not"));
  ck_assert(!adref_page_words_has(words, ADREF_PAGE_WORD_PAGE) &&
            !adref_page_words_has(words, ADREF_PAGE_WORD_CONTENT));
}
END_TEST

START_TEST(refuses)
{
  g_autofree char *words = g_strnfill(ADREF_PAGE_WORDS_LENGTH + 1, 'x');
  g_autofree char *long_one = g_strdup_printf("contents: %s", words);
  g_autofree char *refused = refusal(long_one);
  ck_assert_str_eq(refused,
                   PATH ":1:11: \"contents\" is too long; allowed are at most 120 characters");
  g_autofree char *most = g_strdup_printf("contents: %s", words + 1);
  g_autoptr(AdrefPageWords) read = parse(most, NULL, NULL);
  ck_assert_str_eq(adref_page_words_get(read, ADREF_PAGE_WORD_CONTENTS), words + 1);
  g_autofree char *draft = g_strdup_printf("draft: %.31s", words);
  g_autofree char *across = refusal(draft);
  ck_assert_str_eq(across, PATH ":1:8: \"draft\" is too long; allowed are at most 30 characters");
  g_autofree char *list = refusal("[a]");
  ck_assert_str_eq(list, PATH ":1:1: the words of pages are a map, such as \"contents: Contents\"");
  g_autofree char *map = refusal("contents: {en: x}");
  ck_assert(g_str_has_prefix(map, PATH ":1:11: "));
  g_autofree char *control = refusal("contents: \"a\\eb\"");
  ck_assert(g_str_has_prefix(control, PATH ":1:"));
}
END_TEST

/* The file of the tag, then that of its language, then the program's; a file that does not read is
 * no reason for other words. */
START_TEST(reads)
{
  g_autoptr(Room) room = room_new();
  AdrefPageWords *words = NULL;
  ck_assert(adref_page_words_read(room->source, "zh-Hant", &words, NULL));
  ck_assert_str_eq(adref_page_words_get(words, ADREF_PAGE_WORD_DRAFT), "草案");
  adref_page_words_free(words);
  room_put(room, "templates/languages/zh.yaml", "draft: Z\n");
  ck_assert(adref_page_words_read(room->source, "zh-Hant", &words, NULL));
  ck_assert_str_eq(adref_page_words_get(words, ADREF_PAGE_WORD_DRAFT), "Z");
  adref_page_words_free(words);
  room_put(room, "templates/languages/zh-Hant.yaml", "draft: H\n");
  ck_assert(adref_page_words_read(room->source, "zh-Hant", &words, NULL));
  ck_assert_str_eq(adref_page_words_get(words, ADREF_PAGE_WORD_DRAFT), "H");
  adref_page_words_free(words);
  words = NULL;
  ck_assert(adref_page_words_read(room->source, "pt", &words, NULL));
  ck_assert_ptr_null(words);
  g_autoptr(GError) error = NULL;
  room_put(room, "templates/languages/pt.yaml", "- x\n");
  ck_assert(!adref_page_words_read(room->source, "pt", &words, &error));
  ck_assert_ptr_nonnull(error);
  g_clear_error(&error);
  g_autofree char *large = g_strnfill(ADREF_PAGE_WORDS_LIMIT + 1, '\n');
  room_put(room, "templates/languages/pt.yaml", large);
  ck_assert(!adref_page_words_read(room->source, "pt", &words, &error));
}
END_TEST

START_TEST(compares)
{
  g_autoptr(AdrefPageWords) japanese = adref_page_words_builtin("ja"),
                            english = adref_page_words_builtin("en"),
                            mended = parse("provisional: 正文\n", NULL, NULL);
  ck_assert(adref_page_words_equal(english, NULL) && adref_page_words_equal(japanese, japanese));
  ck_assert(!adref_page_words_equal(japanese, NULL) && !adref_page_words_equal(mended, NULL));
}
END_TEST

TCase *tcase_page_words(void)
{
  TCase *tcase = tcase_create("page_words");
  tcase_add_test(tcase, english_has_all);
  tcase_add_test(tcase, tables_are_whole);
  tcase_add_test(tcase, fills);
  tcase_add_test(tcase, finds);
  tcase_add_test(tcase, refuses);
  tcase_add_test(tcase, reads);
  tcase_add_test(tcase, compares);
  return tcase;
}
