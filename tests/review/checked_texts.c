/* What "adref check" says of texts and translations, all of it: place, severity, rule, message,
 * suggestion, what --fix would write.
 *
 * checks.txt and translations.txt hold texts that a search chose among small edits of the cases of
 * check_cases.h and language_pairs.h, because each runs code of review/check/,
 * review/languages/ or language/ that no other does, or compares other values there. A text stands
 * between a line "== LANGUAGE WORDS" and a line "---", behind which the findings are.
 * ADREF_UPDATE=1 writes these anew; read the difference before it is committed. */
#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/check/check_ends.h"
#include "review/check/check_ignore.h"
#include "review/check/check_integrity.h"
#include "review/check/check_missing_parties.h"
#include "review/check/check_party_order.h"
#include "review/check/check_translation.h"
#include "review/check/style_rules.h"
#include "review/checked_facts.h"
#include "review/languages/language_differences.h"

static GBytes *read_facts(AdrefFileSource *self, const char *path, gsize limit, GError **error)
{
  (void)self, (void)limit;
  for (guint i = 0; i < G_N_ELEMENTS(fact_files); i++)
    if (strcmp(fact_files[i].path, path) == 0)
      return g_bytes_new_static(fact_files[i].text, strlen(fact_files[i].text));
  g_set_error(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND, "%s: there is no such file", path);
  return NULL;
}

static char **list_facts(AdrefFileSource *self, const char *folder, GError **error)
{
  (void)self, (void)error;
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
  for (guint i = 0; i < G_N_ELEMENTS(fact_files); i++)
    if (g_str_has_prefix(fact_files[i].path, folder))
      g_strv_builder_add(paths, fact_files[i].path);
  return g_strv_builder_end(paths);
}

static AdrefFileSource facts = {.read = read_facts, .list = list_facts};

static gboolean is_rule(gpointer data, const char *id)
{
  (void)data;
  return adref_check_rule_find(id) || g_str_has_prefix(id, "style/");
}

static void print_findings(GPtrArray *findings, GString *out)
{
  adref_check_findings_sort(findings);
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    g_string_append_printf(out, "%u:%u %s %s: %s", finding->line, finding->column,
                           adref_check_severity_word(finding->severity), finding->rule->id,
                           finding->message);
    if (finding->suggestion)
      g_string_append_printf(out, " -> %s", finding->suggestion);
    if (finding->fix)
      g_string_append_printf(out, " (bytes %zu to %zu: %s)", finding->fix_start, finding->fix_end,
                             finding->fix);
    if (finding->reason)
      g_string_append_printf(out, " (meant: %s)", finding->reason);
    g_string_append_c(out, '\n');
  }
}

typedef struct {
  AdrefLibrary *library;
  AdrefStatement *statement;
  AdrefStyleRules *rules;
} Facts;

