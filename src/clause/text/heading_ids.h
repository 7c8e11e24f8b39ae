/* Ids of headings, by which parties agree to them as to clauses: <!-- heading security -->.
 *
 * An id is made from the words of the heading, in small Latin letters: "Part Two: Security" is
 * "part-two-security". The first heading of level 1 is "title"; one without Latin letters is
 * "heading". Where the id is taken, a number follows: "security-2". */
#ifndef ADREF_CLAUSE_TEXT_HEADING_IDS_H
#define ADREF_CLAUSE_TEXT_HEADING_IDS_H

#include <glib.h>

#include "clause/node.h"

/* Gives an id to each heading outside of clauses that has none; the number of those that got one.
 * With `rolling`, the same text in its first language, a heading takes the id of the heading at its
 * place there; when the two do not have the same headings (number and levels), none gets an id. */
guint adref_heading_ids_give(AdrefNode *document, const AdrefNode *rolling);

#endif
