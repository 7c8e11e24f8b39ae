/* Mustache over YAML: the scope in which tests render templates. */
#ifndef ADREF_TESTS_YAML_SCOPE_H
#define ADREF_TESTS_YAML_SCOPE_H

#include <string.h>

#include "draft/data/markdown_escape.h"
#include "draft/data/yaml.h"
#include "draft/library/mustache.h"
#include "suite.h"

typedef struct {
  const AdrefYaml *partials;
  GPtrArray *parsed; /* of AdrefMustache */
  gboolean strict;   /* a missing name is an error */
} YamlWorld;

static inline gboolean yaml_member(G_GNUC_UNUSED gpointer data, AdrefMustacheItem item,
                                   const char *name, AdrefMustacheItem *out)
{
  const AdrefYaml *found = adref_yaml_get(item, name);
  if (found)
    *out = found;
  return found != NULL;
}

static inline gboolean yaml_is_plain(const AdrefYaml *node, const char *word)
{
  return node->type == ADREF_YAML_SCALAR && !node->quoted && strcmp(node->text, word) == 0;
}

static inline char *yaml_print(G_GNUC_UNUSED gpointer data, AdrefMustacheItem item)
{
  const AdrefYaml *node = item;
  return node->type != ADREF_YAML_SCALAR || yaml_is_plain(node, "null") ? NULL
                                                                        : g_strdup(node->text);
}

static inline gboolean yaml_is_true(G_GNUC_UNUSED gpointer data, AdrefMustacheItem item)
{
  return !yaml_is_plain(item, "false") && !yaml_is_plain(item, "null");
}

static inline GPtrArray *yaml_items(G_GNUC_UNUSED gpointer data, AdrefMustacheItem item)
{
  const AdrefYaml *node = item;
  return node->type == ADREF_YAML_LIST ? g_ptr_array_ref(node->items) : NULL;
}

static inline char *yaml_escape(G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED AdrefMustacheItem item,
                                const char *text)
{
  return adref_markdown_escape(text);
}

static inline const AdrefMustache *yaml_partial(gpointer data, const char *name, GError **error)
{
  YamlWorld *world = data;
  const AdrefYaml *node = world->partials ? adref_yaml_get(world->partials, name) : NULL;
  if (!node)
    return NULL;
  AdrefMustache *partial = adref_mustache_parse(node->text, strlen(node->text), name, 1, error);
  if (partial)
    g_ptr_array_add(world->parsed, partial);
  return partial;
}

static inline gboolean yaml_missing(gpointer data, const char *name, AdrefLocation place,
                                    GError **error)
{
  const YamlWorld *world = data;
  if (world->strict)
    adref_error_at(error, ADREF_ERROR_INPUT, place, "no %s", name);
  return !world->strict;
}

static inline void yaml_free_parsed(gpointer template)
{
  adref_mustache_free(template);
}

static inline AdrefYaml *read_yaml(const char *text)
{
  g_autoptr(GError) error = NULL;
  AdrefYaml *yaml = adref_yaml_read(text ? text : "", text ? strlen(text) : 0, "data", 1, &error);
  ck_assert_no_error(error);
  return yaml;
}

/* Renders a template, which begins at line 5 of "t.md", over YAML values (NULL: none) with YAML
 * partials (NULL: none). Caller frees; NULL on failure. */
static inline char *yaml_render(const char *text, const char *values, const char *others,
                                gboolean strict, GError **error)
{
  g_autoptr(AdrefYaml) data = read_yaml(values);
  g_autoptr(AdrefYaml) partials = read_yaml(others);
  g_autoptr(GPtrArray) parsed = g_ptr_array_new_with_free_func(yaml_free_parsed);
  YamlWorld world = {partials, parsed, strict};
  AdrefMustacheCallbacks scope = {&world,     yaml_member, yaml_print,   yaml_is_true,
                                  yaml_items, yaml_escape, yaml_partial, yaml_missing};
  g_autoptr(AdrefMustache) template = adref_mustache_parse(text, strlen(text), "t.md", 5, error);
  GString *result = template ? adref_mustache_render(template, data, &scope, error) : NULL;
  return result ? g_string_free(result, FALSE) : NULL;
}

#endif
