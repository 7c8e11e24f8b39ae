#include "review/fact_changes.h"

#include <string.h>

#include "properties.h"
#include "review/cases.h"

/* A version whose facts are these YAML texts. */
typedef struct {
  AdrefYaml *yaml;
  AdrefParties *parties;
  AdrefStatement statement;
  AdrefFacts facts;
} Version;

static void version_init(Version *self, const char *facts, const char *registry,
                         const char *const *codes)
{
  GError *error = NULL;
  self->yaml = adref_yaml_read(facts, strlen(facts), "statement.yaml", 1, &error);
  ck_assert_no_error(error);
  self->parties = adref_parties_read(registry, strlen(registry), "parties.yaml", &error);
  ck_assert_no_error(error);
  self->statement =
      (AdrefStatement){.yaml = self->yaml, .parties = g_strdupv((char **)(guintptr)codes)};
  self->facts = (AdrefFacts){&self->statement, self->parties};
}

static void version_clear(Version *self)
{
  adref_yaml_free(self->yaml);
  adref_parties_free(self->parties);
  g_strfreev(self->statement.parties);
}

static char *lines_of(const AdrefFacts *old, const AdrefFacts *new)
{
  g_autoptr(GPtrArray) changes = adref_fact_changes_new(old, new);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++) {
    g_autofree char *line = adref_fact_change_line(changes->pdata[i]);
    g_string_append_printf(out, "%s\n", line);
  }
  return g_string_free(out, FALSE);
}

static const char registry[] = "parties:\n"
                               "  JPN: {short: {en: Japan, ja: 日本}}\n"
                               "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
                               "  VNM: {short: Viet Nam}\n"
                               "groups:\n"
                               "  ASEAN: {short: ASEAN, members: [THA, VNM]}\n";

static const char *const codes[] = {"JPN", "ASEAN", NULL};

static void differs_by(const char *old, const char *new, const char *expected)
{
  Version a, b;
  version_init(&a, old, registry, codes);
  version_init(&b, new, registry, codes);
  g_autofree char *lines = lines_of(&a.facts, &b.facts);
  ck_assert_str_eq(lines, expected);
  version_clear(&a);
  version_clear(&b);
}

START_TEST(who_must_sign)
{
  differs_by("signing: {who: all, capacity: signed}\n",
             "signing: {who: [JPN], capacity: initialled}\n",
             "who must sign: all -> JPN\n"
             "signing capacity: signed -> initialled\n");
  differs_by("signing: {who: all}\n", "outline: x\n",
             "who must sign: all before, not stated now\n"
             "outline: x, not stated before\n");
}
END_TEST

/* A group that is no party of the statement may act for parties of it. */
START_TEST(who_speaks_for_whom)
{
  static const char *const states[] = {"JPN", "THA", "VNM", NULL};
  static const char speaks[] = "parties:\n"
                               "  JPN: {short: {en: Japan, ja: 日本}, aliases: [JP, Nippon]}\n"
                               "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
                               "  VNM: {short: Viet Nam}\n"
                               "  LAO: {short: Lao PDR}\n"
                               "groups:\n"
                               "  ASEAN: {short: ASEAN, members: [THA, VNM], speaks: true}\n"
                               "  FAR: {short: Far, members: [LAO], speaks: true}\n";
  Version a, b;
  version_init(&a, "outline: x\n", registry, states);
  version_init(&b, "outline: x\n", speaks, states);
  g_autofree char *lines = lines_of(&a.facts, &b.facts);
  ck_assert_str_eq(lines, "other names of JPN: JP, Nippon, not stated before\n"
                          "for whom ASEAN speaks: THA, VNM, not stated before\n");
  version_clear(&a);
  version_clear(&b);
}
END_TEST

START_TEST(the_most_serious_come_first)
{
  differs_by("values: {days: 30, people: 5000}\nplace: Tokyo\nparties: [JPN]\n",
             "place: Bonn\nvalues: {days: 60, people: 5000}\nparties: [JPN, ASEAN]\n",
             "parties: JPN -> JPN, ASEAN\n"
             "place: Tokyo -> Bonn\n"
             "value days: 30 -> 60\n");
}
END_TEST

