#include "history/checkout.h"

#include "history/git.h"

gboolean adref_repo_begin_branch(AdrefRepo *repo, const char *branch, const AdrefVersion *version,
                                 GError **error)
{
  g_autofree char *ref = g_strconcat("refs/heads/", branch, NULL);
  g_autoptr(git_reference) made = NULL;
  g_autoptr(git_reference) head = NULL;
  git_oid id;
  int status = git_oid_fromstr(&id, version->id);
  if (status == 0)
    status = git_reference_create(&made, repo->git, ref, &id, FALSE, "adref: init");
  if (status == 0 || status == GIT_EEXISTS)
    status = git_reference_symbolic_create(&head, repo->git, "HEAD", ref, TRUE, "adref: init");
  return status == 0 || adref_git_fail(error, status, "the branch %s cannot be made", branch);
}

/* The index of HEAD; with it, files that are there already are known. */
static int read_index(AdrefRepo *repo)
{
  g_autoptr(git_index) index = NULL;
  g_autoptr(git_object) tree = NULL;
  g_autoptr(git_reference) head = NULL;
  int status = git_repository_head(&head, repo->git);
  if (status == 0)
    status = git_reference_peel(&tree, head, GIT_OBJECT_TREE);
  if (status == 0)
    status = git_repository_index(&index, repo->git);
  if (status == 0)
    status = git_index_read_tree(index, (const git_tree *)tree);
  return status == 0 ? git_index_write(index) : status;
}

gboolean adref_repo_check_out(AdrefRepo *repo, GError **error)
{
  git_checkout_options options;
  git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
  options.checkout_strategy = GIT_CHECKOUT_SAFE | GIT_CHECKOUT_RECREATE_MISSING;
  options.disable_filters = 1;
  int status = read_index(repo);
  if (status == 0)
    status = git_checkout_head(repo->git, &options);
  return status == 0 || adref_git_fail(error, status, "the files cannot be written");
}
