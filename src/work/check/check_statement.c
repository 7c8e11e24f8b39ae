#include "work/check/check_statement.h"

#include <string.h>

#include "base/name.h"
#include "base/parallel_for.h"
#include "base/string_order.h"
#include "clause/markdown/canonical.h"
#include "language/language_tag.h"
#include "review/check/check_dictionary.h"
#include "review/check/check_ends.h"
#include "review/check/check_ignore.h"
#include "review/check/check_integrity.h"
#include "review/check/check_missing_parties.h"
#include "review/check/check_party_order.h"
#include "review/check/check_translation.h"
#include "review/check/dictionary.h"
#include "sign/signing_rule.h"
#include "work/changes/stale_facts.h"
#include "work/check/check_negotiation.h"
#include "work/file_markdown.h"
#include "work/starter_library.h"
#include "work/text.h"

/* One statement or file while it is checked. */
typedef struct {
  AdrefSession *session;
  const AdrefCheckOptions *options;
  GPtrArray *texts;  /* of AdrefText */
  GPtrArray *checks; /* of AdrefCheckText, one for each */
  GPtrArray *findings;
  AdrefStyleRules *style;  /* NULL: there are none */
  AdrefGlossary *glossary; /* NULL: there is none */
  GPtrArray *words;        /* of the glossary (of const char *) */
  const char *packages;    /* as in AdrefCheckResult */
  gboolean is_partial;     /* a language that was not asked for cannot be read */
} StatementCheck;

static void text_free(gpointer text)
{
  adref_text_free(text);
}

static void check_free(gpointer check)
{
  adref_check_text_free(check);
}

/* --- texts --- */

static gboolean add_languages(StatementCheck *self, const AdrefStatement *statement, GError **error)
{
  const char *asked = self->options->language;
  for (char **language = statement->languages + 1; statement->languages[0] && *language;
       language++) {
    g_autoptr(GError) cause = NULL;
    AdrefText *text = adref_text_share(self->session, self->options->argument, *language, &cause);
    if (text)
      g_ptr_array_add(self->texts, text);
    if (text || g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
      continue;
    if (!asked || strcmp(asked, *language) == 0) {
      g_propagate_error(error, g_steal_pointer(&cause));
      return FALSE;
    }
    adref_session_say(self->session, "%s is not compared: %s", *language, cause->message);
    self->is_partial = TRUE;
  }
  return TRUE;
}

/* All languages of a statement, also where findings in one of them are asked for: it is compared
 * with the others. */
static gboolean open_texts(StatementCheck *self, GError **error)
{
  const AdrefCheckOptions *options = self->options;
  AdrefText *text = adref_text_share(self->session, options->argument, options->language, error);
  if (text && text->statement && options->language) {
    adref_text_free(text);
    text = adref_text_share(self->session, options->argument, NULL, error);
  }
  if (!text)
    return FALSE;
  g_ptr_array_add(self->texts, text);
  return !text->statement || add_languages(self, text->statement, error);
}

/* The document of a text that was made of a file has the lines of the source, and so have its
 * problems until findings were made of them. */
static void use_source_lines(AdrefText *text)
{
  for (guint i = 0; text->lines && i < text->problems->len; i++) {
    AdrefProblem *problem = text->problems->pdata[i];
    problem->line = adref_text_source_line(text, problem->line);
  }
}

/* A finding names the line of the file; what was made of it cannot be mended there, and plain text
 * has no canonical form. */
static void use_file_lines(StatementCheck *self, const AdrefText *text)
{
  gboolean is_plain = adref_file_is_plain_text(text->name);
  for (guint i = self->findings->len; text->lines && i > 0; i--) {
    AdrefCheckFinding *finding = self->findings->pdata[i - 1];
    if (strcmp(finding->file, text->name) != 0)
      continue;
    finding->line = adref_text_file_line(text, finding->line);
    g_clear_pointer(&finding->fix, g_free);
    if (is_plain && strcmp(finding->rule->id, "integrity/not-canonical") == 0)
      g_ptr_array_remove_index(self->findings, i - 1);
  }
}

static AdrefCheckText *new_check(StatementCheck *self, AdrefText *text)
{
  use_source_lines(text);
  AdrefSourceText source = adref_text_source_text(text);
  const AdrefParties *parties = adref_text_parties(text);
  AdrefCheckSource what = {.name = text->name,
                           .language = text->language,
                           .document = text->document,
                           .source = source.bytes,
                           .length = source.length,
                           .problems = text->problems,
                           .parties = parties ? adref_parties_names(parties) : NULL};
  return adref_check_text_new(&what, self->findings);
}

/* --- the house style --- */

AdrefStyleRules *adref_check_style_rules(const AdrefSessionFiles *files, const char *profile,
                                         GError **error)
{
  const char *names[] = {profile ? profile : "plain", "plain"};
  g_autofree char *folder = adref_starter_library_find(NULL);
  g_autoptr(AdrefFileSource) starter = folder ? adref_file_source_new_folder(folder) : NULL;
  AdrefFileSource *const sources[2] = {files ? files->source : NULL, starter};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autoptr(GError) cause = NULL;
    AdrefStyleRules *rules = adref_style_rules_read(sources, names[i], &cause);
    if (rules)
      return rules;
    if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
      continue;
    g_propagate_error(error, g_steal_pointer(&cause));
    return NULL;
  }
  return NULL;
}

