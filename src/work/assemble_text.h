/* The text of a statement is assembled from its clause templates, in every language. */
#ifndef ADREF_WORK_ASSEMBLE_TEXT_H
#define ADREF_WORK_ASSEMBLE_TEXT_H

#include "work/session.h"

/* Writes the texts and assembly.lock, and saves a version. A text that was edited since it was
 * assembled is never overwritten: refused. Templates without a translation are said. */
gboolean adref_assemble_text(AdrefSession *session, const AdrefStatement *statement,
                             GError **error);

#endif
