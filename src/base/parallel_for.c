#include "base/parallel_for.h"

typedef struct {
  AdrefParallelFunc work;
  gpointer data;
  guint count, step;
  gint next; /* the first index that no worker has taken */
} ParallelLoop;

static void run_worker(ParallelLoop *share, guint worker)
{
  for (;;) {
    guint from = (guint)g_atomic_int_add(&share->next, (gint)share->step);
    if (from >= share->count)
      return;
    share->work(share->data, worker, from, MIN(from + share->step, share->count));
  }
}

static gpointer run_helper(gpointer data)
{
  run_worker(data, 1);
  return NULL;
}

void adref_parallel_for(guint count, guint step, AdrefParallelFunc work, gpointer data)
{
  ParallelLoop share = {.work = work, .data = data, .count = count, .step = step};
  GThread *helper = NULL;
  if (count > step && g_get_num_processors() > 1)
    helper = g_thread_try_new("helper", run_helper, &share, NULL);
  run_worker(&share, 0);
  if (helper)
    g_thread_join(helper);
}
