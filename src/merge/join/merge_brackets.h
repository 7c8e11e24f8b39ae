/* Brackets that several sides changed become one bracket again. */
#ifndef ADREF_MERGE_JOIN_MERGE_BRACKETS_H
#define ADREF_MERGE_JOIN_MERGE_BRACKETS_H

#include "clause/proposals/bracket_build.h"

/* What one side made of a bracket: a BRACKET, or a node around the words that took its place. */
typedef struct {
  const AdrefNode *form; /* NULL: the side left the bracket as it was */
  const char *party;     /* NULL: unknown */
} AdrefMergeBracketSide;

/* The bracket of all alternatives with their positions. An alternative that one side took out is
 * gone, unless another side gave it a position; with `compile` it stays, and the side wants it
 * deleted. There a party whose text has other words in the place of an alternative that it proposes
 * leaves it; one that nobody proposes any more is gone, and a bracket without alternatives stands
 * for no words at all. Words that a side changed before the names of others are its own. Where one
 * side put words in the place of the bracket and another one changed it, it is a bracket again, and
 * *reopened is set. NULL: the sides gave one party different positions, no side has a bracket, or
 * there are too many alternatives. The caller frees it. */
AdrefNode *adref_merge_brackets(const AdrefNode *base, const AdrefMergeBracketSide *sides,
                                guint count, gboolean compile, gboolean *reopened);

#endif
