/* The lock on git's index: adref changes the index, moves the branch and sets labels only while it
 * holds it. It is git's own lock, the file index.lock in the git directory, so git refuses to
 * change the index meanwhile. Private to history/.
 *
 * The protocol:
 *
 * 1. Create. adref writes its marker, the line "adref", into a new file with another name, locks
 *    that file with flock(), and renames it to index.lock without replacing. So an index.lock of
 *    adref is never without marker or flock() while its process lives.
 * 2. Release. The holder removes index.lock, then closes it, which ends the flock().
 * 3. Take over. The kernel ends flock() with the process. When a process was killed, its index.lock
 *    stays: it has the marker, and another process can get flock() on it. That process checks that
 *    the path still names the file it opened (the holder may have removed it meanwhile), and holds
 *    the lock. A lock without the marker belongs to git or another program: adref never removes it.
 * 4. Locks of refs, and config.lock. A process killed while it moved a branch or set a tag also
 * leaves REF.lock, which has no marker. Who takes over index.lock looks at the locks of the current
 * branch and of tags, and removes those that are the same file ADREF_INDEX_LOCK_WAIT_FOR_GIT later:
 * a living git holds one for milliseconds.
 * 5. Wait. Attempts are repeated after 2 to 20 ms, by chance. The time is counted separately for
 *    locks of adref and of other programs. */
#ifndef ADREF_HISTORY_INDEX_LOCK_H
#define ADREF_HISTORY_INDEX_LOCK_H

#include "history/repo.h"

enum {
  ADREF_INDEX_LOCK_WAIT_FOR_GIT = 1 * G_USEC_PER_SEC,    /* microseconds */
  ADREF_INDEX_LOCK_WAIT_FOR_ADREF = 10 * G_USEC_PER_SEC, /* microseconds */
  ADREF_INDEX_LOCK_TAG_DEPTH = 3, /* folders below refs/tags: signoff/STATEMENT/LABEL/PARTY */
};

typedef struct AdrefIndexLock AdrefIndexLock;

/* Gets the lock, or waits for it. ADREF_ERROR_REFUSED when another program still holds it after the
 * wait; ADREF_ERROR_SYSTEM when the file cannot be written. */
AdrefIndexLock *adref_index_lock_new(AdrefRepo *repo, GError **error);

/* Gets a lock that a killed adref left, without waiting for anybody; else NULL. */
AdrefIndexLock *adref_index_lock_take_over(AdrefRepo *repo);

/* Releases the lock. */
void adref_index_lock_free(AdrefIndexLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefIndexLock, adref_index_lock_free)

#endif
