#include "history/log.h"

#include <string.h>

#include "history/git.h"

void adref_log_entry_free(AdrefLogEntry *entry)
{
  if (!entry)
    return;
  g_free(entry->author.name);
  g_free(entry->author.email);
  g_free(entry->subject);
  g_free(entry->body);
  g_clear_pointer(&entry->trailers, g_ptr_array_unref);
  g_clear_pointer(&entry->labels, g_ptr_array_unref);
  g_free(entry);
}

static void entry_free(gpointer entry)
{
  adref_log_entry_free(entry);
}

static char *valid(const char *text)
{
  return g_utf8_make_valid(text ? text : "", -1);
}

/* Labels: a table from the id of a commit to the names of the tags that point at it. */

static int compare(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_label(GHashTable *labels, const git_oid *id, const char *name)
{
  GPtrArray *names = g_hash_table_lookup(labels, id);
  if (!names) {
    names = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(labels, g_memdup2(id, sizeof *id), names);
  }
  g_ptr_array_add(names, valid(name));
  g_ptr_array_sort(names, compare);
}

static GHashTable *read_labels(AdrefRepo *repo)
{
  GHashTable *labels = g_hash_table_new_full(adref_git_id_hash, adref_git_id_equal, g_free,
                                             (GDestroyNotify)g_ptr_array_unref);
  g_autoptr(git_reference_iterator) tags = NULL;
  if (git_reference_iterator_glob_new(&tags, repo->git, "refs/tags/*") != 0)
    return labels;
  for (;;) {
    g_autoptr(git_reference) tag = NULL;
    g_autoptr(git_object) commit = NULL;
    if (git_reference_next(&tag, tags) != 0)
      return labels;
    if (git_reference_peel(&commit, tag, GIT_OBJECT_COMMIT) == 0)
      add_label(labels, git_object_id(commit), git_reference_shorthand(tag));
  }
}

/* The id of the folder in a commit; zero where it has none. */
static gboolean folder_id(const git_commit *commit, const char *folder, git_oid *id, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(git_tree_entry) entry = NULL;
  memset(id, 0, sizeof *id);
  int status = git_commit_tree(&tree, commit);
  if (status != 0)
    return adref_git_fail(error, status, "the history cannot be read");
  if (*folder && !adref_git_entry(tree, folder, &entry, error))
    return FALSE;
  if (entry)
    git_oid_cpy(id, git_tree_entry_id(entry));
  else if (!*folder && git_tree_entrycount(tree) > 0)
    git_oid_cpy(id, git_tree_id(tree));
  return TRUE;
}

static gboolean is_changed(const git_commit *commit, const char *folder, gboolean *changed,
                           GError **error)
{
  git_oid own, other;
  if (!folder_id(commit, folder, &own, error))
    return FALSE;
  guint parents = git_commit_parentcount(commit);
  *changed = parents > 0 || !git_oid_is_zero(&own);
  for (guint i = 0; i < parents && *changed; i++) {
    g_autoptr(git_commit) parent = NULL;
    int status = git_commit_parent(&parent, commit, i);
    if (status != 0)
      return adref_git_fail(error, status, "the history cannot be read");
    if (!folder_id(parent, folder, &other, error))
      return FALSE;
    *changed = !git_oid_equal(&own, &other);
  }
  return TRUE;
}

static GPtrArray *read_trailers(const char *message)
{
  GPtrArray *trailers = g_ptr_array_new_with_free_func(g_free);
  git_message_trailer_array found = {0};
  if (git_message_trailers(&found, message) != 0)
    return trailers;
  for (gsize i = 0; i < found.count; i++) {
    g_autofree char *line =
        g_strdup_printf("%s: %s", found.trailers[i].key, found.trailers[i].value);
    g_ptr_array_add(trailers, valid(line));
  }
  git_message_trailer_array_free(&found);
  return trailers;
}

/* The trailers are the last paragraph. */
static char *without_trailers(const char *body, gboolean has_trailers)
{
  char *text = g_strchomp(valid(body));
  if (!has_trailers)
    return text;
  char *last = g_strrstr(text, "\n\n");
  *(last ? last : text) = '\0';
  return g_strchomp(text);
}

static AdrefLogEntry *new_entry(git_commit *commit, GHashTable *labels)
{
  const git_signature *author = git_commit_author(commit);
  AdrefLogEntry *entry = g_new0(AdrefLogEntry, 1);
  git_oid_tostr(entry->version.id, sizeof entry->version.id, git_commit_id(commit));
  entry->author = (AdrefPerson){valid(author->name), valid(author->email), author->when.time,
                                author->when.offset};
  entry->subject = valid(git_commit_summary(commit));
  entry->trailers = read_trailers(git_commit_message(commit));
  entry->body = without_trailers(git_commit_body(commit), entry->trailers->len > 0);
  GPtrArray *names = g_hash_table_lookup(labels, git_commit_id(commit));
  entry->labels = names ? g_ptr_array_ref(names) : g_ptr_array_new_with_free_func(g_free);
  return entry;
}

static gboolean start_walk(AdrefRepo *repo, git_revwalk **walk, GError **error)
{
  g_autoptr(git_commit) head = NULL;
  if (!adref_git_head(repo, &head, error))
    return FALSE;
  int status = git_revwalk_new(walk, repo->git);
  if (status == 0)
    status = git_revwalk_sorting(*walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
  if (status == 0 && head)
    status = git_revwalk_push(*walk, git_commit_id(head));
  return status == 0 || adref_git_fail(error, status, "the history cannot be read");
}

static gboolean collect(AdrefRepo *repo, git_revwalk *walk, const char *folder, guint limit,
                        GPtrArray *entries, GError **error)
{
  g_autoptr(GHashTable) labels = read_labels(repo);
  git_oid id;
  int status = 0;
  while ((limit == 0 || entries->len < limit) && (status = git_revwalk_next(&id, walk)) == 0) {
    g_autoptr(git_commit) commit = NULL;
    gboolean changed;
    status = git_commit_lookup(&commit, repo->git, &id);
    if (status != 0)
      break;
    if (!is_changed(commit, folder, &changed, error))
      return FALSE;
    if (changed)
      g_ptr_array_add(entries, new_entry(commit, labels));
  }
  return status == 0 || status == GIT_ITEROVER ||
         adref_git_fail(error, status, "the history cannot be read");
}

GPtrArray *adref_repo_log(AdrefRepo *repo, const char *folder, guint limit, GError **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
  g_autoptr(git_revwalk) walk = NULL;
  g_autofree char *full = adref_git_path(repo, folder, error);
  if (!full || !start_walk(repo, &walk, error) || !collect(repo, walk, full, limit, entries, error))
    return NULL;
  return g_steal_pointer(&entries);
}
