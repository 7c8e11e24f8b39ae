#include "work/merge_reopened.h"

#include <string.h>

#include "base/string_order.h"
#include "sign/progress.h"
#include "work/records.h"

static void reopened_free(gpointer data)
{
  AdrefReopenedClause *clause = data;
  g_free(clause->statement);
  g_free(clause->clause);
  g_ptr_array_unref(clause->parties);
  g_free(clause);
}

/* What parties have agreed in a version of a statement: "CLAUSE PARTY" in one of two sets. */
typedef struct {
  GHashTable *agreed, *outdated;
} AgreedWords;

static void add_parties(GHashTable *set, const char *clause, const GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    g_hash_table_add(set, g_strdup_printf("%s %s", clause, (const char *)parties->pdata[i]));
}

static void add_progress(AgreedWords *words, const AdrefProgress *progress)
{
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    const char *id = clause->clause->as.clause->id;
    if (!id)
      continue;
    add_parties(words->agreed, id, clause->agreed);
    add_parties(words->agreed, id, clause->working_group);
    add_parties(words->outdated, id, clause->changed);
  }
  for (guint i = 0; i < progress->removed->len; i++) {
    const AdrefRemovedClause *removed = progress->removed->pdata[i];
    add_parties(words->outdated, removed->id, removed->agreed);
  }
}

/* Adds what parties agreed in these files; `from` is the version whose history they have. */
static void read_agreed(AdrefSession *session, AdrefSessionFiles *files, const char *id,
                        const AdrefVersion *from, AgreedWords *words)
{
  const AdrefStatement *statement = adref_session_facts(files, id, NULL);
  const AdrefParties *parties = statement ? adref_library_parties(files->library) : NULL;
  g_autoptr(AdrefSigningRule) rule =
      statement ? adref_signing_rule_read_begun(statement, parties, NULL) : NULL;
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_share(files->source, files->library, statement, rule,
                                           session->readings, NULL)
           : NULL;
  g_autoptr(GHashTable) records =
      versions ? adref_records_read(session, files->source, statement, versions, from, NULL) : NULL;
  if (!records || g_hash_table_size(records) == 0)
    return;
  g_autoptr(AdrefProgress) progress = adref_progress_new(versions, statement, parties, records);
  add_progress(words, progress);
}

static AgreedWords words_new(void)
{
  return (AgreedWords){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
}

static void words_clear(AgreedWords *words)
{
  g_hash_table_unref(words->agreed);
  g_hash_table_unref(words->outdated);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AgreedWords, words_clear)

static void add_reopened(GPtrArray *found, const char *statement, const char *line)
{
  const char *space = strchr(line, ' ');
  g_autofree char *clause = g_strndup(line, (gsize)(space - line));
  AdrefReopenedClause *last = found->len > 0 ? found->pdata[found->len - 1] : NULL;
  if (!last || strcmp(last->statement, statement) != 0 || strcmp(last->clause, clause) != 0) {
    last = g_new0(AdrefReopenedClause, 1);
    last->statement = g_strdup(statement);
    last->clause = g_steal_pointer(&clause);
    last->parties = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(found, last);
  }
  g_ptr_array_add(last->parties, g_strdup(space + 1));
}

static void compare_statement(AdrefSession *session, const AdrefVersionsMerge *merge,
                              const char *id, GPtrArray *found)
{
  g_auto(AgreedWords) before = words_new(), after = words_new();
  for (guint i = 0; i < merge->versions->len; i++) {
    const AdrefVersion *version = &g_array_index(merge->versions, AdrefVersion, i);
    AdrefSessionFiles *files = adref_session_files_of_version(session, version, NULL);
    if (files)
      read_agreed(session, files, id, version, &before);
  }
  AdrefSessionFiles *files = adref_session_files_of_version(session, &merge->merged->tree, NULL);
  if (files && g_hash_table_size(before.agreed) > 0)
    read_agreed(session, files, id, &merge->before, &after);
  g_autoptr(GPtrArray) lines = g_ptr_array_new();
  GHashTableIter iter;
  gpointer line;
  g_hash_table_iter_init(&iter, after.outdated);
  while (g_hash_table_iter_next(&iter, &line, NULL))
    if (g_hash_table_contains(before.agreed, line))
      g_ptr_array_add(lines, line);
  g_ptr_array_sort(lines, adref_string_order);
  for (guint i = 0; i < lines->len; i++)
    add_reopened(found, id, lines->pdata[i]);
}

GPtrArray *adref_merge_reopened_find(AdrefSession *session, const AdrefVersionsMerge *merge)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(reopened_free);
  for (char **id = merge->statements; *id; id++)
    compare_statement(session, merge, *id, found);
  return found;
}
