/* The open brackets of a text, numbered in each clause in the order of the text. */
#ifndef ADREF_CLAUSE_PROPOSALS_BRACKET_LIST_H
#define ADREF_CLAUSE_PROPOSALS_BRACKET_LIST_H

#include <glib.h>

#include "clause/node.h"

/* A bracket: a BRACKET (also one for text to come, and one inside another bracket), or the opening
 * EDGE of a bracket over several blocks. */
typedef struct {
  AdrefNode *clause; /* in which it begins */
  AdrefNode *bracket;
  guint number; /* in its clause, from 1 */
} AdrefOpenBracket;

/* Those of a document, or of a clause (of AdrefOpenBracket). What is settled as words, and an EDGE
 * without its partner, is left out. */
GArray *adref_open_brackets_list(const AdrefNode *root);

/* Whether a party (a code) has a position in a bracket; and in an open bracket of a clause other
 * than `without`. */
gboolean adref_open_bracket_has_party(const AdrefNode *bracket, const char *party);
gboolean adref_open_brackets_have_party(const AdrefNode *clause, const AdrefNode *without,
                                        const char *party);

/* How many alternatives it has, and the one with a number, from 1; NULL: there is none. The one
 * alternative of a bracket over several blocks is its closing EDGE. */
guint adref_open_bracket_count(const AdrefNode *bracket);
AdrefNode *adref_open_bracket_alternative(const AdrefNode *bracket, guint number);
guint adref_open_bracket_number_of(const AdrefNode *alternative);

/* The words of an alternative, or those between two EDGEs; "" for none. Caller frees. */
char *adref_open_bracket_words(const AdrefNode *alternative);

/* The same for people: brackets and marks of footnotes in it as they are written,
 * "safety[, security - JPN delete][^1]". */
char *adref_open_bracket_shown(const AdrefNode *alternative);

/* Whether a clause has no words but those of the one alternative of a bracket. */
gboolean adref_open_bracket_is_whole_clause(const AdrefNode *clause, const AdrefNode *bracket);

/* How many alternatives it has, and whose they are: "no party / ASEAN; JPN delete". The same in
 * each language in which it is the same bracket. Caller frees. */
char *adref_open_bracket_positions(const AdrefNode *bracket);

#endif
