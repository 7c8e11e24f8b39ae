/* Records of parties that were changed by hand: `adref agree` and its like write them, and save
 * them as a version of the party. */
#ifndef ADREF_WORK_EDIT_RECORD_EDITS_H
#define ADREF_WORK_EDIT_RECORD_EDITS_H

#include "work/session.h"

/* Says a line for each record of the statement, but for that of `party` (NULL: of nobody), which
 * has other acts than in the last version: "the record of THA has 1 act more and 0 fewer than in
 * the last version; ...". A record that does not read is left to what reads it next. The session's
 * repository is open. */
void adref_record_edits_say(AdrefSession *session, const AdrefStatement *statement,
                            const char *party);

#endif
