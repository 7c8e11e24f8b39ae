/* What a merge brings into the texts, taken and refused change by change: `adref merge --pick`. */
#ifndef ADREF_WORK_JOIN_PICK_MERGE_H
#define ADREF_WORK_JOIN_PICK_MERGE_H

#include "work/join/merge_versions.h"
#include "work/join/pick.h"

/* One text that the merge changes. */
typedef struct {
  char *path; /* within the repository */
  char *name; /* within the workspace, for a person */
  AdrefPicking *picking;
  /* private */
  AdrefPickingOptions options;
  GHashTable *parties;
} AdrefPickedText;

typedef struct {
  AdrefVersion before; /* where the branch was when the merge was looked at */
  GPtrArray *texts;    /* of AdrefPickedText; new texts are taken whole, and are not among them */
} AdrefPickMerge;

/* Of a merge that was only found out (`dry_run`). NULL: a text cannot be compared. */
AdrefPickMerge *adref_pick_merge_new(AdrefSession *session, const AdrefVersionsMerge *merge,
                                     GError **error);
void adref_pick_merge_free(AdrefPickMerge *pick);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPickMerge, adref_pick_merge_free)

/* How many changes of all texts have a state. */
guint adref_pick_merge_count(const AdrefPickMerge *pick, AdrefPickState state);

/* Merges the same versions again, with the texts as they were picked. Where some changes are not
 * decided, only the texts are saved, as a version of this branch alone: the next merge brings the
 * rest. Refused where the branch moved since. */
AdrefVersionsMerge *adref_pick_merge_run(AdrefSession *session, const AdrefPickMerge *pick,
                                         const AdrefMergeVersionsOptions *options, GError **error);

#endif
