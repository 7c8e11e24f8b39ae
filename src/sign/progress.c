#include "sign/progress.h"

#include <string.h>

#include "base/parallel_for.h"
#include "base/string_order.h"
#include "clause/labels/freeze.h"
#include "clause/markdown/canonical.h"
#include "sign/settled_words.h"

static void clause_free(gpointer data)
{
  AdrefClauseProgress *clause = data;
  g_ptr_array_unref(clause->bracketed);
  g_ptr_array_unref(clause->agreed);
  g_ptr_array_unref(clause->working_group);
  g_ptr_array_unref(clause->confirmed);
  g_ptr_array_unref(clause->changed);
  g_ptr_array_unref(clause->reserved);
  g_ptr_array_unref(clause->reopened);
  g_ptr_array_unref(clause->disassociated);
  g_hash_table_unref(clause->reasons);
  g_ptr_array_unref(clause->awaited);
  g_free(clause->languages);
  g_free(clause);
}

static void removed_free(gpointer data)
{
  AdrefRemovedClause *removed = data;
  g_ptr_array_unref(removed->agreed);
  g_free(removed->id);
  g_free(removed);
}

void adref_progress_free(AdrefProgress *progress)
{
  if (!progress)
    return;
  g_ptr_array_unref(progress->removed);
  g_ptr_array_unref(progress->clauses);
  g_free(progress);
}

static void add_code(GPtrArray *codes, const char *code)
{
  if (!g_ptr_array_find_with_equal_func(codes, code, g_str_equal, NULL))
    g_ptr_array_add(codes, (gpointer)(guintptr)code);
}

static void add_groups(GPtrArray *codes, const GPtrArray *groups)
{
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++)
      add_code(codes, *code);
  }
}

static void add_bracketed(GPtrArray *codes, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->type == ADREF_ALTERNATIVE)
      add_groups(codes, walk.node->as.positions.groups);
    else if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
      add_groups(codes, walk.node->as.edge.groups);
  }
}

static void count_node(AdrefClauseProgress *clause, const AdrefNode *node)
{
  guint brackets, placeholders;
  adref_language_versions_count_open(node, &brackets, &placeholders);
  clause->brackets = MAX(clause->brackets, brackets);
  clause->placeholders = MAX(clause->placeholders, placeholders);
  if (brackets > 0)
    add_bracketed(clause->bracketed, node);
}

static void count_open(AdrefClauseProgress *clause, const AdrefLanguageVersions *language_versions)
{
  const char *id = clause->clause->as.clause->id;
  count_node(clause, clause->clause);
  for (guint i = 1; id && i < language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = language_versions->items->pdata[i];
    const AdrefNode *node = g_hash_table_lookup(language_version->clauses, id);
    if (node)
      count_node(clause, node);
  }
}

static void set_reason(AdrefClauseProgress *clause, AdrefPartyStatus status)
{
  clause->reason = status.item->act->reason;
  if (clause->reason)
    g_hash_table_insert(clause->reasons, (gpointer)(guintptr)status.by, status.item->act->reason);
}

static void add_outdated(AdrefClauseProgress *clause, const char *party,
                         const AdrefPartyActItem *item, AdrefClauseHashes *hashes)
{
  add_code(clause->changed, party);
  if (!clause->outdated || strcmp(clause->outdated->act->time, item->act->time) < 0)
    clause->outdated = item;
  g_free(clause->languages);
  clause->languages = adref_party_status_changed_in(item, hashes);
}

static void add_disassociated(AdrefClauseProgress *clause, const char *party,
                              const AdrefPartyActItem *item)
{
  add_code(clause->disassociated, party);
  g_hash_table_insert(clause->reasons, (gpointer)(guintptr)party, item->act->reason);
}

static void add_status(AdrefClauseProgress *clause, const char *party, AdrefPartyStatus status,
                       AdrefClauseHashes *hashes)
{
  switch (status.type) {
  case ADREF_PARTY_STATUS_SILENT: return;
  case ADREF_PARTY_STATUS_AGREED: add_code(clause->agreed, party); return;
  case ADREF_PARTY_STATUS_WORKING_GROUP: add_code(clause->working_group, party); return;
  case ADREF_PARTY_STATUS_OUTDATED: add_outdated(clause, party, status.item, hashes); return;
  case ADREF_PARTY_STATUS_RESERVED:
    add_code(clause->reserved, status.by);
    set_reason(clause, status);
    return;
  case ADREF_PARTY_STATUS_REOPENED:
    add_code(clause->reopened, status.by);
    set_reason(clause, status);
    return;
  case ADREF_PARTY_STATUS_DISASSOCIATED: add_disassociated(clause, status.by, status.item); return;
  }
}

