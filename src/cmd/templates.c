#include <string.h>

#include "base/file.h"
#include "base/pattern.h"
#include "clause/node.h"
#include "cmd/commands.h"
#include "cmd/shared/manual.h"
#include "cmd/shared/shared_options.h"
#include "cmd/templates_outline.h"
#include "cmd/templates_update.h"
#include "draft/statement/assemble.h"
#include "draft/statement/house_style.h"
#include "view/json/json_library.h"
#include "view/pdf/pdf.h"
#include "work/values.h"

/* --- list --- */

static void put_entry(GString *out, const char *name, const char *kind, const char *languages,
                      const char *summary)
{
  if (kind)
    g_string_append_printf(out, "%s (%s; %s)\n", name, kind, languages);
  else
    g_string_append_printf(out, "%s\n", name);
  if (summary)
    adref_manual_wrap(out, summary, 4);
}

static gboolean put_template(AdrefRun *run, AdrefLibrary *library, const char *name,
                             AdrefJsonList *list, GError **error)
{
  const AdrefTemplate *template = adref_library_template(library, name, "en", error);
  g_auto(GStrv) languages = template ? adref_library_languages(library, name, error) : NULL;
  if (!languages)
    return FALSE;
  const char *kind = adref_clause_kind_word(template->kind);
  g_autofree char *tags = g_strjoinv(", ", languages);
  if (run->json)
    adref_json_template_add(list, name, template, languages);
  else
    put_entry(run->out, name, kind, tags, template->summary);
  return TRUE;
}

/* The name of the outline, and the parties that it is made for. */
static void put_outline_entry(GString *out, const char *name, const AdrefOutline *outline)
{
  g_autofree char *codes = outline->parties ? g_strjoinv(", ", outline->parties) : NULL;
  g_autofree char *head = codes ? g_strdup_printf("%s (for %s)", name, codes) : g_strdup(name);
  put_entry(out, head, NULL, NULL, outline->summary);
}

static gboolean put_outline(AdrefRun *run, const AdrefSession *session, const char *name,
                            AdrefJsonList *list, GError **error)
{
  g_autoptr(AdrefOutline) outline = adref_outline_read(
      session->files->source, name, adref_library_parties(session->library), error);
  if (!outline)
    return FALSE;
  if (run->json)
    adref_json_outline_add(list, name, outline);
  else
    put_outline_entry(run->out, name, outline);
  return TRUE;
}

static gboolean matches(const AdrefPattern *pattern, const char *name)
{
  return !pattern ||
         adref_pattern_find(pattern, name, strlen(name), 0, NULL, NULL) == ADREF_PATTERN_MATCH_YES;
}

static int list(AdrefRun *run, const AdrefSession *session, GError **error)
{
  const char *wanted = adref_run_argument(run, 1);
  gboolean outlines = adref_run_flag(run, "outlines");
  g_autoptr(AdrefPattern) pattern = wanted ? adref_pattern_new(wanted, TRUE, error) : NULL;
  if (wanted && !pattern)
    return ADREF_USAGE;
  g_auto(GStrv) names = outlines ? adref_library_outlines(session->library, error)
                                 : adref_library_templates(session->library, error);
  if (!names)
    return ADREF_FAILURE;
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  gboolean good = TRUE;
  for (char **name = names; *name && good; name++)
    if (matches(pattern, *name))
      good = outlines ? put_outline(run, session, *name, list, error)
                      : put_template(run, session->library, *name, list, error);
  if (run->json && good)
    adref_put(run, adref_json_list_write(list));
  run->use_pager = TRUE;
  return good ? ADREF_YES : ADREF_FAILURE;
}

/* --- show --- */

/* An outline of that name; FALSE: there is none. */
static gboolean show_outline(AdrefRun *run, const AdrefSession *session, const char *name,
                             const char *language)
{
  g_auto(GStrv) names = adref_library_outlines(session->library, NULL);
  if (!names || !g_strv_contains((const char *const *)names, name))
    return FALSE;
  g_autoptr(AdrefOutline) outline = adref_outline_read(
      session->files->source, name, adref_library_parties(session->library), NULL);
  if (outline)
    adref_templates_put_outline(run->out, session->library, outline, language);
  run->use_pager = outline != NULL;
  return outline != NULL;
}

