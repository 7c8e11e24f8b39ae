#include "draft/library/abbreviations.h"

#include "draft/cases.h"
#include "draft/room.h"
#include "draft/statement/assemble.h"
#include "suite.h"

#define FACTS   "statements/one/statement.yaml"
#define OUTLINE "templates/outlines/o.yaml"
#define CLAUSES "templates/clauses/"

static const char table[] =
    "abbreviations:\n"
    "  WTO: {long: {en: World Trade Organization, ja: 世界貿易機関, th: องค์การการค้าโลก}}\n"
    "  AHA: {long: {en: A Centre, ja: 甲センター}, short: {en: AHA Centre, ja: 甲センター}}\n"
    "  ADMM-Plus: {long: {en: 'Ministers'' *Meeting*-Plus'}}\n";

static Room *room_with(const char *abbreviations)
{
  Room *room = room_new();
  room_put(room, "templates/parties.yaml", "parties:\n  JPN: {short: Japan}\n");
  if (abbreviations)
    room_put(room, ADREF_ABBREVIATIONS_PATH, abbreviations);
  room_clause(room, "a/one", "{}", "One {{abbreviation.WTO}}, the {{abbreviation.AHA}}.");
  room_clause(room, "a/two", "{}", "Two {{abbreviation.WTO}}, the {{abbreviation.AHA}}.");
  room_put(room, CLAUSES "a/one.ja.md", "一、{{abbreviation.WTO}}、{{abbreviation.AHA}}。\n");
  room_put(room, CLAUSES "a/two.ja.md", "二、{{abbreviation.WTO}}、{{abbreviation.AHA}}。\n");
  return room;
}

static void put_statement(Room *room, const char *clauses, const char *languages)
{
  g_autofree char *outline =
      g_strdup_printf("title: '{{abbreviation.WTO}}'\nclauses:\n"
                      "  - heading: '{{abbreviation.WTO}} and {{abbreviation.WTO.short}}'\n%s"
                      "summary: x\n",
                      clauses);
  g_autofree char *facts =
      g_strdup_printf("outline: o\nparties: [JPN]\ndate: 2023-12-17\nlanguages: [%s]\n", languages);
  room_put(room, OUTLINE, outline);
  room_put(room, FACTS, facts);
}

static AdrefAssembly *assemble(Room *room, GError **error)
{
  AdrefLibrary *library = room_open(room);
  g_autoptr(AdrefStatement) statement = adref_statement_read(room->source, "one", library, error);
  g_autoptr(AdrefOutline) outline =
      statement ? adref_outline_read(room->source, "o", adref_library_parties(library), error)
                : NULL;
  return outline ? adref_assemble(library, outline, statement, error) : NULL;
}

/* The lines of the text without its markers, joined with " | ". */
static char *lines_of(const AdrefAssembly *assembly, const char *language)
{
  const GString *text = g_hash_table_lookup(assembly->texts, language);
  g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
  g_autoptr(GString) out = g_string_new(NULL);
  for (char **line = lines; *line; line++)
    if (**line && !g_str_has_prefix(*line, "<!--"))
      g_string_append_printf(out, "%s%s", out->len ? " | " : "", *line);
  return g_strdup(out->str);
}

static void gives(Room *room, const char *language, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  ck_assert_no_error(error);
  g_autofree char *lines = lines_of(assembly, language);
  ck_assert_str_eq(lines, expected);
}

START_TEST(a_name_is_introduced_once)
{
  g_autoptr(Room) room = room_with(table);
  put_statement(room, "  - template: a/one\n  - template: a/two\n", "en, ja");
  gives(room, "en",
        "# World Trade Organization | ## World Trade Organization and WTO | "
        "One World Trade Organization (WTO), the A Centre (AHA Centre). | "
        "Two WTO, the AHA Centre.");
  gives(room, "ja",
        "# 世界貿易機関 | ## 世界貿易機関 and WTO | 一、世界貿易機関（WTO）、甲センター。 | "
        "二、WTO、甲センター。");
}
END_TEST

