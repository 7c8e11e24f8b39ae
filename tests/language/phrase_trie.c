#include "language/phrase_trie.h"

#include <string.h>

#include "language/cases.h"

/* How many tokens the phrase of that role at the start of a text has. */
static guint count_tokens(const char *language, const char *text, AdrefPhraseRole role)
{
  ReadText read = read_tokens(language, text);
  guint n = adref_token_reader_match_role(&read.reader, 0, role, NULL);
  read_text_clear(&read);
  return n;
}

START_TEST(forms_of_verbs)
{
  static const char *const forms[] = {
      "urge",       "urges",       "urged",     "urging",   "stress",     "stresses",
      "stressed",   "stressing",   "support",   "supports", "supporting", "pledging",
      "calls upon", "called upon", "trying to", "tries to", "tried to"};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    ck_assert_msg(count_tokens("en", forms[i], ADREF_PHRASE_ROLE_STRENGTH) > 0, "%s", forms[i]);
  ck_assert_uint_eq(count_tokens("en", "stresss", ADREF_PHRASE_ROLE_STRENGTH), 0);
}
END_TEST

START_TEST(longest_phrase)
{
  ck_assert_uint_eq(count_tokens("en", "once a year it", ADREF_PHRASE_ROLE_TIME), 3);
  ck_assert_uint_eq(count_tokens("en", "once a day it", ADREF_PHRASE_ROLE_TIME), 0);
  ck_assert_uint_eq(count_tokens("en", "once a day it", ADREF_PHRASE_ROLE_NUMERAL), 1);
  ck_assert_uint_eq(count_tokens("en", "ONCE A YEAR", ADREF_PHRASE_ROLE_TIME), 3);
}
END_TEST

START_TEST(possessives)
{
  ck_assert_uint_eq(count_tokens("en", "Party's", ADREF_PHRASE_ROLE_COMMON), 1);
  ck_assert_uint_eq(count_tokens("en", "Party\342\200\231s", ADREF_PHRASE_ROLE_COMMON), 1);
  ck_assert_uint_eq(count_tokens("en", "partys", ADREF_PHRASE_ROLE_COMMON), 0);
  ck_assert_uint_eq(count_tokens("en", "we's", ADREF_PHRASE_ROLE_COMMON), 1);
  ck_assert_uint_eq(count_tokens("en", "we'd", ADREF_PHRASE_ROLE_COMMON), 0);
  ck_assert_uint_eq(count_tokens("en", "Party't", ADREF_PHRASE_ROLE_COMMON), 0);
  ck_assert_uint_eq(count_tokens("en", "Party\342\200\231t", ADREF_PHRASE_ROLE_COMMON), 0);
  ck_assert_uint_eq(count_tokens("en", "PARTY'S", ADREF_PHRASE_ROLE_COMMON), 1);
}
END_TEST

START_TEST(may_contain)
{
  g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new("en", NULL, NULL);
  ck_assert(adref_phrase_trie_may_contain(phrases, "shall", 5));
  ck_assert(adref_phrase_trie_may_contain(phrases, "shall,", 6));
  ck_assert(adref_phrase_trie_may_contain(phrases, "Xyzzy", 5));
  ck_assert(adref_phrase_trie_may_contain(phrases, "5", 1));
  ck_assert(adref_phrase_trie_may_contain(phrases, "x", 1));
  ck_assert(!adref_phrase_trie_may_contain(phrases, "xyzzyx", 6));
  ck_assert(!adref_phrase_trie_may_contain(phrases, "xyzzyx.", 7));
}
END_TEST

/* Words of more than 120 bytes are in no table; and a register of parties is read up to 60,000
 * words of names. */
START_TEST(limits)
{
  for (guint length = 120; length <= 121; length++) {
    g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *name = g_strnfill(length, 'a');
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
    g_hash_table_add(parties, name);
    g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new("en", NULL, parties);
    guint count = 0;
    adref_phrase_trie_tokenize(phrases, name, 0, length, tokens);
    const AdrefPhraseMeaning *found =
        adref_phrase_trie_find_role(phrases, tokens, 0, ADREF_PHRASE_ROLE_NAME, &count);
    ck_assert_int_eq(found != NULL, length == 120);
  }
}
END_TEST

START_TEST(many_names)
{
  g_autoptr(GHashTable) parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < 70000; i++)
    g_hash_table_add(parties, g_strdup_printf("N%ux", i));
  g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new("en", NULL, parties);
  guint known = 0, count;
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, parties);
  while (g_hash_table_iter_next(&iter, &name, NULL)) {
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
    adref_phrase_trie_tokenize(phrases, name, 0, strlen(name), tokens);
    known +=
        adref_phrase_trie_find_role(phrases, tokens, 0, ADREF_PHRASE_ROLE_NAME, &count) != NULL;
  }
  ck_assert_uint_gt(known, 50000);
  ck_assert_uint_lt(known, 60000);
}
END_TEST

TCase *tcase_phrase_trie(void)
{
  TCase *tcase = tcase_create("phrase_trie");
  tcase_add_test(tcase, forms_of_verbs);
  tcase_add_test(tcase, longest_phrase);
  tcase_add_test(tcase, possessives);
  tcase_add_test(tcase, may_contain);
  tcase_add_test(tcase, limits);
  tcase_add_test(tcase, many_names);
  return tcase;
}
