#ifndef ADREF_TESTS_CLI_CASES_H
#define ADREF_TESTS_CLI_CASES_H

#include "suite.h"

/* Runs tests/cli/NAME.md each, and the examples of README.md and of the manual's topics. */
TCase *tcase_transcripts(void);

#endif
