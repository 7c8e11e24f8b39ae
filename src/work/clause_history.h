/* Following one clause back through the versions of a text.
 *
 * A clause is known again by its id; where it has none, or had none yet, by its words as they stand
 * and then by its likeness (merge/clause_matching.h). Texts are read as bytes first: only where the
 * clause's bytes differ is anything parsed. */
#ifndef ADREF_WORK_CLAUSE_HISTORY_H
#define ADREF_WORK_CLAUSE_HISTORY_H

#include "history/log.h"
#include "work/text.h"

typedef struct AdrefClauseHistory AdrefClauseHistory;

/* Follows the clause of `text` with an id or a number; one that is no more by its id. `text` and
 * `repo` are kept, not copied. A name that cannot be an id is an error. */
AdrefClauseHistory *adref_clause_history_new(const AdrefText *text, AdrefRepo *repo,
                                             const char *name, GError **error);
void adref_clause_history_free(AdrefClauseHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseHistory, adref_clause_history_free)

/* Whether the clause is another in the version at which `log` (of the text's path) is than in each
 * version before it: it came, went, or its content changed; not its number, place or line breaks.
 * Asked for each version that the log gives, in turn. */
gboolean adref_clause_history_changed(AdrefClauseHistory *history, AdrefLog *log, gboolean *changed,
                                      GError **error);

/* Whether the clause was met at all. */
gboolean adref_clause_history_found(const AdrefClauseHistory *history);

#endif
