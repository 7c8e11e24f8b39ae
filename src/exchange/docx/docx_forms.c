#include "exchange/docx/docx_walker.h"

#include <string.h>

/* Of forms of the same content, the first one is read. Word chooses by what it knows, so other
 * words in another form are said. */
void adref_docx_walker_open_alternatives(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *chosen = adref_xml_child(element, "mc:Choice");
  chosen = chosen ? chosen : adref_xml_child(element, "mc:Fallback");
  g_ptr_array_add(self->chosen, (gpointer)(guintptr)chosen);
  g_autofree char *words = chosen ? adref_docx_words_below(chosen) : g_strdup("");
  for (const AdrefXmlNode *form = element->first; form; form = form->next) {
    g_autofree char *other = form->name && form != chosen ? adref_docx_words_below(form) : NULL;
    if (!other || strcmp(other, words) == 0)
      continue;
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_FORM, *other ? other : NULL);
    return;
  }
}

/* What Word would show in a control, where the file says from which data; NULL: it is not known. */
static char *bound_words(const AdrefDocxWalker *self, const AdrefXmlNode *properties,
                         const AdrefXmlNode *binding)
{
  static const char *const others[] = {"w:date", "w:dropDownList", "w:comboBox", "w14:checkbox",
                                       "w:picture"};
  const char *path = adref_xml_attribute(binding, "w:xpath");
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (adref_xml_child(properties, others[i]))
      return NULL;
  return path ? adref_docx_data_words(self->file->parts->data,
                                      adref_xml_attribute(binding, "w:storeItemID"), path)
              : NULL;
}

static gboolean is_same(const char *a, const char *b)
{
  g_auto(GStrv) words = g_strsplit_set(a, " \t\r\n", -1), others = g_strsplit_set(b, " \t\r\n", -1);
  char **one = words, **other = others;
  for (;;) {
    while (*one && !**one)
      one++;
    while (*other && !**other)
      other++;
    if (!*one || !*other || strcmp(*one, *other) != 0)
      return !*one && !*other;
    one++, other++;
  }
}

/* `words` are those that the file shows, which may not be the ones of the data. */
static void judge_binding(AdrefDocxWalker *self, const AdrefXmlNode *properties, const char *words)
{
  const AdrefXmlNode *binding = adref_xml_child(properties, "w:dataBinding");
  binding = binding ? binding : adref_xml_child(properties, "w15:dataBinding");
  if (!binding)
    return;
  g_autofree char *bound = bound_words(self, properties, binding);
  if (!bound)
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_BOUND, words);
  else if (!is_same(bound, words))
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_DATA, g_strstrip(bound));
}

gboolean adref_docx_walker_open_control(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:sdtPr");
  const AdrefXmlNode *content = adref_xml_child(element, "w:sdtContent");
  gboolean is_placeholder = adref_docx_is_on(properties, "w:showingPlcHdr", FALSE);
  if (!is_placeholder && !adref_xml_child(properties, "w:dataBinding") &&
      !adref_xml_child(properties, "w15:dataBinding"))
    return TRUE;
  g_autofree char *words = content ? adref_docx_words_below(content) : g_strdup("");
  judge_binding(self, properties, is_placeholder ? "" : words);
  if (is_placeholder && *words)
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_PLACEHOLDER, words);
  return !is_placeholder;
}
