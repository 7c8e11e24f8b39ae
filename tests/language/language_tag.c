#include "language/language_tag.h"

#include "language/cases.h"

START_TEST(matches_the_primary_language)
{
  ck_assert(adref_language_tag_matches("zh-Hans", "zh"));
  ck_assert(adref_language_tag_matches("zh_Hans", "zh"));
  ck_assert(adref_language_tag_matches("ZH", "zh"));
  ck_assert(!adref_language_tag_matches("zhx", "zh"));
  ck_assert(!adref_language_tag_matches("z", "zh"));
  ck_assert(!adref_language_tag_matches("fil", "fi"));
}
END_TEST

TCase *tcase_language_tag(void)
{
  TCase *tcase = tcase_create("language_tag");
  tcase_add_test(tcase, matches_the_primary_language);
  return tcase;
}
