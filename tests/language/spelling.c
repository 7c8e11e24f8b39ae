#include "language/spelling.h"

#include <string.h>

#include "language/cases.h"

static void is_spelt(const char *word, const char *expected)
{
  g_autoptr(GString) out = g_string_new("x");
  adref_spelling_append(out, word, strlen(word));
  ck_assert_msg(strcmp(out->str + 1, expected) == 0, "%s: %s", word, out->str + 1);
}

START_TEST(variants)
{
  is_spelt("Programme", "program");
  is_spelt("programmes", "programs");
  is_spelt("grey", "grey");
  is_spelt("gray", "grey");
  is_spelt("whilst", "while");
  is_spelt("judgement", "judgment");
  is_spelt("fulfil", "fulfill");
}
END_TEST

START_TEST(endings)
{
  static const char *const words[][2] = {
      {"organisation", "organization"},
      {"organisations", "organizations"},
      {"organising", "organizing"},
      {"organised", "organized"},
      {"organise", "organize"},
      {"organises", "organizes"},
      {"organiser", "organizer"},
      {"organisers", "organizers"},
      {"analyse", "analyze"},
      {"analysed", "analyzed"},
      {"analysing", "analyzing"},
      {"analyses", "analyzes"},
      {"defence", "defense"},
      {"defences", "defenses"},
      {"centre", "center"},
      {"centres", "centers"},
      {"calibre", "caliber"},
      {"analogue", "analog"},
      {"analogues", "analogs"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    is_spelt(words[i][0], words[i][1]);
}
END_TEST

/* Short words are no variants: at least three letters before an ending, six letters with -our-. */
START_TEST(short_words)
{
  is_spelt("rise", "rise");
  is_spelt("arise", "arise");
  is_spelt("advise", "advize");
  is_spelt("our", "our");
  is_spelt("hours", "hours");
  is_spelt("labour", "labor");
  is_spelt("favourable", "favorable");
  is_spelt("ouring", "ouring");
  is_spelt("hence", "hence");
}
END_TEST

START_TEST(prefixes_that_negate)
{
  ck_assert(adref_spelling_negates("lawful", "unlawful"));
  ck_assert(adref_spelling_negates("unlawful", "lawful"));
  ck_assert(adref_spelling_negates("nonbinding", "binding"));
  ck_assert(adref_spelling_negates("inactive", "active"));
  ck_assert(adref_spelling_negates("immature", "mature"));
  ck_assert(adref_spelling_negates("illegal", "legal"));
  ck_assert(adref_spelling_negates("irregular", "regular"));
  ck_assert(adref_spelling_negates("dishonest", "honest"));
  ck_assert(!adref_spelling_negates("until", "til"));
  ck_assert(adref_spelling_negates("untill", "till"));
  ck_assert(!adref_spelling_negates("lawful", "lawful"));
  ck_assert(!adref_spelling_negates("reform", "form"));
}
END_TEST

START_TEST(letters_that_negate)
{
  ck_assert(adref_spelling_negates_letters("公式", "非公式"));
  ck_assert(adref_spelling_negates_letters("不", ""));
  ck_assert(adref_spelling_negates_letters("", "無"));
  ck_assert(!adref_spelling_negates_letters("公", "式"));
  ck_assert(!adref_spelling_negates_letters("", ""));
}
END_TEST

TCase *tcase_spelling(void)
{
  TCase *tcase = tcase_create("spelling");
  tcase_add_test(tcase, variants);
  tcase_add_test(tcase, endings);
  tcase_add_test(tcase, short_words);
  tcase_add_test(tcase, prefixes_that_negate);
  tcase_add_test(tcase, letters_that_negate);
  return tcase;
}
