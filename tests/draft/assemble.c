#include "draft/statement/assemble.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

#define CLAUSES "templates/clauses/"
#define OUTLINE "templates/outlines/summit.yaml"
#define FACTS   "statements/one/statement.yaml"

static const char registry[] =
    "parties:\n"
    "  JPN: {short: {en: Japan, ja: 日本}, long: {en: Japan, ja: 日本国}}\n"
    "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
    "groups:\n"
    "  ASEAN: {short: ASEAN, long: ASEAN, members: [THA]}\n";

static Room *room_full(void)
{
  Room *room = room_new();
  room_put(room, "templates/parties.yaml", registry);
  room_put(room, "templates/styles/asean.yaml", "numbers: {single_operative: true}\n");
  room_put(room, CLAUSES "opening/chapeau.md",
           "---\nsummary: Opening\nkind: chapeau\n---\n"
           "The Leaders of {{statement.parties.short}} met in {{statement.place}} on "
           "{{statement.date.long}}.\n");
  room_put(room, CLAUSES "opening/chapeau.ja.md",
           "{{statement.date.long}}、{{statement.place}}。\n");
  room_clause(room, "cyber/training", "{people: {type: integer, min: 1, max: 9999, default: 5000}}",
              "They train {{people}} people, see [paragraph 0](#centre).");
  room_put(room, CLAUSES "cyber/training.ja.md", "{{people}}人。[第0項](#centre)\n");
  room_clause(room, "cyber/centre", "{host: {type: party}}",
              "The centre is in {{host.short}}{{> common/end}}");
  room_put(room, CLAUSES "cyber/centre.ja.md", "{{host.short}}{{> common/end}}\n");
  room_clause(room, "common/end", "{end: {type: text, default: now}}", ", {{end}}.");
  room_put(room, CLAUSES "common/end.ja.md", "、{{end}}。\n");
  room_put(room, OUTLINE,
           "style: asean\n"
           "title: {en: 'Statement on {{occasion}}', ja: '{{occasion}}に関する声明'}\n"
           "params:\n"
           "  occasion: {type: text, question: What is the occasion?}\n"
           "  full: {type: boolean, default: true}\n"
           "clauses:\n"
           "  - template: opening/chapeau\n"
           "  - heading: {en: Cyber, ja: サイバー}\n"
           "  - {template: cyber/training, with: {people: 30}}\n"
           "  - {template: cyber/centre, when: full}\n");
  room_put(room, FACTS,
           "outline: summit\nparties: [JPN, ASEAN]\nplace: {en: Tokyo, ja: 東京}\n"
           "date: 2023-12-17\nlanguages: [en, ja]\n"
           "values: {occasion: '[Trade] *now*', host: THA}\n");
  return room;
}

static AdrefAssembly *assemble(Room *room, GError **error)
{
  AdrefLibrary *library = room_open(room);
  g_autoptr(AdrefStatement) statement = adref_statement_read(room->source, "one", library, error);
  if (!statement)
    return NULL;
  g_autoptr(AdrefOutline) outline =
      adref_outline_read(room->source, statement->outline, adref_library_parties(library), error);
  return outline ? adref_assemble(library, outline, statement, error) : NULL;
}

static const GString *text_of(const AdrefAssembly *assembly, const char *language)
{
  return g_hash_table_lookup(assembly->texts, language);
}

static void refuses(Room *room, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(assemble(room, &error));
  ck_assert_error(error, message);
}

START_TEST(assembles_each_language)
{
  g_autoptr(Room) room = room_full();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(text_of(assembly, "en")->str,
                   "<!-- heading title -->\n"
                   "# Statement on \\[Trade\\] \\*now\\*\n\n"
                   "<!-- chapeau chapeau from=opening/chapeau -->\n"
                   "The Leaders of ASEAN and Japan met in Tokyo on 17 December 2023.\n\n"
                   "<!-- heading cyber -->\n"
                   "## Cyber\n\n"
                   "<!-- op training from=cyber/training -->\n"
                   "They train 30 people, see [paragraph 2](#centre).\n\n"
                   "<!-- op centre from=cyber/centre -->\n"
                   "The centre is in Thailand, now.\n");
  ck_assert_str_eq(text_of(assembly, "ja")->str, "<!-- heading title -->\n"
                                                 "# \\[Trade\\] \\*now\\*に関する声明\n\n"
                                                 "<!-- chapeau chapeau from=opening/chapeau -->\n"
                                                 "2023年12月17日、東京。\n\n"
                                                 "<!-- heading cyber -->\n"
                                                 "## サイバー\n\n"
                                                 "<!-- op training from=cyber/training -->\n"
                                                 "30人。[第2項](#centre)\n\n"
                                                 "<!-- op centre from=cyber/centre -->\n"
                                                 "Thailand、now。\n");
}
END_TEST

