#include "draft/library/library.h"

#include <string.h>

#include "draft/cases.h"
#include "draft/room.h"
#include "draft/statement/house_style.h"
#include "suite.h"

#define CLAUSES "templates/clauses/"
#define OUTLINE "templates/outlines/o.yaml"

/* The findings, one a line. */
static char *check(Room *room)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  ck_assert(adref_library_check(room_open(room), findings, &error));
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf(all, "%s\n", (char *)findings->pdata[i]);
  return g_string_free(all, FALSE);
}

static void finds(Room *room, const char *expected)
{
  g_autofree char *findings = check(room);
  ck_assert_str_eq(findings, expected);
}

START_TEST(lists)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "b/two", "{}", "x");
  room_clause(room, "a/one", "{}", "x");
  room_put(room, CLAUSES "b/two.ja.md", "x");
  room_put(room, CLAUSES "b/two.ar.md", "x");
  room_put(room, CLAUSES "b/two.zh.md", "x");
  room_put(room, "templates/outlines/o.yaml", "");
  room_put(room, "templates/styles/un.yaml", "");
  AdrefLibrary *library = room_open(room);
  g_auto(GStrv) names = adref_library_templates(library, NULL);
  g_auto(GStrv) languages = adref_library_languages(library, "b/two", NULL);
  g_auto(GStrv) outlines = adref_library_outlines(library, NULL);
  g_auto(GStrv) styles = adref_library_styles(library, NULL);
  g_autofree char *all = g_strjoinv(" ", names), *spoken = g_strjoinv(" ", languages);
  ck_assert_str_eq(all, "a/one b/two");
  ck_assert_str_eq(spoken, "en ar ja zh");
  ck_assert_str_eq(outlines[0], "o");
  ck_assert_str_eq(styles[0], "un");
}
END_TEST

START_TEST(templates_are_read_once)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a/one", "{}", "x");
  AdrefLibrary *library = room_open(room);
  const AdrefTemplate *first = adref_library_template(library, "a/one", "en", NULL);
  ck_assert_ptr_nonnull(first);
  ck_assert_ptr_eq(adref_library_template(library, "a/one", "en", NULL), first);
}
END_TEST

/* The registry is that of the other library only where its bytes are. */
START_TEST(the_same_registry_is_read_once)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/parties.yaml", "parties: {JPN: {short: Japan, long: Japan}}\n");
  AdrefLibrary *library = room_open(room);
  AdrefFileSource *source = adref_library_source(library);
  g_autoptr(AdrefLibrary) same = adref_library_open_like(source, library, NULL);
  ck_assert_ptr_eq(adref_library_parties(same), adref_library_parties(library));
  room_put(room, "templates/parties.yaml", "parties: {THA: {short: Thailand, long: Thailand}}\n");
  g_autoptr(AdrefLibrary) other = adref_library_open_like(source, library, NULL);
  ck_assert_ptr_null(adref_parties_get(adref_library_parties(other), "JPN"));
  ck_assert_ptr_nonnull(adref_parties_get(adref_library_parties(other), "THA"));
}
END_TEST

START_TEST(missing_templates)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a/one", "{}", "x");
  AdrefLibrary *library = room_open(room);
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_library_template(library, "a/on", "en", &error));
  ck_assert_error(error,
                  "there is no clause template \"a/on\" (templates/clauses/a/on.md); did you "
                  "mean \"a/one\"?");
  ck_assert_ptr_null(adref_library_template(library, "a/one", "ja", &error));
  ck_assert_error(error, "the clause template \"a/one\" has no text in the language \"ja\"; "
                         "templates/clauses/a/one.ja.md is expected");
  ck_assert_ptr_null(adref_library_template(library, "../a", "en", &error));
  ck_assert_error(error, "\"../a\" cannot be the name of a clause template; allowed are clause "
                         "names joined by /, such as cyber/private-sector");
}
END_TEST

START_TEST(links_do_not_lead_out)
{
  g_autoptr(Room) room = room_new();
  room_link(room, CLAUSES "x.md", "/etc/passwd");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_library_template(room_open(room), "x", "en", &error));
  ck_assert_error(error, CLAUSES "x.md: is a symbolic link that leads out of the workspace");
  finds(room, CLAUSES "x.md: is a symbolic link that leads out of the workspace\n");
}
END_TEST

