#include <string.h>
#include <yaml.h>

#include "draft/data/yaml.h"

struct AdrefYamlWriter {
  yaml_emitter_t emitter;
  GString *text;
  GArray *open; /* of AdrefYamlType, innermost last */
};

static int append(void *data, unsigned char *buffer, size_t size)
{
  g_string_append_len(data, (const char *)buffer, (gssize)size);
  return 1;
}

/* Emits an event. Fails only when the program opens and closes maps and lists in the wrong order.
 */
static void emit(AdrefYamlWriter *writer, yaml_event_t *event)
{
  if (!yaml_emitter_emit(&writer->emitter, event))
    g_error("YAML written in the wrong order: %s", writer->emitter.problem);
}

AdrefYamlWriter *adref_yaml_writer_new(void)
{
  AdrefYamlWriter *writer = g_new0(AdrefYamlWriter, 1);
  writer->text = g_string_new(NULL);
  writer->open = g_array_new(FALSE, FALSE, sizeof(AdrefYamlType));
  yaml_emitter_initialize(&writer->emitter);
  yaml_emitter_set_output(&writer->emitter, append, writer->text);
  yaml_emitter_set_unicode(&writer->emitter, 1);
  yaml_emitter_set_width(&writer->emitter, -1);
  yaml_event_t event;
  yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
  emit(writer, &event);
  yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
  emit(writer, &event);
  return writer;
}

void adref_yaml_open_map(AdrefYamlWriter *writer)
{
  AdrefYamlType type = ADREF_YAML_MAP;
  g_array_append_val(writer->open, type);
  yaml_event_t event;
  yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
  emit(writer, &event);
}

void adref_yaml_open_list(AdrefYamlWriter *writer)
{
  AdrefYamlType type = ADREF_YAML_LIST;
  g_array_append_val(writer->open, type);
  yaml_event_t event;
  yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
  emit(writer, &event);
}

void adref_yaml_close(AdrefYamlWriter *writer)
{
  g_return_if_fail(writer->open->len > 0);
  guint last = writer->open->len - 1;
  yaml_event_t event;
  if (g_array_index(writer->open, AdrefYamlType, last) == ADREF_YAML_MAP)
    yaml_mapping_end_event_initialize(&event);
  else
    yaml_sequence_end_event_initialize(&event);
  g_array_set_size(writer->open, last);
  emit(writer, &event);
}

static void put(AdrefYamlWriter *writer, const char *text, yaml_scalar_style_t style)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  yaml_event_t event;
  yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)valid, (int)strlen(valid),
                               1, 1, style);
  emit(writer, &event);
}

void adref_yaml_put(AdrefYamlWriter *writer, const char *scalar)
{
  put(writer, scalar, YAML_PLAIN_SCALAR_STYLE);
}

/* Whether a reader of YAML might read the plain text as a number, date, boolean or null. */
static gboolean looks_typed(const char *text)
{
  static const char *const words[] = {"",   "~",  "null", "true", "false", "yes",
                                      "no", "on", "off",  "y",    "n",     NULL};
  g_autofree char *lower = g_ascii_strdown(text, -1);
  if (g_strv_contains(words, lower))
    return TRUE;
  const char *number = lower + strspn(lower, "+-.");
  if (strcmp(number, "inf") == 0 || strcmp(number, "nan") == 0)
    return TRUE;
  if (!g_ascii_isdigit(*number))
    return FALSE;
  gboolean hex = g_str_has_prefix(number, "0x");
  return !number[strspn(number, hex ? "0123456789abcdefx_" : "0123456789_.,:+-eotz ")];
}

void adref_yaml_put_list(AdrefYamlWriter *writer, const char *key, char **list)
{
  adref_yaml_put(writer, key);
  adref_yaml_open_list(writer);
  for (char **item = list; *item; item++)
    adref_yaml_put(writer, *item);
  adref_yaml_close(writer);
}

void adref_yaml_put_quoted(AdrefYamlWriter *writer, const char *text)
{
  if (strpbrk(text, "\n\t"))
    put(writer, text, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  else if (looks_typed(text))
    put(writer, text, YAML_SINGLE_QUOTED_SCALAR_STYLE);
  else
    put(writer, text, YAML_PLAIN_SCALAR_STYLE);
}

void adref_yaml_put_text(AdrefYamlWriter *writer, const char *key, const char *text)
{
  if (!text)
    return;
  adref_yaml_put(writer, key);
  adref_yaml_put_quoted(writer, text);
}

typedef struct {
  const AdrefYaml *node;
  guint next; /* entry to write */
} YamlLevel;

/* Writes a scalar whole, or opens a list or map as the innermost level. */
static void put_start(AdrefYamlWriter *writer, const AdrefYaml *node, GArray *levels)
{
  if (node->type == ADREF_YAML_SCALAR) {
    (node->quoted ? adref_yaml_put_quoted : adref_yaml_put)(writer, node->text);
    return;
  }
  (node->type == ADREF_YAML_MAP ? adref_yaml_open_map : adref_yaml_open_list)(writer);
  YamlLevel level = {node, 0};
  g_array_append_val(levels, level);
}

void adref_yaml_put_node(AdrefYamlWriter *writer, const AdrefYaml *node)
{
  g_autoptr(GArray) levels = g_array_new(FALSE, FALSE, sizeof(YamlLevel));
  put_start(writer, node, levels);
  while (levels->len > 0) {
    YamlLevel *level = &g_array_index(levels, YamlLevel, levels->len - 1);
    if (level->next == level->node->items->len) {
      adref_yaml_close(writer);
      g_array_set_size(levels, levels->len - 1);
      continue;
    }
    const AdrefYaml *entry = level->node->items->pdata[level->next++];
    if (entry->key)
      adref_yaml_put_quoted(writer, entry->key);
    put_start(writer, entry, levels);
  }
}

GString *adref_yaml_writer_end(AdrefYamlWriter *writer)
{
  while (writer->open->len > 0)
    adref_yaml_close(writer);
  yaml_event_t event;
  yaml_document_end_event_initialize(&event, 1);
  emit(writer, &event);
  yaml_stream_end_event_initialize(&event);
  emit(writer, &event);
  yaml_emitter_delete(&writer->emitter);
  g_array_unref(writer->open);
  GString *text = writer->text;
  g_free(writer);
  return text;
}
