/* How a text opened and closed, draft by draft. */
#ifndef ADREF_WORK_NEGOTIATE_READ_PROGRESS_H
#define ADREF_WORK_NEGOTIATE_READ_PROGRESS_H

#include "work/session.h"

/* A point for each draft of the statement that was circulated, oldest first, and one for the text
 * as it is (of AdrefProgressPoint, view/reports/progress_curve.h), of the text in a language (NULL:
 * the rolling text). A draft that cannot be read is left out, which is said. */
GPtrArray *adref_read_progress(AdrefSession *session, const char *id, const char *language,
                               GError **error);

#endif