START_TEST(styles)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/styles/un.yaml", "numbers: {operative: false}\n");
  room_put(room, "templates/styles/bad.yaml", "numbers: {operativ: false}\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefHouseStyle) house = adref_house_style_read(room->source, "un", &error);
  ck_assert_ptr_nonnull(house);
  ck_assert(!house->numbering.operative);
  ck_assert(house->numbering.preambular);
  ck_assert_ptr_null(adref_house_style_read(room->source, "bad", &error));
  ck_assert(g_str_has_prefix(error->message, "templates/styles/bad.yaml:1:11: "));
  g_clear_error(&error);
  ck_assert_ptr_null(adref_house_style_read(room->source, "u", &error));
  ck_assert_error(error, "there is no style \"u\"; did you mean \"un\"?");
}
END_TEST

START_TEST(a_good_library_has_no_findings)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/parties.yaml",
           "parties:\n  JPN: {short: Japan, long: Japan}\n  THA: {short: Thailand, long: T}\n");
  room_clause(room, "a/one",
              "{n: {type: integer}, on: {type: date}, who: {type: parties}, "
              "how: {type: choice, choices: [in person, virtual]}, all: {type: list}, "
              "yes: {type: boolean}}",
              "{{n.words}} {{on.long}} {{who.list}} {{#who}}{{short}}{{/who}} "
              "{{#how.is.in_person}}{{how}}{{/how.is.in_person}} {{#all}}{{.}}{{/all}} "
              "{{^yes}}{{statement.date.year}}{{/yes}} {{occasion}} [paragraph 0](#two) "
              "{{> a/part}}");
  room_clause(room, "a/part", "{host: {type: party}}", "{{host.short}} {{n}}");
  room_clause(room, "a/two", "{}", "Two.");
  room_put(room, OUTLINE,
           "summary: x\ntitle: 'On {{occasion}}'\nparams: {occasion: {type: text}, two: {type: "
           "boolean}}\n"
           "clauses:\n  - {template: a/one, with: {n: 3, host: JPN}}\n"
           "  - {template: a/two, when: two}\n");
  finds(room, "");
}
END_TEST

START_TEST(finds_names)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{people: {type: integer}}",
              "{{peple}}\n{{people.word}}\n{{statement.dat}}\n{{.}}");
  room_clause(room, "b", "{ok: {type: boolean}, how: {type: choice, choices: [one, two]}}",
              "{{ok}}\n{{how.is}}\n{{#how.is.three}}x{{/how.is.three}}\n{{statement}}");
  finds(room, CLAUSES
        "a.md:6:1: \"peple\" is neither a parameter nor a fact of the statement; did you mean "
        "\"people\"?\n" CLAUSES
        "a.md:7:1: \"people\" (of type integer) has no form \"word\"; did you mean "
        "\"words\"?\n" CLAUSES
        "a.md:8:1: \"statement\" has no fact \"dat\"; did you mean \"date\"?\n" CLAUSES
        "a.md:9:1: {{.}} is allowed only inside a section of a list\n" CLAUSES
        "b.md:6:1: \"ok\" is true or false and prints nothing; use it as {{#ok}} ... "
        "{{/ok}}\n" CLAUSES
        "b.md:7:1: \"how.is\" prints nothing by itself; allowed after it are one, two\n" CLAUSES
        "b.md:8:1: \"how.is\" has no choice \"three\"; allowed are one, two\n" CLAUSES
        "b.md:9:1: \"statement\" prints nothing by itself; allowed after it are title, id, place, "
        "date, parties, language, members, countries\n");
}
END_TEST

START_TEST(finds_unused_and_contradicting_parameters)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{n: {type: integer}, unused: {type: text}}", "{{n}}");
  room_clause(room, "b", "{n: {type: text}}", "{{n}}");
  room_put(room, OUTLINE,
           "summary: x\ntitle: x\nparams: {idle: {type: text}}\n"
           "clauses: [{template: a}, {template: b}]\n");
  finds(room, CLAUSES
        "a.md:4:30: the parameter \"unused\" is never used; use it or remove it\n" CLAUSES
        "b.md:4:10: the parameter \"n\" is of type text here and of type integer in " CLAUSES
        "a.md:4; one name is one value of a statement\n" OUTLINE
        ":3:10: the parameter \"idle\" is never used; use it or remove it\n");
}
END_TEST