static int show(AdrefRun *run, const AdrefSession *session, const char *language, GError **error)
{
  const char *name = adref_run_argument(run, 1);
  const AdrefTemplate *template = adref_library_template(session->library, name, language, error);
  if (!template && show_outline(run, session, name, language)) {
    g_clear_error(error);
    return ADREF_YES;
  }
  if (!template) {
    g_auto(GStrv) languages = adref_library_languages(session->library, name, NULL);
    if (languages && languages[0] && !g_strv_contains((const char *const *)languages, language))
      adref_values_set_usage_error(error);
    return ADREF_FAILURE;
  }
  g_string_append_printf(run->out, "%s (%s, %s)\n%s\n", template->name,
                         adref_clause_kind_word(template->kind), template->path,
                         template->summary ? template->summary : "");
  if (template->source)
    g_string_append_printf(run->out, "follows %s\n", template->source);
  if (template->speaker)
    g_string_append_printf(run->out, "speaker: %s\n", template->speaker);
  g_string_append_c(run->out, '\n');
  for (guint i = 0; i < template->params->len; i++)
    adref_templates_put_param(run->out, template->params->pdata[i], language);
  g_string_append_printf(run->out, "%s%s", template->params->len ? "\n" : "", template->text);
  run->use_pager = TRUE;
  return ADREF_YES;
}

/* --- check --- */

/* The names of the clause templates of an outline and of what these include; FALSE: one of them
 * does not read. */
static gboolean add_templates(AdrefLibrary *library, const AdrefOutline *outline, GHashTable *paths)
{
  for (guint i = 0; i < outline->entries->len; i++) {
    const AdrefOutlineEntry *entry = outline->entries->pdata[i];
    const AdrefTemplate *template =
        entry->template ? adref_library_template(library, entry->template, "en", NULL) : NULL;
    g_autoptr(GPtrArray) all =
        template ? adref_library_include_closure(library, template, NULL) : NULL;
    if (entry->template && !all)
      return FALSE;
    if (entry->template)
      g_hash_table_add(paths, g_strdup(entry->template));
    for (guint j = 0; all && j < all->len; j++)
      g_hash_table_add(paths, g_strdup(((const AdrefTemplate *)all->pdata[j])->name));
  }
  return TRUE;
}

/* What the statements of the workspace use: names of clause templates, paths of outlines. NULL: all
 * of the library, because there is no statement, or something of it does not read. */
static GHashTable *find_used(AdrefSession *session)
{
  g_autoptr(GHashTable) used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) ids = adref_workspace_statements(session->workspace, NULL);
  for (char **id = ids; id && *id; id++) {
    const AdrefStatement *statement = adref_session_facts(session->files, *id, NULL);
    g_autoptr(AdrefOutline) outline =
        statement && statement->outline ? adref_session_outline(session, statement, NULL) : NULL;
    if (!statement || (statement->outline && !outline))
      return NULL;
    if (!outline)
      continue;
    g_hash_table_add(used, g_strdup(outline->path));
    if (!add_templates(session->library, outline, used))
      return NULL;
  }
  return ids && *ids ? g_steal_pointer(&used) : NULL;
}

/* Whether a finding, "file:line: ...", is of a file that is used. Parties and styles always are. */
static gboolean is_used(GHashTable *used, const char *finding)
{
  g_autofree char *path = g_strndup(finding, strcspn(finding, ":"));
  g_autofree char *name = NULL, *language = NULL;
  if (!used || g_hash_table_contains(used, path))
    return TRUE;
  if (!g_str_has_prefix(path, "templates/clauses/"))
    return !g_str_has_prefix(path, "templates/outlines/");
  return adref_template_split_path(path, &name, &language) && g_hash_table_contains(used, name);
}

/* Leaves the findings of files that are used; returns the number of the others. */
static guint drop_unused(AdrefRun *run, GPtrArray *findings)
{
  g_autoptr(GHashTable) used = adref_run_flag(run, "all") ? NULL : find_used(run->session);
  guint count = findings->len;
  for (guint i = findings->len; i-- > 0;)
    if (!is_used(used, findings->pdata[i]))
      g_ptr_array_remove_index(findings, i);
  return count - findings->len;
}

