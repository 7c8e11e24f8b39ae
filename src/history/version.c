#include "history/version.h"

#include <string.h>

#include "base/name.h"
#include "history/former_name.h"
#include "history/git.h"
#include "history/time_range.h"

static gboolean check_name(const char *name, GError **error)
{
  static const char *const meanings[] = {":", "@{", "^{", "..", "*", "?", "[", "\\", NULL};
  gboolean good = *name && *name != '-' && strlen(name) <= ADREF_VERSION_MAX_NAME &&
                  g_utf8_validate(name, -1, NULL);
  for (const char *p = name; good && *p; p++)
    good = (guchar)*p > ' ' && *p != 0x7F;
  for (gsize i = 0; good && meanings[i]; i++)
    good = !strstr(name, meanings[i]);
  if (!good)
    adref_error(error, ADREF_ERROR_USAGE,
                "\"%s\" cannot be a version; allowed are work, a label, a branch, a tag, an id, "
                "HEAD~2 and a date such as @2023-12-01",
                name);
  return good;
}

/* The commit of the label whose tag names the statement so, or NULL. */
static git_object *find_tag(AdrefRepo *repo, const char *statement, const char *name)
{
  g_autofree char *tag = g_strdup_printf("refs/tags/%s/%s", statement, name);
  g_autoptr(git_reference) reference = NULL;
  git_object *object = NULL;
  if (git_reference_lookup(&reference, repo->git, tag) == 0)
    git_reference_peel(&object, reference, GIT_OBJECT_COMMIT);
  return object;
}

/* The commit of the label, or NULL. */
static git_object *find_label(AdrefRepo *repo, const char *statement, const char *name)
{
  if (!statement || !adref_name_is(ADREF_NAME_STATEMENT, statement) ||
      !adref_name_is(ADREF_NAME_LABEL, name))
    return NULL;
  git_object *object = find_tag(repo, statement, name);
  const char *const *former = adref_repo_former_names(repo, statement);
  for (; !object && *former; former++)
    object = find_tag(repo, *former, name);
  return object;
}

/* The version name of a ref, as a person writes it; NULL for a ref that is no label, tag or branch.
 * `own` is the folder of the statement's labels, or NULL. */
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
    while (names->len < ADREF_VERSION_MAX_NAMES && git_reference_next_name(&ref, all) == 0) {
      const char *name = short_name(ref, own);
      if (name)
        g_ptr_array_add(names, g_strdup(name));
    }
  g_ptr_array_add(names, NULL);
  return names;
}

/* "zero, rev1": the labels among the names; NULL when there are none or too many. */
static char *own_labels(const GPtrArray *names)
{
  g_autoptr(GString) labels = g_string_new(NULL);
  guint count = 0;
  for (guint i = 0; i + 1 < names->len; i++)
    if (adref_name_is(ADREF_NAME_LABEL, names->pdata[i])) {
      g_string_append_printf(labels, "%s%s", count > 0 ? ", " : "", (char *)names->pdata[i]);
      count++;
    }
  return count > 0 && count <= ADREF_VERSION_MAX_LISTED
             ? g_string_free(g_steal_pointer(&labels), FALSE)
             : NULL;
}

static gboolean fail_unknown(AdrefRepo *repo, const char *statement, const char *name,
                             GError **error)
{
  g_autoptr(GPtrArray) names = list_names(repo, statement);
  g_autofree char *labels = own_labels(names);
  const char *near = adref_name_closest(name, (const char *const *)names->pdata);
  if (near)
    adref_error(error, ADREF_ERROR_NOT_FOUND, "no version is called \"%s\"; did you mean \"%s\"?",
                name, near);
  else if (labels)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "no version is called \"%s\"; there are %s, ids and dates", name, labels);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "no version is called \"%s\"; `adref log` and `git branch -a` list what there is",
                name);
  return FALSE;
}

/* The newest commit, going back from HEAD along first parents, that is not newer than `time`.
 * *found is NULL when all are newer; *oldest is then the time of the oldest one, 0 when there is
 * none. */
static gboolean find_until(AdrefRepo *repo, gint64 time, git_commit **found, gint64 *oldest,
                           GError **error)
{
  g_autoptr(git_commit) commit = NULL;
  if (!adref_git_head(repo, &commit, error))
    return FALSE;
  while (commit && (*oldest = git_commit_time(commit)) > time) {
    g_autoptr(git_commit) child = g_steal_pointer(&commit);
    if (git_commit_parentcount(child) > 0 && !adref_git_parent(repo, child, 0, &commit, error))
      return FALSE;
  }
  *found = g_steal_pointer(&commit);
  return TRUE;
}

static gboolean resolve_date(AdrefRepo *repo, const char *text, AdrefVersion *version,
                             GError **error)
{
  AdrefTimeRange when;
  gint64 oldest = 0;
  g_autoptr(git_commit) found = NULL;
  if (!adref_time_range_read(text, g_get_real_time() / G_USEC_PER_SEC, &when, error) ||
      !find_until(repo, when.last, &found, &oldest, error))
    return FALSE;
  if (found) {
    git_oid_tostr(version->id, sizeof version->id, git_commit_id(found));
    return TRUE;
  }
  g_autoptr(GDateTime) first = g_date_time_new_from_unix_local(oldest);
  g_autofree char *since = first && oldest > 0 ? g_date_time_format(first, "%Y-%m-%d %H:%M") : NULL;
  adref_error(error, ADREF_ERROR_NOT_FOUND, "no version is as old as \"@%s\"%s%s%s", text,
              since ? "; the oldest is of " : ", there is none yet", since ? since : "",
              since && adref_git_is_shallow(repo)
                  ? "; the clone is shallow, `git fetch --unshallow` brings older ones"
                  : "");
  return FALSE;
}

static gboolean is_date(const char *name)
{
  return name[0] == '@' && name[1] && !strchr("@~^{", name[1]);
}

static gboolean find_revision(AdrefRepo *repo, const char *statement, const char *name,
                              git_object **commit, GError **error)
{
  g_autoptr(git_object) object = NULL;
  int status = git_revparse_single(&object, repo->git, name);
  if (status == GIT_EAMBIGUOUS) {
    adref_error(error, ADREF_ERROR_USAGE, "several ids begin with \"%s\"; give more digits", name);
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
  if (is_date(name))
    return resolve_date(repo, name + 1, version, error);
  if (!check_name(name, error))
    return FALSE;
  if (strcmp(name, ADREF_VERSION_WORK) == 0) {
    adref_error(error, ADREF_ERROR_USAGE,
                "\"work\" means the files in the work folder, not a version; `adref save` saves "
                "them as one");
    return FALSE;
  }
  g_autoptr(git_object) commit = find_label(repo, statement, name);
  if (!commit && !find_revision(repo, statement, name, &commit, error))
    return FALSE;
  git_oid_tostr(version->id, sizeof version->id, git_object_id(commit));
  return TRUE;
}
