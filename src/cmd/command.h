/* A command is one file and one const struct. The struct says what the command needs, which is
 * opened before `run`; `run` reads options, calls an action, and leaves results in `out` (for
 * stdout); messages are said at once (on stderr). main.c dispatches, prints the error, checks
 * stdout and returns the status. */
#ifndef ADREF_CMD_COMMAND_H
#define ADREF_CMD_COMMAND_H

#include <glib.h>

#include "base/error.h"
#include "work/needs.h"

typedef struct {
  const char *name;    /* long, without dashes */
  char letter;         /* short, or 0 */
  const char *value;   /* the name of the value in help, "FILE"; NULL: a flag. "OLD NEW" are two
                          values, one behind the other, of an option with `many` */
  const char *choices; /* "html|json": for help and completion; NULL: anything */
  gboolean many;       /* may be given more than once */
  const char *help;
} AdrefOption;

typedef enum {
  ADREF_COLOR_AUTO,
  ADREF_COLOR_ALWAYS,
  ADREF_COLOR_NEVER,
} AdrefColor;

typedef struct AdrefCommand AdrefCommand;

typedef struct {
  const AdrefCommand *command;
  const AdrefCommand *const *commands; /* all of them, NULL-terminated */
  char *folder;                        /* where to work: -C, else the current folder; absolute */
  gboolean json;
  AdrefColor color;
  GPtrArray *arguments;     /* of char *, UTF-8 */
  GHashTable *options;      /* name -> GPtrArray of char * */
  AdrefSession *session;    /* on `folder` */
  char *statement;          /* the statement that the first argument names, or NULL */
  const char *label;        /* what stands behind its "@", or NULL */
  gboolean is_usual_party;  /* --as comes from git config */
  guint clauses;            /* index of the first argument that names a clause */
  GString *out;             /* for stdout */
  gboolean use_pager;       /* `out` may go through a pager */
  gboolean is_source;       /* `out` holds words of others as they are: on a terminal control
                               characters become visible */
  struct AdrefPager *pager; /* the one that runs, or NULL */
  gpointer kept_until_exit; /* large trees of a command, which are not freed before the process
                               ends */
} AdrefRun;

/* The exit status. Wrong usage is what cannot be a command, option, argument or name, too many or
 * too few arguments, and a value of an option that is not allowed: an unknown outline, parameter,
 * party or language. All else is a failure: a statement, clause, version, template or file that
 * does not exist, an error in files, in git, of the disk. An error with the AdrefErrorCode USAGE is
 * wrong usage, any other a failure. */
enum {
  ADREF_YES = 0,     /* done */
  ADREF_NO = 1,      /* there are differences, open brackets, findings */
  ADREF_USAGE = 2,   /* asked wrongly */
  ADREF_FAILURE = 3, /* could not be done */
};

/* What the first argument is, for a command that needs a statement. */
typedef enum {
  ADREF_FIRST_STATEMENT,         /* a statement */
  ADREF_FIRST_STATEMENT_LABEL,   /* STATEMENT@LABEL */
  ADREF_FIRST_STATEMENT_CLAUSE,  /* a statement; where it is alone, a clause when it is none */
  ADREF_FIRST_STATEMENT_CLAUSES, /* a statement, or a clause when it is none */
  ADREF_FIRST_STATEMENT_LABEL_CLAUSES, /* STATEMENT@LABEL, or a clause when it is no statement */
} AdrefFirstArgument;

struct AdrefCommand {
  const char *name;
  const char *arguments;      /* "[STATEMENT] [CLAUSE]" */
  const char *summary;        /* one line for lists, without a full stop */
  const char *details;        /* paragraphs for help and the manual */
  const AdrefOption *options; /* ended by one without name; NULL: none */
  guint fewest, most;         /* arguments */
  AdrefFirstArgument first;
  guint needs;          /* AdrefNeeds: opened and checked before `run`; --as is the party */
  gboolean usual_party; /* without --as the party is that of git config adref.party */
  /* Looks at options alone, before anything is opened; NULL: there is nothing to check. */
  gboolean (*check)(const AdrefRun *run, GError **error);
  /* ADREF_YES or ADREF_NO; any other value with the error set. */
  int (*run)(AdrefRun *run, GError **error);
};

