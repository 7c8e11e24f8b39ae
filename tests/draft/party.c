#include "draft/data/party.h"
#include "draft/data/value.h"

#include <string.h>

#include "draft/cases.h"
#include "suite.h"

static const char registry[] =
    "groups:\n"
    "  ASEAN: {short: ASEAN, long: {en: the Association of Southeast Asian Nations},\n"
    "          members: [KHM, LAO, VNM]}\n"
    "parties:\n"
    "  VNM: {short: {en: Viet Nam, ja: ベトナム}, long: the Socialist Republic of Viet Nam}\n"
    "  JPN: {short: {en: Japan, ja: 日本}, long: {en: Japan, ja: 日本国}, "
    "sort: {ja: にほん}, aliases: [JP, Nippon]}\n"
    "  LAO: {short: {en: Lao PDR}, long: {en: the Lao People's Democratic Republic}}\n"
    "  KHM: {short: Cambodia}\n"
    "  XXX: {}\n";

static AdrefParties *read_registry(const char *text, GError **error)
{
  return adref_parties_read(text, strlen(text), "p.yaml", error);
}

static AdrefParties *good(void)
{
  g_autoptr(GError) error = NULL;
  AdrefParties *parties = read_registry(registry, &error);
  ck_assert_no_error(error);
  return parties;
}

START_TEST(reads_parties_before_groups)
{
  g_autoptr(AdrefParties) parties = good();
  g_autofree char *codes = g_strjoinv(" ", (char **)(guintptr)adref_parties_codes(parties));
  ck_assert_str_eq(codes, "VNM JPN LAO KHM XXX ASEAN");
  ck_assert_uint_eq(adref_parties_all(parties)->len, 6);
  const AdrefParty *asean = adref_parties_get(parties, "ASEAN");
  ck_assert_str_eq(asean->members[2], "VNM");
  ck_assert_ptr_null(adref_parties_get(parties, "JPN")->members);
  ck_assert_ptr_null(adref_parties_get(parties, "USA"));
}
END_TEST

START_TEST(one_party_is_the_chair)
{
  g_autoptr(AdrefParties) none = good();
  g_autoptr(AdrefParties) some =
      read_registry("parties: {JPN: {}, CHAIR: {role: chair}, VNM: {}}\n", NULL);
  ck_assert_ptr_null(adref_parties_chair(none));
  ck_assert_str_eq(adref_parties_chair(some), "CHAIR");
  g_autoptr(AdrefParties) dated = read_registry("parties:\n  JPN: {}\n  CHAIR: {role: chair}\n"
                                                "groups:\n  ALL:\n    members: [JPN, {code: "
                                                "CHAIR, from: 2025-10-26}]\n",
                                                NULL);
  g_autoptr(AdrefParties) then = adref_parties_at(dated, 0);
  ck_assert_str_eq(adref_parties_chair(then), "CHAIR");
}
END_TEST

START_TEST(names_by_language)
{
  g_autoptr(AdrefParties) parties = good();
  const AdrefParty *japan = adref_parties_get(parties, "JPN");
  const AdrefParty *laos = adref_parties_get(parties, "LAO");
  const AdrefParty *nobody = adref_parties_get(parties, "XXX");
  ck_assert_str_eq(adref_party_short(japan, "ja"), "日本");
  ck_assert_str_eq(adref_party_long(japan, "ja"), "日本国");
  ck_assert_str_eq(adref_party_long(japan, "th"), "Japan");
  ck_assert_str_eq(adref_party_long(laos, "ja"), "the Lao People's Democratic Republic");
  ck_assert_str_eq(adref_party_long(adref_parties_get(parties, "KHM"), "ja"), "Cambodia");
  ck_assert_str_eq(adref_party_short(nobody, "en"), "XXX");
  ck_assert_str_eq(adref_party_long(nobody, "en"), "XXX");
}
END_TEST

