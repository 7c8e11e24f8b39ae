#include "draft/data/yaml_folder.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"

const AdrefYamlFolder adref_yaml_folder_outlines = {"templates/outlines", "outline", "an outline"};
const AdrefYamlFolder adref_yaml_folder_styles = {"templates/styles", "style", "a style"};

char *adref_yaml_folder_path(const AdrefYamlFolder *yaml_folder, const char *name)
{
  return g_strdup_printf("%s/%s.yaml", yaml_folder->folder, name);
}

char **adref_yaml_folder_list(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                              GError **error)
{
  g_auto(GStrv) paths = source->list(source, yaml_folder->folder, error);
  if (!paths)
    return NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (char **path = paths; *path; path++) {
    g_autofree char *name = g_strdup(*path + strlen(yaml_folder->folder) + 1);
    if (!g_str_has_suffix(name, ".yaml"))
      continue;
    name[strlen(name) - strlen(".yaml")] = '\0';
    if (adref_name_is(ADREF_NAME_CLAUSE, name))
      g_ptr_array_add(names, g_steal_pointer(&name));
  }
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_steal(names, NULL);
}

static void fail_missing(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                         const char *name, GError **error)
{
  g_auto(GStrv) names = adref_yaml_folder_list(yaml_folder, source, NULL);
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (guint i = 0; names && names[i]; i++)
    g_ptr_array_add(known, names[i]);
  g_autofree char *hint = adref_name_suggest(name, known);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "there is no %s \"%s\"%s", yaml_folder->noun, name,
              hint);
}

static GBytes *read_bytes(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                          const char *name, const char *path, GError **error)
{
  if (!adref_name_is(ADREF_NAME_CLAUSE, name)) {
    adref_error(error, ADREF_ERROR_INPUT, "\"%s\" cannot be the name of %s; allowed are %s", name,
                yaml_folder->with_article, adref_name_rule(ADREF_NAME_CLAUSE));
    return NULL;
  }
  g_autoptr(GError) cause = NULL;
  GBytes *bytes = source->read(source, path, ADREF_YAML_LIMIT, &cause);
  if (bytes)
    return bytes;
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    fail_missing(yaml_folder, source, name, error);
  else
    g_propagate_error(error, g_steal_pointer(&cause));
  return NULL;
}

AdrefYaml *adref_yaml_folder_read(const AdrefYamlFolder *yaml_folder, AdrefFileSource *source,
                                  const char *name, char **blob, GError **error)
{
  g_autofree char *path = adref_yaml_folder_path(yaml_folder, name);
  g_autoptr(GBytes) bytes = read_bytes(yaml_folder, source, name, path, error);
  if (!bytes)
    return NULL;
  gsize length;
  const char *text = adref_file_source_check_text(bytes, path, &length, error);
  AdrefYaml *yaml = text ? adref_yaml_read(text, length, path, 1, error) : NULL;
  if (yaml && blob)
    *blob = adref_blob_id(bytes);
  return yaml;
}
