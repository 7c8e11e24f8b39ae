/* Looks for what the rules of a house style find in a text. For review/check/style_rules.h only. */
#ifndef ADREF_REVIEW_CHECK_STYLE_SEARCH_H
#define ADREF_REVIEW_CHECK_STYLE_SEARCH_H

#include "review/check/check_text.h"

typedef struct AdrefStyleSearch AdrefStyleSearch;

/* Looks for rules (of AdrefStyleRule), which it notes to be broken where a pattern takes too many
 * steps. It does not change the text, which another thread may look at meanwhile. */
AdrefStyleSearch *adref_style_search_new(const GPtrArray *rules, const AdrefCheckText *text);

/* Adds the findings, and to `problems` (of char *) which rules took too long; frees the search. */
void adref_style_search_report(AdrefStyleSearch *search, AdrefCheckText *text, GPtrArray *problems);

#endif