START_TEST(each_language)
{
  differs_by("place: {en: Tokyo, ja: 東京}\nroles: {ja: provisional}\n",
             "place: {en: Tokyo, ja: 京都}\nroles: {ja: authentic}\n",
             "role of the text in ja: provisional -> authentic\n"
             "place (ja): 東京 -> 京都\n");
  differs_by("values: {occasion: {en: Fifty Years}}\n", "values: {occasion: {en: Sixty Years}}\n",
             "value occasion (en): Fifty Years -> Sixty Years\n");
}
END_TEST

START_TEST(layout_is_no_change)
{
  differs_by("parties: [JPN, ASEAN]\nplace: Tokyo\n",
             "place: \"Tokyo\"\nparties:\n- JPN\n- ASEAN\n", "");
  differs_by("values: {list: [{name: A, party: JPN}]}\n",
             "values: {list: [{name: B, party: JPN}]}\n",
             "value list: {name: A, party: JPN} -> {name: B, party: JPN}\n");
}
END_TEST

START_TEST(names_of_the_parties_and_their_members)
{
  Version a, b;
  version_init(&a, "place: Tokyo\n", registry, codes);
  version_init(&b, "place: Tokyo\n",
               "parties:\n"
               "  JPN: {short: {en: Japan, ja: 日本国}}\n"
               "  THA: {short: Siam, long: the Kingdom of Thailand}\n"
               "  LAO: {short: Laos}\n"
               "groups:\n"
               "  ASEAN: {short: ASEAN, members: [THA]}\n",
               codes);
  g_autofree char *lines = lines_of(&a.facts, &b.facts);
  ck_assert_str_eq(lines, "short name of JPN (ja): 日本 -> 日本国\n"
                          "members of ASEAN: THA, VNM -> THA\n"
                          "short name of THA: Thailand -> Siam\n"
                          "short name of VNM: Viet Nam before, not stated now\n");
  version_clear(&a);
  version_clear(&b);
}
END_TEST

START_TEST(a_statement_that_came)
{
  Version a;
  const AdrefFacts none = {NULL, NULL};
  version_init(&a, "place: Tokyo\n", "parties: {}\n", (const char *const[]){NULL});
  g_autofree char *came = lines_of(&none, &a.facts);
  g_autofree char *went = lines_of(&a.facts, &none);
  ck_assert_str_eq(came, "place: Tokyo, not stated before\n");
  ck_assert_str_eq(went, "place: Tokyo before, not stated now\n");
  version_clear(&a);
}
END_TEST

/* For a subject: names, or a number where they are too long. */
START_TEST(in_a_few_words)
{
  Version a, b;
  version_init(&a, "place: Tokyo\nstyle: x\n", registry, codes);
  version_init(&b, "place: Bonn\nstyle: y\n\"values\": {\"a\\nb\": 5}\n", registry, codes);
  g_autoptr(GPtrArray) changes = adref_fact_changes_new(&a.facts, &b.facts);
  g_autoptr(GPtrArray) none = adref_fact_changes_new(&a.facts, &a.facts);
  static const char names[] = "facts: place, style, value a<U+000A>b";
  g_autofree char *all = adref_fact_changes_words(changes, (guint)strlen(names));
  g_autofree char *count = adref_fact_changes_words(changes, (guint)strlen(names) - 1);
  ck_assert_str_eq(all, names);
  ck_assert_str_eq(count, "3 facts changed");
  ck_assert_ptr_null(adref_fact_changes_words(none, 72));
  g_ptr_array_set_size(changes, 1);
  g_autofree char *one = adref_fact_changes_words(changes, 5);
  ck_assert_str_eq(one, "1 fact changed");
  version_clear(&a);
  version_clear(&b);
}
END_TEST