START_TEST(knows_all_names)
{
  g_autoptr(AdrefParties) parties = good();
  GHashTable *names = adref_parties_names(parties);
  ck_assert_str_eq(g_hash_table_lookup(names, "jpn"), "JPN");
  ck_assert_str_eq(g_hash_table_lookup(names, "nippon"), "JPN");
  ck_assert_str_eq(g_hash_table_lookup(names, "日本国"), "JPN");
  ck_assert_str_eq(g_hash_table_lookup(names, "the lao people's democratic republic"), "LAO");
  ck_assert_str_eq(g_hash_table_lookup(names, "asean"), "ASEAN");
  ck_assert_ptr_null(g_hash_table_lookup(names, "usa"));
}
END_TEST

/* ICU names the countries that the registry does not name in a language; a group has no other name.
 */
START_TEST(knows_names_in_other_languages)
{
  g_autoptr(AdrefParties) parties = good();
  g_autoptr(GHashTable) french = adref_parties_names_in(parties, "fr");
  ck_assert_str_eq(g_hash_table_lookup(french, "japon"), "JPN");
  ck_assert_str_eq(g_hash_table_lookup(french, "nippon"), "JPN");
  ck_assert_ptr_null(g_hash_table_lookup(french, "chine"));
  ck_assert_ptr_null(g_hash_table_lookup(adref_parties_names(parties), "japon"));
}
END_TEST

static void sorts_as(const AdrefParties *parties, const char *language, const char *expected)
{
  static const char *const codes[] = {"VNM", "USA", "JPN", "LAO", "KHM", NULL};
  g_auto(GStrv) sorted = adref_parties_sort(parties, codes, language);
  g_autofree char *joined = g_strjoinv(" ", sorted);
  ck_assert_str_eq(joined, expected);
}

/* By the short name, though the long one is printed; in Japanese by the reading, and by the names
 * of ICU, ベトナム and ラオス, where the registry has none. */
START_TEST(has_the_names_of_pages)
{
  static const struct {
    const char *code, *language, *names;
  } rows[] = {
      {"THA", "en", "the Kingdom of Thailand|Thailand"},
      {"THA", "ja", "タイ|the Kingdom of Thailand"},
      {"THA", "fr", "Thaïlande|the Kingdom of Thailand|Thailand"},
      {"XYZ", "fr", "XYZ"},
  };
  GError *error = NULL;
  g_autoptr(AdrefParties) parties = read_registry(
      "parties: {THA: {short: {en: Thailand, ja: タイ}, long: {en: the Kingdom of Thailand}}, "
      "XYZ: {}}",
      &error);
  ck_assert_no_error(error);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_auto(GStrv) names =
        adref_party_printed_names(adref_parties_get(parties, rows[i].code), rows[i].language);
    g_autofree char *all = g_strjoinv("|", names);
    ck_assert_str_eq(all, rows[i].names);
  }
}
END_TEST

START_TEST(sorts_by_language)
{
  g_autoptr(AdrefParties) parties = good();
  sorts_as(parties, "en", "KHM JPN LAO USA VNM");
  sorts_as(parties, "ja", "KHM USA JPN VNM LAO");
}
END_TEST

static void joined_is(char **codes, const char *expected)
{
  g_autofree char *joined = g_strjoinv(" ", codes);
  ck_assert_str_eq(joined, expected);
}

static gint64 day_of(const char *date)
{
  gint64 day = 0;
  ck_assert(adref_date_parse(date, &day));
  return day;
}

/* A member is one from the first day on, and no more from the day until which it was. The newest
 * state is that of the registry itself. */
