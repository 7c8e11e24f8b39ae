#include "view/json/json_bracket.h"

#include <jansson.h>

#include "clause/proposals/bracket_build.h"

static json_t *alternative(const AdrefNode *node, guint number)
{
  g_autofree char *words = adref_open_bracket_words(node);
  g_autofree char *positions = adref_positions_text(adref_alternative_groups(node));
  return json_pack("{s:i, s:s, s:b, s:s}", "number", (int)number, "words", words, "base",
                   adref_alternative_is_base(node), "positions", positions);
}

void adref_json_bracket_add(AdrefJsonList *list, const AdrefOpenBracket *open)
{
  const AdrefClause *clause = open->clause->as.clause;
  json_t *alternatives = json_array();
  for (guint i = 1; i <= adref_open_bracket_count(open->bracket); i++)
    json_array_append_new(alternatives,
                          alternative(adref_open_bracket_alternative(open->bracket, i), i));
  gboolean placeholder = open->bracket->type == ADREF_BRACKET && open->bracket->as.placeholder;
  adref_json_list_add(list, json_pack("{s:s?, s:s?, s:i, s:b, s:o}", "clause", clause->id, "number",
                                      clause->number, "bracket", (int)open->number, "placeholder",
                                      placeholder, "alternatives", alternatives));
}
