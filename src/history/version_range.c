#include "history/version_range.h"

#include "history/git.h"
#include "history/log_entry.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_revwalk, git_revwalk_free)

static void entry_free(gpointer entry)
{
  adref_log_entry_free(entry);
}

static int begin(git_revwalk *walk, const AdrefVersion *of, const AdrefVersion *known, guint count)
{
  git_oid id;
  int status = git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
  if (status == 0)
    status = git_oid_fromstr(&id, of->id);
  if (status == 0)
    status = git_revwalk_push(walk, &id);
  for (guint i = 0; i < count && status == 0; i++)
    if (*known[i].id && (status = git_oid_fromstr(&id, known[i].id)) == 0)
      status = git_revwalk_hide(walk, &id);
  return status;
}

static int read_entry(AdrefRepo *repo, const git_oid *id, GPtrArray *entries)
{
  g_autoptr(git_commit) commit = NULL;
  int status = git_commit_lookup(&commit, repo->git, id);
  if (status == 0)
    g_ptr_array_add(entries, adref_log_entry_read(commit, NULL));
  return status;
}

GPtrArray *adref_repo_versions_beyond(AdrefRepo *repo, const AdrefVersion *of,
                                      const AdrefVersion *known, guint known_count, guint limit,
                                      guint *count, GError **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
  g_autoptr(git_revwalk) walk = NULL;
  git_oid id;
  guint found = 0;
  int status = git_revwalk_new(&walk, repo->git);
  if (status == 0)
    status = begin(walk, of, known, known_count);
  while (status == 0 && (status = git_revwalk_next(&id, walk)) == 0)
    if (found++ < limit)
      status = read_entry(repo, &id, entries);
  if (status != GIT_ITEROVER) {
    adref_git_fail_object(repo->git, error, status, "the history cannot be read");
    return NULL;
  }
  *count = found;
  return g_steal_pointer(&entries);
}
