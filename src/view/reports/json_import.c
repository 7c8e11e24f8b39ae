#include "view/reports/json_import.h"

#include <jansson.h>

static json_t *paragraph_object(const AdrefIncomingParagraph *paragraph)
{
  json_t *object = json_pack("{s:s}", "kind", adref_incoming_kind_word(paragraph->kind));
  if (paragraph->level > 0)
    json_object_set_new(object, "level", json_integer(paragraph->level));
  json_object_update_new(object, json_pack("{s:s?, s:i, s:s?, s:s}", "id", paragraph->id, "line",
                                           (int)paragraph->line, "number", paragraph->number,
                                           "words", paragraph->words));
  return object;
}

void adref_json_import_add(AdrefJsonList *list, const AdrefJsonImport *import,
                           const AdrefIncomingText *text)
{
  json_t *paragraphs = json_array();
  for (guint i = 0; i < text->paragraphs->len; i++)
    json_array_append_new(paragraphs, paragraph_object(text->paragraphs->pdata[i]));
  json_t *object =
      json_pack("{s:s, s:s, s:s, s:s?, s:s?, s:s?, s:o}", "file", import->file, "language",
                import->language, "statement", import->statement, "title", import->title, "date",
                import->date, "place", import->place, "paragraphs", paragraphs);
  if (import->word)
    json_object_set_new(object, "word", adref_word_report_json(import->word));
  adref_json_list_add(list, object);
}