/* Reads the command line behind the command's name into `run`; global options are understood there
 * too. Wrong options are ADREF_ERROR_USAGE. */
gboolean adref_command_parse(AdrefRun *run, int argc, char **argv, GError **error);

/* Reads the options before the command's name; *next is the index of the name. */
gboolean adref_command_parse_global(AdrefRun *run, int argc, char **argv, int *next,
                                    GError **error);

extern const AdrefOption adref_global_options[];

/* Runs the command of a command line that was read, with all that it needs opened. */
int adref_command_run(AdrefRun *run, GError **error);

/* The command of that name; one that there is not is an error of usage with the nearest. */
const AdrefCommand *adref_run_find_command(const AdrefRun *run, const char *name, GError **error);

gboolean adref_run_flag(const AdrefRun *run, const char *option);
/* The (last) value of an option, or NULL. */
const char *adref_run_value(const AdrefRun *run, const char *option);
/* The first second of the option --since, a day or a moment with or without "@" before it
 * (history/time_range.h), in seconds since 1970; 0 without the option. FALSE: an error. */
gboolean adref_run_since(const AdrefRun *run, gint64 *since, GError **error);
/* The form in which a command with the options --format and --output answers: that of --format,
 * else "json" with --json, else the one that the ending of the output's name says, else the usual
 * one.
 */
const char *adref_run_format(const AdrefRun *run, const char *usual);
/* All values of an option, or NULL. */
const GPtrArray *adref_run_values(const AdrefRun *run, const char *option);
/* The argument at an index, or NULL. */
const char *adref_run_argument(const AdrefRun *run, guint index);
/* Refuses the first argument, which should be one of `verbs` (NULL-terminated) with what that needs
 * behind it: an error of usage with the nearest. */
void adref_run_refuse_verb(const AdrefRun *run, const char *const *verbs, GError **error);

/* A message for the person, on stderr, with control characters made visible. */
void adref_say(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Writes progress of another program to stderr as it comes: lines that replace each other. The
 * other control characters are left out. Only where adref_shows_progress(). */
gboolean adref_shows_progress(void);
void adref_say_progress(gpointer data, const char *text, gsize length);

/* Whether results go to a terminal, and whether in colour (--color, NO_COLOR, TERM=dumb). */
gboolean adref_on_terminal(void);
gboolean adref_in_color(const AdrefRun *run);

/* Columns in which text is easy to read, at most 100; 80 where there is none. */
guint adref_width(void);

/* The same for what gains from a wide window: all columns; where there is no terminal those of the
 * variable COLUMNS, else 80. */
guint adref_window_width(void);

/* Asks on the terminal; NULL at the end of input. Only where adref_can_ask(). Caller frees. */
gboolean adref_can_ask(void);
char *adref_ask(const char *question);

/* For a result that is made part by part: writes `out` and empties it, once it is large enough.
 * *wanted becomes FALSE when the person has left the pager: the command stops then. */
gboolean adref_run_flush(AdrefRun *run, gboolean *wanted, GError **error);

/* Writes (the rest of) `out` to stdout, through a pager when it is longer than the screen. */
gboolean adref_run_finish(AdrefRun *run, GError **error);

/* After an error: waits until a pager that runs has ended. */
void adref_run_stop(AdrefRun *run);

/* Reads all of standard input, for AdrefSessionDoor. */
GBytes *adref_read_input(gpointer data, gsize limit, GError **error);

/* Writes a result to the file of --output, else to `out`. *made may be exchanged for another
 * string; the caller frees it. */
gboolean adref_run_write_result(AdrefRun *run, GString **made, GError **error);

/* Appends a text to `out`, and frees it. */
void adref_put(AdrefRun *run, GString *text);

/* Appends JSON in the form all commands use (jansson's json_t *, consumed). */
struct json_t;
void adref_put_json(AdrefRun *run, struct json_t *json);

#endif
