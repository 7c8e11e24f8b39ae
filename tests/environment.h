/* The environment of the tests, the same on every machine and for every user. */
#ifndef ADREF_TESTS_ENVIRONMENT_H
#define ADREF_TESTS_ENVIRONMENT_H

#include <glib.h>

/* Sets the variables that tests/environment.conf lists, removes all others, and sets the umask.
 * Called first in main, in the root of the repository. */
void environment_set(void);

/* Whether a test, the `number`th from 0, is run by this process: all are, unless ADREF_PART=2/3
 * asks for the second of three parts. */
gboolean environment_is_in_part(guint number);

/* How many generated cases a test runs, or how often it repeats something: what `variable` says
 * when it is set, else `usual`, of which ADREF_FEWER=4 (make asan) leaves a fourth. `variable` may
 * be NULL. */
guint environment_count(const char *variable, guint usual);

/* Makes an empty folder: in TMPDIR when it is set, else in memory when there is room for files,
 * else in /tmp. `template` ends in "-XXXXXX". The path has no symbolic link in it; the caller frees
 * it with free(). */
char *environment_make_folder(const char *template);

#endif
