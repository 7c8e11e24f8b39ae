/* Work divided among two threads: what is done to each of many things apart from the others. What
 * comes out must not depend on who does what. */
#ifndef ADREF_BASE_PARALLEL_FOR_H
#define ADREF_BASE_PARALLEL_FOR_H

#include <glib.h>

enum {
  ADREF_PARALLEL_WORKERS = 2
};

/* Does what is asked to the things `from` to `to` - 1. `worker`, below ADREF_PARALLEL_WORKERS, says
 * whose tools to take: no two calls with one worker run at once. */
typedef void (*AdrefParallelFunc)(gpointer data, guint worker, guint from, guint to);

/* Calls `work` until all of 0 to `count` - 1 is done, `step` things at a time, and returns then.
 * The caller's thread is one of the two; it is the only one where there is one core, or no more
 * than one step to do. */
void adref_parallel_for(guint count, guint step, AdrefParallelFunc work, gpointer data);

#endif
