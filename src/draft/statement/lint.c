#include "draft/statement/lint.h"

#include <string.h>

#include "base/name.h"
#include "clause/markdown/markdown_read.h"
#include "draft/data/yaml_folder.h"
#include "draft/library/binding.h"
#include "draft/library/params.h"
#include "draft/statement/house_style.h"

static void add_finding(AdrefLint *lint, const char *message)
{
  if (g_hash_table_contains(lint->found, message))
    return;
  g_hash_table_add(lint->found, g_strdup(message));
  g_ptr_array_add(lint->findings, g_strdup(message));
}

void adref_lint_add(AdrefLint *lint, GError **cause)
{
  if (*cause)
    add_finding(lint, (*cause)->message);
  g_clear_error(cause);
}

void adref_lint_add_at(AdrefLint *lint, AdrefLocation place, const char *what, const char *name,
                       const char *why)
{
  g_autoptr(GError) finding = NULL;
  adref_error_at(&finding, ADREF_ERROR_INPUT, place, "%s \"%s\" %s", what, name, why);
  adref_lint_add(lint, &finding);
}

static gboolean lacks_words(const AdrefParam *param, const AdrefLintTags *tags)
{
  AdrefBindingSources sources = {.shared = tags->shared};
  const AdrefValue *default_value = adref_binding_sources_default(&sources, param);
  gboolean lacks = default_value && adref_value_template_fallback(default_value, tags->language);
  for (guint i = 0; param->choices && i < param->choices->len; i++)
    lacks = lacks || adref_value_template_fallback(param->choices->pdata[i], tags->language);
  return lacks;
}

/* Checks that the value printed by a tag has words in the language of the text. */
static void check_words(const AdrefLintTags *tags, char kind, const char *name)
{
  g_autofree char *first = g_strndup(name, strcspn(name, "."));
  const AdrefParam *param = adref_symbol_table_param(tags->names, first);
  gboolean walks = kind == '#' && param && param->type == ADREF_VALUE_LIST;
  gboolean prints = kind == 0 || kind == '&' || walks;
  if (!param || !prints || g_str_has_suffix(name, ".count") || !lacks_words(param, tags))
    return;
  g_autofree char *why = g_strdup_printf(
      "has no words in \"%s\", but a text in that language prints it", tags->language);
  adref_lint_add_at(tags->lint, param->place, "the parameter", param->name, why);
}

/* Checks that the full name of an abbreviation has words in the language of the text. A field of
 * records may have the name "abbreviation" too. */
static void check_abbreviation(const AdrefLintTags *tags, char kind, const char *name)
{
  g_auto(GStrv) steps = g_strsplit(name, ".", 3);
  if ((kind != 0 && kind != '&') || g_strcmp0(steps[2], "short") == 0)
    return;
  const AdrefAbbreviation *found = adref_abbreviations_get(tags->lint->abbreviations, steps[1]);
  const char *taken = NULL;
  if (found)
    adref_abbreviation_long(found, tags->language, &taken);
  if (!taken)
    return;
  g_autofree char *why = g_strdup_printf(
      "has no words in \"%s\", but a text in that language prints it", tags->language);
  adref_lint_add_at(tags->lint, found->place, "the abbreviation", found->key, why);
}

static void check_printed_words(const AdrefLintTags *tags, char kind, const char *name)
{
  check_words(tags, kind, name);
  if (g_str_has_prefix(name, ADREF_SYMBOL_ABBREVIATION_NAME "."))
    check_abbreviation(tags, kind, name);
}

void adref_lint_tag(char kind, const char *name, AdrefLocation place, gpointer data)
{
  AdrefLintTags *tags = data;
  g_autoptr(GError) cause = NULL;
  gboolean prints = kind == 0 || kind == '&';
  if (prints && !tags->lint->abbreviations &&
      g_str_has_prefix(name, ADREF_SYMBOL_ABBREVIATION_NAME "."))
    return;
  if (tags->names && !adref_symbol_table_check_tag(tags->names, kind, name, place, &cause))
    adref_lint_add(tags->lint, &cause);
  else if (tags->names && tags->language)
    check_printed_words(tags, kind, name);
  if (tags->named && kind != '>')
    g_hash_table_add(tags->named, g_strndup(name, strcspn(name, ".")));
}

/* Checks that parameters with the same name have the same type in the whole library. */
static void check_types(AdrefLint *lint, const GPtrArray *params)
{
  for (guint i = 0; i < params->len; i++) {
    AdrefParam *param = params->pdata[i];
    const AdrefParam *first = g_hash_table_lookup(lint->params, param->name);
    if (!first) {
      g_hash_table_insert(lint->params, param->name, param);
    } else if (first->type != param->type) {
      g_autofree char *why = g_strdup_printf(
          "is of type %s here and of type %s in %s:%u; one name is one value of a statement",
          adref_value_type_word(param->type), adref_value_type_word(first->type), first->place.file,
          first->place.line);
      adref_lint_add_at(lint, param->place, "the parameter", param->name, why);
    }
  }
}

