/* The change of the last version of a statement is taken back, as a new version. */
#ifndef ADREF_WORK_UNDO_H
#define ADREF_WORK_UNDO_H

#include "work/session.h"

/* Refused for a version that records an agreement, a correction or a signature, for one that was
 * circulated, for the first one and for a merge; each message says what to do. A second undo takes
 * back the first. */
gboolean adref_undo(AdrefSession *session, const AdrefStatement *statement, const char *party,
                    GError **error);

#endif
