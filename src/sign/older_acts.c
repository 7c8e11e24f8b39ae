#include "sign/older_acts.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "history/log.h"
#include "history/version_source.h"

/* A version in which records changed. */
typedef struct {
  AdrefVersion version;
  char *records; /* git's id of the folder of the records */
} Saved;

typedef struct {
  const AdrefOlderActsOptions *options;
  GPtrArray *saved;      /* of Saved, newest first */
  GHashTable *documents; /* bytes of a text -> its tree */
} OlderActs;

/* The acts of one party. */
typedef struct {
  const char *party;
  GHashTable *wanted; /* key -> AdrefPartyActItem without a version so far */
  GHashTable *known;  /* keys of the items in the versions before */
  GHashTable *files;  /* git's ids of the records that were read */
} PartyActs;

static void saved_free(gpointer data)
{
  Saved *saved = data;
  g_free(saved->records);
  g_free(saved);
}

static void free_document(gpointer document)
{
  adref_node_free(document);
}

static void clear(OlderActs *self)
{
  g_clear_pointer(&self->saved, g_ptr_array_unref);
  g_clear_pointer(&self->documents, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OlderActs, clear)

static void clear_party(PartyActs *self)
{
  g_clear_pointer(&self->wanted, g_hash_table_unref);
  g_clear_pointer(&self->known, g_hash_table_unref);
  g_clear_pointer(&self->files, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PartyActs, clear_party)

/* What is the same of an item in every version that has it. Caller frees. */
static char *key_of(const AdrefPartyActItem *item)
{
  return g_strdup_printf("%d %s %s %s\n%s", (int)item->act->type, item->act->time, item->clause,
                         item->hashes, item->act->by);
}

/* Whether the hashes of an item are those of the texts as they are now. */
static gboolean is_current(const AdrefPartyActItem *item, const AdrefLanguageVersions *versions)
{
  for (guint i = 0; i < versions->items->len; i++) {
    const AdrefLanguageVersion *version = versions->items->pdata[i];
    const AdrefNode *clause = g_hash_table_lookup(version->clauses, item->clause);
    const char *said = adref_party_act_item_hash(item, version->language);
    g_autofree char *now = clause ? adref_clause_hash(clause) : NULL;
    if (said && now && !g_str_has_prefix(said, now))
      return FALSE;
  }
  return TRUE;
}

static void add_wanted(GHashTable *wanted, GHashTable *items, const AdrefLanguageVersions *versions)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, items);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    AdrefPartyActItem *item = value;
    if (item->act->form == 1 && !is_current(item, versions))
      g_hash_table_insert(wanted, key_of(item), item);
  }
}

static gboolean list_versions(OlderActs *self, GError **error)
{
  g_autofree char *path = g_strconcat(self->options->folder, "/record", NULL);
  g_autoptr(AdrefLog) log = adref_log_new(self->options->repo, path, self->options->from, error);
  gboolean found = TRUE;
  self->saved = g_ptr_array_new_with_free_func(saved_free);
  while (log && found) {
    if (!adref_log_next(log, &found, error))
      return FALSE;
    if (!found)
      break;
    Saved *saved = g_new0(Saved, 1);
    saved->version = adref_log_version(log);
    saved->records = g_strdup(adref_log_object_id(log));
    g_ptr_array_add(self->saved, saved);
  }
  return log != NULL;
}

/* The tree of a text in a version; NULL: there is none, or it does not read. */
static const AdrefNode *document_of(OlderActs *self, AdrefFileSource *source,
                                    const AdrefLanguageVersion *version)
{
  g_autoptr(GBytes) bytes = source->read(source, version->path, ADREF_TEXT_LIMIT, NULL);
  if (!bytes)
    return NULL;
  const AdrefNode *known = g_hash_table_lookup(self->documents, bytes);
  if (known)
    return known;
  AdrefMarkdownReadOptions how = {.name = version->path,
                                  .parties = adref_parties_names(self->options->parties),
                                  .numbers = &self->options->language_versions->numbering};
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  AdrefNode *document = adref_markdown_read(text, length, &how, NULL, NULL);
  if (document)
    g_hash_table_insert(self->documents, g_steal_pointer(&bytes), document);
  return document;
}

