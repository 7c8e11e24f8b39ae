#include "history/git.h"

#include <string.h>

#include "history/git_config.h"

static gpointer start(gpointer nothing)
{
  git_libgit2_init();
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  /* an object that was read without a check of its hash is never taken for a checked one */
  git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
  git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, (size_t)ADREF_GIT_WINDOW);
  git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, (size_t)ADREF_GIT_WINDOWS);
  /* a partial clone: some objects are not here; what git names relative to .git; objects that are
   * never removed: adref removes none */
  const char *known[] = {"partialclone", "relativeworktrees", "preciousobjects"};
  git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, known, G_N_ELEMENTS(known));
  if (adref_git_config_has_no_system())
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_SYSTEM, "");
  return nothing;
}

gboolean adref_git_start(GError **error)
{
  static GOnce once = G_ONCE_INIT;
  if (!adref_libgit2_load(error))
    return FALSE;
  g_once(&once, start, NULL);
  return TRUE;
}

static AdrefErrorCode code_of(int status)
{
  switch (status) {
  case GIT_ENOTFOUND: return ADREF_ERROR_NOT_FOUND;
  case GIT_ELOCKED:
  case GIT_EMODIFIED:
  case GIT_EOWNER: return ADREF_ERROR_REFUSED;
  default: return ADREF_ERROR_SYSTEM;
  }
}

/* libgit2's message for its last error. */
static char *last_cause(void)
{
  const git_error *last = git_error_last();
  return g_strdup(last && last->message ? last->message : "no reason given");
}

gboolean adref_git_fail(GError **error, int status, const char *format, ...)
{
  g_autofree char *cause = last_cause();
  va_list args;
  va_start(args, format);
  g_autofree char *doing = g_strdup_vprintf(format, args);
  va_end(args);
  adref_error(error, code_of(status), "%s: %s", doing, cause);
  return FALSE;
}

void adref_git_skip_hash_check(gboolean fast)
{
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, fast ? 0 : 1);
}

/* Whether the clone is partial: git leaves objects at the remote until it needs them. */
static gboolean is_partial(git_repository *git)
{
  g_autoptr(git_config) config = NULL;
  git_config_iterator *entries = NULL;
  git_config_entry *entry;
  gboolean partial = FALSE;
  if (git_repository_config_snapshot(&config, git) == 0 &&
      git_config_iterator_new(&entries, config) == 0)
    while (!partial && git_config_next(&entry, entries) == 0)
      partial = g_str_has_prefix(entry->name, "remote.") &&
                g_str_has_suffix(entry->name, ".promisor") &&
                g_ascii_strcasecmp(entry->value ? entry->value : "true", "true") == 0;
  git_config_iterator_free(entries);
  return partial;
}

gboolean adref_git_fail_object(git_repository *git, GError **error, int status, const char *format,
                               ...)
{
  g_autofree char *cause = last_cause();
  va_list args;
  va_start(args, format);
  g_autofree char *doing = g_strdup_vprintf(format, args);
  va_end(args);
  if (status != GIT_ENOTFOUND)
    adref_error(error, code_of(status), "%s: %s; `git fsck` says what is damaged", doing, cause);
  else if (is_partial(git))
    adref_error(error, ADREF_ERROR_SYSTEM,
                "%s: the clone is partial, and git has not fetched this part yet (%s); "
                "`git fetch --refetch --no-filter` fetches all of it",
                doing, cause);
  else
    adref_error(error, ADREF_ERROR_SYSTEM,
                "%s: %s; the repository is damaged. `git fsck` says what is missing, and `git "
                "fetch` from a complete clone may bring it back",
                doing, cause);
  return FALSE;
}

guint adref_git_id_hash(gconstpointer id)
{
  guint hash;
  memcpy(&hash, ((const git_oid *)id)->id, sizeof hash);
  return hash;
}

gboolean adref_git_id_equal(gconstpointer a, gconstpointer b)
{
  return git_oid_equal(a, b) != 0;
}

static void unref_bytes(gpointer bytes)
{
  g_bytes_unref(bytes);
}

void adref_git_keep_blob(AdrefRepo *repo, const git_oid *id, GBytes *bytes)
{
  enum {
    MAX_KEPT = 16 * 1024 * 1024 /* bytes of all files */
  };
  if (g_bytes_get_size(bytes) > MAX_KEPT)
    return;
  if (repo->read_blobs && repo->read_bytes + g_bytes_get_size(bytes) > MAX_KEPT)
    g_clear_pointer(&repo->read_blobs, g_hash_table_unref);
  if (!repo->read_blobs) {
    repo->read_bytes = 0;
    repo->read_blobs =
        g_hash_table_new_full(adref_git_id_hash, adref_git_id_equal, g_free, unref_bytes);
  }
  repo->read_bytes += g_bytes_get_size(bytes);
  g_hash_table_replace(repo->read_blobs, g_memdup2(id, sizeof *id), g_bytes_ref(bytes));
}

