#include "view/json/json_comment.h"

#include <jansson.h>

void adref_json_comment_add(AdrefJsonList *list, const AdrefJsonComment *comment)
{
  json_t *number = comment->number > 0 ? json_integer(comment->number) : json_null();
  adref_json_list_add(list, json_pack("{s:s?, s:s?, s:o, s:s?, s:s}", "clause", comment->clause,
                                      "party", comment->party, "number", number, "time",
                                      comment->time, "text", comment->text));
}
