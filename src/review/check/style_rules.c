#include "review/check/style_rules.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "clause/markdown/markdown_read.h"
#include "review/check/style_rule.h"
#include "review/check/style_search.h"

struct AdrefStyleRules {
  GPtrArray *yaml;     /* of AdrefYaml: the files */
  GPtrArray *rules;    /* of AdrefStyleRule */
  GPtrArray *problems; /* of char * */
};

/* --- reading --- */

static void yaml_free(gpointer yaml)
{
  adref_yaml_free(yaml);
}

static void rule_free(gpointer rule)
{
  adref_style_rule_free(rule);
}

void adref_style_rules_free(AdrefStyleRules *self)
{
  if (!self)
    return;
  g_ptr_array_unref(self->rules);
  g_ptr_array_unref(self->yaml);
  g_ptr_array_unref(self->problems);
  g_free(self);
}

static void add_problem(AdrefStyleRules *self, GError *cause)
{
  g_ptr_array_add(self->problems, g_strdup(cause->message));
  g_error_free(cause);
}

static AdrefStyleRule *find_rule(const AdrefStyleRules *self, const char *id)
{
  for (guint i = 0; i < self->rules->len; i++) {
    AdrefStyleRule *rule = self->rules->pdata[i];
    if (strcmp(rule->rule.id, id) == 0)
      return rule;
  }
  return NULL;
}

/* A rule of the file takes the place of one with its id in a file that is included. */
static void add_rule(AdrefStyleRules *self, const AdrefYaml *yaml)
{
  GError *cause = NULL;
  AdrefStyleRule *rule = adref_style_rule_read(yaml, &cause);
  if (rule && self->rules->len >= ADREF_STYLE_RULES_MAX) {
    adref_error_at(&cause, ADREF_ERROR_INPUT, yaml->place, "a style has at most %d rules",
                   ADREF_STYLE_RULES_MAX);
    g_clear_pointer(&rule, adref_style_rule_free);
  }
  if (cause)
    add_problem(self, cause);
  AdrefStyleRule *before = rule ? find_rule(self, rule->rule.id) : NULL;
  if (before && strcmp(before->place.file, rule->place.file) == 0) {
    GError *twice = NULL;
    adref_error_at(&twice, ADREF_ERROR_INPUT, rule->place,
                   "%s stands on line %u already, and that rule is left out; give each rule its "
                   "own id",
                   rule->rule.id, before->place.line);
    add_problem(self, twice);
  }
  if (before)
    g_ptr_array_remove(self->rules, before);
  if (rule)
    g_ptr_array_add(self->rules, rule);
}

static AdrefYaml *read_file(AdrefFileSource *const sources[2], const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf("%s/%s.yaml", ADREF_STYLE_RULES_FOLDER, name);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) bytes = NULL;
  if (!adref_name_check(ADREF_NAME_CLAUSE, name, error))
    return NULL;
  for (guint i = 0; i < 2 && !bytes; i++) {
    if (cause && !g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
      break;
    g_clear_error(&cause);
    if (sources[i])
      bytes = adref_file_source_read_text(sources[i], path, ADREF_YAML_LIMIT, &cause);
  }
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  if (bytes)
    return adref_yaml_read(text ? text : "", length, path, 1, error);
  if (cause)
    g_propagate_error(error, g_steal_pointer(&cause));
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: there is no such file", path);
  return NULL;
}

static gboolean read_rules(AdrefStyleRules *self, AdrefFileSource *const sources[2],
                           const char *name, GHashTable *seen, GError **error);

/* The files that a file includes come first; one that includes itself is read once. */
static void read_included(AdrefStyleRules *self, AdrefFileSource *const sources[2],
                          const AdrefYaml *yaml, GHashTable *seen)
{
  const AdrefYaml *include = adref_yaml_get(yaml, "include");
  guint count = include && include->type == ADREF_YAML_LIST ? include->items->len : 0;
  for (guint i = 0; i < count; i++) {
    const AdrefYaml *name = include->items->pdata[i];
    GError *cause = NULL;
    if (name->type == ADREF_YAML_SCALAR && g_hash_table_contains(seen, name->text))
      continue;
    if (name->type != ADREF_YAML_SCALAR || g_hash_table_size(seen) > ADREF_STYLE_RULES_INCLUDES ||
        !read_rules(self, sources, name->text, seen, &cause)) {
      if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
        g_clear_error(&cause);
        adref_error_at(&cause, ADREF_ERROR_INPUT, name->place,
                       "include names \"%s\", and there is no %s/%s.yaml", name->text,
                       ADREF_STYLE_RULES_FOLDER, name->text);
      } else if (!cause)
        adref_error_at(&cause, ADREF_ERROR_INPUT, name->place,
                       "include names at most %d other files of rules", ADREF_STYLE_RULES_INCLUDES);
      add_problem(self, cause);
    }
  }
}

