/* Generated Markdown without sense: pieces of notation in any order. A number always means the same
 * text. */
#ifndef ADREF_TESTS_CLAUSE_SOUP_H
#define ADREF_TESTS_CLAUSE_SOUP_H

#include <glib.h>

/* Text n, its canonical form, and a line for each problem, each square bracket and each clause. The
 * caller frees it. */
char *soup_result(guint n);

#endif
