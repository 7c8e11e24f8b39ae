/* Headings get ids when a text is saved (clause/text/heading_ids.h): a marker is written above
 * each. */
#ifndef ADREF_WORK_EDIT_GIVE_HEADING_IDS_H
#define ADREF_WORK_EDIT_GIVE_HEADING_IDS_H

#include "work/session.h"

/* In every language of the statement that has a text; nothing else of the files changes. Says how
 * many headings got one, and sets *given to it. */
gboolean adref_give_heading_ids(AdrefSession *session, const AdrefStatement *statement,
                                guint *given, GError **error);

#endif
