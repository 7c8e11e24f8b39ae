#include "sign/signing_rule.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/verify.h"

static const char registry[] = "parties:\n  JPN: {short: Japan}\n  THA: {short: Thailand}\n"
                               "  VNM: {short: Viet Nam}\ngroups:\n"
                               "  ASEAN: {short: ASEAN, members: [THA, VNM]}\n";

/* The rule of a statement with these lines and the parties JPN and ASEAN, as one line. */
static char *rule_text(const char *lines, GError **error)
{
  g_autofree char *text = g_strconcat("outline: x\nlanguages: [en, ja]\n", lines, NULL);
  g_autoptr(AdrefParties) parties =
      adref_parties_read(registry, strlen(registry), "parties", error);
  AdrefStatement statement = {.path = (char[]){"s"},
                              .parties = (char *[]){(char[]){"JPN"}, (char[]){"ASEAN"}, NULL},
                              .languages = (char *[]){(char[]){"en"}, (char[]){"ja"}, NULL}};
  statement.yaml = adref_yaml_read(text, strlen(text), "s", 1, error);
  ck_assert_ptr_nonnull(statement.yaml);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read(&statement, parties, error);
  char *line = rule ? adref_signing_rule_text(rule) : NULL;
  g_autoptr(GHashTable) all = g_hash_table_new(g_str_hash, g_str_equal);
  static const char *const codes[] = {"JPN", "ASEAN", "THA"};
  for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
    g_hash_table_add(all, (gpointer)(guintptr)codes[i]);
  ck_assert(!rule || adref_signing_rule_count_met(rule, all, NULL) == rule->items->len);
  if (rule) {
    g_autofree char *standing =
        g_strdup(adref_language_role_word(adref_signing_rule_language_role(rule, "ja")));
    char *both = g_strdup_printf("%s | %s", line, standing);
    g_free(line);
    line = both;
  }
  adref_yaml_free(statement.yaml);
  return line;
}

static const struct {
  const char *lines, *rule;
} good[] = {
    {"", "approved; JPN; ASEAN | authentic"},
    {"signing: {}\n", "approved; JPN; ASEAN | authentic"},
    {"signing: {who: all, capacity: signed}\n", "signed; JPN; ASEAN | authentic"},
    {"signing: {who: [JPN]}\nroles: {ja: working}\n", "approved; JPN | working"},
    {"signing: {who: [JPN, 1 of ASEAN]}\n", "approved; JPN; 1 of THA, VNM | authentic"},
};

