/* The positions of an alternative that changed, party by party. */
#ifndef ADREF_VIEW_POSITION_PIECES_H
#define ADREF_VIEW_POSITION_PIECES_H

#include <glib.h>

#include "clause/node.h"

typedef void (*AdrefPositionPiece)(gpointer data, const char *text, AdrefChangeMark mark);

/* Gives " - JPN, THA" piece by piece, with the mark of each: KEPT, DELETED or INSERTED. */
void adref_position_pieces(const GPtrArray *old, const GPtrArray *new, AdrefPositionPiece put,
                           gpointer data);

#endif
