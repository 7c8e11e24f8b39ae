#include "language/phrase_scanner.h"

#include <string.h>

#include "language/cases.h"

START_TEST(commitments)
{
  phrases_are("en", "we shall act", "strength: shall <shall>\n");
  phrases_are("en", "we strongly urge", "strength: strongly urge <strongly urge>\n");
  phrases_are("en", "we strongly shall", "strength: shall <shall>\n");
  phrases_are("en", "the will is", "doubtful strength: will <will>\n");
  phrases_are("en", "of May it may", "strength: may <may>\n");
  phrases_are("en", "good. May it act", "strength: May <may>\n");
  phrases_are("en", "notwithstanding", "");
}
END_TEST

START_TEST(negations)
{
  phrases_are("en", "we do not", "negation: not <not>\n");
  phrases_are("en", "we don't", "negation: don't <not>\n");
  phrases_are("en", "we don\342\200\231t", "negation: don\342\200\231t <not>\n");
  phrases_are("en", "it isn't", "negation: isn't <not>\n");
  phrases_are("en", "we ('t", "");
  phrases_are("en", "we act", "");
  phrases_are("en", "we cannot", "strength: can <can>\nnegation: not <not>\n");
}
END_TEST

START_TEST(names)
{
  phrases_are("en", "with Japan", "name: Japan <japan>\n");
  phrases_are("en", "with us", "");
  phrases_are("en", "with US", "name: US <us>\n");
  phrases_are("en", "the Charter of the United Nations",
              "name: Charter of the United Nations <charter of the united nations>\n");
  phrases_are("en", "the Charter", "");
  phrases_are("en", "in Tokyo", "name: Tokyo <tokyo>\n");
  phrases_are("en", "good. Tokyo is", "doubtful name: Tokyo <tokyo>\n");
  phrases_are("en", "good. Japan is", "name: Japan <japan>\n");
  phrases_are("en", "good. RECALLING it", "");
  phrases_are("en", "the NATO", "name: NATO <nato>\n");
  phrases_are("ja", "タイと", "name: タイ <タイ>\n");
  phrases_are("ja", "タイプ", "");
  phrases_are("ja", "リアルタイム", "");
  phrases_are("ja", "タイ太平洋", "");
}
END_TEST

/* A name has at most 24 tokens, and a few more of its last joint. */
START_TEST(longest_name)
{
  g_autoptr(GString) text = g_string_new("in");
  for (guint i = 0; i < 30; i++)
    g_string_append(text, " Aa");
  AdrefPhraseScanner scanner;
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  adref_phrase_scanner_init(&scanner, "en", NULL, NULL);
  adref_phrase_scanner_scan(&scanner, text->str, 0, text->len, tokens, matches);
  ck_assert_uint_eq(matches->len, 2);
  ck_assert_uint_eq(g_array_index(matches, AdrefPhraseMatch, 0).first, 1);
  ck_assert_uint_eq(g_array_index(matches, AdrefPhraseMatch, 0).after, 25);
  ck_assert_uint_eq(g_array_index(matches, AdrefPhraseMatch, 1).after, 31);
  adref_phrase_scanner_clear(&scanner);
}
END_TEST

START_TEST(conjunctions_and_times)
{
  phrases_are("en", "it and it", "weak conjunction: and <and>\n");
  phrases_are("en", "it and/or it", "conjunction: and/or <and/or>\n");
  phrases_are("en", "it is annually", "date: annually <annually>\n");
}
END_TEST

/* Scans append: places are those of the text, numbers of tokens go on. */
START_TEST(scans_append)
{
  static const char text[] = "shall act, should act";
  AdrefPhraseScanner scanner;
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  adref_phrase_scanner_init(&scanner, "en", NULL, NULL);
  adref_phrase_scanner_scan(&scanner, text, 0, 9, tokens, matches);
  adref_phrase_scanner_scan(&scanner, text, 11, strlen(text), tokens, matches);
  ck_assert_uint_eq(tokens->len, 4);
  ck_assert_uint_eq(matches->len, 2);
  const AdrefPhraseMatch *second = &g_array_index(matches, AdrefPhraseMatch, 1);
  ck_assert_uint_eq(second->start, 11);
  ck_assert_uint_eq(second->end, 17);
  ck_assert_uint_eq(second->first, 2);
  ck_assert_uint_eq(second->after, 3);
  ck_assert_uint_eq(second->rank, 60);
  adref_phrase_scanner_clear(&scanner);
}
END_TEST

TCase *tcase_phrase_scanner(void)
{
  TCase *tcase = tcase_create("phrase_scanner");
  tcase_add_test(tcase, commitments);
  tcase_add_test(tcase, negations);
  tcase_add_test(tcase, names);
  tcase_add_test(tcase, longest_name);
  tcase_add_test(tcase, conjunctions_and_times);
  tcase_add_test(tcase, scans_append);
  return tcase;
}
