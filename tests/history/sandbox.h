/* A throw-away folder with a home of its own, and stock git as the witness. */
#ifndef ADREF_TESTS_HISTORY_SANDBOX_H
#define ADREF_TESTS_HISTORY_SANDBOX_H

#include "history/label.h"
#include "history/log.h"
#include "history/repo.h"
#include "history/save.h"
#include "history/version.h"
#include "history/version_source.h"
#include "suite.h"

typedef struct {
  char *folder;
  char *home; /* folder/home: the only git config there is */
  char *root; /* folder/work: the repository */
} Sandbox;

/* A repository with an identity and no commit, made by git. */
Sandbox *sandbox_new(void);

/* Without a repository and without an identity. */
Sandbox *sandbox_new_empty(void);

/* Runs `git fsck --strict` where there is a repository, then removes everything. */
void sandbox_free(Sandbox *sandbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sandbox, sandbox_free)

/* What git prints, without the newline at its end; the arguments are split as a shell does. Fails
 * the test when git fails. */
char *git(const Sandbox *sandbox, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Fails the test unless git prints exactly this. */
void git_says(const Sandbox *sandbox, const char *arguments, const char *expected);

void write_file(const Sandbox *sandbox, const char *path, const char *text);
gboolean file_exists(const Sandbox *sandbox, const char *path);
AdrefRepo *open_repo(const Sandbox *sandbox, const char *below);

/* Saves one file with a subject; the test fails unless something was saved. */
AdrefVersion save_one(AdrefRepo *repo, const char *path, const char *subject);

/* Tries to save one file, which must fail with this message. */
void save_fails(AdrefRepo *repo, const char *path, const char *message);

#endif
