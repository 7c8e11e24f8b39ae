/* What the benchmarks share: whole processes, run in turns so that a busy machine slows all of them
 * alike; medians, and ratios against the bars that never move. */
#ifndef ADREF_TESTS_BENCH_PEERS_H
#define ADREF_TESTS_BENCH_PEERS_H

#include <fcntl.h>
#include <glib/gstdio.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  MAX_RUNS = 101
};

typedef struct {
  const char *const *command; /* NULL-terminated */
  double times[MAX_RUNS];     /* milliseconds, sorted once all runs are done */
  double median;
  double memory; /* megabytes: the most that was in memory at once */
} Peer;

extern char **environ;

static gboolean missed;

static inline void die(const char *what, const char *words)
{
  fprintf(stderr, "bench: %s: %s\n", what, words);
  exit(1);
}

/* Runs a command with its output thrown away, or written to a file. *processor (may be NULL) is the
 * milliseconds that it took of all processors, which other work on the machine changes less. */
static inline double run_measured(const char *const *command, const char *output, double *memory,
                                  double *processor)
{
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output ? output : "/dev/null",
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  gint64 start = g_get_monotonic_time();
  pid_t child;
  int status;
  struct rusage usage;
  char **words = g_strdupv((char **)(guintptr)command);
  if (posix_spawnp(&child, command[0], &actions, NULL, words, environ) != 0 ||
      wait4(child, &status, 0, &usage) != child)
    die(command[0], "cannot be run");
  double time = (double)(g_get_monotonic_time() - start) / 1000;
  g_strfreev(words);
  posix_spawn_file_actions_destroy(&actions);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) /* 1: there are differences */
    die(command[0], "failed");
  if (memory)
    *memory = MAX(*memory, (double)usage.ru_maxrss / 1024);
  if (processor)
    *processor = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                 (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
  return time;
}

static inline double run_once(const char *const *command, const char *output, double *memory)
{
  return run_measured(command, output, memory, NULL);
}

static inline int compare(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static inline void run_in_turns(Peer *peers, gsize count, guint runs)
{
  for (guint run = 0; run < runs; run++)
    for (gsize i = 0; i < count; i++)
      if (peers[i].command)
        peers[i].times[run] = run_once(peers[i].command, NULL, &peers[i].memory);
  for (gsize i = 0; i < count; i++) {
    qsort(peers[i].times, runs, sizeof peers[i].times[0], compare);
    peers[i].median = peers[i].times[runs / 2];
  }
}

static inline void put_title(const char *title)
{
  printf("\n%s\n  %-44s %9s %-2s %8s %8s\n", title, "", "median", "", "ratio", "bar");
}

static inline void put_value(const char *label, double value, const char *unit)
{
  printf("  %-44s %9.1f %s\n", label, value, unit);
}

/* `ratio` 0: only the value has a bar. */
static inline void put_barred(const char *label, double value, const char *unit, double ratio,
                              double bar)
{
  double judged = ratio > 0 ? ratio : value;
  gboolean kept = judged <= bar;
  int digits = bar < 1 ? 2 : 1;
  missed |= !kept;
  if (ratio > 0)
    printf("  %-44s %9.1f %-2s %8.2f %8.*f  %s\n", label, value, unit, ratio, digits, bar,
           kept ? "kept" : "MISSED");
  else
    printf("  %-44s %9.1f %-2s %8s %8.*f  %s\n", label, value, unit, "", digits, bar,
           kept ? "kept" : "MISSED");
}

static inline void put_ratio(const char *label, double value, const char *unit, double ratio)
{
  printf("  %-44s %9.1f %-2s %8.2f\n", label, value, unit, ratio);
}

#endif
