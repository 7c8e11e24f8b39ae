#include <string.h>

#include "base/digest.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "sign/cases.h"
#include "sign/printed_facts.h"
#include "sign/stated_position.h"

/* The table of src/sign/CHANGES.md, run: what a change after an agreement or a signature does. */

#define ACT   "<!-- op act -->\nWe act in 3 towns, as [paragraph 2](#rest) says[^1].\n\n"
#define REST  "<!-- op rest -->\nWe rest.\n\n"
#define NOTE  "[^1]: In spring.\n"
#define TITLE "<!-- heading title -->\n# Joint Statement\n\n"
#define TABLE "<!-- op act -->\n| A | B |\n|---|---|\n| 1 | 2 |\n"

/* A change of the text; `id` is the clause whose agreement is looked at. */
static const struct {
  const char *change, *id, *old, *new;
} texts[] = {
    {"a word", "act", ACT REST,
     "<!-- op act -->\nWe acted in 3 towns, as [paragraph 2](#rest) says[^1].\n\n" REST},
    {"a capital letter", "rest", REST, "<!-- op rest -->\nwe rest.\n"},
    {"a comma or full stop", "rest", REST, "<!-- op rest -->\nWe rest\n"},
    {"an amount", "act", ACT REST,
     "<!-- op act -->\nWe act in 4 towns, as [paragraph 2](#rest) says[^1].\n\n" REST},
    {"emphasis", "rest", REST, "<!-- op rest -->\nWe *rest*.\n"},
    {"a hidden character", "rest", REST, "<!-- op rest -->\nWe re\342\200\213st.\n"},
    {"the address of a link", "rest", "<!-- op rest -->\n[We](http://a.org) rest.\n",
     "<!-- op rest -->\n[We](http://b.org) rest.\n"},
    {"the clause that a reference leads to", "act", ACT REST,
     "<!-- op act -->\nWe act in 3 towns, as [paragraph 2](#act) says[^1].\n\n" REST},
    {"a bracket", "rest", REST, "<!-- op rest -->\nWe [rest].\n"},
    {"the party of a position", "rest", "<!-- op rest -->\nWe [rest - JPN].\n",
     "<!-- op rest -->\nWe [rest - THA].\n"},
    {"a cell of a table", "act", TABLE, "<!-- op act -->\n| A | B |\n|---|---|\n| 1 | 3 |\n"},
    {"the order of the rows of a table", "act", TABLE "| 3 | 4 |\n",
     "<!-- op act -->\n| A | B |\n|---|---|\n| 3 | 4 |\n| 1 | 2 |\n"},
    {"the order of items", "rest", "<!-- op rest -->\n- a\n- b\n", "<!-- op rest -->\n- b\n- a\n"},
    {"a paragraph of a clause split", "rest", "<!-- op rest -->\nA. B.\n",
     "<!-- op rest -->\nA.\n\nB.\n"},
    {"the call of a footnote", "act", ACT NOTE,
     "<!-- op act -->\nWe act in 3 towns[^1], as [paragraph 2](#rest) says.\n\n" NOTE},
    {"the words of a footnote, for the clause that it stands in", "rest",
     ACT "<!-- op rest -->\nWe rest.\n\n" NOTE,
     ACT "<!-- op rest -->\nWe rest.\n\n[^1]: In autumn.\n"},
    {"the kind of a clause", "rest", REST, "<!-- pp rest -->\nWe rest.\n"},
    {"alt=", "rest", ACT REST, ACT "<!-- op rest alt=act -->\nWe rest.\n"},
    {"the words of the title", "title", TITLE ACT,
     "<!-- heading title -->\n# Chair's Summary\n\n" ACT},
    {"the words of a heading", "part", "<!-- heading part -->\n## Peace\n\n" ACT,
     "<!-- heading part -->\n## War\n\n" ACT},
    {"the level of a heading", "part", "<!-- heading part -->\n## Peace\n\n" ACT,
     "<!-- heading part -->\n### Peace\n\n" ACT},
    {"a heading put in, for the clauses below", "rest", ACT REST, ACT "## Peace\n\n" REST},
    {"the order of clauses", "rest", ACT REST, REST ACT},
    {"another clause put in", "rest", REST, REST "<!-- op more -->\nMore.\n"},
    {"another clause taken out", "rest", ACT REST, REST},
    {"the number of a clause (no=)", "rest", REST ACT, "<!-- op rest no=7 -->\nWe rest.\n\n" ACT},
    {"the number in a reference, which follows the clause", "act", ACT REST,
     "<!-- op new -->\nNew.\n\n" ACT REST},
    {"the template of a clause (from=)", "rest", REST,
     "<!-- op rest from=core/rest -->\nWe rest.\n"},
    {"a delegation's note", "rest", REST, REST "<!-- note JPN: hm -->\n"},
    {"a comment", "rest", REST, REST "<!-- hm -->\n"},
    {"the mark [Agreed ad ref]", "rest", REST, "<!-- op rest -->\nWe rest. [Agreed ad ref]\n"},
    {"line breaks of the file, and equivalent Markdown", "rest",
     "<!-- op rest -->\nWe *rest* here.\n", "<!-- op rest -->\nWe _rest_\nhere.\n"},
};

