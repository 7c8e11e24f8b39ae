#include "base/parallel_for.h"

#include "base/cases.h"

enum {
  THINGS = 1000
};

typedef struct {
  gint done[THINGS];                 /* how often each index was done */
  gint busy[ADREF_PARALLEL_WORKERS]; /* 1: the worker runs now */
  guint step;
} Work;

static void work(gpointer data, guint worker, guint from, guint to)
{
  Work *self = data;
  ck_assert_uint_lt(worker, ADREF_PARALLEL_WORKERS);
  ck_assert_int_eq(g_atomic_int_add(&self->busy[worker], 1), 0);
  ck_assert_uint_lt(from, to);
  ck_assert_uint_le(to - from, self->step);
  for (guint i = from; i < to; i++)
    g_atomic_int_inc(&self->done[i]);
  g_usleep(100); /* so that the other thread gets a step */
  g_atomic_int_add(&self->busy[worker], -1);
}

static const struct {
  guint count, step;
} shares[] = {{0, 1}, {1, 1}, {2, 1}, {7, 8}, {8, 8}, {9, 8}, {100, 7}, {THINGS, 16}};

START_TEST(does_each_thing_once)
{
  g_autofree Work *all = g_new0(Work, 1);
  all->step = shares[_i].step;
  adref_parallel_for(shares[_i].count, shares[_i].step, work, all);
  for (guint i = 0; i < THINGS; i++)
    ck_assert_int_eq(all->done[i], i < shares[_i].count ? 1 : 0);
}
END_TEST

static void count_call(gpointer data, guint worker, guint from, guint to)
{
  (void)from;
  (void)to;
  ck_assert_uint_eq(worker, 0);
  ++*(guint *)data;
}

START_TEST(needs_one_thread_for_one_step)
{
  guint calls = 0;
  adref_parallel_for(8, 8, count_call, &calls);
  ck_assert_uint_eq(calls, 1);
}
END_TEST

static void run_inner(gpointer data, guint worker, guint from, guint to)
{
  guint calls = 0;
  (void)worker;
  for (guint i = from; i < to; i++)
    adref_parallel_for(8, 1, count_call, &calls);
  ck_assert_uint_eq(calls, 8 * (to - from));
  g_usleep(100);
  g_atomic_int_add((gint *)data, (gint)calls);
}

/* Both threads have enough to do with the outer loop. */
START_TEST(a_loop_in_a_loop_has_one_thread)
{
  gint calls = 0;
  for (guint i = 0; i < 3; i++)
    adref_parallel_for(100, 1, run_inner, &calls);
  ck_assert_int_eq(calls, 3 * 100 * 8);
}
END_TEST

static void read_number(gpointer data, guint worker, guint from, guint to)
{
  gint *ready = data;
  gint64 number;
  (void)worker;
  (void)from;
  (void)to;
  g_atomic_int_inc(ready);
  for (guint n = 0; g_atomic_int_get(ready) < 2 && n < 1000000; n++) /* both at the same time */
    continue;
  ck_assert(g_ascii_string_to_signed("2", 10, 0, 100, &number, NULL));
}

/* Each time in a new process: without what is made before, one in seven fails. */
START_TEST(threads_read_their_first_number)
{
  gint ready = 0;
  adref_parallel_for(2, 1, read_number, &ready);
}
END_TEST

TCase *tcase_parallel_for(void)
{
  TCase *tcase = tcase_create("parallel_for");
  tcase_add_loop_test(tcase, does_each_thing_once, 0, G_N_ELEMENTS(shares));
  tcase_add_test(tcase, needs_one_thread_for_one_step);
  tcase_add_test(tcase, a_loop_in_a_loop_has_one_thread);
  tcase_add_loop_test(tcase, threads_read_their_first_number, 0, 60);
  return tcase;
}
