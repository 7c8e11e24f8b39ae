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
  phrases_are("en", "notwithstanding", "qualifier: notwithstanding <notwithstanding>\n");
  phrases_are("en", "of MAY it", "doubtful strength: MAY <may>\n");
  phrases_are("en", "in May", "date: in May < in  May>\n");
  phrases_are("en", "strongly", "");
  static const char *const words[] = {"the", "a",    "an",   "of", "in",   "by",
                                      "for", "with", "upon", "on", "its",  "their",
                                      "our", "his",  "her",  "no", "good", "joint"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    g_autofree char *text = g_strdup_printf("x %s plan to", words[i]);
    g_autofree char *expected =
        g_strdup_printf("%sdoubtful strength: plan to <plan to>\n",
                        strcmp(words[i], "no") == 0 ? "negation: no <no>\n" : "");
    phrases_are("en", text, expected);
  }
  phrases_are("en", "we plan to", "strength: plan to <plan to>\n");
  phrases_are("en", "the shall", "strength: shall <shall>\n");
}
END_TEST

START_TEST(negations)
{
  phrases_are("en", "we do not", "negation: not <not>\n");
  phrases_are("en", "we don't", "negation: don't <not>\n");
  phrases_are("en", "we don\342\200\231t", "negation: don\342\200\231t <not>\n");
  phrases_are("en", "it isn't", "negation: isn't <not>\n");
  phrases_are("en", "we ('t", "");
  phrases_are("en", "we n't", "");
  phrases_are("en", "we DON'T", "negation: DON'T <not>\n");
  phrases_are("en", "we don's", "");
  phrases_are("en", "we an\342\200\231t", "negation: an\342\200\231t <not>\n");
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
  phrases_are("en", "good. NOTHING else", "negation: NOTHING <nothing>\n");
  phrases_are("en", "good. PREPARING it", "");
  phrases_are("en", "in Ha Noi", "name: Ha Noi <ha noi>\n");
  phrases_are("en", "the Group of 77", "name: Group of 77 <group of 77>\n");
  phrases_are("fr", "de l'Indonésie", "name: Indonésie <indonésie>\n");
  phrases_are("fr", "de l’UNESCO", "name: UNESCO <unesco>\n");
  phrases_are("fr", "la Cour de la Haye", "name: Cour de la Haye <cour de la haye>\n");
  phrases_are("fr", "Tokyo la NATO", "doubtful name: Tokyo <tokyo>\nname: NATO <nato>\n");
  phrases_are("vi", "của Tổ chức Y tế Thế giới",
              "name: Tổ chức Y tế Thế giới <tổ chức y tế thế giới>\n");
  phrases_are("en", "the NATO", "name: NATO <nato>\n");
  phrases_are("en", "the Aa-Bb", "name: Aa-Bb <aa-bb>\n");
  phrases_are("en", "the Aa - Bb", "name: Aa <aa>\nname: Bb <bb>\n");
  phrases_are("en", "the Aa for the Bb", "name: Aa for the Bb <aa for the bb>\n");
  phrases_are("en", "the Aa of for the Bb", "name: Aa <aa>\nname: Bb <bb>\n");
  phrases_are("en", "the Aa of it", "name: Aa <aa>\n");
  phrases_are("en", "the Charter of Bb", "name: Charter of Bb <charter of bb>\n");
  phrases_are("en", "good. Charter of Bb", "name: Charter of Bb <charter of bb>\n");
  phrases_are("en", "good. Aa Bb", "name: Aa Bb <aa bb>\n");
  phrases_are("en", "good. Aa Charter", "doubtful name: Aa Charter <aa charter>\n");
  static const char *const before[] = {".", "!", "?", ":", ";", "(", "\"", "'", "[", "*", "“"};
  for (gsize i = 0; i < G_N_ELEMENTS(before); i++) {
    g_autofree char *text = g_strdup_printf("x%s Tokyo is", before[i]);
    phrases_are("en", text,
                strcmp(before[i], "*") == 0 ? "name: Tokyo <tokyo>\n"
                                            : "doubtful name: Tokyo <tokyo>\n");
  }
  phrases_are("en", "**Tokyo** is", "doubtful name: Tokyo <tokyo>\n");
  phrases_are("en", "x, Tokyo is", "name: Tokyo <tokyo>\n");
  phrases_are("en", "good. Q is", "doubtful name: Q <q>\n");
  phrases_are("en", "with japan", "");
  phrases_are("en", "with asean", "");
  phrases_are("ja", "タイ", "name: タイ <タイ>\n");
  phrases_are("ja", "アタイ", "");
  phrases_are("ja", "国タイ国", "name: タイ <タイ>\n");
  phrases_are("ja", "タイー", "");
  phrases_are("ja", "タイァ", "");
  phrases_are("ja", "タイゝ", "name: タイ <タイ>\n");
  phrases_are("ja", "タイ・ラオス", "name: タイ <タイ>\nname: ラオス <ラオス>\n");
  phrases_are("ja", "タイｦ", "");
  phrases_are("ja", "タイﾟ", "");
  phrases_are("ja", "タイ･", "name: タイ <タイ>\n");
  phrases_are("ja", "タイと", "name: タイ <タイ>\n");
  phrases_are("ja", "タイプ", "");
  phrases_are("ja", "リアルタイム", "");
  phrases_are("ja", "タイ太平洋", "");
  phrases_are("ja", "ベトナムフォーラム", "");
  phrases_are("ja", "ジャカルタフォーラム", "name: ジャカルタ <ジャカルタ>\n");
  phrases_are("ja", "アジャカルタ", "");
  phrases_are("ja", "アジャカルタフォーラム", "");
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
