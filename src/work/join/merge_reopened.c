#include "work/join/merge_reopened.h"

#include <string.h>

#include "base/string_order.h"
#include "sign/party_status.h"
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

/* What the record of a party agrees to, by the words as they are in these files. */
static void add_record(AgreedWords *words, const AdrefPartyRecord *record, GHashTable *records,
                       const AdrefParties *parties, AdrefClauseHashes *hashes)
{
  GHashTableIter iter;
  gpointer clause;
  g_hash_table_iter_init(&iter, record->latest_items);
  while (g_hash_table_iter_next(&iter, &clause, NULL)) {
    AdrefPartyStatus status =
        adref_party_status_of(record->party, clause, records, parties, hashes);
    gboolean agrees =
        status.type == ADREF_PARTY_STATUS_AGREED || status.type == ADREF_PARTY_STATUS_WORKING_GROUP;
    GHashTable *set = agrees                                       ? words->agreed
                      : status.type == ADREF_PARTY_STATUS_OUTDATED ? words->outdated
                                                                   : NULL;
    if (set)
      g_hash_table_add(set, g_strdup_printf("%s %s", (const char *)clause, record->party));
  }
}

/* Adds what parties agreed in these files; `from` is the version whose history they have. */
static void read_agreed(AdrefSession *session, AdrefSessionFiles *files, const char *id,
                        const AdrefVersion *from, AgreedWords *words)
{
  const AdrefStatement *statement = adref_session_facts(files, id, NULL);
  const AdrefParties *parties = statement ? adref_library_parties(files->library) : NULL;
  g_autoptr(AdrefLanguageVersions) versions =
      statement ? adref_language_versions_share_begun(files->source, files->library, statement,
                                                      session->readings, NULL)
                : NULL;
  g_autoptr(GHashTable) records =
      versions ? adref_records_read(session, files->source, statement, versions, from, NULL) : NULL;
  if (!records || g_hash_table_size(records) == 0)
    return;
  GHashTableIter iter;
  gpointer record;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    add_record(words, record, records, parties, hashes);
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
