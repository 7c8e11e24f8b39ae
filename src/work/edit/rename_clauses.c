#include "work/edit/rename_clauses.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "sign/party_status.h"
#include "work/person_time.h"
#include "work/records.h"
#include "work/text.h"

typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  GHashTable *renames, *before;
} RenameRequest;

/* Words -> new id; "" where several clauses with new ids have these words. */
static GHashTable *new_ids_by_words(const AdrefNode *new, GHashTable *old_ids)
{
  GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = new->first; clause; clause = clause->next) {
    char *id = clause->as.clause->id;
    if (!id || g_hash_table_contains(old_ids, id))
      continue;
    char *words = adref_node_words(clause);
    gboolean twice = g_hash_table_contains(found, words);
    g_hash_table_replace(found, words, twice ? (char *)(guintptr) "" : id);
  }
  return found;
}

void adref_rename_clauses_find(const AdrefNode *old, const AdrefNode *new, GHashTable *renames)
{
  g_autoptr(GHashTable) old_ids = adref_clause_ids(old), new_ids = adref_clause_ids(new);
  g_autoptr(GHashTable) by_words = new_ids_by_words(new, old_ids);
  if (g_hash_table_size(by_words) == 0)
    return;
  for (const AdrefNode *clause = old->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    g_autofree char *words =
        id && !g_hash_table_contains(new_ids, id) ? adref_node_words(clause) : NULL;
    const char *now = words && *words ? g_hash_table_lookup(by_words, words) : NULL;
    if (now && *now && !g_hash_table_contains(renames, id))
      g_hash_table_insert(renames, g_strdup(id), g_strdup(now));
  }
}

static const char *new_id(const RenameRequest *self, const char *id)
{
  return id ? g_hash_table_lookup(self->renames, id) : NULL;
}

static gboolean write_file(const RenameRequest *self, const char *file, const GString *text,
                           GError **error)
{
  GBytes *before = adref_file_read(file, file, ADREF_TEXT_LIMIT, error);
  if (!before)
    return FALSE;
  g_hash_table_insert(self->before, g_strdup(file), before);
  return adref_file_write(file, text->str, text->len, error);
}

void adref_rename_clauses_undo(GHashTable *before)
{
  GHashTableIter iter;
  gpointer file, bytes;
  g_hash_table_iter_init(&iter, before);
  while (g_hash_table_iter_next(&iter, &file, &bytes)) {
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    adref_file_write(file, text, length, NULL);
  }
}

/* --- texts --- */

static gboolean replace(const RenameRequest *self, char **id)
{
  const char *now = new_id(self, *id);
  if (!now)
    return FALSE;
  g_free(*id);
  *id = g_strdup(now);
  return TRUE;
}

/* Gives the clauses of a document and its references the new ids; FALSE: there was nothing. */
static gboolean rename_in(const RenameRequest *self, AdrefNode *document)
{
  gboolean changed = FALSE;
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->type == ADREF_CLAUSE) {
      changed = replace(self, &node->as.clause->id) || changed;
      changed = replace(self, &node->as.clause->alt) || changed;
    } else if (adref_node_is_cross_reference(node) && new_id(self, node->as.link.url + 1)) {
      char *url = g_strconcat("#", new_id(self, node->as.link.url + 1), NULL);
      g_free(node->as.link.url);
      node->as.link.url = url;
      changed = TRUE;
    }
  }
  return changed;
}

