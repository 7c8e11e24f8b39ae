/* A party proposes to change words at a place of a text (clause/word_place.h): the siblings from
 * `first` to `last` of a block, or below its formatting.
 *
 * Outside of brackets a bracket is put around them: "[base / new - JPN]", "[new - JPN]",
 * "[base - JPN delete]". Inside of an alternative the proposal is another alternative of the same
 * bracket: its words with the change. The same words are not proposed twice: the party joins the
 * alternative that has them. Write the document in canonical form and read it again afterwards. */
#ifndef ADREF_CLAUSE_PROPOSALS_BRACKET_PLACE_H
#define ADREF_CLAUSE_PROPOSALS_BRACKET_PLACE_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  AdrefNode *bracket;
  AdrefNode *alternative; /* that the party wants, or wants deleted */
  gboolean is_new;        /* the bracket was made */
  gboolean is_added;      /* the alternative was added */
} AdrefBracketPlace;

/* The bracket around a node, or NULL; for what must be known before a proposal is made. */
AdrefNode *adref_bracket_around(const AdrefNode *node);

/* The bracket of insertions that another party made at the place before `first`, or behind `last`
 * (`behind`), which an insertion there joins; NULL: there is none. */
AdrefNode *adref_bracket_of_insertions(const AdrefNode *first, const AdrefNode *last,
                                       gboolean behind);

/* Other words, moved out of `words`, in the place of these. */
AdrefBracketPlace adref_bracket_replace_at(AdrefNode *first, AdrefNode *last, AdrefNode *words,
                                           const char *party);

AdrefBracketPlace adref_bracket_delete_at(AdrefNode *first, AdrefNode *last, const char *party);

/* Words, moved out of `words`, before `first`, or behind `last`. Spaces are set where the script
 * has them. */
AdrefBracketPlace adref_bracket_insert_at(AdrefNode *first, AdrefNode *last, gboolean behind,
                                          AdrefNode *words, const char *party);

#endif
