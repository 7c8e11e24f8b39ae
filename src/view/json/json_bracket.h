/* An open bracket, in what "adref resolve --list --json" lists. */
#ifndef ADREF_VIEW_JSON_JSON_BRACKET_H
#define ADREF_VIEW_JSON_JSON_BRACKET_H

#include "clause/proposals/bracket_list.h"
#include "view/json/json_list.h"

/* Adds {"clause": id | null, "number": "12" | null, "bracket": 1, "placeholder": false,
 * "alternatives": [{"number": 1, "words": "", "base": true, "positions": "JPN; EU delete"}]}. */
void adref_json_bracket_add(AdrefJsonList *list, const AdrefOpenBracket *open);

#endif
