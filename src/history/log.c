#include "history/log.h"

#include <string.h>

#include "history/former_name.h"
#include "history/log_entry.h"

/* One path of the walk. */
typedef struct {
  char **names;  /* the names in the path */
  guint depth;   /* how many names */
  guint first;   /* index of its ids in those of a step */
  guint renamed; /* index of the name of a statement, */
  char **former; /* and the names that it had before (history/former_name.h); NULL: none */
} LogPath;

/* A version of the walk, for each path with git's ids of the root folder, of each folder on the
 * path, and of the path itself; zero where one does not exist. */
typedef struct {
  git_commit *commit;
  gint64 time;
  guint order; /* number in the order of reading; of two with the same time the lower comes first */
  git_oid *ids;
} LogStep;

struct AdrefLog {
  AdrefRepo *repo;
  GArray *paths;      /* of LogPath, at least one */
  guint id_count;     /* ids of a step */
  GSequence *queue;   /* of LogStep: the versions to visit, the newest first */
  gboolean branched;  /* two parents were followed somewhere: a commit may be reached twice */
  GHashTable *seen;   /* ids of commits that were put into `queue` since then */
  GHashTable *labels; /* see adref_log_entry_labels_by_commit() */
  GPtrArray *tags;    /* of char *, owned by `labels`: see adref_log_tags() */
  guint found;        /* the next `order` */
  LogStep *at;        /* the current version; NULL before the first */
  GPtrArray *parents; /* of LogStep: the parents of `at` */
  gboolean shallow;   /* the walk has reached the end of a shallow clone */
  char object[GIT_OID_HEXSZ + 1];
};

static void step_free(gpointer data)
{
  LogStep *step = data;
  git_commit_free(step->commit);
  g_free(step->ids);
  g_free(step);
}

