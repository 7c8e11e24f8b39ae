/* A person, author or committer of a version: git's identity from the environment and git config.
 */
#ifndef ADREF_HISTORY_PERSON_H
#define ADREF_HISTORY_PERSON_H

#include "base/error.h"
#include "history/repo.h"

typedef enum {
  ADREF_PERSON_ROLE_AUTHOR,
  ADREF_PERSON_ROLE_COMMITTER,
} AdrefPersonRole;

typedef struct {
  char *name;
  char *email;
  gint64 time; /* seconds since 1970 */
  int offset;  /* minutes east of UTC */
} AdrefPerson;

void adref_person_free(AdrefPerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPerson, adref_person_free)

/* The user, found in git's order: GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL and GIT_AUTHOR_DATE
 * (GIT_COMMITTER_... for the committer), then author.name and author.email, then user.name and
 * user.email of git config; for the email also EMAIL. Without a date in the environment the time is
 * now. Nothing is guessed: without an identity the error gives the commands that set one. A date is
 * "@seconds +zone", "seconds +zone" (9 to 11 digits) or ISO 8601. `repo` NULL: only the user's own
 * configuration is read. */
AdrefPerson *adref_person_new(AdrefRepo *repo, AdrefPersonRole role, GError **error);

/* Reads "Name <email>". The time is that of GIT_AUTHOR_DATE, else now. */
AdrefPerson *adref_person_read(const char *text, GError **error);

#endif
