/* Who saves: git's identity, from the environment and git config. */
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

/* As git does: GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL and GIT_AUTHOR_DATE (GIT_COMMITTER_...), then
 * author.name, user.name and so on in git config, and now. Nothing is guessed: without an identity
 * the error gives the commands that set one. Dates are "@seconds +zone", "seconds +zone" and ISO
 * 8601. Without a repository (NULL) only the person's own configuration counts. */
AdrefPerson *adref_person_new(AdrefRepo *repo, AdrefPersonRole role, GError **error);

/* Reads "Name <email>", with now as its time, or the time that GIT_AUTHOR_DATE says. */
AdrefPerson *adref_person_read(const char *text, GError **error);

#endif
