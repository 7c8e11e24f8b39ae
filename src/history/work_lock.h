/* The lock on the files of a workspace: whoever writes a text and saves it holds it meanwhile, so
 * that no other adref saves a text that is half written, or one that another party wrote.
 *
 * It is flock() on the file "writer" in the folder of adref in the git directory. The kernel ends
 * it with the process, so a killed adref leaves nothing behind. git knows nothing of it. Each work
 * tree has its own. */
#ifndef ADREF_HISTORY_WORK_LOCK_H
#define ADREF_HISTORY_WORK_LOCK_H

#include "history/repo.h"

enum {
  ADREF_WORK_LOCK_WAIT = 60 * G_USEC_PER_SEC, /* microseconds */
};

typedef struct AdrefWorkLock AdrefWorkLock;

/* Gets the lock, or waits for it. ADREF_ERROR_REFUSED when another adref still holds it after the
 * wait; ADREF_ERROR_SYSTEM when the file cannot be made. */
AdrefWorkLock *adref_work_lock_new(AdrefRepo *repo, GError **error);

/* The same without waiting; NULL where another adref holds it, or it cannot be had. */
AdrefWorkLock *adref_work_lock_try(AdrefRepo *repo);

/* The lock of those who fetch and push, on the file "sync": one at a time. It is another one, since
 * a network may take its time. ADREF_ERROR_REFUSED at once when another adref holds it. */
AdrefWorkLock *adref_work_lock_new_for_sync(AdrefRepo *repo, GError **error);

/* Releases the lock. NULL: does nothing. */
void adref_work_lock_free(AdrefWorkLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWorkLock, adref_work_lock_free)

#endif