START_TEST(same_inputs_same_bytes)
{
  g_autoptr(Room) room = room_full();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) first = assemble(room, &error);
  g_autoptr(AdrefAssembly) second = assemble(room, &error);
  ck_assert_str_eq(first->lock->str, second->lock->str);
  ck_assert(g_string_equal(text_of(first, "ja"), text_of(second, "ja")));
}
END_TEST

START_TEST(what_is_read_again_is_the_same)
{
  g_autoptr(Room) room = room_full();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  const GString *text = text_of(assembly, "en");
  g_autoptr(AdrefNode) read = adref_markdown_read(text->str, text->len, NULL, NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GString) again = adref_canonical(read);
  ck_assert_str_eq(again->str, text->str);
}
END_TEST

START_TEST(the_lock_says_what_it_was_made_from)
{
  g_autoptr(Room) room = room_full();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  const char *lock = assembly->lock->str;
  ck_assert(g_str_has_prefix(lock, "# Written by adref draft; do not edit.\noutline:\n"
                                   "  name: summit\n  blob: "));
  ck_assert_ptr_nonnull(strstr(lock, "  values:\n    occasion: '[Trade] *now*'\n    full: true\n"));
  ck_assert_ptr_nonnull(strstr(lock, "- id: centre\n  template: cyber/centre\n  blobs:\n    en: "));
  ck_assert_ptr_nonnull(strstr(lock, "  partials:\n    common/end:\n      en: "));
  g_autoptr(GHashTable) templates =
      adref_assembly_lock_templates(lock, assembly->lock->len, "lock", NULL);
  ck_assert(g_hash_table_contains(templates, "templates/clauses/cyber/centre.md"));
  ck_assert(g_hash_table_contains(templates, "templates/clauses/common/end.md"));
  ck_assert_ptr_nonnull(strstr(lock, "  values:\n    host: THA\n    end: now\ntexts:\n  en: "));
  const GString *text = text_of(assembly, "ja");
  g_autofree char *expected =
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);
  g_autofree char *hash =
      adref_assembly_lock_text_hash(lock, assembly->lock->len, "lock", "ja", &error);
  ck_assert_str_eq(hash, expected);
  ck_assert_ptr_null(
      adref_assembly_lock_text_hash(lock, assembly->lock->len, "lock", "th", &error));
  ck_assert_no_error(error);
}
END_TEST

