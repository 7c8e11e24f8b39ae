/* The records of a statement, with acts of older forms read anew (sign/older_acts.h).
 *
 * A record of an older form names no statement. It counts where it was made: when another
 * statement has a record of the party that begins with the same act, and had it in the version in
 * which this one came into the history, then this one is a copy, and `foreign`. */
#ifndef ADREF_WORK_RECORDS_H
#define ADREF_WORK_RECORDS_H

#include "sign/language_versions.h"
#include "work/session.h"

/* party -> AdrefPartyRecord, of the files in `source`. `versions` are the texts with which acts are
 * compared; brackets of them that parties have recorded as words become `settled`. `from` is the
 * version of `source`; NULL: the work folder. */
GHashTable *adref_records_read(AdrefSession *session, AdrefFileSource *source,
                               const AdrefStatement *statement,
                               const AdrefLanguageVersions *versions, const AdrefVersion *from,
                               GError **error);

#endif
