#include "clause/proposals/change_units.h"

#include <string.h>

typedef struct {
  const AdrefNode *redline;
  GPtrArray *clauses;    /* of const AdrefNode */
  GHashTable *places;    /* clause -> its index in `clauses`, from 1 */
  GArray *sets;          /* of guint, by clause: another clause of its set, or itself */
  gboolean *is_whole;    /* by clause: all that changed in it is one unit */
  GHashTable *unit_of;   /* node -> the number of its unit, from 1 */
  GArray *same;          /* of guint, by unit: another unit that it is one with, or itself */
  GPtrArray *units;      /* of AdrefChangeUnit, before those that are one are joined */
  GHashTable *whole;     /* the first clause of a set -> its unit, from 1 */
  GHashTable *lists;     /* LIST whose numbers changed -> the unit of its items, from 1 */
  GHashTable *footnotes; /* label -> the unit of its marks and text, from 1 */
  GHashTable *ids;       /* id of a clause that came or went -> its unit, from 1 */
  guint markers;         /* the unit of all markers, from 1; 0: none yet */
  const AdrefNode *last; /* the node of `is_mixed` */
  gboolean is_mixed;     /* the run of siblings has both DELETED and INSERTED ones */
} UnitLister;

static void unit_free(gpointer data)
{
  AdrefChangeUnit *unit = data;
  g_ptr_array_unref(unit->clauses);
  g_ptr_array_unref(unit->nodes);
  g_free(unit);
}

static gboolean came_or_went(const AdrefNode *node)
{
  return node->mark == ADREF_DELETED || node->mark == ADREF_INSERTED;
}

/* --- sets of numbers --- */

static guint find_set(GArray *sets, guint i)
{
  guint *at = (guint *)(gpointer)sets->data;
  while (at[i] != i) {
    at[i] = at[at[i]];
    i = at[i];
  }
  return i;
}

/* The smaller number stands for the set. */
static void join_sets(GArray *sets, guint a, guint b)
{
  guint first = find_set(sets, a), second = find_set(sets, b);
  g_array_index(sets, guint, MAX(first, second)) = MIN(first, second);
}

/* --- clauses in which all goes together --- */

static guint place_of(const UnitLister *self, const AdrefNode *node)
{
  while (node->type != ADREF_CLAUSE)
    node = node->parent;
  return GPOINTER_TO_UINT(g_hash_table_lookup(self->places, node)) - 1;
}

/* What changed in two clauses goes together. */
static void join_clauses(UnitLister *self, guint place, guint other)
{
  if (place == other)
    return;
  join_sets(self->sets, place, other);
  self->is_whole[place] = self->is_whole[other] = TRUE;
}

/* A clause that was split off, or joined, goes with all those down from the last one that stayed at
 * its place: it is a part of the one that stands before it. */
static void join_before(UnitLister *self, guint place)
{
  for (guint i = place; i-- > 0;) {
    const AdrefNode *before = self->clauses->pdata[i];
    const AdrefChange *change = before->as.clause->change;
    join_clauses(self, place, i);
    if (before->mark == ADREF_KEPT && !(change && change->other))
      return;
  }
}

static void join_moved_blocks(UnitLister *self, guint place, const AdrefBlockMove *move)
{
  for (guint i = 0; i < move->to->len; i++)
    join_clauses(self, place, place_of(self, move->to->pdata[i]));
}

/* Whether a node makes a whole of its clause. */
static gboolean looks_whole(UnitLister *self, guint place, const AdrefNode *node)
{
  const AdrefBlockMove *move = adref_change_move_of(node);
  if (move && move->from == node)
    join_moved_blocks(self, place, move);
  if (node->type == ADREF_BRACKET_EDGE && node->mark != ADREF_KEPT) {
    if (node->as.edge.partner)
      join_clauses(self, place, place_of(self, node->as.edge.partner));
    return !came_or_went(self->clauses->pdata[place]);
  }
  gboolean is_around = node->mark == ADREF_WRAPPED || node->mark == ADREF_UNWRAPPED;
  return move || (is_around && adref_node_is_block(node) && !adref_change_old_node(node) &&
                  !(node->parent && adref_change_old_node(node->parent) == node));
}

static void read_clause(UnitLister *self, guint place)
{
  const AdrefNode *clause = self->clauses->pdata[place];
  if (clause->mark == ADREF_WRAPPED || clause->mark == ADREF_UNWRAPPED) {
    self->is_whole[place] = TRUE;
    join_before(self, place);
  }
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node != clause && looks_whole(self, place, walk.node))
      self->is_whole[place] = TRUE;
}

