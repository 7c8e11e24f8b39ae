#include "exchange/docx_walker.h"

#include <string.h>

/* Of forms of the same content, the first one is read. Word chooses by what it knows, so other
 * words in another form are said. */
void adref_docx_walker_open_alternatives(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *chosen = adref_xml_child(element, "mc:Choice");
  chosen = chosen ? chosen : adref_xml_child(element, "mc:Fallback");
  g_ptr_array_add(self->chosen, (gpointer)(guintptr)chosen);
  g_autofree char *words = chosen ? adref_docx_words_below(chosen) : g_strdup("");
  gboolean differ = FALSE;
  for (const AdrefXmlNode *form = element->first; form && !differ; form = form->next) {
    g_autofree char *other = form->name && form != chosen ? adref_docx_words_below(form) : NULL;
    differ = other && strcmp(other, words) != 0;
  }
  self->forms += differ ? 1 : 0;
}

/* Whether what is in a control for words is read: its placeholder is not. */
gboolean adref_docx_walker_open_control(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:sdtPr");
  const AdrefXmlNode *content = adref_xml_child(element, "w:sdtContent");
  self->bound +=
      adref_xml_child(properties, "w:dataBinding") || adref_xml_child(properties, "w15:dataBinding")
          ? 1
          : 0;
  if (!adref_docx_is_on(properties, "w:showingPlcHdr", FALSE))
    return TRUE;
  g_autofree char *words = content ? adref_docx_words_below(content) : g_strdup("");
  self->placeholders += *words ? 1 : 0;
  return FALSE;
}