START_TEST(has_members_of_a_day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefParties) parties =
      read_registry("parties: {A1: {}, B1: {}, C1: {}, D1: {}}\n"
                    "groups: {G: {members: [A1, {code: B1, from: 2025-10-26}, {code: C1, until: "
                    "2020-02-01}]}}",
                    &error);
  ck_assert_no_error(error);
  joined_is(adref_parties_get(parties, "G")->members, "A1 B1");
  static const struct {
    const char *date, *members;
  } days[] = {
      {"2020-01-31", "A1 C1"}, {"2020-02-01", "A1"}, {"2025-10-25", "A1"}, {"2025-10-26", "A1 B1"}};
  for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
    g_autoptr(AdrefParties) then = adref_parties_at(parties, day_of(days[i].date));
    joined_is(adref_parties_get(then, "G")->members, days[i].members);
    ck_assert_ptr_null(adref_parties_get(then, "A1")->members);
  }
  g_autoptr(AdrefParties) then = adref_parties_at(parties, day_of("2023-12-17"));
  g_auto(GStrv) statement = g_strsplit("D1 G A1", " ", -1);
  ck_assert(!adref_parties_may_speak(then, statement, "B1"));
  ck_assert(adref_parties_may_speak(parties, statement, "B1"));
  g_auto(GStrv) all = adref_parties_expand(parties, statement, FALSE);
  joined_is(all, "D1 A1 B1");
  g_auto(GStrv) members = adref_parties_expand(then, statement, TRUE);
  joined_is(members, "A1");
}
END_TEST

/* Names of a time are printed then, and read always; what they do not say is as today. */
START_TEST(has_names_of_a_day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefParties) parties =
      read_registry("parties: {TUR: {short: {en: Türkiye, ja: トルコ}, long: the Republic of "
                    "Türkiye, former: [{until: 2022-06-01, short: {en: Turkey, ja: トルコ}}]}}",
                    &error);
  ck_assert_no_error(error);
  g_autoptr(AdrefParties) before = adref_parties_at(parties, day_of("2022-05-31"));
  g_autoptr(AdrefParties) after = adref_parties_at(parties, day_of("2022-06-01"));
  ck_assert_str_eq(adref_party_short(adref_parties_get(before, "TUR"), "en"), "Turkey");
  ck_assert_str_eq(adref_party_long(adref_parties_get(before, "TUR"), "en"),
                   "the Republic of Türkiye");
  ck_assert_str_eq(adref_party_short(adref_parties_get(after, "TUR"), "en"), "Türkiye");
  ck_assert_str_eq(g_hash_table_lookup(adref_parties_names(after), "turkey"), "TUR");
  ck_assert_str_eq(adref_parties_codes(before)[0], "TUR");
}
END_TEST

/* A registry of the time before dates is the same on every day. */
START_TEST(has_no_dates)
{
  g_autoptr(AdrefParties) parties = good();
  ck_assert_ptr_null(adref_parties_at(parties, 0));
}
END_TEST