/* A clause that moved is in one set with its old place; alone the two are no whole. */
static void join_twins(UnitLister *self)
{
  guint count = self->clauses->len;
  for (guint i = 0; i < count; i++) {
    const AdrefNode *clause = self->clauses->pdata[i];
    const AdrefChange *change = clause->as.clause->change;
    if (change && change->other)
      join_sets(self->sets, i, place_of(self, change->other));
  }
  for (guint i = 0; i < count; i++)
    if (self->is_whole[i])
      self->is_whole[find_set(self->sets, i)] = TRUE;
  for (guint i = 0; i < count; i++)
    self->is_whole[i] = self->is_whole[find_set(self->sets, i)];
}

/* --- units --- */

static guint new_unit(UnitLister *self, AdrefChangeUnitKind kind)
{
  AdrefChangeUnit *unit = g_new0(AdrefChangeUnit, 1);
  guint number = self->units->len;
  unit->kind = kind;
  unit->clauses = g_ptr_array_new();
  unit->nodes = g_ptr_array_new();
  g_ptr_array_add(self->units, unit);
  g_array_append_val(self->same, number);
  return number + 1;
}

static void put(UnitLister *self, guint unit, const AdrefNode *node)
{
  AdrefChangeUnit *into = self->units->pdata[unit - 1];
  g_ptr_array_add(into->nodes, (gpointer)(guintptr)node);
  g_hash_table_insert(self->unit_of, (gpointer)(guintptr)node, GUINT_TO_POINTER(unit));
}

/* Makes the unit one with that of the same key. */
static void join_by_key(UnitLister *self, GHashTable *table, const char *key, guint unit)
{
  guint other = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
  if (other)
    join_sets(self->same, unit - 1, other - 1);
  else
    g_hash_table_insert(table, (gpointer)(guintptr)key, GUINT_TO_POINTER(unit));
}

/* Puts a node and those below it, as far as they are marked or moved. */
static void put_below(UnitLister *self, guint unit, const AdrefNode *top)
{
  AdrefWalk walk = adref_walk(top);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->mark != ADREF_KEPT || adref_change_move_of(node))
      put(self, unit, node);
    if (node->type == ADREF_FOOTNOTE && node->mark != ADREF_KEPT)
      join_by_key(self, self->footnotes, node->text, unit);
  }
}

/* --- the units of a clause --- */

