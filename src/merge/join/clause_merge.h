/* Merging two edits of one text, clause by clause.
 *
 * A clause is known by its id, one without id by its words. Within a clause nothing is merged: the
 * words of a clause are those of one side. What does not fit is a conflict, never a guess:
 *
 * - both sides changed the same clause, in different ways;
 * - one side changed a clause that the other took out;
 * - both sides added a clause with the same id, and other words;
 * - both sides changed the order of clauses, in different ways.
 *
 * A clause that one side added stands behind the clause behind which that side put it. */
#ifndef ADREF_MERGE_JOIN_CLAUSE_MERGE_H
#define ADREF_MERGE_JOIN_CLAUSE_MERGE_H

#include "clause/node.h"

/* The result is a document of copies, whose numbers and brackets have to be read anew
 * (clause/markdown/markdown_read.h). Appends to `conflicts` (of char *) what each conflict is
 * about, as a person reads it: the id of a clause, the first words of one without id, "the order of
 * the clauses". At the place of such a clause stands that of `theirs`, then that of `ours`; the
 * order is that of `ours`. merge(b, a, b) = a, merge(b, b, a) = a, merge(b, a, a) = a. The caller
 * frees the result. */
AdrefNode *adref_clause_merge(const AdrefNode *base, const AdrefNode *ours, const AdrefNode *theirs,
                              GPtrArray *conflicts);

/* Whether two clauses have the same marker, words, notes and comments. Numbers in cross references
 * do not count: they follow the clauses that they name. */
gboolean adref_clause_merge_is_same(const AdrefNode *a, const AdrefNode *b);

#endif