gboolean adref_check_profile_exists(const AdrefSessionFiles *files, const char *profile,
                                    GError **error)
{
  g_autofree char *folder = adref_starter_library_find(NULL);
  g_autoptr(AdrefFileSource) starter = folder ? adref_file_source_new_folder(folder) : NULL;
  AdrefFileSource *const sources[2] = {files ? files->source : NULL, starter};
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < G_N_ELEMENTS(sources); i++) {
    g_auto(GStrv) paths =
        sources[i] ? sources[i]->list(sources[i], "templates/styles", NULL) : NULL;
    for (char **path = paths; path && *path; path++) {
      g_autofree char *name = g_path_get_basename(*path);
      if (!g_str_has_suffix(name, ".yaml"))
        continue;
      name[strlen(name) - strlen(".yaml")] = '\0';
      if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_ptr_array_add(names, g_steal_pointer(&name));
    }
  }
  if (g_ptr_array_find_with_equal_func(names, profile, g_str_equal, NULL))
    return TRUE;
  g_ptr_array_sort(names, adref_string_order);
  g_autofree char *hint = adref_name_suggest(profile, names);
  adref_error(error, ADREF_ERROR_USAGE, "--profile %s: there is no such house style%s", profile,
              hint);
  return FALSE;
}

/* The name of the statement's style: "asean" of templates/styles/asean.yaml. Caller frees. */
static char *style_name(const AdrefText *text)
{
  if (!text->house || !text->house->file)
    return NULL;
  char *name = g_path_get_basename(text->house->file);
  name[strcspn(name, ".")] = '\0';
  return name;
}

char *adref_check_usual_style(AdrefSession *session)
{
  g_autoptr(AdrefText) text = adref_text_open(session, NULL, NULL, NULL);
  return text ? style_name(text) : NULL;
}

