#include "language/word_table.h"

#include <string.h>

#include "language/cases.h"

static const AdrefPhraseMeaning *strength_of(const ReadText *read)
{
  const AdrefPhraseMeaning *meaning = NULL;
  adref_token_reader_match_role(&read->reader, 0, ADREF_PHRASE_ROLE_STRENGTH, &meaning);
  return meaning;
}

/* The words of a list are in the table, and each commits to less than the one before it; `act`: by
 * what a body does to others, else by what binds the parties. */
static void descends(const char *language, gboolean act, const char *const *words)
{
  guint before = G_MAXUINT;
  for (guint i = 0; words[i]; i++) {
    ReadText read = read_tokens(language, words[i]);
    const AdrefPhraseMeaning *meaning = strength_of(&read);
    ck_assert_msg(meaning != NULL, "%s: %s is in no table", language, words[i]);
    guint strength = act ? meaning->act : meaning->rank;
    read_text_clear(&read);
    ck_assert_msg(strength > 0 && strength < before, "%s: %s has %u", language, words[i], strength);
    before = strength;
  }
}

START_TEST(commitments_of_parties)
{
  static const char *const words[] = {"must",
                                      "shall",
                                      "are determined to",
                                      "will",
                                      "are to",
                                      "need to",
                                      "should",
                                      "ought to",
                                      "would",
                                      "intend to",
                                      "plan to",
                                      "aim to",
                                      "try to",
                                      "are entitled to",
                                      "may",
                                      "are able to",
                                      "could",
                                      "explore",
                                      "hope to",
                                      NULL};
  static const char *const acts_too[] = {"are required to", "decide",   "undertake",
                                         "resolve",         "promise",  "pledge",
                                         "agree",           "consider", NULL};
  descends("en", FALSE, words);
  descends("en", FALSE, acts_too);
}
END_TEST

START_TEST(acts_of_a_body)
{
  static const char *const words[] = {"demand",
                                      "require",
                                      "decide",
                                      "resolve",
                                      "commit",
                                      "determine",
                                      "condemn",
                                      "urge",
                                      "request",
                                      "deplore",
                                      "call upon",
                                      "call for",
                                      "ask",
                                      "approve",
                                      "endorse",
                                      "recommend",
                                      "encourage",
                                      "support",
                                      "invite",
                                      "reaffirm",
                                      "affirm",
                                      "reiterate",
                                      "welcome",
                                      "stress",
                                      "underline",
                                      "appreciate",
                                      "look forward to",
                                      "recognize",
                                      "acknowledge",
                                      "note with appreciation",
                                      "consider",
                                      "drawing attention to",
                                      "note",
                                      "bearing in mind",
                                      NULL};
  descends("en", TRUE, words);
}
END_TEST

/* Each table can be read: every line has a role that is known, and each language has commitments,
 * negations and conjunctions. */
START_TEST(tables_are_complete)
{
  static const char *const languages[] = {"en",  "ja", "zh", "th", "vi", "id", "ms",
                                          "fil", "lo", "km", "my", "ar", "fr", "de",
                                          "es",  "pt", "ru", "ko", "nl"};
  static const char *const roles[] = {"strength", "negation", "conjunction"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
    const char *const *lines = adref_word_table_of_language(languages[i]);
    guint found[G_N_ELEMENTS(roles)] = {0};
    for (guint k = 0; lines[k]; k++)
      for (gsize r = 0; r < G_N_ELEMENTS(roles); r++)
        found[r] += g_str_has_prefix(lines[k], roles[r]) ? 1 : 0;
    for (gsize r = 0; r < G_N_ELEMENTS(roles); r++)
      ck_assert_msg(found[r] > 0, "%s has no %s", languages[i], roles[r]);
  }
}
END_TEST

START_TEST(gaps)
{
  g_autofree char *all = adref_word_table_gaps("sv"), *english = adref_word_table_gaps("en-GB"),
                  *korean = adref_word_table_gaps("ko");
  ck_assert_str_eq(all, "strength, negation, qualifier, date, conjunction");
  ck_assert_ptr_null(english);
  ck_assert_ptr_null(korean);
}
END_TEST

START_TEST(tags)
{
  ck_assert_ptr_eq(adref_word_table_of_language("tl"), adref_word_table_fil);
  ck_assert_ptr_eq(adref_word_table_of_language("zh-Hant"), adref_word_table_zh);
  ck_assert_ptr_null(adref_word_table_of_language("xx")[0]);
}
END_TEST

/* Words of a treaty weigh more than those of a text that does not bind, where that is the style. */
START_TEST(words_of_a_style)
{
  ck_assert_ptr_nonnull(adref_word_table_of_style("asean", "en")[0]);
  ck_assert_ptr_nonnull(adref_word_table_of_style("g7", "en-GB")[0]);
  ck_assert_ptr_null(adref_word_table_of_style("un", "en")[0]);
  ck_assert_ptr_null(adref_word_table_of_style("asean", "ja")[0]);
  ck_assert_ptr_null(adref_word_table_of_style(NULL, "en")[0]);
}
END_TEST

TCase *tcase_word_table(void)
{
  TCase *tcase = tcase_create("word_table");
  tcase_add_test(tcase, commitments_of_parties);
  tcase_add_test(tcase, acts_of_a_body);
  tcase_add_test(tcase, tables_are_complete);
  tcase_add_test(tcase, gaps);
  tcase_add_test(tcase, tags);
  tcase_add_test(tcase, words_of_a_style);
  return tcase;
}