static gboolean has_code(const GPtrArray *codes, const char *code)
{
  return g_ptr_array_find_with_equal_func((GPtrArray *)(guintptr)codes, code, g_str_equal, NULL);
}

static AdrefClauseState find_state(const AdrefClauseProgress *clause, guint parties)
{
  if (clause->changed->len > 0)
    return ADREF_CLAUSE_STATE_CHANGED;
  if (clause->placeholders > 0)
    return ADREF_CLAUSE_STATE_PLACEHOLDER;
  if (clause->option)
    return ADREF_CLAUSE_STATE_OPTION;
  if (clause->brackets > 0)
    return ADREF_CLAUSE_STATE_BRACKETED;
  if (clause->reserved->len > 0)
    return ADREF_CLAUSE_STATE_RESERVED;
  if (clause->agreed->len + clause->working_group->len == 0)
    return ADREF_CLAUSE_STATE_OPEN;
  if (clause->passing + clause->working_group->len < parties)
    return ADREF_CLAUSE_STATE_PARTLY_AGREED;
  return clause->working_group->len > 0 ? ADREF_CLAUSE_STATE_WORKING_GROUP
                                        : ADREF_CLAUSE_STATE_AGREED;
}

/* Those that have not agreed; where all have, those that have still to agree in plenary. */
static void add_silent(AdrefClauseProgress *clause, char **parties)
{
  gboolean all = clause->state == ADREF_CLAUSE_STATE_WORKING_GROUP;
  for (char **code = parties; *code; code++)
    if ((all || !has_code(clause->working_group, *code)) && !has_code(clause->agreed, *code) &&
        !has_code(clause->disassociated, *code))
      add_code(clause->awaited, *code);
}

static void add_all(GPtrArray *codes, const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    add_code(codes, more->pdata[i]);
}

/* All parties choose between options. */
static void add_all_parties(AdrefClauseProgress *clause, char **parties)
{
  for (char **code = parties; *code; code++)
    add_code(clause->awaited, *code);
}

static void find_awaited(AdrefClauseProgress *clause, char **parties)
{
  switch (clause->state) {
  case ADREF_CLAUSE_STATE_AGREED:
  case ADREF_CLAUSE_STATE_PLACEHOLDER: return;
  case ADREF_CLAUSE_STATE_BRACKETED:
    add_all(clause->awaited, clause->bracketed);
    add_all(clause->awaited, clause->reserved);
    if (clause->awaited->len == 0)
      add_silent(clause, parties);
    return;
  case ADREF_CLAUSE_STATE_RESERVED: add_all(clause->awaited, clause->reserved); return;
  case ADREF_CLAUSE_STATE_OPTION: add_all_parties(clause, parties); return;
  case ADREF_CLAUSE_STATE_CHANGED:
  case ADREF_CLAUSE_STATE_WORKING_GROUP:
  case ADREF_CLAUSE_STATE_PARTLY_AGREED:
  case ADREF_CLAUSE_STATE_OPEN: add_silent(clause, parties); return;
  }
}

typedef struct {
  const AdrefLanguageVersions *language_versions;
  const AdrefStatement *statement;
  const AdrefParties *parties;
  GHashTable *records;
  AdrefClauseHashes *hashes;
  GHashTable *options; /* of adref_language_versions_options() */
  gboolean confirms;   /* a record confirms something */
  GPtrArray *stating;  /* of AdrefPartyRecord: those with statements that pages print */
} ClauseContext;

/* What a member of a group has stated is never lost, also when the group agrees. */
static void add_stated(const ClauseContext *self, AdrefClauseProgress *clause, const char *id)
{
  for (guint i = 0; i < self->stating->len; i++) {
    const AdrefPartyRecord *record = self->stating->pdata[i];
    const AdrefPartyActItem *item = g_hash_table_lookup(record->latest_items, id);
    if (!item || !adref_party_act_item_statement(item) || has_code(clause->changed, record->party))
      continue;
    g_autofree char *changed = adref_party_status_changed_in(item, self->hashes);
    if (*changed)
      add_outdated(clause, record->party, item, self->hashes);
    else if (item->act->type == ADREF_PARTY_ACT_DISASSOCIATE)
      add_disassociated(clause, record->party, item);
  }
}

/* Finds which of the parties that have agreed have confirmed. */
static void add_confirmed(const ClauseContext *self, AdrefClauseProgress *clause, const char *id)
{
  for (guint i = 0; self->confirms && i < clause->agreed->len; i++) {
    const char *code = clause->agreed->pdata[i];
    if (adref_party_status_is_confirmed(code, id, self->records, self->parties, self->hashes))
      add_code(clause->confirmed, code);
  }
  clause->is_confirmed =
      clause->state == ADREF_CLAUSE_STATE_AGREED && clause->confirmed->len == clause->agreed->len;
}

