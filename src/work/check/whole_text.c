#include "work/check/whole_text.h"

#include <string.h>

#include "base/file.h"
#include "base/string_order.h"
#include "clause/labels/freeze.h"
#include "history/log.h"
#include "history/version_source.h"
#include "review/fact_changes.h"
#include "sign/party_record.h"
#include "sign/printed_facts.h"

enum {
  MAX_VERSIONS = 1000,
  MAX_NAMED = 5 /* changes that a line names */
};

typedef struct {
  AdrefSession *session;
  const AdrefStatementSnapshot *snapshot;
  const AdrefVersion *head;
  GHashTable *records;
  const char *title; /* NULL: none */
  GPtrArray *reasons;
} WholeCheck;

const char *adref_whole_text_title(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefNode *block = clause->first;
    if (clause->as.clause->kind == ADREF_TITLE && block && block->type == ADREF_HEADING &&
        block->as.level == 1)
      return clause->as.clause->id;
  }
  return NULL;
}

/* Acts */

static gboolean agrees(const AdrefPartyAct *act)
{
  return act->type == ADREF_PARTY_ACT_AGREE || act->type == ADREF_PARTY_ACT_WORKING_GROUP ||
         act->type == ADREF_PARTY_ACT_CONFIRM || act->type == ADREF_PARTY_ACT_DISASSOCIATE;
}

static gboolean names(const AdrefPartyAct *act, const char *clause)
{
  for (guint i = 0; i < act->items->len; i++)
    if (strcmp(((const AdrefPartyActItem *)act->items->pdata[i])->clause, clause) == 0)
      return TRUE;
  return FALSE;
}

/* The last act by which a party agreed to the title; NULL: there is none. */
static const AdrefPartyAct *last_act(const WholeCheck *self, const AdrefPartyRecord *record)
{
  for (guint i = record->acts->len; i-- > 0;) {
    const AdrefPartyAct *act = record->acts->pdata[i];
    if (agrees(act) && (!self->title || names(act, self->title)))
      return act;
  }
  return NULL;
}

static gboolean has_act(const AdrefPartyRecord *record, const AdrefPartyAct *act)
{
  const AdrefPartyActItem *first = act->items->pdata[0];
  for (guint i = 0; i < record->acts->len; i++) {
    const AdrefPartyAct *one = record->acts->pdata[i];
    const AdrefPartyActItem *item = one->items->pdata[0];
    if (one->type == act->type && one->items->len == act->items->len &&
        strcmp(one->time, act->time) == 0 && strcmp(item->clause, first->clause) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether the record of a party in a version has the act. */
static gboolean version_has(const WholeCheck *self, const char *path, const AdrefPartyRecord *now,
                            const AdrefPartyAct *act, const AdrefVersion *version)
{
  g_autoptr(AdrefFileSource) source = adref_version_source_new(self->session->repo, version, NULL);
  g_autoptr(GBytes) bytes = source ? source->read(source, path, ADREF_YAML_LIMIT, NULL) : NULL;
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefPartyRecord) record =
      text ? adref_party_record_read(text, length, now->party, path, NULL) : NULL;
  return record && has_act(record, act);
}

/* The oldest version that has the act. FALSE with *found unset: none has. */
static gboolean find_version(const WholeCheck *self, const AdrefPartyRecord *record,
                             const AdrefPartyAct *act, AdrefVersion *version, gboolean *found,
                             GError **error)
{
  g_autofree char *path = adref_party_record_path(self->snapshot->statement->folder, record->party);
  g_autoptr(AdrefLog) log = adref_log_new(self->session->repo, path, self->head, error);
  gboolean more = log != NULL;
  *found = FALSE;
  for (guint n = 0; more && n < MAX_VERSIONS; n++) {
    if (!adref_log_next(log, &more, error))
      return FALSE;
    AdrefVersion at = more ? adref_log_version(log) : (AdrefVersion){0};
    if (!more || !version_has(self, path, record, act, &at))
      continue;
    *version = at;
    *found = TRUE;
  }
  return log != NULL;
}

/* What was changed */

static GPtrArray *ids_of(const AdrefNode *document)
{
  GPtrArray *ids = g_ptr_array_new();
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id && !adref_freeze_is_deleted(clause))
      g_ptr_array_add(ids, clause->as.clause->id);
  return ids;
}

static GHashTable *set_of(const GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add(set, ids->pdata[i]);
  return set;
}

/* Clauses that were taken out, and the first one that stands elsewhere. */
static void add_clauses(GPtrArray *changes, const AdrefNode *old, const AdrefNode *new)
{
  g_autoptr(GPtrArray) before = ids_of(old), after = ids_of(new);
  g_autoptr(GHashTable) had = set_of(before), has = set_of(after);
  guint next = 0;
  gboolean in_order = TRUE;
  for (guint i = 0; i < before->len; i++) {
    const char *id = before->pdata[i];
    if (!g_hash_table_contains(has, id)) {
      g_ptr_array_add(changes, g_strdup_printf("%s was taken out", id));
      continue;
    }
    while (next < after->len && !g_hash_table_contains(had, after->pdata[next]))
      next++;
    if (in_order && next < after->len && strcmp(after->pdata[next], id) != 0)
      g_ptr_array_add(changes, g_strdup_printf("%s stands elsewhere", id));
    in_order = in_order && next < after->len && strcmp(after->pdata[next], id) == 0;
    next++;
  }
}

/* Whether a line of the facts is one of the text as a whole: positions are those of their party,
 * and so are the names of parties that are not of the statement. */
static gboolean is_of_whole(const AdrefFactChange *change, char *const *parties)
{
  if (g_str_has_prefix(change->key, "position "))
    return FALSE;
  if (!g_str_has_prefix(change->key, "party "))
    return TRUE;
  const char *code = change->key + strlen("party ");
  g_autofree char *party = g_strndup(code, strcspn(code, " "));
  return g_strv_contains((const char *const *)parties, party);
}

static void add_facts(GPtrArray *changes, const WholeCheck *self, const char *old)
{
  g_autoptr(GPtrArray) facts = adref_printed_facts_compare(old, self->snapshot->facts);
  for (guint i = 0; i < facts->len; i++)
    if (is_of_whole(facts->pdata[i], self->snapshot->statement->parties))
      g_ptr_array_add(changes, adref_fact_change_line(facts->pdata[i]));
}

/* The statement in a version, under the name that it had there; NULL: it does not read. */
static AdrefStatementSnapshot *read_version(const WholeCheck *self, const AdrefVersion *version)
{
  const AdrefStatement *statement = self->snapshot->statement;
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  g_ptr_array_add(ids, statement->id);
  for (char **former = statement->former; *former; former++)
    g_ptr_array_add(ids, *former);
  for (guint i = 0; i < ids->len; i++) {
    AdrefFileSource *source = adref_version_source_new(self->session->repo, version, NULL);
    AdrefStatementSnapshot *snapshot =
        source ? adref_statement_snapshot_new(source, ids->pdata[i]) : NULL;
    if (snapshot && !snapshot->problem)
      return snapshot;
    adref_statement_snapshot_free(snapshot);
  }
  return NULL;
}

/* Caller unrefs. */
static GPtrArray *changes_since(const WholeCheck *self, const AdrefVersion *version)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefStatementSnapshot) old = read_version(self, version);
  if (!old)
    return changes;
  const AdrefLanguageVersion *rolling = self->snapshot->language_versions->items->pdata[0];
  const AdrefLanguageVersion *before =
      adref_language_versions_find(old->language_versions, rolling->language);
  add_facts(changes, self, old->facts);
  if (before)
    add_clauses(changes, before->document, rolling->document);
  return changes;
}