static void front_differs_by(const char *old, const char *new, const char *expected)
{
  g_autoptr(AdrefNode) was = read_text(old, NULL, NULL), is = read_text(new, NULL, NULL);
  g_autoptr(GPtrArray) changes = adref_front_matter_changes_new(was, is);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++) {
    g_autofree char *line = adref_fact_change_line(changes->pdata[i]);
    g_string_append_printf(out, "%s\n", line);
  }
  ck_assert_str_eq(out->str, expected);
}

START_TEST(front_matter_by_its_keys)
{
  front_differs_by(
      "---\ndate: 1\ntags: [a, b]\nby: {name: X}\n---\n",
      "---\r\ntags:\r\n- a\r\n- c\r\ndate: \"1\"\r\nby: {name: Y}\r\nz: 1\r\n---\r\nWords\n",
      "front matter: tags: a, b -> a, c\n"
      "front matter: by.name: X -> Y\n"
      "front matter: z: 1, not stated before\n");
  front_differs_by("---\ndate: 1\n---\n", "Words\n",
                   "front matter: date: 1 before, not stated now\n");
  front_differs_by("Words\n", "Other words\n", "");
}
END_TEST

START_TEST(front_matter_that_is_no_yaml)
{
  front_differs_by("---\na: 1\na: 2\nb: 3\n---\n", "---\na: 1\na: 4\nb: 3\n---\n",
                   "front matter: a: 2\nb: 3\n--- -> a: 4\nb: 3\n---\n");
  front_differs_by("---\na: 1\na: 2\n---\n", "---\na: 1\na: 2\n---\n", "");
  front_differs_by("---\na: 1\na: 2\n---\n", "",
                   "front matter: ---\na: 1\na: 2\n--- before, not stated now\n");
  g_autofree char *value = g_strnfill(300, 'x');
  g_autofree char *text = g_strdup_printf("---\na: [\nb: %s\n---\n", value);
  g_autofree char *expected =
      g_strdup_printf("front matter: b: 1\n--- -> a: [\nb: %.192s ...\n", value);
  front_differs_by("---\nb: 1\n---\n", text, expected);
}
END_TEST

/* A list of parties is one line, and so are the names of each who came or went. */
START_TEST(a_party_comes_and_one_goes)
{
  static const char more[] = "parties:\n"
                             "  JPN: {short: {en: Japan, ja: 日本}, long: Japan}\n"
                             "  FJI: {short: {en: Fiji, fr: Fidji}, long: {en: the Republic of "
                             "Fiji, fr: Fidji}, aliases: [Fiji Islands]}\n"
                             "  THA: {short: Thailand, long: the Kingdom of Thailand}\n";
  static const char *const before[] = {"JPN", "THA", NULL}, *const after[] = {"JPN", "FJI", NULL};
  Version a, b;
  version_init(&a, "parties: [JPN, THA]\n", registry, before);
  version_init(&b, "parties: [JPN, FJI]\n", more, after);
  g_autofree char *lines = lines_of(&a.facts, &b.facts);
  ck_assert_str_eq(lines,
                   "parties: JPN, THA -> JPN, FJI\n"
                   "long name of JPN: Japan, not stated before\n"
                   "party FJI: Fiji, Fidji, the Republic of Fiji, Fiji Islands, not stated before\n"
                   "party THA: Thailand, the Kingdom of Thailand before, not stated now\n");
  version_clear(&a);
  version_clear(&b);
}
END_TEST

TCase *tcase_fact_changes(void)
{
  TCase *tcase = tcase_create("fact_changes");
  tcase_add_test(tcase, who_must_sign);
  tcase_add_test(tcase, who_speaks_for_whom);
  tcase_add_test(tcase, the_most_serious_come_first);
  tcase_add_test(tcase, each_language);
  tcase_add_test(tcase, layout_is_no_change);
  tcase_add_test(tcase, names_of_the_parties_and_their_members);
  tcase_add_test(tcase, a_party_comes_and_one_goes);
  tcase_add_test(tcase, a_statement_that_came);
  tcase_add_test(tcase, in_a_few_words);
  tcase_add_test(tcase, front_matter_by_its_keys);
  tcase_add_test(tcase, front_matter_that_is_no_yaml);
  return tcase;
}
