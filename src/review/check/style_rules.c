#include "review/check/style_rules.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/parallel_for.h"
#include "clause/markdown/markdown_read.h"
#include "language/language_tag.h"
#include "review/check/style_rule.h"

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

/* Words that a rule found. */
typedef struct {
  const AdrefCheckBlock *block;
  gsize start, end;
  const AdrefStyleSwap *swap; /* what they should be; NULL: the rule says nothing of it */
} StylePlace;

/* A rule while it looks at a text. */
typedef struct {
  AdrefStyleRule *rule;
  const AdrefCheckText *text;
  const AdrefCheckBlock *last; /* of the scope; NULL: there is none, or nobody asks */
  GArray *places;              /* of StylePlace: what it found */
  gboolean took_too_long;
} StyleCheck;

static gboolean is_in_footnote(const AdrefCheckBlock *block)
{
  for (const AdrefNode *node = block->node; node && node != block->clause; node = node->parent)
    if (node->type == ADREF_FOOTNOTE_TEXT)
      return TRUE;
  return FALSE;
}

/* Whether a block of the text is one that the rule looks at. The words of a footnote are of no
 * kind: they begin and end as they like. */
static gboolean is_in_scope(const AdrefStyleRule *rule, const AdrefCheckBlock *block)
{
  AdrefClauseKind kind = is_in_footnote(block) ? ADREF_PLAIN : block->clause->as.clause->kind;
  guint bit = block->node->type == ADREF_TABLE_CELL ? (guint)ADREF_STYLE_CELLS
              : block->node->type == ADREF_HEADING  ? 1U << ADREF_TITLE
                                                    : 1U << kind;
  gboolean listed = rule->no_lists && block->node->parent->type == ADREF_ITEM;
  return (rule->scope & bit) != 0 && block->words->len > 0 && !listed;
}

static gboolean is_language(const AdrefStyleRule *rule, const char *language)
{
  if (!rule->languages)
    return adref_language_tag_matches(language, "en");
  for (char **tag = rule->languages; *tag; tag++)
    if (strcmp(*tag, "any") == 0 || adref_language_tag_matches(language, *tag))
      return TRUE;
  return FALSE;
}

/* Whether a block of the scope stands where the rule looks. */
static gboolean is_in_position(const StyleCheck *self, const AdrefCheckBlock *block)
{
  switch (self->rule->position) {
  case ADREF_STYLE_EVERYWHERE: return TRUE;
  case ADREF_STYLE_LAST: return block == self->last;
  case ADREF_STYLE_NOT_LAST: return block->clause != self->last->clause;
  }
  g_return_val_if_reached(TRUE);
}

/* The next match that is not empty, from *end on. A pattern that takes too long breaks the rule. */
static gboolean next_match_in(StyleCheck *self, const AdrefPattern *pattern,
                              const AdrefCheckBlock *block, const GString *words, gsize *start,
                              gsize *end)
{
  if (self->rule->is_broken || !adref_pattern_may_match(pattern, &block->grams))
    return FALSE;
  AdrefPatternMatch match = adref_pattern_find(pattern, words->str, words->len, *end, start, end);
  if (match == ADREF_PATTERN_MATCH_LIMIT)
    self->rule->is_broken = self->took_too_long = TRUE;
  return match == ADREF_PATTERN_MATCH_YES && *end > *start;
}

/* The same in the words of which the rule is. */
static gboolean next_match(StyleCheck *self, const AdrefPattern *pattern,
                           const AdrefCheckBlock *block, gsize *start, gsize *end)
{
  return next_match_in(self, pattern, block, self->rule->others ? block->words : block->own, start,
                       end);
}

static void note(StyleCheck *self, const AdrefCheckBlock *block, gsize start, gsize end,
                 const AdrefStyleSwap *swap)
{
  StylePlace place = {block, start, end, swap};
  g_array_append_val(self->places, place);
}

static void check_existence(StyleCheck *self, const AdrefCheckBlock *block)
{
  gsize start = 0, end = 0;
  while (next_match(self, self->rule->patterns[0], block, &start, &end))
    note(self, block, start, end, NULL);
}

static void check_occurrence(StyleCheck *self, const AdrefCheckBlock *block)
{
  gsize start = 0, end = 0;
  guint count = 0;
  while (next_match(self, self->rule->patterns[0], block, &start, &end))
    if (++count == self->rule->most + 1)
      note(self, block, start, end, NULL);
}