START_TEST(when_leaves_out)
{
  g_autoptr(Room) room = room_full();
  room_put(room, FACTS,
           "outline: summit\ntitle: 'A {{b}} [c]'\nparties: [JPN]\nplace: Tokyo\n"
           "date: 2023-12-17\nvalues: {occasion: x, full: false, host: JPN}\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  ck_assert_no_error(error);
  const char *text = text_of(assembly, "en")->str;
  ck_assert(g_str_has_prefix(text, "<!-- heading title -->\n# A {{b}} \\[c\\]\n"));
  ck_assert_ptr_null(strstr(text, "The centre"));
}
END_TEST

/* A title keeps its marks of parties and nothing else; templates print theirs unescaped. */
START_TEST(marks_of_parties_stay)
{
  g_autoptr(Room) room = room_full();
  room_put(room, CLAUSES "opening/chapeau.md",
           "---\nsummary: Opening\nkind: chapeau\n---\n"
           "The Leaders of {{statement.parties.alternat}}; {{statement.parties.hyphenated}}.\n");
  room_put(room, FACTS,
           "outline: summit\ntitle: '[Japan](#JPN)-[A *b*](#ASEAN) [c](#d) [e](x) [f](#G h)'\n"
           "parties: [JPN, THA]\nplace: Tokyo\ndate: 2023-12-17\n"
           "values: {occasion: x, full: false, host: JPN}\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  ck_assert_no_error(error);
  const char *text = text_of(assembly, "en")->str;
  ck_assert(g_str_has_prefix(text, "<!-- heading title -->\n"
                                   "# [Japan](#JPN)-[A \\*b\\*](#ASEAN) \\[c\\](\\#d) "
                                   "\\[e\\](x) \\[f\\](\\#G h)\n"));
  ck_assert_ptr_nonnull(strstr(text, "The Leaders of [Japan](#JPN) and [the Kingdom of "
                                     "Thailand](#THA); [Japan](#JPN)-[Thailand](#THA).\n"));
}
END_TEST

START_TEST(values_are_checked)
{
  g_autoptr(Room) room = room_full();
  room_put(room, FACTS, "outline: summit\nvalues: {host: THA}\n");
  refuses(room, FACTS ":2:9: the value \"occasion\" is missing; " OUTLINE
                      " needs it (text): What is the occasion?");
  room_put(room, FACTS,
           "outline: summit\nplace: x\ndate: 2023-12-17\nparties: [JPN]\n"
           "values: {occasion: x}\n");
  refuses(room,
          FACTS ":5:9: the value \"host\" is missing; " CLAUSES "cyber/centre.md needs it (party)");
  room_put(room, FACTS, "outline: summit\nvalues: {occasion: x, host: THA, hots: JPN}\n");
  refuses(room, FACTS ":2:34: no clause of the outline has a parameter \"hots\"; did you mean "
                      "\"host\"?");
  room_put(room, FACTS, "outline: summit\nvalues: {occasion: x, host: THAI}\n");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(assemble(room, &error));
  ck_assert(g_str_has_prefix(error->message, FACTS ":2:29: "));
}
END_TEST

START_TEST(facts_are_not_invented)
{
  g_autoptr(Room) room = room_full();
  room_put(room, FACTS,
           "outline: summit\nparties: [JPN]\ndate: 2023-12-17\n"
           "values: {occasion: x, host: THA}\n");
  refuses(room, CLAUSES "opening/chapeau.md: prints the place of the statement, which has none; "
                        "set it in statement.yaml");
}
END_TEST

START_TEST(languages_are_complete)
{
  g_autoptr(Room) room = room_full();
  room_put(room, FACTS,
           "outline: summit\ntitle: {en: x}\nparties: [JPN]\nplace: x\ndate: 2023-12-17\n"
           "languages: [en, ja]\nvalues: {occasion: x, host: THA}\n");
  refuses(room, FACTS ":2:8: there are no words in the language \"ja\"");
  room_put(room, FACTS, "outline: summit\nlanguages: [en, th]\nvalues: {occasion: x, host: THA}\n");
  refuses(room, OUTLINE ":7:5: the clause template \"opening/chapeau\" has no text in the "
                        "language \"th\"; " CLAUSES "opening/chapeau.th.md is expected");
}
END_TEST

static void room_single(Room *room, const char *params, const char *body)
{
  room_clause(room, "a", params, body);
  room_put(room, OUTLINE, "title: x\nclauses: [{template: a}]\n");
  room_put(room, FACTS, "outline: summit\n");
}

START_TEST(a_template_gives_one_clause)
{
  g_autoptr(Room) room = room_new();
  room_single(room, "{}", "One.\n\n<!-- op sneaky -->\nTwo.");
  refuses(room,
          CLAUSES "a.md: the text contains the marker of a clause; the text of a template is one "
                  "clause and adref writes its marker");
  room_single(room, "{}", "# One");
  refuses(room, CLAUSES
          "a.md: the text contains a heading; headings are in the outline, or first in an annex");
  room_single(room, "{x: {type: boolean, default: false}}", "{{#x}}One.{{/x}}");
  refuses(room, CLAUSES "a.md: the text is empty with these values");
}
END_TEST

START_TEST(names_mean_something)
{
  g_autoptr(Room) room = room_new();
  room_single(room, "{people: {type: integer, default: 1}}", "One {{peple}}.");
  refuses(room,
          CLAUSES "a.md:6:5: \"peple\" is neither a parameter nor a fact of the statement; did "
                  "you mean \"people\"?");
  room_single(room, "{people: {type: integer, default: 1}}", "One {{people.long}}.");
  refuses(room, CLAUSES "a.md:6:5: \"people\" (of type integer) has no form \"long\"; did you "
                        "mean \"one\"?");
}
END_TEST

/* The title as its words, without marks; of the outline, or of the statement. */
START_TEST(the_title_is_a_fact)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  room_single(room, "{}", "This is {{statement.title}}.");
  room_put(room, OUTLINE, "title: On *Trade*\nclauses: [{template: a}]\n");
  g_autoptr(AdrefAssembly) outline = assemble(room, &error);
  ck_assert_no_error(error);
  ck_assert(strstr(text_of(outline, "en")->str, "This is On Trade."));
  room_put(room, FACTS, "outline: summit\ntitle: Tokyo Vision\n");
  g_autoptr(AdrefAssembly) own = assemble(room, &error);
  ck_assert_no_error(error);
  ck_assert(strstr(text_of(own, "en")->str, "This is Tokyo Vision."));
}
END_TEST

START_TEST(partials_end)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  room_single(room, "{}", "One {{> a}}");
  ck_assert_ptr_null(assemble(room, &error));
  ck_assert(g_str_has_prefix(error->message, CLAUSES "a.md:6:5: "));
  g_clear_error(&error);
  room_single(room, "{}", "One {{> nowhere}}");
  refuses(room,
          CLAUSES "a.md:6:5: there is no clause template \"nowhere\" (" CLAUSES "nowhere.md)");
  room_single(room, "{}", "One {{> ../../../etc/x}}");
  refuses(room, CLAUSES "a.md:6:5: \"../../../etc/x\" cannot be the name of a clause template; "
                        "allowed are clause names joined by /, such as cyber/private-sector");
}
END_TEST