static void add_reason(const WholeCheck *self, const char *party, const AdrefVersion *version,
                       GPtrArray *changes)
{
  guint more = changes->len > MAX_NAMED ? changes->len - MAX_NAMED : 0;
  if (more > 0) {
    g_ptr_array_set_size(changes, MAX_NAMED);
    g_ptr_array_add(changes, g_strdup_printf("%u more", more));
  }
  g_ptr_array_add(changes, NULL);
  g_autofree char *all = g_strjoinv("; ", (char **)changes->pdata);
  const char *title = self->title ? self->title : "CLAUSE";
  g_ptr_array_add(
      self->reasons,
      g_strdup_printf("%s agreed to %s in version %.8s, and since then: %s. adref agree "
                      "%s --as %s agrees to the whole as it is",
                      party, self->title ? "the title" : "a clause", version->id, all, title,
                      party));
}

static gboolean check_record(const WholeCheck *self, const AdrefPartyRecord *record, GError **error)
{
  AdrefVersion version;
  gboolean found;
  const AdrefPartyAct *act = last_act(self, record);
  if (!act)
    return TRUE;
  if (!find_version(self, record, act, &version, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  g_autoptr(GPtrArray) changes = changes_since(self, &version);
  if (changes->len > 0)
    add_reason(self, record->party, &version, changes);
  return TRUE;
}

/* The codes of those whose records count: parties of the statement, and where one has no act of its
 * own, the others, who are members of groups. Caller unrefs. */
static GPtrArray *parties_of(const WholeCheck *self)
{
  GPtrArray *codes = g_ptr_array_new();
  char **parties = self->snapshot->statement->parties;
  gboolean by_members = FALSE;
  for (char **code = parties; *code; code++) {
    const AdrefPartyRecord *record = g_hash_table_lookup(self->records, *code);
    if (record && last_act(self, record))
      g_ptr_array_add(codes, *code);
    else
      by_members = TRUE;
  }
  GHashTableIter iter;
  gpointer code;
  g_hash_table_iter_init(&iter, self->records);
  while (by_members && g_hash_table_iter_next(&iter, &code, NULL))
    if (!g_strv_contains((const char *const *)parties, code))
      g_ptr_array_add(codes, code);
  g_ptr_array_sort(codes, adref_string_order);
  return codes;
}

gboolean adref_whole_text_add_reasons(GPtrArray *reasons, AdrefSession *session,
                                      const AdrefStatementSnapshot *snapshot,
                                      const AdrefVersion *head, GHashTable *records, GError **error)
{
  WholeCheck self = {.session = session,
                     .snapshot = snapshot,
                     .head = head,
                     .records = records,
                     .reasons = reasons};
  self.title = adref_whole_text_title(adref_language_versions_rolling(snapshot->language_versions));
  g_autoptr(GPtrArray) codes = parties_of(&self);
  for (guint i = 0; i < codes->len; i++)
    if (!check_record(&self, g_hash_table_lookup(records, codes->pdata[i]), error))
      return FALSE;
  return TRUE;
}
