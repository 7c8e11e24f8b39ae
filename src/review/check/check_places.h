/* What adref reports when it reads or saves a text, as findings of the group integrity: the
 * reader's problems, what a reader cannot see, what looks like a position, and a form that is not
 * the canonical one. */
#ifndef ADREF_REVIEW_CHECK_CHECK_PLACES_H
#define ADREF_REVIEW_CHECK_CHECK_PLACES_H

#include "review/check/check_text.h"

/* `suspected`: also what looks like a position; else somebody else asks the records. */
void adref_check_places(AdrefCheckText *text, gboolean suspected);

/* Whether the reader has reported a bracket with an unknown party on a line. */
gboolean adref_check_places_names_party(const AdrefCheckText *text, guint line);

#endif