START_TEST(with_is_checked)
{
  g_autoptr(Room) room = room_new();
  room_single(room, "{people: {type: integer, default: 1, max: 5}}", "One {{people}}.");
  room_put(room, OUTLINE, "title: x\nclauses: [{template: a, with: {poeple: 2}}]\n");
  refuses(room, OUTLINE ":2:32: \"poeple\" is not a parameter of the template \"a\"; did you mean "
                        "\"people\"?");
  room_put(room, OUTLINE, "title: x\nclauses: [{template: a, with: {people: 6}}]\n");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(assemble(room, &error));
  ck_assert(g_str_has_prefix(error->message, OUTLINE ":2:40: "));
}
END_TEST

/* The years from a year of the facts to the date of the statement, where the bounds allow them. */
START_TEST(years_since_a_year_are_derived)
{
  static const struct {
    const char *since, *words; /* NULL: none are derived */
  } cases[] = {{"1973", "For 50 years."},
               {"2021-06-30", "For 2 years."},
               {"1972", NULL},
               {"2022", NULL},
               {"2024", NULL},
               {"2073", NULL}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(Room) room = room_new();
    const char *type = strchr(cases[i].since, '-') ? "date" : "integer";
    g_autofree char *params = g_strdup_printf(
        "{since: {type: %s}, years: {type: integer, min: 2, max: 50, years_since: since}}", type);
    room_single(room, params, "For {{years}} years.");
    g_autofree char *facts =
        g_strdup_printf("outline: summit\ndate: 2023-12-17\nvalues: {since: %s}\n", cases[i].since);
    room_put(room, FACTS, facts);
    g_autoptr(GError) error = NULL;
    g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
    ck_assert_msg((assembly != NULL) == (cases[i].words != NULL), "%s", cases[i].since);
    if (assembly)
      ck_assert_ptr_nonnull(strstr(text_of(assembly, "en")->str, cases[i].words));
    else
      ck_assert_ptr_nonnull(strstr(error->message, "the value \"years\" is missing"));
  }
}
END_TEST

