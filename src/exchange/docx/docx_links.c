#include "exchange/docx/docx_walker.h"

#include <string.h>

void adref_docx_walker_push_link(AdrefDocxWalker *self, const char *link)
{
  const char *kept = g_string_chunk_insert_const(self->strings, link);
  g_ptr_array_add(self->links, (gpointer)(guintptr)kept);
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
  adref_docx_walker_push_link(self, link);
}

/* Where LibreOffice needs a second bookmark of a name, it calls it "_adref_training_Copy_1". */
static const char *name_of_anchor(const AdrefDocxWalker *self, const char *name)
{
  static const char copy[] = "_Copy_";
  const char *at = g_strrstr(name, copy);
  if (!at || at[strlen(copy) + strspn(at + strlen(copy), "0123456789")] != '\0')
    return name;
  g_autofree char *own = g_strndup(name, (gsize)(at - name));
  return g_string_chunk_insert_const(self->strings, own);
}

/* A clause goes up to the bookmark of the next one: where bookmarks end says little, since
 * LibreOffice ends them before tables, and Word lets them grow with what is typed behind them. */
void adref_docx_walker_open_bookmark(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *name = adref_xml_attribute(element, "w:name"),
             *id = adref_xml_attribute(element, "w:id");
  if (name && (g_str_has_prefix(name, ADREF_DOCX_BOOKMARKS) ||
               (self->is_beside && g_str_has_prefix(name, ADREF_DOCX_BOOKMARKS_BESIDE))))
    self->anchor = name_of_anchor(self, name);
  if (!name || !id || g_hash_table_contains(self->bookmarks, name))
    return;
  AdrefDocxSpan *span = g_new(AdrefDocxSpan, 1);
  *span = (AdrefDocxSpan){self->plain->len, self->plain->len};
  g_hash_table_insert(self->bookmarks, (gpointer)(guintptr)name, span);
  g_hash_table_insert(self->open_bookmarks, (gpointer)(guintptr)id, span);
}

void adref_docx_walker_close_bookmark(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *id = adref_xml_attribute(element, "w:id");
  AdrefDocxSpan *span = id ? g_hash_table_lookup(self->open_bookmarks, id) : NULL;
  if (span)
    span->to = self->plain->len;
}
