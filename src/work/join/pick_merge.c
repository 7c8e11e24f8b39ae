#include "work/join/pick_merge.h"

#include <string.h>

#include "history/log.h"
#include "work/join/versions_redline.h"

static void text_free(gpointer data)
{
  AdrefPickedText *text = data;
  g_free(text->path);
  g_free(text->name);
  adref_picking_free(text->picking);
  g_clear_pointer(&text->parties, g_hash_table_unref);
  g_free(text);
}

void adref_pick_merge_free(AdrefPickMerge *pick)
{
  if (!pick)
    return;
  g_ptr_array_unref(pick->texts);
  g_free(pick);
}

/* --- whose the changes are --- */

/* The side that changed each clause, where it is one alone. */
static GHashTable *sides_of(const AdrefMergeReport *report)
{
  GHashTable *sides = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; report && i < report->events->len; i++) {
    const AdrefMergeEvent *event = report->events->pdata[i];
    const char *known = g_hash_table_lookup(sides, event->clause);
    const char *side = event->sides->len == 1 ? event->sides->pdata[0] : "";
    g_hash_table_insert(sides, g_strdup(event->clause),
                        g_strdup(!known || strcmp(known, side) == 0 ? side : ""));
  }
  return sides;
}

/* Of one version that was merged its party, or the clauses of its parties; of several the clauses
 * of each. */
static void find_parties(AdrefPickedText *text, const AdrefVersionsMerge *merge,
                         const AdrefMergedTreeFile *file)
{
  gboolean is_one = g_strv_length(merge->parties) == 2;
  if (is_one && *merge->parties[1])
    text->options.party = merge->parties[1];
  else if (is_one && merge->tables->len > 0)
    text->parties = g_hash_table_ref(merge->tables->pdata[merge->tables->len - 1]);
  else
    text->parties = sides_of(file->report);
  text->options.parties = text->parties;
}

/* --- the texts --- */

static gboolean is_walked(const AdrefMergedTreeFile *file, const char *path)
{
  return path && adref_merge_file_kind(path) == ADREF_MERGE_FILE_TEXT && *file->ours.id &&
         *file->merged.id && adref_tree_file_equal(&file->here, &file->ours) &&
         !adref_tree_file_equal(&file->ours, &file->merged);
}

static AdrefPickedText *text_new(AdrefSession *session, const AdrefVersionsMerge *merge,
                                 const AdrefMergedTreeFile *file, const char *path, GError **error)
{
  AdrefSessionFiles *files = adref_session_files_of_version(session, &merge->merged->tree, NULL);
  const AdrefVersionsRedlineSide sides[] = {
      {session->files, &file->ours, "as it is"},
      {files ? files : session->files, &file->merged, "merged"}};
  AdrefComparison *comparison = adref_versions_redline_compare(session, path, sides, error);
  if (!comparison)
    return NULL;
  AdrefPickedText *text = g_new0(AdrefPickedText, 1);
  text->path = g_strdup(file->path);
  text->name = g_strdup(path);
  find_parties(text, merge, file);
  text->picking = adref_picking_new(comparison, &text->options);
  return text;
}

AdrefPickMerge *adref_pick_merge_new(AdrefSession *session, const AdrefVersionsMerge *merge,
                                     GError **error)
{
  g_autoptr(AdrefPickMerge) pick = g_new0(AdrefPickMerge, 1);
  pick->before = merge->before;
  pick->texts = g_ptr_array_new_with_free_func(text_free);
  for (guint i = 0; merge->merged && i < merge->merged->files->len; i++) {
    const AdrefMergedTreeFile *file = merge->merged->files->pdata[i];
    const char *path = adref_repo_workspace_path(session->repo, file->path);
    AdrefPickedText *text =
        is_walked(file, path) ? text_new(session, merge, file, path, error) : NULL;
    if (text)
      g_ptr_array_add(pick->texts, text);
    else if (is_walked(file, path))
      return NULL;
  }
  return g_steal_pointer(&pick);
}

guint adref_pick_merge_count(const AdrefPickMerge *pick, AdrefPickState state)
{
  guint count = 0;
  for (guint i = 0; i < pick->texts->len; i++)
    count +=
        adref_picking_count_state(((const AdrefPickedText *)pick->texts->pdata[i])->picking, state);
  return count;
}

/* --- the merge --- */

static void unref_bytes(gpointer bytes)
{
  g_bytes_unref(bytes);
}

/* "Merge JPN/main", "Some changes of JPN/main". Caller frees. */
static char *make_subject(const AdrefMergeVersionsOptions *options, gboolean is_part)
{
  if (options->subject)
    return g_strdup(options->subject);
  GString *subject = g_string_new(is_part ? "Some changes of " : "Merge ");
  for (guint i = 0; i < options->count; i++)
    g_string_append_printf(subject, "%s%s", i > 0 ? ", " : "", options->names[i]);
  return g_string_free(subject, FALSE);
}

/* What was picked of each text, and a line for each change. Caller frees. */
static char *make_body(const AdrefPickMerge *pick)
{
  GString *body = g_string_new(NULL);
  for (guint i = 0; i < pick->texts->len; i++) {
    const AdrefPickedText *text = pick->texts->pdata[i];
    g_autofree char *counts = adref_picking_counts(text->picking);
    g_autofree char *lines = adref_picking_lines(text->picking);
    if (counts)
      g_string_append_printf(body, "%s%s: %s\n%s", body->len > 0 ? "\n" : "", text->name, counts,
                             lines);
  }
  return g_string_free(body, FALSE);
}

/* Then the text is as the merge has it, byte for byte. */
static gboolean is_all_taken(const AdrefPicking *picking)
{
  return adref_picking_count_state(picking, ADREF_PICK_TAKEN) == adref_picking_count(picking);
}

AdrefVersionsMerge *adref_pick_merge_run(AdrefSession *session, const AdrefPickMerge *pick,
                                         const AdrefMergeVersionsOptions *options, GError **error)
{
  g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, unref_bytes);
  gboolean is_part = adref_pick_merge_count(pick, ADREF_PICK_OPEN) > 0;
  for (guint i = 0; i < pick->texts->len; i++) {
    const AdrefPickedText *text = pick->texts->pdata[i];
    if (is_part ? adref_picking_steps(text->picking) > 0 : !is_all_taken(text->picking))
      g_hash_table_insert(texts, text->path, adref_picking_result(text->picking));
  }
  g_autofree char *subject = make_subject(options, is_part), *body = make_body(pick);
  AdrefMergeVersionsOptions picked = *options;
  picked.dry_run = FALSE;
  picked.subject = subject;
  picked.body = body;
  picked.picked = texts;
  picked.seen = &pick->before;
  picked.only_picked = is_part;
  return adref_merge_versions(session, &picked, error);
}
