#include "exchange/docx_walker.h"

#include <string.h>

void adref_docx_field_free(gpointer data)
{
  AdrefDocxField *field = data;
  g_string_free(field->instruction, TRUE);
  g_free(field);
}

gboolean adref_docx_walker_is_in_instruction(const AdrefDocxWalker *self)
{
  return self->instructions > 0;
}

/* The address in an instruction: HYPERLINK "https://..." or HYPERLINK \l "bookmark". */
static const char *link_of(AdrefDocxWalker *self, const char *instruction)
{
  const char *at = strstr(instruction, "HYPERLINK");
  const char *from = at ? strchr(at, '"') : NULL;
  const char *to = from ? strchr(from + 1, '"') : NULL;
  if (!to)
    return "";
  const char *local = strstr(at, "\\l");
  g_autofree char *address = g_strndup(from + 1, (gsize)(to - from - 1));
  g_autofree char *link = g_strconcat(local && local < from ? "#" : "", address, NULL);
  return g_string_chunk_insert_const(self->strings, link);
}

static void push_link(AdrefDocxWalker *self, const char *link)
{
  g_ptr_array_add(self->links, (gpointer)(guintptr)link);
}

void adref_docx_walker_open_link(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  GHashTable *links = self->file->parts->links[self->part];
  const char *id = adref_xml_attribute(element, "r:id"),
             *anchor = adref_xml_attribute(element, "w:anchor");
  const char *address = id && links ? g_hash_table_lookup(links, id) : NULL;
  g_autofree char *link = address && anchor ? g_strconcat(address, "#", anchor, NULL)
                          : address         ? g_strdup(address)
                          : anchor          ? g_strconcat("#", anchor, NULL)
                                            : g_strdup("");
  push_link(self, g_string_chunk_insert_const(self->strings, link));
}

void adref_docx_walker_open_field(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *instruction = adref_xml_attribute(element, "w:instr");
  push_link(self, instruction ? link_of(self, instruction) : "");
}

void adref_docx_walker_put_field_sign(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *type = adref_xml_attribute(element, "w:fldCharType");
  AdrefDocxField *field = adref_docx_walker_last(self->fields);
  if (g_strcmp0(type, "begin") == 0) {
    field = g_new0(AdrefDocxField, 1);
    field->is_instruction = TRUE;
    field->instruction = g_string_new(NULL);
    g_ptr_array_add(self->fields, field);
    self->instructions++;
    push_link(self, "");
  } else if (g_strcmp0(type, "separate") == 0 && field) {
    self->instructions -= field->is_instruction ? 1 : 0;
    field->is_instruction = FALSE;
    adref_docx_walker_drop_last(self->links);
    push_link(self, link_of(self, field->instruction->str));
  } else if (g_strcmp0(type, "end") == 0 && field) {
    self->instructions -= field->is_instruction ? 1 : 0;
    adref_docx_walker_drop_last(self->fields);
    adref_docx_walker_drop_last(self->links);
  }
}

void adref_docx_walker_put_instruction(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  AdrefDocxField *field = adref_docx_walker_last(self->fields);
  if (field && field->is_instruction && element->first && element->first->text)
    g_string_append(field->instruction, element->first->text);
}

/* A clause goes up to the bookmark of the next one: where bookmarks end says little, since
 * LibreOffice ends them before tables, and Word lets them grow with what is typed behind them. */
void adref_docx_walker_open_bookmark(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *name = adref_xml_attribute(element, "w:name");
  if (name && g_str_has_prefix(name, "_adref_"))
    self->anchor = name;
}