static gboolean read_rules(AdrefStyleRules *self, AdrefFileSource *const sources[2],
                           const char *name, GHashTable *seen, GError **error)
{
  static const char *const keys[] = {"summary", "include", "rules", NULL};
  AdrefYaml *yaml = read_file(sources, name, error);
  if (!yaml)
    return FALSE;
  g_ptr_array_add(self->yaml, yaml);
  g_hash_table_add(seen, g_strdup(name));
  if (!adref_yaml_check_keys(yaml, "a file of rules", keys, error))
    return FALSE;
  read_included(self, sources, yaml, seen);
  const AdrefYaml *rules = adref_yaml_get(yaml, "rules");
  if (rules && rules->type == ADREF_YAML_MAP && rules->items->len > 0) {
    GError *cause = NULL;
    adref_error_at(&cause, ADREF_ERROR_INPUT, rules->place,
                   "rules is a map; allowed is a list, each rule after \"- \"");
    add_problem(self, cause);
  }
  for (guint i = 0; rules && rules->type == ADREF_YAML_LIST && i < rules->items->len; i++)
    add_rule(self, rules->items->pdata[i]);
  return TRUE;
}

AdrefStyleRules *adref_style_rules_read(AdrefFileSource *const sources[2], const char *name,
                                        GError **error)
{
  g_autoptr(AdrefStyleRules) self = g_new0(AdrefStyleRules, 1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  self->yaml = g_ptr_array_new_with_free_func(yaml_free);
  self->rules = g_ptr_array_new_with_free_func(rule_free);
  self->problems = g_ptr_array_new_with_free_func(g_free);
  GError *cause = NULL;
  if (!read_rules(self, sources, name, seen, &cause)) {
    if (!g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_INPUT)) {
      g_propagate_error(error, cause);
      return NULL;
    }
    add_problem(self, cause);
  }
  return g_steal_pointer(&self);
}

char **adref_style_rules_files(AdrefFileSource *const sources[2], const char *name)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
  g_ptr_array_add(names, g_strdup(name));
  for (guint i = 0; i < names->len && i <= ADREF_STYLE_RULES_INCLUDES; i++) {
    g_autoptr(AdrefYaml) yaml = read_file(sources, names->pdata[i], NULL);
    const AdrefYaml *include = yaml ? adref_yaml_get(yaml, "include") : NULL;
    if (yaml)
      g_strv_builder_add(paths, yaml->place.file);
    for (guint j = 0; include && include->type == ADREF_YAML_LIST && j < include->items->len; j++) {
      const AdrefYaml *item = include->items->pdata[j];
      if (item->type == ADREF_YAML_SCALAR &&
          !g_ptr_array_find_with_equal_func(names, item->text, g_str_equal, NULL))
        g_ptr_array_add(names, g_strdup(item->text));
    }
  }
  return g_strv_builder_end(paths);
}

void adref_style_rules_list(const AdrefStyleRules *self, GPtrArray *list)
{
  for (guint i = 0; i < self->rules->len; i++)
    g_ptr_array_add(list, &((AdrefStyleRule *)self->rules->pdata[i])->rule);
}

const GPtrArray *adref_style_rules_problems(const AdrefStyleRules *self)
{
  return self->problems;
}

/* --- checking --- */

AdrefStyleSearch *adref_style_rules_search(AdrefStyleRules *self, const AdrefCheckText *text)
{
  return adref_style_search_new(self->rules, text);
}

void adref_style_rules_report(AdrefStyleRules *self, AdrefStyleSearch *search, AdrefCheckText *text)
{
  adref_style_search_report(search, text, self->problems);
}

/* --- examples --- */

static const char *text_of(const AdrefYaml *map, const char *key, const char *usual)
{
  const AdrefYaml *node = map->type == ADREF_YAML_MAP ? adref_yaml_get(map, key) : NULL;
  return node && node->type == ADREF_YAML_SCALAR ? node->text : usual;
}

