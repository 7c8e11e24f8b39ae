/* A text with the disassociations and explanations of position that its pages print. */
#ifndef ADREF_WORK_EXPORT_NOTED_TEXT_H
#define ADREF_WORK_EXPORT_NOTED_TEXT_H

#include "view/view.h"
#include "work/text.h"

/* *noted becomes a copy of `document`, the text or an alternat of it, with the notes behind it;
 * NULL where no party has stated a position, for a file, and in the public view, which names no
 * party. Caller frees. */
gboolean adref_noted_text(const AdrefText *text, const AdrefNode *document, AdrefView view,
                          AdrefNode **noted, GError **error);

#endif
