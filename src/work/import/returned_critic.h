/* A text that a party sent back as CriticMarkup (exchange/text/critic_marks.h). */
#ifndef ADREF_WORK_IMPORT_RETURNED_CRITIC_H
#define ADREF_WORK_IMPORT_RETURNED_CRITIC_H

#include "work/session.h"

/* The bytes of a file with its changes accepted, and says what was read; `bytes` itself where it
 * has no such marks. The caller frees the result. */
GBytes *adref_returned_critic_read(const AdrefSession *session, const char *name, GBytes *bytes);

#endif