/* Puts the hashes of the clause in a version in the place of those that the item has. */
static void compute_hashes(OlderActs *self, AdrefFileSource *source, AdrefPartyActItem *item)
{
  g_autoptr(GString) hashes = g_string_new(NULL);
  g_auto(GStrv) words = g_strsplit(item->hashes, " ", -1);
  for (guint i = 0; words[i] && words[i + 1]; i += 2) {
    const AdrefLanguageVersion *version =
        adref_language_versions_find(self->options->language_versions, words[i]);
    const AdrefNode *document = version ? document_of(self, source, version) : NULL;
    const AdrefNode *clause = document ? adref_clause_find(document, item->clause) : NULL;
    g_autofree char *hash = clause ? adref_clause_hash(clause) : NULL;
    g_string_append_printf(hashes, "%s%s %s", i > 0 ? " " : "", words[i],
                           hash ? hash : words[i + 1]);
  }
  g_free(item->written);
  item->written = item->hashes;
  item->hashes = g_string_free(g_steal_pointer(&hashes), FALSE);
}

/* Removes the items of an act from what is wanted, with their hashes in the version that has added
 * the act. */
static gboolean take_act(OlderActs *self, PartyActs *party, const AdrefPartyAct *act,
                         const AdrefVersion *version, GError **error)
{
  g_autoptr(AdrefFileSource) source = NULL;
  for (guint i = 0; i < act->items->len; i++) {
    g_autofree char *key = key_of(act->items->pdata[i]);
    AdrefPartyActItem *item = g_hash_table_lookup(party->wanted, key);
    if (!item)
      continue;
    if (!source)
      source = adref_version_source_new(self->options->repo, version, error);
    if (!source)
      return FALSE;
    compute_hashes(self, source, item);
    g_hash_table_remove(party->wanted, key);
  }
  return TRUE;
}

/* Adds the items of an act to what is known; FALSE where a version before had them. */
static gboolean add_known(PartyActs *party, const AdrefPartyAct *act)
{
  gboolean is_new = FALSE;
  for (guint i = 0; i < act->items->len; i++)
    is_new = g_hash_table_add(party->known, key_of(act->items->pdata[i])) || is_new;
  return is_new;
}

static gboolean take_record(OlderActs *self, PartyActs *party, const AdrefPartyRecord *record,
                            const AdrefVersion *version, GError **error)
{
  const AdrefPartyAct *added = NULL;
  guint count = 0;
  for (guint i = 0; i < record->acts->len; i++)
    if (add_known(party, record->acts->pdata[i])) {
      added = record->acts->pdata[i];
      count++;
    }
  return count != 1 || take_act(self, party, added, version, error);
}

static gboolean read_version(OlderActs *self, PartyActs *party, const Saved *saved, GError **error)
{
  g_autofree char *name = g_strconcat(party->party, ".yaml", NULL);
  g_autofree char *id = adref_repo_tree_entry_id(self->options->repo, saved->records, name, error);
  if (!id || !*id || g_hash_table_contains(party->files, id))
    return id != NULL;
  g_autoptr(GBytes) bytes = adref_repo_read_blob(self->options->repo, id, error);
  if (!bytes)
    return FALSE;
  g_hash_table_add(party->files, g_strdup(id));
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  g_autoptr(AdrefPartyRecord) record =
      adref_party_record_read(text, length, party->party, name, NULL);
  return !record || take_record(self, party, record, &saved->version, error);
}

static gboolean read_party(OlderActs *self, AdrefPartyRecord *record, GError **error)
{
  g_auto(PartyActs) party = {.party = record->party,
                             .wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                             .known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                             .files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  add_wanted(party.wanted, record->latest_items, self->options->language_versions);
  add_wanted(party.wanted, record->differences, self->options->language_versions);
  if (g_hash_table_size(party.wanted) == 0)
    return TRUE;
  if (!self->saved && !list_versions(self, error))
    return FALSE;
  for (guint i = self->saved->len; i > 0 && g_hash_table_size(party.wanted) > 0; i--)
    if (!read_version(self, &party, self->saved->pdata[i - 1], error))
      return FALSE;
  return TRUE;
}

gboolean adref_older_acts_read(const AdrefOlderActsOptions *options, GHashTable *records,
                               GError **error)
{
  g_auto(OlderActs) self = {.options = options};
  GHashTableIter iter;
  gpointer record;
  self.documents = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
                                         free_document);
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    if (!read_party(&self, record, error))
      return FALSE;
  return TRUE;
}
