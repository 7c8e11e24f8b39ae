/* Which changed runs and changed phrases of a clause belong together. A group is compared, and its
 * findings are reported, as a whole. */
#ifndef ADREF_REVIEW_CHANGE_CHANGE_GROUP_H
#define ADREF_REVIEW_CHANGE_CHANGE_GROUP_H

#include "review/change/clause_phrases.h"

/* Neighbouring runs that are read as one run of whole words on each side, and their phrases. Pairs
 * of fields are by AdrefTextSide, but for `room`. */
typedef struct {
  guint number;             /* of its first run */
  guint start[2], end[2];   /* bytes */
  guint first[2], after[2]; /* tokens: the first one, and the one behind the last */
  guint room[2];            /* bytes before it and behind it, up to the next group */
  const guint *matches[2];  /* numbers of its phrases, valid until the next clause */
  guint match_count[2];
} AdrefChangeGroup;

typedef struct {
  const AdrefClausePhrases *phrases;
  GArray *of_run;      /* of guint, by run: the first run of its group */
  GArray *of_match[2]; /* of guint, by phrase: likewise; G_MAXUINT: it did not change */
  GArray *changed[2];  /* of guint: the phrases that changed, by group */
  guint next_run, next_match[2];
} AdrefChangeGroups;

/* The phrases must outlive them. */
void adref_change_groups_init(AdrefChangeGroups *groups, const AdrefClausePhrases *phrases);
void adref_change_groups_clear(AdrefChangeGroups *groups);

/* Finds the groups of the clause that `phrases` has read last.
 *
 * A phrase changed when a part of it is in a run (words inserted into it do not change it), or when
 * it stands where a changed phrase of the other text does. Runs are one group when a changed phrase
 * spans them, or when nothing but a space or the like is between them. */
void adref_change_groups_find(AdrefChangeGroups *groups);

/* The next group, in the order of the text; FALSE when there is none. */
gboolean adref_change_groups_next(AdrefChangeGroups *groups, AdrefChangeGroup *group);

#endif
