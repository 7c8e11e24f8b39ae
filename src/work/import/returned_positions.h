/* Positions of parties in the brackets of a text that came back. */
#ifndef ADREF_WORK_IMPORT_RETURNED_POSITIONS_H
#define ADREF_WORK_IMPORT_RETURNED_POSITIONS_H

#include "clause/node.h"

/* A page for the public names no party in its brackets: a clause of `made` that names none gets the
 * positions of the clause of `base` with its id, on alternatives with the same words. Brackets are
 * paired by their order, where as many are there. */
void adref_returned_positions_restore(AdrefNode *made, const AdrefNode *base);

#endif