static gboolean has_letters(const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* Whether a sibling goes on its own in a run of which all came, or all went. */
static gboolean stands_alone(const AdrefNode *node)
{
  return adref_node_is_block(node) || node->type == ADREF_ALTERNATIVE;
}

static gboolean run_is_mixed(const AdrefNode *node)
{
  for (const AdrefNode *next = node; next && came_or_went(next); next = next->next)
    if (next->mark != node->mark)
      return TRUE;
  return FALSE;
}

/* The sibling before a node with which it is read as one: only signs are between them. */
static const AdrefNode *neighbour(const AdrefNode *node)
{
  const AdrefNode *before = node->prev;
  if (!stands_alone(node))
    while (before && before->mark == ADREF_KEPT && before->type == ADREF_TEXT &&
           !has_letters(before->text))
      before = before->prev;
  return before && before->mark != ADREF_KEPT && !adref_change_old_node(before) ? before : NULL;
}

/* The unit of a node that is not KEPT: that of the run which it goes on with, or a new one. */
static guint unit_of_run(UnitLister *self, const AdrefNode *node)
{
  const AdrefNode *before = neighbour(node);
  gboolean is_block = adref_node_is_block(node);
  if (!before || before != self->last)
    self->is_mixed = run_is_mixed(node);
  self->last = node;
  guint unit = before ? GPOINTER_TO_UINT(g_hash_table_lookup(self->unit_of, before)) : 0;
  if (unit && (self->is_mixed || !stands_alone(node)))
    return unit;
  return new_unit(self, is_block ? ADREF_CHANGE_UNIT_BLOCKS : ADREF_CHANGE_UNIT_WORDS);
}

static gboolean has_pair_among(const AdrefNode *list)
{
  for (const AdrefNode *item = list->first; item; item = item->next)
    if (item->mark == ADREF_WRAPPED || item->mark == ADREF_UNWRAPPED)
      return TRUE;
  return FALSE;
}

/* The items of a list whose numbers or labels changed come and go together. */
static void read_list(UnitLister *self, const AdrefNode *list)
{
  const AdrefNode *old = adref_change_old_node(list), *inner = old ? old : list;
  if (g_hash_table_contains(self->lists, list) || (!old && !has_pair_among(inner)))
    return;
  gpointer unit = GUINT_TO_POINTER(new_unit(self, ADREF_CHANGE_UNIT_BLOCKS));
  g_hash_table_insert(self->lists, (gpointer)(guintptr)list, unit);
  g_hash_table_insert(self->lists, (gpointer)(guintptr)inner, unit);
}

/* Whether columns of a table, or its first row, changed. */
static gboolean is_whole_table(const AdrefNode *table)
{
  if (table->mark != ADREF_KEPT)
    return TRUE;
  for (const AdrefNode *row = table->first; row; row = row->next) {
    if (row->mark != ADREF_KEPT && adref_table_row_is_head(row))
      return TRUE;
    for (const AdrefNode *cell = row->first; cell && row->mark == ADREF_KEPT; cell = cell->next)
      if (cell->mark != ADREF_KEPT)
        return TRUE;
  }
  return FALSE;
}

static guint list_unit(const UnitLister *self, const AdrefNode *node)
{
  const AdrefNode *list = node->type == ADREF_LIST ? node : node->parent;
  return GPOINTER_TO_UINT(g_hash_table_lookup(self->lists, list));
}

/* A node of which only an attribute changed. */
static void put_pair(UnitLister *self, const AdrefNode *node)
{
  guint unit = list_unit(self, node);
  if (!unit)
    unit = new_unit(self,
                    adref_node_is_block(node) ? ADREF_CHANGE_UNIT_BLOCKS : ADREF_CHANGE_UNIT_WORDS);
  put(self, unit, node);
  put(self, unit, adref_change_old_node(node));
}

/* A node of a clause that stayed. */
static void read_node(UnitLister *self, AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  if (node->type == ADREF_LIST && node->mark != ADREF_DELETED && node->mark != ADREF_INSERTED)
    read_list(self, node);
  if (node->type == ADREF_TABLE && !came_or_went(node) && is_whole_table(node)) {
    put_below(self, new_unit(self, ADREF_CHANGE_UNIT_BLOCKS), node);
    adref_walk_skip(walk);
  } else if (node->mark == ADREF_KEPT || g_hash_table_contains(self->unit_of, node)) {
    return;
  } else if (adref_change_old_node(node)) {
    put_pair(self, node);
  } else {
    guint unit = node->type == ADREF_ITEM ? list_unit(self, node) : 0;
    put_below(self, unit ? unit : unit_of_run(self, node), node);
    adref_walk_skip(walk);
  }
}

static void list_parts(UnitLister *self, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node != clause)
      read_node(self, &walk);
}

static void list_whole(UnitLister *self, guint place)
{
  gpointer set = GUINT_TO_POINTER(find_set(self->sets, place) + 1);
  guint unit = GPOINTER_TO_UINT(g_hash_table_lookup(self->whole, set));
  const AdrefNode *clause = self->clauses->pdata[place];
  if (!unit) {
    unit = new_unit(self, ADREF_CHANGE_UNIT_WHOLE);
    g_hash_table_insert(self->whole, set, GUINT_TO_POINTER(unit));
  }
  if (clause->mark == ADREF_KEPT && clause->as.clause->change)
    put(self, unit, clause);
  put_below(self, unit, clause);
}

static void list_clause(UnitLister *self, guint place)
{
  const AdrefNode *clause = self->clauses->pdata[place];
  const AdrefChange *change = clause->as.clause->change;
  if (self->is_whole[place]) {
    list_whole(self, place);
  } else if (came_or_went(clause) && !(change && change->other)) {
    guint unit = new_unit(self, ADREF_CHANGE_UNIT_CLAUSE);
    put_below(self, unit, clause);
    if (clause->as.clause->id)
      join_by_key(self, self->ids, clause->as.clause->id, unit);
  } else if (change && change->type == ADREF_CHANGE_MOVED && change->other) {
    guint unit = new_unit(self, ADREF_CHANGE_UNIT_MOVE);
    put(self, unit, clause);
    put(self, unit, change->other);
    list_parts(self, clause);
  } else if (clause->mark == ADREF_KEPT) {
    if (change && change->marker && !self->markers)
      self->markers = new_unit(self, ADREF_CHANGE_UNIT_MARKERS);
    if (change && change->marker)
      put(self, self->markers, clause);
    list_parts(self, clause);
  }
}

/* --- the list --- */