void adref_lint_unused(AdrefLint *lint, const GPtrArray *params, GHashTable *named)
{
  for (guint i = 0; i < params->len; i++) {
    const AdrefParam *param = params->pdata[i];
    if (!g_hash_table_contains(named, param->name) && !g_hash_table_contains(named, ""))
      adref_lint_add_at(lint, param->place, "the parameter", param->name,
                        "is never used; use it or remove it");
  }
}

/* A square bracket without its other half. Where sections stand, one may be in a section. */
static void check_brackets(AdrefLint *lint, const AdrefTemplate *template,
                           const GPtrArray *problems)
{
  if (strstr(template->text, "{{#") || strstr(template->text, "{{^"))
    return;
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_autoptr(GError) cause = NULL;
    AdrefLocation place = {.file = template->path,
                           .line = problem->line + template->first_line - 1,
                           .column = problem->column};
    if (g_strcmp0(problem->rule, "bracket") != 0)
      continue;
    adref_error_at(&cause, ADREF_ERROR_INPUT, place,
                   "a square bracket without its other half; write \\[ or \\] for a letter");
    adref_lint_add(lint, &cause);
  }
}

/* Checks the Markdown of a template, with tags read as words: it must be one clause without a
 * marker, and a heading is allowed only at the start of an annex. */
static void check_text(AdrefLint *lint, const AdrefTemplate *template)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions options = {.name = template->path};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(template->text, strlen(template->text), &options, problems, &cause);
  check_brackets(lint, template, problems);
  for (const AdrefNode *clause = document ? document->first : NULL; clause; clause = clause->next) {
    AdrefLocation place = {.file = template->path,
                           .line = clause->line + template->first_line - 1,
                           .column = clause->column};
    AdrefClauseKind kind = clause->as.clause->kind;
    gboolean may_head = template->kind == ADREF_ANNEX && !clause->prev;
    if (kind == ADREF_TITLE && !may_head)
      adref_error_at(&cause, ADREF_ERROR_INPUT, place,
                     "a heading; headings are in the outline, or first in an annex");
    else if (kind != ADREF_PLAIN && kind != ADREF_TITLE)
      adref_error_at(&cause, ADREF_ERROR_INPUT, place,
                     "the marker of a clause; the text of a template is one clause and adref "
                     "writes its marker");
    adref_lint_add(lint, &cause);
  }
  adref_lint_add(lint, &cause);
}

/* The boolean of a `when` must exist in the template. */
static void check_when(AdrefLint *lint, const GPtrArray *params, const AdrefParam *param,
                       GHashTable *named)
{
  const AdrefParam *when = adref_params_get(params, param->when);
  if (!when || when->type != ADREF_VALUE_BOOLEAN)
    adref_lint_add_at(
        lint, param->place, "the parameter", param->name,
        "has a when that names no boolean of this template; allowed is the name of one, or "
        "\"!\" and its name");
  g_hash_table_add(named, g_strdup(param->when));
}

/* A parameter on which another depends is used. That it exists is checked. */
static void check_dependence(AdrefLint *lint, const GPtrArray *params, GHashTable *named)
{
  for (guint i = 0; i < params->len; i++) {
    const AdrefParam *param = params->pdata[i];
    if (param->when)
      check_when(lint, params, param, named);
    if (!param->years_since)
      continue;
    const AdrefParam *since = adref_params_get(params, param->years_since);
    if (!since || (since->type != ADREF_VALUE_INTEGER && since->type != ADREF_VALUE_DATE))
      adref_lint_add_at(
          lint, param->place, "the parameter", param->name,
          "has years_since, which names no integer or date of this template; allowed is a "
          "year or a date");
    g_hash_table_add(named, g_strdup(param->years_since));
  }
}

static gboolean includes_itself(const AdrefTemplate *template, const GPtrArray *closure)
{
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *from = closure->pdata[i];
    for (guint j = 0; j < from->includes->len; j++)
      if (g_str_equal(((AdrefInclude *)from->includes->pdata[j])->name, template->name))
        return TRUE;
  }
  return FALSE;
}

/* The include tag in the template by which the template includes itself, directly or not. */
static const AdrefInclude *find_cycle_include(AdrefLint *lint, const AdrefTemplate *template)
{
  for (guint i = 0; i < template->includes->len; i++) {
    const AdrefInclude *include = template->includes->pdata[i];
    const AdrefTemplate *next =
        adref_library_template(lint->library, include->name, template->language, NULL);
    g_autoptr(GPtrArray) closure =
        next ? adref_library_include_closure(lint->library, next, NULL) : NULL;
    if (closure && (next == template || includes_itself(template, closure)))
      return include;
  }
  return NULL;
}

