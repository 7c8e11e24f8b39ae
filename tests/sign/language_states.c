#include "sign/language_states.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "sign/cases.h"

/* English and French texts, the role of the French, and who has accepted the difference of op a:
 * what stands against a signature. */

static const char registry[] = "parties:\n  JPN: {short: Japan}\n  THA: {short: Thailand}\n"
                               "  VNM: {short: Viet Nam}\ngroups:\n"
                               "  ASEAN: {short: ASEAN, members: [THA, VNM]}\n";

#define AUTHENTIC   ADREF_LANGUAGE_ROLE_AUTHENTIC
#define TRANSLATION ADREF_LANGUAGE_ROLE_TRANSLATION
#define PROVISIONAL ADREF_LANGUAGE_ROLE_PROVISIONAL
#define WORKING     ADREF_LANGUAGE_ROLE_WORKING
#define A           "<!-- op a -->\n"
#define B           "\n\n<!-- op b -->\n"

typedef struct {
  const char *en, *fr; /* NULL: there is no text */
  AdrefLanguageRole role;
  const char *who;      /* who must sign, as in the line that is signed */
  const char *accepted; /* codes, by spaces: by a record that is bound to the words as they are */
  const char *line;     /* of the status */
  const char *refusal;  /* NULL: none */
} LanguageCase;

static const LanguageCase language_cases[] = {
    {A "We save 35 per cent.", A "Nous : 35 %.", AUTHENTIC, "JPN", "", "fr: in step", NULL},
    {A "We save 35 per cent.", NULL, AUTHENTIC, "JPN", "", "fr has no text yet", NULL},
    {A "We save 35 per cent.", A "Nous : 30 %.", AUTHENTIC, "JPN", "", "fr: 1 difference from en",
     "en and fr differ: a: en has 35, fr has 30"},
    {A "We save 35 per cent.", A "Nous : 30 %.", TRANSLATION, "JPN", "", "fr: 1 difference from en",
     "en and fr differ: a: en has 35, fr has 30"},
    {A "We save 35 per cent.", A "Nous : 30 %.", PROVISIONAL, "JPN", "", "fr: 1 difference from en",
     NULL},
    {A "We save 35 per cent.", A "Nous : 30 %.", WORKING, "JPN", "", "fr: 1 difference from en",
     NULL},
    {A "We save." B "Ice.", A "Nous.", AUTHENTIC, "JPN", "", "fr: 1 difference from en",
     "en and fr differ: b: only in en"},
    {A "We [save] the [...].", A "Nous [a] n [b] n [...].", PROVISIONAL, "JPN", "",
     "fr: 1 difference from en; brackets open: 2; texts to come: 1", NULL},

    /* five are listed */
    {A "We."
       "\n\n<!-- op c1 -->\nIce a."
       "\n\n<!-- op c2 -->\nIce b."
       "\n\n<!-- op c3 -->\nIce c."
       "\n\n<!-- op c4 -->\nIce d."
       "\n\n<!-- op c5 -->\nIce e.",
     A "Nous.", AUTHENTIC, "JPN", "", "fr: 5 differences from en",
     "en and fr differ: c1: only in en; c2: only in en; c3: only in en; c4: only in en; c5: only "
     "in en"},
    {A "We."
       "\n\n<!-- op c1 -->\nIce a."
       "\n\n<!-- op c2 -->\nIce b."
       "\n\n<!-- op c3 -->\nIce c."
       "\n\n<!-- op c4 -->\nIce d."
       "\n\n<!-- op c5 -->\nIce e."
       "\n\n<!-- op c6 -->\nIce f.",
     A "Nous.", AUTHENTIC, "JPN", "", "fr: 6 differences from en",
     "en and fr differ: c1: only in en; c2: only in en; c3: only in en; c4: only in en; c5: only "
     "in en; and 1 more (adref status --languages)"},
    {A "We."
       "\n\n<!-- op c1 -->\nIce a."
       "\n\n<!-- op c2 -->\nIce b."
       "\n\n<!-- op c3 -->\nIce c."
       "\n\n<!-- op c4 -->\nIce d."
       "\n\n<!-- op c5 -->\nIce e."
       "\n\n<!-- op c6 -->\nIce f."
       "\n\n<!-- op c7 -->\nIce g.",
     A "Nous.", AUTHENTIC, "JPN", "", "fr: 7 differences from en",
     "en and fr differ: c1: only in en; c2: only in en; c3: only in en; c4: only in en; c5: only "
     "in en; and 2 more (adref status --languages)"},

    /* all who must sign have accepted it */
    {A "We save 35 per cent.", A "Nous : 30 %.", AUTHENTIC, "JPN", "JPN",
     "fr: 1 difference from en", NULL},
    {A "We save 35 per cent.", A "Nous : 30 %.", AUTHENTIC, "JPN; THA", "JPN",
     "fr: 1 difference from en", "en and fr differ: a: en has 35, fr has 30"},
    {A "We save 35 per cent.", A "Nous : 30 %.", AUTHENTIC, "JPN; THA", "JPN THA",
     "fr: 1 difference from en", NULL},
    {A "We save 35 per cent.", A "Nous : 30 %.", AUTHENTIC, "JPN; 1 of THA, VNM", "JPN VNM",
     "fr: 1 difference from en", NULL},
    {A "We save 35 per cent.", A "Nous : 30 %.", AUTHENTIC, "JPN; 2 of THA, VNM", "JPN VNM",
     "fr: 1 difference from en", "en and fr differ: a: en has 35, fr has 30"},
    {A "We save 35 per cent." B "Ice.", A "Nous : 30 %.", AUTHENTIC, "JPN", "JPN",
     "fr: 2 differences from en", "en and fr differ: b: only in en"},

    /* what the hashes of a clause do not cover cannot be accepted */
    {"<!-- op a no=1 -->\nWe save.", "<!-- op a no=2 -->\nNous.", AUTHENTIC, "JPN", "JPN",
     "fr: 1 difference from en", "en and fr differ: a: en has number 1, fr has number 2"},
    {"## Ice\n\n" A "We save.", A "Nous.", AUTHENTIC, "JPN", "JPN", "fr: 1 difference from en",
     "en and fr differ: the whole text: en has headings: 1, fr has headings: 0"},

    /* five are listed */
    {A "We save 1.5, 2, 3 per cent." B "We 4."
       "\n\n<!-- op c -->\nWe 5."
       "\n\n<!-- op d -->\nWe 6."
       "\n\n<!-- op e -->\nWe 7."
       "\n\n<!-- op f -->\nWe 8."
       "\n\n<!-- op g -->\nWe 9.",
     A "Nous." B "x"
       "\n\n<!-- op c -->\nx"
       "\n\n<!-- op d -->\nx"
       "\n\n<!-- op e -->\nx"
       "\n\n<!-- op f -->\nx"
       "\n\n<!-- op g -->\nx",
     AUTHENTIC, "JPN", "", "fr: 7 differences from en",
     "en and fr differ: a: en has 1.5, 2, 3, fr has nothing; b: en has 4, fr has nothing; "
     "c: en has 5, fr has nothing; d: en has 6, fr has nothing; e: en has 7, fr has nothing; "
     "and 2 more (adref status --languages)"},
};

