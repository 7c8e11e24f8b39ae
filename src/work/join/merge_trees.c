#include "work/join/merge_trees.h"

#include <string.h>

#include "history/log.h"
#include "history/version_source.h"

static const char statements[] = "statements/";

static void file_free(gpointer data)
{
  AdrefMergedTreeFile *file = data;
  g_free(file->path);
  g_clear_pointer(&file->by, g_ptr_array_unref);
  g_clear_pointer(&file->report, adref_merge_report_free);
  g_clear_pointer(&file->notes, g_ptr_array_unref);
  g_free(file);
}

void adref_merged_trees_free(AdrefMergedTrees *merged)
{
  if (!merged)
    return;
  g_clear_pointer(&merged->files, g_ptr_array_unref);
  g_free(merged);
}

typedef struct {
  AdrefSession *session;
  const AdrefMergeTreesOptions *options;
  GPtrArray *changes; /* of AdrefTreeChange */
  GHashTable
      *moved; /* set of paths: our version has the file below the old name of its statement */
  AdrefSessionFiles *files; /* how texts are read; NULL: not known yet */
  AdrefMergedTrees *merged;
} TreesMerge;

static void clear(TreesMerge *self)
{
  g_clear_pointer(&self->moved, g_hash_table_unref);
  g_clear_pointer(&self->changes, g_ptr_array_unref);
  adref_merged_trees_free(self->merged);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TreesMerge, clear)

static const char *workspace_path(const TreesMerge *self, const AdrefTreeChange *change)
{
  return adref_repo_workspace_path(self->session->repo, change->path);
}

/* --- statements that a side renamed --- */

/* "ID" of "statements/ID/...", and what follows; NULL: another path. Caller frees. */
static char *statement_of(const char *path, const char **rest)
{
  if (!path || !g_str_has_prefix(path, statements))
    return NULL;
  const char *id = path + strlen(statements), *slash = strchr(id, '/');
  if (!slash)
    return NULL;
  *rest = slash + 1;
  return g_strndup(id, (gsize)(slash - id));
}

static AdrefTreeChange *find_change(const TreesMerge *self, const char *id, const char *rest)
{
  g_autofree char *path = g_strconcat(statements, id, "/", rest, NULL);
  for (guint i = 0; i < self->changes->len; i++)
    if (g_strcmp0(workspace_path(self, self->changes->pdata[i]), path) == 0)
      return self->changes->pdata[i];
  return NULL;
}

/* Notes that a side calls a statement of the base `new` now, where its facts say so. */
static gboolean note_rename(const TreesMerge *self, guint side, const char *new,
                            GHashTable *renames, GError **error)
{
  g_autoptr(AdrefFileSource) source =
      adref_version_source_new(self->session->repo, &self->options->sides[side].version, error);
  if (!source)
    return FALSE;
  g_auto(GStrv) former = adref_statement_former_names(source, new);
  for (char **old = former; *old; old++) {
    const AdrefTreeChange *facts = find_change(self, *old, "statement.yaml");
    if (!facts || !*facts->base.id || *facts->sides[side].id)
      continue;
    const char *other = g_hash_table_lookup(renames, *old);
    if (other && strcmp(other, new) != 0) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "statement %s was renamed to %s and to %s; give it the same name in one of the "
                  "versions with `adref rename`, then join them again",
                  *old, other, new);
      return FALSE;
    }
    g_hash_table_insert(renames, g_strdup(*old), g_strdup(new));
    return TRUE;
  }
  return TRUE;
}

static gboolean find_renames(const TreesMerge *self, GHashTable *renames, GError **error)
{
  for (guint i = 0; i < self->changes->len; i++) {
    const AdrefTreeChange *change = self->changes->pdata[i];
    const char *rest;
    g_autofree char *id = statement_of(workspace_path(self, change), &rest);
    if (!id || strcmp(rest, "statement.yaml") != 0 || *change->base.id)
      continue;
    for (guint side = 0; side < self->options->count; side++)
      if (*change->sides[side].id && !note_rename(self, side, id, renames, error))
        return FALSE;
  }
  return TRUE;
}