static void check_substitution(StyleCheck *self, const AdrefCheckBlock *block)
{
  for (guint i = 0; i < self->rule->swaps->len; i++) {
    const AdrefStyleSwap *swap = self->rule->swaps->pdata[i];
    gsize start = 0, end = 0;
    while (next_match(self, swap->pattern, block, &start, &end))
      note(self, block, start, end, swap);
  }
}

/* Whether words have letters in that case. */
static gboolean has_case(const char *words, const char *letters)
{
  gboolean first = TRUE, upper = FALSE, lower = FALSE, begins = FALSE;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (first && g_unichar_isalpha(c))
      begins = g_unichar_isupper(c);
    first = first && !g_unichar_isalpha(c);
    upper = upper || (g_unichar_isupper(c) && !(at == words));
    lower = lower || g_unichar_islower(c);
  }
  if (strcmp(letters, "upper") == 0)
    return !lower;
  if (strcmp(letters, "lower") == 0)
    return !upper && !begins;
  return strcmp(letters, "sentence") == 0 ? begins && !upper : begins;
}

static void check_capitalization(StyleCheck *self, const AdrefCheckBlock *block)
{
  gsize start = 0, end = 0;
  while (next_match(self, self->rule->patterns[0], block, &start, &end)) {
    g_autofree char *found = g_strndup(block->words->str + start, end - start);
    if (!has_case(found, self->rule->letters))
      note(self, block, start, end, NULL);
  }
}

/* --- rules over several blocks --- */

static const AdrefCheckBlock *block_at(const StyleCheck *self, guint index)
{
  return self->text->blocks->pdata[index];
}

static void check_repetition(StyleCheck *self)
{
  g_autofree char *before = NULL;
  for (guint i = 0; i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (!is_in_scope(self->rule, block))
      continue;
    gboolean found = next_match(self, self->rule->patterns[0], block, &start, &end);
    g_autofree char *match = found ? g_strndup(block->own->str + start, end - start) : NULL;
    if (match && g_strcmp0(match, before) == 0)
      note(self, block, start, end, NULL);
    g_free(before);
    before = g_steal_pointer(&match);
  }
}

/* Where a pattern stands in the text (of StylePlace). Caller unrefs. */
static GArray *places_of(StyleCheck *self, const AdrefPattern *pattern)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(StylePlace));
  for (guint i = 0; i < self->text->blocks->len; i++) {
    StylePlace place = {.block = block_at(self, i)};
    while (is_in_scope(self->rule, place.block) &&
           next_match(self, pattern, place.block, &place.start, &place.end))
      g_array_append_val(places, place);
  }
  return places;
}

static gboolean stands(StyleCheck *self, const AdrefPattern *pattern)
{
  for (guint i = 0; i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (is_in_scope(self->rule, block) && next_match(self, pattern, block, &start, &end))
      return TRUE;
  }
  return FALSE;
}

/* The form that stands less often is the odd one; most texts have one form alone. */
static void check_consistency(StyleCheck *self)
{
  AdrefPattern *const *patterns = self->rule->patterns;
  if (!stands(self, patterns[0]) || !stands(self, patterns[1]))
    return;
  g_autoptr(GArray) first = places_of(self, patterns[0]), second = places_of(self, patterns[1]);
  const GArray *odd = first->len < second->len ? first : second;
  g_array_append_vals(self->places, odd->data, odd->len);
}

static void check_conditional(StyleCheck *self)
{
  if (stands(self, self->rule->patterns[1]))
    return;
  for (guint i = 0; i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (is_in_scope(self->rule, block) &&
        next_match(self, self->rule->patterns[0], block, &start, &end)) {
      note(self, block, start, end, NULL);
      return;
    }
  }
}

static void each_block(StyleCheck *self,
                       void (*check)(StyleCheck *self, const AdrefCheckBlock *block))
{
  for (guint i = 0; i < self->text->blocks->len; i++)
    if (is_in_scope(self->rule, block_at(self, i)) && is_in_position(self, block_at(self, i)))
      check(self, block_at(self, i));
}

/* The last block that the rule may look at; NULL: there is none. */
static const AdrefCheckBlock *last_in_scope(const StyleCheck *self)
{
  for (guint i = self->text->blocks->len; i > 0; i--)
    if (is_in_scope(self->rule, block_at(self, i - 1)))
      return block_at(self, i - 1);
  return NULL;
}

