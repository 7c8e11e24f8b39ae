#include "review/check/style_rule.h"

#include <string.h>

#include "base/name.h"
#include "clause/node.h"

static const char *const shapes[] = {"existence",   "substitution", "occurrence",     "repetition",
                                     "consistency", "conditional",  "capitalization", NULL};
static const char *const positions[] = {"everywhere", "last", "not-last", NULL};
static const char *const letters[] = {"upper", "lower", "title", "sentence", NULL};

static void swap_free(gpointer data)
{
  AdrefStyleSwap *swap = data;
  adref_pattern_free(swap->pattern);
  g_free(swap->replacement);
  g_free(swap);
}

void adref_style_rule_free(AdrefStyleRule *rule)
{
  if (!rule)
    return;
  g_free((char *)(guintptr)rule->rule.id);
  g_free((char *)(guintptr)rule->rule.summary);
  g_free((char *)(guintptr)rule->rule.why);
  g_free(rule->message);
  adref_pattern_free(rule->patterns[0]);
  adref_pattern_free(rule->patterns[1]);
  adref_pattern_free(rule->where);
  g_clear_pointer(&rule->swaps, g_ptr_array_unref);
  g_strfreev(rule->languages);
  g_free(rule->letters);
  g_free(rule);
}

static gboolean refuse(const AdrefYaml *node, const char *what, const char *allowed, GError **error)
{
  g_autofree char *described = adref_yaml_describe(node);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s is %s; allowed is %s", what, described,
                 allowed);
  return FALSE;
}

/* The index of a word in a list; -1: it is none of them. */
static gint word_index(const AdrefYaml *node, const char *const *words)
{
  for (gint i = 0; node && node->type == ADREF_YAML_SCALAR && words[i]; i++)
    if (strcmp(node->text, words[i]) == 0)
      return i;
  return -1;
}

static gboolean require(const AdrefYaml *yaml, const char *key, GError **error)
{
  if (adref_yaml_get(yaml, key))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, yaml->place, "a rule needs the key \"%s\"", key);
  return FALSE;
}

static AdrefPattern *compile(const AdrefYaml *node, gboolean caseless, const char *what,
                             GError **error)
{
  if (node->type != ADREF_YAML_SCALAR || !*node->text) {
    refuse(node, what, "a pattern of PCRE2", error);
    return NULL;
  }
  g_autoptr(GError) cause = NULL;
  AdrefPattern *pattern = adref_pattern_new(node->text, caseless, &cause);
  if (!pattern)
    adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s", cause->message);
  return pattern;
}

static gboolean read_pattern(const AdrefYaml *yaml, const char *key, gboolean caseless,
                             AdrefPattern **out, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(yaml, key);
  if (node)
    *out = compile(node, caseless, key, error);
  return !node || *out;
}

static gboolean read_either(const AdrefYaml *yaml, AdrefStyleRule *rule, gboolean caseless,
                            GError **error)
{
  const AdrefYaml *node = adref_yaml_get(yaml, "either");
  if (!node)
    return TRUE;
  if (node->type != ADREF_YAML_LIST || node->items->len != G_N_ELEMENTS(rule->patterns))
    return refuse(node, "either", "a list of two patterns", error);
  for (guint i = 0; i < node->items->len; i++)
    if (!(rule->patterns[i] = compile(node->items->pdata[i], caseless, "either", error)))
      return FALSE;
  return TRUE;
}

/* Words are found whole: "utilise: use" does not find "utilised". */
/* Words are whole words; a pattern that begins with a space or a sign is none of words. Caller
 * frees. */
static char *swap_pattern(const char *key)
{
  gboolean is_sign = strchr(" ,;:", *key) || (*key == '\\' && g_ascii_ispunct(key[1]));
  return is_sign ? g_strdup(key) : g_strdup_printf("(?<![\\w-])(?:%s)(?![\\w-])", key);
}

