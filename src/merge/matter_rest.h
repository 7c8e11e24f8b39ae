/* What is left of a changed group beside the phrases that were told. */
#ifndef ADREF_MERGE_MATTER_REST_H
#define ADREF_MERGE_MATTER_REST_H

#include "merge/matter_compare.h"

/* Reads the words of a group that no phrase has which was told, for the two below. */
void adref_rest_read(AdrefComparer *comparer, const AdrefGroup *group);

/* Whether both sides have the same words, without regard to spelling. */
gboolean adref_rest_same(const AdrefComparer *comparer);

/* Tells of the words that are left when the last `told` matters are those of the group. */
void adref_rest_tell(AdrefComparer *comparer, AdrefGroup *group, guint told);

#endif
