#include "sign/statement_snapshot.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/correction.h"
#include "sign/party_record.h"
#include "sign/signers.h"

/* Lists of signed texts, each "LANGUAGE ROLE HASH PRINTED" behind another. */
static GPtrArray *texts_of(const char *list)
{
  AdrefSignoffMessage *message = adref_signoff_message_new();
  g_auto(GStrv) words = g_strsplit(list, " ", -1);
  for (char **word = words; *word && word[1]; word += 4) {
    AdrefLanguageRole role = ADREF_LANGUAGE_ROLE_WORKING;
    ck_assert(adref_language_role_read(word[1], &role));
    adref_signoff_message_add_text(message, word[0], role, word[2], word[3]);
  }
  GPtrArray *texts = g_ptr_array_ref(message->texts);
  adref_signoff_message_free(message);
  return texts;
}

#define BOTH "en authentic 1 2 ja provisional 3 4"

static const struct {
  const char *old, *new, *difference, *changed; /* difference = NULL: none */
} pairs[] = {
    {BOTH, BOTH, NULL, ""},
    {BOTH, "en authentic 1 2", "the list of languages", "ja"},
    {"en authentic 1 2", BOTH, "the list of languages", "ja"},
    {BOTH, "en authentic 1 2 th provisional 3 4", "the language ja, where th stands", "ja, th"},
    {BOTH, "ja provisional 3 4 en authentic 1 2", "the language en, where ja stands", ""},
    {BOTH, "en authentic 1 2 ja authentic 3 4", "the role of the text in ja", ""},
    {BOTH, "en authentic 9 2 ja provisional 3 4", "the text in en", ""},
    {BOTH, "en authentic 1 9 ja provisional 3 4", "the numbers of the text in en", "en"},
    {BOTH, "en authentic 1 9 ja provisional 3 9", "the numbers of the text in en", "en, ja"},
    {"", BOTH, "the list of languages", "en, ja"},
};

START_TEST(signed_texts_are_compared)
{
  g_autoptr(GPtrArray) old = texts_of(pairs[_i].old), new = texts_of(pairs[_i].new);
  g_autofree char *difference = adref_signed_texts_difference(old, new, TRUE);
  g_autofree char *changed = adref_signed_texts_changed(old, new);
  ck_assert_int_eq(g_strcmp0(difference, pairs[_i].difference), 0);
  ck_assert_str_eq(changed, pairs[_i].changed);
}
END_TEST

START_TEST(the_parties_and_those_of_the_rule_may_sign)
{
  AdrefStatement statement = {.parties = (char *[]){(char[]){"JPN"}, (char[]){"ASEAN"}, NULL}};
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse("approved; JPN; 1 of THA, VNM");
  AdrefStatementSnapshot snapshot = {.statement = &statement, .rule = rule};
  ck_assert(adref_statement_snapshot_may_sign(&snapshot, "ASEAN") &&
            adref_statement_snapshot_may_sign(&snapshot, "JPN") &&
            adref_statement_snapshot_may_sign(&snapshot, "VNM") &&
            !adref_statement_snapshot_may_sign(&snapshot, "AUS"));
}
END_TEST

/* A source whose files hold nothing, and which says what was asked of it. */
static GString *asked;

static GBytes *note_read(AdrefFileSource *self G_GNUC_UNUSED, const char *path, gsize limit,
                         GError **error G_GNUC_UNUSED)
{
  g_string_append_printf(asked, "%s %" G_GSIZE_FORMAT "\n", path, limit);
  return g_bytes_new_static("", 0);
}

static char **list_one(AdrefFileSource *self G_GNUC_UNUSED, const char *folder,
                       GError **error G_GNUC_UNUSED)
{
  static const char *const names[] = {"JPN.yaml", "jpn.yaml", "JPN.txt", "x/JPN.yaml"};
  GStrvBuilder *paths = g_strv_builder_new();
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_strdup_printf("%s/%s", folder, names[i]);
    g_strv_builder_add(paths, path);
  }
  char **all = g_strv_builder_end(paths);
  g_strv_builder_unref(paths);
  return all;
}