static const struct {
  const char *text;
  const char *message;
} errors[] = {
    {"partys: {}", "p.yaml:1:1: a registry of parties has no key \"partys\" (did you mean "
                   "\"parties\"?); allowed are parties, groups"},
    {"parties: [JPN]", "p.yaml:1:10: parties is a list of 1; allowed is a map from codes to names"},
    {"parties: {jpn: {}}", "p.yaml:1:11: \"jpn\" cannot be a party's code; allowed are capital "
                           "letters, digits and -, beginning with a letter"},
    {"parties: {JPN: {shrt: x}}",
     "p.yaml:1:17: a party has no key \"shrt\" (did you mean "
     "\"short\"?); allowed are short, long, sort, aliases, former, role, colour"},
    {"parties: {JPN: {members: []}}", "p.yaml:1:17: a party has no key \"members\"; allowed are "
                                      "short, long, sort, aliases, former, role, colour"},
    {"parties: {JPN: {aliases: JP}}", "p.yaml:1:26: \"aliases\" contains \"JP\"; allowed is a "
                                      "list of texts such as [Japan, JP]"},
    {"parties: {JPN: {aliases: [[]]}}", "p.yaml:1:27: \"aliases\" contains a list of 0; allowed "
                                        "is a list of texts such as [Japan, JP]"},
    {"parties: {A1: {}, B1: {short: {en: a1}}}", "p.yaml:1:36: \"a1\" is a name of A1 already; "
                                                 "allowed is a name that no other party has"},
    {"parties: {JPN: {role: host}}", "p.yaml:1:23: role: \"host\"; allowed is chair"},
    {"parties: {JPN: {role: chair}, VNM: {role: chair}}",
     "p.yaml:1:43: JPN has the role chair already; allowed is one party"},
    {"parties: {JPN: {}}\ngroups: {JPN: {}}", "p.yaml:2:10: JPN is a party already; allowed is a "
                                              "code that no party has"},
    {"parties: {JPN: {}}\ngroups: {G: {members: [JPM]}}",
     "p.yaml:2:24: \"JPM\" is no party (did you mean \"JPN\"?); allowed are codes listed under "
     "\"parties\""},
    {"groups: {NOR: {short: Norland}}",
     "p.yaml:1:10: NOR stands under \"groups\" without members; allowed are a group with members: "
     "[BRN, KHM], and a party under \"parties\""},
    {"groups: {A: {members: []}, G: {members: [A]}}",
     "p.yaml:1:42: \"A\" is a group; allowed are codes listed under \"parties\""},
    {"parties: {A1: {}}\ngroups: {G: {members: [{code: A1, from: soon}]}}",
     "p.yaml:2:41: from needs a date such as 2025-10-26"},
    {"parties: {A1: {}}\ngroups: {G: {members: [{code: A1, from: 2025-10-26, until: 2025-10-26}]}}",
     "p.yaml:2:24: until is not after from; allowed is a day after it"},
    {"parties: {A1: {}}\ngroups: {G: {members: [{from: 2025-10-26}]}}",
     "p.yaml:2:24: a member is a code such as BRN, or {code: TLS, from: 2025-10-26}"},
    {"parties: {A1: {}}\ngroups: {G: {members: [A1, G]}}",
     "p.yaml:2:28: \"G\" is the group itself; allowed are codes listed under \"parties\""},
    {"parties: {A1: {}}\ngroups: {G: {members: [A1, {code: A1, from: 2025-10-26}]}}",
     "p.yaml:2:35: A1 is a member twice at one time; allowed is each member once"},
    {"parties: {A1: {former: [{until: 2022-06-01}]}}",
     "p.yaml:1:25: \"former\" contains a map; allowed is a list of texts such as [{until: "
     "2022-06-01, short: Turkey}]"},
    {"parties: {A1: {former: Old}}", "p.yaml:1:24: \"former\" contains \"Old\"; allowed is a list "
                                     "of texts such as [{until: 2022-06-01, short: Turkey}]"},
    {"parties: {A1: {former: [{short: Old}]}}",
     "p.yaml:1:25: \"former\" contains a map; allowed is a list of texts such as [{until: "
     "2022-06-01, short: Turkey}]"},
    {"parties: {A1: {former: [{until: 2022-06-01, short: Old}]}, B1: {short: Old}}",
     "p.yaml:1:72: \"Old\" is a name of A1 already; allowed is a name that no other party has"},
};

START_TEST(refuses)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(read_registry(errors[_i].text, &error));
  ck_assert_error(error, errors[_i].message);
}
END_TEST

START_TEST(may_be_empty)
{
  g_autoptr(AdrefParties) parties = adref_parties_new_empty();
  ck_assert_uint_eq(adref_parties_all(parties)->len, 0);
  ck_assert_ptr_null(adref_parties_codes(parties)[0]);
  ck_assert_ptr_null(adref_parties_get(parties, "JPN"));
}
END_TEST

TCase *tcase_party(void)
{
  TCase *tcase = tcase_create("party");
  tcase_add_test(tcase, reads_parties_before_groups);
  tcase_add_test(tcase, one_party_is_the_chair);
  tcase_add_test(tcase, names_by_language);
  tcase_add_test(tcase, knows_all_names);
  tcase_add_test(tcase, knows_names_in_other_languages);
  tcase_add_test(tcase, has_the_names_of_pages);
  tcase_add_test(tcase, sorts_by_language);
  tcase_add_test(tcase, has_members_of_a_day);
  tcase_add_test(tcase, has_names_of_a_day);
  tcase_add_test(tcase, has_no_dates);
  tcase_add_loop_test(tcase, refuses, 0, G_N_ELEMENTS(errors));
  tcase_add_test(tcase, may_be_empty);
  return tcase;
}
