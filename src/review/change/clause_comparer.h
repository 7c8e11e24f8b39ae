/* Compares the two texts of a changed clause, and finds what changed its meaning. */
#ifndef ADREF_REVIEW_CHANGE_CLAUSE_COMPARER_H
#define ADREF_REVIEW_CHANGE_CLAUSE_COMPARER_H

#include "language/phrase_scanner.h"
#include "review/change/reference_targets.h"

/* Memory that is used again for each clause; no result stays in it. It serves one thread. */
typedef struct AdrefClauseComparer AdrefClauseComparer;

/* Scanner and targets must outlive it. */
AdrefClauseComparer *adref_clause_comparer_new(AdrefPhraseScanner *scanner,
                                               AdrefReferenceTargets *targets);
void adref_clause_comparer_free(AdrefClauseComparer *comparer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseComparer, adref_clause_comparer_free)

/* Appends the findings (of AdrefFinding) of a clause that is in both texts: first the AGREED ones,
 * then all others in the order of the words. */
void adref_clause_comparer_compare(AdrefClauseComparer *comparer, const AdrefNode *clause,
                                   GPtrArray *findings);

/* The same for a clause that was inserted or deleted as a whole: what its words do not show
 * (HIDDEN, BRACKET, AGREED), and which commitments, negations, qualifiers, amounts, dates and names
 * it brings or takes, each once, at most 40. */
void adref_clause_comparer_find_hidden(AdrefClauseComparer *comparer, const AdrefNode *clause,
                                       GPtrArray *findings);

#endif
