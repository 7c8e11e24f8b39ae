/* The marker comment that begins a clause, and the notes of delegations:
 *
 *     <!-- op private-sector no=12 from=cyber/private-sector alt=other -->
 *     <!-- note JPN: words -->
 *
 * Kind, then the id (may be missing), then attributes in any order. */
#ifndef ADREF_CLAUSE_MARKER_H
#define ADREF_CLAUSE_MARKER_H

#include <glib.h>

#include "clause/node.h"

/* The clause that a comment's text begins, without children; NULL when it is no marker. A comment
 * that begins like a marker and is none, or has a wrong part, sets *wrong to what is wrong (freed
 * by the caller). */
AdrefNode *adref_marker_read(const char *comment, char **wrong);

/* Takes "note JPN: words" apart: the party and the words, on one line; the caller frees both. FALSE
 * when it is no note. */
gboolean adref_note_read(const char *comment, char **party, char **words);

/* The COMMENT or NOTE that raw HTML is; NULL when it is not one comment and nothing else. */
AdrefNode *adref_comment_read(const char *html);

/* The marker of a clause, "<!-- op id ... -->"; NULL for a clause of a kind without marker. */
char *adref_marker_write(const AdrefClause *clause);

#endif
