/* Whose work a version is, where it is joined with another one. */
#ifndef ADREF_WORK_SIDE_PARTY_H
#define ADREF_WORK_SIDE_PARTY_H

#include "work/session.h"

/* The code of the party, found in this order: the one party that the trailers of the versions name
 * which `version` has and none of `others` (of AdrefVersion); `usual` (or NULL); a part of `name`
 * that is a code of the registry: "JPN/main", "origin/jpn". NULL without an error: nobody knows, or
 * the versions are of several parties. Caller frees. */
char *adref_side_party_find(AdrefSession *session, const AdrefVersion *version,
                            const AdrefVersion *others, guint count, const char *usual,
                            const char *name, GError **error);

#endif
