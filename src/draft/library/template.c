#include "draft/library/template.h"

#include <string.h>

#include "base/file.h"
#include "draft/library/params.h"

static const char *const keys[] = {"summary", "kind", "source", "speaker", "params", NULL};
static const char *const translation_keys[] = {"summary", "speaker", NULL};

/* The two parts of a file. */
typedef struct {
  const char *front; /* NULL: none */
  gsize front_length;
  const char *body;
  gsize body_length;
  guint body_line;
} TemplateParts;

gboolean adref_template_split_path(const char *path, char **name, char **language)
{
  if (!g_str_has_suffix(path, ".md"))
    return FALSE;
  const char *folder = ADREF_CLAUSES_FOLDER "/";
  const char *slash = strrchr(path, '/');
  const char *start = slash ? slash + 1 : path;
  if (g_str_has_prefix(path, folder))
    start = path + strlen(folder);
  g_autofree char *stem = g_strndup(start, strlen(start) - strlen(".md"));
  char *last = strrchr(stem, '/');
  char *dot = strrchr(last ? last : stem, '.');
  *language = g_strdup(dot ? dot + 1 : ADREF_TEMPLATE_LANGUAGE);
  if (dot)
    *dot = '\0';
  *name = g_steal_pointer(&stem);
  return TRUE;
}

char *adref_template_path(const char *name, const char *language)
{
  if (g_str_equal(language, ADREF_TEMPLATE_LANGUAGE))
    return g_strdup_printf(ADREF_CLAUSES_FOLDER "/%s.md", name);
  return g_strdup_printf(ADREF_CLAUSES_FOLDER "/%s.%s.md", name, language);
}

static gboolean is_fence(const char *line, gsize length)
{
  while (length > 0 && strchr(" \t\r", line[length - 1]))
    length--;
  return length == 3 && memcmp(line, "---", 3) == 0;
}

/* The offset after the line that begins at `start`. */
static gsize next_line(const char *text, gsize length, gsize start)
{
  const char *end = memchr(text + start, '\n', length - start);
  return end ? (gsize)(end - text) + 1 : length;
}

static gsize line_length(const char *text, gsize start, gsize next)
{
  return next > start && text[next - 1] == '\n' ? next - start - 1 : next - start;
}

static gboolean split(const char *text, gsize length, const char *path, TemplateParts *parts,
                      GError **error)
{
  *parts = (TemplateParts){.body = text, .body_length = length, .body_line = 1};
  gsize at = next_line(text, length, 0);
  if (!is_fence(text, line_length(text, 0, at)))
    return TRUE;
  parts->front = text + at;
  for (guint line = 2; at < length; line++) {
    gsize start = at;
    at = next_line(text, length, start);
    if (!is_fence(text + start, line_length(text, start, at)))
      continue;
    parts->front_length = (gsize)(text + start - parts->front);
    parts->body = text + at;
    parts->body_length = length - at;
    parts->body_line = line + 1;
    return TRUE;
  }
  AdrefLocation place = {.file = path, .line = 1, .column = 1};
  adref_error_at(error, ADREF_ERROR_INPUT, place,
                 "the front matter has no end; a second line \"---\" ends it");
  return FALSE;
}

static gboolean read_kind(AdrefTemplate *template, const AdrefYaml *front, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(front, "kind");
  AdrefLocation place =
      node ? node->place : (AdrefLocation){.file = template->path, .line = 1, .column = 1};
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  for (AdrefClauseKind kind = ADREF_CHAPEAU; kind <= ADREF_ANNEX; kind++) {
    const char *word = adref_clause_kind_word(kind);
    g_ptr_array_add(words, (char *)(guintptr)word);
    if (node && node->type == ADREF_YAML_SCALAR && g_str_equal(node->text, word)) {
      template->kind = kind;
      return TRUE;
    }
  }
  g_ptr_array_add(words, NULL);
  g_autofree char *list = g_strjoinv(", ", (char **)words->pdata);
  if (node && node->type == ADREF_YAML_SCALAR)
    adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\" is not a kind; allowed are %s",
                   node->text, list);
  else
    adref_error_at(error, ADREF_ERROR_INPUT, place, "a template needs a kind: one of %s", list);
  return FALSE;
}

static gboolean read_summary(AdrefTemplate *template, const AdrefYaml *front,
                             const AdrefTemplate *original, GError **error)
{
  const char *summary = original ? original->summary : NULL;
  if (front && !adref_yaml_text(front, "summary", &summary, error))
    return FALSE;
  if (!summary || !*summary) {
    AdrefLocation place = {.file = template->path, .line = 1, .column = 1};
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "a template needs a summary: one line for lists");
    return FALSE;
  }
  template->summary = g_strdup(summary);
  return TRUE;
}