static void lister_init(UnitLister *self, const AdrefNode *redline)
{
  self->redline = redline;
  self->clauses = g_ptr_array_new();
  self->places = g_hash_table_new(NULL, NULL);
  self->sets = g_array_new(FALSE, FALSE, sizeof(guint));
  for (AdrefNode *clause = redline->first; clause; clause = clause->next) {
    guint place = self->clauses->len;
    g_ptr_array_add(self->clauses, clause);
    g_hash_table_insert(self->places, clause, GUINT_TO_POINTER(place + 1));
    g_array_append_val(self->sets, place);
  }
  self->is_whole = g_new0(gboolean, self->clauses->len + 1);
  self->unit_of = g_hash_table_new(NULL, NULL);
  self->same = g_array_new(FALSE, FALSE, sizeof(guint));
  self->units = g_ptr_array_new_with_free_func(unit_free);
  self->whole = g_hash_table_new(NULL, NULL);
  self->lists = g_hash_table_new(NULL, NULL);
  self->footnotes = g_hash_table_new(g_str_hash, g_str_equal);
  self->ids = g_hash_table_new(g_str_hash, g_str_equal);
}

static void lister_clear(UnitLister *self)
{
  g_ptr_array_unref(self->clauses);
  g_hash_table_unref(self->places);
  g_array_unref(self->sets);
  g_free(self->is_whole);
  g_hash_table_unref(self->unit_of);
  g_array_unref(self->same);
  g_ptr_array_unref(self->units);
  g_hash_table_unref(self->whole);
  g_hash_table_unref(self->lists);
  g_hash_table_unref(self->footnotes);
  g_hash_table_unref(self->ids);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(UnitLister, lister_clear)

static void add_clauses(AdrefChangeUnit *unit)
{
  for (guint i = 0; i < unit->nodes->len; i++) {
    const AdrefNode *clause = unit->nodes->pdata[i];
    while (clause->type != ADREF_CLAUSE)
      clause = clause->parent;
    guint count = unit->clauses->len;
    if (count == 0 || unit->clauses->pdata[count - 1] != clause)
      g_ptr_array_add(unit->clauses, (gpointer)(guintptr)clause);
  }
}

/* Joins the units that are one, and leaves out those without a mark. */
static GPtrArray *take_units(UnitLister *self)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func(unit_free);
  for (guint i = 0; i < self->units->len; i++) {
    AdrefChangeUnit *unit = self->units->pdata[i];
    guint first = find_set(self->same, i);
    if (first == i)
      continue;
    AdrefChangeUnit *into = self->units->pdata[first];
    if (into->kind != unit->kind || into->kind == ADREF_CHANGE_UNIT_WORDS)
      into->kind = ADREF_CHANGE_UNIT_WHOLE;
    g_ptr_array_extend(into->nodes, unit->nodes, NULL, NULL);
    g_ptr_array_set_size(unit->nodes, 0);
  }
  for (guint i = 0; i < self->units->len; i++) {
    AdrefChangeUnit *unit = self->units->pdata[i];
    if (unit->nodes->len == 0)
      continue;
    add_clauses(unit);
    g_ptr_array_add(taken, unit);
    self->units->pdata[i] = NULL;
  }
  g_ptr_array_set_free_func(self->units, NULL);
  for (guint i = 0; i < self->units->len; i++)
    if (self->units->pdata[i])
      unit_free(self->units->pdata[i]);
  return taken;
}

GPtrArray *adref_change_units_list(const AdrefNode *redline)
{
  g_auto(UnitLister) self = {NULL};
  lister_init(&self, redline);
  for (guint i = 0; i < self.clauses->len; i++)
    read_clause(&self, i);
  join_twins(&self);
  for (guint i = 0; i < self.clauses->len; i++)
    list_clause(&self, i);
  return take_units(&self);
}

/* --- what a unit says --- */

static const AdrefNode *block_of(const AdrefNode *node)
{
  while (node->parent && !adref_node_is_block(node))
    node = node->parent;
  return node;
}

char *adref_change_unit_words(const AdrefChangeUnit *unit, gboolean old)
{
  GString *words = g_string_new(NULL);
  const AdrefNode *block = NULL;
  for (guint i = 0; i < unit->nodes->len; i++) {
    const AdrefNode *node = unit->nodes->pdata[i];
    if ((node->type != ADREF_TEXT && node->type != ADREF_CODE) ||
        node->mark != (old ? ADREF_DELETED : ADREF_INSERTED))
      continue;
    if (words->len > 0 && block_of(node) != block)
      g_string_append_c(words, ' ');
    block = block_of(node);
    g_string_append_len(words, node->text, (gssize)node->length);
  }
  return g_string_free(words, FALSE);
}