/* Fonts that styles name and that are not installed: only a PDF knows fonts. */
static gboolean check_fonts(const AdrefSession *session, GPtrArray *findings, GError **error)
{
  g_auto(GStrv) names = adref_library_styles(session->library, error);
  for (char **name = names; name && *name; name++) {
    g_autoptr(AdrefHouseStyle) house =
        adref_house_style_read(adref_library_source(session->library), *name, NULL);
    if (house)
      adref_pdf_check_fonts(house, findings);
  }
  return names != NULL;
}

static int check(AdrefRun *run, const AdrefSession *session, GError **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  if (!adref_library_check(session->library, findings, error) ||
      !check_fonts(session, findings, error))
    return ADREF_FAILURE;
  guint others = drop_unused(run, findings);
  if (run->json) {
    adref_put(run, adref_json_strings_write(findings));
    return findings->len > 0 ? ADREF_NO : ADREF_YES;
  }
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *line = adref_escape_controls(findings->pdata[i], -1, FALSE);
    g_string_append_printf(run->out, "%s\n", line);
  }
  adref_say("templates: %u finding%s", findings->len, findings->len == 1 ? "" : "s");
  if (others > 0)
    adref_say("and %u in templates that no statement uses; adref templates check --all lists them",
              others);
  return findings->len > 0 ? ADREF_NO : ADREF_YES;
}

/* --- render --- */

/* The English template that a translation belongs to, when the file is one. */
static gboolean read_original(const AdrefRun *run, const AdrefSession *session, const char *path,
                              AdrefTemplate **original, GError **error)
{
  g_autofree char *name = NULL, *language = NULL;
  *original = NULL;
  if (!adref_template_split_path(path, &name, &language) || strcmp(language, "en") == 0)
    return TRUE;
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *base = g_path_get_basename(name);
  g_autofree char *english = g_strdup_printf("%s/%s.md", folder, base);
  g_autofree char *file = g_canonicalize_filename(english, run->folder);
  g_autoptr(GBytes) bytes = adref_file_read_text(file, english, ADREF_YAML_LIMIT, error);
  if (!bytes)
    return FALSE;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  *original = adref_template_parse(text, length, english, NULL,
                                   adref_library_parties(session->library), error);
  return *original != NULL;
}

/* The template in a file; `original` is set to the one that it translates. */
static AdrefTemplate *read_file(const AdrefRun *run, const AdrefSession *session, const char *path,
                                AdrefTemplate **original, GError **error)
{
  g_autofree char *file = g_canonicalize_filename(path, run->folder);
  g_autoptr(GBytes) bytes = adref_file_read_text(file, path, ADREF_YAML_LIMIT, error);
  if (!bytes || !read_original(run, session, path, original, error))
    return NULL;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  return adref_template_parse(text, length, path, *original,
                              adref_library_parties(session->library), error);
}

/* The same file in another language: beside "training.md" stands "training.ja.md". */
static char *path_in(const char *path, const char *language)
{
  g_autofree char *name = NULL, *own = NULL;
  if (!language || !adref_template_split_path(path, &name, &own))
    return g_strdup(path);
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *base = g_path_get_basename(name);
  const char *tag = strcmp(language, ADREF_TEMPLATE_LANGUAGE) == 0 ? NULL : language;
  g_autofree char *file = g_strconcat(base, tag ? "." : "", tag ? tag : "", ".md", NULL);
  return g_build_filename(folder, file, NULL);
}

static int put_rendered(AdrefRun *run, const AdrefSession *session, const AdrefTemplate *template,
                        GError **error)
{
  AdrefGivenValues given = {run->folder, adref_run_value(run, "values"),
                            adref_run_values(run, "set")};
  g_autoptr(GHashTable) values =
      adref_values_read(&given, template->params, adref_library_parties(session->library), error);
  g_autoptr(GString) rendered =
      values ? adref_render_template(session->library, template, values, error) : NULL;
  if (!rendered)
    return ADREF_FAILURE;
  g_string_append_len(run->out, rendered->str, (gssize)rendered->len);
  return ADREF_YES;
}