static gboolean open_style(StatementCheck *self, GError **error)
{
  const AdrefText *first = self->texts->pdata[0];
  g_autofree char *own = style_name(first);
  g_autoptr(GError) cause = NULL;
  self->style = adref_check_style_rules(
      first->files, self->options->profile ? self->options->profile : own, &cause);
  if (!cause)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

/* What is wrong with the files of rules, said once. */
static void add_rule_problems(StatementCheck *self)
{
  const GPtrArray *problems = self->style ? adref_style_rules_problems(self->style) : NULL;
  for (guint i = 0; problems && i < problems->len; i++) {
    g_auto(GStrv) parts = g_strsplit(problems->pdata[i], ":", 4);
    gboolean placed = g_strv_length(parts) == 4;
    AdrefCheckFinding *finding = g_new0(AdrefCheckFinding, 1);
    finding->rule = adref_check_rule_find("integrity/rule-file");
    finding->severity = finding->rule->severity;
    finding->file = g_strdup(placed ? parts[0] : ADREF_STYLE_RULES_FOLDER);
    finding->line = placed ? (guint)g_ascii_strtoull(parts[1], NULL, 10) : 1;
    finding->column = placed ? (guint)g_ascii_strtoull(parts[2], NULL, 10) : 1;
    finding->message = g_strdup(placed ? g_strchug(parts[3]) : problems->pdata[i]);
    g_ptr_array_add(self->findings, finding);
  }
}

/* --- the groups --- */

static gboolean is_rule(gpointer data, const char *id)
{
  const StatementCheck *self = data;
  g_autoptr(GPtrArray) style = g_ptr_array_new();
  if (self->style)
    adref_style_rules_list(self->style, style);
  for (guint i = 0; i < style->len; i++)
    if (strcmp(((const AdrefCheckRule *)style->pdata[i])->id, id) == 0)
      return TRUE;
  static const char *const groups[] = {"integrity", "style", "negotiation", "language"};
  for (guint i = 0; i < G_N_ELEMENTS(groups); i++)
    if (strcmp(groups[i], id) == 0)
      return TRUE;
  return adref_check_rule_find(id) != NULL;
}

/* Lists of parties in a translation; one that does not bind keeps the order of its source. */
static void check_party_orders(StatementCheck *self, guint index)
{
  const AdrefText *text = self->texts->pdata[index];
  const AdrefParties *parties = adref_text_parties(text);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(text->statement, parties, NULL);
  gboolean binds =
      !rule || adref_language_role_binds(adref_signing_rule_language_role(rule, text->language));
  adref_check_party_orders(self->checks->pdata[0], self->checks->pdata[index], parties, !binds);
  adref_check_missing_parties(self->checks->pdata[0], self->checks->pdata[index], parties);
}

/* What the records and the other languages of a statement say. */
static gboolean check_whole(StatementCheck *self, GError **error)
{
  const AdrefText *first = self->texts->pdata[0];
  if (!first->statement)
    return TRUE;
  for (guint i = 0; i < self->checks->len; i++) {
    adref_check_forbidden_terms(self->checks->pdata[i], self->glossary);
    if (i > 0)
      adref_check_translation(self->checks->pdata[0], self->checks->pdata[i], self->glossary);
    if (i > 0)
      check_party_orders(self, i);
  }
  return self->is_partial ||
         (adref_check_negotiation(first, self->checks, error) &&
          (self->checks->len < 2 || adref_check_language_states(first, self->checks, error)));
}

/* The registry as it was on the day of the statement; NULL: it is the same. Caller frees. */
static AdrefParties *parties_of_day(const AdrefText *text)
{
  const AdrefParties *parties = adref_text_parties(text);
  const AdrefStatement *statement = text->statement;
  g_autofree char *date =
      statement && statement->date ? adref_value_print(statement->date, "iso", "en") : NULL;
  gint64 day;
  return parties && date && adref_date_parse(date, &day) ? adref_parties_at(parties, day) : NULL;
}

static void check_text(const AdrefText *text, AdrefCheckText *check)
{
  g_autoptr(AdrefParties) then = parties_of_day(text);
  AdrefCheckIntegrityOptions options = {.statement = text->statement,
                                        .parties = then ? then : adref_text_parties(text),
                                        .library = text->files ? text->files->library : NULL,
                                        .suspected = !text->statement};
  adref_check_integrity(check, &options);
}

/* Words that say a fact as it was: of the work folder, whose history is known. */
static void check_outdated(StatementCheck *self)
{
  const AdrefText *first = self->texts->pdata[0];
  if (!first->statement || *first->version.id || !adref_session_repo(self->session, NULL))
    return;
  g_autofree AdrefLanguageText *texts = g_new0(AdrefLanguageText, self->texts->len);
  for (guint i = 0; i < self->texts->len; i++) {
    const AdrefText *text = self->texts->pdata[i];
    texts[i] = (AdrefLanguageText){text->language, text->document};
  }
  g_autoptr(GPtrArray) found =
      adref_stale_facts_find(self->session, first->statement, texts, self->texts->len, NULL);
  for (guint i = 0; found && i < found->len; i++) {
    const AdrefOutdatedWords *words = found->pdata[i];
    for (guint j = 0; j < self->checks->len; j++) {
      AdrefCheckText *check = self->checks->pdata[j];
      const AdrefNode *document = check->source.document;
      const AdrefNode *clause = words->clause ? adref_clause_find(document, words->clause) : NULL;
      if (strcmp(check->source.language, words->language) != 0 || !words->said)
        continue;
      clause = clause ? clause : document->first;
      adref_check_add_at(check, "integrity/outdated-fact", clause, MAX(clause->line, 1),
                         MAX(clause->column, 1), "%s: the text says %s%s%s", words->fact,
                         words->said, words->now ? "; now it is " : "; it is so no more",
                         words->now ? words->now : "");
    }
  }
}

/* --- only what changed --- */

/* The hashes of the clauses of the text as it was; NULL: it did not exist. */
static GHashTable *former_hashes(StatementCheck *self, const AdrefText *text)
{
  g_autoptr(AdrefText) before = adref_text_open_version(self->session, text->statement->id,
                                                        self->options->since, text->language, NULL);
  GHashTable *hashes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = before ? before->document->first : NULL; clause;
       clause = clause->next)
    g_hash_table_add(hashes, adref_clause_hash(clause));
  return hashes;
}

