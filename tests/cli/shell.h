/* Runs the steps of a transcript in one shell, in a throw-away folder with a clean environment:
 * a home, a clock and a name of its own, adref first in PATH.
 *
 * Known to the commands: ROOT, the root of this repository; LIBRARY, the small starter library of
 * these tests. */
#ifndef ADREF_TESTS_CLI_SHELL_H
#define ADREF_TESTS_CLI_SHELL_H

#include "cli/transcript.h"

/* What each step did (Result); shorter than the steps when the shell ended before. *unsound gets
 * what `git fsck --strict` says afterwards of the repositories in the folder, "" when they are
 * sound; the caller frees it. */
GPtrArray *shell_run(const Transcript *transcript, char **unsound);

#endif
