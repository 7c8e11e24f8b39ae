/* Says what a reader of a statement cannot see (review/hidden_places.h), in its texts and facts. */
#ifndef ADREF_WORK_CHECK_HIDDEN_CHECK_H
#define ADREF_WORK_CHECK_HIDDEN_CHECK_H

#include "sign/statement_snapshot.h"
#include "work/text.h"

/* A warning with its place for each such place of a text, at most 20 of them. `document` is the
 * tree of the text. */
void adref_hidden_check_say_text(const AdrefText *text, const AdrefNode *document);

/* The same for the facts that pages print: title, place, names of the parties. */
void adref_hidden_check_say_facts(AdrefSession *session, const AdrefStatement *statement);

/* The places of all texts and facts of a version, a line each (of char *), "en.md:12:4: op ferries:
 * soft hyphen in ...". */
GPtrArray *adref_hidden_check_snapshot(const AdrefStatementSnapshot *snapshot);

#endif
