#include "sign/progress.h"
#include "sign/progress_words.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "sign/cases.h"

/* The state of one clause by its texts in two languages and by the records of the parties. */

static const char registry[] = "parties:\n  JPN: {short: Japan}\n  THA: {short: Thailand}\n"
                               "  VNM: {short: Viet Nam}\ngroups:\n"
                               "  ASEAN: {short: ASEAN, members: [THA, VNM], speaks: true}\n"
                               "  G1: {short: One, members: [JPN], speaks: true}\n"
                               "  G2: {short: Two, members: [JPN], speaks: true}\n"
                               "  G3: {short: Three, members: [JPN]}\n";

typedef struct {
  const char *en, *ja;    /* the words of the clause */
  AdrefLanguageRole role; /* of ja */
  const char *acts; /* PARTY and its acts, by spaces: a: agree to the words as they are, o: to other
                       words, e: to the English ones only, w: agree in the working group, c: confirm
                       the words as they are, k: other words, r: reserve, p: reopen, d: disassociate
                     */
  const char *state, *awaited;
} ProgressCase;

#define AUTHENTIC   ADREF_LANGUAGE_ROLE_AUTHENTIC
#define TRANSLATION ADREF_LANGUAGE_ROLE_TRANSLATION
#define PROVISIONAL ADREF_LANGUAGE_ROLE_PROVISIONAL
#define WORKING     ADREF_LANGUAGE_ROLE_WORKING