/* Puts what the base and the other sides have below the old name below the new one. */
static void move_change(TreesMerge *self, AdrefTreeChange *change, const char *new,
                        const char *rest, GPtrArray *added)
{
  AdrefTreeChange *there = find_change(self, new, rest);
  if (!there) {
    gsize prefix = strlen(change->path) - strlen(workspace_path(self, change));
    g_autofree char *start = g_strndup(change->path, prefix);
    there = g_new0(AdrefTreeChange, 1);
    there->path = g_strconcat(start, statements, new, "/", rest, NULL);
    there->sides = g_new0(AdrefTreeFile, self->options->count);
    g_ptr_array_add(added, there);
  }
  if (!*there->sides[0].id && *change->sides[0].id)
    g_hash_table_add(self->moved, g_strdup(there->path));
  there->base = change->base;
  for (guint i = 0; i < self->options->count; i++)
    if (!*there->sides[i].id)
      there->sides[i] = change->sides[i];
  AdrefMergedTreeFile *gone = g_new0(AdrefMergedTreeFile, 1);
  gone->path = g_strdup(change->path);
  gone->ours = gone->here = change->sides[0];
  gone->by = g_ptr_array_new();
  gone->is_renamed = TRUE;
  gone->notes = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(self->merged->files, gone);
}

static gboolean follow_renames(TreesMerge *self, GError **error)
{
  g_autoptr(GHashTable) renames = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) added = g_ptr_array_new();
  if (!find_renames(self, renames, error))
    return FALSE;
  guint count = g_hash_table_size(renames) > 0 ? self->changes->len : 0;
  for (guint i = count; i-- > 0;) {
    AdrefTreeChange *change = self->changes->pdata[i];
    const char *rest;
    g_autofree char *id = statement_of(workspace_path(self, change), &rest);
    const char *new = id ? g_hash_table_lookup(renames, id) : NULL;
    if (!new)
      continue;
    move_change(self, change, new, rest, added);
    g_ptr_array_remove_index(self->changes, i);
  }
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add(self->changes, added->pdata[i]);
  return TRUE;
}

/* --- one file --- */

static const char *side_name(const TreesMerge *self, guint side)
{
  const AdrefMergeVersion *version = &self->options->sides[side];
  return version->party ? version->party : version->name;
}

/* "JPN/main (1a2b3c4d)": of a side, in messages. Caller frees. */
static char *full_name(const TreesMerge *self, guint side)
{
  const AdrefMergeVersion *version = &self->options->sides[side];
  return g_strdup_printf("%s (%.8s)", version->name, version->version.id);
}

/* The sides that have the file otherwise than the base (of guint). */
static GArray *changed_sides(const TreesMerge *self, const AdrefTreeChange *change)
{
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < self->options->count; i++)
    if (!adref_tree_file_equal(&change->base, &change->sides[i]))
      g_array_append_val(sides, i);
  return sides;
}

static gboolean all_alike(const AdrefTreeChange *change, const GArray *sides)
{
  for (guint i = 1; i < sides->len; i++)
    if (!adref_tree_file_equal(&change->sides[g_array_index(sides, guint, 0)],
                               &change->sides[g_array_index(sides, guint, i)]))
      return FALSE;
  return TRUE;
}

/* Who deleted a file, and who changed it; FALSE: nobody deleted it. */
static gboolean find_deleted(const AdrefTreeChange *change, const GArray *sides, guint *deleted,
                             guint *changed)
{
  gboolean found = FALSE;
  for (guint i = 0; i < sides->len; i++) {
    guint side = g_array_index(sides, guint, i);
    if (*change->sides[side].id)
      *changed = side;
    else
      *deleted = side;
    found = found || !*change->sides[side].id;
  }
  return found;
}

static gboolean is_file(const AdrefTreeFile *file)
{
  return file->mode == 0100644 || file->mode == 0100755;
}

static gboolean read_bytes(const TreesMerge *self, const AdrefTreeFile *file, GBytes **bytes,
                           GError **error)
{
  *bytes = *file->id ? adref_repo_read_blob(self->session->repo, file->id, error) : NULL;
  return !*file->id || *bytes;
}

/* What is known when a file is joined from several sides. */
typedef struct {
  GArray *sides; /* of AdrefMergeFileSide */
  GPtrArray *names;
  GBytes *base;
} FileJoin;

static void side_clear(gpointer side)
{
  g_clear_pointer(&((AdrefMergeFileSide *)side)->bytes, g_bytes_unref);
}

