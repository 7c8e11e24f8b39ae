#include "clause/hidden.h"

#include "clause/cases.h"

/* The word around the first hidden thing; NULL: nothing is hidden. */
static void finds(const char *language, const char *text, const char *word)
{
  gsize start = 0, end = 0;
  gboolean found = adref_hidden_find(text, strlen(text), language, &start, &end);
  ck_assert_msg(found == (word != NULL), "\"%s\"", text);
  if (!word)
    return;
  g_autofree char *actual = g_strndup(text + start, end - start);
  ck_assert_str_eq(actual, word);
}

START_TEST(characters_that_show_nothing)
{
  finds("en", "We shall act.", NULL);
  finds("en", "We sh\342\200\213all act.", "sh\342\200\213all");
  finds("en", "We \342\200\256shall act.", "\342\200\256shall");
  finds("en", "co\302\255operate", "co\302\255operate");
  finds("en", "at the end\342\201\240", "end\342\201\240");
  finds("en", "caf\303\251 \342\200\234quoted\342\200\235 \342\200\223 5\302\240%", NULL);
}
END_TEST

START_TEST(proper_in_their_script)
{
  finds("th", "ต้อง\342\200\213รายงาน", NULL);
  finds("km", "\342\200\213ត្រូវ", NULL);
  finds("fa", "می\342\200\214خواهد", NULL);
  finds("ja", "葛\363\240\204\200城", NULL);
  finds("th", "shall\342\200\213act", "shall\342\200\213act");
}
END_TEST

START_TEST(letters_of_another_script)
{
  finds("en", "We sh\320\260ll act.", "sh\320\260ll");
  finds("en", "non-b\320\276nding", "b\320\276nding");
  finds("en", "the \316\261-version of Привет", NULL);
  finds("ja", "ASEANの首脳", NULL);
}
END_TEST

START_TEST(spells_out)
{
  static const char text[] = "n\320\276t\342\200\213 a\302\240plan";
  g_autofree char *plain = adref_hidden_escape(text, strlen(text), FALSE);
  ck_assert_str_eq(plain, "n<U+043E>t<U+200B> a\302\240plan");
  g_autofree char *spaces = adref_hidden_escape(text, strlen(text), TRUE);
  ck_assert_str_eq(spaces, "n<U+043E>t<U+200B> a<U+00A0>plan");
}
END_TEST

START_TEST(looks)
{
  g_autoptr(AdrefConfusables) look = adref_confusables_new();
  ck_assert(adref_confusables_match(look, "paypal", "p\320\260yp\320\260l"));
  ck_assert(adref_confusables_match(look, "カ", "力"));
  ck_assert(!adref_confusables_match(look, "shall", "should"));
}
END_TEST

TCase *tcase_hidden(void)
{
  TCase *tcase = tcase_create("hidden");
  tcase_add_test(tcase, characters_that_show_nothing);
  tcase_add_test(tcase, proper_in_their_script);
  tcase_add_test(tcase, letters_of_another_script);
  tcase_add_test(tcase, spells_out);
  tcase_add_test(tcase, looks);
  return tcase;
}
