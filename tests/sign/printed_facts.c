#include "sign/printed_facts.h"

#include <string.h>

#include "draft/statement/workspace.h"
#include "review/fact_changes.h"
#include "sign/cases.h"
#include "sign/stated_position.h"

static const char parties_yaml[] =
    "parties:\n"
    "  JPN:\n    short: {en: Japan, ja: \346\227\245\346\234\254}\n    long: {en: Japan}\n"
    "  THA:\n    short: Thailand\n    long: {en: the Kingdom of Thailand}\n";

/* The facts of a statement with these lines, and with positions that were stated. Caller frees. */
static char *facts_with(const char *lines, gboolean alternats, const char *stated)
{
  static const AdrefNumbering numbering = {.operative = TRUE, .sections = TRUE};
  GError *error = NULL;
  AdrefStatement statement = {.parties = (char *[]){(char[]){"JPN"}, (char[]){"THA"}, NULL},
                              .languages = (char *[]){(char[]){"en"}, (char[]){"ja"}, NULL}};
  g_autoptr(AdrefParties) parties =
      adref_parties_read(parties_yaml, strlen(parties_yaml), "parties.yaml", &error);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lines, strlen(lines), "s", 1, &error);
  ck_assert_no_error(error);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_parse("approved; JPN; THA");
  statement.yaml = yaml;
  rule->alternats = alternats;
  g_autoptr(GPtrArray) positions = adref_stated_positions_read(stated);
  return adref_printed_facts_write(&statement, parties, rule, &numbering, positions);
}

static char *facts_of(const char *lines, gboolean alternats)
{
  return facts_with(lines, alternats, "");
}

#define END                                                                                        \
  "parties: JPN THA\n"                                                                             \
  "party JPN en: Japan; Japan\n"                                                                   \
  "party JPN ja: \346\227\245\346\234\254; Japan\n"                                                \
  "party THA en: Thailand; the Kingdom of Thailand\n"                                              \
  "party THA ja: Thailand; the Kingdom of Thailand\n"                                              \
  "text en: working\n"                                                                             \
  "text ja: working\n"

/* The form stays, so that what is signed today can be checked later. */
START_TEST(facts_have_one_form)
{
  g_autofree char *facts =
      facts_of("title: {en: \"A\\nB\", ja: 'C\\'}\nplace: Tokyo\ndate: 2023-12-17\n", TRUE);
  ck_assert_str_eq(facts, "adref facts 1\n"
                          "title en: A\\nB\n"
                          "title ja: C\\\\\n"
                          "place: Tokyo\n"
                          "date: 2023-12-17\n" END "alternats: JPN THA\n"
                          "numbers: operative sections\n");
  AdrefNumbering numbering;
  g_auto(GStrv) alternats = NULL;
  ck_assert(adref_printed_facts_read(facts, &numbering, &alternats));
  ck_assert(numbering.operative && numbering.sections && !numbering.preambular);
  ck_assert_str_eq(alternats[0], "JPN");
  ck_assert_str_eq(alternats[1], "THA");
}
END_TEST

#define STATED                                                                                     \
  "position JPN title explanation: Words.\n"                                                       \
  "position VNM energy disassociation: No.\n"                                                      \
  "position VNM title disassociation: No.\n"

/* Who states a position is named once: a party with the others, a member of a group before them. */
START_TEST(positions_have_one_form)
{
  g_autofree char *facts = facts_with("place: Tokyo\n", FALSE, STATED);
  ck_assert_str_eq(facts, "adref facts 1\nplace: Tokyo\n" END "party VNM en: VNM\n"
                          "party VNM ja: VNM\n" STATED "alternats:\n"
                          "numbers: operative sections\n");
}
END_TEST

START_TEST(a_party_is_named_as_the_facts_say)
{
  static const struct {
    const char *code, *language, *name;
  } rows[] = {{"JPN", "ja", "\346\227\245\346\234\254"},
              {"THA", "en", "Thailand"},
              {"THA", "fr", "THA"},
              {"VNM", "en", "VNM"}};
  g_autofree char *facts = facts_of("place: Tokyo\n", FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *name = adref_printed_facts_party(facts, rows[i].code, rows[i].language);
    ck_assert_str_eq(name, rows[i].name);
  }
}
END_TEST