static void join_clear(FileJoin *join)
{
  g_clear_pointer(&join->sides, g_array_unref);
  g_clear_pointer(&join->names, g_ptr_array_unref);
  g_clear_pointer(&join->base, g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FileJoin, join_clear)

static gboolean read_join(const TreesMerge *self, const AdrefTreeChange *change,
                          const GArray *sides, FileJoin *join, GError **error)
{
  join->sides = g_array_new(FALSE, TRUE, sizeof(AdrefMergeFileSide));
  g_array_set_clear_func(join->sides, side_clear);
  join->names = g_ptr_array_new_with_free_func(g_free);
  if (!read_bytes(self, &change->base, &join->base, error))
    return FALSE;
  for (guint i = 0; i < sides->len; i++) {
    guint side = g_array_index(sides, guint, i);
    g_ptr_array_add(join->names, full_name(self, side));
    AdrefMergeFileSide read = {NULL,
                               self->options->sides[side].party,
                               join->names->pdata[join->names->len - 1],
                               side_name(self, side),
                               self->options->sides[side].parties,
                               self->options->sides[side].time};
    if (!read_bytes(self, &change->sides[side], &read.bytes, error))
      return FALSE;
    g_array_append_val(join->sides, read);
  }
  return TRUE;
}

static AdrefMergedFile *join_bytes(const TreesMerge *self, const AdrefTreeChange *change,
                                   const GArray *sides, GError **error)
{
  g_auto(FileJoin) join = {NULL};
  if (!read_join(self, change, sides, &join, error))
    return NULL;
  const char *path = workspace_path(self, change);
  g_autofree char *outside = g_strconcat("../", change->path, NULL);
  AdrefMergeFileOptions options = {
      .path = path ? path : outside,
      .files = self->files,
      .base = join.base,
      .sides = (const AdrefMergeFileSide *)(gpointer)join.sides->data,
      .count = join.sides->len,
  };
  return adref_merge_file(self->session, &options, error);
}

static guint joined_mode(const AdrefTreeChange *change, const GArray *sides)
{
  for (guint i = 0; i < sides->len; i++) {
    guint mode = change->sides[g_array_index(sides, guint, i)].mode;
    if (mode != change->base.mode)
      return mode;
  }
  return change->base.mode;
}

static gboolean fail_deleted(const TreesMerge *self, const AdrefTreeChange *change, guint deleted,
                             guint changed, GError **error)
{
  g_autofree char *one = full_name(self, deleted), *other = full_name(self, changed);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: %s deleted it, and %s changed it; delete it in both versions, or bring it back "
              "where it was deleted (`git restore --source=%.8s %s`, then save it), then join them "
              "again",
              change->path, one, other, self->options->sides[changed].version.id, change->path);
  return FALSE;
}

static gboolean join_file(const TreesMerge *self, const AdrefTreeChange *change,
                          const GArray *sides, AdrefMergedTreeFile *file, GError **error)
{
  guint deleted = 0, changed = 0;
  if (find_deleted(change, sides, &deleted, &changed))
    return fail_deleted(self, change, deleted, changed, error);
  for (guint i = 0; i < sides->len; i++)
    if (!is_file(&change->sides[g_array_index(sides, guint, i)])) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s: a symbolic link, or a repository of its own, which both versions changed; "
                  "join them with `git merge`",
                  change->path);
      return FALSE;
    }
  g_autoptr(AdrefMergedFile) joined = join_bytes(self, change, sides, error);
  if (!joined || !adref_repo_write_blob(self->session->repo, joined->bytes, file->merged.id, error))
    return FALSE;
  file->merged.mode = joined_mode(change, sides);
  file->is_joined = TRUE;
  file->report = g_steal_pointer(&joined->report);
  for (guint i = 0; file->report && i < sides->len; i++)
    if (file->nameless == 0 && g_hash_table_contains(file->report->nameless, GUINT_TO_POINTER(i)))
      file->nameless = g_array_index(sides, guint, i) + 1;
  g_ptr_array_unref(file->notes);
  file->notes = g_ptr_array_ref(joined->notes);
  return TRUE;
}

/* What a side did to a text that it alone changed. A text that does not read is taken as it is. */
static void report_text(const TreesMerge *self, const AdrefTreeChange *change, const GArray *sides,
                        AdrefMergedTreeFile *file)
{
  g_autoptr(GError) cause = NULL;
  if (!*file->merged.id || self->options->is_base)
    return;
  g_autoptr(AdrefMergedFile) alone = join_bytes(self, change, sides, &cause);
  if (alone)
    file->report = g_steal_pointer(&alone->report);
  else
    g_ptr_array_add(file->notes, g_strdup_printf("taken as it is, but %s", cause->message));
}

/* Each name once: several sides may be of one party. */
static void add_names(const TreesMerge *self, const GArray *sides, GPtrArray *names)
{
  for (guint i = 0; i < sides->len; i++) {
    const char *name = side_name(self, g_array_index(sides, guint, i));
    if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
      g_ptr_array_add(names, (gpointer)(guintptr)name);
  }
}

