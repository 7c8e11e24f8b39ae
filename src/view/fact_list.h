/* The facts that changed between two versions of a statement (review/fact_changes.h), as they stand
 * at the top of a redline: a line for each, "who must sign  all → JPN". Facts come from a
 * stranger: control characters are visible in all outputs, and HTML is escaped. */
#ifndef ADREF_VIEW_FACT_LIST_H
#define ADREF_VIEW_FACT_LIST_H

#include "draft/library/page_words.h"
#include "review/fact_changes.h"
#include "view/terminal_wrap.h"

/* The value of a fact for readers: "not stated" for NULL, two quotation marks for "". `words`, here
 * and below, are those of the page; NULL: English. Caller frees. */
char *adref_fact_list_value(const char *value, const AdrefPageWords *words);

/* The name of a fact: "who must sign", "place (ja)". Caller frees. */
char *adref_fact_list_name(const AdrefFactChange *change, const AdrefPageWords *words);

/* A line that says why facts are not compared. Caller frees. */
char *adref_fact_list_problem_line(const char *problem, const AdrefPageWords *words);

/* For a terminal: nothing when both are NULL or empty. `heading` may be NULL. The values stand from
 * column `names` on. */
void adref_fact_list_put_terminal(AdrefTerminalWrap *wrap, const char *heading,
                                  const GPtrArray *facts, const char *problem, guint names);

/* The same for the summary of a page; `arrow` leads from the old value to the new one. */
void adref_fact_list_put_html(GString *html, const char *heading, const GPtrArray *facts,
                              const char *problem, const AdrefPageWords *words, const char *arrow);

/* The same as a CriticMarkup comment: {>>Facts: ...<<} and a line end. */
void adref_fact_list_put_critic(GString *out, const GPtrArray *facts, const char *problem);

#endif