static gboolean read_front(AdrefTemplate *template, const TemplateParts *parts,
                           const AdrefTemplate *original, const AdrefParties *parties,
                           GError **error)
{
  if (!parts->front && !original) {
    AdrefLocation place = {.file = template->path, .line = 1, .column = 1};
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "a template begins with its front matter: summary and kind between two lines "
                   "\"---\"");
    return FALSE;
  }
  const char *source = original ? original->source : NULL, *speaker = NULL;
  g_autoptr(AdrefYaml) front = NULL;
  if (parts->front)
    front = adref_yaml_read(parts->front, parts->front_length, template->path, 2, error);
  if (parts->front && !front)
    return FALSE;
  if (front && !adref_yaml_check_keys(front, original ? "a translation" : "a clause template",
                                      original ? translation_keys : keys, error))
    return FALSE;
  if (!read_summary(template, front, original, error) ||
      (front && (!adref_yaml_text(front, "source", &source, error) ||
                 !adref_yaml_text(front, "speaker", &speaker, error))))
    return FALSE;
  template->source = g_strdup(source);
  template->speaker = g_strdup(speaker);
  if (original) {
    template->kind = original->kind;
    template->params = g_ptr_array_ref(original->params);
    return TRUE;
  }
  template->params = adref_params_read(adref_yaml_get(front, "params"), parties, error);
  return template->params && read_kind(template, front, error);
}

static void include_free(gpointer data)
{
  AdrefInclude *include = data;
  g_free(include->name);
  g_free(include);
}

static void note_include(char kind, const char *name, AdrefLocation place, gpointer data)
{
  AdrefTemplate *template = data;
  if (kind != '>')
    return;
  AdrefInclude *include = g_new0(AdrefInclude, 1);
  include->name = g_strdup(name);
  include->place =
      (AdrefLocation){.file = template->path, .line = place.line, .column = place.column};
  g_ptr_array_add(template->includes, include);
}

static gboolean read_body(AdrefTemplate *template, const TemplateParts *parts, GError **error)
{
  template->text = g_strndup(parts->body, parts->body_length);
  template->first_line = parts->body_line;
  if (strspn(template->text, " \t\r\n") == parts->body_length) {
    AdrefLocation place = {.file = template->path, .line = parts->body_line, .column = 1};
    adref_error_at(error, ADREF_ERROR_INPUT, place, "the template has no text");
    return FALSE;
  }
  template->body = adref_mustache_parse(parts->body, parts->body_length, template->path,
                                        parts->body_line, error);
  if (!template->body)
    return FALSE;
  adref_mustache_each_tag(template->body, note_include, template);
  return TRUE;
}

AdrefTemplate *adref_template_parse(const char *text, gsize length, const char *path,
                                    const AdrefTemplate *original, const AdrefParties *parties,
                                    GError **error)
{
  g_autoptr(AdrefTemplate) template = g_new0(AdrefTemplate, 1);
  template->path = g_strdup(path);
  template->includes = g_ptr_array_new_with_free_func(include_free);
  if (!adref_template_split_path(path, &template->name, &template->language)) {
    template->name = g_path_get_basename(path);
    template->language = g_strdup(ADREF_TEMPLATE_LANGUAGE);
  }
  TemplateParts parts;
  if (!split(text, length, path, &parts, error) ||
      !read_front(template, &parts, original, parties, error) ||
      !read_body(template, &parts, error))
    return NULL;
  return g_steal_pointer(&template);
}

AdrefTemplate *adref_template_read(AdrefFileSource *source, const char *path,
                                   const AdrefTemplate *original, const AdrefParties *parties,
                                   GError **error)
{
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_YAML_LIMIT, error);
  if (!bytes)
    return NULL;
  gsize length;
  const char *text = adref_file_source_check_text(bytes, path, &length, error);
  AdrefTemplate *template =
      text ? adref_template_parse(text, length, path, original, parties, error) : NULL;
  if (template)
    template->blob = adref_blob_id(bytes);
  return template;
}

void adref_template_free(AdrefTemplate *template)
{
  if (!template)
    return;
  g_free(template->name);
  g_free(template->language);
  g_free(template->path);
  g_free(template->blob);
  g_free(template->summary);
  g_free(template->source);
  g_free(template->speaker);
  g_free(template->text);
  g_clear_pointer(&template->params, g_ptr_array_unref);
  g_clear_pointer(&template->includes, g_ptr_array_unref);
  adref_mustache_free(template->body);
  g_free(template);
}

const AdrefParam *adref_template_param(const AdrefTemplate *template, const char *name)
{
  return adref_params_get(template->params, name);
}