/* Takes away the findings from index `from` on whose clause is as it was. */
static void keep_changed(StatementCheck *self, const AdrefText *text, guint from)
{
  g_autoptr(GHashTable) former = former_hashes(self, text);
  g_autoptr(GArray) changed = g_array_new(FALSE, TRUE, sizeof(gboolean));
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next) {
    g_autofree char *hash = adref_clause_hash(clause);
    gboolean is_new = !g_hash_table_contains(former, hash);
    g_array_append_val(changed, is_new);
  }
  for (guint i = self->findings->len; i > from; i--) {
    const AdrefCheckFinding *finding = self->findings->pdata[i - 1];
    gboolean kept = finding->order > 0 && finding->order <= changed->len &&
                    g_array_index(changed, gboolean, finding->order - 1);
    if (!kept && strcmp(finding->file, text->name) == 0)
      g_ptr_array_remove_index(self->findings, i - 1);
  }
}

/* A version that does not exist is an error, also where no text changed. */
static gboolean check_since(StatementCheck *self, GError **error)
{
  const AdrefText *first = self->texts->pdata[0];
  if (!self->options->since)
    return TRUE;
  if (first->statement)
    return adref_session_find_files(self->session, first->statement->id, self->options->since,
                                    error) != NULL;
  adref_error(error, ADREF_ERROR_USAGE,
              "check: --since goes with a statement; %s is a file that belongs to none",
              first->name);
  return FALSE;
}

/* A text while two threads look at it. */
typedef struct {
  const AdrefText *text;
  AdrefCheckText *check;
  AdrefStyleRules *rules; /* NULL: none */
  AdrefCheckDictionary *dictionary;
  AdrefStyleSearch *style;
} Halves;

static void check_halves(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  Halves *self = data;
  for (guint half = from; half < to; half++) {
    if (half == 0) {
      check_text(self->text, self->check);
      continue;
    }
    adref_check_dictionary_look_up(self->dictionary);
    self->style = self->rules ? adref_style_rules_search(self->rules, self->check) : NULL;
  }
}

/* Where the dictionaries of English are missing, a person is told: a text without a finding may
 * have misspelled words. */