gboolean adref_progress_reaches(const AdrefClauseProgress *clause, AdrefAdoptionLevel level)
{
  switch (level) {
  case ADREF_ADOPTION_LEVEL_CONFIRMED: return clause->is_confirmed;
  case ADREF_ADOPTION_LEVEL_PLENARY: return clause->state == ADREF_CLAUSE_STATE_AGREED;
  case ADREF_ADOPTION_LEVEL_AGREED: break;
  }
  return clause->state == ADREF_CLAUSE_STATE_AGREED ||
         clause->state == ADREF_CLAUSE_STATE_WORKING_GROUP;
}

static AdrefClauseProgress *clause_new(const ClauseContext *self, const AdrefNode *node)
{
  AdrefClauseProgress *clause = g_new0(AdrefClauseProgress, 1);
  const char *id = node->as.clause->id;
  clause->clause = node;
  clause->bracketed = g_ptr_array_new();
  clause->agreed = g_ptr_array_new();
  clause->working_group = g_ptr_array_new();
  clause->confirmed = g_ptr_array_new();
  clause->changed = g_ptr_array_new();
  clause->reserved = g_ptr_array_new();
  clause->reopened = g_ptr_array_new();
  clause->disassociated = g_ptr_array_new();
  clause->reasons = g_hash_table_new(g_str_hash, g_str_equal);
  clause->awaited = g_ptr_array_new();
  count_open(clause, self->language_versions);
  if (node->as.clause->alt)
    clause->option = node;
  else if (id)
    clause->option = g_hash_table_lookup(self->options, id);
  for (char **code = self->statement->parties; id && *code; code++) {
    AdrefPartyStatus status =
        adref_party_status_of(*code, id, self->records, self->parties, self->hashes);
    clause->passing += adref_party_status_passes(status.type) ? 1 : 0;
    add_status(clause, *code, status, self->hashes);
  }
  if (id)
    add_stated(self, clause, id);
  clause->state = find_state(clause, g_strv_length(self->statement->parties));
  find_awaited(clause, self->statement->parties);
  if (id)
    add_confirmed(self, clause, id);
  return clause;
}

static gboolean is_shown(const AdrefClauseProgress *clause)
{
  const AdrefClause *facts = clause->clause->as.clause;
  return facts->kind != ADREF_TITLE || facts->id || clause->brackets > 0 ||
         clause->placeholders > 0;
}

static AdrefRemovedClause *removed_of(GPtrArray *all, const char *id)
{
  for (guint i = 0; i < all->len; i++) {
    AdrefRemovedClause *removed = all->pdata[i];
    if (strcmp(removed->id, id) == 0)
      return removed;
  }
  AdrefRemovedClause *removed = g_new0(AdrefRemovedClause, 1);
  removed->id = g_strdup(id);
  removed->agreed = g_ptr_array_new();
  g_ptr_array_add(all, removed);
  return removed;
}

/* Whether the text no longer has the clause. A clause that is now "[deleted]" counts as removed,
 * unless the party has agreed to that. */
static gboolean is_removed(const AdrefPartyActItem *item, const AdrefLanguageVersion *rolling)
{
  const AdrefNode *clause = g_hash_table_lookup(rolling->clauses, item->clause);
  if (!clause || !adref_freeze_is_deleted(clause))
    return !clause;
  const char *said = adref_party_act_item_hash(item, rolling->language);
  g_autofree char *now = adref_clause_hash(clause);
  return !said || !g_str_has_prefix(said, now);
}

static void add_removed(GPtrArray *all, const AdrefPartyRecord *record,
                        const AdrefLanguageVersions *language_versions)
{
  const AdrefLanguageVersion *rolling = language_versions->items->pdata[0];
  GHashTableIter iter;
  gpointer id, value;
  g_hash_table_iter_init(&iter, record->latest_items);
  while (g_hash_table_iter_next(&iter, &id, &value)) {
    const AdrefPartyActItem *item = value;
    if ((item->act->type == ADREF_PARTY_ACT_AGREE ||
         item->act->type == ADREF_PARTY_ACT_WORKING_GROUP) &&
        is_removed(item, rolling))
      add_code(removed_of(all, id)->agreed, record->party);
  }
}

static int compare_removed(gconstpointer a, gconstpointer b)
{
  const AdrefRemovedClause *const *first = a, *const *second = b;
  return strcmp((*first)->id, (*second)->id);
}

static GPtrArray *find_removed(const AdrefLanguageVersions *language_versions, GHashTable *records)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(removed_free);
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    add_removed(all, record, language_versions);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_sort(((AdrefRemovedClause *)all->pdata[i])->agreed, adref_string_order);
  g_ptr_array_sort(all, compare_removed);
  return all;
}