static gboolean merge_change(const TreesMerge *self, const AdrefTreeChange *change, GError **error)
{
  AdrefMergedTreeFile *file = g_new0(AdrefMergedTreeFile, 1);
  g_autoptr(GArray) sides = changed_sides(self, change);
  file->path = g_strdup(change->path);
  file->ours = change->sides[0];
  if (!g_hash_table_contains(self->moved, change->path))
    file->here = file->ours;
  file->by = g_ptr_array_new();
  file->notes = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(self->merged->files, file);
  add_names(self, sides, file->by);
  file->merged = change->base;
  if (sides->len > 0 && all_alike(change, sides)) {
    file->merged = change->sides[g_array_index(sides, guint, 0)];
    g_array_set_size(sides, 1);
    if (self->files)
      report_text(self, change, sides, file);
    return TRUE;
  }
  g_autoptr(GError) cause = NULL;
  if (sides->len == 0 || join_file(self, change, sides, file, &cause))
    return TRUE;
  if (self->options->only_facts)
    file->merged = change->sides[0];
  else if (!self->options->is_base)
    g_propagate_error(error, g_steal_pointer(&cause));
  return self->options->is_base || self->options->only_facts;
}

/* --- all files --- */

static gboolean is_text(const TreesMerge *self, const AdrefTreeChange *change)
{
  const char *path = workspace_path(self, change);
  return path && adref_merge_file_kind(path) == ADREF_MERGE_FILE_TEXT;
}

static gboolean merge_kind(TreesMerge *self, gboolean texts, GError **error)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (is_text(self, self->changes->pdata[i]) == texts &&
        !merge_change(self, self->changes->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The tree of ours with what was merged until now. */
static gboolean write_tree(AdrefSession *session, AdrefMergedTrees *merged,
                           const AdrefVersion *ours, GError **error)
{
  const GPtrArray *files = merged->files;
  g_autoptr(GPtrArray) paths = g_ptr_array_new();
  g_autoptr(GArray) written = g_array_new(FALSE, TRUE, sizeof(AdrefTreeFile));
  for (guint i = 0; i < files->len; i++) {
    const AdrefMergedTreeFile *file = files->pdata[i];
    if (adref_tree_file_equal(&file->here, &file->merged))
      continue;
    g_ptr_array_add(paths, file->path);
    g_array_append_val(written, file->merged);
  }
  return adref_repo_write_tree(session->repo, ours, (char *const *)paths->pdata,
                               (const AdrefTreeFile *)(gpointer)written->data, written->len,
                               &merged->tree, error);
}

gboolean adref_merged_trees_put(AdrefSession *session, AdrefMergedTrees *merged,
                                const AdrefVersion *ours, AdrefMergedTreeFile *file, GBytes *bytes,
                                GError **error)
{
  return adref_repo_write_blob(session->repo, bytes, file->merged.id, error) &&
         write_tree(session, merged, ours, error);
}

static gboolean find_changes(TreesMerge *self, GError **error)
{
  g_autofree AdrefVersion *versions = g_new0(AdrefVersion, self->options->count);
  for (guint i = 0; i < self->options->count; i++)
    versions[i] = self->options->sides[i].version;
  self->changes = adref_repo_tree_changes(self->session->repo, &self->options->base, versions,
                                          self->options->count, error);
  return self->changes && follow_renames(self, error);
}

static int compare_files(gconstpointer a, gconstpointer b)
{
  const AdrefMergedTreeFile *const *one = a, *const *other = b;
  return strcmp((*one)->path, (*other)->path);
}

/* Texts are read with the facts and parties of the result, so these come first. */
AdrefMergedTrees *adref_merge_trees(AdrefSession *session, const AdrefMergeTreesOptions *options,
                                    GError **error)
{
  g_auto(TreesMerge) self = {.session = session, .options = options};
  self.moved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  self.merged = g_new0(AdrefMergedTrees, 1);
  self.merged->files = g_ptr_array_new_with_free_func(file_free);
  const AdrefVersion *ours = &options->sides[0].version;
  if (!find_changes(&self, error) || !merge_kind(&self, FALSE, error) ||
      !write_tree(session, self.merged, ours, error))
    return NULL;
  if (options->only_facts)
    return g_steal_pointer(&self.merged);
  self.files = adref_session_files_of_version(session, &self.merged->tree, error);
  if (!self.files || !merge_kind(&self, TRUE, error) ||
      !write_tree(session, self.merged, ours, error))
    return NULL;
  for (guint i = 0; i < self.merged->files->len; i++) {
    const AdrefMergedTreeFile *file = self.merged->files->pdata[i];
    self.merged->brackets += file->report ? file->report->brackets : 0;
  }
  g_ptr_array_sort(self.merged->files, compare_files);
  return g_steal_pointer(&self.merged);
}