/* The newest first; of the versions of one second the one that was found first. */
static int compare_steps(gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  const LogStep *one = a, *other = b;
  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

static void push(GSequence *queue, LogStep *step)
{
  g_sequence_insert_sorted(queue, step, compare_steps, NULL);
}

static LogStep *pop(GSequence *queue)
{
  GSequenceIter *first = g_sequence_get_begin_iter(queue);
  LogStep *step = g_sequence_get(first);
  g_sequence_remove(first);
  return step;
}

/* The n-th name of a path in the folder that it is in. */
static const git_tree_entry *entry_of(const LogPath *path, const git_tree *tree, guint n)
{
  const git_tree_entry *entry = git_tree_entry_byname(tree, path->names[n]);
  char **former = n == path->renamed ? path->former : NULL;
  for (; !entry && former && *former; former++)
    entry = git_tree_entry_byname(tree, *former);
  return entry;
}

/* Reads the ids from the root down to a path. Stops at the first tree that is the same in `known`
 * (a child of the version, or NULL) and copies the rest from there: most trees of a version and its
 * child are the same. */
static gboolean read_path_ids(AdrefLog *self, const LogPath *path, LogStep *step,
                              const LogStep *known, GError **error)
{
  git_oid *ids = step->ids + path->first;
  const git_oid *old = known ? known->ids + path->first : NULL;
  git_oid_cpy(&ids[0], git_commit_tree_id(step->commit));
  for (guint i = 0; i < path->depth; i++) {
    if (old && git_oid_equal(&ids[i], &old[i])) {
      memcpy(&ids[i], &old[i], (path->depth - i + 1) * sizeof ids[0]);
      return TRUE;
    }
    g_autoptr(git_tree) tree = NULL;
    int status = git_tree_lookup(&tree, self->repo->git, &ids[i]);
    if (status != 0)
      return adref_git_fail_object(self->repo->git, error, status, "the history cannot be read");
    const git_tree_entry *entry = entry_of(path, tree, i);
    gboolean deeper = i + 1 < path->depth;
    if (!entry || (deeper && git_tree_entry_type(entry) != GIT_OBJECT_TREE))
      return TRUE;
    git_oid_cpy(&ids[i + 1], git_tree_entry_id(entry));
  }
  return TRUE;
}

static gboolean read_ids(AdrefLog *self, LogStep *step, const LogStep *known, GError **error)
{
  for (guint i = 0; i < self->paths->len; i++)
    if (!read_path_ids(self, &g_array_index(self->paths, LogPath, i), step, known, error))
      return FALSE;
  return TRUE;
}

static const git_oid *id_of(const AdrefLog *self, const LogStep *step, guint index)
{
  const LogPath *path = &g_array_index(self->paths, LogPath, index);
  return &step->ids[path->first + path->depth];
}

/* Of the first path. */
static const git_oid *path_id(const AdrefLog *self, const LogStep *step)
{
  return id_of(self, step, 0);
}

static gboolean has_same_paths(const AdrefLog *self, const LogStep *a, const LogStep *b)
{
  gboolean same = TRUE;
  for (guint i = 0; i < self->paths->len && same; i++)
    same = git_oid_equal(id_of(self, a, i), id_of(self, b, i));
  return same;
}

static gboolean is_absent(const AdrefLog *self, const LogStep *step)
{
  static const git_oid empty = {{0x4b, 0x82, 0x5d, 0xc6, 0x42, 0xcb, 0x6e, 0xb9, 0xa0, 0x60,
                                 0xe5, 0x4b, 0xf8, 0xd6, 0x92, 0x88, 0xfb, 0xee, 0x49, 0x04}};
  const git_oid *id = path_id(self, step);
  return git_oid_is_zero(id) || git_oid_equal(id, &empty);
}

/* Takes ownership of the commit. */
static LogStep *new_step(AdrefLog *self, git_commit *commit, const LogStep *known, GError **error)
{
  LogStep *step = g_new0(LogStep, 1);
  step->commit = commit;
  step->time = git_commit_time(commit);
  step->order = self->found++;
  step->ids = g_new0(git_oid, self->id_count);
  if (read_ids(self, step, known, error))
    return step;
  step_free(step);
  return NULL;
}

static gboolean is_new(AdrefLog *self, const LogStep *step)
{
  return g_hash_table_add(self->seen, g_memdup2(git_commit_id(step->commit), sizeof(git_oid)));
}

/* Reads the parents of `at`. *same is the parent with the same content at the paths, or NULL;
 * parents behind it are not read. */
static gboolean read_parents(AdrefLog *self, LogStep **same, GError **error)
{
  *same = NULL;
  guint count = git_commit_parentcount(self->at->commit);
  for (guint i = 0; i < count && !*same; i++) {
    git_commit *parent;
    if (!adref_git_parent(self->repo, self->at->commit, i, &parent, error))
      return FALSE;
    if (!parent) {
      self->shallow = TRUE;
      return TRUE;
    }
    LogStep *step = new_step(self, parent, self->at, error);
    if (!step)
      return FALSE;
    g_ptr_array_add(self->parents, step);
    if (has_same_paths(self, step, self->at))
      *same = step;
  }
  return TRUE;
}

static void push_parent(AdrefLog *self, LogStep *step)
{
  if (!self->branched || is_new(self, step))
    push(self->queue, step);
  else
    step_free(step);
}

/* Moves the parents of the current version into the queue. FALSE when the queue is empty: the end.
 */
static gboolean push_parents(AdrefLog *self)
{
  self->branched = self->branched || self->parents->len > 1;
  while (self->parents->len > 0)
    push_parent(self, g_ptr_array_steal_index(self->parents, 0));
  g_clear_pointer(&self->at, step_free);
  return !g_sequence_is_empty(self->queue);
}

static void note_tags(AdrefLog *self)
{
  const GPtrArray *names = g_hash_table_lookup(self->labels, git_commit_id(self->at->commit));
  for (guint i = 0; names && i < names->len; i++)
    g_ptr_array_add(self->tags, names->pdata[i]);
}

static gboolean find_change(AdrefLog *self, gboolean *found, GError **error)
{
  while (push_parents(self)) {
    LogStep *same;
    self->at = pop(self->queue);
    note_tags(self);
    if (!read_parents(self, &same, error))
      return FALSE;
    guint parents = self->parents->len;
    if (same) {
      g_ptr_array_steal_index(self->parents, parents - 1);
      g_ptr_array_set_size(self->parents, 0);
      g_ptr_array_add(self->parents, same);
    } else if (parents > 0 || !is_absent(self, self->at)) {
      *found = TRUE;
      return TRUE;
    }
  }
  return TRUE;
}

gboolean adref_log_next(AdrefLog *self, gboolean *found, GError **error)
{
  *found = FALSE;
  g_ptr_array_set_size(self->tags, 0);
  adref_git_skip_hash_check(TRUE);
  gboolean done = find_change(self, found, error);
  adref_git_skip_hash_check(FALSE);
  return done;
}

AdrefLogEntry *adref_log_entry(AdrefLog *self)
{
  git_commit *commit = self->at->commit;
  return adref_log_entry_read(commit, g_hash_table_lookup(self->labels, git_commit_id(commit)));
}

static gboolean start(AdrefLog *self, const AdrefVersion *from, GError **error)
{
  git_commit *commit = NULL;
  if (!from && !adref_git_head(self->repo, &commit, error))
    return FALSE;
  git_oid id;
  int status = from ? git_oid_fromstr(&id, from->id) : 0;
  if (status == 0 && from)
    status = git_commit_lookup(&commit, self->repo->git, &id);
  if (status != 0)
    return adref_git_fail_object(self->repo->git, error, status, "the history cannot be read");
  LogStep *step = commit ? new_step(self, commit, NULL, error) : NULL;
  if (step)
    push(self->queue, step);
  return step || !commit;
}

static void path_clear(gpointer data)
{
  LogPath *path = data;
  g_strfreev(path->names);
  g_strfreev(path->former);
}

static gboolean read_path(AdrefRepo *repo, const char *path, LogPath *read, GError **error)
{
  g_autofree char *full = adref_git_path(repo, path, error);
  if (!full)
    return FALSE;
  *read = (LogPath){.names = *full ? g_strsplit(full, "/", -1) : g_new0(char *, 1)};
  read->depth = g_strv_length(read->names);
  g_auto(GStrv) inside = g_strsplit(path, "/", -1);
  guint length = g_strv_length(inside);
  if (length < 2 || strcmp(inside[0], "statements") != 0)
    return TRUE;
  read->renamed = read->depth - length + 1;
  read->former = g_strdupv((char **)(guintptr)adref_repo_former_names(repo, inside[1]));
  return TRUE;
}

static gboolean add_path(AdrefLog *self, const char *path, GError **error)
{
  LogPath added;
  if (!read_path(self->repo, path, &added, error))
    return FALSE;
  added.first = self->id_count;
  self->id_count += added.depth + 1;
  g_array_append_val(self->paths, added);
  return TRUE;
}

AdrefLog *adref_log_new(AdrefRepo *repo, const char *path, const AdrefVersion *from, GError **error)
{
  const char *const paths[] = {path, NULL};
  return adref_log_new_of_paths(repo, paths, from, error);
}

AdrefLog *adref_log_new_of_paths(AdrefRepo *repo, const char *const *paths,
                                 const AdrefVersion *from, GError **error)
{
  AdrefLog *self = g_new0(AdrefLog, 1);
  self->repo = g_rc_box_acquire(repo);
  self->paths = g_array_new(FALSE, FALSE, sizeof(LogPath));
  g_array_set_clear_func(self->paths, path_clear);
  self->queue = g_sequence_new(NULL);
  self->parents = g_ptr_array_new_with_free_func(step_free);
  self->seen = g_hash_table_new_full(adref_git_id_hash, adref_git_id_equal, g_free, NULL);
  self->labels = adref_log_entry_labels_by_commit(repo);
  self->tags = g_ptr_array_new();
  gboolean added = TRUE;
  for (; *paths && added; paths++)
    added = add_path(self, *paths, error);
  if (added && start(self, from, error))
    return self;
  adref_log_free(self);
  return NULL;
}

void adref_log_free(AdrefLog *self)
{
  if (!self)
    return;
  g_clear_pointer(&self->at, step_free);
  while (!g_sequence_is_empty(self->queue))
    step_free(pop(self->queue));
  g_sequence_free(self->queue);
  g_ptr_array_unref(self->parents);
  g_hash_table_unref(self->seen);
  g_hash_table_unref(self->labels);
  g_ptr_array_unref(self->tags);
  g_array_unref(self->paths);
  adref_repo_free(self->repo);
  g_free(self);
}

gint64 adref_log_time(const AdrefLog *self)
{
  return self->at->time;
}

const GPtrArray *adref_log_tags(const AdrefLog *self)
{
  return self->tags;
}

static const char *object_of(AdrefLog *self, const LogStep *step)
{
  if (is_absent(self, step))
    return "";
  return git_oid_tostr(self->object, sizeof self->object, path_id(self, step));
}

const char *adref_log_object_id(AdrefLog *self)
{
  return object_of(self, self->at);
}

guint adref_log_parent_count(const AdrefLog *self)
{
  return self->parents->len;
}

const char *adref_log_parent_object_id(AdrefLog *self, guint index)
{
  return object_of(self, self->parents->pdata[index]);
}

static AdrefVersion version_of(const LogStep *step)
{
  AdrefVersion version;
  git_oid_tostr(version.id, sizeof version.id, git_commit_id(step->commit));
  return version;
}

AdrefVersion adref_log_version(const AdrefLog *self)
{
  return version_of(self->at);
}

gboolean adref_log_first_parent(const AdrefLog *self, AdrefVersion *parent)
{
  if (self->parents->len > 0)
    *parent = version_of(self->parents->pdata[0]);
  return self->parents->len > 0;
}

/* Replaces the id of a folder (zero: there is none) by that of what the path names next in it. */
static gboolean descend(const AdrefLog *self, git_oid *id, const LogPath *path, guint n,
                        GError **error)
{
  if (git_oid_is_zero(id))
    return TRUE;
  g_autoptr(git_tree) tree = NULL;
  int status = git_tree_lookup(&tree, self->repo->git, id);
  if (status != 0)
    return adref_git_fail_object(self->repo->git, error, status, "the history cannot be read");
  const git_tree_entry *entry = entry_of(path, tree, n);
  if (entry && n + 1 < path->depth && git_tree_entry_type(entry) != GIT_OBJECT_TREE)
    entry = NULL;
  *id = entry ? *git_tree_entry_id(entry) : (git_oid){{0}};
  return TRUE;
}

/* A folder that is the same on both sides is not read: most often it is. */
static gboolean compare_path(const AdrefLog *self, const LogPath *path, gboolean *same,
                             GError **error)
{
  const LogStep *parent = self->parents->len > 0 ? self->parents->pdata[0] : NULL;
  git_oid now = self->at->ids[0], before = parent ? parent->ids[0] : (git_oid){{0}};
  for (guint n = 0; n < path->depth && !git_oid_equal(&now, &before); n++)
    if (!descend(self, &now, path, n, error) || !descend(self, &before, path, n, error))
      return FALSE;
  *same = git_oid_equal(&now, &before);
  return TRUE;
}

gboolean adref_log_has_same_files(const AdrefLog *self, const char *const *paths, gboolean *same,
                                  GError **error)
{
  gboolean done = TRUE;
  *same = TRUE;
  adref_git_skip_hash_check(TRUE);
  for (; done && *same && *paths; paths++) {
    LogPath path = {0};
    done = read_path(self->repo, *paths, &path, error) && compare_path(self, &path, same, error);
    path_clear(&path);
  }
  adref_git_skip_hash_check(FALSE);
  return done;
}

gboolean adref_log_is_shallow(const AdrefLog *self)
{
  return self->shallow;
}

static void entry_free(gpointer entry)
{
  adref_log_entry_free(entry);
}

GPtrArray *adref_repo_log(AdrefRepo *repo, const char *folder, guint limit, GError **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
  g_autoptr(AdrefLog) log = adref_log_new(repo, folder, NULL, error);
  gboolean found = log != NULL;
  while (found && (limit == 0 || entries->len < limit)) {
    if (!adref_log_next(log, &found, error))
      return NULL;
    if (found)
      g_ptr_array_add(entries, adref_log_entry(log));
  }
  return log ? g_steal_pointer(&entries) : NULL;
}

AdrefLogEntry *adref_repo_log_entry(AdrefRepo *repo, const AdrefVersion *version, GError **error)
{
  git_oid id;
  g_autoptr(git_commit) commit = NULL;
  int status = git_oid_fromstr(&id, version->id);
  if (status == 0)
    status = git_commit_lookup(&commit, repo->git, &id);
  if (status == 0)
    return adref_log_entry_read(commit, NULL);
  adref_git_fail_object(repo->git, error, status, "version %.10s cannot be read", version->id);
  return NULL;
}

static void free_blob(gpointer blob)
{
  git_blob_free(blob);
}

GBytes *adref_repo_read_blob(AdrefRepo *repo, const char *id, GError **error)
{
  git_oid oid;
  git_blob *blob = NULL;
  int status = git_oid_fromstr(&oid, id);
  adref_git_skip_hash_check(TRUE);
  if (status == 0)
    status = git_blob_lookup(&blob, repo->git, &oid);
  adref_git_skip_hash_check(FALSE);
  if (status != 0) {
    adref_git_fail_object(repo->git, error, status, "a text cannot be read");
    return NULL;
  }
  return g_bytes_new_with_free_func(git_blob_rawcontent(blob), (gsize)git_blob_rawsize(blob),
                                    free_blob, blob);
}

/* The id of a file in a tree; "" where there is none. Caller frees. */
static char *file_id(const git_tree *tree, const char *name)
{
  char id[GIT_OID_HEXSZ + 1] = "";
  const git_tree_entry *entry = git_tree_entry_byname(tree, name);
  if (entry && git_tree_entry_type(entry) == GIT_OBJECT_BLOB)
    git_oid_tostr(id, sizeof id, git_tree_entry_id(entry));
  return g_strdup(id);
}

char **adref_repo_tree_entry_ids(AdrefRepo *repo, const char *folder, const char *const *names,
                                 GError **error)
{
  git_oid oid;
  g_autoptr(git_tree) tree = NULL;
  int status = *folder ? git_oid_fromstr(&oid, folder) : 0;
  if (*folder && status == 0)
    status = git_tree_lookup(&tree, repo->git, &oid);
  if (status != 0) {
    adref_git_fail_object(repo->git, error, status, "a folder cannot be read");
    return NULL;
  }
  guint count = g_strv_length((char **)(guintptr)names);
  char **ids = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++)
    ids[i] = tree ? file_id(tree, names[i]) : g_strdup("");
  return ids;
}

char *adref_repo_tree_entry_id(AdrefRepo *repo, const char *folder, const char *name,
                               GError **error)
{
  const char *const names[] = {name, NULL};
  char **ids = adref_repo_tree_entry_ids(repo, folder, names, error);
  char *id = ids ? ids[0] : NULL;
  g_free(ids);
  return id;
}

GHashTable *adref_repo_folder_files(AdrefRepo *repo, const char *folder)
{
  git_oid oid;
  g_autoptr(git_tree) tree = NULL;
  GHashTable *files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  if (!*folder || git_oid_fromstr(&oid, folder) != 0 ||
      git_tree_lookup(&tree, repo->git, &oid) != 0)
    return files;
  for (gsize i = 0; i < git_tree_entrycount(tree); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
    char id[GIT_OID_HEXSZ + 1];
    if (git_tree_entry_type(entry) == GIT_OBJECT_BLOB)
      g_hash_table_insert(files, g_strdup(git_tree_entry_name(entry)),
                          g_strdup(git_oid_tostr(id, sizeof id, git_tree_entry_id(entry))));
  }
  return files;
}
