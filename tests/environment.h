/* The environment of the tests, the same on every machine and for every user. */
#ifndef ADREF_TESTS_ENVIRONMENT_H
#define ADREF_TESTS_ENVIRONMENT_H

/* Sets the variables that tests/environment.conf lists, removes all others, and sets the umask.
 * Called first in main, in the root of the repository. */
void environment_set(void);

/* Makes an empty folder: in TMPDIR when it is set, else in memory when there is room for files,
 * else in /tmp. `template` ends in "-XXXXXX". The path has no symbolic link in it; the caller frees
 * it with free(). */
char *environment_make_folder(const char *template);

#endif
