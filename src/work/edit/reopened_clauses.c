#include "work/edit/reopened_clauses.h"

#include "base/string_order.h"
#include "sign/party_status.h"
#include "work/records.h"

enum {
  MAX_LISTED = 5 /* clauses that are named; more are counted */
};

/* The parties whose agreement is to other words of the clause, as "JPN, THA"; "": none. Caller
 * frees. */
static char *outdated_parties(GHashTable *records, const char *id, const AdrefParties *parties,
                              AdrefClauseHashes *hashes)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const AdrefPartyRecord *record = value;
    if (adref_party_status_of(record->party, id, records, parties, hashes).type ==
        ADREF_PARTY_STATUS_OUTDATED)
      g_ptr_array_add(codes, record->party);
  }
  g_ptr_array_sort(codes, adref_string_order);
  g_ptr_array_add(codes, NULL);
  return g_strjoinv(", ", (char **)codes->pdata);
}

static void say(const AdrefSession *session, const AdrefStatement *statement,
                const AdrefLanguageVersions *versions, GHashTable *records, const GPtrArray *ids)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  guint count = 0;
  for (guint i = 0; i < ids->len; i++) {
    const char *id = ids->pdata[i];
    g_autofree char *codes = outdated_parties(records, id, parties, hashes);
    if (*codes && count++ < MAX_LISTED)
      adref_session_say(session, "%s: %s is no longer as %s agreed to it", statement->id, id,
                        codes);
  }
  if (count > MAX_LISTED)
    adref_session_say(session, "%s: and %u more (adref status %s --open)", statement->id,
                      count - MAX_LISTED, statement->id);
}

void adref_reopened_clauses_say(AdrefSession *session, const AdrefStatement *statement,
                                const GPtrArray *ids)
{
  g_autofree char *name = g_strconcat(statement->folder, "/record", NULL);
  g_autofree char *folder = adref_session_path(session, name);
  if (ids->len == 0 || !g_file_test(folder, G_FILE_TEST_IS_DIR))
    return;
  g_autoptr(AdrefLanguageVersions) versions = adref_language_versions_share_begun(
      session->files->source, session->library, statement, session->readings, NULL);
  g_autoptr(GHashTable) records = versions ? adref_records_read(session, session->files->source,
                                                                statement, versions, NULL, NULL)
                                           : NULL;
  if (records)
    say(session, statement, versions, records, ids);
}
