#include "work/merge_preview.h"

#include "history/log.h"

static AdrefText *load(AdrefSession *session, AdrefSessionFiles *files, const char *path,
                       const AdrefTreeFile *file, const char *name)
{
  g_autoptr(GBytes) bytes = *file->id ? adref_repo_read_blob(session->repo, file->id, NULL) : NULL;
  g_autoptr(GBytes) none = g_bytes_new_static("", 0);
  return adref_text_load_bytes(session, files, path, name, bytes ? bytes : none);
}

static void add_redline(AdrefSession *session, AdrefSessionFiles *files, const char *path,
                        const AdrefMergedTreeFile *file, const AdrefComparisonOptions *options,
                        GString *out)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *name = g_strdup_printf("%s as it is", path);
  g_autofree char *new_name = g_strdup_printf("%s merged", path);
  g_autoptr(AdrefComparison) comparison = adref_comparison_new(
      load(session, session->files, path, &file->ours, path),
      load(session, files, path, &file->merged, path), name, new_name, FALSE, &cause);
  g_autoptr(GString) redline =
      comparison ? adref_comparison_write(comparison, options, &cause) : NULL;
  if (redline)
    g_string_append_len(out, redline->str, (gssize)redline->len);
  else
    g_string_append_printf(out, "%s: no redline: %s", path, cause->message);
  g_string_append_c(out, '\n');
}

GString *adref_merge_preview(AdrefSession *session, const AdrefVersionsMerge *merge,
                             const AdrefComparisonOptions *options)
{
  GString *out = g_string_new(NULL);
  AdrefSessionFiles *files =
      merge->merged ? adref_session_files_of_version(session, &merge->merged->tree, NULL) : NULL;
  for (guint i = 0; merge->merged && i < merge->merged->files->len; i++) {
    const AdrefMergedTreeFile *file = merge->merged->files->pdata[i];
    const char *path = adref_repo_workspace_path(session->repo, file->path);
    if (path && adref_merge_file_kind(path) == ADREF_MERGE_FILE_TEXT &&
        !adref_tree_file_equal(&file->ours, &file->merged))
      add_redline(session, files ? files : session->files, path, file, options, out);
  }
  return out;
}