START_TEST(a_rule_is_read)
{
  GError *error = NULL;
  g_autofree char *text = rule_text(good[_i].lines, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(text, good[_i].rule);
}
END_TEST

static const struct {
  const char *lines, *message;
} bad[] = {
    {"signing: {when: now}\n",
     "s:3:11: signing has no key \"when\" (did you mean \"who\"?); allowed are who, capacity, "
     "alternats"},
    {"signing: {who: some}\n",
     "s:3:16: who signs: \"all\" or a list such as [JPN, 7 of ASEAN] is needed"},
    {"signing: {who: []}\n",
     "s:3:16: who signs: \"all\" or a list such as [JPN, 7 of ASEAN] is needed"},
    {"signing: {who: [THA]}\n",
     "s:3:17: who signs: \"THA\"; allowed are the code of a party of the statement, and such as "
     "\"7 of ASEAN\" for members of a group"},
    {"signing: {who: [JPN, JPN]}\n",
     "s:3:22: who signs: JPN is in the list twice, and a party signs once"},
    {"signing: {who: [JPN, 1 of ASEAN, JPN]}\n",
     "s:3:34: who signs: JPN is in the list twice, and a party signs once"},
    {"signing: {who: [0 of ASEAN]}\n", "s:3:17: 0 of ASEAN cannot sign; allowed is a number from 1 "
                                       "to 2, for it has so many members"},
    {"signing: {who: [3 of ASEAN]}\n", "s:3:17: 3 of ASEAN cannot sign; allowed is a number from 1 "
                                       "to 2, for it has so many members"},
    {"signing: {who: [1 of JPN]}\n",
     "s:3:17: who signs: \"1 of JPN\"; allowed are the code of a party of the statement, and such "
     "as \"7 of ASEAN\" for members of a group"},
    {"signing: {capacity: seen}\n", "s:3:21: \"seen\" is not a capacity; allowed are initialled, "
                                    "ad-referendum, approved, signed"},
    {"signing: {alternats: JPN}\n", "s:3:22: alternats: \"JPN\"; allowed are true and false"},
    {"roles: {fr: working}\n",
     "s:3:9: \"fr\" is not a language of the statement; its languages are en, ja"},
    {"roles: {ja: nice}\n", "s:3:13: \"nice\" is not the role of a language; allowed are "
                            "authentic, translation, provisional, working"},
    {"roles: working\n", "s:3:8: roles needs a map, such as {ja: provisional}"},
};

START_TEST(a_bad_rule_is_refused_with_its_place)
{
  GError *error = NULL;
  g_autofree char *text = rule_text(bad[_i].lines, &error);
  ck_assert_ptr_null(text);
  ck_assert_error(error, bad[_i].message);
}
END_TEST

START_TEST(a_rule_in_one_line_is_read_back)
{
  static const char *const lines[] = {"approved; JPN; ASEAN", "signed; 2 of THA, VNM, JPN; JPN"};
  static const char *const none[] = {"",           "approved",         "agreed; JPN",
                                     "signed; ",   "signed; jpn",      "signed; 2 of THA",
                                     "signed;JPN", "signed; THA, VNM", "signed; 0 of THA, VNM"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse(lines[i]);
    ck_assert_ptr_nonnull(rule);
    g_autofree char *text = adref_signing_rule_text(rule);
    ck_assert_str_eq(text, lines[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
    ck_assert_ptr_null(adref_signing_rule_parse(none[i]));
}
END_TEST

START_TEST(a_rule_counts_who_has_signed)
{
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse("signed; JPN; 2 of THA, VNM, LAO");
  g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) missing = g_ptr_array_new();
  g_hash_table_add(set, (char[]){"THA"});
  ck_assert_uint_eq(adref_signing_rule_count_met(rule, set, missing), 0);
  ck_assert_uint_eq(missing->len, 3);
  g_hash_table_add(set, (char[]){"LAO"});
  ck_assert_uint_eq(adref_signing_rule_count_met(rule, set, NULL), 1);
  g_hash_table_add(set, (char[]){"JPN"});
  ck_assert_uint_eq(adref_signing_rule_count_met(rule, set, NULL), 2);
}
END_TEST

/* How many conditions of a rule are met when these have signed. */
static const struct {
  const char *rule, *signed_by;
  guint met;
} counts[] = {
    {"signed; JPN; 1 of THA, VNM; 1 of THA, VNM", "JPN THA", 2},
    {"signed; JPN; 1 of THA, VNM; 1 of THA, VNM", "JPN THA VNM", 3},
    {"signed; 1 of THA, VNM; 1 of THA, LAO", "THA LAO", 2},
    {"signed; 1 of THA, LAO; 1 of THA, VNM", "THA LAO", 2},
    {"signed; 2 of THA, VNM, LAO; 1 of THA, VNM", "THA VNM LAO", 2},
    {"signed; 2 of THA, VNM, LAO; 1 of THA, VNM", "THA VNM", 1},
    {"signed; 2 of THA, VNM; 1 of THA, LAO; 1 of VNM, MYS", "THA VNM LAO MYS", 3},
    {"signed; 2 of THA, VNM, LAO; 1 of MYS, THA", "THA VNM", 1},
    {"signed; THA; 1 of THA, VNM", "THA", 2},
    {"signed; THA; 1 of THA, VNM", "VNM", 1},
};

START_TEST(a_member_takes_one_place)
{
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse(counts[_i].rule);
  g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
  g_auto(GStrv) codes = g_strsplit(counts[_i].signed_by, " ", -1);
  for (char **code = codes; *code; code++)
    g_hash_table_add(set, *code);
  ck_assert_uint_eq(adref_signing_rule_count_met(rule, set, NULL), counts[_i].met);
}
END_TEST

START_TEST(a_rule_names_its_parties)
{
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse("signed; JPN; 1 of THA, VNM");
  ck_assert(adref_signing_rule_names(rule, "JPN") && adref_signing_rule_names(rule, "VNM"));
  ck_assert(!adref_signing_rule_names(rule, "LAO"));
}
END_TEST

/* The line "approved; P0; P1; ..." of so many conditions, or "approved; 1 of P0, P1, ...". */
static char *line_of(guint count, const char *begin, const char *between)
{
  GString *line = g_string_new(begin);
  for (guint i = 0; i < count; i++)
    g_string_append_printf(line, "%sP%u", i > 0 ? between : "", i);
  return g_string_free(line, FALSE);
}

START_TEST(a_rule_names_at_most_so_many_parties)
{
  g_autofree char *conditions = line_of(999, "approved; ", "; ");
  g_autofree char *more_conditions = line_of(1000, "approved; ", "; ");
  g_autofree char *members = line_of(1000, "approved; 1 of ", ", ");
  g_autofree char *more_members = line_of(1001, "approved; 1 of ", ", ");
  g_autoptr(AdrefSigningRule) first = adref_signing_rule_parse(conditions);
  g_autoptr(AdrefSigningRule) second = adref_signing_rule_parse(members);
  ck_assert(first && second);
  ck_assert_uint_eq(first->items->len, 999);
  ck_assert(!adref_signing_rule_parse(more_conditions) && !adref_signing_rule_parse(more_members));
  ck_assert_ptr_null(adref_signing_rule_parse("approved; 10000 of THA, VNM"));
}
END_TEST

/* As what a party signs: the weakest first, so that a rule can ask for at least one of them. */
START_TEST(capacities_and_roles_have_their_words)
{
  g_autofree char *words = adref_capacity_words();
  ck_assert_str_eq(words, "initialled, ad-referendum, approved, signed");
  ck_assert(ADREF_CAPACITY_INITIALLED < ADREF_CAPACITY_AD_REFERENDUM &&
            ADREF_CAPACITY_AD_REFERENDUM < ADREF_CAPACITY_APPROVED &&
            ADREF_CAPACITY_APPROVED < ADREF_CAPACITY_SIGNED);
  ck_assert(adref_language_role_binds(ADREF_LANGUAGE_ROLE_AUTHENTIC) &&
            adref_language_role_binds(ADREF_LANGUAGE_ROLE_TRANSLATION) &&
            !adref_language_role_binds(ADREF_LANGUAGE_ROLE_PROVISIONAL) &&
            !adref_language_role_binds(ADREF_LANGUAGE_ROLE_WORKING));
}
END_TEST

/* What is not a word leaves the value as it is. */
START_TEST(words_are_read_back)
{
  for (guint i = ADREF_CAPACITY_INITIALLED; i <= ADREF_CAPACITY_SIGNED; i++) {
    AdrefCapacity capacity = i == 0 ? ADREF_CAPACITY_SIGNED : ADREF_CAPACITY_INITIALLED;
    ck_assert(adref_capacity_read(adref_capacity_word((AdrefCapacity)i), &capacity));
    ck_assert(!adref_capacity_read("seen", &capacity));
    ck_assert_uint_eq(capacity, i);
  }
  for (guint i = ADREF_LANGUAGE_ROLE_AUTHENTIC; i <= ADREF_LANGUAGE_ROLE_WORKING; i++) {
    AdrefLanguageRole role = i == 0 ? ADREF_LANGUAGE_ROLE_WORKING : ADREF_LANGUAGE_ROLE_AUTHENTIC;
    ck_assert(adref_language_role_read(adref_language_role_word((AdrefLanguageRole)i), &role));
    ck_assert(!adref_language_role_read("", &role));
    ck_assert_uint_eq(role, i);
  }
}
END_TEST

/* A draft is complete when its rule has conditions, all are met, and no sign-off is invalid. */
START_TEST(a_draft_is_complete)
{
  static const struct {
    gboolean has_rule;
    guint met, needed;
    gboolean all_valid, complete;
  } drafts[] = {{TRUE, 2, 2, TRUE, TRUE},  {FALSE, 2, 2, TRUE, FALSE}, {TRUE, 0, 0, TRUE, FALSE},
                {TRUE, 1, 2, TRUE, FALSE}, {TRUE, 2, 2, FALSE, FALSE}, {TRUE, 3, 2, TRUE, TRUE},
                {TRUE, 1, 1, TRUE, TRUE}};
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse("approved; JPN; THA");
  for (gsize i = 0; i < G_N_ELEMENTS(drafts); i++) {
    AdrefDraftResult draft = {.parsed_rule = drafts[i].has_rule ? rule : NULL,
                              .met = drafts[i].met,
                              .needed = drafts[i].needed,
                              .all_valid = drafts[i].all_valid};
    ck_assert_int_eq(adref_draft_result_is_complete(&draft), drafts[i].complete);
  }
}
END_TEST

TCase *tcase_signing_rule(void)
{
  TCase *tcase = tcase_create("signing_rule");
  tcase_add_loop_test(tcase, a_rule_is_read, 0, G_N_ELEMENTS(good));
  tcase_add_loop_test(tcase, a_bad_rule_is_refused_with_its_place, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, a_rule_in_one_line_is_read_back);
  tcase_add_test(tcase, a_rule_counts_who_has_signed);
  tcase_add_loop_test(tcase, a_member_takes_one_place, 0, G_N_ELEMENTS(counts));
  tcase_add_test(tcase, a_rule_names_its_parties);
  tcase_add_test(tcase, a_rule_names_at_most_so_many_parties);
  tcase_add_test(tcase, capacities_and_roles_have_their_words);
  tcase_add_test(tcase, words_are_read_back);
  tcase_add_test(tcase, a_draft_is_complete);
  return tcase;
}