static const ProgressCase progress_cases[] = {
    /* what is open in the text */
    {"We meet.", "Y.", AUTHENTIC, "", "open", "JPN ASEAN"},
    {"We [shall] meet.", "Y.", AUTHENTIC, "", "bracketed", "JPN ASEAN"},
    {"We [shall] meet [now].", "Y.", AUTHENTIC, "", "bracketed (2)", "JPN ASEAN"},
    {"We [shall - JPN] meet.", "Y.", AUTHENTIC, "", "bracketed", "JPN"},
    {"We meet.", "Y [z].", AUTHENTIC, "", "bracketed", "JPN ASEAN"},
    {"We [shall] meet.", "Y [z] y [z].", AUTHENTIC, "", "bracketed (2)", "JPN ASEAN"},
    {"We [shall] meet [now].", "Y [z].", AUTHENTIC, "", "bracketed (2)", "JPN ASEAN"},
    {"We meet.", "Y [z - ASEAN].", WORKING, "", "bracketed", "ASEAN"},
    {"We meet.", "[...]", AUTHENTIC, "", "placeholder", ""},
    {"We meet [...].", "Y.", AUTHENTIC, "JPN a ASEAN a", "placeholder", ""},
    {"We [shall] meet.", "Y.", AUTHENTIC, "JPN a ASEAN a", "bracketed", ""},

    /* who has agreed */
    {"We meet.", "Y.", AUTHENTIC, "JPN a", "agreed by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN a ASEAN a", "agreed ad ref", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN o", "changed since agreed by JPN (en, ja)", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN e ASEAN a", "changed since agreed by JPN (ja)", "JPN"},
    {"We meet.", "Y.", TRANSLATION, "JPN e", "changed since agreed by JPN (ja)", "JPN ASEAN"},
    {"We meet.", "Y.", PROVISIONAL, "JPN e ASEAN a", "agreed ad ref", ""},
    {"We meet.", "Y.", WORKING, "JPN e", "agreed by 1 of 2", "ASEAN"},
    {"We [shall] meet.", "Y.", AUTHENTIC, "JPN o",
     "changed since agreed by JPN (en, ja), bracketed", "JPN ASEAN"},

    /* reservations and reopenings */
    {"We meet.", "Y.", AUTHENTIC, "JPN r", "reserved by JPN: Why.", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN r ASEAN a", "reserved by JPN: Why.", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN p", "open, reopened by JPN: Why.", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN p ASEAN a", "agreed by 1 of 2, reopened by JPN: Why.",
     "JPN"},
    {"We [shall - JPN] meet.", "Y.", AUTHENTIC, "THA r", "bracketed, reserved by THA: Why.",
     "JPN THA"},
    {"We meet [...].", "Y.", AUTHENTIC, "JPN r", "placeholder, reserved by JPN: Why.", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN o ASEAN r",
     "changed since agreed by JPN (en, ja), reserved by ASEAN: Why.", "JPN ASEAN"},

    /* groups and their members */
    {"We meet.", "Y.", AUTHENTIC, "THA a", "open", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "THA a VNM a", "agreed by 1 of 2", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "THA a VNM o", "open", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "ASEAN a THA r", "reserved by THA: Why.", "THA"},
    {"We meet.", "Y.", AUTHENTIC, "ASEAN a THA p", "open, reopened by THA: Why.", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "ASEAN r THA a VNM a", "reserved by ASEAN: Why.", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "ASEAN o THA a VNM a", "agreed by 1 of 2", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "ASEAN o THA a", "changed since agreed by ASEAN (en, ja)",
     "JPN ASEAN"},

    /* groups that speak for their members */
    {"We meet.", "Y.", AUTHENTIC, "G1 a", "agreed by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "G3 a", "open", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "G1 r", "reserved by G1: Why.", "G1"},
    {"We meet.", "Y.", AUTHENTIC, "G1 o G2 a", "agreed by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "G1 a G2 o", "agreed by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "G1 r G2 p", "reserved by G1: Why.", "G1"},
    {"We meet.", "Y.", AUTHENTIC, "JPN r G1 a", "reserved by JPN: Why.", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN a G1 r", "agreed by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN o G1 a", "agreed by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN o G1 r", "changed since agreed by JPN (en, ja)",
     "JPN ASEAN"},

    /* levels: working group, plenary, confirmed by the capital */
    {"We meet.", "Y.", AUTHENTIC, "JPN w ASEAN w", "agreed in working group", "JPN ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN a ASEAN w", "agreed in working group, in plenary by 1 of 2",
     "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN wa ASEAN a", "agreed ad ref", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN aw ASEAN a", "agreed in working group, in plenary by 1 of 2",
     "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN a THA w VNM a",
     "agreed in working group, in plenary by 1 of 2", "ASEAN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN ac ASEAN ac", "confirmed", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN ac ASEAN a", "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN c ASEAN ac", "agreed by 1 of 2", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN ak ASEAN ac", "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN acra ASEAN ac", "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN acpa ASEAN ac", "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN acda ASEAN ac", "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN acaw ASEAN ac",
     "agreed in working group, in plenary by 1 of 2", "JPN"},
    {"We meet.", "Y.", AUTHENTIC, "JPN d ASEAN ac", "confirmed; disassociated: JPN: Why.", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN d ASEAN a", "agreed ad ref; disassociated: JPN: Why.", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN ac ASEAN a THA ac VNM ac", "confirmed", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN ac ASEAN a THA ac VNM a",
     "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN ac ASEAN a THA ac VNM d",
     "confirmed; disassociated: VNM: Why.", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN ac THA ac VNM d", "confirmed; disassociated: VNM: Why.", ""},
    {"We meet.", "Y.", AUTHENTIC, "G1 ac ASEAN ac", "confirmed", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN a G1 ac ASEAN ac", "confirmed", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN a G1 ak ASEAN ac", "agreed ad ref, confirmed by 1 of 2", ""},
    {"We meet.", "Y.", AUTHENTIC, "JPN a G3 ac ASEAN ac", "agreed ad ref, confirmed by 1 of 2", ""},
};

static void add_version(GPtrArray *items, const char *language, AdrefLanguageRole role,
                        const char *words, const AdrefParties *parties)
{
  static const AdrefNumbering numbering = {.operative = TRUE};
  AdrefMarkdownReadOptions options = {
      .name = "t", .numbers = &numbering, .parties = adref_parties_names(parties)};
  g_autofree char *text = g_strdup_printf("<!-- op a -->\n%s\n", words);
  AdrefLanguageVersion *version = g_new0(AdrefLanguageVersion, 1);
  version->language = g_strdup(language);
  version->role = role;
  version->document = adref_markdown_read(text, strlen(text), &options, NULL, NULL);
  version->clauses = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefNode *clause = version->document->first;
  g_hash_table_insert(version->clauses, clause->as.clause->id, clause);
  g_ptr_array_add(items, version);
}

static void free_record(gpointer record)
{
  adref_party_record_free(record);
}

static char *hashes_for(const char *act, AdrefClauseHashes *hashes)
{
  g_autofree char *now = adref_clause_hashes_text(hashes, "a");
  if (*act == 'e')
    *strstr(now, " ja ") = '\0';
  for (char *at = now; strchr("ok", *act) && (at = strchr(at, ' ')); at += 65)
    at[1] = at[1] == '0' ? '1' : '0'; /* the first digit of each hash */
  return g_steal_pointer(&now);
}

static GHashTable *records_of(const char *acts, AdrefClauseHashes *hashes)
{
  GHashTable *records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_record);
  g_auto(GStrv) words = g_strsplit(acts, " ", -1);
  for (char **word = words; *word && word[1]; word += 2) {
    AdrefPartyRecord *record = adref_party_record_new(word[0]);
    for (const char *letter = word[1]; *letter; letter++) {
      AdrefPartyActType type = *letter == 'r'                     ? ADREF_PARTY_ACT_RESERVE
                               : *letter == 'p'                   ? ADREF_PARTY_ACT_REOPEN
                               : *letter == 'd'                   ? ADREF_PARTY_ACT_DISASSOCIATE
                               : *letter == 'w'                   ? ADREF_PARTY_ACT_WORKING_GROUP
                               : *letter == 'c' || *letter == 'k' ? ADREF_PARTY_ACT_CONFIRM
                                                                  : ADREF_PARTY_ACT_AGREE;
      AdrefPartyAct *act = adref_party_record_add_act(record, type, "Why.", "2023-12-01", "A");
      adref_party_act_add_item(record, act, "a", hashes_for(letter, hashes));
    }
    g_hash_table_insert(records, record->party, record);
  }
  return records;
}

static char *join(const GPtrArray *codes)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? " " : "", (const char *)codes->pdata[i]);
  return g_string_free(text, FALSE);
}

