/* The clauses of a translation that are behind (work/changes/stale_translations.h) are edited one
 * after the other, each with what changed in its source above it. */
#ifndef ADREF_WORK_NEGOTIATE_EDIT_STALE_H
#define ADREF_WORK_NEGOTIATE_EDIT_STALE_H

#include "work/edit/edit_text.h"

/* `options->language` is that of the translation, `clause` and `rescued` are not used. Each clause
 * is saved by itself, so that what was done stays when the rest is given up. Where the person takes
 * out the line that says so, and leaves the words, the party's record says that the translation
 * needs no change; without a party that is refused. */
gboolean adref_edit_stale(AdrefSession *session, const AdrefStatement *statement,
                          const AdrefEditOptions *options, GError **error);

#endif
