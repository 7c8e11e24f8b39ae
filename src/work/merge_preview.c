#include "work/merge_preview.h"

#include "work/versions_redline.h"

GString *adref_merge_preview(AdrefSession *session, const AdrefVersionsMerge *merge,
                             const AdrefComparisonOptions *options)
{
  GString *out = g_string_new(NULL);
  AdrefSessionFiles *files =
      merge->merged ? adref_session_files_of_version(session, &merge->merged->tree, NULL) : NULL;
  for (guint i = 0; merge->merged && i < merge->merged->files->len; i++) {
    const AdrefMergedTreeFile *file = merge->merged->files->pdata[i];
    const char *path = adref_repo_workspace_path(session->repo, file->path);
    const AdrefVersionsRedlineSide sides[] = {
        {session->files, &file->ours, "as it is"},
        {files ? files : session->files, &file->merged, "merged"}};
    if (path && adref_merge_file_kind(path) == ADREF_MERGE_FILE_TEXT &&
        !adref_tree_file_equal(&file->ours, &file->merged))
      adref_versions_redline_add(session, path, sides, options, out);
  }
  return out;
}
