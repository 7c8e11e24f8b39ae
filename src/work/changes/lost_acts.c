#include "work/changes/lost_acts.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "history/log.h"
#include "history/save.h"
#include "sign/adoption.h"
#include "sign/party_record.h"

/* What is known of the records while the log is walked. */
typedef struct {
  AdrefRepo *repo;
  AdrefFileSource *source; /* the files of now */
  const AdrefStatement *statement;
  GHashTable *blobs;   /* "PARTY ID", git's ids of records that were compared, and of those of
                          now */
  GHashTable *parties; /* whose records of the work folder were read */
  GHashTable *now;     /* party -> the text of its record there (GBytes) */
  GHashTable *acts;    /* party -> the set of the keys of its acts there, when it was needed */
  GHashTable *said;    /* keys of acts that were found to be lost */
  GHashTable *records; /* of now: only acts that they do not answer are named; NULL: all are */
  GPtrArray *lines;
} LostSearch;

static void free_bytes(gpointer bytes)
{
  g_bytes_unref(bytes);
}

static void free_table(gpointer table)
{
  g_hash_table_unref(table);
}

static GHashTable *new_set(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void clear(LostSearch *self)
{
  g_clear_pointer(&self->blobs, g_hash_table_unref);
  g_clear_pointer(&self->parties, g_hash_table_unref);
  g_clear_pointer(&self->now, g_hash_table_unref);
  g_clear_pointer(&self->acts, g_hash_table_unref);
  g_clear_pointer(&self->said, g_hash_table_unref);
  g_clear_pointer(&self->lines, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LostSearch, clear)

static void append(GString *key, const char *words)
{
  g_string_append_printf(key, "\n%s", words ? words : "");
}

/* All that an act says: adref never changes one, so another word is another act. Caller frees. */
static char *key_of(const char *party, const AdrefPartyAct *act)
{
  GString *key = g_string_new(NULL);
  g_string_printf(key, "%s %d %u", party, (int)act->type, act->form);
  append(key, act->time);
  append(key, act->by);
  append(key, act->reason);
  append(key, act->explanation);
  for (guint i = 0; i < act->items->len; i++) {
    const AdrefPartyActItem *item = act->items->pdata[i];
    append(key, item->clause);
    append(key, item->hashes);
  }
  return g_string_free(key, FALSE);
}

static gboolean is_of(const AdrefStatement *statement, const char *named)
{
  return strcmp(named, statement->id) == 0 ||
         g_strv_contains((const char *const *)statement->former, named);
}

/* NULL also for a record that came with the folder of another statement: the first act here puts
 * a new one in its place. */
static AdrefPartyRecord *read_record(const LostSearch *self, GBytes *bytes, const char *party)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  AdrefPartyRecord *record = adref_party_record_read(text, length, party, party, NULL);
  if (record && record->statement && !is_of(self->statement, record->statement))
    g_clear_pointer(&record, adref_party_record_free);
  return record;
}

/* Reads the record of the work folder, once; of a file that is gone the text is empty. */
static void read_now(LostSearch *self, const char *party)
{
  if (!g_hash_table_add(self->parties, g_strdup(party)))
    return;
  g_autoptr(GError) cause = NULL;
  g_autofree char *path = adref_party_record_path(self->statement->folder, party);
  g_autoptr(GBytes) bytes = self->source->read(self->source, path, ADREF_YAML_LIMIT, &cause);
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    g_hash_table_insert(self->acts, g_strdup(party), new_set());
  if (!bytes)
    return;
  g_autofree char *id = adref_repo_content_id(self->repo, path, bytes);
  g_hash_table_add(self->blobs, g_strdup_printf("%s %s", party, id));
  g_hash_table_insert(self->now, g_strdup(party), g_steal_pointer(&bytes));
}

/* The keys of the acts in the work folder; NULL: the record does not read. */
static GHashTable *acts_now(LostSearch *self, const char *party)
{
  GBytes *bytes = g_hash_table_lookup(self->now, party);
  GHashTable *acts = g_hash_table_lookup(self->acts, party);
  g_autoptr(AdrefPartyRecord) record = !acts && bytes ? read_record(self, bytes, party) : NULL;
  if (!record)
    return acts;
  acts = new_set();
  for (guint i = 0; i < record->acts->len; i++)
    g_hash_table_add(acts, key_of(party, record->acts->pdata[i]));
  g_hash_table_insert(self->acts, g_strdup(party), acts);
  return acts;
}

/* Whether the text of a record is the beginning of that of now, so that it has lost nothing: most
 * are. */
static gboolean is_beginning(const LostSearch *self, const char *party, GBytes *bytes)
{
  GBytes *newer = g_hash_table_lookup(self->now, party);
  gsize length = g_bytes_get_size(bytes);
  return newer && g_bytes_get_size(newer) >= length &&
         memcmp(g_bytes_get_data(newer, NULL), g_bytes_get_data(bytes, NULL), length) == 0;
}

/* Whether an act that is gone stands against an adoption: the party withheld its agreement, or made
 * a statement that pages print, and has not agreed since to what it named. */
static gboolean is_unanswered(const LostSearch *self, const char *party, const AdrefPartyAct *act)
{
  if (act->type != ADREF_PARTY_ACT_RESERVE && act->type != ADREF_PARTY_ACT_REOPEN &&
      act->type != ADREF_PARTY_ACT_DISASSOCIATE && !act->explanation)
    return FALSE;
  g_autoptr(GDateTime) then = g_date_time_new_from_iso8601(act->time, NULL);
  for (guint i = 0; then && i < act->items->len; i++) {
    const AdrefPartyActItem *item = act->items->pdata[i];
    if (!adref_adoption_is_answered(self->records, party, g_date_time_to_unix(then), item->clause))
      return TRUE;
  }
  return FALSE;
}

static void compare(LostSearch *self, const char *party, GBytes *bytes, const AdrefVersion *version)
{
  GHashTable *now = acts_now(self, party);
  g_autoptr(AdrefPartyRecord) record = now ? read_record(self, bytes, party) : NULL;
  for (guint i = 0; record && i < record->acts->len; i++) {
    const AdrefPartyAct *act = record->acts->pdata[i];
    char *key = key_of(party, act);
    gboolean is_new = !g_hash_table_contains(now, key) && g_hash_table_add(self->said, key);
    if (g_hash_table_contains(now, key))
      g_free(key);
    if (is_new && (!self->records || is_unanswered(self, party, act)))
      g_ptr_array_add(self->lines,
                      g_strdup_printf("a record of %s (%s, %.10s) is in the history, version %.8s, "
                                      "but no longer in the files",
                                      party, adref_party_act_word(act->type), act->time,
                                      version->id));
  }
}

/* Compares the records of one version. */
static void take_version(LostSearch *self, AdrefLog *log)
{
  GHashTableIter iter;
  gpointer name, blob;
  AdrefVersion version = adref_log_version(log);
  g_autoptr(GHashTable) files = adref_repo_folder_files(self->repo, adref_log_object_id(log));
  g_hash_table_iter_init(&iter, files);
  while (g_hash_table_iter_next(&iter, &name, &blob)) {
    g_autofree char *party =
        g_str_has_suffix(name, ".yaml") ? g_strndup(name, strlen(name) - strlen(".yaml")) : NULL;
    if (!party || !adref_name_is(ADREF_NAME_PARTY, party))
      continue;
    read_now(self, party);
    if (!g_hash_table_add(self->blobs, g_strdup_printf("%s %s", party, (char *)blob)))
      continue;
    g_autoptr(GBytes) bytes = adref_repo_read_blob(self->repo, blob, NULL);
    if (bytes && !is_beginning(self, party, bytes))
      compare(self, party, bytes, &version);
  }
}

static GPtrArray *search(AdrefRepo *repo, AdrefFileSource *source, const AdrefStatement *statement,
                         GHashTable *records)
{
  enum {
    MAX_VERSIONS = 1000
  };
  g_auto(LostSearch)
      self = {.repo = repo,
              .source = source,
              .statement = statement,
              .records = records,
              .blobs = new_set(),
              .parties = new_set(),
              .now = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_bytes),
              .acts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_table),
              .said = new_set(),
              .lines = g_ptr_array_new_with_free_func(g_free)};
  g_autofree char *folder = g_strconcat(statement->folder, "/record", NULL);
  g_autoptr(AdrefLog) log = repo ? adref_log_new(repo, folder, NULL, NULL) : NULL;
  gboolean found = log != NULL;
  for (guint n = 0; found && n < MAX_VERSIONS; n++)
    if (adref_log_next(log, &found, NULL) && found)
      take_version(&self, log);
    else
      break;
  return g_steal_pointer(&self.lines);
}

GPtrArray *adref_lost_acts_find(AdrefRepo *repo, AdrefFileSource *source,
                                const AdrefStatement *statement)
{
  return search(repo, source, statement, NULL);
}

void adref_lost_acts_add_reasons(GPtrArray *reasons, AdrefRepo *repo, AdrefFileSource *source,
                                 const AdrefStatement *statement, GHashTable *records)
{
  g_autoptr(GPtrArray) lines = search(repo, source, statement, records);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add(reasons, g_strdup_printf("%s, and the party has not agreed since",
                                             (const char *)lines->pdata[i]));
}
