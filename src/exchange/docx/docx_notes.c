#include "exchange/docx/docx_walker.h"

#include <string.h>

enum {
  MOST_REPEATED =
      20 /* calls of notes that were called before: each has the words of its note again */
};

static const AdrefXmlNode *find_note(AdrefDocxWalker *self, AdrefDocxPartKind part, const char *id)
{
  if (self->notes[part])
    return g_hash_table_lookup(self->notes[part], id);
  GHashTable *notes = self->notes[part] = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefXmlNode *root = adref_docx_parts_root(self->file->parts, part);
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *own = node->name ? adref_xml_attribute(node, "w:id") : NULL;
    if (own && !g_hash_table_contains(notes, own))
      g_hash_table_insert(notes, (gpointer)(guintptr)own, (gpointer)(guintptr)node);
  }
  return g_hash_table_lookup(notes, id);
}

void adref_docx_walker_put_note(AdrefDocxWalker *self, const AdrefXmlNode *element,
                                AdrefDocxPartKind part)
{
  const char *id = adref_xml_attribute(element, "w:id");
  const char *mark = adref_xml_attribute(element, "w:customMarkFollows");
  self->skips_mark = mark && strcmp(mark, "0") != 0 && strcmp(mark, "false") != 0;
  if (!self->open || !id || adref_docx_walker_is_in_instruction(self))
    return;
  g_autofree char *key = g_strdup_printf("%d %s", part, id);
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(self->note_places, key));
  if (place && ++self->repeated > MOST_REPEATED) {
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_REPEATED, NULL);
    return;
  }
  if (!place) {
    g_ptr_array_add(self->note_elements, (gpointer)(guintptr)find_note(self, part, id));
    g_ptr_array_add(self->note_parts, GUINT_TO_POINTER(part));
    place = self->note_elements->len;
    g_hash_table_insert(self->note_places, g_steal_pointer(&key), GUINT_TO_POINTER(place));
  }
  AdrefDocxRun run;
  adref_docx_walker_fill_run(self, &run);
  run.letters = 0;
  run.text = g_strdup("");
  run.note = place;
  g_array_append_val(self->open->runs, run);
}

void adref_docx_walker_read_notes(AdrefDocxWalker *self)
{
  for (guint i = 0; i < self->note_elements->len; i++) {
    const AdrefXmlNode *element = self->note_elements->pdata[i];
    self->paragraphs = g_ptr_array_new_with_free_func(adref_docx_paragraph_free);
    self->part = GPOINTER_TO_UINT(self->note_parts->pdata[i]);
    if (element)
      adref_docx_walker_walk(self, element);
    adref_docx_walker_end_fields(self);
    g_ptr_array_add(self->file->notes, self->paragraphs);
  }
}