START_TEST(the_order_is_that_of_the_outline)
{
  g_autoptr(Room) room = room_with(table);
  put_statement(room, "  - template: a/two\n  - template: a/one\n", "en, ja");
  gives(room, "en",
        "# World Trade Organization | ## World Trade Organization and WTO | "
        "Two World Trade Organization (WTO), the A Centre (AHA Centre). | "
        "One WTO, the AHA Centre.");
  put_statement(room, "  - template: a/one\n", "en, ja");
  gives(room, "en",
        "# World Trade Organization | ## World Trade Organization and WTO | "
        "One World Trade Organization (WTO), the A Centre (AHA Centre).");
}
END_TEST

/* What a section does not show introduces nothing; a loop introduces once; a partial counts. */
START_TEST(what_is_printed_counts)
{
  g_autoptr(Room) room = room_with(table);
  room_clause(
      room, "a/one", "{no: {type: boolean, default: false}, xs: {type: list, default: [a, b]}}",
      "{{#no}}{{abbreviation.WTO}}{{/no}}x{{#xs}} {{.}} {{abbreviation.WTO}}{{/xs}} {{> a/two}}");
  put_statement(room, "  - template: a/one\n", "en");
  gives(room, "en",
        "# World Trade Organization | ## World Trade Organization and WTO | "
        "x a World Trade Organization (WTO) b WTO Two WTO, the A Centre (AHA Centre).");
}
END_TEST

START_TEST(long_and_short_stand_anywhere)
{
  g_autoptr(Room) room = room_with(table);
  room_clause(room, "a/one", "{}",
              "{{abbreviation.WTO.short}}, {{abbreviation.WTO.long}}, {{abbreviation.WTO}}, "
              "{{abbreviation.ADMM-Plus}}.");
  put_statement(room, "  - template: a/one\n", "en");
  gives(room, "en",
        "# World Trade Organization | ## World Trade Organization and WTO | "
        "WTO, World Trade Organization, World Trade Organization (WTO), Ministers' "
        "\\*Meeting\\*-Plus (ADMM-Plus).");
}
END_TEST

START_TEST(words_of_another_language_are_said)
{
  g_autoptr(Room) room = room_with(table);
  room_put(room, CLAUSES "a/one.ja.md", "{{abbreviation.ADMM-Plus}}。\n");
  put_statement(room, "  - template: a/one\n", "en, ja");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(assembly->untranslated->len, 1);
  ck_assert_str_eq(assembly->untranslated->pdata[0],
                   "templates/abbreviations.yaml:4:3: warning: \"ADMM-Plus\" has no words in "
                   "\"ja\"; the words in \"en\" are printed");
  AdrefLibrary *library = room->library;
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  ck_assert(adref_library_check(library, findings, NULL));
  ck_assert_uint_eq(findings->len, 1);
  ck_assert_str_eq(findings->pdata[0],
                   "templates/abbreviations.yaml:4:3: the abbreviation \"ADMM-Plus\" has no words "
                   "in \"ja\", but a text in that language prints it");
}
END_TEST

static const struct {
  const char *table, *body, *message;
} refused[] = {
    {"abbreviations: {A B: {long: x}}", "x",
     "templates/abbreviations.yaml:1:17: \"A B\" is no key of an abbreviation; allowed are a "
     "letter, then letters, digits and -, up to 100 in all"},
    {"abbreviations: {WTO: {short: x}}", "x",
     "templates/abbreviations.yaml:1:17: \"WTO\" needs its full name: long: {en: ..., ja: ...}"},
    {"abbreviations: {WTO: {long: x, later: y}}", "x",
     "templates/abbreviations.yaml:1:32: an abbreviation has no key \"later\"; allowed are "
     "long, short"},
    {"abbreviations: [WTO]", "x",
     "templates/abbreviations.yaml:1:16: abbreviations needs a map: a key and its names, such as "
     "WTO: {long: the World Trade Organization}"},
    {"WTO: x", "x",
     "templates/abbreviations.yaml:1:1: the table of abbreviations has no key \"WTO\"; "
     "allowed are abbreviations"},
    {"abbreviations: {WTO: {long: x}}", "{{abbreviation.WTA}}",
     "templates/clauses/a/one.md:6:1: \"abbreviation\" has no entry in "
     "templates/abbreviations.yaml: \"WTA\"; did you mean \"WTO\"?"},
    {"abbreviations: {WTO: {long: x}}", "{{abbreviation.WTO.later}}",
     "templates/clauses/a/one.md:6:1: \"abbreviation.WTO\" has no form \"later\"; allowed are "
     "long, "
     "short"},
    {"abbreviations: {WTO: {long: x}}", "{{abbreviation}}",
     "templates/clauses/a/one.md:6:1: \"abbreviation\" prints nothing by itself; allowed after it "
     "are WTO"},
};

