/* The brackets of a row of a table that was put in, or is wanted out, as a whole: a bracket does
 * not leave its cell, so that such a row has one in each. */
#ifndef ADREF_CLAUSE_PROPOSALS_ROW_BRACKETS_H
#define ADREF_CLAUSE_PROPOSALS_ROW_BRACKETS_H

#include <glib.h>

#include "clause/node.h"

/* The brackets of the row in which `bracket` stands (of AdrefNode, in order), where each cell with
 * words is one bracket, and there are two or more. *alike says whether all have the same number
 * of alternatives, and the same parties want them: what is decided of one is decided of the row.
 * NULL: `bracket` stands in no such row. Caller unrefs. */
GPtrArray *adref_row_brackets(const AdrefNode *bracket, gboolean *alike);

/* Whether nobody had the row before: no word is the base text of each of its brackets. */
gboolean adref_row_brackets_are_new(const GPtrArray *brackets);

#endif