/* Whether a node is below another one of the unit, which the list has before it. */
static gboolean is_below(const AdrefNode *node, const AdrefNode *top)
{
  while (node && node != top)
    node = node->parent;
  return node != NULL;
}

/* The topmost nodes of a unit, in their order. */
static GPtrArray *top_nodes(const AdrefChangeUnit *unit)
{
  GPtrArray *tops = g_ptr_array_new();
  for (guint i = 0; i < unit->nodes->len; i++)
    if (tops->len == 0 || !is_below(unit->nodes->pdata[i], tops->pdata[tops->len - 1]))
      g_ptr_array_add(tops, unit->nodes->pdata[i]);
  return tops;
}

/* The only block of words among the nodes of a unit that came; NULL: there is none, or several. */
static const AdrefNode *only_new_block(const AdrefChangeUnit *unit)
{
  const AdrefNode *found = NULL;
  for (guint i = 0; i < unit->nodes->len; i++) {
    const AdrefNode *node = unit->nodes->pdata[i];
    if (node->mark != ADREF_INSERTED || !adref_node_holds_inlines(node))
      continue;
    if (found || node->type == ADREF_TABLE_CELL || !node->first)
      return NULL;
    found = node;
  }
  return found;
}

static gboolean is_plain_run(const GPtrArray *tops)
{
  for (guint i = 0; i < tops->len; i++) {
    const AdrefNode *node = tops->pdata[i];
    if (!came_or_went(node) || stands_alone(node) ||
        node->parent != ((const AdrefNode *)tops->pdata[0])->parent)
      return FALSE;
  }
  return TRUE;
}

gboolean adref_change_unit_can_be_written(const AdrefChangeUnit *unit)
{
  g_autoptr(GPtrArray) tops = top_nodes(unit);
  if (unit->kind == ADREF_CHANGE_UNIT_WORDS)
    return is_plain_run(tops);
  if (unit->kind != ADREF_CHANGE_UNIT_BLOCKS && unit->kind != ADREF_CHANGE_UNIT_CLAUSE)
    return FALSE;
  for (guint i = 0; i < tops->len; i++)
    if (!came_or_went(tops->pdata[i]))
      return FALSE;
  return only_new_block(unit) != NULL;
}

/* --- decisions --- */

static void node_free(gpointer node)
{
  adref_node_free(node);
}

void adref_change_decisions_init(AdrefChangeDecisions *decisions)
{
  decisions->refused = g_hash_table_new(NULL, NULL);
  decisions->other_words = g_hash_table_new_full(NULL, NULL, NULL, node_free);
  decisions->only = NULL;
}

void adref_change_decisions_clear(AdrefChangeDecisions *decisions)
{
  g_clear_pointer(&decisions->refused, g_hash_table_unref);
  g_clear_pointer(&decisions->other_words, g_hash_table_unref);
  g_clear_pointer(&decisions->only, g_hash_table_unref);
}

static void write_nodes(AdrefChangeDecisions *decisions, const AdrefNode *const *nodes, guint count,
                        AdrefNode *words)
{
  for (guint i = 0; i < count; i++)
    g_hash_table_insert(decisions->other_words, (gpointer)(guintptr)nodes[i],
                        i == 0 ? words : NULL);
}

static void write_unit(AdrefChangeDecisions *decisions, const AdrefChangeUnit *unit,
                       AdrefNode *words)
{
  g_autoptr(GPtrArray) nodes = NULL;
  if (unit->kind == ADREF_CHANGE_UNIT_WORDS) {
    nodes = top_nodes(unit);
  } else {
    nodes = g_ptr_array_new();
    for (AdrefNode *child = only_new_block(unit)->first; child; child = child->next)
      g_ptr_array_add(nodes, child);
  }
  write_nodes(decisions, (const AdrefNode *const *)nodes->pdata, nodes->len, words);
}

void adref_change_decisions_add(AdrefChangeDecisions *decisions, const AdrefChangeUnit *unit,
                                AdrefChangeDecision decision, AdrefNode *words)
{
  switch (decision) {
  case ADREF_CHANGE_TAKEN: return;
  case ADREF_CHANGE_WRITTEN: write_unit(decisions, unit, words); return;
  case ADREF_CHANGE_REFUSED:
    for (guint i = 0; i < unit->nodes->len; i++)
      g_hash_table_add(decisions->refused, unit->nodes->pdata[i]);
  }
}
