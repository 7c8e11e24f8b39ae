#include "work/records.h"

#include <string.h>

#include "base/file.h"
#include "history/log.h"
#include "history/version_source.h"
#include "sign/older_acts.h"
#include "sign/settled_words.h"

/* Where records without the name of a statement are looked for. */
typedef struct {
  AdrefRepo *repo;
  AdrefFileSource *source;
  const AdrefVersion *from; /* NULL: the work folder */
} RecordSearch;

/* The first act of a record, as far as it is the same in every copy. Caller frees; NULL: no such
 * record, or it has no act. */
static char *first_act(AdrefFileSource *source, const char *path, const char *party)
{
  gsize length;
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_YAML_LIMIT, NULL);
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefPartyRecord) record =
      text ? adref_party_record_read(text, length, party, path, NULL) : NULL;
  if (!record || record->acts->len == 0)
    return NULL;
  const AdrefPartyAct *act = record->acts->pdata[0];
  const AdrefPartyActItem *item = act->items->pdata[0];
  return g_strdup_printf("%d %s %s %s %s", (int)act->type, act->time, item->clause, item->hashes,
                         act->by);
}

/* The version in which a file came into the history; FALSE: it is in none. */
static gboolean first_version(const RecordSearch *self, const char *path, AdrefVersion *version)
{
  g_autoptr(AdrefLog) log = adref_log_new(self->repo, path, self->from, NULL);
  gboolean found = log != NULL, any = FALSE;
  while (found && adref_log_next(log, &found, NULL) && found) {
    *version = adref_log_version(log);
    any = TRUE;
  }
  return any;
}

/* Whether the record at `other` was there when the one at `path` came. */
static gboolean was_before(const RecordSearch *self, const char *other, const char *path)
{
  AdrefVersion ours, theirs;
  if (!first_version(self, other, &theirs))
    return FALSE;
  if (!first_version(self, path, &ours))
    return TRUE;
  if (strcmp(ours.id, theirs.id) == 0)
    return FALSE;
  g_autoptr(AdrefFileSource) version = adref_version_source_new(self->repo, &ours, NULL);
  g_autoptr(GBytes) bytes = version ? version->read(version, other, ADREF_YAML_LIMIT, NULL) : NULL;
  return bytes != NULL;
}

/* The statement whose record `path` is a copy of; NULL: it is none. Caller frees. */
static char *find_original(const RecordSearch *self, char *const *files, const char *path,
                           const char *party)
{
  g_autofree char *act = first_act(self->source, path, party);
  g_autofree char *end = g_strdup_printf("/record/%s.yaml", party);
  for (; act && *files; files++) {
    if (!g_str_has_suffix(*files, end) || strcmp(*files, path) == 0)
      continue;
    g_autofree char *other = first_act(self->source, *files, party);
    if (g_strcmp0(act, other) != 0 || !was_before(self, *files, path))
      continue;
    const char *name = *files + strlen("statements/");
    return g_strndup(name, strcspn(name, "/"));
  }
  return NULL;
}

static gboolean disown_copies(const RecordSearch *self, const AdrefStatement *statement,
                              GHashTable *records, GError **error)
{
  GHashTableIter iter;
  gpointer value;
  g_auto(GStrv) files = NULL;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    AdrefPartyRecord *record = value;
    if (record->statement || record->acts->len == 0)
      continue;
    if (!files)
      files = self->source->list(self->source, "statements", error);
    if (!files)
      return FALSE;
    g_autofree char *path = adref_party_record_path(statement->folder, record->party);
    g_autofree char *original = find_original(self, files, path, record->party);
    if (original)
      adref_party_record_disown(record, original);
  }
  return TRUE;
}

/* Marks the brackets that parties have recorded as words. */
static void settle_words(const AdrefSession *session, const AdrefStatement *statement,
                         const AdrefLanguageVersions *versions, GHashTable *records)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  const AdrefSettledWords settled = {statement, adref_library_parties(session->library), records,
                                     hashes};
  adref_settled_words_apply(&settled, versions);
}

GHashTable *adref_records_read(AdrefSession *session, AdrefFileSource *source,
                               const AdrefStatement *statement,
                               const AdrefLanguageVersions *versions, const AdrefVersion *from,
                               GError **error)
{
  g_autoptr(GHashTable) records = adref_party_records_read(source, statement->folder, error);
  AdrefRepo *repo = records ? adref_session_repo(session, NULL) : NULL;
  AdrefOlderActsOptions options = {repo, from, statement->folder, versions,
                                   adref_library_parties(session->library)};
  const RecordSearch search = {repo, source, from};
  if (repo && !disown_copies(&search, statement, records, error))
    return NULL;
  if (repo && !adref_older_acts_read(&options, records, error))
    return NULL;
  if (records)
    settle_words(session, statement, versions, records);
  return g_steal_pointer(&records);
}
