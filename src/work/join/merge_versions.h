/* Versions joined into the current branch of the workspace: `adref merge VERSION...`, and `adref
 * sync`.
 *
 * Every file of every statement, in every language, is joined with the best common base of the
 * versions (work/join/merge_trees.h); of several bases, which crossing histories have, one is made
 * by joining them first, as git does. The result is a version with all of them as parents.
 *
 * - It holds the lock on the files of the workspace. A file that would be written must hold no
 *   change that is not saved; other files stay as they are.
 * - After an error nothing has changed. After a kill the branch is at the old or at the new
 *   version, and the next command that opens the repository brings the files to it
 *   (history/join.h).
 * - Nobody is overruled: what cannot stand in a bracket (facts, markers, a file that one deleted
 *   and another one changed) is ADREF_ERROR_REFUSED, and the message names the file, both versions
 *   and the way out. */
#ifndef ADREF_WORK_JOIN_MERGE_VERSIONS_H
#define ADREF_WORK_JOIN_MERGE_VERSIONS_H

#include "work/join/merge_trees.h"

enum {
  ADREF_MERGE_VERSIONS_MAX = 500,  /* versions that are joined at once */
  ADREF_MERGE_VERSIONS_BASES = 16, /* common bases that are joined with each other */
};

typedef struct {
  const AdrefVersion *versions; /* at least one: commits */
  const char *const *names;     /* as a person calls them: "JPN/main" */
  guint count;
  const char *const *parties; /* whose they are, one for each; NULL, or an element NULL: found by
                                 work/join/side_party.h */
  const char *own_party;      /* whose the current branch is; NULL: found likewise */
  const char *usual_party;    /* the own party where no version says it; NULL: unknown */
  gboolean needs_names; /* refuse brackets whose alternatives have no party; else they have none */
  gboolean dry_run;     /* only find out */
  const char *subject;  /* of the new version; NULL: "Merge JPN/main" */
  const char *body;     /* what its message says below the subject, or NULL */
  /* of work/join/pick_merge.h: */
  GHashTable *picked;       /* path in the repository -> GBytes: what a text becomes instead; NULL:
                               nothing was picked */
  const AdrefVersion *seen; /* refuse where the branch is elsewhere; NULL: it may be anywhere */
  gboolean only_picked;     /* save these texts alone, as a version of this branch */
} AdrefMergeVersionsOptions;

typedef enum {
  ADREF_MERGE_UP_TO_DATE,   /* the branch has all of the versions already */
  ADREF_MERGE_FAST_FORWARD, /* the branch has nothing of its own: it went to the other version */
  ADREF_MERGE_JOINED,
  ADREF_MERGE_PICKED, /* only some texts were saved (`only_picked`) */
} AdrefMergeOutcome;

typedef struct {
  AdrefMergeOutcome outcome;
  AdrefVersion before;       /* where the branch was */
  AdrefVersion version;      /* where it is now; with dry_run: `before` */
  AdrefMergedTrees *merged;  /* what happened to each file; NULL: up to date */
  char **parties;            /* own first, then of each version that was joined; "": unknown */
  char **names;              /* likewise */
  GArray *versions;          /* of AdrefVersion, likewise */
  char **statements;         /* ids of those with files that some side changed, sorted */
  GPtrArray *owned, *tables; /* private: names, and tables of names, that the report points to */
} AdrefVersionsMerge;

AdrefVersionsMerge *adref_merge_versions(AdrefSession *session,
                                         const AdrefMergeVersionsOptions *options, GError **error);
void adref_versions_merge_free(AdrefVersionsMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefVersionsMerge, adref_versions_merge_free)

/* What happened, as lines for a person: who changed which clauses and files, what is in brackets,
 * which agreements are open again. Caller frees. */
GString *adref_versions_merge_report(AdrefSession *session, const AdrefVersionsMerge *merge);

#endif
