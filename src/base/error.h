/* Errors, and problems of a text, with their place.
 *
 * Every function of the library that can fail has a GError as its last parameter. On failure it
 * returns FALSE or NULL and leaves its outputs untouched. A message says what is wrong and what is
 * allowed; a message about a file begins with "file:line:column: ". The library never prints and
 * never exits. */
#ifndef ADREF_BASE_ERROR_H
#define ADREF_BASE_ERROR_H

#include <glib.h>

#define ADREF_ERROR (adref_error_quark())

typedef enum {
  ADREF_ERROR_USAGE,     /* the command or its options are wrong: exit status 2 */
  ADREF_ERROR_INPUT,     /* a file, a value or a text is invalid: exit status 3 */
  ADREF_ERROR_NOT_FOUND, /* a statement, template, version or file does not exist: 3 */
  ADREF_ERROR_REFUSED,   /* the action would lose or overwrite something: 3 */
  ADREF_ERROR_SYSTEM,    /* the disk, the permissions, git: 3 */
} AdrefErrorCode;

GQuark adref_error_quark(void);

/* A place in a file. `file` is the path as the user would type it. Lines and columns count from 1,
 * columns in characters; 0: unknown. */
typedef struct {
  const char *file;
  guint line;
  guint column;
} AdrefLocation;

/* Sets *error to "file:line:column: message", without the parts of the place that are unknown.
 * Control characters in the message become visible (adref_escape_controls), since messages quote
 * texts of other people. */
void adref_error_at(GError **error, AdrefErrorCode code, AdrefLocation place, const char *format,
                    ...) G_GNUC_PRINTF(4, 5);

/* The same for an error without a place. */
void adref_error(GError **error, AdrefErrorCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* A copy of a text in which every control character, direction control and line separator is
 * replaced by "<U+001B>" with its number; newlines are kept if `lines`. Invalid UTF-8 becomes
 * U+FFFD. Every text of another person that is printed on a terminal must pass through this
 * function. The caller frees the result. */
char *adref_escape_controls(const char *text, gssize length, gboolean lines);

/* A warning about a place in a text; the text was read nevertheless. */
typedef struct {
  guint line;
  guint column;
  char *message;
  gboolean serious; /* the text can be shown, but must not be saved */
  gboolean hint;    /* the text reads cleanly; the author may have meant something else */
  const char *rule; /* of "adref check", without its group: "footnote"; static. NULL: none */
} AdrefProblem;

/* A new array that frees its AdrefProblem entries. */
GPtrArray *adref_problems_new(void);

/* Appends a problem. Does nothing if `problems` is NULL or has 10,000 entries already. */
void adref_problem(GPtrArray *problems, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The same for a serious problem, but if the array is full, the first serious problem replaces the
 * last entry. */
void adref_problem_serious(GPtrArray *problems, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The same as adref_problem for a hint. */
void adref_problem_hint(GPtrArray *problems, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Names the rule of the problems at the end of the array that have none. `problems` may be NULL. */
void adref_problems_set_rule(GPtrArray *problems, const char *rule);

/* How many problems are no hints. */
guint adref_problems_count(const GPtrArray *problems);

/* "error", "warning" or "note". */
const char *adref_problem_word(const AdrefProblem *problem);

#endif
