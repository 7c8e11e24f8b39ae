/* How far the parties are, in words. */
#ifndef ADREF_SIGN_PROGRESS_WORDS_H
#define ADREF_SIGN_PROGRESS_WORDS_H

#include "draft/library/page_words.h"
#include "sign/progress.h"

/* "agreed", "open", ...: one word, as in JSON. */
const char *adref_clause_state_word(AdrefClauseState state);

/* The state as a person reads it: "agreed by 1 of 2", "bracketed (2)", "changed since agreed by
 * JPN (ja)", "reserved by THA: No funds". Here and below `table` has the words of a page; NULL: in
 * English. Caller frees. */
char *adref_progress_clause_words(const AdrefProgress *progress, const AdrefClauseProgress *clause,
                                  const AdrefPageWords *table);

/* "taken out since agreed by JPN". Caller frees. */
char *adref_progress_removed_words(const AdrefRemovedClause *removed, const AdrefPageWords *table);

/* "3 of 45 clauses agreed ad ref, 2 by some, 38 open, 2 bracketed". Caller frees. */
char *adref_progress_total(const AdrefProgress *progress, const AdrefPageWords *table);

/* What is left for an adoption at this level: "for adoption 2 of 7 clauses are still to be
 * confirmed by ASEAN: adref confirm ...". Caller frees. */
char *adref_progress_adoption_words(const AdrefProgress *progress, AdrefAdoptionLevel level,
                                    const AdrefPageWords *words);

#endif
