/* The head of a mail above a text of which no version is known. */
#ifndef ADREF_WORK_IMPORT_MAIL_HEAD_H
#define ADREF_WORK_IMPORT_MAIL_HEAD_H

#include "work/session.h"

/* The bytes of a text without the mail around it, where it begins with two fields of a mail's head
 * at least, "From: ...", "Subject: ...": the head, a greeting, what stands below it above a line of
 * dashes, and the end of the mail; never a paragraph with a number. All that is left out is said in
 * its own words (2,000 bytes of them). Lines keep their numbers. Other texts: the same bytes. The
 * caller unrefs the result. */
GBytes *adref_mail_head_remove(const AdrefSession *session, const char *name, GBytes *bytes);

#endif
