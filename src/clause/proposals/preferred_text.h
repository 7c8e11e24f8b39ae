/* A text as if its brackets were agreed: with the words of one party, or with the base text. No
 * word is invented; what was decided by which rule is counted.
 *
 * In a bracket, the first rule that holds decides:
 *
 * 1. The words that the party proposes, supports or retains are taken. Its own code comes before
 *    the groups it belongs to.
 * 2. An alternative that it wants deleted or opposes is left out.
 * 3. Of the others, the base text is taken: the one alternative that no party proposes.
 * 4. No word is taken where the party refuses the base text or all there is, and where one
 *    alternative is all there is, and others alone propose it (an insertion).
 * 5. Else the bracket stays open: there is no base text, or more than one.
 *
 * A clause with alt= gives its words to the other clause where the party wants them, and is left
 * out elsewhere. A placeholder, "(translation to come)" and a bracket without its other end stay
 * open. Clauses, blocks and footnotes of which nothing is left are removed; numbers stay as they
 * are. */
#ifndef ADREF_CLAUSE_PROPOSALS_PREFERRED_TEXT_H
#define ADREF_CLAUSE_PROPOSALS_PREFERRED_TEXT_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  const char *const *codes; /* the party, then the groups it belongs to; NULL: the base text */
  gboolean only_positions;  /* brackets without a position of the party stay as they are */
} AdrefPreference;

typedef struct {
  guint by_position; /* brackets decided by the party's position */
  guint by_base;     /* those in which the base text was taken */
  guint left_out;    /* those of which no word was taken, since others alone propose it */
  guint open;        /* those that stay open */
  guint kept;        /* those that stay since the party has no position there */
  GPtrArray *silent; /* of char *: clauses with brackets in which the party has no position, "4
                        ferries", "line 12", each once */
} AdrefPreferenceCounts;

void adref_preference_counts_clear(AdrefPreferenceCounts *counts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefPreferenceCounts, adref_preference_counts_clear)

/* Changes the document. `counts` is zeroed by the caller. */
void adref_preferred_text(AdrefNode *document, const AdrefPreference *preference,
                          AdrefPreferenceCounts *counts);

#endif