static void add_version(GPtrArray *items, const char *language, const char *words,
                        const AdrefParties *parties)
{
  static const AdrefNumbering numbering = {.operative = TRUE, .single_operative = TRUE};
  AdrefMarkdownReadOptions options = {
      .name = "t", .numbers = &numbering, .parties = adref_parties_names(parties)};
  if (!words)
    return;
  AdrefLanguageVersion *version = g_new0(AdrefLanguageVersion, 1);
  version->language = g_strdup(language);
  version->document = adref_markdown_read(words, strlen(words), &options, NULL, NULL);
  version->clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = version->document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_insert(version->clauses, clause->as.clause->id, clause);
  g_ptr_array_add(items, version);
}

static void free_record(gpointer record)
{
  adref_party_record_free(record);
}

static GHashTable *records_of(const char *codes, const char *hashes)
{
  GHashTable *records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_record);
  g_auto(GStrv) words = g_strsplit(codes, " ", -1);
  for (char **code = words; *code && **code; code++) {
    AdrefPartyRecord *record = adref_party_record_new(*code);
    AdrefPartyAct *act =
        adref_party_record_add_act(record, ADREF_PARTY_ACT_DIFFERENCE, "Why.", "2023-12-01", "A");
    adref_party_act_add_item(record, act, "a", g_strdup(hashes));
    g_hash_table_insert(records, record->party, record);
  }
  return records;
}

/* The two texts, compared. */
typedef struct {
  AdrefParties *parties;
  AdrefLanguageVersions versions;
  AdrefSigningRule *rule;
  AdrefClauseHashes *hashes;
  GPtrArray *states;
} Compared;

static void compare(Compared *self, const LanguageCase *one)
{
  static char english[] = "en", french[] = "fr";
  static char *languages[] = {english, french, NULL};
  static AdrefStatement statement = {.languages = languages};
  AdrefLanguageRole roles[] = {AUTHENTIC, one->role};
  g_autofree char *line = g_strdup_printf("approved; %s", one->who);
  self->parties = adref_parties_read(registry, strlen(registry), "p", NULL);
  self->versions.items = g_ptr_array_new_with_free_func(adref_language_version_free);
  add_version(self->versions.items, "en", one->en, self->parties);
  add_version(self->versions.items, "fr", one->fr, self->parties);
  self->rule = adref_signing_rule_parse(line);
  ck_assert_ptr_nonnull(self->rule);
  g_strfreev(self->rule->languages); /* a line has none */
  self->rule->languages = g_strdupv(languages);
  g_array_append_vals(self->rule->language_roles, roles, 2);
  self->hashes = adref_clause_hashes_new(&self->versions);
  self->states =
      adref_language_states_of_versions(&self->versions, &statement, self->rule, self->parties);
}

