/* Which words a party had before it when it agreed to a clause that has changed since. */
#ifndef ADREF_CMD_AGREED_VERSIONS_H
#define ADREF_CMD_AGREED_VERSIONS_H

#include "cmd/text.h"
#include "sign/progress.h"

/* For each clause whose words in this text have changed since it was agreed (its id, of the
 * headway) the id of a version that has the agreed ones. It is looked for at the time of the
 * agreement, and taken only when its words are those; a clause for which there is none is left out.
 */
GHashTable *adref_agreed_versions_find(const AdrefRun *run, const AdrefText *text,
                                       const AdrefProgress *progress);

/* "adref diff tokyo 1a2b3c4d shows what has changed since it was agreed: training", a line for each
 * version, indented. */
void adref_agreed_versions_write(GString *out, const AdrefText *text, const AdrefProgress *progress,
                                 GHashTable *versions);

#endif
