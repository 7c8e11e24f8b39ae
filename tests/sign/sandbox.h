/* A folder of its own for a case, in which a shell makes repositories, keys and signatures with
 * adref, stock git and stock ssh-keygen. The functions of tests/sign/tamper.sh are at hand. */
#ifndef ADREF_TESTS_SIGN_SANDBOX_H
#define ADREF_TESTS_SIGN_SANDBOX_H

#include <glib.h>

/* Makes the sandbox, with a home and the folder `library`. Caller frees with sandbox_free. */
char *sandbox_new(void);
void sandbox_free(char *sandbox);

/* Runs a script in a folder; what it prints, which the caller frees. *status is 0 or 1. */
char *sandbox_shell(const char *sandbox, const char *folder, const char *script, int *status);

/* The script must end well and print nothing. */
void sandbox_must_run(const char *sandbox, const char *folder, const char *script);

#endif
