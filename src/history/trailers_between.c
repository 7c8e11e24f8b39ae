#include "history/trailers_between.h"

#include "history/log_entry.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_revwalk, git_revwalk_free)

static int start(git_revwalk *walk, const AdrefVersion *from, const AdrefVersion *others,
                 guint count)
{
  git_oid id;
  int status = git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
  if (status == 0)
    status = git_oid_fromstr(&id, from->id);
  if (status == 0)
    status = git_revwalk_push(walk, &id);
  for (guint i = 0; i < count && status == 0; i++) {
    status = git_oid_fromstr(&id, others[i].id);
    if (status == 0)
      status = git_revwalk_hide(walk, &id);
  }
  return status;
}

gboolean adref_repo_visit_between(AdrefRepo *repo, const AdrefVersion *from,
                                  const AdrefVersion *others, guint count,
                                  void (*visit)(gpointer data, const AdrefLogEntry *entry),
                                  gpointer data, GError **error)
{
  git_oid id;
  g_autoptr(git_revwalk) walk = NULL;
  int status = git_revwalk_new(&walk, repo->git);
  if (status == 0)
    status = start(walk, from, others, count);
  for (guint i = 0; status == 0 && i < ADREF_TRAILERS_BETWEEN_MAX; i++) {
    g_autoptr(git_commit) commit = NULL;
    status = git_revwalk_next(&id, walk);
    if (status == 0)
      status = git_commit_lookup(&commit, repo->git, &id);
    if (status != 0 || git_commit_parentcount(commit) > 1)
      continue;
    g_autoptr(AdrefLogEntry) entry = adref_log_entry_read(commit, NULL);
    visit(data, entry);
  }
  return status == 0 || status == GIT_ITEROVER ||
         adref_git_fail_object(repo->git, error, status,
                               "the history of version %.10s cannot be read", from->id);
}
