/* Which version has the words that a party agreed to, of clauses that have changed since. */
#ifndef ADREF_WORK_NEGOTIATE_AGREED_VERSIONS_H
#define ADREF_WORK_NEGOTIATE_AGREED_VERSIONS_H

#include "sign/progress.h"
#include "work/text.h"

/* For each clause whose words in this text have changed since it was agreed (its id, which belongs
 * to `progress`) the id of a version that has the agreed ones. It is looked for at the time of the
 * agreement, and is in the table only when its words are those. Caller frees. */
GHashTable *adref_agreed_versions_find(const AdrefText *text, const AdrefProgress *progress);

#endif
