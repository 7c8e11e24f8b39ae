#include "cmd/templates_outline.h"

#include <string.h>

#include "draft/data/yaml.h"

static void put_bounds(GString *out, const AdrefParam *param)
{
  gboolean date = param->type == ADREF_VALUE_DATE;
  g_autofree char *min =
      date ? adref_date_text(param->min) : g_strdup_printf("%" G_GINT64_FORMAT, param->min);
  g_autofree char *max =
      date ? adref_date_text(param->max) : g_strdup_printf("%" G_GINT64_FORMAT, param->max);
  if (param->has_min)
    g_string_append_printf(out, ", from %s", min);
  if (param->has_max)
    g_string_append_printf(out, "%s %s", param->has_min ? " to" : ", up to", max);
}

void adref_templates_put_param(GString *out, const AdrefParam *param, const char *language)
{
  g_string_append_printf(out, "  %s: %s", param->name, adref_value_type_word(param->type));
  put_bounds(out, param);
  for (guint i = 0; param->choices && i < param->choices->len; i++) {
    g_autofree char *choice = adref_value_print(param->choices->pdata[i], "", language);
    g_string_append_printf(out, "%s %s", i > 0 ? "," : ":", choice);
  }
  if (param->default_value && param->type == ADREF_VALUE_BOOLEAN) {
    g_string_append_printf(out, "; default %s",
                           adref_value_is_true(param->default_value) ? "true" : "false");
  } else if (param->default_value) {
    g_autofree char *value = adref_value_print(
        param->default_value, param->type == ADREF_VALUE_INTEGER ? "plain" : "", language);
    g_string_append_printf(out, "; default %s", value ? value : "");
  }
  g_string_append_printf(out, "\n%s%s%s", param->question ? "      " : "",
                         param->question ? param->question : "", param->question ? "\n" : "");
}

static gboolean is_fixed(const AdrefOutlineEntry *entry, const AdrefParam *param)
{
  return entry->with && adref_yaml_get(entry->with, param->name);
}

/* What the clause templates ask for, but what the outline fixes. */
static void put_asked(GString *out, AdrefLibrary *library, const AdrefOutlineEntry *entry,
                      GHashTable *seen, const char *language)
{
  const AdrefTemplate *template =
      entry->template ? adref_library_template(library, entry->template, "en", NULL) : NULL;
  g_autoptr(GPtrArray) all =
      template ? adref_library_include_closure(library, template, NULL) : NULL;
  for (guint i = 0; all && i < all->len; i++) {
    const GPtrArray *params = ((const AdrefTemplate *)all->pdata[i])->params;
    for (guint j = 0; j < params->len; j++) {
      const AdrefParam *param = params->pdata[j];
      if (!is_fixed(entry, param) && g_hash_table_add(seen, param->name))
        adref_templates_put_param(out, param, language);
    }
  }
}

static void put_entry(GString *out, const AdrefOutlineEntry *entry, const char *language)
{
  const char *words = entry->heading ? adref_localized_text_get(entry->heading, language) : NULL;
  if (entry->heading && !words)
    words = adref_localized_text_get(entry->heading, "en");
  if (words)
    g_string_append_printf(out, "%.*s %s\n", (int)entry->level, "######", words);
  else if (entry->template)
    g_string_append_printf(out, "  %s%s%s%s\n", entry->template, entry->when ? ", when " : "",
                           entry->when && entry->unless ? "not " : "",
                           entry->when ? entry->when : "");
}

void adref_templates_put_outline(GString *out, AdrefLibrary *library, const AdrefOutline *outline,
                                 const char *language)
{
  g_autofree char *codes = outline->parties ? g_strjoinv(", ", outline->parties) : NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_string_append_printf(out, "%s (outline, %s)\n%s\n", outline->name, outline->path,
                         outline->summary);
  if (codes)
    g_string_append_printf(out, "for %s\n", codes);
  if (outline->count > 0)
    g_string_append_printf(out, "for %u parties\n", outline->count);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < outline->params->len; i++) {
    const AdrefParam *param = outline->params->pdata[i];
    g_hash_table_add(seen, param->name);
    adref_templates_put_param(out, param, language);
  }
  for (guint i = 0; i < outline->entries->len; i++)
    put_asked(out, library, outline->entries->pdata[i], seen, language);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < outline->entries->len; i++)
    put_entry(out, outline->entries->pdata[i], language);
}
