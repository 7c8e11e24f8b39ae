/* The base with which versions are joined. */
#ifndef ADREF_WORK_JOIN_MERGE_BASE_H
#define ADREF_WORK_JOIN_MERGE_BASE_H

#include "work/session.h"

/* Of two versions their best common base; of several such bases, which crossing histories have, a
 * tree that is made by joining them, the oldest first, each with their own base, as git's recursive
 * merge does. Of more versions the base that all have. *base is a version or a tree. Histories
 * without anything in common are ADREF_ERROR_REFUSED. */
gboolean adref_merge_base_find(AdrefSession *session, const AdrefVersion *versions, guint count,
                               AdrefVersion *base, GError **error);

#endif
