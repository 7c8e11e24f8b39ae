/* Which clauses of a translation are behind, from the history alone
 * (work/changes/stale_translations.h).
 *
 * The words of a clause were written for the source as it was in the version that touched them
 * last. An act that brackets or settles both languages, or brings words back (propose, support,
 * oppose, withdraw, resolve, undo, restore, merge, pick), translates nothing: words that came back
 * are for the source that they had when they were written, and a clause that was behind before the
 * act is behind after it.
 */
#ifndef ADREF_WORK_CHANGES_STALE_SEARCH_H
#define ADREF_WORK_CHANGES_STALE_SEARCH_H

#include "sign/language_states.h"
#include "work/session.h"

/* Adds the clauses that are behind to each state, whatever the records of now say of them. `from`
 * is the version in which the history begins; NULL: HEAD. With `fresh` nothing is taken from the
 * cache. */
gboolean adref_stale_search(AdrefRepo *repo, const AdrefStatement *statement,
                            const AdrefVersion *from, const AdrefLanguageVersions *versions,
                            const GPtrArray *states, gboolean fresh, GError **error);

#endif
