#include "base/parallel_for.h"

typedef struct {
  AdrefParallelFunc work;
  gpointer data;
  guint count, step;
  gint next; /* the first index that no worker has taken */
} ParallelLoop;

/* In a thread that does a step of a loop with two threads: both are busy. */
static GPrivate busy;

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
  g_private_set(&busy, data);
  run_worker(data, 1);
  return NULL;
}

void adref_threads_prepare(void)
{
  g_ascii_strtoll("0", NULL, 10);
}

void adref_parallel_for(guint count, guint step, AdrefParallelFunc work, gpointer data)
{
  ParallelLoop share = {.work = work, .data = data, .count = count, .step = step};
  GThread *helper = NULL;
  adref_threads_prepare();
  if (count > step && g_get_num_processors() > 1 && !g_private_get(&busy))
    helper = g_thread_try_new("helper", run_helper, &share, NULL);
  if (helper)
    g_private_set(&busy, &share);
  run_worker(&share, 0);
  if (!helper)
    return;
  g_private_set(&busy, NULL);
  g_thread_join(helper);
}