START_TEST(values_never_become_markup)
{
  g_autoptr(Room) room = room_new();
  room_single(room, "{x: {type: text}}", "{{x}}");
  room_put(room, FACTS,
           "outline: summit\nvalues: {x: \"# [a / b](#c) <!-- op y --> \\n\\n- *z* | <b>\"}\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefAssembly) assembly = assemble(room, &error);
  ck_assert_no_error(error);
  const GString *text = text_of(assembly, "en");
  g_autoptr(AdrefNode) read = adref_markdown_read(text->str, text->len, NULL, NULL, &error);
  const AdrefNode *clause = read->last;
  ck_assert_str_eq(clause->as.clause->id, "a");
  ck_assert_ptr_eq(clause->first, clause->last);
  ck_assert_int_eq(clause->first->type, ADREF_PARAGRAPH);
  ck_assert_int_eq(clause->first->first->type, ADREF_TEXT);
  ck_assert_ptr_eq(clause->first->first, clause->first->last);
}
END_TEST

static char *questions(Room *room, const char *values, gboolean all)
{
  AdrefLibrary *library = room_open(room);
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefOutline) outline =
      adref_outline_read(room->source, "summit", adref_library_parties(library), &error);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(values, strlen(values), "v", 1, &error);
  g_autoptr(GPtrArray) params = adref_assembly_questions(library, outline, yaml, NULL, all, &error);
  ck_assert_no_error(error);
  GString *names = g_string_new(NULL);
  for (guint i = 0; i < params->len; i++)
    g_string_append_printf(names, "%s%s", i ? " " : "", ((AdrefParam *)params->pdata[i])->name);
  return g_string_free(names, FALSE);
}

START_TEST(asks_what_is_missing)
{
  g_autoptr(Room) room = room_full();
  g_autofree char *missing = questions(room, "{}", FALSE);
  ck_assert_str_eq(missing, "occasion host");
  g_autofree char *all = questions(room, "{}", TRUE);
  ck_assert_str_eq(all, "occasion full host end");
  g_autofree char *rest = questions(room, "{occasion: x}", FALSE);
  ck_assert_str_eq(rest, "host");
  g_autofree char *none = questions(room, "{occasion: x, full: false}", FALSE);
  ck_assert_str_eq(none, "");
}
END_TEST

START_TEST(renders_one_template)
{
  g_autoptr(Room) room = room_full();
  AdrefLibrary *library = room_open(room);
  g_autoptr(GError) error = NULL;
  const AdrefTemplate *chapeau = adref_library_template(library, "opening/chapeau", "en", &error);
  g_autoptr(GString) text = adref_render_template(library, chapeau, NULL, &error);
  ck_assert_no_error(error);
  g_strchomp(text->str);
  ck_assert_str_eq(text->str, "The Leaders of ASEAN and Japan met in Tokyo on 17 December 2023.");
  const AdrefTemplate *centre = adref_library_template(library, "cyber/centre", "en", &error);
  ck_assert_ptr_null(adref_render_template(library, centre, NULL, &error));
  ck_assert_error(error,
                  "the value \"host\" is missing; " CLAUSES "cyber/centre.md needs it (party)");
}
END_TEST

TCase *tcase_assemble(void)
{
  TCase *tcase = tcase_create("assemble");
  tcase_add_test(tcase, assembles_each_language);
  tcase_add_test(tcase, same_inputs_same_bytes);
  tcase_add_test(tcase, what_is_read_again_is_the_same);
  tcase_add_test(tcase, the_lock_says_what_it_was_made_from);
  tcase_add_test(tcase, when_leaves_out);
  tcase_add_test(tcase, marks_of_parties_stay);
  tcase_add_test(tcase, values_are_checked);
  tcase_add_test(tcase, facts_are_not_invented);
  tcase_add_test(tcase, languages_are_complete);
  tcase_add_test(tcase, a_template_gives_one_clause);
  tcase_add_test(tcase, names_mean_something);
  tcase_add_test(tcase, the_title_is_a_fact);
  tcase_add_test(tcase, partials_end);
  tcase_add_test(tcase, with_is_checked);
  tcase_add_test(tcase, years_since_a_year_are_derived);
  tcase_add_test(tcase, values_never_become_markup);
  tcase_add_test(tcase, asks_what_is_missing);
  tcase_add_test(tcase, renders_one_template);
  return tcase;
}
