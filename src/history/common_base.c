#include "history/common_base.h"

#include "history/git.h"

static gboolean read_id(const AdrefVersion *version, git_oid *id, GError **error)
{
  int status = git_oid_fromstr(id, version->id);
  return status == 0 ||
         adref_git_fail(error, status, "%.10s: not the id of a version", version->id);
}

static git_oid *read_ids(const AdrefVersion *first, const AdrefVersion *others, guint count,
                         GError **error)
{
  g_autofree git_oid *ids = g_new0(git_oid, count + 1);
  if (!read_id(first, &ids[0], error))
    return NULL;
  for (guint i = 0; i < count; i++)
    if (!read_id(&others[i], &ids[i + 1], error))
      return NULL;
  return g_steal_pointer(&ids);
}

static gboolean fail(AdrefRepo *repo, int status, const AdrefVersion *version, GError **error)
{
  return adref_git_fail_object(repo->git, error, status,
                               "the history of version %.10s cannot be read", version->id);
}

gboolean adref_repo_is_ancestor(AdrefRepo *repo, const AdrefVersion *older,
                                const AdrefVersion *newer, gboolean *is, GError **error)
{
  git_oid old, new;
  if (!read_id(older, &old, error) || !read_id(newer, &new, error))
    return FALSE;
  int status = git_oid_equal(&old, &new) ? 1 : git_graph_descendant_of(repo->git, &new, &old);
  if (status < 0)
    return fail(repo, status, newer, error);
  *is = status == 1;
  return TRUE;
}

/* A base, and what the order of bases depends on. */
typedef struct {
  AdrefVersion version;
  gint64 time;
} DatedBase;

static int compare_bases(gconstpointer a, gconstpointer b)
{
  const DatedBase *one = a, *other = b;
  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  return g_strcmp0(one->version.id, other->version.id);
}

static gboolean add_base(AdrefRepo *repo, const git_oid *id, GArray *bases, GError **error)
{
  DatedBase base = {0};
  g_autoptr(git_commit) commit = NULL;
  int status = git_commit_lookup(&commit, repo->git, id);
  git_oid_tostr(base.version.id, sizeof base.version.id, id);
  if (status != 0)
    return fail(repo, status, &base.version, error);
  base.time = git_commit_time(commit);
  g_array_append_val(bases, base);
  return TRUE;
}

static GArray *sort_bases(AdrefRepo *repo, const git_oidarray *found, GError **error)
{
  g_autoptr(GArray) dated = g_array_new(FALSE, TRUE, sizeof(DatedBase));
  for (gsize i = 0; i < found->count && i < ADREF_COMMON_BASE_MAX; i++)
    if (!add_base(repo, &found->ids[i], dated, error))
      return NULL;
  g_array_sort(dated, compare_bases);
  GArray *bases = g_array_new(FALSE, TRUE, sizeof(AdrefVersion));
  for (guint i = 0; i < dated->len; i++)
    g_array_append_val(bases, g_array_index(dated, DatedBase, i).version);
  return bases;
}

GArray *adref_repo_common_bases(AdrefRepo *repo, const AdrefVersion *version,
                                const AdrefVersion *others, guint count, GError **error)
{
  g_autofree git_oid *ids = read_ids(version, others, count, error);
  if (!ids)
    return NULL;
  git_oidarray found = {0};
  int status = git_merge_bases_many(&found, repo->git, count + 1, ids);
  if (status != 0 && status != GIT_ENOTFOUND) {
    fail(repo, status, version, error);
    return NULL;
  }
  GArray *bases = sort_bases(repo, &found, error);
  git_oidarray_dispose(&found);
  return bases;
}

gboolean adref_repo_base_of_all(AdrefRepo *repo, const AdrefVersion *versions, guint count,
                                AdrefVersion *base, gboolean *found, GError **error)
{
  g_autofree git_oid *ids = read_ids(versions, versions + 1, count - 1, error);
  if (!ids)
    return FALSE;
  git_oid id;
  int status = git_merge_base_octopus(&id, repo->git, count, ids);
  if (status != 0 && status != GIT_ENOTFOUND)
    return fail(repo, status, versions, error);
  *found = status == 0;
  if (*found)
    git_oid_tostr(base->id, sizeof base->id, &id);
  return TRUE;
}

gboolean adref_repo_parent(AdrefRepo *repo, const AdrefVersion *version, guint *parents,
                           AdrefVersion *first, GError **error)
{
  git_oid id;
  g_autoptr(git_commit) commit = NULL;
  g_autoptr(git_commit) parent = NULL;
  int status = git_oid_fromstr(&id, version->id);
  if (status == 0)
    status = git_commit_lookup(&commit, repo->git, &id);
  if (status != 0)
    return fail(repo, status, version, error);
  *parents = git_commit_parentcount(commit);
  if (*parents > 0 && !adref_git_parent(repo, commit, 0, &parent, error))
    return FALSE;
  if (!parent)
    *parents = 0;
  else
    git_oid_tostr(first->id, sizeof first->id, git_commit_id(parent));
  return TRUE;
}
