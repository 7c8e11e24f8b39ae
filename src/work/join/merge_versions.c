#include "work/join/merge_versions.h"

#include <string.h>

#include "base/string_list.h"
#include "history/common_base.h"
#include "history/join.h"
#include "work/join/incoming_check.h"
#include "work/join/merge_base.h"
#include "work/join/merge_reopened.h"
#include "work/join/merge_texts.h"
#include "work/join/side_party.h"
#include "work/needs.h"
#include "work/user_key.h"

void adref_versions_merge_free(AdrefVersionsMerge *merge)
{
  if (!merge)
    return;
  adref_merged_trees_free(merge->merged);
  g_strfreev(merge->parties);
  g_strfreev(merge->names);
  g_strfreev(merge->statements);
  g_clear_pointer(&merge->versions, g_array_unref);
  g_clear_pointer(&merge->owned, g_ptr_array_unref);
  g_clear_pointer(&merge->tables, g_ptr_array_unref);
  g_free(merge);
}

/* The joining while it is done. */
typedef struct {
  AdrefSession *session;
  const AdrefMergeVersionsOptions *options;
  GArray *sides; /* of AdrefMergeVersion; the first is ours */
  AdrefVersionsMerge *merge;
} VersionsOperation;

static void clear(VersionsOperation *self)
{
  g_clear_pointer(&self->sides, g_array_unref);
  adref_versions_merge_free(self->merge);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(VersionsOperation, clear)

static AdrefMergeVersion *side_at(const VersionsOperation *self, guint i)
{
  return &g_array_index(self->sides, AdrefMergeVersion, i);
}

/* A copy that lives as long as the report. */
static const char *keep(const VersionsOperation *self, const char *text)
{
  char *copy = g_strdup(text);
  if (copy)
    g_ptr_array_add(self->merge->owned, copy);
  return copy;
}

/* --- which versions --- */

/* Whether a version has all of another one, and is not the same. */
static gboolean contains(const VersionsOperation *self, const AdrefVersion *newer,
                         const AdrefVersion *older, gboolean *does, GError **error)
{
  return adref_repo_is_ancestor(self->session->repo, older, newer, does, error);
}

/* Whether the branch, or one of the other versions, has the version already. Of equal ones the
 * first counts. */
static gboolean is_contained(const VersionsOperation *self, guint i, gboolean *is, GError **error)
{
  const AdrefMergeVersionsOptions *options = self->options;
  if (!contains(self, &self->merge->before, &options->versions[i], is, error))
    return FALSE;
  for (guint n = 0; n < options->count && !*is; n++) {
    if (n == i || (n > i && strcmp(options->versions[n].id, options->versions[i].id) == 0))
      continue;
    if (!contains(self, &options->versions[n], &options->versions[i], is, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean list_sides(VersionsOperation *self, GError **error)
{
  const AdrefMergeVersionsOptions *options = self->options;
  const char *branch = adref_repo_branch(self->session->repo);
  if (!adref_repo_resolve(self->session->repo, NULL, "HEAD", &self->merge->before, error))
    return FALSE;
  self->sides = g_array_new(FALSE, TRUE, sizeof(AdrefMergeVersion));
  self->merge->owned = g_ptr_array_new_with_free_func(g_free);
  self->merge->tables = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
  AdrefMergeVersion ours = {self->merge->before, keep(self, options->own_party),
                            keep(self, branch ? branch : "HEAD"), NULL,
                            adref_side_time(self->session, &self->merge->before)};
  g_array_append_val(self->sides, ours);
  for (guint i = 0; i < options->count; i++) {
    gboolean contained;
    if (!is_contained(self, i, &contained, error))
      return FALSE;
    AdrefMergeVersion side = {
        options->versions[i], keep(self, options->parties ? options->parties[i] : NULL),
        keep(self, options->names[i]), NULL, adref_side_time(self->session, &options->versions[i])};
    if (!contained)
      g_array_append_val(self->sides, side);
  }
  return TRUE;
}

static gboolean check_sides(const VersionsOperation *self, GError **error)
{
  for (guint i = 1; i < self->sides->len; i++)
    if (!adref_incoming_check(self->session, &side_at(self, i)->version, side_at(self, i)->name,
                              error))
      return FALSE;
  return TRUE;
}

static gboolean find_party(VersionsOperation *self, guint side, GError **error)
{
  AdrefMergeVersion *version = side_at(self, side);
  g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(AdrefVersion));
  g_autoptr(GError) unread = NULL;
  for (guint i = 0; i < self->sides->len; i++)
    if (i != side)
      g_array_append_val(others, side_at(self, i)->version);
  if (version->party)
    return TRUE;
  version->parties = adref_side_parties_new();
  g_ptr_array_add(self->merge->tables, version->parties);
  g_autofree char *party = adref_side_party_find(
      self->session, &version->version, (const AdrefVersion *)(gpointer)others->data, others->len,
      side == 0 ? self->options->usual_party : NULL, version->name, version->parties, &unread);
  if (unread) {
    g_propagate_error(error, g_steal_pointer(&unread));
    return FALSE;
  }
  version->party = keep(self, party);
  return TRUE;
}

static gboolean find_parties(VersionsOperation *self, GError **error)
{
  GPtrArray *parties = g_ptr_array_new(), *names = g_ptr_array_new();
  gboolean found = TRUE;
  self->merge->versions = g_array_new(FALSE, FALSE, sizeof(AdrefVersion));
  for (guint i = 0; i < self->sides->len && found; i++) {
    found = find_party(self, i, error);
    g_array_append_val(self->merge->versions, side_at(self, i)->version);
    g_ptr_array_add(parties, g_strdup(side_at(self, i)->party ? side_at(self, i)->party : ""));
    g_ptr_array_add(names, g_strdup(side_at(self, i)->name));
  }
  g_ptr_array_add(parties, NULL);
  g_ptr_array_add(names, NULL);
  self->merge->parties = (char **)g_ptr_array_free(parties, FALSE);
  self->merge->names = (char **)g_ptr_array_free(names, FALSE);
  return found;
}

/* --- joining --- */

/* The refusal of alternatives of which nobody knows the party; a secretariat that joins texts has
 * none. */
static void refuse_nameless(const VersionsOperation *self, const char *path, guint side,
                            GError **error)
{
  if (side == 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: alternatives stand in brackets, and nobody knows whose those of your own text "
                "are; say it with --as, your party first and then that of each version (--as "
                "JPN,ASEAN); where you act for no party, --unnamed leaves yours without a name",
                path);
  else
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: alternatives stand in brackets, and nobody knows whose those of %s are; say "
                "it with --as, the party of each version (--as ASEAN), or leave them without a "
                "name (--unnamed)",
                path, side_at(self, side)->name);
}

static gboolean check_names(const VersionsOperation *self, GError **error)
{
  const GPtrArray *files = self->merge->merged->files;
  for (guint i = 0; self->options->needs_names && i < files->len; i++) {
    const AdrefMergedTreeFile *file = files->pdata[i];
    if (file->nameless == 0)
      continue;
    refuse_nameless(self, file->path, file->nameless - 1, error);
    return FALSE;
  }
  return TRUE;
}

/* The statement whose file this is; NULL: of none. Caller frees. */
static char *statement_of(const VersionsOperation *self, const char *path)
{
  const char *inside = adref_repo_workspace_path(self->session->repo, path);
  if (!inside || !g_str_has_prefix(inside, "statements/"))
    return NULL;
  const char *id = inside + strlen("statements/"), *end = strchr(id, '/');
  return end ? g_strndup(id, (gsize)(end - id)) : NULL;
}

/* Those that the result has; its files are sorted by path. */
static void list_statements(VersionsOperation *self)
{
  GPtrArray *ids = g_ptr_array_new();
  for (guint i = 0; i < self->merge->merged->files->len; i++) {
    const AdrefMergedTreeFile *file = self->merge->merged->files->pdata[i];
    char *id = *file->merged.id ? statement_of(self, file->path) : NULL;
    if (id && (ids->len == 0 || strcmp(ids->pdata[ids->len - 1], id) != 0))
      g_ptr_array_add(ids, id);
    else
      g_free(id);
  }
  g_ptr_array_add(ids, NULL);
  self->merge->statements = (char **)g_ptr_array_free(ids, FALSE);
}

static gboolean join_trees(VersionsOperation *self, GError **error)
{
  g_autofree AdrefVersion *versions = g_new0(AdrefVersion, self->sides->len);
  AdrefMergeTreesOptions options = {.sides = (const AdrefMergeVersion *)(gpointer)self->sides->data,
                                    .count = self->sides->len};
  for (guint i = 0; i < self->sides->len; i++)
    versions[i] = options.sides[i].version;
  if (!adref_merge_base_find(self->session, versions, options.count, &options.base, error))
    return FALSE;
  if (options.count == 2 && strcmp(options.base.id, versions[0].id) == 0)
    self->merge->outcome = ADREF_MERGE_FAST_FORWARD;
  self->merge->merged = adref_merge_trees(self->session, &options, error);
  if (!self->merge->merged || !check_names(self, error))
    return FALSE;
  list_statements(self);
  return TRUE;
}

/* --- what a person picked --- */

static gboolean put_picked(VersionsOperation *self, AdrefMergedTreeFile *file, GError **error)
{
  GBytes *bytes = g_hash_table_lookup(self->options->picked, file->path);
  if (!bytes)
    return TRUE;
  g_clear_pointer(&file->report, adref_merge_report_free);
  file->is_joined = TRUE;
  g_ptr_array_add(file->notes, g_strdup("as it was picked"));
  return adref_merged_trees_put(self->session, self->merge->merged, &self->merge->before, file,
                                bytes, error);
}

static gboolean put_all_picked(VersionsOperation *self, GError **error)
{
  const GPtrArray *files = self->merge->merged->files;
  for (guint i = 0; self->options->picked && i < files->len; i++)
    if (!put_picked(self, files->pdata[i], error))
      return FALSE;
  if (self->options->only_picked)
    self->merge->outcome = ADREF_MERGE_PICKED;
  else if (self->options->picked && g_hash_table_size(self->options->picked) > 0)
    self->merge->outcome = ADREF_MERGE_JOINED;
  return TRUE;
}

static gboolean check_seen(const VersionsOperation *self, GError **error)
{
  const AdrefVersion *seen = self->options->seen;
  if (!seen || strcmp(seen->id, self->merge->before.id) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "somebody saved version %.8s meanwhile, so nothing was merged; try again",
              self->merge->before.id);
  return FALSE;
}

/* --- the new version --- */

static char *make_subject(const VersionsOperation *self)
{
  if (self->options->subject)
    return g_strdup(self->options->subject);
  GString *subject = g_string_new("Merge ");
  for (guint i = 1; i < self->sides->len; i++)
    g_string_append_printf(subject, "%s%s", i > 1 ? ", " : "", side_at(self, i)->name);
  return g_string_free(subject, FALSE);
}

static char **make_trailers(const VersionsOperation *self)
{
  g_autoptr(GStrvBuilder) trailers = g_strv_builder_new();
  for (char **id = self->merge->statements; *id; id++) {
    g_autofree char *line = g_strdup_printf("Statement: %s", *id);
    g_strv_builder_add(trailers, line);
  }
  g_strv_builder_add(trailers, self->options->only_picked ? "Action: pick" : "Action: merge");
  return g_strv_builder_end(trailers);
}

/* What becomes otherwise than in the version of the branch. */
typedef struct {
  GPtrArray *paths; /* of const char * */
  GArray *old, *new;
  GArray *others; /* of AdrefVersion */
} WrittenFiles;

static void written_clear(WrittenFiles *files)
{
  g_clear_pointer(&files->paths, g_ptr_array_unref);
  g_clear_pointer(&files->old, g_array_unref);
  g_clear_pointer(&files->new, g_array_unref);
  g_clear_pointer(&files->others, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WrittenFiles, written_clear)

static AdrefJoinOptions list_written(const VersionsOperation *self, WrittenFiles *files)
{
  files->paths = g_ptr_array_new();
  files->old = g_array_new(FALSE, TRUE, sizeof(AdrefTreeFile));
  files->new = g_array_new(FALSE, TRUE, sizeof(AdrefTreeFile));
  files->others = g_array_new(FALSE, TRUE, sizeof(AdrefVersion));
  for (guint i = 0; i < self->merge->merged->files->len; i++) {
    const AdrefMergedTreeFile *file = self->merge->merged->files->pdata[i];
    if (adref_tree_file_equal(&file->here, &file->merged) ||
        (self->options->only_picked && !g_hash_table_contains(self->options->picked, file->path)))
      continue;
    g_ptr_array_add(files->paths, file->path);
    g_array_append_val(files->old, file->here);
    g_array_append_val(files->new, file->merged);
  }
  for (guint i = 1; i < self->sides->len && !self->options->only_picked; i++)
    g_array_append_val(files->others, side_at(self, i)->version);
  return (AdrefJoinOptions){
      .ours = self->merge->before,
      .others = (const AdrefVersion *)(gpointer)files->others->data,
      .count = files->others->len,
      .paths = (char *const *)files->paths->pdata,
      .old = (const AdrefTreeFile *)(gpointer)files->old->data,
      .new = (const AdrefTreeFile *)(gpointer)files->new->data,
      .file_count = files->paths->len,
  };
}

static gboolean write_version(VersionsOperation *self, GError **error)
{
  g_auto(WrittenFiles) files = {NULL};
  g_auto(AdrefUserKey) key = {0};
  AdrefJoinOptions join = list_written(self, &files);
  g_autofree char *subject = make_subject(self);
  g_auto(GStrv) trailers = make_trailers(self);
  AdrefRepoSaveOptions message = {
      .subject = subject, .body = self->options->body, .trailers = (const char *const *)trailers};
  if (self->merge->outcome != ADREF_MERGE_FAST_FORWARD)
    join.message = &message;
  if (self->options->dry_run)
    return adref_join_check(self->session->repo, &join, error);
  return adref_user_key_sign_version(self->session, &key, &message.signer, error) &&
         adref_join(self->session->repo, &join, &self->merge->version, error);
}

AdrefVersionsMerge *adref_merge_versions(AdrefSession *session,
                                         const AdrefMergeVersionsOptions *options, GError **error)
{
  g_auto(VersionsOperation) self = {.session = session, .options = options};
  self.merge = g_new0(AdrefVersionsMerge, 1);
  self.merge->outcome = ADREF_MERGE_JOINED;
  if (!adref_session_lock(session, error) || !adref_session_open_workspace(session, error) ||
      !adref_repo_check_state(session->repo, error) ||
      !adref_session_check_identity(session, error) || !list_sides(&self, error) ||
      !check_sides(&self, error) || !check_seen(&self, error) || !find_parties(&self, error))
    return NULL;
  self.merge->version = self.merge->before;
  if (self.sides->len == 1)
    self.merge->outcome = ADREF_MERGE_UP_TO_DATE;
  else if (!join_trees(&self, error) || !put_all_picked(&self, error) ||
           !write_version(&self, error))
    return NULL;
  return g_steal_pointer(&self.merge);
}

/* --- the report --- */

/* "renamed", "deleted", "new", "joined", "taken". */
static const char *file_word(const AdrefMergedTreeFile *file)
{
  return file->is_joined     ? "joined"
         : file->is_renamed  ? "renamed with its statement"
         : !*file->merged.id ? "deleted"
         : !*file->ours.id   ? "new"
                             : "taken";
}

static void add_text_lines(GString *out, const char *path, const AdrefMergeReport *report)
{
  g_autoptr(GString) lines = adref_merge_report_write(report);
  g_auto(GStrv) each = g_strsplit(lines->str, "\n", -1);
  for (char **line = each; *line; line++)
    if (**line)
      g_string_append_printf(out, "%s: %s\n", path, *line);
}

static void add_file(GString *out, const AdrefSession *session, const AdrefMergedTreeFile *file)
{
  const char *inside = adref_repo_workspace_path(session->repo, file->path);
  g_autofree char *path = adref_escape_controls(inside ? inside : file->path, -1, FALSE);
  gboolean is_news = !adref_tree_file_equal(&file->ours, &file->merged);
  if (file->report && *file->ours.id)
    add_text_lines(out, path, file->report);
  else if (is_news || file->is_joined) {
    g_string_append_printf(out, "%s: %s", path, file_word(file));
    if (file->by->len > 0)
      g_string_append(out, " - ");
    adref_string_list_append(out, file->by, 0);
    g_string_append_c(out, '\n');
  }
  for (guint i = 0; i < file->notes->len; i++) {
    g_autofree char *note = adref_escape_controls(file->notes->pdata[i], -1, FALSE);
    g_string_append_printf(out, "%s: %s\n", path, note);
  }
}

static void add_reopened(GString *out, const AdrefReopenedClause *clause)
{
  g_ptr_array_add(clause->parties, NULL);
  g_autofree char *parties = g_strjoinv(", ", (char **)clause->parties->pdata);
  g_ptr_array_set_size(clause->parties, (gint)clause->parties->len - 1);
  g_string_append_printf(out, "%s: %s: agreed by %s to other words, and open again\n",
                         clause->statement, clause->clause, parties);
}

GString *adref_versions_merge_report(AdrefSession *session, const AdrefVersionsMerge *merge)
{
  GString *out = g_string_new(NULL);
  if (!merge->merged)
    return out;
  for (guint i = 0; i < merge->merged->files->len; i++)
    add_file(out, session, merge->merged->files->pdata[i]);
  g_autoptr(GPtrArray) reopened = adref_merge_reopened_find(session, merge);
  for (guint i = 0; i < reopened->len; i++)
    add_reopened(out, reopened->pdata[i]);
  return out;
}
