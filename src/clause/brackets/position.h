/* Reads positions: which parties want an alternative, "JPN, AUS retain; EU delete". */
#ifndef ADREF_CLAUSE_BRACKETS_POSITION_H
#define ADREF_CLAUSE_BRACKETS_POSITION_H

#include <glib.h>

#include "clause/node.h"

/* The positions (of AdrefPosition) in a text; NULL if it has other words, an unknown party, more
 * than 10,000 bytes or more than 500 parties. `parties` maps case-folded names to codes; NULL: each
 * word of two or more capitals, digits and hyphens is a party. Parties are joined by a comma, "/",
 * "and" or "&"; a code of the registry that has three letters or more may be in small letters.
 * *stop: a full stop follows the positions. */
GPtrArray *adref_positions_read(const char *text, gsize length, GHashTable *parties,
                                gboolean *stop);

/* Whether a text is shaped as codes that are joined, as before the colon in "[JPN, EU: shall]".
 * `small`: codes in small letters too. */
gboolean adref_position_is_codes(const char *text, gsize length, gboolean small);

/* Parties at the end of a text: "will (JPN)", "will: JPN". Offsets. */
typedef struct {
  gsize words;      /* the end of the words before */
  gsize mark;       /* the parenthesis or colon */
  gsize start, end; /* of the parties */
} AdrefPositionEnd;

/* Whether a text ends with codes in parentheses or behind a colon, behind a word in small letters
 * ("Nations (ASEAN)" is a name). `open` and `colon` are read as "(" and ":" too. */
gboolean adref_position_find_end(const char *text, gsize length, char open, char colon,
                                 AdrefPositionEnd *end);

/* The code of the registry that is most like the first unknown one of joined codes; NULL for none.
 * Caller frees. */
char *adref_position_nearest(const char *text, GHashTable *parties);

#endif
