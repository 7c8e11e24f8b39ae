#include "view/json/json_precedent.h"

#include <jansson.h>

void adref_json_precedent_add(AdrefJsonList *list, const char *source, const char *place,
                              double score, const char *text, const char *redline)
{
  int percent = (int)(score * 100 + 0.5);
  adref_json_list_add(list,
                      json_pack("{s:s, s:s, s:f, s:s, s:s?}", "source", source, "place", place,
                                "score", percent / 100.0, "text", text, "redline", redline));
}
