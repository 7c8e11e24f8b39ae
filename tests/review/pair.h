/* Generated pairs of short texts, full of what has a class of changes: commitments, numbers, dates,
 * names, references, brackets. A number always means the same pair. */
#ifndef ADREF_TESTS_REVIEW_PAIR_H
#define ADREF_TESTS_REVIEW_PAIR_H

#include <glib.h>

/* The redline of pair n as CriticMarkup, then a line for each clause that changed and one for each
 * finding. The caller frees it. */
char *pair_result(guint n);

#endif