static void compared_clear(Compared *self)
{
  g_ptr_array_unref(self->states);
  adref_clause_hashes_free(self->hashes);
  adref_signing_rule_free(self->rule);
  g_ptr_array_unref(self->versions.items);
  adref_parties_free(self->parties);
}

START_TEST(what_stands_against_a_signature)
{
  const LanguageCase *one = &language_cases[_i];
  Compared self = {0};
  compare(&self, one);
  ck_assert_uint_eq(self.states->len, 1);
  g_autofree char *hashes = adref_clause_hashes_text(self.hashes, "a");
  g_autoptr(GHashTable) records = records_of(one->accepted, hashes);
  g_autofree char *line = adref_language_state_line(self.states->pdata[0], NULL);
  g_autofree char *refusal =
      adref_language_states_refusal(self.states, self.rule, records, self.hashes);
  ck_assert_str_eq(line, one->line);
  ck_assert_pstr_eq(refusal, one->refusal);
  compared_clear(&self);
}
END_TEST

static void count_call(gpointer calls)
{
  ++*(guint *)calls;
}

/* Also where nothing is compared. */
START_TEST(what_is_done_meanwhile_is_done_once)
{
  Compared self = {0};
  AdrefStatement statement = {.languages = (char *[]){(char[]){"en"}, (char[]){"fr"}, NULL}};
  guint calls = 0;
  compare(&self, &language_cases[2]);
  g_autoptr(GPtrArray) states = adref_language_states_meanwhile(
      &self.versions, &statement, self.rule, self.parties, count_call, &calls);
  const AdrefLanguageState *one = states->pdata[0], *other = self.states->pdata[0];
  ck_assert_uint_eq(calls, 1);
  ck_assert_uint_gt(other->differences->len, 0);
  ck_assert_uint_eq(one->differences->len, other->differences->len);
  g_ptr_array_set_size(self.versions.items, 1);
  g_ptr_array_unref(adref_language_states_meanwhile(&self.versions, &statement, self.rule,
                                                    self.parties, count_call, &calls));
  ck_assert_uint_eq(calls, 2);
  compared_clear(&self);
}
END_TEST

/* An acceptance is bound to the words in every language: one digit, or one language more or less,
 * and it is of another difference. */
START_TEST(an_acceptance_is_bound_to_the_clause_in_all_languages)
{
  Compared self = {0};
  compare(&self, &language_cases[2]);
  const AdrefLanguageState *state = self.states->pdata[0];
  const AdrefLanguageDifference *difference = state->differences->pdata[0];
  g_autofree char *hashes = adref_clause_hashes_text(self.hashes, "a");
  g_autofree char *other = g_strdup(hashes), *english = g_strdup(hashes);
  char *last = other + strlen(other) - 1;
  *last = *last == '0' ? '1' : '0';
  *strstr(english, " fr ") = '\0';
  const char *const bound[] = {hashes, other, english};
  for (gsize i = 0; i < G_N_ELEMENTS(bound); i++) {
    g_autoptr(GHashTable) records = records_of("JPN", bound[i]);
    g_autoptr(GPtrArray) codes =
        adref_language_difference_accepted(difference, records, self.hashes);
    ck_assert_uint_eq(codes->len, i == 0 ? 1 : 0);
  }
  compared_clear(&self);
}
END_TEST

START_TEST(values_in_words_that_are_not_read_refuse_nothing)
{
  static const LanguageCase thai = {
      A "We save 35 per cent.", A "ประหยัด", AUTHENTIC, "JPN", "", NULL, NULL};
  Compared self = {0};
  compare(&self, &thai);
  AdrefLanguageState *state = self.states->pdata[0];
  AdrefLanguageDifference *difference = state->differences->pdata[0];
  difference->type = ADREF_LANGUAGE_DIFFERENCE_UNREAD;
  state->count = 0;
  g_autoptr(GHashTable) records = records_of("", "");
  g_autofree char *line = adref_language_state_line(state, NULL);
  ck_assert_str_eq(line, "fr: in step; not compared: 1");
  ck_assert_ptr_null(adref_language_states_refusal(self.states, self.rule, records, self.hashes));
  compared_clear(&self);
}
END_TEST

TCase *tcase_language_states(void)
{
  TCase *tcase = tcase_create("language_states");
  tcase_add_loop_test(tcase, what_stands_against_a_signature, 0, G_N_ELEMENTS(language_cases));
  tcase_add_test(tcase, what_is_done_meanwhile_is_done_once);
  tcase_add_test(tcase, an_acceptance_is_bound_to_the_clause_in_all_languages);
  tcase_add_test(tcase, values_in_words_that_are_not_read_refuse_nothing);
  return tcase;
}
