/* statement.yaml with one more language. Comments and the order of the other facts stay. */
#ifndef ADREF_DRAFT_STATEMENT_ADDED_LANGUAGE_H
#define ADREF_DRAFT_STATEMENT_ADDED_LANGUAGE_H

#include "draft/statement/statement.h"

/* The facts with `language` behind the other languages. `text` is what `statement` was read from.
 * NULL: the list is written in a way in which nothing can be added safely. Caller frees. */
char *adref_added_language(const AdrefStatement *statement, const char *text, gsize length,
                           const char *language);

#endif
