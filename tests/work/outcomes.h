/* Files of texts with what comes of each, that a reader can judge.
 *
 * A case stands between a line "== WORDS", which says what is shown, and its last line "---",
 * behind which the outcome is. Lines "--" divide it into parts; "." is an empty part.
 * ADREF_UPDATE=1 writes the outcomes anew; read the difference before it is committed. */
#ifndef ADREF_TESTS_WORK_OUTCOMES_H
#define ADREF_TESTS_WORK_OUTCOMES_H

#include "suite.h"

/* Appends the outcome of one case to `out`. `parts` are texts that end in a newline, or are empty.
 */
typedef void (*OutcomeFunction)(char **parts, gpointer data, GString *out);

/* Runs all cases of a file, and prints those with another outcome. */
void outcomes_are(const char *path, OutcomeFunction run, gpointer data);

/* Appends the lines that are not empty, each with its number: "3: words". */
void outcome_add_lines(GString *out, const char *text);

#endif
