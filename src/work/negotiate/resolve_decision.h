/* Which brackets are decided with one. */
#ifndef ADREF_WORK_NEGOTIATE_RESOLVE_DECISION_H
#define ADREF_WORK_NEGOTIATE_RESOLVE_DECISION_H

#include "clause/proposals/bracket_list.h"
#include "work/negotiate/resolve_choice.h"

typedef struct {
  GArray *brackets;           /* of AdrefOpenBracket, in the order of the text */
  AdrefResolution resolution; /* of each of them */
  gboolean is_row;            /* they are those of a row of a table */
  GPtrArray *inner;           /* of AdrefNode: brackets in the words that are taken, which stay */
} AdrefResolveDecision;

/* What the resolution of the bracket `open` decides; `all` has the brackets of the text:
 * - of a row of a table that came, was replaced or is to go as a whole, all brackets; so it is with
 *   a new row of which somebody wants other words in a cell, where no words are taken;
 * - where the words of a party are taken, the brackets in them in which it has a position. What
 *   others want in these words is not decided by that.
 * The caller clears it. */
void adref_resolve_decide(const AdrefParties *parties, const GArray *all,
                          const AdrefOpenBracket *open, const AdrefResolution *resolution,
                          const AdrefResolveChoice *choice, AdrefResolveDecision *decision);
void adref_resolve_decision_clear(AdrefResolveDecision *decision);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefResolveDecision, adref_resolve_decision_clear)

#endif
