/* The change of a version of a statement is taken back, as a new version. */
#ifndef ADREF_WORK_JOIN_UNDO_H
#define ADREF_WORK_JOIN_UNDO_H

#include "work/session.h"

/* `version` is the name of a version; NULL: the last one of the statement, so that a second undo
 * takes back the first. What was changed since then stays: the change is taken back as a merge of
 * which the version is the base and the version before it their side (work/join/merge_file.h).
 * Where others have changed the same words since, both stand in a bracket, and that is said; where
 * no bracket can stand, it is refused.
 *
 * Refused for a version that records an agreement, a correction or a signature, for one that was
 * circulated, for the first one and for a merge; each message says what to do. */
gboolean adref_undo(AdrefSession *session, const AdrefStatement *statement, const char *version,
                    const char *party, GError **error);

#endif
