/* Labels of footnotes, and footnotes that do not fit: a mark without its text, a text that no mark
 * calls, a label used twice. */
#ifndef ADREF_CLAUSE_MARKDOWN_FOOTNOTE_CHECK_H
#define ADREF_CLAUSE_MARKDOWN_FOOTNOTE_CHECK_H

#include <glib.h>

#include "clause/node.h"

/* Appends a problem for each of them. `problems` may be NULL. */
void adref_footnote_check(const AdrefNode *document, GPtrArray *problems);

/* Takes out the problems of marks in a part of a text that have their text in the whole one. */
void adref_footnote_check_part(GPtrArray *problems, const AdrefNode *whole);

/* The label of a FOOTNOTE_TEXT; NULL: the node, which may be NULL, is none. */
const char *adref_footnote_label(const AdrefNode *text);

#endif
