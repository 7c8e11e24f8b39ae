/* Sentences that moved: what a redline has deleted at one place and inserted at another, where at
 * least one of the two paragraphs is in both texts; the other one may have come or gone.
 *
 * The words of such a sentence are marked at its new place, in a PASSAGE, and an empty PASSAGE
 * stays at the old place (clause/change.h). A sentence moves within its paragraph, to another
 * paragraph, and to another clause. */
#ifndef ADREF_MERGE_COMPARE_MOVED_SENTENCES_H
#define ADREF_MERGE_COMPARE_MOVED_SENTENCES_H

#include "merge/compare/diff_worker.h"

/* Finds such sentences in the redline of two documents. Returns the clauses in which it found any
 * (of AdrefNode); their changes are those from before. Cost: in proportion to the clauses that
 * changed, and to the words of deleted and inserted sentences. */
GPtrArray *adref_moved_sentences_find(AdrefNode *redline, const AdrefNode *old,
                                      const AdrefNode *new, const char *language);

#endif