/* Of a file, "FILE.md", or of a template of the library by its name. */
static int render(AdrefRun *run, const AdrefSession *session, const char *language, GError **error)
{
  const char *argument = adref_run_argument(run, 1);
  if (!g_str_has_suffix(argument, ".md")) {
    const AdrefTemplate *named = adref_library_template(
        session->library, argument, language ? language : ADREF_TEMPLATE_LANGUAGE, error);
    return named ? put_rendered(run, session, named, error) : ADREF_FAILURE;
  }
  g_autofree char *path = path_in(argument, language);
  g_autoptr(AdrefTemplate) original = NULL;
  g_autoptr(AdrefTemplate) template = read_file(run, session, path, &original, error);
  return template ? put_rendered(run, session, template, error) : ADREF_FAILURE;
}

static const char *verb_of(const AdrefRun *run)
{
  const char *verb = adref_run_argument(run, 0);
  return verb ? verb : "list";
}

/* Each option goes with its verbs; only update takes several files. */
static gboolean check_options(const AdrefRun *run, GError **error)
{
  const char *verb = verb_of(run);
  gboolean updates = strcmp(verb, "update") == 0;
  if (!updates && adref_run_argument(run, 2)) {
    adref_error(error, ADREF_ERROR_USAGE, "templates: %s takes one argument", verb);
    return FALSE;
  }
  if (updates && adref_run_flag(run, "all"))
    return TRUE;
  static const struct {
    const char *option, *verb;
  } pairs[] = {{"outlines", "list"},
               {"all", "check"},
               {"values", "render"},
               {"set", "render"},
               {"dry-run", "update"}};
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    if (!adref_run_flag(run, pairs[i].option) || strcmp(verb, pairs[i].verb) == 0)
      continue;
    adref_error(error, ADREF_ERROR_USAGE, "templates: --%s goes with %s", pairs[i].option,
                pairs[i].verb);
    return FALSE;
  }
  if (!adref_run_flag(run, "lang") || strcmp(verb, "show") == 0 || strcmp(verb, "render") == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "templates: --lang goes with show and render");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *verb = verb_of(run), *language = adref_run_value(run, "lang");
  gboolean named = adref_run_argument(run, 1) != NULL;
  const AdrefSession *session = run->session;
  if (strcmp(verb, "list") == 0)
    return list(run, session, error);
  if (strcmp(verb, "show") == 0 && named)
    return show(run, session, language ? language : "en", error);
  if (strcmp(verb, "check") == 0 && !named)
    return check(run, session, error);
  if (strcmp(verb, "update") == 0)
    return adref_templates_update(run, error);
  if (strcmp(verb, "render") == 0 && named)
    return render(run, session, language, error);
  static const char *const verbs[] = {"list", "show", "check", "render", "update", NULL};
  adref_run_refuse_verb(run, verbs, error);
  return ADREF_USAGE;
}

static const AdrefOption options[] = {
    {"outlines", 0, NULL, NULL, FALSE, "list outlines, not clause templates"},
    {"lang", 'l', "LANG", NULL, FALSE, "show or render the template in this language (en)"},
    {"all", 0, NULL, NULL, FALSE, "check also what no statement uses; update: take all files"},
    {"values", 0, "FILE", NULL, FALSE, "YAML file with values for render"},
    {"set", 0, "NAME=VALUE", NULL, TRUE, "a value for render"},
    {"dry-run", 0, NULL, NULL, FALSE, "update: only show what differs"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_templates = {
    .name = "templates",
    .arguments = "[list | show | check | render | update] [NAME | FILE...]",
    .summary = "List, show, check, try out or update clause templates",
    .details =
        "list names the clause templates (or, with --outlines, the outlines) whose name matches "
        "PATTERN, a regular expression. show prints one, or an outline, with its parameters. check "
        "reads the whole "
        "library and reports every mistake as file:line:column; the exit status is 1 when there "
        "is one. Mistakes in outlines and templates that no statement uses are counted only, but "
        "with --all. render prints what one template gives, of the library by its name or in a "
        "file that ends in .md, with values from --values and --set and the defaults for the "
        "rest.\n\n"
        "update compares templates/ with the starter library that is installed with adref: words "
        "of "
        "clauses, keys of YAML, files that the workspace lacks. On a terminal it asks for each "
        "file; "
        "else it shows what differs (status 1), FILE (or a folder) takes what is named, and --all "
        "everything. Files that only the workspace has stay, and one with changes that are in no "
        "version is not replaced. A file that a statement uses is saved with its next version.",
    .options = options,
    .most = 1000,
    .needs = ADREF_NEEDS_WORKSPACE,
    .check = check_options,
    .run = run,
};