static gboolean read_swaps(const AdrefYaml *yaml, AdrefStyleRule *rule, gboolean caseless,
                           GError **error)
{
  const AdrefYaml *node = adref_yaml_get(yaml, "swap");
  if (!node)
    return TRUE;
  if (node->type != ADREF_YAML_MAP)
    return refuse(node, "swap", "a map from words to words", error);
  rule->swaps = g_ptr_array_new_with_free_func(swap_free);
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *entry = node->items->pdata[i];
    g_autofree char *whole = swap_pattern(entry->key);
    g_autoptr(GError) cause = NULL;
    AdrefPattern *pattern = adref_pattern_new(whole, caseless, &cause);
    if (!pattern || entry->type != ADREF_YAML_SCALAR) {
      adref_pattern_free(pattern);
      adref_error_at(error, ADREF_ERROR_INPUT, entry->key_place, "%s",
                     cause ? cause->message : "what stands in place of words is words");
      return FALSE;
    }
    AdrefStyleSwap *swap = g_new0(AdrefStyleSwap, 1);
    swap->pattern = pattern;
    swap->replacement = g_strdup(entry->text);
    g_ptr_array_add(rule->swaps, swap);
  }
  return TRUE;
}

static gboolean read_scope(const AdrefYaml *yaml, AdrefStyleRule *rule, GError **error)
{
  static const char *const kinds[] = {"plain", "heading", "chapeau", "pp",    "op",
                                      "item",  "closing", "annex",   "cells", NULL};
  static const guint bits[] = {1 << ADREF_PLAIN,   1 << ADREF_TITLE, 1 << ADREF_CHAPEAU,
                               1 << ADREF_PP,      1 << ADREF_OP,    1 << ADREF_PLAN_ITEM,
                               1 << ADREF_CLOSING, 1 << ADREF_ANNEX, ADREF_STYLE_CELLS};
  const AdrefYaml *node = adref_yaml_get(yaml, "scope");
  for (guint i = 0; !node && i < G_N_ELEMENTS(bits); i++)
    rule->scope |= bits[i] & ~(guint)(ADREF_STYLE_CELLS | 1 << ADREF_TITLE);
  for (guint i = 0; node && node->type == ADREF_YAML_LIST && i < node->items->len; i++) {
    gint index = word_index(node->items->pdata[i], kinds);
    if (index < 0)
      return refuse(node->items->pdata[i], "scope",
                    "plain, heading, chapeau, pp, op, item, closing, annex or cells", error);
    rule->scope |= bits[index];
  }
  return !node || rule->scope ? TRUE : refuse(node, "scope", "a list of kinds", error);
}

static gboolean read_languages(const AdrefYaml *yaml, AdrefStyleRule *rule, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(yaml, "languages");
  if (!node)
    return TRUE;
  if (node->type != ADREF_YAML_LIST)
    return refuse(node, "languages", "a list of language tags, or [any]", error);
  GPtrArray *tags = g_ptr_array_new();
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *tag = node->items->pdata[i];
    g_ptr_array_add(tags, g_strdup(tag->type == ADREF_YAML_SCALAR ? tag->text : ""));
  }
  g_ptr_array_add(tags, NULL);
  rule->languages = (char **)g_ptr_array_free(tags, FALSE);
  return TRUE;
}

static gboolean read_words(const AdrefYaml *yaml, AdrefStyleRule *rule, GError **error)
{
  const char *id = NULL, *message = NULL, *why = NULL;
  if (!require(yaml, "id", error) || !require(yaml, "message", error) ||
      !require(yaml, "why", error) || !adref_yaml_text(yaml, "id", &id, error) ||
      !adref_yaml_text(yaml, "message", &message, error) ||
      !adref_yaml_text(yaml, "why", &why, error))
    return FALSE;
  if (!adref_name_is(ADREF_NAME_CLAUSE, id))
    return refuse(adref_yaml_get(yaml, "id"), "id", adref_name_rule(ADREF_NAME_CLAUSE), error);
  rule->rule.id = g_strconcat("style/", id, NULL);
  rule->message = g_strdup(message);
  const char *at = strstr(message, "%s"); /* the words that were found */
  rule->rule.summary =
      at ? g_strdup_printf("%.*s…%s", (int)(at - message), message, at + 2) : g_strdup(message);
  rule->rule.why = g_strdup(why);
  return TRUE;
}

