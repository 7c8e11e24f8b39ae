/* What one party changed between two versions: the versions that were saved for it. */
#ifndef ADREF_WORK_CHANGES_PARTY_CHANGES_H
#define ADREF_WORK_CHANGES_PARTY_CHANGES_H

#include "history/log.h"
#include "work/session.h"

/* Versions of the party that follow one another, as one change. */
typedef struct {
  AdrefVersion from;  /* the version before the first of them */
  AdrefVersion to;    /* the last of them */
  GPtrArray *entries; /* of AdrefLogEntry: they, the newest first */
} AdrefPartyChange;

/* The changes (of AdrefPartyChange), the oldest first, in the versions of `to` that are not among
 * those of `from`. A version that joins two lines of history is left out: its words are of several
 * parties; so is the first version of all. *joined is their number. NULL on failure. */
GPtrArray *adref_party_changes_find(AdrefSession *session, const char *statement, const char *party,
                                    const AdrefVersion *from, const AdrefVersion *to, guint *joined,
                                    GError **error);

/* Whether a party is known in the workspace; `option` names it in the message. */
gboolean adref_party_check_known(AdrefSession *session, const char *option, const char *party,
                                 GError **error);

/* "1a2b3c4d 2023-12-01 Linh Tran: op training: 1 word", a line for each version. Caller frees. */
char *adref_party_change_words(const AdrefPartyChange *change);

#endif
