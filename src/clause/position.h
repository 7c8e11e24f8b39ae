/* Positions: who wants an alternative, "JPN, AUS retain; EU delete". */
#ifndef ADREF_CLAUSE_POSITION_H
#define ADREF_CLAUSE_POSITION_H

#include <glib.h>

#include "clause/node.h"

/* Reads positions (GPtrArray of AdrefPosition) when the text is nothing else and all parties are
 * known; NULL otherwise. `parties` maps case-folded names to codes; NULL: two or more capitals and
 * digits are a party. *stop says whether a full stop stood behind them. */
GPtrArray *adref_positions_read(const char *text, gsize length, GHashTable *parties,
                                gboolean *stop);

/* Whether text looks like the parties before the colon of "[JPN, EU: shall]": capitals only. */
gboolean adref_position_is_party_prefix(const char *text, gsize length);

#endif