START_TEST(finds_partials)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{}", "x {{> b}}");
  room_clause(room, "b", "{}", "x {{> c}}");
  room_clause(room, "c", "{}", "x {{> a}}");
  room_clause(room, "d", "{}", "x {{> nowhere}} {{> ../../x}}");
  room_clause(room, "e", "{}", "{{> f}}");
  room_clause(room, "f", "{}", "{{lost}}");
  room_clause(room, "g", "{}", "x {{> g}}");
  finds(room, CLAUSES
        "a.md:6:3: the partial \"b\" includes this template again; a template may include others "
        "only\n" CLAUSES "b.md:6:3: the partial \"c\" includes this template again; a template may "
        "include others only\n" CLAUSES
        "c.md:6:3: the partial \"a\" includes this template again; a template may include others "
        "only\n" CLAUSES
        "d.md:6:3: there is no clause template \"nowhere\" (templates/clauses/nowhere.md)\n" CLAUSES
        "g.md:6:3: the partial \"g\" includes this template again; a template may include others "
        "only\n" CLAUSES
        "f.md:6:1: \"lost\" is neither a parameter nor a fact of the statement; allowed are "
        "statement\n");
}
END_TEST

START_TEST(finds_text_that_is_not_a_clause)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{}", "One.\n\n## Two");
  room_clause(room, "b", "{}", "<!-- op x -->\nOne.");
  room_put(room, CLAUSES "c.md", "---\nsummary: x\nkind: annex\n---\n## Annex\n\nWords.\n");
  room_put(room, CLAUSES "d.ja.md", "x\n");
  room_put(room, CLAUSES "Bad Name.md", "x\n");
  finds(room, CLAUSES
        "Bad Name.md: not a name of a template; allowed are topic/name.md and topic/name.ja.md in "
        "small letters, digits and -, beginning with a letter or digit\n" CLAUSES
        "a.md:8:1: a heading; headings are in the outline, or first in an annex\n" CLAUSES
        "b.md:6:1: the marker of a clause; the text of a template is one clause and adref writes "
        "its marker\n" CLAUSES
        "d.ja.md: there is no clause template \"d\" (templates/clauses/d.md); did you mean "
        "\"a\"?\n");
}
END_TEST

START_TEST(finds_brackets_without_their_other_half)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{}", "One [shall / should act.");
  room_clause(room, "b", "{}", "One\n\nshall] act \\[here.");
  room_clause(room, "c", "{y: {type: boolean, default: true}}", "{{#y}}[{{/y}}shall{{#y}}]{{/y}}");
  room_clause(room, "d", "{}", "One [shall / should] act.");
  finds(room, CLAUSES
        "a.md:6:5: a square bracket without its other half; write \\[ or \\] for a letter\n" CLAUSES
        "b.md:8:6: a square bracket without its other half; write \\[ or \\] for a letter\n");
}
END_TEST

START_TEST(finds_in_outlines)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{people: {type: integer, max: 9}}", "{{people}} [paragraph 0](#gone)");
  room_put(room, OUTLINE,
           "title: '{{occassion}}'\n"
           "style: asen\n"
           "summary: x\n"
           "clauses:\n"
           "  - {template: a, with: {peple: 1}}\n"
           "  - {template: a, id: b, with: {people: 10}}\n"
           "  - {template: missing}\n");
  room_put(room, "templates/styles/asean.yaml", "summary: x\n");
  room_put(room, "templates/outlines/p.yaml", "title: x\n");
  g_autofree char *findings = check(room);
  g_auto(GStrv) lines = g_strsplit(findings, "\n", -1);
  ck_assert_str_eq(lines[0], OUTLINE ":2:8: there is no style \"asen\"; did you mean \"asean\"?");
  ck_assert_str_eq(lines[1], OUTLINE ":1:1: \"occassion\" is neither a parameter nor a fact of the "
                                     "statement; allowed are statement");
  ck_assert_str_eq(lines[2], OUTLINE ":5:26: \"peple\" is not a parameter of the template \"a\"; "
                                     "did you mean \"people\"?");
  ck_assert(g_str_has_prefix(lines[3], OUTLINE ":6:"));
  ck_assert_str_eq(lines[4], OUTLINE ":7:5: there is no clause template \"missing\" "
                                     "(templates/clauses/missing.md)");
  ck_assert_str_eq(lines[5], "templates/outlines/p.yaml:1:1: an outline needs clauses: a list of "
                             "templates and headings");
  ck_assert_str_eq(lines[6], CLAUSES "a.md:6:27: the reference leads to the clause \"gone\", which "
                                     "no outline with this template has");
  ck_assert_str_eq(lines[7], "");
}
END_TEST

