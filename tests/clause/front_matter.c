#include "clause/markdown/front_matter.h"

#include <string.h>

#include "clause/cases.h"

#define FRONT "---\ntitle: A\n---\n"

static const char *const some[] = {
    FRONT,
    "---  \ntitle: A\n--- \t\n",
    "---\r\ntitle: A\r\n---\r\n",
    "---\rtitle: A\r---\r",
    "\357\273\277" FRONT,
    "---\n# a comment\nkey:\n---\n",
    "---\nkey:\n  - one\n\n- two\nnext: [\n]\nlast: {\n}  \n---\n",
    "---\n日付: 3\na/b.c-d_e: x:y\n---\n",
    "---\n\"a \\\" b\": 1\n'c: d': 2\n---\n",
    "---\nkey: \"a: b\"\nk: [a: b]\nl: {a: b}\nm: 'c: d'\nn: | # x\no: -1\np: a # b: c\n---\n",
    "---\nkey: v\n---",
};

START_TEST(is_front_matter)
{
  const char *text = some[_i];
  gsize ends = g_str_has_suffix(text, "-") ? 1 : 0;
  g_autofree char *more = g_strconcat(text, ends ? "\n" : "", "words\n---\n", NULL);
  gsize length = adref_front_matter_length(text, strlen(text));
  ck_assert_uint_eq(length, strlen(text));
  ck_assert_uint_eq(adref_front_matter_length(more, strlen(more)), length + ends);
}
END_TEST

static const char *const none[] = {
    "",
    "---",
    "---\n",
    "---\n---\n",
    "---\n\n---\n",
    "---\n\ntitle: A\n---\n",
    "---\n# only a comment\n---\n",
    "---\ntitle: A\n",
    "---\ntitle: A",
    "---\ntitle: A\n--- b\n",
    "---\ntitle: A\n----\n",
    "---\ntitle: A\n ---\n",
    "----\ntitle: A\n---\n",
    " ---\ntitle: A\n---\n",
    "\n" FRONT,
    "words\n" FRONT,
    "***\ntitle: A\n***\n",
    "---\nA heading\n---\n",
    "---\nTwo words: a heading\n---\n",
    "---\ntitle: A\nwords\n---\n",
    "---\n- item\n---\n",
    "---\n  indented: x\n---\n",
    "---\n]\ntitle: A\n---\n",
    "---\ntitle: A\n] b\n---\n",
    "---\ntitle: A\n\tb: c\n---\n",
    "---\ntitle:A\n---\n",
    "---\n: A\n---\n",
    "---\n<!-- op a: -->\n---\n",
    "---\n> quote: A\n---\n",
    "---\n[a]: b\n---\n",
    "---\n\"a b\" c: d\n---\n",
    "---\n\"a b: c\n---\n",
    "---\nNote: see this: that\n---\n",
    "---\nNote: this:\n---\n",
    "---\nNote: - a\n---\n",
    "---\nNote: @home\n---\n",
};

START_TEST(is_no_front_matter)
{
  ck_assert_uint_eq(adref_front_matter_length(none[_i], strlen(none[_i])), 0);
}
END_TEST

START_TEST(the_lines_between)
{
  gsize size;
  static const char text[] = "---\r\na: b\r\n\r\nc: d\r\n---\r\nwords";
  gsize length = adref_front_matter_length(text, strlen(text));
  const char *lines = adref_front_matter_lines(text, length, &size);
  ck_assert_uint_eq(length, strlen(text) - strlen("words"));
  ck_assert_ptr_eq(lines, text + 5);
  ck_assert_uint_eq(size, strlen("a: b\r\n\r\nc: d\r\n"));
  g_autoptr(GString) blank = adref_front_matter_blank(text, strlen(text), length);
  ck_assert_str_eq(blank->str, "\n\n\n\n\nwords");
}
END_TEST

/* Text below front matter: its lines are those of the file, and no hash covers what is above. */
START_TEST(is_no_part_of_the_text)
{
  static const char words[] = "<!-- op act -->\nWe [act.\n";
  g_autofree char *with = g_strconcat(FRONT, words, NULL);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions how = {.outside_statement = TRUE};
  g_autoptr(AdrefNode) document = read_text(with, &how, problems), bare = read_plain(words);
  ck_assert_str_eq(document->text, FRONT);
  ck_assert_ptr_null(bare->text);
  ck_assert_uint_eq(problems->len, 1);
  ck_assert_uint_eq(((AdrefProblem *)problems->pdata[0])->line, 5);
  same_hashes(document, bare, "front matter");
  g_autofree char *one = adref_node_words(document), *other = adref_node_words(bare);
  ck_assert_str_eq(one, other);
  g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  g_autoptr(GString) below = adref_canonical_with_offsets(document, starts);
  ck_assert_str_eq(below->str, words);
}
END_TEST

START_TEST(a_part_of_a_text_has_none)
{
  AdrefMarkdownReadOptions how = {.is_part = TRUE};
  g_autoptr(AdrefNode) document = read_text(FRONT, &how, NULL);
  ck_assert_ptr_null(document->text);
  ck_assert_ptr_nonnull(document->first);
}
END_TEST

/* A block of two megabytes, closed and never closed. */
START_TEST(large_front_matter)
{
  g_autoptr(GString) text = g_string_new("---\n");
  while (text->len < 2 * 1024 * 1024)
    g_string_append(text, "key: value\r\n");
  ck_assert_uint_eq(adref_front_matter_length(text->str, text->len), 0);
  g_autoptr(AdrefNode) open = read_plain(text->str);
  ck_assert_ptr_null(open->text);
  g_string_append(text, "---\n");
  g_autoptr(AdrefNode) closed = read_plain(text->str);
  ck_assert_uint_eq(closed->length, text->len);
  ck_assert_ptr_null(closed->first);
  g_autoptr(GString) canonical = adref_canonical(closed);
  ck_assert_str_eq(canonical->str, text->str);
}
END_TEST

TCase *tcase_front_matter(void)
{
  TCase *tcase = tcase_create("front_matter");
  tcase_add_loop_test(tcase, is_front_matter, 0, G_N_ELEMENTS(some));
  tcase_add_loop_test(tcase, is_no_front_matter, 0, G_N_ELEMENTS(none));
  tcase_add_test(tcase, the_lines_between);
  tcase_add_test(tcase, is_no_part_of_the_text);
  tcase_add_test(tcase, a_part_of_a_text_has_none);
  tcase_add_test(tcase, large_front_matter);
  return tcase;
}
