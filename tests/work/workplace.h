/* A throw-away workspace with the statement "demo" in two languages, and a session on it. */
#ifndef ADREF_TESTS_WORK_WORKPLACE_H
#define ADREF_TESTS_WORK_WORKPLACE_H

#include "suite.h"
#include "work/session.h"

typedef struct {
  char *folder, *root; /* root: the workspace, below folder */
  AdrefSession *session;
  GString *said;     /* what the session said, a line for each message */
  const char *input; /* what "-" means; NULL: the door has no input */
} Workplace;

/* Without a repository. */
Workplace *workplace_new(void);
void workplace_free(Workplace *workplace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workplace, workplace_free)

/* A repository with an identity, in which all files are saved. */
void workplace_init(Workplace *workplace);

/* Another session, as of another process; `below`: the folder, relative to the root. */
AdrefSession *workplace_reopen(Workplace *workplace, const char *below);

void workplace_put(const Workplace *workplace, const char *path, const char *text);

/* What git prints, without the newline at its end. Fails the test when git fails. */
char *workplace_git(const Workplace *workplace, const char *arguments);

#endif
