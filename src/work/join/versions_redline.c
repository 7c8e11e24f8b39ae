#include "work/join/versions_redline.h"

#include "history/log.h"
#include "work/join/merge_file.h"

static AdrefText *load(AdrefSession *session, const char *path,
                       const AdrefVersionsRedlineSide *side)
{
  const char *id = side->file->id;
  g_autoptr(GBytes) bytes = *id ? adref_repo_read_blob(session->repo, id, NULL) : NULL;
  g_autoptr(GBytes) none = g_bytes_new_static("", 0);
  return adref_text_load_bytes(session, side->files, path, path, bytes ? bytes : none);
}

AdrefComparison *adref_versions_redline_compare(AdrefSession *session, const char *path,
                                                const AdrefVersionsRedlineSide sides[2],
                                                GError **error)
{
  g_autofree char *old = g_strdup_printf("%s %s", path, sides[0].what);
  g_autofree char *new = g_strdup_printf("%s %s", path, sides[1].what);
  return adref_comparison_new(load(session, path, &sides[0]), load(session, path, &sides[1]), old,
                              new, FALSE, error);
}

void adref_versions_redline_add(AdrefSession *session, const char *path,
                                const AdrefVersionsRedlineSide sides[2],
                                const AdrefComparisonOptions *options, GString *out)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefComparison) comparison =
      adref_versions_redline_compare(session, path, sides, &cause);
  g_autoptr(GString) redline =
      comparison ? adref_comparison_write(comparison, options, &cause) : NULL;
  if (redline)
    g_string_append_len(out, redline->str, (gssize)redline->len);
  else
    g_string_append_printf(out, "%s: no redline: %s", path, cause->message);
  g_string_append_c(out, '\n');
}

static AdrefSessionFiles *files_of(AdrefSession *session, const AdrefVersion *version)
{
  AdrefSessionFiles *files = adref_session_files_of_version(session, version, NULL);
  return files ? files : session->files;
}

GString *adref_versions_redline(AdrefSession *session, const AdrefVersion *old,
                                const AdrefVersion *new, const AdrefComparisonOptions *options,
                                GError **error)
{
  g_autoptr(GPtrArray) changes = adref_repo_tree_changes(session->repo, old, new, 1, error);
  if (!changes)
    return NULL;
  GString *out = g_string_new(NULL);
  g_autoptr(GString) others = g_string_new(NULL);
  for (guint i = 0; i < changes->len; i++) {
    const AdrefTreeChange *change = changes->pdata[i];
    const char *path = adref_repo_workspace_path(session->repo, change->path);
    const AdrefVersionsRedlineSide sides[] = {
        {files_of(session, old), &change->base, "as it is"},
        {files_of(session, new), &change->sides[0], "as it would be"}};
    if (path && adref_merge_file_kind(path) == ADREF_MERGE_FILE_TEXT)
      adref_versions_redline_add(session, path, sides, options, out);
    else
      g_string_append_printf(others, "%s%s", others->len > 0 ? ", " : "", change->path);
  }
  if (others->len > 0)
    g_string_append_printf(out, "other files that change: %s\n", others->str);
  return out;
}