static void check_one(StatementCheck *self, const AdrefText *text, AdrefCheckText *check)
{
  const AdrefAbbreviations *abbreviations =
      text->files ? adref_library_abbreviations(text->files->library, NULL) : NULL;
  AdrefCheckDictionaryOptions options = {.parties = adref_text_parties(text),
                                         .statement = text->statement,
                                         .abbreviations = abbreviations,
                                         .words = self->words};
  Halves halves = {.text = text,
                   .check = check,
                   .rules = self->style,
                   .dictionary = adref_check_dictionary_begin(check, &options)};
  adref_parallel_for(2, 1, check_halves, &halves);
  if (halves.style)
    adref_style_rules_report(self->style, halves.style, check);
  adref_check_ends(check);
  if (!adref_check_dictionary_end(halves.dictionary, check) &&
      adref_language_tag_matches(text->language, "en"))
    self->packages = adref_dictionary_packages("en");
}

/* The glossary of the workspace; its words are right. A file that is no statement is checked
 * without one that cannot be read. */
static gboolean open_glossary(StatementCheck *self, GError **error)
{
  const AdrefText *first = self->texts->pdata[0];
  g_autoptr(GError) cause = NULL;
  self->glossary = first->files ? adref_glossary_read(first->files->source, &cause) : NULL;
  self->words = g_ptr_array_new();
  if (self->glossary)
    adref_glossary_words(self->glossary, self->words);
  if (!cause || !first->statement)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

/* Keeps the findings in the language that is asked for; of a file all. */
static void keep_language(StatementCheck *self)
{
  const char *asked = self->options->language;
  const AdrefText *first = self->texts->pdata[0];
  for (guint i = asked && first->statement ? self->findings->len : 0; i > 0; i--) {
    const AdrefCheckFinding *finding = self->findings->pdata[i - 1];
    if (finding->language && strcmp(finding->language, asked) != 0)
      g_ptr_array_remove_index(self->findings, i - 1);
  }
}

static gboolean run(StatementCheck *self, GError **error)
{
  if (!open_texts(self, error) || !open_style(self, error) || !check_since(self, error) ||
      !open_glossary(self, error))
    return FALSE;
  for (guint i = 0; i < self->texts->len; i++) {
    AdrefText *text = self->texts->pdata[i];
    AdrefCheckText *check = new_check(self, text);
    g_ptr_array_add(self->checks, check);
    check_one(self, text, check);
  }
  if (!check_whole(self, error))
    return FALSE;
  check_outdated(self);
  for (guint i = 0; i < self->texts->len; i++) {
    if (self->options->since)
      keep_changed(self, self->texts->pdata[i], 0);
    adref_check_ignore(self->checks->pdata[i], 0, is_rule, self);
    use_file_lines(self, self->texts->pdata[i]);
  }
  add_rule_problems(self);
  keep_language(self);
  return TRUE;
}

gboolean adref_check_statement(AdrefSession *session, const AdrefCheckOptions *options,
                               AdrefCheckResult *result, GError **error)
{
  StatementCheck self = {.session = session,
                         .options = options,
                         .texts = g_ptr_array_new_with_free_func(text_free),
                         .checks = g_ptr_array_new_with_free_func(check_free),
                         .findings = adref_check_findings_new()};
  gboolean done = run(&self, error);
  adref_check_findings_sort(self.findings);
  result->texts = options->language ? 1 : self.texts->len;
  result->findings = self.findings;
  result->style = self.style;
  result->packages = self.packages;
  g_clear_pointer(&self.words, g_ptr_array_unref);
  adref_glossary_free(self.glossary);
  g_ptr_array_unref(self.checks);
  g_ptr_array_unref(self.texts);
  return done;
}

void adref_check_result_clear(AdrefCheckResult *result)
{
  g_clear_pointer(&result->findings, g_ptr_array_unref);
  g_clear_pointer(&result->style, adref_style_rules_free);
}

guint adref_check_result_count(const AdrefCheckResult *result, AdrefCheckSeverity severity)
{
  guint count = 0;
  for (guint i = 0; i < result->findings->len; i++) {
    const AdrefCheckFinding *finding = result->findings->pdata[i];
    count += !finding->reason && finding->severity >= severity ? 1 : 0;
  }
  return count;
}
