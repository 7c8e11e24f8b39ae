/* The starter library, templates/: what each template gives in its languages (starter.txt,
 * written anew with ADREF_UPDATE=1), and what each outline gives to parties for whom it was not
 * tried. */
#include <string.h>

#include "base/string_order.h"
#include "clause/markdown/markdown_read.h"
#include "draft/cases.h"
#include "draft/data/region_name.h"
#include "draft/library/builtin_words.h"
#include "draft/statement/assemble.h"
#include "suite.h"

#define RESULTS "tests/draft/starter.txt"
#define VALUES  "tests/draft/starter.yaml"
#define FACTS   "statements/any/statement.yaml"

static const char *const languages[] = {"en", "ja"}; /* of every clause */

static gboolean has_all(char **names)
{
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (!g_strv_contains((const char *const *)names, languages[i]))
      return FALSE;
  return TRUE;
}

/* --- every template --- */

static AdrefYaml *read_values(void)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;
  ck_assert(g_file_get_contents(VALUES, &text, &length, NULL));
  AdrefYaml *yaml = adref_yaml_read(text, length, VALUES, 1, &error);
  ck_assert_no_error(error);
  return yaml;
}

/* The values of the parameters of a template and of what it includes. With `inverted` booleans have
 * the opposite of their default. */
static GHashTable *values_of(AdrefLibrary *library, const AdrefTemplate *template,
                             const AdrefYaml *yaml, gboolean inverted, gboolean *has_boolean)
{
  GHashTable *values =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)adref_value_unref);
  g_autoptr(GPtrArray) closure = adref_library_include_closure(library, template, NULL);
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    for (guint j = 0; j < part->params->len; j++) {
      const AdrefParam *param = part->params->pdata[j];
      const AdrefYaml *node = adref_yaml_get(yaml, param->name);
      g_autoptr(GError) error = NULL;
      if (param->type == ADREF_VALUE_BOOLEAN && inverted)
        g_hash_table_insert(values, param->name,
                            adref_value_new_boolean(!param->default_value ||
                                                    !adref_value_is_true(param->default_value)));
      else if (node)
        g_hash_table_insert(values, param->name,
                            adref_value_read(node, param, adref_library_parties(library), &error));
      ck_assert_no_error(error);
      *has_boolean |= param->type == ADREF_VALUE_BOOLEAN;
    }
  }
  return values;
}

static void append_text(GString *out, AdrefLibrary *library, const char *name, const char *language,
                        const AdrefYaml *yaml)
{
  g_autoptr(GError) error = NULL;
  const AdrefTemplate *template = adref_library_template(library, name, language, &error);
  ck_assert_no_error(error);
  gboolean has_boolean = FALSE;
  for (int inverted = 0; inverted <= has_boolean; inverted++) {
    g_autoptr(GHashTable) values = values_of(library, template, yaml, inverted != 0, &has_boolean);
    g_autoptr(GString) text = adref_render_template(library, template, values, &error);
    ck_assert_msg(text, "%s: %s", name, error ? error->message : "");
    g_strchomp(text->str);
    g_string_append_printf(out, "=== %s (%s)%s\n%s\n", name, language,
                           inverted ? ", other conditions" : "", text->str);
  }
}

START_TEST(each_template_gives_its_text)
{
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(".");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefLibrary) library = adref_library_open(source, &error);
  g_autoptr(AdrefYaml) yaml = read_values();
  g_auto(GStrv) names = adref_library_templates(library, &error);
  g_autoptr(GString) out = g_string_new(NULL);
  g_autofree char *expected = NULL;
  for (char **name = names; *name; name++) {
    g_auto(GStrv) those = adref_library_languages(library, *name, &error);
    ck_assert_msg(has_all(those), "%s", *name);
    for (char **language = those; *language; language++)
      append_text(out, library, *name, *language, yaml);
  }
  ck_assert_uint_ge(g_strv_length(names), 160);
  g_file_get_contents(RESULTS, &expected, NULL, NULL);
  gboolean same = g_strcmp0(expected, out->str) == 0;
  if (!same && g_getenv("ADREF_UPDATE"))
    g_file_set_contents(RESULTS, out->str, (gssize)out->len, NULL);
  ck_assert_msg(same, "texts differ from " RESULTS "; see git diff after ADREF_UPDATE=1");
}
END_TEST

