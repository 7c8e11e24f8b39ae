/* The silence over a statement's drafts: what status, sign and break-silence ask. */
#ifndef ADREF_CMD_SILENCE_STATUS_H
#define ADREF_CMD_SILENCE_STATUS_H

#include "cmd/text.h"
#include "sign/silence.h"

/* The silence over the last draft that has a deadline: of that name (NULL: any), of that version
 * (NULL: any). *silence is NULL where there is none. What is in order is kept, so that it is missed
 * when it goes. */
gboolean adref_silence_status_read(const AdrefSession *session, const AdrefStatement *statement,
                                   const char *name, const AdrefVersion *version,
                                   AdrefSilence **silence, GError **error);

/* Now, in seconds since 1970, by the clock of this computer. */
gint64 adref_silence_status_now(void);

/* Adds "silence" to what `status --json` says of a statement; null where there is none. */
void adref_silence_status_json(const AdrefSilence *silence, struct json_t *object);

#endif
