/* A version of other people is checked before it is joined into the current branch. */
#ifndef ADREF_WORK_JOIN_INCOMING_CHECK_H
#define ADREF_WORK_JOIN_INCOMING_CHECK_H

#include "work/session.h"

/* Refuses a version in which a file that it changes has a path that nobody could type, is a
 * symbolic link or another repository, or is a text, facts, a record, the registry or the signers
 * and does not read, or has conflict markers of git, or whose name another file of
 * the statement has, but for capitals (draft/library/name_twins.h). `name` is the version's as a
 * person knows it, "origin/main": the error begins with it. */
gboolean adref_incoming_check(AdrefSession *session, const AdrefVersion *version, const char *name,
                              GError **error);

#endif