/* Whether the text is one for which the rule is. */
static gboolean is_for_text(StyleCheck *self)
{
  for (guint i = 0; self->rule->where && i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (next_match_in(self, self->rule->where, block, block->own, &start, &end))
      return TRUE;
  }
  return !self->rule->where;
}

/* Finds all places of a rule. It changes nothing but the check and its rule, so that several rules
 * are looked for at a time. */
static void find_places(StyleCheck *self)
{
  if (self->rule->is_broken || !is_language(self->rule, self->text->source.language) ||
      !is_for_text(self))
    return;
  if (self->rule->position != ADREF_STYLE_EVERYWHERE)
    self->last = last_in_scope(self);
  switch (self->rule->shape) {
  case ADREF_STYLE_EXISTENCE: each_block(self, check_existence); return;
  case ADREF_STYLE_SUBSTITUTION: each_block(self, check_substitution); return;
  case ADREF_STYLE_OCCURRENCE: each_block(self, check_occurrence); return;
  case ADREF_STYLE_CAPITALIZATION: each_block(self, check_capitalization); return;
  case ADREF_STYLE_REPETITION: check_repetition(self); return;
  case ADREF_STYLE_CONSISTENCY: check_consistency(self); return;
  case ADREF_STYLE_CONDITIONAL: check_conditional(self); return;
  }
}

/* --- findings --- */

/* The replacement, with a capital where the words have one. Caller frees. */
static char *replacement_for(const AdrefStyleSwap *swap, const char *found)
{
  gunichar first = g_utf8_get_char(swap->replacement);
  if (!g_unichar_isupper(g_utf8_get_char(found)) || !g_unichar_islower(first))
    return g_strdup(swap->replacement);
  GString *words = g_string_new(NULL);
  g_string_append_unichar(words, g_unichar_toupper(first));
  g_string_append(words, g_utf8_next_char(swap->replacement));
  return g_string_free(words, FALSE);
}

static void report(const AdrefStyleRule *rule, AdrefCheckText *text, const StylePlace *place)
{
  const char *words = place->block->words->str + place->start;
  g_autofree char *found = g_strndup(words, place->end - place->start);
  g_strdelimit(found, "\x1a\x1d", ' ');
  const char *at = strstr(rule->message, "%s");
  gsize before = at ? (gsize)(at - rule->message) : strlen(rule->message);
  AdrefCheckFinding *finding =
      adref_check_add_rule(text, &rule->rule, place->block, place->start, "%.*s%s%s", (int)before,
                           rule->message, at ? found : "", at ? at + 2 : "");
  if (place->swap)
    finding->suggestion = replacement_for(place->swap, words);
  if (place->swap && rule->rule.fixes)
    adref_check_fix(text, finding, place->block, place->start, place->end - place->start,
                    finding->suggestion);
}

static StyleCheck check_of(AdrefStyleRule *rule, const AdrefCheckText *text)
{
  return (StyleCheck){
      .rule = rule, .text = text, .places = g_array_new(FALSE, FALSE, sizeof(StylePlace))};
}

/* Adds the findings, and that the rule took too long; frees what was found. */
static void end_check(StyleCheck *self, AdrefStyleRules *rules, AdrefCheckText *text)
{
  for (guint i = 0; i < self->places->len; i++)
    report(self->rule, text, &g_array_index(self->places, StylePlace, i));
  if (self->took_too_long) {
    GError *cause = NULL;
    adref_error_at(&cause, ADREF_ERROR_INPUT, self->rule->place,
                   "%s: the pattern takes too many steps, and the rule is left out",
                   self->rule->rule.id);
    add_problem(rules, cause);
  }
  g_array_unref(self->places);
}

static void find_some(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  StyleCheck *checks = data;
  for (guint i = from; i < to; i++)
    find_places(&checks[i]);
}

void adref_style_rules_check(AdrefStyleRules *self, AdrefCheckText *text)
{
  g_autofree StyleCheck *checks = g_new(StyleCheck, self->rules->len + 1);
  for (guint i = 0; i < self->rules->len; i++)
    checks[i] = check_of(self->rules->pdata[i], text);
  adref_parallel_for(self->rules->len, 1, find_some, checks);
  for (guint i = 0; i < self->rules->len; i++)
    end_check(&checks[i], self, text);
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
  StyleCheck check = check_of(rule, text);
  find_places(&check);
  end_check(&check, self, text);
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
