/* A version is read as a clone would read it: from git alone. */
#ifndef ADREF_WORK_CHECK_VERSION_CHECK_H
#define ADREF_WORK_CHECK_VERSION_CHECK_H

#include "work/session.h"

/* Refuses a version that could not be signed, with all reasons at once, a line for each: its
 * registry of parties, facts, style, signing rule, records or signers do not read; a text does not
 * read, or is not in its canonical form; two files are twins (draft/library/name_twins.h). A
 * language without a text is no reason: it may follow; nor are missing parties: a text without them
 * is circulated, and not signed. */
gboolean adref_version_check(AdrefSession *session, const char *statement,
                             const AdrefVersion *version, GError **error);

#endif
