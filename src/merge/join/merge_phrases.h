/* No phrase that must stand whole is put together from two sides. */
#ifndef ADREF_MERGE_JOIN_MERGE_PHRASES_H
#define ADREF_MERGE_JOIN_MERGE_PHRASES_H

#include "merge/join/merge_groups.h"

/* Reads the words that would stand outside of brackets, and joins the groups around each amount,
 * date, name or modal verb that neither the base nor any side has. */
void adref_merge_phrases_keep(AdrefMergeWordReader *reader, AdrefMergeGroups *groups);

#endif
