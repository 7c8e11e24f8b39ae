/* A loop that two threads divide among themselves. The result must not depend on which thread does
 * which step. */
#ifndef ADREF_BASE_PARALLEL_FOR_H
#define ADREF_BASE_PARALLEL_FOR_H

#include <glib.h>

enum {
  ADREF_PARALLEL_WORKERS = 2
};

/* Does the work for the indexes `from` to `to` - 1. `worker` is below ADREF_PARALLEL_WORKERS; two
 * calls with the same worker never run at the same time, so each worker can have buffers of its
 * own. */
typedef void (*AdrefParallelFunc)(gpointer data, guint worker, guint from, guint to);

/* Calls `work` for all indexes 0 to `count` - 1, `step` at a time, and returns when all are done.
 * One of the two threads is the caller's. It is the only one if the machine has one core, if one
 * step is enough, if the loop is a part of a step of another one, or if no thread can be started.
 */
void adref_parallel_for(guint count, guint step, AdrefParallelFunc work, gpointer data);

/* What has to be made before another thread begins; adref_parallel_for() calls it. GLib makes its C
 * locale when it reads the first number, and errno of a thread that waits for it is set: then
 * g_ascii_string_to_signed() takes "2" for no number. */
void adref_threads_prepare(void);

#endif
