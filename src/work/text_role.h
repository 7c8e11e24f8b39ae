/* The role of the language of a text, as pages print it: "Provisional translation". */
#ifndef ADREF_WORK_TEXT_ROLE_H
#define ADREF_WORK_TEXT_ROLE_H

#include "work/text.h"

/* `words` may be NULL. *role, which the caller frees, stays NULL where statement.yaml gives the
 * language none. */
gboolean adref_text_role(const AdrefText *text, const AdrefPageWords *words, char **role,
                         GError **error);

#endif