static AdrefNode *read_one(const char *text)
{
  static const AdrefNumbering numbering = {.operative = TRUE, .preambular = TRUE};
  AdrefMarkdownReadOptions how = {.name = "text", .numbers = &numbering};
  AdrefNode *document = adref_markdown_read(text, strlen(text), &how, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  return document;
}

static gboolean is_other(char *first, char *second)
{
  gboolean other = strcmp(first, second) != 0;
  g_free(first);
  g_free(second);
  return other;
}

static void must_have_row(const char *change, gboolean reopens, gboolean stale)
{
  g_autofree char *paper = NULL;
  g_autofree char *row = g_strdup_printf("\n| %s | %s | %s |\n", change,
                                         reopens ? "reopens" : "holds", stale ? "stale" : "holds");
  ck_assert(g_file_get_contents("src/sign/CHANGES.md", &paper, NULL, NULL));
  ck_assert_msg(strstr(paper, row) != NULL, "src/sign/CHANGES.md has no row%s", row);
}

START_TEST(a_change_of_the_text)
{
  g_autoptr(AdrefNode) old = read_one(texts[_i].old), new = read_one(texts[_i].new);
  const AdrefNode *was = adref_clause_find(old, texts[_i].id);
  const AdrefNode *is = adref_clause_find(new, texts[_i].id);
  ck_assert(was && is);
  must_have_row(texts[_i].change, is_other(adref_clause_hash(was), adref_clause_hash(is)),
                is_other(adref_text_hash(old), adref_text_hash(new)));
}
END_TEST

/* A change of the facts. Agreements are to words, so it reopens none. */
static const struct {
  const char *change, *yaml, *parties, *first;
  AdrefLanguageRole role;
  gboolean alternats, sections;
  const char *positions;
} facts[] = {
    {"place", "place: Bonn\n", "Japan", "JPN", ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE, FALSE, NULL},
    {"date", "place: Tokyo\ndate: 2023-12-18\n", "Japan", "JPN", ADREF_LANGUAGE_ROLE_AUTHENTIC,
     FALSE, FALSE, NULL},
    {"title in statement.yaml", "place: Tokyo\ntitle: Summary\n", "Japan", "JPN",
     ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE, FALSE, NULL},
    {"name of a party", "place: Tokyo\n", "Nippon", "JPN", ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE,
     FALSE, NULL},
    {"order of the parties", "place: Tokyo\n", "Japan", "THA", ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE,
     FALSE, NULL},
    {"role of a language", "place: Tokyo\n", "Japan", "JPN", ADREF_LANGUAGE_ROLE_PROVISIONAL, FALSE,
     FALSE, NULL},
    {"alternats", "place: Tokyo\n", "Japan", "JPN", ADREF_LANGUAGE_ROLE_AUTHENTIC, TRUE, FALSE,
     NULL},
    {"what the house style numbers", "place: Tokyo\n", "Japan", "JPN",
     ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE, TRUE, NULL},
    {"a disassociation or an explanation of position", "place: Tokyo\n", "Japan", "JPN",
     ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE, FALSE, "position THA rest disassociation: No.\n"},
    {"values, outline, style", "place: Tokyo\nvalues: {a: b}\noutline: other\nstyle: un\n", "Japan",
     "JPN", ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE, FALSE, NULL},
};

static char *facts_of(const char *lines, const char *name, const char *first,
                      AdrefLanguageRole role, gboolean alternats, gboolean sections,
                      const char *stated)
{
  const AdrefNumbering numbering = {.operative = TRUE, .sections = sections};
  gboolean is_jpn = strcmp(first, "JPN") == 0;
  char *codes[] = {(char[]){"JPN"}, (char[]){"THA"}, NULL};
  char *turned[] = {codes[1], codes[0], NULL};
  char *languages[] = {(char[]){"en"}, NULL};
  AdrefStatement statement = {.parties = is_jpn ? codes : turned, .languages = languages};
  g_autofree char *registry = g_strdup_printf(
      "parties:\n  JPN: {short: %s, long: %s}\n  THA: {short: Thailand, long: Thailand}\n", name,
      name);
  g_autoptr(AdrefParties) parties = adref_parties_read(registry, strlen(registry), "p", NULL);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lines, strlen(lines), "s", 1, NULL);
  g_autoptr(GArray) roles = g_array_new(FALSE, FALSE, sizeof(AdrefLanguageRole));
  g_array_append_val(roles, role);
  AdrefSigningRule rule = {.alternats = alternats, .languages = languages, .language_roles = roles};
  ck_assert(parties && yaml);
  statement.yaml = yaml;
  g_autoptr(GPtrArray) positions = adref_stated_positions_read(stated ? stated : "");
  return adref_printed_facts_write(&statement, parties, &rule, &numbering, positions);
}

START_TEST(a_change_of_the_facts)
{
  gboolean other = is_other(
      facts_of("place: Tokyo\n", "Japan", "JPN", ADREF_LANGUAGE_ROLE_AUTHENTIC, FALSE, FALSE, NULL),
      facts_of(facts[_i].yaml, facts[_i].parties, facts[_i].first, facts[_i].role,
               facts[_i].alternats, facts[_i].sections, facts[_i].positions));
  must_have_row(facts[_i].change, FALSE, other);
}
END_TEST

START_TEST(there_are_at_least_31_kinds)
{
  ck_assert_uint_ge(G_N_ELEMENTS(texts) + G_N_ELEMENTS(facts), 31);
}
END_TEST

TCase *tcase_changes(void)
{
  TCase *tcase = tcase_create("changes");
  tcase_add_loop_test(tcase, a_change_of_the_text, 0, G_N_ELEMENTS(texts));
  tcase_add_loop_test(tcase, a_change_of_the_facts, 0, G_N_ELEMENTS(facts));
  tcase_add_test(tcase, there_are_at_least_31_kinds);
  return tcase;
}
