/* Other repositories of the same texts: what they have is fetched, what is new here is pushed.
 *
 * The program git does both, not libgit2. Only git obeys all that a person, and a server, have
 * configured: ~/.ssh/config, known_hosts and GIT_SSH_COMMAND; credential helpers and askpass;
 * url.insteadOf, proxies and certificates; core.sshCommand, protocol.allow. libgit2 1.5 has no
 * credential helpers and no ssh_config; and into a repository on the same computer it writes
 * objects and refs by itself, so that no hook and no rule of that repository (receive.*) is asked.
 * No password and no private key passes through adref.
 *
 * Objects that come in are checked as by git fsck (fetch.fsckObjects, unless the configuration says
 * otherwise). A fetch writes refs/remotes/REMOTE/ and refs/adref/sync/ only. A push writes all
 * or nothing where the server can (--atomic), else branches first, and never replaces a ref by
 * force. Ctrl-C ends git, too; what was fetched so far is not lost, and no ref has half of it. */
#ifndef ADREF_HISTORY_REMOTE_H
#define ADREF_HISTORY_REMOTE_H

#include "history/repo.h"

enum {
  ADREF_REMOTE_MAX_SAID = 12, /* lines of git and of the server in an error */
};

/* The tags of the remote that was fetched last, without "refs/tags/". */
#define ADREF_REMOTE_TAGS "refs/adref/sync/tags/"

/* The branches that it has now: in refs/remotes/REMOTE/ those stay that it has no more. */
#define ADREF_REMOTE_HEADS "refs/adref/sync/heads/"

/* Gets what git says of its progress; `say` NULL: git says nothing. */
typedef struct {
  void (*say)(gpointer data, const char *text, gsize length);
  gpointer data;
} AdrefRemoteProgress;

/* The name of a remote: `name`; for NULL that of the current branch, else "origin", else the only
 * one. ADREF_ERROR_NOT_FOUND names those that there are. Caller frees. */
char *adref_remote_choose(AdrefRepo *repo, const char *name, GError **error);

/* Whether there is a remote at all. */
gboolean adref_remote_exists(AdrefRepo *repo);

/* A URL as people read it: without a password. Caller frees. */
char *adref_remote_readable_url(const char *url);

/* Where the remote is, in that form. Caller frees. */
char *adref_remote_url(AdrefRepo *repo, const char *remote);

/* All branches, into refs/remotes/REMOTE/ and ADREF_REMOTE_HEADS, and all tags, into
 * ADREF_REMOTE_TAGS. */
gboolean adref_remote_fetch(AdrefRepo *repo, const char *remote,
                            const AdrefRemoteProgress *progress, GError **error);

/* Removes the refs below ADREF_REMOTE_HEADS and ADREF_REMOTE_TAGS. */
void adref_remote_forget(AdrefRepo *repo);

/* Sends `branches` and `tags` ("ID-OR-REF:REF", NULL-terminated). *refused is NULL when the server
 * has taken them, else why it has not, for people (caller frees). FALSE: the server could not be
 * asked. */
gboolean adref_remote_push(AdrefRepo *repo, const char *remote, const char *const *branches,
                           const char *const *tags, const AdrefRemoteProgress *progress,
                           char **refused, GError **error);

/* Clones the repository at `url` into the folder `path`, which does not exist or is empty: its
 * branches and tags; no file is checked out, and no ref of its own is made. `folder` is the one in
 * which a relative path begins. */
gboolean adref_remote_clone(const char *url, const char *folder, const char *path,
                            const AdrefRemoteProgress *progress, GError **error);

#endif