/* The text of an example: "text" is one clause, or a list of them. */
static char *example_text(const AdrefYaml *example)
{
  const AdrefYaml *text = adref_yaml_get(example, "text");
  const char *kind = text_of(example, "kind", "op");
  gboolean is_list = text && text->type == ADREF_YAML_LIST;
  GString *out = g_string_new(NULL);
  for (guint i = 0; text && i < (is_list ? text->items->len : 1); i++) {
    const AdrefYaml *one = is_list ? text->items->pdata[i] : text;
    if (strcmp(kind, "plain") != 0)
      g_string_append_printf(out, "<!-- %s x%u -->\n", kind, i);
    g_string_append_printf(out, "%s\n\n", one->text ? one->text : "");
  }
  return g_string_free(out, FALSE);
}

/* The words that the rule finds in an example, joined by " | ". Caller frees. */
static char *run_example(AdrefStyleRules *self, AdrefStyleRule *rule, const AdrefYaml *example)
{
  g_autofree char *markdown = example_text(example);
  g_autoptr(AdrefNode) document = adref_markdown_read(markdown, strlen(markdown), NULL, NULL, NULL);
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  if (!document)
    return g_strdup("");
  AdrefCheckSource source = {
      .name = "example", .language = text_of(example, "language", "en"), .document = document};
  g_autoptr(AdrefCheckText) text = adref_check_text_new(&source, findings);
  g_autoptr(GPtrArray) rules = g_ptr_array_new();
  g_ptr_array_add(rules, rule);
  adref_style_search_report(adref_style_search_new(rules, text), text, self->problems);
  GString *found = g_string_new(NULL);
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    g_string_append_printf(found, "%s%s%s%s", i > 0 ? " | " : "", finding->message,
                           finding->suggestion ? " -> " : "",
                           finding->suggestion ? finding->suggestion : "");
  }
  return g_string_free(found, FALSE);
}

/* Whether each of the expected words stands in the finding with its number. */
static gboolean is_as_expected(const AdrefYaml *finds, const char *found)
{
  g_auto(GStrv) parts = g_strsplit(found, " | ", -1);
  guint count = finds && finds->type == ADREF_YAML_LIST ? finds->items->len : 0;
  guint there = *found ? g_strv_length(parts) : 0;
  for (guint i = 0; i < count && i < there; i++) {
    const AdrefYaml *words = finds->items->pdata[i];
    if (!words->text || !strstr(parts[i], words->text))
      return FALSE;
  }
  return there == count;
}

/* The expected words: "if | except", or "nothing". Caller frees. */
static char *expected_words(const AdrefYaml *finds)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; finds && finds->type == ADREF_YAML_LIST && i < finds->items->len; i++) {
    const AdrefYaml *word = finds->items->pdata[i];
    g_string_append_printf(words, "%s%s", i > 0 ? " | " : "", word->text ? word->text : "?");
  }
  if (words->len == 0)
    g_string_append(words, "nothing");
  return g_string_free(words, FALSE);
}

static void test_rule(AdrefStyleRules *self, AdrefStyleRule *rule, GPtrArray *failures,
                      guint *count)
{
  const AdrefYaml *examples = rule->examples;
  gboolean is_list = examples && examples->type == ADREF_YAML_LIST;
  if (!is_list || examples->items->len == 0)
    g_ptr_array_add(failures, g_strdup_printf("%s:%u:%u: %s has no examples", rule->place.file,
                                              rule->place.line, rule->place.column, rule->rule.id));
  for (guint i = 0; is_list && i < examples->items->len; i++) {
    const AdrefYaml *example = examples->items->pdata[i];
    ++*count;
    g_autofree char *found =
        example->type == ADREF_YAML_MAP ? run_example(self, rule, example) : g_strdup("no map");
    const AdrefYaml *finds =
        example->type == ADREF_YAML_MAP ? adref_yaml_get(example, "finds") : NULL;
    if (is_as_expected(finds, found))
      continue;
    g_autofree char *expected = expected_words(finds);
    g_ptr_array_add(failures,
                    g_strdup_printf("%s:%u:%u: example of %s: expected %s, found %s",
                                    example->place.file, example->place.line, example->place.column,
                                    rule->rule.id, expected, *found ? found : "nothing"));
  }
}

GPtrArray *adref_style_rules_test(AdrefStyleRules *self, guint *count)
{
  GPtrArray *failures = g_ptr_array_new_with_free_func(g_free);
  *count = 0;
  for (guint i = 0; i < self->rules->len; i++)
    test_rule(self, self->rules->pdata[i], failures, count);
  for (guint i = 0; i < self->problems->len; i++)
    g_ptr_array_add(failures, g_strdup(self->problems->pdata[i]));
  return failures;
}
