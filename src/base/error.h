/* What can go wrong, and where.
 *
 * Every function of the library that can fail takes a GError last, returns FALSE or NULL then, and
 * leaves its outputs untouched. A message says what is wrong and what is allowed; when it is about
 * a file it begins with "file:line:column: ". The library never prints and never exits. */
#ifndef ADREF_BASE_ERROR_H
#define ADREF_BASE_ERROR_H

#include <glib.h>

#define ADREF_ERROR (adref_error_quark())

typedef enum {
  ADREF_ERROR_USAGE,     /* the person asked for something that cannot be asked: exit status 2 */
  ADREF_ERROR_INPUT,     /* a file, a value or a text is not what it must be: exit status 3 */
  ADREF_ERROR_NOT_FOUND, /* a statement, template, version or file does not exist: 3 */
  ADREF_ERROR_REFUSED,   /* done as asked it would lose or overwrite something: 3 */
  ADREF_ERROR_SYSTEM,    /* the disk, the permissions, git: 3 */
} AdrefErrorCode;

GQuark adref_error_quark(void);

/* A place in a file. `file` is as a person would type it; lines and columns count from 1, columns
 * in characters; 0 means that the place has no line or no column. */
typedef struct {
  const char *file;
  guint line;
  guint column;
} AdrefLocation;

/* Sets *error to "file:line:column: message". Parts of the place that are unknown are left out.
 * Control characters in the message are made visible: messages quote text of strangers. */
void adref_error_at(GError **error, AdrefErrorCode code, AdrefLocation place, const char *format,
                    ...) G_GNUC_PRINTF(4, 5);

/* The same without a place. */
void adref_error(GError **error, AdrefErrorCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Text with every control character, direction control and line separator replaced by a visible
 * "<U+001B>"; newline is kept when `lines`. For anything of a stranger that goes to a terminal.
 * Invalid UTF-8 becomes U+FFFD. The caller frees the result. */
char *adref_escape_controls(const char *text, gssize length, gboolean lines);

/* Something odd in a text that was read all the same: a warning with its place. */
typedef struct {
  guint line;
  guint column;
  char *message;
  gboolean serious; /* the text can be shown, but it must not be saved like this */
} AdrefProblem;

/* A new array that frees its AdrefProblem entries. */
GPtrArray *adref_problems_new(void);

/* Appends a problem; nothing happens when `problems` is NULL or is full (10,000 entries). */
void adref_problem(GPtrArray *problems, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The same for a serious problem; the first one takes the last place of a full array. */
void adref_problem_serious(GPtrArray *problems, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

#endif