static void refuses(const char *message, const GPtrArray *findings)
{
  ck_assert_uint_eq(findings->len, 1);
  ck_assert_str_eq(findings->pdata[0], message);
}

START_TEST(a_mistake_is_named)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  room_put(room, "templates/parties.yaml", "parties:\n  JPN: {short: Japan}\n");
  room_put(room, ADREF_ABBREVIATIONS_PATH, refused[_i].table);
  room_clause(room, "a/one", "{}", refused[_i].body);
  ck_assert(adref_library_check(room_open(room), findings, NULL));
  refuses(refused[_i].message, findings);
}
END_TEST

/* Without the table a tag is an error; without a tag nobody misses it. */
START_TEST(the_table_may_be_missing)
{
  g_autoptr(Room) room = room_with(NULL);
  g_autoptr(GError) error = NULL;
  put_statement(room, "  - template: a/one\n", "en");
  ck_assert_ptr_null(assemble(room, &error));
  ck_assert_error(error, "templates/outlines/o.yaml:1:1: \"abbreviation\" has no entry in "
                         "templates/abbreviations.yaml: \"WTO\"; there is none");
}
END_TEST

START_TEST(the_name_is_no_parameter)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  room_put(room, "templates/parties.yaml", "parties:\n  JPN: {short: Japan}\n");
  room_clause(room, "a/one", "{abbreviation: {type: text}}", "x");
  ck_assert_ptr_null(adref_library_template(room_open(room), "a/one", "en", &error));
  ck_assert_error(error, "templates/clauses/a/one.md:4:10: \"abbreviation\" holds the names of "
                         "templates/abbreviations.yaml; a parameter needs another name");
}
END_TEST

/* A field of records is another thing, whatever the table has. */
START_TEST(a_field_may_have_the_name)
{
  g_autoptr(Room) room = room_with(table);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  room_clause(room, "a/one", "{rows: {type: records, fields: {abbreviation: {type: party}}}}",
              "{{#rows}}{{abbreviation.short}}{{/rows}}");
  room_clause(room, "a/two", "{}", "x");
  ck_assert(adref_library_check(room_open(room), findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    ck_assert_ptr_null(strstr(findings->pdata[i], "a/one"));
}
END_TEST

/* A key has at most 100 letters. */
START_TEST(a_key_has_a_limit)
{
  for (guint length = 100; length <= 101; length++) {
    g_autoptr(Room) room = room_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *key = g_strnfill(length, 'A');
    g_autofree char *text = g_strdup_printf("abbreviations: {%s: {long: x}}", key);
    room_put(room, "templates/parties.yaml", "parties:\n  JPN: {short: Japan}\n");
    room_put(room, ADREF_ABBREVIATIONS_PATH, text);
    const AdrefAbbreviations *read = adref_library_abbreviations(room_open(room), &error);
    ck_assert_int_eq(read != NULL, length == 100);
    ck_assert(read || strstr(error->message, "up to 100 in all"));
  }
}
END_TEST

TCase *tcase_abbreviations(void)
{
  TCase *tcase = tcase_create("abbreviations");
  tcase_add_test(tcase, a_name_is_introduced_once);
  tcase_add_test(tcase, the_order_is_that_of_the_outline);
  tcase_add_test(tcase, what_is_printed_counts);
  tcase_add_test(tcase, long_and_short_stand_anywhere);
  tcase_add_test(tcase, words_of_another_language_are_said);
  tcase_add_loop_test(tcase, a_mistake_is_named, 0, G_N_ELEMENTS(refused));
  tcase_add_test(tcase, the_table_may_be_missing);
  tcase_add_test(tcase, the_name_is_no_parameter);
  tcase_add_test(tcase, a_field_may_have_the_name);
  tcase_add_test(tcase, a_key_has_a_limit);
  return tcase;
}
