#include "base/parallel_for.h"

typedef struct {
  AdrefWork work;
  gpointer data;
  guint count, step;
  gint next; /* the first thing that nobody has taken */
} Share;

static void work_on(Share *share, guint worker)
{
  for (;;) {
    guint from = (guint)g_atomic_int_add(&share->next, (gint)share->step);
    if (from >= share->count)
      return;
    share->work(share->data, worker, from, MIN(from + share->step, share->count));
  }
}

static gpointer help(gpointer data)
{
  work_on(data, 1);
  return NULL;
}

void adref_share(guint count, guint step, AdrefWork work, gpointer data)
{
  Share share = {.work = work, .data = data, .count = count, .step = step};
  GThread *helper = NULL;
  if (count > step && g_get_num_processors() > 1)
    helper = g_thread_try_new("helper", help, &share, NULL);
  work_on(&share, 0);
  if (helper)
    g_thread_join(helper);
}
