#include "view/ruby.h"

#include "view/cases.h"

static const struct {
  const char *text, *base, *reading;
} found[] = {
    {"｜志《こころざし》を", "志", "こころざし"},
    {"前｜国際連合《こくさいれんごう》", "国際連合", "こくさいれんごう"},
    {"｜縦棒と｜字《じ》", "字", "じ"},
    {"｜《から》｜字《》｜字《じ》", "字", "じ"},
    {"《字》｜字《じ》", "字", "じ"},
};

START_TEST(finds)
{
  const char *text = found[_i].text;
  AdrefRuby ruby;
  ck_assert(adref_ruby_find(text, strlen(text), 0, &ruby));
  g_autofree char *base = g_strndup(text + ruby.base, ruby.base_length);
  g_autofree char *reading = g_strndup(text + ruby.reading, ruby.reading_length);
  ck_assert_str_eq(base, found[_i].base);
  ck_assert_str_eq(reading, found[_i].reading);
  g_autofree char *whole = g_strndup(text + ruby.start, ruby.end - ruby.start);
  ck_assert(g_str_has_prefix(whole, "｜") && g_str_has_suffix(whole, "》"));
}
END_TEST

static const char *const none[] = {
    "",
    "志《こころざし》",
    "｜志",
    "｜志《こころざし",
    "｜志《こ《ころ》",
    "｜志｜《こころ》",
    "｜志》《こころ》",
    "｜一二三四五六七八九十一二三四五六七八九十一《かず》",
    "｜",
};

START_TEST(finds_none)
{
  AdrefRuby ruby;
  ck_assert(!adref_ruby_find(none[_i], strlen(none[_i]), 0, &ruby));
}
END_TEST

/* Bytes behind the given length are not read. */
START_TEST(reads_no_byte_behind_its_length)
{
  static const char text[] = "｜志《こころざし》";
  AdrefRuby ruby;
  for (gsize length = 0; length < strlen(text); length++)
    ck_assert(!adref_ruby_find(text, length, 0, &ruby));
}
END_TEST

START_TEST(strips)
{
  g_autofree char *plain = adref_ruby_strip(g_strdup("｜志《こころざし》と｜字《じ》、《》"), "ja");
  ck_assert_str_eq(plain, "志と字、《》");
  g_autofree char *english = adref_ruby_strip(g_strdup("｜志《こころざし》"), "en");
  ck_assert_str_eq(english, "｜志《こころざし》");
  ck_assert(adref_ruby_is_used("zh-Hant") && !adref_ruby_is_used("jam") &&
            !adref_ruby_is_used(NULL));
}
END_TEST

TCase *tcase_ruby(void)
{
  TCase *tcase = tcase_create("ruby");
  tcase_add_loop_test(tcase, finds, 0, G_N_ELEMENTS(found));
  tcase_add_loop_test(tcase, finds_none, 0, G_N_ELEMENTS(none));
  tcase_add_test(tcase, reads_no_byte_behind_its_length);
  tcase_add_test(tcase, strips);
  return tcase;
}
