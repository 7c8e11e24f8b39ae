/* The history of one clause in the versions of a text.
 *
 * A clause is identified by its id; where it has or had none, by its exact words, then by its
 * similarity (merge/compare/clause_matching.h). Texts are compared as bytes first, and parsed only
 * where the bytes of the clause differ. A part of it, "12 (b)", is followed from a later form of
 * the clause to an older one by their redline (merge/compare/part_matching.h). */
#ifndef ADREF_WORK_CHANGES_CLAUSE_HISTORY_H
#define ADREF_WORK_CHANGES_CLAUSE_HISTORY_H

#include "history/log.h"
#include "work/text.h"

typedef struct AdrefClauseHistory AdrefClauseHistory;

/* Of the clause or part of `text` at an address (clause/text/address.h); a clause that was deleted
 * is found by its id. `text` and `repo` must outlive the history. A name that cannot be an id is an
 * error. */
AdrefClauseHistory *adref_clause_history_new(const AdrefText *text, AdrefRepo *repo,
                                             const char *name, GError **error);
void adref_clause_history_free(AdrefClauseHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseHistory, adref_clause_history_free)

/* Whether the clause, or the part of it, differs in the current version of `log` (of the text's
 * path) from each of its parents: it was added, deleted, or its content changed; its number, place
 * and line breaks do not count. To be called for each version of the log, in order. */
gboolean adref_clause_history_changed(AdrefClauseHistory *history, AdrefLog *log, gboolean *changed,
                                      GError **error);

/* Whether any version has the clause. */
gboolean adref_clause_history_found(const AdrefClauseHistory *history);

#endif
