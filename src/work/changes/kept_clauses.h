/* What is kept of the older texts of a language (history/result_cache.h): the digests of the
 * clauses of each (merge/join/marked_text.h), by git's id of the text, so that it need not be
 * unpacked again.
 *
 * All texts of one path are one file of the cache, in which each digest stands once. What belongs
 * to an id never changes, so nothing in it is ever out of date. */
#ifndef ADREF_WORK_CHANGES_KEPT_CLAUSES_H
#define ADREF_WORK_CHANGES_KEPT_CLAUSES_H

#include "history/repo.h"

typedef struct AdrefKeptClauses AdrefKeptClauses;

/* Of the texts with this path in the workspace. Nothing may be kept. */
AdrefKeptClauses *adref_kept_clauses_read(AdrefRepo *repo, const char *path);
void adref_kept_clauses_free(gpointer kept_clauses);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefKeptClauses, adref_kept_clauses_free)

/* The digests of the text with this id, as adref_marked_text_digest() gave them; NULL: they are not
 * kept. Caller unrefs. */
GBytes *adref_kept_clauses_find(const AdrefKeptClauses *kept_clauses, const char *id);

/* Adds them; takes a reference. */
void adref_kept_clauses_add(AdrefKeptClauses *kept_clauses, const char *id, GBytes *digests);

/* Keeps them, where some were added. Of more than 1,000 texts only those that were added are. */
void adref_kept_clauses_write(AdrefKeptClauses *kept_clauses, AdrefRepo *repo);

#endif
