/* A text that came by mail: what the mail says around it is no part of the text. */
#ifndef ADREF_WORK_IMPORT_MAIL_AROUND_H
#define ADREF_WORK_IMPORT_MAIL_AROUND_H

#include "work/session.h"

/* The bytes of a file without the mail around the text, where they are of `known`, the text that it
 * came from: greeting and head of a mail before the first paragraph that is one of `known`,
 * whatever stands between them; the end of a mail ("Kind regards, ...") behind the last one; and
 * below an answer the quoted text that it answers. "> " in front of most lines goes, too. All that
 * is left out is said in its own words. Lines keep their numbers. `known` NULL, or nothing of that
 * found: the same bytes. The caller unrefs the result.
 *
 * In a mail that answers between quoted paragraphs, remarks are left out; where paragraphs stand
 * there in other words, the quoted ones are. *is_answer (or NULL): it is such a mail, which says
 * nothing about the paragraphs that it does not have. */
GBytes *adref_mail_around_remove(const AdrefSession *session, const char *name, GBytes *bytes,
                                 GBytes *known, gboolean *is_answer);

#endif