static gboolean rename_in_texts(const RenameRequest *self, GError **error)
{
  for (char **language = self->statement->languages; *language; language++) {
    g_autoptr(GError) cause = NULL;
    g_autoptr(AdrefText) text =
        adref_text_open_statement(self->session, self->statement, *language, &cause);
    if (!text && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
      continue;
    if (!text) {
      g_propagate_error(error, g_steal_pointer(&cause));
      return FALSE;
    }
    if (!rename_in(self, text->document))
      continue;
    g_autoptr(GString) canonical = adref_canonical(text->document);
    if (!write_file(self, text->file, canonical, error))
      return FALSE;
  }
  return TRUE;
}

/* --- records --- */

/* Does an act again on the new id, and reopens it on the old one. */
static void repeat_act(AdrefPartyRecord *record, const AdrefPartyActItem *item, const char *now,
                       const char *time, const char *by)
{
  const AdrefPartyAct *act = item->act;
  g_autofree char *was = act->reason ? g_strdup_printf("%s (was %s)", act->reason, item->clause)
                                     : g_strdup_printf("was %s", item->clause);
  g_autofree char *is = g_strdup_printf("renamed to %s", now);
  g_autofree char *old = g_strdup(item->clause);
  g_autofree char *hashes = g_strdup(item->hashes);
  AdrefPartyAct *again = adref_party_record_add_act(record, act->type, was, time, by);
  adref_party_act_add_item(record, again, now, g_strdup(hashes));
  AdrefPartyAct *reopened =
      adref_party_record_add_act(record, ADREF_PARTY_ACT_REOPEN, is, time, by);
  adref_party_act_add_item(record, reopened, old, g_steal_pointer(&hashes));
}

/* Whether an act says of the clause what an act of today's form would say. One of an older form
 * does where its hashes were computed anew (sign/older_acts.h), or are those of the text. */
static gboolean can_be_repeated(const AdrefPartyActItem *item, AdrefClauseHashes *hashes)
{
  if (item->act->form >= ADREF_PARTY_ACT_FORM || item->written)
    return TRUE;
  g_autofree char *now = adref_clause_hashes_text(hashes, item->clause);
  return strcmp(now, item->hashes) == 0;
}

/* Whether the record has changed. `hashes` are those before the renaming. */
static gboolean rename_in_record(const RenameRequest *self, AdrefPartyRecord *record,
                                 AdrefClauseHashes *hashes, const AdrefPerson *person)
{
  gboolean changed = FALSE;
  g_autofree char *time = adref_person_time(person, "%Y-%m-%dT%H:%M:%S%:z", "?");
  GHashTable *tables[] = {record->differences, record->words, record->latest_items,
                          record->confirmations};
  const AdrefPartyActItem *items[G_N_ELEMENTS(tables)];
  GHashTableIter iter;
  gpointer id, now;
  g_hash_table_iter_init(&iter, self->renames);
  while (g_hash_table_iter_next(&iter, &id, &now)) {
    /* All are found before one is repeated, which reopens the old id. */
    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
      items[i] = g_hash_table_lookup(tables[i], id);
    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) {
      const AdrefPartyActItem *item = items[i];
      if (!item || item->act->type == ADREF_PARTY_ACT_REOPEN)
        continue;
      if (!can_be_repeated(item, hashes)) {
        adref_session_say(self->session, "%s: what %s said of it is of an older form; say it again",
                          (char *)now, record->party);
        continue;
      }
      adref_party_record_set_statement(record, self->statement->id);
      repeat_act(record, item, now, time, person->name);
      changed = TRUE;
    }
  }
  return changed;
}

/* The texts of the last version, in which the clauses have their old ids. */
static AdrefLanguageVersions *read_last_version(AdrefSession *session, const char *id,
                                                GError **error)
{
  AdrefVersion head;
  AdrefSessionFiles *files = adref_repo_resolve(session->repo, NULL, "HEAD", &head, error)
                                 ? adref_session_files_of_version(session, &head, error)
                                 : NULL;
  const AdrefStatement *statement = files ? adref_session_facts(files, id, error) : NULL;
  if (!statement)
    return NULL;
  return adref_language_versions_share_begun(files->source, files->library, statement,
                                             session->readings, error);
}

static gboolean rename_in_records(const RenameRequest *self, GError **error)
{
  AdrefSession *session = self->session;
  const char *folder = self->statement->folder;
  const AdrefPerson *person = adref_session_person(session, ADREF_PERSON_ROLE_AUTHOR, error);
  g_autoptr(AdrefLanguageVersions) versions =
      person ? read_last_version(session, self->statement->id, error) : NULL;
  g_autoptr(GHashTable) records = versions
                                      ? adref_records_read(session, session->files->source,
                                                           self->statement, versions, NULL, error)
                                      : NULL;
  if (!records)
    return FALSE;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    AdrefPartyRecord *record = value;
    if (!rename_in_record(self, record, hashes, person))
      continue;
    g_autofree char *path = adref_party_record_path(folder, record->party);
    g_autofree char *file = adref_session_path(self->session, path);
    g_autoptr(GString) text = adref_party_record_write(record);
    if (!write_file(self, file, text, error))
      return FALSE;
  }
  return TRUE;
}

gboolean adref_rename_clauses_follow(AdrefSession *session, const AdrefStatement *statement,
                                     GHashTable *renames, GHashTable *before, GError **error)
{
  RenameRequest self = {session, statement, renames, before};
  GHashTableIter iter;
  gpointer id, now;
  if (!rename_in_texts(&self, error) || !rename_in_records(&self, error))
    return FALSE;
  g_hash_table_iter_init(&iter, renames);
  while (g_hash_table_iter_next(&iter, &id, &now))
    adref_session_say(session,
                      "%s: %s is %s now; references, other languages and agreements follow",
                      statement->id, (char *)id, (char *)now);
  return TRUE;
}
