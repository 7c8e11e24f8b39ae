/* Asterisks that CommonMark reads as no emphasis since punctuation stands on their inner side and a
 * letter on the outer one, as in これは**「重要なこと」**です, in languages that write no spaces.
 */
#ifndef ADREF_CLAUSE_MARKDOWN_EMPHASIS_CHECK_H
#define ADREF_CLAUSE_MARKDOWN_EMPHASIS_CHECK_H

#include <glib.h>

#include "clause/node.h"

enum {
  ADREF_EMPHASIS_HINTS = 20 /* the most that are reported of a text */
};

/* Appends a hint for each of them, with a spelling that is read as emphasis. `text` is the source,
 * in which places are found. `problems` may be NULL. */
void adref_emphasis_check(const AdrefNode *document, const char *text, gsize length,
                          GPtrArray *problems);

#endif