START_TEST(finds_what_has_no_summary)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{}", "x");
  room_put(room, OUTLINE, "title: x\nclauses: [{template: a}]\n");
  room_put(room, "templates/styles/s.yaml", "numbers: {operative: true}\n");
  room_put(room, "templates/styles/t.yaml", "summary: x\n");
  finds(room,
        "templates/styles/s.yaml: the style \"s\" has no summary: one line for lists\n" OUTLINE
        ": the outline \"o\" has no summary: one line for lists\n");
}
END_TEST

/* A language of the title or of a heading is one of all of the outline. */
START_TEST(finds_what_a_language_lacks)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{}", "x");
  room_clause(room, "b", "{}", "x");
  room_put(room, CLAUSES "b.ja.md", "x");
  room_put(room, OUTLINE,
           "summary: x\ntitle: {en: x, ja: x}\nclauses:\n  - {template: a}\n  - {template: b}\n"
           "  - {heading: {en: x, th: x}}\n  - {heading: x}\n");
  finds(room, OUTLINE ":2:8: the outline \"o\" has words in \"ja\", but not all: a, the heading in "
                      "line 6\n" OUTLINE ":2:8: the outline \"o\" has words in \"th\", but not "
                      "all: the title, a, b\n");
}
END_TEST

/* A reference that one of two outlines cannot follow; one in a section may be left out. */
START_TEST(finds_references_that_lead_nowhere)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a", "{y: {type: boolean}}",
              "See [1](#b).\n{{#y}}Or [1](#b).{{/y}} And [2](#b).");
  room_clause(room, "b", "{}", "x");
  room_put(room, OUTLINE, "summary: x\ntitle: x\nclauses: [{template: a}, {template: b}]\n");
  room_put(room, "templates/outlines/p.yaml", "summary: x\ntitle: x\nclauses: [{template: a}]\n");
  room_put(room, "templates/outlines/q.yaml", "summary: x\ntitle: x\nclauses: [{template: a}]\n");
  finds(room,
        CLAUSES "a.md:6:10: the reference leads to the clause \"b\", which these outlines with "
                "this template have not: p, q\n" CLAUSES
                "a.md:7:34: the reference leads to the clause \"b\", which these outlines "
                "with this template have not: p, q\n");
}
END_TEST

/* Choices and defaults without a language are English; abbreviations are the same everywhere. */
START_TEST(finds_words_without_a_language)
{
  g_autoptr(Room) room = room_new();
  room_clause(room, "a",
              "{how: {type: choice, choices: [online, AOIP]}, "
              "who: {type: choice, choices: [AOIP, WTO]}, "
              "what: {type: text, default: trade}}",
              "{{how}} {{who}} {{what}}");
  room_put(room, CLAUSES "a.ja.md", "{{how}} {{who}} {{what}}\n");
  finds(room, CLAUSES "a.md:4:10: the parameter \"how\" has no words in \"ja\", but a text in that "
                      "language prints it\n" CLAUSES
                      "a.md:4:99: the parameter \"what\" has no words in \"ja\", but a text in "
                      "that language prints it\n");
}
END_TEST

START_TEST(finds_tables_of_no_language)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/languages/xx.yaml", "draft: X\n");
  finds(room,
        "templates/languages/xx.yaml: the file \"templates/languages/xx.yaml\" is named after "
        "no language; allowed are names such as ja.yaml\n");
}
END_TEST

TCase *tcase_library(void)
{
  TCase *tcase = tcase_create("library");
  tcase_add_test(tcase, lists);
  tcase_add_test(tcase, templates_are_read_once);
  tcase_add_test(tcase, the_same_registry_is_read_once);
  tcase_add_test(tcase, missing_templates);
  tcase_add_test(tcase, links_do_not_lead_out);
  tcase_add_test(tcase, styles);
  tcase_add_test(tcase, a_good_library_has_no_findings);
  tcase_add_test(tcase, finds_names);
  tcase_add_test(tcase, finds_unused_and_contradicting_parameters);
  tcase_add_test(tcase, finds_partials);
  tcase_add_test(tcase, finds_text_that_is_not_a_clause);
  tcase_add_test(tcase, finds_brackets_without_their_other_half);
  tcase_add_test(tcase, finds_in_outlines);
  tcase_add_test(tcase, finds_what_has_no_summary);
  tcase_add_test(tcase, finds_what_a_language_lacks);
  tcase_add_test(tcase, finds_references_that_lead_nowhere);
  tcase_add_test(tcase, finds_tables_of_no_language);
  tcase_add_test(tcase, finds_words_without_a_language);
  return tcase;
}