START_TEST(a_file_is_read_up_to_its_limit)
{
  AdrefFileSource source = {.read = note_read, .list = list_one};
  AdrefStatement statement = {.folder = (char[]){"statements/s"}};
  AdrefStatementSnapshot snapshot = {.source = &source, .statement = &statement};
  asked = g_string_new(NULL);
  g_autoptr(GBytes) correction = adref_correction_find(&snapshot, "corr1");
  g_autoptr(AdrefSigners) signers = adref_signers_read(&source, NULL);
  g_autoptr(GHashTable) records = adref_party_records_read(&source, "statements/s", NULL);
  ck_assert_str_eq(asked->str, "statements/s/corrections/corr1.md 16777216\n"
                               "signers 1048576\n"
                               "signers.gpg 1048576\n"
                               "signers.revoked 1048576\n"
                               "statements/s/record/JPN.yaml 1048576\n");
  g_string_free(g_steal_pointer(&asked), TRUE);
}
END_TEST

static const struct {
  const char *path, *text;
} shared_files[] = {
    {"templates/parties.yaml",
     "parties:\n  JPN: {short: Japan, long: Japan}\n  THA: {short: Thailand, long: Thailand}\n"},
    {"statements/s/statement.yaml", "title: Statement\nlanguages: [en]\nparties: [JPN, THA]\n"},
    {"statements/s/en.md", "# Statement\n\n<!-- op one -->\n\nWe act.\n"},
};

static GBytes *read_shared(AdrefFileSource *self G_GNUC_UNUSED, const char *path,
                           gsize limit G_GNUC_UNUSED, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS(shared_files); i++)
    if (strcmp(path, shared_files[i].path) == 0)
      return g_bytes_new_static(shared_files[i].text, strlen(shared_files[i].text));
  g_set_error(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND, "%s: there is no such file", path);
  return NULL;
}

static char **list_none(AdrefFileSource *self G_GNUC_UNUSED, const char *folder G_GNUC_UNUSED,
                        GError **error G_GNUC_UNUSED)
{
  return g_new0(char *, 1);
}

static AdrefStatementSnapshot *snapshot_with(AdrefReadings *readings, const AdrefLibrary *library)
{
  AdrefFileSource *source = g_new0(AdrefFileSource, 1);
  *source = (AdrefFileSource){
      .read = read_shared, .list = list_none, .free = (void (*)(AdrefFileSource *))g_free};
  AdrefStatementSnapshot *made = adref_statement_snapshot_share(source, "s", readings, library);
  ck_assert_msg(!made->problem, "%s", made->problem);
  return made;
}

/* The trees and hashes of the same bytes are made once, where the registry is the same. */
START_TEST(the_same_bytes_are_read_once)
{
  g_autoptr(AdrefReadings) readings = adref_readings_new();
  g_autoptr(AdrefStatementSnapshot) first = snapshot_with(readings, NULL);
  g_autoptr(AdrefStatementSnapshot) again = snapshot_with(readings, first->library);
  g_autoptr(AdrefStatementSnapshot) alone = adref_statement_snapshot_share(
      g_memdup2(first->source, sizeof *first->source), "s", NULL, NULL);
  ck_assert_ptr_eq(adref_language_versions_rolling(first->language_versions),
                   adref_language_versions_rolling(again->language_versions));
  ck_assert_ptr_ne(adref_language_versions_rolling(first->language_versions),
                   adref_language_versions_rolling(alone->language_versions));
  ck_assert_ptr_null(adref_signed_texts_difference(first->texts, again->texts, TRUE));
  ck_assert_ptr_null(adref_signed_texts_difference(first->texts, alone->texts, TRUE));
  ck_assert_str_eq(again->facts_hash, alone->facts_hash);
}
END_TEST

TCase *tcase_statement_snapshot(void)
{
  TCase *tcase = tcase_create("statement_snapshot");
  tcase_add_loop_test(tcase, signed_texts_are_compared, 0, G_N_ELEMENTS(pairs));
  tcase_add_test(tcase, the_parties_and_those_of_the_rule_may_sign);
  tcase_add_test(tcase, the_same_bytes_are_read_once);
  tcase_add_test(tcase, a_file_is_read_up_to_its_limit);
  return tcase;
}