/* libgit2 1.5 does not know shallow clones. The file "shallow" lists the commits whose parents are
 * not in the clone. */
static GHashTable *read_shallow_roots(AdrefRepo *repo)
{
  GHashTable *shallow_roots =
      g_hash_table_new_full(adref_git_id_hash, adref_git_id_equal, g_free, NULL);
  g_autofree char *path = g_build_filename(git_repository_commondir(repo->git), "shallow", NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return shallow_roots;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    git_oid id;
    if (git_oid_fromstr(&id, *line) == 0)
      g_hash_table_add(shallow_roots, g_memdup2(&id, sizeof id));
  }
  return shallow_roots;
}

gboolean adref_git_is_shallow(AdrefRepo *repo)
{
  if (!repo->shallow_roots)
    repo->shallow_roots = read_shallow_roots(repo);
  return g_hash_table_size(repo->shallow_roots) > 0;
}

gboolean adref_git_parent(AdrefRepo *repo, const git_commit *commit, guint n, git_commit **parent,
                          GError **error)
{
  *parent = NULL;
  if (adref_git_is_shallow(repo) &&
      g_hash_table_contains(repo->shallow_roots, git_commit_id(commit)))
    return TRUE;
  int status = git_commit_parent(parent, commit, n);
  return status == 0 ||
         adref_git_fail_object(repo->git, error, status, "the history cannot be read");
}

static gboolean is_safe_path(const char *path)
{
  if (*path == '\0')
    return TRUE;
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  for (char **name = names; *name; name++)
    if (**name == '\0' || strcmp(*name, ".") == 0 || strcmp(*name, "..") == 0 ||
        g_ascii_strcasecmp(*name, ".git") == 0)
      return FALSE;
  return TRUE;
}

gboolean adref_git_check_path(const char *path, GError **error)
{
  if (is_safe_path(path))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "%s: not a path inside the workspace", path);
  return FALSE;
}

char *adref_git_path(AdrefRepo *repo, const char *path, GError **error)
{
  if (!adref_git_check_path(path, error))
    return NULL;
  if (*path)
    return g_strconcat(repo->prefix, path, NULL);
  gsize length = strlen(repo->prefix);
  return g_strndup(repo->prefix, length > 0 ? length - 1 : 0);
}

gboolean adref_git_find_tree(AdrefRepo *repo, const char *id, git_tree **tree, GError **error)
{
  enum {
    SHORT_ID = 10 /* digits of an id in a message */
  };
  git_oid oid;
  g_autoptr(git_object) object = NULL;
  int status = git_oid_fromstr(&oid, id);
  if (status == 0)
    status = git_object_lookup(&object, repo->git, &oid, GIT_OBJECT_ANY);
  if (status == 0 && git_object_type(object) == GIT_OBJECT_COMMIT)
    status = git_commit_tree(tree, (const git_commit *)object);
  else if (status == 0)
    status = git_object_peel((git_object **)tree, object, GIT_OBJECT_TREE);
  if (status != 0)
    return adref_git_fail_object(repo->git, error, status, "the version %.*s cannot be read",
                                 SHORT_ID, id);
  return TRUE;
}

gboolean adref_git_head(AdrefRepo *repo, git_commit **commit, GError **error)
{
  g_autoptr(git_reference) head = NULL;
  int status = git_repository_head(&head, repo->git);
  if (status == GIT_EUNBORNBRANCH) {
    *commit = NULL;
    return TRUE;
  }
  g_autoptr(git_object) object = NULL;
  if (status == 0)
    status = git_reference_peel(&object, head, GIT_OBJECT_COMMIT);
  if (status != 0)
    return adref_git_fail_object(repo->git, error, status, "HEAD cannot be read");
  *commit = (git_commit *)g_steal_pointer(&object);
  return TRUE;
}

/* git_tree_entry_bypath() is not used: it reports a folder whose tree object is missing in the same
 * way as a folder without the file. */
gboolean adref_git_tree_entry(const git_tree *tree, const char *path, git_tree_entry **entry,
                              GError **error)
{
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  g_autoptr(git_tree) below = NULL;
  *entry = NULL;
  for (char **name = names; tree && *name; name++) {
    const git_tree_entry *found = git_tree_entry_byname(tree, *name);
    if (found && !name[1] && git_tree_entry_dup(entry, found) != 0)
      return adref_git_fail(error, GIT_ERROR, "%s: cannot be read from the version", path);
    if (!found || !name[1] || git_tree_entry_type(found) != GIT_OBJECT_TREE)
      return TRUE;
    git_repository *git = git_tree_owner(tree);
    git_tree *next = NULL;
    int status = git_tree_lookup(&next, git, git_tree_entry_id(found));
    if (status != 0)
      return adref_git_fail_object(git, error, status, "%s: cannot be read from the version", path);
    git_tree_free(below);
    tree = below = next;
  }
  return TRUE;
}
