#include "view/json/json_library.h"

#include <jansson.h>

#include "view/json/json.h"

static json_t *strings_json(char *const *strings)
{
  json_t *list = json_array();
  for (; *strings; strings++)
    json_array_append_new(list, json_string(*strings));
  return list;
}

void adref_json_template_add(AdrefJsonList *list, const char *name, const AdrefTemplate *template,
                             char *const *languages)
{
  json_t *object = json_pack("{s:s, s:s, s:s, s:o}", "name", name, "kind",
                             adref_clause_kind_word(template->kind), "summary", template->summary,
                             "languages", strings_json(languages));
  if (template->source)
    json_object_set_new(object, "source", json_string(template->source));
  adref_json_list_add(list, object);
}

void adref_json_outline_add(AdrefJsonList *list, const char *name, const AdrefOutline *outline)
{
  json_t *object = json_pack("{s:s, s:s?, s:s?}", "name", name, "summary", outline->summary,
                             "style", outline->style);
  if (outline->parties)
    json_object_set_new(object, "parties", strings_json(outline->parties));
  adref_json_list_add(list, object);
}

/* Times of members and of former names. */
static json_t *times_json(const GPtrArray *times)
{
  json_t *array = json_array();
  for (guint i = 0; i < times->len; i++) {
    const AdrefPartyTime *time = times->pdata[i];
    json_t *object = time->member ? json_pack("{s:s}", "member", time->member)
                                  : json_pack("{s:s?, s:s?}", "short", time->short_name, "long",
                                              time->long_name);
    json_object_update_new(object,
                           json_pack("{s:s?, s:s?}", "from", time->from, "until", time->until));
    json_array_append_new(array, object);
  }
  return array;
}

static json_t *party_json(const AdrefParty *party, const char *language)
{
  json_t *object = json_pack(
      "{s:s, s:s, s:s, s:o}", "code", party->code, "short", adref_party_short(party, language),
      "long", adref_party_long(party, language), "aliases", adref_json_strings(party->aliases));
  if (party->members)
    json_object_set_new(object, "members", strings_json(party->members));
  g_autoptr(GPtrArray) times = adref_party_times(party, language);
  if (times->len > 0)
    json_object_set_new(object, "dates", times_json(times));
  return object;
}

void adref_json_party_add(AdrefJsonList *list, const AdrefParty *party, const char *language)
{
  adref_json_list_add(list, party_json(party, language));
}

GString *adref_json_party_write(const AdrefParty *party, const char *language)
{
  return adref_json_text(party_json(party, language));
}

void adref_json_library_file_add(AdrefJsonList *list, const char *path, gboolean missing,
                                 const GPtrArray *keys)
{
  json_t *object = json_pack("{s:s, s:b}", "path", path, "missing", missing);
  if (keys)
    json_object_set_new(object, "keys", adref_json_facts(keys));
  adref_json_list_add(list, object);
}
