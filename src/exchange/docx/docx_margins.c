#include "exchange/docx/docx_margins.h"

#include <string.h>

typedef struct {
  GPtrArray *lines;  /* of char * */
  GHashTable *known; /* of them */
  GString *line;
  guint fields; /* that are open */
} Reader;

static void end_line(Reader *self)
{
  g_auto(GStrv) words = g_strsplit_set(self->line->str, " \t\r\n", -1);
  GString *line = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", *word);
  g_string_truncate(self->line, 0);
  char *text = g_string_free(line, FALSE);
  if (!*text || g_hash_table_contains(self->known, text)) {
    g_free(text);
    return;
  }
  g_ptr_array_add(self->lines, text);
  g_hash_table_add(self->known, text);
}

static void put_field_sign(Reader *self, const AdrefXmlNode *node)
{
  const char *type = adref_xml_attribute(node, "w:fldCharType");
  if (g_strcmp0(type, "begin") == 0)
    self->fields++;
  else if (g_strcmp0(type, "end") == 0 && self->fields > 0)
    self->fields--;
}

/* The result of a field that is a number differs from page to page. */
static gboolean is_page_number(const Reader *self, const AdrefXmlNode *node, const char *words)
{
  const AdrefXmlNode *run = node->parent;
  gboolean is_simple = run && run->parent && adref_xml_is(run->parent, "w:fldSimple");
  return (self->fields > 0 || is_simple) &&
         words[strspn(words, "0123456789ivxlcdmIVXLCDM")] == '\0';
}

static void put(Reader *self, const AdrefXmlNode *node)
{
  const char *words = node->first ? node->first->text : NULL;
  if (adref_xml_is(node, "w:p"))
    end_line(self);
  else if (adref_xml_is(node, "w:fldChar"))
    put_field_sign(self, node);
  else if (adref_xml_is(node, "w:tab") || adref_xml_is(node, "w:br"))
    g_string_append_c(self->line, ' ');
  else if (words && (adref_xml_is(node, "w:t") || adref_xml_is(node, "a:t")) &&
           !is_page_number(self, node, words))
    g_string_append(self->line, words);
  else if (adref_xml_is(node, "?:textpath") && adref_xml_attribute(node, "string"))
    g_string_append(self->line, adref_xml_attribute(node, "string"));
}

static void read_margin(Reader *self, const AdrefXmlNode *root)
{
  gboolean skip = FALSE;
  self->fields = 0;
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, skip)) {
    skip = adref_xml_is(node, "w:pPr");
    if (node->name && !skip)
      put(self, node);
  }
  end_line(self);
}

GPtrArray *adref_docx_margins(const AdrefDocxParts *parts)
{
  Reader reader = {.lines = g_ptr_array_new_with_free_func(g_free),
                   .known = g_hash_table_new(g_str_hash, g_str_equal),
                   .line = g_string_new(NULL)};
  for (guint i = 0; i < parts->margins->len; i++)
    read_margin(&reader, adref_xml_root(parts->margins->pdata[i]));
  g_hash_table_unref(reader.known);
  g_string_free(reader.line, TRUE);
  return reader.lines;
}
