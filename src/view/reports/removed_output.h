/* Words that are gone, and who took them out, as terminal text and JSON. */
#ifndef ADREF_VIEW_REPORTS_REMOVED_OUTPUT_H
#define ADREF_VIEW_REPORTS_REMOVED_OUTPUT_H

#include "view/origin.h"

/* Words that one version took out of one place. */
typedef struct {
  guint origin; /* index in the versions */
  char *clause; /* id of the clause in the text that had them; NULL: it had none */
  char *words;
} AdrefRemovedWords;

typedef struct {
  GPtrArray *versions; /* of AdrefOrigin, the newest first */
  GPtrArray *words;    /* of AdrefRemovedWords, the newest first */
  gboolean cut;        /* there are older removals, or older versions that were not read */
} AdrefRemoved;

void adref_removed_free(AdrefRemoved *removed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefRemoved, adref_removed_free)

/* Two lines for each removal: "1a2b3c4d  2023-12-01  JPN  rev1  #training", and the words. */
GString *adref_terminal_removed_write(const AdrefRemoved *removed);

/* A list with an object for each removal; readers must ignore unknown members:
 *
 *   {"version": "<id>", "time": "ISO 8601",                both left out: not saved
 *    "author": "", "email": "", "subject": "", "party": "", "draft": "",   where they are known
 *    "clause": "training",                                 where it has an id
 *    "words": "without delay"} */
GString *adref_json_removed_write(const AdrefRemoved *removed);

#endif
