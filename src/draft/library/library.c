#include "draft/library/library.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/string_order.h"
#include "draft/data/yaml_folder.h"

static const char parties_path[] = "templates/parties.yaml";

struct AdrefLibrary {
  AdrefFileSource *source;
  GBytes *registry; /* templates/parties.yaml, or NULL */
  const AdrefParties *parties;
  AdrefParties *own_parties;         /* the same, or NULL: of another library */
  const AdrefParties *today;         /* `parties`, or those of the day that was chosen */
  GHashTable *days;                  /* day (gint64 *) -> AdrefParties of that day */
  GHashTable *templates;             /* path -> AdrefTemplate */
  GHashTable *languages;             /* name -> GPtrArray of languages; NULL: not listed yet */
  GPtrArray *names;                  /* sorted, owned by `languages` */
  AdrefAbbreviations *abbreviations; /* NULL: not read yet */
};

static void parties_free(gpointer parties)
{
  adref_parties_free(parties);
}

static void template_free(gpointer template)
{
  adref_template_free(template);
}

/* FALSE on failure; *bytes is NULL when the file is missing. */
static gboolean read_registry(AdrefFileSource *source, GBytes **bytes, GError **error)
{
  g_autoptr(GError) cause = NULL;
  *bytes = adref_file_source_read_text(source, parties_path, ADREF_YAML_LIMIT, &cause);
  if (*bytes || g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

static AdrefParties *read_parties(GBytes *registry, GError **error)
{
  if (!registry)
    return adref_parties_new_empty();
  gsize length;
  const char *text = g_bytes_get_data(registry, &length);
  return adref_parties_read(text, length, parties_path, error);
}

AdrefLibrary *adref_library_open_like(AdrefFileSource *source, const AdrefLibrary *other,
                                      GError **error)
{
  g_autoptr(GBytes) registry = NULL;
  if (!read_registry(source, &registry, error))
    return NULL;
  gboolean is_same =
      other && registry && other->registry && g_bytes_equal(registry, other->registry);
  AdrefParties *parties = is_same ? NULL : read_parties(registry, error);
  if (!parties && !is_same)
    return NULL;
  AdrefLibrary *library = g_new0(AdrefLibrary, 1);
  library->source = source;
  library->registry = g_steal_pointer(&registry);
  library->own_parties = parties;
  library->parties = is_same ? other->parties : parties;
  library->today = library->parties;
  library->days = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, parties_free);
  library->templates = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, template_free);
  return library;
}

AdrefLibrary *adref_library_open(AdrefFileSource *source, GError **error)
{
  return adref_library_open_like(source, NULL, error);
}

void adref_library_free(AdrefLibrary *library)
{
  if (!library)
    return;
  g_hash_table_unref(library->days);
  adref_abbreviations_free(library->abbreviations);
  adref_parties_free(library->own_parties);
  g_clear_pointer(&library->registry, g_bytes_unref);
  g_hash_table_unref(library->templates);
  g_clear_pointer(&library->names, g_ptr_array_unref);
  g_clear_pointer(&library->languages, g_hash_table_unref);
  g_free(library);
}

const AdrefParties *adref_library_parties(const AdrefLibrary *library)
{
  return library->today;
}

void adref_library_set_day(AdrefLibrary *library, const AdrefValue *date)
{
  gint64 day;
  library->today = library->parties;
  if (!date || !adref_value_day(date, &day))
    return;
  AdrefParties *found = g_hash_table_lookup(library->days, &day);
  if (!found)
    found = adref_parties_at(library->parties, day);
  if (found && !g_hash_table_contains(library->days, &day))
    g_hash_table_insert(library->days, g_memdup2(&day, sizeof day), found);
  if (found)
    library->today = found;
}

AdrefFileSource *adref_library_source(const AdrefLibrary *library)
{
  return library->source;
}

const AdrefAbbreviations *adref_library_abbreviations(AdrefLibrary *library, GError **error)
{
  if (!library->abbreviations)
    library->abbreviations = adref_abbreviations_read(library->source, error);
  return library->abbreviations;
}

static void languages_free(gpointer languages)
{
  g_ptr_array_unref(languages);
}

/* English first, the others in their order. */
static int compare_languages(gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *)a, *right = *(const char *const *)b;
  int english =
      g_str_equal(right, ADREF_TEMPLATE_LANGUAGE) - g_str_equal(left, ADREF_TEMPLATE_LANGUAGE);
  return english ? english : strcmp(left, right);
}

static void add_listed_file(AdrefLibrary *library, const char *path)
{
  g_autofree char *name = NULL, *language = NULL;
  if (!adref_template_split_path(path, &name, &language) ||
      !adref_name_is(ADREF_NAME_TEMPLATE, name) || !adref_name_is(ADREF_NAME_LANGUAGE, language))
    return;
  GPtrArray *languages = g_hash_table_lookup(library->languages, name);
  if (!languages) {
    languages = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(library->names, name);
    g_hash_table_insert(library->languages, g_steal_pointer(&name), languages);
  }
  g_ptr_array_add(languages, g_steal_pointer(&language));
}

