#include "exchange/docx/docx_data.h"

#include <string.h>

typedef struct {
  char *id; /* or NULL */
  AdrefXml *xml;
} Part;

struct AdrefDocxData {
  GPtrArray *parts; /* of Part */
};

static void free_part(gpointer data)
{
  Part *part = data;
  g_free(part->id);
  adref_xml_free(part->xml);
  g_free(part);
}

AdrefDocxData *adref_docx_data_new(void)
{
  AdrefDocxData *data = g_new(AdrefDocxData, 1);
  data->parts = g_ptr_array_new_with_free_func(free_part);
  return data;
}

void adref_docx_data_free(AdrefDocxData *data)
{
  if (!data)
    return;
  g_ptr_array_unref(data->parts);
  g_free(data);
}

void adref_docx_data_add(AdrefDocxData *data, const char *id, AdrefXml *xml)
{
  Part *part = g_new(Part, 1);
  *part = (Part){g_strdup(id), xml};
  g_ptr_array_add(data->parts, part);
}

static const char *without_prefix(const char *name)
{
  const char *colon = strchr(name, ':');
  return colon ? colon + 1 : name;
}

/* The element that a step, "ns0:title[2]", names among `node` and those behind it. */
static const AdrefXmlNode *find_step(const AdrefXmlNode *node, const char *step)
{
  const char *plain = without_prefix(step), *place = strchr(plain, '[');
  gsize length = place ? (gsize)(place - plain) : strlen(plain);
  guint64 left = place ? g_ascii_strtoull(place + 1, NULL, 10) : 1;
  for (; node; node = node->next) {
    const char *name = node->name ? without_prefix(node->name) : "";
    if (strlen(name) == length && strncmp(name, plain, length) == 0 && left-- <= 1)
      return node;
  }
  return NULL;
}

static char *attribute_of(const AdrefXmlNode *node, const char *name)
{
  const char *plain = without_prefix(name);
  for (const char **at = node->attributes; at && *at; at += 2)
    if (strcmp(without_prefix(*at), plain) == 0)
      return g_strdup(at[1]);
  return NULL;
}

static char *words_below(const AdrefXmlNode *root)
{
  GString *words = g_string_new(NULL);
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE))
    if (node->text)
      g_string_append(words, node->text);
  return g_string_free(words, FALSE);
}

static char *find(const AdrefXml *xml, char *const *steps)
{
  const AdrefXmlNode *node = NULL, *among = adref_xml_root(xml);
  for (; *steps; steps++) {
    if (**steps == '@')
      return node ? attribute_of(node, *steps + 1) : NULL;
    if (strcmp(*steps, "text()") == 0 && node)
      continue;
    node = find_step(among, *steps);
    if (!node)
      return NULL;
    among = node->first;
  }
  return node ? words_below(node) : NULL;
}

char *adref_docx_data_words(const AdrefDocxData *data, const char *id, const char *path)
{
  if (*path != '/')
    return NULL;
  g_auto(GStrv) steps = g_strsplit(path + 1, "/", -1);
  for (guint i = 0; i < data->parts->len; i++) {
    const Part *part = data->parts->pdata[i];
    gboolean is_meant = !id || (part->id && g_ascii_strcasecmp(part->id, id) == 0);
    char *words = is_meant ? find(part->xml, steps) : NULL;
    if (words)
      return words;
  }
  return NULL;
}
