/* Whose work a version is, where it is joined with another one. */
#ifndef ADREF_WORK_JOIN_SIDE_PARTY_H
#define ADREF_WORK_JOIN_SIDE_PARTY_H

#include "work/session.h"

/* An empty table for parties by clause. */
GHashTable *adref_side_parties_new(void);

/* The code of the party, found in this order: the one party that the trailers of the versions name
 * which `version` has and none of `others` (of AdrefVersion); `usual` (or NULL); a part of `name`
 * that is a code of the registry: "JPN/main", "origin/jpn". Versions that record what a party says
 * of a text, such as its agreement, do not count. NULL without an error: nobody knows, or the
 * versions are of several parties; then `by_clause` gets those clauses, by id, that the trailers of
 * one party alone name. Caller frees. */
char *adref_side_party_find(AdrefSession *session, const AdrefVersion *version,
                            const AdrefVersion *others, guint count, const char *usual,
                            const char *name, GHashTable *by_clause, GError **error);

/* When the author wrote a version, in seconds since 1970; 0: it cannot be read. Of two versions of
 * one party the later one counts (merge/join/merge.h). */
gint64 adref_side_time(AdrefSession *session, const AdrefVersion *version);

#endif