static void check_cycle(AdrefLint *lint, const AdrefTemplate *template, const GPtrArray *closure)
{
  const AdrefInclude *include =
      includes_itself(template, closure) ? find_cycle_include(lint, template) : NULL;
  if (include)
    adref_lint_add_at(lint, include->place, "the partial", include->name,
                      "includes this template again; a template may include others only");
}

void adref_lint_unknown(GHashTable *named)
{
  g_hash_table_add(named, g_strdup(""));
}

GPtrArray *adref_lint_collect(AdrefLint *lint, const AdrefTemplate *template, GHashTable *named)
{
  g_autoptr(GError) cause = NULL;
  GPtrArray *closure = adref_library_include_closure(lint->library, template, &cause);
  adref_lint_add(lint, &cause);
  AdrefLintTags tags = {.lint = lint, .named = named};
  if (!closure)
    adref_lint_unknown(named);
  for (guint i = 0; closure && i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    adref_mustache_each_tag(part->body, adref_lint_tag, &tags);
    if (i > 0)
      g_hash_table_add(lint->used, part->name);
  }
  return closure;
}

static void check_language(AdrefLint *lint, const char *name, const char *language,
                           GHashTable *named)
{
  g_autoptr(GError) cause = NULL, finding = NULL;
  const AdrefTemplate *template = adref_library_template(lint->library, name, language, &cause);
  g_autofree char *path = adref_template_path(name, language);
  if (cause)
    adref_library_propagate_error(&finding, (AdrefLocation){.file = path}, g_steal_pointer(&cause));
  adref_lint_add(lint, &finding);
  if (!template) {
    adref_lint_unknown(named);
    return;
  }
  check_text(lint, template);
  g_autoptr(GPtrArray) closure = adref_lint_collect(lint, template, named);
  if (closure)
    check_cycle(lint, template, closure);
}

static void check_template(AdrefLint *lint, const char *name)
{
  g_auto(GStrv) languages = adref_library_languages(lint->library, name, NULL);
  g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (char **language = languages; language && *language; language++)
    check_language(lint, name, *language, named);
  const AdrefTemplate *template =
      adref_library_template(lint->library, name, ADREF_TEMPLATE_LANGUAGE, NULL);
  if (!template)
    return;
  check_types(lint, template->params);
  check_dependence(lint, template->params, named);
  adref_lint_unused(lint, template->params, named);
}

void adref_lint_names(AdrefLint *lint, const GPtrArray *closure, const GPtrArray *shared)
{
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *part = closure->pdata[i];
    g_autoptr(AdrefSymbolTable) names = adref_symbol_table_new(lint->abbreviations);
    adref_symbol_table_set_parties(names, adref_library_parties(lint->library));
    adref_symbol_table_add(names, part->params);
    for (guint j = 0; j < closure->len; j++)
      adref_symbol_table_add(names, ((const AdrefTemplate *)closure->pdata[j])->params);
    if (shared)
      adref_symbol_table_add(names, shared);
    AdrefLintTags tags = {
        .lint = lint, .names = names, .language = part->language, .shared = shared};
    adref_mustache_each_tag(part->body, adref_lint_tag, &tags);
  }
}

static void add_unresolved(AdrefLint *lint)
{
  for (guint i = 0; i < lint->references->len; i++) {
    const char *key = lint->references->pdata[i];
    const AdrefLintReference *reference = g_hash_table_lookup(lint->resolved, key);
    const char *id = strrchr(key, ' ') + 1;
    if (reference->lacking->len == 0 || (reference->is_known && reference->is_optional))
      continue;
    g_ptr_array_add(reference->lacking, NULL);
    g_autofree char *names = g_strjoinv(", ", (char **)reference->lacking->pdata);
    g_autofree char *why =
        reference->is_known
            ? g_strdup_printf("which these outlines with this template have not: %s", names)
            : g_strdup("which no outline with this template has");
    g_autofree char *message = g_strdup_printf("%.*sthe reference leads to the clause \"%s\", %s",
                                               (int)(id - key), key, id, why);
    add_finding(lint, message);
  }
}

void adref_lint_style(AdrefLint *lint, const char *style, AdrefLocation place)
{
  g_autoptr(GError) cause = NULL, finding = NULL;
  g_autoptr(AdrefHouseStyle) found =
      adref_house_style_read(adref_library_source(lint->library), style, &cause);
  if (!found)
    adref_library_propagate_error(&finding, place, g_steal_pointer(&cause));
  adref_lint_add(lint, &finding);
}

