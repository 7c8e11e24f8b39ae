/* A value as YAML. */
#include <string.h>

#include "draft/data/value_private.h"

static void write_texts(GHashTable *texts, AdrefYamlWriter *writer)
{
  const char *everywhere = g_hash_table_lookup(texts, "");
  if (everywhere) {
    adref_yaml_put_quoted(writer, everywhere);
    return;
  }
  g_autoptr(GList) languages = g_list_sort(g_hash_table_get_keys(texts), (GCompareFunc)strcmp);
  adref_yaml_open_map(writer);
  for (GList *l = languages; l; l = l->next) {
    adref_yaml_put_quoted(writer, l->data);
    adref_yaml_put_quoted(writer, g_hash_table_lookup(texts, l->data));
  }
  adref_yaml_close(writer);
}

/* In the order of the names. */
static void write_record(const AdrefValue *value, AdrefYamlWriter *writer)
{
  g_autoptr(GList) names =
      g_list_sort(g_hash_table_get_keys(value->as.fields), (GCompareFunc)strcmp);
  adref_yaml_open_map(writer);
  for (GList *name = names; name; name = name->next) {
    adref_yaml_put(writer, name->data);
    adref_value_write(g_hash_table_lookup(value->as.fields, name->data), writer);
  }
  adref_yaml_close(writer);
}

static void write_list(const AdrefValue *value, AdrefYamlWriter *writer)
{
  adref_yaml_open_list(writer);
  for (guint i = 0; (value->type == ADREF_VALUE_LIST || value->type == ADREF_VALUE_RECORDS) &&
                    i < value->as.items->len;
       i++)
    adref_value_write(value->as.items->pdata[i], writer);
  for (guint i = 0; value->type == ADREF_VALUE_PARTIES && value->as.codes[i]; i++)
    adref_yaml_put_quoted(writer, value->as.codes[i]);
  adref_yaml_close(writer);
}

void adref_value_write(const AdrefValue *value, AdrefYamlWriter *writer)
{
  g_autofree char *text = NULL;
  switch (value->type) {
  case ADREF_VALUE_TEXT: write_texts(value->as.texts, writer); return;
  case ADREF_VALUE_PARTIES:
  case ADREF_VALUE_RECORDS:
  case ADREF_VALUE_LIST: write_list(value, writer); return;
  case ADREF_VALUE_RECORD: write_record(value, writer); return;
  case ADREF_VALUE_MONEY:
  case ADREF_VALUE_RANGE:
  case ADREF_VALUE_DECIMAL: adref_yaml_put(writer, value->as.amount); return;
  case ADREF_VALUE_PARTY: adref_yaml_put_quoted(writer, value->as.codes[0]); return;
  case ADREF_VALUE_CHOICE:
    text = adref_value_print(value->as.chosen, "", "en");
    adref_yaml_put_quoted(writer, text);
    return;
  case ADREF_VALUE_INTEGER: text = adref_value_print(value, "plain", "en"); break;
  case ADREF_VALUE_DATE: text = adref_value_print(value, "iso", "en"); break;
  case ADREF_VALUE_BOOLEAN: text = g_strdup(value->as.boolean ? "true" : "false"); break;
  }
  adref_yaml_put(writer, text);
}

void adref_value_write_entry(const AdrefValue *value, const char *key, AdrefYamlWriter *writer)
{
  if (!value)
    return;
  adref_yaml_put(writer, key);
  adref_value_write(value, writer);
}
