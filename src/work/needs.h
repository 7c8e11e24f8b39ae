/* What an action needs, named as flags: opened and checked in one place, in one order. */
#ifndef ADREF_WORK_NEEDS_H
#define ADREF_WORK_NEEDS_H

#include "work/session.h"

/* In the order in which they are opened and checked. PARTY and CLEAN need STATEMENT, NO_MERGE needs
 * REPOSITORY, now or in a call before. */
typedef enum {
  ADREF_NEEDS_WORKSPACE = 1 << 0,  /* the workspace and its library */
  ADREF_NEEDS_ID = 1 << 1,         /* session->statement_id */
  ADREF_NEEDS_STATEMENT = 1 << 2,  /* the id, and the facts: session->statement */
  ADREF_NEEDS_REPOSITORY = 1 << 3, /* session->repo */
  ADREF_NEEDS_SIGNERS = 1 << 4,    /* session->signers */
  ADREF_NEEDS_PARTY = 1 << 5,      /* adref_session_check_party() */
  ADREF_NEEDS_IDENTITY = 1 << 6,   /* adref_session_check_identity() */
  ADREF_NEEDS_NO_MERGE = 1 << 7,   /* no merge, rebase or the like is under way */
  ADREF_NEEDS_CLEAN = 1 << 8,      /* adref_session_check_clean() */
  ADREF_NEEDS_LOCK = 1 << 9,       /* adref_session_lock(), before any file is read */
} AdrefNeeds;

/* `statement` is an id, or NULL for the statement around or the only one; `party` is the code of
 * the party that acts, or NULL. */
gboolean adref_session_require(AdrefSession *session, guint needs, const char *statement,
                               const char *party, GError **error);

/* Checks the party that acts: a code of the registry, and of a party of the statement, a member of
 * one, or a group that speaks for one. NULL is right: nobody acts for a party. */
gboolean adref_session_check_party(const AdrefSession *session, const AdrefStatement *statement,
                                   const char *party, GError **error);

/* The same of a party that an option names, such as "--from". */
gboolean adref_session_check_named_party(const AdrefSession *session,
                                         const AdrefStatement *statement, const char *option,
                                         const char *party, GError **error);

/* Refuses at once what would let saving fail at the end: no repository, no identity. Called before
 * anything is written. */
gboolean adref_session_check_identity(AdrefSession *session, GError **error);

/* The refusal of a statement whose files hold changes that are not saved: what keeps them, what
 * drops them. */
void adref_refuse_unsaved(const char *statement, GError **error);

/* Refuses while files of the statement hold changes that are not saved. */
gboolean adref_session_check_clean(AdrefSession *session, const AdrefStatement *statement,
                                   GError **error);

#endif
