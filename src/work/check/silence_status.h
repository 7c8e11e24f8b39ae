/* The silence over a statement's drafts: what status, sign and break-silence ask. */
#ifndef ADREF_WORK_CHECK_SILENCE_STATUS_H
#define ADREF_WORK_CHECK_SILENCE_STATUS_H

#include "sign/silence.h"
#include "work/session.h"

/* The silence over the last draft that has a deadline: of that name (NULL: any), of that version
 * (NULL: any). `parties` are those of the library that the facts were read with. *silence is NULL
 * where there is none. Valid objections are noted in the repository, so that one that is deleted
 * later is noticed. */
gboolean adref_silence_status_read(AdrefSession *session, const AdrefStatement *statement,
                                   const AdrefParties *parties, const char *name,
                                   const AdrefVersion *version, AdrefSilence **silence,
                                   GError **error);

#endif
