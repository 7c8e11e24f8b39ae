#include "work/edit/edit_buffer.h"

#include <string.h>

#include "cases.h"

#define MESSAGE "<!-- adref: keep one of them -->\n"

/* What a person saved, and the words in it. */
static const char *const texts[][2] = {
    {"words\n", "words\n"},
    {"", ""},
    {"<!-- op a -->\nwords\n\n" MESSAGE, "<!-- op a -->\nwords\n"},
    {MESSAGE "words\n", "words\n"},
    {"one\n" MESSAGE "two\n\n  <!-- adref: a\n\t<!-- adref: reminder -->\nthree",
     "one\ntwo\n\nthree"},
    {"one\n<!-- adref: a <!-- op ID --> --> words\ntwo\n", "one\ntwo\n"},
    {"one\n<!-- adref: a\n<!-- op a -->\ntwo\n", "one\n<!-- op a -->\ntwo\n"},
    {"one\n<!-- adref: a", "one\n"},
    /* other comments, and such words within a line, are the person's */
    {"<!-- adref is a program -->\n x <!-- adref: y -->\n",
     "<!-- adref is a program -->\n x <!-- adref: y -->\n"},
    {"one\n\n\n\n", "one\n"},
};

START_TEST(takes_comments_off)
{
  g_autoptr(GString) words = adref_edit_buffer_strip(texts[_i][0], strlen(texts[_i][0]));
  ck_assert_str_eq(words->str, texts[_i][1]);
}
END_TEST

START_TEST(what_is_put_in_comes_off_again)
{
  for (guint line = 0; line < 6; line++)
    for (gboolean is_clause = FALSE; is_clause <= TRUE; is_clause++) {
      g_autoptr(GString) text = g_string_new("one\n\n<!-- op a -->\ntwo\n");
      adref_edit_buffer_add_message(text, line, "a\nmarker is <!-- op ID -->, not -->");
      adref_edit_buffer_add_reminder(text, is_clause);
      g_autoptr(GString) words = adref_edit_buffer_strip(text->str, text->len);
      ck_assert_str_eq(words->str, "one\n\n<!-- op a -->\ntwo\n");
    }
}
END_TEST

START_TEST(a_message_stands_above_its_line)
{
  g_autoptr(GString) text = g_string_new("one\ntwo\n");
  adref_edit_buffer_add_message(text, 2, "x");
  ck_assert_str_eq(text->str, "one\n<!-- adref: x -->\ntwo\n");
}
END_TEST

START_TEST(knows_empty_words)
{
  g_autoptr(GString) blank = g_string_new(" \n\t\xE3\x80\x80\n"); /* U+3000 */
  g_autoptr(GString) word = g_string_new("\n.\n");
  ck_assert(adref_edit_buffer_is_empty(blank));
  ck_assert(!adref_edit_buffer_is_empty(word));
}
END_TEST

TCase *tcase_edit_buffer(void)
{
  TCase *tcase = tcase_create("edit_buffer");
  tcase_add_loop_test(tcase, takes_comments_off, 0, G_N_ELEMENTS(texts));
  tcase_add_test(tcase, what_is_put_in_comes_off_again);
  tcase_add_test(tcase, a_message_stands_above_its_line);
  tcase_add_test(tcase, knows_empty_words);
  return tcase;
}
