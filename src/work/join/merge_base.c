#include "work/join/merge_base.h"

#include "history/common_base.h"
#include "work/join/merge_trees.h"
#include "work/join/merge_versions.h"

enum {
  MAX_DEPTH = 8, /* bases of bases of bases ...; deeper, the oldest one counts */
};

static gboolean find(AdrefSession *session, const AdrefVersion *version, const AdrefVersion *others,
                     guint count, guint depth, AdrefVersion *base, GError **error);

/* Joins the bases one by one with what was made of those before. Recursive by find(), to
 * MAX_DEPTH. */
static gboolean join_bases(AdrefSession *session, const GArray *bases, guint depth,
                           AdrefVersion *base, GError **error)
{
  const AdrefVersion *all = (const AdrefVersion *)(gconstpointer)bases->data;
  *base = all[0];
  for (guint i = 1; i < bases->len && i < ADREF_MERGE_VERSIONS_BASES && depth < MAX_DEPTH; i++) {
    AdrefMergeVersion sides[] = {{*base, NULL, "one base", NULL, 0},
                                 {all[i], NULL, "another base", NULL, 0}};
    AdrefMergeTreesOptions options = {
        .sides = sides, .count = G_N_ELEMENTS(sides), .is_base = TRUE};
    if (!find(session, &all[i], all, i, depth + 1, &options.base, error))
      return FALSE;
    g_autoptr(AdrefMergedTrees) merged = adref_merge_trees(session, &options, error);
    if (!merged)
      return FALSE;
    *base = merged->tree;
  }
  return TRUE;
}

/* The base of a version and of others that count as if they were joined; "" where there is none. */
static gboolean find(AdrefSession *session, const AdrefVersion *version, const AdrefVersion *others,
                     guint count, guint depth, AdrefVersion *base, GError **error)
{
  g_autoptr(GArray) bases = adref_repo_common_bases(session->repo, version, others, count, error);
  base->id[0] = '\0';
  return bases && (bases->len == 0 || join_bases(session, bases, depth, base, error));
}

gboolean adref_merge_base_find(AdrefSession *session, const AdrefVersion *versions, guint count,
                               AdrefVersion *base, GError **error)
{
  gboolean found = FALSE;
  if (count > 2) {
    if (!adref_repo_base_of_all(session->repo, versions, count, base, &found, error))
      return FALSE;
  } else {
    if (!find(session, &versions[0], &versions[1], 1, 0, base, error))
      return FALSE;
    found = *base->id != '\0';
  }
  if (!found)
    adref_error(error, ADREF_ERROR_REFUSED,
                "the versions have no common history, so nobody knows what each of them changed; "
                "bring the other text in with `adref import --into`, or clone the repository that "
                "the other one was cloned from");
  return found;
}