/* The targets of the links of a text, sorted: clauses and parties. */
static char *targets_of(const char *text)
{
  g_autoptr(GRegex) link = g_regex_new("\\]\\(#([^)]*)\\)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func(g_free);
  g_regex_match(link, text, 0, &match);
  for (; g_match_info_matches(match); g_match_info_next(match, NULL))
    g_ptr_array_add(targets, g_match_info_fetch(match, 1));
  g_ptr_array_sort(targets, adref_string_order);
  g_ptr_array_add(targets, NULL);
  return g_strjoinv(" ", (char **)targets->pdata);
}

START_TEST(each_translation_refers_to_the_same)
{
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(".");
  g_autoptr(AdrefLibrary) library = adref_library_open(source, NULL);
  g_auto(GStrv) names = adref_library_templates(library, NULL);
  for (char **name = names; *name; name++) {
    g_auto(GStrv) those = adref_library_languages(library, *name, NULL);
    const AdrefTemplate *original = adref_library_template(library, *name, "en", NULL);
    g_autofree char *expected = targets_of(original->text);
    for (char **language = those; *language; language++) {
      const AdrefTemplate *template = adref_library_template(library, *name, *language, NULL);
      g_autofree char *targets = targets_of(template->text);
      ck_assert_msg(strcmp(expected, targets) == 0, "%s: %s", template->path, targets);
    }
  }
}
END_TEST

START_TEST(has_no_finding)
{
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(".");
  g_autoptr(AdrefLibrary) library = adref_library_open(source, NULL);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  ck_assert(adref_library_check(library, findings, NULL));
  ck_assert_msg(findings->len == 0, "%s", findings->len ? (char *)findings->pdata[0] : "");
}
END_TEST

/* On a page no party has the English name in another language: countries have that of ICU. */
START_TEST(each_party_has_a_name)
{
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(".");
  g_autoptr(AdrefLibrary) library = adref_library_open(source, NULL);
  const GPtrArray *parties = adref_parties_all(adref_library_parties(library));
  for (const AdrefBuiltinWords *table = adref_builtin_words; table->language; table++)
    for (guint i = 0; i < parties->len; i++) {
      const AdrefParty *party = parties->pdata[i];
      g_autofree char *region = adref_region_name(party->code, table->language);
      ck_assert_msg(region || adref_party_is_named(party, table->language), "%s in %s", party->code,
                    table->language);
    }
}
END_TEST

/* --- every outline --- */

/* The files of the repository, and statement.yaml of a statement that is none of them. */
typedef struct {
  AdrefFileSource source;
  AdrefFileSource *files;
  const char *facts;
} FactsSource;

static GBytes *read_file(AdrefFileSource *self, const char *path, gsize limit, GError **error)
{
  const FactsSource *source = (const FactsSource *)self;
  if (strcmp(path, FACTS) == 0)
    return g_bytes_new(source->facts, strlen(source->facts));
  return source->files->read(source->files, path, limit, error);
}

static char **list_files(AdrefFileSource *self, const char *folder, GError **error)
{
  const FactsSource *source = (const FactsSource *)self;
  return source->files->list(source->files, folder, error);
}

/* A meeting that nobody who wrote the library had in mind. */
typedef struct {
  const char *parties, *place, *date, *text, *list, *some;
  gint64 number;
  gboolean boolean;
} Meeting;

static const Meeting meetings[] = {
    {"[AUS, ASEAN]", "{en: Darwin, ja: ダーウィン, th: ดาร์วิน, id: Darwin}", "2031-05-06",
     "{en: Alpha, ja: 甲, th: ก, id: Alfa}",
     "{en: [alpha, beta], ja: [甲, 乙], th: [ก, ข], id: [alfa, beta]}", "[IDN, NZL]", 7, TRUE},
    {"[KOR, IND]", "{en: Busan, ja: 釜山, th: ปูซาน, id: Busan}", "2018-11-12",
     "{en: Gamma, ja: 丙, th: ค, id: Gama}",
     "{en: [gamma, delta], ja: [丙, 丁], th: [ค, ง], id: [gama, delta]}", "[MYS, CHN]", 12, FALSE},
};

/* The same for an outline that is made for some parties: these, then other members. */
static const char *const made_for[][2] = {{"[JPN, ASEAN]", "[JPN, IDN, SGP]"},
                                          {"[G7]", "[CAN, FRA, DEU, ITA, GBR, USA]"}};

static const char *parties_of(const AdrefOutline *outline, gsize meeting)
{
  for (gsize i = 0; outline->parties && i < G_N_ELEMENTS(made_for); i++)
    if (strstr(made_for[i][0], outline->parties[0]))
      return made_for[i][meeting];
  return meetings[meeting].parties;
}

static void append_value(GString *facts, const AdrefParam *param, const Meeting *meeting)
{
  gint64 number = meeting->number;
  if (param->has_min && number < param->min)
    number = param->min;
  g_string_append_printf(facts, "  %s: ", param->name);
  switch (param->type) {
  case ADREF_VALUE_TEXT: g_string_append(facts, meeting->text); break;
  case ADREF_VALUE_INTEGER: g_string_append_printf(facts, "%" G_GINT64_FORMAT, number); break;
  case ADREF_VALUE_DATE: g_string_append(facts, meeting->date); break;
  case ADREF_VALUE_PARTY: g_string_append(facts, "VNM"); break;
  case ADREF_VALUE_PARTIES: g_string_append(facts, meeting->some); break;
  case ADREF_VALUE_LIST: g_string_append(facts, meeting->list); break;
  case ADREF_VALUE_BOOLEAN: g_string_append(facts, meeting->boolean ? "true" : "false"); break;
  case ADREF_VALUE_DECIMAL: g_string_append(facts, "2.5"); break;
  case ADREF_VALUE_MONEY: g_string_append(facts, "USD 7"); break;
  case ADREF_VALUE_RANGE: g_string_append(facts, "5-10"); break;
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_RECORD: ck_abort_msg("%s: no value of this type is tried", param->name); break;
  case ADREF_VALUE_CHOICE: {
    guint last = param->choices->len - 1;
    g_autofree char *words =
        adref_value_print(param->choices->pdata[meeting->boolean ? 0 : last], "", "en");
    g_string_append_printf(facts, "\"%s\"", words);
    break;
  }
  }
  g_string_append_c(facts, '\n');
}

static GString *facts_of(AdrefLibrary *library, const AdrefOutline *outline, gsize number)
{
  const Meeting *meeting = &meetings[number];
  GString *facts = g_string_new(NULL);
  g_autoptr(GPtrArray) params = adref_assembly_questions(library, outline, NULL, NULL, TRUE, NULL);
  g_string_append_printf(
      facts, "outline: %s\nparties: %s\nplace: %s\ndate: %s\nlanguages: [%s]\nvalues:\n",
      outline->name, parties_of(outline, number), meeting->place, meeting->date,
      adref_localized_text_get(outline->title, "th") ? "en, ja, th, id" : "en, ja");
  for (guint i = 0; i < params->len; i++)
    if (!((const AdrefParam *)params->pdata[i])->years_since)
      append_value(facts, params->pdata[i], meeting);
  return facts;
}

/* Markers, too: a negotiating page prints the ids of clauses. */
static void has_none_of(const char *outline, const GString *text, const char *const *words)
{
  for (const char *const *word = words; *word; word++) {
    const char *found = strstr(text->str, *word);
    ck_assert_msg(!found, "%s: \"%s\" in \"%.80s\"", outline, *word, found);
  }
}

static gboolean names_japan(const AdrefOutline *outline)
{
  return outline->parties && strcmp(outline->parties[0], "JPN") == 0;
}

/* Whatever the parties, the place and the year: no word of the summit of 2023. */
START_TEST(an_outline_has_no_fact_of_a_meeting)
{
  static const char *const never[] = {"1973", "2516",   "2023",     "2566",   "Tokyo",
                                      "東京", "โตเกียว", "Ministry", "総務省", NULL};
  static const char *const japan[] = {"Japan", "日本", "ญี่ปุ่น", "Jepang", "JPN", NULL};
  g_autoptr(AdrefFileSource) files = adref_file_source_new_folder(".");
  FactsSource source = {.source = {.read = read_file, .list = list_files}, .files = files};
  g_autoptr(AdrefLibrary) library = adref_library_open(&source.source, NULL);
  g_auto(GStrv) names = adref_library_outlines(library, NULL);
  ck_assert_uint_ge(g_strv_length(names), 8);
  for (char **name = names; *name; name++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(AdrefOutline) outline =
        adref_outline_read(files, *name, adref_library_parties(library), &error);
    ck_assert_no_error(error);
    g_autoptr(GString) facts = facts_of(library, outline, (gsize)_i);
    source.facts = facts->str;
    g_autoptr(AdrefStatement) statement =
        adref_statement_read(&source.source, "any", library, &error);
    ck_assert_no_error(error);
    g_autoptr(AdrefAssembly) assembly = adref_assemble(library, outline, statement, &error);
    ck_assert_msg(assembly, "%s: %s", *name, error ? error->message : "");
    ck_assert_msg(assembly->untranslated->len == 0, "%s",
                  assembly->untranslated->len ? (char *)assembly->untranslated->pdata[0] : "");
    for (char **language = statement->languages; *language; language++) {
      const GString *text = g_hash_table_lookup(assembly->texts, *language);
      has_none_of(*name, text, never);
      if (!names_japan(outline))
        has_none_of(*name, text, japan);
    }
  }
}
END_TEST

TCase *tcase_starter(void)
{
  TCase *tcase = tcase_create("starter");
  tcase_add_test(tcase, each_template_gives_its_text);
  tcase_add_test(tcase, each_translation_refers_to_the_same);
  tcase_add_test(tcase, has_no_finding);
  tcase_add_test(tcase, each_party_has_a_name);
  tcase_add_loop_test(tcase, an_outline_has_no_fact_of_a_meeting, 0, G_N_ELEMENTS(meetings));
  return tcase;
}
