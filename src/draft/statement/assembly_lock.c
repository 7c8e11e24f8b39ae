#include "draft/statement/assembly_lock.h"

#include "base/digest.h"
#include "base/name.h"

static const char comment[] = "# Written by adref draft; do not edit.\n";

static void put(AdrefYamlWriter *writer, const char *key, const char *text)
{
  adref_yaml_put(writer, key);
  adref_yaml_put_quoted(writer, text);
}

static void put_values(AdrefYamlWriter *writer, const AdrefBinding *values)
{
  if (values->all->len == 0)
    return;
  adref_yaml_put(writer, "values");
  adref_yaml_open_map(writer);
  for (guint i = 0; i < values->all->len; i++) {
    const AdrefBoundParam *bound = values->all->pdata[i];
    adref_yaml_put_quoted(writer, bound->param->name);
    adref_value_write(bound->value, writer);
  }
  adref_yaml_close(writer);
}

static const AdrefTemplate *find(const GPtrArray *closure, const char *name)
{
  for (guint i = 0; i < closure->len; i++) {
    const AdrefTemplate *template = closure->pdata[i];
    if (g_str_equal(template->name, name))
      return template;
  }
  return NULL;
}

/* The blob of one template in each language that has it. */
static void put_blobs(AdrefYamlWriter *writer, const char *key, const GPtrArray *closures,
                      const char *name)
{
  adref_yaml_put_quoted(writer, key);
  adref_yaml_open_map(writer);
  for (guint i = 0; i < closures->len; i++) {
    const AdrefTemplate *template = find(closures->pdata[i], name);
    if (template)
      put(writer, template->language, template->blob);
  }
  adref_yaml_close(writer);
}

static GPtrArray *partials_of(const AdrefAssemblyPart *part)
{
  GPtrArray *names = g_ptr_array_new();
  for (guint i = 0; i < part->closures->len; i++) {
    const GPtrArray *closure = part->closures->pdata[i];
    for (guint j = 1; j < closure->len; j++) {
      const AdrefTemplate *template = closure->pdata[j];
      if (!g_ptr_array_find_with_equal_func(names, template->name, g_str_equal, NULL))
        g_ptr_array_add(names, template->name);
    }
  }
  return names;
}

static void put_clause(AdrefYamlWriter *writer, const AdrefAssemblyPart *part)
{
  adref_yaml_open_map(writer);
  put(writer, "id", part->entry->id);
  put(writer, "template", part->entry->template);
  put_blobs(writer, "blobs", part->closures, part->entry->template);
  g_autoptr(GPtrArray) partials = partials_of(part);
  if (partials->len > 0) {
    adref_yaml_put(writer, "partials");
    adref_yaml_open_map(writer);
    for (guint i = 0; i < partials->len; i++)
      put_blobs(writer, partials->pdata[i], part->closures, partials->pdata[i]);
    adref_yaml_close(writer);
  }
  put_values(writer, part->values);
  adref_yaml_close(writer);
}

static void put_texts(AdrefYamlWriter *writer, const AdrefAssemblyPlan *plan, GHashTable *texts)
{
  adref_yaml_put(writer, "texts");
  adref_yaml_open_map(writer);
  for (char **language = plan->statement->languages; *language; language++) {
    const GString *text = g_hash_table_lookup(texts, *language);
    g_autofree char *hash = adref_digest_of(text->str, text->len);
    put(writer, *language, hash);
  }
  adref_yaml_close(writer);
}

GString *adref_assembly_lock_write(const AdrefAssemblyPlan *plan, GHashTable *texts)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_yaml_put(writer, "outline");
  adref_yaml_open_map(writer);
  put(writer, "name", plan->outline->name);
  put(writer, "blob", plan->outline->blob);
  if (plan->outline->style)
    put(writer, "style", plan->outline->style);
  put_values(writer, plan->shared);
  adref_yaml_close(writer);
  adref_yaml_put(writer, "clauses");
  adref_yaml_open_list(writer);
  for (guint i = 0; i < plan->parts->len; i++) {
    const AdrefAssemblyPart *part = plan->parts->pdata[i];
    if (part->closures)
      put_clause(writer, part);
  }
  adref_yaml_close(writer);
  put_texts(writer, plan, texts);
  adref_yaml_close(writer);
  return g_string_prepend(adref_yaml_writer_end(writer), comment);
}

char *adref_assembly_lock_text_hash(const char *lock, gsize length, const char *name,
                                    const char *language, GError **error)
{
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lock, length, name, 1, error);
  if (!yaml)
    return NULL;
  const AdrefYaml *texts = adref_yaml_get(yaml, "texts");
  const char *hash = NULL;
  if (texts && !adref_yaml_text(texts, language, &hash, error))
    return NULL;
  return g_strdup(hash);
}

char *adref_assembly_lock_style(const char *lock, gsize length, const char *name, GError **error)
{
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lock, length, name, 1, error);
  const AdrefYaml *outline = yaml ? adref_yaml_get(yaml, "outline") : NULL;
  const char *style = NULL;
  if (outline && !adref_yaml_text(outline, "style", &style, error))
    return NULL;
  return g_strdup(style);
}

/* The files of one template: a map of languages and blobs. What no assembly writes is left out. */
static void add_blobs(GHashTable *templates, const char *name, const AdrefYaml *blobs)
{
  gboolean is_map = blobs && blobs->type == ADREF_YAML_MAP;
  for (guint i = 0; is_map && adref_name_is(ADREF_NAME_TEMPLATE, name) && i < blobs->items->len;
       i++) {
    const AdrefYaml *blob = blobs->items->pdata[i];
    if (blob->type == ADREF_YAML_SCALAR && adref_name_is(ADREF_NAME_LANGUAGE, blob->key))
      g_hash_table_insert(templates, adref_template_path(name, blob->key), g_strdup(blob->text));
  }
}

static void add_clause(GHashTable *templates, const AdrefYaml *clause)
{
  const char *name = NULL;
  const AdrefYaml *partials = adref_yaml_get(clause, "partials");
  if (adref_yaml_text(clause, "template", &name, NULL) && name)
    add_blobs(templates, name, adref_yaml_get(clause, "blobs"));
  for (guint i = 0; partials && partials->type == ADREF_YAML_MAP && i < partials->items->len; i++) {
    const AdrefYaml *partial = partials->items->pdata[i];
    add_blobs(templates, partial->key, partial);
  }
}

GHashTable *adref_assembly_lock_templates(const char *lock, gsize length, const char *name,
                                          GError **error)
{
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lock, length, name, 1, error);
  const AdrefYaml *clauses = yaml ? adref_yaml_get(yaml, "clauses") : NULL;
  if (!yaml)
    return NULL;
  GHashTable *templates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; clauses && clauses->type == ADREF_YAML_LIST && i < clauses->items->len; i++) {
    const AdrefYaml *clause = clauses->items->pdata[i];
    if (clause->type == ADREF_YAML_MAP)
      add_clause(templates, clause);
  }
  return templates;
}