static gboolean list_once(AdrefLibrary *library, GError **error)
{
  if (library->languages)
    return TRUE;
  g_auto(GStrv) paths = library->source->list(library->source, ADREF_CLAUSES_FOLDER, error);
  if (!paths)
    return FALSE;
  library->languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, languages_free);
  library->names = g_ptr_array_new();
  for (char **path = paths; *path; path++)
    add_listed_file(library, *path);
  g_ptr_array_sort(library->names, adref_string_order);
  return TRUE;
}

static char **copy_strings(const GPtrArray *strings)
{
  g_autoptr(GStrvBuilder) copy = g_strv_builder_new();
  for (guint i = 0; strings && i < strings->len; i++)
    g_strv_builder_add(copy, strings->pdata[i]);
  return g_strv_builder_end(copy);
}

char **adref_library_templates(AdrefLibrary *library, GError **error)
{
  return list_once(library, error) ? copy_strings(library->names) : NULL;
}

char **adref_library_languages(AdrefLibrary *library, const char *name, GError **error)
{
  if (!list_once(library, error))
    return NULL;
  GPtrArray *languages = g_hash_table_lookup(library->languages, name);
  if (languages)
    g_ptr_array_sort(languages, compare_languages);
  return copy_strings(languages);
}

char **adref_library_outlines(AdrefLibrary *library, GError **error)
{
  return adref_yaml_folder_list(&adref_yaml_folder_outlines, library->source, error);
}

char **adref_library_styles(AdrefLibrary *library, GError **error)
{
  return adref_yaml_folder_list(&adref_yaml_folder_styles, library->source, error);
}

/* "; did you mean ...?", or "". Caller frees. */
static char *suggest_template(AdrefLibrary *library, const char *name)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  gboolean listed = list_once(library, NULL);
  for (guint i = 0; listed && i < library->names->len; i++)
    if (!g_str_equal(library->names->pdata[i], name))
      g_ptr_array_add(names, library->names->pdata[i]);
  g_ptr_array_add(names, NULL);
  const char *near = adref_name_closest(name, (const char *const *)names->pdata);
  return near ? g_strdup_printf("; did you mean \"%s\"?", near) : g_strdup("");
}

static void fail_missing(AdrefLibrary *library, const char *name, const char *language,
                         const AdrefTemplate *original, GError **error)
{
  g_autofree char *path = adref_template_path(name, language);
  if (original) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "the clause template \"%s\" has no text in the language \"%s\"; %s is expected",
                name, language, path);
    return;
  }
  g_autofree char *hint = suggest_template(library, name);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "there is no clause template \"%s\" (%s)%s", name, path,
              hint);
}

static const AdrefTemplate *get(AdrefLibrary *library, const char *name, const char *language,
                                const AdrefTemplate *original, GError **error)
{
  g_autofree char *path = adref_template_path(name, language);
  AdrefTemplate *template = g_hash_table_lookup(library->templates, path);
  if (template)
    return template;
  g_autoptr(GError) cause = NULL;
  template = adref_template_read(library->source, path, original, library->parties, &cause);
  if (template)
    g_hash_table_insert(library->templates, template->path, template);
  else if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    fail_missing(library, name, language, original, error);
  else
    g_propagate_error(error, g_steal_pointer(&cause));
  return template;
}

const AdrefTemplate *adref_library_template(AdrefLibrary *library, const char *name,
                                            const char *language, GError **error)
{
  if (!adref_name_is(ADREF_NAME_TEMPLATE, name)) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "\"%s\" cannot be the name of a clause template; allowed are %s", name,
                adref_name_rule(ADREF_NAME_TEMPLATE));
    return NULL;
  }
  if (!adref_name_check(ADREF_NAME_LANGUAGE, language, error))
    return NULL;
  const AdrefTemplate *original = get(library, name, ADREF_TEMPLATE_LANGUAGE, NULL, error);
  if (!original || g_str_equal(language, ADREF_TEMPLATE_LANGUAGE))
    return original;
  return get(library, name, language, original, error);
}

void adref_library_propagate_error(GError **error, AdrefLocation place, GError *cause)
{
  if (!g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
    g_propagate_error(error, cause);
    return;
  }
  adref_error_at(error, ADREF_ERROR_NOT_FOUND, place, "%s", cause->message);
  g_error_free(cause);
}

static const AdrefTemplate *get_included(AdrefLibrary *library, const AdrefInclude *include,
                                         const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL;
  const AdrefTemplate *found = adref_library_template(library, include->name, language, &cause);
  if (!found)
    adref_library_propagate_error(error, include->place, g_steal_pointer(&cause));
  return found;
}

GPtrArray *adref_library_include_closure(AdrefLibrary *library, const AdrefTemplate *template,
                                         GError **error)
{
  g_autoptr(GPtrArray) closure = g_ptr_array_new();
  g_ptr_array_add(closure, (gpointer)(guintptr) template);
  for (guint at = 0; at < closure->len; at++) {
    const AdrefTemplate *from = closure->pdata[at];
    for (guint i = 0; i < from->includes->len; i++) {
      const AdrefTemplate *found =
          get_included(library, from->includes->pdata[i], template->language, error);
      if (!found)
        return NULL;
      if (!g_ptr_array_find(closure, found, NULL))
        g_ptr_array_add(closure, (gpointer)(guintptr)found);
    }
  }
  return g_steal_pointer(&closure);
}
