/* A clone and another repository are brought together: what the other one has is fetched, checked
 * and joined into the current branch; then this branch is sent, and the tags of adref go both ways.
 *
 * There are two ways of working together.
 *
 * - Peers share one branch: that of the other repository with the same name (or the one that git's
 *   configuration says, branch.NAME.merge) is joined into the current branch, and the result is
 *   sent to it.
 * - A secretariat keeps the trunk, the branch that `git config adref.trunk` names, and each
 *   delegation has a branch of its own. The trunk is joined into the current branch, and only that
 *   is sent. With `trunk`, the trunk becomes what the current branch is, once `confirm` has shown
 *   what that changes.
 *
 * Invariants: nothing is overwritten, here or there: a push by force is never done, and a tag that
 * both have otherwise stays in both. What comes in is checked before it is joined. When somebody
 * else has pushed in between, all is done again, ADREF_SYNC_ATTEMPTS times in all. At any moment
 * the process may be killed: the next call goes on from what is there. One sync at a time runs in a
 * clone; other commands wait for it only while it joins. */
#ifndef ADREF_WORK_JOIN_SYNC_H
#define ADREF_WORK_JOIN_SYNC_H

#include "history/remote.h"
#include "work/session.h"

enum {
  ADREF_SYNC_ATTEMPTS = 5,
  ADREF_SYNC_PAUSE = 200,  /* milliseconds, at most, before the next attempt; by chance */
  ADREF_SYNC_MAX_SAID = 20 /* versions, and tags, that are said one by one */
};

typedef struct {
  const char *remote; /* its name; NULL: the usual one (history/remote.h) */
  gboolean trunk;     /* send the current branch to the trunk, too */
  gboolean dry_run;   /* fetch, and say what would come and go */
  const char *party;  /* who works here, or NULL: whose the own alternatives of new brackets are */
  AdrefRemoteProgress progress;
  /* Shows what the trunk would become, and asks; FALSE with an error: it is not sent. Only called
   * with `trunk`, and where that differs from the trunk. */
  gboolean (*confirm)(gpointer data, const char *name, const AdrefVersion *trunk,
                      const AdrefVersion *new, GError **error);
  gpointer data;
} AdrefSyncOptions;

/* *open: something is left to decide: tags differ, or a new bracket came of it. Needs workspace and
 * repository. */
gboolean adref_sync(AdrefSession *session, const AdrefSyncOptions *options, gboolean *open,
                    GError **error);

#endif