static gboolean has_statement(const AdrefPartyRecord *record)
{
  for (guint i = 0; i < record->acts->len; i++) {
    const AdrefPartyAct *act = record->acts->pdata[i];
    if (act->type == ADREF_PARTY_ACT_DISASSOCIATE || act->explanation)
      return TRUE;
  }
  return FALSE;
}

static gboolean find_confirmations(GHashTable *records)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    if (g_hash_table_size(((const AdrefPartyRecord *)value)->confirmations) > 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *find_stating(GHashTable *records)
{
  GPtrArray *stating = g_ptr_array_new();
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    if (has_statement(record))
      g_ptr_array_add(stating, record);
  g_ptr_array_sort(stating, adref_party_record_compare);
  return stating;
}

/* The clauses while two threads find their states. */
typedef struct {
  ClauseContext contexts[ADREF_PARALLEL_WORKERS]; /* each with hashes of its own */
  const GPtrArray *nodes;
  GPtrArray *clauses; /* of AdrefClauseProgress, as `nodes` */
} ClauseReading;

static void read_some(gpointer data, guint worker, guint from, guint to)
{
  const ClauseReading *self = data;
  for (guint i = from; i < to; i++)
    self->clauses->pdata[i] = clause_new(&self->contexts[worker], self->nodes->pdata[i]);
}

/* Of all clauses that are not deleted (of AdrefClauseProgress). Caller unrefs. */
static GPtrArray *read_clauses(const ClauseContext *context)
{
  enum {
    AT_ONCE = 32 /* clauses */
  };
  g_autoptr(AdrefClauseHashes) own = adref_clause_hashes_new(context->language_versions);
  g_autoptr(GPtrArray) nodes = g_ptr_array_new();
  const AdrefNode *text = adref_language_versions_rolling(context->language_versions);
  for (AdrefNode *node = text->first; node; node = node->next)
    if (!adref_freeze_is_deleted(node))
      g_ptr_array_add(nodes, node);
  GPtrArray *clauses = g_ptr_array_new_with_free_func(clause_free);
  g_ptr_array_set_size(clauses, (gint)nodes->len);
  ClauseReading reading = {{*context, *context}, nodes, clauses};
  reading.contexts[1].hashes = own;
  adref_parallel_for(nodes->len, AT_ONCE, read_some, &reading);
  return clauses;
}

static void count_clause(AdrefProgress *progress, const AdrefClauseProgress *clause)
{
  progress->counts[clause->state]++;
  progress->confirmed += clause->is_confirmed ? 1 : 0;
  progress->disassociated += clause->disassociated->len > 0 ? 1 : 0;
  progress->options += clause->clause->as.clause->alt ? 1 : 0;
  progress->brackets += clause->brackets;
  progress->placeholders += clause->placeholders;
}

AdrefProgress *adref_progress_new(const AdrefLanguageVersions *language_versions,
                                  const AdrefStatement *statement, const AdrefParties *parties,
                                  GHashTable *records)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(language_versions);
  g_autoptr(GHashTable) options = adref_language_versions_options(language_versions);
  g_autoptr(GPtrArray) stating = find_stating(records);
  const AdrefSettledWords settled = {statement, parties, records, hashes};
  adref_settled_words_apply(&settled, language_versions);
  const ClauseContext context = {.language_versions = language_versions,
                                 .statement = statement,
                                 .parties = parties,
                                 .records = records,
                                 .hashes = hashes,
                                 .options = options,
                                 .confirms = find_confirmations(records),
                                 .stating = stating};
  AdrefProgress *progress = g_new0(AdrefProgress, 1);
  progress->clauses = read_clauses(&context);
  progress->removed = find_removed(language_versions, records);
  progress->parties = g_strv_length(statement->parties);
  for (guint i = 0; i < progress->clauses->len;) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    if (is_shown(clause)) {
      count_clause(progress, clause);
      i++;
    } else {
      g_ptr_array_remove_index(progress->clauses, i);
    }
  }
  return progress;
}

gboolean adref_progress_lacks_confirmation(const AdrefClauseProgress *clause, const char *party)
{
  return has_code(clause->agreed, party) && !has_code(clause->confirmed, party);
}

gboolean adref_progress_waits_for(const AdrefClauseProgress *clause, const char *party,
                                  const AdrefParties *parties)
{
  for (guint i = 0; i < clause->awaited->len; i++) {
    const char *code = clause->awaited->pdata[i];
    const AdrefParty *group = adref_parties_get(parties, code);
    if (strcmp(code, party) == 0 ||
        (group && group->members && g_strv_contains((const char *const *)group->members, party)))
      return TRUE;
  }
  return FALSE;
}
