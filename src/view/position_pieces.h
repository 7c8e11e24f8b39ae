/* The positions of an alternative that changed, party by party. */
#ifndef ADREF_VIEW_POSITION_PIECES_H
#define ADREF_VIEW_POSITION_PIECES_H

#include <glib.h>

#include "clause/node.h"
#include "draft/library/page_words.h"

typedef void (*AdrefPositionPiece)(gpointer data, const char *text, AdrefChangeMark mark);

/* "delete", "retain", "reserve", "oppose" in the words of a page; without them, as texts have them.
 * "" of a party that supports. */
const char *adref_position_verb_in(AdrefPositionVerb verb, const AdrefPageWords *words);

/* Gives " - JPN, THA" piece by piece, with the mark of each: KEPT, DELETED or INSERTED. `words` may
 * be NULL, as above. */
void adref_position_pieces(const GPtrArray *old, const GPtrArray *new, const AdrefPageWords *words,
                           AdrefPositionPiece put, gpointer data);

#endif
