/* Another program, run to its end: ssh-keygen, gpg, git.
 *
 * It is found in PATH and speaks English (LC_ALL=C). Its input and output are files in memory, not
 * pipes: nothing can block, a program that ends early breaks nothing, and one that it leaves behind
 * (ssh with ControlPersist) is not waited for. */
#ifndef ADREF_BASE_PROGRAM_RUN_H
#define ADREF_BASE_PROGRAM_RUN_H

#include <glib.h>

#include "base/error.h"

typedef struct {
  const GString *input;     /* NULL: none */
  int files[2];             /* open files that the program gets as 3 and 4; -1: none */
  gboolean uses_terminal;   /* stderr stays the terminal, for questions */
  const char *const *unset; /* variables of the environment that it does not get; or NULL */
  /* Gets what the program has written to stderr since the last call, while it runs and at its end;
   * NULL: nobody. */
  void (*follow)(gpointer data, const char *text, gsize length);
  gpointer data;
  /* set by adref_program_run() */
  char *output, *errors; /* valid UTF-8 */
  int status;            /* its exit status; -1: a signal ended it */
} AdrefProgramRun;

/* No files. `input` may be NULL. */
AdrefProgramRun adref_program_run_new(const GString *input);

/* Closes the files, and frees what was set. */
void adref_program_run_clear(AdrefProgramRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefProgramRun, adref_program_run_clear)

/* A file in memory that is read from its start; -1: there is no memory. It is closed when the
 * program is replaced by another one (exec). */
int adref_memory_file_new(const char *text, gsize length);

/* `arguments` begin with the program's name and end with NULL. FALSE: it cannot be run. One that
 * ran and failed is no error: `status` says so. */
gboolean adref_program_run(AdrefProgramRun *run, const char *const *arguments, GError **error);

#endif
