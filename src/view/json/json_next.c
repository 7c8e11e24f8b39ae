#include "view/json/json_next.h"

#include <jansson.h>

#include "view/json/json.h"
#include "view/json/json_list.h"

GString *adref_json_next_write(const char *statement, const char *from, const GPtrArray *missing,
                               const GArray *dated)
{
  json_t *review = json_array();
  for (guint i = 0; i < dated->len; i++) {
    const AdrefJsonDatedWords *words = &g_array_index(dated, AdrefJsonDatedWords, i);
    json_array_append_new(review, json_pack("{s:s, s:s?, s:s, s:s}", "language", words->language,
                                            "clause", *words->clause ? words->clause : NULL, "kind",
                                            words->kind, "words", words->words));
  }
  return adref_json_text(json_pack("{s:s, s:s, s:o, s:o}", "statement", statement, "from", from,
                                   "missing", adref_json_strings(missing), "review", review));
}
