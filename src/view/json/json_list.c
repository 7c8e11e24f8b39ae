#include "view/json/json_list.h"

#include <jansson.h>

#include "review/fact_changes.h"
#include "view/json/json.h"

struct AdrefJsonList {
  json_t *members;
};

AdrefJsonList *adref_json_list_new(void)
{
  AdrefJsonList *list = g_new0(AdrefJsonList, 1);
  list->members = json_array();
  return list;
}

void adref_json_list_free(AdrefJsonList *list)
{
  if (!list)
    return;
  json_decref(list->members);
  g_free(list);
}

void adref_json_list_add(AdrefJsonList *list, json_t *member)
{
  json_array_append_new(list->members, member);
}

void adref_json_list_add_error(AdrefJsonList *list, const char *statement, const char *message)
{
  adref_json_list_add(list, json_pack("{s:s, s:s}", "statement", statement, "error", message));
}

GString *adref_json_list_write(const AdrefJsonList *list)
{
  return adref_json_text(json_incref(list->members));
}

json_t *adref_json_strings(const GPtrArray *strings)
{
  json_t *list = json_array();
  for (guint i = 0; i < strings->len; i++)
    json_array_append_new(list, json_string(strings->pdata[i]));
  return list;
}

GString *adref_json_strings_write(const GPtrArray *strings)
{
  return adref_json_text(adref_json_strings(strings));
}

json_t *adref_json_facts(const GPtrArray *facts)
{
  json_t *list = json_array();
  for (guint i = 0; i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    json_t *object = json_pack("{s:s, s:s}", "key", change->key, "words", change->words);
    if (change->old)
      json_object_set_new(object, "old", json_string(change->old));
    if (change->new)
      json_object_set_new(object, "new", json_string(change->new));
    json_array_append_new(list, object);
  }
  return list;
}
