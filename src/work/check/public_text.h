/* A text for readers who must not see the positions of parties. */
#ifndef ADREF_WORK_CHECK_PUBLIC_TEXT_H
#define ADREF_WORK_CHECK_PUBLIC_TEXT_H

#include "work/text.h"

/* Prepares a text for the public and the clean view: brackets that parties called words are no
 * brackets (`settled`). Refused when something looks like a position and nobody has called it words
 * (clause/brackets/suspected_position.h), since a view without parties would print the party. */
gboolean adref_public_text_prepare(const AdrefText *text, GError **error);

#endif
