#include "sign/progress.h"

#include <string.h>

#include "clause/canonical.h"
#include "clause/freeze.h"

static const char *const words[] = {
    [ADREF_STATE_CHANGED] = "changed",     [ADREF_STATE_PLACEHOLDER] = "placeholder",
    [ADREF_STATE_BRACKETED] = "bracketed", [ADREF_STATE_RESERVED] = "reserved",
    [ADREF_STATE_AGREED] = "agreed",       [ADREF_STATE_PARTLY] = "partly agreed",
    [ADREF_STATE_OPEN] = "open",
};

const char *adref_state_word(AdrefStateType state)
{
  return words[state];
}

static void clause_free(gpointer data)
{
  AdrefClauseHeadway *clause = data;
  g_ptr_array_unref(clause->bracketed);
  g_ptr_array_unref(clause->agreed);
  g_ptr_array_unref(clause->changed);
  g_ptr_array_unref(clause->reserved);
  g_ptr_array_unref(clause->reopened);
  g_ptr_array_unref(clause->moves);
  g_free(clause->languages);
  g_free(clause);
}

static void gone_free(gpointer data)
{
  AdrefGone *gone = data;
  g_ptr_array_unref(gone->agreed);
  g_free(gone->id);
  g_free(gone);
}

void adref_headway_free(AdrefHeadway *headway)
{
  if (!headway)
    return;
  g_ptr_array_unref(headway->gone);
  g_ptr_array_unref(headway->clauses);
  g_free(headway);
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

static void count_node(AdrefClauseHeadway *clause, const AdrefNode *node)
{
  guint brackets, placeholders;
  adref_instrument_count_open(node, &brackets, &placeholders);
  clause->brackets = MAX(clause->brackets, brackets);
  clause->placeholders = MAX(clause->placeholders, placeholders);
  if (brackets > 0)
    add_bracketed(clause->bracketed, node);
}

static void count_open(AdrefClauseHeadway *clause, const AdrefInstrument *instrument)
{
  const char *id = clause->clause->as.clause->id;
  count_node(clause, clause->clause);
  for (guint i = 1; id && i < instrument->renditions->len; i++) {
    const AdrefRendition *rendition = instrument->renditions->pdata[i];
    const AdrefNode *node = g_hash_table_lookup(rendition->clauses, id);
    if (node)
      count_node(clause, node);
  }
}

static void take_stance(AdrefClauseHeadway *clause, const char *party, AdrefStance stance,
                        AdrefHashes *hashes)
{
  switch (stance.type) {
  case ADREF_SILENT: return;
  case ADREF_AGREES: add_code(clause->agreed, party); return;
  case ADREF_OUTDATED:
    add_code(clause->changed, party);
    if (!clause->outdated || strcmp(clause->outdated->act->time, stance.word->act->time) < 0)
      clause->outdated = stance.word;
    g_free(clause->languages);
    clause->languages = adref_stance_changed(stance.word, hashes);
    return;
  case ADREF_RESERVES:
    add_code(clause->reserved, stance.by);
    clause->reason = stance.word->act->reason;
    return;
  case ADREF_REOPENED:
    add_code(clause->reopened, stance.by);
    clause->reason = stance.word->act->reason;
    return;
  }
}

static AdrefStateType find_state(const AdrefClauseHeadway *clause, guint parties)
{
  if (clause->changed->len > 0)
    return ADREF_STATE_CHANGED;
  if (clause->placeholders > 0)
    return ADREF_STATE_PLACEHOLDER;
  if (clause->brackets > 0)
    return ADREF_STATE_BRACKETED;
  if (clause->reserved->len > 0)
    return ADREF_STATE_RESERVED;
  if (clause->agreed->len == 0)
    return ADREF_STATE_OPEN;
  return clause->agreed->len == parties ? ADREF_STATE_AGREED : ADREF_STATE_PARTLY;
}

static void add_silent(AdrefClauseHeadway *clause, char **parties)
{
  for (char **code = parties; *code; code++)
    if (!g_ptr_array_find_with_equal_func(clause->agreed, *code, g_str_equal, NULL))
      add_code(clause->moves, *code);
}

static void add_all(GPtrArray *codes, const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    add_code(codes, more->pdata[i]);
}

static void find_moves(AdrefClauseHeadway *clause, char **parties)
{
  switch (clause->state) {
  case ADREF_STATE_AGREED:
  case ADREF_STATE_PLACEHOLDER: return;
  case ADREF_STATE_BRACKETED:
    add_all(clause->moves, clause->bracketed);
    if (clause->moves->len == 0)
      add_silent(clause, parties);
    return;
  case ADREF_STATE_RESERVED: add_all(clause->moves, clause->reserved); return;
  case ADREF_STATE_CHANGED:
  case ADREF_STATE_PARTLY:
  case ADREF_STATE_OPEN: add_silent(clause, parties); return;
  }
}

typedef struct {
  const AdrefInstrument *instrument;
  const AdrefStatement *statement;
  const AdrefParties *parties;
  GHashTable *records;
  AdrefHashes *hashes;
} Counting;

static AdrefClauseHeadway *look_at(const Counting *self, const AdrefNode *node)
{
  AdrefClauseHeadway *clause = g_new0(AdrefClauseHeadway, 1);
  const char *id = node->as.clause->id;
  clause->clause = node;
  clause->bracketed = g_ptr_array_new();
  clause->agreed = g_ptr_array_new();
  clause->changed = g_ptr_array_new();
  clause->reserved = g_ptr_array_new();
  clause->reopened = g_ptr_array_new();
  clause->moves = g_ptr_array_new();
  count_open(clause, self->instrument);
  for (char **code = self->statement->parties; id && *code; code++)
    take_stance(clause, *code,
                adref_stance_of(*code, id, self->records, self->parties, self->hashes),
                self->hashes);
  clause->state = find_state(clause, g_strv_length(self->statement->parties));
  find_moves(clause, self->statement->parties);
  return clause;
}

static gboolean is_shown(const AdrefClauseHeadway *clause)
{
  return clause->clause->as.clause->kind != ADREF_TITLE || clause->brackets > 0 ||
         clause->placeholders > 0;
}

static AdrefGone *gone_of(GPtrArray *all, const char *id)
{
  for (guint i = 0; i < all->len; i++) {
    AdrefGone *gone = all->pdata[i];
    if (strcmp(gone->id, id) == 0)
      return gone;
  }
  AdrefGone *gone = g_new0(AdrefGone, 1);
  gone->id = g_strdup(id);
  gone->agreed = g_ptr_array_new();
  g_ptr_array_add(all, gone);
  return gone;
}

/* Whether the text no longer has what the act was about; a number without text counts when the
 * party has not agreed to that. */
static gboolean is_gone(const AdrefActItem *item, const AdrefRendition *rolling)
{
  const AdrefNode *clause = g_hash_table_lookup(rolling->clauses, item->clause);
  if (!clause || !adref_freeze_is_deleted(clause))
    return !clause;
  const char *said = adref_act_item_hash(item, rolling->language);
  g_autofree char *now = adref_clause_hash(clause);
  return !said || !g_str_has_prefix(said, now);
}

static void add_gone(GPtrArray *all, const AdrefRecord *record, const AdrefInstrument *instrument)
{
  const AdrefRendition *rolling = instrument->renditions->pdata[0];
  GHashTableIter iter;
  gpointer id, value;
  g_hash_table_iter_init(&iter, record->words);
  while (g_hash_table_iter_next(&iter, &id, &value)) {
    const AdrefActItem *item = value;
    if (item->act->type == ADREF_ACT_AGREE && is_gone(item, rolling))
      add_code(gone_of(all, id)->agreed, record->party);
  }
}

static int compare_gone(gconstpointer a, gconstpointer b)
{
  const AdrefGone *const *first = a, *const *second = b;
  return strcmp((*first)->id, (*second)->id);
}

static int compare_codes(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *find_gone(const AdrefInstrument *instrument, GHashTable *records)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(gone_free);
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    add_gone(all, record, instrument);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_sort(((AdrefGone *)all->pdata[i])->agreed, compare_codes);
  g_ptr_array_sort(all, compare_gone);
  return all;
}

AdrefHeadway *adref_headway_new(const AdrefInstrument *instrument, const AdrefStatement *statement,
                                const AdrefParties *parties, GHashTable *records)
{
  g_autoptr(AdrefHashes) hashes = adref_hashes_new(instrument);
  Counting self = {instrument, statement, parties, records, hashes};
  AdrefHeadway *headway = g_new0(AdrefHeadway, 1);
  headway->clauses = g_ptr_array_new_with_free_func(clause_free);
  headway->gone = find_gone(instrument, records);
  headway->parties = g_strv_length(statement->parties);
  const AdrefNode *text = adref_instrument_text(instrument);
  for (const AdrefNode *node = text->first; node; node = node->next) {
    if (adref_freeze_is_deleted(node))
      continue;
    AdrefClauseHeadway *clause = look_at(&self, node);
    if (!is_shown(clause)) {
      clause_free(clause);
      continue;
    }
    headway->counts[clause->state]++;
    headway->brackets += clause->brackets;
    headway->placeholders += clause->placeholders;
    g_ptr_array_add(headway->clauses, clause);
  }
  return headway;
}

static void append_codes(GString *text, const GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", (const char *)codes->pdata[i]);
}

static void append_by(GString *text, const char *what, const GPtrArray *codes)
{
  g_string_append(text, what);
  append_codes(text, codes);
}

static void append_count(GString *text, const char *what, guint count)
{
  g_string_append(text, what);
  if (count > 1)
    g_string_append_printf(text, " (%u)", count);
}

static void append_reopened(GString *text, const AdrefClauseHeadway *clause)
{
  if (clause->reopened->len == 0)
    return;
  append_by(text, ", reopened by ", clause->reopened);
}

char *adref_headway_words(const AdrefHeadway *headway, const AdrefClauseHeadway *clause)
{
  GString *text = g_string_new(NULL);
  switch (clause->state) {
  case ADREF_STATE_CHANGED:
    append_by(text, "changed since agreed by ", clause->changed);
    g_string_append_printf(text, " (%s)", clause->languages);
    if (clause->brackets > 0)
      append_count(text, ", bracketed", clause->brackets);
    break;
  case ADREF_STATE_PLACEHOLDER: append_count(text, "placeholder", clause->placeholders); break;
  case ADREF_STATE_BRACKETED: append_count(text, "bracketed", clause->brackets); break;
  case ADREF_STATE_RESERVED: append_by(text, "reserved by ", clause->reserved); break;
  case ADREF_STATE_AGREED: g_string_append(text, "agreed ad ref"); break;
  case ADREF_STATE_PARTLY:
    g_string_append_printf(text, "agreed by %u of %u", clause->agreed->len, headway->parties);
    append_reopened(text, clause);
    break;
  case ADREF_STATE_OPEN:
    g_string_append(text, "open");
    append_reopened(text, clause);
    break;
  }
  return g_string_free(text, FALSE);
}

char *adref_headway_total(const AdrefHeadway *headway)
{
  static const struct {
    AdrefStateType state;
    const char *words;
  } parts[] = {
      {ADREF_STATE_CHANGED, "changed since agreed"},
      {ADREF_STATE_PARTLY, "agreed by some"},
      {ADREF_STATE_RESERVED, "reserved"},
      {ADREF_STATE_BRACKETED, "bracketed"},
      {ADREF_STATE_PLACEHOLDER, "to come"},
      {ADREF_STATE_OPEN, "open"},
  };
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%u of %u clause%s agreed ad ref",
                         headway->counts[ADREF_STATE_AGREED], headway->clauses->len,
                         headway->clauses->len == 1 ? "" : "s");
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (headway->counts[parts[i].state] > 0)
      g_string_append_printf(text, ", %u %s", headway->counts[parts[i].state], parts[i].words);
  return g_string_free(text, FALSE);
}

gboolean adref_headway_waits_for(const AdrefClauseHeadway *clause, const char *party,
                                 const AdrefParties *parties)
{
  for (guint i = 0; i < clause->moves->len; i++) {
    const char *code = clause->moves->pdata[i];
    const AdrefParty *group = adref_parties_get(parties, code);
    if (strcmp(code, party) == 0 ||
        (group && group->members && g_strv_contains((const char *const *)group->members, party)))
      return TRUE;
  }
  return FALSE;
}
