#include "work/versions_redline.h"

#include "history/log.h"
#include "history/tree_changes.h"
#include "work/merge_file.h"

static AdrefText *load(AdrefSession *session, const AdrefVersion *version, const char *path,
                       const AdrefTreeFile *file)
{
  AdrefSessionFiles *files = adref_session_files_of_version(session, version, NULL);
  g_autoptr(GBytes) bytes = *file->id ? adref_repo_read_blob(session->repo, file->id, NULL) : NULL;
  g_autoptr(GBytes) none = g_bytes_new_static("", 0);
  return adref_text_load_bytes(session, files ? files : session->files, path, path,
                               bytes ? bytes : none);
}

static void add_redline(AdrefSession *session, const AdrefVersion versions[2], const char *path,
                        const AdrefTreeChange *change, const AdrefComparisonOptions *options,
                        GString *out)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *old = g_strdup_printf("%s as it is", path);
  g_autofree char *new = g_strdup_printf("%s as it would be", path);
  g_autoptr(AdrefComparison) comparison = adref_comparison_new(
      load(session, &versions[0], path, &change->base),
      load(session, &versions[1], path, &change->sides[0]), old, new, FALSE, &cause);
  g_autoptr(GString) redline =
      comparison ? adref_comparison_write(comparison, options, &cause) : NULL;
  if (redline)
    g_string_append_len(out, redline->str, (gssize)redline->len);
  else
    g_string_append_printf(out, "%s: no redline: %s", path, cause->message);
  g_string_append_c(out, '\n');
}

GString *adref_versions_redline(AdrefSession *session, const AdrefVersion *old,
                                const AdrefVersion *new, const AdrefComparisonOptions *options,
                                GError **error)
{
  const AdrefVersion versions[] = {*old, *new};
  g_autoptr(GPtrArray) changes = adref_repo_tree_changes(session->repo, old, new, 1, error);
  if (!changes)
    return NULL;
  GString *out = g_string_new(NULL);
  g_autoptr(GString) others = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++) {
    const AdrefTreeChange *change = changes->pdata[i];
    const char *path = adref_repo_workspace_path(session->repo, change->path);
    if (path && adref_merge_file_kind(path) == ADREF_MERGE_FILE_TEXT)
      add_redline(session, versions, path, change, options, out);
    else
      g_string_append_printf(others, "%s%s", others->len > 0 ? ", " : "", change->path);
  }
  if (others->len > 0)
    g_string_append_printf(out, "other files that change: %s\n", others->str);
  return out;
}
