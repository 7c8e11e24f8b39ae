/* Texts in the folder of a statement whose language the facts do not name: a slip in "languages:"
 * takes a text out of what is agreed and signed, while its file stays. */
#ifndef ADREF_WORK_CHANGES_STRAY_TEXTS_H
#define ADREF_WORK_CHANGES_STRAY_TEXTS_H

#include "work/session.h"

/* Says each of them in the work folder, in the order of their names; nothing in a bare repository.
 */
void adref_stray_texts_say(const AdrefSession *session, const AdrefStatement *statement);

#endif