static gboolean read_choices(const AdrefYaml *yaml, AdrefStyleRule *rule, GError **error)
{
  const AdrefYaml *shape = adref_yaml_get(yaml, "type"), *letter = adref_yaml_get(yaml, "case");
  const AdrefYaml *severity = adref_yaml_get(yaml, "severity");
  gint64 most = 1;
  if (!require(yaml, "type", error))
    return FALSE;
  if (word_index(shape, shapes) < 0)
    return refuse(shape, "type",
                  "existence, substitution, occurrence, repetition, consistency, conditional or "
                  "capitalization",
                  error);
  if (letter && word_index(letter, letters) < 0)
    return refuse(letter, "case", "upper, lower, title or sentence", error);
  if (severity && (severity->type != ADREF_YAML_SCALAR ||
                   !adref_check_severity_read(severity->text, &rule->rule.severity)))
    return refuse(severity, "severity", "note, warning or error", error);
  const AdrefYaml *position = adref_yaml_get(yaml, "position");
  if (position && word_index(position, positions) < 0)
    return refuse(position, "position", "everywhere, last or not-last", error);
  rule->position = position ? (AdrefStylePosition)word_index(position, positions) : 0;
  rule->shape = (AdrefStyleShape)word_index(shape, shapes);
  rule->letters = letter ? g_strdup(letter->text) : NULL;
  if (!adref_yaml_integer(yaml, "most", &most, error))
    return FALSE;
  rule->most = (guint)CLAMP(most, 0, 1000);
  gboolean lists = TRUE;
  if (!adref_yaml_boolean(yaml, "lists", &lists, error))
    return FALSE;
  rule->no_lists = !lists;
  return adref_yaml_boolean(yaml, "quotations", &rule->others, error) &&
         adref_yaml_boolean(yaml, "fix", &rule->rule.fixes, error);
}

/* What the shape cannot do without. */
static gboolean check_parts(const AdrefYaml *yaml, const AdrefStyleRule *rule, GError **error)
{
  switch (rule->shape) {
  case ADREF_STYLE_EXISTENCE:
  case ADREF_STYLE_OCCURRENCE:
  case ADREF_STYLE_REPETITION: return require(yaml, "pattern", error);
  case ADREF_STYLE_SUBSTITUTION: return require(yaml, "swap", error);
  case ADREF_STYLE_CONSISTENCY: return require(yaml, "either", error);
  case ADREF_STYLE_CONDITIONAL:
    return require(yaml, "pattern", error) && require(yaml, "with", error);
  case ADREF_STYLE_CAPITALIZATION:
    return require(yaml, "pattern", error) && require(yaml, "case", error);
  }
  g_return_val_if_reached(FALSE);
}

AdrefStyleRule *adref_style_rule_read(const AdrefYaml *yaml, GError **error)
{
  static const char *const keys[] = {
      "id",         "type",  "severity", "scope", "languages", "message",  "why",
      "pattern",    "with",  "either",   "swap",  "most",      "case",     "caseless",
      "quotations", "lists", "fix",      "where", "position",  "examples", NULL};
  g_autoptr(AdrefStyleRule) rule = g_new0(AdrefStyleRule, 1);
  gboolean caseless = FALSE;
  rule->rule.severity = ADREF_CHECK_WARNING;
  rule->place = yaml->place;
  if (!adref_yaml_check_keys(yaml, "a rule", keys, error) || !read_words(yaml, rule, error) ||
      !read_choices(yaml, rule, error) || !read_scope(yaml, rule, error) ||
      !read_languages(yaml, rule, error) ||
      !adref_yaml_boolean(yaml, "caseless", &caseless, error) ||
      !read_pattern(yaml, "pattern", caseless, &rule->patterns[0], error) ||
      !read_pattern(yaml, "with", caseless, &rule->patterns[1], error) ||
      !read_pattern(yaml, "where", caseless, &rule->where, error) ||
      !read_either(yaml, rule, caseless, error) || !read_swaps(yaml, rule, caseless, error) ||
      !check_parts(yaml, rule, error))
    return NULL;
  rule->examples = adref_yaml_get(yaml, "examples");
  return g_steal_pointer(&rule);
}
