#include "history/version.h"

#include <string.h>

#include "base/name.h"
#include "history/git.h"

enum {
  MAX_NAME = 250,
  MAX_NAMES = 10000
};

static gboolean check_name(const char *name, GError **error)
{
  static const char *const meanings[] = {":", "@{", "^{", "..", "*", "?", "[", "\\", NULL};
  gboolean good =
      *name && *name != '-' && strlen(name) <= MAX_NAME && g_utf8_validate(name, -1, NULL);
  for (const char *p = name; good && *p; p++)
    good = (guchar)*p > ' ' && *p != 0x7F;
  for (gsize i = 0; good && meanings[i]; i++)
    good = !strstr(name, meanings[i]);
  if (!good)
    adref_error(
        error, ADREF_ERROR_USAGE,
        "\"%s\" cannot be a version; allowed are a label, a branch, a tag, an id and HEAD~2", name);
  return good;
}

/* The label's tag, or NULL. */
static git_object *find_label(AdrefRepo *repo, const char *statement, const char *name)
{
  if (!statement || !adref_name_is(ADREF_NAME_STATEMENT, statement) ||
      !adref_name_is(ADREF_NAME_LABEL, name))
    return NULL;
  g_autofree char *tag = g_strdup_printf("refs/tags/%s/%s", statement, name);
  g_autoptr(git_reference) reference = NULL;
  git_object *object = NULL;
  if (git_reference_lookup(&reference, repo->git, tag) == 0)
    git_reference_peel(&object, reference, GIT_OBJECT_COMMIT);
  return object;
}

/* How a person would write a ref as a version name; NULL for what is none. */
static const char *short_name(const char *ref, const char *own)
{
  static const char *const folders[] = {"refs/tags/", "refs/heads/", "refs/remotes/", NULL};
  if (own && g_str_has_prefix(ref, own))
    return ref + strlen(own);
  for (gsize i = 0; folders[i]; i++)
    if (g_str_has_prefix(ref, folders[i]))
      return ref + strlen(folders[i]);
  return NULL;
}

static GPtrArray *list_names(AdrefRepo *repo, const char *statement)
{
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *own = statement ? g_strdup_printf("refs/tags/%s/", statement) : NULL;
  g_autoptr(git_reference_iterator) all = NULL;
  const char *ref;
  if (git_reference_iterator_new(&all, repo->git) == 0)
    while (names->len < MAX_NAMES && git_reference_next_name(&ref, all) == 0) {
      const char *name = short_name(ref, own);
      if (name)
        g_ptr_array_add(names, g_strdup(name));
    }
  g_ptr_array_add(names, NULL);
  return names;
}

static gboolean fail_unknown(AdrefRepo *repo, const char *statement, const char *name,
                             GError **error)
{
  g_autoptr(GPtrArray) names = list_names(repo, statement);
  const char *near = adref_name_near(name, (const char *const *)names->pdata);
  if (near)
    adref_error(error, ADREF_ERROR_NOT_FOUND, "no version is called \"%s\"; did you mean \"%s\"?",
                name, near);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "no version is called \"%s\"; `git tag` and `git branch -a` list what there is",
                name);
  return FALSE;
}

static gboolean find_revision(AdrefRepo *repo, const char *statement, const char *name,
                              git_object **commit, GError **error)
{
  g_autoptr(git_object) object = NULL;
  int status = git_revparse_single(&object, repo->git, name);
  if (status == GIT_EAMBIGUOUS) {
    adref_error(error, ADREF_ERROR_USAGE, "\"%s\" begins several ids; give more of it", name);
    return FALSE;
  }
  if (status == GIT_ENOTFOUND || status == GIT_EINVALIDSPEC || status == GIT_EUNBORNBRANCH)
    return fail_unknown(repo, statement, name, error);
  if (status != 0)
    return adref_git_fail(error, status, "the version \"%s\" cannot be found", name);
  if (git_object_peel(commit, object, GIT_OBJECT_COMMIT) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT, "\"%s\" is not a version: it is a %s, not a commit", name,
              git_object_type2string(git_object_type(object)));
  return FALSE;
}

gboolean adref_repo_resolve(AdrefRepo *repo, const char *statement, const char *name,
                            AdrefVersion *version, GError **error)
{
  if (!check_name(name, error))
    return FALSE;
  g_autoptr(git_object) commit = find_label(repo, statement, name);
  if (!commit && !find_revision(repo, statement, name, &commit, error))
    return FALSE;
  git_oid_tostr(version->id, sizeof version->id, git_object_id(commit));
  return TRUE;
}
