/* The comments that adref reads: markers, which begin clauses, and the notes of delegations:
 *
 *     <!-- op private-sector no=12 from=cyber/private-sector alt=other -->
 *     <!-- note JPN: words -->
 *
 *     <!-- heading security -->
 *
 * A marker has a kind, then an id (may be missing), then attributes in any order. */
#ifndef ADREF_CLAUSE_MARKER_H
#define ADREF_CLAUSE_MARKER_H

#include <glib.h>

#include "clause/node.h"

/* The clause of a marker, without children, for the text of a comment; NULL if it is no marker. If
 * the comment looks like a marker but has a wrong part, *wrong is a message, which the caller
 * frees. */
AdrefNode *adref_marker_read(const char *comment, char **wrong);

/* Splits "note JPN: words" into the party and the words, in which newlines become spaces. The
 * caller frees both. FALSE: it is no note. */
gboolean adref_note_read(const char *comment, char **party, char **words);

/* A COMMENT or NOTE for raw HTML; NULL if it is not exactly one comment. */
AdrefNode *adref_comment_read(const char *html);

/* Whether a clause is written with a marker: a heading outside of clauses only when it has an id.
 */
gboolean adref_clause_has_marker(const AdrefClause *clause);

/* The marker of a clause, "<!-- op id ... -->"; NULL if it has none. */
char *adref_marker_write(const AdrefClause *clause);

#endif
