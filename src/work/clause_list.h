/* Several clauses as a person names them: "3-9", "12", "levels,ferries". */
#ifndef ADREF_WORK_CLAUSE_LIST_H
#define ADREF_WORK_CLAUSE_LIST_H

#include "clause/node.h"

typedef struct {
  char *name;        /* an id, a number, or what the person typed */
  AdrefNode *part;   /* of a range: a clause, or a part of one; else NULL */
  gboolean in_range; /* it is one of a range */
} AdrefClauseListItem;

/* What the words name, in their order (of AdrefClauseListItem). Commas separate names. "A-B" is a
 * range when no clause has that id, and A and B are numbers of clauses of one kind: all clauses of
 * this kind from A to B, in the order of the text. A and B may also be addresses
 * (clause/text/address.h) of two items of a list, or of two blocks of a text without markers. A
 * range that runs backwards is an error. What is no range is not looked for. */
GPtrArray *adref_clause_list_read(const AdrefNode *document, char *const *words, guint count,
                                  GError **error);

#endif
