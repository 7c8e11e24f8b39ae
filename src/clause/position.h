/* Reads positions: which parties want an alternative, "JPN, AUS retain; EU delete". */
#ifndef ADREF_CLAUSE_POSITION_H
#define ADREF_CLAUSE_POSITION_H

#include <glib.h>

#include "clause/node.h"

/* The positions (of AdrefPosition) in a text; NULL if it has other words, an unknown party, more
 * than 10,000 bytes or more than 500 parties. `parties` maps case-folded names to codes; NULL: each
 * word of two or more capitals, digits and hyphens is a party. *stop: a full stop follows the
 * positions. */
GPtrArray *adref_positions_read(const char *text, gsize length, GHashTable *parties,
                                gboolean *stop);

/* Whether a text looks like the parties before the colon in "[JPN, EU: shall]": codes in capitals.
 */
gboolean adref_position_is_party_prefix(const char *text, gsize length);

#endif