/* That it can be read is checked. */
static void check_summary(AdrefLint *lint, const char *style)
{
  const char *summary = NULL;
  g_autoptr(AdrefYaml) yaml = adref_yaml_folder_read(
      &adref_yaml_folder_styles, adref_library_source(lint->library), style, NULL, NULL);
  g_autofree char *path = adref_yaml_folder_path(&adref_yaml_folder_styles, style);
  if (yaml && adref_yaml_text(yaml, "summary", &summary, NULL) && (!summary || !*summary))
    adref_lint_add_at(lint, (AdrefLocation){.file = path}, "the style", style,
                      ADREF_LINT_NO_SUMMARY);
}

/* Checks the names in a template that no outline and no other template uses. */
static void check_alone(AdrefLint *lint, const char *name)
{
  if (g_hash_table_contains(lint->used, name))
    return;
  g_auto(GStrv) languages = adref_library_languages(lint->library, name, NULL);
  for (char **language = languages; language && *language; language++) {
    const AdrefTemplate *template = adref_library_template(lint->library, name, *language, NULL);
    g_autoptr(GPtrArray) closure =
        template ? adref_library_include_closure(lint->library, template, NULL) : NULL;
    if (closure)
      adref_lint_names(lint, closure, NULL);
  }
}

/* Adds a finding for each file whose name cannot be the name of a template. */
static void check_files(AdrefLint *lint, char **paths)
{
  for (char **path = paths; *path; path++) {
    g_autofree char *name = NULL, *language = NULL;
    if (!adref_template_split_path(*path, &name, &language) ||
        (adref_name_is(ADREF_NAME_TEMPLATE, name) && adref_name_is(ADREF_NAME_LANGUAGE, language)))
      continue;
    g_autofree char *message = g_strdup_printf(
        "%s: not a name of a template; allowed are topic/name.md and topic/name.ja.md in %s", *path,
        adref_name_rule(ADREF_NAME_CLAUSE));
    g_autofree char *shown = adref_escape_controls(message, -1, FALSE);
    add_finding(lint, shown);
  }
}

static gboolean check_outlines(AdrefLint *lint, GError **error)
{
  g_auto(GStrv) names = adref_library_outlines(lint->library, error);
  AdrefFileSource *source = adref_library_source(lint->library);
  for (char **name = names; name && *name; name++) {
    g_autoptr(GError) cause = NULL;
    AdrefOutline *outline =
        adref_outline_read(source, *name, adref_library_parties(lint->library), &cause);
    adref_lint_add(lint, &cause);
    if (!outline)
      continue;
    g_ptr_array_add(lint->outlines, outline);
    check_types(lint, outline->params);
    adref_lint_outline(lint, outline);
  }
  return names != NULL;
}

static gboolean check_styles(AdrefLint *lint, GError **error)
{
  g_auto(GStrv) names = adref_library_styles(lint->library, error);
  for (char **name = names; name && *name; name++) {
    adref_lint_style(lint, *name, (AdrefLocation){.file = "templates/styles"});
    check_summary(lint, *name);
  }
  return names != NULL;
}

static gboolean check_all(AdrefLint *lint, GError **error)
{
  AdrefFileSource *source = adref_library_source(lint->library);
  g_auto(GStrv) paths = source->list(source, ADREF_CLAUSES_FOLDER, error);
  g_auto(GStrv) names = paths ? adref_library_templates(lint->library, error) : NULL;
  if (!names)
    return FALSE;
  check_files(lint, paths);
  for (char **name = names; *name; name++)
    check_template(lint, *name);
  g_autoptr(GError) cause = NULL;
  lint->abbreviations = adref_library_abbreviations(lint->library, &cause);
  adref_lint_add(lint, &cause);
  if (!check_styles(lint, error) || !adref_lint_words(lint, error) || !check_outlines(lint, error))
    return FALSE;
  for (char **name = names; *name; name++)
    check_alone(lint, *name);
  add_unresolved(lint);
  return TRUE;
}

static void reference_free(gpointer data)
{
  AdrefLintReference *reference = data;
  g_ptr_array_unref(reference->lacking);
  g_free(reference);
}

static void outline_free(gpointer outline)
{
  adref_outline_free(outline);
}

gboolean adref_library_check(AdrefLibrary *library, GPtrArray *findings, GError **error)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) params = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) resolved =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, reference_free);
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) outlines = g_ptr_array_new_with_free_func(outline_free);
  AdrefLint lint = {.library = library,
                    .findings = findings,
                    .found = found,
                    .params = params,
                    .used = used,
                    .resolved = resolved,
                    .references = references,
                    .outlines = outlines};
  return check_all(&lint, error);
}
