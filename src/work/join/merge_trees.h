/* All files of the repository, joined from a base and several versions, file by file
 * (work/join/merge_file.h). Nothing is written but objects of git that no version has yet. */
#ifndef ADREF_WORK_JOIN_MERGE_TREES_H
#define ADREF_WORK_JOIN_MERGE_TREES_H

#include "history/tree_changes.h"
#include "work/join/merge_file.h"

typedef struct {
  AdrefVersion version;
  const char *party;   /* its code; NULL: unknown */
  const char *name;    /* as a person calls it: "JPN/main" */
  GHashTable *parties; /* by clause, where `party` is NULL (work/join/side_party.h); or NULL */
  gint64 time;         /* when its author wrote it; 0: not known */
} AdrefMergeVersion;

typedef struct {
  AdrefVersion base;              /* a version, or a tree; "": nothing */
  const AdrefMergeVersion *sides; /* the first is ours */
  guint count;
  gboolean is_base; /* the result is a base of other merges: what cannot be joined is as in `base`,
                       and nothing is reported */
  gboolean only_facts; /* texts are left as ours; what else cannot be joined, too */
} AdrefMergeTreesOptions;

/* A file that some side has otherwise than the base. */
typedef struct {
  char *path; /* within the repository */
  AdrefTreeFile ours, merged;
  AdrefTreeFile here;  /* what our version has at this path: not `ours` where another side renamed
                          the statement */
  GPtrArray *by;       /* of const char *: the parties, or names, of the sides that changed it */
  gboolean is_renamed; /* it is gone since a side renamed the statement: it has another path now */
  gboolean is_joined;  /* put together from several sides; else it is as one of them has it */
  AdrefMergeReport *report; /* of a text; NULL: none */
  GPtrArray *notes;         /* of char * */
  guint nameless; /* number (from 1) of a side whose words stand in brackets without a party; 0:
                     none */
} AdrefMergedTreeFile;

typedef struct {
  GPtrArray *files;  /* of AdrefMergedTreeFile, by path */
  AdrefVersion tree; /* of the result */
  guint brackets;
} AdrefMergedTrees;

AdrefMergedTrees *adref_merge_trees(AdrefSession *session, const AdrefMergeTreesOptions *options,
                                    GError **error);

/* Gives a file of the result, which some side changed, other bytes. `ours` is the first side. FALSE
 * on failure. */
gboolean adref_merged_trees_put(AdrefSession *session, AdrefMergedTrees *merged,
                                const AdrefVersion *ours, AdrefMergedTreeFile *file, GBytes *bytes,
                                GError **error);
void adref_merged_trees_free(AdrefMergedTrees *merged);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMergedTrees, adref_merged_trees_free)

#endif