static Facts facts_open(void)
{
  GError *error = NULL;
  Facts self = {.library = adref_library_open(&facts, &error)};
  ck_assert_no_error(error);
  self.statement = adref_statement_read(&facts, "summit", self.library, &error);
  ck_assert_no_error(error);
  self.rules = adref_style_rules_read((AdrefFileSource *const[2]){&facts, NULL}, "own", &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(adref_style_rules_problems(self.rules)->len, 0);
  return self;
}

static void facts_clear(Facts *self)
{
  adref_style_rules_free(self->rules);
  adref_statement_free(self->statement);
  adref_library_free(self->library);
}

/* A text that is checked, and what it needs. */
typedef struct {
  GPtrArray *problems;
  AdrefNode *document; /* NULL: the reader refuses it */
  AdrefCheckText *text;
} Checked;

static Checked checked_open(const char *language, const char *markdown, const AdrefParties *parties,
                            GPtrArray *findings, GString *out)
{
  g_autoptr(GError) error = NULL;
  Checked self = {.problems = adref_problems_new()};
  AdrefMarkdownReadOptions how = {.name = "x", .parties = adref_parties_names(parties)};
  self.document = adref_markdown_read(markdown, strlen(markdown), &how, self.problems, &error);
  if (!self.document) {
    g_string_append_printf(out, "%s\n", error->message);
    return self;
  }
  AdrefCheckSource source = {.name = "x.md",
                             .language = language,
                             .document = self.document,
                             .source = markdown,
                             .length = strlen(markdown),
                             .problems = self.problems,
                             .parties = how.parties};
  self.text = adref_check_text_new(&source, findings);
  return self;
}

static void checked_clear(Checked *self)
{
  if (self->text)
    adref_check_text_free(self->text);
  adref_node_free(self->document);
  g_ptr_array_unref(self->problems);
}

/* Without the word "facts" in the head the text is that of a file, without "suspected" positions
 * are not looked for. */
static void check_text(const char *head, const char *markdown, GString *out)
{
  g_auto(GStrv) words = g_strsplit(head, " ", -1);
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  Facts known = facts_open();
  const AdrefParties *parties = adref_library_parties(known.library);
  Checked checked = checked_open(words[0], markdown, parties, findings, out);
  if (checked.text) {
    AdrefCheckIntegrityOptions options = {.parties = parties,
                                          .suspected = strstr(head, "suspected") != NULL};
    if (strstr(head, "facts")) {
      options.statement = known.statement;
      options.library = known.library;
    }
    adref_check_integrity(checked.text, &options);
    adref_check_ends(checked.text);
    adref_style_rules_report(known.rules, adref_style_rules_search(known.rules, checked.text),
                             checked.text);
    adref_check_ignore(checked.text, 0, is_rule, NULL);
    print_findings(findings, out);
  }
  checked_clear(&checked);
  facts_clear(&known);
}

/* --- two languages --- */

static void compare(const char *languages[2], const Checked sides[2], GHashTable *parties,
                    GString *out)
{
  AdrefLanguageText first = {languages[0], sides[0].document},
                    second = {languages[1], sides[1].document};
  g_autoptr(GPtrArray) differences = adref_language_differences_new(&first, &second, parties);
  for (guint i = 0; i < differences->len; i++) {
    g_autofree char *line =
        adref_language_difference_line(differences->pdata[i], languages[0], languages[1], NULL);
    g_string_append_printf(out, "%s\n", line);
  }
}

/* The head names both languages, and whether the translation "follows" the order of the source; a
 * line "--" divides the texts. */
static void check_translation(const char *head, const char *markdown, GString *out)
{
  g_auto(GStrv) words = g_strsplit(head, " ", -1), texts = g_strsplit(markdown, "--\n", 2);
  ck_assert_msg(words[1] && texts[1], "%s: %s", head, markdown);
  const char *languages[2] = {words[0], words[1]};
  GError *error = NULL;
  g_autoptr(AdrefLibrary) library = adref_library_open(&facts, &error);
  ck_assert_no_error(error);
  const AdrefParties *parties = adref_library_parties(library);
  g_autoptr(AdrefGlossary) glossary = adref_glossary_read(&facts, &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  Checked sides[2];
  for (guint i = 0; i < 2; i++)
    sides[i] = checked_open(languages[i], texts[i], parties, findings, out);
  if (sides[0].text && sides[1].text) {
    compare(languages, sides, adref_parties_names(parties), out);
    adref_check_forbidden_terms(sides[1].text, glossary);
    adref_check_translation(sides[0].text, sides[1].text, glossary);
    adref_check_missing_parties(sides[0].text, sides[1].text, parties);
    adref_check_party_orders(sides[0].text, sides[1].text, parties,
                             strstr(head, "follows") != NULL);
    print_findings(findings, out);
  }
  for (guint i = 0; i < 2; i++)
    checked_clear(&sides[i]);
}

/* --- the files --- */

/* Runs `check` on each text of a file, and compares what it prints. */
static void results_are(const char *file,
                        void (*check)(const char *head, const char *markdown, GString *out))
{
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents(file, &text, NULL, NULL));
  g_auto(GStrv) parts = g_strsplit(text + strlen("== "), "\n== ", -1);
  g_autoptr(GString) all = g_string_new(NULL);
  guint other = 0;
  for (guint i = 0; parts[i]; i++) {
    g_autofree char *part = g_strconcat(parts[i], parts[i + 1] ? "\n" : "", NULL);
    const char *end = strchr(part, '\n'), *rule = end ? strstr(end, "\n---\n") : NULL;
    ck_assert_msg(rule != NULL, "%s: a text without ---: %s", file, part);
    const char *expected = rule + strlen("\n---\n");
    g_autofree char *head = g_strndup(part, (gsize)(end - part));
    g_autofree char *markdown = g_strndup(end + 1, (gsize)(rule - end));
    g_autoptr(GString) found = g_string_new(NULL);
    check(head, markdown, found);
    g_string_append_printf(all, "== %s\n%s---\n%s", head, markdown, found->str);
    if (strcmp(found->str, expected) == 0)
      continue;
    other++;
    g_print("== %s\n%s--- was\n%s--- is\n%s", head, markdown, expected, found->str);
  }
  if (g_getenv("ADREF_UPDATE"))
    g_file_set_contents(file, all->str, (gssize)all->len, NULL);
  ck_assert_msg(other == 0, "%s: %u results differ", file, other);
}

START_TEST(texts_are_checked_as_before)
{
  results_are("tests/review/checks.txt", check_text);
}
END_TEST

START_TEST(translations_are_compared_as_before)
{
  results_are("tests/review/translations.txt", check_translation);
}
END_TEST

TCase *tcase_checked_texts(void)
{
  TCase *tcase = tcase_create("checked_texts");
  tcase_add_test(tcase, texts_are_checked_as_before);
  tcase_add_test(tcase, translations_are_compared_as_before);
  tcase_set_timeout(tcase, 60);
  return tcase;
}
