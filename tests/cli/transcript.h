/* A transcript: a Markdown document whose ```console blocks are commands and what they print.
 *
 *     $ adref parties show JP
 *     adref: no party "JP" in templates/parties.yaml; did you mean JPN?
 *     ? 3
 *
 * A command begins with "$ " and goes on in lines that begin with ">". Below it stands what it
 * prints, stdout and stderr in one; empty lines at the end do not count. A line "? N" states the
 * exit status when it is not 0. "..." alone matches any lines; <id> the name of a commit, whole or
 * short; <any> at least one character; <sandbox> the folder in which the transcript runs. */
#ifndef ADREF_TESTS_CLI_TRANSCRIPT_H
#define ADREF_TESTS_CLI_TRANSCRIPT_H

#include <glib.h>

typedef struct {
  guint start;  /* index of its first line */
  guint output; /* of the first line of what it prints */
  guint end;    /* of the line behind that */
  char *command;
  char **expected; /* lines, without "? N" */
  int status;
} Step;

typedef struct {
  char *path;
  char **lines;
  GPtrArray *steps; /* of Step */
} Transcript;

/* NULL when there is no such file. */
Transcript *transcript_read(const char *path);
void transcript_free(Transcript *transcript);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Transcript, transcript_free)

/* What one step did. */
typedef struct {
  char **printed; /* lines */
  int status;
} Result;

Result *result_new(const char *printed, int status);
void result_free(Result *result);

gboolean step_matches(const Step *step, const Result *result);

/* Appends what was expected and what came instead. */
void step_report(const Transcript *transcript, const Step *step, const Result *result,
                 GString *out);

/* Writes the file anew with what the steps did where that differs from what it says. `results` may
 * be shorter than the steps. */
void transcript_update(const Transcript *transcript, const GPtrArray *results);

#endif
