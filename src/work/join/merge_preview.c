#include "work/join/merge_preview.h"

#include <string.h>

#include "work/join/versions_redline.h"

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

/* The text of a statement in a language, where the merge changes it. */
static const AdrefMergedTreeFile *find_text(AdrefSession *session, const AdrefMergedTrees *merged,
                                            const AdrefStatement *statement, const char *language)
{
  g_autofree char *wanted = adref_statement_text_path(statement, language);
  for (guint i = 0; i < merged->files->len; i++) {
    const AdrefMergedTreeFile *file = merged->files->pdata[i];
    const char *path = adref_repo_workspace_path(session->repo, file->path);
    if (g_strcmp0(path, wanted) == 0)
      return file;
  }
  return NULL;
}

static gboolean has_event(const AdrefMergedTreeFile *file, const char *clause)
{
  const AdrefMergeReport *report = file ? file->report : NULL;
  for (guint i = 0; report && i < report->events->len; i++)
    if (strcmp(((const AdrefMergeEvent *)report->events->pdata[i])->clause, clause) == 0)
      return TRUE;
  return FALSE;
}

/* The clauses that the merge changes in the first language and not in another one. */
static void add_behind(GString *out, const AdrefMergedTreeFile *first,
                       const AdrefMergedTreeFile *other, const char *id, const char *language)
{
  g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < first->report->events->len; i++) {
    const AdrefMergeEvent *event = first->report->events->pdata[i];
    if (!*event->clause || event->type == ADREF_MERGE_MOVED ||
        event->type == ADREF_MERGE_AGREEMENT || has_event(other, event->clause) ||
        !g_hash_table_add(named, event->clause))
      continue;
    if (g_hash_table_size(named) == 1)
      g_string_append_printf(out, "%s: %s would be behind in ", id, language);
    g_string_append_printf(out, "%s%s", g_hash_table_size(named) > 1 ? ", " : "", event->clause);
  }
  if (g_hash_table_size(named) > 0)
    g_string_append_c(out, '\n');
}

GString *adref_merge_preview_behind(AdrefSession *session, const AdrefVersionsMerge *merge)
{
  GString *out = g_string_new(NULL);
  for (char **id = merge->statements; id && *id; id++) {
    const AdrefStatement *statement = adref_session_facts(session->files, *id, NULL);
    const AdrefMergedTreeFile *first =
        statement ? find_text(session, merge->merged, statement, statement->languages[0]) : NULL;
    if (!first || !first->report || adref_tree_file_equal(&first->ours, &first->merged))
      continue;
    for (char **language = statement->languages + 1; *language; language++) {
      g_autofree char *name = adref_statement_text_path(statement, *language);
      g_autofree char *path = adref_session_path(session, name);
      if (g_file_test(path, G_FILE_TEST_EXISTS))
        add_behind(out, first, find_text(session, merge->merged, statement, *language), *id,
                   *language);
    }
  }
  return out;
}