START_TEST(a_clause_has_the_state_that_its_texts_and_records_say)
{
  const ProgressCase *one = &progress_cases[_i];
  g_autoptr(AdrefParties) parties = adref_parties_read(registry, strlen(registry), "p", NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(adref_language_version_free);
  add_version(items, "en", AUTHENTIC, one->en, parties);
  add_version(items, "ja", one->role, one->ja, parties);
  AdrefLanguageVersions versions = {.items = items};
  AdrefStatement statement = {.parties = (char *[]){(char[]){"JPN"}, (char[]){"ASEAN"}, NULL}};
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(&versions);
  g_autoptr(GHashTable) records = records_of(one->acts, hashes);
  g_autoptr(AdrefProgress) progress = adref_progress_new(&versions, &statement, parties, records);
  ck_assert_uint_eq(progress->clauses->len, 1);
  const AdrefClauseProgress *clause = progress->clauses->pdata[0];
  g_autofree char *state = adref_progress_clause_words(progress, clause, NULL);
  g_autofree char *awaited = join(clause->awaited);
  ck_assert_str_eq(state, one->state);
  ck_assert_str_eq(awaited, one->awaited);
  ck_assert_uint_eq(progress->counts[clause->state], 1);
  ck_assert_uint_eq(progress->brackets, clause->brackets);
}
END_TEST

/* A clause that somebody has agreed and that the text no longer has; a reservation is no agreement.
 */
START_TEST(a_removed_clause_is_listed)
{
  static const char hashes[] =
      "en 6e1cb246c5b01fb11e526ed5c738ccaee462b2aee1085da4a16d298d8fc57907";
  g_autoptr(AdrefParties) parties = adref_parties_read(registry, strlen(registry), "p", NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(adref_language_version_free);
  add_version(items, "en", AUTHENTIC, "We meet.", parties);
  AdrefLanguageVersions versions = {.items = items};
  AdrefStatement statement = {.parties = (char *[]){(char[]){"JPN"}, (char[]){"ASEAN"}, NULL}};
  g_autoptr(GHashTable) records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_record);
  AdrefPartyRecord *record = adref_party_record_new("JPN");
  AdrefPartyAct *agreed = adref_party_record_add_act(record, ADREF_PARTY_ACT_AGREE, NULL, "t", "A");
  adref_party_act_add_item(record, agreed, "a", g_strdup(hashes));
  adref_party_act_add_item(record, agreed, "gone", g_strdup(hashes));
  adref_party_act_add_item(record, agreed, "also", g_strdup(hashes));
  AdrefPartyAct *other =
      adref_party_record_add_act(record, ADREF_PARTY_ACT_RESERVE, "Why.", "t", "A");
  adref_party_act_add_item(record, other, "reserved", g_strdup(hashes));
  g_hash_table_insert(records, record->party, record);
  g_autoptr(AdrefProgress) progress = adref_progress_new(&versions, &statement, parties, records);
  ck_assert_uint_eq(progress->removed->len, 2);
  const AdrefRemovedClause *first = progress->removed->pdata[0];
  const AdrefRemovedClause *second = progress->removed->pdata[1];
  g_autofree char *by = join(first->agreed);
  ck_assert_str_eq(first->id, "also");
  ck_assert_str_eq(second->id, "gone");
  ck_assert_str_eq(by, "JPN");
}
END_TEST

/* Who had agreed to the words of a clause that is "[deleted]" now; who agreed to that is none of
 * them. */
static const struct {
  const char *words, *acts, *removed;
} deletions[] = {
    {"\\[deleted\\]", "", ""},
    {"\\[deleted\\]", "JPN a", ""},
    {"\\[deleted\\]", "JPN o", "JPN"},
    {"\\[deleted\\]", "JPN o ASEAN a", "JPN"},
    {"\\[deleted\\]", "JPN o ASEAN o", "ASEAN JPN"},
    {"\\[deleted\\]", "JPN r", ""},
    {"We meet.", "JPN o", ""},
};

START_TEST(a_deleted_clause_is_removed)
{
  g_autoptr(AdrefParties) parties = adref_parties_read(registry, strlen(registry), "p", NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(adref_language_version_free);
  add_version(items, "en", AUTHENTIC, deletions[_i].words, parties);
  AdrefLanguageVersions versions = {.items = items};
  AdrefStatement statement = {.parties = (char *[]){(char[]){"JPN"}, (char[]){"ASEAN"}, NULL}};
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(&versions);
  g_autoptr(GHashTable) records = records_of(deletions[_i].acts, hashes);
  g_autoptr(AdrefProgress) progress = adref_progress_new(&versions, &statement, parties, records);
  ck_assert_uint_eq(progress->removed->len, *deletions[_i].removed ? 1 : 0);
  const AdrefRemovedClause *removed =
      progress->removed->len > 0 ? progress->removed->pdata[0] : NULL;
  g_autofree char *by = removed ? join(removed->agreed) : g_strdup("");
  ck_assert_str_eq(by, deletions[_i].removed);
}
END_TEST

TCase *tcase_progress(void)
{
  TCase *tcase = tcase_create("progress");
  tcase_add_loop_test(tcase, a_clause_has_the_state_that_its_texts_and_records_say, 0,
                      G_N_ELEMENTS(progress_cases));
  tcase_add_test(tcase, a_removed_clause_is_listed);
  tcase_add_loop_test(tcase, a_deleted_clause_is_removed, 0, G_N_ELEMENTS(deletions));
  return tcase;
}