/* A registry without a name in the language leaves the English one in the facts; pages do not print
 * it. What is named alike in both stays. */
START_TEST(a_page_names_a_country_in_its_language)
{
  static const struct {
    const char *lines, *language, *name;
  } rows[] = {
      {"party JPN en: Japan; Japan\nparty JPN ar: Japan; Japan\n", "ar", "اليابان"},
      {"party JPN ar: Japan; Japan\n", "ar", "اليابان"},
      {"party JPN vi: Japan; Japan\n", "vi", "Nhật Bản"},
      {"party JPN en: Japan; Japan\nparty JPN vi: Japan; Japan\n", "vi", "Nhật Bản"},
      {"party JPN en: Japan; Japan\nparty JPN ar: دولة اليابان; اليابان\n", "ar", "دولة اليابان"},
      {"party JPN en: Japan; Japan\nparty JPN fr: Nippon; Japan\n", "fr", "Nippon"},
      {"party JPN en: Japan; Japan\n", "en", "Japan"},
      {"party BRN en: Brunei Darussalam; x\nparty BRN id: Brunei Darussalam; x\n", "id",
       "Brunei Darussalam"},
      {"party ASEAN en: ASEAN; A\nparty ASEAN ar: ASEAN; A\n", "ar", "ASEAN"},
      {"party JPN en: Japan; Japan\n", "ar", "JPN"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *facts = g_strconcat("adref facts 1\n", rows[i].lines, NULL);
    const char *code = strchr(facts, '\n') + strlen("\nparty ");
    g_autofree char *party = g_strndup(code, strcspn(code, " "));
    g_autofree char *name = adref_printed_facts_page_party(facts, party, rows[i].language);
    ck_assert_msg(strcmp(name, rows[i].name) == 0, "%s: %s", rows[i].lines, name);
  }
}
END_TEST

START_TEST(a_value_is_no_line)
{
  g_autofree char *facts =
      facts_of("place: \"Tokyo\\nalternats: JPN\\nnumbers: sections\"\n", FALSE);
  ck_assert_str_eq(facts, "adref facts 1\nplace: Tokyo\\nalternats: JPN\\nnumbers: sections\n" END
                          "alternats:\nnumbers: operative sections\n");
}
END_TEST

START_TEST(what_is_none_is_not_read)
{
  static const char *const none[] = {"",
                                     "adref facts 1\n",
                                     "adref facts 1\nalternats:\nnumbers:",
                                     "adref facts 1\nnumbers:\nalternats:\n",
                                     "adref facts 2\nalternats:\nnumbers:\n",
                                     "adref facts 1\nalternats: ../x\nnumbers:\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++) {
    AdrefNumbering numbering;
    g_auto(GStrv) alternats = NULL;
    ck_assert(!adref_printed_facts_read(none[i], &numbering, &alternats));
    ck_assert_ptr_null(alternats);
  }
}
END_TEST

START_TEST(facts_are_compared)
{
  g_autofree char *old = facts_of("title: A\nplace: Tokyo\n", TRUE);
  g_autofree char *new = facts_of("place: Bonn\ndate: 2023-12-17\n", FALSE);
  g_autoptr(GPtrArray) changes = adref_printed_facts_compare(old, new);
  g_autoptr(GString) lines = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++) {
    g_autofree char *line = adref_fact_change_line(changes->pdata[i]);
    g_string_append_printf(lines, "%s\n", line);
  }
  ck_assert_str_eq(lines->str, "place: Tokyo -> Bonn\n"
                               "date: 2023-12-17, not stated before\n"
                               "alternats: JPN THA -> \n"
                               "title: A before, not stated now\n");
  g_autoptr(GPtrArray) none = adref_printed_facts_compare(old, old);
  ck_assert_uint_eq(none->len, 0);
}
END_TEST

TCase *tcase_printed_facts(void)
{
  TCase *tcase = tcase_create("printed_facts");
  tcase_add_test(tcase, facts_have_one_form);
  tcase_add_test(tcase, positions_have_one_form);
  tcase_add_test(tcase, a_page_names_a_country_in_its_language);
  tcase_add_test(tcase, a_value_is_no_line);
  tcase_add_test(tcase, a_party_is_named_as_the_facts_say);
  tcase_add_test(tcase, what_is_none_is_not_read);
  tcase_add_test(tcase, facts_are_compared);
  return tcase;
}
